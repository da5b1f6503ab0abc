"""Many jobs, a few at a time: one thread per running job."""

import logging
import os
import sys
import threading
from collections import deque
from collections.abc import Iterable

from studio.errors import OutputError
from studio.presets.model import Preset
from studio.transcode.job import TranscodeJob
from studio.transcode.model import JobListener, JobState
from studio.transcode.publish import choose_target, target_key

__all__ = ["Batch", "choose_target", "default_slots"]

log = logging.getLogger(__name__)

_FILLING_SLOTS = 2
"""Jobs at a time for encoders that fill the machine by themselves.

Source: measured on 2 cores, a pool of two x264 jobs took 1.06 to 1.10 times less than one
after the other.
"""


def default_slots(presets: Iterable[Preset]) -> int:
    """Return how many jobs at a time suit this machine, by the hungriest preset.

    A VP8 encode runs on one thread, so there is one slot per core for them.
    """
    cores = _usable_cores()
    wanted = [
        cores if preset.video is not None and preset.video.threads == 1 else _FILLING_SLOTS
        for preset in presets
    ]
    return max(1, min(wanted, default=1))


def _usable_cores() -> int:
    if sys.platform != "linux":
        return os.cpu_count() or 1
    return len(os.sched_getaffinity(0))


class Batch:
    """Runs jobs in the order they were submitted.

    Args:
        listener: told that a job waits; all later events come from the jobs themselves.
        slots: how many run at a time, at least 1.
    """

    def __init__(self, listener: JobListener, slots: int) -> None:
        self._listener = listener
        self._slots = max(1, slots)
        self._changed = threading.Condition(threading.RLock())
        self._waiting: deque[TranscodeJob] = deque()
        self._running: dict[str, TranscodeJob] = {}

    def submit(self, job: TranscodeJob) -> None:
        """Queue a job; it starts as soon as a slot is free.

        Raises:
            OutputError: another live job has the same target, or the same id.
        """
        with self._changed:
            for other in (*self._waiting, *self._running.values()):
                if target_key(other.target) == target_key(job.target):
                    what = "Another job already writes this file."
                    raise OutputError(what, hint="Choose another name for the result.")
                if other.job_id == job.job_id:
                    raise OutputError("This job is already in the queue.")
            self._listener.on_state(job.job_id, JobState.WAITING)
            self._waiting.append(job)
            self._start_waiting()

    def cancel(self, job_id: str) -> None:
        """Cancel one job, waiting or running; its final event follows. Unknown ids pass."""
        with self._changed:
            running = self._running.get(job_id)
            if running is not None:
                running.cancel()
            for job in [job for job in self._waiting if job.job_id == job_id]:
                self._waiting.remove(job)
                job.cancel()
                self._start(job)  # it ends at once, so it needs no slot

    def cancel_all(self) -> None:
        """Cancel every job."""
        with self._changed:
            ids = [job.job_id for job in (*self._waiting, *self._running.values())]
            for job_id in ids:
                self.cancel(job_id)

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until no job is left; returns False when the time ran out before."""
        with self._changed:
            return self._changed.wait_for(
                lambda: not self._waiting and not self._running, timeout_s
            )

    def _start_waiting(self) -> None:
        while self._waiting and len(self._running) < self._slots:
            self._start(self._waiting.popleft())

    def _start(self, job: TranscodeJob) -> None:
        self._running[job.job_id] = job
        name = f"job-{job.job_id}"
        threading.Thread(target=self._run, args=(job,), name=name, daemon=True).start()

    def _run(self, job: TranscodeJob) -> None:
        """The thread of one job: it lives as long as its ffmpeg."""
        try:
            job.run()
        except Exception:
            log.exception("the listener of job %s failed", job.job_id)
        finally:
            with self._changed:
                del self._running[job.job_id]
                self._start_waiting()
                self._changed.notify_all()
