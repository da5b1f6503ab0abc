"""What a page posted, checked once: JSON in, typed values out."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from studio.verdict.model import Step, StepName, StepState

_STEP_NAMES = {name.value: name for name in StepName}
_STEP_STATES = {state.value: state for state in StepState}

Pairs = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class PageError:
    """The first error of a page. ``data`` is what the page's ``errors.js`` documents."""

    code: str
    detail: str
    stage: str
    segment: str = ""
    time_s: float | None = None
    ready_state: int | None = None
    buffered: Pairs = ()


@dataclass(frozen=True, slots=True)
class PageSeek:
    """A seek that a page tried.

    ``frame_s`` is where the frame begins that must be seen there, ``shown_s`` where the one
    began that was; None where that is not known.
    """

    target_s: float
    completed: bool
    milliseconds: float
    frame_s: float | None = None
    shown_s: float | None = None


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A fresh player begun at segment ``number``, whose data should start at ``at_s``.

    ``first_s`` is where the first picture began, ``audio_bytes`` sound decoded; None where the
    engine does not tell.
    """

    number: int
    at_s: float
    shown: bool
    milliseconds: float
    frames: int
    black: bool
    ranges: Pairs
    error: str
    first_s: float | None = None
    audio_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class PageJoint:
    """The init segment came once more before segment ``number``, which begins at ``at_s``.

    ``passed``: the clock went over the joint. ``shown_s``: begin of the last picture shown.
    """

    number: int
    at_s: float
    passed: bool
    time_s: float
    frames: int
    shown_s: float | None
    ranges: Pairs
    error: str


@dataclass(frozen=True, slots=True)
class PageWait:
    """A place where playing waited; ``held``: the data for it was there."""

    at_s: float
    held: bool


@dataclass(frozen=True, slots=True)
class PageAgain:
    """A place where it had waited, played again at normal speed."""

    at_s: float
    waited: bool
    passed: bool
    held: bool


@dataclass(frozen=True, slots=True)
class PageReport:
    """The final report of the check page; times in s unless the name says otherwise."""

    outcome: str
    error: PageError | None = None
    user_agent: str = ""
    buffered: Pairs = ()
    coverage: Pairs = ()
    duration_s: float | None = None
    frames: int = 0
    shown: int | None = None
    """Pictures presented, None where the engine does not tell."""
    dropped: int = 0
    audio_bytes: int | None = None
    rate: float = 0.0
    reached_end: bool = False
    time_s: float = 0.0
    clock_speed: float = 0.0
    waits: int = 0
    wait_notes: tuple[PageWait, ...] = ()
    again: tuple[PageAgain, ...] = ()
    first_frame_ms: float | None = None
    picture_grabs: int = 0
    picture_changed: bool = False
    picture_black: bool = True
    seeks: tuple[PageSeek, ...] = ()
    entries: tuple[PageEntry, ...] = ()
    repeated_init: PageJoint | None = None
    switched: PageJoint | None = None
    steps: tuple[Step, ...] = ()
    console: tuple[str, ...] = ()
    types: Mapping[str, bool] = field(default_factory=dict)
    decoding: Mapping[str, bool] = field(default_factory=dict)
    """What ``mediaCapabilities`` said of the same types; lacks those it was not able to judge."""


def _text(value: object) -> str:
    return value[:2000] if isinstance(value, str) else ""


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if math.isfinite(value) else None


def _count(value: object) -> int:
    number = _number(value)
    return 0 if number is None or number < 0 else int(number)


def _optional_count(value: object) -> int | None:
    return None if _number(value) is None else _count(value)


def _items(value: object) -> Sequence[Mapping[str, object]]:
    if not isinstance(value, list):
        return ()
    return [item for item in value[:1000] if isinstance(item, dict)]


def _pairs(value: object) -> Pairs:
    found = []
    for item in value[:1000] if isinstance(value, list) else ():
        numbers = [_number(part) for part in item] if isinstance(item, list) else []
        if len(numbers) == 2 and numbers[0] is not None and numbers[1] is not None:
            found.append((numbers[0], numbers[1]))
    return tuple(found)


def _object(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _error(value: object) -> PageError | None:
    if not isinstance(value, dict):
        return None
    data = _object(value.get("data"))
    segment = data.get("segment")
    return PageError(
        code=_text(value.get("code")) or "internal",
        detail=_text(value.get("detail")),
        stage=_text(value.get("stage")),
        segment="" if segment is None else str(segment)[:20],
        time_s=_number(data.get("time_s")),
        ready_state=_optional_count(data.get("ready_state")),
        buffered=_pairs(data.get("buffered")),
    )


def _seek(item: Mapping[str, object]) -> PageSeek:
    target, took = _number(item.get("target_s")), _number(item.get("ms"))
    return PageSeek(
        target or 0.0,
        item.get("completed") is True,
        took or 0.0,
        _number(item.get("frame_s")),
        _number(item.get("shown_s")),
    )


def _error_words(value: object) -> str:
    error = _error(value)
    return error.detail or error.code if error else ""


def _entry(item: Mapping[str, object]) -> PageEntry:
    return PageEntry(
        number=_count(item.get("n")),
        at_s=_number(item.get("at_s")) or 0.0,
        shown=item.get("shown") is True,
        milliseconds=_number(item.get("ms")) or 0.0,
        frames=_count(item.get("frames")),
        black=item.get("black") is not False,
        ranges=_pairs(item.get("ranges")),
        error=_error_words(item.get("error")),
        first_s=_number(item.get("first_s")),
        audio_bytes=_optional_count(item.get("audio_bytes")),
    )


def _joint(value: object) -> PageJoint | None:
    if not isinstance(value, dict):
        return None
    return PageJoint(
        number=_count(value.get("n")),
        at_s=_number(value.get("at_s")) or 0.0,
        passed=value.get("passed") is True,
        time_s=_number(value.get("time_s")) or 0.0,
        frames=_count(value.get("frames")),
        shown_s=_number(value.get("shown_s")),
        ranges=_pairs(value.get("ranges")),
        error=_error_words(value.get("error")),
    )


def _wait(item: Mapping[str, object]) -> PageWait:
    return PageWait(_number(item.get("at_s")) or 0.0, item.get("held") is True)


def _again(item: Mapping[str, object]) -> PageAgain:
    return PageAgain(
        at_s=_number(item.get("at_s")) or 0.0,
        waited=item.get("waited") is not False,
        passed=item.get("passed") is True,
        held=item.get("held") is True,
    )


def _steps(value: object) -> tuple[Step, ...]:
    """Return the steps, each name once; what is no step of ours is left out."""
    found: dict[StepName, Step] = {}
    for item in _items(value):
        name = _STEP_NAMES.get(_text(item.get("name")))
        state = _STEP_STATES.get(_text(item.get("state")))
        if name is not None and state is not None:
            took = max(0.0, _number(item.get("ms")) or 0.0)
            found.setdefault(name, Step(name, state, took, _text(item.get("detail"))))
    return tuple(found[name] for name in StepName if name in found)


def _lines(value: object) -> tuple[str, ...]:
    lines = value[:50] if isinstance(value, list) else ()
    return tuple(line[:500] for line in lines if isinstance(line, str))


def parse_page_report(data: Mapping[str, object]) -> PageReport:
    """Return the typed report; what is missing or of a wrong type proves nothing.

    Args:
        data: the page's ``final`` event.
    """
    picture = _object(data.get("picture"))
    types = _object(data.get("types"))
    return PageReport(
        outcome=_text(data.get("outcome")),
        error=_error(data.get("error")),
        user_agent=_text(data.get("user_agent")),
        buffered=_pairs(data.get("buffered")),
        coverage=_pairs(data.get("coverage")),
        duration_s=_number(data.get("duration_s")),
        frames=_count(data.get("frames")),
        shown=_optional_count(data.get("shown")),
        dropped=_count(data.get("dropped")),
        audio_bytes=_optional_count(data.get("audio_bytes")),
        rate=_number(data.get("rate")) or 0.0,
        reached_end=data.get("reached_end") is True,
        time_s=_number(data.get("time_s")) or 0.0,
        clock_speed=_number(data.get("clock_speed")) or 0.0,
        waits=_count(data.get("waits")),
        wait_notes=tuple(_wait(item) for item in _items(data.get("wait_notes"))),
        again=tuple(_again(item) for item in _items(data.get("again"))),
        first_frame_ms=_number(data.get("first_frame_ms")),
        picture_grabs=_count(picture.get("grabs")),
        picture_changed=picture.get("changed") is True,
        picture_black=picture.get("black") is not False,
        seeks=tuple(_seek(item) for item in _items(data.get("seeks"))),
        entries=tuple(_entry(item) for item in _items(data.get("entries"))),
        repeated_init=_joint(data.get("repeated_init")),
        switched=_joint(data.get("switched")),
        steps=_steps(data.get("steps")),
        console=_lines(data.get("console")),
        types={str(key): value is True for key, value in types.items()},
        decoding={str(key): value is True for key, value in _object(data.get("decoding")).items()},
    )
