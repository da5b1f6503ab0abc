"""The WebM assembler: whatever the muxer's order, a clean cluster for each GOP."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from studio.errors import SegmentError
from studio.preview.clusters import Block, blocks_of, read_header
from studio.repair.ebml_writer import ebml_header, element, id_bytes, parsed, uint
from studio.segments import ebml
from studio.streams.gop_model import GopPart, InitPart
from studio.streams.gop_webm import WebmAssembler

UNKNOWN = b"\x01" + b"\xff" * 7
VIDEO = (1, 1, b"V_VP8")
SOUND = (2, 2, b"A_OPUS")
Made = list[InitPart | GopPart]


def head(*tracks: tuple[int, int, bytes]) -> bytes:
    """Begin a live WebM; its SeekHead holds the identifier of Tracks, as ffmpeg's does."""
    seek = element(ebml.SEEK_ID, id_bytes(ebml.TRACKS)) + uint(ebml.SEEK_POSITION, 99)
    entries = b""
    for number, kind, codec in tracks:
        body = uint(ebml.TRACK_NUMBER, number) + uint(ebml.TRACK_TYPE, kind)
        body += element(ebml.CODEC_ID, codec)
        if kind == 1:
            size = uint(ebml.PIXEL_WIDTH, 64) + uint(ebml.PIXEL_HEIGHT, 36)
            body += uint(ebml.DEFAULT_DURATION, 40_000_000) + element(ebml.VIDEO, size)
        entries += element(ebml.TRACK_ENTRY, body)
    info = element(ebml.INFO, uint(ebml.TIMESTAMP_SCALE, 1_000_000))
    opened = ebml_header() + id_bytes(ebml.SEGMENT) + UNKNOWN
    found = element(ebml.SEEK_HEAD, element(ebml.SEEK, seek))
    return opened + found + info + element(ebml.TRACKS, entries)


def simple(track: int, relative: int, *, key: bool = False, data: bytes = b"frame") -> bytes:
    flags = 0x80 if key else 0
    body = bytes((0x80 | track,)) + relative.to_bytes(2, "big", signed=True) + bytes((flags,))
    return element(ebml.SIMPLE_BLOCK, body + data)


def cluster(time: int, *blocks: bytes) -> bytes:
    return element(ebml.CLUSTER, uint(ebml.TIMESTAMP, time) + b"".join(blocks))


def run(data: bytes, *, step: int = 0, from_s: Fraction | None = None) -> Made:
    assembler = WebmAssembler(from_s)
    pieces = [data[at : at + step] for at in range(0, len(data), step)] if step else [data]
    return [one for piece in pieces for one in assembler.feed(piece)] + list(assembler.end())


def gops(made: Made) -> list[GopPart]:
    return [one for one in made if isinstance(one, GopPart)]


def blocks(part: GopPart) -> list[Block]:
    """Return the blocks of all clusters of a unit."""
    found: list[Block] = []
    at = 0
    while at < len(part.data):
        header = read_header(part.data, at)
        assert header is not None
        assert header.id == ebml.CLUSTER
        assert header.data_size is not None
        begin = at + header.size
        at = begin + header.data_size
        found += blocks_of(part.data[begin:at])
    return found


def times(part: GopPart) -> list[tuple[int, int]]:
    return [(block.track, block.time) for block in blocks(part)]


def stream(*clusters: bytes, tracks: Sequence[tuple[int, int, bytes]] = (VIDEO, SOUND)) -> bytes:
    return head(*tracks) + b"".join(clusters)


SWAPPED = stream(
    cluster(0, simple(2, 3), simple(1, 0, key=True)),
    cluster(40, simple(2, 23), simple(1, 0), simple(2, 43)),
    cluster(83, simple(2, 0)),
    cluster(81, simple(2, 4), simple(1, -1, key=True)),
    cluster(103, simple(2, 0), simple(1, 17)),
)


def test_blocks_are_put_in_order_within_a_gop_and_over_its_borders() -> None:
    first, second = gops(run(SWAPPED))
    assert times(first) == [(1, 0), (2, 3), (1, 40), (2, 63)]
    assert times(second) == [(1, 80), (2, 83), (2, 83), (2, 85), (2, 103), (1, 120)]
    assert (first.start_s, first.duration_s) == (Fraction(0), Fraction(80, 1000))
    assert second.start_s == Fraction(80, 1000)


def test_bytes_may_come_one_by_one() -> None:
    assert run(SWAPPED, step=1) == run(SWAPPED)


def test_the_init_segment_holds_no_default_duration_and_names_its_codecs() -> None:
    init = run(SWAPPED)[0]
    assert isinstance(init, InitPart)
    assert init.mime == 'video/webm; codecs="vp8,opus"'
    assert id_bytes(ebml.DEFAULT_DURATION) not in init.data


def test_the_last_picture_of_a_gop_says_how_long_it_lasts() -> None:
    data = stream(
        cluster(0, simple(1, 0, key=True), simple(1, 40)),
        cluster(400, simple(1, 0, key=True)),
        tracks=(VIDEO,),
    )
    last = blocks(gops(run(data))[0])[-1]
    assert last.data[0] == ebml.BLOCK_GROUP
    assert (last.time, last.keyframe) == (40, False)
    inside = dict(parsed(next(body for _, body in parsed(last.data))))
    assert int.from_bytes(inside[ebml.BLOCK_DURATION], "big") == 360
    assert int.from_bytes(inside[ebml.REFERENCE_BLOCK], "big", signed=True) == -40
    assert inside[ebml.BLOCK].endswith(b"frame")


def test_sound_durations_that_reach_into_the_next_block_are_cut() -> None:
    def sound(time: int, duration: int) -> bytes:
        body = b"\x82" + time.to_bytes(2, "big") + b"\0sound"
        inside = element(ebml.BLOCK, body) + uint(ebml.BLOCK_DURATION, duration)
        return element(ebml.BLOCK_GROUP, inside)

    data = stream(
        cluster(0, simple(1, 0, key=True), sound(0, 21), sound(20, 20), sound(40, 21)),
        cluster(80, simple(1, 0, key=True)),
    )
    found = [one for one in blocks(gops(run(data))[0]) if one.track == 2]
    told = [dict(parsed(next(body for _, body in parsed(one.data)))) for one in found]
    assert [int.from_bytes(one[ebml.BLOCK_DURATION], "big") for one in told] == [20, 20, 20]
    assert [one.time for one in found] == [0, 20, 40]
    assert all(one[ebml.BLOCK].endswith(b"sound") for one in told)


def test_what_comes_before_the_first_keyframe_is_left_out() -> None:
    data = stream(cluster(0, simple(2, 0), simple(1, 0), simple(2, 20), simple(1, 40, key=True)))
    (only,) = gops(run(data))
    assert times(only) == [(1, 40)]


def test_sound_that_comes_after_its_gop_had_gone_never_turns_time_back() -> None:
    data = stream(
        cluster(0, simple(1, 0, key=True), simple(2, 0)),
        cluster(500, simple(1, 0, key=True), simple(2, -5), simple(2, -300), simple(2, 15)),
    )
    second = gops(run(data))[1]
    assert times(second) == [(1, 500), (2, 500), (2, 515)]


def test_a_gop_longer_than_a_block_can_tell_is_one_unit_of_several_clusters() -> None:
    data = stream(
        cluster(0, simple(1, 0, key=True)),
        *(cluster(time, simple(1, 0)) for time in range(20_000, 100_001, 20_000)),
        cluster(120_000, simple(1, 0, key=True)),
        tracks=(VIDEO,),
    )
    first, _second = gops(run(data))
    assert first.duration_s == 120
    assert [time for _, time in times(first)] == list(range(0, 100_001, 20_000))


def test_sound_alone_comes_in_units_of_about_a_second() -> None:
    data = stream(
        *(cluster(time, simple(7, 0, key=True)) for time in range(0, 2500, 20)),
        tracks=((7, 2, b"A_OPUS"),),
    )
    made = run(data)
    assert isinstance(made[0], InitPart)
    assert made[0].mime == 'audio/webm; codecs="opus"'
    assert [(one.start_s, one.duration_s) for one in gops(made)[:2]] == [
        (Fraction(0), Fraction(1)),
        (Fraction(1), Fraction(1)),
    ]
    assert {track for track, _ in times(gops(made)[0])} == {2}


def test_a_feed_that_begins_anew_goes_on_where_it_was() -> None:
    first = gops(run(SWAPPED, from_s=Fraction(7, 3)))[0]
    assert first.start_s == Fraction(2334, 1000)
    early = stream(cluster(0, simple(1, -2, key=True), simple(2, 3)))
    assert times(gops(run(early))[0]) == [(1, 0), (2, 5)]


@pytest.mark.parametrize(
    "data",
    [
        b"no webm at all, but long enough for a header",
        head() + cluster(0, simple(1, 0, key=True)),
        ebml_header() + id_bytes(ebml.SEGMENT) + UNKNOWN + cluster(0, simple(1, 0, key=True)),
        head(VIDEO) + id_bytes(ebml.CLUSTER) + UNKNOWN,
        head(VIDEO) + element(ebml.CLUSTER, uint(ebml.TIMESTAMP, 0) + b"\xa3\x8f\x81"),
    ],
)
def test_what_cannot_be_cut_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(SegmentError) as error:
        run(data)
    assert error.value.what.endswith(".")
