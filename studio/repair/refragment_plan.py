"""The whole plan of a repaired MP4, made before a byte is written, and its report."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from studio.errors import RepairError
from studio.repair import mp4_writer as writer
from studio.repair.mp4_init import SourceMovie, read_source_movie
from studio.repair.mp4_writer import Reference
from studio.repair.refragment_addresses import readdressed
from studio.repair.refragment_cuts import Clock, Cut, clock_for, plan_cuts
from studio.repair.refragment_times import common_overlaps
from studio.repair.refragment_tracks import PlannedTrack, choose, plan_track
from studio.segments.frame_reader import read_media
from studio.segments.frames import MediaFrames
from studio.segments.model import Family, TrackKind
from studio.segments.source import open_source

MAX_REORDER_S = Fraction(1, 2)
"""Sixteen pictures of a slow rate; a longer wait for the first picture is meant."""
MAX_DURATION_S = 1_000_000
"""Eleven days; longer is damage, not a film."""


@dataclass(frozen=True, slots=True)
class RefragmentReport:
    """What was done.

    ``moved_s``: what was added to all presentation times, so that the first is 0.
    ``start_skew_s``: how much later the second track begins than the first.
    ``longest_fragment_s``: the longest group of pictures, which is where a player that
    seeks has to begin.
    ``dropped_tracks``: numbers of the source's tracks that were left out.
    ``leading_frames``: left out because they stand before the first keyframe (pictures), or
    are heard before it (sound). ``empty_frames``: without a byte. ``cut_off_frames``: their
    bytes are not in the file. ``resynced_frames``: marked wrongly as keyframe, or not marked.
    ``restarts``: times a clock began anew in the middle and was made to run on.
    ``overlaps``, ``gaps``: frames that come too early, and holes that the frame before fills.
    ``revealed_s``: seconds of content that the edit list hid and that are shown now.
    ``delay_s``: the delay of B-frames that no edit list took back: the picture comes so much
    earlier against the sound.
    ``renamed_entry``: the sample entry's old name (``hev1``), or empty.
    """

    frames: int
    fragments: int
    duration_s: Fraction
    size_bytes: int
    moved_s: Fraction = Fraction(0)
    start_skew_s: Fraction = Fraction(0)
    longest_fragment_s: Fraction = Fraction(0)
    dropped_tracks: tuple[int, ...] = ()
    leading_frames: int = 0
    empty_frames: int = 0
    cut_off_frames: int = 0
    resynced_frames: int = 0
    restarts: int = 0
    overlaps: int = 0
    gaps: int = 0
    revealed_s: Fraction = Fraction(0)
    delay_s: Fraction = Fraction(0)
    renamed_entry: str = ""
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class RepairPlan:
    """Everything that is written, but for the frames' bytes."""

    media: MediaFrames
    movie: SourceMovie
    tracks: tuple[PlannedTrack, ...]
    clocks: tuple[Clock, ...]
    cuts: tuple[Cut, ...]
    moved_s: Fraction
    heard_early: int = 0
    delay_s: Fraction = Fraction(0)

    @property
    def duration_s(self) -> Fraction:
        """When the last frame ends."""
        return max(track.end_s for track in self.tracks) + self.moved_s

    @property
    def lead(self) -> int:
        """Place of the track whose keyframes cut the file."""
        kinds = [track.kind for track in self.tracks]
        return kinds.index(TrackKind.VIDEO) if TrackKind.VIDEO in kinds else 0


def make_plan(path: Path, split: TrackKind | None) -> RepairPlan:
    """Read a file and decide how it is written anew.

    Raises:
        RepairError: copying frames cannot make it playable.
        SegmentError: it is not a readable MP4 file.
    """
    media = readdressed(read_media(path))
    if media.map.family is not Family.MP4:
        raise RepairError(
            "This repair is for MP4 files.", hint="For WebM and Matroska there is “recluster”."
        )
    with open_source(path) as source:
        movie = read_source_movie(source)
        wanted = {id(table) for table in choose(media, split)}
        tables = choose(media, None)
        common = common_overlaps(tables) if media.map.fragmented else frozenset()
        tracks = tuple(plan_track(source, movie, media, table, common) for table in tables)
    _number_apart(tracks)
    heard_early = _drop_early_sound(tracks)
    delay_s = _take_back_delay(tracks)
    moved_s = -min(track.begin_s for track in tracks)  # of both: split files stay in step
    tracks = tuple(track for track in tracks if id(track.table) in wanted)
    heard_early *= any(track.kind is TrackKind.AUDIO for track in tracks)
    if not 0 < max(track.end_s for track in tracks) + moved_s <= MAX_DURATION_S:
        raise RepairError("The times of the file's frames make no sense.", hint="It is damaged.")
    clocks = tuple(clock_for(track, moved_s) for track in tracks)
    cuts = tuple(plan_cuts(tracks))
    return RepairPlan(media, movie, tracks, clocks, cuts, moved_s, heard_early, delay_s)


def _take_back_delay(tracks: tuple[PlannedTrack, ...]) -> Fraction:
    """Begin the picture with its decoding where no track has an edit list (mse-rules T8).

    All tracks decode from 0 then, and the picture's first frame comes late by the delay of
    its B-frames alone, which an edit list would have taken back. Sound whose first frame is
    stretched was moved along with the picture.

    Returns:
        by how much the picture was moved against the sound, in seconds.
    """
    lead = next((track for track in tracks if track.kind is TrackKind.VIDEO), None)
    if lead is None or len(tracks) < 2 or lead.leading:
        return Fraction(0)
    delay_s = lead.begin_s
    if any(t.source.edits or t.times.decode[0] for t in tracks) or not 0 < delay_s <= MAX_REORDER_S:
        return Fraction(0)
    shrunk = [track.shrink_first() for track in tracks]
    if any(shrunk):
        return Fraction(0)
    lead.start = replace(lead.start, shift_s=-delay_s)
    return delay_s


def _number_apart(tracks: Sequence[PlannedTrack]) -> None:
    """Give tracks other numbers where two share one, or one is 0, which the format forbids."""
    taken = {0}
    for track in tracks:
        if track.source.number in taken:
            track.source = track.source.numbered(max(taken | {t.source.number for t in tracks}) + 1)
        taken.add(track.source.number)


def _drop_early_sound(tracks: tuple[PlannedTrack, ...]) -> int:
    """Leave out sound that ends before the first picture when pictures were left out there."""
    begin = next((t.begin_s for t in tracks if t.kind is TrackKind.VIDEO and t.leading), None)
    dropped = 0
    for track in tracks:
        if begin is None or track.kind is TrackKind.VIDEO:
            continue
        ticks = (begin - track.start.shift_s) * track.table.ticks_per_s
        times = track.times
        count = 0
        while count < len(track.rows) - 1:
            if times.presentation[count] + times.durations[count] > ticks:
                break
            count += 1
        track.drop_before(count)
        dropped += count
    return dropped


def index_of(plan: RepairPlan, sizes: Sequence[int], per_entry: int) -> bytes:
    """Return the sidx box; ``sizes`` are the fragments', ``per_entry`` of them in one entry."""
    track, clock = plan.tracks[plan.lead], plan.clocks[plan.lead]
    spans = [cut.spans[plan.lead] for cut in plan.cuts]
    starts = [max(0, round(_shown_s(plan, cut) * clock.timescale)) for cut in plan.cuts]
    firsts = [*starts[::per_entry], round(plan.duration_s * clock.timescale)]
    references = [
        Reference(
            size=sum(sizes[number * per_entry : (number + 1) * per_entry]),
            duration=min(max(0, firsts[number + 1] - first), writer.MAX_BOX_BYTES),
            starts_with_sync=spans[number * per_entry][1] > spans[number * per_entry][0],
        )
        for number, first in enumerate(firsts[:-1])
    ]
    return writer.sidx(track.source.number, clock.timescale, starts[0], references)


def _shown_s(plan: RepairPlan, cut: Cut) -> Fraction:
    """Return when a fragment's first picture is shown; without picture, its first sound."""
    by_lead = [plan.lead, *range(len(plan.tracks))]
    place = next(k for k in by_lead if cut.spans[k][1] > cut.spans[k][0])
    track, (first, last) = plan.tracks[place], cut.spans[place]
    ticks: int = min(track.times.presentation[first:last])
    shown_s: Fraction = track.table.seconds(ticks) + track.start.shift_s + plan.moved_s
    return shown_s


def report_of(plan: RepairPlan, size: int) -> RefragmentReport:
    """Return what was done, once ``size`` bytes are written."""
    tracks = plan.tracks
    begins = [max(Fraction(0), track.seconds(0) + plan.moved_s) for track in tracks]
    kept = {id(track.table) for track in tracks}
    return RefragmentReport(
        frames=sum(len(track.rows) for track in tracks),
        fragments=len(plan.cuts),
        duration_s=plan.duration_s,
        size_bytes=size,
        moved_s=plan.moved_s,
        start_skew_s=max(begins) - min(begins),
        longest_fragment_s=_longest_s(plan),
        dropped_tracks=tuple(t.track.number for t in plan.media.tables if id(t) not in kept),
        leading_frames=plan.heard_early + sum(track.leading for track in tracks),
        empty_frames=sum(track.empty for track in tracks),
        cut_off_frames=sum(track.cut_off for track in tracks),
        resynced_frames=sum(track.resynced for track in tracks),
        restarts=sum(track.times.restarts for track in tracks),
        overlaps=sum(track.times.overlaps for track in tracks),
        gaps=sum(track.times.gaps for track in tracks),
        revealed_s=_revealed_s(tracks),
        delay_s=plan.delay_s,
        renamed_entry=next((t.entry.renamed_from for t in tracks if t.entry.renamed_from), ""),
        truncated=plan.media.map.truncated or any(track.cut_off for track in tracks),
    )


def _longest_s(plan: RepairPlan) -> Fraction:
    track = plan.tracks[plan.lead]
    decode, durations = track.times.decode, track.times.durations
    spans = [cut.spans[plan.lead] for cut in plan.cuts]
    ticks = (
        decode[last - 1] + durations[last - 1] - decode[first]
        for first, last in spans
        if last > first
    )
    return max(ticks) / track.table.ticks_per_s


def _revealed_s(tracks: tuple[PlannedTrack, ...]) -> Fraction:
    """Return how much picture the edit list hid, at the start and at the end."""
    hidden = Fraction(0)
    for track in tracks:
        if track.kind is TrackKind.VIDEO:
            hidden += max(Fraction(0), track.start.shown_s - track.begin_s)
            if track.start.end_s is not None:
                frame = track.times.durations[-1] / track.table.ticks_per_s
                beyond = track.end_s - track.start.end_s
                hidden += beyond if beyond > frame else Fraction(0)
    return hidden
