"""A file to its segment map."""

from pathlib import Path

from studio.errors import SegmentError
from studio.segments.isobmff import looks_like_mp4, read_mp4
from studio.segments.model import SegmentMap
from studio.segments.source import ByteSource, open_source
from studio.segments.webm import read_webm

_EBML_MAGIC = b"\x1a\x45\xdf\xa3"


def read_segment_map(path: Path) -> SegmentMap:
    """Read how a WebM or MP4 file is cut, from its structure; payloads are not read.

    A cut-off end is no error: the map says ``truncated`` and holds the whole segments. A
    plain (unfragmented) MP4 gives a map without segments.

    Raises:
        SegmentError: the file is missing, empty, cut off inside its header, or is neither
            WebM nor MP4.
    """
    with open_source(path) as source:
        return map_of(source, path)


def map_of(source: ByteSource, path: Path) -> SegmentMap:
    """Read the map of a source that is open; see ``read_segment_map``.

    Raises:
        SegmentError: it is cut off inside its header, or is neither WebM nor MP4.
    """
    head = source.at(0, 12)
    if head.startswith(_EBML_MAGIC):
        return read_webm(source, path)
    if looks_like_mp4(head):
        return read_mp4(source, path)
    if len(head) < 12:
        raise SegmentError(
            f"“{path.name}” is cut off inside its header.", hint="Check that the copy finished."
        )
    raise SegmentError(
        f"“{path.name}” is neither WebM nor MP4.",
        hint="Transcode it first; any video or sound file can be the source.",
    )
