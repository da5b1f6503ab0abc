"""Frames of a file, once or round and round, with times that go on for ever.

The picture of each lap begins where the one before ended. Sound goes on without a gap and
never drifts: Chromium counts the samples it has played and does not look at times again
("Large timestamp gap detected; may cause AV sync to drift"), so that a few milliseconds at
each joint would add up. The last packet of a lap is played or left out, whichever is nearer.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil

from studio.streams.playout_lanes import Lane, Plan
from studio.streams.shift import Frame

ReadFrame = Callable[[int, int], bytes]
"""Returns a frame's bytes: where they stand in the file, how many."""

SLACK_TICKS = 2
"""Stored times are rounded: a packet that follows within so little follows at once."""


@dataclass(frozen=True, slots=True)
class PlayedUnit:
    """One unit's frames, the main track's first. ``is_joint``: a lap begins with it."""

    number: int
    start_s: Fraction
    end_s: Fraction
    frames: list[Frame]
    is_joint: bool


@dataclass(slots=True)
class _Sound:
    """Where a track of sound is: its next frame, its lap, and when its packets end (ticks)."""

    lane: Lane
    first: int
    frame: int
    offset: int = 0
    lap: int = 0
    clock: Fraction = field(default_factory=Fraction)
    longest: Fraction = field(default_factory=Fraction)

    def time_s(self) -> Fraction:
        """When the next frame is presented."""
        return self.lane.start_s(self.frame) + self.lane.table.seconds(self.offset)

    def has_more(self) -> bool:
        """Whether the lap has a next frame."""
        return self.frame < len(self.lane.table)

    def half_s(self) -> Fraction:
        """Half of how long the next frame lasts."""
        return self.lane.table.seconds(self.lane.duration(self.frame)) / 2

    def take(self, read: ReadFrame) -> Frame:
        """Return the next frame and go on to the one behind it."""
        found = _frame(self.lane, self.frame, self.offset, read)
        length = self.lane.length_of(found.data) if self.lane.length_of else Fraction(0)
        ticks = length * self.lane.table.ticks_per_s or Fraction(found.duration)
        follows = abs(self.clock - found.time) <= SLACK_TICKS
        self.clock = (self.clock if follows else Fraction(found.time)) + ticks
        self.longest = max(self.longest, ticks)
        self.frame += 1
        return found

    def begin_lap(self, ideal_s: Fraction) -> None:
        """Go back to the first frame, right behind the last, or where it should be."""
        table = self.lane.table
        ideal = (ideal_s - self.lane.start_s(self.first)) * table.ticks_per_s
        at_once = self.clock - table.times[self.first]
        self.offset = ceil(at_once if abs(at_once - ideal) <= self.longest else ideal)
        self.frame, self.lap = self.first, self.lap + 1


def units_of(plan: Plan, read: ReadFrame, *, loop: bool) -> Iterator[PlayedUnit]:
    """Yield the units of a file, for ever when it loops."""
    sounds = [
        _Sound(lane, first, first, clock=Fraction(lane.table.times[first]))
        for lane, first in zip(plan.others, plan.firsts, strict=True)
    ]
    number, lap = 0, 0
    while True:
        begin_s = plan.start_s + lap * plan.period_s
        for place, cut in enumerate(plan.cuts):
            is_last = place + 1 == len(plan.cuts)
            end = plan.end if is_last else plan.cuts[place + 1]
            offset = round(lap * plan.period_s * plan.main.table.ticks_per_s)
            start_s = plan.main.start_s(cut) + lap * plan.period_s
            end_s = begin_s + plan.period_s
            if not is_last:
                end_s = plan.main.start_s(end) + lap * plan.period_s
            frames = [_frame(plan.main, n, offset, read) for n in range(cut, end)]
            until_s = None if is_last and not loop else end_s
            for sound in sounds:
                frames += _sound_until(sound, until_s, plan, read)
            yield PlayedUnit(number, start_s, end_s, frames, place == 0 and lap > 0)
            number += 1
        if not loop:
            return
        lap += 1


def _sound_until(
    sound: _Sound, until_s: Fraction | None, plan: Plan, read: ReadFrame
) -> Iterator[Frame]:
    """Yield frames that begin before a moment; all that are left when it is None."""
    if until_s is None:
        while sound.has_more():
            yield sound.take(read)
        return
    while True:
        joint_s = plan.start_s + (sound.lap + 1) * plan.period_s
        is_over = not sound.has_more() or sound.time_s() + sound.half_s() > joint_s
        if is_over and joint_s > until_s:
            return  # the lap's picture is not over yet
        if is_over:
            first_s = sound.lane.start_s(sound.first)
            sound.begin_lap(first_s + (sound.lap + 1) * plan.period_s)
        if sound.time_s() >= until_s:
            return
        yield sound.take(read)


def _frame(lane: Lane, number: int, offset: int, read: ReadFrame) -> Frame:
    table, duration = lane.table, lane.duration(number)
    return Frame(
        lane.number,
        table.decode_times[number] + offset,
        table.times[number] + offset,
        duration,
        bool(table.keyframes[number]),
        bool(table.hidden[number]),
        read(table.offsets[number], table.sizes[number]),
        duration if table.durations[number] > 0 else 0,
    )
