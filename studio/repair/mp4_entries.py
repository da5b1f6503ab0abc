"""Sample entries: kept as they stand, but for what keeps a browser from reading them.

Sources: ISO/IEC 14496-12, sections 12.1.3 and 12.2.3; QuickTime File Format, "Sound sample
descriptions".
"""

import struct
from dataclasses import dataclass

from studio.errors import RepairError
from studio.repair import mp4_writer as writer
from studio.segments.boxes import Box, data_children
from studio.segments.model import TrackKind

VIDEO_HEADER = 78
"""Bytes of a visual sample entry between its own header and its first box."""
_SOUND_HEADER = 28
_SOUND_EXTRA = {0: 0, 1: 16, 2: 36}
_HVCC_HEADER = 22
_QUICKTIME_ONLY = frozenset({"wave", "chan", "\0\0\0\0"})
_SOUND_CONFIGS = frozenset({"esds", "dOps", "dfLa", "dac3", "dec3"})


@dataclass(frozen=True, slots=True)
class SampleEntry:
    """One sample entry, ready to be written. ``length_size``: bytes of a NAL unit's length."""

    data: bytes
    name: str
    length_size: int = 4
    renamed_from: str = ""


def clean_entry(data: bytes, kind: TrackKind) -> SampleEntry:
    """Return a sample entry as the ISO format wants it.

    QuickTime's sound entries become plain ones with the configuration lifted out of
    ``wave``; its ``nclc`` colours become ``nclx``; a list terminator at the end goes.

    Raises:
        RepairError: the entry is encrypted or cut short.
    """
    name = data[4:8].decode("latin-1")
    if name in ("encv", "enca"):
        raise RepairError(
            "The file is encrypted, so its frames cannot be cut anew.",
            hint="Use a copy without protection.",
        )
    if kind is TrackKind.AUDIO:
        header, boxes = _sound_parts(data)
    else:
        header, boxes = data[8 : 8 + VIDEO_HEADER], _boxes(data, 8 + VIDEO_HEADER, len(data))
        boxes = [_iso_colour(found) for found in boxes]
    if not header:
        raise RepairError("The description of the file's frames is cut off.")
    body = b"".join(boxes)
    return SampleEntry(writer.box(name, header, body), name, _length_size(boxes))


def _boxes(data: bytes, start: int, end: int) -> list[bytes]:
    return [
        data[found.offset : found.end]
        for found in data_children(data, start, end)
        if found.type not in _QUICKTIME_ONLY
    ]


def _sound_parts(data: bytes) -> tuple[bytes, list[bytes]]:
    """Return the header and boxes of a sound entry, brought to version 0."""
    header = data[8 : 8 + _SOUND_HEADER]
    if len(header) < _SOUND_HEADER:
        return b"", []
    version = int.from_bytes(header[8:10], "big")
    first = 8 + _SOUND_HEADER + _SOUND_EXTRA.get(version, 0)
    if _starts_with_box(data, 8 + _SOUND_HEADER):
        first = 8 + _SOUND_HEADER
    boxes = _boxes(data, first, len(data))
    for found in data_children(data, first, len(data)):
        if found.type == "wave":
            inside = data_children(data, found.body, found.end)
            boxes += [data[b.offset : b.end] for b in inside if b.type in _SOUND_CONFIGS]
    if version == 2 and first > 8 + _SOUND_HEADER:
        header = _header_of_version_2(data, header)
    if version == 0:
        return header, boxes
    return header[:8] + bytes(8) + header[16:], boxes


def _starts_with_box(data: bytes, start: int) -> bool:
    """Tell whether a known box stands where version 0 has its first one (a lying version)."""
    names = {found.type for found in data_children(data, start, len(data))}
    return not names.isdisjoint(_SOUND_CONFIGS | {"wave"})


def _header_of_version_2(data: bytes, header: bytes) -> bytes:
    """Bring version 2's rate (a double) and channels to where version 0 has them."""
    (rate,) = struct.unpack_from(">d", data, 8 + _SOUND_HEADER + 4)
    (channels,) = struct.unpack_from(">I", data, 8 + _SOUND_HEADER + 12)
    whole = int(rate) if 0 < rate < 1 << 16 else 0
    return header[:16] + struct.pack(">HHHHI", channels & 0xFFFF, 16, 0, 0, whole << 16)


def _iso_colour(data: bytes) -> bytes:
    """Return QuickTime's ``nclc`` colours as ``nclx`` of limited range; others as they are."""
    if data[4:12] == b"colrnclc" and len(data) >= 18:
        return writer.box("colr", b"nclx", data[12:18], b"\0")
    return data


def _length_size(boxes: list[bytes]) -> int:
    for found in boxes:
        if found[4:8] == b"avcC" and len(found) > 12:
            return (found[12] & 3) + 1
        if found[4:8] == b"hvcC" and len(found) > 8 + _HVCC_HEADER:
            return (found[8 + _HVCC_HEADER - 1] & 3) + 1
    return 4


def entry_boxes(stsd: bytes) -> list[bytes]:
    """Return the sample entries of a whole stsd box."""
    whole: list[Box] = list(data_children(stsd, 16, len(stsd)))
    return [stsd[found.offset : found.end] for found in whole]
