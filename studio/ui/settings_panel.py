"""The tab "Settings": keyframes and output folder of the selected files, in plain words."""

import dataclasses
from pathlib import Path

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studio.errors import StudioError
from studio.presets.model import Preset
from studio.transcode.model import Overrides
from studio.ui import words
from studio.ui.desk import may_change
from studio.ui.entries import Choices, Entry, EntryState, Prepared
from studio.ui.gop_fields import GopFields
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, ElidedText, MessageBox, Panel, Text


class SettingsPanel(Panel):
    """Edits the choices of the selection, or of files to come when nothing is selected."""

    overrides_chosen = Signal(object)
    folder_chosen = Signal(object)
    requeue_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._entries: list[Entry] = []
        self._preset: Preset | None = None
        self._choices = Choices("")
        self._prepared: Prepared | StudioError | None = None
        self._make_widgets()
        self._lay_out()
        self.retranslate()

    # -- building --------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.title = ElidedText("title")
        self.subtitle = Text("secondary")
        self.locked = MessageBox(self.theme)
        self._again = self.locked.add_button("", self.requeue_wanted.emit)
        self._keyframes_title = Text("section")
        self.gop = GopFields()
        self.gop.edited.connect(self._on_gop)
        self.result = MessageBox(self.theme)
        self.reset = QPushButton()
        self.reset.setProperty("role", "link")
        self.reset.clicked.connect(self._on_reset)
        self._output_title = Text("section")
        self.folder = QComboBox()
        self.folder.setMinimumContentsLength(8)
        self.folder.activated.connect(self._on_folder)
        self._target = ElidedText("secondary")
        self._notes_title = Text("section")
        self._notes = Text("secondary", selectable=True)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.title)
        column.addWidget(self.subtitle)
        column.addWidget(self.locked)
        column.addSpacing(UNIT)
        column.addWidget(self._keyframes_title)
        column.addWidget(self.gop)
        column.addWidget(self.result)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.reset)
        column.addLayout(row)
        column.addWidget(self._output_title)
        column.addWidget(self.folder)
        column.addWidget(self._target)
        column.addSpacing(UNIT)
        column.addWidget(self._notes_title)
        column.addWidget(self._notes)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def retranslate(self) -> None:
        """Set every text."""
        self._keyframes_title.setText(self.tr("Keyframes"))
        self._output_title.setText(self.tr("Output folder"))
        self._notes_title.setText(self.tr("Good to know"))
        self.reset.setText(self.tr("Back to the preset's values"))
        self.reset.setAccessibleName(self.reset.text())
        self.folder.setAccessibleName(self.tr("Output folder"))
        self._again.setText(self.tr("Queue again"))
        self._again.setAccessibleName(self._again.text())
        self._show()

    # -- showing ---------------------------------------------------------------------

    def show_selection(self, entries: list[Entry], choices: Choices, preset: Preset) -> None:
        """Show the choices of ``entries``; ``choices`` are the first one's, or the defaults."""
        if [e.entry_id for e in entries] != [e.entry_id for e in self._entries]:
            self._prepared = None
        self._entries, self._choices, self._preset = list(entries), choices, preset
        self._show()

    def show_plan(self, entry: Entry, answer: Prepared | StudioError) -> None:
        """Show what the choices come to for the first selected file."""
        if self._entries and entry.entry_id == self._entries[0].entry_id:
            self._prepared = answer
            if isinstance(answer, Prepared):
                self.gop.show_plan(answer.plan.gop, answer.plan.frame_rate)
            self._show()

    def _show(self) -> None:
        if self._preset is None:
            return
        self._show_title()
        changeable = [entry for entry in self._entries if may_change(entry)]
        is_locked = bool(self._entries) and not changeable
        self._show_lock(is_locked)
        copies = self._preset.video is None or self._preset.video.encoder == "copy"
        self.gop.setEnabled(not is_locked and not copies)
        self.gop.show_values(self._preset.gop, self._choices.overrides)
        self.reset.setVisible(self._choices.overrides != Overrides() and not is_locked)
        self.folder.setEnabled(not is_locked)
        self._show_folder()
        self._show_result(copies)

    def _show_title(self) -> None:
        preset = self._preset
        count = len(self._entries)
        if count == 1:
            self.title.set_whole(self._entries[0].source.name)
        elif count:
            self.title.set_whole(self.tr("%n file(s) selected", "", count))
        else:
            self.title.set_whole(self.tr("Files you add"))
        if preset is not None:
            self.subtitle.setText(preset.name_in(QLocale().name()))

    def _show_lock(self, is_locked: bool) -> None:
        self.locked.setVisible(is_locked)
        if not is_locked:
            return
        is_done = any(entry.state is EntryState.DONE for entry in self._entries)
        self._again.setVisible(is_done)
        if is_done:
            self.locked.say(self.tr("This is done. Queue it again to change its settings."))
        else:
            self.locked.say(self.tr("This is being converted with these settings."))

    def _show_folder(self) -> None:
        folder = self._choices.output_dir
        with QSignalBlocker(self.folder):
            self.folder.clear()
            self.folder.addItem(self.tr("Beside the source file"), None)
            if folder is not None:
                self.folder.addItem(str(folder), folder)
            self.folder.addItem(self.tr("Choose a folder…"), False)
            self.folder.setCurrentIndex(0 if folder is None else 1)
        target = self._prepared.target if isinstance(self._prepared, Prepared) else None
        self._target.setVisible(target is not None)
        if target is not None:
            self._target.set_whole(self.tr("Result: {name}").format(name=target.name))

    def _show_result(self, copies: bool) -> None:
        answer = self._prepared
        self.gop.set_invalid(isinstance(answer, StudioError))
        notes = answer.plan.notes if isinstance(answer, Prepared) else ()
        self._notes_title.setVisible(bool(notes))
        self._notes.setVisible(bool(notes))
        self._notes.setText("\n".join(f"• {note}" for note in notes))
        if isinstance(answer, StudioError):
            self.result.set_tone("danger")
            self.result.say(answer.what, answer.hint)
        elif copies:
            self.result.set_tone("info")
            self.result.say(self.tr("The picture is copied: its keyframes stay where they are."))
        elif answer is not None and answer.plan.gop is not None:
            self.result.set_tone("info")
            sentence = words.gop_sentence(answer.plan.gop, answer.plan.frame_rate)
            whole = self.tr("{sentence}.").format(sentence=sentence)
            self.result.say(whole, self._gop_hint(answer))
        else:
            self.result.set_tone("info")
            self.result.say(self.tr("Select a file to see what this comes to in frames."))
        self.result.setVisible(True)

    def _gop_hint(self, prepared: Prepared) -> str:
        gop = prepared.plan.gop
        if gop is None:
            return ""
        rate = words.rate_text(prepared.plan.frame_rate)
        if gop.fixed:
            text = self.tr("At {rate}. Every segment begins with one.")
            return text.format(rate=rate)
        text = self.tr("At {rate}, never closer than %n frame(s).", "", gop.min_size)
        return text.format(rate=rate)

    # -- editing ---------------------------------------------------------------------

    def _on_gop(self, overrides: Overrides) -> None:
        kept = dataclasses.replace(overrides, extra=self._choices.overrides.extra)
        self._choices = dataclasses.replace(self._choices, overrides=kept)
        self.reset.setVisible(kept != Overrides())
        self.overrides_chosen.emit(kept)

    def _on_reset(self) -> None:
        self.overrides_chosen.emit(Overrides())

    def _on_folder(self, index: int) -> None:
        chosen = self.folder.itemData(index)
        if chosen is not False:
            self.folder_chosen.emit(chosen)
            return
        start = str(self._choices.output_dir or Path.home())
        folder = QFileDialog.getExistingDirectory(self, self.tr("Output folder"), start)
        if folder:
            self.folder_chosen.emit(Path(folder))
        else:
            self._show_folder()
