"""Track runs (trun): the samples of one fragment as columns of numbers.

Source: ISO/IEC 14496-12, section 8.8.8.
"""

import sys
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, repeat
from operator import add

from studio.segments.boxes import Box

RUN_DATA_OFFSET = 0x1
_RUN_FIRST_FLAGS = 0x4
_RUN_DURATION = 0x100
_RUN_SIZE = 0x200
_RUN_FLAGS = 0x400
_RUN_COMPOSITION = 0x800

NON_SYNC = 0x10000
"""sample_is_non_sync_sample in a sample's flags."""

DEPENDS = 0x1000000
"""The lower bit of sample_depends_on: 1 "depends on others" (or 3, which is reserved)."""

_CLEAR_BIT_0 = bytes(1 - (value & 1) for value in range(256))


@dataclass(frozen=True, slots=True)
class SampleDefaults:
    """A trex box, or what tfhd makes of it: what a sample has when its run does not say."""

    duration: int = 0
    size: int = 0
    flags: int = 0
    description: int = 1


@dataclass(frozen=True, slots=True)
class Run:
    """One trun box: ``count`` samples; a column is None where every sample has the default.

    ``data_offset`` is as written, None when it is not; ``keys`` has 1 for each sample at
    which decoding can begin; ``reserved`` tells that a sample_depends_on is 3.
    """

    count: int
    data_offset: int | None
    defaults: SampleDefaults
    durations: "array[int] | None"
    sizes: "array[int] | None"
    offsets: "array[int] | None"
    keys: bytes
    reserved: bool = False
    missing: int = 0
    """Samples it announces and has no rows for."""

    @property
    def duration(self) -> int:
        """Ticks of all samples together."""
        if self.durations is None:
            return self.defaults.duration * self.count
        return sum(self.durations)

    @property
    def size(self) -> int:
        """Bytes of all samples together."""
        return self.defaults.size * self.count if self.sizes is None else sum(self.sizes)

    @property
    def has_empty(self) -> bool:
        """Whether a sample has no bytes."""
        return self.defaults.size == 0 if self.sizes is None else 0 in self.sizes

    @property
    def frames(self) -> int:
        """How many samples have bytes; browsers skip the others."""
        if not self.has_empty:
            return self.count
        return 0 if self.sizes is None else sum(map(bool, self.sizes))

    @property
    def full_keys(self) -> int:
        """How many samples with bytes are keyframes."""
        return sum(compress(self.keys, self.all_sizes()))

    def all_durations(self) -> Iterable[int]:
        """Return the duration of each sample, in ticks."""
        if self.durations is None:
            return repeat(self.defaults.duration, self.count)
        return self.durations

    def all_sizes(self) -> Iterable[int]:
        """Return the size of each sample, in bytes."""
        return repeat(self.defaults.size, self.count) if self.sizes is None else self.sizes

    def decode_times(self, start: int) -> "array[int]":
        """Return when each sample is decoded, in ticks, the first at ``start``."""
        times = array("q", accumulate(self.all_durations(), initial=start))
        times.pop()
        return times

    def times(self, decode_times: Sequence[int]) -> Iterable[int]:
        """Return the composition time of each sample, in ticks."""
        return decode_times if self.offsets is None else map(add, decode_times, self.offsets)

    def extent(self, start: int) -> tuple[int, int]:
        """Return the lowest start and highest end in composition time, in ticks."""
        if self.offsets is None:
            return start, start + self.duration
        starts = array("q", self.times(self.decode_times(start)))
        return min(starts), max(map(add, starts, self.all_durations()))


def written_offset(data: bytes, box: Box) -> int | None:
    """Return the data offset of a trun box, None when it has none."""
    if not _number(data, box.body + 1, 3) & RUN_DATA_OFFSET:
        return None
    return int.from_bytes(data[box.body + 8 : box.body + 12], "big", signed=True)


def read_run(
    data: bytes, box: Box, defaults: SampleDefaults, max_count: int, *, video: bool
) -> Run:
    """Read a trun box; the samples beyond its rows, or beyond ``max_count``, are left out.

    A picture counts as a place to start when it is a sync sample that depends on no other
    one, as in Chromium, Firefox and ffmpeg. Composition offsets are signed in either
    version, as all of them read them.
    """
    flags = _number(data, box.body + 1, 3)
    announced = count = _number(data, box.body + 4, 4)
    position = box.body + 8
    data_offset: int | None = None
    if flags & RUN_DATA_OFFSET:
        data_offset = int.from_bytes(data[position : position + 4], "big", signed=True)
        position += 4
    first_flags: int | None = None
    if flags & _RUN_FIRST_FLAGS:
        first_flags = _number(data, position, 4)
        position += 4
    present = [flags & bit for bit in (_RUN_DURATION, _RUN_SIZE, _RUN_FLAGS, _RUN_COMPOSITION)]
    width = sum(map(bool, present))
    count = min(count, max_count)
    if width:
        count = min(count, max(0, box.end - position) // (4 * width))
    rows = data[position : position + 4 * width * count]
    table = _big_endian(rows)
    durations, sizes, own_flags, offsets = _columns(table, present, width)
    place = 4 * (bool(present[0]) + bool(present[1]))
    own = rows[place:] if own_flags is not None else b""
    keys = _keys(own, width, count, (defaults.flags, first_flags), video=video)
    return Run(
        count,
        data_offset,
        defaults,
        durations,
        sizes,
        None if offsets is None else array("i", offsets.tobytes()),
        keys,
        _has_reserved(own_flags, defaults.flags, first_flags, count),
        announced - count,
    )


def _number(data: bytes, position: int, count: int) -> int:
    return int.from_bytes(data[position : position + count], "big")


def _big_endian(data: bytes) -> "array[int]":
    """Return big-endian 32-bit numbers."""
    table = array("I", data)
    if sys.byteorder == "little":
        table.byteswap()
    return table


def _columns(table: "array[int]", present: Sequence[int], width: int) -> list["array[int] | None"]:
    """Split a trun's rows into durations, sizes, flags and composition offsets."""
    columns: list[array[int] | None] = []
    index = 0
    for bit in present:
        columns.append(table[index::width] if bit else None)
        index += bool(bit)
    return columns


def is_key(flags: int, *, video: bool) -> bool:
    """Tell whether decoding can begin at a sample with these flags."""
    return not flags & (NON_SYNC | DEPENDS if video else NON_SYNC)


def _keys(
    rows: bytes, width: int, count: int, other: tuple[int, int | None], *, video: bool
) -> bytes:
    """Return 1 or 0 for each sample.

    ``rows`` begins at the first sample's flags, empty when they have none of their own;
    ``other`` are the default flags and those of the first sample.
    """
    default, first_flags = other
    if rows:
        keys = rows[1 :: 4 * width].translate(_CLEAR_BIT_0)[:count]
        if video:
            free = rows[:: 4 * width].translate(_CLEAR_BIT_0)[:count]
            both = int.from_bytes(keys, "big") & int.from_bytes(free, "big")
            keys = both.to_bytes(count, "big")
    else:
        keys = (b"\1" if is_key(default, video=video) else b"\0") * count
    if first_flags is not None and count:
        keys = (b"\1" if is_key(first_flags, video=video) else b"\0") + keys[1:]
    return keys


def _has_reserved(
    flags: "array[int] | None", default: int, first_flags: int | None, count: int
) -> bool:
    """Tell whether a sample's sample_depends_on is 3, which is reserved."""
    if count == 0:
        return False
    if first_flags is not None and first_flags >> 24 & 3 == 3:
        return True
    if flags is None:
        return default >> 24 & 3 == 3 and (first_flags is None or count > 1)
    if max(flags) < 3 << 24:
        return False
    rest = flags if first_flags is None else flags[1:]
    return any(value >> 24 & 3 == 3 for value in rest)
