"""The dialog "Browsers and engines" of the Tools menu."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from studio.ui.engines_panel import EnginesPanel
from studio.ui.theme import Theme
from studio.ui.toolbox import Toolbox
from studio.ui.widgets import UNIT

WIDTH, HEIGHT = 90 * UNIT, 92 * UNIT


class EnginesDialog(QDialog):
    """Shows the engines while the window stays usable."""

    def __init__(self, theme: Theme, toolbox: Toolbox, parent: QWidget) -> None:
        super().__init__(parent)
        self.panel = EnginesPanel(theme, toolbox)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, UNIT, 0, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.panel, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * UNIT, 0, 2 * UNIT, 0)
        foot.addWidget(self._buttons)
        column.addLayout(foot)
        self.resize(WIDTH, HEIGHT)
        self._retranslate()

    def open_and_ask(self) -> None:
        """Show the dialog, and ask what is not known yet."""
        self.panel.open()
        self.show()
        self.activateWindow()

    def done(self, result: int) -> None:
        """Nobody waits for answers any more."""
        self.panel.leave()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the window's language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Browsers and engines"))
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("Close"))
        close.setAccessibleName(close.text())
