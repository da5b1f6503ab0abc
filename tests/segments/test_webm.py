"""WebM files to segment maps, compared with ffmpeg's own reading and with built bytes."""

from fractions import Fraction
from pathlib import Path

import pytest

from studio.errors import SegmentError
from studio.segments.model import Fact, FactKind, Family, SegmentMap, TrackKind
from studio.segments.reader import read_segment_map
from studio.transcode.tools import Ffmpeg
from tests.conftest import ClipFactory
from tests.segments import building as b
from tests.segments.conftest import GOP, OPUS, VORBIS, VP8, ReadBytes

MS = Fraction(1, 1000)
HARMLESS = (FactKind.UNKNOWN_LAST_DURATION, FactKind.MISSING_TRACK)


def _faults(found: SegmentMap) -> list[Fact]:
    return [fact for fact in found.facts if fact.kind not in HARMLESS]


@pytest.fixture(params=["vp8_vorbis", "vp9_opus"])
def muxed(request: pytest.FixtureRequest) -> Path:
    path: Path = request.getfixturevalue(request.param)
    return path


def test_frames_keyframes_and_times_are_those_ffmpeg_reads(muxed: Path, ffmpeg: Ffmpeg) -> None:
    found = read_segment_map(muxed)
    witness = b.packets(ffmpeg.path, muxed)
    for track in found.tracks:
        mine = [span for s in found.segments for span in s.spans if span.track == track.number]
        rest = [packet for packet in witness if packet.stream == track.number - 1]
        delay = Fraction(track.codec_delay_ns, 10**9)
        for span in mine:
            part, rest = rest[: span.frames], rest[span.frames :]
            assert span.keyframes == sum(packet.key for packet in part)
            assert span.starts_with_keyframe == part[0].key
            assert abs(span.start_s - delay - part[0].pts_s) < MS
            assert abs(span.end_s - delay - part[-1].pts_s - part[-1].duration_s) <= MS
        assert rest == []


def test_init_and_segments_are_the_whole_film(muxed: Path, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    found, data = read_segment_map(muxed), muxed.read_bytes()
    joined = tmp_path / "joined.webm"
    pieces = [data[found.init_offset : found.init_size]]
    pieces += [data[segment.offset : segment.offset + segment.size] for segment in found.segments]
    joined.write_bytes(b"".join(pieces))
    assert b.packets(ffmpeg.path, joined) == b.packets(ffmpeg.path, muxed)


def test_each_cluster_of_these_begins_with_a_keyframe(vp8_vorbis: Path) -> None:
    found = read_segment_map(vp8_vorbis)
    assert [segment.start_s for segment in found.segments] == [0, 1, 2]
    assert all(segment.keyframe for segment in found.segments)
    assert found.family is Family.WEBM
    assert found.frames == 75
    assert found.has_index
    assert not found.truncated
    assert found.facts == ()


def test_what_ffmpeg_muxes_has_times_that_step_back(vp8_vorbis: Path) -> None:
    found = read_segment_map(vp8_vorbis)
    data = vp8_vorbis.read_bytes()
    assert found.block_order_faults
    for fault in found.block_order_faults:
        assert data[fault.offset] in (0xA3, 0xA0)
        assert fault.time_ms < fault.previous_ms


def test_hidden_vp8_frames_are_not_counted(make_clip: ClipFactory, ffmpeg: Ffmpeg) -> None:
    log = ("-passlogfile", str(make_clip.folder / "hidden"))
    source = ("-f", "lavfi", "-i", "testsrc2=s=320x180:r=30:d=2")
    video = ["-c:v", "libvpx", "-b:v", "300k", "-threads", "1", "-cpu-used", "1"]
    video += ["-auto-alt-ref", "1", "-lag-in-frames", "25", "-g", "60", *log]
    for number in ("1", "2"):
        path = make_clip.made_once(f"s-hidden{number}.webm", (*source, *video, "-pass", number))
    assert len(b.packets(ffmpeg.path, path)) > 60
    assert read_segment_map(path).frames == b.decoded_frames(ffmpeg.path, path) == 60


def test_a_live_file_without_sizes_has_the_same_frames(
    vp8_vorbis: Path, make_clip: ClipFactory
) -> None:
    live = make_clip.made_once(
        "s-live.webm", ["-i", f"file:{vp8_vorbis}", "-c", "copy", "-f", "webm", "-live", "1"]
    )
    found = read_segment_map(live)
    assert found.declared_duration_s is None
    assert not found.has_index
    assert found.frames == 75
    assert found.duration_s == max(span.end_s for s in found.segments for span in s.spans)


def test_sound_alone_has_an_audio_type(make_clip: ClipFactory) -> None:
    found = read_segment_map(make_clip("s-sound.webm", size=None, audio=OPUS, sample_rate=48_000))
    assert found.mime == 'audio/webm; codecs="opus"'
    assert all(segment.keyframe for segment in found.segments)
    assert found.frames == 0


def test_picture_alone_has_one_codec(make_clip: ClipFactory) -> None:
    path = make_clip("s-picture.webm", video=VP8, sample_rate=None, extra=GOP)
    assert read_segment_map(path).mime == 'video/webm; codecs="vp8"'


def test_the_type_names_picture_before_sound(vp8_vorbis: Path) -> None:
    assert read_segment_map(vp8_vorbis).mime == 'video/webm; codecs="vp8,vorbis"'


def test_each_step_back_is_found_at_its_byte(read_bytes: ReadBytes) -> None:
    before = b.simple_block(1, 0) + b.simple_block(2, 10)
    late = b.simple_block(1, 5, key=False) + b.simple_block(2, 20)
    data = b.webm(b.info(), b.tracks(), b.cluster(1000, before, late), b.cluster(900, before))
    found = read_bytes(data)
    assert [(f.time_ms, f.previous_ms) for f in found.block_order_faults] == [(1005, 1010)]
    place = found.block_order_faults[0].offset
    assert data[place:].startswith(late)


def test_unknown_sizes_end_at_the_next_cluster(read_bytes: ReadBytes) -> None:
    blocks = b.simple_block(1, 0), b.simple_block(2, 3), b.simple_block(1, 40, key=False)
    parts = [b.info(), b.tracks()]
    known = read_bytes(b.webm(*parts, b.cluster(0, *blocks), b.cluster(80, *blocks)))
    unknown = read_bytes(
        b.webm(
            *parts,
            b.cluster(0, *blocks, unknown=True),
            b.cluster(80, *blocks, unknown=True),
            b.element(0x1C53BB6B),
            unknown=True,
        )
    )
    assert unknown.segments == known.segments
    assert unknown.has_index
    assert not unknown.truncated


def test_void_and_checksums_are_stepped_over(read_bytes: ReadBytes) -> None:
    void, crc = b.element(0xEC, bytes(30)), b.element(0xBF, bytes(4))
    inside = b.cluster(0, crc, b.simple_block(1, 0), void, b.simple_block(2, 1))
    found = read_bytes(
        b.webm(void, crc, b.element(0x114D9B74), b.info(500), b.tracks(), void, inside, void)
    )
    assert [span.frames for span in found.segments[0].spans] == [1, 1]
    assert found.declared_duration_s == Fraction(1, 2)
    assert _faults(found) == []


def test_a_block_group_is_a_keyframe_without_a_reference(read_bytes: ReadBytes) -> None:
    key = b.block_group(1, 0, b.number(0x9B, 40))
    other = b.block_group(1, 40, b.element(0xFB, b"\xd8"), b.number(0x9B, 25))
    span = read_bytes(b.webm(b.info(), b.tracks(), b.cluster(0, key, other))).segments[0].spans[0]
    assert (span.frames, span.keyframes, span.starts_with_keyframe) == (2, 1, True)
    assert span.end_s == Fraction(65, 1000)


def test_laced_frames_are_counted_and_noted(read_bytes: ReadBytes) -> None:
    laced = b.simple_block(2, 0, flags=0x04, data=b"\x02abcdef")
    found = read_bytes(b.webm(b.info(), b.tracks(), b.cluster(0, b.simple_block(1, 0), laced)))
    assert found.segments[0].spans[1].frames == 3
    assert [fact.kind for fact in _faults(found)] == [FactKind.LACING]


def test_a_cluster_that_ends_with_laced_opus_ends_with_its_last_packet(
    read_bytes: ReadBytes,
) -> None:
    laced = b.simple_block(2, 0, flags=0x04, data=b"\x02" + 3 * b"\x78a")
    tracks = b.tracks(audio_codec=b"A_OPUS")
    found = read_bytes(b.webm(b.info(), tracks, b.cluster(0, b.simple_block(1, 0), laced)))
    assert found.segments[0].spans[1].end_s == 60 * MS


def test_a_missing_frame_is_noted_where_the_next_one_stands(read_bytes: ReadBytes) -> None:
    frames = [b.simple_block(1, t, key=t == 0) for t in (0, 33, 67, 134, 167)]
    tracks = b.tracks(audio=False, default_ns=33_333_333)
    data = b.webm(b.info(), tracks, b.cluster(0, *frames))
    facts = read_bytes(data).facts
    assert [(fact.kind, fact.value) for fact in facts] == [(FactKind.FRAME_STEP, 67 * MS)]
    assert data[facts[0].offset :].startswith(frames[3])


def test_a_step_to_a_keyframe_is_no_missing_frame(read_bytes: ReadBytes) -> None:
    frames = [b.simple_block(1, 0), b.simple_block(1, 500)]
    tracks = b.tracks(audio=False, default_ns=33_333_333)
    assert read_bytes(b.webm(b.info(), tracks, b.cluster(0, *frames))).facts == ()


def test_an_undeclared_track_and_a_late_time_are_noted(read_bytes: ReadBytes) -> None:
    odd = b.element(0x1F43B675, b.simple_block(7, 0), b.number(0xE7, 0), b.simple_block(1, 0))
    kinds = {fact.kind for fact in _faults(read_bytes(b.webm(b.info(), b.tracks(), odd)))}
    assert kinds == {FactKind.UNKNOWN_TRACK, FactKind.NO_TIMESTAMP}


def test_times_follow_the_timestamp_scale(read_bytes: ReadBytes) -> None:
    blocks = b.simple_block(1, 0), b.simple_block(1, 4000, key=False)
    found = read_bytes(
        b.webm(b.info(8000, scale_ns=10_000), b.tracks(audio=False), b.cluster(1000, *blocks))
    )
    assert found.segments[0].start_s == Fraction(1, 100)
    assert found.segments[0].end_s == Fraction(9, 100)
    assert found.declared_duration_s == Fraction(8, 100)
    assert found.tracks[0].timescale == 100_000


def test_matroska_is_read_and_noted(read_bytes: ReadBytes) -> None:
    cluster = b.cluster(0, b.simple_block(1, 0))
    found = read_bytes(b.webm(b.info(), b.tracks(), cluster, header=b.ebml_header(b"matroska")))
    assert [(fact.kind, fact.text) for fact in _faults(found)] == [(FactKind.DOC_TYPE, "matroska")]


def test_a_cut_off_file_keeps_its_whole_clusters(vp8_vorbis: Path, tmp_path: Path) -> None:
    whole, data = read_segment_map(vp8_vorbis), vp8_vorbis.read_bytes()
    path = tmp_path / "cut.webm"
    ends = [segment.offset + segment.size for segment in whole.segments]
    for place in (whole.init_size + 3, ends[0] - 1, ends[0], ends[0] + 1, ends[1] + 700):
        path.write_bytes(data[:place])
        cut = read_segment_map(path)
        assert cut.truncated
        kept = sum(end <= place for end in ends)
        assert [(s.offset, s.size) for s in cut.segments] == [
            (s.offset, s.size) for s in whole.segments[:kept]
        ]
        assert cut.init_size == whole.init_size


def test_a_header_that_is_cut_off_is_an_error(vp8_vorbis: Path, tmp_path: Path) -> None:
    data, path = vp8_vorbis.read_bytes(), tmp_path / "cut.webm"
    for place in (*range(4, 60, 7), 300):
        path.write_bytes(data[:place])
        with pytest.raises(SegmentError):
            read_segment_map(path)


def test_clusters_beyond_4_gib_are_found(tmp_path: Path) -> None:
    gap = 5 << 30
    first = b.cluster(0, b.simple_block(1, 0))
    second = b.cluster(40, b.simple_block(1, 0))
    void_head = b"\xec" + b.size(gap)
    body = len(b.info()) + len(b.tracks()) + len(first) + len(void_head) + gap + len(second)
    path = tmp_path / "large.webm"
    with path.open("wb") as file:
        file.write(b.ebml_header() + bytes.fromhex("18538067") + b.size(body))
        file.write(b.info() + b.tracks() + first + void_head)
        file.seek(gap, 1)
        place = file.tell()
        file.write(second)
    found = read_segment_map(path)
    assert place > 1 << 32
    assert [segment.offset for segment in found.segments][1] == place
    assert not found.truncated


def test_the_first_cluster_may_begin_with_sound(read_bytes: ReadBytes) -> None:
    blocks = b.simple_block(2, 0), b.simple_block(1, 40), b.simple_block(2, 45)
    segment = read_bytes(b.webm(b.info(), b.tracks(), b.cluster(0, *blocks))).segments[0]
    assert segment.keyframe
    assert segment.start_s == Fraction(40, 1000)


def test_a_cluster_without_pictures_is_no_place_to_start(read_bytes: ReadBytes) -> None:
    sound = b.cluster(0, b.simple_block(2, 0))
    video = b.cluster(20, b.simple_block(1, 0), b.simple_block(2, 1))
    found = read_bytes(b.webm(b.info(), b.tracks(), sound, video))
    assert [segment.keyframe for segment in found.segments] == [False, True]


def test_tracks_carry_what_a_player_wants_to_know(vp9_opus: Path) -> None:
    found = read_segment_map(vp9_opus)
    video, audio = found.track_of(TrackKind.VIDEO), found.track_of(TrackKind.AUDIO)
    assert video is not None
    assert audio is not None
    assert (video.width, video.height, video.codec_id) == (320, 180, "V_VP9")
    assert (audio.sample_rate, audio.channels, audio.codec_id) == (48_000, 1, "A_OPUS")
    assert audio.codec_delay_ns == 6_500_000
    assert video.timescale == 1000


def test_vorbis_at_44100_ends_where_its_packets_end(make_clip: ClipFactory, ffmpeg: Ffmpeg) -> None:
    path = make_clip("s-v44.webm", size=None, audio=VORBIS, seconds=7)
    found, witness = read_segment_map(path), b.packets(ffmpeg.path, path)
    delay = Fraction(found.tracks[0].codec_delay_ns, 10**9)
    end = max(packet.pts_s + packet.duration_s for packet in witness)
    assert len(found.segments) > 1
    assert abs(found.segments[-1].end_s - delay - end) <= MS


@pytest.mark.parametrize(("second", "end_ms"), [(120, 120), (150, 150), (400, 120)])
def test_a_last_frame_lasts_to_the_next_cluster_unless_there_is_a_hole(
    read_bytes: ReadBytes, second: int, end_ms: int
) -> None:
    first = [b.simple_block(1, t, key=t == 0) for t in (0, 40, 80)]
    clusters = b.cluster(0, *first), b.cluster(second, b.simple_block(1, 0))
    found = read_bytes(b.webm(b.info(), b.tracks(audio=False), *clusters))
    assert found.segments[0].end_s == end_ms * MS
    assert found.segments[1].end_s == (second + 40) * MS


def test_clusters_of_one_frame_each_follow_without_holes(read_bytes: ReadBytes) -> None:
    clusters = [b.cluster(t, b.simple_block(1, 0)) for t in (0, 40, 80)]
    found = read_bytes(b.webm(b.info(), b.tracks(audio=False), *clusters))
    assert [segment.duration_s for segment in found.segments] == [40 * MS] * 3


def test_sound_that_lasts_into_the_next_block_is_noted(read_bytes: ReadBytes) -> None:
    groups = [b.block_group(2, t, b.number(0x9B, 3)) for t in (0, 3, 5, 8)]
    data = b.webm(b.info(), b.tracks(), b.cluster(0, b.simple_block(1, 0), *groups))
    (fact,) = _faults(read_bytes(data))
    assert (fact.kind, fact.track, fact.value) == (FactKind.DURATION_OVERLAP, 2, MS)
    assert data[fact.offset :].startswith(groups[1])


def test_pictures_may_last_into_the_next_block(read_bytes: ReadBytes) -> None:
    groups = [b.block_group(1, t, b.number(0x9B, 34)) for t in (0, 33, 67)]
    assert read_bytes(b.webm(b.info(), b.tracks(), b.cluster(0, *groups))).facts == ()
