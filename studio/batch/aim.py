"""Where a job's result will be: decided when it is queued, reserved from then on."""

import dataclasses
import os
from datetime import datetime
from pathlib import Path

from studio.batch import naming
from studio.batch.model import Collision, HoldReason, QueuedJob
from studio.batch.roster import Roster
from studio.errors import OutputError, StudioError
from studio.transcode.model import EncodePlan, JobOutcome, JobState
from studio.transcode.publish import refuse_source, target_key


def aimed(job: QueuedJob, roster: Roster, plan: EncodePlan | None) -> QueuedJob:
    """Return the job with its target, or held, skipped or failed for want of one.

    Looks at the disk. A job that was held because its target existed is let go when that is
    not so any more. Without ``info`` the job is returned unchanged.

    Args:
        job: the job as it is to be, not necessarily in the roster.
        roster: all other jobs, for the names they have reserved and the files they read.
        plan: what will be made, for names that tell it; None when it cannot be planned.
    """
    if job.info is None or job.state.is_active or job.state.is_success:
        return job
    if job.hold is HoldReason.CHECK_ONLY:
        return job  # nothing will be made of it
    if job.hold is HoldReason.TARGET_EXISTS:
        job = dataclasses.replace(job, state=JobState.WAITING, hold=None, outcome=None)
    try:
        wanted = _wanted(job, roster, plan)
    except StudioError as problem:
        return _failed(job, problem)
    taken = os.path.lexists(wanted)
    match job.settings.output.collision:
        case Collision.SKIP if taken:
            return _skipped(job, wanted)
        case Collision.ASK if taken:
            return _asking(job, wanted)
        case Collision.REPLACE if taken:
            return _replacing(job, wanted, roster)
        case _:
            return dataclasses.replace(job, target=_free(job, wanted, roster))


def replaces(job: QueuedJob) -> bool:
    """Tell whether the job may put its result in place of an older file."""
    return job.settings.output.collision is Collision.REPLACE


def _wanted(job: QueuedJob, roster: Roster, plan: EncodePlan | None) -> Path:
    assert job.info is not None
    added = datetime.fromtimestamp(job.added_at) if job.added_at else datetime.now()
    return naming.target_for(
        job.settings.output,
        job.source,
        job.info,
        job.settings.preset,
        plan,
        counter=roster.row_of(job.job_id) + 1,
        today=added,
    )


def _free(job: QueuedJob, wanted: Path, roster: Roster) -> Path:
    """Return the reserved name when it still fits, else the first free one."""
    source = target_key(job.source)

    def is_taken(key: str) -> bool:
        return roster.is_taken(key, job.job_id) or key == source

    return naming.free_path(wanted, is_taken)


def _replacing(job: QueuedJob, wanted: Path, roster: Roster) -> QueuedJob:
    key = target_key(wanted)
    try:
        refuse_source(wanted, job.source)
    except OutputError as problem:
        return _failed(job, problem)
    if roster.is_source(wanted, job.job_id):
        what = "The result would overwrite the source of another job."
        return _failed(job, OutputError(what, hint="Choose another name or folder."))
    if wanted.is_dir():
        what = f"{wanted.name} is a folder."
        return _failed(job, OutputError(what, hint="Choose another name."))
    if roster.is_taken(key, job.job_id):
        return dataclasses.replace(job, target=_free(job, wanted, roster))
    return dataclasses.replace(job, target=wanted)


def _skipped(job: QueuedJob, wanted: Path) -> QueuedJob:
    what = f"Skipped: {wanted.name} exists already."
    outcome = JobOutcome(
        JobState.CANCELLED, what=what, hint="Choose another rule for existing files, then retry."
    )
    return dataclasses.replace(job, state=JobState.CANCELLED, outcome=outcome, target=None)


def _asking(job: QueuedJob, wanted: Path) -> QueuedJob:
    what = f"{wanted.name} exists already."
    hint = "Choose: give the new file a number, replace the old one, or skip."
    outcome = JobOutcome(JobState.ON_HOLD, what=what, hint=hint)
    hold = HoldReason.TARGET_EXISTS
    return dataclasses.replace(job, state=JobState.ON_HOLD, hold=hold, outcome=outcome, target=None)


def _failed(job: QueuedJob, problem: StudioError) -> QueuedJob:
    outcome = JobOutcome(
        JobState.FAILED, what=problem.what, hint=problem.hint, detail=problem.detail
    )
    return dataclasses.replace(job, state=JobState.FAILED, outcome=outcome, target=None)
