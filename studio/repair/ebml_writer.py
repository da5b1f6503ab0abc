"""EBML elements as bytes, and the parts of a WebM file made of them.

Source: RFC 8794 (element coding), RFC 9559 (Matroska elements), WebM container guidelines.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studio.segments import ebml

APP_NAME = b"MSE Studio"
DOC_TYPE_VERSION = 4
"""Needed for CodecDelay, SeekPreRoll and DiscardPadding."""
DOC_TYPE_READ_VERSION = 2

_EBML_VERSION = 0x4286
_EBML_READ_VERSION = 0x42F7
_EBML_MAX_ID_LENGTH = 0x42F2
_EBML_MAX_SIZE_LENGTH = 0x42F3
_DOC_TYPE_VERSION_ID = 0x4287
_DOC_TYPE_READ_VERSION_ID = 0x4285


def id_bytes(element_id: int) -> bytes:
    """Return an element identifier as it stands in the file."""
    return element_id.to_bytes((element_id.bit_length() + 7) // 8, "big")


def size_bytes(size: int, width: int | None = None) -> bytes:
    """Return a size as an EBML number, as short as possible or ``width`` bytes wide."""
    if width is None:
        width = next(w for w in range(1, 9) if size < (1 << 7 * w) - 1)
    return (1 << 7 * width | size).to_bytes(width, "big")


def element(element_id: int, data: bytes) -> bytes:
    """Return a whole element."""
    return id_bytes(element_id) + size_bytes(len(data)) + data


def uint(element_id: int, number: int, width: int | None = None) -> bytes:
    """Return an unsigned integer element."""
    return element(element_id, number.to_bytes(width or _width(number), "big"))


def float64(element_id: int, number: float) -> bytes:
    """Return a float element of 8 bytes."""
    return element(element_id, struct.pack(">d", number))


def void(length: int) -> bytes:
    """Return a Void element of exactly ``length`` bytes (2 or more)."""
    for width in range(1, 9):
        content = length - 1 - width
        if 0 <= content < (1 << 7 * width) - 1:
            return id_bytes(ebml.VOID) + size_bytes(content, width) + bytes(content)
    raise ValueError(length)


def _width(number: int) -> int:
    return max(1, (number.bit_length() + 7) // 8)


def ebml_header() -> bytes:
    """Return the EBML header of a WebM file."""
    return element(
        ebml.EBML,
        uint(_EBML_VERSION, 1)
        + uint(_EBML_READ_VERSION, 1)
        + uint(_EBML_MAX_ID_LENGTH, 4)
        + uint(_EBML_MAX_SIZE_LENGTH, 8)
        + element(ebml.DOC_TYPE, b"webm")
        + uint(_DOC_TYPE_VERSION_ID, DOC_TYPE_VERSION)
        + uint(_DOC_TYPE_READ_VERSION_ID, DOC_TYPE_READ_VERSION),
    )


def info(scale_ns: int, duration_ticks: float, kept: bytes) -> bytes:
    """Return the Info element; ``kept`` are whole elements to take over."""
    return element(
        ebml.INFO,
        uint(ebml.TIMESTAMP_SCALE, scale_ns)
        + float64(ebml.DURATION, duration_ticks)
        + element(ebml.MUXING_APP, APP_NAME)
        + element(ebml.WRITING_APP, APP_NAME)
        + kept,
    )


def seek_head(places: Sequence[tuple[int, int]]) -> bytes:
    """Return a SeekHead for (identifier, position in the Segment) pairs; its length is fixed."""
    return element(
        ebml.SEEK_HEAD,
        b"".join(
            element(
                ebml.SEEK,
                element(ebml.SEEK_ID, id_bytes(element_id)) + uint(ebml.SEEK_POSITION, position, 8),
            )
            for element_id, position in places
        ),
    )


@dataclass(frozen=True, slots=True)
class CuePoint:
    """One entry: ticks, track, the cluster's number, and the block's place in its data."""

    time: int
    track: int
    cluster: int
    relative_position: int


def cues(points: Sequence[CuePoint], positions: Sequence[int], position_width: int) -> bytes:
    """Return the Cues element; its length does not depend on the cluster positions."""
    return element(
        ebml.CUES,
        b"".join(
            element(
                ebml.CUE_POINT,
                uint(ebml.CUE_TIME, point.time)
                + element(
                    ebml.CUE_TRACK_POSITIONS,
                    uint(ebml.CUE_TRACK, point.track)
                    + uint(ebml.CUE_CLUSTER_POSITION, positions[point.cluster], position_width)
                    + uint(ebml.CUE_RELATIVE_POSITION, point.relative_position),
                ),
            )
            for point in points
        ),
    )


def parsed(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (identifier, data) of the elements that stand whole in ``data``."""
    position = 0
    while position < len(data) and data[position] >= 0x10:
        id_end = position + 9 - data[position].bit_length()
        if id_end >= len(data) or data[id_end] == 0:
            return
        begin = id_end + 9 - data[id_end].bit_length()
        mask = (1 << 7 * (begin - id_end)) - 1
        end = begin + (int.from_bytes(data[id_end:begin], "big") & mask)
        if end > len(data):
            return
        yield int.from_bytes(data[position:id_end], "big"), data[begin:end]
        position = end
