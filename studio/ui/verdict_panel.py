"""The tab "Verdict": what was predicted, what was seen, why, and what helps."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from studio.ui import foreseen_words
from studio.ui.core_words import translated
from studio.ui.entries import Entry
from studio.ui.look import Part
from studio.ui.theme import Theme
from studio.ui.verdict_box import PLAYED_TONES, foreseen_tone, played_line, verdict_sentence
from studio.ui.verdict_parts import FindingRow, IconLine
from studio.ui.widgets import UNIT, MessageBox, Panel, Text
from studio.verdict.model import Finding, Outcome, Severity, Verdict
from studio.verdict.prediction import Foreseen, Prediction

FORESEEN_ICONS = {
    Foreseen.PLAYS: ("mdi6.text-box-search-outline", "secondary"),
    Foreseen.UNSUPPORTED: ("mdi6.help-circle-outline", "secondary"),
}
FAULT_ICON = ("mdi6.text-box-remove-outline", "danger")
PLAYED_ICONS = {
    Outcome.PLAYED: ("mdi6.check-decagram", "success"),
    Outcome.FAILED: ("mdi6.close-octagon", "danger"),
    Outcome.UNSUPPORTED: ("mdi6.help-circle-outline", "secondary"),
    Outcome.NO_REPORT: ("mdi6.help-circle-outline", "warning"),
    Outcome.NOT_TESTED: ("mdi6.help-circle-outline", "secondary"),
}
_ORDER = list(Severity)


class VerdictPanel(Panel):
    """Shows the verdict of one entry in full; made anew whenever there is something new."""

    repair_wanted = Signal(object)
    """The Entry whose file shall be repaired without encoding."""
    preset_wanted = Signal(object, str)
    """The Entry that shall be converted with the preset of this id."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._entry: Entry | None = None
        self._known: tuple[object, ...] = ()
        self.preset_name: Callable[[str], str] = lambda _: ""
        self.messages: list[MessageBox] = []
        self.captions: list[Text] = []
        self.engines: list[IconLine] = []
        self.findings: list[FindingRow] = []
        self.cures: list[QPushButton] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        self._foot = QFrame()
        self._foot.setObjectName("cures")
        self._below = QVBoxLayout(self._foot)
        self._below.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, 2 * UNIT)
        self._below.setSpacing(UNIT)
        whole.addWidget(self._foot)
        self._build()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self._area.setAccessibleName(self.tr("Verdict on the file"))
        self._build()

    def restyle(self) -> None:
        """Draw every icon again."""
        self._build()

    def show_entry(self, entry: Entry | None) -> None:
        """Show what is known of an entry; cheap while nothing is new."""
        known = _state_of(entry)
        same = len(known) == len(self._known) and all(
            new is old or (isinstance(new, str | bool) and new == old)
            for new, old in zip(known, self._known, strict=True)
        )
        if not same:
            self._entry, self._known = entry, known
            self._build()

    # -- building --------------------------------------------------------------------

    def _build(self) -> None:
        self.messages, self.captions, self.engines = [], [], []
        self.findings, self.cures = [], []
        self._clear_foot()
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        self._column.setSpacing(UNIT)
        entry = self._entry
        if entry is None or (entry.examinable is None and entry.verdict is None):
            self._say(self.tr("Select a finished file, or a WebM, MP4 or Matroska file."))
        else:
            self._fill(entry)
        self._column.addStretch(1)
        self._area.setWidget(content)
        self._foot.setVisible(bool(self.cures))

    def _fill(self, entry: Entry) -> None:
        look, problem = entry.foreseen, entry.unforeseen
        if entry.checking:
            self._box("info", self.tr("Being checked in real engines…"), entry.checking)
        elif entry.check_problem is not None:
            self._box("danger", entry.check_problem.what, entry.check_problem.hint)
        if entry.verdict is not None and entry.verdict.reports:
            self._fill_played(entry, entry.verdict)
        elif look is not None:
            for part in look.parts:
                self._fill_part(entry, part, is_file=len(look.parts) == 1)
        elif problem is not None:
            self._caption(self.tr("Cannot be examined"))
            self._box("warning", problem.what, problem.hint)
        elif entry.examining:
            self._say(self.tr("The file is being examined…"))
        elif not entry.checking:
            self._say(self.tr("Not examined yet."))

    def _fill_part(self, entry: Entry, part: Part, *, is_file: bool) -> None:
        if part.rendition:
            name = self.tr("Rendition “{name}”").format(name=part.rendition)
            self._say(name, "section")
        self._caption(self.tr("Predicted, not played"))
        verdict = part.verdict
        worst = min(verdict.findings, key=_rank, default=None)
        hint = worst.message if worst and worst.severity is not Severity.INFO else ""
        sentence = foreseen_words.foreseen_sentence(verdict.predictions)
        self._box(foreseen_tone(verdict), sentence, hint)
        for prediction in verdict.predictions:
            self._add_prediction(prediction, told=hint)
        self._fill_findings(verdict.findings)
        if is_file and not part.rendition:
            self._fill_cures(entry, part)

    def _fill_played(self, entry: Entry, verdict: Verdict) -> None:
        self._caption(self.tr("Played in real engines"))
        self._box(PLAYED_TONES[verdict.ladder], verdict_sentence(verdict))
        foreseen = {prediction.engine: prediction for prediction in verdict.predictions}
        for report in verdict.reports:
            title, said = played_line(report)
            prediction = foreseen.pop(report.engine.name, None)
            if prediction is not None:
                said = f"{said}\n{foreseen_words.observed_note(prediction, report)}"
            icon, tone = PLAYED_ICONS[report.outcome]
            self._add_engine(icon, tone, title, said)
        if foreseen:
            self._caption(self.tr("Predicted, not played"))
        for prediction in foreseen.values():
            self._add_prediction(prediction)
        self._fill_findings(verdict.findings)
        if entry.foreseen is not None and len(entry.foreseen.parts) == 1:
            self._fill_cures(entry, entry.foreseen.parts[0])

    def _fill_findings(self, findings: Sequence[Finding]) -> None:
        if findings:
            self._column.addSpacing(UNIT)
            self._say(self.tr("Findings"), "section")
        for finding in sorted(findings, key=_rank):
            row = FindingRow(self.theme, finding)
            self.findings.append(row)
            self._column.addWidget(row)

    def _fill_cures(self, entry: Entry, part: Part) -> None:
        remedy = part.remedy
        name = self.preset_name(remedy.preset) if remedy.preset else ""
        if not remedy.operation and not name:
            return
        self._say(self.tr("What helps"), "section", below=True)
        if remedy.operation:
            said = self.tr("A sound copy can be made without encoding; this file stays as it is.")
            self._say(said, below=True)
            self._cure(self.tr("Repair…"), "primary", lambda: self.repair_wanted.emit(entry))
        if name:
            only = self.tr("Copying cannot cure this; encoding again does.")
            rest = self.tr("For what is left, it must be encoded again.")
            self._say(rest if remedy.operation else only, below=True)
            text = self.tr("Use preset “{name}”").format(name=name)
            preset = remedy.preset
            self._cure(text, "", lambda: self.preset_wanted.emit(entry, preset))

    def _clear_foot(self) -> None:
        while (item := self._below.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()

    # -- parts -----------------------------------------------------------------------

    def _say(self, text: str, tone: str = "secondary", *, below: bool = False) -> None:
        label = Text(tone, selectable=tone != "section")
        label.setText(text)
        (self._below if below else self._column).addWidget(label)

    def _caption(self, text: str) -> None:
        label = Text("section")
        label.setText(text)
        self.captions.append(label)
        self._column.addWidget(label)

    def _box(self, tone: str, what: str, hint: str = "") -> None:
        box = MessageBox(self.theme, tone)
        box.say(what, hint)
        self.messages.append(box)
        self._column.addWidget(box)

    def _add_prediction(self, prediction: Prediction, *, told: str = "") -> None:
        icon, tone = FORESEEN_ICONS.get(prediction.foreseen, FAULT_ICON)
        name = foreseen_words.engine_name(prediction)
        title = self.tr("{engine} (predicted)").format(engine=name[:1].upper() + name[1:])
        said = foreseen_words.prediction_facts(prediction)
        reason = translated(prediction.reason) if prediction.reason != told else ""
        self._add_engine(icon, tone, title, f"{said}\n{reason}" if reason else said)

    def _add_engine(self, icon: str, tone: str, title: str, text: str) -> None:
        line = IconLine(self.theme, icon, tone, title, text)
        self.engines.append(line)
        self._column.addWidget(line)

    def _cure(self, text: str, role: str, action: Callable[[], object]) -> None:
        button = QPushButton(text)
        button.setAccessibleName(text)
        if role:
            button.setProperty("role", role)
        button.clicked.connect(lambda _checked: action())
        self.cures.append(button)
        self._below.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


def _rank(finding: Finding) -> int:
    return _ORDER.index(finding.severity)


def _state_of(entry: Entry | None) -> tuple[object, ...]:
    """What the panel shows, to be compared part by part."""
    if entry is None:
        return ()
    return (
        entry,
        entry.entry_id,
        str(entry.examinable),
        entry.foreseen,
        entry.unforeseen,
        entry.examining,
        entry.verdict,
        entry.checking,
        entry.check_problem,
    )
