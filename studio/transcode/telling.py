"""All that a job tells: its listener, its log and its witness."""

import platform
from collections import deque
from pathlib import Path
from typing import Protocol

import psutil

from studio import __version__
from studio.transcode.argv import display_command
from studio.transcode.failpoints import reach
from studio.transcode.joblog import JobLog
from studio.transcode.model import EncodePlan, JobListener, JobOutcome, JobState, Progress
from studio.transcode.process import LOG_TAIL_LINES


class JobWitness(Protocol):
    """Records what a job is about to do; each call returns only when it is recorded.

    An exception ends the job as failed.
    """

    def on_part(self, part: Path) -> None:
        """The part file is about to be created."""

    def on_started(self, pid: int, created_at: float, executable: Path) -> None:
        """ffmpeg runs; ``created_at`` is in Unix seconds, as psutil tells it."""

    def on_publishing(self, finished: Path, target: Path) -> None:
        """The finished, synced file is about to get this name; called for each try."""


class Teller:
    """Passes a job's events on to those who listen, and writes them into its log.

    Args:
        job_id: told with every event.
        listener: the job's listener.
        witness: asked before each step; None for none.
        log_file: where the log is written; None for no log.
    """

    def __init__(
        self,
        job_id: str,
        listener: JobListener,
        witness: JobWitness | None,
        log_file: Path | None,
    ) -> None:
        self._job_id, self._listener, self._witness = job_id, listener, witness
        self._log_file = log_file
        self._log = JobLog(None)
        self.lines: deque[str] = deque(maxlen=LOG_TAIL_LINES)

    def begin(self, plan: EncodePlan, target: Path, version: str, arguments: list[str]) -> None:
        """Begin the log with all that is needed to do the same by hand."""
        self._log = JobLog(self._log_file)
        self._log.heading(f"job {self._job_id}")
        self._log.line(f"MSE Studio {__version__}, ffmpeg {version}")
        self._log.line(f"Python {platform.python_version()} on {platform.platform()}")
        self._log.line(f"source: {plan.info.path} ({plan.info.size_bytes} bytes)")
        self._log.line(f"target: {target}")
        self._log.line(f"command: {display_command(arguments)}")
        for note in plan.notes:
            self._log.line(f"note: {note}")

    def end(self, outcome: JobOutcome) -> None:
        """Tell the outcome: the last event."""
        self._log.outcome(outcome)
        if outcome.detail != "\n".join(self.lines):  # else it stands above
            self._log.block(outcome.detail)
        self._log.close()
        self._listener.on_finished(self._job_id, outcome)

    def state(self, state: JobState) -> None:
        """Tell a state that is not final."""
        self._log.heading(str(state))
        self._listener.on_state(self._job_id, state)

    def note(self, text: str) -> None:
        """Write something into the log only."""
        self._log.line(text)

    def line(self, line: str) -> None:
        """Take one line of ffmpeg's; called on the thread that reads them."""
        self.lines.append(line)
        self._log.line(line)

    def progress(self, progress: Progress) -> None:
        """Tell how far ffmpeg is."""
        self._listener.on_progress(self._job_id, progress)

    def checking(self, fraction: float) -> None:
        """Tell how far the check is."""
        self.progress(Progress(fraction, 0, 0, 0, None, None))

    def stall(self, seconds: float) -> None:
        """Tell that nothing moves, or (0) that it moves again."""
        self._log.heading(f"no progress for {seconds:.0f} s" if seconds else "it moves again")
        self._listener.on_stall(self._job_id, seconds)

    def part(self, part: Path) -> None:
        """Have the part file recorded."""
        if self._witness is not None:
            self._witness.on_part(part)
        reach("after_part_row")

    def started(self, pid: int) -> None:
        """Have ffmpeg's process recorded."""
        self._log.line(f"process {pid}")
        if self._witness is None:
            return
        try:
            child = psutil.Process(pid)
            created_at, executable = child.create_time(), Path(child.exe())
        except (psutil.Error, OSError):
            return  # it is gone already
        self._witness.on_started(pid, created_at, executable)

    def publishing(self, finished: Path, path: Path) -> None:
        """Have recorded which file gets which name."""
        self._log.line(f"to be named {path}")
        if self._witness is not None:
            self._witness.on_publishing(finished, path)
        reach("after_publishing_row")
