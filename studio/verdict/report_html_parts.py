"""The parts of a report's page that tell of one file."""

import base64

from studio.verdict import report as reports
from studio.verdict.model import (
    Finding,
    Hit,
    Ladder,
    Picture,
    PlaybackReport,
    Severity,
    Step,
    StepState,
)
from studio.verdict.prediction import Foreseen, Prediction
from studio.verdict.report import CheckedFile
from studio.verdict.report_facts import explained, facts, said_by
from studio.verdict.report_marks import mark
from studio.verdict.report_markup import Markup, element, empty, escaped, joined
from studio.verdict.report_words import FAMILY_NAMES, Words

_SERIOUS = (Severity.BLOCK, Severity.LOSS, Severity.STALL)
_NOTHING = Markup("")


def ladder_badge(ladder: Ladder, words: Words, *, is_played: bool = True) -> Markup:
    """Return a verdict as a mark with its word."""
    if not is_played and ladder is Ladder.NOT_PLAYED:
        return _badge("predicted", words.ladder(ladder), "foreseen")
    return _badge(str(ladder), words.ladder(ladder))


def outcome_badge(report: PlaybackReport, words: Words) -> Markup:
    """Return what an engine did, as a mark with its word."""
    said = words.outcome(report.outcome)
    if report.ladder is Ladder.WARN:
        said = words.phrase("played, with remarks")
    return _badge(str(report.ladder), said)


def foreseen_badge(prediction: Prediction, words: Words) -> Markup:
    """Return a prediction as a mark with its words; never green, it was not seen."""
    if prediction.plays:
        return _badge("predicted", words.phrase("should play"), "foreseen")
    if prediction.foreseen is Foreseen.UNSUPPORTED:
        return _badge("not-played", words.foreseen(prediction.foreseen))
    return _badge("fail", words.foreseen(prediction.foreseen), "foreseen fail")


def _badge(shape: str, said: str, kind: str = "") -> Markup:
    return element("span", mark(shape), said, kind=f"badge {kind or shape}")


class FilePart:
    """What is shown of one file."""

    def __init__(
        self, file: CheckedFile, label: str, number: int, is_played: bool, words: Words
    ) -> None:
        self.file, self.label, self.number = file, label, number
        self.is_played, self.words = is_played, words

    def whole(self) -> Markup:
        """Return the file's part of the page."""
        name = f"file-{self.number}"
        heading = element("h3", self.label, id=name)
        inside = self._unread() if self.file.verdict is None else self._judged()
        kind = "error" if self.file.verdict is None else str(self.file.verdict.ladder)
        return element(
            "article", heading, inside, aria_labelledby=name, kind=f"file {kind}", tabindex="-1"
        )

    def _unread(self) -> Markup:
        problem = self.file.problem
        said = self.words.core(problem.what) if problem else ""
        hint = self.words.core(problem.hint) if problem and problem.hint else ""
        return joined(
            element(
                "p", _badge("error", self.words.phrase("could not be read")), " ", said, kind="lead"
            ),
            element("p", hint, kind="quiet") if hint else _NOTHING,
        )

    def _judged(self) -> Markup:
        verdict = self.file.verdict
        if verdict is None:
            return _NOTHING
        badge = ladder_badge(verdict.ladder, self.words, is_played=self.is_played)
        engines = [self._engine(report) for report in verdict.reports]
        rest = [self._predicted(prediction) for prediction in reports.unasked(verdict)]
        head = self.words.phrase("Predicted, not played") if self.is_played else ""
        return joined(
            element("p", badge, " ", self.words.core(verdict.summary), kind="lead"),
            self._about(),
            element("div", *engines, kind="engines") if engines else _NOTHING,
            element("h4", head) if head and rest else _NOTHING,
            element("div", *rest, kind="engines") if rest else _NOTHING,
            self._findings(verdict.findings),
        )

    def _about(self) -> Markup:
        parts = [element("code", self.file.mime)] if self.file.mime else []
        if self.file.elapsed_s:
            took = self.words.took(self.file.elapsed_s * 1000)
            parts.append(element("span", self.words.phrase("checked in %1", took)))
        return element("p", *parts, kind="about") if parts else _NOTHING

    # -- one engine --------------------------------------------------------------------

    def _engine(self, report: PlaybackReport) -> Markup:
        verdict = self.file.verdict
        prediction = reports.prediction_for(verdict, report.engine.name) if verdict else None
        title = f"{report.engine.title} {report.engine.version}".strip()
        head = element("h4", element("span", title), outcome_badge(report, self.words))
        return element(
            "section",
            head,
            self._picture(report.picture, title) if report.picture else _NOTHING,
            self._comparison(prediction, report),
            self._misses(report),
            self._messages(report),
            self._steps(report.steps),
            kind=f"engine {report.ladder}",
        )

    def _predicted(self, prediction: Prediction) -> Markup:
        title = f"{prediction.title} {prediction.version}".strip()
        badge = foreseen_badge(prediction, self.words)
        basis = self.words.phrase("predicted from a model")
        if not prediction.version:
            basis = self.words.phrase("predicted from its source, never measured")
        reason = self.words.core(prediction.reason) if prediction.reason else ""
        return element(
            "section",
            element("h4", element("span", title), badge),
            element("p", basis, kind="quiet"),
            self._comparison(prediction, None),
            element("p", reason) if reason else _NOTHING,
            kind="engine foreseen",
        )

    def _comparison(self, prediction: Prediction | None, report: PlaybackReport | None) -> Markup:
        found = facts(prediction, report, self.words)
        if not found:
            return _NOTHING
        phrase = self.words.phrase
        head = [element("td"), element("th", phrase("predicted"), scope="col")]
        if report is not None:
            head.append(element("th", phrase("observed"), scope="col"))
        rows = []
        for fact in found:
            cells = [element("td", fact.predicted)]
            if report is not None:
                cells.append(element("td", fact.observed or "–"))
            rows.append(element("tr", element("th", fact.label, scope="row"), *cells))
        return element(
            "table",
            element("thead", element("tr", *head)),
            element("tbody", *rows),
            kind="facts",
        )

    def _picture(self, picture: Picture, title: str) -> Markup:
        seconds = f"{picture.time_s:.2f}"
        said = self.words.phrase("Picture at %1 s", seconds)
        data = base64.b64encode(picture.jpeg).decode("ascii")
        image = empty(
            "img",
            src=f"data:image/jpeg;base64,{data}",
            alt=f"{title}: {said}",
            width=str(picture.width),
            height=str(picture.height),
        )
        return element("figure", image, element("figcaption", said))

    def _misses(self, report: PlaybackReport) -> Markup:
        """Name each seek and entry that did not do."""
        phrase = self.words.phrase
        lines = [
            phrase("Entry at %1 s: %2", f"{one.target_s:.2f}", self.words.core(one.reason or "–"))
            for one in report.entries
            if not one.completed
        ]
        lines += [
            phrase("Seek to %1 s: %2", f"{one.target_s:.2f}", self.words.core(one.reason or "–"))
            for one in report.seeks
            if not one.completed
        ]
        if not lines:
            return _NOTHING
        items = [element("li", line) for line in lines]
        return joined(element("h5", phrase("What did not work")), element("ul", *items))

    def _messages(self, report: PlaybackReport) -> Markup:
        verdict = self.file.verdict
        findings = verdict.findings if verdict else ()
        told: set[str] = set()
        items = []
        for message in said_by(report):
            meaning = explained(message, findings, told)
            kind = "reason" if message == report.reason else "said"
            parts = [element("span", self.words.core(message), kind=kind)]
            if meaning is not None:
                cause, remedy = self.words.core(meaning.cause), self.words.core(meaning.remedy)
                text = joined(element("b", meaning.code), " ", escaped(f"{cause} {remedy}".strip()))
                parts.append(element("span", text, kind="meaning"))
            items.append(element("li", *parts))
        texts = [self.words.core(text) for text in report.warnings]
        texts += [self.words.doubt()] if report.doubtful else []
        remarks = [element("li", text, kind="remark") for text in texts]
        if not items and not remarks:
            return _NOTHING
        head = element("h5", self.words.phrase("What was said"))
        return joined(head, element("ul", *remarks, *items, kind="messages"))

    def _steps(self, steps: tuple[Step, ...]) -> Markup:
        if not steps:
            return _NOTHING
        total = self.words.took(sum(step.milliseconds for step in steps))
        rows = [
            element(
                "tr",
                element("th", self.words.step(step.name), scope="row"),
                element("td", self.words.step_state(step.state), kind=f"state {step.state}"),
                element("td", self._time(step)),
                element("td", self.words.core(step.detail)),
            )
            for step in steps
        ]
        phrase = self.words.phrase
        names = (phrase("Step"), phrase("State"), phrase("Time"), phrase("Note"))
        head = [element("th", name, scope="col") for name in names]
        table = element(
            "table", element("thead", element("tr", *head)), element("tbody", *rows), kind="steps"
        )
        title = element("summary", phrase("%1 steps in %2", len(steps), total))
        frame = element("div", table, kind="scroll")
        return element("details", title, frame)

    def _time(self, step: Step) -> str:
        return "" if step.state is StepState.SKIPPED else self.words.took(step.milliseconds)

    # -- findings ----------------------------------------------------------------------

    def _findings(self, findings: tuple[Finding, ...]) -> Markup:
        if not findings:
            return _NOTHING
        order = sorted(findings, key=lambda one: (not reports.is_difference(one), _rank(one)))
        items = [self._finding(finding) for finding in order]
        head = element("h4", self.words.phrase("Findings"))
        return joined(head, element("ul", *items, kind="findings"))

    def _finding(self, finding: Finding) -> Markup:
        phrase = self.words.phrase
        kind = "fail" if finding.severity in _SERIOUS else "warn"
        kind = "note" if finding.severity is Severity.INFO else kind
        title = self.words.severity(finding.severity)
        if reports.is_difference(finding):
            title = phrase("Not as predicted")
        rows = [
            (phrase("Where"), self._place(finding)),
            *((FAMILY_NAMES[hit.family], _hit_text(hit, self.words)) for hit in finding.hits),
            (phrase("What helps"), self.words.core(finding.remedy)),
            (phrase("Of no use"), self._useless(finding)),
            (phrase("Rule"), finding.clause),
        ]
        listed = [joined(element("dt", name), element("dd", text)) for name, text in rows if text]
        return element(
            "li",
            element("p", element("b", finding.code), " ", element("span", title, kind="quiet")),
            element("p", self.words.core(finding.message)),
            element("dl", *listed) if listed else _NOTHING,
            kind=f"finding {kind}",
        )

    def _place(self, finding: Finding) -> str:
        parts = []
        if finding.offset is not None:
            parts.append(self.words.phrase("byte %1", finding.offset))
        if finding.place:
            parts.append(finding.place)
        if finding.count > 1:
            parts.append(self.words.phrase("%1 places, this is the first", finding.count))
        return " · ".join(parts)

    def _useless(self, finding: Finding) -> str:
        names = finding.cure.useless if finding.cure is not None else ()
        return ", ".join(self.words.core(name) for name in names)


def _hit_text(hit: Hit, words: Words) -> str:
    said = words.effect(hit.effect)
    if hit.words:
        said += f": {hit.words}"
    if hit.measured:
        said += " " + words.phrase("(measured: %1)", hit.measured)
    return said


def _rank(finding: Finding) -> int:
    return list(Severity).index(finding.severity)
