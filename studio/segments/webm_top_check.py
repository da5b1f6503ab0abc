"""What stands directly in a WebM's Segment: its order, sizes, index and header fields."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from studio.segments import ebml
from studio.segments.ebml import Element
from studio.segments.model import FactKind, TrackKind
from studio.segments.notes import Notes
from studio.segments.source import ByteSource
from studio.segments.spans import TrackTally
from studio.segments.webm_schema import TOP

SEARCH_BYTES = 1 << 20
MAX_CUES = 20_000
_ORDER_FAULTS = (FactKind.TRACKS_LATE, FactKind.INFO_ORDER)
_CLUSTER_ID = ebml.CLUSTER.to_bytes(4, "big")
_FIXED_FIELDS = {
    ebml.EBML_READ_VERSION: ("EBMLReadVersion", 1, 1),
    ebml.EBML_MAX_ID_LENGTH: ("EBMLMaxIDLength", 4, 4),
    ebml.DOC_TYPE_READ_VERSION: ("DocTypeReadVersion", 1, 2),
}
"""Header fields and the values that Firefox accepts (measured, 153)."""


class HasOffset(Protocol):
    """Something that begins at an offset."""

    offset: int


@dataclass(slots=True)
class TopOrder:
    """Watches the order of EBML header, Info, Tracks and clusters, as Chromium wants it."""

    info: bool = False
    tracks: bool = False
    awaits_tracks: bool = False
    repeated: bool = False
    repeat_offset: int | None = None

    def see(self, element: Element, notes: Notes) -> None:
        """Take note of the next element of the Segment."""
        name = TOP.get(element.id)
        if name is None:
            offset, text = element.offset, hex(element.id)
            notes.add(FactKind.UNKNOWN_TOP_ELEMENT, offset, text=text, place=f"Segment/{text}")
            return
        if element.id == ebml.EBML:
            self.repeated, self.repeat_offset = True, element.offset
        kind = self._fault(element.id)
        if kind is not None and not any(notes.has(known) for known in _ORDER_FAULTS):
            place = f"Segment/{name}" + ("[1]" if element.id == ebml.CLUSTER else "")
            notes.add(kind, element.offset, text=name, place=place)
        self.awaits_tracks = element.id == ebml.INFO
        self.info |= element.id == ebml.INFO
        self.tracks |= element.id == ebml.TRACKS

    def _fault(self, element_id: int) -> FactKind | None:
        """Tell what is out of order when this element comes next."""
        if element_id == ebml.CLUSTER and not self.tracks:
            return FactKind.TRACKS_LATE
        if self.awaits_tracks != (element_id == ebml.TRACKS):
            return FactKind.INFO_ORDER
        return None

    def repeat(self, tracks: Element, notes: Notes, *, same: bool) -> None:
        """Note a further Tracks element."""
        kind = FactKind.REPEATED_HEADER if same else FactKind.OTHER_HEADER
        offset = tracks.offset if self.repeat_offset is None else self.repeat_offset
        place = "Segment/Tracks[2]" if self.repeat_offset is None else "EBML[2]"
        notes.add(kind, offset, place=place)


def check_ebml_header(source: ByteSource, header: Element, segment: Element, notes: Notes) -> None:
    """Note fields of the EBML header that a browser refuses."""
    for child in ebml.children(source, header.data_offset, header.end(0)):
        value = ebml.read_uint(source, child)
        name, lowest, highest = _FIXED_FIELDS.get(child.id, ("", value, value))
        if child.id == ebml.EBML_MAX_SIZE_LENGTH:
            used = segment.header_size - len(_CLUSTER_ID)
            name, lowest, highest = "EBMLMaxSizeLength", used, 8
        if not lowest <= value <= highest:
            text, place = f"{name} {value}", f"EBML/{name}"
            notes.add(FactKind.EBML_VERSION, child.offset, text=text, place=place)


def note_unknown_size(source: ByteSource, element: Element, notes: Notes) -> None:
    """Note an element of unknown size, which swallows what follows: clusters, or nothing."""
    name = TOP.get(element.id, hex(element.id))
    vital = element.id in (ebml.INFO, ebml.TRACKS)
    swallows = vital or _has_cluster(source, element.data_offset)
    kind = FactKind.UNKNOWN_SIZE if swallows else FactKind.UNKNOWN_SIZE_END
    notes.add(kind, element.offset, text=name, place=f"Segment/{name}")


def _has_cluster(source: ByteSource, start: int) -> bool:
    """Search for a cluster's id in the rest of the file."""
    position = start
    while position < source.size:
        data = source.at(position, SEARCH_BYTES + len(_CLUSTER_ID))
        if _CLUSTER_ID in data:
            return True
        position += SEARCH_BYTES
    return False


def check_cues(
    source: ByteSource, cues: Iterable[Element], base: int, clusters: Sequence[int], notes: Notes
) -> None:
    """Note index entries that point at no cluster; ``base`` is where positions count from."""
    starts = set(clusters)
    for element in cues:
        points = ebml.children(source, element.data_offset, element.end(0))
        for number, point in zip(range(1, MAX_CUES), points, strict=False):
            for position in _positions(source, point):
                if base + position not in starts:
                    place = f"Segment/Cues/CuePoint[{number}]"
                    notes.add(FactKind.CUES_WRONG, point.offset, place=place)


def _positions(source: ByteSource, point: Element) -> Iterable[int]:
    """Yield the cluster positions that one CuePoint names."""
    for part in ebml.children(source, point.data_offset, point.end(0)):
        if part.id == ebml.CUE_TRACK_POSITIONS:
            for child in ebml.children(source, part.data_offset, part.end(0)):
                if child.id == ebml.CUE_CLUSTER_POSITION:
                    yield ebml.read_uint(source, child)


def note_shares(tallies: Iterable[TrackTally], clusters: Sequence[HasOffset], notes: Notes) -> None:
    """Note clusters without a block of a track, and last blocks whose length nobody wrote."""
    for tally in tallies:
        if tally.track.kind is TrackKind.OTHER:
            continue
        number = tally.track.number
        held = set(tally.clusters())
        for index in range(min(held, default=0), max(held, default=0)):
            if index not in held:
                offset, place = clusters[index].offset, f"Segment/Cluster[{index + 1}]"
                notes.add(FactKind.MISSING_TRACK, offset, track=number, place=place)
        for index, offset in tally.unknown_ends():
            place = f"Segment/Cluster[{index + 1}]"
            notes.add(FactKind.UNKNOWN_LAST_DURATION, offset, track=number, place=place)
