"""Init and media segments of one track each, out of muxed ones; frames are copied byte for byte.

HLS and DASH list picture and sound apart: dash.js plays no segments with both in one. Times,
edit lists and the tracks' numbers stay as they are.

Source: ISO/IEC 14496-12, section 8.8 (fragments; data offsets count from the moof), RFC 9559.
"""

import io
import struct
from typing import Protocol

from studio.errors import SegmentError
from studio.preview.clusters import blocks_of, clusters_of, read_header
from studio.repair.ebml_writer import element, id_bytes, parsed
from studio.repair.mp4_writer import box, mdat_header
from studio.segments import ebml
from studio.segments.boxes import Box, data_children, read_box
from studio.segments.model import Family
from studio.segments.movie import Movie, read_movie
from studio.segments.notes import Notes
from studio.segments.runs import read_run, written_offset
from studio.segments.source import ByteSource
from studio.segments.track_fragments import BASE_DATA_OFFSET, Traf, read_tfhd

MAX_SAMPLES = 1_000_000
_UNKNOWN_SIZE = b"\x01\xff\xff\xff\xff\xff\xff\xff"
_RUN_OFFSET = 0x1
_ADDRESSED = frozenset({"saio"})
"""Boxes of a traf that name places in the file; what they say would not hold any more."""


class TrackSplitter(Protocol):
    """Takes the segments of one muxed stream apart."""

    def init_of(self, track: int) -> bytes:
        """Return an init segment with this track only."""

    def media_of(self, track: int, data: bytes) -> bytes:
        """Return what media segments hold of a track; empty when that is nothing.

        Raises:
            SegmentError: they are damaged.
        """


def splitter_for(family: Family, init: bytes) -> TrackSplitter:
    """Return who takes the segments of this init segment apart.

    Raises:
        SegmentError: it is damaged.
    """
    return _WebmSplitter(init) if family is Family.WEBM else _Mp4Splitter(init)


class _WebmSplitter:
    def __init__(self, init: bytes) -> None:
        self._info = b""
        self._entries: dict[int, bytes] = {}
        self._head = b""
        at = 0
        while (header := read_header(init, at)) is not None:
            begin = at + header.size
            end = len(init) if header.data_size is None else begin + header.data_size
            if header.id == ebml.EBML:
                self._head = init[at:end]
            elif header.id == ebml.INFO:
                self._info = init[at:end]
            elif header.id == ebml.TRACKS:
                self._entries = _entries_of(init[begin:end])
            at = begin if header.id == ebml.SEGMENT else end
        if not (self._head and self._info and self._entries):
            raise _damaged("no header")

    def init_of(self, track: int) -> bytes:
        tracks = element(ebml.TRACKS, element(ebml.TRACK_ENTRY, self._entries[track]))
        return self._head + id_bytes(ebml.SEGMENT) + _UNKNOWN_SIZE + self._info + tracks

    def media_of(self, track: int, data: bytes) -> bytes:
        parts: list[bytes] = []
        at = 0
        while (header := read_header(data, at)) is not None:
            begin = at + header.size
            end = len(data) if header.data_size is None else begin + header.data_size
            if header.id == ebml.CLUSTER:
                own = [block for block in blocks_of(data[begin:end]) if block.track == track]
                parts += clusters_of(own, track)
            at = end
        return b"".join(parts)


def _entries_of(tracks: bytes) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    for kind, body in parsed(tracks):
        if kind == ebml.TRACK_ENTRY:
            number = dict(parsed(body)).get(ebml.TRACK_NUMBER, b"")
            found.setdefault(int.from_bytes(number, "big"), body)
    return found


class _Mp4Splitter:
    def __init__(self, init: bytes) -> None:
        self._init = init
        source = ByteSource(io.BytesIO(init), len(init))
        self._moov = _find(source, len(init), "moov")
        self._movie = read_movie(source, self._moov, Notes())

    def init_of(self, track: int) -> bytes:
        kept = []
        for part in data_children(self._init, self._moov.body, self._moov.end):
            if part.type == "mvex":
                kept.append(self._mvex(part, track))
            elif part.type != "trak" or self._number_of(part) == track:
                kept.append(self._init[part.offset : part.end])
        head = self._init[: self._moov.offset]
        return _without_index(head) + box("moov", *kept)

    def media_of(self, track: int, data: bytes) -> bytes:
        source = ByteSource(io.BytesIO(data), len(data))
        parts: list[bytes] = []
        at = 0
        while (found := read_box(source, at, len(data))) is not None and found.end <= len(data):
            if found.type == "moof":
                parts.append(_fragment(data, found, track, self._movie))
            at = found.end
        return b"".join(parts)

    def _mvex(self, mvex: Box, track: int) -> bytes:
        inside = data_children(self._init, mvex.body, mvex.end)
        return box(
            "mvex",
            *(
                self._init[part.offset : part.end]
                for part in inside
                if part.type != "trex" or _word(self._init, part.body + 4) == track
            ),
        )

    def _number_of(self, trak: Box) -> int:
        for part in data_children(self._init, trak.body, trak.end):
            if part.type == "tkhd":
                return _word(self._init, part.body + (20 if self._init[part.body] == 1 else 12))
        return 0


def _fragment(data: bytes, moof: Box, track: int, movie: Movie) -> bytes:
    """Return one fragment's moof and mdat with this track only; empty when it has none."""
    head, trafs, media = b"", [], []
    size = 0
    for part in data_children(data, moof.body, moof.end):
        if part.type == "mfhd":
            head = data[part.offset : part.end]
        if part.type != "traf":
            continue
        for written, own in _traf(data, part, moof, movie, track):
            trafs.append((written, size))
            media.append(own)
            size += len(own)
    if not size:
        return b""
    length = 8 + len(head) + sum(len(_placed(written, 0)) for written, _ in trafs)
    moved = [_placed(written, length + 8 + before) for written, before in trafs]
    return box("moof", head, *moved) + mdat_header(size) + b"".join(media)


def _traf(
    data: bytes, box_: Box, moof: Box, movie: Movie, track: int
) -> list[tuple[list[tuple[bytes, int | None]], bytes]]:
    """Return a traf of this track as its boxes (a run with where its data stands) and its data."""
    traf = Traf(box_, 0, moof.offset)
    parts: list[tuple[bytes, int | None]] = []
    media: list[bytes] = []
    size = 0
    for part in data_children(data, box_.body, box_.end):
        if part.type == "tfhd":
            read_tfhd(data, part, traf, movie, moof)
            if traf.track != track:
                return []
            if traf.flags & BASE_DATA_OFFSET:
                raise _damaged("base-data-offset")
        if part.type == "trun":
            run = read_run(data, part, traf.defaults, MAX_SAMPLES, video=True)
            written = written_offset(data, part)
            begin = traf.next_data if written is None else moof.offset + written
            length = sum(run.sizes) if run.sizes is not None else run.count * traf.defaults.size
            if begin < 0 or begin + length > len(data):
                raise _damaged("a run outside its data")
            traf.next_data = begin + length
            parts.append((_with_offset(data, part), size))
            media.append(data[begin : begin + length])
            size += length
        elif part.type not in _ADDRESSED:
            parts.append((data[part.offset : part.end], None))
    return [(parts, b"".join(media))]


def _with_offset(data: bytes, trun: Box) -> bytes:
    """Return a run that has room for its data offset."""
    flags = int.from_bytes(data[trun.body + 1 : trun.body + 4], "big")
    if flags & _RUN_OFFSET:
        return data[trun.offset : trun.end]
    head = data[trun.body : trun.body + 1] + (flags | _RUN_OFFSET).to_bytes(3, "big")
    count = data[trun.body + 4 : trun.body + 8]
    return box("trun", head, count, bytes(4), data[trun.body + 8 : trun.end])


def _placed(parts: list[tuple[bytes, int | None]], base: int) -> bytes:
    """Return the traf of these boxes whose media begins at ``base``, counted from the moof."""
    kept = [
        whole if place is None else whole[:16] + struct.pack(">i", base + place) + whole[20:]
        for whole, place in parts
    ]
    return box("traf", *kept)


def _without_index(head: bytes) -> bytes:
    """Return what stands before the moov, without an index of bytes that are no more."""
    return b"".join(
        head[part.offset : part.end]
        for part in data_children(head, 0, len(head))
        if part.type not in ("sidx", "ssix")
    )


def _find(source: ByteSource, end: int, name: str) -> Box:
    at = 0
    while (found := read_box(source, at, end)) is not None and found.end <= end:
        if found.type == name:
            return found
        at = found.end
    raise _damaged(f"no {name}")


def _word(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")


def _damaged(detail: str) -> SegmentError:
    return SegmentError("The stream's segments cannot be read.", detail=detail)
