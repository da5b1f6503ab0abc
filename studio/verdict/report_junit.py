"""A report as JUnit XML, for continuous integration."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from studio.verdict import report as reports
from studio.verdict.model import EngineIdentity, Outcome, Severity, Verdict
from studio.verdict.prediction import Foreseen, Prediction
from studio.verdict.report import CheckedFile, CheckReport
from studio.verdict.report_facts import explained, facts, said_by
from studio.verdict.report_words import Words
from studio.verdict.summary import DOUBTFUL, FATAL

RULES = "rules"
"""The suite of what was read in the bytes, without an engine."""

_WORDS = Words(dash="-")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Source: XML 1.0, 2.2, production Char."""


@dataclass(slots=True)
class _Case:
    """One case; ``kind`` is failure, error or skipped, empty for a pass."""

    name: str
    seconds: float = 0.0
    kind: str = ""
    message: str = ""
    type: str = ""
    detail: str = ""
    output: str = ""


@dataclass(slots=True)
class _Suite:
    name: str
    properties: dict[str, str] = field(default_factory=dict)
    cases: list[_Case] = field(default_factory=list)

    def count(self, kind: str) -> int:
        return sum(case.kind == kind for case in self.cases)


def junit_report(report: CheckReport) -> str:
    """Return the XML: a suite for each engine, a case for each file.

    Failed is ``failure``; cannot decode, no report and not tested are ``skipped`` with the
    reason; a file that could not be read is ``error``. What was only predicted is skipped, or
    fails, and never passes. The suite ``rules`` comes first: its cases fail where a rule says
    that a file does not play.
    """
    suites = [_rules_suite(report)]
    suites += [_engine_suite(report, engine) for engine in reports.asked(report)]
    root = Element("testsuites", {"name": "mse-studio check"} | _totals(suites))
    for number, suite in enumerate(suites):
        root.append(_suite_element(suite, number, report))
    indent(root)
    body = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _rules_suite(report: CheckReport) -> _Suite:
    suite = _Suite(RULES)
    for file, name in _named(report):
        if file.verdict is None:
            suite.cases.append(_unread(file, name))
            continue
        case = _Case(name)
        fatal = [found for found in file.verdict.findings if found.severity in FATAL]
        if fatal:
            case.kind, case.type, case.message = "failure", fatal[0].code, fatal[0].message
            case.detail = _listed(file.verdict, FATAL)
        case.output = _listed(file.verdict, DOUBTFUL)
        suite.cases.append(case)
    return suite


def _engine_suite(report: CheckReport, engine: EngineIdentity) -> _Suite:
    told = {"engine": engine.name, "title": engine.title, "version": engine.version}
    suite = _Suite(engine.name, {key: text for key, text in told.items() if text})
    suite.properties["played"] = "yes" if report.is_played else "no"
    for file, name in _named(report):
        if file.verdict is None:
            suite.cases.append(_unread(file, name))
        elif report.is_played:
            suite.cases.append(_played(file.verdict, engine.name, name))
        else:
            suite.cases.append(_predicted(file.verdict, engine.name, name))
    return suite


def _named(report: CheckReport) -> Iterator[tuple[CheckedFile, str]]:
    return zip(report.files, reports.labels(report.files), strict=True)


def _unread(file: CheckedFile, name: str) -> _Case:
    problem = file.problem
    what = problem.what if problem else "It could not be read."
    detail = "\n".join(filter(None, (problem.hint, problem.detail))) if problem else ""
    return _Case(name, kind="error", message=what, type=type(problem).__name__, detail=detail)


def _played(verdict: Verdict, engine: str, name: str) -> _Case:
    told = reports.report_of(verdict, engine)
    if told is None:
        return _Case(name, kind="skipped", message="This engine was not asked.")
    case = _Case(name, seconds=told.elapsed_s)
    if told.outcome is Outcome.FAILED:
        case.kind, case.type, case.message = "failure", "playback", told.reason
        lines = [*said_by(told)]
        meaning = explained(told.reason, verdict.findings)
        if meaning is not None:
            lines.append(f"{meaning.code}: {meaning.cause} {meaning.remedy}".rstrip())
        case.detail = "\n".join(lines)
    elif told.outcome is not Outcome.PLAYED:
        case.kind = "skipped"
        case.message = f"{_WORDS.outcome(told.outcome)}: {told.reason}".removesuffix(": ")
    lines = [
        f"{fact.label}: predicted {fact.predicted or '-'}; observed {fact.observed or '-'}"
        for fact in facts(reports.prediction_for(verdict, engine), told, _WORDS)
    ]
    case.output = "\n".join([*told.warnings, *lines])
    return case


def _predicted(verdict: Verdict, engine: str, name: str) -> _Case:
    told = reports.prediction_for(verdict, engine)
    if told is None:
        return _Case(name, kind="skipped", message="Nothing is predicted for this engine.")
    said = f"Predicted, not played: {_WORDS.foreseen(told.foreseen)}."
    if _is_known_to_fail(told):
        message = f"{said} {told.reason}".rstrip()
        return _Case(name, kind="failure", type="prediction", message=message, detail=message)
    return _Case(name, kind="skipped", message=said)


def _is_known_to_fail(prediction: Prediction) -> bool:
    """A model that was never measured fails nobody."""
    harmless = (Foreseen.PLAYS, Foreseen.UNSUPPORTED)
    return bool(prediction.version) and prediction.foreseen not in harmless


def _listed(verdict: Verdict, severities: frozenset[Severity]) -> str:
    lines = []
    for found in verdict.findings:
        if found.severity in severities:
            place = "" if found.offset is None else f" at byte {found.offset}"
            place += f" ({found.place})" if found.place else ""
            lines.append(f"{found.code}{place}: {found.message} {found.remedy}".rstrip())
    return "\n".join(lines)


# -- XML ---------------------------------------------------------------------------------


def _totals(suites: Sequence[_Suite]) -> dict[str, str]:
    def total(kind: str) -> str:
        return str(sum(suite.count(kind) for suite in suites))

    return {
        "tests": str(sum(len(suite.cases) for suite in suites)),
        "failures": total("failure"),
        "errors": total("error"),
        "skipped": total("skipped"),
        "time": f"{sum(case.seconds for suite in suites for case in suite.cases):.3f}",
    }


def _suite_element(suite: _Suite, number: int, report: CheckReport) -> Element:
    attributes = {"name": suite.name, "package": "mse-studio", "id": str(number)}
    moment = report.made_at.replace(tzinfo=None).isoformat(timespec="seconds")
    attributes |= {"timestamp": moment, "hostname": "localhost"} | _totals([suite])
    made = Element("testsuite", _clean(attributes))
    told = SubElement(made, "properties")
    for key, value in suite.properties.items():
        SubElement(told, "property", _clean({"name": key, "value": value}))
    for case in suite.cases:
        made.append(_case_element(case, suite.name))
    SubElement(made, "system-out")
    SubElement(made, "system-err")
    return made


def _case_element(case: _Case, suite: str) -> Element:
    head = {"name": case.name, "classname": f"check.{suite}", "time": f"{case.seconds:.3f}"}
    made = Element("testcase", _clean(head))
    if case.kind:
        told = {"message": case.message} | ({"type": case.type} if case.type else {})
        SubElement(made, case.kind, _clean(told)).text = allowed(case.detail)
    if case.output:
        SubElement(made, "system-out").text = allowed(case.output)
    return made


def _clean(attributes: dict[str, str]) -> dict[str, str]:
    return {key: allowed(text) for key, text in attributes.items()}


def allowed(text: str) -> str:
    """Replace characters that XML forbids by U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text)
