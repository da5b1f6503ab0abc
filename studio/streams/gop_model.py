"""What an assembler makes of a container's bytes as they come: init segments and whole GOPs."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Protocol

from studio.errors import SegmentError
from studio.segments.model import SegmentMap
from studio.segments.reader import map_of
from studio.segments.source import ByteSource

MAX_GOP_BYTES = 128 * 1024 * 1024
"""What is held of one GOP at most; browsers take no more than that in a whole buffer."""


@dataclass(frozen=True, slots=True)
class InitPart:
    """An init segment, and what ``addSourceBuffer`` is told."""

    mime: str
    data: bytes


@dataclass(frozen=True, slots=True)
class GopPart:
    """One GOP as one media segment; times in seconds as they stand in the bytes."""

    start_s: Fraction
    duration_s: Fraction
    data: bytes


class Assembler(Protocol):
    """Takes a container's bytes as they come; the init segment comes before the first GOP."""

    @property
    def is_complete(self) -> bool:
        """Whether its writer has closed the file in order."""

    def feed(self, data: bytes) -> Iterator[InitPart | GopPart]:
        """Take more bytes and yield what became whole.

        Raises:
            SegmentError: they cannot become a live stream.
        """

    def end(self) -> Iterator[InitPart | GopPart]:
        """Yield what is left once no more bytes come.

        Raises:
            SegmentError: as with ``feed``.
        """


def map_of_bytes(data: bytes, name: str) -> SegmentMap:
    """Return the map of a file that is all in memory.

    Raises:
        SegmentError: it is no WebM and no MP4.
    """
    return map_of(ByteSource(BytesIO(data), len(data)), Path(name))


def unreadable(detail: str) -> SegmentError:
    """Return the error of bytes that cannot become a live stream."""
    return SegmentError(
        "What was encoded cannot be streamed.",
        hint="Choose another source or other settings.",
        detail=detail,
    )
