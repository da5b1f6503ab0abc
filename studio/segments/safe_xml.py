"""A small XML tree: no document types, no entities, nothing beyond what stands in the text.

What makes XML dangerous (entities that grow, files and addresses that it names) needs a
document type declaration, which is refused.
"""

from dataclasses import dataclass, field
from xml.parsers import expat

from studio.errors import SegmentError

MAX_NODES = 1_000_000
MAX_DEPTH = 50


@dataclass(slots=True)
class Node:
    """One element: local name, attributes by their local names, children, own text."""

    name: str
    attributes: dict[str, str]
    children: list["Node"] = field(default_factory=list)
    text: str = ""

    def all(self, name: str) -> list["Node"]:
        """Return the children of this name."""
        return [child for child in self.children if child.name == name]

    def first(self, name: str) -> "Node | None":
        """Return the first child of this name."""
        return next((child for child in self.children if child.name == name), None)

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute."""
        return self.attributes.get(name, default)


class _Builder:
    def __init__(self) -> None:
        self.root = Node("", {})
        self._stack = [self.root]
        self._left = MAX_NODES

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self._left -= 1
        if self._left < 0 or len(self._stack) > MAX_DEPTH:
            raise SegmentError("The manifest has an endless tree.", hint="It is damaged.")
        node = Node(_local(name), {_local(key): value for key, value in attributes.items()})
        self._stack[-1].children.append(node)
        self._stack.append(node)

    def end(self, _name: str) -> None:
        self._stack.pop()

    def data(self, text: str) -> None:
        if text.strip() or self._stack[-1].text:
            self._stack[-1].text += text


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _refuse(*_: object) -> int:
    raise SegmentError(
        "The manifest declares a document type, which no MPD needs.",
        hint="It is damaged, or made to do harm.",
    )


def read_xml(text: str) -> Node:
    """Return the root element of a document.

    Raises:
        SegmentError: it is not well formed, declares a document type, or is endless.
    """
    builder = _Builder()
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = builder.begin
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        parser.Parse(text.encode("utf-8"), True)
    except expat.ExpatError as error:
        raise SegmentError(
            "The manifest is not well-formed XML.", hint="It is damaged.", detail=str(error)
        ) from error
    if not builder.root.children:
        raise SegmentError("The manifest is empty.", hint="It is damaged.")
    return builder.root.children[0]
