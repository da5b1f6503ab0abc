"""How many files are in which state: counted as they change, never by looking at all of them."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from studio.batch.model import HoldReason
from studio.transcode.model import FailureCause
from studio.ui.entries import Change, Entry, EntryState, FileList
from studio.ui.states import GROUP_OF, Group, is_failing

TELL_MS = 100
COUNTED = Change.STATE | Change.MEDIA


class Need(StrEnum):
    """What a file may need from the user before it can go on."""

    TARGET_EXISTS = "target-exists"
    SOURCE_CHANGED = "source-changed"
    SOURCE_MISSING = "source-missing"
    SPACE = "space"


NEED_OF = {
    HoldReason.TARGET_EXISTS: Need.TARGET_EXISTS,
    HoldReason.SOURCE_CHANGED: Need.SOURCE_CHANGED,
    HoldReason.LOW_SPACE: Need.SPACE,
    HoldReason.DISK_FULL: Need.SPACE,
    HoldReason.DRIVE_GONE: Need.SPACE,
}


class Tally(QObject):
    """Observes a FileList and counts its entries by state and by what they need."""

    changed = Signal()
    """The counts are others now; at most ten times a second."""

    def __init__(self, files: FileList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._known = {entry.entry_id: entry.state for entry in files}
        self._counts = Counter(self._known.values())
        self._failing: set[str] = set()
        self._needs: dict[str, Need] = {}
        self._needy: dict[Need, dict[str, None]] = {need: {} for need in Need}
        self._coming = range(0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TELL_MS)
        self._timer.timeout.connect(self.changed)
        files.observe(self)

    def of(self, *states: EntryState) -> int:
        """Number of entries in any of these states."""
        return sum(self._counts[state] for state in states)

    def of_group(self, group: Group) -> int:
        """Number of entries a chip lets through."""
        if group is Group.ALL:
            return len(self._known)
        if group is Group.NOT_PLAYING:
            return len(self._failing)
        return sum(self._counts[state] for state, mine in GROUP_OF.items() if mine is group)

    def needing(self, need: Need) -> list[Entry]:
        """Entries that need this, in the order in which they came to need it."""
        found = (self._files.get(entry_id) for entry_id in self._needy[need])
        return [entry for entry in found if entry is not None]

    # -- FileListObserver ------------------------------------------------------------

    def rows_inserting(self, first: int, last: int) -> None:
        """Remember which rows will be new."""
        self._coming = range(first, last + 1)

    def rows_inserted(self) -> None:
        """Count the new rows."""
        for row in self._coming:
            entry = self._files.at(row)
            self._known[entry.entry_id] = entry.state
            self._counts[entry.state] += 1
            self._note_need(entry)
            self._note_verdict(entry)
        self._tell()

    def rows_removing(self, first: int, last: int) -> None:
        """Take rows out of the count."""
        for row in range(first, last + 1):
            entry_id = self._files.at(row).entry_id
            self._counts[self._known.pop(entry_id)] -= 1
            self._set_need(entry_id, None)
            self._failing.discard(entry_id)
        self._tell()

    def rows_removed(self) -> None:
        """They are out of the count already."""

    def rows_moving(self, first: int, last: int, before: int) -> None:
        """Order is not counted."""

    def rows_moved(self) -> None:
        """Order is not counted."""

    def rows_reordering(self) -> None:
        """Order is not counted."""

    def rows_reordered(self, new_rows: Sequence[int]) -> None:
        """Order is not counted."""

    def entry_changed(self, row: int, change: Change) -> None:
        """Count an entry that may have changed its state or its verdict anew."""
        entry = self._files.at(row)
        if change & Change.VERDICT and self._note_verdict(entry):
            self._tell()
        if not change & COUNTED:
            return
        before, now = self._known[entry.entry_id], entry.state
        self._known[entry.entry_id] = now
        self._counts[before] -= 1
        self._counts[now] += 1
        if self._note_need(entry) or before is not now:
            self._tell()

    def _note_verdict(self, entry: Entry) -> bool:
        """Write down whether an entry does not play; returns whether that is new."""
        was, now = entry.entry_id in self._failing, is_failing(entry)
        if now:
            self._failing.add(entry.entry_id)
        else:
            self._failing.discard(entry.entry_id)
        return was is not now

    def _note_need(self, entry: Entry) -> bool:
        """Write down what an entry needs; returns whether that is new."""
        wanted = need_of(entry)
        if wanted is self._needs.get(entry.entry_id):
            return False
        self._set_need(entry.entry_id, wanted)
        return True

    def _set_need(self, entry_id: str, wanted: Need | None) -> None:
        before = self._needs.pop(entry_id, None)
        if before is not None:
            del self._needy[before][entry_id]
        if wanted is not None:
            self._needs[entry_id] = wanted
            self._needy[wanted][entry_id] = None

    def _tell(self) -> None:
        if not self._timer.isActive():
            self._timer.start()


def need_of(entry: Entry) -> Need | None:
    """Return what an entry needs from the user, None when it goes on by itself or not at all."""
    job, outcome = entry.job, entry.outcome
    if job.hold is not None and entry.state is EntryState.ON_HOLD:
        return NEED_OF.get(job.hold)
    is_lost = outcome is not None and outcome.cause is FailureCause.SOURCE_MISSING
    is_failed = entry.state in (EntryState.FAILED, EntryState.UNUSABLE)
    return Need.SOURCE_MISSING if is_lost and is_failed else None
