"""Decode times that run forward, whatever the source's fragments said.

Sources: ISO/IEC 23000-19, 7.3.2.2 (a fragment begins where the one before ended); mse-rules T4.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from operator import sub

from studio.segments.frames import FrameTable
from studio.segments.model import TrackKind

MAX_OVERLAP_S = 1
"""A longer step back is a clock that began anew, not fragments that overlap."""
SAME_STEP_S = Fraction(1, 20)
"""Fragments of picture and sound do not end together; so much may their overlaps differ."""
MAX_STEP = (1 << 31) - 1
"""Ticks from one frame to the next that a trun box can say; more is a clock gone mad."""


@dataclass(slots=True)
class TrackTimes:
    """One track's times, in its own ticks, in decode order.

    ``restarts``: places where the source's clock began anew, or was wrong for one fragment,
    and runs on here.
    ``overlaps``: frames that were to be decoded before their predecessor.
    ``gaps``: places where nothing was written for longer than a frame. A picture before
    one holds until the next.
    """

    decode: "array[int]"
    presentation: "array[int]"
    durations: "array[int]"
    restarts: int = 0
    overlaps: int = 0
    gaps: int = 0


def common_overlaps(tables: Sequence[FrameTable]) -> frozenset[int]:
    """Return the fragments that reach back by the same time in every track.

    There all tracks can be moved on together, and no frame is lost.
    """
    steps = [_steps_back(table) for table in tables]
    shared = set(steps[0]).intersection(*steps[1:]) if steps else set()
    return frozenset(
        segment
        for segment in shared
        if max(s[segment] for s in steps) - min(s[segment] for s in steps) <= SAME_STEP_S
    )


def _steps_back(table: FrameTable) -> dict[int, Fraction]:
    """Return by how many seconds fragments begin before the one before ends."""
    segments, times, durations = table.segments, table.decode_times, table.durations
    pairs = enumerate(zip(segments[1:], segments, strict=False), 1)
    found = {}
    for row, (here, before) in pairs:
        back = times[row - 1] + durations[row - 1] - times[row] if here != before else 0
        if back > 0:
            found[here] = back / table.ticks_per_s
    return found


def running_times(
    table: FrameTable, chosen: "array[int]", common: frozenset[int] = frozenset()
) -> TrackTimes:
    """Return the times of the ``chosen`` frames (row numbers of ``table``, ascending).

    Presentation times stay as they are but after a restart or a common overlap, where they
    move on with the decode times. Every frame lasts until the next one is decoded; only
    holes in sound stay, because Chromium would play what follows too early ("may cause AV
    sync to drift").

    Args:
        table: of one track.
        chosen: rows in the order of decoding.
        common: fragments where all tracks reach back alike; see ``common_overlaps``.
    """
    decode = array("q", map(table.decode_times.__getitem__, chosen))
    presentation = array("q", map(table.times.__getitem__, chosen))
    written = array("q", map(table.durations.__getitem__, chosen))
    times = TrackTimes(decode, presentation, written)
    steps = array("q", map(sub, decode[1:], decode))
    if steps != written[:-1] and table.segments[chosen[-1]] > 0:
        _settle(times, array("l", map(table.segments.__getitem__, chosen)))
        steps = array("q", map(sub, decode[1:], decode))
    if steps and (min(steps) <= 0 or max(steps) > MAX_STEP):
        _run_forward(times, table, [table.segments[row] in common for row in chosen])
    _fill_durations(times, table.track.kind)
    return times


def _settle(times: TrackTimes, segments: "array[int]") -> None:
    """Put single fragments back whose time is wrong, where the next is right again."""
    decode, written = times.decode, times.durations
    starts = [0, *(row for row in range(1, len(decode)) if segments[row] != segments[row - 1])]
    sums = array("q", accumulate(written, initial=0))
    drifts = [decode[row] - sums[row] for row in starts]
    for number in range(1, len(starts) - 1):
        wrong = drifts[number] - drifts[number - 1]
        if wrong == 0 or drifts[number + 1] != drifts[number - 1]:
            continue
        times.restarts += 1
        drifts[number] -= wrong
        for row in range(starts[number], starts[number + 1]):
            decode[row] -= wrong
            times.presentation[row] -= wrong


def _run_forward(times: TrackTimes, table: FrameTable, shared: list[bool]) -> None:
    """Undo clocks that began anew, and part frames that are decoded at one time."""
    decode, presentation, written = times.decode, times.presentation, times.durations
    first, moved, limit = decode[0], 0, int(MAX_OVERLAP_S * table.ticks_per_s)
    sound = table.track.kind is TrackKind.AUDIO
    for row in range(1, len(decode)):
        expected = decode[row - 1] + max(1, written[row - 1])
        here = decode[row] + moved
        back = expected - here
        stepped_back = here <= decode[row - 1] and (
            decode[row] <= first or back > limit or shared[row]
        )
        if stepped_back or -back > MAX_STEP:
            times.restarts += 1
            moved += back
            here = expected
        presentation[row] += moved
        if here <= decode[row - 1]:
            times.overlaps += 1
            here = decode[row - 1] + 1
            if sound:
                presentation[row] = here
        decode[row] = here


def _fill_durations(times: TrackTimes, kind: TrackKind) -> None:
    """Let frames last until the next; the last as written, or as the one before."""
    decode, written = times.decode, times.durations
    if not decode:
        return
    durations = array("q", map(sub, decode[1:], decode))
    for row, (lasts, said) in enumerate(zip(durations, written, strict=False)):
        if lasts > 2 * said > 0:
            times.gaps += 1
            if kind is TrackKind.AUDIO:
                durations[row] = said
    last = written[-1]
    if last <= 0:
        last = durations[-1] if durations else 1
    durations.append(last)
    times.durations = durations
