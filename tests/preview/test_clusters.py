"""WebM from a pipe: taken apart, sorted into segments, put together."""

import struct
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest

from studio.errors import SegmentError
from studio.preview.clusters import (
    AUDIO,
    VIDEO,
    Block,
    PipeReader,
    TrackHead,
    blocks_of,
    clusters_of,
    init_segment,
    read_header,
)
from studio.preview.proxy_cutter import TICK_NS, Cutter, ticks
from studio.repair.ebml_writer import ebml_header, element, id_bytes, seek_head, uint, void
from studio.segments import ebml
from studio.segments.model import TrackKind
from studio.segments.reader import read_segment_map

UNKNOWN = b"\x01\xff\xff\xff\xff\xff\xff\xff"
ENTRY = uint(ebml.TRACK_NUMBER, 9) + uint(ebml.TRACK_TYPE, 1) + element(ebml.CODEC_ID, b"V_VP8")
PICTURE = element(ebml.VIDEO, uint(ebml.PIXEL_WIDTH, 64) + uint(ebml.PIXEL_HEIGHT, 36))
SOUND = (
    uint(ebml.TRACK_NUMBER, 1)
    + uint(ebml.TRACK_TYPE, 2)
    + element(ebml.CODEC_ID, b"A_OPUS")
    + uint(ebml.CODEC_DELAY, 6_500_000)
    + element(ebml.AUDIO, element(ebml.SAMPLING_FREQUENCY, struct.pack(">d", 48_000)))
)


def simple(relative: int, payload: bytes = b"x", *, key: bool = True, track: int = 9) -> bytes:
    time = relative.to_bytes(2, "big", signed=True)
    flags = bytes((0x80 if key else 0,))
    return element(ebml.SIMPLE_BLOCK, bytes((0x80 | track,)) + time + flags + payload)


def group(relative: int, *, referring: bool, track: int = 9) -> bytes:
    body = bytes((0x80 | track,)) + relative.to_bytes(2, "big", signed=True) + b"\x00" + b"y"
    parts = [element(ebml.BLOCK, body), uint(ebml.BLOCK_DURATION, 20)]
    parts += [element(ebml.REFERENCE_BLOCK, b"\xff")] if referring else []
    return element(ebml.BLOCK_GROUP, b"".join(parts))


def cluster(time: int, *blocks: bytes) -> bytes:
    return element(ebml.CLUSTER, uint(ebml.TIMESTAMP, time) + b"".join(blocks))


def stream(*clusters: bytes, entry: bytes = ENTRY + PICTURE) -> bytes:
    """A live WebM whose SeekHead names Tracks and Cluster before they come."""
    top = [seek_head([(ebml.TRACKS, 100), (ebml.CLUSTER, 200)]), void(20)]
    top.append(element(ebml.INFO, uint(ebml.TIMESTAMP_SCALE, 1_000_000)))
    top.append(element(ebml.TRACKS, element(ebml.TRACK_ENTRY, entry)))
    return ebml_header() + id_bytes(ebml.SEGMENT) + UNKNOWN + b"".join((*top, *clusters))


def fed(data: bytes, step: int) -> list[TrackHead | list[Block]]:
    reader = PipeReader()
    pieces = (data[at : at + step] for at in range(0, len(data), step))
    return [found for piece in pieces for found in reader.feed(piece)]


def times(cluster_bytes: bytes) -> list[tuple[int, int]]:
    """Return (track, time) of the blocks of a whole cluster."""
    header = read_header(cluster_bytes)
    assert header is not None
    assert header.id == ebml.CLUSTER
    assert header.size + (header.data_size or 0) == len(cluster_bytes)
    return [(block.track, block.time) for block in blocks_of(cluster_bytes[header.size :])]


def test_a_stream_is_read_the_same_in_pieces_of_any_size() -> None:
    data = stream(
        cluster(0, simple(0), simple(40, key=False)), cluster(80, group(0, referring=True))
    )
    whole = fed(data, len(data))
    assert [fed(data, step) for step in (1, 7, 4096)] == [whole] * 3
    head, *clusters = whole
    assert isinstance(head, TrackHead)
    assert (head.is_video, head.width, head.height) == (True, 64, 36)
    found = [
        (block.time, block.keyframe) for one in clusters if isinstance(one, list) for block in one
    ]
    assert found == [(0, True), (40, False), (80, False)]


def test_what_is_not_whole_is_waited_for() -> None:
    data = stream(cluster(0, simple(0)))
    assert len(fed(data, len(data))) == 2
    assert len(fed(data[:-1], len(data))) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"\x00" * 20,
        ebml_header() + id_bytes(ebml.CLUSTER) + UNKNOWN,
        cluster(0, simple(0)),
        stream(element(ebml.CLUSTER, b"\xa3\x84\x81")),
        stream(element(ebml.CLUSTER, element(ebml.SIMPLE_BLOCK, b"\x81\x00"))),
        stream(element(ebml.CLUSTER, element(ebml.BLOCK_GROUP, uint(ebml.BLOCK_DURATION, 1)))),
        stream(entry=b"")[:-2] + b"\x00\x00",
    ],
)
def test_what_is_no_webm_is_refused(data: bytes) -> None:
    with pytest.raises(SegmentError):
        fed(data, len(data))


def test_clusters_are_sorted_renumbered_and_as_few_as_two_bytes_of_time_allow() -> None:
    blocks = list(
        blocks_of(uint(ebml.TIMESTAMP, 1000) + simple(50) + simple(-30) + group(9, referring=False))
    )
    (one,) = clusters_of(blocks, AUDIO)
    assert times(one) == [(AUDIO, 970), (AUDIO, 1009), (AUDIO, 1050)]
    far = [block._replace(time=block.time * 40) for block in blocks]
    assert [times(part) for part in clusters_of(far, VIDEO)] == [
        [(VIDEO, 38_800), (VIDEO, 40_360), (VIDEO, 42_000)]
    ]
    farther = [far[0], far[1]._replace(time=0)]
    assert [len(times(part)) for part in clusters_of(farther, VIDEO)] == [1, 1]


def test_a_time_before_zero_stays_before_zero() -> None:
    blocks = [block._replace(time=block.time - 65) for block in blocks_of(simple(0) + simple(100))]
    (one,) = clusters_of(blocks, VIDEO)
    assert times(one) == [(VIDEO, -65), (VIDEO, 35)]


def test_the_init_segment_holds_both_tracks_and_reads_as_webm(tmp_path: Path) -> None:
    picture = fed(stream(), 100)[0]
    sound = fed(stream(entry=SOUND), 100)[0]
    assert isinstance(picture, TrackHead)
    assert isinstance(sound, TrackHead)
    blocks = list(blocks_of(uint(ebml.TIMESTAMP, 0) + simple(0, b"\x50\x01\x00\x9d\x01\x2a")))
    path = tmp_path / "made.webm"
    parts = [init_segment([picture, sound], TICK_NS)]
    parts += [*clusters_of(blocks, VIDEO), *clusters_of(blocks, AUDIO)]
    path.write_bytes(b"".join(parts))
    found = read_segment_map(path)
    assert [(t.number, t.kind, t.codec_string) for t in found.tracks] == [
        (VIDEO, TrackKind.VIDEO, "vp8"),
        (AUDIO, TrackKind.AUDIO, "opus"),
    ]
    assert found.tracks[0].timescale == 1_000_000_000 // TICK_NS


def sorted_into(cutter: Cutter, *at: int) -> Sequence[tuple[int, list[int]]]:
    blocks = [block._replace(time=time) for time in at for block in blocks_of(simple(0))]
    return [(n, [time for _, time in times(data)]) for n, data in cutter.take(blocks)]


def test_blocks_go_to_the_segment_they_begin_in() -> None:
    head = fed(stream(), 100)[0]
    assert isinstance(head, TrackHead)
    cutter = Cutter((0, 200, 200, 400), 1, head)
    assert cutter.segment == 2, "the first of two that begin together holds nothing"
    assert sorted_into(cutter, 190, 200, 399) == [(1, [190]), (2, [200, 399])]
    assert cutter.segment == 2
    assert sorted_into(cutter, 400, 398) == [(2, [398]), (3, [400])]
    assert (cutter.segment, cutter.at) == (3, 400)


def test_sound_is_moved_by_what_the_muxer_mistook_its_delay_for() -> None:
    head = fed(stream(entry=SOUND), 100)[0]
    assert isinstance(head, TrackHead)
    written = 100_000 - 650 + 7  # ticks: the encoder's time, and the delay as whole milliseconds
    assert sorted_into(Cutter((0,), 0, head), written) == [(0, [100_000])]


def test_a_tick_is_never_later_than_the_time() -> None:
    frames = [Fraction(n * 1001, 30_000) for n in range(1000)]
    assert all(
        0 <= frame - Fraction(ticks(frame), 100_000) < Fraction(1, 100_000) for frame in frames
    )
