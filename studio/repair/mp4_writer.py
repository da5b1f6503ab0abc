"""Writing ISO BMFF boxes: the few that a fragmented MP4 is made of.

Source: ISO/IEC 14496-12, sections 4.2, 8.6.6, 8.8 and 8.16.3.
"""

import struct
import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

SYNC_FLAGS = 0x0200_0000
"""Sample flags of a frame that depends on no other (sample_depends_on 2)."""
NON_SYNC_FLAGS = 0x0101_0000
"""Sample flags of a frame that depends on others, and is no sync sample."""
MAX_REFERENCES = 0xFFFF
"""Entries of one sidx box: its count has 16 bits."""
MAX_BOX_BYTES = (1 << 31) - 1
"""Chromium refuses longer boxes; a sidx entry has 31 bits too (mse-rules F6)."""

_DEFAULT_BASE_IS_MOOF = 0x020000
_HAS_DURATION = 0x8
_HAS_FLAGS = 0x20
_RUN_OFFSET = 0x1
_RUN_FIRST_FLAGS = 0x4
_RUN_DURATIONS = 0x100
_RUN_SIZES = 0x200
_RUN_FLAGS = 0x400
_RUN_COMPOSITION = 0x800
_SAP_TYPE_1 = 0x9000_0000


def box(name: str, *parts: bytes) -> bytes:
    """Return one box; ``name`` is its four characters."""
    data = b"".join(parts)
    return struct.pack(">I4s", 8 + len(data), name.encode("latin-1")) + data


def full_box(name: str, version: int, flags: int, *parts: bytes) -> bytes:
    """Return a box with version and flags."""
    return box(name, struct.pack(">I", version << 24 | flags), *parts)


def mdat_header(size: int) -> bytes:
    """Return the header of an mdat with ``size`` bytes of media."""
    return struct.pack(">I4s", 8 + size, b"mdat")


@dataclass(frozen=True, slots=True)
class Run:
    """One track's frames in one fragment; times in ticks of its timescale.

    ``offsets`` are composition offsets (presentation minus decode time), ``syncs`` holds 1
    for each sync sample.
    """

    track: int
    decode_time: int
    durations: "array[int]"
    sizes: "array[int]"
    offsets: "array[int]"
    syncs: bytes

    @property
    def data_size(self) -> int:
        """Bytes of media."""
        return sum(self.sizes)


def moof(sequence: int, runs: Sequence[Run]) -> bytes:
    """Return a moof whose runs' media follow in one mdat, in the same order.

    Every run has its data offset, counted from the moof (default-base-is-moof).
    """
    size = len(_moof(sequence, runs, [0] * len(runs)))
    places = []
    place = size + 8
    for run in runs:
        places.append(place)
        place += run.data_size
    return _moof(sequence, runs, places)


def _moof(sequence: int, runs: Sequence[Run], places: Sequence[int]) -> bytes:
    trafs = [_traf(run, place) for run, place in zip(runs, places, strict=True)]
    return box("moof", full_box("mfhd", 0, 0, struct.pack(">I", sequence)), *trafs)


def _traf(run: Run, place: int) -> bytes:
    duration = run.durations[0] if run.durations.count(run.durations[0]) == len(run.sizes) else None
    default = SYNC_FLAGS if run.syncs.count(1) == len(run.syncs) else NON_SYNC_FLAGS
    header = struct.pack(">I", run.track)
    flags = _DEFAULT_BASE_IS_MOOF | _HAS_FLAGS
    if duration is not None:
        flags |= _HAS_DURATION
        header += struct.pack(">I", duration)
    header += struct.pack(">I", default)
    return box(
        "traf",
        full_box("tfhd", 0, flags, header),
        full_box("tfdt", 1, 0, struct.pack(">Q", run.decode_time)),
        _trun(run, place, has_durations=duration is None, default=default),
    )


def _trun(run: Run, place: int, *, has_durations: bool, default: int) -> bytes:
    """Return the run's table; columns whose values the defaults tell are left out."""
    flags = _RUN_OFFSET | _RUN_SIZES
    head = struct.pack(">Ii", len(run.sizes), place)
    columns: list[Sequence[int]] = []
    if has_durations:
        flags |= _RUN_DURATIONS
        columns.append(run.durations)
    columns.append(run.sizes)
    if default == NON_SYNC_FLAGS and 1 in run.syncs[1:]:
        flags |= _RUN_FLAGS
        columns.append([SYNC_FLAGS if sync else NON_SYNC_FLAGS for sync in run.syncs])
    elif default == NON_SYNC_FLAGS and run.syncs[0]:
        flags |= _RUN_FIRST_FLAGS
        head += struct.pack(">I", SYNC_FLAGS)
    if any(run.offsets):
        flags |= _RUN_COMPOSITION
        columns.append(run.offsets)
    version = int(min(run.offsets) < 0)
    return full_box("trun", version, flags, head, _rows(columns))


def _rows(columns: Sequence[Sequence[int]]) -> bytes:
    """Return columns of 32-bit numbers as big-endian rows."""
    width = len(columns)
    table = array("i", bytes(4 * width * len(columns[0])))
    for position, column in enumerate(columns):
        table[position::width] = array("i", column)
    if sys.byteorder == "little":
        table.byteswap()
    return table.tobytes()


@dataclass(frozen=True, slots=True)
class Reference:
    """One sidx entry: the bytes from one moof to the next, and their presentation time."""

    size: int
    duration: int
    starts_with_sync: bool


def sidx(track: int, timescale: int, first_time: int, references: Sequence[Reference]) -> bytes:
    """Return the index that stands right before the first moof.

    Times are presentation times in ticks of ``timescale``; ``references`` has at most
    MAX_REFERENCES entries.
    """
    head = struct.pack(">IIQQHH", track, timescale, first_time, 0, 0, len(references))
    rows = b"".join(
        struct.pack(
            ">III", entry.size, entry.duration, _SAP_TYPE_1 if entry.starts_with_sync else 0
        )
        for entry in references
    )
    return full_box("sidx", 1, 0, head, rows)


def sidx_size(references: int) -> int:
    """Return the length of a sidx box with so many entries, in bytes."""
    return 12 + 28 + 12 * references
