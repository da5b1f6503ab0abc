"""The queue does what its user says, at any time, and saves it before it tells."""

import dataclasses
import sqlite3
from pathlib import Path

import pytest

from studio.batch.model import (
    Collision,
    HoldReason,
    JobSettings,
    NewJob,
    QueuedJob,
    QueueMode,
    SourceStamp,
)
from studio.batch.stamps import stamp_of
from studio.media.probe import probe
from studio.media.streams import MediaInfo
from studio.transcode.model import FailureCause, JobOutcome, JobState
from tests.batch.conftest import WAIT_S, Bench, Gate, QueueLog, gop

DONE = JobState.DONE


def saved_ids(path: Path) -> set[str]:
    """Ids in the file itself, read by another connection."""
    with sqlite3.connect(path) as other:
        return {row[0] for row in other.execute("SELECT id FROM jobs")}


def test_a_job_is_in_the_file_before_anyone_hears_of_it(bench: Bench, log: QueueLog) -> None:
    seen: list[bool] = []

    class Looking(QueueLog):
        def on_inserted(self, placed: tuple[tuple[int, QueuedJob], ...]) -> None:
            seen.append({job.job_id for _, job in placed} <= saved_ids(bench.file))
            super().on_inserted(placed)

    bench.queue(Looking()).add([bench.new("a.mp4"), bench.new("b.mp4")])
    assert seen == [True]


def test_all_jobs_run_in_order_and_the_queue_says_that_it_is_drained(
    bench: Bench, log: QueueLog
) -> None:
    queue = bench.queue(log)
    jobs = queue.add([bench.new(f"{n}.mp4", folder=bench.home) for n in range(3)])
    queue.start()
    assert queue.wait(WAIT_S)
    assert [log.jobs[job.job_id].state for job in jobs] == [DONE] * 3
    ends = [job_id for job_id, state in log.history if state is DONE]
    assert ends == [job.job_id for job in jobs]
    assert log.statuses[-1].mode is QueueMode.STOPPED
    assert log.statuses[-1].is_drained
    assert all((bench.home / f"{n}.mp4").is_file() for n in range(3))


def test_a_job_added_while_the_queue_runs_is_taken_too(bench: Bench, log: QueueLog) -> None:
    gate = Gate()
    queue = bench.queue(log, finish=gate)
    (first,) = queue.add([bench.new("a.mp4")])
    queue.start()
    log.wait_for_state(first, JobState.VERIFYING)
    (second,) = queue.add([bench.new("b.mp4")])
    gate.open.set()
    log.wait_for_state(second, DONE)


def test_nothing_starts_without_start(bench: Bench, log: QueueLog) -> None:
    queue = bench.queue(log)
    (job,) = queue.add([bench.new("a.mp4")])
    queue.retry([job.job_id])
    queue.set_slots(4)
    assert log.history == []
    assert queue.status().mode is QueueMode.STOPPED


def test_a_running_job_is_not_removed_and_the_others_are(bench: Bench, log: QueueLog) -> None:
    gate = Gate()
    queue = bench.queue(log, finish=gate)
    first, second = queue.add([bench.new("a.mp4"), bench.new("b.mp4")])
    queue.start()
    log.wait_for_state(first, JobState.VERIFYING)
    taken = queue.remove([first.job_id, second.job_id])
    assert [job.job_id for _, job in taken] == [second.job_id]
    assert log.order == [first.job_id]
    gate.open.set()
    log.wait_for_state(first, DONE)


def test_removed_jobs_come_back_to_their_rows(bench: Bench, log: QueueLog) -> None:
    queue = bench.queue(log)
    jobs = queue.add([bench.new(f"{n}.mp4") for n in range(4)])
    before = list(log.order)
    taken = queue.remove([jobs[0].job_id, jobs[2].job_id])
    assert log.order == [jobs[1].job_id, jobs[3].job_id]
    queue.restore(taken)
    assert log.order == before
    assert [job.job_id for job in queue.jobs()] == before


def test_jobs_move_together_before_another(bench: Bench, log: QueueLog) -> None:
    queue = bench.queue(log)
    a, b, c, d = (job.job_id for job in queue.add([bench.new(f"{n}.mp4") for n in "abcd"]))
    old = queue.move([c, a], before=d)
    assert log.order == [b, a, c, d]
    queue.move([a, d], before=a)
    assert log.order == [b, a, d, c]
    queue.move([b], before=None)
    assert log.order == [a, d, c, b]
    queue.reorder(old)
    assert log.order == [a, b, c, d]


def test_settings_of_many_jobs_change_at_once_and_back(bench: Bench, log: QueueLog) -> None:
    queue = bench.queue(log)
    jobs = queue.add([bench.new(f"{n}.mp4", "mp4-h264-aac") for n in range(3)])

    def slower(job: QueuedJob) -> JobSettings:
        return dataclasses.replace(job.settings, overrides=gop("4"))

    before = queue.change([job.job_id for job in jobs], slower)
    assert all(job.settings.overrides == gop("4") for job in queue.jobs())
    queue.put(before)
    assert queue.jobs() == jobs


def test_a_finished_job_keeps_its_settings(bench: Bench, log: QueueLog) -> None:
    queue = bench.queue(log)
    (job,) = queue.add([bench.new("a.mp4", folder=bench.home)])
    queue.start()
    log.wait_for_state(job, DONE)
    assert queue.change([job.job_id], lambda _: bench.settings("webm-vp8-vorbis")) == ()
    assert log.jobs[job.job_id].settings.preset.id == "mp4-copy"


def test_stop_now_lets_the_running_job_wait_again_and_leaves_no_part(
    bench: Bench, log: QueueLog
) -> None:
    queue = bench.queue(log, finish=Gate())
    (job,) = queue.add([bench.new("a.mp4", folder=bench.home)])
    queue.start()
    log.wait_for_state(job, JobState.VERIFYING)
    queue.stop_now()
    log.wait_for_state(job, JobState.WAITING)
    assert queue.wait(WAIT_S)
    assert not log.statuses[-1].is_drained
    assert [path.name for path in bench.home.iterdir() if ".part-" in path.name] == []


def test_stop_after_the_current_jobs_starts_no_other(bench: Bench, log: QueueLog) -> None:
    gate = Gate()
    queue = bench.queue(log, finish=gate)
    first, second = queue.add([bench.new("a.mp4"), bench.new("b.mp4")])
    queue.start()
    log.wait_for_state(first, JobState.VERIFYING)
    queue.finish_current()
    gate.open.set()
    assert queue.wait(WAIT_S)
    assert log.jobs[first.job_id].state is DONE
    assert log.jobs[second.job_id].state is JobState.WAITING


def test_the_queue_stops_at_the_marker_once_and_goes_on_at_start(
    bench: Bench, log: QueueLog
) -> None:
    queue = bench.queue(log)
    first, second = queue.add([bench.new("a.mp4"), bench.new("b.mp4")])
    queue.set_stop_before(second.job_id, True)
    queue.start()
    assert queue.wait(WAIT_S)
    assert log.jobs[first.job_id].state is DONE
    assert log.jobs[second.job_id].state is JobState.WAITING
    assert "b.mp4" in log.notices["stop-marker"].what
    queue.start()
    log.wait_for_state(second, DONE)


def test_a_held_job_is_left_out_until_it_is_released(bench: Bench, log: QueueLog) -> None:
    queue = bench.queue(log)
    first, second = queue.add([bench.new("a.mp4"), bench.new("b.mp4")])
    queue.hold([first.job_id])
    queue.start()
    log.wait_for_state(second, DONE)
    assert queue.wait(WAIT_S)
    assert log.jobs[first.job_id].hold is HoldReason.USER
    queue.release([first.job_id])
    queue.start()
    log.wait_for_state(first, DONE)


def test_what_is_there_to_be_checked_only_runs_when_it_is_released_and_not_before(
    bench: Bench, log: QueueLog
) -> None:
    queue = bench.queue(log)
    only = dataclasses.replace(bench.new("a.mp4"), hold=HoldReason.CHECK_ONLY)
    checked, other = queue.add([only, bench.new("b.mp4")])
    assert checked.target is None
    queue.cancel([checked.job_id])
    queue.start()
    assert queue.wait(WAIT_S)
    assert log.jobs[other.job_id].state is DONE
    assert log.jobs[checked.job_id].hold is HoldReason.CHECK_ONLY
    queue.release([checked.job_id])
    queue.start()
    assert queue.wait(WAIT_S)
    assert log.jobs[checked.job_id].state is DONE


def test_a_cancelled_job_that_waited_never_runs(bench: Bench, log: QueueLog) -> None:
    queue = bench.queue(log)
    first, second = queue.add([bench.new("a.mp4"), bench.new("b.mp4")])
    queue.cancel([first.job_id])
    queue.start()
    log.wait_for_state(second, DONE)
    assert log.states_of(first) == [JobState.CANCELLED]


def test_a_cancelled_run_ends_as_cancelled_and_the_next_begins(bench: Bench, log: QueueLog) -> None:
    gate = Gate()
    queue = bench.queue(log, finish=gate)
    first, second = queue.add([bench.new("a.mp4"), bench.new("b.mp4")])
    queue.start()
    log.wait_for_state(first, JobState.VERIFYING)
    queue.cancel([first.job_id])
    log.wait_for_state(first, JobState.CANCELLED)
    gate.open.set()
    log.wait_for_state(second, DONE)


def test_more_slots_start_more_jobs_at_once(bench: Bench, log: QueueLog) -> None:
    gate = Gate()
    queue = bench.queue(log, finish=gate, slots=1)
    jobs = queue.add([bench.new(f"{n}.mp4") for n in range(3)])
    queue.start()
    log.wait_for_state(jobs[0], JobState.VERIFYING)
    assert queue.status().running == 1
    queue.set_slots(2)
    log.wait_for_state(jobs[1], JobState.VERIFYING)
    assert queue.status().running == 2
    gate.open.set()
    assert queue.wait(WAIT_S)


def test_a_paused_queue_starts_nothing_and_goes_on(bench: Bench, log: QueueLog) -> None:
    gate = Gate()
    queue = bench.queue(log, finish=gate)
    first, second = queue.add([bench.new("a.mp4"), bench.new("b.mp4")])
    queue.start()
    log.wait_for_state(first, JobState.VERIFYING)
    queue.pause()
    log.wait_for_state(first, JobState.PAUSED)
    gate.open.set()
    queue.resume()
    log.wait_for_state(second, DONE)
    assert log.jobs[first.job_id].state is DONE


def test_a_missing_source_fails_and_the_others_go_on(bench: Bench, log: QueueLog) -> None:
    queue = bench.queue(log)
    first, second = queue.add([bench.new("a.mp4"), bench.new("b.mp4")])
    first.source.unlink()
    queue.start()
    log.wait_for_state(second, DONE)
    outcome = log.jobs[first.job_id].outcome
    assert outcome is not None
    assert outcome.cause is FailureCause.SOURCE_MISSING
    assert "a.mp4" in outcome.what


def test_a04_a_source_that_changed_is_held_until_the_user_lets_it_run(
    bench: Bench, log: QueueLog
) -> None:
    queue = bench.queue(log)
    (job,) = queue.add([bench.new("a.mp4", folder=bench.home)])
    info = bench_info(bench, job)
    queue.set_info([(job.job_id, *info)])
    with job.source.open("ab") as file:
        file.write(b"\0" * 8)
    queue.start()
    held = log.wait_for_state(job, JobState.ON_HOLD)
    assert held.hold is HoldReason.SOURCE_CHANGED
    queue.release([job.job_id])
    queue.start()
    log.wait_for_state(job, DONE)


def bench_info(bench: Bench, job: QueuedJob) -> tuple[MediaInfo, SourceStamp]:
    return probe(job.source, ffmpeg=bench.ffmpeg.path), stamp_of(job.source)


def test_b10_two_jobs_of_one_source_never_share_a_target(bench: Bench, log: QueueLog) -> None:
    queue = bench.queue(log, slots=2)
    new = bench.new("a.mp4", folder=bench.home)
    first, second = queue.add([new, new])
    for job in (first, second):
        queue.set_info([(job.job_id, *bench_info(bench, job))])
    assert log.jobs[first.job_id].target == bench.home / "a.mp4"
    assert log.jobs[second.job_id].target == bench.home / "a (2).mp4"
    queue.start()
    assert queue.wait(WAIT_S)
    assert (bench.home / "a.mp4").is_file()
    assert (bench.home / "a (2).mp4").is_file()


@pytest.mark.parametrize(
    ("collision", "state", "text"),
    [
        (Collision.SKIP, JobState.CANCELLED, b"precious"),
        (Collision.ASK, JobState.ON_HOLD, b"precious"),
        (Collision.NUMBER, DONE, b"precious"),
    ],
)
def test_b11_an_existing_file_stays(
    bench: Bench, log: QueueLog, collision: Collision, state: JobState, text: bytes
) -> None:
    (bench.home / "a.mp4").write_bytes(b"precious")
    queue = bench.queue(log)
    (job,) = queue.add([bench.new("a.mp4", folder=bench.home, collision=collision)])
    queue.start()
    log.wait_for_state(job, state)
    assert (bench.home / "a.mp4").read_bytes() == text


def test_b11_replacing_happens_only_when_the_new_file_is_complete(
    bench: Bench, log: QueueLog
) -> None:
    (bench.home / "a.mp4").write_bytes(b"old")
    gate = Gate()
    queue = bench.queue(log, finish=gate)
    (job,) = queue.add([bench.new("a.mp4", folder=bench.home, collision=Collision.REPLACE)])
    queue.start()
    log.wait_for_state(job, JobState.VERIFYING)
    assert (bench.home / "a.mp4").read_bytes() == b"old"
    gate.open.set()
    log.wait_for_state(job, DONE)
    assert (bench.home / "a.mp4").read_bytes() != b"old"
    assert not (bench.home / "a (2).mp4").exists()


def test_b09_replacing_is_refused_where_the_old_file_is_the_source_itself(
    bench: Bench, log: QueueLog
) -> None:
    queue = bench.queue(log)
    new = bench.new("a.mp4", folder=bench.home, collision=Collision.REPLACE)
    (bench.home / "a.mp4").hardlink_to(new.source)
    before = new.source.read_bytes()
    (job,) = queue.add([new])
    queue.start()
    failed = log.wait_for_state(job, JobState.FAILED)
    assert failed.outcome is not None
    assert "own source" in failed.outcome.what
    assert new.source.read_bytes() == before


def test_a_result_to_be_replaced_is_planned_though_the_source_is_gone(
    bench: Bench, log: QueueLog
) -> None:
    new = bench.new("a.mp4", folder=bench.home, collision=Collision.REPLACE)
    info = probe(new.source, ffmpeg=bench.ffmpeg.path)
    (bench.home / "a.mp4").write_bytes(b"old")
    new.source.unlink()
    (job,) = bench.queue(log).add([dataclasses.replace(new, info=info)])
    assert job.target == bench.home / "a.mp4"


def test_an_edit_of_many_jobs_is_told_in_one_piece_with_the_names_of_their_results(
    bench: Bench, log: QueueLog
) -> None:
    told: list[tuple[QueuedJob, ...]] = []

    class Counting(QueueLog):
        def on_inserted(self, placed: tuple[tuple[int, QueuedJob], ...]) -> None:
            told.append(tuple(job for _, job in placed))
            super().on_inserted(placed)

        def on_changed(self, jobs: tuple[QueuedJob, ...]) -> None:
            told.append(jobs)
            super().on_changed(jobs)

    new = [bench.new(f"{n}.mp4", folder=bench.home) for n in range(3)]
    info = probe(new[0].source, ffmpeg=bench.ffmpeg.path)
    queue = bench.queue(Counting())
    jobs = queue.add([dataclasses.replace(job, info=info) for job in new])
    assert told == [jobs]
    assert [job.target for job in jobs] == [bench.home / f"{n}.mp4" for n in range(3)]
    queue.change([job.job_id for job in jobs], lambda _: bench.settings("webm-vp8-vorbis"))
    assert [[job.target and job.target.suffix for job in told[1]], len(told)] == [[".webm"] * 3, 2]


def test_b09_beside_its_source_a_result_gets_a_number(bench: Bench, log: QueueLog) -> None:
    queue = bench.queue(log)
    new = bench.new("a.mp4", collision=Collision.REPLACE)
    before = new.source.read_bytes()
    (job,) = queue.add([new])
    queue.start()
    done = log.wait_for_state(job, DONE)
    assert done.target == bench.media / "a (2).mp4"
    assert new.source.read_bytes() == before


def test_a_question_answered_lets_the_job_run(bench: Bench, log: QueueLog) -> None:
    (bench.home / "a.mp4").write_bytes(b"precious")
    queue = bench.queue(log)
    (job,) = queue.add([bench.new("a.mp4", folder=bench.home, collision=Collision.ASK)])
    queue.start()
    log.wait_for_state(job, JobState.ON_HOLD)
    queue.decide_collision([job.job_id], Collision.NUMBER)
    queue.start()
    done = log.wait_for_state(job, DONE)
    assert done.target == bench.home / "a (2).mp4"


def test_a_reopened_queue_holds_the_same_jobs(bench: Bench, log: QueueLog) -> None:
    queue = bench.queue(log)
    queue.add([bench.new(f"{n}.mp4") for n in range(5)])
    queue.move([log.order[4]], before=log.order[0])
    queue.hold([log.order[2]])
    before = queue.jobs()
    queue.close()
    assert bench.queue(QueueLog()).jobs() == before


def test_a_job_whose_source_cannot_be_read_is_told_and_never_run(
    bench: Bench, log: QueueLog
) -> None:
    queue = bench.queue(log)
    broken = bench.media / "broken.mp4"
    broken.write_bytes(b"")
    (job,) = queue.add([NewJob(broken, bench.settings())])
    queue.start()
    failed = log.wait_for_state(job, JobState.FAILED)
    assert failed.info is None
    assert failed.outcome is not None
    assert "empty" in failed.outcome.what


def test_a_complete_file_that_was_refused_its_name_can_still_get_it(
    bench: Bench, log: QueueLog
) -> None:
    queue = bench.queue(log)
    (job,) = queue.add([bench.new("a.mp4", folder=bench.home)])
    queue.set_info([(job.job_id, *bench_info(bench, job))])
    kept = bench.home / ".a.mp4.part-x"
    kept.write_bytes(b"whole")
    outcome = JobOutcome(JobState.FAILED, what="The name was refused.", kept=kept)
    present = log.jobs[job.job_id]
    queue.put([dataclasses.replace(present, state=JobState.FAILED, outcome=outcome)])
    path = queue.keep_incomplete(job.job_id)
    assert path.read_bytes() == b"whole"
    assert path == bench.home / "a.mp4"
    assert log.jobs[job.job_id].state is DONE


def test_an_incomplete_file_is_kept_under_a_name_that_says_so(bench: Bench, log: QueueLog) -> None:
    queue = bench.queue(log)
    (job,) = queue.add([bench.new("a.mp4", folder=bench.home)])
    queue.set_info([(job.job_id, *bench_info(bench, job))])
    kept = bench.home / ".a.mp4.part-x"
    kept.write_bytes(b"half")
    outcome = JobOutcome(JobState.INCOMPLETE, what="Finished early.", kept=kept)
    present = log.jobs[job.job_id]
    queue.put([dataclasses.replace(present, state=JobState.INCOMPLETE, outcome=outcome)])
    assert queue.keep_incomplete(job.job_id) == bench.home / "a (incomplete).mp4"
    assert log.jobs[job.job_id].state is JobState.INCOMPLETE
