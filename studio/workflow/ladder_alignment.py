"""Do the rungs of a ladder fit together? Read from their bytes, compared in exact fractions.

A player that changes from one rung to another appends the next segment of the other: pictures
only go on without a gap, a jump or a decoder's error where the segments of both begin with a
keyframe at the same moment.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest

from studio.segments.frames import NO_SEGMENT, MediaFrames
from studio.segments.model import SegmentMap, Track, TrackKind
from studio.verdict.gops import shift_s, video_table
from studio.verdict.model import Finding, Severity

_CLAUSE = "RFC 8216, 6.2.4; ISO/IEC 23009-1, 5.3.3.2; CMAF (ISO/IEC 23000-19), 7.3.4"
_REMEDY = "Make all rungs in one group, with one fixed distance of keyframes."
SOUND_SLACK_S = Fraction(1, 2)
"""By so much sound may begin or end away from the picture."""


@dataclass(frozen=True, slots=True)
class AlignedSegment:
    """One media segment: begin, length and frames of its picture; times are exact seconds."""

    start_s: Fraction
    duration_s: Fraction
    frames: int


@dataclass(frozen=True, slots=True)
class AlignedRung:
    """What is compared of one rung. ``keyframes_s`` are the times of all its keyframes."""

    name: str
    codec: str
    timescale: int
    keyframes_s: tuple[Fraction, ...]
    segments: tuple[AlignedSegment, ...]

    @property
    def end_s(self) -> Fraction:
        """Where its last segment ends."""
        last = self.segments[-1] if self.segments else AlignedSegment(Fraction(0), Fraction(0), 0)
        return last.start_s + last.duration_s


@dataclass(frozen=True, slots=True)
class AlignedSound:
    """What is compared of a sound track."""

    name: str
    codec: str
    start_s: Fraction
    end_s: Fraction


def rung_of(name: str, media: MediaFrames) -> AlignedRung:
    """Return what is compared of a rung's frames.

    Args:
        name: what the rung is called in findings.
        media: its frames; the first video track counts.
    """
    track = media.map.track_of(TrackKind.VIDEO)
    return AlignedRung(
        name,
        track.codec_string if track else "",
        track.timescale if track else 0,
        tuple(_keyframes_s(media)),
        tuple(_segments(media.map, track)),
    )


def sound_of(name: str, found: SegmentMap) -> AlignedSound | None:
    """Return what is compared of a sound track, None where there is none."""
    track = found.track_of(TrackKind.AUDIO)
    if track is None:
        return None
    spans = [span for s in found.segments for span in s.spans if span.track == track.number]
    if not spans:
        return None
    start_s, end_s = min(s.start_s for s in spans), max(s.end_s for s in spans)
    return AlignedSound(name, track.codec_string, start_s, end_s)


def _keyframes_s(media: MediaFrames) -> Iterator[Fraction]:
    table = video_table(media)
    if table is None:
        return
    shift = shift_s(media, table)
    for number in range(len(table)):
        if table.keyframes[number] and table.segments[number] != NO_SEGMENT:
            yield table.seconds(table.times[number]) + shift


def _segments(found: SegmentMap, track: Track | None) -> Iterator[AlignedSegment]:
    for segment in found.segments:
        for span in segment.spans:
            if track is not None and span.track == track.number:
                yield AlignedSegment(span.start_s, span.end_s - span.start_s, span.frames)


def alignment_findings(
    rungs: Sequence[AlignedRung],
    sound: AlignedSound | None = None,
    *,
    expects_sound: bool = False,
) -> tuple[Finding, ...]:
    """Return what keeps rungs from being switched; nothing when they fit to the frame.

    Each rung is compared with the first; a finding names the rung, and the first moment at
    which it differs.

    Args:
        rungs: all of one ladder.
        sound: the track they share.
        expects_sound: there must be one.
    """
    found: list[Finding] = []
    for rung in rungs[1:]:
        found.extend(_differences(rungs[0], rung))
    if rungs:
        found.extend(_beginnings(rungs))
        found.extend(_sound_findings(rungs[0], sound, expects_sound=expects_sound))
    return tuple(found)


def _differences(first: AlignedRung, rung: AlignedRung) -> Iterator[Finding]:
    """Yield how a rung differs; of times only the first kind, since others follow from it."""
    yield from _codec_findings(first, rung)
    timed = next(_timed(first, rung), None)
    if timed is not None:
        yield timed


def _timed(first: AlignedRung, rung: AlignedRung) -> Iterator[Finding]:
    pair = f"“{rung.name}” and “{first.name}”"
    at_s = _first_difference(rung.keyframes_s, first.keyframes_s)
    if at_s is not None:
        said = f"The keyframes of {pair} differ, first at {_time(at_s)}."
        yield _finding("LADDER-001", Severity.LOSS, said, rung)
    starts = [tuple(segment.start_s for segment in one.segments) for one in (rung, first)]
    at_s = _first_difference(*starts)
    if at_s is not None:
        said = f"The segments of {pair} begin at different times, first at {_time(at_s)}."
        yield _finding("LADDER-002", Severity.LOSS, said, rung)
    for mine, other in zip(rung.segments, first.segments, strict=False):
        at = _time(mine.start_s)
        if mine.frames != other.frames:
            said = (
                f"The segment of “{rung.name}” at {at} has {mine.frames} frames "
                f"and not {other.frames}, as in “{first.name}”."
            )
            yield _finding("LADDER-004", Severity.LOSS, said, rung)
            break
        if mine.duration_s != other.duration_s:
            lasts, wanted = _time(mine.duration_s), _time(other.duration_s)
            said = (
                f"The segment of “{rung.name}” at {at} lasts {lasts} "
                f"and not {wanted}, as in “{first.name}”."
            )
            yield _finding("LADDER-003", Severity.LOSS, said, rung)
            break


def _codec_findings(first: AlignedRung, rung: AlignedRung) -> Iterator[Finding]:
    kinds = rung.codec.partition(".")[0], first.codec.partition(".")[0]
    if kinds[0] != kinds[1]:
        mine, other = _codec(rung), _codec(first)
        said = (
            f"“{rung.name}” holds {mine} and not {other}, as “{first.name}” does; "
            "a player would have to stop."
        )
        yield _finding("LADDER-006", Severity.BLOCK, said, rung)
    if rung.timescale != first.timescale:
        said = (
            f"“{rung.name}” counts {rung.timescale} ticks a second, "
            f"“{first.name}” {first.timescale}."
        )
        yield _finding("LADDER-005", Severity.WARN, said, rung)


def _beginnings(rungs: Iterable[AlignedRung]) -> Iterator[Finding]:
    """Yield rungs of which a segment begins without a keyframe: there nobody can change to it."""
    for rung in rungs:
        keys = frozenset(rung.keyframes_s)
        late = next((s.start_s for s in rung.segments if s.start_s not in keys), None)
        if late is not None:
            said = f"A segment of “{rung.name}” begins without a keyframe, first at {_time(late)}."
            yield _finding("LADDER-008", Severity.LOSS, said, rung)


def _sound_findings(
    first: AlignedRung, sound: AlignedSound | None, *, expects_sound: bool
) -> Iterator[Finding]:
    if sound is None:
        if expects_sound:
            yield Finding("LADDER-007", Severity.LOSS, "The ladder has no sound.", remedy=_REMEDY)
        return
    begin_s = first.segments[0].start_s if first.segments else Fraction(0)
    for what, mine, other in (
        ("begins", sound.start_s, begin_s),
        ("ends", sound.end_s, first.end_s),
    ):
        if abs(mine - other) > SOUND_SLACK_S:
            said = f"The sound {what} at {_time(mine)}, the picture at {_time(other)}."
            severity = Severity.SYNC if what == "begins" else Severity.WARN
            yield Finding("LADDER-007", severity, said, clause=_CLAUSE, remedy=_REMEDY)


def _first_difference(mine: Sequence[Fraction], others: Sequence[Fraction]) -> Fraction | None:
    """Return the first moment that is in one of two rows of times and not in the other."""
    for own, other in zip_longest(mine, others):
        if own != other:
            return min(time for time in (own, other) if time is not None)
    return None


def _finding(code: str, severity: Severity, message: str, rung: AlignedRung) -> Finding:
    return Finding(code, severity, message, clause=_CLAUSE, remedy=_REMEDY, place=rung.name)


def _codec(rung: AlignedRung) -> str:
    return rung.codec or "no picture"


def _time(seconds: Fraction) -> str:
    return f"{float(seconds):.3f} s"
