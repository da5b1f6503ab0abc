"""What a page posted of one change between rungs, checked once: JSON in, typed values out."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from studio.verdict.page_report import Pairs, parse_page_report


@dataclass(frozen=True, slots=True)
class Switch:
    """Segment ``number`` of rung ``origin``, then ``number + 1`` of rung ``goal`` at ``at_s``."""

    origin: int
    goal: int
    number: int
    at_s: float


@dataclass(frozen=True, slots=True)
class PageSwitch:
    """What a page saw of one change.

    ``begin_s`` is where playing began, ``time_s`` where it ended, ``frames`` what was decoded
    between. The widths are those of the last pictures presented before and after the boundary
    (0: there was none), ``odd_widths`` counts pictures of another width on their side.
    """

    switch: Switch
    passed: bool
    begin_s: float
    time_s: float
    frames: int
    before_width: int
    after_width: int
    odd_widths: int
    ranges: Pairs
    error: str
    milliseconds: float
    waits: int = 0
    """How often it waited for data or for its decoder on the way."""


def parse_switch(event: Mapping[str, object]) -> PageSwitch:
    """Return the typed report; what is missing or of a wrong type proves nothing.

    Args:
        event: the page's ``switch`` event.
    """
    known = parse_page_report({"buffered": event.get("ranges"), "error": event.get("error")})
    numbers = {name: _number(event.get(name)) for name in _NUMBERS}
    counts = {name: int(numbers[name]) for name in _COUNTS}
    switch = Switch(counts["from"], counts["to"], counts["n"], numbers["at_s"])
    return PageSwitch(
        switch,
        event.get("passed") is True,
        numbers["begin_s"],
        numbers["time_s"],
        counts["frames"],
        counts["before_width"],
        counts["after_width"],
        counts["odd_widths"],
        known.buffered,
        (known.error.detail or known.error.code) if known.error else "",
        numbers["ms"],
        counts["waits"],
    )


_COUNTS = ("from", "to", "n", "frames", "before_width", "after_width", "odd_widths", "waits")
_NUMBERS = (*_COUNTS, "at_s", "begin_s", "time_s", "ms")


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0.0
    return float(value) if math.isfinite(value) and value > 0 else 0.0
