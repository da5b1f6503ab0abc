"""How long jobs take, learned from those that are over."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Experience:
    """One job that is over: what it had to do, and what it took.

    ``key`` tells kinds of jobs apart. ``pixels`` is width times height times frames, 0 for
    sound alone. ``wall_s`` are seconds of running, ``at`` is Unix seconds.
    """

    key: str
    media_s: float
    pixels: int
    wall_s: float
    size_bytes: int
    at: float
