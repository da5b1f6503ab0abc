"""Rung switches in real engines, and bundles from plain web servers."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from studio import paths
from studio.presets.store import PresetStore
from studio.segments.manifests import read_presentation
from studio.segments.presentation import Presentation
from studio.segments.reader import read_segment_map
from studio.streams.package import Form, Rendition
from studio.streams.package_write import write_package
from studio.transcode.tools import Ffmpeg
from studio.verdict.browsers import Engine
from studio.verdict.model import Ladder as Word
from studio.verdict.model import Outcome, Verdict
from studio.workflow.bench import Bench
from studio.workflow.bundle import make_bundle
from studio.workflow.ladder import Ladder, LadderWishes, make_ladder
from studio.workflow.ladder_check import fit_findings
from studio.workflow.ladder_rungs import Rung
from studio.workflow.ladder_switches import SwitchCheck
from tests.conftest import ClipFactory
from tests.e2e.support import pick
from tests.player.pages import Page, opened, pause, wait_for

pytestmark = pytest.mark.engine

RUNGS = (Rung(180, 300_000), Rung(90, 100_000))
FAST = (("speed", "fastest"),)
FRAGMENTS = ("-movflags", "+frag_keyframe+delay_moov+default_base_moof")
BUNDLE_FRAMES = 75


@pytest.fixture(scope="module")
def source(make_clip: ClipFactory) -> Path:
    """Three seconds with sound, so that 1 s segments have two boundaries."""
    return make_clip("streams-ladder-played", seconds=3, sample_rate=48_000)


@pytest.fixture(scope="module")
def made(
    source: Path, ffmpeg: Ffmpeg, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Ladder]:
    """One ladder that browsers play, and one that the embedded engine plays."""
    folder = tmp_path_factory.mktemp("played-ladders")
    store = PresetStore(paths.built_in_presets_dir(), folder / "none")
    ladders = {}
    for name in ("mp4-h264-aac", "webm-vp9-opus"):
        wishes = LadderWishes(store.get(name), RUNGS, Fraction(1), extra=FAST)
        ladders[name] = make_ladder(source, wishes, folder / name, ffmpeg=ffmpeg)
    return ladders


@pytest.fixture(scope="module")
def crooked(make_clip: ClipFactory, tmp_path_factory: pytest.TempPathFactory) -> Presentation:
    """Two rungs with other distances of keyframes: 25 and 30 frames."""
    renditions = []
    for size, gop in (("320x180", "25"), ("160x90", "30")):
        video = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p")
        rhythm = ("-g", gop, "-keyint_min", gop, "-sc_threshold", "0")
        clip = make_clip(
            f"streams-ladder-crooked-{gop}", seconds=3, size=size, sample_rate=None,
            video=(*video, *rhythm), extra=FRAGMENTS,
        )  # fmt: skip
        renditions.append(Rendition(clip, read_segment_map(clip), f"gop{gop}"))
    folder = tmp_path_factory.mktemp("crooked") / "package"
    write_package(renditions, folder, Form.ONE_FILE)
    return read_presentation(folder / "master.m3u8")


def played(presentation: Presentation, bench: Bench) -> Verdict:
    """Have every change played, and nothing else."""
    check = SwitchCheck([replace(r, name=Path(r.name).stem) for r in presentation.renditions])
    with bench.borrowed() as (sessions, server, is_cancelled), check.served(server):
        reports = [check.play(one, lambda _text: None, is_cancelled) for one in sessions]
    return check.verdict(reports, fit_findings(presentation.renditions))


@pytest.mark.parametrize(
    ("name", "preset"),
    [
        ("chromium", "mp4-h264-aac"),
        ("firefox", "mp4-h264-aac"),
        ("embedded", "webm-vp9-opus"),
    ],
)
def test_every_change_is_played_and_one_that_does_not_fit_is_seen(
    engines: tuple[Engine, ...],
    made: dict[str, Ladder],
    crooked: Presentation,
    name: str,
    preset: str,
) -> None:
    with Bench([pick(engines, name)]) as bench:
        good = played(read_presentation(made[preset].playlist), bench)
        bad = played(crooked, bench) if name != "firefox" else None
    assert good.ladder is Word.PASS, good
    assert good.reports[0].messages[0] == "4 of 4 changes between rungs were played."
    if bad is None:
        return
    if name == "embedded":
        assert bad.reports[0].outcome is Outcome.UNSUPPORTED
        return
    assert bad.ladder is Word.FAIL
    codes = {finding.code: finding.message for finding in bad.findings}
    assert "first at 1.000 s" in codes["LADDER-001"]
    assert bad.reports[0].outcome is Outcome.FAILED
    assert "“gop25” to “gop30” at 1.200 s fails: the buffer has a gap" in codes["LADDER-009"]


class _Plain(SimpleHTTPRequestHandler):
    """Knows nothing of ranges, as small servers do."""

    protocol_version = "HTTP/1.1"

    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Say nothing."""


class _Ranged(_Plain):
    """Answers one range."""

    def do_GET(self) -> None:
        wanted = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
        path = Path(self.translate_path(self.path))
        if wanted is None or not path.is_file():
            super().do_GET()
            return
        first, last = int(wanted[1]), int(wanted[2])
        with path.open("rb") as file:
            file.seek(first)
            data = file.read(last - first + 1)
        self.send_response(206)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Content-Range", f"bytes {first}-{last}/{path.stat().st_size}")
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def site(folder: Path, handler: type[_Plain]) -> Iterator[str]:
    """Serve a folder; returns its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def bundle(
    made: dict[str, Ladder], make_clip: ClipFactory, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A ladder and a WebM, two folders below the root of a site."""
    vp8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8", "-g", "25")
    webm = make_clip("streams-ladder-bundled.webm", seconds=3, video=vp8, sample_rate=None)
    root = tmp_path_factory.mktemp("site")
    (root / "films").mkdir()
    subjects = [made["mp4-h264-aac"].folder, webm]
    return make_bundle(subjects, root / "films" / "with ünïcode").path


def play_to_the_end(page: Page) -> int:
    """Play what the page shows and return how many frames were decoded."""
    ready = (
        "(() => { const v = document.querySelector('video'); return v && v.readyState >= 2; })()"
    )
    wait_for(page, f"{ready} || document.querySelector('.bad')?.textContent")
    page.evaluate("(() => { const v = document.querySelector('video'); v.muted = true; "
                  "v.playbackRate = 4; return v.play().then(() => true); })()")  # fmt: skip
    over = "document.querySelector('video').ended || document.querySelector('.bad')?.textContent"
    assert wait_for(page, over) is True
    count = "document.querySelector('video').getVideoPlaybackQuality().totalVideoFrames"
    wait_for(page, f"{count} >= {BUNDLE_FRAMES}")
    return int(page.evaluate(count))


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_a_bundle_plays_from_any_server_with_ranges_and_without(
    engines: tuple[Engine, ...], bundle: Path, name: str
) -> None:
    path = "/films/with%20%C3%BCn%C3%AFcode/index.html"
    root = bundle.parent.parent
    with site(root, _Ranged) as ranged, site(root, _Plain) as plain:
        ways = [f"{plain}{path}?item=1"]
        if name == "chromium":
            ways = [f"{ranged}{path}?item=1", f"{plain}{path}?item=2"]
        with opened(pick(engines, name), ways[0]) as page:
            assert play_to_the_end(page) >= BUNDLE_FRAMES
            assert page.evaluate("document.querySelectorAll('#quality option').length") == 3
            for way in ways[1:]:
                page.evaluate(f"setTimeout(() => location.assign({way!r}), 20) && true")
                wait_for(page, f"location.href === {way!r}")
                pause(0.2)
                assert play_to_the_end(page) >= BUNDLE_FRAMES
