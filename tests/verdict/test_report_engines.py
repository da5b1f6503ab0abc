"""Engines and their codecs on a page and as JUnit XML; an engine's word is never green."""

from dataclasses import replace
from xml.etree.ElementTree import fromstring

from studio.verdict.capabilities import CAPABILITIES, Said
from studio.verdict.missing import MissingEngine
from studio.verdict.report_engines import EngineSays, EnginesReport, engines_html, engines_junit
from tests.verdict import report_cases as cases
from tests.verdict.test_report_html import Page

SAID = {one.key: Said(one.key.startswith("vp"), decodes=True) for one in CAPABILITIES[1:]}
REPORT = EnginesReport(
    (
        EngineSays(cases.CHROMIUM, SAID, note="A <note>."),
        EngineSays(cases.WEBKIT, reason="It ended by itself & said nothing."),
    ),
    (MissingEngine("firefox", "Firefox", "Install Firefox.", "apt install <firefox>"),),
    cases.MADE_AT,
)


def test_every_codec_and_every_engine_is_in_the_table() -> None:
    text = engines_html(REPORT)
    page = Page(text)
    for one in CAPABILITIES:
        assert one.name in page.text
    for said in ("Chromium", "156.0.1", "WebKitGTK", "It ended by itself & said nothing."):
        assert said in page.text
    assert "/opt/secret" not in text
    assert page.text.count("says yes") == sum(one.takes is True for one in SAID.values())
    assert "asked in another way: yes" in page.text


def test_what_is_missing_is_told_with_how_to_get_it() -> None:
    page = Page(engines_html(REPORT))
    assert "Install Firefox." in page.text
    assert "apt install <firefox>" in page.text


def test_an_engines_word_is_not_green() -> None:
    assert Page(engines_html(REPORT)).of_class("pass") == []


def test_a_machine_without_engines_has_a_page_too() -> None:
    assert "No engine was found" in engines_html(replace(REPORT, engines=()))


def test_yes_passes_no_is_skipped_and_silence_is_an_error() -> None:
    suites = {one.attrib["name"]: one for one in fromstring(engines_junit(REPORT))}
    told = suites["chromium"].attrib
    yes = sum(one.takes is True for one in SAID.values())
    assert int(told["tests"]) - int(told["skipped"]) == yes
    assert suites["webkit"].attrib["errors"] == "1"
    assert suites["missing"].attrib["skipped"] == "1"
