"""One moof box: what each of its track fragments holds.

Source: ISO/IEC 14496-12, sections 8.8.4 to 8.8.12.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Protocol

from studio.segments.boxes import Box, data_children
from studio.segments.model import FactKind, Track, TrackKind, TrackSpan
from studio.segments.movie import Movie
from studio.segments.notes import Notes
from studio.segments.runs import Run, read_run, written_offset
from studio.segments.source import ByteSource
from studio.segments.track_fragments import (
    BASE_DATA_OFFSET,
    DEFAULT_BASE_IS_MOOF,
    Traf,
    number_at,
    read_tfhd,
)
from studio.segments.track_fragments import MAX_TICKS as TICKS_LIMIT

MAX_MOOF_BYTES = 64 << 20
MAX_RUN_SAMPLES = 1 << 22
MAX_TICKS = TICKS_LIMIT
"""Higher decode times and offsets are cut off here, so that sums still fit 64 bits."""

_RESERVED = 3
_LEAST_MFHD = 16
_LEAST_TFHD = 16


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


@dataclass(frozen=True, slots=True)
class Fragment:
    """What a moof box holds: its known tracks, and which bytes of the file are their data.

    ``number`` counts the file's moof boxes from 1; ``data_start`` is None without samples.
    """

    number: int
    spans: list[TrackSpan]
    data_start: int | None
    data_end: int


@dataclass(slots=True)
class FragmentReader:
    """Reads moof boxes in file order and remembers where each track stopped decoding."""

    movie: Movie
    notes: Notes
    sink: FrameSink | None = None
    moofs: int = 0
    decode_ends: dict[int, int] = field(default_factory=dict)
    tracks: dict[int, Track] = field(init=False)
    _moof: Box = field(init=False)
    _last_runs: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Where the data of each track's last run in this moof begins, and when it is decoded."""

    def __post_init__(self) -> None:
        self.tracks = {track.number: track for track in self.movie.tracks}

    def read(self, data: bytes, moof: Box, segment: int) -> Fragment:
        """Read the bytes of a moof box, segment number ``segment`` of the file."""
        self.moofs += 1
        self._moof = moof
        self._last_runs.clear()
        place = f"moof[{self.moofs}]"
        inside = self._children(data, Box("moof", 0, moof.header_size, len(data)), place)
        if not any(box.type == "mfhd" and box.size >= _LEAST_MFHD for box in inside):
            self._note_at(FactKind.NO_FRAGMENT_HEADER, 0, place, text="mfhd")
        boxes = [box for box in inside if box.type == "traf"]
        if not boxes:
            self._note_at(FactKind.NO_TRACK_FRAGMENT, 0, place)
        merged: dict[int, TrackSpan] = {}
        starts: list[int] = []
        data_end, base = 0, moof.offset
        for number, box in enumerate(boxes, 1):
            traf = Traf(box, number, base)
            if not self._read_traf(data, traf, len(boxes), segment):
                continue
            base = max(base, traf.data_end)
            if traf.first is None or traf.data_start is None:
                continue
            starts.append(traf.data_start)
            data_end = max(data_end, traf.data_end)
            span = self._span(traf, self.tracks[traf.track])
            known = merged.get(span.track)
            merged[span.track] = span if known is None else _joined(known, span)
        return Fragment(self.moofs, list(merged.values()), min(starts, default=None), data_end)

    def _children(self, data: bytes, box: Box, place: str) -> list[Box]:
        """Return a container's boxes; browsers refuse one that they do not fill."""
        found = list(data_children(data, box.body, box.end))
        reached = found[-1].end if found else box.body
        if reached != box.end or (found and found[-1].to_end):
            self._note_at(FactKind.BROKEN_BOX, box.offset, place, text=box.type)
        return found

    def _note_at(self, kind: FactKind, at: int, place: str, *, text: str = "") -> None:
        self.notes.add(kind, self._moof.offset + at, text=text, place=place)

    def _note(
        self,
        kind: FactKind,
        traf: Traf,
        box: Box | None = None,
        *,
        name: str = "",
        value: Fraction = Fraction(0),
    ) -> None:
        """Note a fact about a track fragment, or a box in it."""
        place = f"moof[{self.moofs}]/traf[{traf.number}]"
        found = traf.box if box is None else box
        if box is not None:
            place += f"/{name or box.type}"
        text = found.type if box is not None else name
        offset = self._moof.offset + found.offset
        self.notes.add(kind, offset, track=traf.track, value=value, text=text, place=place)

    def _read_traf(self, data: bytes, traf: Traf, count: int, segment: int) -> bool:
        """Read a track fragment; return whether its track is known."""
        place = f"moof[{self.moofs}]/traf[{traf.number}]"
        boxes = self._children(data, traf.box, place)
        header = next((box for box in boxes if box.type == "tfhd"), None)
        if header is None or header.size < _LEAST_TFHD:
            self._note(FactKind.NO_TRACK_HEADER, traf, name="tfhd")
            return False
        read_tfhd(data, header, traf, self.movie, self._moof)
        track = self.tracks.get(traf.track)
        if track is None:
            self._note(FactKind.UNKNOWN_TRACK, traf, header)
            return False
        runs = [box for box in boxes if box.type == "trun"]
        self._note_base(traf, header, count, runs, data)
        self._read_time(data, traf, next((box for box in boxes if box.type == "tfdt"), None))
        for number, box in enumerate(runs, 1):
            self._read_run(data, box, traf, f"trun[{number}]", segment)
        for box in boxes:
            if box.type == "sdtp":
                self._check_dependencies(data, traf, box)
        self.decode_ends[traf.track] = min(traf.decode, MAX_TICKS)
        return True

    def _note_base(
        self, traf: Traf, header: Box, count: int, runs: Sequence[Box], data: bytes
    ) -> None:
        """Judge what a fragment's data offsets count from.

        Without a base they count from the end of the previous fragment's data. Some muxers
        mean the moof all the same, as browsers do: such offsets reach beyond it.
        """
        if traf.flags & BASE_DATA_OFFSET:
            self._note(FactKind.BASE_DATA_OFFSET, traf, header)
        elif not traf.flags & DEFAULT_BASE_IS_MOOF and count > 1:
            offsets = [written_offset(data, box) for box in runs]
            loose = all(offset is not None and offset >= self._moof.size for offset in offsets)
            self._note(FactKind.LOOSE_BASE if loose else FactKind.NO_DEFAULT_BASE, traf, header)
            if loose:
                traf.base = traf.next_data = self._moof.offset

    def _read_time(self, data: bytes, traf: Traf, box: Box | None) -> None:
        """Set where decoding begins: as written, or where the track stopped."""
        before = self.decode_ends.get(traf.track)
        if box is None:
            traf.decode = before or 0
            self._note(FactKind.NO_DECODE_TIME, traf)
            return
        wide = data[box.body : box.body + 1] == b"\1"
        written = number_at(data, box.body + 4, 8 if wide else 4)
        traf.decode = min(written, MAX_TICKS)
        wrapped = not wide and before is not None and before >> 32
        if written > MAX_TICKS or wrapped:
            self._note(FactKind.DECODE_TIME_OVERFLOW, traf, box)
        elif before is not None and traf.decode != before:
            step = Fraction(traf.decode - before, self.tracks[traf.track].timescale)
            self._note(FactKind.DECODE_STEP, traf, box, value=step)

    def _check_dependencies(self, data: bytes, traf: Traf, box: Box) -> None:
        body = data[box.body : box.end]
        if any(value >> 4 & 3 == _RESERVED for value in body[4:]):
            self._note(FactKind.RESERVED_DEPENDENCY, traf, box)
        elif body[:4] != bytes(4):
            self._note(FactKind.BROKEN_BOX, traf, box)

    def _read_run(self, data: bytes, box: Box, traf: Traf, name: str, segment: int) -> None:
        room = MAX_RUN_SAMPLES if self.sink is None else self.sink.left + 1
        video = self.tracks[traf.track].kind is TrackKind.VIDEO
        run = read_run(data, box, traf.defaults, room, video=video)
        start = traf.next_data
        if run.data_offset is not None:
            start = max(0, traf.base + run.data_offset)
        if run.missing:
            self._note(FactKind.SHORT_RUN, traf, box, name=name)
        if run.count == 0:
            return
        self._note_run(run, traf, box, name, start)
        if self.sink is not None:
            self.sink.add(traf.track, segment, start, traf.decode, run)
        if traf.frames == 0:
            traf.starts_with_sync = bool(run.keys[0])
        lowest, highest = run.extent(traf.decode)
        traf.first = lowest if traf.first is None else min(traf.first, lowest)
        traf.end = max(traf.end, highest)
        traf.decode += run.duration
        traf.frames += run.frames
        traf.keyframes += sum(run.keys) if run.frames == run.count else run.full_keys
        traf.next_data = start + run.size
        traf.data_start = start if traf.data_start is None else min(traf.data_start, start)
        traf.data_end = max(traf.data_end, traf.next_data)

    def _note_run(self, run: Run, traf: Traf, box: Box, name: str, start: int) -> None:
        if run.data_offset is None:
            self._note(FactKind.NO_DATA_OFFSET, traf, box, name=name)
        before = self._last_runs.get(traf.track)
        if before is not None:
            later = traf.decode >= before[1]
            if not later:
                self._note(FactKind.DECODE_ORDER, traf, box, name=name)
            elif start < before[0]:
                self._note(FactKind.RUN_ORDER, traf, box, name=name)
        self._last_runs[traf.track] = (start, traf.decode)
        if run.reserved:
            self._note(FactKind.RESERVED_DEPENDENCY, traf, box, name=name)
        if run.has_empty:
            self._note(FactKind.EMPTY_SAMPLE, traf, box, name=name)

    def _span(self, traf: Traf, track: Track) -> TrackSpan:
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
