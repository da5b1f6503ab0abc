"""A closer look at the unusual elements of a WebM cluster."""

from dataclasses import replace

from studio.segments import codec_bits, ebml
from studio.segments.blocks import ClusterReader
from studio.segments.ebml import Element
from studio.segments.model import FactKind, Track, TrackKind
from studio.segments.notes import Notes
from studio.segments.source import ByteSource
from studio.segments.webm_header_check import check_master
from studio.segments.webm_schema import CHILDREN, name_of

MIN_BLOCK_BYTES = 4
MAX_PLACED = 20_000
"""Elements of one cluster that are counted to name a block's place."""


def place_in_cluster(source: ByteSource, cluster: Element, place: str, offset: int) -> str:
    """Return ``Segment/Cluster[2]/SimpleBlock[7]`` for the element at ``offset``."""
    counts: dict[int, int] = {}
    position = cluster.data_offset
    if offset == cluster.offset:
        return place
    for _ in range(MAX_PLACED):
        element = ebml.read_element(source, position)
        if element is None or element.size is None or position > offset:
            break
        counts[element.id] = counts.get(element.id, 0) + 1
        if position == offset:
            name = name_of(ebml.CLUSTER, element.id)
            if element.id in (ebml.SIMPLE_BLOCK, ebml.BLOCK_GROUP) or counts[element.id] > 1:
                return f"{place}/{name}[{counts[element.id]}]"
            return f"{place}/{name}"
        position = element.end(0)
    return place


def name_places(source: ByteSource, cluster: Element, place: str, notes: Notes, noted: int) -> None:
    """Give the facts from number ``noted`` on their places; of each kind the first is shown."""
    known = {fact.kind for fact in notes.facts[:noted]} if len(notes.facts) > noted else set()
    for position in range(noted, len(notes.facts)):
        fact = notes.facts[position]
        if fact.kind not in known and not fact.place:
            known.add(fact.kind)
            where = place_in_cluster(source, cluster, place, fact.offset)
            notes.facts[position] = replace(fact, place=where)


class PaddingWatch:
    """Judges DiscardPadding: Firefox takes one per track and cluster, not above its block.

    How long a block is, Firefox asks Opus, and no matter which codec it is of: the first
    bytes of a Vorbis packet are read as if they told an Opus packet's length. (Source:
    dom/media/webm/WebMDemuxer.cpp; measured with 153: of 52 Vorbis files it refused exactly
    the seven whose padding is more than that.)
    """

    def __init__(self, tracks: tuple[Track, ...] = ()) -> None:
        sounds = (track for track in tracks if track.kind is TrackKind.AUDIO)
        self._rates = {track.number: track.sample_rate or codec_bits.OPUS_RATE for track in sounds}
        self._seen: set[int] = set()

    def start_cluster(self) -> None:
        """Begin to count anew."""
        self._seen.clear()

    def is_bad(self, source: ByteSource, padding: Element, block: Element | None) -> bool:
        """Tell whether a DiscardPadding in this BlockGroup is more than Firefox takes."""
        size = padding.size or 0
        value = int.from_bytes(ebml.read_data(source, padding, 8), "big", signed=True)
        if block is None or not 0 < size <= 8 or value == 0:
            return False
        head = source.at(block.data_offset, 6)
        number = head[0] & 0x7F if head else 0
        rate = self._rates.get(number)
        if rate is None:
            return False
        repeated = number in self._seen
        self._seen.add(number)
        samples = codec_bits.opus_samples(head[4:]) * rate // codec_bits.OPUS_RATE
        return repeated or value < 0 or samples <= 0 or value * rate > samples * 10**9


def check_unusual(
    source: ByteSource, reader: ClusterReader, notes: Notes, padding: PaddingWatch
) -> None:
    """Note what is wrong with the elements that a cluster's reader stumbled over."""
    padding.start_cluster()
    for element in reader.unusual:
        if element.id == ebml.SIMPLE_BLOCK:
            _check_block(source, element, notes)
        elif element.id == ebml.BLOCK_GROUP:
            _check_group(source, element, notes, padding)
        elif element.id not in CHILDREN[ebml.CLUSTER]:
            notes.add(FactKind.UNKNOWN_ELEMENT, element.offset, text=hex(element.id))
        elif element.id == ebml.TIMESTAMP:
            _check_number(element, "Timestamp", notes, repeated=0 < (element.size or 0) < 9)
        elif element.id == ebml.PREV_SIZE:
            _check_number(element, "PrevSize", notes, repeated=False)


def _check_number(element: Element, name: str, notes: Notes, *, repeated: bool) -> None:
    size = element.size or 0
    if size == 0:
        notes.add(FactKind.EMPTY_VALUE, element.offset, text=name)
    elif size > 8:
        notes.add(FactKind.OVERLONG_VALUE, element.offset, text=name)
    elif repeated:
        notes.add(FactKind.REPEATED_ELEMENT, element.offset, text=name)


def _check_block(source: ByteSource, block: Element, notes: Notes) -> None:
    head = source.at(block.data_offset, 1)
    short = (block.size or 0) < MIN_BLOCK_BYTES or not head
    kind = FactKind.SHORT_BLOCK if short or head[0] >= 0x80 else FactKind.BLOCK_TRACK_NUMBER
    notes.add(kind, block.offset)


def _check_group(source: ByteSource, group: Element, notes: Notes, padding: PaddingWatch) -> None:
    found: dict[int, list[Element]] = {}
    for child in ebml.children(source, group.data_offset, group.end(0)):
        found.setdefault(child.id, []).append(child)
    blocks = found.get(ebml.BLOCK, [])
    if not blocks:
        notes.add(FactKind.NO_BLOCK, group.offset)
    elif len(blocks) > 1:
        notes.add(FactKind.SEVERAL_BLOCKS, group.offset)
    elif (blocks[0].size or 0) < MIN_BLOCK_BYTES:
        notes.add(FactKind.SHORT_BLOCK, group.offset)
    inside = Notes()
    check_master(source, group, "", inside)
    for fact in inside.facts:
        kind = fact.kind
        if fact.text in ("BlockAddID", "BlockAdditional"):
            kind = FactKind.SEVERAL_ADDITIONS
        notes.add(kind, group.offset, text=fact.text)
    _check_additions(source, found.get(ebml.BLOCK_ADDITIONS, []), group, notes)
    for element in found.get(ebml.DISCARD_PADDING, []):
        if not 0 < (element.size or 0) <= 8:
            kind = FactKind.OVERLONG_VALUE if element.size else FactKind.EMPTY_VALUE
            notes.add(kind, group.offset, text="DiscardPadding")
        elif padding.is_bad(source, element, blocks[0] if blocks else None):
            notes.add(FactKind.DISCARD_PADDING, group.offset)


def _check_additions(
    source: ByteSource, additions: list[Element], group: Element, notes: Notes
) -> None:
    """Note two BlockMore in one BlockAdditions, two of the latter, and an id of 0."""
    for one in additions:
        more = [
            child
            for child in ebml.children(source, one.data_offset, one.end(0))
            if child.id == ebml.BLOCK_MORE
        ]
        if len(more) > 1:
            notes.add(FactKind.SEVERAL_ADDITIONS, group.offset)
        ids = [
            ebml.read_uint(source, child)
            for part in more
            for child in ebml.children(source, part.data_offset, part.end(0))
            if child.id == ebml.BLOCK_ADD_ID
        ]
        if 0 in ids or len(additions) > 1:
            notes.add(FactKind.BLOCK_ADDITIONS, group.offset)
            return
