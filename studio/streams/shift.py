"""Media segments made of single frames, with any times: a cluster, or a moof with its mdat.

Source: RFC 9559, section 10 (blocks); ISO/IEC 14496-12, section 8.8.
"""

from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from studio.repair.ebml_writer import element, id_bytes, size_bytes, uint
from studio.repair.mp4_writer import Run, box, moof
from studio.segments import ebml

MAX_RELATIVE = 32_767
"""Ticks that fit the two bytes of a block's time."""
MAX_SEQUENCE = 0xFFFF_FFFF
_KEY, _INVISIBLE = 0x80, 0x08


class Frame(NamedTuple):
    """One coded frame as it is to be written; times and duration in ticks of its track.

    ``time`` is the presentation time as stored (without an MP4 edit list). ``written`` is the
    duration that a WebM block is to tell, 0 for none.
    """

    track: int
    decode: int
    time: int
    duration: int
    keyframe: bool
    hidden: bool
    data: bytes
    written: int = 0


def webm_unit(frames: Sequence[Frame], main: int) -> bytes:
    """Return these frames as one cluster, by time, those of track ``main`` first among equals.

    A GOP that is longer than the time of a block can tell (32.7 s) becomes several clusters.
    """
    ordered = sorted(frames, key=lambda one: (one.time, one.track != main))
    return b"".join(_cluster(group) for group in _groups(ordered))


def _groups(frames: Sequence[Frame]) -> Iterator[list[Frame]]:
    group: list[Frame] = []
    for frame in frames:
        if group and frame.time - group[0].time > MAX_RELATIVE:
            yield group
            group = []
        group.append(frame)
    if group:
        yield group


def _cluster(frames: Sequence[Frame]) -> bytes:
    base = max(0, frames[0].time)
    body = uint(ebml.TIMESTAMP, base) + b"".join(_block(one, base) for one in frames)
    return id_bytes(ebml.CLUSTER) + size_bytes(len(body), 8) + body


def _block(frame: Frame, base: int) -> bytes:
    """Return a SimpleBlock, or a BlockGroup for a keyframe that tells its duration."""
    in_group = frame.written > 0 and frame.keyframe
    flags = _INVISIBLE * frame.hidden | (0 if in_group else _KEY * frame.keyframe)
    relative = (frame.time - base).to_bytes(2, "big", signed=True)
    head = bytes((0x80 | frame.track,)) + relative + bytes((flags,))
    found = element(ebml.BLOCK if in_group else ebml.SIMPLE_BLOCK, head + frame.data)
    if not in_group:
        return found
    return element(ebml.BLOCK_GROUP, found + uint(ebml.BLOCK_DURATION, frame.written))


def mp4_unit(frames: Sequence[Frame], sequence: int) -> bytes:
    """Return these frames as one moof and mdat, a run for each track, in the order given.

    Decode times are written with 64 bits. A frame lasts to the next of its track.

    Args:
        frames: those of one track in decode order.
        sequence: the number in mfhd; it is counted modulo 2^32.
    """
    tracks = dict.fromkeys(one.track for one in frames)
    lanes = [[one for one in frames if one.track == track] for track in tracks]
    head = moof(sequence & MAX_SEQUENCE, [_run(lane) for lane in lanes])
    return head + box("mdat", *(one.data for lane in lanes for one in lane))


def _run(frames: Sequence[Frame]) -> Run:
    steps = [max(0, after.decode - before.decode) for before, after in pairwise(frames)]
    return Run(
        frames[0].track,
        max(0, frames[0].decode),
        array("q", [*steps, frames[-1].duration]),
        array("q", [len(one.data) for one in frames]),
        array("q", [one.time - one.decode for one in frames]),
        bytes(one.keyframe for one in frames),
    )
