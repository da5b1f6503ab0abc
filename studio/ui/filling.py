"""The preview fills the window: everything beside it steps back, and comes again as it was."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QToolButton, QWidget

from studio.ui.theme import Theme
from studio.ui.widgets import Panel


class Filling(Panel):
    """Hides the middle of the window and docks while one dock has the window to itself.

    An invisible widget that hears the language change; ``button`` does the same by mouse.

    Args:
        theme: for the button's icon.
        window: whose middle and docks step back.
        docks: those that step back.
    """

    wanted = Signal(bool)
    """The user pressed the button."""
    changed = Signal(bool)
    """True while something fills the window."""

    def __init__(self, theme: Theme, window: QMainWindow, docks: Sequence[QDockWidget]) -> None:
        super().__init__(theme, window)
        self.hide()
        self._window, self._docks = window, tuple(docks)
        self._hidden: tuple[QWidget, ...] | None = None
        self._state = QByteArray()
        self.button = QToolButton()
        self.button.setCheckable(True)
        self.button.setProperty("role", "quiet")
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.button.clicked.connect(self.wanted)
        self.retranslate()
        self.restyle()

    @property
    def is_on(self) -> bool:
        """Tell whether something fills the window."""
        return self._hidden is not None

    def retranslate(self) -> None:
        """Set every text."""
        words = (
            self.tr("Show the list and the presets again")
            if self.is_on
            else self.tr("Give the preview the whole window")
        )
        self.button.setToolTip(words)
        self.button.setAccessibleName(words)

    def restyle(self) -> None:
        """Set the icon."""
        name = "mdi6.arrow-collapse" if self.is_on else "mdi6.arrow-expand"
        self.button.setIcon(self.theme.icon(name))

    def set_on(self, on: bool) -> None:
        """Let the rest step back, or come again with its sizes."""
        if on == self.is_on:
            return
        if on:
            self._step_back()
        else:
            self._come_again()
        self.button.setChecked(on)
        self.retranslate()
        self.restyle()
        self.changed.emit(on)

    def _step_back(self) -> None:
        self._state = self._window.saveState()
        beside = filter(None, (self._window.centralWidget(), *self._docks))
        self._hidden = tuple(widget for widget in beside if not widget.isHidden())
        for widget in self._hidden:
            widget.hide()

    def _come_again(self) -> None:
        hidden, self._hidden = self._hidden or (), None
        for widget in hidden:
            widget.show()
        self._window.restoreState(self._state)
