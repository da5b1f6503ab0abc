"""What stands before a WebM file's clusters: DocType, Info and Tracks."""

import math
from dataclasses import dataclass, replace
from fractions import Fraction

from studio.errors import SegmentError
from studio.segments import ebml, mime
from studio.segments.ebml import Element
from studio.segments.model import Track, TrackKind
from studio.segments.source import ByteSource

DEFAULT_TIMESTAMP_SCALE_NS = 1_000_000
MAX_TRACKS = 127
"""Chromium refuses higher track numbers, too."""

_KINDS = {1: TrackKind.VIDEO, 2: TrackKind.AUDIO}


@dataclass(frozen=True, slots=True)
class SegmentInfo:
    """The Info element: ns per tick, and the declared duration in seconds."""

    scale_ns: int = DEFAULT_TIMESTAMP_SCALE_NS
    duration_s: Fraction | None = None


def read_doc_type(source: ByteSource) -> tuple[str, Element]:
    """Return the DocType and the EBML header's element.

    Raises:
        SegmentError: the header is cut off or is not EBML.
    """
    header = ebml.read_element(source, 0)
    if header is None or header.id != ebml.EBML or header.size is None:
        raise SegmentError("The file's header cannot be read.", hint="The file is damaged.")
    if header.end(0) > source.size:
        raise SegmentError(
            "The file is cut off inside its header.", hint="Check that the copy finished."
        )
    doc_type = "matroska"
    for child in ebml.children(source, header.data_offset, header.end(0)):
        if child.id == ebml.DOC_TYPE:
            doc_type = ebml.read_text(source, child)
    return doc_type, header


def read_info(source: ByteSource, info: Element) -> SegmentInfo:
    """Read the Info element."""
    scale, ticks = DEFAULT_TIMESTAMP_SCALE_NS, 0.0
    for child in ebml.children(source, info.data_offset, info.end(0)):
        if child.id == ebml.TIMESTAMP_SCALE:
            scale = ebml.read_uint(source, child) or DEFAULT_TIMESTAMP_SCALE_NS
        elif child.id == ebml.DURATION:
            ticks = ebml.read_float(source, child)
    if not math.isfinite(ticks) or ticks <= 0:
        return SegmentInfo(scale)
    return SegmentInfo(scale, Fraction(ticks) * scale / 10**9)


def read_tracks(source: ByteSource, tracks: Element, scale_ns: int) -> tuple[Track, ...]:
    """Read the Tracks element; a track without a number or codec is left out."""
    entries = [
        child
        for child in ebml.children(source, tracks.data_offset, tracks.end(0))
        if child.id == ebml.TRACK_ENTRY
    ]
    found = (_read_entry(source, entry, scale_ns) for entry in entries[:MAX_TRACKS])
    return tuple(track for track in found if track.number and track.codec_id)


def _read_entry(source: ByteSource, entry: Element, scale_ns: int) -> Track:
    track = Track(0, TrackKind.OTHER, "", "", max(1, 10**9 // scale_ns))
    private = b""
    for child in ebml.children(source, entry.data_offset, entry.end(0)):
        match child.id:
            case ebml.TRACK_NUMBER:
                track = replace(track, number=ebml.read_uint(source, child))
            case ebml.TRACK_TYPE:
                kind = _KINDS.get(ebml.read_uint(source, child), TrackKind.OTHER)
                track = replace(track, kind=kind)
            case ebml.CODEC_ID:
                track = replace(track, codec_id=ebml.read_text(source, child))
            case ebml.CODEC_PRIVATE:
                private = ebml.read_data(source, child, 1 << 16)
            case ebml.DEFAULT_DURATION:
                track = replace(track, default_duration_ns=ebml.read_uint(source, child))
            case ebml.CODEC_DELAY:
                track = replace(track, codec_delay_ns=ebml.read_uint(source, child))
            case ebml.VIDEO | ebml.AUDIO:
                track = _read_settings(source, child, track)
    return replace(track, codec_string=mime.matroska_codec(track.codec_id, private))


def _read_settings(source: ByteSource, settings: Element, track: Track) -> Track:
    """Read a Video or Audio element into ``track``."""
    for child in ebml.children(source, settings.data_offset, settings.end(0)):
        match child.id:
            case ebml.PIXEL_WIDTH:
                track = replace(track, width=ebml.read_uint(source, child))
            case ebml.PIXEL_HEIGHT:
                track = replace(track, height=ebml.read_uint(source, child))
            case ebml.CHANNELS:
                track = replace(track, channels=ebml.read_uint(source, child))
            case ebml.SAMPLING_FREQUENCY:
                rate = ebml.read_float(source, child)
                track = replace(track, sample_rate=round(rate) if 0 < rate < 1e9 else 0)
    return track
