"""Where a file's keyframes are, from its own index: no demuxing, no look at every frame."""

import logging
from pathlib import Path

from studio.errors import SegmentError
from studio.segments.boxes import Box, read_box
from studio.segments.isobmff import looks_like_mp4
from studio.segments.keyframe_times import KeyframeTimes
from studio.segments.keyframes_moof import read_moof_keyframes
from studio.segments.keyframes_mp4 import read_table_keyframes
from studio.segments.keyframes_webm import read_webm_keyframes
from studio.segments.model import FactKind, TrackKind
from studio.segments.movie import read_movie
from studio.segments.notes import Notes
from studio.segments.source import ByteSource, open_source

log = logging.getLogger(__name__)

WINDOW_BYTES = 2048

MAX_BOXES = 10_000
"""At the top level, up to the first fragment."""

_EBML_MAGIC = b"\x1a\x45\xdf\xa3"


def read_keyframe_times(path: Path) -> KeyframeTimes | None:
    """Return the keyframes of a file's first video track, from the file's own index.

    MP4: the sample tables, or the heads of the fragments. WebM and Matroska: the Cues, after
    a look at what stands at each place they name.

    Returns:
        None for other files, without a video track, and where only the frames themselves
        would tell.
    """
    try:
        with open_source(path, WINDOW_BYTES) as source:
            head = source.at(0, 12)
            if head.startswith(_EBML_MAGIC):
                return read_webm_keyframes(source)
            if looks_like_mp4(head):
                return _read_mp4(source)
    except SegmentError as error:
        log.info("no keyframe index in %s: %s", path, error)
    return None


def _read_mp4(source: ByteSource) -> KeyframeTimes | None:
    moov = _find_moov(source)
    if moov is None:
        return None
    notes = Notes()
    movie = read_movie(source, moov, notes)
    if any(fact.kind is FactKind.MOOV_SAMPLES for fact in notes.facts):
        return None  # frames in the moov box and in fragments
    kinds = [track.kind for track in movie.tracks]
    if TrackKind.VIDEO not in kinds:
        return None
    place = kinds.index(TrackKind.VIDEO)
    if movie.fragmented:
        return read_moof_keyframes(source, movie, place, moov.end)
    return read_table_keyframes(source, movie, place)


def _find_moov(source: ByteSource) -> Box | None:
    """Return the moov box; None also for a plain file whose media data are cut off."""
    position = 0
    moov: Box | None = None
    for _ in range(MAX_BOXES):
        box = read_box(source, position, source.size)
        if box is None:
            return moov if position >= source.size else None
        if box.end > source.size or box.type == "moof":
            return moov if box.type == "moof" else None
        if box.type == "moov" and moov is None:
            moov = box
        position = box.end
    return None
