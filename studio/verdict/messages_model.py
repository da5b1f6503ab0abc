"""The parts of the error translator's tables."""

import re
from dataclasses import dataclass

from studio.verdict.model import Cure, CureKind, Effect, EngineFamily

RECLUSTER = Cure(CureKind.REPAIR, "recluster")
SPLIT = Cure(CureKind.REPAIR, "split")
REFRAGMENT = Cure(CureKind.REPAIR, "refragment")
IN_PLAYER = Cure(CureKind.PLAYER)
FROM_SOURCE = Cure(CureKind.SOURCE)
ENCODE_MP4 = Cure(CureKind.PRESET, "mp4-h264-aac")


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause in general words, and what helps against it."""

    cause: str
    remedy: str
    clause: str = ""
    cure: Cure | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern in messages and the rules it points to, likeliest first.

    ``families`` are the engines that say so; none for players' own words. ``generic``: the
    engine says it of many things, so any more telling sign in the same message wins.
    ``effects``: a file's findings with such an effect explain the message too; so do those
    with a code of ``also``, which nobody would think of without the file.
    """

    pattern: re.Pattern[str]
    codes: tuple[str, ...]
    families: tuple[EngineFamily, ...] = ()
    generic: bool = False
    effects: tuple[Effect, ...] = ()
    also: tuple[str, ...] = ()
