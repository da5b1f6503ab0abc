"""MP4 files to segment maps, compared with ffmpeg's own reading and with built boxes."""

import struct
from fractions import Fraction
from pathlib import Path

import pytest

from studio.errors import SegmentError
from studio.segments.fragments import MAX_RUN_SAMPLES
from studio.segments.model import FactKind, Family, SegmentMap, TrackKind
from studio.segments.reader import read_segment_map
from studio.transcode.tools import Ffmpeg
from tests.conftest import ClipFactory
from tests.segments import building as b
from tests.segments.conftest import GOP, ReadBytes

SYNC, NON_SYNC = 0x2000000, 0x1010000


@pytest.fixture(params=["delay_moov", "cmaf", "empty_moov", "dash"])
def fragmented(request: pytest.FixtureRequest, h264_aac: Path, make_clip: ClipFactory) -> Path:
    """The same film, fragmented in other ways by stream copy."""
    flags = {
        "delay_moov": "+frag_keyframe+delay_moov+default_base_moof",
        "cmaf": "+cmaf+frag_keyframe+delay_moov",
        "empty_moov": "+frag_keyframe+empty_moov+default_base_moof",
        "dash": "+dash+global_sidx+frag_keyframe+delay_moov",
    }[request.param]
    return _remuxed(make_clip, h264_aac, f"s-{request.param}.mp4", flags)


def test_frames_keyframes_and_times_are_those_ffmpeg_reads(
    fragmented: Path, ffmpeg: Ffmpeg
) -> None:
    found = read_segment_map(fragmented)
    witness = b.packets(ffmpeg.path, fragmented)
    assert found.fragmented
    for track in found.tracks:
        rest = [packet for packet in witness if packet.stream == track.number - 1]
        for span in (
            span for s in found.segments for span in s.spans if span.track == track.number
        ):
            part, rest = rest[: span.frames], rest[span.frames :]
            assert span.keyframes == sum(packet.key for packet in part)
            assert span.starts_with_keyframe == part[0].key
            assert span.start_s == min(packet.pts_s for packet in part)
            assert span.end_s == max(packet.pts_s + packet.duration_s for packet in part)
        assert rest == []


def test_init_and_segments_are_the_whole_film(
    fragmented: Path, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    found, data = read_segment_map(fragmented), fragmented.read_bytes()
    joined = tmp_path / "joined.mp4"
    pieces = [data[found.init_offset : found.init_size]]
    pieces += [data[segment.offset : segment.offset + segment.size] for segment in found.segments]
    joined.write_bytes(b"".join(pieces))
    seen = [(p.stream, p.pts_s, p.digest) for p in b.packets(ffmpeg.path, joined)]
    assert seen == [(p.stream, p.pts_s, p.digest) for p in b.packets(ffmpeg.path, fragmented)]


def test_delay_moov_starts_the_picture_at_zero(h264_aac: Path) -> None:
    found = read_segment_map(h264_aac)
    assert found.family is Family.MP4
    assert [segment.start_s for segment in found.segments] == [0, 1, 2]
    assert found.frames == 75
    assert found.duration_s == 3
    assert all(segment.keyframe for segment in found.segments)
    assert found.facts == ()


def test_the_type_is_computed_from_the_configuration(h264_aac: Path) -> None:
    found = read_segment_map(h264_aac)
    place = h264_aac.read_bytes().index(b"avcC") + 5
    profile = h264_aac.read_bytes()[place : place + 3].hex()
    assert found.mime == f'video/mp4; codecs="avc1.{profile},mp4a.40.2"'


def test_a_plain_mp4_has_tracks_and_a_length_but_no_segments(make_clip: ClipFactory) -> None:
    found = read_segment_map(make_clip("s-plain.mp4", seconds=2))
    assert not found.fragmented
    assert found.segments == ()
    assert found.declared_duration_s == found.duration_s
    assert abs(found.duration_s - 2) < Fraction(1, 10)
    assert [track.kind for track in found.tracks] == [TrackKind.VIDEO, TrackKind.AUDIO]
    assert found.mime.startswith('video/mp4; codecs="avc1.')


def test_samples_in_the_moov_are_noted(h264_aac: Path, make_clip: ClipFactory) -> None:
    found = read_segment_map(_remuxed(make_clip, h264_aac, "s-frag.mp4", "+frag_keyframe"))
    kinds = {fact.kind for fact in found.facts}
    assert {FactKind.MOOV_SAMPLES, FactKind.BASE_DATA_OFFSET} <= kinds
    assert found.frames == 50


def test_a_fragment_without_any_base_is_noted(h264_aac: Path, make_clip: ClipFactory) -> None:
    flags = "+frag_keyframe+empty_moov+omit_tfhd_offset"
    found = read_segment_map(_remuxed(make_clip, h264_aac, "s-omit.mp4", flags))
    assert FactKind.NO_DEFAULT_BASE in {fact.kind for fact in found.facts}


def _remuxed(make_clip: ClipFactory, source: Path, name: str, flags: str) -> Path:
    return make_clip.made_once(
        name, ["-i", f"file:{source}", "-map", "0", "-c", "copy", "-movflags", flags]
    )


def test_a_cut_off_file_keeps_its_whole_fragments(h264_aac: Path, tmp_path: Path) -> None:
    whole, data = read_segment_map(h264_aac), h264_aac.read_bytes()
    path = tmp_path / "cut.mp4"
    ends = [segment.offset + segment.size for segment in whole.segments]
    for place in (whole.init_size + 20, ends[0] - 1, ends[0] + 9, ends[0] + 900, ends[1] + 4000):
        path.write_bytes(data[:place])
        cut = read_segment_map(path)
        assert cut.truncated
        assert cut.segments == whole.segments[: sum(end <= place for end in ends)]
        assert cut.init_size == whole.init_size


@pytest.mark.parametrize("place", [0, 5, 12, 40, 500])
def test_a_header_that_is_cut_off_is_an_error(h264_aac: Path, tmp_path: Path, place: int) -> None:
    path = tmp_path / "cut.mp4"
    path.write_bytes(h264_aac.read_bytes()[:place])
    with pytest.raises(SegmentError):
        read_segment_map(path)


def test_a_fragment_beyond_4_gib_is_found(tmp_path: Path) -> None:
    gap = 5 << 30
    path = tmp_path / "large.mp4"
    with path.open("wb") as file:
        file.write(_init() + _fragment(0))
        file.write(struct.pack(">I4sQ", 1, b"free", 16 + gap))
        file.seek(gap, 1)
        place = file.tell()
        file.write(_fragment(80))
    found = read_segment_map(path)
    assert [segment.offset for segment in found.segments][1] == place > 1 << 32
    assert found.frames == 4


def test_an_mdat_of_more_than_4_gib_is_stepped_over(tmp_path: Path) -> None:
    payload = 5 << 30
    path = tmp_path / "large.mp4"
    with path.open("wb") as file:
        file.write(_init() + _moof(0))
        file.write(struct.pack(">I4sQ", 1, b"mdat", 16 + payload))
        file.seek(payload, 1)
        file.write(_fragment(80))
    found = read_segment_map(path)
    assert [segment.size for segment in found.segments] == [
        len(_moof(0)) + 16 + payload,
        len(_fragment(80)),
    ]


def _init(*, entry: bytes | None = None, edits: tuple[tuple[int, int], ...] = ()) -> bytes:
    video = b.trak(1, b"vide", entry=entry or b.avc_entry(), edits=edits)
    return b.ftyp() + b.moov(video, trexes=[b.trex(1, 40, 10, NON_SYNC)])


def _moof(time: int, run: bytes = b"", header: bytes = b"") -> bytes:
    """Two frames of 40 ms and 10 bytes, the first a keyframe."""
    run = run or b.full_box("trun", 0, 0x5, b.ints(2, 0, SYNC))
    moof = b.moof(b.box("traf", header or b.tfhd(1), b.tfdt(time), run))
    return moof.replace(run, _with_offset(run, len(moof) + 8))


def _with_offset(run: bytes, offset: int) -> bytes:
    """Fill in the data offset of a trun that has one."""
    return run[:16] + b.ints(offset) + run[20:] if run[11] & 1 else run


def _fragment(time: int, run: bytes = b"", header: bytes = b"") -> bytes:
    return _moof(time, run, header) + b.box("mdat", bytes(20))


def test_first_sample_flags_and_defaults_are_honoured(read_bytes: ReadBytes) -> None:
    found = read_bytes(_init() + _fragment(0) + _fragment(80))
    spans = [segment.spans[0] for segment in found.segments]
    assert [(span.frames, span.keyframes, span.starts_with_keyframe) for span in spans] == [
        (2, 1, True),
        (2, 1, True),
    ]
    assert [span.start_s for span in spans] == [0, Fraction(8, 100)]
    assert [span.end_s for span in spans] == [Fraction(8, 100), Fraction(16, 100)]
    assert found.facts == ()


def test_defaults_of_the_fragment_go_before_those_of_the_track(read_bytes: ReadBytes) -> None:
    header = b.tfhd(1, 0x20038, 100, 5, SYNC)
    run = b.full_box("trun", 0, 0x1, b.ints(3, 0))
    span = read_bytes(_init() + _fragment(0, run, header)).segments[0].spans[0]
    assert (span.keyframes, span.end_s) == (3, Fraction(3, 10))


def test_negative_composition_offsets_count_backwards(read_bytes: ReadBytes) -> None:
    rows = b.ints(40, SYNC, 0, 40, NON_SYNC, 40, 40, NON_SYNC, -40)
    run = b.full_box("trun", 1, 0xD01, b.ints(3, 0), rows)
    span = read_bytes(_init() + _fragment(0, run)).segments[0].spans[0]
    assert (span.start_s, span.end_s) == (Fraction(0), Fraction(12, 100))
    run = b.full_box(
        "trun", 0, 0xD01, b.ints(3, 0), b.ints(40, SYNC, 80, 40, NON_SYNC, 160, 40, NON_SYNC, 40)
    )
    span = read_bytes(_init() + _fragment(0, run)).segments[0].spans[0]
    assert (span.start_s, span.end_s) == (Fraction(8, 100), Fraction(24, 100))


def test_an_edit_moves_the_beginning(read_bytes: ReadBytes) -> None:
    found = read_bytes(_init(edits=((0, 80),)) + _fragment(80))
    assert found.segments[0].start_s == 0
    found = read_bytes(_init(edits=((500, -1), (0, 80))) + _fragment(80))
    assert found.segments[0].start_s == Fraction(1, 2)
    assert found.tracks[0].edits == ((500, -1), (0, 80))


def test_several_runs_and_fragments_of_one_track_are_joined(read_bytes: ReadBytes) -> None:
    run = b.full_box("trun", 0, 0x5, b.ints(1, 0, SYNC))
    more = b.full_box("trun", 0, 0x1, b.ints(1, 0))
    one = b.box("traf", b.tfhd(1), b.tfdt(0), run, more)
    two = b.box("traf", b.tfhd(1), b.tfdt(80), more)
    found = read_bytes(_init() + b.moof(one, two) + b.box("mdat", bytes(30)))
    span = found.segments[0].spans[0]
    assert (span.frames, span.keyframes, span.end_s) == (3, 1, Fraction(12, 100))


def test_boxes_before_a_moof_belong_to_its_segment(read_bytes: ReadBytes) -> None:
    lead = b.box("styp", b"msdh", b.ints(0)) + b.box("sidx", bytes(24)) + b.box("emsg", bytes(9))
    init, first = _init(), lead + _fragment(0)
    found = read_bytes(init + first + lead + _fragment(80) + b.box("mfra", bytes(8)))
    assert found.init_size == len(init)
    assert [(s.offset, s.size) for s in found.segments] == [
        (len(init), len(first)),
        (len(init) + len(first), len(first)),
    ]
    assert found.has_index


def test_a_jump_of_decode_time_is_noted(read_bytes: ReadBytes) -> None:
    facts = read_bytes(_init() + _fragment(0) + _fragment(0) + _fragment(100)).facts
    assert [(fact.kind, fact.value) for fact in facts] == [
        (FactKind.DECODE_STEP, Fraction(-8, 100)),
        (FactKind.DECODE_STEP, Fraction(2, 100)),
    ]


ODD_FILES = {
    FactKind.NO_DECODE_TIME: _init()
    + b.moof(b.box("traf", b.tfhd(1), b.full_box("trun", 0, 1, b.ints(2, 8))))
    + b.box("mdat", bytes(20)),
    FactKind.NO_DATA_OFFSET: _init()
    + b.moof(b.box("traf", b.tfhd(1), b.tfdt(0), b.full_box("trun", 0, 0, b.ints(2))))
    + b.box("mdat", bytes(20)),
    FactKind.DATA_OUTSIDE: _init()
    + b.moof(b.box("traf", b.tfhd(1), b.tfdt(0), b.full_box("trun", 0, 1, b.ints(2, 900))))
    + b.box("mdat", bytes(20)),
    FactKind.UNKNOWN_TRACK: _init() + _fragment(0, header=b.tfhd(9)),
    FactKind.UNEXPECTED_BOX: _init() + _fragment(0) + b.box("wide"),
    FactKind.BOX_TO_END: _init() + _moof(0) + b.ints(0) + b"mdat" + bytes(20),
    FactKind.NO_MEDIA_DATA: _init() + _moof(0) + _fragment(80),
    FactKind.NO_TREX: b.ftyp()
    + b.moov(b.trak(1, b"vide", entry=b.avc_entry()), trexes=[b.trex(2)])
    + _fragment(0),
    FactKind.DAMAGED: _init() + _fragment(0) + b.ints(3) + b"what" + bytes(50),
}


@pytest.mark.parametrize("kind", ODD_FILES)
def test_each_oddity_is_noted(read_bytes: ReadBytes, kind: FactKind) -> None:
    assert kind in {fact.kind for fact in read_bytes(ODD_FILES[kind]).facts}


def test_a_count_without_rows_needs_no_memory(read_bytes: ReadBytes) -> None:
    run = b.full_box("trun", 0, 0x1, b.ints(0xFFFFFFFF, 0))
    found = read_bytes(_init() + _fragment(0, run))
    assert found.segments[0].spans[0].frames == MAX_RUN_SAMPLES
    run = b.full_box("trun", 0, 0xF01, b.ints(0xFFFFFFFF, 0), b.ints(40, 10, SYNC, 0))
    found = read_bytes(_init() + _fragment(0, run))
    assert found.segments[0].spans[0].frames == 1


def test_a_movie_without_tracks_is_an_error(read_bytes: ReadBytes) -> None:
    with pytest.raises(SegmentError, match="no tracks"):
        read_bytes(b.ftyp() + b.moov(trexes=[b.trex(1)]))


def test_a_missing_moov_is_explained(read_bytes: ReadBytes) -> None:
    with pytest.raises(SegmentError, match="moov"):
        read_bytes(b.ftyp() + b.box("mdat", bytes(100)))


def test_what_is_no_media_is_an_error(read_bytes: ReadBytes) -> None:
    with pytest.raises(SegmentError, match="neither WebM nor MP4"):
        read_bytes(b"This is a letter to my aunt.\n" * 20)
    with pytest.raises(SegmentError, match="empty"):
        read_bytes(b"")


def test_a_folder_or_nothing_is_an_error(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing.mp4"):
        with pytest.raises(SegmentError, match="not there"):
            read_segment_map(path)


def test_sound_only_fragments_are_places_to_start(make_clip: ClipFactory) -> None:
    path = make_clip(
        "s-sound.mp4",
        size=None,
        extra=("-movflags", "+delay_moov+default_base_moof", "-frag_duration", "500000"),
    )
    found: SegmentMap = read_segment_map(path)
    assert found.mime == 'audio/mp4; codecs="mp4a.40.2"'
    assert len(found.segments) > 2
    assert all(segment.keyframe for segment in found.segments)


def test_fragments_inside_a_gop_do_not_begin_with_a_keyframe(make_clip: ClipFactory) -> None:
    path = make_clip(
        "s-chunks.mp4",
        sample_rate=None,
        extra=(*GOP, "-movflags", "+delay_moov+default_base_moof", "-frag_duration", "400000"),
    )
    found = read_segment_map(path)
    keys = [segment.keyframe for segment in found.segments]
    assert keys[0]
    assert not all(keys)
