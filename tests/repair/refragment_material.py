"""MP4 files for the tests of refragmenting: clips, and one good file broken in many ways."""

import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ClipFactory

H264 = (
    *("-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p"),
    *("-g", "25", "-bf", "3", "-sc_threshold", "0"),
)
SECONDS = 3
CONTAINERS = frozenset({"moov", "trak", "mdia", "minf", "stbl", "moof", "traf", "mvex", "edts"})
Data = bytes | bytearray
GOOD_FLAGS = "frag_keyframe+delay_moov+default_base_moof"


class Place(NamedTuple):
    """A box in a file: where it begins, how long it is, its name."""

    start: int
    size: int
    name: str


def clip(make_clip: ClipFactory, name: str, *extra: str, audio: int | None = 48_000) -> Path:
    """Return a small clip of picture with B-frames, and sound."""
    return make_clip(
        name, seconds=SECONDS, size="64x36", sample_rate=audio, video=H264, extra=extra
    )


def good_clip(make_clip: ClipFactory) -> Path:
    """Return a file that needs no cure."""
    return clip(make_clip, "refragment-good.mp4", "-movflags", GOOD_FLAGS)


def places(data: Data, start: int = 0, end: int | None = None) -> Iterator[Place]:
    """Yield the boxes of a file, outer ones first."""
    stop = len(data) if end is None else end
    while start + 8 <= stop:
        size, name = struct.unpack_from(">I4s", data, start)
        size = size or stop - start
        yield Place(start, size, name.decode("latin-1"))
        if name.decode("latin-1") in CONTAINERS:
            yield from places(data, start + 8, start + size)
        start += size


def all_of(data: Data, name: str) -> list[Place]:
    """Return the boxes of this name."""
    return [place for place in places(data) if place.name == name]


def _rename(data: bytearray, name: str) -> None:
    for place in all_of(data, name):
        data[place.start + 4 : place.start + 8] = b"free"


def _without_tfdt(data: bytearray) -> Data:
    _rename(data, "tfdt")
    return data


def _without_trex(data: bytearray) -> Data:
    _rename(data, "trex")
    return data


def _tfdt_reset(data: bytearray) -> Data:
    for place in all_of(data, "tfdt"):
        data[place.start + 12 : place.start + place.size] = bytes(place.size - 12)
    return data


def _one_tfdt_wrong(data: bytearray) -> Data:
    for place in all_of(data, "tfdt")[2:4]:
        begin, end = place.start + 12, place.start + place.size
        time = int.from_bytes(data[begin:end], "big")
        data[begin:end] = (time - time // 10).to_bytes(end - begin, "big")
    return data


def _without_default_base(data: bytearray) -> Data:
    for place in all_of(data, "tfhd"):
        data[place.start + 9] &= ~2
    return data


def _without_data_offsets(data: bytearray) -> Data:
    """Take the first field out of every trun, and make its parents shorter."""
    known = list(places(data))
    for trun in reversed(all_of(data, "trun")):
        data[trun.start + 11] &= ~1
        del data[trun.start + 16 : trun.start + 20]
        for place in known:
            inside = place.start < trun.start < place.start + place.size
            if place == trun or (inside and place.name in ("traf", "moof")):
                (size,) = struct.unpack_from(">I", data, place.start)
                struct.pack_into(">I", data, place.start, size - 4)
    return data


def _mdat_to_the_end(data: bytearray) -> Data:
    last = all_of(data, "mdat")[-1]
    data[last.start : last.start + 4] = bytes(4)
    return data[: last.start + last.size]


def _junk_between(data: bytearray) -> Data:
    second = all_of(data, "moof")[1].start
    return data[:second] + struct.pack(">I4s", 24, b"wide") + bytes(16) + data[second:]


def _first_flags(data: bytearray, flags: int) -> Data:
    """Write other flags for the first frame of each run of pictures."""
    for trun in all_of(data, "trun"):
        has = int.from_bytes(data[trun.start + 9 : trun.start + 12], "big")
        place = trun.start + 16 + 4 * (has & 1)
        if has & 0x400:
            place += 4 * bool(has & 0x100) + 4 * bool(has & 0x200)
            struct.pack_into(">I", data, place, flags)
        elif has & 4:
            struct.pack_into(">I", data, place, flags)
    return data


def _no_sync(data: bytearray) -> Data:
    return _first_flags(data, 0x0101_0000)


def _reserved_dependency(data: bytearray) -> Data:
    return _first_flags(data, 0x0300_0000)


def _all_sync(data: bytearray) -> Data:
    for tfhd in all_of(data, "tfhd"):
        if data[tfhd.start + 11] & 0x20:
            struct.pack_into(">I", data, tfhd.start + tfhd.size - 4, 0x0200_0000)
    return data


BREAKS: dict[str, Callable[[bytearray], Data]] = {
    "no-tfdt": _without_tfdt,
    "no-trex": _without_trex,
    "tfdt-reset": _tfdt_reset,
    "one-tfdt-wrong": _one_tfdt_wrong,
    "no-default-base": _without_default_base,
    "no-data-offsets": _without_data_offsets,
    "mdat-to-the-end": _mdat_to_the_end,
    "junk-between": _junk_between,
    "no-sync": _no_sync,
    "all-sync": _all_sync,
    "reserved-dependency": _reserved_dependency,
}
