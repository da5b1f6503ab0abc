"""What a viewer's line carried, and whether that is too little, from what was sent when."""

from collections.abc import Sequence
from typing import NamedTuple

LOW_S = 3.0
"""Time of sending over which a line must be too slow to be called so."""
PAUSE_S = 0.25
"""A longer pause between two sendings: the first was done before the second was there."""
SHORTEST_S = 0.001
"""Sending never counts as quicker: the clock of some systems has no finer steps."""


class Sending(NamedTuple):
    """``size`` bytes, handed to the line from ``began`` to ``ended`` (clock, s)."""

    began: float
    ended: float
    size: int

    @property
    def took_s(self) -> float:
        """How long it took."""
        return max(SHORTEST_S, self.ended - self.began)


def rate_of(done: Sequence[Sending]) -> float | None:
    """What the line carried while it was busy, in bit/s; None when nothing was sent."""
    if not done:
        return None
    return 8 * sum(one.size for one in done) / sum(one.took_s for one in done)


def is_low(done: Sequence[Sending], stream_rate_bps: float, now: float) -> bool:
    """Tell whether the line was busy without a pause, for LOW_S, and carried too little.

    Of a plain request one hears when it has been answered: until the next could be, the
    last one stands.
    """
    bits, busy_s, next_began = 0, 0.0, now
    for one in reversed(done):
        pause_s = max(PAUSE_S, one.took_s) if one is done[-1] else PAUSE_S
        if next_began - one.ended > pause_s:
            return False
        bits, busy_s, next_began = bits + 8 * one.size, busy_s + one.took_s, one.began
        if busy_s >= LOW_S:
            return bits < stream_rate_bps * busy_s
    return False
