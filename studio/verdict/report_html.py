"""A report as one HTML page that needs nothing else: for a client, or for the archive."""

import base64
import hashlib
from collections.abc import Callable
from datetime import datetime

import studio
from studio import paths
from studio.verdict import report as reports
from studio.verdict.model import EngineIdentity, Ladder, Verdict
from studio.verdict.report import CheckedFile, CheckReport
from studio.verdict.report_html_parts import FilePart, foreseen_badge, ladder_badge, outcome_badge
from studio.verdict.report_marks import SPRITE, mark
from studio.verdict.report_markup import Markup, element, empty, escaped, joined
from studio.verdict.report_words import Words

STYLE = "report/report.css"


def html_report(
    report: CheckReport, *, translate: Callable[[str], str] = str, language: str = "en"
) -> str:
    """Return the page.

    Args:
        report: what was checked.
        translate: puts one of the core's sentences into the reader's language.
        language: the page's, as a BCP 47 tag.
    """
    page = _Page(report, Words(translate))
    return page_of(page.title, page.body(), language=language)


def page_of(title: str, body: Markup, *, language: str = "en") -> str:
    """Return a whole page with our style: no script, and nothing is fetched."""
    style = (paths.resources_dir() / STYLE).read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    head = joined(
        empty("meta", charset="utf-8"),
        empty("meta", http_equiv="Content-Security-Policy", content=policy),
        empty("meta", name="viewport", content="width=device-width, initial-scale=1"),
        empty("meta", name="color-scheme", content="light dark"),
        empty("meta", name="referrer", content="no-referrer"),
        empty("meta", name="generator", content=f"MSE Studio {studio.__version__}"),
        element("title", title),
        element("style", Markup(style)),
    )
    whole = element("html", element("head", head), element("body", SPRITE, body), lang=language)
    return f"<!DOCTYPE html>\n{whole}\n"


def masthead(title: str, made_at: datetime, *parts: str) -> Markup:
    """Return the head of a page: what it is, and when it was made."""
    moment = f"{made_at:%Y-%m-%d %H:%M %Z}".strip()
    when = element("time", moment, datetime=made_at.isoformat(timespec="seconds"))
    return element(
        "header",
        element("h1", title),
        element("p", when, f" · MSE Studio {studio.__version__}", kind="quiet"),
        *parts,
    )


class _Page:
    """One report, on its way to a page."""

    def __init__(self, report: CheckReport, words: Words) -> None:
        self.report, self.words = report, words
        self.engines = reports.asked(report)
        self.labels = reports.labels(report.files)
        phrase = words.phrase
        self.title = phrase("Playback report") if report.is_played else phrase("Examination report")

    def body(self) -> Markup:
        """Return all that is shown."""
        parts = [
            FilePart(file, label, number, self.report.is_played, self.words).whole()
            for number, (file, label) in enumerate(
                zip(self.report.files, self.labels, strict=True), start=1
            )
        ]
        files = element(
            "section", _heading("files", self.words.phrase("Each file")), *parts, kind="files"
        )
        return joined(
            masthead(self.title, self.report.made_at, self._counts(), self._caution()),
            element("main", self._overview(), files if parts else Markup("")),
            self._footer(),
        )

    def _counts(self) -> Markup:
        found = reports.count(self.report.files)
        tiles = [
            (found.passed, Ladder.PASS),
            (found.warned, Ladder.WARN),
            (found.failed, Ladder.FAIL),
            (found.not_played, Ladder.NOT_PLAYED),
        ]
        shown = [
            _tile(count, self.words.ladder(ladder), str(ladder))
            for count, ladder in tiles
            if ladder is not Ladder.PASS or self.report.is_played
        ]
        if found.unread:
            shown.append(_tile(found.unread, self.words.phrase("could not be read"), "error"))
        return element("ul", *shown, kind="counts", aria_label=self.words.phrase("Summary"))

    def _caution(self) -> Markup:
        if self.report.is_played:
            return Markup("")
        text = self.words.phrase(
            "Predicted, not played. Rules read the bytes, and models of the engines say what they "
            "would do; no engine played anything, so nothing here is a pass."
        )
        return element("p", mark("predicted"), element("span", text), kind="caution")

    def _overview(self) -> Markup:
        phrase = self.words.phrase
        head = [element("th", phrase("File"), scope="col")]
        head.append(element("th", phrase("Verdict"), scope="col"))
        head += [
            element("th", element("span", engine.title), _version(engine), scope="col")
            for engine in self.engines
        ]
        rows = [
            self._row(number, label, file)
            for number, (file, label) in enumerate(
                zip(self.report.files, self.labels, strict=True), start=1
            )
        ]
        caption = phrase("Every file in every engine")
        table = element(
            "table",
            element("caption", caption, kind="unseen"),
            element("thead", element("tr", *head)),
            element("tbody", *rows),
            kind="matrix",
        )
        frame = element(
            "div", table, kind="scroll", role="region", aria_label=caption, tabindex="0"
        )
        return element(
            "section",
            _heading("overview", self.words.phrase("Overview")),
            frame,
            aria_labelledby="overview",
        )

    def _row(self, number: int, label: str, file: CheckedFile) -> Markup:
        link = element("a", label, href=f"#file-{number}")
        verdict = file.verdict
        if verdict is None:
            badge = element(
                "span", mark("error"), self.words.phrase("could not be read"), kind="badge error"
            )
            cells = [element("td", badge, colspan=str(len(self.engines) + 1))]
        else:
            own = ladder_badge(verdict.ladder, self.words, is_played=self.report.is_played)
            cells = [element("td", own)]
            cells += [element("td", self._cell(verdict, engine.name)) for engine in self.engines]
        return element("tr", element("th", link, scope="row"), *cells)

    def _cell(self, verdict: Verdict, engine: str) -> Markup:
        told = reports.report_of(verdict, engine)
        if told is not None:
            return outcome_badge(told, self.words)
        prediction = reports.prediction_for(verdict, engine)
        if prediction is not None and not self.report.is_played:
            return foreseen_badge(prediction, self.words)
        return element("span", self.words.phrase("not asked"), kind="quiet")

    def _footer(self) -> Markup:
        text = self.words.phrase(
            "Passed means: an engine was given every byte through Media Source Extensions, decoded "
            "every frame, played to the end, and began and sought where this report says. "
            "An engine that cannot decode a format, or gave no answer, counts neither way."
        )
        return element("footer", element("p", text))


def _heading(name: str, text: str) -> Markup:
    return element("h2", text, id=name)


def _version(engine: EngineIdentity) -> Markup:
    return element("small", engine.version) if engine.version else escaped("")


def _tile(count: int, word: str, kind: str) -> Markup:
    state = kind if count else "none"
    return element(
        "li", mark(kind), element("b", str(count)), element("span", word), kind=f"tile {state}"
    )
