"""Info and Tracks as a strict parser reads them: everything out of order becomes a fact.

The readers of ``matroska`` take what they can use; a browser may refuse the same bytes.
"""

from collections.abc import Iterator

from studio.segments import ebml
from studio.segments.ebml import Element
from studio.segments.model import FactKind
from studio.segments.notes import Notes
from studio.segments.source import ByteSource
from studio.segments.webm_schema import ANYWHERE, CHILDREN, Kind, Known

MAX_DEPTH = 8


class Placer:
    """Numbers equal siblings: ``TrackEntry[2]``, or plain ``Video`` for those that stand once."""

    def __init__(self, parent: str) -> None:
        self._parent = parent
        self._seen: dict[str, int] = {}

    def place(self, name: str) -> str:
        """Return the place of the next child of this name."""
        self._seen[name] = self._seen.get(name, 0) + 1
        count = self._seen[name]
        numbered = name in ("TrackEntry", "ContentEncoding") or count > 1
        return f"{self._parent}/{name}[{count}]" if numbered else f"{self._parent}/{name}"


def check_master(source: ByteSource, master: Element, place: str, notes: Notes) -> None:
    """Note what is wrong inside a master element, and inside its children."""
    _check(source, master, place, notes, MAX_DEPTH)


def placed_children(
    source: ByteSource, master: Element, place: str
) -> Iterator[tuple[Element, str]]:
    """Yield a master's readable children, each with its place."""
    known = CHILDREN.get(master.id, {})
    placer = Placer(place)
    for child in ebml.children(source, master.data_offset, master.end(master.data_offset)):
        name = known[child.id].name if child.id in known else hex(child.id)
        yield child, placer.place(name)


def _check(source: ByteSource, master: Element, place: str, notes: Notes, depth: int) -> None:
    known = CHILDREN[master.id]
    reached = master.data_offset
    seen: set[int] = set()
    for child, where in placed_children(source, master, place):
        reached = child.end(reached)
        if child.id in ANYWHERE:
            continue
        description = known.get(child.id)
        if description is None:
            notes.add(FactKind.UNKNOWN_ELEMENT, child.offset, text=hex(child.id), place=where)
            continue
        if description.once and child.id in seen:
            kind, name = FactKind.REPEATED_ELEMENT, description.name
            notes.add(kind, child.offset, text=name, place=where)
        seen.add(child.id)
        _check_value(source, child, description, where, notes)
        if description.kind is Kind.MASTER and depth:
            _check(source, child, where, notes, depth - 1)
    if reached != master.end(reached):
        _note_rest(source, reached, place, notes)


def _note_rest(source: ByteSource, offset: int, place: str, notes: Notes) -> None:
    """Note why the child at ``offset`` could not be read."""
    child = ebml.read_element(source, offset)
    if child is not None and child.size is None:
        notes.add(FactKind.UNKNOWN_SIZE, offset, text=hex(child.id), place=place)
    else:
        notes.add(FactKind.ELEMENT_OVERRUN, offset, place=place)


def _check_value(
    source: ByteSource, child: Element, known: Known, place: str, notes: Notes
) -> None:
    size = child.size or 0
    if known.kind is Kind.UINT:
        if size == 0 or (size == 8 and source.at(child.data_offset, 1)[0] >= 0x80):
            notes.add(FactKind.EMPTY_VALUE, child.offset, place=place)
        elif size > 8 or (child.id == ebml.TIMESTAMP_SCALE and not ebml.read_uint(source, child)):
            notes.add(FactKind.OVERLONG_VALUE, child.offset, place=place)
    elif known.kind is Kind.FLOAT and size not in (4, 8):
        notes.add(FactKind.OVERLONG_VALUE, child.offset, place=place)
    elif child.id == ebml.DATE_UTC and size != 8:
        notes.add(FactKind.EMPTY_VALUE, child.offset, place=place)
