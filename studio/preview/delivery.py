"""The bytes of the file as the page gets them: ``media/``."""

from concurrent.futures import ThreadPoolExecutor

from aiohttp.web import BaseRequest, StreamResponse

from studio.preview.parts import RoomFiles, RoomPart
from studio.server.answers import plain
from studio.server.media import FileRegistry
from studio.server.media_answers import MediaAnswers


class DeliveryPart(RoomPart):
    """Answers ``media/index.json``, ``media/init``, ``media/segments/N`` and ``media/file``."""

    prefix = "media"

    def __init__(self, files: RoomFiles) -> None:
        self._registry = FileRegistry()
        self._file_id = self._registry.add(files.segment_map, files.pieces)
        self._executor = ThreadPoolExecutor(2, thread_name_prefix="room-read")
        self._media = MediaAnswers(self._executor)

    async def answer(self, request: BaseRequest, rest: list[str]) -> StreamResponse:
        """Return what is asked for."""
        entry = self._registry.get(self._file_id)
        return plain(404) if entry is None else await self._media.answer(request, entry, rest)

    def close(self) -> None:
        """Stop reading."""
        self._executor.shutdown(wait=False, cancel_futures=True)
