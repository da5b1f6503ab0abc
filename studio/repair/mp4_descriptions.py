"""Which of a track's sample entries its frames really use.

Source: ISO/IEC 14496-12, sections 8.7.4 (stsc), 8.8.3 (trex) and 8.8.7 (tfhd).
"""

from studio.errors import RepairError
from studio.repair.mp4_init import MAX_TOP_LEVEL, SourceTrack
from studio.segments.boxes import Box, data_children, file_children, find_path, read_box
from studio.segments.source import ByteSource

_MAX_MOOF_BYTES = 64 << 20
_BASE_DATA_OFFSET = 0x1
_HAS_DESCRIPTION = 0x2


def used_entry(source: ByteSource, track: SourceTrack) -> bytes:
    """Return the one sample entry that all frames of a track were coded with.

    Raises:
        RepairError: there is none, or the coding changes on the way, which one init
            segment cannot say.
    """
    if len(set(track.entries)) == 1:
        return track.entries[0]
    used = _used_numbers(source, track.number) & set(range(1, len(track.entries) + 1))
    if len(used) == 1:
        return track.entries[used.pop() - 1]
    if not track.entries:
        raise RepairError("The file does not say how its frames are coded.")
    raise RepairError(
        "The coding of the picture or sound changes in the middle of the file.",
        hint="Encode it with the preset mp4-h264-aac.",
    )


def _used_numbers(source: ByteSource, track: int) -> set[int]:
    used: set[int] = set()
    position = 0
    for _ in range(MAX_TOP_LEVEL):
        found = read_box(source, position, source.size)
        if found is None or found.end > source.size:
            break
        if found.type == "moov":
            used |= _in_moov(source, found, track)
        elif found.type == "moof" and found.size <= _MAX_MOOF_BYTES:
            used |= _in_moof(source.at(found.offset, found.size), found.header_size, track)
        position = found.end
    return used


def _number(source: ByteSource, offset: int) -> int:
    return int.from_bytes(source.at(offset, 4), "big")


def _in_moov(source: ByteSource, moov: Box, track: int) -> set[int]:
    used: set[int] = set()
    for found in file_children(source, moov.body, moov.end):
        if found.type == "mvex":
            for trex in file_children(source, found.body, found.end):
                if trex.type == "trex" and _number(source, trex.body + 4) == track:
                    used.add(_number(source, trex.body + 8))
        tkhd = find_path(source, found, "tkhd") if found.type == "trak" else None
        if tkhd is None:
            continue
        wide = source.at(tkhd.body, 1) == b"\1"
        stsc = find_path(source, found, "mdia", "minf", "stbl", "stsc")
        if stsc is not None and _number(source, tkhd.body + (20 if wide else 12)) == track:
            rows = source.at(stsc.body + 8, stsc.end - stsc.body - 8)
            places = range(8, len(rows) - 3, 12)
            used |= {int.from_bytes(rows[place : place + 4], "big") for place in places}
    return used


def _in_moof(moof: bytes, header_size: int, track: int) -> set[int]:
    used: set[int] = set()
    for traf in data_children(moof, header_size, len(moof)):
        for tfhd in data_children(moof, traf.body, traf.end) if traf.type == "traf" else ():
            flags = int.from_bytes(moof[tfhd.body + 1 : tfhd.body + 4], "big")
            number = int.from_bytes(moof[tfhd.body + 4 : tfhd.body + 8], "big")
            if tfhd.type == "tfhd" and number == track and flags & _HAS_DESCRIPTION:
                place = tfhd.body + 8 + (8 if flags & _BASE_DATA_OFFSET else 0)
                used.add(int.from_bytes(moof[place : place + 4], "big"))
    return used
