"""The tracks of a repaired MP4: which frames, which of them playback can begin with, when.

Sources: mse-rules findings 6 and 7, T1, T6 to T10; measured on Chromium 156 and Firefox 153.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from operator import sub

from studio.errors import RepairError
from studio.repair.frame_order import in_time_order
from studio.repair.mp4_descriptions import used_entry
from studio.repair.mp4_edits import TrackStart, track_start
from studio.repair.mp4_entries import SampleEntry, clean_entry
from studio.repair.mp4_init import SourceMovie, SourceTrack
from studio.repair.mp4_parameter_sets import as_hvc1, with_avc_sets
from studio.repair.mp4_sync import Entry, entry_of, has_start_codes
from studio.repair.refragment_times import TrackTimes, running_times
from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import TrackKind
from studio.segments.source import ByteSource

LONG_STRETCH_S = 5
"""Without a keyframe for so long, every frame is looked at for a keyframe not marked."""

_READ_CODECS = frozenset({"avc1", "avc3", "hvc1", "hev1", "vp09", "av01"})
_NAL_CODECS = frozenset({"avc1", "avc3", "hvc1", "hev1"})
_SOUND_WITH_KEYFRAMES = ("mp4a.40.42", "ac-4", "mha1", "mhm1")
"""Of other sound every frame can be decoded by itself, whatever its flag says."""
_STILL_CODECS = frozenset({"jpeg", "mjpa", "mjpb", "png "})
"""Pictures of chapters and covers, which may be left out."""


@dataclass(slots=True)
class PlannedTrack:
    """One track to be written: ``rows`` are its frames' places in ``table``.

    ``resynced``: frames whose sync flag was wrong. ``leading``: frames before the first
    keyframe, which nobody can decode; ``empty``: frames without a byte; ``cut_off``: frames
    whose bytes are not in the file.
    """

    source: SourceTrack
    table: FrameTable
    entry: SampleEntry
    start: TrackStart
    rows: "array[int]"
    times: TrackTimes
    syncs: bytearray
    resynced: int = 0
    leading: int = 0
    empty: int = 0
    cut_off: int = 0

    @property
    def kind(self) -> TrackKind:
        """Picture or sound."""
        return self.source.kind

    def seconds(self, row: int) -> Fraction:
        """Return when a frame is shown, as the source's edit list places it."""
        return self.times.presentation[row] / self.table.ticks_per_s + self.start.shift_s

    @property
    def begin_s(self) -> Fraction:
        """When this track is first seen or heard, in the source's time."""
        if self.kind is TrackKind.AUDIO:
            return max(self.seconds(0), self.start.shown_s)
        following = self.syncs.find(1, 1)
        stop = following if following > 0 else len(self.rows)
        lowest = min(self.times.presentation[:stop])
        return lowest / self.table.ticks_per_s + self.start.shift_s

    @property
    def end_s(self) -> Fraction:
        """When its last frame ends, in the source's time."""
        times = self.times
        tail = max(0, len(self.rows) - 64)
        pairs = zip(times.presentation[tail:], times.durations[tail:], strict=True)
        return max(sum(pair) for pair in pairs) / self.table.ticks_per_s + self.start.shift_s

    def shrink_first(self) -> bool:
        """Undo the stretching of the first frame of sound up to where the picture begins.

        ffmpeg does so with ``empty_moov``, where it has no edit list to hide the frame by
        (mse-rules T8); it is hidden now. Returns whether it was so.
        """
        times, lasts = self.times, self.times.durations
        alone = self.kind is TrackKind.VIDEO or bool(self.source.edits) or len(lasts) < 3
        if alone or lasts[0] <= lasts[1] + lasts[2]:
            return False
        by = lasts[0] - lasts[1]
        times.decode[0] += by
        times.presentation[0] += by
        lasts[0] = lasts[1]
        times.restarts += 1
        self.start = replace(self.start, shown_s=self.seconds(1))
        return True

    def drop_before(self, count: int) -> None:
        """Leave out the first ``count`` frames."""
        del self.rows[:count], self.syncs[:count]
        times = self.times
        del times.decode[:count], times.presentation[:count], times.durations[:count]


def choose(media: MediaFrames, split: TrackKind | None) -> tuple[FrameTable, ...]:
    """Return the first track of picture and the first of sound that have frames.

    Raises:
        RepairError: there is none, or none that browsers can decode.
    """
    wanted = (TrackKind.VIDEO, TrackKind.AUDIO) if split is None else (split,)
    found: dict[TrackKind, FrameTable] = {}
    unnamed: dict[TrackKind, str] = {}
    for table in media.tables:
        kind = table.track.kind
        if kind not in wanted or kind in found or not len(table):
            continue
        if table.track.codec_string:
            found[kind] = table
        elif table.track.codec_id not in _STILL_CODECS and len(table) > 1:
            unnamed.setdefault(kind, table.track.codec_id)
    for codec in (unnamed[kind] for kind in unnamed if kind not in found):
        raise RepairError(
            f"Browsers cannot decode “{codec}”.", hint="Encode it with the preset mp4-h264-aac."
        )
    if not found:
        raise RepairError("The file holds no picture or sound that could be copied.")
    return tuple(table for table in media.tables if found.get(table.track.kind) is table)


def plan_track(
    source: ByteSource,
    movie: SourceMovie,
    media: MediaFrames,
    table: FrameTable,
    common: frozenset[int],
) -> PlannedTrack:
    """Decide what is written of one track; for ``common`` see ``common_overlaps``.

    Raises:
        RepairError: copying cannot make it playable.
    """
    number, kind = table.track.number, table.track.kind
    known = next((t for t in movie.tracks if (t.number, t.kind) == (number, kind)), None)
    if known is None:
        raise RepairError("A track of the file has no complete header.")
    entry = clean_entry(used_entry(source, known), kind)
    start = track_start(known.edits, media.movie_timescale, table.track.timescale)
    if media.map.fragmented:
        start = replace(start, end_s=None)
    rows, empty, cut_off = _whole_rows(table, source.size)
    if not rows:
        raise RepairError("Of one track no frame is whole.", hint="The file is cut off.")
    track = PlannedTrack(
        known,
        table,
        entry,
        start,
        rows,
        running_times(table, rows, common),
        bytearray(b"\1") * len(rows),
    )
    track.empty, track.cut_off = empty, cut_off
    if kind is TrackKind.VIDEO:
        _plan_picture(source, track)
    elif table.track.codec_string.startswith(_SOUND_WITH_KEYFRAMES):
        track.syncs = bytearray(map(table.keyframes.__getitem__, rows))
    return track


def _whole_rows(table: FrameTable, size: int) -> tuple["array[int]", int, int]:
    """Return the frames that have bytes in the file; and how many are empty or outside."""
    rows = array("q", in_time_order(table))
    ends = map(sum, zip(table.offsets, table.sizes, strict=True))
    if min(table.sizes) > 0 and max(ends) <= size:
        return rows, 0, 0
    filled = [row for row in rows if table.sizes[row] > 0]
    kept = [row for row in filled if table.offsets[row] + table.sizes[row] <= size]
    return array("q", kept), len(rows) - len(filled), len(filled) - len(kept)


def _plan_picture(source: ByteSource, track: PlannedTrack) -> None:
    marks = bytearray(track.table.keyframes)
    for row in track.table.contradicted:
        marks[row] ^= 1
    track.syncs = bytearray(map(marks.__getitem__, track.rows))
    _read_syncs(source, track)
    first = track.syncs.find(1)
    if first < 0:
        raise RepairError(
            "No picture of the file can be decoded by itself.",
            hint="Encode it with the preset mp4-h264-aac.",
        )
    track.drop_before(first)
    track.leading = first
    if track.entry.name in _NAL_CODECS:
        _complete_entry(source, track)


def _complete_entry(source: ByteSource, track: PlannedTrack) -> None:
    """Make sure that the first picture can be read, and that its parameter sets are known."""
    place, size = track.table.offsets[track.rows[0]], track.table.sizes[track.rows[0]]
    name, length_size = track.entry.name, track.entry.length_size
    if entry_of(source, name, length_size, place, size) is Entry.UNKNOWN:
        if has_start_codes(source, place, size):
            raise RepairError(
                "The pictures stand in the file as in a transport stream (Annex B).",
                hint="Encode it with the preset mp4-h264-aac.",
            )
        raise RepairError(
            "The first picture does not lie where the file says.",
            hint="Encode it with the preset mp4-h264-aac.",
        )
    if name == "hev1":
        track.entry = as_hvc1(track.entry, source, place, size)
    elif name == "avc1":
        track.entry = with_avc_sets(track.entry, source, place, size)


def _read_syncs(source: ByteSource, track: PlannedTrack) -> None:
    """Correct the sync flags by what the pictures themselves are."""
    if track.entry.name not in _READ_CODECS:
        return
    marked = bytes(track.syncs)
    _read_pictures(source, track, [row for row, sync in enumerate(marked) if sync])
    if not track.syncs[0] or _longest_stretch_s(track) > LONG_STRETCH_S:
        _read_pictures(source, track, [row for row, sync in enumerate(marked) if not sync])
    track.resynced = sum(a != b for a, b in zip(marked, track.syncs, strict=True))


def _read_pictures(source: ByteSource, track: PlannedTrack, rows: Sequence[int]) -> None:
    table, entry = track.table, track.entry
    for row in rows:
        place = track.rows[row]
        found = entry_of(
            source, entry.name, entry.length_size, table.offsets[place], table.sizes[place]
        )
        if found is Entry.OPEN:
            track.syncs[row] = row == 0 or not _has_leading_pictures(track, row)
        elif found is not Entry.UNKNOWN:
            track.syncs[row] = found is Entry.CLEAN


def _has_leading_pictures(track: PlannedTrack, row: int) -> bool:
    """Tell whether one of the next pictures is shown before this one."""
    times = track.times.presentation
    return min(times[row + 1 : row + 33], default=times[row]) < times[row]


def _longest_stretch_s(track: PlannedTrack) -> Fraction:
    """Return the longest time without a keyframe."""
    decode = track.times.decode
    marks = [decode[row] for row, sync in enumerate(track.syncs) if sync]
    ends = [*marks, decode[-1]]
    longest: int = max(map(sub, ends, [decode[0], *marks]))
    return longest / track.table.ticks_per_s
