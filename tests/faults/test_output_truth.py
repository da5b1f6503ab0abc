"""Faults of sources, folders and disks (A, B, D): what a job says is what is on the disk."""

import errno
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from studio.errors import OutputError, StudioError
from studio.segments.reader import read_segment_map
from studio.transcode import publish as publishing
from studio.transcode.job import FinishResult, drop_incomplete, keep_incomplete
from studio.transcode.model import EncodePlan, FailureCause, JobOutcome, JobState, Overrides
from studio.transcode.process import Patience
from studio.transcode.tools import Ffmpeg, find_ffmpeg
from studio.workflow.deliver import finish
from tests.conftest import ClipFactory
from tests.faults.conftest import Desk, Invariants, told
from tests.transcode.conftest import WAIT_S, EventLog, Studio

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts and mounts of POSIX")
Fake = Callable[..., Ffmpeg]
FAST = Overrides(extra=(("speed", "fastest"),))
VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8")
VORBIS = ("-c:a", "libvorbis")
BRIEF = Patience(finish_s=0.3, name_s=0.2)


@pytest.fixture
def source(make_clip: ClipFactory) -> Path:
    return make_clip("supervised.mp4", size="64x36", seconds=1)


@pytest.fixture
def long(make_clip: ClipFactory) -> Path:
    return make_clip("job-long.mp4", size="640x360", seconds=60, rate="30")


@pytest.fixture
def plan(studio: Studio, source: Path) -> EncodePlan:
    return studio.plan(source, "mp4-h264-aac")


@pytest.fixture
def result(studio: Studio, source: Path, tmp_path: Path) -> Path:
    """A file as a good ffmpeg writes it, for the fakes."""
    made, _ = studio.encode(source, "mp4-h264-aac", target=tmp_path / "good.mp4")
    return made


def sentence(outcome: JobOutcome) -> str:
    """Return what the user is told, which must say what to do as well."""
    return told(StudioError(outcome.what, hint=outcome.hint, detail=outcome.detail))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class Meddler(EventLog):
    """Does something to the world once, when ffmpeg is at work."""

    def __init__(self, meddle: Callable[[], object]) -> None:
        super().__init__()
        self._meddle = meddle

    def on_progress(self, job_id: str, progress: object) -> None:
        super().on_progress(job_id, progress)  # type: ignore[arg-type]
        if self.moved.is_set() and self._meddle is not None:
            meddle, self._meddle = self._meddle, lambda: None
            meddle()


# -- A5, A6, A10: sources that are not whole ---------------------------------------------


@pytest.fixture(params=["mp4", "webm"])
def cut(request: pytest.FixtureRequest, make_clip: ClipFactory, tmp_path: Path) -> Path:
    """The first half of a file of 8 s that says in front how long it is."""
    if request.param == "mp4":
        front = ("-movflags", "+faststart")
        whole = make_clip("whole-front.mp4", size="160x90", seconds=8, extra=front)
    else:
        whole = make_clip("whole.webm", size="160x90", seconds=8, video=VP8, audio=VORBIS)
    path = tmp_path / f"cut.{request.param}"
    path.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    return path


@pytest.mark.parametrize("preset", ["webm-vp8-vorbis", "mp4-h264-aac"])
def test_a5_a_truncated_source_is_incomplete_and_its_part_is_kept(
    studio: Studio, cut: Path, preset: str, events: EventLog, invariants: Invariants
) -> None:
    with invariants():
        studio.job(studio.plan(cut, preset, FAST), events=events, finish=finish).run()
    outcome = events.outcome
    assert outcome.state is JobState.INCOMPLETE
    assert sentence(outcome).startswith("Finished early: ")
    assert sentence(outcome).endswith(" of 8.0 s. The source seems damaged at the end.")
    assert outcome.output is None
    assert outcome.kept is not None
    assert names(studio.folder) == [outcome.kept.name]
    found = read_segment_map(outcome.kept)
    assert 2 < found.duration_s < 7
    assert not found.truncated
    assert not found.block_order_faults  # cured, not only kept
    assert outcome.facts is not None
    assert outcome.facts.segments == len(found.segments)


def test_a5_what_is_kept_gets_a_name_only_on_request(
    studio: Studio, cut: Path, events: EventLog
) -> None:
    target = studio.folder / "film.webm"
    job = studio.job(
        studio.plan(cut, "webm-vp8-vorbis", FAST), target, events=events, finish=finish
    )
    job.run()
    kept = events.outcome.kept
    assert kept is not None
    (studio.folder / "film (incomplete).webm").write_bytes(b"mine")
    assert keep_incomplete(kept, target).name == "film (incomplete) (2).webm"
    assert names(studio.folder) == ["film (incomplete) (2).webm", "film (incomplete).webm"]
    assert (studio.folder / "film (incomplete).webm").read_bytes() == b"mine"
    with pytest.raises(OutputError, match="not there any more"):
        keep_incomplete(kept, target)


def test_a5_what_is_kept_can_be_dropped(studio: Studio, cut: Path, events: EventLog) -> None:
    studio.job(studio.plan(cut, "mp4-h264-aac", FAST), events=events, finish=finish).run()
    assert events.outcome.kept is not None
    drop_incomplete(events.outcome.kept)
    drop_incomplete(events.outcome.kept)
    assert names(studio.folder) == []


@pytest.mark.parametrize("kind", ["flipped", "zeroed"])
def test_a6_damage_inside_is_done_with_a_warning_that_counts(
    desk: Desk, make_clip: ClipFactory, tmp_path: Path, kind: str
) -> None:
    whole = make_clip("flips.mp4", size="160x90", seconds=4)
    data = bytearray(whole.read_bytes())
    start = data.index(b"mdat") + 3_000
    if kind == "flipped":
        for place in range(start, start + 60_000, 400):
            data[place] ^= 0xFF
    else:
        data[start : start + 40_000] = bytes(40_000)
    source = tmp_path / "damaged.mp4"
    source.write_bytes(data)
    outcome = desk.run(desk.studio.plan(source, "mp4-h264-aac", FAST))
    assert outcome.state is JobState.DONE_WITH_WARNINGS
    warning = next(w for w in outcome.warnings if "while reading" in w)
    assert int(warning.split()[0]) > 1
    assert warning.endswith("errors while reading; pictures may be damaged.")


def test_a_sound_file_is_done_without_warnings(desk: Desk, source: Path) -> None:
    for preset in ("webm-vp8-vorbis", "mp4-h264-aac"):
        outcome = desk.run(desk.studio.plan(source, preset))
        assert (outcome.state, outcome.warnings) == (JobState.DONE, ())
        assert outcome.facts is not None
        assert outcome.output is not None
        assert outcome.facts.size_bytes == outcome.output.stat().st_size


def test_a10_a_source_cut_while_it_is_read_is_incomplete(
    studio: Studio, long: Path, tmp_path: Path
) -> None:
    source = tmp_path / "shrinking.mp4"
    shutil.copyfile(long, source)
    plan = studio.plan(source, "webm-vp8-vorbis", FAST)
    events = Meddler(lambda: os.truncate(source, source.stat().st_size // 2))
    studio.job(plan, events=events, finish=finish).run()
    outcome = events.outcome
    assert outcome.state is JobState.INCOMPLETE
    assert sentence(outcome).startswith("Finished early: ")
    assert outcome.kept is not None
    assert names(studio.folder) == [outcome.kept.name]


def test_a_source_that_is_gone_fails_with_that_cause(
    studio: Studio, source: Path, tmp_path: Path, events: EventLog
) -> None:
    moved = tmp_path / "moved.mp4"
    shutil.copyfile(source, moved)
    plan = studio.plan(moved, "mp4-h264-aac")
    moved.unlink()
    studio.job(plan, events=events).run()
    assert sentence(events.outcome) == "moved.mp4 was not found."
    assert events.outcome.cause is FailureCause.SOURCE_MISSING


# -- B9: the source is never replaced ----------------------------------------------------


def test_an_older_file_is_replaced_only_by_a_complete_new_one(
    studio: Studio, plan: EncodePlan, fake: Fake, result: Path
) -> None:
    target = studio.folder / "result.mp4"
    target.write_bytes(b"old")
    for mode in ("half", "garbage", "empty", "nothing", "fail"):
        events = EventLog()
        bad = fake(mode, result=str(result))
        studio.job(plan, events=events, ffmpeg=bad, finish=finish, replace=True).run()
        assert not events.outcome.state.is_success, mode
        assert target.read_bytes() == b"old"
        assert names(studio.folder) == ["result.mp4"]
    events = EventLog()
    studio.job(plan, events=events, finish=finish, replace=True).run()
    assert events.outcome.output == target
    assert read_segment_map(target).segments
    assert names(studio.folder) == ["result.mp4"]


def test_b9_a_target_that_became_the_source_meanwhile_is_not_replaced(
    studio: Studio, source: Path, tmp_path: Path, events: EventLog
) -> None:
    """Looked at again in the last moment: between there is an hour in which much can happen."""
    mine = tmp_path / "mine.mp4"
    shutil.copyfile(source, mine)
    target = studio.folder / "result.mp4"

    def swap(part: Path, _plan: EncodePlan, _p: Callable[[float], None]) -> FinishResult:
        os.link(mine, target)
        return FinishResult(part)

    plan = studio.plan(mine, "mp4-h264-aac")
    studio.job(plan, target, events=events, finish=swap, replace=True).run()
    assert sentence(events.outcome) == "The result would overwrite its own source."
    assert mine.read_bytes() == source.read_bytes()
    assert target.samefile(mine)


# -- B13, B14: places that go away -------------------------------------------------------


@pytest.mark.parametrize("preset", ["webm-vp8-vorbis", "mp4-h264-aac"])
def test_b13_a_folder_deleted_while_running_is_a_failure(
    studio: Studio, long: Path, preset: str
) -> None:
    folder = studio.folder / "inner"
    folder.mkdir()
    events = Meddler(lambda: shutil.rmtree(folder))
    plan = studio.plan(long, preset, FAST)
    studio.job(plan, folder / "result.bin", events=events, finish=finish).run()
    assert events.outcome.state is JobState.FAILED
    assert sentence(events.outcome) == "The output folder disappeared."
    assert events.outcome.cause is None
    assert names(studio.folder) == []


def test_b14_a_drive_pulled_while_running_is_told_from_a_folder(
    studio: Studio, long: Path, disk: Callable[[str], Path]
) -> None:
    drive = disk("size=20m")

    def pull() -> None:
        subprocess.run(["umount", "-l", str(drive)], check=True)

    events = Meddler(pull)
    plan = studio.plan(long, "mp4-h264-aac", FAST)
    studio.job(plan, drive / "result.mp4", events=events, finish=finish).run()
    assert events.outcome.state is JobState.FAILED
    assert sentence(events.outcome) == "The drive of the output folder is no longer available."
    assert events.outcome.cause is FailureCause.DRIVE_GONE


@pytest.mark.parametrize(
    ("says", "what", "cause"),
    [
        ("av_interleaved_write_frame(): Input/output error", "drive of the output", "drive_gone"),
        ("Error writing trailer: No such device", "drive of the output", "drive_gone"),
        ("Error writing trailer: Disk quota exceeded", "Your quota", "disk_full"),
        ("Error muxing a packet: No space left on device", "The disk is full.", "disk_full"),
        ("av_write: Read-only file system", "output folder cannot be written", None),
        ("av_write: File too large", "cannot hold a file of this size", None),
        ("[vist#0] something nobody knows", "ffmpeg failed (status 1)", None),
    ],
)
def test_d7_what_ffmpeg_says_of_disks_is_put_into_words(
    desk: Desk, plan: EncodePlan, fake: Fake, says: str, what: str, cause: str | None
) -> None:
    outcome = desk.run(plan, ffmpeg=fake("fail", says=says))
    assert what in sentence(outcome)
    assert outcome.cause == cause
    assert says in outcome.detail


# -- D1, D4, D6: disks that are full -----------------------------------------------------


@pytest.mark.parametrize("preset", ["webm-vp8-vorbis", "mp4-h264-aac"])
def test_d1_a_full_disk_fails_with_its_cause_and_works_when_there_is_room(
    studio: Studio, long: Path, source: Path, disk: Callable[[str], Path], preset: str
) -> None:
    drive = disk("size=1m")
    events = EventLog()
    plan = studio.plan(long, preset, FAST)
    studio.job(plan, drive / "result.bin", events=events, finish=finish).run()
    assert sentence(events.outcome) == "The disk is full."
    assert events.outcome.cause is FailureCause.DISK_FULL
    assert names(drive) == []
    events = EventLog()
    small = studio.plan(source, preset, FAST)
    studio.job(small, drive / "result.bin", events=events, finish=finish).run()
    assert events.outcome.state.is_success


@pytest.mark.parametrize("us", [1_000_000, 40_000])
def test_d2_a_full_disk_that_ffmpeg_keeps_silent_about_is_found_out(
    desk: Desk,
    plan: EncodePlan,
    fake: Fake,
    result: Path,
    disk: Callable[[str], Path],
    us: int,
) -> None:
    """The HLS and DASH muxers do this: status 0 and nothing on stderr."""
    drive = disk("size=1m")
    ffmpeg = fake("cram", result=str(result), us=us)
    outcome = desk.run(plan, drive / "r.mp4", ffmpeg=ffmpeg)
    assert sentence(outcome) == "The disk is full."
    assert outcome.cause is FailureCause.DISK_FULL
    assert names(drive) == []


def test_d1_a_disk_that_fills_up_while_curing_has_that_cause_too(
    studio: Studio, make_clip: ClipFactory, disk: Callable[[str], Path], events: EventLog
) -> None:
    """The encode just fits; the second copy that curing a WebM makes does not."""
    clip = make_clip("fills.mp4", size="320x180", seconds=6)
    whole, _ = studio.encode(clip, "webm-vp8-vorbis", FAST)
    size_kb = whole.stat().st_size // 1000
    drive = disk(f"size={size_kb * 3 // 2}k")
    seen: list[str] = []

    def watched(part: Path, plan: EncodePlan, report: Callable[[float], None]) -> FinishResult:
        seen.append(part.name)
        return finish(part, plan, report)

    plan = studio.plan(clip, "webm-vp8-vorbis", FAST)
    studio.job(plan, drive / "r.webm", events=events, finish=watched).run()
    assert seen
    assert sentence(events.outcome) == "The disk is full."
    assert events.outcome.cause is FailureCause.DISK_FULL
    assert names(drive) == []


def test_a_full_disk_at_the_sync_has_that_cause_too(
    studio: Studio, plan: EncodePlan, events: EventLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Network drives say it only now."""

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(publishing.os, "fsync", full)  # type: ignore[attr-defined]
    studio.job(plan, events=events, finish=finish).run()
    assert events.outcome.cause is FailureCause.DISK_FULL
    assert names(studio.folder) == []


def test_d4_a_full_log_disk_stops_the_log_not_the_job(
    studio: Studio, plan: EncodePlan, fake: Fake, result: Path, disk: Callable[[str], Path],
    events: EventLog,
) -> None:  # fmt: skip
    log_file = disk("size=64k") / "job.log"
    wild = fake("flood", result=str(result), megabytes=2)
    studio.job(plan, events=events, ffmpeg=wild, finish=finish, log_file=log_file).run()
    assert events.outcome.state is JobState.DONE
    assert log_file.read_text().startswith("== ")


def test_d6_a_file_too_large_for_its_disk_is_said(
    studio: Studio, long: Path, tmp_path: Path, events: EventLog
) -> None:
    wrapper = tmp_path / "ffmpeg-with-limit"
    wrapper.write_text(f'#!/bin/sh\nulimit -f 200\nexec "{studio.ffmpeg.path}" "$@"\n')
    wrapper.chmod(0o755)
    plan = studio.plan(long, "mp4-h264-aac", FAST)
    studio.job(plan, events=events, ffmpeg=find_ffmpeg(str(wrapper)), finish=finish).run()
    assert sentence(events.outcome) == "The disk cannot hold a file of this size."
    assert "FAT32" in events.outcome.hint
    assert names(studio.folder) == []


# -- D8, D9: an ffmpeg that lies ---------------------------------------------------------


@pytest.mark.parametrize(
    ("mode", "what"),
    [
        ("nothing", "ffmpeg reported success but wrote nothing."),
        ("empty", "ffmpeg reported success but wrote nothing."),
        ("garbage", "ffmpeg reported success but the result cannot be read."),
        ("half", "The result is cut off at its end."),
    ],
)
def test_d8_d9_success_without_a_good_file_is_a_failure(
    desk: Desk, plan: EncodePlan, fake: Fake, result: Path, mode: str, what: str
) -> None:
    assert desk.failure(plan, ffmpeg=fake(mode, result=str(result))) == what


# -- D11: a check that hangs or crashes --------------------------------------------------


def test_d11_a_hanging_check_keeps_the_file_and_does_no_harm_when_it_wakes(
    studio: Studio, source: Path, events: EventLog
) -> None:
    entered, leave, left = threading.Event(), threading.Event(), threading.Event()

    def hanging(part: Path, plan: EncodePlan, report: Callable[[float], None]) -> FinishResult:
        def slow(fraction: float) -> None:
            entered.set()
            leave.wait(WAIT_S)
            report(fraction)

        try:
            return finish(part, plan, slow)
        finally:
            left.set()

    plan = studio.plan(source, "webm-vp8-vorbis", FAST)
    studio.job(plan, events=events, finish=hanging, patience=BRIEF).run()
    assert entered.is_set()
    outcome = events.outcome
    assert outcome.state is JobState.INCOMPLETE
    assert sentence(outcome) == "Finished, but it could not be checked."
    assert outcome.kept is not None
    assert names(studio.folder) == [outcome.kept.name]
    before = outcome.kept.read_bytes()
    leave.set()
    assert left.wait(WAIT_S)
    assert outcome.kept.read_bytes() == before
    assert names(studio.folder) == [outcome.kept.name]
    assert read_segment_map(outcome.kept).segments


def test_d11_a_check_that_hung_before_its_first_byte_leaves_nothing_when_it_wakes(
    studio: Studio, source: Path, events: EventLog
) -> None:
    leave, left = threading.Event(), threading.Event()

    def hanging(part: Path, plan: EncodePlan, report: Callable[[float], None]) -> FinishResult:
        leave.wait(WAIT_S)
        try:
            return finish(part, plan, report)
        finally:
            left.set()

    plan = studio.plan(source, "webm-vp8-vorbis")
    studio.job(plan, events=events, finish=hanging, patience=BRIEF).run()
    assert events.outcome.kept is not None
    leave.set()
    assert left.wait(WAIT_S)
    assert names(studio.folder) == [events.outcome.kept.name]


def test_d11_a_hanging_check_does_not_touch_a_second_run_of_the_job(
    studio: Studio, source: Path
) -> None:
    leave, left = threading.Event(), threading.Event()

    def hanging(part: Path, plan: EncodePlan, report: Callable[[float], None]) -> FinishResult:
        def slow(fraction: float) -> None:
            leave.wait(WAIT_S)
            report(fraction)

        try:
            return finish(part, plan, slow)
        finally:
            left.set()

    first, second = EventLog(), EventLog()
    plan = studio.plan(source, "webm-vp8-vorbis", FAST)
    studio.job(plan, events=first, finish=hanging, patience=BRIEF).run()
    assert first.outcome.kept is not None
    drop_incomplete(first.outcome.kept)

    def meeting(part: Path, plan: EncodePlan, report: Callable[[float], None]) -> FinishResult:
        made = finish(part, plan, report)
        leave.set()
        assert left.wait(WAIT_S)
        return made

    studio.job(plan, events=second, finish=meeting).run()
    assert second.outcome.state is JobState.DONE, second.outcome
    assert names(studio.folder) == ["result.webm"]
    assert read_segment_map(studio.folder / "result.webm").segments


@pytest.mark.expects_log_warnings
def test_d11_a_crashing_check_keeps_the_file(
    studio: Studio, plan: EncodePlan, events: EventLog
) -> None:
    def buggy(_part: Path, _plan: EncodePlan, _p: Callable[[float], None]) -> FinishResult:
        raise KeyError("a bug")

    studio.job(plan, events=events, finish=buggy).run()
    assert events.outcome.state is JobState.INCOMPLETE
    assert sentence(events.outcome) == "Finished, but it could not be checked."
    assert "KeyError" in events.outcome.detail
    assert events.outcome.kept is not None
    assert events.outcome.kept.exists()


# -- D12: a name that is refused ---------------------------------------------------------


class Refusing:
    """A file system that refuses to give a name for a while."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, times: int, number: int) -> None:
        self.left, self._number = times, number
        self._link, self._replace = os.link, Path.replace
        monkeypatch.setattr(publishing.os, "link", self._refuse_link)  # type: ignore[attr-defined]
        monkeypatch.setattr(publishing, "rename_exclusively", lambda _a, _b: False)
        refuse = self._refuse_replace
        monkeypatch.setattr(Path, "replace", lambda old, new: refuse(old, new))  # noqa: PLW0108

    def _refuse(self, what: Path) -> None:
        if self.left > 0:
            raise OSError(self._number, os.strerror(self._number), str(what))

    def _refuse_link(self, old: Path, new: Path) -> None:
        try:
            self._refuse(old)
        finally:
            self.left -= 1
        self._link(old, new)

    def _refuse_replace(self, old: Path, new: Path) -> Path:
        if new.suffix == ".mp4":
            self._refuse(old)
        return self._replace(old, new)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EBUSY])
def test_d12_a_name_refused_for_a_moment_is_given_in_the_end(
    studio: Studio, plan: EncodePlan, events: EventLog, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    Refusing(monkeypatch, 3, number)
    studio.job(plan, events=events, finish=finish, patience=BRIEF).run()
    assert events.outcome.state is JobState.DONE, events.outcome
    assert names(studio.folder) == ["result.mp4"]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EBUSY])
def test_d12_a_name_that_stays_refused_keeps_the_file_and_says_where(
    studio: Studio, plan: EncodePlan, events: EventLog, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    refusing = Refusing(monkeypatch, 1000, number)
    studio.job(plan, events=events, finish=finish, patience=BRIEF).run()
    outcome = events.outcome
    assert outcome.state is JobState.FAILED
    assert sentence(outcome) == "The result is complete, but it could not be named result.mp4."
    assert refusing.left == 1000 - 5
    assert outcome.kept is not None
    assert str(outcome.kept) in outcome.hint
    assert names(studio.folder) == [outcome.kept.name]
    assert read_segment_map(outcome.kept).segments


def test_d12_other_failures_are_not_tried_again(
    studio: Studio, plan: EncodePlan, events: EventLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing = Refusing(monkeypatch, 1000, errno.EIO)
    studio.job(plan, events=events, finish=finish, patience=BRIEF).run()
    assert events.outcome.cause is FailureCause.DRIVE_GONE
    assert refusing.left == 999


# -- the record ------------------------------------------------------------------------


def test_each_step_is_recorded_before_it_is_made(
    studio: Studio, source: Path, events: EventLog
) -> None:
    steps: list[str] = []

    class Recorder:
        def on_part(self, part: Path) -> None:
            assert not part.exists()
            assert part == job.part
            steps.append("part")

        def on_started(self, pid: int, created_at: float, executable: Path) -> None:
            assert job.part.exists()
            steps.append("started")

        def on_publishing(self, finished: Path, target: Path) -> None:
            assert finished.stat().st_size > 0
            assert not target.exists()
            steps.append(target.name)

    (studio.folder / "result.webm").write_bytes(b"mine")
    plan = studio.plan(source, "webm-vp8-vorbis", FAST)
    job = studio.job(plan, events=events, finish=finish, witness=Recorder())
    job.run()
    assert steps == ["part", "started", "result (2).webm"]
    assert names(studio.folder) == ["result (2).webm", "result.webm"]


@pytest.mark.parametrize("step", ["on_part", "on_started", "on_publishing"])
def test_what_cannot_be_recorded_is_not_done(
    studio: Studio, plan: EncodePlan, events: EventLog, step: str, invariants: Invariants
) -> None:
    class Full:
        def on_part(self, part: Path) -> None:
            self._note("on_part")

        def on_started(self, pid: int, created_at: float, executable: Path) -> None:
            self._note("on_started")

        def on_publishing(self, finished: Path, target: Path) -> None:
            self._note("on_publishing")

        def _note(self, name: str) -> None:
            if name == step:
                raise OutputError("The queue could not be saved.", hint="Free some space.")

    with invariants():
        studio.job(plan, events=events, finish=finish, witness=Full()).run()
    assert events.outcome.state is JobState.FAILED
    assert sentence(events.outcome) == "The queue could not be saved."
    assert names(studio.folder) == []


def test_the_log_tells_all_that_is_needed_to_do_it_again(
    studio: Studio, source: Path, events: EventLog, tmp_path: Path
) -> None:
    log_file = tmp_path / "logs" / "1.log"
    plan = studio.plan(source, "webm-vp8-vorbis", FAST)
    job = studio.job(plan, events=events, finish=finish, log_file=log_file)
    job.run()
    text = log_file.read_text()
    for word in (
        studio.ffmpeg.version, "MSE Studio", str(source), "-c:v libvpx", "-progress pipe:1",
        "ffmpeg ended with status 0", "verifying", "ended: done", str(events.outcome.output),
    ):  # fmt: skip
        assert word in text


def test_a_failure_is_in_the_log_with_what_ffmpeg_said(
    studio: Studio, plan: EncodePlan, fake: Fake, events: EventLog, tmp_path: Path
) -> None:
    log_file = tmp_path / "1.log"
    bad = fake("fail", status=8, says="[error] \x1b[31mUnknown encoder 'xyz'")
    studio.job(replace(plan), events=events, ffmpeg=bad, log_file=log_file).run()
    text = log_file.read_text()
    assert "\\x1b[31mUnknown encoder 'xyz'" in text
    assert "ended: failed" in text
    assert events.outcome.what in text
    assert events.outcome.hint in text
