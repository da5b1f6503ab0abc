"""Broken MP4 files: each differs from its source as it says, read back on its own."""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from studio.errors import RepairError
from studio.repair.breaking.mp4_table import MP4_BREAKERS
from studio.repair.breaking.table import breaker
from tests.conftest import ClipFactory

CONTAINERS = {"moov", "trak", "mdia", "minf", "stbl", "mvex", "edts", "moof", "traf"}
GOP = ("-g", "25", "-keyint_min", "25", "-sc_threshold", "0")
FRAGMENTS = ("-movflags", "+frag_keyframe+delay_moov+default_base_moof")
B_FRAMES = (
    *("-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p"),
    *("-bf", "2", "-x264-params", "b-adapt=0"),
)
NON_SYNC = 0x10000
VIDEO, AUDIO = 1, 2


@dataclass
class Box:
    """A box, read by this test alone; ``offset`` counts from the file's start."""

    type: str
    offset: int
    size: int
    data: bytes
    inside: "list[Box]" = field(default_factory=list)

    def all(self, name: str) -> "list[Box]":
        return [child for child in self.inside if child.type == name]

    def one(self, *path: str) -> "Box":
        box = self
        for name in path:
            box = box.all(name)[0]
        return box

    def int(self, place: int, count: int = 4) -> int:
        return int.from_bytes(self.data[place : place + count], "big")


def walk(data: bytes, start: int = 0) -> Iterator[Box]:
    place = 0
    while place + 8 <= len(data):
        size = int.from_bytes(data[place : place + 4], "big") or len(data) - place
        name = data[place + 4 : place + 8].decode("latin-1")
        body = data[place + 8 : place + size]
        inside = [*walk(body, start + place + 8)] if name in CONTAINERS else []
        yield Box(name, start + place, size, body, inside)
        place += size


@dataclass
class Frame:
    """A frame of a fragment: what its moof says, and its bytes."""

    duration: int
    flags: int
    composition: int
    payload: bytes


@dataclass
class Traf:
    """A track fragment."""

    track: int
    flags: int
    time: int
    frames: list[Frame]


class File:
    """A whole fragmented MP4."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.boxes = list(walk(data))

    def types(self) -> list[str]:
        return [box.type for box in self.boxes]

    def all(self, name: str) -> list[Box]:
        return [box for box in self.boxes if box.type == name]

    @property
    def moov(self) -> Box:
        return self.all("moov")[0]

    def edits(self, number: int) -> list[tuple[int, int]]:
        trak = self.moov.all("trak")[number - 1]
        if not trak.all("edts"):
            return []
        data = trak.one("edts", "elst").data
        wide = ">Qq" if data[0] else ">Ii"
        row = struct.calcsize(wide) + 4
        count = int.from_bytes(data[4:8], "big")
        return [struct.unpack_from(wide, data, 8 + row * n) for n in range(count)]

    def fragments(self) -> list[list[Traf]]:
        return [[self._traf(moof, traf) for traf in moof.all("traf")] for moof in self.all("moof")]

    def of(self, track: int) -> list[Traf]:
        return [traf for trafs in self.fragments() for traf in trafs if traf.track == track]

    def frames(self, track: int) -> list[Frame]:
        return [frame for traf in self.of(track) for frame in traf.frames]

    def times(self, track: int) -> list[int]:
        return [traf.time for traf in self.of(track)]

    def _traf(self, moof: Box, traf: Box) -> Traf:
        tfhd = traf.one("tfhd")
        place, values = 8 + 8 * (tfhd.data[3] & 1), [0, 0, 0]
        for index, bit in enumerate((8, 16, 32)):
            if tfhd.data[3] & bit:
                values[index] = tfhd.int(place)
                place += 4
        base = tfhd.int(8, 8) if tfhd.data[3] & 1 else moof.offset
        tfdt = traf.all("tfdt")
        time = tfdt[0].int(4, 8 if tfdt[0].data[0] else 4) if tfdt else -1
        frames: list[Frame] = []
        place = base
        for trun in traf.all("trun"):
            if trun.int(1, 3) & 1:
                place = base + int.from_bytes(trun.data[8:12], "big", signed=True)
            run = list(self._run(trun, place, values))
            frames += run
            place += sum(len(frame.payload) for frame in run)
        return Traf(tfhd.int(4), tfhd.int(1, 3), time, frames)

    def _run(self, trun: Box, data: int, values: list[int]) -> Iterator[Frame]:
        flags = trun.int(1, 3)
        place = 8 + 4 * (flags & 1)
        first = trun.int(place) if flags & 4 else None
        place += 4 * bool(flags & 4)
        for number in range(trun.int(4)):
            row = [*values, 0]
            for column, bit in enumerate((0x100, 0x200, 0x400, 0x800)):
                if flags & bit:
                    row[column] = trun.int(place)
                    place += 4
            if number == 0 and first is not None:
                row[2] = first
            yield Frame(row[0], row[2], row[3], self.data[data : data + row[1]])
            data += row[1]


@pytest.fixture
def mp4(make_clip: ClipFactory) -> Path:
    return make_clip(
        "breaking.mp4", seconds=4, size="64x36", video=B_FRAMES, extra=(*GOP, *FRAGMENTS)
    )


def payloads(file: File, track: int) -> list[bytes]:
    return [frame.payload for frame in file.frames(track)]


def same_frames(old: File, new: File) -> bool:
    return all(payloads(old, number) == payloads(new, number) for number in (VIDEO, AUDIO))


def key_starts(file: File) -> list[bool]:
    return [not traf.frames[0].flags & NON_SYNC for traf in file.of(VIDEO)]


def keys(file: File) -> int:
    return sum(not frame.flags & NON_SYNC for frame in file.frames(VIDEO))


def avcc(file: File) -> bytes:
    data = file.moov.data
    place = data.index(b"avcC")
    size = int.from_bytes(data[place - 4 : place], "big")
    return data[place + 4 : place - 4 + size]


def trexes(file: File) -> list[tuple[int, int]]:
    return [(trex.int(4), trex.int(8)) for trex in file.moov.one("mvex").all("trex")]


def numbers(file: File) -> list[int]:
    return [trak.one("tkhd").int(12) for trak in file.moov.all("trak")]


Claim = Callable[[File, File], bool]

CLAIMS: dict[str, Claim] = {
    "mp4-no-mvex": lambda a, n: not n.moov.all("mvex") and same_frames(a, n),
    "mp4-first-gop-in-header": lambda a, n: (
        n.types()[:3] == ["ftyp", "moov", "mdat"]
        and moov_frames(n) == payloads(a, VIDEO)[:25]
        and payloads(n, VIDEO) == payloads(a, VIDEO)[25:]
    ),
    "mp4-no-trex": lambda a, n: [number for number, _ in trexes(n)] == [1],
    "mp4-foreign-trex": lambda a, n: [number for number, _ in trexes(n)] == [1, 77],
    "mp4-zero-description": lambda a, n: [index for _, index in trexes(n)] == [0, 0],
    "mp4-no-ftyp": lambda a, n: n.types()[0] == "moov",
    "mp4-strange-brand": lambda a, n: n.boxes[0].data[:4] == b"zzzz",
    "mp4-header-last": lambda a, n: n.types()[-1] == "moov",
    "mp4-other-header": lambda a, n: (
        n.types().count("moov") == 2
        and [t.one("tkhd").int(12) for t in n.all("moov")[1].all("trak")] == [11, 12]
    ),
    "mp4-same-header": lambda a, n: [box.data for box in n.all("moov")] == [a.moov.data] * 2,
    "mp4-duplicate-track": lambda a, n: numbers(n) == [1, 2, 2],
    "mp4-lying-index": lambda a, n: (
        n.types()[2:4] == ["sidx", "moof"]
        and n.all("sidx")[0].int(24) != n.boxes[3].size + n.boxes[4].size
    ),
    "mp4-empty-configuration": lambda a, n: avcc(n) == b"" and avcc(a) != b"",
    "mp4-length-size": lambda a, n: (avcc(a)[4] & 3, avcc(n)[4] & 3) == (3, 1),
    "mp4-wrong-codec": lambda a, n: b"fLaC" in n.moov.data and b"mp4a" not in n.moov.data,
    "mp4-as-webm": lambda a, n: a.data == n.data,
    "mp4-wide-box": lambda a, n: n.types().count("wide") == 1 and same_frames(a, n),
    "mp4-data-to-end": lambda a, n: n.data[n.boxes[-1].offset :][:8] == b"\0\0\0\0mdat",
    "mp4-base-data-offset": lambda a, n: (
        [bool(traf.flags & 1) for traf in n.of(VIDEO)] == [False, False, True, False]
        and same_frames(a, n)
    ),
    "mp4-no-default-base": lambda a, n: (
        [bool(traf.flags & 0x20000) for traf in n.of(AUDIO)] == [True, True, False, True]
        and not same_frames(a, n)
    ),
    "mp4-no-data-offset": lambda a, n: any(
        not traf.one("trun").int(1, 3) & 1 for moof in n.all("moof") for traf in moof.all("traf")
    ),
    "mp4-truncated-data": lambda a, n: len(n.data) < len(a.data) * 0.97,
    "mp4-sizes-beyond": lambda a, n: n.boxes[-1].type != "moof" and beyond(n),
    "mp4-no-decode-time": lambda a, n: n.times(VIDEO)[2] == -1 and same_frames(a, n),
    "mp4-no-tracks": lambda a, n: [len(trafs) for trafs in n.fragments()] == [2, 2, 0, 2],
    "mp4-foreign-track": lambda a, n: len(n.of(77)) == 1 and len(n.of(AUDIO)) == 3,
    "mp4-data-first": lambda a, n: n.types()[6:8] == ["mdat", "moof"] and same_frames(a, n),
    "mp4-orphan-data": lambda a, n: n.types().count("mdat") == 5 and same_frames(a, n),
    "mp4-orphan-fragment": lambda a, n: (
        (n.types().count("moof"), n.types().count("mdat")) == (4, 3)
    ),
    "mp4-reserved-dependency": lambda a, n: (
        [traf.frames[3].flags >> 24 & 3 for traf in n.of(VIDEO)].count(3) == 1 and same_frames(a, n)
    ),
    "mp4-separate-fragments": lambda a, n: (
        [len(trafs) for trafs in n.fragments()] == [1] * 8 and same_frames(a, n)
    ),
    "mp4-empty-sample": lambda a, n: payloads(n, VIDEO).count(b"") == 1,
    "mp4-annex-b": lambda a, n: (
        sum(frame.payload.startswith(b"\0\0\0\1") for frame in n.frames(VIDEO)) == 25
    ),
    "mp4-no-first-keyframe": lambda a, n: payloads(n, VIDEO) == payloads(a, VIDEO)[1:],
    "mp4-fragments-inside-gops": lambda a, n: (
        key_starts(n) == [True, False] * 4 and same_frames(a, n)
    ),
    "mp4-hidden-keyframe": lambda a, n: key_starts(n).count(False) == 1 and same_frames(a, n),
    "mp4-false-keyframe": lambda a, n: (keys(a), keys(n)) == (4, 5) and same_frames(a, n),
    "mp4-overlap": lambda a, n: moved(a, n, VIDEO) == [0, 0, -1280, -1280] and same_frames(a, n),
    "mp4-times-from-zero": lambda a, n: n.times(VIDEO) == [0] * 4 and same_frames(a, n),
    "mp4-keyframe-before-zero": lambda a, n: n.edits(1)[0][1] - a.edits(1)[0][1] == 512,
    "mp4-empty-edit": lambda a, n: n.edits(1) == [(scale(n) // 2, -1), (0, a.edits(1)[0][1])],
    "mp4-two-edits": lambda a, n: len(n.edits(1)) == 2 and n.edits(2)[0][0] == scale(n),
    "mp4-no-edit-list": lambda a, n: a.edits(1) != [] and n.edits(1) == n.edits(2) == [],
    "mp4-second-run-without-offset": lambda a, n: (
        [len(moof.all("traf")[0].all("trun")) for moof in n.all("moof")] == [1, 1, 2, 1]
        and same_frames(a, n)
    ),
    "mp4-halves-swapped": lambda a, n: (
        [traf.time for traf in n.fragments()[2] if traf.track == VIDEO] == [31_744, 25_600]
        and sorted(payloads(n, VIDEO)) == sorted(payloads(a, VIDEO))
    ),
    "mp4-no-duration": lambda a, n: n.moov.one("mvhd").int(16) == 0 and same_frames(a, n),
}


def scale(file: File) -> int:
    """Return the movie's ticks per second."""
    return file.moov.one("mvhd").int(12)


def moov_frames(file: File) -> list[bytes]:
    """Return the pictures that moov describes, in one chunk."""
    table = file.moov.all("trak")[0].one("mdia", "minf", "stbl")
    place = table.one("stco").int(8)
    sizes = table.one("stsz")
    found = []
    for number in range(sizes.int(8)):
        size = sizes.int(12 + 4 * number)
        found.append(file.data[place : place + size])
        place += size
    return found


def beyond(file: File) -> bool:
    """Tell whether the last fragment names more bytes than its mdat holds."""
    runs = [traf.one("trun") for traf in file.all("moof")[-1].all("traf")]
    sizes = sum(run.int(12 + 16 * n + 4) for run in runs for n in range(run.int(4)))
    return sizes > file.all("mdat")[-1].size


def moved(old: File, new: File, track: int) -> list[int]:
    return [b - a for a, b in zip(old.times(track), new.times(track), strict=True)]


@pytest.mark.parametrize("breaker_id", CLAIMS)
def test_a_broken_mp4_differs_as_it_says(breaker_id: str, mp4: Path, tmp_path: Path) -> None:
    found = breaker(breaker_id)
    before = mp4.read_bytes()
    target = tmp_path / f"broken{found.suffix or '.mp4'}"
    offset = found.make(mp4, target)
    broken = target.read_bytes()
    assert CLAIMS[breaker_id](File(before), File(broken))
    assert mp4.read_bytes() == before
    assert broken[:offset] == before[:offset], "what comes before the change is as it was"


def test_every_breaker_for_mp4_is_looked_at() -> None:
    assert {found.id for found in MP4_BREAKERS} == set(CLAIMS)


@pytest.mark.parametrize("kind", ["video-", "audio-", ""])
@pytest.mark.parametrize("way", ["late-500", "gap-400"])
def test_times_move_for_the_named_tracks_only(
    kind: str, way: str, mp4: Path, tmp_path: Path
) -> None:
    breaker(f"mp4-{kind}{way}").make(mp4, tmp_path / "broken.mp4")
    old, new = File(mp4.read_bytes()), File((tmp_path / "broken.mp4").read_bytes())
    assert same_frames(old, new)
    for number, name, scale in ((VIDEO, "video-", 12_800), (AUDIO, "audio-", 44_100)):
        by = int(way[-3:]) * scale // 1000 if kind in (name, "") else 0
        assert moved(old, new, number) == ([by] * 4 if "late" in way else [0, 0, by, by])


def test_an_index_becomes_free_space_of_the_same_size(
    make_clip: ClipFactory, mp4: Path, tmp_path: Path
) -> None:
    flags = ("-movflags", "+frag_keyframe+dash+delay_moov")
    indexed = make_clip.copy("breaking-sidx.mp4", mp4)
    indexed = make_clip.made_once(
        "breaking-sidx-2.mp4", ["-i", f"file:{indexed}", "-c", "copy", *flags]
    )
    assert "sidx" in File(indexed.read_bytes()).types()
    breaker("mp4-no-trex").make(indexed, tmp_path / "broken.mp4")
    types = File((tmp_path / "broken.mp4").read_bytes()).types()
    assert "sidx" not in types
    assert "free" in types


def test_open_codecs_have_no_nal_units_to_break(make_clip: ClipFactory, tmp_path: Path) -> None:
    codec = ("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8")
    clip = make_clip(
        "breaking-vp9.mp4", size="64x36", sample_rate=None, video=codec, extra=FRAGMENTS
    )
    with pytest.raises(RepairError, match="cannot be broken"):
        breaker("mp4-annex-b").make(clip, tmp_path / "broken.mp4")


def test_a_plain_mp4_is_no_source(make_clip: ClipFactory, tmp_path: Path) -> None:
    clip = make_clip("breaking-plain.mp4", seconds=1, size="64x36")
    with pytest.raises(RepairError, match="not fragmented"):
        breaker("mp4-no-trex").make(clip, tmp_path / "broken.mp4")


def test_a_cut_off_mp4_is_no_source(mp4: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(mp4.read_bytes()[:-100])
    with pytest.raises(RepairError, match="cut off"):
        breaker("mp4-no-trex").make(cut, tmp_path / "broken.mp4")
