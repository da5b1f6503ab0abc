"""The tab "Settings": keyframes and results of the selected files, in plain words."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from studio.batch.model import JobSettings
from studio.errors import StudioError
from studio.transcode.model import Overrides
from studio.ui import rhythm, words
from studio.ui.core_words import translated
from studio.ui.desk import may_change
from studio.ui.entries import Entry, Prepared
from studio.ui.gop_fields import GopFields
from studio.ui.output_fields import OutputFields, Sample, common_folder
from studio.ui.rhythm import Rhythm
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, ElidedText, MessageBox, Panel, Text


class SettingsPanel(Panel):
    """Edits the settings of the selection, or of files to come when nothing is selected."""

    overrides_edited = Signal(object)
    """A function from JobSettings to the Overrides a job is to have."""
    output_edited = Signal(object)
    """A function from OutputRule to the one a job is to have."""
    requeue_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._entries: list[Entry] = []
        self._settings: list[JobSettings] = []
        self._shown: object = None
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
        self.gop.edited.connect(self._on_rhythm)
        self.result = MessageBox(self.theme)
        self.reset = QPushButton()
        self.reset.setProperty("role", "link")
        self.reset.clicked.connect(self._on_reset)
        self._output_title = Text("section")
        self.output = OutputFields(self.theme)
        self.output.edited.connect(self.output_edited)
        self._target = ElidedText("secondary")
        self._notes_title = Text("section")
        self._notes = Text("secondary", selectable=True)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        above: list[QWidget] = [self.title, self.subtitle, self.locked]
        rhythm_part: list[QWidget] = [self._keyframes_title, self.gop, self.result]
        output_part: list[QWidget] = [self._output_title, self.output, self._target]
        _add_all(column, above)
        column.addSpacing(UNIT)
        _add_all(column, rhythm_part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.reset)
        column.addLayout(row)
        _add_all(column, output_part)
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
        self._output_title.setText(self.tr("Results"))
        self._notes_title.setText(self.tr("Good to know"))
        self.reset.setText(self.tr("Back to the preset's values"))
        self.reset.setAccessibleName(self.reset.text())
        self._again.setText(self.tr("Retry"))
        self._again.setAccessibleName(self._again.text())
        self._shown = None
        self._show()

    # -- showing ---------------------------------------------------------------------

    def show_selection(self, entries: list[Entry], defaults: JobSettings) -> None:
        """Show the settings of ``entries``, or those of files to come when there are none."""
        if [e.entry_id for e in entries[:2]] != [e.entry_id for e in self._entries[:2]]:
            self._prepared = None
        self._entries = entries
        changeable = [entry for entry in entries if may_change(entry)]
        shown = [entry.settings for entry in changeable or entries] or [defaults]
        self._settings = list({id(settings): settings for settings in shown}.values())
        key = (
            tuple(entry.entry_id for entry in entries),
            tuple(self._settings),
            len(changeable),
            any(entry.state.is_success for entry in entries),
        )
        if key != self._shown:
            self._shown = key
            self._show()

    def show_plan(self, entry: Entry, answer: Prepared | StudioError) -> None:
        """Show what the settings come to for the first selected file."""
        if self._entries and entry.entry_id == self._entries[0].entry_id:
            self._prepared = answer
            if isinstance(answer, Prepared):
                self.gop.show_plan(answer.plan.gop, answer.plan.frame_rate)
            self._show_result()

    def _show(self) -> None:
        if not self._settings:
            return
        changeable = sum(may_change(entry) for entry in self._entries)
        is_locked = bool(self._entries) and not changeable
        self._show_title()
        self._show_lock(is_locked, len(self._entries) - changeable)
        self.gop.setEnabled(not is_locked and not self._copies)
        self.gop.show_rhythms([Rhythm.of(settings) for settings in self._settings])
        is_changed = any(_has_rhythm(settings.overrides) for settings in self._settings)
        self.reset.setVisible(is_changed and not is_locked)
        self.output.setEnabled(not is_locked)
        self.output.show_rules([settings.output for settings in self._settings], self._find_root)
        self._show_result()

    @property
    def _copies(self) -> bool:
        video = self._settings[0].preset.video
        return video is None or video.encoder == "copy"

    def _find_root(self) -> Path | None:
        return common_folder([entry.source for entry in self._entries])

    def _show_title(self) -> None:
        count = len(self._entries)
        if count == 1:
            self.title.set_whole(self._entries[0].source.name)
        elif count:
            self.title.set_whole(self.tr("%n file(s) selected", "", count))
        else:
            self.title.set_whole(self.tr("Files you add"))
        language = QLocale().name()
        names = {settings.preset.name_in(language) for settings in self._settings}
        self.subtitle.setText(names.pop() if len(names) == 1 else self.tr("Different presets"))

    def _show_lock(self, is_locked: bool, kept: int) -> None:
        self.locked.setVisible(bool(kept) and bool(self._entries))
        is_done = is_locked and any(entry.state.is_success for entry in self._entries)
        self._again.setVisible(is_done)
        if is_done:
            self.locked.say(self.tr("This is done. Retry it to change its settings."))
        elif is_locked:
            self.locked.say(self.tr("This is being converted with these settings."))
        elif kept:
            self.locked.say(self.tr("%n of them run or are done and stay as they are.", "", kept))

    def _show_result(self) -> None:
        """Show what the settings come to, without touching the fields."""
        answer, first = self._prepared, self._entries[0] if self._entries else None
        plan = answer.plan if isinstance(answer, Prepared) else None
        self.output.show_sample(
            Sample(
                self._settings[0].preset,
                first.source if first else None,
                first.info if first else None,
                plan,
            )
        )
        # the example says it already unless the name is taken, and so gets a number
        said, is_one = self.output.example.text(), len(self._entries) == 1
        self._target.setVisible(
            isinstance(answer, Prepared) and is_one and answer.target.name != said
        )
        if isinstance(answer, Prepared):
            self._target.set_whole(self.tr("Result: {name}").format(name=answer.target.name))
            self._target.setToolTip(str(answer.target))
        self.gop.set_invalid(isinstance(answer, StudioError))
        notes = plan.notes if plan is not None else ()
        self._notes_title.setVisible(bool(notes))
        self._notes.setVisible(bool(notes))
        self._notes.setText("\n".join(f"• {translated(note)}" for note in notes))
        self._say_result(answer)

    def _say_result(self, answer: Prepared | StudioError | None) -> None:
        self.result.set_tone("danger" if isinstance(answer, StudioError) else "info")
        if isinstance(answer, StudioError):
            self.result.say(answer.what, answer.hint)
        elif self._copies:
            self.result.say(self.tr("The picture is copied: its keyframes stay where they are."))
        elif answer is not None and answer.plan.gop is not None:
            sentence = words.gop_sentence(answer.plan.gop, answer.plan.frame_rate)
            whole = self.tr("{sentence}.").format(sentence=sentence)
            self.result.say(whole, self._gop_hint(answer))
        else:
            self.result.say(self.tr("Select a file to see what this comes to in frames."))

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

    def _on_rhythm(self, edit: rhythm.Edit) -> None:
        self.reset.setVisible(True)
        self.overrides_edited.emit(partial(rhythm.edited, edit))

    def _on_reset(self) -> None:
        self.overrides_edited.emit(_without_rhythm)


def _without_rhythm(settings: JobSettings) -> Overrides:
    return Overrides(extra=settings.overrides.extra)


def _has_rhythm(overrides: Overrides) -> bool:
    return overrides != Overrides(extra=overrides.extra)


def _add_all(column: QVBoxLayout, widgets: list[QWidget]) -> None:
    for widget in widgets:
        column.addWidget(widget)
