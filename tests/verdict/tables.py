"""Frame tables made by hand, for the engines' models."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import (
    Fact,
    FactKind,
    Family,
    Segment,
    SegmentMap,
    Track,
    TrackKind,
    TrackSpan,
)
from studio.verdict.prediction import Run

PICTURE, SOUND = 1, 2
SECOND = 12_000
"""Ticks per second of hand-made MP4 tracks: 25 and 30 fps and 1/1000 s are whole."""


@dataclass(frozen=True, slots=True)
class F:
    """One frame: segment and time in ms (WebM) or ticks (MP4)."""

    segment: int
    time: int
    key: bool = True
    duration: int = -1
    decode: int | None = None


def picture(*, fps: int = 30, seconds: int = 4, cluster_ms: int = 1000, gop: int = 30) -> list[F]:
    """VP8 as ffmpeg muxes it: times rounded to ms, ``gop`` frames from key to key."""
    times = [round(n * 1000 / fps) for n in range(fps * seconds)]
    return [F(time // cluster_ms, time, n % gop == 0) for n, time in enumerate(times)]


def sound(*, seconds: int = 4, cluster_ms: int = 1000, step_ms: int = 20) -> list[F]:
    """Opus frames of 20 ms."""
    return [F(time // cluster_ms, time) for time in range(0, seconds * 1000, step_ms)]


def moved(frames: Sequence[F], since: int, by: int, *, segments: int = 0) -> list[F]:
    """Return the frames, those from ``since`` on later by ``by``."""
    return [
        F(f.segment + segments, f.time + by, f.key, f.duration) if f.time >= since else f
        for f in frames
    ]


def mp4_frames(
    number: int, *, seconds: int = 4, per_s: int = 30, gop: int = 30, cut: int = 30
) -> list[F]:
    """Frames of equal length, ``cut`` of them in each fragment."""
    length = SECOND // per_s
    every = 1 if number == SOUND else gop
    return [
        F(n // cut, n * length, n % every == 0, length, n * length) for n in range(per_s * seconds)
    ]


def table(
    number: int,
    frames: Sequence[F],
    *,
    family: Family = Family.WEBM,
    default_ns: int | None = None,
    edits: tuple[tuple[int, int], ...] = (),
    codec: str = "",
) -> FrameTable:
    kind = TrackKind.VIDEO if number == PICTURE else TrackKind.AUDIO
    names = ("V_VP8", "A_OPUS") if family is Family.WEBM else ("avc1", "mp4a")
    scale = 1000 if family is Family.WEBM else SECOND
    name = codec or names[number - 1]
    track = Track(number, kind, name, name, scale, default_duration_ns=default_ns, edits=edits)
    found = FrameTable(track, Fraction(scale))
    for n, frame in enumerate(frames):
        found.offsets.append(frame.segment * 1_000_000 + 2 * n + number)
        found.sizes.append(1)
        found.decode_times.append(frame.time if frame.decode is None else frame.decode)
        found.times.append(frame.time)
        found.durations.append(frame.duration)
        found.segments.append(frame.segment)
        found.keyframes.append(frame.key)
        found.hidden.append(0)
    return found


def ordered(*tables: FrameTable) -> None:
    """Place the blocks of all tracks in the order of their times."""
    blocks = [
        (found.segments[n], found.times[n], found.track.number, n, found)
        for found in tables
        for n in range(len(found))
    ]
    for place, (segment, _, _, n, found) in enumerate(sorted(blocks, key=lambda b: b[:4])):
        found.offsets[n] = segment * 1_000_000 + place


def media(
    *tables: FrameTable, family: Family = Family.WEBM, missing: Sequence[tuple[int, int]] = ()
) -> MediaFrames:
    """Return a whole file; ``missing``: segment and track of fragments without a tfdt."""
    if family is Family.WEBM:
        ordered(*tables)
    count = 1 + max((max(t.segments) for t in tables if len(t)), default=0)
    segments = []
    for number in range(count):
        spans = []
        for found in tables:
            own = [i for i in range(len(found)) if found.segments[i] == number]
            if own:
                start = found.seconds(min(found.times[i] for i in own))
                end = found.seconds(max(found.times[i] for i in own))
                key = bool(found.keyframes[own[0]])
                spans.append(TrackSpan(found.track.number, start, end, len(own), key, 1))
        start = min((span.start_s for span in spans), default=Fraction(0))
        segments.append(
            Segment(number * 1_000_000, 999_999, start, Fraction(1), True, tuple(spans))
        )
    facts = tuple(
        Fact(FactKind.NO_DECODE_TIME, segment * 1_000_000 + 8, track) for segment, track in missing
    )
    whole = SegmentMap(
        Path("film"), family, "", 1, Fraction(4), 0, 0,
        tuple(t.track for t in tables), tuple(segments), facts=facts,
    )  # fmt: skip
    return MediaFrames(whole, tables, 1000)


def ms(run: Run) -> list[tuple[int, int]]:
    """What ``buffered`` says, in ms."""
    return [(round(start * 1000), round(end * 1000)) for start, end in run.buffered]


def plays(run: Run) -> bool:
    return run.starts and run.stalls_at_s is None and not run.error and run.frames_lost == 0
