"""The EBML elements of a part of a WebM file, with their values.

Source: RFC 8794 (EBML), RFC 9559 (Matroska).
"""

from dataclasses import dataclass, field, replace

from studio.preview.element_tree_node import (
    DEEPEST,
    Growth,
    Listing,
    Node,
    hexadecimal,
    milliseconds,
    printable_text,
    unreadable,
)
from studio.segments import ebml
from studio.segments.ebml import Element
from studio.segments.model import SegmentMap
from studio.segments.source import ByteSource
from studio.segments.webm_schema import CHILDREN, Kind, name_of

_U, _S, _B, _M = Kind.UINT, Kind.TEXT, Kind.BINARY, Kind.MASTER
_MORE: dict[int, tuple[str, Kind]] = {
    0x4286: ("EBMLVersion", _U),
    ebml.EBML_READ_VERSION: ("EBMLReadVersion", _U),
    ebml.EBML_MAX_ID_LENGTH: ("EBMLMaxIDLength", _U),
    ebml.EBML_MAX_SIZE_LENGTH: ("EBMLMaxSizeLength", _U),
    ebml.DOC_TYPE: ("DocType", _S),
    0x4287: ("DocTypeVersion", _U),
    ebml.DOC_TYPE_READ_VERSION: ("DocTypeReadVersion", _U),
    ebml.SEEK: ("Seek", _M),
    ebml.SEEK_ID: ("SeekID", _B),
    ebml.SEEK_POSITION: ("SeekPosition", _U),
    ebml.CUE_POINT: ("CuePoint", _M),
    ebml.CUE_TIME: ("CueTime", _U),
    ebml.CUE_TRACK_POSITIONS: ("CueTrackPositions", _M),
    ebml.CUE_TRACK: ("CueTrack", _U),
    ebml.CUE_CLUSTER_POSITION: ("CueClusterPosition", _U),
    ebml.CUE_RELATIVE_POSITION: ("CueRelativePosition", _U),
    0x7373: ("Tag", _M),
    0x63C0: ("Targets", _M),
    0x63C5: ("TagTrackUID", _U),
    0x67C8: ("SimpleTag", _M),
    0x45A3: ("TagName", _S),
    0x4487: ("TagString", _S),
    0x447A: ("TagLanguage", _S),
    0x4484: ("TagDefault", _U),
    0x73C5: ("TrackUID", _U),
    0x55B1: ("MatrixCoefficients", _U),
    0x55B2: ("BitsPerChannel", _U),
    0x55B7: ("ChromaSitingHorz", _U),
    0x55B8: ("ChromaSitingVert", _U),
    0x55B9: ("Range", _U),
    0x55BA: ("TransferCharacteristics", _U),
    0x55BB: ("Primaries", _U),
}
"""Elements that no rule of ours looks at, or that it knows by their parent only."""

_MASTERS = frozenset({
    ebml.EBML, ebml.SEGMENT, ebml.SEEK_HEAD, ebml.CUES, ebml.TAGS, ebml.CLUSTER, *CHILDREN,
})  # fmt: skip
_NANOSECONDS = frozenset({ebml.DEFAULT_DURATION, ebml.CODEC_DELAY, ebml.SEEK_PRE_ROLL})
_TICKS = frozenset({ebml.TIMESTAMP, ebml.BLOCK_DURATION, ebml.CUE_TIME})
_BLOCKS = frozenset({ebml.SIMPLE_BLOCK, ebml.BLOCK})
_KEY, _INVISIBLE, _LACING, _DISCARDABLE = 0x80, 0x08, 0x06, 0x01
_LACINGS = {0x02: "Xiph lacing", 0x04: "fixed lacing", 0x06: "EBML lacing"}
_TRACK_TYPES = {1: "video", 2: "audio", 3: "complex", 17: "subtitle", 33: "metadata"}


def webm_tree(source: ByteSource, found: SegmentMap, begin: int, end: int) -> Listing:
    """Return the elements between two offsets."""
    scale = found.tracks[0].timescale if found.tracks else 1000
    return _Reader(source, Growth(), ticks_per_s=scale).listing(begin, end, ebml.SEGMENT, 0)


@dataclass(slots=True)
class _Reader:
    """Reads lists of elements; ``cluster_ticks`` is the time of the cluster it is in."""

    source: ByteSource
    growth: Growth
    ticks_per_s: int
    cluster_ticks: int = field(default=0)

    def listing(self, begin: int, end: int, parent: int, depth: int) -> Listing:
        found = Listing(self.growth)
        offset = begin
        while offset < end and not found.is_endless:
            element = ebml.read_element(self.source, offset)
            if element is None:
                if found.has_room():
                    found.nodes.append(unreadable(self.source, offset, end))
                break
            if parent == ebml.CLUSTER and element.id == ebml.TIMESTAMP:
                self.cluster_ticks = ebml.read_uint(self.source, element)
            if found.has_room():
                found.nodes.append(self._node(element, end, parent, depth))
            offset = max(min(element.end(end), end), element.data_offset)
        return found

    def _node(self, element: Element, end: int, parent: int, depth: int) -> Node:
        known_parent = name_of(parent, element.id)
        name, kind = _MORE.get(element.id, (known_parent, None))
        if kind is None:
            known = CHILDREN.get(parent, {}).get(element.id)
            kind = known.kind if known is not None else Kind.BINARY
        stop = min(element.end(end), end)
        node = Node(name, element.offset, element.end(end) - element.offset, element.header_size)
        if element.id in _MASTERS or kind is Kind.MASTER:
            node.value = self._reach(element, end)
            if depth < DEEPEST:
                inside = self.listing(element.data_offset, stop, element.id, depth + 1)
                node.children, node.more = inside.nodes, inside.more
            return node
        whole = replace(element, size=max(0, stop - element.data_offset))
        said = [self._value(whole, kind), self._reach(element, end)]
        node.value = "; ".join(filter(None, said))
        return node

    def _reach(self, element: Element, end: int) -> str:
        if element.size is None:
            return "unknown size"
        beyond = element.end(end) - end
        if element.id == ebml.SEGMENT or beyond <= 0:
            return ""
        return f"reaches {beyond} bytes too far"

    def _value(self, element: Element, kind: Kind) -> str:
        if element.id in _BLOCKS:
            return self._block(element)
        if element.id in (ebml.REFERENCE_BLOCK, ebml.DISCARD_PADDING):
            data = ebml.read_data(self.source, element, 8)
            return self._signed(element.id, int.from_bytes(data, "big", signed=True))
        if kind is Kind.UINT:
            return self._number(element.id, ebml.read_uint(self.source, element))
        if kind is Kind.FLOAT:
            return self._float(element)
        if kind is Kind.TEXT:
            return f"“{printable_text(ebml.read_text(self.source, element))}”"
        size = element.size or 0
        return f"{size} bytes: {hexadecimal(self.source, element.data_offset, size)}"

    def _signed(self, element_id: int, value: int) -> str:
        scale = 1_000_000_000 if element_id == ebml.DISCARD_PADDING else self.ticks_per_s
        return f"{value} ({milliseconds(value, scale)})"

    def _number(self, element_id: int, value: int) -> str:
        if element_id in _TICKS:
            return f"{value} ({milliseconds(value, self.ticks_per_s)})"
        if element_id in _NANOSECONDS:
            rate = f", {1e9 / value:.3f}/s" if element_id == ebml.DEFAULT_DURATION and value else ""
            return f"{value} ns ({milliseconds(value, 10**9)}{rate})"
        if element_id == ebml.TIMESTAMP_SCALE:
            return f"{value} ns"
        if element_id == ebml.TRACK_TYPE:
            return f"{value} ({_TRACK_TYPES.get(value, '?')})"
        return str(value)

    def _float(self, element: Element) -> str:
        value = ebml.read_float(self.source, element)
        if element.id == ebml.DURATION and self.ticks_per_s and abs(value) < 1e15:
            return f"{value:g} ({milliseconds(round(value * 1000), self.ticks_per_s * 1000)})"
        return f"{value:g}"

    def _block(self, element: Element) -> str:
        """Say track, time and flags of a block. Source: RFC 9559, section 10.1."""
        head = self.source.at(element.data_offset, min(12, element.size or 0))
        length = 9 - head[0].bit_length() if head and head[0] else 0
        if not length or len(head) < length + 3:
            return "too short for a block"
        track = int.from_bytes(head[:length], "big") & ((1 << 7 * length) - 1)
        relative = int.from_bytes(head[length : length + 2], "big", signed=True)
        flags = head[length + 2]
        at = milliseconds(self.cluster_ticks + relative, self.ticks_per_s)
        said = [f"track {track}", at, f"{relative:+d}"]
        if element.id == ebml.SIMPLE_BLOCK:
            said += ["key"] if flags & _KEY else []
            said += ["discardable"] if flags & _DISCARDABLE else []
        said += ["invisible"] if flags & _INVISIBLE else []
        said += [_LACINGS[flags & _LACING]] if flags & _LACING else []
        said.append(f"{(element.size or 0) - length - 3} bytes")
        return ", ".join(said)
