"""One moof box in outline: where each track begins and ends, without a look at each frame.

Source: ISO/IEC 14496-12, sections 8.8.4 to 8.8.12 (moof, tfhd, tfdt, trun).
"""

import sys
from array import array
from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate
from math import lcm
from operator import add
from struct import Struct
from typing import NamedTuple

from studio.segments.boxes import read_box
from studio.segments.fragments import MAX_RUN_SAMPLES
from studio.segments.model import Track, TrackKind, TrackSpan
from studio.segments.movie import Movie
from studio.segments.runs import SampleDefaults, is_key
from studio.segments.source import ByteSource
from studio.segments.track_fragments import MAX_TICKS

_BOX_HEAD = Struct(">I4s")
_LONG = Struct(">Q")
_WORD = Struct(">I")
_SIGNED = Struct(">i")
_TWO_WORDS = Struct(">II")

_BASE_DATA_OFFSET = 0x1
_HAS_DESCRIPTION = 0x2
_HAS_DURATION = 0x8
_HAS_FLAGS = 0x20
_HAS_SIZE = 0x10
_RUN_DATA_OFFSET = 0x1
_RUN_FIRST_FLAGS = 0x4
_RUN_DURATION = 0x100
_RUN_SIZE = 0x200
_RUN_FLAGS = 0x400
_RUN_COMPOSITION = 0x800
MAX_HEADERS = 100
"""Different tfhd boxes that are kept; mostly there is one for each track."""

_NOTHING = SampleDefaults()


class Head(NamedTuple):
    """A box's head in the file: as ``Box``, at a third of the price."""

    type: bytes
    offset: int
    header_size: int
    size: int

    @property
    def end(self) -> int:
        """Where the box ends."""
        return self.offset + self.size


def read_head(source: ByteSource, offset: int) -> Head | None:
    """Read a box's head; None when no valid one stands at ``offset``."""
    data = source.at(offset, 8)
    if len(data) == 8:
        size, name = _BOX_HEAD.unpack(data)
        if size >= 8:
            return Head(name, offset, 8, size)
    box = read_box(source, offset, source.size)  # 64 bits, or to the end
    if box is None:
        return None
    return Head(box.type.encode("latin-1"), offset, box.header_size, box.size)


class Run(NamedTuple):
    """One trun box: first composition time and highest end in ticks from its decode start.

    ``decode``: ticks of decode time in all. ``flags``: sample flags of its first frame.
    """

    frames: int
    lowest: int
    highest: int
    decode: int
    flags: int


class _Clock:
    """Ticks of one track to exact seconds on the presentation timeline."""

    __slots__ = ("_denominator", "_factor", "_shift")

    def __init__(self, track: Track, shift_s: Fraction) -> None:
        self._denominator = lcm(track.timescale, shift_s.denominator)
        self._factor = self._denominator // track.timescale
        self._shift = shift_s.numerator * (self._denominator // shift_s.denominator)

    def seconds(self, ticks: int) -> Fraction:
        return Fraction(ticks * self._factor + self._shift, self._denominator)


class _Part:
    """What one moof holds of one track, in ticks; several trafs are joined."""

    __slots__ = ("end", "first", "starts_with_sync")

    def __init__(self) -> None:
        self.first: int | None = None
        self.end = 0
        self.starts_with_sync = False

    def add(self, decode: int, run: Run, *, video: bool) -> None:
        """Add a run whose decoding begins at ``decode``."""
        first, end = decode + run.lowest, decode + run.highest
        if self.first is None:
            self.first, self.end = first, end
            self.starts_with_sync = is_key(run.flags, video=video)
        else:
            self.first = min(self.first, first)
            self.end = max(self.end, end)


class MoofOutliner:
    """Reads moof boxes in file order and remembers where each track stopped decoding."""

    __slots__ = ("_clocks", "_defaults", "_headers", "_videos", "decode_ends")

    def __init__(self, movie: Movie) -> None:
        self._clocks = {t.number: _Clock(t, movie.shift_s(t)) for t in movie.tracks}
        self._videos = {t.number for t in movie.tracks if t.kind is TrackKind.VIDEO}
        self._defaults = movie.defaults
        self._headers: dict[bytes, tuple[int, SampleDefaults]] = {}
        self.decode_ends: dict[int, int] = {}

    def spans(self, data: bytes, start: int, end: int) -> tuple[TrackSpan, ...]:
        """Return what the moof whose content is ``data[start:end]`` holds of each track."""
        parts: dict[int, _Part] = {}
        for name, body, stop in boxes(data, start, end):
            if name == b"traf":
                self._read_traf(data, body, stop, parts)
        clocks = self._clocks
        return tuple(
            TrackSpan(
                number,
                clocks[number].seconds(part.first),
                clocks[number].seconds(part.end),
                0,
                part.starts_with_sync,
                0,
            )
            for number, part in parts.items()
            if part.first is not None
        )

    def _read_traf(self, data: bytes, start: int, end: int, parts: dict[int, _Part]) -> None:
        track, decode, defaults = 0, 0, _NOTHING
        part: _Part | None = None
        has_frames = False
        for name, body, stop in boxes(data, start, end):
            if name == b"trun" and part is not None:
                run = read_run(data, body, stop, defaults)
                if run.frames:
                    has_frames = True
                    part.add(decode, run, video=track in self._videos)
                    decode += run.decode
            elif name == b"tfdt":
                wide = data[body : body + 1] == b"\1"
                written = int.from_bytes(data[body + 4 : body + (12 if wide else 8)], "big")
                decode = min(written, MAX_TICKS)
            elif name == b"tfhd":
                track, defaults = self._header(data, body, stop)
                if track not in self._clocks:
                    return
                decode = self.decode_ends.get(track, 0)
                part = parts.setdefault(track, _Part())
        if has_frames:
            self.decode_ends[track] = min(decode, MAX_TICKS)

    def _header(self, data: bytes, body: int, stop: int) -> tuple[int, SampleDefaults]:
        """Read a tfhd box; the same one stands in front of every fragment of a track."""
        header = data[body:stop]
        found = self._headers.get(header)
        if found is None:
            found = read_header(data, body, self._defaults)
            if len(self._headers) < MAX_HEADERS:
                self._headers[header] = found
        return found


def boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Yield type, begin of the content and end of each whole box in ``data[start:end]``."""
    position = start
    while position + 8 <= end:
        size, name = _BOX_HEAD.unpack_from(data, position)
        body = position + 8
        if size == 1 and position + 16 <= end:
            size = _LONG.unpack_from(data, body)[0]
            body += 8
        elif size == 0:
            size = end - position
        stop = position + size
        if stop < body or stop > end:
            return
        yield name, body, stop
        position = stop


def read_header(
    data: bytes, body: int, known: dict[int, SampleDefaults]
) -> tuple[int, SampleDefaults]:
    """Read a tfhd box: its track, and what samples have when a trun does not say."""
    if body + 8 > len(data):
        return 0, _NOTHING
    flags, track = _TWO_WORDS.unpack_from(data, body)
    defaults = known.get(track, _NOTHING)
    if not flags & (_HAS_DURATION | _HAS_SIZE | _HAS_FLAGS):
        return track, defaults
    position = body + 8
    position += 8 * bool(flags & _BASE_DATA_OFFSET) + 4 * bool(flags & _HAS_DESCRIPTION)
    values = [defaults.duration, defaults.size, defaults.flags]
    for index, bit in enumerate((_HAS_DURATION, _HAS_SIZE, _HAS_FLAGS)):
        if flags & bit:
            values[index] = int.from_bytes(data[position : position + 4], "big")
            position += 4
    return track, SampleDefaults(values[0], values[1], values[2], defaults.description)


_NO_RUN = Run(0, 0, 0, 0, 0)


def read_run(data: bytes, body: int, end: int, defaults: SampleDefaults) -> Run:
    """Read a trun box whose content is ``data[body:end]``."""
    if body + 8 > end:
        return _NO_RUN
    flags, count = _TWO_WORDS.unpack_from(data, body)
    position = body + 8 + 4 * bool(flags & _RUN_DATA_OFFSET)
    first_flags = defaults.flags
    has_first_flags = flags & _RUN_FIRST_FLAGS and position + 4 <= end
    if has_first_flags:
        first_flags = _WORD.unpack_from(data, position)[0]
    position += 4 * bool(flags & _RUN_FIRST_FLAGS)
    width = (flags >> 8 & 0xF).bit_count()
    count = min(count, MAX_RUN_SAMPLES)
    if width:
        count = min(count, max(0, end - position) // (4 * width))
    if count <= 0:
        return _NO_RUN
    table = words(data[position : position + 4 * width * count])
    column = bool(flags & _RUN_DURATION) + bool(flags & _RUN_SIZE)
    if flags & _RUN_FLAGS:
        if not has_first_flags:
            first_flags = table[column]
        column += 1
    durations = table[::width] if flags & _RUN_DURATION else None
    decode = defaults.duration * count if durations is None else sum(durations)
    if not flags & _RUN_COMPOSITION:
        return Run(count, 0, decode, decode, first_flags)
    offsets = array("i", table[column::width].tobytes())  # signed in either version
    lowest, highest = _composition(durations, defaults.duration, offsets)
    return Run(count, lowest, highest, decode, first_flags)


def words(data: bytes) -> "array[int]":
    """Return big-endian 32-bit numbers."""
    table = array("I", data)
    if sys.byteorder == "little":
        table.byteswap()
    return table


def _composition(
    durations: "array[int] | None", duration: int, offsets: "array[int]"
) -> tuple[int, int]:
    """Return the lowest start and the highest end, in ticks from the run's decode start."""
    if durations is None:
        steps = range(0, duration * len(offsets), duration) if duration else ()
        starts = list(map(add, steps, offsets)) if duration else list(offsets)
        return min(starts), max(starts) + duration
    starts = list(map(add, accumulate(durations, initial=0), offsets))
    return min(starts), max(map(add, starts, durations))
