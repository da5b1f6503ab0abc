"""What a live stream is made of: one init segment, then media segments that begin with a keyframe.

Source: W3C MSE byte stream formats (init segment, media segment, random access point).
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from studio.errors import StudioError


@dataclass(frozen=True, slots=True)
class LiveInit:
    """An init segment: ``mime`` is for ``addSourceBuffer``, ``version`` counts from 0.

    A feed that begins anew with other tracks or settings tells another init with the next
    version; the first unit after it is a discontinuity.
    """

    mime: str
    data: bytes
    version: int = 0

    @property
    def suffix(self) -> str:
        """``.webm`` or ``.mp4``."""
        return ".webm" if "/webm" in self.mime.partition(";")[0] else ".mp4"


@dataclass(frozen=True, slots=True)
class LiveUnit:
    """One media segment: a cluster, or moof and mdat. It begins with a keyframe.

    ``number`` counts up by one, ``start_s`` is the presentation time written in the bytes and
    never decreases, ``duration_s`` reaches to the next unit's start, as far as that is known.
    ``discontinuity``: what it shows does not follow from the unit before.
    """

    number: int
    start_s: Fraction
    duration_s: Fraction
    data: bytes
    discontinuity: bool = False
    init_version: int = 0

    @property
    def end_s(self) -> Fraction:
        """Where it ends on the presentation timeline."""
        return self.start_s + self.duration_s


class FeedListener(Protocol):
    """Who takes what a feed gives; every call comes from the feed's thread."""

    def on_init(self, init: LiveInit) -> None:
        """An init segment; before its first unit."""

    def on_unit(self, unit: LiveUnit) -> None:
        """A media segment, at the moment when it is there to be sent."""

    def on_end(self, problem: StudioError | None) -> None:
        """The last call, always made once: with None it has ended as it should."""


class Feed(Protocol):
    """Where a live stream comes from; runs on threads of its own."""

    def start(self, listener: FeedListener) -> None:
        """Begin; returns at once. What goes wrong is told by ``on_end``."""

    def stop(self) -> None:
        """End it; returns when its threads and processes are gone. May be called twice."""
