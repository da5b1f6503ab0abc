"""A file to its segment map and all its coded frames."""

from pathlib import Path

from studio.errors import SegmentError
from studio.segments.frames import MediaFrames
from studio.segments.frames_mp4 import read_mp4_frames
from studio.segments.frames_webm import read_webm_frames
from studio.segments.isobmff import looks_like_mp4
from studio.segments.source import ByteSource, open_source

_EBML_MAGIC = b"\x1a\x45\xdf\xa3"


def read_media(path: Path) -> MediaFrames:
    """Read how a WebM, Matroska or MP4 file is cut, and where each of its frames lies.

    A cut-off end keeps the whole segments, as in the map.

    Raises:
        SegmentError: the file is missing, empty, cut off inside its header, or is neither
            WebM nor MP4.
    """
    with open_source(path) as source:
        return read_media_source(source, path)


def read_media_source(source: ByteSource, path: Path) -> MediaFrames:
    """Read the frames of a file that is open already; see ``read_media``.

    Raises:
        SegmentError: it is cut off inside its header, or is neither WebM nor MP4.
    """
    head = source.at(0, 12)
    if head.startswith(_EBML_MAGIC):
        return read_webm_frames(source, path)
    if looks_like_mp4(head):
        return read_mp4_frames(source, path)
    if len(head) < 12:
        raise SegmentError(
            f"“{path.name}” is cut off inside its header.", hint="Check that the copy finished."
        )
    raise SegmentError(
        f"“{path.name}” is neither WebM nor MP4.",
        hint="Transcode it first; any video or sound file can be the source.",
    )
