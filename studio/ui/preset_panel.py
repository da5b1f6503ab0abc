"""The presets, at the left: name and one line each, greyed with the reason when one cannot run."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout

from studio.presets.model import Preset
from studio.ui.language import Languages
from studio.ui.rich_list import KEY, RichList
from studio.ui.theme import Theme
from studio.ui.toolbox import Toolbox
from studio.ui.widgets import UNIT, Panel, Text


class PresetPanel(Panel):
    """Shows which preset the selection uses and lets the user choose another one."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, toolbox: Toolbox, languages: Languages) -> None:
        super().__init__(theme)
        self._toolbox, self._languages = toolbox, languages
        self._shown = toolbox.settings.preset_id
        self._title = Text("title")
        self.list = RichList(theme)
        self.list.setObjectName("presetList")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._title.setContentsMargins(2 * UNIT, 12, 2 * UNIT, 10)
        column.addWidget(self._title)
        column.addWidget(self.list, 1)
        self.list.currentItemChanged.connect(self._on_current)
        toolbox.ffmpeg_changed.connect(self.fill)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text; presets speak the window's language too."""
        self._title.setText(self.tr("Presets"))
        self.list.setAccessibleName(self.tr("Presets"))
        self.fill()

    def fill(self) -> None:
        """Show all presets again."""
        with QSignalBlocker(self.list):
            self.list.clear()
            for preset in self._toolbox.presets.all():
                self._add(preset)
        self.show_preset(self._shown)

    def show_preset(self, preset_id: str) -> None:
        """Mark a preset as the one in use; nobody is told."""
        self._shown = preset_id
        with QSignalBlocker(self.list):
            for row in range(self.list.count()):
                if self.list.item(row).data(KEY) == preset_id:
                    self.list.setCurrentRow(row)
                    return
            self.list.setCurrentRow(-1)

    def _add(self, preset: Preset) -> None:
        language = self._languages.code
        missing = self._toolbox.missing_encoders(preset)
        name, text = preset.name_in(language), preset.description_in(language)
        if not missing:
            self.list.add(preset.id, name, text).setToolTip(text)
            return
        reason = self.tr("Not available: this ffmpeg has no {encoder}.")
        reason = reason.format(encoder=", ".join(missing))
        item = self.list.add(preset.id, name, reason, "warning")
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setToolTip(f"{text}\n{reason}")

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._shown = str(item.data(KEY))
            self.chosen.emit(self._shown)
