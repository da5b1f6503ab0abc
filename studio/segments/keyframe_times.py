"""What a file's own index says of its keyframes."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class KeyframeTimes:
    """Keyframes of the first video track, ascending on the presentation timeline.

    ``times`` and ``end`` (where the last frame ends) are ticks of ``ticks_per_s``; MP4's edit
    list is applied, WebM's are block times. ``frame_count`` counts the frames (not those an
    edit list cuts off), None where the index does not tell. ``file_start_s``: where the first
    of all tracks begins, which is what programs that play a file show as 0.
    """

    times: tuple[int, ...]
    end: int
    ticks_per_s: Fraction
    frame_count: int | None
    file_start_s: Fraction
