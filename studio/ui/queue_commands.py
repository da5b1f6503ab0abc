"""What the Queue menu does, and which of it can be done now."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from studio.batch.model import QueueMode
from studio.batch.queue import JobQueue
from studio.ui import dialogs
from studio.ui.actions import Actions
from studio.ui.desk import Desk
from studio.ui.entries import Entry, EntryState
from studio.ui.file_table import FileTable
from studio.ui.queue_buttons import SlotsField
from studio.ui.row_drag import RowDrag
from studio.ui.sources import Sources
from studio.ui.support import Support
from studio.ui.tally import Tally

Commands = tuple[tuple[str, Callable[[], object]], ...]
AUTOMATIC_MS = 400
STARTABLE = tuple(state for state in EntryState if state.is_startable)
RUNNING_SOON = tuple(s for s in EntryState if s.is_startable or s.is_active)
FAILURES = (EntryState.FAILED, EntryState.INCOMPLETE, EntryState.UNUSABLE)
FINISHED = (EntryState.DONE, EntryState.DONE_WITH_WARNINGS)
OVER = tuple(state for state in EntryState if state.may_retry)


class QueueCommands(QObject):
    """Joins the queue's actions with the desk; looks at the selection once per change."""

    chosen_log = Signal()
    """The user wants the log of the first selected file copied."""

    def __init__(
        self,
        window: QWidget,
        actions: Actions,
        desk: Desk,
        table: FileTable,
        *,
        tally: Tally,
        slots: SlotsField,
    ) -> None:
        super().__init__(window)
        self._window, self._actions, self._desk = window, actions, desk
        self._table, self._tally, self._slots = table, tally, slots
        self.sources, self.support = Sources(window, desk), Support(window, desk)
        self.drag = RowDrag(window, table, desk.files, table.theme)
        self._automatic_timer = QTimer(self)
        self._automatic_timer.setSingleShot(True)
        self._automatic_timer.setInterval(AUTOMATIC_MS)
        self._automatic_timer.timeout.connect(self._ask_automatic)
        self._connect()
        slots.show_slots(desk.toolbox.settings.parallel_jobs)
        self.refresh()

    # -- joining ---------------------------------------------------------------------

    def _connect(self) -> None:
        for name, slot in (*self._for_queue(), *self._for_selection(), *self._for_results()):
            self._actions[name].triggered.connect(partial(_call, slot))
        desk = self._desk
        self._slots.chosen.connect(desk.set_slots)
        self.drag.dropped.connect(desk.move)
        self.drag.refused.connect(desk.said)
        desk.toolbox.settings_changed.connect(self._on_settings)
        desk.toolbox.ffmpeg_changed.connect(self.refresh_queue)
        desk.status_changed.connect(self.refresh_queue)
        self._tally.changed.connect(self.refresh_queue)

    def _for_queue(self) -> Commands:
        desk = self._desk
        return (
            ("start", desk.start),
            ("pause", self._pause_or_resume),
            ("stop_after", desk.finish_current),
            ("stop_now", desk.stop_now),
            ("retry_failed", desk.retry_failed),
            ("retry_all", desk.retry_all),
            ("remove_finished", self._remove_finished),
        )

    def _for_selection(self) -> Commands:
        desk, chosen = self._desk, self._table.selected
        runs = (EntryState.RUNNING, EntryState.VERIFYING)
        return (
            ("stop_before", self._mark),
            ("pause_jobs", lambda: desk.pause(self._in(*runs))),
            ("resume_jobs", lambda: desk.resume(self._in(EntryState.PAUSED))),
            ("hold", lambda: desk.hold(chosen())),
            ("release", lambda: desk.release(chosen())),
            ("cancel", lambda: desk.cancel(chosen())),
            ("retry", lambda: desk.retry(chosen())),
            ("remove", lambda: desk.remove(chosen())),
            ("duplicate", lambda: desk.duplicate(chosen())),
            ("move_top", lambda: self._move(desk.move_to_top)),
            ("move_up", lambda: self._move(desk.move_up)),
            ("move_down", lambda: self._move(desk.move_down)),
            ("move_end", lambda: self._move(lambda entries: desk.move(entries, None))),
        )

    def _for_results(self) -> Commands:
        desk, chosen = self._desk, self._table.selected
        return (
            ("locate", lambda: self.sources.locate(chosen())),
            ("keep", lambda: desk.keep_incomplete(chosen()[0])),
            ("discard", self._discard),
            ("check", lambda: desk.check(chosen())),
            ("open_result", partial(self._open, folder=False)),
            ("open_folder", partial(self._open, folder=True)),
            ("copy_log", self.chosen_log.emit),
            ("save_bundle", lambda: self.support.save(chosen())),
        )

    def stop(self, *, wait: bool) -> None:
        """End, for closing."""
        self._automatic_timer.stop()
        self.sources.stop(wait=wait)
        self.support.stop(wait=wait)

    # -- what can be done ------------------------------------------------------------

    def refresh(self, *_: object) -> None:
        """Enable what can be done with the selection and with the queue."""
        self.refresh_selection()
        self.refresh_queue()

    def refresh_queue(self, *_: object) -> None:
        """Enable what can be done with the queue; costs the same for any number of files."""
        actions, of = self._actions, self._tally.of
        status = self._desk.runner.status
        mode, is_on = status.mode, status.mode is not QueueMode.STOPPED
        can_run = self._desk.toolbox.ffmpeg is not None and of(*STARTABLE) > 0
        stands = mode in (QueueMode.PAUSED, QueueMode.FINISHING)
        actions["start"].setEnabled(stands or (not is_on and can_run))
        actions["pause"].setEnabled(is_on)
        actions.show_paused(mode is QueueMode.PAUSED)
        actions["stop_after"].setEnabled(mode in (QueueMode.RUNNING, QueueMode.PAUSED))
        actions["stop_now"].setEnabled(is_on)
        actions["retry_failed"].setEnabled(of(*FAILURES) > 0)
        actions["retry_all"].setEnabled(of(*OVER) > 0)
        actions["remove_finished"].setEnabled(of(*FINISHED) > 0)
        actions["export_queue"].setEnabled(len(self._desk.files) > 0)
        self._automatic_timer.start()

    def refresh_selection(self) -> None:
        """Enable what can be done with the selected files."""
        entries = self._table.selected()
        states = {entry.state for entry in entries}
        first = entries[0] if entries else None
        one = first if len(entries) == 1 else None
        kept = one is not None and one.outcome is not None and one.outcome.kept is not None
        can = {
            "remove": bool(entries),  # for running ones it says why they stay
            "duplicate": bool(entries),
            "retry": any(state.may_retry for state in states),
            "hold": any(state.is_startable for state in states),
            "release": bool(states & {EntryState.ON_HOLD, EntryState.CHECK_ONLY}),
            "pause_jobs": bool(states & {EntryState.RUNNING, EntryState.VERIFYING}),
            "resume_jobs": EntryState.PAUSED in states,
            "cancel": any(_may_cancel(state) for state in states),
            "stop_before": one is not None and _may_mark(one.state),
            "locate": one is not None and _may_locate(one),
            "keep": kept,
            "discard": kept,
            "open_result": first is not None and first.output is not None,
            "open_folder": first is not None,
            "copy_log": one is not None and bool(one.job.attempts or one.outcome),
            "save_bundle": bool(entries),
            "preview": first is not None and first.playable is not None,
            "check": any(entry.playable and not entry.checking for entry in entries[:50]),
        }
        can |= dict.fromkeys(("move_top", "move_up", "move_down", "move_end"), bool(entries))
        for name, enabled in can.items():
            self._actions[name].setEnabled(enabled)
        self._actions["stop_before"].setChecked(one is not None and one.job.stop_before)

    # -- doing -----------------------------------------------------------------------

    def _pause_or_resume(self) -> None:
        if self._desk.runner.status.mode is QueueMode.PAUSED:
            self._desk.resume()
        else:
            self._desk.pause()

    def _mark(self) -> None:
        entry = self._table.selected()[0]
        self._desk.set_stop_before(entry, not entry.job.stop_before)

    def _in(self, *states: EntryState) -> list[Entry]:
        return [entry for entry in self._table.selected() if entry.state in states]

    def _remove_finished(self) -> None:
        self._desk.remove([entry for entry in self._desk.files if entry.state in FINISHED])

    def _move(self, move: Callable[[list[Entry]], None]) -> None:
        why_not = self.drag.why_not()
        if why_not:
            self._desk.said.emit(why_not)
        else:
            move(self._table.selected())

    def _discard(self) -> None:
        entry = self._table.selected()[0]
        if dialogs.ask_to_discard(self._window, entry.source.name):
            self._desk.drop_incomplete(entry)

    def _open(self, *, folder: bool) -> None:
        entry = self._table.selected()[0]
        path = entry.output or entry.source
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent if folder else path)))

    def _on_settings(self) -> None:
        self._slots.show_slots(self._desk.toolbox.settings.parallel_jobs)
        self._automatic_timer.start()

    def _ask_automatic(self) -> None:
        if not self._tally.of(*RUNNING_SOON):
            self._slots.show_automatic(0)  # with nothing to run there is no number to tell
        elif self._desk.line.is_open:
            ask, show = JobQueue.automatic_slots, self._slots.show_automatic
            self._desk.line.ask(ask, show, lambda _: None)


def _may_cancel(state: EntryState) -> bool:
    return state.is_active or state.is_startable or state is EntryState.ON_HOLD


def _may_mark(state: EntryState) -> bool:
    return state.is_startable or state is EntryState.ON_HOLD


def _may_locate(entry: Entry) -> bool:
    return entry.job.may_change and (entry.state in FAILURES or entry.state is EntryState.ON_HOLD)


def _call(slot: Callable[[], object], _checked: bool = False) -> None:
    slot()
