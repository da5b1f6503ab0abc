"""A report as JUnit XML, for continuous integration."""

from collections.abc import Iterator

from studio.verdict import report as reports
from studio.verdict.model import EngineIdentity, Outcome, Severity, Verdict
from studio.verdict.prediction import Foreseen, Prediction
from studio.verdict.report import CheckedFile, CheckReport
from studio.verdict.report_facts import explained, facts, said_by
from studio.verdict.report_words import Words
from studio.verdict.report_xml import Case, Suite, document
from studio.verdict.summary import DOUBTFUL, FATAL

RULES = "rules"
"""The suite of what was read in the bytes, without an engine."""

_WORDS = Words(dash="-")


def junit_report(report: CheckReport) -> str:
    """Return the XML: a suite for each engine, a case for each file.

    Failed is ``failure``; cannot decode, no report and not tested are ``skipped`` with the
    reason; a file that could not be read is ``error``. What was only predicted is skipped, or
    fails, and never passes. The suite ``rules`` comes first: its cases fail where a rule says
    that a file does not play.
    """
    suites = [_rules_suite(report)]
    suites += [_engine_suite(report, engine) for engine in reports.asked(report)]
    return document(suites, "check", report.made_at)


def _rules_suite(report: CheckReport) -> Suite:
    suite = Suite(RULES)
    for file, name in _named(report):
        if file.verdict is None:
            suite.cases.append(_unread(file, name))
            continue
        case = Case(name)
        fatal = [found for found in file.verdict.findings if found.severity in FATAL]
        if fatal:
            case.kind, case.type, case.message = "failure", fatal[0].code, fatal[0].message
            case.detail = _listed(file.verdict, FATAL)
        case.output = _listed(file.verdict, DOUBTFUL)
        suite.cases.append(case)
    return suite


def _engine_suite(report: CheckReport, engine: EngineIdentity) -> Suite:
    told = {"engine": engine.name, "title": engine.title, "version": engine.version}
    suite = Suite(engine.name, {key: text for key, text in told.items() if text})
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


def _unread(file: CheckedFile, name: str) -> Case:
    problem = file.problem
    what = problem.what if problem else "It could not be read."
    detail = "\n".join(filter(None, (problem.hint, problem.detail))) if problem else ""
    return Case(name, kind="error", message=what, type=type(problem).__name__, detail=detail)


def _played(verdict: Verdict, engine: str, name: str) -> Case:
    told = reports.report_of(verdict, engine)
    if told is None:
        return Case(name, kind="skipped", message="This engine was not asked.")
    case = Case(name, seconds=told.elapsed_s)
    if told.outcome is Outcome.FAILED:
        case.kind, case.type, case.message = "failure", "playback", told.reason
        lines = [*said_by(told)]
        meaning = explained(told.reason, verdict.findings)
        if meaning is not None:
            lines.append(f"{meaning.code}: {meaning.cause} {meaning.remedy}".rstrip())
        lines += [_WORDS.doubt()] if told.doubtful else []
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


def _predicted(verdict: Verdict, engine: str, name: str) -> Case:
    told = reports.prediction_for(verdict, engine)
    if told is None:
        return Case(name, kind="skipped", message="Nothing is predicted for this engine.")
    said = f"Predicted, not played: {_WORDS.foreseen(told.foreseen)}."
    if _is_known_to_fail(told):
        message = f"{said} {told.reason}".rstrip()
        return Case(name, kind="failure", type="prediction", message=message, detail=message)
    return Case(name, kind="skipped", message=said)


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
