"""JUnit XML: suites with their cases, as continuous integration reads them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, indent, tostring

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Source: XML 1.0, 2.2, production Char."""


@dataclass(slots=True)
class Case:
    """One case; ``kind`` is failure, error or skipped, empty for a pass."""

    name: str
    seconds: float = 0.0
    kind: str = ""
    message: str = ""
    type: str = ""
    detail: str = ""
    output: str = ""


@dataclass(slots=True)
class Suite:
    """What belongs together, with facts about it."""

    name: str
    properties: dict[str, str] = field(default_factory=dict)
    cases: list[Case] = field(default_factory=list)

    def count(self, kind: str) -> int:
        """Count cases of a kind."""
        return sum(case.kind == kind for case in self.cases)


def document(suites: Sequence[Suite], name: str, made_at: datetime) -> str:
    """Return the XML.

    Args:
        suites: in their order.
        name: the command.
        made_at: when it was made.
    """
    root = Element("testsuites", {"name": f"mse-studio {name}"} | _totals(suites))
    for number, suite in enumerate(suites):
        root.append(_suite_element(suite, number, name, made_at))
    indent(root)
    body = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _totals(suites: Sequence[Suite]) -> dict[str, str]:
    def total(kind: str) -> str:
        return str(sum(suite.count(kind) for suite in suites))

    return {
        "tests": str(sum(len(suite.cases) for suite in suites)),
        "failures": total("failure"),
        "errors": total("error"),
        "skipped": total("skipped"),
        "time": f"{sum(case.seconds for suite in suites for case in suite.cases):.3f}",
    }


def _suite_element(suite: Suite, number: int, name: str, made_at: datetime) -> Element:
    attributes = {"name": suite.name, "package": "mse-studio", "id": str(number)}
    moment = made_at.replace(tzinfo=None).isoformat(timespec="seconds")
    attributes |= {"timestamp": moment, "hostname": "localhost"} | _totals([suite])
    made = Element("testsuite", _clean(attributes))
    told = SubElement(made, "properties")
    for key, value in suite.properties.items():
        SubElement(told, "property", _clean({"name": key, "value": value}))
    for case in suite.cases:
        made.append(_case_element(case, f"{name}.{suite.name}"))
    SubElement(made, "system-out")
    SubElement(made, "system-err")
    return made


def _case_element(case: Case, suite: str) -> Element:
    head = {"name": case.name, "classname": suite, "time": f"{case.seconds:.3f}"}
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
