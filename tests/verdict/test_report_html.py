"""The page for clients: complete, closed in itself, and true to what was seen."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from studio import paths
from studio.verdict.model import Ladder, Verdict
from studio.verdict.prediction import Foreseen
from studio.verdict.report import CheckedFile, count, labels
from studio.verdict.report_html import html_report
from studio.verdict.report_markup import Markup, element
from tests.verdict import report_cases as cases

VOID = {"meta", "img"}
HOSTILE = "<img src=x onerror=alert(1)>\"'&</style><script>alert(2)</script>\u202egpj\x1b[2J.webm"


class Page(HTMLParser):
    """Reads a page, and minds elements that are not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))  # within svg

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self._open or self._open[-1] != "style":
            self.text += data if self._open and self._open[-1] in ("b", "span") else f"{data}\n"

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def of_class(self, name: str) -> list[str]:
        return [tag for tag, found in self.elements if name in (found.get("class") or "").split()]


@pytest.fixture(scope="module")
def page() -> Page:
    files = (cases.passed(), cases.warned(), cases.failed(), cases.unplayed(), cases.unread())
    return Page(html_report(cases.played_report(*files)))


def test_nothing_runs_and_nothing_is_fetched(page: Page) -> None:
    assert not {"script", "link", "iframe", "object", "base"} & {tag for tag, _ in page.elements}
    for _, attributes in page.elements:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        for name in ("src", "href"):
            target = attributes.get(name) or "#"
            assert target.startswith(("#", "data:image/jpeg;base64,"))


def test_the_policy_allows_our_style_and_data_pictures_only() -> None:
    text = html_report(cases.played_report())
    (policy,) = [found["content"] for found in Page(text).all("meta") if found.get("http-equiv")]
    style = re.search("<style>(.*?)</style>", text, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules == {
        "default-src": "'none'",
        "style-src": f"'sha256-{digest}'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_what_files_and_engines_say_stays_text() -> None:
    bad = replace(
        cases.FAILED, reason=HOSTILE, messages=(HOSTILE,), console=(HOSTILE,), warnings=(HOSTILE,)
    )
    finding = replace(cases.FINDING, message=HOSTILE, place=HOSTILE, remedy=HOSTILE)
    verdict = Verdict(Ladder.FAIL, HOSTILE, (finding,), (bad,), cases.PREDICTIONS)
    file = CheckedFile(Path("/films") / HOSTILE.replace("/", ":"), HOSTILE, verdict)
    text = html_report(cases.played_report(file))
    page = Page(text)
    assert page.all("img") == []
    assert page.all("script") == []
    assert "alert(2)" in page.text
    assert "\u202e" not in text
    assert "\x1b" not in text


def test_a_name_that_is_no_text_can_be_shown() -> None:
    file = cases.passed(Path("/films/caf\udce9.webm"))
    assert "caf\ufffd.webm" in html_report(cases.played_report(file)).encode().decode()


def test_every_file_stands_in_the_overview_and_leads_to_its_part(page: Page) -> None:
    targets = {(found["href"] or "").removeprefix("#") for found in page.all("a")}
    names = {found["id"] for found in page.all("h3")}
    assert targets == names == {f"file-{k}" for k in range(1, 6)}
    for name in ("a/good.webm", "black.webm", "b/bad.webm", "h265.mp4", "notes.webm"):
        assert name in page.text


def test_predicted_and_observed_stand_side_by_side(page: Page) -> None:
    for said in ("predicted", "observed", "0.000–6.000 s", "0.000–6.003 s", "150 of 150"):
        assert said in page.text
    assert "3 of 3 (evenly chosen of 40)" in page.text
    assert "2 at raised speed, none at normal speed" in page.text
    assert "85 ms" in page.text


def test_a_message_is_followed_by_its_meaning(page: Page) -> None:
    said = page.text.index("CHUNK_DEMUXER_ERROR_APPEND_FAILED")
    meaning = page.text.index("WEBM-003", page.text.index("Segment 2 was refused"))
    assert 0 < meaning < said  # explained where it was first said, and once only
    assert "TypeError: x is null" in page.text
    assert "No picture came." in page.text


def test_a_doubtful_failure_says_that_it_is_doubtful() -> None:
    file = cases.failed()
    assert file.verdict is not None
    verdict = replace(file.verdict, reports=(replace(cases.FAILED, doubtful=True),))
    text = html_report(cases.played_report(replace(file, verdict=verdict)))
    assert "this machine being too busy" in text
    assert "this machine being too busy" not in html_report(cases.played_report(file))


def test_a_finding_has_place_cure_and_each_engine_that_minds(page: Page) -> None:
    for said in (
        "byte 4711 · Segment/Cluster[1] · 12 places, this is the first",
        "refuses the file: Got a block (measured: 156)",
        "does not mind",
        "Repair it.",
        "copying with ffmpeg",
    ):
        assert said in page.text
    assert page.text.index("Not as predicted") < page.text.index("Prevents playing")


def test_pictures_are_part_of_the_page(page: Page) -> None:
    pictures = page.all("img")
    assert len(pictures) == 3
    data = (pictures[0]["src"] or "").removeprefix("data:image/jpeg;base64,")
    assert base64.b64decode(data) == cases.JPEG
    assert all(found["alt"] for found in pictures)


def test_the_page_can_be_read_without_eyes(page: Page) -> None:
    assert page.all("html")[0]["lang"] == "en"
    assert {"header", "main", "footer", "h1"} <= {tag for tag, _ in page.elements}
    assert all(found.get("scope") in ("row", "col") for found in page.all("th"))
    marks = [found for found in page.all("svg") if found.get("class") != "sprite"]
    assert marks
    assert all(found["aria-hidden"] == "true" for found in marks)
    ids = [found["id"] for _, found in page.elements if found.get("id")]
    assert len(ids) == len(set(ids))
    labelled = [found.get("aria-labelledby") for _, found in page.elements]
    assert {name for name in labelled if name} <= set(ids)


def test_every_mark_has_words_beside_it() -> None:
    text = html_report(cases.played_report(cases.passed(), cases.failed(), cases.unread()))
    badges = re.findall(r'<span class="badge [^"]*"><svg.*?</svg>([^<]*)</span>', text)
    assert len(badges) > 6
    assert all(words.strip() for words in badges)


def test_paths_of_this_machine_are_not_told() -> None:
    text = html_report(cases.played_report())
    assert "/opt/secret" not in text
    assert "/films/show" not in text


def test_what_was_only_predicted_is_never_green() -> None:
    page = Page(html_report(cases.static_report()))
    assert "no engine played anything" in page.text
    assert "should play" in page.text
    assert page.of_class("pass") == []
    assert "observed" not in page.text


def test_a_predicted_failure_is_marked_as_one() -> None:
    page = Page(html_report(cases.static_report(foreseen=Foreseen.STALLS)))
    assert "stops before the end" in page.text
    assert page.of_class("fail")
    assert page.of_class("pass") == []


def test_the_counts_are_those_of_the_verdicts() -> None:
    files = (cases.passed(), cases.passed(), cases.warned(), cases.failed(), cases.unread())
    found = count(files)
    assert (found.passed, found.warned, found.failed, found.not_played, found.unread) == (
        2, 1, 1, 0, 1,
    )  # fmt: skip


def test_words_are_those_of_the_reader() -> None:
    said = {"Playback report": "Bericht", "observed": "gesehen", "%1 of %2": "%1 von %2"}
    text = html_report(
        cases.played_report(), translate=lambda text: said.get(text, text), language="de"
    )
    page = Page(text)
    assert page.all("html")[0]["lang"] == "de"
    assert "Bericht" in page.text
    assert "gesehen" in page.text
    assert "150 von 150" in page.text


def test_an_empty_report_is_a_page_too() -> None:
    assert "Playback report" in Page(html_report(replace(cases.played_report(), files=()))).text


def test_files_are_called_by_what_tells_them_apart() -> None:
    files = [CheckedFile(Path("/x/a/film.webm")), CheckedFile(Path("/x/b/film.webm"))]
    assert [name.replace("\\", "/") for name in labels(files)] == ["a/film.webm", "b/film.webm"]
    playlist = [CheckedFile(Path("/x/p.m3u8"), rendition=name) for name in ("720p", "1080p")]
    assert labels(playlist) == ("p.m3u8 (720p)", "p.m3u8 (1080p)")


def test_plain_text_in_markup_is_escaped_and_markup_is_not() -> None:
    made = element("p", "<b>", Markup("<i>x</i>"), kind='"', data_x="'")
    assert made == '<p class="&quot;" data-x="&#x27;">&lt;b&gt;<i>x</i></p>'


def luminance(colour: str) -> float:
    """Source: WCAG 2.2, relative luminance."""
    parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_text_can_be_read_in_light_in_dark_and_on_paper() -> None:
    style = (paths.resources_dir() / "report" / "report.css").read_text("utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    assert len(blocks) == 3
    pairs = [("text", "page"), ("accent", "panel"), ("accent", "page"), ("text", "plan-soft")]
    pairs += [(ink, ground) for ink in ("text", "quiet") for ground in ("page", "panel", "groove")]
    pairs += [(ink, f"{ink}-soft") for ink in ("pass", "warn", "fail", "plan")]
    pairs += [(ink, "panel") for ink in ("pass", "warn", "fail", "plan")]
    for block in blocks:
        colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))
        weak = [pair for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < 4.5]
        assert weak == []
