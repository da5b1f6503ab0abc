"""Which WebM elements may stand in which, as a strict engine sees it.

Chromium ends with a parse error at every element of Info, Tracks or a cluster that is not
listed for its parent, at a number of the wrong length, and at some elements that stand twice;
Firefox skips what it does not know. Source: measured in Chromium 140 and 156, and Firefox
153, with one file per element (2026-11); RFC 9559 for the names.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from studio.segments import ebml


class Kind(StrEnum):
    """How an element's content is read."""

    MASTER = "master"
    UINT = "uint"
    FLOAT = "float"
    TEXT = "text"
    BINARY = "binary"
    SKIPPED = "skipped"
    """Known and never looked at."""


@dataclass(frozen=True, slots=True)
class Known:
    """An element that is known inside some parent. ``once``: a second one is an error."""

    name: str
    kind: Kind
    once: bool = False


ANYWHERE: Mapping[int, str] = MappingProxyType({ebml.VOID: "Void", ebml.CRC32: "CRC-32"})
"""Elements that may stand in every master."""

TOP: Mapping[int, str] = MappingProxyType({
    **ANYWHERE,
    ebml.EBML: "EBML",
    ebml.SEGMENT: "Segment",
    ebml.SEEK_HEAD: "SeekHead",
    ebml.INFO: "Info",
    ebml.TRACKS: "Tracks",
    ebml.CLUSTER: "Cluster",
    ebml.CUES: "Cues",
    ebml.CHAPTERS: "Chapters",
    ebml.TAGS: "Tags",
    ebml.ATTACHMENTS: "Attachments",
})  # fmt: skip
"""What may stand in the Segment, or outside of it."""

_U, _F, _S, _B = Kind.UINT, Kind.FLOAT, Kind.TEXT, Kind.BINARY
_M, _X = Kind.MASTER, Kind.SKIPPED

_INFO = {
    0x73A4: Known("SegmentUID", _X),
    0x7384: Known("SegmentFilename", _X),
    0x3CB923: Known("PrevUID", _X),
    0x3C83AB: Known("PrevFilename", _X),
    0x3EB923: Known("NextUID", _X),
    0x3E83BB: Known("NextFilename", _X),
    0x4444: Known("SegmentFamily", _X),
    0x6924: Known("ChapterTranslate", _X),
    ebml.TIMESTAMP_SCALE: Known("TimestampScale", _U, once=True),
    ebml.DURATION: Known("Duration", _F, once=True),
    ebml.DATE_UTC: Known("DateUTC", _B),
    ebml.TITLE: Known("Title", _S),
    ebml.MUXING_APP: Known("MuxingApp", _S),
    ebml.WRITING_APP: Known("WritingApp", _S),
}

_TRACK_ENTRY = {
    ebml.TRACK_NUMBER: Known("TrackNumber", _U, once=True),
    0x73C5: Known("TrackUID", _B),
    ebml.TRACK_TYPE: Known("TrackType", _U, once=True),
    0xB9: Known("FlagEnabled", _U),
    0x88: Known("FlagDefault", _U),
    0x55AA: Known("FlagForced", _U),
    0x9C: Known("FlagLacing", _U),
    0x6DE7: Known("MinCache", _X),
    0x6DF8: Known("MaxCache", _X),
    ebml.DEFAULT_DURATION: Known("DefaultDuration", _U, once=True),
    0x23314F: Known("TrackTimestampScale", _X),
    0x55EE: Known("MaxBlockAdditionID", _X),
    ebml.NAME: Known("Name", _S),
    0x22B59C: Known("Language", _S),
    ebml.CODEC_ID: Known("CodecID", _S, once=True),
    ebml.CODEC_PRIVATE: Known("CodecPrivate", _B, once=True),
    0x258688: Known("CodecName", _S),
    0x7446: Known("AttachmentLink", _X),
    0xAA: Known("CodecDecodeAll", _X),
    0x6FAB: Known("TrackOverlay", _X),
    ebml.CODEC_DELAY: Known("CodecDelay", _U, once=True),
    ebml.SEEK_PRE_ROLL: Known("SeekPreRoll", _U, once=True),
    0x6624: Known("TrackTranslate", _X),
    ebml.VIDEO: Known("Video", _M),
    ebml.AUDIO: Known("Audio", _M),
    0xE2: Known("TrackOperation", _X),
    ebml.CONTENT_ENCODINGS: Known("ContentEncodings", _M, once=True),
}

_VIDEO = {
    0x9A: Known("FlagInterlaced", _U),
    ebml.STEREO_MODE: Known("StereoMode", _U, once=True),
    0x53C0: Known("AlphaMode", _U, once=True),
    ebml.PIXEL_WIDTH: Known("PixelWidth", _U, once=True),
    ebml.PIXEL_HEIGHT: Known("PixelHeight", _U, once=True),
    ebml.CROP_BOTTOM: Known("PixelCropBottom", _U, once=True),
    ebml.CROP_TOP: Known("PixelCropTop", _U, once=True),
    ebml.CROP_LEFT: Known("PixelCropLeft", _U, once=True),
    ebml.CROP_RIGHT: Known("PixelCropRight", _U, once=True),
    ebml.DISPLAY_WIDTH: Known("DisplayWidth", _U, once=True),
    ebml.DISPLAY_HEIGHT: Known("DisplayHeight", _U, once=True),
    ebml.DISPLAY_UNIT: Known("DisplayUnit", _U, once=True),
    0x54B3: Known("AspectRatioType", _U),
    0x2EB524: Known("UncompressedFourCC", _X),
    0x2383E3: Known("FrameRate", _X),
    ebml.COLOUR: Known("Colour", _M),
    0x7670: Known("Projection", _M),
}

_COLOUR = {
    **{0x55B1 + step: Known("Colour", _U) for step in range(13)},
    0x55D0: Known("MasteringMetadata", _M),
}
_MASTERING = {0x55D1 + step: Known("MasteringMetadata", _F) for step in range(10)}
_PROJECTION = {
    0x7671: Known("ProjectionType", _U),
    0x7672: Known("ProjectionPrivate", _X),
    0x7673: Known("ProjectionPoseYaw", _F),
    0x7674: Known("ProjectionPosePitch", _F),
    0x7675: Known("ProjectionPoseRoll", _F),
}
_AUDIO = {
    ebml.SAMPLING_FREQUENCY: Known("SamplingFrequency", _F, once=True),
    0x78B5: Known("OutputSamplingFrequency", _F, once=True),
    ebml.CHANNELS: Known("Channels", _U, once=True),
    0x6264: Known("BitDepth", _U),
}
_ENCODING = {
    0x5031: Known("ContentEncodingOrder", _U, once=True),
    0x5032: Known("ContentEncodingScope", _U, once=True),
    ebml.CONTENT_ENCODING_TYPE: Known("ContentEncodingType", _U, once=True),
    0x5034: Known("ContentCompression", _X),
    ebml.CONTENT_ENCRYPTION: Known("ContentEncryption", _X, once=True),
}
_CLUSTER = {
    ebml.TIMESTAMP: Known("Timestamp", _U, once=True),
    ebml.SIMPLE_BLOCK: Known("SimpleBlock", _B),
    ebml.BLOCK_GROUP: Known("BlockGroup", _M),
    0x5854: Known("SilentTracks", _X),
    0xA7: Known("Position", _X),
    ebml.PREV_SIZE: Known("PrevSize", _U),
}
_BLOCK_GROUP = {
    ebml.BLOCK: Known("Block", _B),
    ebml.BLOCK_ADDITIONS: Known("BlockAdditions", _M),
    ebml.BLOCK_DURATION: Known("BlockDuration", _U, once=True),
    0xFA: Known("ReferencePriority", _X),
    ebml.REFERENCE_BLOCK: Known("ReferenceBlock", _B),
    0xA4: Known("CodecState", _X),
    ebml.DISCARD_PADDING: Known("DiscardPadding", _B, once=True),
    0x8E: Known("Slices", _X),
}

CHILDREN: Mapping[int, Mapping[int, Known]] = MappingProxyType({
    ebml.INFO: _INFO,
    ebml.TRACKS: {ebml.TRACK_ENTRY: Known("TrackEntry", _M)},
    ebml.TRACK_ENTRY: _TRACK_ENTRY,
    ebml.VIDEO: _VIDEO,
    ebml.AUDIO: _AUDIO,
    ebml.COLOUR: _COLOUR,
    0x55D0: _MASTERING,
    0x7670: _PROJECTION,
    ebml.CONTENT_ENCODINGS: {ebml.CONTENT_ENCODING: Known("ContentEncoding", _M)},
    ebml.CONTENT_ENCODING: _ENCODING,
    ebml.CLUSTER: _CLUSTER,
    ebml.BLOCK_GROUP: _BLOCK_GROUP,
    ebml.BLOCK_ADDITIONS: {ebml.BLOCK_MORE: Known("BlockMore", _M)},
    ebml.BLOCK_MORE: {
        ebml.BLOCK_ADD_ID: Known("BlockAddID", _U, once=True),
        ebml.BLOCK_ADDITIONAL: Known("BlockAdditional", _B, once=True),
    },
})  # fmt: skip
"""Parent -> what it may hold, apart from ``ANYWHERE``."""


def name_of(parent: int, child: int) -> str:
    """Return an element's name inside its parent, or its id in hexadecimal digits."""
    if parent == ebml.SEGMENT and child in TOP:
        return TOP[child]
    known = CHILDREN.get(parent, {}).get(child)
    return known.name if known is not None else ANYWHERE.get(child, hex(child))
