"""A track fragment's header, and what is gathered while its runs are read.

Source: ISO/IEC 14496-12, section 8.8.7.
"""

from dataclasses import dataclass, field

from studio.segments.boxes import Box
from studio.segments.movie import Movie
from studio.segments.runs import SampleDefaults

MAX_TICKS = 1 << 61
"""Higher decode times and offsets are cut off here, so that sums still fit 64 bits."""

BASE_DATA_OFFSET = 0x1
DEFAULT_BASE_IS_MOOF = 0x20000
_HAS_DESCRIPTION = 0x2
_HAS_DURATION = 0x8
_HAS_SIZE = 0x10
_HAS_FLAGS = 0x20


@dataclass(slots=True)
class Traf:
    """One track fragment on its way: ticks of the track's timescale.

    ``next_data`` is where the next run's data begins unless it says so itself.
    """

    box: Box
    number: int
    base: int
    track: int = 0
    flags: int = 0
    defaults: SampleDefaults = field(default_factory=SampleDefaults)
    decode: int = 0
    first: int | None = None
    end: int = 0
    frames: int = 0
    keyframes: int = 0
    starts_with_sync: bool = False
    next_data: int = 0
    data_start: int | None = None
    data_end: int = 0


def number_at(data: bytes, position: int, count: int) -> int:
    """Return a big-endian number of ``count`` bytes; what is missing reads as less."""
    return int.from_bytes(data[position : position + count], "big")


def read_tfhd(data: bytes, box: Box, traf: Traf, movie: Movie, moof: Box) -> None:
    """Read a tfhd box; what it does not say comes from the track's trex."""
    traf.flags = number_at(data, box.body + 1, 3)
    traf.track = number_at(data, box.body + 4, 4)
    known = movie.defaults.get(traf.track, SampleDefaults())
    duration, size, flags = known.duration, known.size, known.flags
    position = box.body + 8
    if traf.flags & BASE_DATA_OFFSET:
        traf.base = min(number_at(data, position, 8), MAX_TICKS)
        position += 8
    elif traf.flags & DEFAULT_BASE_IS_MOOF:
        traf.base = moof.offset
    traf.next_data = traf.base
    description = known.description
    if traf.flags & _HAS_DESCRIPTION:
        description = number_at(data, position, 4)
        position += 4
    if traf.flags & _HAS_DURATION:
        duration = number_at(data, position, 4)
        position += 4
    if traf.flags & _HAS_SIZE:
        size = number_at(data, position, 4)
        position += 4
    if traf.flags & _HAS_FLAGS:
        flags = number_at(data, position, 4)
    traf.defaults = SampleDefaults(duration, size, flags, description)
