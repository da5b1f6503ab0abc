"""A stretch of a room's file as an input of ffmpeg, on the file's own timeline."""

import secrets
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from studio.errors import StudioError
from studio.media.child import guarded_input
from studio.preview.parts import RoomFiles
from studio.preview.reading import open_bytes
from studio.segments.model import SegmentMap

MOST_COPIED_BYTES = 256 << 20
_BLOCK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a file for ffmpeg, with time 0 where it begins.

    ``arguments`` are those for the input. ``video`` and ``audio`` are filters that come first:
    behind them nothing earlier than the stretch is left.
    """

    arguments: list[str]
    video: str = ""
    audio: str = ""


@contextmanager
def excerpt(files: RoomFiles, start_s: Fraction, end_s: Fraction) -> Iterator[Excerpt]:
    """Make what lies between two times ready for ffmpeg.

    One file is sought in. Of several that are played as one, the segments that are needed
    are copied into a file of their own, which is removed at the end.

    Raises:
        StudioError: there is nothing, or it cannot be read.
    """
    if not files.pieces:
        seek = ["-seek_timestamp", "1", "-ss", f"{float(start_s):.6f}"]
        yield Excerpt([*seek, *guarded_input(files.segment_map.path)])
        return
    copy = files.cache_dir / f"excerpt-{secrets.token_hex(8)}.{files.segment_map.family.value}"
    try:
        for offset, size in _parts(files.segment_map, start_s, end_s):
            _copy(files, offset, size, copy)
        begin, end = f"{float(start_s):.6f}", f"{float(end_s):.6f}"
        yield Excerpt(
            ["-copyts", *guarded_input(copy)],
            f"trim=start={begin},setpts=PTS-{begin}/TB,",
            f"atrim=start={begin}:end={end},asetpts=PTS-{begin}/TB,",
        )
    finally:
        copy.unlink(missing_ok=True)


def _parts(found: SegmentMap, start_s: Fraction, end_s: Fraction) -> Iterator[tuple[int, int]]:
    """Yield offset and size of the init segment and of the segments that are needed.

    Raises:
        StudioError: that is nothing, or too much.
    """
    starts = [segment.start_s for segment in found.segments]
    first = max(0, bisect_right(starts, start_s) - 1)
    while first > 0 and not found.segments[first].keyframe:
        first -= 1
    chosen = found.segments[first : max(first + 1, bisect_left(starts, end_s))]
    size = sum(segment.size for segment in chosen)
    if not chosen or size > MOST_COPIED_BYTES:
        raise StudioError("There is nothing to show there.", detail=f"{size} bytes")
    yield found.init_offset, found.init_size
    for segment in chosen:
        yield segment.offset, segment.size


def _copy(files: RoomFiles, offset: int, size: int, target: Path) -> None:
    with open_bytes(files) as source, target.open("ab") as file:
        while size > 0:
            block = source.at(offset, min(size, _BLOCK_BYTES))
            if not block:
                return
            file.write(block)
            offset, size = offset + len(block), size - len(block)
