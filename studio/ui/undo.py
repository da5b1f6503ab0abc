"""What can be undone: adding, removing, choosing."""

from collections.abc import Sequence

from PySide6.QtGui import QUndoCommand

from studio.ui import words
from studio.ui.entries import Change, Choices, Entry, FileList

CHOICE_COMMAND_ID = 1


class AddEntries(QUndoCommand):
    """Puts new entries at the end of the list."""

    def __init__(self, files: FileList, entries: Sequence[Entry]) -> None:
        text = words.Plural().add_files(len(entries))
        super().__init__(text)
        self._files, self._entries = files, list(entries)

    def redo(self) -> None:
        """Add them."""
        first = len(self._files)
        self._files.insert([(first + i, entry) for i, entry in enumerate(self._entries)])

    def undo(self) -> None:
        """Take them out again."""
        self._files.remove(entry.entry_id for entry in self._entries)


class RemoveEntries(QUndoCommand):
    """Takes entries out of the list; the files on disk are not touched."""

    def __init__(self, files: FileList, entries: Sequence[Entry]) -> None:
        text = words.Plural().remove_files(len(entries))
        super().__init__(text)
        self._files, self._ids = files, [entry.entry_id for entry in entries]
        self._placed: list[tuple[int, Entry]] = []

    def redo(self) -> None:
        """Take them out."""
        self._placed = self._files.remove(self._ids)

    def undo(self) -> None:
        """Put them back where they were."""
        self._files.insert(self._placed)


class ChangeChoices(QUndoCommand):
    """Gives entries other choices; a run of changes of one kind is one step."""

    def __init__(
        self, files: FileList, pairs: Sequence[tuple[Entry, Choices]], kind: str, text: str
    ) -> None:
        super().__init__(text)
        self._files, self._kind = files, kind
        self._new = list(pairs)
        self._old = [(entry, entry.choices) for entry, _ in pairs]

    def redo(self) -> None:
        """Use the new choices."""
        self._use(self._new)

    def undo(self) -> None:
        """Use the choices of before."""
        self._use(self._old)

    def id(self) -> int:
        """Commands of this id may be merged."""
        return CHOICE_COMMAND_ID

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over a following change of the same kind to the same entries."""
        if not isinstance(other, ChangeChoices) or other._kind != self._kind:
            return False
        if [e.entry_id for e, _ in other._new] != [e.entry_id for e, _ in self._new]:
            return False
        self._new = other._new
        return True

    def _use(self, pairs: Sequence[tuple[Entry, Choices]]) -> None:
        for entry, choices in pairs:
            entry.choices = choices
            self._files.touch(entry, Change.CHOICES)
