"""The init segment of a repaired MP4: ftyp and moov, from what the source's moov says.

Source: ISO/IEC 14496-12, sections 4.3, 8.2 to 8.5, 8.8.1 to 8.8.3.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from studio.errors import RepairError
from studio.repair import mp4_writer as writer
from studio.repair.mp4_edits import Edit, read_edits
from studio.repair.mp4_entries import entry_boxes
from studio.segments.boxes import Box, file_children, find_path, read_box
from studio.segments.model import TrackKind
from studio.segments.source import ByteSource

MAX_HEADER_BYTES = 1 << 20
"""Longest single box of a moov that is taken over (sample entries, tags)."""
MAX_TOP_LEVEL = 2_000_000

_HANDLERS = {TrackKind.VIDEO: b"vide", TrackKind.AUDIO: b"soun"}
_ENABLED_IN_MOVIE = 3
_FIRST_PACKED_LANGUAGE = 0x400
"""Lower numbers are QuickTime's Macintosh languages."""
_UNDETERMINED = b"\x55\xc4"


@dataclass(frozen=True, slots=True)
class SourceTrack:
    """The boxes of one trak that live on; empty bytes where one is missing."""

    number: int
    kind: TrackKind
    tkhd: bytes
    mdhd: bytes
    hdlr: bytes
    elng: bytes
    media_header: bytes
    entries: tuple[bytes, ...]
    edits: tuple[Edit, ...]

    def numbered(self, number: int) -> "SourceTrack":
        """Return the same track under another number."""
        place = 28 if self.tkhd[8] == 1 else 20
        tkhd = self.tkhd[:place] + struct.pack(">I", number) + self.tkhd[place + 4 :]
        return replace(self, number=number, tkhd=tkhd)


@dataclass(frozen=True, slots=True)
class SourceMovie:
    """What of the source's moov lives on. ``quicktime``: written by that older format's rules."""

    mvhd: bytes
    udta: bytes
    tracks: tuple[SourceTrack, ...]
    quicktime: bool = False


@dataclass(frozen=True, slots=True)
class InitTrack:
    """One track of the init segment: ``media_time`` > 0 hides so many ticks at its start."""

    source: SourceTrack
    entry: bytes
    timescale: int
    media_time: int


def read_source_movie(source: ByteSource) -> SourceMovie:
    """Read the boxes that the repaired file takes over.

    Raises:
        RepairError: there is no moov box.
    """
    quicktime = False
    position = 0
    for _ in range(MAX_TOP_LEVEL):
        found = read_box(source, position, source.size)
        if found is None:
            break
        if found.type == "ftyp":
            quicktime = source.at(found.body, 4) == b"qt  "
        elif found.type == "moov":
            return _read_moov(source, found, quicktime=quicktime)
        position = found.end
    raise RepairError("The file's index (its moov box) is missing.")


def _read_moov(source: ByteSource, moov: Box, *, quicktime: bool) -> SourceMovie:
    mvhd = udta = b""
    tracks = []
    for found in file_children(source, moov.body, moov.end):
        if found.type == "mvhd":
            mvhd = _bytes(source, found)
        elif found.type == "udta":
            udta = _bytes(source, found)
        elif found.type == "trak":
            track = _read_trak(source, found)
            tracks += [track] if track is not None else []
    return SourceMovie(mvhd, udta, tuple(tracks), quicktime)


def _bytes(source: ByteSource, found: Box | None) -> bytes:
    """Return a box with an 8-byte header; nothing when it is missing or far too long."""
    if found is None or found.size > MAX_HEADER_BYTES:
        return b""
    body = source.at(found.body, found.end - found.body)
    return writer.box(found.type, body)


def _read_trak(source: ByteSource, trak: Box) -> SourceTrack | None:
    mdia = find_path(source, trak, "mdia")
    tkhd = _bytes(source, find_path(source, trak, "tkhd"))
    if mdia is None or len(tkhd) < 92:
        return None
    parts = {found.type: found for found in file_children(source, mdia.body, mdia.end)}
    hdlr = _bytes(source, parts.get("hdlr"))
    kind = next((k for k, name in _HANDLERS.items() if hdlr[16:20] == name), TrackKind.OTHER)
    minf = parts.get("minf")
    header = "vmhd" if kind is TrackKind.VIDEO else "smhd"
    stsd = b""
    media_header = b""
    if minf is not None:
        media_header = _bytes(source, find_path(source, minf, header))
        stsd = _bytes(source, find_path(source, minf, "stbl", "stsd"))
    place = 28 if tkhd[8] == 1 else 20
    return SourceTrack(
        number=int.from_bytes(tkhd[place : place + 4], "big"),
        kind=kind,
        tkhd=tkhd,
        mdhd=_bytes(source, parts.get("mdhd")),
        hdlr=hdlr,
        elng=_bytes(source, parts.get("elng")),
        media_header=media_header,
        entries=tuple(entry_boxes(stsd)),
        edits=read_edits(_bytes(source, find_path(source, trak, "edts", "elst"))),
    )


def init_segment(movie: SourceMovie, tracks: Sequence[InitTrack], duration_s: Fraction) -> bytes:
    """Return ftyp and moov; the movie lasts ``duration_s`` and has no samples of its own."""
    timescale = _timescale(movie.mvhd, 12)
    ticks = -int(-duration_s * timescale // 1)
    mehd = writer.full_box("mehd", 1, 0, struct.pack(">Q", ticks))
    trex = [
        writer.full_box("trex", 0, 0, struct.pack(">5I", track.source.number, 1, 0, 0, 0))
        for track in tracks
    ]
    udta = b"" if movie.quicktime else movie.udta
    moov = writer.box(
        "moov",
        _mvhd(movie.mvhd, ticks, max(track.source.number for track in tracks) + 1),
        *(_trak(track) for track in tracks),
        writer.box("mvex", mehd, *trex),
        udta,
    )
    return _ftyp(tracks) + moov


def _ftyp(tracks: Sequence[InitTrack]) -> bytes:
    brands = [b"iso6", b"iso5", b"mp41"]
    if any(track.entry[4:8] == b"av01" for track in tracks):
        brands.append(b"av01")
    return writer.box("ftyp", b"iso6", struct.pack(">I", 0), *brands)


def _timescale(header: bytes, after_times: int) -> int:
    """Return the timescale of an mvhd or mdhd box."""
    place = 8 + (after_times + 8 if header[8:9] == b"\1" else after_times)
    return int.from_bytes(header[place : place + 4], "big") or 1


def _mvhd(source: bytes, ticks: int, next_track: int) -> bytes:
    """Return the movie header with another duration; matrix, rate and times stay."""
    timescale = _timescale(source, 12)
    wide = source[8:9] == b"\1"
    tail = source[8 + (32 if wide else 20) :]
    if len(tail) < 80:
        tail = struct.pack(">IHH8x", 0x10000, 0x100, 0) + _MATRIX + bytes(28)
    tail = tail[:76] + struct.pack(">I", next_track)
    created = source[12:28] if wide else b"".join(
        bytes(4) + source[place : place + 4] for place in (12, 16)
    )  # fmt: skip
    if len(created) < 16:
        created = bytes(16)
    if ticks < 1 << 32:
        times = created[4:8] + created[12:16] + struct.pack(">II", timescale, ticks)
        return writer.full_box("mvhd", 0, 0, times, tail)
    return writer.full_box("mvhd", 1, 0, created, struct.pack(">IQ", timescale, ticks), tail)


_MATRIX = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)


def _trak(track: InitTrack) -> bytes:
    source = track.source
    minf = writer.box("minf", _media_header(source), _DATA_INFORMATION, _sample_tables(track.entry))
    mdia = writer.box("mdia", _mdhd(source.mdhd, track.timescale), _hdlr(source), source.elng, minf)
    return writer.box("trak", _tkhd(source.tkhd), _edts(track.media_time), mdia)


def _tkhd(source: bytes) -> bytes:
    """Return the track header, enabled, with its rotation; the duration is the fragments'."""
    data = bytearray(source)
    data[11] |= _ENABLED_IN_MOVIE
    begin, length = (36, 8) if data[8] == 1 else (28, 4)
    data[begin : begin + length] = bytes(length)
    return bytes(data)


def _edts(media_time: int) -> bytes:
    if media_time == 0:
        return b""
    row = struct.pack(">IQqI", 1, 0, media_time, 0x10000)
    if media_time < 1 << 31:
        row = struct.pack(">IIiI", 1, 0, media_time, 0x10000)
        return writer.box("edts", writer.full_box("elst", 0, 0, row))
    return writer.box("edts", writer.full_box("elst", 1, 0, row))


def _mdhd(source: bytes, timescale: int) -> bytes:
    """Return the media header: language and times stay."""
    wide = source[8:9] == b"\1"
    tail = source[8 + (32 if wide else 20) :][:4].ljust(4, b"\0")
    created = source[16:20] + source[24:28] if wide else source[12:20]
    times = created.ljust(8, b"\0") + struct.pack(">II", timescale, 0)
    if int.from_bytes(tail[:2], "big") < _FIRST_PACKED_LANGUAGE or tail[:2] == b"\x7f\xff":
        tail = _UNDETERMINED + tail[2:]
    return writer.full_box("mdhd", 0, 0, times, tail)


def _hdlr(source: SourceTrack) -> bytes:
    """Return the handler as ISO writes it: no QuickTime component, a C string as name."""
    name = source.hdlr[32:]
    if name and name[0] == len(name) - 1:
        name = name[1:]
    name = name.split(b"\0")[0]
    handler = _HANDLERS[source.kind]
    return writer.full_box("hdlr", 0, 0, bytes(4), handler, bytes(12), name, b"\0")


def _media_header(source: SourceTrack) -> bytes:
    if source.media_header:
        return source.media_header
    if source.kind is TrackKind.VIDEO:
        return writer.full_box("vmhd", 0, 1, bytes(8))
    return writer.full_box("smhd", 0, 0, bytes(4))


_DATA_INFORMATION = writer.box(
    "dinf",
    writer.full_box("dref", 0, 0, struct.pack(">I", 1), writer.full_box("url ", 0, 1)),
)


def _sample_tables(entry: bytes) -> bytes:
    """Return a stbl with one sample entry and no samples."""
    entry = entry[:14] + struct.pack(">H", 1) + entry[16:]
    return writer.box(
        "stbl",
        writer.full_box("stsd", 0, 0, struct.pack(">I", 1), entry),
        writer.full_box("stts", 0, 0, bytes(4)),
        writer.full_box("stsc", 0, 0, bytes(4)),
        writer.full_box("stsz", 0, 0, bytes(8)),
        writer.full_box("stco", 0, 0, bytes(4)),
    )
