"""Broken WebM files: each differs from its source as it says, read back on its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest

from studio.errors import RepairError
from studio.repair.breaking.table import breaker
from studio.repair.breaking.webm_table import WEBM_BREAKERS
from studio.repair.recluster import recluster
from tests.conftest import ClipFactory
from tests.segments import building as b

VP8 = ("-c:v", "libvpx", "-b:v", "200k", "-threads", "1", "-cpu-used", "8", "-deadline", "realtime")
GOP = ("-g", "25", "-keyint_min", "25")
EBML, SEGMENT, CLUSTER, INFO, TRACKS = 0x1A45DFA3, 0x18538067, 0x1F43B675, 0x1549A966, 0x1654AE6B
TIMESTAMP, SIMPLE, GROUP, BLOCK, ENTRY = 0xE7, 0xA3, 0xA0, 0xA1, 0xAE
MASTERS = {EBML, SEGMENT, CLUSTER, INFO, TRACKS, GROUP, ENTRY, 0xE0, 0xE1, 0x75A1, 0xA6}
VIDEO, AUDIO = 1, 2


@dataclass
class El:
    """An element, read by this test alone; ``size`` is None when unknown."""

    id: int
    size: int | None
    data: bytes
    inside: "list[El]" = field(default_factory=list)

    def all(self, name: int) -> "list[El]":
        return [child for child in self.inside if child.id == name]

    def one(self, name: int) -> "El":
        return self.all(name)[0]

    def number(self, name: int) -> int:
        return int.from_bytes(self.one(name).data, "big")

    def ids(self) -> list[int]:
        return [child.id for child in self.inside]


def walk(data: bytes) -> Iterator[El]:
    place = 0
    while place < len(data) and data[place] >= 0x10:
        width = 9 - data[place].bit_length()
        name = int.from_bytes(data[place : place + width], "big")
        begin = place + width
        width = 9 - data[begin].bit_length()
        size = int.from_bytes(data[begin : begin + width], "big") & ((1 << 7 * width) - 1)
        begin += width
        unknown = size == (1 << 7 * width) - 1
        end = len(data) if unknown else begin + size
        if unknown and name == CLUSTER:
            found = data.find(CLUSTER.to_bytes(4, "big"), begin)
            end = len(data) if found < 0 else found
        body = data[begin:end]
        yield El(name, None if unknown else size, body, [*walk(body)] if name in MASTERS else [])
        place = end


@dataclass
class Shown:
    """A block as an engine reads it: absolute ms."""

    track: int
    time: int
    key: bool
    lacing: int
    payload: bytes


def shown(cluster: El) -> list[Shown]:
    base, found = 0, []
    for child in cluster.inside:
        if child.id == TIMESTAMP:
            base = int.from_bytes(child.data, "big")
        blocks = child.all(BLOCK) if child.id == GROUP else [child] if child.id == SIMPLE else []
        for block in blocks:
            width = 9 - block.data[0].bit_length()
            number = int.from_bytes(block.data[:width], "big") & ((1 << 7 * width) - 1)
            relative = int.from_bytes(block.data[width : width + 2], "big", signed=True)
            flags = block.data[width + 2]
            key = bool(flags & 0x80) or child.id == GROUP
            payload = block.data[width + 3 :]
            found.append(Shown(number, base + relative, key, flags & 6, payload))
    return found


@dataclass
class File:
    """A whole WebM."""

    data: bytes

    def __post_init__(self) -> None:
        self.header, self.segment, *self.rest = walk(self.data)

    @property
    def clusters(self) -> list[El]:
        return self.segment.all(CLUSTER)

    @property
    def blocks(self) -> list[list[Shown]]:
        return [shown(cluster) for cluster in self.clusters]

    def of(self, track: int) -> list[Shown]:
        return [block for blocks in self.blocks for block in blocks if block.track == track]

    def times(self, track: int) -> list[int]:
        return [block.time for block in self.of(track)]

    def entry(self, number: int) -> El:
        entries = self.segment.one(TRACKS).all(ENTRY)
        return next(entry for entry in entries if entry.number(0xD7) == number)


def source(make_clip: ClipFactory) -> Path:
    raw = make_clip(
        "breaking.webm", seconds=4, size="64x36", video=VP8, audio=("-c:a", "libopus"),
        extra=GOP, sample_rate=48_000,
    )  # fmt: skip
    target = raw.with_name("breaking-sound.webm")
    if not target.exists():
        recluster(raw, target)
    return target


@pytest.fixture
def webm(make_clip: ClipFactory) -> Path:
    return source(make_clip)


def reversals(file: File) -> int:
    return sum(b.time < a.time for blocks in file.blocks for a, b in pairwise(blocks))


def steps(times: list[int]) -> list[int]:
    return [b - a for a, b in pairwise(times)]


def moved(old: list[int], new: list[int]) -> list[int]:
    return [b - a for a, b in zip(old, new, strict=True)]


def starts_with_key(file: File) -> list[bool]:
    firsts = ([b for b in blocks if b.track == VIDEO] for blocks in file.blocks)
    return [pictures[0].key for pictures in firsts if pictures]


Claim = Callable[[File, File], bool]

CLAIMS: dict[str, Claim] = {
    "webm-no-info": lambda a, n: INFO in a.segment.ids() and INFO not in n.segment.ids(),
    "webm-no-tracks": lambda a, n: TRACKS not in n.segment.ids(),
    "webm-cluster-first": lambda a, n: n.segment.ids()[0] == CLUSTER,
    "webm-junk": lambda a, n: len(n.clusters) == 1 and b"no WebM element" in n.data,
    "webm-segment-too-short": lambda a, n: len(n.clusters) == 3 and n.rest[0].id == CLUSTER,
    "webm-late-timestamp": lambda a, n: [c.ids()[0] for c in n.clusters].count(TIMESTAMP) == 3,
    "webm-swapped-clusters": lambda a, n: (
        [c.number(TIMESTAMP) for c in n.clusters] == [0, 2000, 1000, 3000]
    ),
    "webm-clusters-inside-gops": lambda a, n: starts_with_key(n) == [True, False] * 4,
    "webm-unknown-sizes": lambda a, n: (
        n.segment.size is None and all(c.size is None for c in n.clusters)
    ),
    "webm-other-elements": lambda a, n: n.segment.ids()[-6:-4] == [0xEC, 0x1254C367],
    "webm-truncated-cluster": lambda a, n: len(n.data) < len(a.data) * 0.95,
    "webm-negative-times": lambda a, n: (
        n.times(VIDEO) == a.times(VIDEO) and n.clusters[2].number(TIMESTAMP) > 2900
    ),
    "webm-separate-clusters": lambda a, n: all(
        len({block.track for block in blocks}) == 1 for blocks in n.blocks
    ),
    "webm-two-codec-ids": lambda a, n: len(n.entry(VIDEO).all(0x86)) == 2,
    "webm-foreign-name": lambda a, n: not n.entry(VIDEO).one(0x536E).data.isascii(),
    "webm-zero-default-duration": lambda a, n: n.entry(VIDEO).number(0x23E383) == 0,
    "webm-no-default-duration": lambda a, n: 0x23E383 not in n.entry(VIDEO).ids(),
    "webm-pre-skip": lambda a, n: n.entry(AUDIO).number(0x56AA) > 100_000_000,
    "webm-doc-type": lambda a, n: n.header.one(0x4282).data == b"matroska",
    "webm-foreign-codec": lambda a, n: n.entry(AUDIO).one(0x86).data == b"A_AAC",
    "webm-wrong-video-codec": lambda a, n: n.entry(VIDEO).one(0x86).data == b"V_VP9",
    "webm-no-duration": lambda a, n: 0x4489 not in n.segment.one(INFO).ids(),
    "webm-as-mp4": lambda a, n: a.data == n.data,
    "webm-block-order": lambda a, n: reversals(n) == 1,
    "webm-no-first-keyframe": lambda a, n: n.of(VIDEO) == a.of(VIDEO)[1:],
    "webm-lacing": lambda a, n: [block.lacing for block in n.of(AUDIO)].count(2) == 1,
    "webm-undeclared-track": lambda a, n: len(n.of(5)) == 1,
    "webm-high-track-number": lambda a, n: len(n.of(200)) == len(a.of(AUDIO)),
    "webm-two-blocks-in-group": lambda a, n: any(
        len(group.all(BLOCK)) == 2 for c in n.clusters for group in c.all(GROUP)
    ),
    "webm-group-without-block": lambda a, n: any(
        not group.all(BLOCK) for c in n.clusters for group in c.all(GROUP)
    ),
    "webm-two-additions": lambda a, n: any(
        len(more.all(0xA6)) == 2 for c in n.clusters for g in c.all(GROUP) for more in g.all(0x75A1)
    ),
    "webm-wide-track-number": lambda a, n: (
        sum(x.data[:2] in (b"\x40\x01", b"\x40\x02") for c in n.clusters for x in c.all(SIMPLE))
        == 1
        and n.times(AUDIO) == a.times(AUDIO)
    ),
    "webm-stripped-headers": lambda a, n: n.entry(VIDEO).ids()[-1] == 0x6D80,
    "webm-second-sound-track": lambda a, n: (
        [x.payload for x in n.of(3)] == [x.payload for x in a.of(AUDIO)]
    ),
    "webm-dropped-frames": lambda a, n: max(steps(n.times(VIDEO))) == 120,
    "webm-hidden-keyframe": lambda a, n: starts_with_key(n).count(False) == 1,
    "webm-false-keyframe": lambda a, n: sum(x.key for x in n.of(VIDEO)) == 5,
    "webm-overlap": lambda a, n: moved(a.times(VIDEO), n.times(VIDEO)) == [0] * 50 + [-100] * 50,
    "webm-keyframe-before-zero": lambda a, n: n.times(VIDEO)[:2] == [-40, 0],
}


@pytest.mark.parametrize("breaker_id", CLAIMS)
def test_a_broken_webm_differs_as_it_says(breaker_id: str, webm: Path, tmp_path: Path) -> None:
    found = breaker(breaker_id)
    before = webm.read_bytes()
    target = tmp_path / f"broken{found.suffix or '.webm'}"
    offset = found.make(webm, target)
    broken = target.read_bytes()
    assert CLAIMS[breaker_id](File(before), File(broken))
    assert webm.read_bytes() == before
    assert 0 <= offset < len(broken)


def test_every_breaker_for_webm_is_looked_at() -> None:
    special = {"webm-wrong-vp8", "webm-long-cluster", "webm-dropped-frame"}
    assert {found.id for found in WEBM_BREAKERS} == set(CLAIMS) | special


@pytest.mark.parametrize("kind", ["video-", "audio-", ""])
@pytest.mark.parametrize("way", ["late-500", "gap-400"])
def test_times_move_for_the_named_tracks_only(
    kind: str, way: str, webm: Path, tmp_path: Path
) -> None:
    found = breaker(f"webm-{kind}{way}")
    found.make(webm, tmp_path / "broken.webm")
    old, new = File(webm.read_bytes()), File((tmp_path / "broken.webm").read_bytes())
    by = int(way[-3:])
    for number, name in ((VIDEO, "video-"), (AUDIO, "audio-")):
        moves = moved(old.times(number), new.times(number))
        if kind not in (name, ""):
            assert set(moves) == {0}
        elif way.startswith("late"):
            assert set(moves) == {by}
        else:
            assert moves == sorted(moves)
            assert set(moves) == {0, by}
    assert reversals(new) == 0
    assert starts_with_key(new) == [True] * 4
    assert {b.payload for b in new.of(VIDEO)} == {b.payload for b in old.of(VIDEO)}


def test_one_frame_more_is_no_break_at_25_frames_a_second(webm: Path, tmp_path: Path) -> None:
    with pytest.raises(RepairError):
        breaker("webm-dropped-frame").make(webm, tmp_path / "broken.webm")
    assert list(tmp_path.iterdir()) == []


def test_one_frame_less_is_a_break_at_30_frames_a_second(
    make_clip: ClipFactory, tmp_path: Path
) -> None:
    options = ("-g", "30", "-keyint_min", "30")
    clip = make_clip("breaking-30.webm", rate="30", size="64x36", video=VP8, sample_rate=None,
                     extra=options)  # fmt: skip
    breaker("webm-dropped-frame").make(clip, tmp_path / "broken.webm")
    assert max(steps(File((tmp_path / "broken.webm").read_bytes()).times(VIDEO))) == 67


def test_a_long_cluster_wraps_its_times_around(make_clip: ClipFactory, tmp_path: Path) -> None:
    clip = make_clip("breaking-long.webm", rate="1", seconds=40, size="64x36", video=VP8,
                     sample_rate=None, extra=("-g", "5"))  # fmt: skip
    breaker("webm-long-cluster").make(clip, tmp_path / "broken.webm")
    times = File((tmp_path / "broken.webm").read_bytes()).times(VIDEO)
    assert times[:33] == [1000 * n for n in range(33)]
    assert times[33:] == [1000 * n - 65_536 for n in range(33, 40)]


def test_a_short_file_cannot_have_a_long_cluster(webm: Path, tmp_path: Path) -> None:
    with pytest.raises(RepairError, match="too short"):
        breaker("webm-long-cluster").make(webm, tmp_path / "broken.webm")


def test_groups_with_all_they_hold_survive_a_change_of_times(tmp_path: Path) -> None:
    padding = b.element(0x75A2, b"\x00\x12\xd6\x87")
    group = b.block_group(2, 45, b.number(0x9B, 7), padding, data=b"last sound")
    path = tmp_path / "s.webm"
    first = b.cluster(0, b.simple_block(1, 0), b.simple_block(2, 5))
    second = b.cluster(100, b.simple_block(1, 0), group, b.simple_block(1, 60, key=False))
    path.write_bytes(b.webm(b.info(), b.tracks(audio_codec=b"A_OPUS"), first, second))
    breaker("webm-audio-late-200").make(path, tmp_path / "t.webm")
    made = File((tmp_path / "t.webm").read_bytes())
    assert made.times(AUDIO) == [205, 345]
    assert padding in made.data
    assert b.number(0x9B, 7) in made.data
