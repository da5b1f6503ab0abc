"""MP4 boxes in memory as a tree that can be changed: small ones only (moov, moof)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from studio.errors import RepairError
from studio.segments.boxes import data_children

_CONTAINERS = frozenset(
    {"moov", "trak", "edts", "mdia", "minf", "stbl", "mvex", "moof", "traf", "dinf"}
)
_MAX_DEPTH = 12


@dataclass(slots=True)
class Node:
    """One box: a container has ``children``, any other its content as ``data``."""

    type: str
    data: bytes = b""
    children: list["Node"] = field(default_factory=list)

    def to_bytes(self) -> bytes:
        """Return the whole box."""
        content = self.data + b"".join(child.to_bytes() for child in self.children)
        return box_head(self.type, len(content)) + content

    def all(self, name: str) -> list["Node"]:
        """Return the children of this type."""
        return [child for child in self.children if child.type == name]

    def find(self, *path: str) -> "Node | None":
        """Return the first box at a path of types below this one."""
        node: Node | None = self
        for name in path:
            node = None if node is None else next(iter(node.all(name)), None)
        return node

    def at(self, *path: str) -> "Node":
        """Return the first box at a path.

        Raises:
            RepairError: there is none.
        """
        found = self.find(*path)
        if found is None:
            raise RepairError(f"The file has no {'/'.join(path)} box.", hint="Repair it first.")
        return found

    def remove(self, child: "Node") -> None:
        """Take one child out, this very one."""
        self.children = [kept for kept in self.children if kept is not child]

    @property
    def version(self) -> int:
        """The version of a full box."""
        return self.data[0] if self.data else 0

    @property
    def flags(self) -> int:
        """The flags of a full box."""
        return int.from_bytes(self.data[1:4], "big")

    @flags.setter
    def flags(self, value: int) -> None:
        self.data = self.data[:1] + value.to_bytes(3, "big") + self.data[4:]

    def number(self, position: int, count: int = 4) -> int:
        """Return an unsigned number of the content."""
        return int.from_bytes(self.data[position : position + count], "big")

    def put(self, position: int, value: bytes) -> None:
        """Write bytes over the content."""
        self.data = self.data[:position] + value + self.data[position + len(value) :]


def box_head(name: str, content: int) -> bytes:
    """Return the header of a box with this many bytes of content."""
    kind = name.encode("latin-1")
    if content + 8 < 1 << 32:
        return (content + 8).to_bytes(4, "big") + kind
    return (1).to_bytes(4, "big") + kind + (content + 16).to_bytes(8, "big")


def full_box(name: str, version: int, flags: int, content: bytes) -> Node:
    """Return a full box."""
    return Node(name, bytes([version]) + flags.to_bytes(3, "big") + content)


def parse(data: bytes, depth: int = 0) -> list[Node]:
    """Return the boxes that stand in ``data``."""
    return list(_nodes(data, depth))


def _nodes(data: bytes, depth: int) -> Iterator[Node]:
    for box in data_children(data, 0, len(data)):
        content = data[box.body : box.end]
        if box.type in _CONTAINERS and depth < _MAX_DEPTH:
            yield Node(box.type, b"", parse(content, depth + 1))
        else:
            yield Node(box.type, content)
