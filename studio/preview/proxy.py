"""The converted picture: what a browser without the file's codecs can show instead.

It has the file's segments and times, and proves nothing about how the file itself plays.
"""

import asyncio
import logging
from abc import abstractmethod
from collections.abc import Callable, Mapping
from pathlib import Path

from aiohttp.web import BaseRequest, StreamResponse

from studio.errors import StudioError, ToolError
from studio.media.probe import probe
from studio.preview.parts import Command, RoomFiles, RoomPart
from studio.preview.proxy_command import ProxyEncoders
from studio.preview.proxy_converter import Converter, ProxyState
from studio.preview.proxy_input import ProxyInput, SegmentedInput, WholeInput
from studio.preview.proxy_run import ProxyTools, sound_head
from studio.server.answers import json_answer, plain
from studio.server.guard import SECURITY_HEADERS
from studio.server.media import FileRegistry
from studio.server.rooms import Message, RoomClient
from studio.transcode.tools import find_ffmpeg

log = logging.getLogger(__name__)

CLUSTERS_HEADER = "X-Clusters"
"""Tells the page that clusters come as they are made."""

WRITE_LIMIT_S = 60.0
_SOUND_ENCODERS = ("libopus", "libvorbis")


def usable_encoders(ffmpeg: Path | None) -> ProxyEncoders | None:
    """Return what to convert with; None without VP8."""
    if ffmpeg is None:
        return None
    try:
        found = find_ffmpeg(str(ffmpeg))
    except ToolError as error:
        log.info("no converted picture: %s", error.what)
        return None
    if "libvpx" not in found.encoders:
        return None
    sound = next((name for name in _SOUND_ENCODERS if name in found.encoders), "")
    return ProxyEncoders(found.path, sound)


class ProxyPart(RoomPart):
    """Answers ``index.json``, ``init`` and ``segments/N`` as ``media/`` does, converted.

    Says ``{"event": "proxy", "base", "width", "height", "speed", "error"}`` when the size or
    the pace becomes known; the command ``<prefix>-stalled`` tells that it is too slow.
    """

    def __init__(self, files: RoomFiles, encoders: ProxyEncoders | None) -> None:
        self._files = files
        self._encoders = encoders
        self._opening = asyncio.Lock()
        self._converter: Converter | None = None
        self._telling: set[asyncio.Task[None]] = set()

    @property
    def commands(self) -> Mapping[str, Command]:
        """What pages can ask for."""
        return {f"{self.prefix}-stalled": self._on_stalled}

    @property
    def features(self) -> Mapping[str, object]:
        """Whether there is something to convert with."""
        return {self.prefix: self._encoders is not None}

    @abstractmethod
    def _input(self, encoders: ProxyEncoders) -> ProxyInput:
        """Return what is converted; called on a thread.

        Raises:
            StudioError: it cannot be read.
        """

    async def answer(self, request: BaseRequest, rest: list[str]) -> StreamResponse:
        """Return what is asked for."""
        if self._encoders is None:
            return plain(404)
        try:
            converter = await self._opened(self._encoders)
            match rest:
                case ["index.json"]:
                    return json_answer(
                        converter.source.index_body(_codecs(converter.source, self._encoders))
                    )
                case ["init"]:
                    return await self._init(request, converter)
                case ["segments", number] if number.isascii() and number.isdigit():
                    position = int(number[:9])
                    if position < len(converter.source.starts_s) and str(position) == number:
                        return await self._segment(request, converter, position)
        except StudioError as error:
            return plain(502, f"{error.what} {error.detail}"[:500])
        return plain(404)

    async def on_close(self, client: RoomClient) -> None:
        """Convert nothing for nobody."""
        if self._converter is not None and not self.audience.clients():
            self._converter.stop()

    def close(self) -> None:
        """End ffmpeg."""
        if self._converter is not None:
            self._converter.close()

    async def _opened(self, encoders: ProxyEncoders) -> Converter:
        async with self._opening:
            if self._converter is None:
                source, tools = await asyncio.to_thread(self._prepared, encoders)
                self._converter = Converter(source, tools, self._on_state)
        return self._converter

    def _prepared(self, encoders: ProxyEncoders) -> tuple[ProxyInput, ProxyTools]:
        source = self._input(encoders)
        heard = source.audio is not None and encoders.sound
        if source.video is None and not heard:
            raise ToolError("This file has nothing that can be converted for the preview.")
        return source, ProxyTools(encoders, sound_head(encoders) if heard else None)

    async def _init(self, request: BaseRequest, converter: Converter) -> StreamResponse:
        response = _response(streamed=False)
        body = b"" if request.method == "HEAD" else await converter.init(_gone(request))
        response.content_length = len(body)
        await response.prepare(request)
        await response.write(body)
        await response.write_eof()
        return response

    async def _segment(
        self, request: BaseRequest, converter: Converter, number: int
    ) -> StreamResponse:
        """Send clusters as they are made; a refusal is told while nothing was sent yet."""
        response = _response(streamed=True)
        if request.method == "HEAD":
            await response.prepare(request)
            return response
        parts = converter.parts(number, _gone(request))
        try:
            async for part in parts:
                if not response.prepared:
                    await response.prepare(request)
                async with asyncio.timeout(WRITE_LIMIT_S):
                    await response.write(part)
            await response.write_eof()
        except StudioError as error:
            if response.prepared:
                raise ConnectionResetError from error
            raise
        finally:
            await parts.aclose()
        return response

    async def _on_stalled(self, client: RoomClient, message: Message) -> object:
        return {"smaller": self._converter is not None and self._converter.slow_down()}

    def _on_state(self, state: ProxyState) -> None:
        speed = None if state.speed is None else round(state.speed, 2)
        message = {
            "event": "proxy",
            "base": self.prefix,
            "width": state.width,
            "height": state.height,
            "speed": speed,
            "error": state.error,
        }
        task = asyncio.get_running_loop().create_task(self.audience.tell(message))
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)


class FileProxyPart(ProxyPart):
    """The converted picture of the room's own file: ``proxy/``."""

    prefix = "proxy"

    def _input(self, encoders: ProxyEncoders) -> ProxyInput:
        found = self._files.segment_map
        if not (found.segments and found.fragmented):
            return WholeInput(probe(found.path, ffmpeg=encoders.ffmpeg))
        registry = FileRegistry()
        entry = registry.get(registry.add(found, self._files.pieces))
        assert entry is not None
        return SegmentedInput(entry)


class SourceProxyPart(ProxyPart):
    """The converted picture of what the file was made from: ``source/``."""

    prefix = "source"

    def __init__(self, files: RoomFiles, encoders: ProxyEncoders | None) -> None:
        super().__init__(files, encoders if files.source is not None else None)

    def _input(self, encoders: ProxyEncoders) -> ProxyInput:
        assert self._files.source is not None
        return WholeInput(probe(self._files.source, ffmpeg=encoders.ffmpeg))


def _codecs(source: ProxyInput, encoders: ProxyEncoders) -> str:
    sound = encoders.sound_codec if source.audio is not None else ""
    return ", ".join(part for part in ("vp8" if source.video is not None else "", sound) if part)


def _response(*, streamed: bool) -> StreamResponse:
    headers = {**SECURITY_HEADERS, "Content-Type": "video/webm"}
    response = StreamResponse(headers={**headers, CLUSTERS_HEADER: "1"} if streamed else headers)
    if streamed:
        response.enable_chunked_encoding()
    return response


def _gone(request: BaseRequest) -> Callable[[], bool]:
    """Return a function that tells whether the page no longer waits for its answer."""

    def gone() -> bool:
        transport = request.transport
        return transport is None or transport.is_closing()

    return gone
