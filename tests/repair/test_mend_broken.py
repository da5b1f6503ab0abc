"""Every way in which a WebM can be broken: repaired so that engines will take it, or refused."""

from pathlib import Path

import pytest

from studio.errors import StudioError
from studio.repair.breaking.run import break_file, breakers_for
from studio.repair.recluster import recluster
from studio.workflow.mending import mend_file
from tests.conftest import ClipFactory

VP8 = ("-c:v", "libvpx", "-b:v", "100k", "-cpu-used", "8", "-deadline", "realtime", "-g", "25")
OPUS = ("-c:a", "libopus", "-b:a", "32k")

CURED = (
    "webm-block-order", "webm-cluster-first", "webm-clusters-inside-gops", "webm-doc-type",
    "webm-dropped-frame",
    "webm-false-keyframe",
    "webm-hidden-keyframe", "webm-foreign-name", "webm-group-without-block",
    "webm-high-track-number", "webm-keyframe-before-zero", "webm-lacing", "webm-late-500",
    "webm-no-first-keyframe", "webm-pre-skip", "webm-second-sound-track",
    "webm-swapped-clusters", "webm-two-additions", "webm-two-blocks-in-group",
    "webm-two-codec-ids", "webm-undeclared-track", "webm-video-gap-400",
    "webm-zero-default-duration",
)  # fmt: skip


@pytest.fixture(scope="module")
def broken(make_clip: ClipFactory, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One file for each breaker, by its id."""
    raw = make_clip(
        "mend-raw.webm",
        seconds=4,
        rate="30",
        size="64x36",
        sample_rate=48_000,
        video=VP8,
        audio=OPUS,
    )
    folder = tmp_path_factory.mktemp("broken")
    sound = folder / "sound.webm"
    recluster(raw, sound)
    wanted = {breaker.id for breaker in breakers_for(sound)} & set(CURED)
    made = break_file(sound, folder / "variants", codes=sorted(wanted))
    return {one.breaker: one.path for one in made}


@pytest.mark.parametrize("name", CURED)
def test_cured_by_copying(name: str, broken: dict[str, Path], tmp_path: Path) -> None:
    outcome = mend_file(broken[name], tmp_path / "mended.webm")
    report = outcome.report
    assert outcome.outputs, "it was taken for sound"
    assert report.left == ()
    measured = [p for p in report.results[0].after.predictions if p.version]
    chromium_and_firefox = [p for p in measured if p.engine in ("chromium", "embedded", "firefox")]
    assert len(chromium_and_firefox) == 3
    assert all(prediction.plays for prediction in chromium_and_firefox), chromium_and_firefox


def test_what_is_refused_leaves_nothing(broken: dict[str, Path], tmp_path: Path) -> None:
    junk = tmp_path / "junk.webm"
    junk.write_bytes(broken["webm-lacing"].read_bytes()[:300])
    with pytest.raises(StudioError):
        mend_file(junk, tmp_path / "mended.webm")
    assert list(tmp_path.iterdir()) == [junk]
