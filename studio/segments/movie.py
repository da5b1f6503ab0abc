"""The moov box: tracks, codec configuration, edit lists, fragment defaults.

Source: ISO/IEC 14496-12, section 8; ISO/IEC 14496-15 and -14 for sample entries.
"""

from dataclasses import dataclass, field, replace
from fractions import Fraction

from studio.segments import mime
from studio.segments.boxes import Box, file_children, find_path
from studio.segments.model import FactKind, Track, TrackKind
from studio.segments.notes import Notes
from studio.segments.runs import SampleDefaults
from studio.segments.source import ByteSource

MAX_CONFIG_BYTES = 1 << 16
MAX_EDITS = 1000
MAX_TRACKS = 1000
_KINDS = {"vide": TrackKind.VIDEO, "soun": TrackKind.AUDIO}
_AUDIO_HEADER_EXTRA = {1: 16, 2: 36}
"""Additional bytes of QuickTime's version 1 and 2 sound sample entries."""


@dataclass(slots=True)
class Movie:
    """What the moov box says."""

    tracks: list[Track] = field(default_factory=list)
    sample_boxes: list[Box] = field(default_factory=list)
    """The stbl box of each track in ``tracks``."""
    defaults: dict[int, SampleDefaults] = field(default_factory=dict)
    trexes: dict[int, int] = field(default_factory=dict)
    """Where each track's trex stands."""
    edit_boxes: dict[int, tuple[int, str]] = field(default_factory=dict)
    """Where each track's elst stands, and the path to it."""
    timescale: int = 1
    duration: int = 0
    fragment_duration: int = 0
    fragmented: bool = False

    @property
    def duration_s(self) -> Fraction | None:
        """The declared duration in seconds; None for 0 or "unknown" (all ones)."""
        ticks = self.fragment_duration or self.duration
        if ticks in (0, 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF):
            return None
        return Fraction(ticks, self.timescale)

    def shift_s(self, track: Track) -> Fraction:
        """What the edit list adds to the track's composition times, in seconds.

        An empty edit first delays; of the others the first one that plays counts, as in
        browsers.
        """
        delay = 0
        for duration, media_time in track.edits:
            if media_time >= 0:
                start = Fraction(media_time, track.timescale)
                return Fraction(delay, self.timescale) - start
            delay += duration
        return Fraction(delay, self.timescale)


class _Reader:
    """Reads big-endian numbers at offsets; what is missing reads as 0."""

    __slots__ = ("_source",)

    def __init__(self, source: ByteSource) -> None:
        self._source = source

    def number(self, offset: int, count: int) -> int:
        return int.from_bytes(self._source.at(offset, count), "big")


def read_movie(source: ByteSource, moov: Box, notes: Notes) -> Movie:
    """Read a moov box; of the sample tables only the counts are looked at."""
    movie = Movie()
    numbers = _Reader(source)
    traks: list[Box] = []
    for box in file_children(source, moov.body, moov.end):
        if box.type == "mvhd":
            wide = numbers.number(box.body, 1) == 1
            movie.timescale = numbers.number(box.body + (20 if wide else 12), 4) or 1
            movie.duration = numbers.number(box.body + (24 if wide else 16), 8 if wide else 4)
        elif box.type == "mvex":
            _read_mvex(source, box, movie, notes)
        elif box.type == "trak":
            traks.append(box)
    for number, trak in enumerate(traks[:MAX_TRACKS], 1):
        _read_trak(source, trak, movie, notes, f"moov/trak[{number}]")
    return movie


def _read_mvex(source: ByteSource, mvex: Box, movie: Movie, notes: Notes) -> None:
    movie.fragmented = True
    numbers = _Reader(source)
    for box in file_children(source, mvex.body, mvex.end):
        if box.type == "trex":
            track, description, duration, size, flags = (
                numbers.number(box.body + 4 + 4 * position, 4) for position in range(5)
            )
            movie.defaults.setdefault(track, SampleDefaults(duration, size, flags, description))
            movie.trexes.setdefault(track, box.offset)
            if description == 0:
                place = "moov/mvex/trex"
                notes.add(FactKind.TREX_DESCRIPTION, box.offset, track=track, place=place)
        elif box.type == "mehd":
            count = 8 if numbers.number(box.body, 1) == 1 else 4
            movie.fragment_duration = numbers.number(box.body + 4, count)


def _read_trak(source: ByteSource, trak: Box, movie: Movie, notes: Notes, place: str) -> None:
    tkhd = find_path(source, trak, "tkhd")
    mdia = find_path(source, trak, "mdia")
    if tkhd is None or mdia is None:
        return
    numbers = _Reader(source)
    wide = numbers.number(tkhd.body, 1) == 1
    number = numbers.number(tkhd.body + (20 if wide else 12), 4)
    mdhd, hdlr = find_path(source, mdia, "mdhd"), find_path(source, mdia, "hdlr")
    stbl = find_path(source, mdia, "minf", "stbl")
    if mdhd is None or hdlr is None or stbl is None:
        return
    wide = numbers.number(mdhd.body, 1) == 1
    timescale = numbers.number(mdhd.body + (20 if wide else 12), 4) or 1
    handler = source.at(hdlr.body + 8, 4).decode("latin-1")
    kind = _KINDS.get(handler, TrackKind.OTHER)
    elst = find_path(source, trak, "edts", "elst")
    edits = _read_edits(source, elst)
    track = Track(number, kind, "", "", timescale, edits=edits)
    stsd = find_path(source, stbl, "stsd")
    if stsd is not None:
        track = _read_entry(source, stsd, track)
    movie.tracks.append(track)
    movie.sample_boxes.append(stbl)
    if elst is not None:
        movie.edit_boxes.setdefault(number, (elst.offset, f"{place}/edts/elst"))
        _note_edits(source, elst, track, movie, notes, place=f"{place}/edts/elst")
    if movie.fragmented:
        if number not in movie.defaults:
            other = kind is TrackKind.OTHER
            fact = FactKind.NO_TREX_OTHER if other else FactKind.NO_TREX
            notes.add(fact, trak.offset, track=number, place=place)
        elif stsd is not None:
            _note_description(source, stsd, number, movie, notes)
        _note_samples(source, stbl, number, notes, f"{place}/mdia/minf/stbl")


def _note_description(
    source: ByteSource, stsd: Box, number: int, movie: Movie, notes: Notes
) -> None:
    """Note a default sample description that the track does not have."""
    count = int.from_bytes(source.at(stsd.body + 4, 4), "big")
    if movie.defaults[number].description > count:
        offset = movie.trexes[number]
        notes.add(FactKind.HIGH_DESCRIPTION, offset, track=number, place="moov/mvex/trex")


def _note_samples(source: ByteSource, stbl: Box, number: int, notes: Notes, place: str) -> None:
    """Note the first table that lists samples in the moov box of a fragmented file."""
    for name, at in (("stts", 4), ("stsc", 4), ("stco", 4), ("co64", 4), ("stsz", 8)):
        box = find_path(source, stbl, name)
        if box is not None and int.from_bytes(source.at(box.body + at, 4), "big"):
            notes.add(FactKind.MOOV_SAMPLES, box.offset, track=number, place=f"{place}/{name}")
            return


def _note_edits(
    source: ByteSource, elst: Box, track: Track, movie: Movie, notes: Notes, *, place: str
) -> None:
    """Note what of an edit list browsers take differently."""
    number = track.number
    empty = sum(duration for duration, media_time in track.edits if media_time < 0)
    if empty:
        delay = Fraction(empty, movie.timescale)
        notes.add(FactKind.EMPTY_EDIT, elst.offset, track=number, value=delay, place=place)
    if sum(media_time >= 0 for _, media_time in track.edits) > 1:
        notes.add(FactKind.SEVERAL_EDITS, elst.offset, track=number, place=place)
    row = 20 if source.at(elst.body, 1) == b"\1" else 12
    for position in range(len(track.edits)):
        if source.at(elst.body + 8 + (position + 1) * row - 4, 4) != b"\0\1\0\0":
            notes.add(FactKind.EDIT_RATE, elst.offset, track=number, place=place)
            return


def _read_edits(source: ByteSource, elst: Box | None) -> tuple[tuple[int, int], ...]:
    if elst is None:
        return ()
    wide = source.at(elst.body, 1) == b"\1"
    length = 8 if wide else 4
    count = int.from_bytes(source.at(elst.body + 4, 4), "big")
    row = 2 * length + 4
    room = (elst.end - elst.body - 8) // row
    edits = []
    for position in range(min(count, room, MAX_EDITS)):
        data = source.at(elst.body + 8 + position * row, 2 * length)
        duration = int.from_bytes(data[:length], "big")
        edits.append((duration, int.from_bytes(data[length:], "big", signed=True)))
    return tuple(edits)


def _read_entry(source: ByteSource, stsd: Box, track: Track) -> Track:
    """Read the first sample entry: codec, size or sound format."""
    entry = next(file_children(source, stsd.body + 8, stsd.end), None)
    if entry is None:
        return track
    numbers = _Reader(source)
    if track.kind is TrackKind.VIDEO:
        boxes = _config_boxes(source, entry, 78)
        width, height = numbers.number(entry.body + 24, 2), numbers.number(entry.body + 26, 2)
        track = replace(track, width=width, height=height)
    elif track.kind is TrackKind.AUDIO:
        version = numbers.number(entry.body + 8, 2)
        boxes = _config_boxes(source, entry, 28 + _AUDIO_HEADER_EXTRA.get(version, 0))
        if "wave" in boxes:
            boxes |= {b.type: b for b in file_children(source, boxes["wave"].body, entry.end)}
        rate, channels = numbers.number(entry.body + 24, 2), numbers.number(entry.body + 16, 2)
        track = replace(track, sample_rate=rate, channels=channels)
    else:
        return replace(track, codec_id=entry.type)
    name = _coding_name(source, entry, boxes)
    return replace(track, codec_id=name, codec_string=_codec_string(source, track, name, boxes))


def _config_boxes(source: ByteSource, entry: Box, skip: int) -> dict[str, Box]:
    return {box.type: box for box in file_children(source, entry.body + skip, entry.end)}


def _coding_name(source: ByteSource, entry: Box, boxes: dict[str, Box]) -> str:
    """Return the sample entry's name; of an encrypted one the original format."""
    if entry.type in ("encv", "enca") and "sinf" in boxes:
        frma = find_path(source, boxes["sinf"], "frma")
        if frma is not None:
            return source.at(frma.body, 4).decode("latin-1")
    return entry.type


def _codec_string(source: ByteSource, track: Track, name: str, boxes: dict[str, Box]) -> str:
    def content(box_type: str, skip: int = 0) -> bytes:
        box = boxes.get(box_type)
        if box is None:
            return b""
        return source.at(box.body + skip, max(0, min(box.end - box.body - skip, MAX_CONFIG_BYTES)))

    if name in ("avc1", "avc3"):
        return mime.avc_codec(name, content("avcC"))
    if name in ("hvc1", "hev1"):
        return mime.hevc_codec(name, content("hvcC"))
    if name == "av01":
        return mime.av1_codec(content("av1C"))
    if name in ("vp08", "vp09"):
        return mime.vp_codec(name, content("vpcC", 4), track.width, track.height)
    if name == "mp4a":
        return mime.esds_codec(content("esds", 4))
    return mime.MP4_PLAIN.get(name, "")
