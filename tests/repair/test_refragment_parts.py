"""Refragmenting: edit lists, clocks, boxes, copying, small files byte by byte."""

import struct
from array import array
from fractions import Fraction
from pathlib import Path

import pytest

from studio.errors import RepairError
from studio.repair import mp4_writer as writer
from studio.repair.frame_order import in_time_order
from studio.repair.mp4_edits import Edit, read_edits, track_start
from studio.repair.mp4_init import read_source_movie
from studio.repair.refragment import refragment
from studio.repair.refragment_copy import FrameCopier, joined
from studio.repair.refragment_times import common_overlaps, running_times
from studio.segments.boxes import data_children
from studio.segments.frames import FrameTable
from studio.segments.model import Track, TrackKind
from studio.segments.source import open_source
from tests.segments import building as b

IDR, SLICE = b"\x65\x88", b"\x41\x9a"


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
