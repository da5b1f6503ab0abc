"""Damage to small media files, told by plans that hypothesis draws."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import strategies as st

CONTAINERS = frozenset(b"moov trak edts mdia minf stbl mvex moof traf stsd dinf udta".split())
MASTERS = frozenset(
    {
        *(0x1A45DFA3, 0x18538067, 0x114D9B74, 0x1549A966, 0x1654AE6B, 0xAE, 0xE0, 0xE1),
        *(0x1F43B675, 0xA0, 0x1C53BB6B, 0xBB, 0xB7, 0x1254C367),
    }
)
"""Elements of Matroska that hold elements (RFC 9559)."""

EXTREMES = (
    *(b"\xff" * 4, bytes(4), b"\x7f\xff\xff\xff", b"\x80\0\0\0", b"\0\0\0\1", b"\1" * 4),
    *(b"\x01" + b"\xff" * 7, b"\x01" + bytes(7), b"\xff", b"\0", b"\0\0\0\x08", b"\x40\0\xff\xff"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """One box or element: where it begins, where its content begins, and where it ends."""

    start: int
    body: int
    end: int
    depth: int


def places(data: bytes) -> tuple[Place, ...]:
    """Return every box or element of a sound file, parents first."""
    walk = _elements if data.startswith(b"\x1a\x45\xdf\xa3") else _boxes
    return tuple(walk(data, 0, len(data), 0))


def _boxes(data: bytes, start: int, end: int, depth: int) -> Iterator[Place]:
    while start + 8 <= end:
        size, name = struct.unpack_from(">I4s", data, start)
        stop = min(end, start + size) if size >= 8 else end
        yield Place(start, start + 8, stop, depth)
        if name in CONTAINERS:
            yield from _boxes(data, start + (16 if name == b"stsd" else 8), stop, depth + 1)
        start = stop


def _elements(data: bytes, start: int, end: int, depth: int) -> Iterator[Place]:
    while start + 2 <= end:
        id_width = 9 - data[start].bit_length()
        name = int.from_bytes(data[start : start + id_width], "big")
        width = 9 - data[start + id_width].bit_length()
        body = start + id_width + width
        size = int.from_bytes(data[start + id_width : body], "big") & ((1 << 7 * width) - 1)
        unknown = size == (1 << 7 * width) - 1
        stop = end if unknown else min(end, body + size)
        yield Place(start, body, stop, depth)
        if name in MASTERS:
            yield from _elements(data, body, stop, depth + 1)
        start = stop


@dataclass(frozen=True, slots=True)
class Damage:
    """One change: what, where (a share of the file or a structure's number), and a value."""

    kind: str
    where: int
    value: int


BYTE_KINDS = ("flip", "set", "extreme", "truncate", "delete", "insert", "repeat")
STRUCTURE_KINDS = ("swap", "size", "name", "drop", "double", "field", "hollow")

DAMAGE = st.builds(
    Damage,
    st.sampled_from(("flip", "set") * 4 + BYTE_KINDS + STRUCTURE_KINDS * 2),
    st.integers(0, (1 << 20) - 1),
    st.integers(0, (1 << 32) - 1),
)
PLANS = st.lists(DAMAGE, min_size=1, max_size=3)


def damaged(data: bytes, structure: Sequence[Place], plan: Sequence[Damage]) -> bytes:
    """Return a file with every change of a plan; structural ones stand where they stood."""
    changed = bytearray(data)
    for damage in plan:
        if damage.kind in STRUCTURE_KINDS:
            _restructure(changed, structure[damage.where % len(structure)], structure, damage)
        elif changed:
            _scratch(changed, damage.where * len(changed) >> 20, damage)
    return bytes(changed)


def _scratch(data: bytearray, at: int, damage: Damage) -> None:
    length, extreme = damage.value % 64 + 1, EXTREMES[damage.value % len(EXTREMES)]
    match damage.kind:
        case "flip":
            data[at] ^= 1 << damage.value % 8
        case "set":
            data[at] = damage.value % 256
        case "extreme":
            data[at : at + len(extreme)] = extreme
        case "truncate":
            del data[at:]
        case "delete":
            del data[at : at + length]
        case "insert":
            data[at:at] = damage.value.to_bytes(4, "big") * length
        case "repeat":
            data[at:at] = data[at : at + length * 16]


def _restructure(data: bytearray, place: Place, structure: Sequence[Place], damage: Damage) -> None:
    extreme = EXTREMES[damage.value % len(EXTREMES)]
    whole = data[place.start : place.end]
    match damage.kind:
        case "swap":
            pairs = [
                (one, two)
                for one, two in pairwise(p for p in structure if p.depth == place.depth)
                if one.end == two.start
            ]
            if pairs:
                one, two = pairs[damage.value % len(pairs)]
                parts = data[two.start : two.end] + data[one.start : one.end]
                data[one.start : two.end] = parts
        case "size":  # where EBML and MP4 both keep it, near the beginning
            data[place.start + damage.value % 6 : place.body] = extreme[: place.body - place.start]
        case "name":
            data[place.start : place.start + 4] = damage.value.to_bytes(4, "big")
        case "drop":
            del data[place.start : place.end]
        case "double":
            data[place.end : place.end] = whole
        case "field":  # a number in the content, without moving anything
            at = place.body + damage.value % max(1, min(64, place.end - place.body))
            data[at : at + len(extreme)] = extreme
        case "hollow":
            del data[place.body : place.end]
