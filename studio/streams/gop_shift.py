"""Media segments at other times: the same bytes but for the times written in them."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from io import BytesIO

from studio.preview.clusters import read_header
from studio.segments import ebml
from studio.segments.boxes import Box, data_children
from studio.segments.matroska import DEFAULT_TIMESTAMP_SCALE_NS
from studio.segments.movie import Movie, read_movie
from studio.segments.notes import Notes
from studio.segments.source import ByteSource
from studio.streams.feed import LiveInit
from studio.streams.gop_model import unreadable

_HEADER_BYTES = 8

Shift = Callable[[bytes, Fraction], bytes]
"""Gets a media segment and seconds; the times of the result lie later by so much."""


def shift_for(init: LiveInit) -> Shift:
    """Return what moves the segments that belong to an init segment.

    Raises:
        SegmentError: it cannot be read.
    """
    if init.suffix == ".webm":
        scale_ns = _scale_of(init.data)
        return lambda data, by_s: _shifted_clusters(data, round(by_s * 10**9 / scale_ns))
    movie = movie_of(init.data)
    return lambda data, by_s: _shifted_fragments(data, by_s, movie)


def first_time_s(init: LiveInit, data: bytes, start_s: Fraction) -> Fraction:
    """Return the lowest time written in a segment, which a shift must not move below 0.

    Args:
        init: its init segment.
        data: the segment.
        start_s: when it is said to begin; that of a WebM.
    """
    if init.suffix == ".webm":
        return start_s
    movie = movie_of(init.data)
    scales = {track.number: track.timescale for track in movie.tracks}
    times = [
        Fraction(int.from_bytes(data[at : at + width], "big"), scales.get(track, 1))
        for moof in _moofs(data)
        for track, at, width in _decode_times(data, moof)
    ]
    return min(times, default=start_s)


def movie_of(init: bytes) -> Movie:
    """Return what an MP4's init segment says.

    Raises:
        SegmentError: it has no moov box.
    """
    moov = next((box for box in data_children(init, 0, len(init)) if box.type == "moov"), None)
    if moov is None:
        raise unreadable("no moov box")
    return read_movie(ByteSource(BytesIO(init), len(init)), moov, Notes())


def shifted_moof(moof: bytes, by_s: Fraction, movie: Movie) -> bytes:
    """Return a moof whose decode times lie later by some seconds; no byte more or less.

    Raises:
        SegmentError: its fields are too narrow for that.
    """
    return _shifted_fragments(moof, by_s, movie)


def _shifted_fragments(data: bytes, by_s: Fraction, movie: Movie) -> bytes:
    if not by_s:
        return data
    scales = {track.number: track.timescale for track in movie.tracks}
    made = bytearray(data)
    for moof in _moofs(data):
        for track, at, width in _decode_times(data, moof):
            time = int.from_bytes(data[at : at + width], "big")
            moved = max(0, time + round(by_s * scales.get(track, 1)))
            if moved.bit_length() > 8 * width:
                raise unreadable("times have grown too long")
            made[at : at + width] = moved.to_bytes(width, "big")
    return bytes(made)


def _moofs(data: bytes) -> Iterator[Box]:
    return (box for box in data_children(data, 0, len(data)) if box.type == "moof")


def _decode_times(data: bytes, moof: Box) -> Iterator[tuple[int, int, int]]:
    """Yield each track fragment's track, and where its decode time stands, in how many bytes."""
    for traf in data_children(data, moof.body, moof.end):
        if traf.type != "traf":
            continue
        boxes = {box.type: box for box in data_children(data, traf.body, traf.end)}
        if "tfhd" in boxes and "tfdt" in boxes:
            at = boxes["tfhd"].body + 4
            body = boxes["tfdt"].body
            track = int.from_bytes(data[at : at + 4], "big")
            yield track, body + 4, 8 if data[body] == 1 else 4


def _scale_of(init: bytes) -> int:
    """Return the length of a tick in ns."""
    at = 0
    while (header := read_header(init, at)) is not None:
        if header.id in (ebml.SEGMENT, ebml.INFO):
            at += header.size  # go inside
            continue
        if header.data_size is None:
            break
        if header.id == ebml.TIMESTAMP_SCALE:
            begin = at + header.size
            return int.from_bytes(init[begin : begin + header.data_size], "big")
        at += header.size + header.data_size
    return DEFAULT_TIMESTAMP_SCALE_NS


def _shifted_clusters(data: bytes, by_ticks: int) -> bytes:
    if not by_ticks:
        return data
    parts: list[bytes] = []
    at = 0
    while at < len(data):
        header = read_header(data, at)
        if header is None:
            raise unreadable("a cluster that is cut off")
        end = len(data) if header.data_size is None else at + header.size + header.data_size
        body = data[at + header.size : end]
        if header.id == ebml.CLUSTER:
            body = _with_timestamp(body, by_ticks)
        parts += (data[at : at + header.size], body)
        at = end
    return b"".join(parts)


def _with_timestamp(cluster: bytes, by_ticks: int) -> bytes:
    """Return a cluster's data with another time, as many bytes long as before."""
    at = 0
    while (header := read_header(cluster, at)) is not None and header.data_size is not None:
        begin, end = at + header.size, at + header.size + header.data_size
        if header.id == ebml.TIMESTAMP:
            moved = max(0, int.from_bytes(cluster[begin:end], "big") + by_ticks)
            if moved.bit_length() > 8 * header.data_size:
                raise unreadable("times have grown too long")
            return cluster[:begin] + moved.to_bytes(header.data_size, "big") + cluster[end:]
        at = end
    return cluster
