"""Refragmented files: the same frames, the same times, clean fragments."""

import struct
from fractions import Fraction
from pathlib import Path

import pytest

from studio.errors import OutputError, RepairError, SegmentError
from studio.repair.refragment import refragment
from studio.segments.model import SegmentMap, TrackKind
from studio.segments.reader import read_segment_map
from studio.transcode.tools import Ffmpeg
from tests.conftest import ClipFactory
from tests.repair import refragment_material as material
from tests.segments import building as b

TICK = Fraction(1, 12_000)
SOURCES = {
    "plain": (".mp4",),
    "faststart": (".mp4", "-movflags", "+faststart"),
    "frag_keyframe": (".mp4", "-movflags", "frag_keyframe"),
    "empty_moov": (".mp4", "-movflags", "frag_keyframe+empty_moov"),
    "omit_tfhd_offset": (".mp4", "-movflags", "frag_keyframe+empty_moov+omit_tfhd_offset"),
    "cmaf": (".mp4", "-movflags", "+cmaf"),
    "mid-gop": (".mp4", "-movflags", "empty_moov+default_base_moof", "-frag_duration", "370000"),
    "quicktime": (".mov",),
}
STRETCHED = ("frag_keyframe", "empty_moov", "omit_tfhd_offset", "mid-gop")
"""Sources whose first frame of sound lasts until the picture begins; see ``shrink_first``."""


def cured(source: Path, folder: Path) -> Path:
    target = folder / "cured.mp4"
    refragment(source, target)
    return target


def by_stream(ffmpeg: Ffmpeg, path: Path) -> dict[int, list[b.Packet]]:
    found: dict[int, list[b.Packet]] = {}
    for packet in b.packets(ffmpeg.path, path):
        found.setdefault(packet.stream, []).append(packet)
    return found


def shifts(ffmpeg: Ffmpeg, source: Path, target: Path) -> list[Fraction]:
    """Return by how much each packet moved; the packets' bytes must be the same."""
    old, new = by_stream(ffmpeg, source), by_stream(ffmpeg, target)
    assert old.keys() == new.keys()
    for stream, packets in old.items():
        assert [p.digest for p in packets] == [p.digest for p in new[stream]]
    return [
        other.pts_s - packet.pts_s
        for stream, packets in old.items()
        for packet, other in zip(packets, new[stream], strict=True)
    ]


def is_clean(found: SegmentMap) -> bool:
    return found.fragmented and all(segment.keyframe for segment in found.segments)


@pytest.mark.parametrize("name", SOURCES)
def test_frames_and_their_times_stay_the_same(
    name: str, make_clip: ClipFactory, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    suffix, *extra = SOURCES[name]
    source = material.clip(make_clip, f"refragment-{name}{suffix}", *extra)
    moved = shifts(ffmpeg, source, cured(source, tmp_path))
    if name in STRETCHED:
        moved.remove(max(moved))
    assert max(moved) - min(moved) <= TICK


@pytest.mark.parametrize("name", ["plain", *STRETCHED])
def test_b_frames_and_priming_delay_nothing(
    name: str, make_clip: ClipFactory, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    suffix, *extra = SOURCES[name]
    source = material.clip(make_clip, f"refragment-{name}{suffix}", *extra)
    packets = by_stream(ffmpeg, cured(source, tmp_path))
    assert min(packet.pts_s for packet in packets[0]) == 0
    assert packets[1][1].pts_s == pytest.approx(0, abs=0.001)


def test_a_delay_that_no_edit_list_takes_back_is_taken_back(
    make_clip: ClipFactory, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    good = material.good_clip(make_clip)
    data = bytearray(good.read_bytes())
    for place in material.all_of(data, "edts"):
        data[place.start + 4 : place.start + 8] = b"free"
    bare = tmp_path / "bare.mp4"
    bare.write_bytes(data)
    report = refragment(bare, tmp_path / "cured.mp4")
    packets = by_stream(ffmpeg, tmp_path / "cured.mp4")
    assert report.delay_s == Fraction(2, 25)
    assert min(packet.pts_s for packet in packets[0]) == 0
    assert packets[1][0].pts_s == 0


@pytest.mark.parametrize("name", SOURCES)
def test_every_fragment_begins_with_a_keyframe_and_has_no_fault(
    name: str, make_clip: ClipFactory, tmp_path: Path
) -> None:
    suffix, *extra = SOURCES[name]
    source = material.clip(make_clip, f"refragment-{name}{suffix}", *extra)
    found = read_segment_map(cured(source, tmp_path))
    assert is_clean(found)
    assert len(found.segments) == material.SECONDS
    assert found.facts == ()
    assert not found.truncated


@pytest.mark.parametrize("name", material.BREAKS)
def test_a_broken_file_becomes_what_the_good_one_is(
    name: str, make_clip: ClipFactory, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    good = material.good_clip(make_clip)
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(material.BREAKS[name](bytearray(good.read_bytes())))
    target = cured(broken, tmp_path)
    assert set(shifts(ffmpeg, good, target)) == {Fraction(0)}
    assert is_clean(read_segment_map(target))


def test_what_is_wrong_with_clocks_and_flags_is_reported(
    make_clip: ClipFactory, tmp_path: Path
) -> None:
    data = material.good_clip(make_clip).read_bytes()
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(material.BREAKS["tfdt-reset"](bytearray(data)))
    assert refragment(broken, tmp_path / "a.mp4").restarts > 0
    broken.write_bytes(material.BREAKS["no-sync"](bytearray(data)))
    assert refragment(broken, tmp_path / "a.mp4").resynced_frames == material.SECONDS


def test_picture_and_sound_start_at_zero_with_the_priming_hidden(
    make_clip: ClipFactory, tmp_path: Path
) -> None:
    source = material.clip(make_clip, "refragment-plain.mp4")
    found = read_segment_map(cured(source, tmp_path))
    video, sound = found.segments[0].spans
    assert video.start_s == 0
    assert sound.start_s == -Fraction(1024, 48_000)
    assert {track.edits[0][0] for track in found.tracks} == {0}


def test_an_empty_edit_becomes_a_later_decode_time(
    make_clip: ClipFactory, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    plain = material.clip(make_clip, "refragment-plain.mp4")
    late = make_clip.made_once(
        "refragment-late.mp4",
        f"-i {plain} -itsoffset 0.12 -i {plain} -map 0:v -map 1:a -c copy".split(),
    )
    target = cured(late, tmp_path)
    moved = shifts(ffmpeg, late, target)
    assert max(moved) - min(moved) <= TICK
    edits = [edit for track in read_segment_map(target).tracks for edit in track.edits]
    assert all(media_time >= 0 for _, media_time in edits)


def test_a_first_group_that_the_edit_list_hides_in_part_is_shown_whole(
    make_clip: ClipFactory, tmp_path: Path
) -> None:
    plain = material.clip(make_clip, "refragment-plain.mp4")
    cut = make_clip.copy("refragment-cut.mp4", plain, "-ss", "1.32")
    report = refragment(cut, tmp_path / "cured.mp4")
    assert report.moved_s == report.revealed_s == Fraction(8, 25)
    assert read_segment_map(tmp_path / "cured.mp4").segments[0].start_s == 0


def test_the_index_tells_the_bytes_of_every_fragment(
    make_clip: ClipFactory, tmp_path: Path
) -> None:
    target = cured(material.clip(make_clip, "refragment-plain.mp4"), tmp_path)
    data = target.read_bytes()
    (sidx,) = material.all_of(data, "sidx")
    count = struct.unpack_from(">H", data, sidx.start + 38)[0]
    rows = [struct.unpack_from(">III", data, sidx.start + 40 + 12 * row) for row in range(count)]
    found = read_segment_map(target)
    starts = [place.start for place in material.all_of(data, "moof")]
    assert [size for size, _, _ in rows] == [
        end - start for start, end in zip(starts, [*starts[1:], len(data)], strict=True)
    ]
    timescale = struct.unpack_from(">I", data, sidx.start + 16)[0]
    assert [Fraction(ticks, timescale) for _, ticks, _ in rows] == [
        segment.duration_s for segment in found.segments
    ]
    assert all(sap == 0x9000_0000 for _, _, sap in rows)


def test_rotation_and_language_are_kept(make_clip: ClipFactory, tmp_path: Path) -> None:
    plain = material.clip(make_clip, "refragment-plain.mp4")
    turned = make_clip.made_once(
        "refragment-turned.mp4",
        f"-display_rotation 90 -i {plain} -c copy -metadata:s:a:0 language=deu".split(),
    )
    old, new = turned.read_bytes(), cured(turned, tmp_path).read_bytes()
    for name, begin, end in (("tkhd", 48, 92), ("mdhd", 28, 30)):
        assert [old[p.start + begin : p.start + end] for p in material.all_of(old, name)] == [
            new[p.start + begin : p.start + end] for p in material.all_of(new, name)
        ]


def test_sound_alone_is_cut_every_two_seconds(make_clip: ClipFactory, tmp_path: Path) -> None:
    source = make_clip("refragment-sound.m4a", seconds=5, size=None, sample_rate=44_100)
    report = refragment(source, tmp_path / "cured.mp4")
    assert report.fragments == 3
    assert read_segment_map(tmp_path / "cured.mp4").mime.startswith("audio/mp4")


@pytest.mark.parametrize("kind", [TrackKind.VIDEO, TrackKind.AUDIO])
def test_splitting_writes_one_track(
    kind: TrackKind, make_clip: ClipFactory, tmp_path: Path
) -> None:
    source = material.clip(make_clip, "refragment-plain.mp4")
    refragment(source, tmp_path / "one.mp4", split=kind)
    assert [t.kind for t in read_segment_map(tmp_path / "one.mp4").tracks] == [kind]


def test_open_groups_are_not_made_entry_points(make_clip: ClipFactory, tmp_path: Path) -> None:
    source = make_clip(
        "refragment-open.mp4",
        seconds=3,
        size="64x36",
        video=(*material.H264, "-x264-params", "open-gop=1:keyint=25:bframes=3:scenecut=0"),
    )
    report = refragment(source, tmp_path / "cured.mp4")
    assert report.fragments == 1
    assert report.resynced_frames == 2
    assert report.longest_fragment_s == 3


def test_hev1_becomes_hvc1(make_clip: ClipFactory, tmp_path: Path) -> None:
    x265 = ("-c:v", "libx265", "-x265-params", "log-level=none:keyint=25:no-open-gop=1")
    source = make_clip(
        "refragment-hev1.mp4", seconds=2, size="64x36", video=(*x265, "-tag:v", "hev1")
    )
    report = refragment(source, tmp_path / "cured.mp4")
    assert report.renamed_entry == "hev1"
    assert read_segment_map(tmp_path / "cured.mp4").tracks[0].codec_string.startswith("hvc1.")


def test_a_cut_off_end_keeps_the_whole_frames(make_clip: ClipFactory, tmp_path: Path) -> None:
    source = material.clip(make_clip, "refragment-faststart.mp4", "-movflags", "+faststart")
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(source.read_bytes()[:-9000])
    report = refragment(cut, tmp_path / "cured.mp4")
    assert report.truncated
    assert report.cut_off_frames > 0
    assert is_clean(read_segment_map(tmp_path / "cured.mp4"))


def test_further_tracks_are_left_out_and_named(make_clip: ClipFactory, tmp_path: Path) -> None:
    plain = material.clip(make_clip, "refragment-plain.mp4")
    both = make_clip.made_once(
        "refragment-two.mp4",
        f"-i {plain} -i {plain} -map 0:v -map 0:a -map 1:a -c copy".split(),
    )
    assert refragment(both, tmp_path / "cured.mp4").dropped_tracks == (3,)


def test_tracks_that_share_a_number_get_their_own(
    make_clip: ClipFactory, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    plain = material.clip(make_clip, "refragment-plain.mp4")
    data = bytearray(plain.read_bytes())
    for tkhd in material.all_of(data, "tkhd"):
        struct.pack_into(">I", data, tkhd.start + 20, 1)
    same = tmp_path / "same.mp4"
    same.write_bytes(data)
    target = cured(same, tmp_path)
    assert [track.number for track in read_segment_map(target).tracks] == [1, 2]
    assert set(shifts(ffmpeg, plain, target)) == {Fraction(0)}


def test_pictures_that_browsers_cannot_decode_are_refused_with_the_preset(
    make_clip: ClipFactory, tmp_path: Path
) -> None:
    source = make_clip("refragment-mpeg4.mp4", seconds=1, size="64x36", video=("-c:v", "mpeg4"))
    with pytest.raises(RepairError) as caught:
        refragment(source, tmp_path / "cured.mp4")
    assert "mp4-h264-aac" in caught.value.hint
    assert not (tmp_path / "cured.mp4").exists()


def test_the_target_goes_when_the_listener_stops_the_work(
    make_clip: ClipFactory, tmp_path: Path
) -> None:
    def stop(_fraction: float) -> None:
        raise KeyboardInterrupt

    source = material.clip(make_clip, "refragment-plain.mp4")
    with pytest.raises(KeyboardInterrupt):
        refragment(source, tmp_path / "cured.mp4", on_progress=stop)
    assert not (tmp_path / "cured.mp4").exists()


def test_a_source_that_changes_meanwhile_is_refused(make_clip: ClipFactory, tmp_path: Path) -> None:
    source = tmp_path / "source.mp4"
    source.write_bytes(material.clip(make_clip, "refragment-plain.mp4").read_bytes())

    def grow(_fraction: float) -> None:
        with source.open("ab") as file:
            file.write(bytes(8))

    with pytest.raises(RepairError, match="changed"):
        refragment(source, tmp_path / "cured.mp4", on_progress=grow)
    assert not (tmp_path / "cured.mp4").exists()


def test_the_source_is_never_overwritten(make_clip: ClipFactory, tmp_path: Path) -> None:
    source = tmp_path / "source.mp4"
    source.write_bytes(material.clip(make_clip, "refragment-plain.mp4").read_bytes())
    before = source.read_bytes()
    with pytest.raises(RepairError):
        refragment(source, source)
    assert source.read_bytes() == before


def test_an_unwritable_target_is_an_output_error(make_clip: ClipFactory, tmp_path: Path) -> None:
    source = material.clip(make_clip, "refragment-plain.mp4")
    with pytest.raises(OutputError):
        refragment(source, tmp_path / "missing" / "cured.mp4")


def test_a_file_without_moov_is_a_segment_error(tmp_path: Path) -> None:
    source = tmp_path / "source.mp4"
    source.write_bytes(b.ftyp() + b.box("mdat", bytes(100)))
    with pytest.raises(SegmentError):
        refragment(source, tmp_path / "cured.mp4")


def test_progress_ends_at_one(make_clip: ClipFactory, tmp_path: Path) -> None:
    told: list[float] = []
    source = material.clip(make_clip, "refragment-plain.mp4")
    refragment(source, tmp_path / "cured.mp4", on_progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1
