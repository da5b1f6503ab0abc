"""One moof box: what each of its track fragments holds.

Source: ISO/IEC 14496-12, sections 8.8.4 to 8.8.12.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Protocol

from studio.segments.boxes import Box, data_children
from studio.segments.model import FactKind, Track, TrackKind, TrackSpan
from studio.segments.movie import Movie
from studio.segments.notes import Notes
from studio.segments.runs import Run, SampleDefaults, read_run
from studio.segments.source import ByteSource

MAX_MOOF_BYTES = 64 << 20
MAX_TICKS = 1 << 61
"""Higher decode times and offsets are cut off here, so that sums still fit 64 bits."""

MAX_RUN_SAMPLES = 1 << 22

_BASE_DATA_OFFSET = 0x1
_HAS_DESCRIPTION = 0x2
_HAS_DURATION = 0x8
_HAS_SIZE = 0x10
_HAS_FLAGS = 0x20
_DEFAULT_BASE_IS_MOOF = 0x20000


class FrameSink(Protocol):
    """Takes every frame that the readers come across."""

    @property
    def left(self) -> int:
        """How many frames there is still room for."""

    def open(self, movie: Movie, source: ByteSource) -> None:
        """Begin with the tracks of a movie."""

    def mark(self) -> None:
        """A segment begins."""

    def drop(self) -> None:
        """The segment begun last is cut off: forget its frames."""

    def add(self, track: int, segment: int, start: int, decode: int, run: Run) -> None:
        """Take the samples of one run: where its data begins, when decoding does."""


@dataclass(slots=True)
class _Traf:
    """One track fragment on its way: ticks of the track's timescale.

    ``next_data`` is where the next run's data begins unless it says so itself.
    """

    offset: int
    base: int
    track: int = 0
    flags: int = 0
    defaults: SampleDefaults = field(default_factory=SampleDefaults)
    decode_start: int | None = None
    decode: int = 0
    first: int | None = None
    end: int = 0
    frames: int = 0
    keyframes: int = 0
    starts_with_sync: bool = False
    next_data: int = 0
    data_end: int = 0
    offset_known: bool = False


@dataclass(slots=True)
class FragmentReader:
    """Reads moof boxes in file order and remembers where each track stopped decoding."""

    movie: Movie
    notes: Notes
    sink: FrameSink | None = None
    decode_ends: dict[int, int] = field(default_factory=dict)
    tracks: dict[int, Track] = field(init=False)

    def __post_init__(self) -> None:
        self.tracks = {track.number: track for track in self.movie.tracks}

    def read(self, data: bytes, moof: Box, segment: int) -> tuple[list[TrackSpan], int]:
        """Read the bytes of a moof box, segment number ``segment`` of the file.

        Returns:
            the spans of its known tracks, and where the sample data it names ends.
        """
        inside = data_children(data, moof.header_size, len(data))
        trafs = [box for box in inside if box.type == "traf"]
        merged: dict[int, TrackSpan] = {}
        data_end, base = 0, moof.offset
        for box in trafs:
            traf = _Traf(moof.offset + box.offset, base)
            if not self._read_traf(data, box, traf, moof, segment):
                continue
            base = max(base, traf.data_end)
            if traf.first is None:
                continue
            data_end = max(data_end, traf.data_end)
            self._note_traf(traf, len(trafs), self.tracks[traf.track])
            span = self._span(traf, self.tracks[traf.track])
            known = merged.get(span.track)
            merged[span.track] = span if known is None else _joined(known, span)
        return list(merged.values()), data_end

    def _read_traf(self, data: bytes, box: Box, traf: _Traf, moof: Box, segment: int) -> bool:
        for child in data_children(data, box.body, box.end):
            if child.type == "tfhd":
                _read_tfhd(data, child, traf, self.movie, moof)
                if traf.track not in self.tracks:
                    self.notes.add(FactKind.UNKNOWN_TRACK, traf.offset, track=traf.track)
                    return False
                traf.decode = self.decode_ends.get(traf.track, 0)
            elif child.type == "tfdt":
                wide = data[child.body : child.body + 1] == b"\1"
                written = _number(data, child.body + 4, 8 if wide else 4)
                traf.decode_start = min(written, MAX_TICKS)
                traf.decode = traf.decode_start
            elif child.type == "trun" and traf.track in self.tracks:
                self._read_run(data, child, traf, segment)
        return traf.track in self.tracks

    def _read_run(self, data: bytes, box: Box, traf: _Traf, segment: int) -> None:
        room = MAX_RUN_SAMPLES if self.sink is None else self.sink.left + 1
        video = self.tracks[traf.track].kind is TrackKind.VIDEO
        run = read_run(data, box, traf.defaults, room, video=video)
        start = traf.next_data
        if run.data_offset is not None:
            start = max(0, traf.base + run.data_offset)
            traf.offset_known = True
        if run.count == 0:
            return
        if self.sink is not None:
            self.sink.add(traf.track, segment, start, traf.decode, run)
        if traf.frames == 0:
            traf.starts_with_sync = bool(run.keys[0])
        lowest, highest = run.extent(traf.decode)
        traf.first = lowest if traf.first is None else min(traf.first, lowest)
        traf.end = max(traf.end, highest)
        traf.decode += run.duration
        traf.frames += run.count
        traf.keyframes += sum(run.keys)
        traf.next_data = start + run.size
        traf.data_end = max(traf.data_end, traf.next_data)

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
        self.decode_ends[traf.track] = min(traf.decode, MAX_TICKS)

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


def _read_tfhd(data: bytes, box: Box, traf: _Traf, movie: Movie, moof: Box) -> None:
    traf.flags = _number(data, box.body + 1, 3)
    traf.track = _number(data, box.body + 4, 4)
    known = movie.defaults.get(traf.track, SampleDefaults())
    duration, size, flags = known.duration, known.size, known.flags
    position = box.body + 8
    if traf.flags & _BASE_DATA_OFFSET:
        traf.base = min(_number(data, position, 8), MAX_TICKS)
        position += 8
    elif traf.flags & _DEFAULT_BASE_IS_MOOF:
        traf.base = moof.offset
    traf.next_data = traf.base
    description = known.description
    if traf.flags & _HAS_DESCRIPTION:
        description = _number(data, position, 4)
        position += 4
    if traf.flags & _HAS_DURATION:
        duration = _number(data, position, 4)
        position += 4
    if traf.flags & _HAS_SIZE:
        size = _number(data, position, 4)
        position += 4
    if traf.flags & _HAS_FLAGS:
        flags = _number(data, position, 4)
    traf.defaults = SampleDefaults(duration, size, flags, description)
