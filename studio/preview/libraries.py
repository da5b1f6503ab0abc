"""Player libraries of the user's own, and the file's manifests for them: ``libraries/``."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

from aiohttp.web import BaseRequest, Response, StreamResponse

from studio.errors import StudioError
from studio.preview.libraries_found import DASH, HLS, MOST_BYTES, Library, find_libraries
from studio.preview.manifests import dash_manifest, hls_master, hls_media
from studio.preview.parts import Command, RoomFiles, RoomPart
from studio.segments.model import SegmentMap
from studio.server.answers import plain
from studio.server.guard import SECURITY_HEADERS
from studio.server.rooms import Message, RoomClient

_HLS_TYPE = "application/vnd.apple.mpegurl"
_MANIFESTS: Mapping[str, tuple[str, Callable[[SegmentMap], str]]] = {
    HLS: (_HLS_TYPE, hls_master),
    "hls/media.m3u8": (_HLS_TYPE, hls_media),
    DASH: ("application/dash+xml", dash_manifest),
}

_IN_ADDRESS = ("library", "manifest", "lang", "theme")
_MOST_LETTERS = 100


class LibrariesPart(RoomPart):
    """Answers ``libraries/NAME.js``, ``libraries/hls/...`` and ``libraries/dash/...``.

    Commands: ``libraries`` answers which were found (``name``, ``title``, ``version``,
    ``manifests``) and whether a folder was chosen at all; the folder is looked at anew each
    time. ``open-library`` (``query``: what the address of its page ends with) opens a
    library's page in a browser.

    Args:
        files: what is played.
        folder: where the user keeps libraries, or a function that tells it; None when none
            was chosen.
        open_page: shows an address in a browser, without blocking; None when there is none.
    """

    prefix = "libraries"

    def __init__(
        self,
        files: RoomFiles,
        folder: Path | Callable[[], Path | None] | None,
        open_page: Callable[[str], object] | None = None,
    ) -> None:
        self._map = files.segment_map
        self._chosen = folder
        self._open_page = open_page
        self._address: Callable[[str], str] | None = None
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="room-libraries")

    def settle(self, address: Callable[[str], str]) -> None:
        """Take note of where the room's pages are."""
        self._address = address

    @property
    def commands(self) -> Mapping[str, Command]:
        """``libraries`` and ``open-library``."""
        return {"libraries": self._tell, "open-library": self._open}

    @property
    def features(self) -> Mapping[str, object]:
        """``libraries``: whether a folder was chosen."""
        return {"libraries": self._folder is not None}

    @property
    def _folder(self) -> Path | None:
        return self._chosen() if callable(self._chosen) else self._chosen

    async def answer(self, request: BaseRequest, rest: list[str]) -> StreamResponse:
        """Return a script or a manifest."""
        name = "/".join(rest)
        loop = asyncio.get_running_loop()
        if name in _MANIFESTS:
            kind, write = _MANIFESTS[name]
            body = (await loop.run_in_executor(self._executor, write, self._map)).encode()
        else:
            kind = "text/javascript; charset=utf-8"
            script = await loop.run_in_executor(self._executor, self._script, name)
            if script is None:
                return plain(404)
            body = script
        return Response(body=body, headers={**SECURITY_HEADERS, "Content-Type": kind})

    def close(self) -> None:
        """Stop reading."""
        self._executor.shutdown(wait=False, cancel_futures=True)

    async def _tell(self, _client: RoomClient, _message: Message) -> object:
        loop = asyncio.get_running_loop()
        try:
            found = await loop.run_in_executor(self._executor, self._find)
        except RuntimeError as error:  # the room is closing
            raise StudioError("The room is closed.") from error
        libraries = [
            {
                "name": library.kind.name,
                "title": library.kind.title,
                "version": library.version,
                "manifests": list(library.kind.manifests),
            }
            for library in found
        ]
        return {"chosen": self._folder is not None, "libraries": libraries}

    async def _open(self, _client: RoomClient, message: Message) -> object:
        wanted = message.get("query")
        if self._open_page is None or self._address is None or not isinstance(wanted, dict):
            raise StudioError("There is no browser to open this in.")
        named = {key: value for key, value in wanted.items() if isinstance(value, str)}
        known = {key: named[key][:_MOST_LETTERS] for key in _IN_ADDRESS if key in named}
        self._open_page(f"{self._address('library.html')}&{urlencode(known)}")
        return None

    def _find(self) -> tuple[Library, ...]:
        folder = self._folder
        return () if folder is None else find_libraries(folder)

    def _script(self, name: str) -> bytes | None:
        """Return the script of a library that was found; its name is no path."""
        library = next((one for one in self._find() if f"{one.kind.name}.js" == name), None)
        if library is None:
            return None
        try:
            with library.script.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError:
            return None
        return data if len(data) <= MOST_BYTES else None
