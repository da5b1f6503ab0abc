"""Streams for the page: a file by name, and a clip played out in real time with faults."""

import contextlib
import threading
import time
from collections.abc import Iterator, Sequence
from fractions import Fraction

from studio import paths
from studio.errors import StudioError
from studio.segments.model import SegmentMap
from studio.server.app import MediaServer
from studio.streams.feed import FeedListener, LiveInit, LiveUnit
from studio.streams.live import LiveStream
from studio.streams.live_parts import LiveHttpPart
from studio.streams.names import StreamAddress, StreamKind
from studio.streams.service import Published, StreamService, stream_path
from studio.streams.status_part import StatusPart
from studio.streams.viewers import ViewerLedger
from studio.streams.vod import VodStream
from studio.streams.window import LiveWindow


class ClipFeed:
    """Plays a clip's segments in real time, on a thread of its own.

    ``left_out`` are numbers of units that never come. A clip that follows another begins with
    an init segment of its own, its times as they are in its bytes.
    """

    def __init__(self, *maps: SegmentMap, left_out: frozenset[int] = frozenset()) -> None:
        self._maps = maps
        self._left_out = left_out
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self.began_at = 0.0

    def start(self, listener: FeedListener) -> None:
        self._stopping.clear()
        self._thread = threading.Thread(target=self._run, args=(listener,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(10)

    def _run(self, listener: FeedListener) -> None:
        self.began_at = time.monotonic()
        number, played = 0, Fraction(0)
        problem: StudioError | None = None
        for version, found in enumerate(self._maps):
            data = found.path.read_bytes()
            init = data[found.init_offset : found.init_offset + found.init_size]
            listener.on_init(LiveInit(found.mime, init, version))
            for segment in found.segments:
                begin, length = segment.start_s, segment.duration_s
                due = self.began_at + float(played + length)
                if self._stopping.wait(max(0.0, due - time.monotonic())):
                    listener.on_end(None)
                    return
                played += length
                part = data[segment.offset : segment.offset + segment.size]
                if number not in self._left_out:
                    listener.on_unit(LiveUnit(number, begin, length, part, init_version=version))
                number += 1
        listener.on_end(problem)


def vod(name: str, found: SegmentMap) -> VodStream:
    """A file by name."""
    ledger = ViewerLedger()
    stream = VodStream(StreamAddress(StreamKind.VOD, name), found, ledger=ledger)
    stream.add_part(StatusPart(stream, ledger))
    return stream


def live(name: str, feed: ClipFeed, *, window_s: float = 12.0) -> LiveStream:
    """A live stream with everything that it offers; not started."""
    ledger, window = ViewerLedger(), LiveWindow(window_s, segment_s=0.5)
    address = StreamAddress(StreamKind.LIVE, name)
    http = LiveHttpPart(window, ledger)
    return LiveStream(address, feed, ledger=ledger, window=window, parts=(http,))


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
