"""The keyframe rhythm of several jobs at once: what they have in common, and one change of it."""

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from studio.batch.model import JobSettings
from studio.presets.model import GopPolicy
from studio.transcode.model import Overrides

Edit = Callable[["Rhythm"], "Rhythm"]


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The values in effect; either ``seconds`` or ``frames``. ``smallest`` None is automatic."""

    seconds: Fraction | None = None
    frames: int | None = None
    smallest: int | None = None
    scene_cuts: bool = False

    @classmethod
    def of(cls, settings: JobSettings) -> "Rhythm":
        """Return what a job's preset and overrides come to."""
        policy, own = settings.preset.gop, settings.overrides
        seconds, frames = own.gop_seconds, own.gop_frames
        if seconds is None and frames is None:
            seconds, frames = policy.seconds, policy.frames
        return cls(
            seconds,
            frames,
            policy.min_frames if own.min_frames is None else own.min_frames,
            policy.scene_cuts if own.scene_cuts is None else own.scene_cuts,
        )

    def overrides(self, policy: GopPolicy, extra: tuple[tuple[str, str], ...]) -> Overrides:
        """Return what differs from a preset; equal to it means None."""
        return Overrides(
            gop_seconds=None if self.seconds == policy.seconds else self.seconds,
            gop_frames=None if self.frames == policy.frames else self.frames,
            min_frames=None if self.smallest == policy.min_frames else self.smallest,
            scene_cuts=None if self.scene_cuts == policy.scene_cuts else self.scene_cuts,
            extra=extra,
        )


@dataclass(frozen=True, slots=True)
class Mixed:
    """Which values are not the same for all."""

    distance: bool = False
    smallest: bool = False
    scene_cuts: bool = False

    @classmethod
    def of(cls, rhythms: Sequence[Rhythm]) -> "Mixed":
        """Compare rhythms with the first one."""
        return cls(
            len({(one.seconds, one.frames) for one in rhythms}) > 1,
            len({one.smallest for one in rhythms}) > 1,
            len({one.scene_cuts for one in rhythms}) > 1,
        )


def distance(seconds: Fraction | None, frames: int | None) -> Edit:
    """Return the edit that sets the distance and nothing else."""
    return lambda old: dataclasses.replace(old, seconds=seconds, frames=frames)


def smallest(frames: int | None) -> Edit:
    """Return the edit that sets the smallest distance; None is automatic."""
    return lambda old: dataclasses.replace(old, smallest=frames)


def scene_cuts(on: bool) -> Edit:
    """Return the edit that wants keyframes at scene cuts, or not."""
    return lambda old: dataclasses.replace(old, scene_cuts=on)


def edited(edit: Edit, settings: JobSettings) -> Overrides:
    """Return a job's overrides after an edit; its other values stay its own."""
    rhythm = edit(Rhythm.of(settings))
    return rhythm.overrides(settings.preset.gop, settings.overrides.extra)
