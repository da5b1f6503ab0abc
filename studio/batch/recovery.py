"""After an abnormal end: what the journal and the disk say becomes the truth again.

Starts nothing. Every step may be interrupted and done again with the same result: first the
disk, then the row.
"""

import dataclasses
import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from studio.batch.aim import replaces
from studio.batch.journal import Attempt, Journal, JournalError, fingerprint
from studio.batch.model import HoldReason, QueuedJob, QueueNotice
from studio.batch.reaper import reap
from studio.errors import OutputError
from studio.transcode.failpoints import reach
from studio.transcode.model import JobOutcome, JobState
from studio.transcode.publish import publish, put_in_place, remove_parts

log = logging.getLogger(__name__)

CRASHES_UNTIL_HELD = 2
"""A job that ran at this many abnormal ends in a row is held: it may be their cause."""

CRASH_NOTICE = "closed-unexpectedly"


@dataclass(frozen=True, slots=True)
class Recovery:
    """What to tell the user, None for nothing, and the jobs that were put in order."""

    notice: QueueNotice | None = None
    settled: tuple[QueuedJob, ...] = ()


def recover(journal: Journal) -> Recovery:
    """Put the queue in order after runs that did not end cleanly.

    What cannot be saved (a full disk) is logged; the jobs are returned all the same.
    """
    if not journal.unclean_runs():
        return Recovery()
    attempts = {attempt.job_id: attempt for attempt in journal.open_attempts()}
    for attempt in attempts.values():
        _reap(attempt)
    jobs = journal.load()
    interrupted, finished, held = [], [], []
    for job in jobs:
        if not job.state.is_active:
            continue
        after = _settled(job, attempts.get(job.job_id))
        reach("during_recovery")
        _save(partial(journal.end_attempt, after))
        if after.state is JobState.ON_HOLD:
            held.append(after)
        elif after.state.is_success:
            finished.append(after)
        else:
            interrupted.append(after)
    _save(partial(journal.close_attempts, tuple(attempts)))
    if not jobs:
        return Recovery()
    notice = _notice(jobs, interrupted, finished, held)
    return Recovery(notice, (*interrupted, *finished, *held))


def _save(write: Callable[[], None]) -> None:
    try:
        write()
    except JournalError as problem:
        log.warning("recovery could not be saved: %s", problem.detail)


def _reap(attempt: Attempt) -> None:
    if attempt.pid is None or attempt.created_at is None or attempt.executable is None:
        return
    token = f"{attempt.run_id}:{attempt.job_id}"
    reap(attempt.pid, attempt.created_at, attempt.executable, token)


def _settled(job: QueuedJob, attempt: Attempt | None) -> QueuedJob:
    """Return the job as the disk shows it, with its part files gone."""
    published = _published(job, attempt) if attempt is not None else None
    if attempt is not None:
        remove_parts(attempt.part)
    if published is not None:
        outcome = JobOutcome(JobState.DONE, output=published)
        return dataclasses.replace(
            job, state=JobState.DONE, outcome=outcome, target=published, crashes=0
        )
    crashes = job.crashes + 1
    if crashes >= CRASHES_UNTIL_HELD:
        what = "MSE Studio ended unexpectedly twice while this file was converted."
        outcome = JobOutcome(JobState.ON_HOLD, what=what, hint="Retry it on its own, or remove it.")
        return dataclasses.replace(
            job,
            state=JobState.ON_HOLD,
            hold=HoldReason.CRASHED,
            crashes=crashes,
            outcome=outcome,
        )
    what = "MSE Studio ended while this file was converted."
    hint = "It begins anew when you press Start."
    outcome = JobOutcome(JobState.INTERRUPTED, what=what, hint=hint)
    return dataclasses.replace(job, state=JobState.INTERRUPTED, crashes=crashes, outcome=outcome)


def _published(job: QueuedJob, attempt: Attempt) -> Path | None:
    """Return the result's path when it was complete: it has its name, or gets it now."""
    if attempt.publishing is None:
        return None
    finished, target, mark = attempt.publishing
    if _is(target, attempt):
        return target
    if not finished.is_file() or fingerprint(finished) != mark:
        return None
    try:
        if replaces(job):
            return put_in_place(finished, target, job.source)
        return publish(finished, target)
    except (OSError, OutputError) as error:
        log.warning("%s could not get its name: %s", finished, error)
        return None


def _is(path: Path, attempt: Attempt) -> bool:
    """Tell whether a path holds the file that was about to be published."""
    assert attempt.publishing is not None
    _, _, mark = attempt.publishing
    try:
        return path.is_file() and fingerprint(path) == mark
    except OSError as error:
        log.warning("%s cannot be read: %s", path, error)
        return False


def _notice(
    jobs: tuple[QueuedJob, ...],
    interrupted: list[QueuedJob],
    finished: list[QueuedJob],
    held: list[QueuedJob],
) -> QueueNotice:
    count = len(jobs)
    here = "The job is still here." if count == 1 else f"All {count} jobs are here."
    parts = [f"MSE Studio closed unexpectedly. {here}"]
    if interrupted:
        verb = "was" if len(interrupted) == 1 else "were"
        parts.append(f"{len(interrupted)} {verb} interrupted and will begin anew.")
    if finished:
        verb = "was" if len(finished) == 1 else "were"
        parts.append(f"{len(finished)} {verb} complete already.")
    if held:
        verb = "is" if len(held) == 1 else "are"
        parts.append(f"{len(held)} {verb} on hold: it happened twice while they ran.")
    touched = tuple(job.job_id for job in (*interrupted, *held, *finished))
    return QueueNotice(CRASH_NOTICE, " ".join(parts), "Nothing starts by itself.", "", touched)
