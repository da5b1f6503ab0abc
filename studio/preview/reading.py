"""The bytes of a room's file."""

from collections.abc import Iterator
from contextlib import contextmanager

from studio.preview.parts import RoomFiles
from studio.segments.source import ByteSource, open_source
from studio.segments.stitched import open_stitched


@contextmanager
def open_bytes(files: RoomFiles) -> Iterator[ByteSource]:
    """Open what the room's segment map counts in: a file, or pieces of several.

    Raises:
        SegmentError: it cannot be read; also later, inside the ``with`` block.
    """
    if files.pieces:
        with open_stitched(files.pieces) as stitched:
            yield stitched
    else:
        with open_source(files.segment_map.path) as source:
            yield source
