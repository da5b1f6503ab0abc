"""Keyframe times of an MP4 from its sample tables: stss, with stts, ctts and the edit list.

Source: ISO/IEC 14496-12, sections 8.6.1, 8.6.2 and 8.6.6.
"""

import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, chain, islice, repeat
from operator import add, mul
from typing import NamedTuple

from studio.segments.boxes import Box, file_children
from studio.segments.keyframe_times import KeyframeTimes
from studio.segments.model import Track, TrackKind
from studio.segments.movie import Movie
from studio.segments.source import ByteSource

MAX_LISTED = 4_000_000
"""Frames listed one by one where the tables alone do not tell; 18 hours at 60 Hz."""

EDGE_FRAMES = 64
"""Frames looked at singly at both ends: more than pictures can be out of order."""

_OTHER_KEYS = (b"rap ", b"sync")
"""Sample groups by which a frame without an stss entry can be a keyframe."""

_FAR = 1 << 62


class Edit(NamedTuple):
    """An edit list of one part, in ticks of the track's timescale.

    ``shift`` is added to a composition time; what lies before ``first``, or at ``stop`` or
    later, is not shown.
    """

    shift: int
    first: int
    stop: int


def single_edit(movie: Movie, track: Track) -> Edit | None:
    """Return what the track's edit list says; None when it joins several parts."""
    empty = [length for length, media in track.edits if media < 0]
    parts = track.edits[len(empty) :]
    if len(parts) > 1 or any(media < 0 for _, media in parts):
        return None
    shift = _rescaled(sum(empty), track.timescale, movie.timescale)
    if not parts:
        return Edit(shift, -_FAR, _FAR)
    length, media = parts[0]
    if movie.fragmented or length == 0:
        return Edit(shift - media, -_FAR, _FAR)
    stop = media + _rescaled(length, track.timescale, movie.timescale)
    return Edit(shift - media, media, stop)


def _rescaled(value: int, to_scale: int, from_scale: int) -> int:
    """Return ticks in another timescale, rounded to the nearest."""
    return (2 * value * to_scale + from_scale) // (2 * from_scale)


class _Runs:
    """A table of (count, value) rows: a value for each sample, without a list of them all."""

    __slots__ = ("_begins", "_is_plain", "_sums", "_values", "counts", "total")

    def __init__(self, counts: Sequence[int], values: Sequence[int]) -> None:
        self.counts, self._values = counts, values
        self.total = sum(counts)
        self._is_plain = self.total == len(counts) and 0 not in counts
        self._begins: list[int] | None = None
        self._sums: list[int] | None = None

    def values_at(self, samples: Sequence[int]) -> list[int]:
        """Return the value of each of these samples; 0 for one beyond the table."""
        values, total = self._values, self.total
        if self._is_plain:
            return [values[sample] if sample < total else 0 for sample in samples]
        begins = self._starts()
        return [
            values[bisect_right(begins, sample) - 1] if sample < total else 0 for sample in samples
        ]

    def sums_at(self, samples: Sequence[int]) -> list[int]:
        """Return for each sample what the values of all before it come to."""
        values = self._values
        if len(values) == 1:
            return [sample * values[0] for sample in samples]
        begins = self._starts()
        if self._sums is None:
            self._sums = list(accumulate(map(mul, self.counts, values), initial=0))
        sums = self._sums
        found = []
        for sample in samples:
            row = bisect_right(begins, sample) - 1
            found.append(sums[row] + (sample - begins[row]) * values[row])
        return found

    def _starts(self) -> list[int]:
        """Return each row's first sample; of empty rows the last one stands for itself."""
        if self._begins is None:
            self._begins = list(accumulate(self.counts, initial=0))[:-1]
        return self._begins

    def all(self) -> Iterable[int]:
        """Return every sample's value."""
        return chain.from_iterable(map(repeat, self._values, self.counts))


@dataclass(slots=True)
class _Samples:
    """The timing tables of one track; ``keys`` counts samples from 0, None for every one."""

    durations: _Runs
    shifts: _Runs
    keys: Sequence[int] | None
    count: int

    def times_at(self, samples: Sequence[int]) -> list[int]:
        """Return the composition times of these samples, in ticks."""
        decode = self.durations.sums_at(samples)
        if not self.shifts.total:
            return decode
        return list(map(add, decode, self.shifts.values_at(samples)))

    def all_times(self) -> list[int]:
        """Return the composition times of all samples, in ticks."""
        decode = islice(accumulate(self.durations.all(), initial=0), self.count)
        return list(map(add, decode, chain(self.shifts.all(), repeat(0))))


def read_table_keyframes(source: ByteSource, movie: Movie, place: int) -> KeyframeTimes | None:
    """Return the keyframes of ``movie.tracks[place]`` from its sample tables.

    Returns:
        None where they do not tell: several edits, tables that contradict each other, or
        keyframes that are marked in another way.
    """
    track = movie.tracks[place]
    edit = single_edit(movie, track)
    samples = _read_samples(source, movie.sample_boxes[place])
    if edit is None or samples is None:
        return None
    count = samples.count
    shown = _shown(samples, edit)
    if shown is None or (samples.keys is None and count > MAX_LISTED):
        return None
    keys = samples.times_at(range(count) if samples.keys is None else samples.keys)
    return KeyframeTimes(
        tuple(sorted(t + edit.shift for t in keys if edit.first <= t < edit.stop)),
        shown[1] + edit.shift,
        Fraction(track.timescale),
        shown[0],
        _file_start_s(source, movie, place, samples),
    )


def _shown(samples: _Samples, edit: Edit) -> tuple[int, int] | None:
    """Return how many frames an edit shows, and where the last of them ends.

    Returns:
        None where it shows none, where counting would take too long, and where it begins
        inside a frame: players differ in what they do then.
    """
    count = samples.count
    behind = range(max(0, count - EDGE_FRAMES), count)
    late = samples.times_at(behind)
    first = min(samples.times_at(range(min(count, EDGE_FRAMES))))
    if first >= edit.first and max(late) < edit.stop:
        return count, max(map(add, late, samples.durations.values_at(behind)))
    if count > MAX_LISTED:
        return None
    frames = zip(samples.all_times(), samples.durations.all(), strict=False)
    kept = [(time, length) for time, length in frames if edit.first <= time < edit.stop]
    if not kept or (first < edit.first < min(kept)[0]):
        return None
    return len(kept), max(time + length for time, length in kept)


def _file_start_s(source: ByteSource, movie: Movie, place: int, known: _Samples) -> Fraction:
    """Return where the first picture or sound begins; the track at ``place`` is read already."""
    starts = []
    for number, (track, stbl) in enumerate(zip(movie.tracks, movie.sample_boxes, strict=True)):
        edit = single_edit(movie, track)
        if track.kind is TrackKind.OTHER or edit is None:
            continue
        samples = known if number == place else _read_samples(source, stbl)
        if samples is not None:
            first = min(samples.times_at(range(min(samples.count, EDGE_FRAMES))))
            starts.append(Fraction(max(first, edit.first) + edit.shift, track.timescale))
    return min(starts, default=Fraction(0))


def _read_samples(source: ByteSource, stbl: Box) -> _Samples | None:
    """Read the timing tables; None where they contradict each other or others count, too."""
    boxes: dict[str, Box] = {}
    for box in file_children(source, stbl.body, stbl.end):
        boxes.setdefault(box.type, box)
        if box.type == "stps":
            return None
        if box.type == "sbgp" and source.at(box.body + 4, 4) in _OTHER_KEYS:
            return None
    sizes = boxes.get("stsz", boxes.get("stz2"))
    stts = boxes.get("stts")
    if sizes is None or stts is None:
        return None
    count = int.from_bytes(source.at(sizes.body + 8, 4), "big")
    rows = _table(source, stts, 2)
    durations = _Runs(rows[::2], rows[1::2])
    if not count or durations.total != count:
        return None
    shifts = _Runs((), ())
    if "ctts" in boxes:
        rows = _table(source, boxes["ctts"], 2)
        signed = array("i", rows.tobytes())
        shifts = _Runs(rows[::2], signed[1::2])
    keys: Sequence[int] | None = None
    if "stss" in boxes:
        numbers = _table(source, boxes["stss"], 1)
        keys = [number - 1 for number in numbers if 0 < number <= count]
    return _Samples(durations, shifts, keys, count)


def _table(source: ByteSource, box: Box, width: int) -> "array[int]":
    """Return the rows of a table of 32-bit numbers, as many as really stand there."""
    announced = int.from_bytes(source.at(box.body + 4, 4), "big")
    rows = min(announced, max(0, box.end - box.body - 8) // (4 * width), MAX_LISTED)
    data = source.at(box.body + 8, 4 * width * rows)
    table = array("I", data[: len(data) // (4 * width) * 4 * width])
    if sys.byteorder == "little":
        table.byteswap()
    return table
