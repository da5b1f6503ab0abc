"""Every frame of a file, compared with ffmpeg's own reading and with built boxes."""

import struct
import zlib
from fractions import Fraction
from math import floor
from pathlib import Path

import pytest

from studio.errors import SegmentError
from studio.segments.frame_reader import read_media
from studio.segments.frames import NO_SEGMENT, FrameTable, MediaFrames
from studio.segments.lacing import lace_sizes
from studio.transcode.tools import Ffmpeg
from tests.conftest import ClipFactory
from tests.segments import building as b
from tests.segments.conftest import B_FRAMES, FRAGMENTS, GOP

SYNC, NON_SYNC, DEPENDS = 0x2000000, 0x1010000, 0x1000000


def _remuxed(make_clip: ClipFactory, source: Path, name: str, *options: str) -> Path:
    return make_clip.made_once(name, ["-i", f"file:{source}", "-map", "0", "-c", "copy", *options])


WAYS = {
    "delay": FRAGMENTS,
    "sidx": ("-movflags", "+dash+global_sidx+frag_keyframe+delay_moov"),
    "cmaf": ("-movflags", "+cmaf+frag_keyframe+delay_moov"),
    "base": ("-movflags", "+frag_keyframe+empty_moov"),
    "omit": ("-movflags", "+frag_keyframe+empty_moov+omit_tfhd_offset"),
    "in-moov": ("-movflags", "+frag_keyframe"),
    "chunks": ("-movflags", "+delay_moov+default_base_moof", "-frag_duration", "400000"),
    "plain": (),
    "front": ("-movflags", "+faststart"),
    "mkv": ("-f", "matroska"),
}


@pytest.mark.parametrize("way", WAYS)
def test_frames_of_h264_are_those_ffmpeg_reads(
    way: str, h264_aac: Path, make_clip: ClipFactory, ffmpeg: Ffmpeg
) -> None:
    name = f"fr-{way}.{'mkv' if way == 'mkv' else 'mp4'}"
    _compare(ffmpeg.path, _remuxed(make_clip, h264_aac, name, *WAYS[way]))


def test_frames_of_vp8_and_vorbis_are_those_ffmpeg_reads(vp8_vorbis: Path, ffmpeg: Ffmpeg) -> None:
    _compare(ffmpeg.path, vp8_vorbis)


def test_frames_of_vp9_and_opus_are_those_ffmpeg_reads(vp9_opus: Path, ffmpeg: Ffmpeg) -> None:
    _compare(ffmpeg.path, vp9_opus)


def test_pictures_alone_are_those_ffmpeg_reads(make_clip: ClipFactory, ffmpeg: Ffmpeg) -> None:
    path = make_clip(
        "fr-video.mp4", seconds=2, video=B_FRAMES, sample_rate=None, extra=(*GOP, *FRAGMENTS)
    )
    _compare(ffmpeg.path, path)


def _compare(ffmpeg: Path, path: Path) -> None:
    """Compare sizes, bytes, times and keyframes of all frames with ffmpeg's packets."""
    media, data = read_media(path), path.read_bytes()
    witness = b.packets(ffmpeg, path)
    assert sum(map(len, media.tables)) == len(witness) > 0
    for stream, table in enumerate(media.tables):
        packets = [packet for packet in witness if packet.stream == stream]
        assert list(table.sizes) == [packet.size for packet in packets]
        assert _sums(table, data) == [int(packet.digest, 16) for packet in packets]
        assert [bool(key) for key in table.keyframes] == [packet.key for packet in packets]
        assert _seconds(media, table) == [packet.pts_s for packet in packets]


def _sums(table: FrameTable, data: bytes) -> list[int]:
    """Return ffmpeg's checksum of each frame."""
    pairs = zip(table.offsets, table.sizes, strict=True)
    return [zlib.adler32(data[offset : offset + size], 0) for offset, size in pairs]


def _seconds(media: MediaFrames, table: FrameTable) -> list[Fraction]:
    """Return presentation times as ffmpeg tells them: edit list and CodecDelay applied."""
    delay = 0
    shift = Fraction(0)
    for duration, media_time in table.track.edits:
        if media_time >= 0:
            shift = Fraction(delay, media.movie_timescale) - table.seconds(media_time)
            break
        delay += duration
    if table.track.codec_delay_ns:
        delay = floor(table.track.codec_delay_ns * table.ticks_per_s / 10**9 + Fraction(1, 2))
        return [(time - delay) / table.ticks_per_s for time in table.times]
    return [table.seconds(time) + shift for time in table.times]


def _read(folder: Path, data: bytes) -> MediaFrames:
    path = folder / "made.bin"
    path.write_bytes(data)
    return read_media(path)


def _init(*, flags: int = NON_SYNC) -> bytes:
    moov = b.moov(b.trak(1, b"vide", entry=b.avc_entry()), trexes=[b.trex(1, 40, 10, flags)])
    return b.ftyp() + moov


def _traf(*runs: bytes, header: bytes = b"", time: int = 0) -> bytes:
    return b.box("traf", header or b.tfhd(1), b.tfdt(time), *runs)


def test_runs_without_an_offset_follow_the_one_before(tmp_path: Path) -> None:
    first = b.full_box("trun", 0, 0x1, b.ints(2, 500))
    second = b.full_box("trun", 0, 0x200, b.ints(2, 7, 8))
    (table,) = _read(tmp_path, _init() + b.moof(_traf(first, second)) + b.box("mdat")).tables
    moof = len(_init())
    assert [offset - moof for offset in table.offsets] == [500, 510, 520, 527]
    assert list(table.sizes) == [10, 10, 7, 8]
    assert list(table.decode_times) == [0, 40, 80, 120]
    assert list(table.segments) == [0] * 4


def test_a_fragment_without_a_base_follows_the_one_before(tmp_path: Path) -> None:
    bare = b.tfhd(1, 0)
    first = _traf(b.full_box("trun", 0, 0x1, b.ints(2, 500)), header=bare)
    second = _traf(b.full_box("trun", 0, 0x1, b.ints(1, 3)), header=bare, time=80)
    (table,) = _read(tmp_path, _init() + b.moof(first, second) + b.box("mdat")).tables
    assert [offset - len(_init()) for offset in table.offsets] == [500, 510, 523]


def test_a_base_data_offset_counts_from_the_file(tmp_path: Path) -> None:
    header = b.tfhd(1, 1, 0, 1000)
    run = b.full_box("trun", 0, 0x1, b.ints(1, 30))
    (table,) = _read(tmp_path, _init() + b.moof(_traf(run, header=header)) + b.box("mdat")).tables
    assert list(table.offsets) == [1030]


@pytest.mark.parametrize(("flags", "key"), [(SYNC, 1), (NON_SYNC, 0), (DEPENDS, 0), (0, 1)])
def test_a_picture_that_depends_on_others_is_no_keyframe(
    tmp_path: Path, flags: int, key: int
) -> None:
    runs = [
        b.full_box("trun", 0, 0x401, b.ints(2, 0, flags, flags)),
        b.full_box("trun", 0, 0x5, b.ints(1, 0, flags)),
        b.full_box("trun", 0, 0x701, b.ints(2, 0, 40, 10, flags, 40, 10, flags)),
    ]
    (table,) = _read(tmp_path, _init() + b.moof(_traf(*runs)) + b.box("mdat")).tables
    assert list(table.keyframes) == [key] * 5


def test_samples_without_bytes_are_no_frames(tmp_path: Path) -> None:
    run = b.full_box("trun", 0, 0x201, b.ints(4, 500, 7, 0, 9, 0))
    media = _read(tmp_path, _init() + b.moof(_traf(run, run)) + b.box("mdat", bytes(900)))
    (table,) = media.tables
    assert list(table.sizes) == [7, 9] * 2
    assert [offset - len(_init()) for offset in table.offsets] == [500, 507] * 2
    assert list(table.decode_times) == [0, 80, 160, 240]
    assert len(table.segments) == len(table.hidden) == len(table.keyframes) == 4
    assert media.map.frames == 4


def test_a_cut_off_fragment_leaves_no_frames(tmp_path: Path) -> None:
    run = b.full_box("trun", 0, 0x1, b.ints(2, 100))
    data = _init() + b.moof(_traf(run)) + b.box("mdat", bytes(20))
    cut = data + (b.moof(_traf(run, time=80)) + b.box("mdat", bytes(20)))[:-1]
    (table,) = _read(tmp_path, cut).tables
    assert list(table.segments) == [0, 0]
    assert list(table.times) == [0, 40]


def test_frames_that_the_moov_of_a_fragmented_file_lists_have_no_segment(
    h264_aac: Path, make_clip: ClipFactory
) -> None:
    path = _remuxed(make_clip, h264_aac, "fr-in-moov.mp4", *WAYS["in-moov"])
    table = read_media(path).tables[0]
    assert list(table.segments) == [NO_SEGMENT] * 25 + [0] * 25 + [1] * 25


def _plain(*boxes: bytes) -> bytes:
    """Return a plain MP4 with these sample tables instead of the empty one."""
    trak = b.trak(1, b"vide", entry=b.avc_entry())
    table = trak[trak.index(b"stbl") - 4 :]
    entry = b.full_box("stsd", 0, 0, b.ints(1), b.avc_entry())
    return b.ftyp() + b.moov(_regrown(trak[: -len(table)] + b.box("stbl", entry, *boxes), table))


def _regrown(trak: bytes, old: bytes) -> bytes:
    """Correct the sizes of the boxes around a replaced stbl."""
    at = len(trak) - len(trak[trak.rindex(b"stbl") - 4 :])
    grown = len(trak) - at - len(old)
    for name in (b"minf", b"mdia", b"trak"):
        place = trak.index(name) - 4
        size = struct.unpack(">I", trak[place : place + 4])[0] + grown
        trak = trak[:place] + struct.pack(">I", size) + trak[place + 4 :]
    return trak


TIMES = b.full_box("stts", 0, 0, b.ints(2, 3, 40, 2, 50))
CHUNKS = b.full_box("stsc", 0, 0, b.ints(2, 1, 2, 1, 2, 1, 1))
PLACES = b.full_box("stco", 0, 0, b.ints(4, 1000, 2000, 3000, 4000))
SIZES = b.full_box("stsz", 0, 0, b.ints(0, 5, 1, 2, 3, 4, 5))


def test_sample_tables_give_every_frame_its_place_and_times(tmp_path: Path) -> None:
    shifts = b.full_box("ctts", 0, 0, b.ints(2, 1, 80, 4, -40))
    keys = b.full_box("stss", 0, 0, b.ints(2, 1, 4))
    media = _read(tmp_path, _plain(TIMES, CHUNKS, PLACES, SIZES, shifts, keys))
    (table,) = media.tables
    assert list(table.offsets) == [1000, 1001, 2000, 3000, 4000]
    assert list(table.sizes) == [1, 2, 3, 4, 5]
    assert list(table.decode_times) == [0, 40, 80, 120, 170]
    assert list(table.times) == [80, 0, 40, 80, 130]
    assert list(table.durations) == [40, 40, 40, 50, 50]
    assert list(table.keyframes) == [1, 0, 0, 1, 0]
    assert list(table.segments) == [NO_SEGMENT] * 5


@pytest.mark.parametrize(
    ("boxes", "sizes"),
    [
        (b.full_box("stsz", 0, 0, b.ints(9, 5)), [9] * 5),
        (b.full_box("stz2", 0, 0, b.ints(16, 5), struct.pack(">5H", 1, 2, 3, 4, 500)), None),
        (b.full_box("stz2", 0, 0, b.ints(8, 5), bytes([1, 2, 3, 4, 5])), [1, 2, 3, 4, 5]),
        (b.full_box("stz2", 0, 0, b.ints(4, 5), bytes([0x12, 0x34, 0x50])), [1, 2, 3, 4, 5]),
    ],
)
def test_sizes_are_read_in_each_of_their_forms(
    tmp_path: Path, boxes: bytes, sizes: list[int] | None
) -> None:
    (table,) = _read(tmp_path, _plain(TIMES, CHUNKS, PLACES, boxes)).tables
    assert list(table.sizes) == (sizes or [1, 2, 3, 4, 500])


def test_chunk_offsets_of_64_bits_are_read(tmp_path: Path) -> None:
    wide = b.full_box("co64", 0, 0, b.ints(4), struct.pack(">4Q", 1 << 33, 1, 2, 3))
    (table,) = _read(tmp_path, _plain(TIMES, CHUNKS, wide, SIZES)).tables
    assert list(table.offsets) == [1 << 33, (1 << 33) + 1, 1, 2, 3]


HOSTILE = {
    "run": _init(flags=0)
    + b.moof(_traf(b.full_box("trun", 0, 0x1, b.ints(0xFFFFFFFF, 0))))
    + b.box("mdat"),
    "equal sizes": _plain(
        b.full_box("stts", 0, 0, b.ints(1, 0xFFFFFFFF, 40)),
        b.full_box("stsc", 0, 0, b.ints(1, 1, 0xFFFFFFFF, 1)),
        b.full_box("stco", 0, 0, b.ints(1, 0)),
        b.full_box("stsz", 0, 0, b.ints(1, 0xFFFFFFFF)),
    ),
}


def test_a_run_of_4_billion_frames_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SegmentError, match="more frames"):
        _read(tmp_path, HOSTILE["run"])


def test_4_billion_samples_are_no_more_than_fit_the_file(tmp_path: Path) -> None:
    (table,) = _read(tmp_path, HOSTILE["equal sizes"]).tables
    assert len(table) <= len(HOSTILE["equal sizes"]) + 1


def test_times_near_the_end_of_64_bits_overflow_nothing(tmp_path: Path) -> None:
    run = b.full_box("trun", 1, 0xF01, b.ints(2, -1), b.ints(*[0xFFFFFFFF] * 8))
    traf = b.box("traf", b.tfhd(1, 1, -1, -1), b.tfdt((1 << 64) - 1, 1), run, run)
    (table,) = _read(tmp_path, _init() + b.moof(traf, traf) + b.box("mdat")).tables
    assert len(table) == 8


def _laced(flags: int, payload: bytes, *parts: bytes) -> bytes:
    body = b"\x81" + struct.pack(">hB", 5, flags) + payload
    return b.element(0xA0, b.element(0xA1, body), *parts)


LACES = {
    "Xiph": (2, bytes([2, 255, 1, 3]) + bytes(256 + 3 + 4), [256, 3, 4]),
    "fixed": (4, bytes([2]) + bytes(12), [4, 4, 4]),
    "EBML": (6, bytes([2, 0x45, 0x00, 0xBE]) + bytes(1280 + 1279 + 7), [1280, 1279, 7]),
}


@pytest.mark.parametrize("name", LACES)
def test_laced_blocks_are_split_by_their_sizes(tmp_path: Path, name: str) -> None:
    flags, payload, sizes = LACES[name]
    block = _laced(flags, payload, b.number(0x9B, 10))
    data = b.webm(
        b.info(),
        b.element(0x1654AE6B, b.track(1, 2, b"A_VORBIS")),
        b.cluster(100, block, b.simple_block(1, 30)),
    )
    (table,) = _read(tmp_path, data).tables
    assert list(table.sizes) == [*sizes, 6]
    assert list(table.times) == [105, 105, 105, 130]
    assert list(table.durations) == [3, 3, 4, -1]
    end = data.index(payload) + len(payload)
    assert table.offsets[2] + table.sizes[2] == end


@pytest.mark.parametrize(
    ("flags", "payload"), [(2, b"\x01\xff"), (4, b"\x02abcd"), (6, b"\x01\xc8a"), (2, b"\x05")]
)
def test_a_lace_whose_sizes_do_not_fit_has_no_frames(flags: int, payload: bytes) -> None:
    assert lace_sizes(payload, flags, len(payload))[1] == []


def test_hidden_pictures_of_vp8_are_marked(tmp_path: Path) -> None:
    shown, hidden = b.simple_block(1, 0), b.simple_block(1, 40, key=False, data=b"\x01frame")
    media = _read(tmp_path, b.webm(b.info(), b.tracks(audio=False), b.cluster(0, shown, hidden)))
    assert list(media.tables[0].hidden) == [0, 1]
    assert list(media.tables[0].keyframes) == [1, 0]


def test_ticks_are_those_of_the_file(tmp_path: Path) -> None:
    data = b.webm(
        b.info(scale_ns=333_333), b.tracks(audio=False), b.cluster(9, b.simple_block(1, 0))
    )
    (table,) = _read(tmp_path, data).tables
    assert table.seconds(table.times[0]) == Fraction(9 * 333_333, 10**9)


def test_a_text_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SegmentError, match="neither WebM nor MP4"):
        _read(tmp_path, b"hello, this is no film at all")
