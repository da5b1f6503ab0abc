"""hls.js, Shaka Player and dash.js play our HLS and DASH: files, packages, live until it ends."""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from studio.repair.refragment import refragment
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.streams.live import LiveStream
from studio.streams.live_parts import LiveHttpPart
from studio.streams.names import StreamAddress, StreamKind
from studio.streams.package import Form
from studio.streams.package_write import write_package
from studio.streams.packaging import split_tracks
from studio.streams.service import StreamService
from studio.streams.viewers import ViewerLedger
from studio.streams.vod import VodStream
from studio.streams.vod_parts import VodManifestPart
from studio.streams.window import LiveWindow
from studio.transcode.tools import Ffmpeg
from studio.verdict.browsers import Engine
from tests.conftest import AAC, ClipFactory
from tests.e2e.support import pick
from tests.player.pages import Page, opened, opening, pause
from tests.streams.library_pages import (
    FolderPages,
    PacedFeed,
    grid_url,
    page_url,
    real_libraries,
    serving,
)
from tests.streams.test_window import live_mp4, live_webm

__all__ = ["live_mp4", "live_webm"]

pytestmark = pytest.mark.engine

BROWSERS = ("chromium", "firefox")
HLS, DASH = "hls/master.m3u8", "dash/manifest.mpd"
FRAME_S = 1 / 25
LIMIT_S = 60.0
OVER = "c.ended || (c.live === false && c.paused && c.time > c.length - 0.6)"
"""dash.js now and then pauses half a second before the end of what was live (seen, 5.2.1)."""
BUSY = ("mediaError bufferStalledError", "networkError aborted")
"""What hls.js remarks when the machine is too busy to play, and when one jumps."""
X264_B = ("-c:v", "libx264", "-preset", "veryfast", "-bf", "3", "-g", "25", "-pix_fmt", "yuv420p")

Pages = Sequence[Page]
Clients = Mapping[str, Sequence[str]]
"""Name of each client: its library, and what it is given."""


@pytest.fixture(scope="session")
def plain_mp4(make_clip: ClipFactory) -> Path:
    """Six seconds of H.264 with B-frames and AAC, in one piece: what lip sync is lost with."""
    return make_clip(
        "streams-lists-plain.mp4", seconds=6, size="160x90", sample_rate=44_100, video=X264_B,
        audio=AAC,
    )  # fmt: skip


@pytest.fixture(scope="module")
def server() -> Iterator[MediaServer]:
    with serving(real_libraries()) as running:
        yield running


@pytest.fixture(scope="module")
def browsers(server: MediaServer, engines: Sequence[Engine], qapp: QApplication) -> Iterator[Pages]:
    """Both browsers, launched at the same time; their clients come and go."""
    url = grid_url(server)
    with opening(*(opened(pick(engines, name), url) for name in BROWSERS)) as found:
        yield [page.result() for page in found]


@pytest.fixture
def pages(browsers: Pages) -> Iterator[Pages]:
    """Both browsers without any client."""
    yield browsers
    for page in browsers:
        page.evaluate("document.querySelectorAll('iframe').forEach((one) => one.remove()) ?? 1")


def begin(server: MediaServer, pages: Sequence[Page], clients: Clients) -> None:
    for page in pages:
        for name, (library, manifest) in clients.items():
            url = json.dumps(page_url(server, library, manifest))
            page.evaluate(f"add({json.dumps(name)}, {url})")


def seen_of(page: Page, expression: str) -> dict[str, dict[str, Any]]:
    """Wait until an expression of ``c`` is true of every client, or one gives up."""
    end = time.monotonic() + LIMIT_S
    while True:
        seen = page.evaluate("clients()")
        done = page.evaluate(f"clients().every((c) => c && (c.fatal || ({expression})))")
        if done:
            break
        late = [one for one in seen if not one or not one["ended"]]
        assert time.monotonic() < end, f"{expression}: {late}"
        pause(0.1)
    found = {one["name"]: one for one in page.evaluate("clients()")}
    for name, one in found.items():
        assert not one["fatal"], (name, one)
        worse = [text for text in one["said"] if not text.startswith(BUSY)]
        assert not worse, (name, one)
    return found


def test_libraries_play_files_and_packages_to_their_end(
    server: MediaServer,
    pages: Pages,
    plain_mp4: Path,
    live_webm: Path,
    ffmpeg: Ffmpeg,
    tmp_path: Path,
) -> None:
    """Picture and sound begin together, to the frame, also out of an MP4 with edit lists."""
    fragmented = tmp_path / "fragmented.mp4"
    refragment(plain_mp4, fragmented)
    service = StreamService()
    for name, path in (("mp4", fragmented), ("webm", live_webm)):
        ledger, found = ViewerLedger(), read_segment_map(path)
        parts = [VodManifestPart(found, ledger)]
        address = StreamAddress(StreamKind.VOD, name)
        service.add(VodStream(address, found, ledger=ledger, parts=parts))
    tracks = split_tracks(plain_mp4, tmp_path, ffmpeg.path, segment_s=2)
    for form in Form:
        write_package(tracks, tmp_path / form, form)
    server.add_service(service)
    server.add_service(FolderPages(tmp_path))
    clients = {
        "hls.js": ("hls.js", f"vod/mp4/{HLS}"),
        "hls.js, byte ranges": ("hls.js", "vod/mp4/hls/file-master.m3u8"),
        "Shaka": ("shaka-player", f"vod/mp4/{DASH}"),
        "Shaka, WebM": ("shaka-player", f"vod/webm/{DASH}"),
        "dash.js": ("dashjs", f"vod/mp4/{DASH}"),
        "dash.js, WebM": ("dashjs", f"vod/webm/{DASH}"),
        "hls.js, package in one file": ("hls.js", f"files/{Form.ONE_FILE}/master.m3u8"),
        "hls.js, package in folders": ("hls.js", f"files/{Form.FOLDER}/master.m3u8"),
        "dash.js, package in one file": ("dashjs", f"files/{Form.ONE_FILE}/manifest.mpd"),
        "Shaka, package in folders": ("shaka-player", f"files/{Form.FOLDER}/manifest.mpd"),
    }
    some = [*[*clients][::3], "Shaka, WebM", "dash.js"]
    begin(server, pages[:1], clients)
    begin(server, pages[1:], {name: clients[name] for name in some})
    for page in pages:
        for name, one in seen_of(page, "c.frames >= 3").items():
            assert one["ranges"][0][0] < FRAME_S, (name, "one track begins late")
            length = 24 if "WebM" in name else 6
            page.evaluate(f"(clientOf({name!r}).video.currentTime = {length - 1.2}, 1)")
    for page in pages:
        for name, one in seen_of(page, OVER).items():
            length = 24 if "WebM" in name else 6
            assert abs(one["time"] - length) < 0.1, (name, one)
            assert len(one["ranges"]) <= 2, (name, one)


def test_libraries_play_live_and_end_with_it(
    server: MediaServer, pages: Pages, live_mp4: Path, live_webm: Path
) -> None:
    """Frames go on in real time, a few seconds behind; the end of the stream is an end."""
    service = StreamService()
    server.add_service(service)
    clips = {"mp4": live_mp4, "webm": live_webm}
    clients = {
        "hls.js": ("hls.js", f"live/mp4/{HLS}"),
        "Shaka": ("shaka-player", f"live/mp4/{DASH}"),
        "dash.js": ("dashjs", f"live/mp4/{DASH}"),
        "Shaka, WebM": ("shaka-player", f"live/webm/{DASH}"),
        "dash.js, WebM": ("dashjs", f"live/webm/{DASH}"),
    }
    running = []
    try:
        running += [begin_live(service, n, p) for n, p in clips.items()]
        begin(server, pages, clients)
        for page in pages:
            for name, one in seen_of(page, "c.frames >= 20").items():
                assert one["live"], (name, one)
                assert one["latency"] < 8, (name, one)
        for stream in running:
            stream.stop()
        newest = min(stream.status().position_s for stream in running)
        for page in pages:
            for name, one in seen_of(page, OVER).items():
                assert one["live"] is False, (name, "it knows that the stream has ended")
                assert one["time"] > newest - 1.5, (name, one)
    finally:
        for stream in running:
            stream.stop()


def begin_live(service: StreamService, name: str, path: Path) -> LiveStream:
    """Begin a live stream that is some seconds old."""
    ledger, window = ViewerLedger(), LiveWindow(12, 1)
    stream = LiveStream(
        StreamAddress(StreamKind.LIVE, name),
        PacedFeed(path, ahead_s=5),
        ledger=ledger,
        window=window,
        parts=[LiveHttpPart(window, ledger)],
    )
    service.add(stream)
    stream.start()
    return stream
