"""What ffmpeg 9 muxes by default, repaired, plays to its last frame in every engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.verdict.browsers import Engine
from studio.verdict.model import Ladder, Outcome
from studio.workflow.bench import Bench
from studio.workflow.mending import mend_file
from tests.conftest import ClipFactory
from tests.e2e.support import pick

pytestmark = pytest.mark.engine

REALTIME = ("-b:v", "200k", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8", "-g", "25")
VP8, VP9 = ("-c:v", "libvpx", *REALTIME), ("-c:v", "libvpx-vp9", *REALTIME)
KINDS = {
    "vp8-vorbis-44100": (VP8, "libvorbis", 44_100),
    "vp8-vorbis-48000": (VP8, "libvorbis", 48_000),
    "vp8-opus-44100": (VP8, "libopus", 44_100),
    "vp8-opus-48000": (VP8, "libopus", 48_000),
    "vp9-opus-44100": (VP9, "libopus", 44_100),
    "vp9-opus-48000": (VP9, "libopus", 48_000),
}
FRAMES = 50


@pytest.fixture(scope="module")
def bench(engines: tuple[Engine, ...]) -> Iterator[Bench]:
    """The engines, launched once for all films."""
    with Bench([pick(engines, name) for name in ("chromium", "firefox", "embedded")]) as opened:
        yield opened


@pytest.fixture(params=KINDS)
def raw(request: pytest.FixtureRequest, make_clip: ClipFactory) -> Path:
    """Two seconds as ffmpeg writes them."""
    video, sound, rate = KINDS[request.param]
    # ffmpeg's Opus encoder takes 48 kHz alone: 44.1 kHz is converted on the way.
    return make_clip(
        f"repair-{request.param}.webm",
        size="160x90",
        sample_rate=rate,
        channels=2,
        video=video,
        audio=("-c:a", sound, *(("-ar", "48000") if sound == "libopus" else ())),
    )


def test_a_repaired_film_plays_to_its_last_frame(raw: Path, tmp_path: Path, bench: Bench) -> None:
    target = tmp_path / "repaired.webm"
    outcome = mend_file(raw, target)
    assert "WEBM-003" in {finding.code for finding in outcome.report.before.findings}
    assert outcome.report.left == ()
    verdict = bench.check(target)
    assert len(verdict.reports) == 3
    assert verdict.ladder in (Ladder.PASS, Ladder.WARN), verdict
    for report in verdict.reports:
        assert report.outcome is Outcome.PLAYED, report
        assert report.reached_end, report
        assert (report.frames_expected, report.frames_decoded >= FRAMES) == (FRAMES, True), report


def test_the_picture_and_the_sound_of_a_split_film_play(
    make_clip: ClipFactory, tmp_path: Path, bench: Bench
) -> None:
    video, sound, rate = KINDS["vp9-opus-48000"]
    source = make_clip(
        "repair-vp9-opus-48000.webm",
        size="160x90",
        sample_rate=rate,
        channels=2,
        video=video,
        audio=("-c:a", sound, "-ar", "48000"),
    )
    outcome = mend_file(source, tmp_path / "halves.webm", split=True)
    assert [path.name for path in outcome.outputs] == ["halves-video.webm", "halves-audio.webm"]
    for path in outcome.outputs:
        verdict = bench.check(path)
        assert [one.outcome for one in verdict.reports] == [Outcome.PLAYED] * 3, verdict
