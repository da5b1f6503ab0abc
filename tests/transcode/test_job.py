"""Jobs end exactly once, tell the truth, and leave nothing half-written."""

import hashlib
import os
import shutil
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from studio.errors import TranscodeError
from studio.transcode.job import FinishResult
from studio.transcode.model import EncodePlan, JobState
from studio.transcode.tools import Ffmpeg
from tests.conftest import ClipFactory
from tests.transcode.conftest import WAIT_S, EventLog, Studio

Program = Callable[[str], Ffmpeg]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")
WRITE_TARGET = 'for last; do :; done; target="${last#file:}"'


@pytest.fixture
def small(make_clip: ClipFactory) -> Path:
    return make_clip("job-small.mp4", size="64x36", seconds=1)


@pytest.fixture
def long(make_clip: ClipFactory) -> Path:
    return make_clip("job-long.mp4", size="640x360", seconds=60, rate="30")


def left(studio: Studio) -> list[str]:
    return sorted(path.name for path in studio.folder.iterdir())


def failure(studio: Studio, events: EventLog) -> str:
    assert events.outcome.state is JobState.FAILED
    assert events.outcome.hint
    assert left(studio) == []
    return events.outcome.what


def test_a_job_walks_through_its_states_to_one_result(
    studio: Studio, events: EventLog, small: Path
) -> None:
    before = hashlib.sha256(small.read_bytes()).digest()
    studio.job(studio.plan(small, "webm-vp8-vorbis"), events=events).run()
    assert [state for _, state in events.states] == [JobState.RUNNING, JobState.VERIFYING]
    assert events.outcome.state is JobState.DONE
    assert events.outcome.output == studio.folder / "result.webm"
    assert left(studio) == ["result.webm"]
    assert hashlib.sha256(small.read_bytes()).digest() == before


def test_nothing_bears_the_final_name_before_it_is_verified(
    studio: Studio, events: EventLog, small: Path
) -> None:
    seen: list[list[str]] = []

    def finish(part: Path, _plan: EncodePlan, _p: Callable[[float], None]) -> FinishResult:
        seen.append(left(studio))
        assert part.stat().st_size > 0
        return FinishResult(part, ("a warning",))

    job = studio.job(studio.plan(small, "mp4-h264-aac"), events=events, finish=finish)
    job.run()
    assert seen == [[".result.mp4.part-1"]]
    assert events.outcome.warnings == ("a warning",)


def test_a_finisher_may_give_another_file(studio: Studio, events: EventLog, small: Path) -> None:
    def finish(part: Path, _plan: EncodePlan, _p: Callable[[float], None]) -> FinishResult:
        cured = part.with_name(part.name + ".clustered")
        cured.write_bytes(b"cured")
        part.unlink()
        return FinishResult(cured)

    studio.job(studio.plan(small, "mp4-h264-aac"), events=events, finish=finish).run()
    assert (studio.folder / "result.mp4").read_bytes() == b"cured"
    assert left(studio) == ["result.mp4"]


def test_a_refusing_finisher_leaves_nothing(studio: Studio, events: EventLog, small: Path) -> None:
    def finish(part: Path, _plan: EncodePlan, _p: Callable[[float], None]) -> FinishResult:
        part.with_name(part.name + ".clustered").write_bytes(b"half")
        raise TranscodeError("The longest GOP is too long.", hint="Try again.")

    studio.job(studio.plan(small, "mp4-h264-aac"), events=events, finish=finish).run()
    assert failure(studio, events) == "The longest GOP is too long."


@pytest.mark.expects_log_warnings
def test_a_bug_ends_the_job_too(
    studio: Studio, events: EventLog, small: Path, caplog: pytest.LogCaptureFixture
) -> None:
    class Buggy:
        def on_part(self, part: Path) -> None:
            raise KeyError("a bug")

        def on_started(self, pid: int, created_at: float, executable: Path) -> None: ...

        def on_publishing(self, finished: Path, target: Path) -> None: ...

    studio.job(studio.plan(small, "mp4-h264-aac"), events=events, witness=Buggy()).run()
    assert "inside the program" in failure(studio, events)
    assert any(record.exc_info for record in caplog.records)


def test_cancel_is_not_taken_for_success(studio: Studio, events: EventLog, long: Path) -> None:
    job = studio.job(studio.plan(long, "webm-vp8-vorbis"), events=events)
    thread = threading.Thread(target=job.run)
    thread.start()
    assert events.moved.wait(WAIT_S)
    before = time.monotonic()
    job.cancel()
    job.cancel()
    thread.join(WAIT_S)
    assert time.monotonic() - before < 20
    assert events.outcome.state is JobState.CANCELLED
    assert left(studio) == []
    assert all((progress.fraction or 0) < 1 for progress in events.progress)


def test_a_job_cancelled_before_its_start_never_starts_ffmpeg(
    studio: Studio, events: EventLog, small: Path
) -> None:
    job = studio.job(studio.plan(small, "webm-vp8-vorbis"), events=events)
    job.cancel()
    job.run()
    assert events.outcome.state is JobState.CANCELLED
    assert events.states == []


def test_cancel_while_verifying_publishes_nothing(
    studio: Studio, events: EventLog, small: Path
) -> None:
    def finish(part: Path, _plan: EncodePlan, on_progress: Callable[[float], None]) -> FinishResult:
        job.cancel()
        on_progress(0.5)
        return FinishResult(part)

    job = studio.job(studio.plan(small, "mp4-h264-aac"), events=events, finish=finish)
    job.run()
    assert events.outcome.state is JobState.CANCELLED
    assert left(studio) == []


def test_cancel_while_a_check_says_nothing_publishes_nothing(
    studio: Studio, events: EventLog, small: Path
) -> None:
    def finish(part: Path, _plan: EncodePlan, _p: Callable[[float], None]) -> FinishResult:
        job.cancel()
        return FinishResult(part)

    job = studio.job(studio.plan(small, "mp4-h264-aac"), events=events, finish=finish)
    job.run()
    assert events.outcome.state is JobState.CANCELLED
    assert left(studio) == []


def test_an_existing_target_is_never_replaced(
    studio: Studio, events: EventLog, small: Path
) -> None:
    (studio.folder / "result.webm").write_bytes(b"mine")
    studio.job(studio.plan(small, "webm-vp8-vorbis"), events=events).run()
    assert events.outcome.output == studio.folder / "result (2).webm"
    assert (studio.folder / "result.webm").read_bytes() == b"mine"


@pytest.mark.parametrize("kind", ["itself", "symlink", "hardlink"])
def test_the_source_is_never_the_target(
    studio: Studio, events: EventLog, small: Path, kind: str
) -> None:
    source = studio.folder / "source.mp4"
    shutil.copyfile(small, source)
    target = source if kind == "itself" else source.with_name("other.mp4")
    if kind == "symlink":
        target.symlink_to(source)
    elif kind == "hardlink":
        os.link(source, target)
    before = source.read_bytes()
    studio.job(studio.plan(source, "mp4-h264-aac"), target, events=events).run()
    assert events.outcome.what == "The result would overwrite its own source."
    assert source.read_bytes() == before


def test_a_source_that_went_away_is_said(
    studio: Studio, events: EventLog, small: Path, tmp_path: Path
) -> None:
    source = tmp_path / "moved.mp4"
    shutil.copyfile(small, source)
    plan = studio.plan(source, "mp4-h264-aac")
    source.unlink()
    studio.job(plan, events=events).run()
    assert failure(studio, events) == "moved.mp4 was not found."


def test_a_missing_output_folder_is_said(studio: Studio, events: EventLog, small: Path) -> None:
    target = studio.folder / "no" / "such" / "result.mp4"
    studio.job(studio.plan(small, "mp4-h264-aac"), target, events=events).run()
    assert "does not exist" in failure(studio, events)


def test_a_file_where_the_output_folder_should_be_is_said(
    studio: Studio, events: EventLog, small: Path, tmp_path: Path
) -> None:
    blocked = tmp_path / "blocked"
    blocked.touch()
    studio.job(studio.plan(small, "mp4-h264-aac"), blocked / "result.mp4", events=events).run()
    assert "is not a folder" in failure(studio, events)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_without_write_permission_is_said(
    studio: Studio, events: EventLog, small: Path
) -> None:
    plan = studio.plan(small, "mp4-h264-aac")
    studio.folder.chmod(0o555)
    studio.job(plan, events=events).run()
    studio.folder.chmod(0o755)
    assert "no permission to write" in failure(studio, events)


@pytest.mark.parametrize(
    "name", ["-n.mp4", "100%d.mp4", "a\nb.mp4", "é 测试 🎬.mp4", "x'\"$(y).mp4", "http:x.mp4"]
)
def test_odd_names_go_in_and_out(studio: Studio, small: Path, tmp_path: Path, name: str) -> None:
    source = tmp_path / name
    shutil.copyfile(small, source)
    output, _ = studio.encode(source, "mp4-copy", target=studio.folder / name)
    assert output.name == name
    assert left(studio) == [name]
