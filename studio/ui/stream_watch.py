"""Watch while it encodes: what a running job has written so far, as a stream."""

from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from studio.streams.encoding_model import LiveEncoding
from studio.streams.names import StreamAddress
from studio.transcode.publish import part_path
from studio.ui.actions import Actions
from studio.ui.desk import Desk
from studio.ui.entries import Entry, EntryState
from studio.ui.file_table import FileTable
from studio.ui.stream_desk import StreamDesk, WatchedJob

UNKNOWN_HERE = ("264", "265", "avc", "hevc")
"""In names of codecs and encoders: what the embedded engine has no decoder for."""
FILM_RATE, MOST_RATE = Fraction(25), Fraction(60)
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
            self._streams.watch_job(_watched(entry), lambda a: self._on_made(run, a))

    def _on_made(self, run: tuple[str, int], address: StreamAddress | None) -> None:
        self._asked.discard(run)
        if address is not None:
            self._jobs[address] = run
            self.play_wanted.emit(address)

    def leave(self, address: StreamAddress) -> None:
        """Nobody sees it here any more: a job's stream has done its work."""
        if self._jobs.pop(address, None) is not None:
            self._streams.remove(address)


def _watched(entry: Entry) -> WatchedJob:
    """Return what the stream asks a job; its functions are for any thread."""
    attempt = entry.job.attempts

    def find_part() -> Path | None:
        target = entry.target
        return part_path(target.absolute(), entry.entry_id) if target is not None else None

    def is_running() -> bool:
        return entry.state in ENCODING and entry.job.attempts == attempt

    def problem() -> str:
        outcome = entry.job.outcome
        is_failed = entry.state in (EntryState.FAILED, EntryState.CANCELLED)
        return outcome.what if is_failed and outcome is not None else ""

    return WatchedJob(entry.source.stem, find_part, is_running, problem, _conversion(entry))


def _conversion(entry: Entry) -> LiveEncoding | None:
    """Return what a picture is converted into that this program's own engine cannot decode."""
    plan = entry.prepared.plan if entry.prepared is not None else None
    if plan is None or plan.preset.video is None:
        return None
    encoder = plan.preset.video.encoder
    made_of = plan.video.codec if encoder == "copy" and plan.video is not None else encoder
    if not any(name in made_of.lower() for name in UNKNOWN_HERE):
        return None
    rate = plan.frame_rate or (plan.video.frame_rate if plan.video is not None else None)
    return LiveEncoding(width=0, height=0, frame_rate=min(rate or FILM_RATE, MOST_RATE))
