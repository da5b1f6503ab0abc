"""Fragments written anew from samples: every number explicit, data counted from the moof."""

from collections.abc import Iterable

from studio.errors import RepairError
from studio.repair.breaking.box_tree import Node, box_head, full_box
from studio.repair.breaking.mp4_media import Sample, TrackRun
from studio.repair.breaking.pieces import Copy, Piece, Put

_DEFAULT_BASE_IS_MOOF = 0x20000
_EXPLICIT = 0xF01
"""data offset, and of each sample its duration, size, flags and composition offset."""


def fragment(sequence: int, runs: Iterable[TrackRun]) -> list[Piece]:
    """Return a moof and its mdat that hold these runs, one after the other."""
    filled = [run for run in runs if run.samples]
    size = len(_moof(sequence, filled, 0).to_bytes())
    total = sum(sample.size for run in filled for sample in run.samples)
    head = box_head("mdat", total)
    moof = _moof(sequence, filled, size + len(head))
    data = [Copy(s.offset, s.size) for run in filled for s in run.samples]
    return [Put(moof.to_bytes(), changed=True), Put(head), *_joined(data)]


def _moof(sequence: int, runs: list[TrackRun], data_offset: int) -> Node:
    moof = Node("moof", children=[full_box("mfhd", 0, 0, sequence.to_bytes(4, "big"))])
    for run in runs:
        moof.children.append(_traf(run, data_offset))
        data_offset += sum(sample.size for sample in run.samples)
    return moof


def _traf(run: TrackRun, data_offset: int) -> Node:
    if data_offset >= 1 << 31 or run.time >= 1 << 63:
        raise RepairError("A fragment is larger, or later, than that of any real film.")
    rows = b"".join(_row(sample) for sample in run.samples)
    count = len(run.samples).to_bytes(4, "big")
    trun = count + data_offset.to_bytes(4, "big", signed=True) + rows
    return Node(
        "traf",
        children=[
            full_box("tfhd", 0, _DEFAULT_BASE_IS_MOOF, run.track.number.to_bytes(4, "big")),
            full_box("tfdt", 1, 0, run.time.to_bytes(8, "big")),
            full_box("trun", 1, _EXPLICIT, trun),
        ],
    )


def _row(sample: Sample) -> bytes:
    return (
        sample.duration.to_bytes(4, "big")
        + sample.size.to_bytes(4, "big")
        + sample.flags.to_bytes(4, "big")
        + (sample.composition & 0xFFFFFFFF).to_bytes(4, "big")
    )


def _joined(copies: Iterable[Copy]) -> list[Piece]:
    """Join stretches that stand next to each other in the source."""
    joined: list[Copy] = []
    for copy in copies:
        if joined and joined[-1].offset + joined[-1].size == copy.offset:
            joined[-1] = Copy(joined[-1].offset, joined[-1].size + copy.size)
        else:
            joined.append(copy)
    return list(joined)
