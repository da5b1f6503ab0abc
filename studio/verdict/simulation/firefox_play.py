"""How Firefox plays what its track buffers hold.

Source: Firefox dom/media/mediasource/{TrackBuffersManager,MediaSourceDemuxer}.cpp and
MediaSourceDecoder.cpp; the constants were measured with Firefox 153.
"""

from collections.abc import Sequence
from fractions import Fraction

from studio.verdict.prediction import Loss, LossCause, Run, TrackRun
from studio.verdict.simulation.firefox_buffer import FirefoxBuffer
from studio.verdict.simulation.firefox_feeds import Feed
from studio.verdict.simulation.firefox_ranges import Fuzzy, common
from studio.verdict.simulation.timeline import MICROSECONDS, Fates, to_spans

BRIDGED_US = 500_000
"""Playing goes through a gap of this size. Source: MediaSourceDemuxer's EOS_FUZZ."""
START_GAP_US = 250_000
"""Playing begins when all tracks have begun this soon after. Source: measured, 153."""

_STEPS = {
    LossCause.NO_RANDOM_ACCESS_POINT: "10.1",
    LossCause.DISCONTINUITY: "6",
    LossCause.BEFORE_ZERO: "8",
    LossCause.OVERWRITTEN: "14",
}


def play(
    feeds: Sequence[Feed], buffers: Sequence[FirefoxBuffer], spans: Sequence[range], at_us: int
) -> Run:
    """Return what is buffered after ``endOfStream``, and how playing from there goes."""
    pairs = list(zip(feeds, buffers, strict=True))
    shown = [[_in_us(item, feed.clock) for item in own.shown.items] for feed, own in pairs]
    held = _buffered(shown)
    starts = _can_begin(held, at_us) and all(shown)
    stalls = [at_us]
    if starts:
        ends = (_last_before_gap(own, feed.clock, at_us) for feed, own in pairs)
        stalls = [end for end in ends if end is not None]
    stall = min(stalls, default=None)
    parts = zip(feeds, buffers, shown, spans, strict=True)
    return Run(
        tracks=tuple(_track_run(*part, stall) for part in parts),
        buffered=to_spans((start, end) for start, end, _ in held),
        starts=starts,
        stalls_at_s=None if stall is None else Fraction(stall, MICROSECONDS),
    )


def _in_us(item: Fuzzy, clock: int) -> Fuzzy:
    start, end, fuzz = item
    return start * MICROSECONDS // clock, end * MICROSECONDS // clock, fuzz * MICROSECONDS // clock


def _buffered(shown: Sequence[Sequence[Fuzzy]]) -> list[Fuzzy]:
    """Intersect all tracks; each reaches to where the longest ends, and an empty one spans all."""
    highest = max((ranges[-1][1] for ranges in shown if ranges), default=0)
    if not highest:
        return []
    longer = [
        [*ranges[:-1], (ranges[-1][0], highest, ranges[-1][2])] if ranges else [(0, highest, 0)]
        for ranges in shown
    ]
    return common(longer)


def _can_begin(held: Sequence[Fuzzy], at_us: int) -> bool:
    """Tell whether ``at_us`` is in what is buffered, small gaps crossed, or shortly before it."""
    joined: list[tuple[int, int]] = []
    for start, end, _ in held:
        if joined and start - joined[-1][1] <= 2 * START_GAP_US:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return any(start - START_GAP_US <= at_us < end for start, end in joined)


def _last_before_gap(buffer: FirefoxBuffer, clock: int, at_us: int) -> int | None:
    """Return where a track's frames, in the order they are read, are too far apart."""
    starts, ends, decodes = buffer.starts, buffer.ends, buffer.decodes
    room = BRIDGED_US * clock // MICROSECONDS
    at = at_us * clock // MICROSECONDS
    for place in range(1, len(starts)):
        before = place - 1
        if starts[place] <= ends[before] + room or ends[before] <= at:
            continue
        length = ends[before] - starts[before]
        if decodes[place] > decodes[before] + length + room:
            return ends[before] * MICROSECONDS // clock
    return None


def _track_run(
    feed: Feed, buffer: FirefoxBuffer, shown: Sequence[Fuzzy], span: range, stall: int | None
) -> TrackRun:
    table, clock = feed.table, feed.clock
    causes: list[LossCause | None] = [buffer.lost.get(frame) for frame in span]
    if stall is not None:
        for place, frame in enumerate(span):
            if causes[place] is None and feed.starts[frame] * MICROSECONDS >= stall * clock:
                causes[place] = LossCause.OUT_OF_REACH
    losses: tuple[Loss, ...] = ()
    if any(causes):
        known = dict(zip(buffer.frames, buffer.ends, strict=True))
        times = [start * MICROSECONDS // clock for start in feed.starts[span.start : span.stop]]
        ends = [known.get(frame, feed.starts[frame]) * MICROSECONDS // clock for frame in span]
        losses = tuple(Fates(table, span, times, ends, causes).losses(_STEPS))
    kept = len(span) - sum(loss.frames for loss in losses)
    ranges = to_spans((start, end) for start, end, _ in shown)
    return TrackRun(table.track.number, ranges, kept, losses)
