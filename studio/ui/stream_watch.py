"""Watch while it encodes: what a running job has written so far, as a stream."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from studio.streams.names import StreamAddress
from studio.transcode.publish import part_path
from studio.ui.actions import Actions
from studio.ui.desk import Desk
from studio.ui.entries import Entry, EntryState
from studio.ui.file_table import FileTable
from studio.ui.stream_desk import StreamDesk

ENCODING = (EntryState.RUNNING, EntryState.PAUSED)
"""States of a job whose file still grows."""


class JobStreams(QObject):
    """Makes a stream of a job at its first wish, and ends it when nobody watches any more."""

    play_wanted = Signal(object)
    """The StreamAddress of a job's stream."""

    def __init__(
        self, actions: Actions, desk: Desk, table: FileTable, streams: StreamDesk, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._action, self._desk, self._table = actions["watch_job"], desk, table
        self._streams = streams
        self._jobs: dict[StreamAddress, tuple[str, int]] = {}
        """Streams of jobs, each with its job's id and attempt."""
        self._asked: set[tuple[str, int]] = set()
        self._action.triggered.connect(self._on_action)
        table.selection_changed.connect(self.refresh)
        desk.model.facts_changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Enable it for one running job."""
        self._action.setEnabled(self._selected() is not None)

    def _selected(self) -> Entry | None:
        chosen = self._table.selected()
        return chosen[0] if len(chosen) == 1 and chosen[0].state in ENCODING else None

    def _on_action(self, _checked: bool) -> None:
        entry = self._selected()
        if entry is not None:
            self.watch(entry)

    def watch(self, entry: Entry) -> None:
        """Stream what a running job writes, and play it."""
        run = (entry.entry_id, entry.job.attempts)
        known = [address for address, one in self._jobs.items() if one == run]
        here = {status.address for status in self._streams.statuses}
        if known and known[0] in here:
            self.play_wanted.emit(known[0])
        elif run not in self._asked:
            self._asked.add(run)
            part, runs = _watchers(entry)
            self._streams.watch_job(entry.source.stem, part, runs, lambda a: self._on_made(run, a))

    def _on_made(self, run: tuple[str, int], address: StreamAddress | None) -> None:
        self._asked.discard(run)
        if address is not None:
            self._jobs[address] = run
            self.play_wanted.emit(address)

    def leave(self, address: StreamAddress) -> None:
        """Nobody sees it here any more: a job's stream has done its work."""
        if self._jobs.pop(address, None) is not None:
            self._streams.remove(address)


def _watchers(entry: Entry) -> tuple[Callable[[], Path | None], Callable[[], bool]]:
    """Return where the job writes, and whether it still does; both for any thread."""
    attempt = entry.job.attempts

    def find_part() -> Path | None:
        target = entry.target
        return part_path(target.absolute(), entry.entry_id) if target is not None else None

    def is_running() -> bool:
        return entry.state in ENCODING and entry.job.attempts == attempt

    return find_part, is_running
