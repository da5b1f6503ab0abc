"""The sample tables of a moov box: where a plain MP4's frames lie and when they play.

Source: ISO/IEC 14496-12, sections 8.6.1, 8.6.2 and 8.7.
"""

import sys
from array import array
from itertools import accumulate, islice
from operator import add

from studio.segments.boxes import Box, file_children
from studio.segments.frames import FrameTable
from studio.segments.source import ByteSource

MAX_TICKS = 1 << 61
"""Higher times and offsets are cut off here, so that sums still fit 64 bits."""


def read_samples(source: ByteSource, stbl: Box, table: FrameTable, max_frames: int) -> None:
    """Fill ``table`` (all but ``segments``) from an stbl box.

    At most ``max_frames`` + 1 samples are read: the caller sees then that there are more.
    Samples that no chunk holds, or no table gives a time, are left out.
    """
    boxes = {box.type: box for box in file_children(source, stbl.body, stbl.end)}
    sizes = _sizes(source, boxes, max_frames + 1)
    offsets = _offsets(source, boxes, sizes)
    durations = _pairs(source, boxes.get("stts"), len(offsets))
    count = min(len(offsets), len(durations))
    if count == 0:
        return
    del offsets[count:], sizes[count:], durations[count:]
    decode = array("q", accumulate(islice(durations, count - 1), initial=0))
    shifts = _pairs(source, boxes.get("ctts"), count, signed=True)
    table.offsets, table.sizes, table.durations = offsets, sizes, durations
    table.decode_times = decode
    table.times = array("q", map(add, decode, shifts))
    table.times.extend(decode[len(shifts) :])
    table.keyframes = _keyframes(source, boxes.get("stss"), count)
    table.hidden = bytearray(count)


def _numbers(source: ByteSource, start: int, end: int, count: int, width: int = 4) -> "array[int]":
    """Return big-endian numbers of 1, 2, 4 or 8 bytes, as many as stand before ``end``."""
    count = max(0, min(count, (end - start) // width))
    data = source.at(start, count * width)
    found = array({1: "B", 2: "H", 4: "I", 8: "Q"}[width])
    found.frombytes(data[: len(data) // width * width])
    if sys.byteorder == "little":
        found.byteswap()
    return found


def _number(source: ByteSource, offset: int) -> int:
    return int.from_bytes(source.at(offset, 4), "big")


def _sizes(source: ByteSource, boxes: dict[str, Box], limit: int) -> "array[int]":
    stsz, stz2 = boxes.get("stsz"), boxes.get("stz2")
    if stsz is not None:
        common, count = (_number(source, stsz.body + place) for place in (4, 8))
        if common:
            count = min(count, limit, source.size // common + 1)
            return array("q", [common]) * count
        found = _numbers(source, stsz.body + 12, stsz.end, min(count, limit))
        return array("q", found.tolist())
    if stz2 is None:
        return array("q")
    bits = _number(source, stz2.body + 4) & 0xFF
    count = min(_number(source, stz2.body + 8), limit)
    if bits == 4:
        halves = _numbers(source, stz2.body + 12, stz2.end, (count + 1) // 2, 1)
        nibbles = array("q", (part for byte in halves for part in (byte >> 4, byte & 15)))
        return nibbles[:count]
    if bits not in (8, 16):
        return array("q")
    found = _numbers(source, stz2.body + 12, stz2.end, count, bits // 8)
    return array("q", found.tolist())


def _offsets(source: ByteSource, boxes: dict[str, Box], sizes: "array[int]") -> "array[int]":
    """Return where each sample lies, as far as chunks hold them."""
    chunks = _chunk_offsets(source, boxes)
    ends = array("q", accumulate(sizes, initial=0))
    offsets = array("q")
    first, total = 0, len(sizes)
    runs = _chunk_runs(source, boxes.get("stsc"))
    for place, (chunk, per_chunk) in enumerate(runs):
        stop = runs[place + 1][0] if place + 1 < len(runs) else len(chunks)
        if per_chunk == 0:
            continue
        for start in chunks[chunk:stop]:
            if first >= total:
                return offsets
            last = min(first + per_chunk, total)
            base = min(start, MAX_TICKS) - ends[first]
            offsets.extend(map(base.__add__, ends[first:last]))
            first = last
    return offsets


def _chunk_offsets(source: ByteSource, boxes: dict[str, Box]) -> "array[int]":
    wide = "co64" in boxes
    box = boxes.get("co64") or boxes.get("stco")
    if box is None:
        return array("I")
    count = _number(source, box.body + 4)
    return _numbers(source, box.body + 8, box.end, count, 8 if wide else 4)


def _chunk_runs(source: ByteSource, stsc: Box | None) -> list[tuple[int, int]]:
    """Return (chunk from 0, samples in each) in ascending order."""
    if stsc is None:
        return []
    rows = _numbers(source, stsc.body + 8, stsc.end, 3 * _number(source, stsc.body + 4))
    runs: list[tuple[int, int]] = []
    for chunk, per_chunk in zip(rows[::3], rows[1::3], strict=False):
        if chunk and (not runs or chunk - 1 > runs[-1][0]):
            runs.append((chunk - 1, per_chunk))
    return runs


def _pairs(
    source: ByteSource, box: Box | None, total: int, *, signed: bool = False
) -> "array[int]":
    """Expand (count, value) rows, of stts or ctts, to at most ``total`` values."""
    values = array("q")
    if box is None:
        return values
    rows = _numbers(source, box.body + 8, box.end, 2 * _number(source, box.body + 4))
    numbers = array("i", rows.tobytes()) if signed else rows
    for count, value in zip(rows[::2], numbers[1::2], strict=False):
        room = total - len(values)
        if room <= 0:
            break
        values.extend(array("q", [value]) * min(count, room))
    return values


def _keyframes(source: ByteSource, stss: Box | None, count: int) -> bytearray:
    if stss is None:
        return bytearray(b"\1") * count
    keys = bytearray(count)
    for number in _numbers(source, stss.body + 8, stss.end, _number(source, stss.body + 4)):
        if 0 < number <= count:
            keys[number - 1] = 1
    return keys
