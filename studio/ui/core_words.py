"""Sentences of the core in the window's language.

The core writes English, with its values already in it, and what it wrote is kept as it is.
Here a text is taken apart again by the templates of ``core_sentences``; what fits none stays.
"""

import functools
import re
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from studio.ui.core_sentences import SENTENCES

CONTEXT = "Core"
MOST_LETTERS = 4_000
"""A longer text stays as it is."""

MOST_PARTS = 12
"""Sentences of one line that are looked at one by one."""

_BORDER = re.compile(r"(?<=[.?!]) |; ")
_ENDS = (".", "?", "!")
_FULL_STOPS = ("。", "？", "！")
"""After these no space follows."""

_DEPTH = 2
"""A sentence may hold a sentence as its value, and that one another."""


@dataclass(frozen=True, slots=True)
class _Template:
    source: str
    pattern: re.Pattern[str]
    weight: int
    """Letters that are fixed."""
    mark: str
    """The longest fixed part."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A text taken apart: a template with its values, or words that are no template's."""

    source: str
    values: tuple["_Line", ...] = ()
    is_known: bool = False
    weight: int = 0


_Line = tuple[tuple[_Said, str], ...]
"""Parts of a line, each with what stands between it and the next one."""


def translated(text: str) -> str:
    """Return what the core said, in the window's language; unknown words stay as they are.

    Args:
        text: one or more lines of sentences that are joined by spaces, or reasons by "; ".
    """
    return "\n".join(_spoken(_parts(line, _DEPTH)) for line in text.split("\n"))


def source_of(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the template a text was made from and its values as written; None for none."""
    found = _match(text, 0)
    return (found.source, tuple(_written(value) for value in found.values)) if found else None


def _spoken(line: _Line) -> str:
    spoken = ""
    for said, gap in line:
        part = said.source
        if said.is_known:
            template = QCoreApplication.translate(CONTEXT, said.source)
            part = template.format(*(_spoken(value) for value in said.values))
        spoken += part + ("" if gap == " " and part.endswith(_FULL_STOPS) else gap)
    return spoken


def _written(line: _Line) -> str:
    return "".join(said.source + gap for said, gap in line)


@functools.lru_cache(maxsize=8192)
def _parts(text: str, depth: int) -> _Line:
    """Take a line apart so that as much of it as can be is known."""
    whole: _Line = ((_match(text, depth) or _Said(text), ""),)
    borders = list(_BORDER.finditer(text)) if len(text) <= MOST_LETTERS else []
    if not borders or len(borders) >= MOST_PARTS:
        return whole
    starts = [0, *(border.end() for border in borders)]
    ends = [*(border.start() for border in borders), len(text)]
    gaps = [*(border[0] for border in borders), ""]
    best: list[tuple[int, _Line]] = [(0, ())] * (len(starts) + 1)
    for first in reversed(range(len(starts))):
        choices = []
        for last in reversed(range(first, len(starts))):
            piece = text[starts[first] : ends[last]]
            said = _match(piece, depth) or _Said(piece)
            weight, rest = best[last + 1]
            if said.is_known or last == first:
                choices.append((said.weight + weight, ((said, gaps[last]), *rest)))
        best[first] = max(choices, key=lambda choice: choice[0])
    return best[0][1] if best[0][0] > whole[0][0].weight else whole


@functools.lru_cache(maxsize=8192)
def _match(text: str, depth: int) -> _Said | None:
    exact, templates = _templates()
    if text in exact:
        return _Said(exact[text], is_known=True, weight=len(text))
    if len(text) > MOST_LETTERS:
        return None
    for template in templates:
        if template.mark in text and (found := template.pattern.fullmatch(text)):
            values = tuple(_value(value, depth) for value in found.groups())
            inner = sum(said.weight for value in values for said, _ in value)
            return _Said(template.source, values, is_known=True, weight=template.weight + inner)
    return None


def _value(text: str, depth: int) -> _Line:
    """Look for sentences in a value; a name, a number or a list stays as it is."""
    if depth and text.endswith(_ENDS) and " " in text:
        return _parts(text, depth - 1)
    if depth and text.startswith("{"):
        return ((_match(text, 0) or _Said(text), ""),)
    return ((_Said(text), ""),)


@functools.cache
def _templates() -> tuple[dict[str, str], Sequence[_Template]]:
    """Return texts without values, by how they are written, and the others, longest first."""
    exact, templates = {}, []
    for source in map(str, SENTENCES):
        fixed = [literal for literal, _ in _pieces(source)]
        if len(fixed) == 1:
            exact[fixed[0]] = source
            continue
        pattern = re.compile("(.+?)".join(map(re.escape, fixed)), re.DOTALL)
        templates.append(_Template(source, pattern, sum(map(len, fixed)), max(fixed, key=len)))
    templates.sort(key=lambda template: template.weight, reverse=True)
    return exact, templates


def _pieces(source: str) -> Iterator[tuple[str, str | None]]:
    """Yield the fixed parts around the values: one more than there are values."""
    literal = ""
    for text, name, _, _ in string.Formatter().parse(source):
        literal += text
        if name is not None:
            yield literal, name
            literal = ""
    yield literal, None
