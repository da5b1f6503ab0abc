"""The outline says what the full map says, and what ffmpeg's own reading says."""

import re
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from studio.errors import SegmentError
from studio.segments.model import MapDetail, Segment, SegmentMap, Track, TrackKind
from studio.segments.outline import EXACT_BYTES, read_cut, read_outline
from studio.segments.reader import read_segment_map
from studio.transcode.tools import Ffmpeg
from tests.conftest import ClipFactory
from tests.segments import building as b
from tests.segments.conftest import B_FRAMES, FRAGMENTS, GOP, OPUS, VORBIS, VP8, VP9

MS = Fraction(1, 1000)
AV1 = ("-c:v", "libaom-av1", "-cpu-used", "8", "-usage", "realtime", "-pix_fmt", "yuv420p")
SMALL = "64x36"
SYNC, NON_SYNC = 0x2000000, 0x1010000

Made = Callable[[ClipFactory], Path]


def _webm(name: str, video: tuple[str, ...], audio: tuple[str, ...], *extra: str) -> Made:
    def make(clip: ClipFactory) -> Path:
        more = (*GOP, *extra)
        rate = 48_000 if audio else None
        return clip(name, size=SMALL, video=video, audio=audio, sample_rate=rate, extra=more)

    return make


def _mp4(name: str, flags: str, *extra: str) -> Made:
    def make(clip: ClipFactory) -> Path:
        source = clip("o-ha.mp4", seconds=3, size=SMALL, video=B_FRAMES, extra=(*GOP, *FRAGMENTS))
        return (
            clip.copy(name, source)
            if not flags
            else clip.made_once(
                name,
                ["-i", f"file:{source}", "-map", "0", "-c", "copy", "-movflags", flags, *extra],
            )
        )

    return make


OPEN_GOP = (*B_FRAMES, "-x264-params", "open-gop=1")
LIVE = ("-f", "webm", "-live", "1")
FILES: dict[str, Made] = {
    "VP8 and Vorbis": _webm("o-8v.webm", VP8, VORBIS),
    "VP9 and Opus": _webm("o-9o.webm", VP9, OPUS),
    "AV1 and Opus": _webm("o-1o.webm", AV1, OPUS),
    "picture alone": _webm("o-8.webm", VP8, ()),
    "live": _webm("o-live.webm", VP8, OPUS, *LIVE),
    "clusters inside a GOP": _webm("o-cut.webm", VP8, OPUS, "-cluster_time_limit", "400"),
    "cues to the front": _webm("o-front.webm", VP9, OPUS, "-cues_to_front", "1"),
    "Matroska with B-frames": _webm("o-b.mkv", B_FRAMES, OPUS),
    "Matroska cut inside a GOP": _webm("o-bcut.mkv", B_FRAMES, OPUS, "-cluster_time_limit", "300"),
    "Matroska with open GOPs": _webm("o-open.mkv", OPEN_GOP, OPUS, "-cluster_time_limit", "300"),
    "one edit": _mp4("o-delay.mp4", "+frag_keyframe+delay_moov+default_base_moof"),
    "no edit": _mp4("o-empty.mp4", "+frag_keyframe+empty_moov+default_base_moof"),
    "cmaf": _mp4("o-cmaf.mp4", "+cmaf+frag_keyframe+delay_moov"),
    "one sidx": _mp4("o-sidx.mp4", "+dash+global_sidx+frag_keyframe+delay_moov"),
    "a sidx each": _mp4("o-each.mp4", "+dash+frag_keyframe+delay_moov"),
    "negative offsets": _mp4("o-neg.mp4", "+frag_keyframe+delay_moov+negative_cts_offsets"),
    "cut inside a GOP": _mp4("o-mid.mp4", "+delay_moov", "-frag_duration", "300000"),
    "samples in the moov": _mp4("o-moov.mp4", "+frag_keyframe"),
    "several runs": _mp4("o-runs.mp4", "+frag_keyframe+delay_moov", "-frag_interleave", "3"),
    "one track": lambda clip: clip("o-v.mp4", size=SMALL, sample_rate=None, extra=FRAGMENTS),
    "sound alone": lambda clip: clip(
        "o-a.mp4", size=None, extra=("-movflags", "+delay_moov", "-frag_duration", "300000")
    ),
    "plain": _mp4("o-plain.mp4", ""),
}


@pytest.fixture(params=FILES)
def file(request: pytest.FixtureRequest, make_clip: ClipFactory) -> Path:
    """Each kind of file in turn."""
    return FILES[request.param](make_clip)


def _cut(found: SegmentMap) -> list[tuple[object, ...]]:
    """Return what both maps must agree on, of every segment."""
    return [
        (
            segment.offset, segment.size, segment.start_s, segment.keyframe,
            [(span.track, span.start_s, span.starts_with_keyframe) for span in segment.spans],
        )
        for segment in found.segments
    ]  # fmt: skip


def _assert_same_but_ends(outline: SegmentMap, full: SegmentMap) -> None:
    assert outline.mime == full.mime
    assert (outline.init_offset, outline.init_size) == (full.init_offset, full.init_size)
    assert _cut(outline) == _cut(full)
    assert outline.tracks == full.tracks
    assert outline.declared_duration_s == full.declared_duration_s
    assert (outline.fragmented, outline.truncated) == (full.fragmented, full.truncated)
    assert (outline.size_bytes, outline.has_index) == (full.size_bytes, full.has_index)
    assert full.detail is MapDetail.FRAMES
    assert outline.frames == 0 or outline.detail is MapDetail.FRAMES


def _ends(segments: tuple[Segment, ...]) -> list[Fraction]:
    return [span.end_s for segment in segments for span in segment.spans]


def test_the_outline_cuts_a_file_as_the_full_map_does(file: Path) -> None:
    outline, full = read_outline(file), read_segment_map(file)
    assert outline.detail is MapDetail.OUTLINE
    _assert_same_but_ends(outline, full)
    assert outline.duration_s == full.duration_s
    limit = 0 if file.suffix == ".mp4" else 22 * MS
    pairs = zip(_ends(outline.segments), _ends(full.segments), strict=True)
    assert all(abs(one - other) <= limit for one, other in pairs)
    assert _ends(outline.segments[-1:]) == _ends(full.segments[-1:])


def test_its_times_are_those_of_the_packets_that_ffmpeg_reads(file: Path, ffmpeg: Ffmpeg) -> None:
    outline, full = read_outline(file), read_segment_map(file)
    witness = b.packets(ffmpeg.path, file)
    for track in outline.tracks:
        rest = [packet for packet in witness if packet.stream == track.number - 1]
        delay = Fraction(track.codec_delay_ns, 10**9) - _later(file, track)
        counts = _counts(full, track.number)
        rest = rest[len(rest) - sum(counts) :]  # without those of the moov
        for segment in outline.segments:
            span = next((span for span in segment.spans if span.track == track.number), None)
            if span is None:
                continue
            part, rest = rest[: counts[0]], rest[counts.pop(0) :]
            assert abs(span.start_s - delay - min(packet.pts_s for packet in part)) < MS
            assert span.starts_with_keyframe == part[0].key
            last = max(packet.pts_s + packet.duration_s for packet in part)
            assert abs(span.end_s - delay - last) <= 22 * MS
        assert rest == []


def _later(file: Path, track: Track) -> Fraction:
    """Return by how much ffmpeg shows a track later than a browser (mse-rules T8)."""
    is_late = file.stem == "o-neg" and track.kind is TrackKind.VIDEO
    return Fraction(2, 25) if is_late else Fraction(0)


def _counts(full: SegmentMap, track: int) -> list[int]:
    """Return how many frames of a track each segment holds that has any."""
    return [span.frames for s in full.segments for span in s.spans if span.track == track]


def test_a_span_ends_where_its_track_goes_on(make_clip: ClipFactory) -> None:
    segments = read_outline(FILES["VP8 and Vorbis"](make_clip)).segments
    for segment, following in pairwise(segments[:-1]):
        assert [s.end_s for s in segment.spans] == [s.start_s for s in following.spans]


def _write(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "made.bin"
    path.write_bytes(data)
    return path


def _frames(*times: int, track: int = 1) -> list[bytes]:
    return [b.simple_block(track, time, key=place == 0) for place, time in enumerate(times)]


def _same_begins(tmp_path: Path, data: bytes) -> SegmentMap:
    """Check a file's outline against its full map, and return it."""
    path = _write(tmp_path, data)
    outline = read_outline(path)
    _assert_same_but_ends(outline, read_segment_map(path))
    return outline


def _same(tmp_path: Path, data: bytes) -> SegmentMap:
    """Check a file's outline against its full map, ends included, and return it."""
    path = _write(tmp_path, data)
    outline, full = read_outline(path), read_segment_map(path)
    _assert_same_but_ends(outline, full)
    assert _ends(outline.segments) == _ends(full.segments)
    return outline


def test_a_cluster_that_lacks_a_track_has_no_span_of_it(tmp_path: Path) -> None:
    both = _frames(0, 40, 80), _frames(5, 45, 85, track=2)
    muxed = [block for pair in zip(*both, strict=True) for block in pair]
    data = b.webm(
        b.info(), b.tracks(), b.cluster(0, *muxed), b.cluster(120, *_frames(0, 40, 80)),
        b.cluster(240, *_frames(0, 40, 80)), b.cluster(360, *_frames(5, 45, track=2)),
    )  # fmt: skip
    outline = read_outline(_write(tmp_path, data))
    tracks = [[span.track for span in segment.spans] for segment in outline.segments]
    assert tracks == [[1, 2], [1], [1], [2]]
    assert [segment.keyframe for segment in outline.segments] == [True, True, True, False]


def test_clusters_that_step_back_in_time_are_read_whole(tmp_path: Path) -> None:
    clusters = [b.cluster(time, *_frames(0, 40, 80)) for time in (240, 120, 0, 360)]
    outline = _same(tmp_path, b.webm(b.info(), b.tracks(audio=False), *clusters))
    assert [s.duration_s for s in outline.segments] == [120 * MS] * 4


def test_no_span_reaches_over_a_hole_longer_than_a_cluster_can_be(tmp_path: Path) -> None:
    clusters = [b.cluster(time, *_frames(0, 40, 80)) for time in (0, 60_000, 60_120, 60_240)]
    outline = _same(tmp_path, b.webm(b.info(), b.tracks(audio=False), *clusters))
    assert outline.segments[0].end_s == 120 * MS


def test_the_earliest_picture_is_found_behind_later_ones(tmp_path: Path) -> None:
    h264 = b.element(0x1654AE6B, b.track(1, 1, b"V_MPEG4/ISO/AVC"))
    clusters = [b.cluster(t, *_frames(80, 160, 120, 0, 40)) for t in (0, 200, 400, 600)]
    outline = _same_begins(tmp_path, b.webm(b.info(), h264, *clusters))
    assert [s.start_s for s in outline.segments] == [0, 200 * MS, 400 * MS, 600 * MS]


def test_unknown_sizes_are_read_to_where_the_next_cluster_begins(tmp_path: Path) -> None:
    clusters = [b.cluster(t, *_frames(0, 40, 80), unknown=True) for t in (0, 120, 240)]
    tail = b.element(0x1C53BB6B)
    outline = _same(
        tmp_path, b.webm(b.info(), b.tracks(audio=False), *clusters, tail, unknown=True)
    )
    assert len(outline.segments) == 3
    assert outline.has_index


@pytest.mark.parametrize("default_ns", [None, 40_000_000])
def test_a_vp9_track_is_named_as_in_the_full_map(tmp_path: Path, default_ns: int | None) -> None:
    keyframe = bytes.fromhex("82498342000003f0023cb0") + bytes(9)
    sizes = b.element(0xE0, b.number(0xB0, 640), b.number(0xBA, 360))
    track = b.track(1, 1, b"V_VP9", sizes, default_ns=default_ns)
    clusters = [
        b.cluster(t, b.simple_block(1, 0, data=keyframe), *_frames(40, 80)[1:])
        for t in range(0, 2400, 80)
    ]
    data = b.webm(b.info(), b.element(0x1654AE6B, track), *clusters)
    path = _write(tmp_path, data)
    assert read_outline(path).mime == read_segment_map(path).mime != 'video/webm; codecs="vp9"'


def _moof(time: int | None, *runs: bytes) -> bytes:
    start = b"" if time is None else b.tfdt(time, version=1)
    return b.moof(b.box("traf", b.tfhd(1), start, *runs)) + b.box("mdat", bytes(90))


def _init() -> bytes:
    entry = b.trak(1, b"vide", entry=b.avc_entry(), edits=((0, 80),))
    return b.ftyp() + b.moov(entry, trexes=[b.trex(1, 40, 10, NON_SYNC)])


ROWS = {
    "first flags": b.full_box("trun", 0, 0x5, b.ints(3, 100, SYNC)),
    "durations": b.full_box("trun", 0, 0x101, b.ints(3, 100, 40, 30, 50)),
    "sizes and flags": b.full_box("trun", 0, 0x601, b.ints(2, 100, 9, SYNC, 9, NON_SYNC)),
    "offsets": b.full_box("trun", 0, 0x801, b.ints(3, 100, 40, 120, 0)),
    "negative offsets": b.full_box("trun", 1, 0x801, b.ints(3, 100, 0, 40, -40)),
    "everything": b.full_box(
        "trun", 1, 0xF01, b.ints(2, 100, 40, 9, SYNC, 80, 30, 9, NON_SYNC, -20)
    ),
    "a count without rows": b.full_box("trun", 0, 0x1, b.ints(0xFFFFFFFF, 100)),
    "rows that are cut off": b.full_box("trun", 0, 0xF01, b.ints(9, 100, 40, 9, SYNC, 0)),
    "nothing": b.full_box("trun", 0, 0x1, b.ints(0, 100)),
}


@pytest.mark.parametrize("rows", ROWS)
def test_a_run_is_read_as_the_full_map_reads_it(tmp_path: Path, rows: str) -> None:
    run, more = ROWS[rows], ROWS["first flags"]
    data = _init() + _moof(0, run) + _moof(400, more, run) + _moof(None, run, more)
    _same(tmp_path, data)


def test_lead_boxes_belong_to_their_segment(tmp_path: Path) -> None:
    lead = b.box("styp", b"msdh", b.ints(0)) + b.box("sidx", bytes(24)) + b.box("emsg", bytes(9))
    run = ROWS["first flags"]
    data = _init() + lead + _moof(0, run) + lead + _moof(120, run) + b.box("mfra", bytes(8))
    assert read_outline(_write(tmp_path, data)).segments[0].offset == len(_init())
    _same(tmp_path, data)


@pytest.mark.parametrize("kind", ["VP8 and Vorbis", "one edit", "a sidx each", "live"])
def test_a_cut_off_file_keeps_its_whole_segments(
    make_clip: ClipFactory, tmp_path: Path, kind: str
) -> None:
    data = FILES[kind](make_clip).read_bytes()
    for share in (30, 55, 70, 99):
        path = _write(tmp_path, data[: len(data) * share // 100])
        outline, full = read_outline(path), read_segment_map(path)
        _assert_same_but_ends(outline, full)


def test_small_files_are_read_exactly_and_large_ones_in_outline(tmp_path: Path) -> None:
    clusters = [b.cluster(t, *_frames(0, 40, 80)) for t in (0, 300, 420, 540)]
    void = b"\xec" + b.size(EXACT_BYTES)
    path, large = tmp_path / "hole.webm", tmp_path / "large.webm"
    for place, extra in ((path, 0), (large, len(void) + EXACT_BYTES)):
        parts = b.info() + b.tracks(audio=False) + b"".join(clusters)
        with place.open("wb") as file:
            file.write(b.ebml_header() + bytes.fromhex("18538067") + b.size(len(parts) + extra))
            file.write(parts + void * bool(extra))
            file.truncate(file.tell() + EXACT_BYTES * bool(extra))
    exact, outline = read_cut(path), read_cut(large)
    assert (exact.detail, exact.segments[0].end_s) == (MapDetail.FRAMES, 120 * MS)
    assert (outline.detail, outline.segments[0].end_s) == (MapDetail.OUTLINE, 300 * MS)


def test_an_odd_webm_is_read_whole(tmp_path: Path) -> None:
    clusters = b"".join(b.cluster(t, *_frames(0, 40, 80)) for t in (0, 120, 240))
    parts = b.info() + b.tracks(audio=False)
    for data in (
        b.webm(parts, clusters) + b.cluster(360, *_frames(0, 40)),
        b.webm(parts, clusters, b.element(0x1234, bytes(9))),
        b.webm(parts, clusters, b.info()),
        b.webm(parts, clusters, b"\x00" * 40),
    ):
        outline = _same(tmp_path, data)
        assert outline.detail is MapDetail.FRAMES
        assert len(outline.segments) >= 3


def test_what_is_no_media_is_the_same_error(tmp_path: Path) -> None:
    for data in (b"A letter to my aunt.\n" * 9, b"\x1a\x45\xdf", b.ftyp(), b.ftyp() + bytes(80)):
        path = _write(tmp_path, data)
        with pytest.raises(SegmentError) as expected:
            read_segment_map(path)
        with pytest.raises(SegmentError, match=re.escape(expected.value.what)):
            read_outline(path)


def test_payloads_are_not_read(tmp_path: Path) -> None:
    payload = 3 << 30
    path = tmp_path / "sparse.mp4"
    with path.open("wb") as file:
        file.write(_init())
        for number in range(3):
            file.write(b.moof(b.box("traf", b.tfhd(1), b.tfdt(120 * number), ROWS["first flags"])))
            file.write(b.ints(1) + b"mdat" + (16 + payload).to_bytes(8, "big"))
            file.seek(payload, 1)
        file.truncate()
    assert [s.start_s for s in read_outline(path).segments] == [-80 * MS, 40 * MS, 160 * MS]
