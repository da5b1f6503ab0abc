"""Sources that went elsewhere are found again: one is chosen, its neighbours follow."""

import os
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from studio.ui import dialogs
from studio.ui.bridge import Workers
from studio.ui.desk import Desk
from studio.ui.entries import Entry

Found = list[tuple[str, Path]]


class Sources(QObject):
    """Asks where a file is now and looks for the other missing ones beside it."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._workers = Workers("locate", 1, self)

    def locate(self, entries: list[Entry]) -> None:
        """Let the user say where the first of these is; nothing happens without an answer."""
        if not entries:
            return
        chosen = dialogs.ask_source(self._window, entries[0].source)
        if chosen is None:
            return
        self._desk.locate(entries[0], chosen)
        others = [(entry.entry_id, entry.source) for entry in entries[1:]]
        if others:
            old = entries[0].source
            self._workers.run(lambda: moved(old, chosen, others), self._use, lambda _: None)

    def stop(self, *, wait: bool) -> None:
        """End, for closing."""
        self._workers.stop(wait=wait)

    def _use(self, found: Found) -> None:
        for entry_id, path in found:
            entry = self._desk.files.get(entry_id)
            if entry is not None:
                self._desk.locate(entry, path)


def moved(old: Path, new: Path, others: Found) -> Found:
    """Return those of ``others`` that are found where ``old`` went; looks at the disk.

    The folders that ``old`` and ``new`` have in common at their ends went along: what was
    in ``a/day 1/x.mov`` and is in ``b/day 1/x.mov`` now moved from ``a`` to ``b``.
    """
    ends = zip(reversed(old.parent.parts), reversed(new.parent.parts), strict=False)
    same = 0
    for mine, theirs in ends:
        if mine != theirs:
            break
        same += 1
    was = Path(*old.parent.parts[: len(old.parent.parts) - same])
    now = Path(*new.parent.parts[: len(new.parent.parts) - same])
    found = []
    for entry_id, source in others:
        places = [now / source.relative_to(was)] if source.is_relative_to(was) else []
        places.append(new.parent / source.name)
        place = next((path for path in places if os.path.lexists(path)), None)
        if place is not None:
            found.append((entry_id, place))
    return found
