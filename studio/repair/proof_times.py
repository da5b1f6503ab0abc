"""Whether the frames of a track kept their times, up to one shift of all of them."""

from array import array
from fractions import Fraction
from itertools import pairwise

from studio.repair.proof_frames import FrameRun


def presented_shift(source: FrameRun, result: FrameRun, *, laced: bool) -> Fraction | None:
    """Return by how many seconds all frames of a track moved; None when not all moved alike.

    Edit lists count. Where timescales differ, a tick of each side is rounding. The frames of
    one laced block have a single time in the source: in the result they may be spread out up
    to the next block.

    Args:
        source: the frames of a track.
        result: as many frames of the repaired file.
        laced: the source packs frames into blocks.
    """
    old, new = source.times, result.times
    begin = result.begin_s - source.begin_s
    if source.ticks_per_s == result.ticks_per_s:
        step = new[0] - old[0]
        moved = all(b - a == step for a, b in zip(old, new, strict=True))
        if not moved and not (laced and _is_spread(old, new, step)):
            return None
        return step / result.ticks_per_s + begin
    shift = new[0] / result.ticks_per_s - old[0] / source.ticks_per_s
    rounding = 1 / source.ticks_per_s + 1 / result.ticks_per_s
    for a, b in zip(old, new, strict=True):
        if abs(b / result.ticks_per_s - a / source.ticks_per_s - shift) > rounding:
            return None
    return shift + begin


def _is_spread(old: "array[int]", new: "array[int]", step: int) -> bool:
    """Tell whether each block's first frame is in its place and the others follow in order."""
    if any(a > b for a, b in pairwise(new)):
        return False
    following: int | None = None
    for number in range(len(old) - 1, -1, -1):
        time, moved = old[number], new[number] - step
        begins = number == 0 or old[number - 1] != time
        if moved < time or (begins and moved != time):
            return False
        if following is not None and moved > following:
            return False
        following = time if begins else following
    return True
