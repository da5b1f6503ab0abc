"""The keyframe rhythm: seconds or frames to ffmpeg's ``-g`` and ``-keyint_min``, exactly."""

import math
from fractions import Fraction

from studio.errors import PlanError
from studio.presets.model import GopPolicy
from studio.transcode.model import Gop, Overrides

LONGEST_GOP_S = 10
"""Longest keyframe distance in seconds.

Source: Apple asks for 2 s; a seek must decode from the keyframe on, and a WebM cluster of
more than 32.767 s cannot be written at all.
"""


def plan_gop(policy: GopPolicy, overrides: Overrides, frame_rate: Fraction) -> Gop:
    """Return the GOP for one job.

    Args:
        policy: the preset's rhythm.
        overrides: what the user changed.
        frame_rate: the output's exact frames per second, 30000/1001 and never 29.97.

    Raises:
        PlanError: shorter than a frame, longer than 10 s, or the minimum above the maximum.
    """
    if overrides.gop_seconds is not None and overrides.gop_frames is not None:
        what = "The keyframe distance is given both in seconds and in frames."
        raise PlanError(what, hint="Give one of them.")
    size = _size(policy, overrides, frame_rate)
    scene_cuts = policy.scene_cuts if overrides.scene_cuts is None else overrides.scene_cuts
    lowest = policy.min_frames if overrides.min_frames is None else overrides.min_frames
    _check(size, lowest, frame_rate, given_by_user=overrides.min_frames is not None)
    if not scene_cuts:
        return Gop(size=size, min_size=size if lowest is None else min(lowest, size), fixed=True)
    return Gop(size=size, min_size=1 if lowest is None else min(lowest, size), fixed=False)


def _size(policy: GopPolicy, overrides: Overrides, frame_rate: Fraction) -> int:
    if overrides.gop_frames is not None:
        return overrides.gop_frames
    seconds = overrides.gop_seconds
    if seconds is None:
        if policy.frames is not None:
            return policy.frames
        seconds = Fraction(2) if policy.seconds is None else policy.seconds
    size = round(seconds * frame_rate)
    if size < 1 and seconds > 0:
        what = f"{float(seconds):g} s is shorter than one frame."
        raise PlanError(what, hint=f"Give at least {float(1 / frame_rate):.3f} s.")
    return size


def _check(size: int, lowest: int | None, frame_rate: Fraction, *, given_by_user: bool) -> None:
    if size < 1:
        hint = "Give at least one frame."
        raise PlanError("The keyframe distance must be at least one frame.", hint=hint)
    most = max(1, math.ceil(LONGEST_GOP_S * frame_rate))
    if size > most:
        what = f"Keyframes {float(size / frame_rate):.1f} s apart are too far for streaming."
        raise PlanError(what, hint=f"Give at most {LONGEST_GOP_S} s ({most} frames).")
    if lowest is not None and lowest < 1:
        what = "The minimum keyframe interval must be at least one frame."
        raise PlanError(what, hint="Give at least one frame.")
    if lowest is not None and lowest > size and given_by_user:
        what = f"Minimum keyframe interval cannot exceed the maximum ({size})."
        raise PlanError(what, hint=f"Give at most {size} frames.")
