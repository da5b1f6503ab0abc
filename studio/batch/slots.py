"""How many jobs at a time: one pool that encoders take from as they load the machine.

Counted in half cores, so that "two of these fill the machine" is exact on any number of cores.

Source: measured on 2 cores. Four VP8 files, one thread each: a pool of two took 1.59 times
less than one after the other, with libvpx' own number of threads 2.3 times *more*. Four x264
files: a pool of two took 1.06 to 1.10 times less; more at a time bring nothing but memory.
"""

import itertools
import os
import sys
from collections.abc import Sequence

from studio.presets.model import Preset

HALVES = 2
"""Shares of one core."""

_MOST_COPIES = 2
"""Stream copies at a time: they wait for the disk, and more of them only make it seek."""


def usable_cores() -> int:
    """Return how many cores this process may use."""
    if sys.platform != "linux":
        return os.cpu_count() or 1
    return len(os.sched_getaffinity(0))


def capacity(cores: int | None = None) -> int:
    """Return the shares of the machine, in half cores."""
    return HALVES * (usable_cores() if cores is None else max(1, cores))


def cost(preset: Preset, cores: int | None = None) -> int:
    """Return what one job takes from ``capacity``, in half cores.

    One share for a stream copy, a core for each fixed thread and for sound alone, half the
    machine for encoders that fill it by themselves, and all of it for VP8 with libvpx' own
    threads, which wait busily for each other.
    """
    everything = capacity(cores)
    video = preset.video
    if is_copy(preset):
        return 1
    if video is None or video.encoder == "copy":
        return HALVES
    if video.encoder == "libvpx":
        return everything if video.threads is None else min(everything, HALVES * video.threads)
    half = max(1, everything // 2)
    return half if video.threads is None else min(half, HALVES * video.threads)


def is_copy(preset: Preset) -> bool:
    """Tell whether nothing is encoded."""
    tracks = [track for track in (preset.video, preset.audio) if track is not None]
    return all(track.encoder == "copy" for track in tracks)


def may_start(
    running: Sequence[Preset], following: Preset, slots: int, cores: int | None = None
) -> bool:
    """Tell whether a job may start beside those that run.

    Args:
        running: what the running jobs make; none means that anything may start.
        following: what the job would make.
        slots: the user's number of jobs at a time; 0 for what suits this machine.
        cores: of the machine; None for those this process may use.
    """
    if slots > 0:
        return len(running) < slots
    if is_copy(following) and sum(map(is_copy, running)) >= _MOST_COPIES:
        return False
    taken = sum(cost(preset, cores) for preset in running)
    return taken + cost(following, cores) <= capacity(cores)


def automatic(presets: Sequence[Preset], cores: int | None = None) -> int:
    """Return how many jobs run at a time in a long queue that begins with these presets.

    Args:
        presets: of the jobs, in order, taken again from the first; none gives 1.
        cores: as for ``may_start``.
    """
    running: list[Preset] = []
    for preset in itertools.cycle(presets):
        if not may_start(running, preset, 0, cores):
            break
        running.append(preset)
    return max(1, len(running))
