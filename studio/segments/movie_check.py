"""Whether a fragmented file's moov box is such as browsers' parsers accept.

Chromium refuses a whole file for each of these. Source: its media/formats/mp4/
box_definitions.cc and box_reader.cc; the box layouts of ISO/IEC 14496-12, section 8.
"""

from dataclasses import dataclass, field

from studio.segments.boxes import Box, scan_children
from studio.segments.entry_check import EntryCheck
from studio.segments.model import FactKind, TrackKind
from studio.segments.notes import Notes
from studio.segments.source import ByteSource

_REQUIRED = {
    "moov": ("mvhd",),
    "trak": ("tkhd", "mdia"),
    "mdia": ("mdhd", "hdlr", "minf"),
    "minf": ("stbl",),
    "stbl": ("stsd",),
    "edts": ("elst",),
    "mvex": (),
}
"""The boxes that must stand in each container; every container here is read to its end."""

_LEAST_BYTES = {
    "mvhd": (100, 112),
    "tkhd": (84, 96),
    "mdhd": (24, 36),
    "hdlr": (24, 24),
    "trex": (24, 24),
    "mehd": (8, 12),
    "stsd": (8, 8),
}
"""Least content in versions 0 and 1."""

_FIREFOX_READS = frozenset({"tkhd", "hdlr", "stsd"})
"""Boxes without which, or with a short one of which, Firefox 153 refuses the file (measured)."""

_UNREAD = frozenset({("minf", "hdlr")})
"""Boxes that no browser reads there: QuickTime's second hdlr tells where the data are."""

_KINDS = {b"vide": TrackKind.VIDEO, b"soun": TrackKind.AUDIO}
MAX_TRACKS = 1000


@dataclass(slots=True)
class _Track:
    """What is known of the trak box that is being read."""

    number: int = 0
    place: str = ""
    kind: TrackKind = TrackKind.OTHER
    handler: bytes = b""
    box: Box | None = None
    stsd: Box | None = None
    stsd_place: str = ""


@dataclass(slots=True)
class MovieCheck:
    """Reads one moov box and notes what a browser's parser would stumble over."""

    source: ByteSource
    notes: Notes
    tracks: list[_Track] = field(default_factory=list)

    def check(self, moov: Box) -> None:
        """Look at the whole box."""
        self._container(moov, "moov", _Track())
        seen: dict[int, TrackKind] = {}
        kinds: set[TrackKind] = set()
        for track in self.tracks:
            if track.number in seen:
                same = seen[track.number] is track.kind
                fact = FactKind.DUPLICATE_TRACK if same else FactKind.SHARED_NUMBER
                self._note(fact, track.box or moov, track, place=track.place)
            elif track.kind is not TrackKind.OTHER and track.kind in kinds:
                kind = str(track.kind)
                self._note(
                    FactKind.SEVERAL_TRACKS, track.box or moov, track, text=kind, place=track.place
                )
            seen.setdefault(track.number, track.kind)
            kinds.add(track.kind)

    def _note(
        self, kind: FactKind, box: Box, track: _Track, *, text: str = "", place: str = ""
    ) -> None:
        self.notes.add(kind, box.offset, track=track.number, text=text, place=place)

    def _container(self, box: Box, place: str, track: _Track) -> None:
        children, whole = scan_children(self.source, box.body, box.end)
        fitting = [child for child in children if not child.to_end]
        reached = fitting[-1].end if fitting else box.body
        if not whole:
            kind = FactKind.BROKEN_MOVIE if box.end - reached >= 8 else FactKind.BROKEN_BOX
            self._note(kind, box, track, text=box.type, place=place)
        types = [child.type for child in children]
        for name in _REQUIRED[box.type]:
            if name not in types:
                optional = name == "elst"
                kind = FactKind.BROKEN_BOX if optional else FactKind.MISSING_BOX
                self._note(kind, box, track, text="edts" if optional else name, place=place)
        if box.type == "stbl" and track.kind is not TrackKind.OTHER:
            for name in sorted({"stts", "stsc", "stco"} - {*types}):
                if name != "stco" or "co64" not in types:
                    self._note(FactKind.MISSING_TABLE, box, track, text=name, place=place)
        traks = 0
        for child in children:
            if child.type == "trak":
                traks += 1
                if traks <= MAX_TRACKS:
                    self._trak(child, f"{place}/trak[{traks}]")
            elif child.type in _REQUIRED:
                self._container(child, f"{place}/{child.type}", track)
            elif (box.type, child.type) not in _UNREAD:
                self._leaf(child, f"{place}/{child.type}", track)

    def _trak(self, box: Box, place: str) -> None:
        track = _Track(place=place, box=box)
        self.tracks.append(track)
        self._container(box, place, track)
        if track.stsd is not None and track.kind is not TrackKind.OTHER:
            check = EntryCheck(self.source, self.notes, track.number, track.stsd_place)
            check.check(track.stsd, track.kind)

    def _leaf(self, box: Box, place: str, track: _Track) -> None:
        body = self.source.at(box.body, min(box.end - box.body, 128))
        wide = body[:1] == b"\1"
        least = _LEAST_BYTES.get(box.type, (0, 0))[wide]
        if box.end - box.body < least:
            strict = box.type in _FIREFOX_READS
            kind = FactKind.BROKEN_MOVIE if strict else FactKind.BROKEN_BOX
            self._note(kind, box, track, text=box.type, place=place)
        match box.type:
            case "tkhd":
                track.number = int.from_bytes(body[20 if wide else 12 :][:4], "big")
            case "mvhd" | "mdhd":
                if not int.from_bytes(body[20 if wide else 12 :][:4], "big"):
                    self._note(FactKind.NO_TIMESCALE, box, track, text=box.type, place=place)
            case "hdlr":
                track.kind = _KINDS.get(body[8:12], TrackKind.OTHER)
                self._handler_name(box, place, track)
            case "stsd":
                track.stsd, track.stsd_place = box, place
            case "elst":
                self._edit_list(box, body, place, track)

    def _handler_name(self, box: Box, place: str, track: _Track) -> None:
        """The name ends with a zero or begins with its length; nothing else is accepted."""
        size = box.end - box.body - 24
        if size > 0 and self.source.at(box.end - 1, 1) != b"\0":
            first = self.source.at(box.body + 24, 1)
            if first != bytes([(size - 1) & 0xFF]) or size > 256:
                self._note(FactKind.BROKEN_BOX, box, track, text="hdlr", place=place)

    def _edit_list(self, box: Box, body: bytes, place: str, track: _Track) -> None:
        row = 20 if body[:1] == b"\1" else 12
        count = int.from_bytes(body[4:8], "big")
        if len(body) < 8 or box.end - box.body - 8 < count * row:
            self._note(FactKind.BROKEN_MOVIE, box, track, text="elst", place=place)
