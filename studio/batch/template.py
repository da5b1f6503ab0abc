"""Name templates: ``{name}-{height}p-{counter:03}`` read once, filled for each job."""

import difflib
import re
import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from functools import lru_cache

from studio.errors import PlanError

Value = str | int | Fraction | date | None
"""What a field stands for; None and "" leave nothing."""

_LONGEST_TEMPLATE = 500


@dataclass(frozen=True, slots=True)
class Piece:
    """Text, then a field (empty after the last text) and its format."""

    text: str
    field: str = ""
    spec: str = ""


@lru_cache(maxsize=64)
def parse_template(text: str) -> tuple[Piece, ...]:
    """Read a template.

    Raises:
        PlanError: it is empty or too long, holds a path separator or a lone brace, or a
            field or format that there is not.
    """
    if not text.strip():
        raise PlanError("The name for results is empty.", hint="Use {name} for the source's name.")
    if len(text) > _LONGEST_TEMPLATE:
        raise PlanError("The name for results is too long.", hint="Make it shorter.")
    if "/" in text or "\\" in text:
        what = "The name for results holds a path separator."
        raise PlanError(what, hint="Choose the folder in the output folder's own field.")
    pieces = []
    for literal, field, spec, conversion in _split(text):
        if field is None:
            pieces.append(Piece(literal))
            continue
        _check_field(field, spec or "", conversion)
        pieces.append(Piece(literal, field, spec or ""))
    return tuple(pieces)


def render(pieces: tuple[Piece, ...], values: Mapping[str, Value]) -> str:
    """Fill a template; what comes out need not be a name yet."""
    parts = []
    for piece in pieces:
        parts.append(piece.text)
        if piece.field:
            parts.append(_text_of(piece.field, values[piece.field], piece.spec))
    return "".join(parts)


def _split(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    try:
        return list(string.Formatter().parse(text))
    except ValueError as error:
        what = "The name for results has a brace without its partner."
        raise PlanError(what, hint="Write {{ for a brace itself.", detail=str(error)) from error


def _check_field(field: str, spec: str, conversion: str | None) -> None:
    kind = _KINDS.get(field)
    if kind is None:
        close = difflib.get_close_matches(field.lower(), FIELDS, 1)
        known = ", ".join(f"{{{name}}}" for name in FIELDS)
        hint = f"Did you mean {{{close[0]}}}?" if close else f"Known ones: {known}."
        raise PlanError(f"There is no field {{{field[:40]}}} for names.", hint=hint)
    if conversion is not None or (spec and not kind.pattern.fullmatch(spec)):
        shown = f"!{conversion}" if conversion is not None else f":{spec[:40]}"
        what = f'The field {{{field}}} has no format "{shown}".'
        raise PlanError(what, hint=f"Write {kind.hint.replace('FIELD', field)}, for example.")


def _text_of(field: str, value: Value, spec: str) -> str:
    return "" if value is None or value == "" else _KINDS[field].text(value, spec)


def _word(value: Value, spec: str) -> str:
    return str(value)[: int(spec[1:])] if spec else str(value)


def _whole(value: Value, spec: str) -> str:
    return str(value).zfill(int(spec or "0"))


def _rate(value: Value, spec: str) -> str:
    """Write a frame rate: 25, 29.97, 23.976; with ``.1`` and the like that many digits."""
    assert isinstance(value, int | Fraction)
    if spec:
        return f"{float(value):{spec}f}"
    return f"{float(value):.3f}".rstrip("0").rstrip(".")


def _day(value: Value, spec: str) -> str:
    assert isinstance(value, date)
    return value.strftime(spec or "%Y-%m-%d")


def _clock(value: Value, spec: str) -> str:
    """Write the time of day; nothing where only the day is known."""
    return value.strftime(spec or "%H%M%S") if isinstance(value, datetime) else ""


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a field is written, and what its format may be."""

    text: Callable[[Value, str], str]
    pattern: re.Pattern[str]
    hint: str


_MOMENT = re.compile("(?:%[YymdHMSjVu]|[ -$&-z|~]){1,40}")
"""Only directives that mean the same in every locale, and printable ASCII between them."""

_WORD = _Kind(_word, re.compile(r"\.[1-9][0-9]{0,2}"), "{FIELD:.20} for its first 20 characters")
_WHOLE = _Kind(_whole, re.compile("0?[1-9]"), "{FIELD:03} for three digits")
_KINDS: dict[str, _Kind] = {
    "name": _WORD,
    "ext": _WORD,
    "parent": _WORD,
    "preset": _WORD,
    "preset_name": _WORD,
    "container": _WORD,
    "codec": _WORD,
    "width": _WHOLE,
    "height": _WHOLE,
    "fps": _Kind(_rate, re.compile(r"\.[0-3]"), "{FIELD:.2} for two digits after the point"),
    "gop": _WHOLE,
    "counter": _WHOLE,
    "date": _Kind(_day, _MOMENT, "{FIELD:%Y%m%d}"),
    "time": _Kind(_clock, _MOMENT, "{FIELD:%H-%M}"),
}
FIELDS: tuple[str, ...] = tuple(_KINDS)
"""The fields of a template. What users save: never rename one."""
