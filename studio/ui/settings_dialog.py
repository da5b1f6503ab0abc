"""The settings dialog: every change counts at once, nothing has to be confirmed."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from studio.ui.desk import Desk
from studio.ui.engines_settings import ChecksPage
from studio.ui.language import CHOICES, SYSTEM
from studio.ui.libraries_field import LibrariesField
from studio.ui.output_fields import OutputFields, Sample
from studio.ui.queue_buttons import MOST_SLOTS
from studio.ui.theme import Appearance, Theme
from studio.ui.when_done_button import WhenDoneButton
from studio.ui.widgets import UNIT, Panel, Text

FIELD_WIDTH = 18 * UNIT
MOST_STALL_MINUTES = 240
MOST_RESERVE_MB = 1_000_000


class SettingsDialog(QDialog):
    """Four pages: the queue, the results of files to come, checks, the window."""

    appearance_chosen = Signal(str)
    language_chosen = Signal(str)
    defaults_edited = Signal()
    """Files to come get another output rule."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.pages = _Pages(theme, desk, self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.pages.close_button = buttons.button(QDialogButtonBox.StandardButton.Close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2 * UNIT)
        column.addWidget(self.pages, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * UNIT, 0, 2 * UNIT, 0)
        foot.addWidget(buttons)
        column.addLayout(foot)
        self.setMinimumWidth(65 * UNIT)
        self.pages.retranslate()

    def open_with_settings(self) -> None:
        """Show the settings of the moment; the window stays usable."""
        self.pages.show_settings()
        self.pages.ask_engines()
        self.pages.libraries.look_again()
        self.show()
        self.activateWindow()

    def done(self, result: int) -> None:
        """Nobody waits for what engines say any more."""
        self.pages.checks.engines.leave()
        super().done(result)


class _Pages(Panel):
    def __init__(self, theme: Theme, desk: Desk, dialog: SettingsDialog) -> None:
        super().__init__(theme, dialog)
        self._desk, self._dialog = desk, dialog
        self._toolbox = desk.toolbox
        self._labels: dict[str, QLabel] = {}
        self.close_button: QWidget | None = None
        self._make_fields(theme)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self._queue_page(), "")
        self.tabs.addTab(self._results_page(), "")
        self.tabs.addTab(self.checks, "")
        self.tabs.addTab(self._window_page(), "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self._connect()

    def _make_fields(self, theme: Theme) -> None:
        self.slots, self.stall, self.reserve = QSpinBox(), QSpinBox(), QSpinBox()
        self.slots.setRange(0, MOST_SLOTS)
        self.stall.setRange(1, MOST_STALL_MINUTES)
        self.reserve.setRange(0, MOST_RESERVE_MB)
        self.reserve.setSingleStep(256)
        for spin in (self.slots, self.stall, self.reserve):
            spin.setKeyboardTracking(False)
            spin.lineEdit().setTextMargins(6, 0, 0, 0)
        self.notify, self.sound = QCheckBox(), QCheckBox()
        self.checks = ChecksPage(theme, self._toolbox)
        self.when_done = WhenDoneButton(self._toolbox)
        self.output = OutputFields(theme)
        self.libraries = LibrariesField(theme, self._toolbox)
        self.language, self.appearance = QComboBox(), QComboBox()
        self._later, self._to_come = Text("secondary"), Text("secondary")

    def _queue_page(self) -> QWidget:
        page, form = _form()
        self._row(form, "slots", self.slots)
        form.addRow(self.when_done)
        self._row(form, "stall", self.stall)
        self._row(form, "reserve", self.reserve)
        form.addRow(self._later)
        return page

    def _results_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(2 * UNIT)
        column.addWidget(self._to_come)
        column.addWidget(self.output)
        column.addStretch(1)
        return page

    def _window_page(self) -> QWidget:
        page, form = _form()
        self._row(form, "language", self.language)
        self._row(form, "appearance", self.appearance)
        form.addRow(self.notify)
        form.addRow(self.sound)
        form.addRow(self.libraries)
        return page

    def _row(self, form: QFormLayout, key: str, field: QWidget) -> None:
        self._labels[key] = QLabel()
        self._labels[key].setBuddy(field)
        field.setMinimumWidth(FIELD_WIDTH)
        form.addRow(self._labels[key], field)

    def _connect(self) -> None:
        change = self._toolbox.change
        self.slots.valueChanged.connect(self._desk.set_slots)
        self.stall.valueChanged.connect(lambda minutes: change(stall_minutes=minutes))
        self.reserve.valueChanged.connect(lambda size: change(reserve_mb=size))
        self.notify.toggled.connect(lambda on: change(notify=on))
        self.sound.toggled.connect(lambda on: change(sound=on))
        self.output.edited.connect(self._on_output)
        self.language.activated.connect(
            lambda row: self._dialog.language_chosen.emit(self.language.itemData(row))
        )
        self.appearance.activated.connect(
            lambda row: self._dialog.appearance_chosen.emit(self.appearance.itemData(row))
        )
        self.tabs.currentChanged.connect(self._on_page)
        self._toolbox.settings_changed.connect(self.show_settings)

    # -- texts -----------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self._dialog.setWindowTitle(self.tr("Settings"))
        names = (
            self.tr("Queue"),
            self.tr("Results"),
            self.tr("Checks"),
            self.tr("Window"),
        )
        for number, name in enumerate(names):
            self.tabs.setTabText(number, name)
        self.tabs.tabBar().setAccessibleName(self.tr("Pages of the settings"))
        texts = {
            "slots": self.tr("Files at a time"),
            "stall": self.tr("Give up without progress after"),
            "reserve": self.tr("Keep free on the disk of results"),
            "language": self.tr("Language"),
            "appearance": self.tr("Appearance"),
        }
        for key, text in texts.items():
            self._labels[key].setText(text)
            self._labels[key].buddy().setAccessibleName(text)
        self.slots.setSpecialValueText(self.tr("Automatic"))
        self.stall.setSuffix(self.tr(" min"))
        self.reserve.setSuffix(self.tr(" MB"))
        self._later.setText(self.tr("The last two count from the next start of MSE Studio on."))
        self._to_come.setText(self.tr("For files you add from now on:"))
        self._name_boxes()
        self._fill_choices()
        self.show_settings()

    def _name_boxes(self) -> None:
        for box, text in (
            (self.notify, self.tr("Tell me when all is done or something goes wrong")),
            (self.sound, self.tr("With a sound")),
        ):
            box.setText(text)
            box.setAccessibleName(text)
        if self.close_button is not None:
            self.close_button.setAccessibleName(self.tr("Close"))

    def _fill_choices(self) -> None:
        with QSignalBlocker(self.language), QSignalBlocker(self.appearance):
            self.language.clear()
            self.appearance.clear()
            for code, name in ((SYSTEM, self.tr("As the system")), *CHOICES):
                self.language.addItem(name, code)
            names = {
                Appearance.SYSTEM: self.tr("As the system"),
                Appearance.LIGHT: self.tr("Light"),
                Appearance.DARK: self.tr("Dark"),
            }
            for appearance, name in names.items():
                self.appearance.addItem(name, appearance.value)

    # -- values ----------------------------------------------------------------------

    def show_settings(self) -> None:
        """Show what is set; nobody is told."""
        settings = self._toolbox.settings
        for spin, number in (
            (self.slots, settings.parallel_jobs),
            (self.stall, settings.stall_minutes),
            (self.reserve, settings.reserve_mb),
        ):
            with QSignalBlocker(spin):
                spin.setValue(number)
        for box, on in (
            (self.notify, settings.notify),
            (self.sound, settings.sound),
        ):
            with QSignalBlocker(box):
                box.setChecked(on)
        self.checks.show_settings()
        self.libraries.show_settings()
        self.language.setCurrentIndex(max(0, self.language.findData(settings.language)))
        self.appearance.setCurrentIndex(max(0, self.appearance.findData(settings.theme)))
        self.output.show_sample(Sample(self._toolbox.preset(settings.preset_id)))
        self.output.show_rules([self._toolbox.output_rule()])

    def ask_engines(self) -> None:
        """Ask the engines of this machine what they decode, once their page is seen."""
        if self.tabs.currentWidget() is self.checks:
            self.checks.engines.open()

    def _on_page(self, _number: int) -> None:
        if self._dialog.isVisible():
            self.ask_engines()

    def _on_output(self, change: object) -> None:
        self._desk.change_output([], change)  # type: ignore[arg-type]
        self._dialog.defaults_edited.emit()


def _form() -> tuple[QWidget, QFormLayout]:
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
    form.setHorizontalSpacing(2 * UNIT)
    form.setVerticalSpacing(UNIT + UNIT // 2)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    return page, form
