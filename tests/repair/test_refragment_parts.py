"""The parts of refragmenting: edit lists, clocks, sync pictures, sample entries, boxes."""

import io
import struct
from array import array
from fractions import Fraction
from pathlib import Path

import pytest

from studio.errors import RepairError
from studio.repair import mp4_writer as writer
from studio.repair.frame_order import in_time_order
from studio.repair.mp4_descriptions import used_entry
from studio.repair.mp4_edits import Edit, read_edits, track_start
from studio.repair.mp4_entries import clean_entry
from studio.repair.mp4_init import read_source_movie
from studio.repair.mp4_parameter_sets import as_hvc1, with_avc_sets
from studio.repair.mp4_sync import Entry, entry_of
from studio.repair.refragment import refragment
from studio.repair.refragment_copy import FrameCopier, joined
from studio.repair.refragment_times import common_overlaps, running_times
from studio.segments.boxes import data_children
from studio.segments.frames import FrameTable
from studio.segments.model import Track, TrackKind
from studio.segments.source import ByteSource, open_source
from tests.segments import building as b

IDR, SLICE = b"\x65\x88", b"\x41\x9a"


def bytes_source(data: bytes) -> ByteSource:
    return ByteSource(io.BytesIO(data), len(data))


def units(*payloads: bytes) -> bytes:
    return b"".join(struct.pack(">I", len(payload)) + payload for payload in payloads)


def table(
    decode: list[int],
    durations: list[int],
    segments: list[int] | None = None,
    kind: TrackKind = TrackKind.VIDEO,
) -> FrameTable:
    count = len(decode)
    return FrameTable(
        Track(1, kind, "avc1", "avc1.64000a", 1000),
        Fraction(1000),
        array("q", range(count)),
        array("q", [1] * count),
        array("q", decode),
        array("q", decode),
        array("q", durations),
        array("l", segments or [0] * count),
        bytearray(b"\1" * count),
        bytearray(count),
    )


def elst(*edits: Edit, version: int = 0) -> bytes:
    form = ">QqI" if version else ">IiI"
    rows = (struct.pack(form, edit.duration, edit.media_time, edit.rate) for edit in edits)
    return b.full_box("elst", version, 0, b.ints(len(edits)), *rows)


@pytest.mark.parametrize("version", [0, 1])
def test_edits_are_read_in_both_widths(version: int) -> None:
    edits = (Edit(500, -1), Edit(3000, 1024))
    assert read_edits(elst(*edits, version=version)) == edits


def test_an_empty_edit_delays_and_a_media_time_skips() -> None:
    start = track_start((Edit(500, -1), Edit(3000, 1024)), 1000, 12_800)
    assert start.shift_s == Fraction(1, 2) - Fraction(1024, 12_800)
    assert start.shown_s == Fraction(1, 2)
    assert start.end_s == Fraction(7, 2)


def test_edits_that_go_on_where_one_ended_are_one() -> None:
    assert track_start((Edit(1000, 0), Edit(2000, 12_800)), 1000, 12_800).end_s == 3


@pytest.mark.parametrize(
    "edits",
    [
        (Edit(1000, 0), Edit(1000, 25_600)),
        (Edit(1000, 0), Edit(1000, 0)),
        (Edit(1000, 0), Edit(500, -1), Edit(1000, 12_800)),
        (Edit(1000, 0, 0x20000),),
    ],
    ids=["cut", "repeat", "pause", "speed"],
)
def test_edits_that_copied_frames_cannot_follow_are_refused(edits: tuple[Edit, ...]) -> None:
    with pytest.raises(RepairError):
        track_start(edits, 1000, 12_800)


def test_fragments_in_another_order_are_sorted() -> None:
    frames = table([80, 120, 0, 40, 160], [40] * 5, [0, 0, 1, 1, 2])
    assert list(in_time_order(frames)) == [2, 3, 0, 1, 4]


def test_fragments_that_all_begin_at_zero_keep_their_order() -> None:
    frames = table([0, 40, 0, 40], [40] * 4, [0, 0, 1, 1])
    assert list(in_time_order(frames)) == [0, 1, 2, 3]


def test_halves_of_a_fragment_in_another_order_are_sorted() -> None:
    frames = table([80, 120, 0, 40], [40] * 4)
    assert list(in_time_order(frames)) == [2, 3, 0, 1]


def test_an_overlap_of_pictures_keeps_their_times() -> None:
    frames = table([0, 40, 80, 60, 100], [40] * 5, [0, 0, 0, 1, 1])
    times = running_times(frames, array("q", range(5)))
    assert list(times.presentation) == [0, 40, 80, 60, 100]
    assert list(times.decode) == sorted(set(times.decode))
    assert times.overlaps == 1


def test_an_overlap_of_all_tracks_alike_is_moved_on() -> None:
    frames = table([0, 40, 80, 60, 100], [40] * 5, [0, 0, 0, 1, 1])
    sound = table([0, 60, 65], [60, 60, 60], [0, 0, 1], TrackKind.AUDIO)
    assert common_overlaps([frames, sound]) == {1}
    times = running_times(frames, array("q", range(5)), frozenset({1}))
    assert list(times.presentation) == [0, 40, 80, 120, 160]


def test_clocks_that_begin_anew_run_on() -> None:
    frames = table([0, 40, 0, 40, 0, 40], [40] * 6, [0, 0, 1, 1, 2, 2])
    times = running_times(frames, array("q", range(6)))
    assert list(times.presentation) == [0, 40, 80, 120, 160, 200]
    assert times.restarts == 2


def test_one_fragment_at_a_wrong_time_is_put_back() -> None:
    frames = table([0, 40, 70, 110, 160, 200], [40] * 6, [0, 0, 1, 1, 2, 2])
    times = running_times(frames, array("q", range(6)))
    assert list(times.presentation) == [0, 40, 80, 120, 160, 200]


def test_a_picture_before_a_hole_holds_and_a_hole_in_sound_stays() -> None:
    frames = table([0, 40, 500], [40] * 3)
    assert list(running_times(frames, array("q", range(3))).durations) == [40, 460, 40]
    sound = table([0, 40, 500], [40] * 3, kind=TrackKind.AUDIO)
    times = running_times(sound, array("q", range(3)))
    assert list(times.durations) == [40, 40, 40]
    assert times.gaps == 1


@pytest.mark.parametrize(
    ("codec", "data", "found"),
    [
        ("avc1", units(b"\x09\xf0", b"\x06\x01", IDR), Entry.CLEAN),
        ("avc1", units(b"\x09\xf0", SLICE), Entry.NONE),
        ("avc1", b"\0\0\0\1" + IDR + b"\xff" * 9, Entry.UNKNOWN),
        ("hvc1", units(b"\x26\x01\xaf"), Entry.CLEAN),
        ("hvc1", units(b"\x40\x01", b"\x2a\x01\xaf"), Entry.OPEN),
        ("hvc1", units(b"\x02\x01\xd0"), Entry.NONE),
        ("vp09", b"\x82\x49\x83\x42", Entry.CLEAN),
        ("vp09", b"\x86\x00", Entry.NONE),
        ("av01", bytes.fromhex("12000a0b00000024cf7f0d3fff3001") + b"\x32\x02\x10\0", Entry.CLEAN),
        ("av01", bytes.fromhex("12003202300000"), Entry.NONE),
        ("mp4v", b"\0\0\1\xb6", Entry.UNKNOWN),
    ],
)
def test_pictures_tell_what_they_are(codec: str, data: bytes, found: Entry) -> None:
    assert entry_of(bytes_source(data), codec, 4, 0, len(data)) is found


def _sound_entry(version: int, extra: bytes, *boxes: bytes) -> bytes:
    header = bytes(6) + b"\0\1" + struct.pack(">H", version) + bytes(6)
    header += struct.pack(">HHHHI", 2, 16, 0, 0, 48_000 << 16)
    return b.box("mp4a", header, extra, *boxes)


def test_quicktime_sound_becomes_a_plain_entry() -> None:
    esds = b.full_box("esds", 0, 0, b"\x03\x01\x00")
    wave = b.box("wave", b.box("frma", b"mp4a"), b.box("mp4a", bytes(4)), esds, bytes(8))
    entry = clean_entry(_sound_entry(1, bytes(16), wave), TrackKind.AUDIO)
    assert entry.data == _sound_entry(0, b"", esds)


def test_a_plain_entry_stays_byte_for_byte() -> None:
    pasp = b.box("pasp", b.ints(4, 3))
    colr = b.box("colr", b"nclx", bytes(7))
    plain = b.avc_entry()
    whole = b.box("avc1", plain[8:], pasp, colr)
    assert clean_entry(whole, TrackKind.VIDEO).data == whole


def test_quicktime_colours_get_the_range_they_lack() -> None:
    whole = b.box("avc1", b.avc_entry()[8:], b.box("colr", b"nclc", b"\0\1\0\1\0\1"))
    assert clean_entry(whole, TrackKind.VIDEO).data.endswith(b"colrnclx\0\1\0\1\0\1\0")


def test_an_encrypted_entry_is_refused() -> None:
    with pytest.raises(RepairError, match="encrypted"):
        clean_entry(b.avc_entry(name="encv"), TrackKind.VIDEO)


def test_empty_hvcc_takes_the_sets_of_the_first_picture() -> None:
    sets = [bytes([kind << 1, 1, kind]) for kind in (32, 33, 34)]
    picture = units(*sets, b"\x26\x01\xaf")
    entry = clean_entry(b.hevc_entry("hev1"), TrackKind.VIDEO)
    made = as_hvc1(entry, bytes_source(picture), 0, len(picture))
    assert made.name == "hvc1"
    assert made.data[4:8] == b"hvc1"
    assert all(struct.pack(">H", 3) + unit in made.data for unit in sets)
    assert next(data_children(made.data, 0, len(made.data))).size == len(made.data)


def test_hev1_without_any_parameter_sets_is_refused() -> None:
    picture = units(b"\x26\x01\xaf")
    entry = clean_entry(b.hevc_entry("hev1"), TrackKind.VIDEO)
    with pytest.raises(RepairError, match="parameter sets"):
        as_hvc1(entry, bytes_source(picture), 0, len(picture))


def test_empty_avcc_takes_the_sets_of_the_first_picture() -> None:
    sps, pps = b.AVC_CONFIG[8:34], b"\x68\xef\x8f"
    picture = units(b"\x67" + sps, pps, IDR)
    empty = b.box("avc1", b.avc_entry()[8:86], b.box("avcC", bytes.fromhex("0164000cffe000")))
    made = with_avc_sets(
        clean_entry(empty, TrackKind.VIDEO), bytes_source(picture), 0, len(picture)
    )
    assert b"\x67" + sps in made.data
    assert pps in made.data


def _two_entries(second: bytes, chunks: bytes) -> bytes:
    stbl = b.box(
        "stbl",
        b.full_box("stsd", 0, 0, b.ints(2), b.avc_entry(), second),
        b.full_box("stsc", 0, 0, chunks),
    )
    mdia = b.box(
        "mdia",
        b.full_box("mdhd", 0, 0, b.ints(0, 0, 1000, 0, 0)),
        b.full_box("hdlr", 0, 0, b.ints(0), b"vide", bytes(13)),
        b.box("minf", stbl),
    )
    trak = b.box("trak", b.full_box("tkhd", 0, 3, b.ints(0, 0, 1), bytes(68)), mdia)
    return b.ftyp() + b.moov(trak)


def test_of_two_sample_entries_the_used_one_is_taken(tmp_path: Path) -> None:
    source = bytes_source(_two_entries(b.avc_entry(640, 360), b.ints(1, 1, 1, 2)))
    (track,) = read_source_movie(source).tracks
    assert used_entry(source, track) == b.avc_entry(640, 360)


def test_coding_that_changes_on_the_way_is_refused() -> None:
    source = bytes_source(_two_entries(b.avc_entry(640, 360), b.ints(2, 1, 1, 1, 2, 1, 2)))
    (track,) = read_source_movie(source).tracks
    with pytest.raises(RepairError, match="changes"):
        used_entry(source, track)


def test_a_traf_says_only_what_the_defaults_do_not() -> None:
    run = writer.Run(1, 7, array("q", [10, 10]), array("q", [5, 6]), array("q", [0, 0]), b"\1\1")
    (mfhd, traf) = data_children(made := writer.moof(3, [run]), 8, len(made))
    assert mfhd.type == "mfhd"
    tfhd, tfdt, trun = (
        made[box.body : box.end] for box in data_children(made, traf.body, traf.end)
    )
    assert tfhd == b.ints(0x020028, 1, 10, writer.SYNC_FLAGS)
    assert tfdt == struct.pack(">IQ", 1 << 24, 7)
    assert trun == b.ints(0x201, 2, len(made) + 8, 5, 6)


def test_earlier_presentation_than_decoding_needs_version_1() -> None:
    run = writer.Run(1, 0, array("q", [10, 20]), array("q", [5, 6]), array("q", [0, -10]), b"\1\0")
    made = writer.moof(1, [run])
    (_, traf) = data_children(made, 8, len(made))
    trun = list(data_children(made, traf.body, traf.end))[2]
    assert made[trun.body : trun.body + 4] == bytes([1, 0, 0xB, 5])
    assert made[trun.end - 4 : trun.end] == struct.pack(">i", -10)


def test_neighbours_are_copied_in_one_piece() -> None:
    assert joined([(0, 4), (4, 6), (20, 2), (22, 3)]) == [(0, 10), (20, 5)]


def test_copied_ranges_keep_their_order(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(range(200)))
    with (tmp_path / "a").open("rb", buffering=0) as source, (tmp_path / "b").open("wb") as file:
        FrameCopier(source, file).copy([(50, 10), (0, 5), (60, 40)])
    assert (tmp_path / "b").read_bytes() == bytes([*range(50, 60), *range(5), *range(60, 100)])


def test_a_source_that_ends_too_early_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(20))
    with (
        (tmp_path / "a").open("rb", buffering=0) as source,
        (tmp_path / "b").open("wb") as file,
        pytest.raises(RepairError, match="changed"),
    ):
        FrameCopier(source, file).copy([(10, 11)])


def _small_file(folder: Path, *frames: bytes, sizes: list[int]) -> Path:
    """Write a fragmented file of one video track, timescale 1000, 40 ms a frame."""
    data = b"".join(frames)
    trun = b.full_box("trun", 0, 0x201, b.ints(len(sizes), 0), b.ints(*sizes))
    head = len(b.moof(b.box("traf", b.tfhd(1), b.tfdt(0), trun)))
    trun = b.full_box("trun", 0, 0x201, b.ints(len(sizes), head + 8), b.ints(*sizes))
    path = folder / "small.mp4"
    path.write_bytes(
        b.ftyp()
        + b.moov(b.trak(1, b"vide", entry=b.avc_entry()), trexes=[b.trex(1, 40)])
        + b.moof(b.box("traf", b.tfhd(1), b.tfdt(0), trun))
        + b.box("mdat", data)
    )
    return path


def test_frames_without_bytes_are_left_out_and_time_goes_on(tmp_path: Path) -> None:
    idr, slice_ = units(IDR), units(SLICE)
    source = _small_file(tmp_path, idr, slice_, sizes=[len(idr), 0, len(slice_)])
    report = refragment(source, tmp_path / "cured.mp4")
    assert report.frames == 2
    assert report.duration_s == Fraction(120, 1000)


def test_pictures_before_the_first_keyframe_are_left_out(tmp_path: Path) -> None:
    idr, slice_ = units(IDR), units(SLICE)
    sizes = [len(slice_), len(slice_), len(idr), len(slice_)]
    source = _small_file(tmp_path, slice_, slice_, idr, slice_, sizes=sizes)
    report = refragment(source, tmp_path / "cured.mp4")
    assert report.leading_frames == 2
    assert report.moved_s == -Fraction(80, 1000)


def test_a_file_without_a_picture_to_begin_with_is_refused(tmp_path: Path) -> None:
    slice_ = units(SLICE)
    source = _small_file(tmp_path, slice_, slice_, sizes=[len(slice_)] * 2)
    with pytest.raises(RepairError) as caught:
        refragment(source, tmp_path / "cured.mp4")
    assert "mp4-h264-aac" in caught.value.hint


def test_start_codes_in_the_pictures_are_refused(tmp_path: Path) -> None:
    frame = b"\0\0\0\1" + IDR + bytes(range(1, 60))
    source = _small_file(tmp_path, frame, sizes=[len(frame)])
    with pytest.raises(RepairError, match="Annex B"):
        refragment(source, tmp_path / "cured.mp4")


def test_the_rest_of_a_movie_header_survives(tmp_path: Path) -> None:
    idr = units(IDR)
    refragment(_small_file(tmp_path, idr, sizes=[len(idr)]), tmp_path / "cured.mp4")
    with open_source(tmp_path / "cured.mp4") as source:
        (track,) = read_source_movie(source).tracks
    assert track.entries == (b.avc_entry()[:14] + b"\0\1" + b.avc_entry()[16:],)
