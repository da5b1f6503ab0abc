"""One box or element of a file, as a page shows it."""

from dataclasses import dataclass, field

from studio.segments.source import ByteSource

MOST_IN_LIST = 300
"""Nodes of one list; the others are only counted."""

MOST_IN_TREE = 5_000
MOST_COUNTED = 100_000
DEEPEST = 16
_SHOWN_BYTES = 16


@dataclass(slots=True)
class Node:
    """``size`` counts the header. ``more``: how many children were left out."""

    name: str
    offset: int
    size: int
    header_size: int
    value: str = ""
    children: list["Node"] = field(default_factory=list)
    more: int = 0

    def told(self) -> dict[str, object]:
        """Return it as the page gets it."""
        return {
            "name": self.name,
            "offset": self.offset,
            "size": self.size,
            "header_size": self.header_size,
            "value": self.value,
            "children": [child.told() for child in self.children],
            "more": self.more,
        }


class Growth:
    """Keeps a tree from growing without end."""

    def __init__(self) -> None:
        self.left = MOST_IN_TREE

    def may_list(self, count: int) -> bool:
        """Tell whether a list of ``count`` nodes may have another one, and count that one."""
        if count >= MOST_IN_LIST or self.left <= 0:
            return False
        self.left -= 1
        return True


@dataclass(slots=True)
class Listing:
    """The nodes of one list, and how many did not fit."""

    growth: Growth
    nodes: list[Node] = field(default_factory=list)
    more: int = 0

    def has_room(self) -> bool:
        """Tell whether another node may be made for this list; one that may not is counted."""
        if self.growth.may_list(len(self.nodes)):
            return True
        self.more += 1
        return False

    @property
    def is_endless(self) -> bool:
        """Whether counting on makes no sense: a damaged length leads into a desert of zeros."""
        return self.more >= MOST_COUNTED


def unreadable(source: ByteSource, offset: int, end: int) -> Node:
    """Return a node for bytes that begin with no valid header."""
    size = end - offset
    return Node("?", offset, size, 0, f"no valid header: {hexadecimal(source, offset, size)}")


def hexadecimal(source: ByteSource, offset: int, size: int) -> str:
    """Return the first of ``size`` bytes as digits."""
    data = source.at(offset, max(0, min(size, _SHOWN_BYTES)))
    return data.hex(" ") + (" …" if size > _SHOWN_BYTES else "")


def milliseconds(ticks: int, ticks_per_s: int) -> str:
    """Return a time in ms, with as many decimals as it has within a µs."""
    if ticks_per_s <= 0:
        return "? ms"
    return f"{ticks * 1000 / ticks_per_s:.3f}".rstrip("0").rstrip(".") + " ms"


def printable_text(text: str, most: int = 120) -> str:
    """Return text that may stand in one line."""
    shown = "".join(letter if letter.isprintable() else "·" for letter in text[:most])
    return shown + ("…" if len(text) > most else "")
