"""EBML elements in memory as a tree that can be changed: small ones only (Info, Tracks)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from studio.errors import RepairError
from studio.repair import ebml_writer as writer
from studio.segments import ebml

_MASTERS = frozenset({ebml.EBML, ebml.INFO, ebml.TRACKS, ebml.TRACK_ENTRY, ebml.VIDEO, ebml.AUDIO})


@dataclass(slots=True)
class Leaf:
    """One element: a master has ``children``, any other its content as ``data``."""

    id: int
    data: bytes = b""
    children: list["Leaf"] = field(default_factory=list)

    def to_bytes(self) -> bytes:
        """Return the whole element."""
        content = self.data + b"".join(child.to_bytes() for child in self.children)
        return writer.element(self.id, content)

    def find(self, element_id: int) -> "Leaf | None":
        """Return the first child with this identifier."""
        return next((child for child in self.children if child.id == element_id), None)

    def at(self, element_id: int) -> "Leaf":
        """Return the first child with this identifier.

        Raises:
            RepairError: there is none.
        """
        found = self.find(element_id)
        if found is None:
            raise RepairError("The file's header lacks what is to be changed.")
        return found

    def without(self, element_id: int) -> None:
        """Take out all children with this identifier."""
        self.children = [child for child in self.children if child.id != element_id]

    def set(self, element_id: int, data: bytes) -> None:
        """Write a child's content, as a new child when there is none."""
        found = self.find(element_id)
        if found is None:
            self.children.append(Leaf(element_id, data))
        else:
            found.data = data

    @property
    def number(self) -> int:
        """The content as an unsigned integer."""
        return int.from_bytes(self.data, "big")


def parse(data: bytes) -> Leaf:
    """Return the element that ``data`` begins with.

    Raises:
        RepairError: no whole element stands there.
    """
    found = next(_elements(data), None)
    if found is None:
        raise RepairError("The file's header cannot be read.", hint="Repair it first.")
    return found


def _elements(data: bytes) -> Iterator[Leaf]:
    position = 0
    while position < len(data):
        id_length = 9 - data[position].bit_length()
        place = position + id_length
        if id_length > 4 or place >= len(data) or not data[place]:
            return
        size_length = 9 - data[place].bit_length()
        begin = place + size_length
        size = int.from_bytes(data[place:begin], "big") & ((1 << 7 * size_length) - 1)
        element_id = int.from_bytes(data[position:place], "big")
        if begin + size > len(data):
            return
        content = data[begin : begin + size]
        if element_id in _MASTERS:
            yield Leaf(element_id, b"", list(_elements(content)))
        else:
            yield Leaf(element_id, content)
        position = begin + size
