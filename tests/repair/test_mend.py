"""Whole repairs: what is chosen, what is written, what is refused, and that nothing is left."""

import threading
from pathlib import Path

import pytest

from studio.errors import OutputError, RepairError
from studio.repair.mend import CancelledError, mend
from studio.repair.operations import run_operation
from studio.segments.frame_reader import read_media
from studio.segments.reader import read_segment_map
from studio.workflow.mending import mend_file, split_targets
from tests.conftest import X264, ClipFactory
from tests.segments import building as b

VP8 = ("-c:v", "libvpx", "-b:v", "100k", "-cpu-used", "8", "-deadline", "realtime", "-g", "25")
OPUS = ("-c:a", "libopus", "-b:a", "32k")


@pytest.fixture
def raw_webm(make_clip: ClipFactory) -> Path:
    return make_clip("m-raw.webm", size="64x36", sample_rate=48_000, video=VP8, audio=OPUS)


@pytest.fixture
def plain_mp4(make_clip: ClipFactory) -> Path:
    return make_clip("m-plain.mp4", size="64x36", video=(*X264, "-g", "25"))


def test_a_webm_is_reclustered_and_proven(raw_webm: Path, tmp_path: Path) -> None:
    before = raw_webm.read_bytes()
    outcome = mend_file(raw_webm, tmp_path / "out.webm")
    report = outcome.report
    assert outcome.outputs == (tmp_path / "out.webm",)
    assert report.operation == "recluster"
    assert "WEBM-003" in {finding.code for finding in report.before.findings}
    assert report.left == ()
    assert report.frames == sum(len(table) for table in report.before.media.tables)
    assert raw_webm.read_bytes() == before
    assert list(tmp_path.iterdir()) == [tmp_path / "out.webm"]


def test_a_plain_mp4_is_fragmented_and_proven(plain_mp4: Path, tmp_path: Path) -> None:
    outcome = mend_file(plain_mp4, tmp_path / "out.mp4")
    assert outcome.report.operation == "refragment"
    assert read_segment_map(tmp_path / "out.mp4").fragmented
    assert "MP4-001" not in {finding.code for finding in outcome.report.left}


def test_what_is_whole_is_left_alone(raw_webm: Path, tmp_path: Path) -> None:
    mend_file(raw_webm, tmp_path / "once.webm")
    outcome = mend_file(tmp_path / "once.webm", tmp_path / "twice.webm")
    assert outcome.outputs == ()
    assert outcome.report.operation == ""
    assert not (tmp_path / "twice.webm").exists()


@pytest.mark.parametrize("kind", ["webm", "mp4"])
def test_splitting_gives_two_files_in_step(
    kind: str, raw_webm: Path, plain_mp4: Path, tmp_path: Path
) -> None:
    source = raw_webm if kind == "webm" else plain_mp4
    outcome = mend_file(source, tmp_path / f"out.{kind}", split=True)
    assert outcome.outputs == split_targets(tmp_path / f"out.{kind}")
    kinds = [[t.kind.value for t in read_segment_map(path).tracks] for path in outcome.outputs]
    assert kinds == [["video"], ["audio"]]
    shifts = {t.shift_s for mended in outcome.report.results for t in mended.proof.tracks}
    assert len(shifts) == 1


def test_late_sound_stays_late_when_it_is_split(tmp_path: Path) -> None:
    source = tmp_path / "s.webm"
    blocks = b.simple_block(1, 0), b.simple_block(1, 400), b.simple_block(2, 500)
    source.write_bytes(b.webm(b.info(), b.tracks(), b.cluster(5000, *blocks)))
    outcome = mend_file(source, tmp_path / "out.webm", split=True)
    starts = [m.after.media.tables[0].times[0] for m in outcome.report.results]
    assert starts == [0, 500]


def test_sound_alone_cannot_be_split(make_clip: ClipFactory, tmp_path: Path) -> None:
    source = make_clip("m-sound.webm", size=None, seconds=1, sample_rate=48_000, audio=OPUS)
    with pytest.raises(RepairError, match="nothing to split"):
        mend_file(source, tmp_path / "out.webm", split=True)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_copying_cannot_cure_names_the_preset(
    make_clip: ClipFactory, tmp_path: Path
) -> None:
    source = make_clip("m-h264.mkv", size="64x36", seconds=1, video=X264)
    with pytest.raises(RepairError) as caught:
        mend_file(source, tmp_path / "out.webm")
    assert "mp4-copy" in caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_a_repair_without_a_proof_is_not_published(
    raw_webm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoil(operation: str, source: Path, target: Path, **rest: object) -> object:
        done = run_operation(operation, source, target, **rest)  # type: ignore[arg-type]
        data = bytearray(target.read_bytes())
        data[read_media(target).tables[0].offsets[-1] + 8] ^= 0xFF
        target.write_bytes(data)
        return done

    monkeypatch.setattr("studio.repair.mend.run_operation", spoil)
    with pytest.raises(RepairError, match="very same frames"):
        mend_file(raw_webm, tmp_path / "out.webm")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("split", [False, True])
def test_existing_files_are_never_replaced(split: bool, raw_webm: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.webm"
    taken = split_targets(target)[1] if split else target
    taken.write_text("mine")
    with pytest.raises(OutputError, match="exists already"):
        mend_file(raw_webm, target, split=split)
    assert taken.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [taken]


def test_a_name_taken_while_the_repair_runs_is_not_replaced(raw_webm: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.webm"

    def take(fraction: float) -> None:
        if fraction > 0.5:
            target.write_text("mine")

    with pytest.raises(OutputError, match="exists already"):
        mend_file(raw_webm, target, on_progress=take)
    assert target.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [target]


def test_the_source_is_never_the_target(raw_webm: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.webm"
    link.symlink_to(raw_webm)
    for target in (raw_webm, link):
        with pytest.raises(OutputError, match="overwrite its own source"):
            mend_file(raw_webm, target)


@pytest.mark.parametrize("at", [0.05, 0.3, 0.9])
def test_cancelling_leaves_nothing(at: float, raw_webm: Path, tmp_path: Path) -> None:
    stop = threading.Event()

    def cancel(fraction: float) -> None:
        if fraction >= at:
            stop.set()

    with pytest.raises(CancelledError):
        mend_file(raw_webm, tmp_path / "out.webm", on_progress=cancel, cancel=stop)
    assert list(tmp_path.iterdir()) == []


def test_progress_only_grows_and_ends_at_1(raw_webm: Path, tmp_path: Path) -> None:
    seen: list[float] = []
    mend_file(raw_webm, tmp_path / "out.webm", split=True, on_progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_an_unknown_operation_is_named(raw_webm: Path, tmp_path: Path) -> None:
    with pytest.raises(RepairError, match="“polish”"):
        mend(raw_webm, [tmp_path / "part"], operation="polish")


def test_an_operation_can_be_asked_for_by_name(raw_webm: Path, tmp_path: Path) -> None:
    mend_file(raw_webm, tmp_path / "once.webm")
    outcome = mend_file(tmp_path / "once.webm", tmp_path / "twice.webm", operation="recluster")
    assert (tmp_path / "twice.webm").read_bytes() == (tmp_path / "once.webm").read_bytes()
    assert outcome.report.operation == "recluster"


def test_what_is_left_out_is_said(tmp_path: Path) -> None:
    source = tmp_path / "s.webm"
    blocks = b.simple_block(1, 0), b.simple_block(9, 10), b.simple_block(2, 20)
    chapters = b.element(0x1043A770, b"chapters!")
    source.write_bytes(b.webm(b.info(), b.tracks(), chapters, b.cluster(0, *blocks)))
    outcome = mend_file(source, tmp_path / "out.webm")
    said = [change.sentence for change in outcome.report.changes if change.leaves_out]
    assert said == [
        "Left out 1 blocks of tracks that the header does not declare.",
        "Left out the chapters.",
    ]
