"""What a room's delivery does to the file's bytes on their way: checked once, then pure."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Literal

from studio.errors import StudioError

Which = int | Literal["all", "init"]
"""A segment by its number, the init segment, or every one of both."""

LEAST_KBIT_S = 8
MOST_KBIT_S = 10_000_000
MOST_WAIT_MS = 120_000
MOST_BYTES = 2**40
STATUSES = frozenset({403, 404, 410, 429, 500, 502, 503, 504})

_MEDIA_TYPE = re.compile(r"[A-Za-z0-9.+-]{1,60}/[A-Za-z0-9.+-]{1,60}")
_MIME = re.compile(r"[\x20-\x7e]{0,200}")


class Ranges(StrEnum):
    """What a server makes of a Range header."""

    HEEDED = "heeded"
    IGNORED = "ignored"
    """200 with the whole file, as of a server that knows no ranges."""
    REFUSED = "refused"
    """416."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An error status instead of bytes; ``times`` tries long, None for ever."""

    segment: Which = "all"
    status: int = 404
    times: int | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """The connection ends after ``percent`` of the body, or after ``bytes`` when they are given.

    ``times`` is how many tries are cut, None for all.
    """

    segment: Which = "all"
    percent: float = 50.0
    bytes: int | None = None
    times: int | None = None


@dataclass(frozen=True, slots=True)
class Lateness:
    """``ms`` of waiting before an answer begins; of every ``every``-th segment."""

    segment: Which = "all"
    ms: int = 0
    every: int = 1


@dataclass(frozen=True, slots=True)
class Conditions:
    """How the bytes of a room's file are delivered; by default at once and whole.

    ``kbit_s`` is for all connections of the room together, None for no limit.
    ``latency_ms`` passes before each answer, give or take ``jitter_ms``. ``content_type``
    replaces that of the answers, ``mime`` the type that the index tells to the player (both:
    empty for the right one).
    """

    kbit_s: int | None = None
    latency_ms: int = 0
    jitter_ms: int = 0
    content_type: str = ""
    mime: str = ""
    ranges: Ranges = Ranges.HEEDED
    refusal: Refusal | None = None
    cut: Cut | None = None
    late: Lateness | None = None

    def to_json(self) -> dict[str, object]:
        """Return the shape that ``conditions_of`` reads."""
        return asdict(self)


PERFECT = Conditions()
"""Nothing is held back."""


def refused_status(found: Conditions, segment: Which | None, tries: int) -> int | None:
    """Return the status to refuse with, None to go on.

    Args:
        found: in force.
        segment: what is asked for; None for neither a segment nor the init segment.
        tries: how often it has been refused before.
    """
    rule = found.refusal
    if rule is None or not _concerns(rule.segment, segment):
        return None
    return rule.status if rule.times is None or tries < rule.times else None


def cut_after(found: Conditions, segment: Which | None, size: int, tries: int) -> int | None:
    """Return after how many of ``size`` bytes the connection ends, None when it does not."""
    rule = found.cut
    if rule is None or not _concerns(rule.segment, segment):
        return None
    if rule.times is not None and tries >= rule.times:
        return None
    wanted = int(size * rule.percent / 100) if rule.bytes is None else rule.bytes
    return min(wanted, size)


def late_ms(found: Conditions, segment: Which | None) -> int:
    """Return for how long the answer is held back, beside the latency."""
    rule = found.late
    if rule is None or not _concerns(rule.segment, segment):
        return 0
    if isinstance(segment, int) and (segment + 1) % rule.every:
        return 0
    return rule.ms


def _concerns(rule: Which, segment: Which | None) -> bool:
    return segment is not None and rule in {"all", segment}


def conditions_of(told: object) -> Conditions:
    """Check what a page has sent; what is missing has its default.

    Raises:
        StudioError: a value of the wrong kind or outside its limits, named in the detail.
    """
    fields = _Fields(told, "conditions")
    refusal, cut, late = fields.inner("refusal"), fields.inner("cut"), fields.inner("late")
    made = Conditions(
        kbit_s=fields.number_or_none("kbit_s", LEAST_KBIT_S, MOST_KBIT_S),
        latency_ms=fields.number("latency_ms", 0, 0, MOST_WAIT_MS),
        jitter_ms=fields.number("jitter_ms", 0, 0, MOST_WAIT_MS),
        content_type=fields.text("content_type", _MEDIA_TYPE),
        mime=fields.text("mime", _MIME),
        ranges=Ranges(fields.choice("ranges", Ranges.HEEDED, [r.value for r in Ranges])),
        refusal=None if refusal is None else _refusal(refusal),
        cut=None if cut is None else _cut(cut),
        late=None if late is None else _lateness(late),
    )
    fields.end()
    return made


def _refusal(fields: "_Fields") -> Refusal:
    made = Refusal(
        fields.which(),
        fields.number("status", 404, min(STATUSES), max(STATUSES)),
        fields.number_or_none("times", 1, 1000),
    )
    if made.status not in STATUSES:
        raise _odd("status")
    fields.end()
    return made


def _cut(fields: "_Fields") -> Cut:
    percent = fields.take("percent", 50.0)
    if isinstance(percent, bool) or not isinstance(percent, int | float) or not 0 <= percent <= 100:
        raise _odd("percent")
    made = Cut(
        fields.which(),
        float(percent),
        fields.number_or_none("bytes", 0, MOST_BYTES),
        fields.number_or_none("times", 1, 1000),
    )
    fields.end()
    return made


def _lateness(fields: "_Fields") -> Lateness:
    made = Lateness(
        fields.which(),
        fields.number("ms", 0, 0, MOST_WAIT_MS),
        fields.number("every", 1, 1, 1000),
    )
    fields.end()
    return made


class _Fields:
    """The fields of one JSON object, each taken once."""

    def __init__(self, told: object, name: str) -> None:
        if not isinstance(told, Mapping):
            raise _odd(name)
        self._left = dict(told)

    def take(self, name: str, default: object) -> object:
        return self._left.pop(name, default)

    def number(self, name: str, default: int, least: int, most: int) -> int:
        value = self.take(name, default)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise _odd(name)
        return value

    def number_or_none(self, name: str, least: int, most: int) -> int | None:
        if self._left.get(name) is None:
            self._left.pop(name, None)
            return None
        return self.number(name, least, least, most)

    def text(self, name: str, pattern: re.Pattern[str]) -> str:
        value = self.take(name, "")
        if not isinstance(value, str) or (value and not pattern.fullmatch(value)):
            raise _odd(name)
        return value

    def choice(self, name: str, default: str, known: list[str]) -> str:
        value = self.take(name, default)
        if not isinstance(value, str) or value not in known:
            raise _odd(name)
        return value

    def which(self) -> Which:
        value = self.take("segment", "all")
        if value == "all":
            return "all"
        if value == "init":
            return "init"
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 10**6:
            raise _odd("segment")
        return value

    def inner(self, name: str) -> "_Fields | None":
        value = self.take(name, None)
        return None if value is None else _Fields(value, name)

    def end(self) -> None:
        """Refuse what is not known: a misspelt fault would silently do nothing."""
        if self._left:
            raise _odd(str(next(iter(self._left)))[:40])


def _odd(name: str) -> StudioError:
    return StudioError("These delivery conditions cannot be used.", detail=name)
