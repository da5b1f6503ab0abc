"""Starts and cancels jobs and writes their events into the entries."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.transcode.batch import Batch, default_slots
from studio.transcode.job import TranscodeJob
from studio.transcode.model import JobOutcome, JobState, Progress
from studio.ui.bridge import JobBridge, Workers
from studio.ui.entries import Change, Entry, EntryState, FileList, Prepared
from studio.ui.prepare import prepare
from studio.ui.toolbox import Toolbox
from studio.workflow.deliver import finish


class Runner(QObject):
    """The window's batch: at most one ``Batch`` at a time, made at Start."""

    started = Signal()
    entry_ended = Signal(object)
    """One Entry reached its final state."""
    idle = Signal()
    """Nothing waits or runs any more."""
    batch_changed = Signal()
    """Progress of the whole batch may have changed."""

    def __init__(self, files: FileList, toolbox: Toolbox, parent: QObject) -> None:
        super().__init__(parent)
        self._files, self._toolbox = files, toolbox
        self._workers = Workers("prepare", 1, self)
        self._bridge = JobBridge(self)
        self._bridge.state_changed.connect(self._on_state)
        self._bridge.progressed.connect(self._on_progress)
        self._bridge.finished.connect(self._on_finished)
        self._batch: Batch | None = None
        self._jobs: dict[str, Entry] = {}
        self._targets: dict[str, Path] = {}
        self.batch: dict[str, Entry] = {}
        """Every entry since the last time the runner was idle, by entry id."""

    @property
    def is_busy(self) -> bool:
        """True from Start until the last final event."""
        return any(entry.state.is_active for entry in self.batch.values())

    @property
    def active(self) -> list[Entry]:
        """Entries that wait or run."""
        return [entry for entry in self.batch.values() if entry.state.is_active]

    def start(self, entries: Iterable[Entry]) -> None:
        """Queue every entry that is ready."""
        ready = [entry for entry in entries if entry.state is EntryState.READY]
        if not ready:
            return
        if not self.is_busy:
            self.batch.clear()
            presets = [self._toolbox.preset(entry.choices.preset_id) for entry in ready]
            slots = self._toolbox.settings.parallel_jobs or default_slots(presets)
            self._batch = Batch(self._bridge, slots)
        for entry in ready:
            self._queue(entry)
        self.started.emit()
        self.batch_changed.emit()

    def cancel(self, entries: Iterable[Entry]) -> None:
        """Cancel those of ``entries`` that wait or run."""
        for entry in list(entries):
            if not entry.state.is_active:
                continue
            job_id = _job_id(entry)
            if job_id in self._jobs and self._batch is not None:
                self._batch.cancel(job_id)
            else:  # still being prepared: no job knows of it yet
                self._end(entry, JobOutcome(JobState.CANCELLED))

    def stop(self, *, wait: bool) -> None:
        """Cancel everything; with ``wait``, return when no ffmpeg runs any more."""
        self._workers.stop(wait=wait)
        if self._batch is not None:
            self._batch.cancel_all()
            if wait:
                self._batch.wait()

    def _queue(self, entry: Entry) -> None:
        entry.serial += 1
        entry.state = EntryState.QUEUED
        entry.forget_run()
        self.batch[entry.entry_id] = entry
        self._files.touch(entry, Change.STATE)
        serial = entry.serial
        self._workers.run(
            partial(self._prepare, entry, _job_id(entry)),
            partial(self._submit, entry, serial),
            partial(self._refuse, entry, serial),
        )

    def _prepare(self, entry: Entry, job_id: str) -> Prepared:
        if entry.info is None:
            raise StudioError("The file has not been read yet.")
        preset = self._toolbox.preset(entry.choices.preset_id)
        ffmpeg = self._toolbox.require_ffmpeg()
        reserved = set(self._targets.values())
        prepared = prepare(entry.info, preset, entry.choices, ffmpeg, reserved)
        self._targets[job_id] = prepared.target  # one thread prepares: no race
        return prepared

    def _submit(self, entry: Entry, serial: int, prepared: Prepared) -> None:
        if entry.serial != serial or entry.state is not EntryState.QUEUED:
            self._targets.pop(f"{entry.entry_id}-{serial}", None)  # cancelled meanwhile
            return
        ffmpeg, batch = self._toolbox.ffmpeg, self._batch
        if ffmpeg is None or batch is None:
            return
        job_id = _job_id(entry)
        self._jobs[job_id] = entry
        entry.prepared = prepared
        plan, target = prepared.plan, prepared.target
        try:
            batch.submit(TranscodeJob(job_id, plan, target, ffmpeg, finish, self._bridge))
        except StudioError as problem:
            del self._jobs[job_id]
            self._refuse(entry, serial, problem)

    def _refuse(self, entry: Entry, serial: int, problem: StudioError) -> None:
        if entry.serial == serial and entry.state is EntryState.QUEUED:
            what, hint, detail = problem.what, problem.hint, problem.detail
            self._end(entry, JobOutcome(JobState.FAILED, None, what, hint, detail))

    def _on_state(self, job_id: str, state: JobState) -> None:
        entry = self._jobs.get(job_id)
        if entry is None:
            return
        entry.state = {
            JobState.WAITING: EntryState.QUEUED,
            JobState.RUNNING: EntryState.RUNNING,
            JobState.VERIFYING: EntryState.VERIFYING,
        }.get(state, entry.state)
        self._files.touch(entry, Change.STATE)
        self.batch_changed.emit()

    def _on_progress(self, job_id: str, progress: Progress) -> None:
        entry = self._jobs.get(job_id)
        if entry is None:
            return
        entry.progress = progress
        self._files.touch(entry, Change.PROGRESS)
        self.batch_changed.emit()

    def _on_finished(self, job_id: str, outcome: JobOutcome) -> None:
        entry = self._jobs.pop(job_id, None)
        if entry is not None:
            self._end(entry, outcome)

    def _end(self, entry: Entry, outcome: JobOutcome) -> None:
        self._targets.pop(_job_id(entry), None)
        entry.outcome = outcome
        entry.output = outcome.output if outcome.state is JobState.DONE else None
        entry.state = {
            JobState.DONE: EntryState.DONE,
            JobState.CANCELLED: EntryState.CANCELLED,
        }.get(outcome.state, EntryState.FAILED)
        self._files.touch(entry, Change.STATE)
        self.entry_ended.emit(entry)
        self.batch_changed.emit()
        if not self.is_busy:
            self.idle.emit()


def _job_id(entry: Entry) -> str:
    return f"{entry.entry_id}-{entry.serial}"
