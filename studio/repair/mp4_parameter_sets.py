"""Parameter sets of H.264 and H.265 in the sample entry, where players look for them first.

Source: ISO/IEC 14496-15, sections 5.3.3.1 (avcC), 8.3.3.1 (hvcC) and 8.4.1 (hvc1, hev1).
"""

import struct

from studio.errors import RepairError
from studio.repair import mp4_writer as writer
from studio.repair.mp4_entries import VIDEO_HEADER, SampleEntry
from studio.repair.mp4_sync import nal_units
from studio.segments import avc
from studio.segments.boxes import Box, data_children
from studio.segments.source import ByteSource

MAX_SET_BYTES = (1 << 16) - 1
_HEVC_SETS = (32, 33, 34)
_COMPLETE = 0x80
_HVCC_HEADER = 22
_AVC_SPS, _AVC_PPS = 7, 8
_AVC_SLICES = range(1, 6)


def as_hvc1(entry: SampleEntry, source: ByteSource, offset: int, size: int) -> SampleEntry:
    """Return an ``hev1`` entry as ``hvc1``, which Apple's players insist on.

    Parameter sets that only stand in the pictures are taken into hvcC, from the first
    picture, which lies at ``offset``.

    Raises:
        RepairError: there is no complete set of parameter sets.
    """
    found = _config_box(entry, "hvcC")
    if found is None or found.end - found.body <= _HVCC_HEADER:
        raise _no_sets("H.265")
    config = entry.data[found.body : found.end]
    in_band = _sets_in_picture(source, entry.length_size, offset, size)
    arrays = _arrays(config)
    if not set(_HEVC_SETS) <= set(arrays):
        if not set(_HEVC_SETS) <= set(in_band):
            raise _no_sets("H.265")
        config = config[:_HVCC_HEADER] + _array_bytes(in_band)
    elif not in_band:
        config = _complete(config)
    data = _with_config(entry, found, "hvc1", writer.box("hvcC", config))
    return SampleEntry(data, "hvc1", entry.length_size, "hev1")


def with_avc_sets(entry: SampleEntry, source: ByteSource, offset: int, size: int) -> SampleEntry:
    """Return an ``avc1`` entry whose empty or damaged avcC got the first picture's sets.

    Raises:
        RepairError: there are none.
    """
    found = _config_box(entry, "avcC")
    if found is None:
        raise _no_sets("H.264")
    config = entry.data[found.body : found.end]
    if avc.declares_sets(config, hevc=False) and avc.sets_are_real(config):
        return entry
    sets: dict[int, list[bytes]] = {}
    for place, length in nal_units(source, entry.length_size, offset, size):
        kind = source.at(place, 1)[0] & 0x1F
        if kind in _AVC_SLICES:
            break
        if (kind == _AVC_SPS and length >= 4) or kind == _AVC_PPS:
            sets.setdefault(kind, []).append(source.at(place, min(length, MAX_SET_BYTES)))
    if len(sets) < 2:
        raise _no_sets("H.264")
    first = sets[_AVC_SPS][0]
    config = b"\1" + first[1:4] + bytes([0xFC | entry.length_size - 1, 0xE0 | len(sets[_AVC_SPS])])
    config += _sized(sets[_AVC_SPS]) + bytes([len(sets[_AVC_PPS])]) + _sized(sets[_AVC_PPS])
    data = _with_config(entry, found, entry.name, writer.box("avcC", config))
    return SampleEntry(data, entry.name, entry.length_size)


def _config_box(entry: SampleEntry, name: str) -> Box | None:
    boxes = data_children(entry.data, 8 + VIDEO_HEADER, len(entry.data))
    return next((box for box in boxes if box.type == name), None)


def _with_config(entry: SampleEntry, old: Box, name: str, config: bytes) -> bytes:
    """Return the entry under a name, with another configuration box."""
    return writer.box(name, entry.data[8 : old.offset] + config + entry.data[old.end :])


def _no_sets(codec: str) -> RepairError:
    return RepairError(
        f"The {codec} parameter sets are missing from the file's header.",
        hint="Encode it with the preset mp4-h264-aac.",
    )


def _sized(units: list[bytes]) -> bytes:
    return b"".join(struct.pack(">H", len(unit)) + unit for unit in units)


def _sets_in_picture(
    source: ByteSource, length_size: int, offset: int, size: int
) -> dict[int, list[bytes]]:
    sets: dict[int, list[bytes]] = {}
    for place, length in nal_units(source, length_size, offset, size):
        kind = source.at(place, 1)[0] >> 1 & 0x3F
        if kind < min(_HEVC_SETS):
            break
        if kind in _HEVC_SETS:
            sets.setdefault(kind, []).append(source.at(place, min(length, MAX_SET_BYTES)))
    return sets


def _arrays(config: bytes) -> dict[int, int]:
    """Return the number of NAL units of each type in an hvcC's arrays."""
    counts: dict[int, int] = {}
    position = _HVCC_HEADER + 1
    for _ in range(config[_HVCC_HEADER]):
        if position + 3 > len(config):
            break
        kind = config[position] & 0x3F
        (count,) = struct.unpack_from(">H", config, position + 1)
        position += 3
        for _ in range(count):
            if position + 2 > len(config):
                return counts
            position += 2 + int.from_bytes(config[position : position + 2], "big")
            counts[kind] = counts.get(kind, 0) + 1
    return counts


def _array_bytes(sets: dict[int, list[bytes]]) -> bytes:
    data = bytes([len(sets)])
    for kind in sorted(sets):
        data += struct.pack(">BH", kind | _COMPLETE, len(sets[kind])) + _sized(sets[kind])
    return data


def _complete(config: bytes) -> bytes:
    """Say that all parameter sets of a kind stand in the arrays, as ``hvc1`` must."""
    data = bytearray(config)
    position = _HVCC_HEADER + 1
    for _ in range(config[_HVCC_HEADER]):
        if position + 3 > len(data):
            break
        data[position] |= _COMPLETE
        (count,) = struct.unpack_from(">H", data, position + 1)
        position += 3
        for _ in range(count):
            position += 2 + int.from_bytes(data[position : position + 2], "big")
    return bytes(data)
