"""Each step, taken back and done again, leaves a real queue as it should be."""

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from studio.batch.journal import Journal
from studio.batch.model import JobSettings, NewJob, QueuedJob, SourceStamp
from studio.batch.queue import JobQueue
from studio.batch.tools import QueueTools
from studio.errors import InputError, ToolError
from studio.media.streams import MediaInfo
from studio.presets.store import PresetStore
from studio.transcode.job import FinishResult
from studio.transcode.model import JobState, Overrides
from studio.ui.bridge import QueueBridge
from studio.ui.undo import AddStep, ChangeStep, OrderStep, RemoveStep, StateStep, Step


def _no(*_: object) -> FinishResult:
    raise ToolError("Nothing runs in these tests.")


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[JobQueue]:
    tools = QueueTools(ffmpeg=_no, finish=_no, probe=_no, logs=tmp_path)  # type: ignore[arg-type]
    made = JobQueue(Journal.in_memory(), QueueBridge(), tools)
    yield made
    made.close()


@pytest.fixture
def add(queue: JobQueue, store: PresetStore, tmp_path: Path) -> Callable[[str], None]:
    def add_jobs(names: str) -> None:
        AddStep([new_job(tmp_path / f"{name}.mp4", store) for name in names]).do(queue)

    return add_jobs


def new_job(path: Path, store: PresetStore, *, is_read: bool = True) -> NewJob:
    settings = JobSettings(store.get("webm-vp8-vorbis"))
    if not is_read:
        return NewJob(path, settings)
    return NewJob(path, settings, MediaInfo(path, "mp4", 1000, 1_000_000), SourceStamp(1000, 1))


def names(queue: JobQueue) -> str:
    return "".join(job.source.stem for job in queue.jobs())


def ids(queue: JobQueue, chosen: str) -> tuple[str, ...]:
    return tuple(job.job_id for job in queue.jobs() if job.source.stem in chosen)


def seen(queue: JobQueue) -> list[QueuedJob]:
    return list(queue.jobs())


def test_adding(queue: JobQueue, store: PresetStore, tmp_path: Path) -> None:
    step = AddStep([new_job(tmp_path / f"{name}.mp4", store) for name in "ab"])
    step.do(queue)
    before = seen(queue)
    step.take_back(queue)
    assert names(queue) == ""
    step.do(queue)
    assert seen(queue) == before


def test_removing_puts_rows_back_where_they_were(
    queue: JobQueue, add: Callable[[str], None]
) -> None:
    add("abcdef")
    before = seen(queue)
    step = RemoveStep(ids(queue, "bce"))
    step.do(queue)
    assert names(queue) == "adf"
    step.take_back(queue)
    assert seen(queue) == before
    step.do(queue)
    assert names(queue) == "adf"


def test_moving(queue: JobQueue, add: Callable[[str], None]) -> None:
    add("abcd")
    moved, anchor = ids(queue, "ad"), ids(queue, "c")[0]
    step = OrderStep(lambda q: q.move(moved, anchor))
    for _ in range(2):
        step.do(queue)
        assert names(queue) == "badc"
        step.take_back(queue)
        assert names(queue) == "abcd"


def test_a_move_is_taken_back_though_files_were_added_since(
    queue: JobQueue, add: Callable[[str], None]
) -> None:
    add("abc")
    moved = ids(queue, "a")
    step = OrderStep(lambda q: q.move(moved, None))
    step.do(queue)
    add("d")
    step.take_back(queue)
    assert names(queue) == "abcd"


def test_changing(queue: JobQueue, add: Callable[[str], None]) -> None:
    add("ab")
    overrides = Overrides(gop_frames=30)
    before = seen(queue)
    step = ChangeStep(
        ids(queue, "ab"), lambda job: dataclasses.replace(job.settings, overrides=overrides)
    )
    for _ in range(2):
        step.do(queue)
        assert [job.settings.overrides for job in queue.jobs()] == [overrides] * 2
        step.take_back(queue)
        assert seen(queue) == before


def test_a_change_taken_back_keeps_what_was_read_meanwhile(
    queue: JobQueue, store: PresetStore, tmp_path: Path
) -> None:
    unread = new_job(tmp_path / "a.mp4", store, is_read=False)
    AddStep([unread]).do(queue)
    job_id = ids(queue, "a")[0]
    other = Overrides(gop_frames=30)
    step = ChangeStep([job_id], lambda job: dataclasses.replace(job.settings, overrides=other))
    step.do(queue)
    info = MediaInfo(unread.source, "mp4", 1000, 1_000_000)
    queue.set_info([(job_id, info, SourceStamp(1000, 1))])
    step.take_back(queue)
    job = queue.get(job_id)
    assert job is not None
    assert job.info == info
    assert job.settings == unread.settings


def test_holding_and_releasing(queue: JobQueue, add: Callable[[str], None]) -> None:
    add("ab")
    chosen = ids(queue, "a")
    hold = StateStep(lambda q: q.hold(chosen))
    hold.do(queue)
    assert [job.state for job in queue.jobs()] == [JobState.ON_HOLD, JobState.WAITING]
    release = StateStep(lambda q: q.release(chosen))
    release.do(queue)
    assert [job.state for job in queue.jobs()] == [JobState.WAITING] * 2
    release.take_back(queue)
    hold_again = [job.state for job in queue.jobs()]
    assert hold_again == [JobState.ON_HOLD, JobState.WAITING]
    hold.take_back(queue)
    assert [job.state for job in queue.jobs()] == [JobState.WAITING] * 2


def cancelled(queue: JobQueue, name: str) -> tuple[str, ...]:
    chosen = ids(queue, name)
    queue.cancel(chosen)
    return chosen


def test_retrying(queue: JobQueue, add: Callable[[str], None]) -> None:
    add("ab")
    chosen = cancelled(queue, "a")
    before = seen(queue)
    step = StateStep(lambda q: q.retry(chosen))
    for _ in range(2):
        step.do(queue)
        assert [job.state for job in queue.jobs()] == [JobState.WAITING] * 2
        step.take_back(queue)
        assert [job.state for job in queue.jobs()] == [job.state for job in before]
        assert [job.outcome for job in queue.jobs()] == [job.outcome for job in before]


def test_a_retry_that_ran_is_not_taken_back(queue: JobQueue, add: Callable[[str], None]) -> None:
    add("a")
    chosen = cancelled(queue, "a")
    step = StateStep(lambda q: q.retry(chosen))
    step.do(queue)
    queue.start()  # it fails at once: there is no such file
    assert queue.wait(10)
    failed = seen(queue)
    assert failed[0].state is JobState.FAILED
    step.take_back(queue)
    assert seen(queue) == failed


def test_a_file_that_can_be_read_now_does_not_become_unreadable_again(
    queue: JobQueue, store: PresetStore, tmp_path: Path
) -> None:
    AddStep([new_job(tmp_path / "a.mp4", store, is_read=False)]).do(queue)
    (job_id,) = chosen = ids(queue, "a")
    queue.set_unusable(job_id, InputError("It is empty."))
    step = StateStep(lambda q: q.retry(chosen))
    step.do(queue)
    info = MediaInfo(tmp_path / "a.mp4", "mp4", 1000, 1_000_000)
    queue.set_info([(job_id, info, SourceStamp(1000, 1))])
    step.take_back(queue)
    assert [job.state for job in queue.jobs()] == [JobState.WAITING]


def test_steps_follow_one_another_as_in_the_undo_list(
    queue: JobQueue, add: Callable[[str], None]
) -> None:
    add("abcd")
    gone, moved = ids(queue, "b"), ids(queue, "a")
    steps: list[Step] = [RemoveStep(gone), OrderStep(lambda q: q.move(moved, None))]
    before = seen(queue)
    for step in steps:
        step.do(queue)
    assert names(queue) == "cda"
    for step in reversed(steps):
        step.take_back(queue)
    assert seen(queue) == before
