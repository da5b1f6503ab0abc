"""EBML: the element structure under WebM and Matroska.

Source: RFC 8794 (EBML), RFC 9559 (Matroska element identifiers).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from studio.errors import SegmentError
from studio.segments.source import ByteSource

EBML = 0x1A45DFA3
EBML_READ_VERSION = 0x42F7
EBML_MAX_ID_LENGTH = 0x42F2
EBML_MAX_SIZE_LENGTH = 0x42F3
DOC_TYPE = 0x4282
DOC_TYPE_READ_VERSION = 0x4285
VOID = 0xEC
CRC32 = 0xBF
SEGMENT = 0x18538067
SEEK_HEAD = 0x114D9B74
SEEK = 0x4DBB
SEEK_ID = 0x53AB
SEEK_POSITION = 0x53AC
INFO = 0x1549A966
TIMESTAMP_SCALE = 0x2AD7B1
DURATION = 0x4489
MUXING_APP = 0x4D80
WRITING_APP = 0x5741
TITLE = 0x7BA9
DATE_UTC = 0x4461
TRACKS = 0x1654AE6B
TRACK_ENTRY = 0xAE
TRACK_NUMBER = 0xD7
TRACK_TYPE = 0x83
CODEC_ID = 0x86
CODEC_PRIVATE = 0x63A2
DEFAULT_DURATION = 0x23E383
NAME = 0x536E
CODEC_DELAY = 0x56AA
SEEK_PRE_ROLL = 0x56BB
CONTENT_ENCODINGS = 0x6D80
CONTENT_ENCODING = 0x6240
CONTENT_ENCODING_TYPE = 0x5033
CONTENT_ENCRYPTION = 0x5035
VIDEO = 0xE0
PIXEL_WIDTH = 0xB0
PIXEL_HEIGHT = 0xBA
CROP_BOTTOM = 0x54AA
CROP_TOP = 0x54BB
CROP_LEFT = 0x54CC
CROP_RIGHT = 0x54DD
DISPLAY_WIDTH = 0x54B0
DISPLAY_HEIGHT = 0x54BA
DISPLAY_UNIT = 0x54B2
STEREO_MODE = 0x53B8
COLOUR = 0x55B0
AUDIO = 0xE1
SAMPLING_FREQUENCY = 0xB5
CHANNELS = 0x9F
CLUSTER = 0x1F43B675
TIMESTAMP = 0xE7
PREV_SIZE = 0xAB
SIMPLE_BLOCK = 0xA3
BLOCK_GROUP = 0xA0
BLOCK = 0xA1
BLOCK_DURATION = 0x9B
BLOCK_ADDITIONS = 0x75A1
BLOCK_MORE = 0xA6
BLOCK_ADD_ID = 0xEE
BLOCK_ADDITIONAL = 0xA5
DISCARD_PADDING = 0x75A2
REFERENCE_BLOCK = 0xFB
CUES = 0x1C53BB6B
CUE_POINT = 0xBB
CUE_TIME = 0xB3
CUE_TRACK_POSITIONS = 0xB7
CUE_TRACK = 0xF7
CUE_CLUSTER_POSITION = 0xF1
CUE_RELATIVE_POSITION = 0xF0
CHAPTERS = 0x1043A770
TAGS = 0x1254C367
ATTACHMENTS = 0x1941A469

LEVEL_1 = frozenset({SEEK_HEAD, INFO, TRACKS, CLUSTER, CUES, CHAPTERS, TAGS, ATTACHMENTS})
"""What may stand directly in the Segment; each of them ends a cluster of unknown size."""

MAX_HEADER_BYTES = 12
MAX_CHILDREN = 100_000
"""Elements in one master that is not a cluster; more is an attack, not a file."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element's header. ``size`` counts its data only; None means unknown."""

    id: int
    offset: int
    header_size: int
    size: int | None

    @property
    def data_offset(self) -> int:
        """Where its data begins."""
        return self.offset + self.header_size

    def end(self, limit: int) -> int:
        """Where it ends; ``limit`` when its size is unknown."""
        return limit if self.size is None else self.data_offset + self.size


def read_element(source: ByteSource, offset: int) -> Element | None:
    """Read the header at ``offset``; None when no valid header stands there."""
    head = source.at(offset, MAX_HEADER_BYTES)
    if not head or head[0] < 0x10:
        return None
    id_length = 9 - head[0].bit_length()
    if len(head) <= id_length or head[id_length] == 0:
        return None
    size_length = 9 - head[id_length].bit_length()
    header_size = id_length + size_length
    if len(head) < header_size:
        return None
    number = int.from_bytes(head[id_length:header_size], "big") & ((1 << 7 * size_length) - 1)
    unknown = number == (1 << 7 * size_length) - 1
    element_id = int.from_bytes(head[:id_length], "big")
    return Element(element_id, offset, header_size, None if unknown else number)


def is_cut_off(source: ByteSource, offset: int) -> bool:
    """Tell whether the header at ``offset`` is only missing bytes that the file does not have."""
    head = source.at(offset, MAX_HEADER_BYTES)
    if len(head) >= MAX_HEADER_BYTES or (head and head[0] < 0x10):
        return False
    id_length = 9 - head[0].bit_length() if head else 1
    return len(head) <= id_length or head[id_length] != 0


def children(source: ByteSource, start: int, end: int) -> Iterator[Element]:
    """Yield the elements that stand whole between ``start`` and ``end``.

    Raises:
        SegmentError: there are more than MAX_CHILDREN.
    """
    offset = start
    for _ in range(MAX_CHILDREN):
        if offset >= end:
            return
        element = read_element(source, offset)
        if element is None or element.size is None or element.end(end) > end:
            return
        yield element
        offset = element.end(end)
    raise SegmentError("The file holds an endless list of elements.", hint="It is damaged.")


def read_data(source: ByteSource, element: Element, limit: int = 1 << 20) -> bytes:
    """Return an element's data, at most ``limit`` bytes of it."""
    return source.at(element.data_offset, min(element.size or 0, limit))


def read_uint(source: ByteSource, element: Element) -> int:
    """Return an unsigned integer element (at most 8 bytes are looked at)."""
    return int.from_bytes(read_data(source, element, 8), "big")


def read_float(source: ByteSource, element: Element) -> float:
    """Return a float element: 4 or 8 bytes, anything else is 0."""
    data = read_data(source, element, 8)
    if len(data) == 4:
        return float(struct.unpack(">f", data)[0])
    return float(struct.unpack(">d", data)[0]) if len(data) == 8 else 0.0


def read_text(source: ByteSource, element: Element) -> str:
    """Return a string element, at most 1,000 bytes, without trailing zeros."""
    return read_data(source, element, 1000).split(b"\0")[0].decode("utf-8", "replace")
