"""The preview fills the window: everything beside it steps back, and comes again."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class Filling(QObject):
    """Hides widgets while one thing has the window to itself.

    Args:
        beside: what steps back; each comes again only if it was shown before.
        parent: owner.
    """

    changed = Signal(bool)
    """True while something fills the window."""

    def __init__(self, beside: Sequence[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._beside = tuple(beside)
        self._hidden: tuple[QWidget, ...] | None = None

    @property
    def is_on(self) -> bool:
        """Tell whether something fills the window."""
        return self._hidden is not None

    def set_on(self, on: bool) -> None:
        """Let the rest step back, or come again."""
        if on == self.is_on:
            return
        if on:
            self._hidden = tuple(widget for widget in self._beside if not widget.isHidden())
            for widget in self._hidden:
                widget.hide()
        else:
            hidden, self._hidden = self._hidden or (), None
            for widget in hidden:
                widget.show()
        self.changed.emit(on)
