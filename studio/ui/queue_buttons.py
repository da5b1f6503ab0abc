"""What stands in the toolbar for the queue beside plain buttons: Stop, and jobs at a time."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSpinBox, QToolButton

from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, Panel

MOST_SLOTS = 32


class StopButton(QToolButton):
    """Opens a small menu: after the current files, or now."""

    def __init__(self, actions: list[QAction]) -> None:
        super().__init__()
        self.setObjectName("stopButton")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self)
        menu.addActions(actions)
        self.setMenu(menu)
        self._stops = actions
        for action in actions:
            action.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self.setEnabled(any(action.isEnabled() for action in self._stops))


class SlotsField(Panel):
    """How many jobs run at a time; the lowest value leaves it to the program."""

    chosen = Signal(int)
    """Jobs at a time, 0 for automatic."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._automatic = 0
        self.label = QLabel()
        self.spin = QSpinBox()
        self.spin.setRange(0, MOST_SLOTS)
        self.spin.setKeyboardTracking(False)
        self.spin.lineEdit().setTextMargins(6, 0, 0, 0)
        self.spin.valueChanged.connect(self.chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(UNIT // 2, 0, UNIT // 2, 0)
        row.setSpacing(UNIT - 2)
        row.addWidget(self.label)
        row.addWidget(self.spin)
        self.retranslate()
        self.restyle()

    def retranslate(self) -> None:
        """Set every text."""
        self.spin.setAccessibleName(self.tr("Files converted at a time"))
        self.setToolTip(
            self.tr("How many files are converted at a time; may be changed while they run")
        )
        self.spin.setToolTip(self.toolTip())
        self._show_automatic()

    def restyle(self) -> None:
        """Set the icon."""
        icon = self.theme.icon("mdi6.view-parallel-outline", "secondary")
        self.label.setPixmap(icon.pixmap(QSize(18, 18), self.devicePixelRatioF()))

    def show_slots(self, slots: int) -> None:
        """Show the number in use; nobody is told."""
        with QSignalBlocker(self.spin):
            self.spin.setValue(slots)

    def show_automatic(self, slots: int) -> None:
        """Show what automatic comes to now; 0 while that is not known."""
        if slots != self._automatic:
            self._automatic = slots
            self._show_automatic()

    def _show_automatic(self) -> None:
        text = self.tr("Auto ({count})").format(count=self._automatic)
        self.spin.setSpecialValueText(text if self._automatic else self.tr("Auto"))
        widest = self.spin.fontMetrics().horizontalAdvance(text)
        self.spin.setMinimumWidth(widest + 6 * UNIT)
