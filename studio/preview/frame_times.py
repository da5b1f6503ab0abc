"""When each frame is shown, for files whose frames do not come evenly."""

from collections.abc import Sequence
from fractions import Fraction

from studio.preview.facts_file import frame_rate
from studio.segments.frames import NO_SEGMENT, FrameTable, MediaFrames
from studio.verdict.gops import shift_s, video_table

MOST_FRAMES = 400_000
"""Three to four hours at 30 frames a second; some 3 MB as JSON."""
SLACK = Fraction(3, 10)
"""Of a frame's length: WebM rounds times to milliseconds, an eighth of a frame at 240 fps."""


def uneven_frames_s(media: MediaFrames) -> list[float]:
    """Return when each frame is shown, ascending, in seconds.

    Empty where the frame rate and the first frame's time already say it (each frame is within
    0.3 frames of its place), where there is no picture, and beyond ``MOST_FRAMES``.
    """
    table, rate = video_table(media), frame_rate(media.map)
    if table is None or rate is None:
        return []
    times = _shown(table, NO_SEGMENT if not media.map.segments else 0)
    if not times or len(times) > MOST_FRAMES or _is_even(times, table.ticks_per_s / rate):
        return []
    shift = shift_s(media, table)
    return [round(float(table.seconds(time) + shift), 6) for time in times]


def _shown(table: FrameTable, lowest_segment: int) -> list[int]:
    rows = zip(table.times, table.hidden, table.segments, strict=True)
    return sorted(
        {time for time, hidden, segment in rows if not hidden and segment >= lowest_segment}
    )


def _is_even(times: Sequence[int], frame: Fraction) -> bool:
    """Tell whether each time is near its place, in whole numbers: there may be many."""
    num, den = frame.numerator, frame.denominator
    most = int(SLACK * num)
    return all(
        abs((time - times[0]) * den - number * num) <= most for number, time in enumerate(times)
    )
