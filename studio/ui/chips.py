"""Chips above the table: how many files are in which state, and a click shows only those."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy

from studio.ui.states import GROUP_ICONS, GROUP_TONES, Group, group_name, group_tip
from studio.ui.tally import Tally
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, Panel, restate

ALWAYS = (Group.ALL, Group.WAITING, Group.RUNNING, Group.DONE)
"""Shown even when nothing is in them, so that the row stays calm."""


class Chips(Panel):
    """A row of buttons of which one is down. Arrow keys go from one to the next."""

    chosen = Signal(object)
    """The Group to be shown."""

    def __init__(self, theme: Theme, tally: Tally) -> None:
        super().__init__(theme)
        self._tally = tally
        self._buttons: dict[Group, QPushButton] = {}
        self._choice = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        self._row.setSpacing(UNIT // 2)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        for group in Group:
            self._row.addWidget(self._make(group))
        self._row.addStretch(1)
        self._buttons[Group.ALL].setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        tally.changed.connect(self.refresh)
        self.retranslate()
        self.restyle()

    def __getitem__(self, group: Group) -> QPushButton:
        return self._buttons[group]

    @property
    def group(self) -> Group:
        """The group that is shown."""
        return next(group for group, button in self._buttons.items() if button.isChecked())

    def choose(self, group: Group) -> None:
        """Show a group, as if its chip had been pressed."""
        self._buttons[group].setChecked(True)

    def _make(self, group: Group) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setProperty("role", "chip")
        button.setIconSize(QSize(14, 14))
        button.toggled.connect(lambda on: self._on_toggled(group, on))
        self._choice.addButton(button)
        self._buttons[group] = button
        return button

    def _on_toggled(self, group: Group, on: bool) -> None:
        self.restyle()
        self.refresh()
        if on:
            self.chosen.emit(group)

    def retranslate(self) -> None:
        """Set every text."""
        for group, button in self._buttons.items():
            button.setToolTip(group_tip(group))
        self.setAccessibleName(self.tr("Show by state"))
        self.refresh()

    def restyle(self) -> None:
        """Set the icons."""
        for group, button in self._buttons.items():
            name = GROUP_ICONS.get(group)
            if name is not None:
                tone = GROUP_TONES.get(group, "secondary")
                button.setIcon(self.theme.icon(name, tone))

    def refresh(self) -> None:
        """Show the counts of the moment."""
        for group, button in self._buttons.items():
            count = self._tally.of_group(group)
            restate(button, "empty", "false" if count else "true")
            button.setAccessibleName(f"{group_name(group)}, {count}")
            button.setVisible(bool(count) or group in ALWAYS or button.isChecked())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out words where they have no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say names and counts; where that is too wide, names of chips without icon only."""
        self._write(with_names=True)
        shown = [button for button in self._buttons.values() if not button.isHidden()]
        needed = sum(button.sizeHint().width() + UNIT // 2 for button in shown) + 2 * UNIT
        if needed > self.width() > 0:
            self._write(with_names=False)

    def _write(self, *, with_names: bool) -> None:
        for group, button in self._buttons.items():
            count = str(self._tally.of_group(group))
            named = with_names or group is Group.ALL or button.isChecked()
            button.setText(f"{group_name(group)}  {count}" if named else count)
