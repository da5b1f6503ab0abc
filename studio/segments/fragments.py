"""One moof box: what each of its track fragments holds.

Source: ISO/IEC 14496-12, sections 8.8.4 to 8.8.12.
"""

import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import accumulate
from operator import add

from studio.segments.boxes import Box, data_children
from studio.segments.model import FactKind, Track, TrackSpan
from studio.segments.movie import Movie, SampleDefaults
from studio.segments.notes import Notes

MAX_MOOF_BYTES = 64 << 20
NON_SYNC = 0x10000
"""sample_is_non_sync_sample in a sample's flags."""

_BASE_DATA_OFFSET = 0x1
_HAS_DESCRIPTION = 0x2
_HAS_DURATION = 0x8
_HAS_SIZE = 0x10
_HAS_FLAGS = 0x20
_DEFAULT_BASE_IS_MOOF = 0x20000
_RUN_DATA_OFFSET = 0x1
_RUN_FIRST_FLAGS = 0x4
_RUN_DURATION = 0x100
_RUN_SIZE = 0x200
_RUN_FLAGS = 0x400
_RUN_COMPOSITION = 0x800


@dataclass(slots=True)
class _Traf:
    """One track fragment on its way: ticks of the track's timescale."""

    offset: int
    track: int = 0
    flags: int = 0
    base: int | None = None
    defaults: SampleDefaults = field(default_factory=SampleDefaults)
    decode_start: int | None = None
    decode: int = 0
    first: int | None = None
    end: int = 0
    frames: int = 0
    keyframes: int = 0
    starts_with_sync: bool = False
    data_end: int = 0
    offset_known: bool = False


@dataclass(slots=True)
class FragmentReader:
    """Reads moof boxes in file order and remembers where each track stopped decoding."""

    movie: Movie
    notes: Notes
    decode_ends: dict[int, int] = field(default_factory=dict)
    tracks: dict[int, Track] = field(init=False)

    def __post_init__(self) -> None:
        self.tracks = {track.number: track for track in self.movie.tracks}

    def read(self, data: bytes, offset: int) -> tuple[list[TrackSpan], int]:
        """Read the moof box ``data`` that stands at ``offset`` of the file.

        Returns:
            the spans of its known tracks, and where the sample data it names ends.
        """
        trafs = [box for box in data_children(data, 8, len(data)) if box.type == "traf"]
        tracks = self.tracks
        merged: dict[int, TrackSpan] = {}
        data_end = 0
        for box in trafs:
            traf = self._read_traf(data, box, offset, tracks)
            if traf is None or traf.first is None:
                continue
            data_end = max(data_end, traf.data_end)
            self._note_traf(traf, len(trafs), tracks[traf.track])
            span = self._span(traf, tracks[traf.track])
            known = merged.get(span.track)
            merged[span.track] = span if known is None else _joined(known, span)
        return list(merged.values()), data_end

    def _read_traf(
        self, data: bytes, box: Box, moof_offset: int, tracks: dict[int, Track]
    ) -> _Traf | None:
        traf = _Traf(moof_offset + box.offset)
        for child in data_children(data, box.body, box.end):
            if child.type == "tfhd":
                _read_tfhd(data, child, traf, self.movie)
                if traf.track not in tracks:
                    self.notes.add(FactKind.UNKNOWN_TRACK, traf.offset, track=traf.track)
                    return None
                traf.decode = self.decode_ends.get(traf.track, 0)
            elif child.type == "tfdt":
                wide = data[child.body : child.body + 1] == b"\1"
                traf.decode_start = _number(data, child.body + 4, 8 if wide else 4)
                traf.decode = traf.decode_start
            elif child.type == "trun":
                _read_trun(data, child, traf, moof_offset)
        return traf if traf.track in tracks else None

    def _note_traf(self, traf: _Traf, count: int, track: Track) -> None:
        before = self.decode_ends.get(traf.track)
        start = traf.decode_start
        if start is None:
            self.notes.add(FactKind.NO_DECODE_TIME, traf.offset, track=traf.track)
        elif before is not None and start != before:
            step = Fraction(start - before, track.timescale)
            self.notes.add(FactKind.DECODE_STEP, traf.offset, track=traf.track, value=step)
        if traf.flags & _BASE_DATA_OFFSET:
            self.notes.add(FactKind.BASE_DATA_OFFSET, traf.offset, track=traf.track)
        elif not traf.flags & _DEFAULT_BASE_IS_MOOF and count > 1:
            self.notes.add(FactKind.NO_DEFAULT_BASE, traf.offset, track=traf.track)
        if not traf.offset_known:
            self.notes.add(FactKind.NO_DATA_OFFSET, traf.offset, track=traf.track)
        self.decode_ends[traf.track] = traf.decode

    def _span(self, traf: _Traf, track: Track) -> TrackSpan:
        shift = self.movie.shift_s(track)
        return TrackSpan(
            track=track.number,
            start_s=Fraction(traf.first or 0, track.timescale) + shift,
            end_s=Fraction(traf.end, track.timescale) + shift,
            frames=traf.frames,
            starts_with_keyframe=traf.starts_with_sync,
            keyframes=traf.keyframes,
        )


def _joined(one: TrackSpan, other: TrackSpan) -> TrackSpan:
    """Join two spans of one track in one moof."""
    return TrackSpan(
        one.track,
        min(one.start_s, other.start_s),
        max(one.end_s, other.end_s),
        one.frames + other.frames,
        one.starts_with_keyframe,
        one.keyframes + other.keyframes,
    )


def _number(data: bytes, position: int, count: int) -> int:
    return int.from_bytes(data[position : position + count], "big")


def _read_tfhd(data: bytes, box: Box, traf: _Traf, movie: Movie) -> None:
    traf.flags = _number(data, box.body + 1, 3)
    traf.track = _number(data, box.body + 4, 4)
    known = movie.defaults.get(traf.track, SampleDefaults())
    values = [known.duration, known.size, known.flags]
    position = box.body + 8
    if traf.flags & _BASE_DATA_OFFSET:
        traf.base = _number(data, position, 8)
        position += 8
    if traf.flags & _HAS_DESCRIPTION:
        position += 4
    for index, bit in enumerate((_HAS_DURATION, _HAS_SIZE, _HAS_FLAGS)):
        if traf.flags & bit:
            values[index] = _number(data, position, 4)
            position += 4
    traf.defaults = SampleDefaults(*values)


def _read_trun(data: bytes, box: Box, traf: _Traf, moof_offset: int) -> None:
    flags = _number(data, box.body + 1, 3)
    count = _number(data, box.body + 4, 4)
    position = box.body + 8
    start: int | None = None
    if flags & _RUN_DATA_OFFSET:
        relative = int.from_bytes(data[position : position + 4], "big", signed=True)
        start = (moof_offset if traf.base is None else traf.base) + relative
        traf.offset_known = True
        position += 4
    first_flags: int | None = None
    if flags & _RUN_FIRST_FLAGS:
        first_flags = _number(data, position, 4)
        position += 4
    columns = [flags & bit for bit in (_RUN_DURATION, _RUN_SIZE, _RUN_FLAGS, _RUN_COMPOSITION)]
    width = sum(map(bool, columns))
    if width:
        count = min(count, (box.end - position) // (4 * width))
    if count <= 0:
        return
    table = _table(data[position : position + 4 * width * count])
    lists = _columns(table, columns, width)
    signed = data[box.body : box.body + 1] != b"\0"
    size = _add_samples(traf, count, lists, first_flags, signed=signed)
    if start is not None:
        traf.data_end = max(traf.data_end, start + size)


def _table(data: bytes) -> "array[int]":
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


def _add_samples(
    traf: _Traf,
    count: int,
    columns: list["array[int] | None"],
    first_flags: int | None,
    *,
    signed: bool,
) -> int:
    """Add a run's samples to ``traf`` and return their bytes."""
    durations, sizes, flags, offsets = columns
    first_sync, keyframes = _sync_samples(traf.defaults.flags, count, flags, first_flags)
    if traf.frames == 0:
        traf.starts_with_sync = first_sync
    lowest, highest, after = _times(traf, count, durations, offsets, signed=signed)
    traf.first = lowest if traf.first is None else min(traf.first, lowest)
    traf.end = max(traf.end, highest)
    traf.decode = after
    traf.frames += count
    traf.keyframes += keyframes
    return traf.defaults.size * count if sizes is None else sum(sizes)


def _sync_samples(
    default: int, count: int, flags: "array[int] | None", first_flags: int | None
) -> tuple[bool, int]:
    """Return whether the first sample is a sync sample, and how many are."""
    if flags is not None:
        sync = sum(1 for value in flags if not value & NON_SYNC)
        first = flags[0]
    else:
        sync = 0 if default & NON_SYNC else count
        first = default
    if first_flags is not None:
        sync += bool(first & NON_SYNC) - bool(first_flags & NON_SYNC)
        first = first_flags
    return not first & NON_SYNC, sync


def _times(
    traf: _Traf,
    count: int,
    durations: "array[int] | None",
    offsets: "array[int] | None",
    *,
    signed: bool,
) -> tuple[int, int, int]:
    """Return the lowest start and highest end in composition time, and the decode end."""
    step = traf.defaults.duration
    after = traf.decode + (step * count if durations is None else sum(durations))
    if offsets is None:
        return traf.decode, after, after
    if signed:
        offsets = array("i", offsets.tobytes())
    if durations is None:
        starts = list(map(add, range(0, step * count, step) if step else [0] * count, offsets))
        ends = [start + step for start in starts]
    else:
        decode = accumulate(durations, initial=0)
        starts = list(map(add, decode, offsets))
        ends = list(map(add, starts, durations))
    return traf.decode + min(starts), traf.decode + max(ends), after
