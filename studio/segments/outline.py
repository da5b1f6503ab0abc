"""A file to its segment map in outline, in a time that grows with its segments only."""

from pathlib import Path

from studio.errors import SegmentError
from studio.segments.isobmff import looks_like_mp4
from studio.segments.model import Family, SegmentMap
from studio.segments.outline_mp4 import outline_mp4
from studio.segments.outline_webm import outline_webm
from studio.segments.reader import read_segment_map
from studio.segments.source import ByteSource, open_source

WINDOW_BYTES = 2048
"""Read at once: a cluster's head with its first blocks of sound, or a usual moof."""

EXACT_BYTES = 64 << 20
"""Where the outline leaves something open, a file up to this size is read block by block:
that takes no longer than a glance."""

_EBML_MAGIC = b"\x1a\x45\xdf\xa3"


def read_outline(path: Path) -> SegmentMap:
    """Read how a WebM or MP4 file is cut, without looking at every frame.

    What ``read_segment_map`` says of the MIME type, the init segment, the segments' places
    and keyframes and of where their tracks begin is said here, too. A track's end in a WebM
    segment is where the track goes on in a later one (the last segments are read whole).
    Frames and keyframes are not counted (0), facts only name what was met on the way, and
    times that step back are not looked for. A WebM whose structure is odd is read whole;
    ``detail`` of the map says so.

    Raises:
        SegmentError: as ``read_segment_map``.
    """
    with open_source(path, WINDOW_BYTES) as source:
        return outline_of(source, path)


def read_cut(path: Path) -> SegmentMap:
    """Read how a file is cut, exactly where that is quick, else in outline.

    An MP4's outline has exact times; a WebM's spans may end late at a hole. ``detail`` of the
    map says which it is.

    Raises:
        SegmentError: as ``read_segment_map``.
    """
    outline = read_outline(path)
    if outline.family is Family.MP4 or outline.size_bytes > EXACT_BYTES:
        return outline
    return read_segment_map(path)


def outline_of(source: ByteSource, path: Path) -> SegmentMap:
    """Read the outline of an open source; ``path`` is what the map and messages name.

    Raises:
        SegmentError: as ``read_segment_map``.
    """
    head = source.at(0, 12)
    if head.startswith(_EBML_MAGIC):
        return outline_webm(source, path)
    if looks_like_mp4(head):
        return outline_mp4(source, path)
    if len(head) < 12:
        raise SegmentError(
            f"“{path.name}” is cut off inside its header.", hint="Check that the copy finished."
        )
    raise SegmentError(
        f"“{path.name}” is neither WebM nor MP4.",
        hint="Transcode it first; any video or sound file can be the source.",
    )
