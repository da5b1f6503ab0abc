"""The page of the settings about checks: when, in which browsers, how many at a time."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout

from studio.ui.engines_panel import EnginesPanel
from studio.ui.theme import Theme
from studio.ui.toolbox import Toolbox
from studio.ui.widgets import UNIT, Panel, Text

MOST_AT_A_TIME = 8
FIELD_WIDTH = 18 * UNIT
LEAST_HEIGHT = 46 * UNIT


class ChecksPage(Panel):
    """Every change counts at once; engines are asked when the page is first shown."""

    def __init__(self, theme: Theme, toolbox: Toolbox) -> None:
        super().__init__(theme)
        self._toolbox = toolbox
        self.check_after = QCheckBox()
        self._always = Text("secondary")
        self._label, self.at_a_time = QLabel(), QSpinBox()
        self._label.setBuddy(self.at_a_time)
        self.at_a_time.setRange(0, MOST_AT_A_TIME)
        self.at_a_time.setKeyboardTracking(False)
        self.at_a_time.setMinimumWidth(FIELD_WIDTH)
        self.at_a_time.lineEdit().setTextMargins(6, 0, 0, 0)
        self.engines = EnginesPanel(theme, toolbox)
        self.engines.setMinimumHeight(LEAST_HEIGHT)
        self._lay_out()
        self.check_after.toggled.connect(lambda on: toolbox.change(check_after=on))
        self.at_a_time.valueChanged.connect(lambda n: toolbox.change(parallel_engines=n))
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.addWidget(self._label)
        row.addWidget(self.at_a_time)
        row.addStretch(1)
        top = QVBoxLayout()
        top.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 0)
        top.setSpacing(UNIT + UNIT // 2)
        top.addWidget(self.check_after)
        top.addLayout(row)
        top.addWidget(self._always)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(top)
        column.addWidget(self.engines, 1)

    def retranslate(self) -> None:
        """Set every text."""
        text = self.tr("Play every result in the browsers ticked below")
        self.check_after.setText(text)
        self.check_after.setAccessibleName(text)
        at_a_time = self.tr("Browsers at a time")
        self._label.setText(at_a_time)
        self.at_a_time.setAccessibleName(at_a_time)
        self.at_a_time.setSpecialValueText(self.tr("Automatic"))
        self._always.setText(
            self.tr(
                "What the preset promises (tracks, keyframes, index) is read from every result, "
                "always: one that breaks a promise is not kept."
            )
        )
        self.show_settings()

    def show_settings(self) -> None:
        """Show what is set; nobody is told."""
        settings = self._toolbox.settings
        with QSignalBlocker(self.check_after):
            self.check_after.setChecked(settings.check_after)
        with QSignalBlocker(self.at_a_time):
            self.at_a_time.setValue(settings.parallel_engines)
