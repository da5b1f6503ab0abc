"""A file's segments as a playlist lists them: fragments joined, with lengths that add up."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from studio.segments.hls_text import LEAST_BANDWIDTH, ByteSpan
from studio.segments.model import SegmentMap, TrackKind

_CODECS = re.compile(r'codecs="([^"]*)"')
_LEAST_S = Fraction(1, 1000)
_USUAL_RATES = (
    *(Fraction(n) for n in (5, 10, 12, 15, 20, 24, 25, 30, 48, 50, 60, 100, 120)),
    *(Fraction(n * 1000, 1001) for n in (24, 30, 60, 120)),
)
_NEAR = Fraction(1, 500)


@dataclass(frozen=True, slots=True)
class ListedCut:
    """One segment of a playlist: bytes of the file, and when it is shown (s, from 0)."""

    span: ByteSpan
    start_s: Fraction
    duration_s: Fraction
    keyframe: bool

    @property
    def end_s(self) -> Fraction:
        """Where the next one begins."""
        return self.start_s + self.duration_s


def cuts_of(found: SegmentMap, starts_s: Sequence[Fraction] = ()) -> tuple[ListedCut, ...]:
    """Return what a playlist lists of a file.

    Each lasts up to the next one's start, so that nothing overlaps.

    Args:
        found: how the file is cut.
        starts_s: where segments are to begin: at the fragment that begins nearest to each.
            None given: every fragment is one.
    """
    fragments = found.segments
    if not fragments:
        return ()
    times = [max(Fraction(0), fragment.start_s) for fragment in fragments]
    firsts = _firsts(times, starts_s) if starts_s else list(range(len(fragments)))
    cuts = []
    end_s = max(found.segments[-1].end_s, times[-1] + _LEAST_S)
    for first, after in pairwise([*firsts, len(fragments)]):
        last = fragments[after - 1]
        span = ByteSpan(fragments[first].offset, last.offset + last.size - fragments[first].offset)
        until_s = times[after] if after < len(fragments) else end_s
        length_s = max(until_s - times[first], _LEAST_S)
        cuts.append(ListedCut(span, times[first], length_s, fragments[first].keyframe))
    return tuple(cuts)


def joined_starts(found: SegmentMap, segment_s: Fraction) -> tuple[Fraction, ...]:
    """Return where segments begin when fragments are joined up to a length, in s.

    A fragment that is longer stays a segment by itself; each begins with a keyframe as far as
    the fragments do.
    """
    starts: list[Fraction] = []
    for fragment in found.segments:
        begins = fragment.keyframe or not starts
        if not starts or (begins and fragment.end_s - starts[-1] > segment_s):
            starts.append(fragment.start_s)
    return tuple(starts)


def _firsts(times: list[Fraction], starts_s: Sequence[Fraction]) -> list[int]:
    """Return the fragments nearest to the wanted starts; the first always begins a segment."""
    firsts = {0}
    for wanted in starts_s:
        place = bisect_left(times, wanted)
        near = [n for n in (place - 1, place) if 0 <= n < len(times)]
        firsts.add(min(near, key=lambda n: abs(times[n] - wanted)))
    return sorted(firsts)


def codecs_of(mime: str) -> str:
    """Return what ``codecs=`` of a MIME type says, without blanks."""
    told = _CODECS.search(mime)
    return told[1].replace(" ", "") if told else ""


def mean_bps(cuts: Sequence[ListedCut]) -> int:
    """Return the rate of all together, in bit/s."""
    length_s = sum((cut.duration_s for cut in cuts), Fraction(0))
    size = sum(cut.span.size for cut in cuts)
    return max(LEAST_BANDWIDTH, round(size * 8 / length_s)) if length_s else LEAST_BANDWIDTH


def peak_bps(cuts: Sequence[ListedCut]) -> int:
    """Return the highest rate of a segment, in bit/s."""
    rates = [cut.span.size * 8 / cut.duration_s for cut in cuts]
    return max([LEAST_BANDWIDTH, *map(round, rates)])


def frame_rate_of(found: SegmentMap) -> Fraction:
    """Return pictures per second, a usual rate where it is one; 0 where they were not counted."""
    video = found.track_of(TrackKind.VIDEO)
    if video is None or not found.segments:
        return Fraction(0)
    length_s = found.segments[-1].end_s - found.segments[0].start_s
    return usual_rate(Fraction(found.frames) / length_s) if length_s > 0 else Fraction(0)


def usual_rate(rate: Fraction) -> Fraction:
    """Return the usual frame rate that is meant by a measured one, else that in thousandths."""
    if not rate:
        return rate
    nearest = min(_USUAL_RATES, key=lambda usual: abs(usual - rate))
    is_near = abs(nearest - rate) <= nearest * _NEAR
    return nearest if is_near else rate.limit_denominator(1000)
