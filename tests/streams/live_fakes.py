"""A feed that a test pushes by hand, a server with one live stream, and clients that listen."""

import asyncio
import contextlib
import threading
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

import aiohttp

from studio.errors import StudioError
from studio.server.app import MediaServer
from studio.streams.feed import FeedListener, LiveInit, LiveUnit
from studio.streams.live import LiveStream
from studio.streams.names import StreamAddress, StreamKind
from studio.streams.service import Published, StreamPart, StreamService, stream_path
from studio.streams.viewers import ViewerLedger

Value = TypeVar("Value")
MIME = 'video/webm; codecs="vp8"'
LIMIT_S = 20.0


class HandFeed:
    """Gives what the test says, on the test's thread."""

    def __init__(self) -> None:
        self.listener: FeedListener | None = None
        self.starts = 0
        self.stops = 0

    def start(self, listener: FeedListener) -> None:
        self.listener = listener
        self.starts += 1

    def stop(self) -> None:
        self.stops += 1
        if self.listener is not None:
            self.listener.on_end(None)

    def init(self, data: bytes = b"init", version: int = 0) -> None:
        assert self.listener is not None
        self.listener.on_init(LiveInit(MIME, data, version))

    def unit(self, number: int, data: bytes = b"", *, length_s: Fraction = Fraction(1)) -> None:
        assert self.listener is not None
        data = data or b"unit %d" % number
        self.listener.on_unit(LiveUnit(number, number * length_s, length_s, data))

    def end(self, problem: StudioError | None = None) -> None:
        assert self.listener is not None
        self.listener.on_end(problem)


@dataclass
class Live:
    """A served live stream."""

    server: MediaServer
    stream: LiveStream
    feed: HandFeed
    ledger: ViewerLedger

    def url(self, rest: str, query: str = "") -> str:
        """The address of one of its paths."""
        path = f"{self.server.base_url}/{stream_path(self.stream.address)}/{rest}"
        return f"{path}?{query}" if query else path


@contextlib.contextmanager
def serve(player_dir: Path, *streams: Published) -> Iterator[MediaServer]:
    """A server that offers streams."""
    service = StreamService()
    for stream in streams:
        service.add(stream)
    with MediaServer(player_dir) as server:
        server.add_service(service)
        yield server


@contextlib.contextmanager
def hand_live(folder: Path, parts: Sequence[StreamPart] = ()) -> Iterator[Live]:
    """A served live stream that is pushed by hand; it has been started."""
    feed, ledger = HandFeed(), ViewerLedger()
    stream = LiveStream(StreamAddress(StreamKind.LIVE, "hand"), feed, ledger=ledger, parts=parts)
    with serve(folder, stream) as server:
        stream.start()
        yield Live(server, stream, feed, ledger)
        stream.stop()


def talk(work: Callable[[aiohttp.ClientSession], Awaitable[Value]]) -> Value:
    """Run a client's work to its end, within a generous time."""

    async def run() -> Value:
        async with asyncio.timeout(LIMIT_S * 3), aiohttp.ClientSession() as session:
            return await work(session)

    return asyncio.run(run())


async def messages(socket: aiohttp.ClientWebSocketResponse, count: int) -> list[bytes]:
    """The next binary messages."""
    async with asyncio.timeout(LIMIT_S):
        return [await socket.receive_bytes() for _ in range(count)]


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds; fails after a generous time."""
    async with asyncio.timeout(LIMIT_S):
        while not holds():
            await asyncio.sleep(0.01)


class Heard:
    """A listener that keeps what it is told."""

    def __init__(self) -> None:
        self.inits: list[LiveInit] = []
        self.units: list[LiveUnit] = []
        self.problem: StudioError | None = None
        self.ended = threading.Event()

    def on_init(self, init: LiveInit) -> None:
        self.inits.append(init)

    def on_unit(self, unit: LiveUnit) -> None:
        self.units.append(unit)

    def on_end(self, problem: StudioError | None) -> None:
        assert not self.ended.is_set(), "the end was told twice"
        self.problem = problem
        self.ended.set()
