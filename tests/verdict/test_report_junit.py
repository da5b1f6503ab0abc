"""JUnit XML as continuous integration reads it, and nothing passes that was not played."""

import re
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from studio.verdict.model import Verdict
from studio.verdict.prediction import Foreseen
from studio.verdict.report import CheckedFile, CheckReport
from studio.verdict.report_junit import junit_report
from tests.verdict import report_cases as cases

COUNTS = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def read(report: CheckReport) -> dict[str, Element]:
    """Return the suites by name, having seen that all is as the common schema wants it."""
    text = junit_report(report)
    root = fromstring(text.encode())
    assert root.tag == "testsuites"
    suites = list(root)
    assert {suite.tag for suite in suites} == {"testsuite"}
    for attribute in ("tests", *COUNTS):
        total = sum(int(suite.attrib[attribute]) for suite in suites)
        assert int(root.attrib[attribute]) == total
    for number, suite in enumerate(suites):
        check_suite(suite, number)
    return {suite.attrib["name"]: suite for suite in suites}


def check_suite(suite: Element, number: int) -> None:
    assert {"name", "package", "id", "tests", "failures", "errors", "time", "hostname"} <= set(
        suite.attrib
    )
    assert suite.attrib["id"] == str(number)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", suite.attrib["timestamp"])
    order = [child.tag for child in suite]
    cases_of = suite.findall("testcase")
    assert order == ["properties", *["testcase"] * len(cases_of), "system-out", "system-err"]
    assert int(suite.attrib["tests"]) == len(cases_of)
    for attribute, tag in COUNTS.items():
        assert int(suite.attrib[attribute]) == sum(case.find(tag) is not None for case in cases_of)
    for prop in suite.findall("properties/property"):
        assert set(prop.attrib) == {"name", "value"}
    for case in cases_of:
        check_case(case)


def check_case(case: Element) -> None:
    assert set(case.attrib) == {"name", "classname", "time"}
    assert re.fullmatch(r"\d+\.\d{3}", case.attrib["time"])
    tags = [child.tag for child in case]
    ends = [tag for tag in tags if tag in COUNTS.values()]
    assert len(ends) <= 1
    assert tags in ([*ends], [*ends, "system-out"])
    for tag in ends:
        assert case.find(tag).attrib["message"]  # type: ignore[union-attr]
        if tag != "skipped":
            assert case.find(tag).attrib["type"]  # type: ignore[union-attr]


def ends(suite: Element) -> list[str]:
    return [
        next((tag for tag in COUNTS.values() if case.find(tag) is not None), "passed")
        for case in suite.findall("testcase")
    ]


def test_there_is_a_suite_for_each_engine_with_a_case_for_each_file() -> None:
    suites = read(cases.played_report())
    assert list(suites) == ["rules", "embedded", "chromium", "firefox", "webkit"]
    for suite in suites.values():
        names = [case.attrib["name"] for case in suite.findall("testcase")]
        assert [name.replace("\\", "/") for name in names] == [
            "a/good.webm", "b/bad.webm", "notes.webm",
        ]  # fmt: skip


def test_each_end_is_told_as_what_it_is() -> None:
    suites = read(cases.played_report(cases.failed(), cases.unread()))
    assert ends(suites["chromium"]) == ["passed", "error"]
    assert ends(suites["firefox"]) == ["failure", "error"]
    assert ends(suites["embedded"]) == ["skipped", "error"]
    assert ends(suites["webkit"]) == ["skipped", "error"]
    assert ends(suites["rules"]) == ["failure", "error"]


def test_an_engine_that_was_not_asked_passes_nothing() -> None:
    suites = read(cases.played_report(cases.passed()))
    assert ends(suites["chromium"]) == ["passed"]
    assert ends(suites["firefox"]) == ["skipped"]


def test_a_failure_tells_what_was_said_and_what_it_means() -> None:
    suites = read(cases.played_report(cases.failed()))
    failure = suites["firefox"].find("testcase/failure")
    assert failure is not None
    assert failure.attrib["message"].startswith("Segment 2 was refused")
    assert cases.REFUSED in (failure.text or "")
    assert "WEBM-003" in (failure.text or "")


def test_predicted_and_observed_are_in_the_output_of_a_case() -> None:
    suites = read(cases.played_report(cases.passed()))
    told = suites["chromium"].findtext("testcase/system-out") or ""
    assert "Frames: predicted none lost; observed 150 of 150" in told


def test_a_file_that_only_a_rule_fails_fails_somewhere() -> None:
    file = cases.passed()
    assert file.verdict is not None
    verdict = replace(file.verdict, findings=(cases.FINDING,))
    suites = read(cases.played_report(replace(file, verdict=verdict)))
    assert ends(suites["rules"]) == ["failure"]
    assert "byte 4711" in (suites["rules"].findtext("testcase/failure") or "")


@pytest.mark.parametrize(
    ("foreseen", "end"),
    [
        (Foreseen.PLAYS, "skipped"),
        (Foreseen.UNSUPPORTED, "skipped"),
        (Foreseen.REFUSED, "failure"),
        (Foreseen.ENTRY_FAILS, "failure"),
    ],
)
def test_what_was_only_predicted_never_passes(foreseen: Foreseen, end: str) -> None:
    suites = read(cases.static_report(foreseen=foreseen))
    assert ends(suites["chromium"]) == [end]
    assert ends(suites["firefox"]) == ["skipped"]


def test_characters_that_xml_forbids_are_replaced() -> None:
    odd = "a\x00b\x08c\x1bd\ufffee\ud800f <&\"'> ]]> g\th\ni"
    bad = replace(cases.FAILED, reason=odd, messages=(odd,))
    file = cases.failed(Path("/films/x\x07\udce9.webm"))
    assert file.verdict is not None
    verdict = replace(file.verdict, reports=(bad,))
    suites = read(cases.played_report(replace(file, verdict=verdict)))
    failure = suites["firefox"].find("testcase/failure")
    assert failure is not None
    clean = "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf <&\"'> ]]> g\th\ni"
    assert failure.attrib["message"] == clean
    assert clean in (failure.text or "")


def test_no_files_are_no_cases() -> None:
    suites = read(replace(cases.played_report(), files=()))
    assert all(ends(suite) == [] for suite in suites.values())


def test_a_verdict_without_predictions_is_told_too() -> None:
    file = cases.passed()
    assert isinstance(file.verdict, Verdict)
    bare = CheckedFile(file.path, verdict=replace(file.verdict, predictions=()))
    assert ends(read(cases.played_report(bare))["chromium"]) == ["passed"]
