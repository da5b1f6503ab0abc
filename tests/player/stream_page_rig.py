"""Streams for the page: a file by name, and a clip played out in real time with faults."""

import asyncio
import contextlib
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace

from aiohttp.web import BaseRequest, Response, StreamResponse

from studio import paths
from studio.errors import StudioError
from studio.segments.model import SegmentMap
from studio.server.app import MediaServer
from studio.streams.feed import Feed, FeedListener, LiveInit, LiveUnit
from studio.streams.live import LiveStream
from studio.streams.live_parts import LiveHttpPart
from studio.streams.names import StreamAddress, StreamKind
from studio.streams.playout import FilePlayout
from studio.streams.service import Published, StreamService, stream_path
from studio.streams.status_part import StatusPart
from studio.streams.viewers import Viewer, ViewerLedger
from studio.streams.vod import VodStream
from studio.streams.window import LiveWindow

SPOILT = b"\x1f\x43\xb6\x75\x84\xee\xee\xee\xee" * 400
"""Clusters that hold nothing known."""


class FaultyPlayout:
    """Plays a clip out in real time, round and round, with faults on demand. A Feed.

    Args:
        found: the clip.
    """

    def __init__(self, found: SegmentMap) -> None:
        self._found = found
        self._playout: FilePlayout | None = None
        self._listener: FeedListener | None = None
        self._units = threading.Semaphore(0)
        self._left_out = 0
        self._missing = 0

    def start(self, listener: FeedListener) -> None:
        self._listener, self._left_out, self._missing = listener, 0, 0
        self._playout = FilePlayout(self._found, loop=True)
        self._playout.start(self)

    def stop(self) -> None:
        if self._playout is not None:
            self._playout.stop()

    def leave_out(self, count: int) -> None:
        """So many of the next units never come."""
        self._left_out = count

    def fail(self, what: str) -> None:
        """End with a failure."""
        if self._listener is not None:
            self._listener.on_end(StudioError(what))

    def wait_for(self, count: int) -> None:
        """Return when so many more units have been told."""
        for _ in range(count):
            assert self._units.acquire(timeout=20)

    def on_init(self, init: LiveInit) -> None:
        if self._listener is not None:
            self._listener.on_init(init)

    def on_unit(self, unit: LiveUnit) -> None:
        if self._left_out:
            self._left_out -= 1
            self._missing += 1
        elif self._listener is not None:
            self._listener.on_unit(replace(unit, number=unit.number - self._missing))
            self._units.release()

    def on_end(self, problem: StudioError | None) -> None:
        if self._listener is not None:
            self._listener.on_end(problem)


class Spoiler:
    """Sends one segment of a VOD as bytes that no engine takes.

    Args:
        number: of the segment.
    """

    def __init__(self, number: int) -> None:
        self._number = number

    async def answer(
        self, request: BaseRequest, rest: list[str], executor: Executor
    ) -> StreamResponse | None:
        if rest != ["segments", str(self._number)]:
            return None
        return Response(body=SPOILT, headers={"Content-Type": "video/webm"})


def vod(name: str, found: SegmentMap) -> VodStream:
    """A file by name."""
    ledger = ViewerLedger()
    stream = VodStream(StreamAddress(StreamKind.VOD, name), found, ledger=ledger)
    stream.add_part(StatusPart(stream, ledger))
    return stream


class Cutter:
    """Knows the viewers who are sent units, and cuts their connections when told."""

    def __init__(self, ledger: ViewerLedger) -> None:
        self._ledger = ledger
        self.viewers: list[Viewer] = []
        self._lines: list[tuple[asyncio.AbstractEventLoop, asyncio.Transport]] = []

    async def answer(
        self, request: BaseRequest, rest: list[str], executor: Executor
    ) -> StreamResponse | None:
        if rest == ["socket"] and isinstance(request.transport, asyncio.Transport):
            self.viewers.append(self._ledger.of(request, "socket"))
            self._lines.append((asyncio.get_running_loop(), request.transport))
        return None

    def cut(self) -> int:
        """Cut every connection without a word; return how many there were."""
        lines, self._lines = self._lines, []
        for loop, transport in lines:
            loop.call_soon_threadsafe(transport.abort)
        return len(lines)


@dataclass
class Live:
    """A live stream with everything that it offers."""

    stream: LiveStream
    cutter: Cutter


def live(name: str, feed: Feed, *, window_s: float = 12.0) -> Live:
    """Make a live stream; it is not started."""
    ledger, window = ViewerLedger(), LiveWindow(window_s, segment_s=0.5)
    cutter = Cutter(ledger)
    address = StreamAddress(StreamKind.LIVE, name)
    http = LiveHttpPart(window, ledger)
    stream = LiveStream(address, feed, ledger=ledger, window=window, parts=(http,))
    stream._parts = (cutter, *stream._parts)
    return Live(stream, cutter)


@contextlib.contextmanager
def served(*streams: Published) -> Iterator[MediaServer]:
    """A server that offers streams; live ones are stopped in the end."""
    service = StreamService()
    for stream in streams:
        service.add(stream)
    with MediaServer(paths.resources_dir() / "player") as server:
        server.add_service(service)
        try:
            yield server
        finally:
            stop_all(streams)


def stop_all(streams: Sequence[Published]) -> None:
    """End what is live."""
    for stream in streams:
        if isinstance(stream, LiveStream):
            stream.stop()


def page_url(server: MediaServer, stream: Published, way: str, **more: str) -> str:
    """The page of a stream, playing by itself."""
    told = {"autoplay": "1", "lang": "en", **more}
    return server.page_url("stream/index.html", stream=stream_path(stream.address), way=way, **told)


class LadderPart:
    """HLS of some files as rungs of one ladder, each by byte range: ``hls/ladder.m3u8``.

    Args:
        rungs: the same film in several rates, cut alike.
    """

    def __init__(self, *rungs: SegmentMap) -> None:
        self._rungs = rungs

    async def answer(
        self, request: BaseRequest, rest: list[str], executor: Executor
    ) -> StreamResponse | None:
        match rest:
            case ["hls", "ladder.m3u8"]:
                return Response(text="\n".join(["#EXTM3U", *map(self._variant, self._names())]))
            case ["hls", name] if name in self._names():
                return Response(text=_media(self._rungs[int(name[0])], name.replace("m3u8", "mp4")))
            case ["hls", name] if name.replace("mp4", "m3u8") in self._names():
                wanted = request.http_range
                data = self._rungs[int(name[0])].path.read_bytes()[wanted.start : wanted.stop]
                return Response(status=206, body=data, headers={"Content-Type": "video/mp4"})
        return None

    def _names(self) -> list[str]:
        return [f"{number}.m3u8" for number in range(len(self._rungs))]

    def _variant(self, name: str) -> str:
        found = self._rungs[int(name[0])]
        codecs, height = found.mime.split('"')[1], found.tracks[0].height
        rate = round(8 * found.size_bytes / found.duration_s)
        told = f'BANDWIDTH={rate},CODECS="{codecs}",RESOLUTION=16x{height}'
        return f"#EXT-X-STREAM-INF:{told}\n{name}"


def _media(found: SegmentMap, name: str) -> str:
    lines = ["#EXTM3U", "#EXT-X-TARGETDURATION:1"]
    lines.append(f'#EXT-X-MAP:URI="{name}",BYTERANGE="{found.init_size}@{found.init_offset}"')
    for one in found.segments:
        lines += [f"#EXTINF:{float(one.duration_s):.6f},"]
        lines += [f"#EXT-X-BYTERANGE:{one.size}@{one.offset}", name]
    return "\n".join([*lines, "#EXT-X-ENDLIST"])
