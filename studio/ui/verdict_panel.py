"""The tab "Verdict": what was predicted, what was seen, why, and what helps."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from studio.repair.remedy import Remedy
from studio.ui import foreseen_words, verdict_words
from studio.ui.core_words import translated
from studio.ui.engine_card import EngineCard, Seen
from studio.ui.entries import Entry
from studio.ui.look import Part
from studio.ui.theme import Theme
from studio.ui.verdict_box import foreseen_tone
from studio.ui.verdict_foot import VerdictFoot
from studio.ui.verdict_parts import FindingRow, IconLine
from studio.ui.widgets import UNIT, MessageBox, Panel, Text
from studio.verdict.model import Finding, Outcome, Severity, Verdict
from studio.verdict.prediction import Foreseen, Prediction
from studio.verdict.report import prediction_for, unasked

FORESEEN_ICONS = {
    Foreseen.PLAYS: ("mdi6.text-box-search-outline", "secondary"),
    Foreseen.UNSUPPORTED: ("mdi6.help-circle-outline", "secondary"),
}
FAULT_ICON = ("mdi6.text-box-remove-outline", "danger")
_ORDER = list(Severity)


class VerdictPanel(Panel):
    """Shows the verdict of one entry in full; made anew whenever there is something new."""

    stop_wanted = Signal(object)
    """The Entry whose check shall end."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._entry: Entry | None = None
        self._shown: Entry | None = None
        self._known: tuple[object, ...] = ()
        self._open: set[str] = set()
        self.preset_name: Callable[[str], str] = lambda _: ""
        self.messages: list[MessageBox] = []
        self.captions: list[Text] = []
        self.engines: list[IconLine] = []
        self.cards: list[EngineCard] = []
        self.findings: list[FindingRow] = []
        self.running: MessageBox | None = None
        """Says what a check is doing."""
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.foot = VerdictFoot()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addWidget(self.foot)
        self._build()
        self.retranslate()

    @property
    def cures(self) -> list[QPushButton]:
        """Buttons that help against what was found."""
        return self.foot.cures

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
        elif entry is not None and entry.checking and self.running is not None:
            self.running.say(self._running_text(entry), entry.checking)

    def show_card(self, card: EngineCard) -> None:
        """Scroll so that an engine's box begins at the top."""
        self._area.verticalScrollBar().setValue(card.y())

    # -- building --------------------------------------------------------------------

    def _build(self) -> None:
        self.messages, self.captions, self.engines, self.cards = [], [], [], []
        self.findings, self.running = [], None
        self._remedy: Remedy | None = None
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        self._column.setSpacing(UNIT)
        entry = self._entry
        if entry is None or not _may_have_verdict(entry):
            self._say(self.tr("Select a finished file, or a WebM, MP4 or Matroska file."))
        else:
            self._fill(entry)
        self._column.addStretch(1)
        place = self._area.verticalScrollBar().value() if entry is self._shown else 0
        self._shown = entry
        old = self._area.takeWidget()
        if old is not None:  # not at once: one of its buttons may be what led here
            old.deleteLater()
        self._area.setWidget(content)
        if place:  # as soon as the new parts have their places
            QTimer.singleShot(0, self, lambda: self._area.verticalScrollBar().setValue(place))
        preset = self.preset_name(self._remedy.preset) if self._remedy else ""
        self.foot.fill(entry, self._remedy, preset)

    def _fill(self, entry: Entry) -> None:
        look, problem = entry.foreseen, entry.unforeseen
        if entry.checking:
            self._add_running(entry)
        elif entry.check_problem is not None:
            self._box("danger", entry.check_problem.what, entry.check_problem.hint)
        if entry.verdict is not None and entry.verdict.reports and not entry.checking:
            self._fill_played(entry, entry.verdict)
        elif look is not None:
            for part in look.parts:
                self._fill_part(part, is_file=len(look.parts) == 1)
        elif problem is not None:
            self._caption(self.tr("Cannot be examined"))
            self._box("warning", problem.what, problem.hint)
        elif entry.examining:
            self._say(self.tr("The file is being examined…"))
        elif not entry.checking:
            self._say(self.tr("Not examined yet."))

    def _add_running(self, entry: Entry) -> None:
        self._box("info", self._running_text(entry), entry.checking)
        self.running = self.messages[-1]
        self.running.add_button(self.tr("Stop"), lambda: self.stop_wanted.emit(entry))

    def _running_text(self, entry: Entry) -> str:
        if entry.waits_for_check:
            return self.tr("It is checked as soon as it is its turn.")
        return self.tr("Being checked in real engines…")

    def _fill_part(self, part: Part, *, is_file: bool) -> None:
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
            self._remedy = part.remedy

    def _fill_played(self, entry: Entry, verdict: Verdict) -> None:
        tried = (Outcome.PLAYED, Outcome.FAILED)
        is_played = any(report.outcome in tried for report in verdict.reports)
        asked = self.tr("Asked of real engines")
        self._caption(self.tr("Played in real engines") if is_played else asked)
        sentence, hint = verdict_words.verdict_sentence(verdict), verdict_words.why(verdict)
        self._box(verdict_words.PLAYED_TONES[verdict.ladder], sentence, hint)
        pairs = [(one, prediction_for(verdict, one.engine.name)) for one in verdict.reports]
        facts = (
            verdict_words.agreement_text(pairs),
            verdict_words.when_played(verdict, entry.played_at),
        )
        self._say("\n".join(filter(None, facts)))
        for report, prediction in pairs:
            self._add_card(Seen(report, prediction, verdict.findings))
        left = unasked(verdict)
        if left:
            self._caption(self.tr("Not tested"))
        for one in left:
            self._add_prediction(one)
        self._fill_findings(verdict.findings)
        if entry.foreseen is not None and len(entry.foreseen.parts) == 1:
            self._remedy = entry.foreseen.parts[0].remedy

    def _add_card(self, seen: Seen) -> None:
        name = seen.report.engine.name
        card = EngineCard(self.theme, seen, is_open=name in self._open)
        card.more.toggled.connect(lambda on: (self._open.add if on else self._open.discard)(name))
        self.cards.append(card)
        self.engines.append(card.line)
        self._column.addWidget(card)

    def _fill_findings(self, findings: Sequence[Finding]) -> None:
        if findings:
            self._column.addSpacing(UNIT)
            self._say(self.tr("Findings"), "section")
        for finding in sorted(findings, key=_rank):
            row = FindingRow(self.theme, finding)
            self.findings.append(row)
            self._column.addWidget(row)

    # -- parts -----------------------------------------------------------------------

    def _say(self, text: str, tone: str = "secondary") -> None:
        if text:
            label = Text(tone, selectable=tone != "section")
            label.setText(text)
            self._column.addWidget(label)

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


def _may_have_verdict(entry: Entry) -> bool:
    return bool(entry.examinable or entry.verdict or entry.checking or entry.check_problem)


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
        entry.is_kept,
        bool(entry.checking),
        entry.waits_for_check,
        entry.check_problem,
        entry.playable is not None,
    )
