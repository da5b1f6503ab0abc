"""What the engines of a machine say of themselves, as a page and as JUnit XML.

An engine's word is no proof: here, too, nothing is green.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from studio.verdict.capabilities import CAPABILITIES, Capability, CodecGroup, Said
from studio.verdict.missing import MissingEngine
from studio.verdict.model import EngineIdentity
from studio.verdict.report_html import masthead, page_of
from studio.verdict.report_marks import mark
from studio.verdict.report_markup import Markup, element
from studio.verdict.report_words import Words
from studio.verdict.report_xml import Case, Suite, document


@dataclass(frozen=True, slots=True)
class EngineSays:
    """One engine; ``said`` maps a capability's key to its answers, ``reason`` why it has none."""

    identity: EngineIdentity
    said: Mapping[str, Said] = field(default_factory=dict)
    reason: str = ""
    note: str = ""

    def of(self, one: Capability) -> Said:
        """Return what it says of a codec."""
        return self.said.get(one.key, Said())


@dataclass(frozen=True, slots=True)
class EnginesReport:
    """The engines found, and those that are missing."""

    engines: tuple[EngineSays, ...]
    missing: tuple[MissingEngine, ...]
    made_at: datetime


def engines_junit(report: EnginesReport) -> str:
    """Return the XML: a suite for each engine, a case for each codec.

    A no, or no answer on one codec, is ``skipped``; an engine that gave no answer at all is
    ``error``. Engines that are missing are skipped cases of the suite ``missing``.
    """
    suites = [_suite(engine) for engine in report.engines]
    missing = Suite("missing")
    for one in report.missing:
        missing.cases.append(Case(one.title, kind="skipped", message=one.how))
    return document([*suites, missing], "engines", report.made_at)


def _suite(engine: EngineSays) -> Suite:
    identity = engine.identity
    suite = Suite(identity.name, {"title": identity.title, "version": identity.version})
    if engine.reason:
        case = Case("answer", kind="error", type="no-answer", message=engine.reason)
        suite.cases.append(case)
        return suite
    for one in CAPABILITIES:
        takes = engine.of(one).takes
        message = "It gave no answer." if takes is None else "It says that it cannot decode it."
        kind = "" if takes else "skipped"
        suite.cases.append(Case(one.name, kind=kind, message=message, output=one.mime))
    return suite


def engines_html(
    report: EnginesReport, *, translate: Callable[[str], str] = str, language: str = "en"
) -> str:
    """Return the page: a table of engines and codecs, and how to get what is missing.

    Args:
        report: who is here.
        translate: puts one of the core's sentences into the reader's language.
        language: the page's, as a BCP 47 tag.
    """
    words = Words(translate)
    title = words.phrase("Browser engines of this machine")
    caution = words.phrase(
        "What each engine says of itself when a page asks it. Only a file that was played proves "
        "anything."
    )
    head = masthead(
        title,
        report.made_at,
        element("p", mark("predicted"), element("span", caution), kind="caution"),
    )
    main = element("main", _table(report, words), _notes(report, words), _missing(report, words))
    return page_of(title, Markup(head + main), language=language)


def _table(report: EnginesReport, words: Words) -> Markup:
    if not report.engines:
        return element("p", words.phrase("No engine was found on this machine."))
    corner = element("th", words.phrase("Codec"), scope="col")
    heads = [
        element(
            "th",
            element("span", engine.identity.title),
            element("small", engine.identity.version),
            scope="col",
        )
        for engine in report.engines
    ]
    bodies = []
    for group in CodecGroup:
        rows = [
            element(
                "tr",
                element("th", one.name, element("small", element("code", one.mime)), scope="row"),
                *(element("td", _said(engine.of(one), words)) for engine in report.engines),
            )
            for one in CAPABILITIES
            if one.group is group
        ]
        bodies.append(element("tbody", *rows))
    caption = words.phrase("Codecs")
    table = element(
        "table",
        element("caption", caption, kind="unseen"),
        element("thead", element("tr", corner, *heads)),
        *bodies,
        kind="matrix",
    )
    frame = element("div", table, kind="scroll", role="region", aria_label=caption, tabindex="0")
    heading = element("h2", caption, id="codecs")
    return element("section", heading, frame, aria_labelledby="codecs")


def _said(said: Said, words: Words) -> Markup:
    if said.takes is None:
        return element("span", words.phrase("no answer"), kind="quiet")
    shape, kind, text = "not-played", "not-played", words.phrase("says no")
    if said.takes:
        shape, kind, text = "predicted", "foreseen", words.phrase("says yes")
    badge = element("span", mark(shape), text, kind=f"badge {kind}")
    if said.contradicts_itself:
        other = words.phrase("asked in another way: yes")
        if said.takes:
            other = words.phrase("asked in another way: no")
        return Markup(badge + element("small", other))
    return badge


def _notes(report: EnginesReport, words: Words) -> Markup:
    items = [
        element("li", element("b", engine.identity.title), ": ", words.core(text))
        for engine in report.engines
        for text in (engine.reason, engine.note)
        if text
    ]
    if not items:
        return Markup("")
    heading = element("h2", words.phrase("Remarks"), id="remarks")
    return element("section", heading, element("ul", *items), aria_labelledby="remarks")


def _missing(report: EnginesReport, words: Words) -> Markup:
    items = []
    for one in report.missing:
        parts = [element("b", words.core(one.title)), ": ", words.core(one.how)]
        parts += [" ", element("code", one.command)] if one.command else []
        items.append(element("li", *parts))
    if not items:
        return Markup("")
    heading = element("h2", words.phrase("Not found here"), id="missing")
    return element("section", heading, element("ul", *items), aria_labelledby="missing")
