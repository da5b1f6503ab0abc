"""Where a video track's keyframes are, read from its packets without decoding."""

import logging
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from studio.media.child import guarded_input, run_child
from studio.media.streams import KeyframeIndex

log = logging.getLogger(__name__)

OUTPUT_CAP_BYTES = 256 * 1024 * 1024
"""Room for the packet list of a day of video (some 60 bytes per packet)."""

_KEY, _DISCARD = 1, 4


def read_keyframes(
    path: Path,
    *,
    ffmpeg: Path,
    time_limit_s: float = 120,
    cancel: threading.Event | None = None,
) -> KeyframeIndex | None:
    """Return where the first video track's keyframes are.

    ffmpeg lists the packets (``-c copy -f framecrc``); imageio-ffmpeg brings no ffprobe.
    Times count from the file's own start.

    Args:
        path: the file.
        ffmpeg: the program.
        time_limit_s: wall time in seconds.
        cancel: ends the reading when set.

    Returns:
        None without a video track, when cancelled, or when ffmpeg could not read the file.
    """
    command = [str(ffmpeg), "-v", "error", "-nostdin", *guarded_input(path)]
    command += ["-map", "0:v:0", "-c", "copy", "-f", "framecrc", "-"]
    try:
        result = run_child(
            command, time_limit_s=time_limit_s, output_cap_bytes=OUTPUT_CAP_BYTES, cancel=cancel
        )
    except OSError as error:
        log.info("ffmpeg could not be asked for keyframes: %s", error)
        return None
    if not result.succeeded:
        return None
    return parse_packets(result.stdout.decode("ascii", "replace").splitlines())


@dataclass(slots=True)
class _Track:
    time_base: Fraction = Fraction(1, 1_000_000)
    keys: list[int] = field(default_factory=list)
    count: int = 0
    end: int = 0


def parse_packets(lines: list[str]) -> KeyframeIndex | None:
    """Return the index of stream 0 in the text of the framecrc muxer.

    A packet without a flag field (``F=0x...``) is a keyframe; one that an edit list cuts
    off is flagged as discarded and does not count.
    """
    track = _Track()
    for line in lines:
        if line.startswith("#tb 0: "):
            numerator, _, denominator = line[7:].partition("/")
            track.time_base = Fraction(int(numerator), int(denominator))
    for pts, duration, flags in _packets(lines):
        if flags & _DISCARD:
            continue
        track.count += 1
        track.end = max(track.end, pts + duration)
        if flags & _KEY:
            track.keys.append(pts)
    if not track.count:
        return None
    times = tuple(round(pts * track.time_base * 1_000_000) for pts in sorted(track.keys))
    return KeyframeIndex(times, track.count, round(track.end * track.time_base * 1_000_000))


def _packets(lines: list[str]) -> Iterator[tuple[int, int, int]]:
    """Yield presentation time and duration in ticks, and the flags, of each packet."""
    for line in lines:
        fields = line.split(",")
        if line.startswith("#") or len(fields) < 6:
            continue
        flag = next((f for f in fields[6:] if f.strip().startswith("F=0x")), "F=0x1")
        yield int(fields[2]), int(fields[3]), int(flag.strip()[4:], 16)
