"""Where a file's keyframes are: from its own index, else from its packets."""

import threading
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

from studio.media import keyframes as packets
from studio.media.streams import KeyframeIndex
from studio.segments.keyframe_index import read_keyframe_times
from studio.segments.keyframe_times import KeyframeTimes

MICROSECONDS = 1_000_000


def read_keyframes(
    path: Path,
    *,
    ffmpeg: Path,
    time_limit_s: float = 120,
    cancel: threading.Event | None = None,
) -> KeyframeIndex | None:
    """Return where the first video track's keyframes are.

    An MP4, WebM or Matroska file mostly has an index, which is read in milliseconds; of
    other files ffmpeg lists the packets. Times count from the file's own start.

    Args:
        path: the file.
        ffmpeg: the program.
        time_limit_s: wall time of the program, in seconds.
        cancel: ends the program when set.

    Returns:
        None without a video track, when cancelled, or when the file could not be read.
    """
    found = read_keyframe_times(path)
    if found is not None:
        return _index(found)
    return packets.read_keyframes(path, ffmpeg=ffmpeg, time_limit_s=time_limit_s, cancel=cancel)


def _index(found: KeyframeTimes) -> KeyframeIndex:
    times = _microseconds((*found.times, found.end), found.ticks_per_s, found.file_start_s)
    return KeyframeIndex(times[:-1], found.frame_count, times[-1])


def _microseconds(
    ticks: Iterable[int], ticks_per_s: Fraction, start_s: Fraction
) -> tuple[int, ...]:
    """Return ticks as µs since ``start_s``, rounded as ``round`` does (half to even)."""
    begin = start_s * ticks_per_s
    factor = MICROSECONDS * ticks_per_s.denominator * begin.denominator
    offset = MICROSECONDS * ticks_per_s.denominator * begin.numerator
    divisor = ticks_per_s.numerator * begin.denominator
    rounded = []
    for tick in ticks:
        whole, rest = divmod(tick * factor - offset, divisor)
        rounded.append(whole + (2 * rest > divisor or (2 * rest == divisor and whole & 1 == 1)))
    return tuple(rounded)
