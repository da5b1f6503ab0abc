"""What an engine must do with a file, taken from its segment map; and how it is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from studio.segments.model import Segment, SegmentMap, TrackKind

AUDIO_FRAME_S = 0.07
"""Longest audio frame of our codecs, rounded up: Opus 60 ms, Vorbis and AAC up to 64 ms."""
MOST_SEEKS = 12
MOST_ENTRIES = 8
WHOLE_VIDEO_BYTES = 40_000_000
WHOLE_AUDIO_BYTES = 6_000_000
"""Appended in one go up to here; half of what Chromium and Firefox hold (134 and 94 MB of
video, 8 and 6 MB of sound alone). Source: measured, mse-rules.md T14."""
PLAY_RATE = 8
SEEK_LIMIT_MS = 2500
STALL_MS = 8000

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Expectation:
    """What must come out.

    ``start_s`` and ``end_s``: where every track has begun, and where the first one ends;
    ``last_end_s``: where the last one ends. ``tolerance_s``: one video frame and one audio
    frame. ``frames`` is 0 when there is no picture.
    """

    start_s: float
    end_s: float
    last_end_s: float
    tolerance_s: float
    frames: int
    has_video: bool
    has_audio: bool


def spread(count: int, most: int) -> tuple[int, ...]:
    """Return at most ``most`` positions of ``count``, even, with the first and the last."""
    if count <= most:
        return tuple(range(count))
    return tuple(sorted({round(i * (count - 1) / (most - 1)) for i in range(most)}))


def _ends(found: SegmentMap, number: int) -> tuple[Fraction, Fraction] | None:
    spans = [span for seg in found.segments for span in seg.spans if span.track == number]
    if not spans:
        return None
    return min(span.start_s for span in spans), max(span.end_s for span in spans)


def expect(found: SegmentMap) -> Expectation:
    """Return what an engine that can decode this file must show for it."""
    video, audio = found.track_of(TrackKind.VIDEO), found.track_of(TrackKind.AUDIO)
    tracks = [track for track in (video, audio) if track is not None]
    ends = [pair for track in tracks if (pair := _ends(found, track.number))]
    if not ends:
        first = found.segments[0].start_s if found.segments else Fraction(0)
        last = max((seg.end_s for seg in found.segments), default=found.duration_s)
        ends = [(first, last)]
    frame_s = float(found.duration_s) / found.frames if found.frames else 0.0
    return Expectation(
        start_s=float(max(start for start, _ in ends)),
        end_s=float(min(end for _, end in ends)),
        last_end_s=float(max(end for _, end in ends)),
        tolerance_s=min(frame_s, 0.5) + AUDIO_FRAME_S,
        frames=found.frames,
        has_video=video is not None,
        has_audio=audio is not None,
    )


def entry_time(segment: Segment) -> float:
    """Where every track of this segment has begun, in s."""
    return float(max((span.start_s for span in segment.spans), default=segment.start_s))


def _entry_numbers(segments: Sequence[Segment]) -> tuple[int, ...]:
    doubtful = [n for n, segment in enumerate(segments) if n and not segment.keyframe][:2]
    chosen = {n for n in spread(len(segments), MOST_ENTRIES) if n} | set(doubtful)
    return tuple(sorted(chosen))


def _seek_times(segments: Sequence[Segment]) -> list[float]:
    times = [max(0.0, float(segments[n].start_s)) for n in spread(len(segments), MOST_SEEKS)]
    if segments:
        middle = segments[len(segments) // 2]
        times.append(float(middle.start_s + middle.duration_s / 2))
    return times


def is_whole(found: SegmentMap) -> bool:
    """Tell whether an engine's buffer holds the whole file, so that it is appended at once."""
    video = found.track_of(TrackKind.VIDEO) is not None
    return found.size_bytes <= (WHOLE_VIDEO_BYTES if video else WHOLE_AUDIO_BYTES)


def make_plan(found: SegmentMap, file_id: str) -> dict[str, object]:
    """Return the check page's plan (its ``PlayPlan``) for a file the server knows."""
    raw = not found.segments
    entries = [
        {"n": n, "at_s": entry_time(found.segments[n])} for n in _entry_numbers(found.segments)
    ]
    return {
        "kind": "play",
        "file": file_id,
        "mime": found.mime,
        "rate": PLAY_RATE,
        "raw": raw,
        "whole": raw or is_whole(found),
        "frames_expected": found.frames,
        "seeks": _seek_times(found.segments),
        "entries": entries,
        "seek_limit_ms": SEEK_LIMIT_MS,
        "stall_ms": STALL_MS,
    }


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
