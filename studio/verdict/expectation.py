"""What an engine must do with a file, taken from its segment map; and how it is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from fractions import Fraction
from types import MappingProxyType

from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import Segment, SegmentMap, TrackKind
from studio.verdict.gops import (
    SeekTarget,
    counted_frames,
    early_frames,
    seek_targets,
    spread,
    stored_bytes,
    video_table,
)

AUDIO_FRAME_S = 0.07
"""Longest audio frame of our codecs, rounded up: Opus 60 ms, Vorbis and AAC up to 64 ms."""
MOST_SEEKS = 24
MOST_ENTRIES = 64
WHOLE_VIDEO_BYTES = 40_000_000
WHOLE_AUDIO_BYTES = 6_000_000
"""Appended in one go up to here; half of what Chromium and Firefox hold (134 and 94 MB of
video, 8 and 6 MB of sound alone). Source: measured, mse-rules.md T14."""
PLAY_RATE, PATIENT_RATE = 8, 2
RATE_CAPS: Mapping[str, int] = MappingProxyType({"webkit": 4})
"""Highest rate by engine family, where it is lower than ours. Source: measured, 2026-11, on
2 busy cores, 3 s of 360p, several times each: WebKitGTK 2.50.6 counts 75 of 75 frames at 2
and 4 times speed, and 54 to 72 of 75 at 8 times; Chromium and Firefox all of them at 8."""
SEEK_LIMIT_MS, PATIENT_SEEK_MS = 2500, 8000
STALL_MS, PATIENT_STALL_MS = 3000, 8000
SEEKS_BUDGET_MS, ENTRIES_BUDGET_MS = 5_000, 8_000
BUDGET_SHARE = 0.1
"""Seeks and entries may take this share of a long file's length instead."""
PATIENCE = 4
"""Budgets are this much longer when a file is played once more."""

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Expectation:
    """What must come out.

    ``start_s`` and ``end_s``: where every track has begun, and where the first one ends;
    ``last_end_s``: where the last one ends. ``tolerance_s``: one video frame and one audio
    frame. ``frames`` is 0 when there is no picture; ``early`` of them have a time below 0.
    ``audio_bytes`` is encoded sound, 0 when that was not counted. ``is_cut``: the file is cut
    off, and what an engine makes of its last bytes is its own affair. ``end_is_guessed``:
    nothing tells how long a last frame is, or engines do not agree on it.
    """

    start_s: float
    end_s: float
    last_end_s: float
    tolerance_s: float
    frames: int
    has_video: bool
    has_audio: bool
    early: int = 0
    audio_bytes: int = 0
    is_cut: bool = False
    end_is_guessed: bool = False


def _ends(found: SegmentMap, number: int) -> tuple[Fraction, Fraction] | None:
    spans = [span for seg in found.segments for span in seg.spans if span.track == number]
    if not spans:
        return None
    return min(span.start_s for span in spans), max(span.end_s for span in spans)


def map_of(media: SegmentMap | MediaFrames) -> SegmentMap:
    """Return the segment map, which is all that is known of some files."""
    return media.map if isinstance(media, MediaFrames) else media


def expect(media: SegmentMap | MediaFrames) -> Expectation:
    """Return what an engine that can decode this file must show for it.

    Args:
        media: with its frames, samples that have no bytes (which engines do not count) and
            frames before 0 are told apart.
    """
    found = map_of(media)
    video, audio = found.track_of(TrackKind.VIDEO), found.track_of(TrackKind.AUDIO)
    tracks = [track for track in (video, audio) if track is not None]
    ends = [pair for track in tracks if (pair := _ends(found, track.number))]
    if not ends:
        first = found.segments[0].start_s if found.segments else Fraction(0)
        last = max((seg.end_s for seg in found.segments), default=found.duration_s)
        ends = [(first, last)]
    frame_s = float(found.duration_s) / found.frames if found.frames else 0.0
    frames, early, audio_bytes = _counted(media)
    return Expectation(
        start_s=float(max(start for start, _ in ends)),
        end_s=float(min(end for _, end in ends)),
        last_end_s=float(max(end for _, end in ends)),
        tolerance_s=min(frame_s, 0.5) + AUDIO_FRAME_S,
        frames=frames,
        has_video=video is not None,
        has_audio=audio is not None,
        early=early,
        audio_bytes=audio_bytes,
        is_cut=found.truncated,
        end_is_guessed=isinstance(media, MediaFrames) and any(map(_ends_anywhere, media.tables)),
    )


def _ends_anywhere(table: FrameTable) -> bool:
    """Tell whether the last frame's length is written nowhere; Chromium takes the longest.

    Where it is padded, Firefox may take more.
    """
    default = table.track.default_duration_ns
    is_written = bool(default) or (len(table) > 0 and table.durations[-1] >= 0)
    return len(table) > 0 and (table.misread_ns >= 0 or not is_written)


def _counted(media: SegmentMap | MediaFrames) -> tuple[int, int, int]:
    """Return frames, frames before 0, and bytes of sound."""
    if not isinstance(media, MediaFrames):
        return media.frames, 0, 0
    table = video_table(media)
    audio = media.map.track_of(TrackKind.AUDIO)
    sound = None if audio is None else media.table_of(audio.number)
    return (
        media.map.frames if table is None else counted_frames(table),
        0 if table is None else early_frames(media, table),
        0 if sound is None else stored_bytes(sound),
    )


def entry_time(segment: Segment) -> float:
    """Where every track of this segment has begun, in s."""
    return float(max((span.start_s for span in segment.spans), default=segment.start_s))


def entry_points(found: SegmentMap) -> tuple[int, ...]:
    """Return the segments to begin at: all but the first that hold the main track."""
    main = found.track_of(TrackKind.VIDEO) or found.track_of(TrackKind.AUDIO)
    return tuple(
        number
        for number, segment in enumerate(found.segments)
        if number
        and (
            main is None
            or not segment.spans
            or any(span.track == main.number for span in segment.spans)
        )
    )


def chosen_entries(found: SegmentMap) -> tuple[int, ...]:
    """Return the segments that are tried, those without a keyframe first."""
    points = entry_points(found)
    doubtful = [number for number in points if not found.segments[number].keyframe]
    doubtful = [doubtful[n] for n in spread(len(doubtful), MOST_ENTRIES // 2)]
    even = [points[n] for n in spread(len(points), MOST_ENTRIES - len(doubtful))]
    return tuple(dict.fromkeys((*doubtful, *even)))


def joint(found: SegmentMap) -> int | None:
    """Return the segment, near the middle, before which the init segment may come again.

    After an init segment every track must go on with a keyframe, so it has to begin with one.
    """
    points = [n for n in entry_points(found) if found.segments[n].keyframe]
    middle = len(found.segments) / 2
    return min(points, key=lambda number: abs(number - middle), default=None)


def is_whole(found: SegmentMap) -> bool:
    """Tell whether an engine's buffer holds the whole file, so that it is appended at once."""
    video = found.track_of(TrackKind.VIDEO) is not None
    return found.size_bytes <= (WHOLE_VIDEO_BYTES if video else WHOLE_AUDIO_BYTES)


def make_plan(
    media: SegmentMap | MediaFrames,
    file_id: str,
    *,
    patient: bool = False,
    session: bool = False,
) -> dict[str, object]:
    """Return the check page's plan (its ``PlayPlan``) for a file the server knows.

    Args:
        media: the file; with its frames, seeks go into the middle of one.
        file_id: the server's id.
        patient: slowly and with long limits, because something was doubtful.
        session: the page shall ask for a next file when it is through.
    """
    found = map_of(media)
    raw = not found.segments
    longer = PATIENCE if patient else 1
    share_ms = BUDGET_SHARE * 1000 * float(found.duration_s)
    return {
        "kind": "play",
        "session": session,
        "file": file_id,
        "mime": found.mime,
        "rate": PATIENT_RATE if patient else PLAY_RATE,
        "rate_caps": dict(RATE_CAPS),
        "raw": raw,
        "whole": raw or is_whole(found),
        "frames_expected": expect(media).frames,
        "seeks": [asdict(target) for target in _seeks(media)],
        "entries": [_entry(found, number) for number in chosen_entries(found)],
        "entry_points": len(entry_points(found)),
        "joint": None if (number := joint(found)) is None else _entry(found, number),
        "seek_limit_ms": PATIENT_SEEK_MS if patient else SEEK_LIMIT_MS,
        "stall_ms": PATIENT_STALL_MS if patient else STALL_MS,
        "seeks_budget_ms": int(max(SEEKS_BUDGET_MS, share_ms) * longer),
        "entries_budget_ms": int(max(ENTRIES_BUDGET_MS, share_ms) * longer),
    }


def _entry(found: SegmentMap, number: int) -> dict[str, object]:
    return {"n": number, "at_s": entry_time(found.segments[number])}


def _seeks(media: SegmentMap | MediaFrames) -> Sequence[SeekTarget]:
    if not isinstance(media, MediaFrames):
        media = MediaFrames(media, ())
    return seek_targets(media, MOST_SEEKS) if media.map.segments else ()


def missing_ranges(
    expected: Range, observed: Sequence[Range], tolerance_s: float
) -> tuple[Range, ...]:
    """Return the parts of ``expected`` longer than the tolerance that nothing covers."""
    missing, reached = [], expected[0]
    for start, end in sorted(observed):
        if start >= expected[1]:
            break
        if start - reached > tolerance_s:
            missing.append((reached, start))
        reached = max(reached, end)
    if expected[1] - reached > tolerance_s:
        missing.append((reached, expected[1]))
    return tuple(missing)
