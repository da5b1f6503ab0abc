"""Where a repaired MP4 is cut, and how its tracks stand on one clock.

Sources: mse-rules T1, T6 to T9; ffmpeg's ``delay_moov`` writes the same single edit.
"""

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from fractions import Fraction
from operator import sub

from studio.errors import RepairError
from studio.repair.mp4_writer import MAX_BOX_BYTES, Run
from studio.repair.refragment_tracks import PlannedTrack
from studio.segments.model import TrackKind

SOUND_FRAGMENT_S = 2
"""Length of the fragments of a file without picture."""
MIN_FRAGMENT_S = Fraction(2, 5)
"""Keyframes closer than this begin no fragment of their own (all-intra pictures)."""
LONG_TAIL_S = 30
"""One track alone for longer than this, at the beginning or the end, is cut by itself."""

_FINE_TIMESCALE = 8000
"""From so many ticks a second on, rounding to one is not noticed (62 us at most)."""
_MAX_TIMESCALE = 1_000_000


@dataclass(frozen=True, slots=True)
class Clock:
    """How one track's source ticks become written ones: ``ticks * scale + shift``.

    ``media_time`` (written ticks) is hidden at the start by the track's only edit, so that
    presentation = written composition time - media_time.
    """

    timescale: int
    scale: int
    shift: int
    media_time: int


@dataclass(frozen=True, slots=True)
class Cut:
    """One fragment: for each track the first frame and the one behind the last."""

    spans: tuple[tuple[int, int], ...]

    @property
    def lacks_track(self) -> bool:
        """Tell whether a track has no frame here."""
        return any(first == last for first, last in self.spans)


def clock_for(track: PlannedTrack, moved_s: Fraction) -> Clock:
    """Return how a track is written when the whole presentation moves by ``moved_s``."""
    timescale = track.table.track.timescale
    wanted = (track.start.shift_s + moved_s) * timescale
    scale = 1
    if wanted.denominator > 1 and timescale < _FINE_TIMESCALE:
        scale = wanted.denominator
        if scale * timescale > _MAX_TIMESCALE:
            scale = -(-_FINE_TIMESCALE // timescale)
    ticks = round(wanted * scale)
    first = track.times.decode[0] * scale
    if first + ticks >= 0:
        return Clock(timescale * scale, scale, ticks, 0)
    return Clock(timescale * scale, scale, -first, -first - ticks)


def plan_cuts(tracks: tuple[PlannedTrack, ...]) -> list[Cut]:
    """Cut at keyframes of the picture, sound at the frame nearest to each; else by time.

    Raises:
        RepairError: one fragment would be longer than a box may be.
    """
    lead = next((track for track in tracks if track.kind is TrackKind.VIDEO), tracks[0])
    marks = _marks(lead)
    tail = _tail_times(tracks, lead)
    starts = [
        [*marks, *([len(track.rows)] * len(tail))]
        if track is lead
        else _rows_at(track, [*_shown_times(lead, marks), *tail])
        for track in tracks
    ]
    ends = [[*rows[1:], len(track.rows)] for track, rows in zip(tracks, starts, strict=True)]
    pairs = [zip(first, last, strict=True) for first, last in zip(starts, ends, strict=True)]
    spans = (each for each in zip(*pairs, strict=True) if any(a < b for a, b in each))
    cuts = _complete(tracks, [Cut(each) for each in spans])
    if any(_data_size(tracks, cut) > MAX_BOX_BYTES - 8 for cut in cuts):
        raise RepairError(
            "One group of pictures is larger than a fragment may be (2 GB).",
            hint="Encode it with the preset mp4-h264-aac.",
        )
    return cuts


def _complete(tracks: tuple[PlannedTrack, ...], cuts: list[Cut]) -> list[Cut]:
    """Join fragments in which a track has no frame with their neighbour.

    A player that begins with such a fragment waits for that track (measured in Chromium 156
    and Firefox 153). Where a track is missing for longer than LONG_TAIL_S, it stays so.
    """
    kept = cuts[:1]
    alone_s = Fraction(0)
    for cut in cuts[1:]:
        alone_s = alone_s + _length_s(tracks, cut) if cut.lacks_track else Fraction(0)
        late_s = _length_s(tracks, kept[-1]) if kept[-1].lacks_track else Fraction(0)
        if (cut.lacks_track or kept[-1].lacks_track) and max(alone_s, late_s) <= LONG_TAIL_S:
            spans = zip(kept[-1].spans, cut.spans, strict=True)
            kept[-1] = Cut(tuple((before[0], after[1]) for before, after in spans))
        else:
            kept.append(cut)
    return kept


def _length_s(tracks: tuple[PlannedTrack, ...], cut: Cut) -> Fraction:
    """Return how long the longest track of a fragment lasts."""
    return max(
        sum(track.times.durations[first:last]) / track.table.ticks_per_s
        for track, (first, last) in zip(tracks, cut.spans, strict=True)
    )


def _data_size(tracks: tuple[PlannedTrack, ...], cut: Cut) -> int:
    return sum(
        sum(map(track.table.sizes.__getitem__, track.rows[first:last]))
        for track, (first, last) in zip(tracks, cut.spans, strict=True)
    )


def _marks(lead: PlannedTrack) -> list[int]:
    """Return the frames of the leading track that begin fragments."""
    picture = lead.kind is TrackKind.VIDEO
    least_s = MIN_FRAGMENT_S if picture else Fraction(SOUND_FRAGMENT_S)
    decode, least = lead.times.decode, max(1, int(least_s * lead.table.ticks_per_s))
    marks = [0]
    for row, sync in enumerate(lead.syncs):
        if sync and decode[row] - decode[marks[-1]] >= least:
            marks.append(row)
    return marks


def _tail_times(tracks: tuple[PlannedTrack, ...], lead: PlannedTrack) -> list[Fraction]:
    """Return where to cut sound that goes on long after the picture."""
    begin, longest = lead.end_s, max(tracks, key=lambda track: track.end_s)
    if longest.end_s - begin <= LONG_TAIL_S:
        return []
    presentation = longest.times.presentation
    step = SOUND_FRAGMENT_S * longest.table.ticks_per_s
    next_cut = (begin - longest.start.shift_s) * longest.table.ticks_per_s
    times = []
    for row in range(bisect_left(presentation, next_cut), len(presentation)):
        if presentation[row] >= next_cut:
            times.append(longest.seconds(row))
            next_cut = presentation[row] + step
    return times


def _shown_times(lead: PlannedTrack, marks: list[int]) -> list[Fraction]:
    """Return when the first picture of each fragment is shown; the first one from ever."""
    presentation, ticks_per_s = lead.times.presentation, lead.table.ticks_per_s
    ends = [*marks[1:], len(lead.rows)]
    spans = zip(marks, ends, strict=True)
    lowest = [min(presentation[first : min(last, first + 32)]) for first, last in spans]
    return [time / ticks_per_s + lead.start.shift_s for time in lowest]


def _rows_at(track: PlannedTrack, times: list[Fraction]) -> list[int]:
    """Return the frames nearest to these times; the first time gets all that comes before."""
    rows = [0]
    presentation, shift = track.times.presentation, track.start.shift_s
    for time_s in times[1:]:
        ticks = (time_s - shift) * track.table.ticks_per_s
        row = bisect_left(presentation, ticks, rows[-1])
        if row > rows[-1] and ticks - presentation[row - 1] < track.times.durations[row - 1] / 2:
            row -= 1
        rows.append(row)
    return rows


def runs_of(tracks: tuple[PlannedTrack, ...], clocks: tuple[Clock, ...], cut: Cut) -> list[Run]:
    """Return what a fragment's moof says; tracks without frames there are left out.

    A track has several runs, one behind the other, where its times have a hole.

    Raises:
        RepairError: a time does not fit into the file format.
    """
    return [
        _run(track, clock, first, last)
        for track, clock, span in zip(tracks, clocks, cut.spans, strict=True)
        for first, last in _without_holes(track, *span)
    ]


def _without_holes(track: PlannedTrack, first: int, last: int) -> list[tuple[int, int]]:
    """Split a span of frames where one ends before the next is decoded."""
    decode, durations = track.times.decode, track.times.durations
    spans = []
    if last > first and sum(durations[first : last - 1]) != decode[last - 1] - decode[first]:
        for row in range(first, last - 1):
            if decode[row] + durations[row] < decode[row + 1]:
                spans.append((first, row + 1))
                first = row + 1
    return [*spans, (first, last)] if last > first else spans


def _run(track: PlannedTrack, clock: Clock, first: int, last: int) -> Run:
    times = track.times
    decode = times.decode[first:last]
    durations = times.durations[first:last]
    offsets = array("q", map(sub, times.presentation[first:last], decode))
    if clock.scale != 1:
        durations = array("q", (clock.scale * ticks for ticks in durations))
        offsets = array("q", (clock.scale * ticks for ticks in offsets))
    if max(durations) > MAX_BOX_BYTES or max(map(abs, offsets)) > MAX_BOX_BYTES:
        raise RepairError("The times of the file's frames make no sense.", hint="It is damaged.")
    return Run(
        track=track.source.number,
        decode_time=decode[0] * clock.scale + clock.shift,
        durations=durations,
        sizes=array("q", map(track.table.sizes.__getitem__, track.rows[first:last])),
        offsets=offsets,
        syncs=bytes(track.syncs[first:last]),
    )
