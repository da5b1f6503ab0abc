"""What can be undone. Each step is done and taken back on the queue's own thread, in order.

A step remembers what the queue answered; that is read and written on the queue's thread
only, so that undoing at once, before the first call has been saved, is right as well.
"""

import dataclasses
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtGui import QUndoCommand

from studio.batch.model import JobSettings, NewJob, QueuedJob
from studio.batch.queue import JobQueue
from studio.transcode.model import JobState

CHANGE_COMMAND_ID = 1

Change = Callable[[QueuedJob], JobSettings]


class Step(Protocol):
    """Something the queue can do and take back."""

    def do(self, queue: JobQueue) -> None:
        """Do it, for the first time or again."""

    def take_back(self, queue: JobQueue) -> None:
        """Let it be as it was before."""


class AddStep:
    """Puts jobs at the end of the queue."""

    def __init__(self, new: Sequence[NewJob]) -> None:
        self._new = tuple(new)
        self._ids: tuple[str, ...] = ()
        self._removed: tuple[tuple[int, QueuedJob], ...] = ()

    def do(self, queue: JobQueue) -> None:
        """Add them; the same ones once they were taken back."""
        if self._ids:
            queue.restore(self._removed)
        else:
            self._ids = tuple(job.job_id for job in queue.add(self._new))

    def take_back(self, queue: JobQueue) -> None:
        """Take them out; those that run stay."""
        self._removed = queue.remove(self._ids)


class RemoveStep:
    """Takes jobs out of the queue; the files on disk are not touched."""

    def __init__(self, job_ids: Sequence[str]) -> None:
        self._ids = tuple(job_ids)
        self._removed: tuple[tuple[int, QueuedJob], ...] = ()

    def do(self, queue: JobQueue) -> None:
        """Take them out; those that run stay."""
        self._removed = queue.remove(self._ids)

    def take_back(self, queue: JobQueue) -> None:
        """Put them back where they were."""
        queue.restore(self._removed)


class OrderStep:
    """Brings the queue into another order."""

    def __init__(self, arrange: Callable[[JobQueue], object]) -> None:
        self._arrange = arrange
        self._before: tuple[str, ...] = ()

    def do(self, queue: JobQueue) -> None:
        """Use the new order."""
        self._before = tuple(job.job_id for job in queue.jobs())
        self._arrange(queue)

    def take_back(self, queue: JobQueue) -> None:
        """Use the order of before; jobs that came later stay at the end."""
        queue.reorder(self._before)


class ChangeStep:
    """Gives jobs other settings."""

    def __init__(self, job_ids: Sequence[str], change: Change) -> None:
        self.job_ids = tuple(job_ids)
        self.changes = [change]
        self._before: dict[str, JobSettings] = {}

    def do(self, queue: JobQueue) -> None:
        """Use the new settings, where a job may still be changed."""
        before = queue.change(self.job_ids, self._changed)
        for job in before:
            self._before.setdefault(job.job_id, job.settings)

    def take_back(self, queue: JobQueue) -> None:
        """Use the settings of before, where a job may still be changed."""
        queue.change(tuple(self._before), lambda job: self._before[job.job_id])

    def _changed(self, job: QueuedJob) -> JobSettings:
        for change in self.changes:
            job = dataclasses.replace(job, settings=change(job))
        return job.settings


class StateStep:
    """Makes jobs wait again, or not any more: retry, hold, release, another source."""

    def __init__(self, act: Callable[[JobQueue], Sequence[QueuedJob]]) -> None:
        self._act = act
        self._before: tuple[QueuedJob, ...] = ()
        self._after: dict[str, QueuedJob] = {}

    def do(self, queue: JobQueue) -> None:
        """Act, and remember how the jobs were and how they are now."""
        self._before = tuple(self._act(queue))
        now = (queue.get(job.job_id) for job in self._before)
        self._after = {job.job_id: job for job in now if job is not None}

    def take_back(self, queue: JobQueue) -> None:
        """Let those be as before that nothing has happened to since."""
        queue.put([job for job in map(self._restored(queue), self._before) if job is not None])

    def _restored(self, queue: JobQueue) -> Callable[[QueuedJob], QueuedJob | None]:
        def restored(before: QueuedJob) -> QueuedJob | None:
            now, after = queue.get(before.job_id), self._after.get(before.job_id)
            if now is None or after is None or now.attempts != after.attempts:
                return None  # it is gone, or has run meanwhile: what came of that counts
            if now.source != before.source or before.info is not None or now.info is None:
                return before
            if before.state is JobState.FAILED:
                return None  # it could not be read then, and was read since
            return dataclasses.replace(before, info=now.info, stamp=now.stamp)

        return restored


class QueueCommand(QUndoCommand):
    """One entry of the undo list.

    Args:
        text: what it is called in the menu.
        step: what is done.
        run: hands work to the queue's thread.
        kind: changes of one kind to the same jobs become one command; empty for never.
    """

    def __init__(
        self,
        text: str,
        step: Step,
        run: Callable[[Callable[[JobQueue], None]], None],
        kind: str = "",
    ) -> None:
        super().__init__(text)
        self._step, self._run, self._kind = step, run, kind

    def redo(self) -> None:
        """Do it."""
        self._run(self._step.do)

    def undo(self) -> None:
        """Take it back."""
        self._run(self._step.take_back)

    def id(self) -> int:
        """Commands of this id may be merged."""
        return CHANGE_COMMAND_ID if self._kind else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over a following change of the same kind to the same jobs."""
        if not isinstance(other, QueueCommand) or other._kind != self._kind:
            return False
        mine, theirs = self._step, other._step
        if not isinstance(mine, ChangeStep) or not isinstance(theirs, ChangeStep):
            return False
        if mine.job_ids != theirs.job_ids:
            return False
        mine.changes += theirs.changes  # each may concern another part of the settings
        return True
