"""Room on the volumes that results go to: which are blocked, and which get tight."""

import logging
from collections.abc import Iterable
from pathlib import Path

from studio.batch import space
from studio.batch.model import BlockedVolume, HoldReason, QueuedJob, QueueNotice
from studio.batch.run import PauseReason, Run
from studio.transcode.model import FailureCause, JobOutcome, JobState

log = logging.getLogger(__name__)

_BLOCKING = {
    FailureCause.DISK_FULL: HoldReason.DISK_FULL,
    FailureCause.DRIVE_GONE: HoldReason.DRIVE_GONE,
}


class Volumes:
    """Knows which volumes no job may write to now. The queue's lock guards it.

    Args:
        reserve_mb: what is kept free on every volume, in MB.
    """

    def __init__(self, reserve_mb: int) -> None:
        self._reserve_mb = reserve_mb
        self._blocked: dict[Path, BlockedVolume] = {}

    @property
    def blocked(self) -> tuple[BlockedVolume, ...]:
        """Every blocked volume."""
        return tuple(self._blocked.values())

    def is_blocked(self, job: QueuedJob, seen: dict[Path, bool]) -> bool:
        """Tell whether a job's result would go to a blocked volume.

        Args:
            job: one that might run.
            seen: folders that were asked about; a new one for each round over many jobs, as
                volumes come and go.
        """
        if not self._blocked:
            return False
        folder = job.target.parent if job.target is not None else job.settings.output.folder
        folder = folder or job.source.parent
        if folder not in seen:
            seen[folder] = space.volume_of(folder) in self._blocked
        return seen[folder]

    def block(self, run: Run, outcome: JobOutcome, waiting: int) -> QueueNotice | None:
        """Block the volume of a run that failed for want of it; returns what to tell.

        Args:
            run: the run that is over.
            outcome: how it ended; most ends block nothing.
            waiting: number of jobs that have not run yet.
        """
        reason = _BLOCKING.get(outcome.cause) if outcome.cause is not None else None
        if reason is None or outcome.state is not JobState.FAILED:
            return None
        root = run.volume
        if root is None or root in self._blocked:
            return None
        self._blocked[root] = BlockedVolume(root, reason, outcome.what, outcome.hint)
        what = f"{outcome.what} Jobs that write to {root} wait."
        hint = f"{outcome.hint} Waiting: {waiting}.".strip()
        return QueueNotice(notice_key(root), what, hint, job_ids=(run.job_id,))

    def unblock(self, root: Path) -> QueueNotice:
        """Let jobs write to a volume again; returns what takes the notice back."""
        self._blocked.pop(root, None)
        return QueueNotice(notice_key(root), "")

    def look(self, runs: Iterable[Run]) -> list[QueueNotice]:
        """Pause runs whose volume is nearly full, before they fail, and let them go on.

        Returns:
            What to tell.
        """
        notices = []
        for run in runs:
            if run.volume is None or run.job.ignore_space:
                continue
            try:
                free = space.free_bytes(run.volume)
                floor = space.floor_bytes(run.volume, self._reserve_mb)
            except OSError as error:
                log.info("free space of %s: %s", run.volume, error)
                continue
            key = notice_key(run.volume)
            if free < floor and PauseReason.SPACE not in run.pauses:
                run.pause(PauseReason.SPACE)
                what = (
                    f"The disk of {run.volume} is nearly full; jobs that write there stand still."
                )
                hint = "Free some space; they go on by themselves."
                notices.append(QueueNotice(key, what, hint, job_ids=(run.job_id,)))
            elif free > 2 * floor and PauseReason.SPACE in run.pauses:
                run.resume(PauseReason.SPACE)
                notices.append(QueueNotice(key, ""))
        return notices


def is_held_for_space(job: QueuedJob, root: Path) -> bool:
    """Tell whether a job is on hold because of the room on this volume."""
    if job.hold not in (HoldReason.DISK_FULL, HoldReason.LOW_SPACE):
        return False
    return space.volume_of(job.target or job.source) == root


def notice_key(root: Path) -> str:
    """Return the key of notices about a volume."""
    return f"volume-{root}"
