"""Twenty viewers of one live stream: nobody stalls, everyone sees the same moment.

Takes a few seconds; with ``MSE_STUDIO_SOAK_S`` as long as that says, a file at 8 Mb/s and then a
test picture that is encoded meanwhile, with viewers who come and go, Chromium and Firefox among
them, and the figures are printed.
"""

import asyncio
import contextlib
import os
import random
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import aiohttp
import psutil
import pytest

from studio import paths
from studio.preview.clusters import Block, blocks_of, read_header
from studio.segments import ebml
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.streams.encoding import EncodedFeed
from studio.streams.encoding_model import LiveCodec, LiveEncoding, LiveSound
from studio.streams.feed import Feed
from studio.streams.live import LiveStream
from studio.streams.names import StreamAddress, StreamKind
from studio.streams.playout import FilePlayout
from studio.streams.service import stream_path
from studio.streams.sources import LiveSource, SourceKind
from studio.streams.status import StreamState
from studio.streams.viewers import ViewerLedger
from studio.transcode.tools import Ffmpeg
from studio.verdict.browsers import Engine
from tests.conftest import ClipFactory
from tests.e2e.live_page import PlainPage, page_url
from tests.e2e.support import pick
from tests.player.pages import opened, pause
from tests.streams.live_clips import GOP_S, VP8, opus_film
from tests.streams.live_fakes import serve

SOAK_S = float(os.environ.get("MSE_STUDIO_SOAK_S", "0"))
SHORT_S = 2.0
VIEWERS = 20
UNIT_S = GOP_S
LATE_S = 0.25 if SOAK_S else 2.0
"""A delay below this is no stall (250 ms); the short run leaves room for a busy machine."""


@dataclass
class Watching:
    """One viewer's time with the stream; times are the monotonic clock's, in s."""

    joined: float
    first_at: float = 0.0
    first_s: float = 0.0
    units: int = 0
    stalls: list[float] = field(default_factory=list)
    last_time: int = -1

    def behind(self) -> float:
        """How far the moment shown is behind the stream's clock; the same for all but a unit."""
        return self.first_at + sum(self.stalls) - self.first_s

    def take(self, data: bytes) -> None:
        """Check one message, and whether it came in time for who plays on and on."""
        now = time.monotonic()
        header = read_header(data)
        assert header is not None
        assert header.id == ebml.CLUSTER
        assert header.data_size == len(data) - header.size  # one whole cluster
        blocks = [*blocks_of(data[header.size :])]
        start = blocks[0].time / 1000
        if not self.units:
            self.first_at, self.first_s = now, start
        else:
            assert start - self.last_time / 1000 < 0.1, "a unit is missing"
            late = now - self.first_at - (start - self.first_s) - sum(self.stalls)
            if late > 0:
                self.stalls.append(late)
        self._check(blocks)
        self.units += 1

    def _check(self, blocks: list[Block]) -> None:
        assert blocks[0].track == 1
        assert blocks[0].keyframe
        for block in blocks:
            assert block.time >= self.last_time, "times decrease"
            self.last_time = block.time


async def _watch(session: aiohttp.ClientSession, url: str, until: float) -> Watching:
    found = Watching(time.monotonic())
    async with session.ws_connect(url, max_msg_size=0) as socket:
        assert (await socket.receive_bytes(timeout=20)).startswith(b"\x1a\x45\xdf\xa3")
        while time.monotonic() < until:
            found.take(await socket.receive_bytes(timeout=20))
    return found


async def _come_and_go(
    session: aiohttp.ClientSession, url: str, until: float, chance: random.Random
) -> list[Watching]:
    """Join, watch for a while, leave, join again; the last time to the end."""
    seen = []
    while (left := until - time.monotonic()) > 1.5:
        await asyncio.sleep(chance.random() * UNIT_S)
        stays = chance.uniform(5, 60) if SOAK_S else left
        seen.append(await _watch(session, url, min(until, time.monotonic() + stays)))
    return seen


async def _all(url: str, seconds: float, count: int) -> list[list[Watching]]:
    until = time.monotonic() + seconds
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        return await asyncio.gather(
            *(_come_and_go(session, url, until, random.Random(n)) for n in range(count))
        )


def _film(make_clip: ClipFactory) -> Path:
    if not SOAK_S:
        return opus_film(make_clip)
    video = (*VP8, "-b:v", "8M", "-minrate", "8M", "-maxrate", "8M")
    return make_clip(
        "streams-core-soak-long.webm", size="640x360", video=video, audio=("-c:a", "libopus"),
        seconds=10, rate="30", filters="noise=alls=20:allf=t",
    )  # fmt: skip


def _encoder(ffmpeg: Ffmpeg) -> EncodedFeed:
    encoding = LiveEncoding(
        LiveCodec.VP8,
        LiveSound.OPUS,
        320,
        180,
        Fraction(30),
        800_000,
        Fraction(UNIT_S).limit_denominator(100),
    )
    return EncodedFeed(LiveSource(SourceKind.TEST), encoding, ffmpeg.path)


@pytest.fixture(params=["file", "encoder"] if SOAK_S else ["file"])
def live(
    request: pytest.FixtureRequest, make_clip: ClipFactory, ffmpeg: Ffmpeg
) -> Iterator[tuple[MediaServer, LiveStream]]:
    feed: Feed = _encoder(ffmpeg)
    if request.param == "file":
        feed = FilePlayout(read_segment_map(_film(make_clip)), loop=True)
    address = StreamAddress(StreamKind.LIVE, "soak")
    stream = LiveStream(address, feed, ledger=ViewerLedger())
    with serve(paths.resources_dir() / "player", stream) as server:
        server.add_service(PlainPage())
        stream.start()
        while stream.status().state is StreamState.PENDING:
            time.sleep(0.02)
        yield server, stream
        stream.stop()


@pytest.mark.timeout(int(SOAK_S) + 300)
def test_twenty_viewers_never_stall_and_see_the_same_moment(
    live: tuple[MediaServer, LiveStream], engines: tuple[Engine, ...]
) -> None:
    server, stream = live
    url = f"{server.base_url}/{stream_path(stream.address)}/socket"
    figures = _Figures()
    with ThreadPoolExecutor() as browsers, figures.sampled():
        pages = []
        if SOAK_S:
            page = page_url(server, (stream_path(stream.address), _MIME))
            pages = [
                browsers.submit(_browse, pick(engines, name), page)
                for name in ("chromium", "firefox")
            ]
        watched = asyncio.run(_all(url, SOAK_S or SHORT_S, VIEWERS - len(pages)))
        states = [page.result() for page in pages]
    everyone = [one for viewer in watched for one in viewer]
    assert len(everyone) >= VIEWERS - len(pages)
    stalls = [stall for one in everyone for stall in one.stalls if stall > LATE_S]
    behind = [one.behind() for one in everyone]
    waits = [one.first_at - one.joined for one in everyone]
    if SOAK_S:
        _tell(figures, everyone, behind, waits, states)
    assert not stalls
    assert max(behind) - min(behind) < UNIT_S + LATE_S  # within one segment
    assert max(waits) < UNIT_S + LATE_S
    assert all(one.units >= 2 for one in everyone)
    assert stream.status().state is StreamState.PLAYING
    assert not any(one.dropped for one in stream.status().viewers)
    for state in states:
        assert not state["errors"], state
        assert not [stall for stall in state["stalls"] if stall > 1000 * LATE_S], state
        assert state["frames"] > (state["time"] - state["begin"]) * 30 * 0.7, state
        assert state["time"] - state["begin"] > (SOAK_S - 20) / 2, state


_MIME = 'video/webm; codecs="vp8,opus"'


def _browse(engine: Engine, url: str) -> dict[str, Any]:
    """Watch in a browser until shortly before the end."""
    until = time.monotonic() + SOAK_S - 5
    with opened(engine, url) as page:
        while time.monotonic() < until:
            pause(1)
        state: dict[str, Any] = page.evaluate("state()")[0]
        return {"engine": engine.identity.name, **state}


class _Figures:
    """Memory of this process over time, and the work of the server's threads."""

    def __init__(self) -> None:
        self.memory: list[float] = []
        self.work: dict[str, float] = {}
        self._process = psutil.Process()

    @contextlib.contextmanager
    def sampled(self) -> Iterator[None]:
        """Take figures until the end of the block; work is s of processor time per s."""
        done = threading.Event()
        before, began = self._times(), time.monotonic()
        thread = threading.Thread(target=self._sample, args=(done,))
        thread.start()
        yield
        took = time.monotonic() - began
        for name, spent in self._times().items():
            self.work[name] = (spent - before.get(name, 0.0)) / took
        done.set()
        thread.join()

    def _sample(self, done: threading.Event) -> None:
        while not done.wait(1.0):
            self.memory.append(self._process.memory_info().rss / 1e6)

    def _times(self) -> dict[str, float]:
        names = {one.native_id: one.name for one in threading.enumerate()}
        spent: dict[str, float] = {}
        for one in self._process.threads():
            name = names.get(one.id, "other")
            spent[name] = spent.get(name, 0.0) + one.user_time + one.system_time
        return spent


def _tell(
    figures: _Figures,
    everyone: list[Watching],
    behind: list[float],
    waits: list[float],
    states: list[dict[str, Any]],
) -> None:
    late = [stall for one in everyone for stall in one.stalls]
    memory = figures.memory
    lines = [
        f"{len(everyone)} visits, {sum(one.units for one in everyone)} units",
        f"late units: {len(late)}, worst {max(late, default=0) * 1000:.0f} ms",
        f"spread of the moment {max(behind) - min(behind):.3f} s",
        f"wait for the first unit: worst {max(waits) * 1000:.0f} ms",
        f"memory {memory[len(memory) // 4]:.0f} -> {memory[-1]:.0f} MB, most {max(memory):.0f}",
        *(f"{name}: {100 * figures.work.get(name, 0):.1f} % of a core" for name in _THREADS),
        *(str({key: state[key] for key in _TOLD}) for state in states),
    ]
    sys.stderr.write("\n" + "\n".join(lines) + "\n")


_THREADS = ("media-server", "play-out", "MainThread")
_TOLD = (
    *("engine", "firstMs", "stalls", "frames", "dropped"),
    *("errors", "messages", "time", "ranges"),
)
