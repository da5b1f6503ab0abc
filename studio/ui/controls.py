"""What the user can do with the queue as it runs: at once, with nothing to undo."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from studio.batch.exchange import ImportedQueue, export_queue, import_queue
from studio.batch.model import BlockedVolume, NewJob, QueueNotice
from studio.batch.queue import JobQueue
from studio.errors import StudioError
from studio.ui.core_words import translated
from studio.ui.entries import Entry, FileList
from studio.ui.queue_line import QueueLine
from studio.ui.toolbox import Toolbox


@dataclass(frozen=True, slots=True)
class Places:
    """Folders: ``cache`` for what can be made again, ``logs`` with one log per job.

    ``verdicts`` is the file of what engines did.
    """

    cache: Path
    logs: Path
    verdicts: Path


class Controls(QObject):
    """Hands what the user wants to the queue; what comes of it is shown by the rows."""

    said = Signal(str)
    """A short sentence for the status bar."""
    notice = Signal(object)
    """A QueueNotice, to be told calmly; one of the same key replaces it."""

    def __init__(self, toolbox: Toolbox, files: FileList, line: QueueLine, places: Places) -> None:
        super().__init__()
        self.toolbox, self.files, self.line, self.places = toolbox, files, line, places
        line.events.noticed.connect(self.notice)
        line.refused.connect(self._on_refused)

    # -- the queue -------------------------------------------------------------------

    def start(self) -> None:
        """Run what waits and what was interrupted; what was paused goes on."""
        self.line.ask(JobQueue.start)

    def finish_current(self) -> None:
        """Start nothing new; what runs goes on to its end."""
        self.line.ask(JobQueue.finish_current)

    def stop_now(self) -> None:
        """Stop everything; what ran waits again and begins anew."""
        self.line.ask(JobQueue.stop_now)

    def pause(self, entries: Sequence[Entry] | None = None) -> None:
        """Let these jobs stand still, or the whole queue."""
        if entries is None:
            self.line.ask(JobQueue.pause)
        else:
            ids = ids_of(entries)
            self.line.ask(lambda queue: queue.pause_jobs(ids))

    def resume(self, entries: Sequence[Entry] | None = None) -> None:
        """Let these jobs, or the whole queue, go on."""
        if entries is None:
            self.line.ask(JobQueue.resume)
        else:
            ids = ids_of(entries)
            self.line.ask(lambda queue: queue.resume_jobs(ids))

    def cancel(self, entries: Sequence[Entry]) -> None:
        """Cancel jobs, running or not; they do not run again unless they are retried."""
        ids = ids_of(entries)
        self.line.ask(lambda queue: queue.cancel(ids))

    def set_slots(self, slots: int) -> None:
        """Run so many jobs at a time, 0 for as many as suit the machine; also next time."""
        self.toolbox.change(parallel_jobs=slots)
        self.line.ask(lambda queue: queue.set_slots(slots))

    def set_stop_before(self, entry: Entry, on: bool) -> None:
        """Set or remove the stop marker before a job."""
        job_id = entry.entry_id
        self.line.ask(lambda queue: queue.set_stop_before(job_id, on))

    def unblock(self, volume: BlockedVolume) -> None:
        """Write to a volume again."""
        self.line.ask(lambda queue: queue.unblock(volume.root))

    # -- files -----------------------------------------------------------------------

    def log_file(self, entry: Entry) -> Path:
        """Return where the log of an entry's latest run is; there may be none (yet)."""
        return self.places.logs / f"{entry.entry_id}.log"

    def keep_incomplete(self, entry: Entry) -> None:
        """Give the file of an incomplete job a name of its own."""
        job_id = entry.entry_id

        def kept(path: Path) -> None:
            self.said.emit(self.tr("Kept as {name}.").format(name=path.name))

        self.line.ask(lambda queue: queue.keep_incomplete(job_id), kept)

    def drop_incomplete(self, entry: Entry) -> None:
        """Delete the file of an incomplete job."""
        job_id = entry.entry_id
        self.line.ask(lambda queue: queue.drop_incomplete(job_id))

    def export_queue(self, path: Path) -> None:
        """Write every job to a file that ``import_queue`` reads."""

        def work(queue: JobQueue) -> int:
            jobs = queue.jobs()
            export_queue(jobs, path)
            return len(jobs)

        def done(count: int) -> None:
            said = self.tr("%n file(s) written to {name}.", "", count)
            self.said.emit(said.format(name=path.name))

        self.line.ask(work, done)

    def _read_queue(self, path: Path, on_jobs: Callable[[Sequence[NewJob]], None]) -> None:
        def done(imported: ImportedQueue) -> None:
            problems = imported.problems
            if problems:
                lines = "\n".join(
                    f"{translated(problem.what)} {problem.detail}".strip() for problem in problems
                )
                what = self.tr("Not all of {name} could be used.").format(name=path.name)
                self.notice.emit(QueueNotice("import", what, problems[0].what, lines))
            on_jobs(imported.jobs)

        self.line.ask(lambda _: import_queue(path), done)

    def _on_refused(self, problem: StudioError) -> None:
        self.notice.emit(QueueNotice("refused", problem.what, problem.hint, problem.detail))


def ids_of(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Return the jobs' ids."""
    return tuple(entry.entry_id for entry in entries)
