"""What the user can do with the list: add, remove, order, choose, retry; each with undo."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from studio.batch.model import HoldReason, NewJob, QueuedJob
from studio.batch.queue import JobQueue
from studio.errors import StudioError
from studio.ui.check_bench import Played
from studio.ui.checker import Checker
from studio.ui.choosing import Choosing, may_change
from studio.ui.controls import Places, ids_of
from studio.ui.entries import CHECKED_SUFFIXES, Entry, EntryState, FileList
from studio.ui.file_model import FileModel
from studio.ui.foresight import Foresight
from studio.ui.found_files import Found
from studio.ui.intake import Intake
from studio.ui.mirror import Mirror
from studio.ui.order import shifted
from studio.ui.output_rules import rooted
from studio.ui.planner import Planner
from studio.ui.player_host import PlayerHost
from studio.ui.queue_line import QueueLine
from studio.ui.remembered import Remembered
from studio.ui.runner import Runner
from studio.ui.toolbox import Toolbox
from studio.ui.undo import AddStep, OrderStep, RemoveStep, StateStep

__all__ = ["Desk", "may_change"]

FAILURES = (EntryState.FAILED, EntryState.INCOMPLETE, EntryState.UNUSABLE)


class Desk(Choosing):
    """Joins the list with those who read, plan, run and check its files."""

    unusable_found = Signal(object)
    """The entries that cannot be used, as list[Entry], some at a time."""
    nothing_found = Signal(object)
    """Folders (list[Path]) held no media file."""
    nothing_to_check = Signal(object)
    """Folders (list[Path]) held nothing that can be checked."""
    status_changed = Signal(object)
    """The QueueStatus; ``runner.status`` has the latest."""
    outlook_changed = Signal(object, object)
    """Seconds the rest will take, at least and at most; both None when that is not known."""

    def __init__(
        self,
        toolbox: Toolbox,
        files: FileList,
        model: FileModel,
        player: PlayerHost,
        places: Places,
    ) -> None:
        super().__init__(toolbox, files, QueueLine(), places)
        self.line.setParent(self)
        self.model, self.player = model, player
        self.mirror = Mirror(files, self.line.events, self)
        self.intake = Intake(files, model, toolbox, self.line, places.cache, self)
        self.planner = Planner(toolbox, files, self)
        self.runner = Runner(files, self.line, self.mirror, self)
        self.checker = Checker(files, toolbox, player, self)
        self.foresight = Foresight(files, self)
        self.remembered = Remembered(files, places.verdicts, self)
        self._coming: set[Path] = set()
        self._to_check: set[Path] = set()
        self._connect()

    def _connect(self) -> None:
        self.mirror.appeared.connect(self._on_appeared)
        self.mirror.changed.connect(self.intake.look_at)
        self.mirror.changed.connect(self.planner.follow)
        self.mirror.ended.connect(self._on_ended)
        self.mirror.unusable_found.connect(self.unusable_found)
        self.runner.status_changed.connect(self.status_changed)
        self.runner.outlook_changed.connect(self.outlook_changed)
        self.line.events.removed.connect(self.intake.forget)
        self.line.events.removed.connect(self.checker.forget)
        self.line.refused.connect(self._on_none_came)
        self.toolbox.ffmpeg_changed.connect(self.intake.look_again)
        self.mirror.appeared.connect(self.remembered.look_up)
        self.mirror.changed.connect(self.remembered.look_up)
        self.foresight.examined.connect(self.remembered.complete)
        self.checker.played.connect(self._on_played)

    # -- the list --------------------------------------------------------------------

    def add(self, paths: Sequence[Path]) -> None:
        """Add files, and what folders hold; those already waiting here are left out."""
        asked = list(paths)
        self.intake.expand(asked, lambda found: self._on_found(asked, found))

    def _on_found(self, asked: list[Path], found: list[Found]) -> None:
        present = {entry.source for entry in self.files if not entry.state.is_over} | self._coming
        fresh = [one for one in found if one.path not in present]
        if not found:
            self.nothing_found.emit(asked)
        elif not fresh:
            self.said.emit(self.tr("%n file(s) are in the list already.", "", len(found)))
        if fresh:
            defaults = self.defaults
            self._coming |= {one.path for one in fresh}
            self._add([NewJob(one.path, rooted(defaults, one.root)) for one in fresh])

    def add_to_check(self, paths: Sequence[Path]) -> None:
        """Check files, and what folders hold, without converting them.

        What is in the list already is checked there; the rest is added, to be checked only.
        """
        asked = list(paths)
        found = partial(self._on_found_to_check, asked)
        self.intake.expand(asked, found, CHECKED_SUFFIXES)

    def _on_found_to_check(self, asked: list[Path], found: list[Found]) -> None:
        if not found:
            self.nothing_to_check.emit(asked)
            return
        here = {entry.playable: entry for entry in self.files}
        self.check([here[one.path] for one in found if one.path in here])
        fresh = [one for one in found if one.path not in here and one.path not in self._to_check]
        if fresh:
            self._to_check |= {one.path for one in fresh}
            defaults, only = self.defaults, HoldReason.CHECK_ONLY
            self._add([NewJob(one.path, rooted(defaults, one.root), hold=only) for one in fresh])

    def import_queue(self, path: Path) -> None:
        """Add the jobs of a file that ``export_queue`` wrote."""
        self._read_queue(path, self._add)

    def duplicate(self, entries: Sequence[Entry]) -> None:
        """Add the same sources once more, for instance to use another preset."""
        jobs = [entry.job for entry in entries]
        self._add([NewJob(job.source, job.settings, job.info, job.stamp) for job in jobs])

    def add_job(self, job: NewJob) -> None:
        """Add a file with settings of its own, though its source may be here already."""
        self._add([job])

    def _add(self, new: Sequence[NewJob]) -> None:
        if new:
            text = self.tr("Add %n file(s)", "", len(new))
            self._do(text, AddStep(new))

    def remove(self, entries: Sequence[Entry]) -> None:
        """Take entries out of the list; running ones stay."""
        removable = [entry for entry in entries if not entry.state.is_active]
        kept = len(entries) - len(removable)
        if removable:
            text = self.tr("Remove %n file(s)", "", len(removable))
            self._do(text, RemoveStep(ids_of(removable)))
        if kept:
            self.said.emit(self.tr("%n running file(s) stayed. Cancel first.", "", kept))

    # -- order -----------------------------------------------------------------------

    def move(self, entries: Sequence[Entry], before: Entry | None) -> None:
        """Move entries, in their order, before another one; None for the end."""
        ids, anchor = ids_of(entries), before.entry_id if before is not None else None
        self._order(entries, lambda queue: queue.move(ids, anchor))

    def move_to_top(self, entries: Sequence[Entry]) -> None:
        """Let these be the first."""
        if len(self.files):
            self.move(entries, self.files.at(0))

    def move_up(self, entries: Sequence[Entry]) -> None:
        """Let each change places with the one above it."""
        self._shift(entries, -1)

    def move_down(self, entries: Sequence[Entry]) -> None:
        """Let each change places with the one below it."""
        self._shift(entries, 1)

    def _shift(self, entries: Sequence[Entry], step: int) -> None:
        ids = ids_of(entries)

        def arrange(queue: JobQueue) -> None:
            queue.reorder(shifted([job.job_id for job in queue.jobs()], ids, step))

        self._order(entries, arrange)

    def _order(self, entries: Sequence[Entry], arrange: Callable[[JobQueue], object]) -> None:
        if entries:
            self._do(self.tr("Move %n file(s)", "", len(entries)), OrderStep(arrange))

    # -- again, or not ---------------------------------------------------------------

    def retry(self, entries: Sequence[Entry]) -> None:
        """Let entries that are over wait to run again; the files they made stay."""
        retried = [e for e in entries if e.state.may_retry and not e.is_check_only]
        ids = ids_of(retried)
        text = self.tr("Retry %n file(s)", "", len(ids))
        self._set_state(ids, text, lambda queue: queue.retry(ids))

    def retry_failed(self) -> None:
        """Let everything wait again that failed or is incomplete."""
        self.retry([entry for entry in self.files if entry.state in FAILURES])

    def retry_all(self) -> None:
        """Let everything wait again that is over, what is done included."""
        self.retry(list(self.files))

    def hold(self, entries: Sequence[Entry]) -> None:
        """Keep entries from running until they are released."""
        ids = ids_of([entry for entry in entries if entry.state.is_startable])
        text = self.tr("Hold %n file(s)", "", len(ids))
        self._set_state(ids, text, lambda queue: queue.hold(ids))

    def release(self, entries: Sequence[Entry], *, despite: bool = False) -> None:
        """Let held entries run, if wanted ``despite`` the space that is missing."""
        held = (EntryState.ON_HOLD, EntryState.CHECK_ONLY)
        ids = ids_of([entry for entry in entries if entry.state in held])
        text = self.tr("Release %n file(s)", "", len(ids))
        self._set_state(ids, text, lambda queue: queue.release(ids, despite=despite))

    def locate(self, entry: Entry, source: Path) -> None:
        """Use another path as the source of an entry; it is read anew."""
        job_id = entry.entry_id
        text = self.tr("Locate {name}").format(name=entry.source.name)
        self._set_state((job_id,), text, lambda queue: queue.locate(job_id, source))

    def _set_state(
        self, ids: Sequence[str], text: str, act: Callable[[JobQueue], Sequence[QueuedJob]]
    ) -> None:
        if ids:
            self._do(text, StateStep(act))

    # -- the rest --------------------------------------------------------------------

    def check(self, entries: Sequence[Entry]) -> None:
        """Ask the engines about these entries' results, or sources."""
        for entry in entries:
            self.checker.check(entry)

    def stop(self, *, wait: bool) -> None:
        """End everything, for closing; what ran begins anew at the next start."""
        self.runner.forget()
        parts = (self.checker, self.intake, self.planner, self.foresight, self.player)
        for part in (*parts, self.remembered, self.toolbox):
            part.stop(wait=wait)
        self.line.close()

    def _on_appeared(self, entries: list[Entry]) -> None:
        self._coming -= {entry.source for entry in entries}
        self._check_new(entries)
        if self.line.is_open:
            self.intake.look_at(entries)
            self.said.emit(self.tr("%n file(s) added.", "", len(entries)))
        else:
            self.intake.look_at_restored(entries)

    def _check_new(self, entries: Sequence[Entry]) -> None:
        if self._to_check:
            wanted = [e for e in entries if e.is_check_only and e.source in self._to_check]
            self._to_check -= {entry.source for entry in wanted}
            self.check(wanted)

    def _on_none_came(self, _problem: StudioError) -> None:
        self._coming.clear()
        self._to_check.clear()

    def _on_played(self, found: Played) -> None:
        self.remembered.keep(found.path, found.stamp, found.verdict, found.took_s)

    def _on_ended(self, entry: Entry) -> None:
        if entry.state.is_success and self.toolbox.settings.check_after:
            self.checker.check(entry)
