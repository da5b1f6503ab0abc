"""The sidx box: where it says that the segments lie, and whether that is so.

Browsers ignore it; players seek by it. Source: ISO/IEC 14496-12, section 8.16.3.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from studio.segments.boxes import Box
from studio.segments.model import Segment
from studio.segments.source import ByteSource

MAX_ENTRIES = 65_535
TOLERANCE_S = Fraction(1, 10)
"""Players seek to the nearest segment; a tenth of a second misleads none of them."""


@dataclass(frozen=True, slots=True)
class SegmentIndex:
    """One sidx box: for each part its (offset, duration in ticks); other indexes left out."""

    offset: int
    track: int
    timescale: int
    parts: tuple[tuple[int, int], ...]
    end: int


def read_index(source: ByteSource, box: Box) -> SegmentIndex | None:
    """Read a sidx box; None when it cannot be read, or refers to further indexes."""
    data = source.at(box.body, min(box.end - box.body, 32 + 12 * MAX_ENTRIES))
    wide = data[:1] == b"\1"
    width = 8 if wide else 4
    position = 12 + width
    place = box.end + int.from_bytes(data[position : position + width], "big")
    position += width + 2
    count = int.from_bytes(data[position : position + 2], "big")
    position += 2
    if len(data) < position + 12 * count or not data[8:12].strip(b"\0"):
        return None
    parts = []
    for _ in range(count):
        size = int.from_bytes(data[position : position + 4], "big")
        if size >> 31:
            return None
        parts.append((place, int.from_bytes(data[position + 4 : position + 8], "big")))
        place += size
        position += 12
    track, timescale = (int.from_bytes(data[at : at + 4], "big") for at in (4, 8))
    return SegmentIndex(box.offset, track, timescale, tuple(parts), place)


def lies(index: SegmentIndex, segments: Sequence[Segment], numbers: Mapping[int, int]) -> bool:
    """Tell whether an index names places or durations that are not those of the segments.

    A part may hold several segments. ``numbers`` tells which segment begins at an offset: with
    its moof, or with one of the boxes that lead it in.
    """
    begins = [numbers.get(offset) for offset, _ in index.parts]
    if not index.parts or None in begins or begins != sorted(begins, key=lambda n: n or 0):
        return bool(index.parts)
    last = segments[-1]
    after = numbers.get(index.end)
    if after is None and index.end != last.offset + last.size:
        return True
    starts = [_start(segments[number], index.track) for number in begins if number is not None]
    pairs = zip(starts, starts[1:], index.parts, strict=False)
    return any(
        here is not None
        and there is not None
        and abs(there - here - Fraction(ticks, index.timescale)) > TOLERANCE_S
        for here, there, (_, ticks) in pairs
    )


def _start(segment: Segment, track: int) -> Fraction | None:
    return next((span.start_s for span in segment.spans if span.track == track), None)
