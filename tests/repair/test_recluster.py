"""Reclustered files: order, cluster starts, Cues, Duration, and the very same frames."""

import subprocess
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from studio.errors import OutputError, RepairError, SegmentError
from studio.repair.recluster import ReclusterReport, recluster
from studio.segments.model import FactKind, SegmentMap, TrackKind
from studio.segments.reader import read_segment_map
from studio.transcode.tools import Ffmpeg
from studio.verdict.model import Severity
from studio.verdict.rules import static_findings
from tests.conftest import ClipFactory
from tests.segments import building as b

VP8 = ("-c:v", "libvpx", "-b:v", "200k", "-threads", "1", "-cpu-used", "8", "-deadline", "realtime")
VP9 = ("-c:v", "libvpx-vp9", *VP8[2:])
VORBIS, OPUS = ("-c:a", "libvorbis"), ("-c:a", "libopus")
GOP = ("-g", "24", "-keyint_min", "24")
RATES = ("24000/1001", "25", "30000/1001", "30", "50", "60000/1001")
SOUNDS = {
    "vorbis-44100": (VORBIS, 44_100),
    "vorbis-48000": (VORBIS, 48_000),
    "opus-48000": (OPUS, 48_000),
    "silent": ((), None),
}
MS = Fraction(1, 1000)
HARMFUL = frozenset({Severity.BLOCK, Severity.LOSS, Severity.STALL, Severity.SYNC})


@dataclass(frozen=True, slots=True)
class Element:
    """An EBML element as this test reads it, on its own."""

    id: int
    offset: int
    data: int
    end: int


def elements(data: bytes, start: int, end: int) -> Iterator[Element]:
    """Yield the elements between two offsets; all sizes must be known."""
    while start < end:
        id_width = 9 - data[start].bit_length()
        size_at = start + id_width
        size_width = 9 - data[size_at].bit_length()
        first = data[size_at] & ((1 << 8 - size_width) - 1)
        size = int.from_bytes(bytes([first]) + data[size_at + 1 : size_at + size_width], "big")
        body = size_at + size_width
        yield Element(int.from_bytes(data[start:size_at], "big"), start, body, body + size)
        start = body + size
    assert start == end, "elements must fill their parent exactly"


def number(data: bytes, found: Element) -> int:
    return int.from_bytes(data[found.data : found.end], "big")


def inside(data: bytes, found: Element, element_id: int) -> list[Element]:
    return [child for child in elements(data, found.data, found.end) if child.id == element_id]


def segment_of(data: bytes) -> Element:
    _, segment = elements(data, 0, len(data))
    assert segment.id == 0x18538067
    return segment


def cure(source: Path, target: Path) -> tuple[ReclusterReport, SegmentMap]:
    return recluster(source, target), read_segment_map(target)


@pytest.fixture(params=SOUNDS)
def sound(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(params=RATES)
def muxed(request: pytest.FixtureRequest, sound: str, make_clip: ClipFactory) -> Path:
    """What ffmpeg muxes, at each rate and with each kind of sound."""
    audio, sample_rate = SOUNDS[sound]
    rate: str = request.param
    return make_clip(
        f"r-{rate.replace('/', '_')}-{sound}.webm",
        seconds=2.2,
        size="160x90",
        rate=rate,
        video=VP8 if RATES.index(rate) % 2 else VP9,
        audio=audio,
        sample_rate=sample_rate,
        extra=GOP,
    )


def test_every_rate_and_sound_comes_out_right(muxed: Path, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    target = tmp_path / "cured.webm"
    report, found = cure(muxed, target)
    before = read_segment_map(muxed)

    assert found.block_order_faults == ()
    assert [f for f in static_findings(found) if f.severity in HARMFUL] == []
    assert all(segment.keyframe for segment in found.segments)
    assert [sum(s.keyframes for s in seg.spans if s.track == 1) for seg in found.segments] == [
        1
    ] * len(found.segments)
    assert found.frames == before.frames
    assert found.mime == before.mime

    end = max(span.end_s for segment in before.segments for span in segment.spans)
    assert report.duration_s == end
    assert found.declared_duration_s is not None
    assert abs(found.declared_duration_s - end) < Fraction(1, 10**6)
    assert report.reversals >= len(before.block_order_faults)

    assert tracks_of(ffmpeg, target) == tracks_of(ffmpeg, muxed)
    check_cues(target, found)


def tracks_of(ffmpeg: Ffmpeg, path: Path) -> dict[int, list[b.Packet]]:
    """Return each track's packets: times, keyframes, sizes and checksums."""
    packets = b.packets(ffmpeg.path, path)
    return {
        stream: [packet for packet in packets if packet.stream == stream]
        for stream in {packet.stream for packet in packets}
    }


def check_cues(path: Path, found: SegmentMap) -> None:
    """Check that SeekHead and Cues say where things really stand."""
    data = path.read_bytes()
    segment = segment_of(data)
    children = list(elements(data, segment.data, segment.end))
    seek_head, cues = children[0], next(c for c in children if c.id == 0x1C53BB6B)
    for seek in inside(data, seek_head, 0x4DBB):
        (name,), (position,) = inside(data, seek, 0x53AB), inside(data, seek, 0x53AC)
        place = segment.data + number(data, position)
        assert data[place : place + 4] == data[name.data : name.end]
    points = inside(data, cues, 0xBB)
    assert len(points) == len(found.segments)
    assert cues.end <= found.init_size
    for point, cluster in zip(points, found.segments, strict=True):
        (time,), (positions,) = inside(data, point, 0xB3), inside(data, point, 0xB7)
        (position,) = inside(data, positions, 0xF1)
        (relative,) = inside(data, positions, 0xF0)
        (track,) = inside(data, positions, 0xF7)
        assert segment.data + number(data, position) == cluster.offset
        head = next(elements(data, cluster.offset, cluster.offset + cluster.size))
        block = head.data + number(data, relative)
        assert data[block] in (0xA3, 0xA0)
        assert abs(number(data, time) * MS - cluster.start_s) < MS
        assert number(data, track) == found.tracks[0].number


def test_the_first_block_of_each_cluster_is_its_keyframe(
    make_clip: ClipFactory, tmp_path: Path
) -> None:
    source = make_clip("r-first.webm", seconds=3, rate="30", video=VP8, audio=OPUS, extra=GOP)
    target = tmp_path / "cured.webm"
    _, found = cure(source, target)
    data = target.read_bytes()
    assert len(found.segments) > 3
    for segment in found.segments:
        (head,) = elements(data, segment.offset, segment.offset + segment.size)
        timestamp, first = list(elements(data, head.data, head.end))[:2]
        assert timestamp.id == 0xE7
        assert first.id == 0xA3
        assert data[first.data] == 0x81, "of the video track"
        assert data[first.data + 1 : first.data + 4] == b"\0\0\x80", "at the cluster's own time"


def test_sound_alone_is_cut_every_two_seconds(make_clip: ClipFactory, tmp_path: Path) -> None:
    source = make_clip("r-sound.webm", size=None, seconds=7, audio=VORBIS)
    target = tmp_path / "cured.webm"
    _, found = cure(source, target)
    assert [round(segment.start_s) for segment in found.segments] == [0, 2, 4, 6]
    assert all(segment.keyframe for segment in found.segments)
    assert found.mime == 'audio/webm; codecs="vorbis"'
    check_cues(target, found)


def test_clusters_inside_a_gop_are_joined(make_clip: ClipFactory, tmp_path: Path) -> None:
    live = ("-f", "webm", "-live", "1", "-cluster_time_limit", "200")
    source = make_clip(
        "r-live.webm", seconds=3, rate="24", video=VP8, audio=OPUS, extra=(*GOP, *live)
    )
    before = read_segment_map(source)
    assert not all(segment.keyframe for segment in before.segments)
    _, found = cure(source, tmp_path / "cured.webm")
    assert [segment.start_s for segment in found.segments] == [0, 1, 2]
    assert all(segment.keyframe for segment in found.segments)
    assert found.declared_duration_s is not None


def test_a_second_cure_changes_nothing(make_clip: ClipFactory, tmp_path: Path) -> None:
    source = make_clip("r-twice.webm", seconds=3, video=VP8, audio=VORBIS, extra=GOP)
    once, twice = tmp_path / "once.webm", tmp_path / "twice.webm"
    assert recluster(source, once).reversals > 0
    assert recluster(once, twice).reversals == 0
    assert once.read_bytes() == twice.read_bytes()


def test_a_missing_frame_takes_the_declared_duration_out(
    make_clip: ClipFactory, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    source = make_clip(
        "r-drop.webm",
        seconds=2,
        rate="30",
        filters="select='not(eq(n\\,40))'",
        video=VP8,
        audio=VORBIS,
        extra=("-fps_mode", "passthrough", "-g", "30"),
    )
    assert FactKind.FRAME_STEP in {fact.kind for fact in read_segment_map(source).facts}
    target = tmp_path / "cured.webm"
    report, found = cure(source, target)
    assert report.removed_default_duration
    assert all(track.default_duration_ns is None for track in found.tracks)
    assert static_findings(found) == ()
    assert found.frames == 59
    digests = [packet.digest for packet in b.packets(ffmpeg.path, target) if packet.stream == 0]
    assert digests == [p.digest for p in b.packets(ffmpeg.path, source) if p.stream == 0]


def test_an_even_film_keeps_its_declared_duration(make_clip: ClipFactory, tmp_path: Path) -> None:
    source = make_clip("r-twice.webm", seconds=3, video=VP8, audio=VORBIS, extra=GOP)
    report, found = cure(source, tmp_path / "cured.webm")
    assert not report.removed_default_duration
    assert found.tracks[0].default_duration_ns == 40_000_000


def odd_facts(found: SegmentMap) -> list[FactKind]:
    """Return what the reader met, but for what copying does not change."""
    usual = (FactKind.UNKNOWN_LAST_DURATION, FactKind.MISSING_TRACK)
    return [fact.kind for fact in found.facts if fact.kind not in usual]


def _write(path: Path, *parts: bytes, unknown: bool = False) -> Path:
    path.write_bytes(b.webm(*parts, unknown=unknown))
    return path


def test_sound_before_the_first_picture_shares_its_cluster(tmp_path: Path) -> None:
    blocks = b.simple_block(1, 50), b.simple_block(2, 0), b.simple_block(2, 40)
    late = b.simple_block(1, 90), b.simple_block(2, 80)
    source = _write(tmp_path / "s.webm", b.info(), b.tracks(), b.cluster(0, *blocks, *late))
    _, found = cure(source, tmp_path / "t.webm")
    assert found.block_order_faults == ()
    assert [[(span.track, span.frames) for span in s.spans] for s in found.segments] == [
        [(1, 1), (2, 3)],
        [(1, 1)],
    ]
    assert [segment.keyframe for segment in found.segments] == [True, True]


def test_a_picture_goes_before_sound_of_the_same_time(tmp_path: Path) -> None:
    blocks = b.simple_block(1, 0), b.simple_block(2, 40), b.simple_block(1, 40)
    source = _write(tmp_path / "s.webm", b.info(), b.tracks(), b.cluster(0, *blocks))
    _, found = cure(source, tmp_path / "t.webm")
    assert [len(segment.spans) for segment in found.segments] == [1, 2]


def test_hidden_frames_before_a_keyframe_stay_before_it(tmp_path: Path) -> None:
    hidden = b.simple_block(1, 40, key=False, data=b"\x01hidden")
    blocks = b.simple_block(1, 0), hidden, b.simple_block(1, 40)
    source = _write(tmp_path / "s.webm", b.info(), b.tracks(), b.cluster(0, *blocks))
    _, found = cure(source, tmp_path / "t.webm")
    assert [segment.keyframe for segment in found.segments] == [True, True]
    assert (tmp_path / "t.webm").read_bytes().index(b"hidden") < found.segments[1].offset


PICTURES = b"\x10key", b"\x11later"
SOUND = b.simple_block(2, 5)


def test_a_gop_longer_than_16_bits_is_cut_where_it_must(tmp_path: Path) -> None:
    clusters = [
        b.cluster(time, b.simple_block(1, 0, key=not time, data=PICTURES[time > 0]), SOUND)
        for time in range(0, 80_000, 500)
    ]
    source = _write(tmp_path / "s.webm", b.info(), b.tracks(), *clusters)
    report, found = cure(source, tmp_path / "t.webm")
    assert report.clusters == 3
    assert all(segment.end_s - segment.start_s < 34 for segment in found.segments)
    assert found.frames == 160
    assert [segment.keyframe for segment in found.segments] == [True, False, False]


def test_block_groups_are_copied_with_all_they_hold(tmp_path: Path) -> None:
    padding = b.element(0x75A2, b"\x00\x12\xd6\x87")
    group = b.block_group(2, 45, b.number(0x9B, 7), padding, data=b"last sound")
    blocks = b.simple_block(1, 0), group, b.simple_block(1, 40)
    tracks = b.tracks(audio_codec=b"A_OPUS")
    source = _write(tmp_path / "s.webm", b.info(), tracks, b.cluster(100, *blocks))
    _, found = cure(source, tmp_path / "t.webm")
    data = (tmp_path / "t.webm").read_bytes()
    assert padding in data
    assert found.segments[1].spans[1].start_s == Fraction(145, 1000)
    assert found.segments[1].spans[1].end_s == Fraction(152, 1000)


def test_vorbis_ends_without_discard_padding(tmp_path: Path) -> None:
    padding = b.element(0x75A2, b"\x01\x31\x2d\x00")
    group = b.block_group(2, 45, padding, data=b"last sound")
    blocks = b.simple_block(1, 0), group, b.simple_block(1, 40)
    source = _write(tmp_path / "s.webm", b.info(), b.tracks(), b.cluster(100, *blocks))
    _, found = cure(source, tmp_path / "t.webm")
    data = (tmp_path / "t.webm").read_bytes()
    assert padding not in data
    assert b"last sound" in data
    assert odd_facts(found) == []


def test_blocks_larger_than_the_copy_buffer_survive(tmp_path: Path) -> None:
    payload = b"\x10" + bytes(range(256)) * 12_000
    head = bytes([0x81, 0, 0, 0x80])
    block = b.element(0xA3, head + payload)
    parts = (
        b.info(),
        b.tracks(audio=False),
        b.cluster(7, block),
        b.cluster(50, b.simple_block(1, 0)),
    )
    source = _write(tmp_path / "s.webm", *parts)
    recluster(source, tmp_path / "t.webm")
    assert payload in (tmp_path / "t.webm").read_bytes()


def test_title_and_tags_stay_chapters_and_attachments_go(tmp_path: Path) -> None:
    title = b.element(0x7BA9, "Grüße".encode())
    about = b.element(0x1549A966, b.number(0x2AD7B1, 1_000_000), title)
    tags, chapters = b.element(0x1254C367, b"tags!"), b.element(0x1043A770, b"chapters!")
    attached = b.element(0x1941A469, b"font!")
    cluster = b.cluster(0, b.simple_block(1, 0))
    source = _write(tmp_path / "s.webm", about, b.tracks(), chapters, attached, cluster, tags)
    _, found = cure(source, tmp_path / "t.webm")
    data = (tmp_path / "t.webm").read_bytes()
    assert title in data
    assert data.endswith(tags)
    assert b"MSE Studio" in data
    assert b"chapters!" not in data
    assert b"font!" not in data
    assert not found.truncated


def test_a_finer_timestamp_scale_keeps_times_exact(tmp_path: Path) -> None:
    blocks = b.simple_block(1, 0), b.simple_block(2, 301), b.simple_block(1, 299)
    parts = b.info(scale_ns=100_000), b.tracks(), b.cluster(5, *blocks)
    _, found = cure(_write(tmp_path / "s.webm", *parts), tmp_path / "t.webm")
    spans = [span for segment in found.segments for span in segment.spans]
    assert {span.start_s for span in spans} == {Fraction(n, 10_000) for n in (5, 304, 306)}


def test_a_cut_off_source_keeps_its_whole_blocks(make_clip: ClipFactory, tmp_path: Path) -> None:
    source = make_clip("r-twice.webm", seconds=3, video=VP8, audio=VORBIS, extra=GOP)
    cut = tmp_path / "cut.webm"
    cut.write_bytes(source.read_bytes()[: source.stat().st_size * 2 // 3])
    report, found = cure(cut, tmp_path / "t.webm")
    assert report.truncated
    assert not found.truncated
    assert 30 < found.frames < 75


REFUSED = {
    "does not say how large": b.cluster(
        0, b.simple_block(1, 0), b.simple_block(2, 0, flags=2, data=b"\x01\x40ab")
    ),
    "not stored in the order": b.cluster(0, b.simple_block(1, 40), b.simple_block(1, 0)),
    "no time": b.element(0x1F43B675, b.simple_block(1, 0)),
    "not those of a real film": b.cluster(1 << 60, b.simple_block(1, 0)),
    "no frames": b.cluster(0),
}


@pytest.mark.parametrize("words", REFUSED)
def test_what_cannot_be_cured_is_explained(tmp_path: Path, words: str) -> None:
    source = _write(tmp_path / "s.webm", b.info(), b.tracks(), REFUSED[words])
    target = tmp_path / "t.webm"
    with pytest.raises(RepairError, match=words):
        recluster(source, target)
    assert not target.exists()


def test_an_mp4_is_no_source(tmp_path: Path) -> None:
    source = tmp_path / "s.mp4"
    source.write_bytes(b.ftyp())
    with pytest.raises(SegmentError):
        recluster(source, tmp_path / "t.webm")


def test_the_source_is_never_the_target(tmp_path: Path) -> None:
    source = _write(tmp_path / "s.webm", b.info(), b.tracks(), b.cluster(0, b.simple_block(1, 0)))
    before = source.read_bytes()
    link = tmp_path / "link.webm"
    link.symlink_to(source)
    for target in (source, link):
        with pytest.raises(RepairError, match="overwrite"):
            recluster(source, target)
    assert source.read_bytes() == before


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    source = _write(tmp_path / "s.webm", b.info(), b.tracks(), b.cluster(0, b.simple_block(1, 0)))
    target = tmp_path / "missing folder" / "t.webm"
    with pytest.raises(OutputError):
        recluster(source, target)
    full = Path("/dev/full")
    if full.exists():
        link = tmp_path / "full.webm"
        link.symlink_to(full)
        with pytest.raises(OutputError):
            recluster(source, link)
        assert not link.is_symlink()


class _StopError(Exception):
    pass


def test_a_listener_that_raises_stops_the_work(make_clip: ClipFactory, tmp_path: Path) -> None:
    source = make_clip("r-twice.webm", seconds=3, video=VP8, audio=VORBIS, extra=GOP)
    seen: list[float] = []

    def stop(fraction: float) -> None:
        seen.append(fraction)
        if fraction > 0.5:
            raise _StopError

    with pytest.raises(_StopError):
        recluster(source, tmp_path / "t.webm", on_progress=stop)
    assert not (tmp_path / "t.webm").exists()
    recluster(source, tmp_path / "t.webm", on_progress=seen.append)
    assert seen[-1] == 1.0


def test_memory_does_not_grow_with_the_payload(tmp_path: Path) -> None:
    frame = b"\x10" + bytes(200_000)
    source = tmp_path / "s.webm"
    clusters = [b.cluster(n * 40, b.simple_block(1, 0, data=frame[:16_000])) for n in range(20)]
    clusters += [
        b.cluster(800 + n * 40, b.element(0xA3, b"\x81\0\0\x80" + frame)) for n in range(150)
    ]
    _write(source, b.info(), b.tracks(audio=False), *clusters)
    assert source.stat().st_size > 30_000_000
    tracemalloc.start()
    recluster(source, tmp_path / "t.webm")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8_000_000


def test_blocks_of_an_undeclared_track_are_left_out(tmp_path: Path) -> None:
    blocks = b.simple_block(1, 0), b.simple_block(9, 10), b.simple_block(2, 20)
    source = _write(tmp_path / "s.webm", b.info(), b.tracks(), b.cluster(0, *blocks))
    report, found = cure(source, tmp_path / "t.webm")
    assert (report.blocks, report.dropped_blocks) == (2, 1)
    assert odd_facts(found) == []
    assert found.track_of(TrackKind.AUDIO) is not None


def test_durations_of_sound_end_where_the_next_block_begins(tmp_path: Path) -> None:
    groups = [b.block_group(2, t, b.number(0x9B, 3)) for t in (0, 3, 5, 8)]
    blocks = b.simple_block(1, 0), *groups[:3], b.simple_block(1, 8), groups[3]
    source = _write(tmp_path / "s.webm", b.info(), b.tracks(), b.cluster(90, *blocks))
    report, found = cure(source, tmp_path / "t.webm")
    assert report.trimmed_durations == 1
    assert odd_facts(found) == []
    data = (tmp_path / "t.webm").read_bytes()
    written = [data.count(b.number(0x9B, duration)) for duration in (2, 3)]
    assert written == [1, 3]


CLICKS = "aevalsrc=exprs='0.8*sin(2*PI*1000*t)*lt(mod(t\\,0.5)\\,0.05)':s={rate}:d=3"


@pytest.mark.parametrize("rate", [24_000, 44_100, 48_000])
def test_clicks_in_vorbis_leave_no_overlapping_sound(
    rate: int, make_clip: ClipFactory, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    source = make_clip.made_once(
        f"r-clicks-{rate}.webm",
        [
            *("-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=3"),
            *("-f", "lavfi", "-i", CLICKS.format(rate=rate), *VP8, *GOP, *VORBIS),
        ],
    )
    assert FactKind.DURATION_OVERLAP in {fact.kind for fact in read_segment_map(source).facts}
    target = tmp_path / "cured.webm"
    report, found = cure(source, target)
    assert report.trimmed_durations > 0
    assert static_findings(found) == ()
    before, after = (b.packets(ffmpeg.path, path) for path in (source, target))
    for stream in (0, 1):
        times = [(p.pts_s, p.digest) for p in after if p.stream == stream]
        assert times == [(p.pts_s, p.digest) for p in before if p.stream == stream]
    sound, more = decoded_sound(ffmpeg, source), decoded_sound(ffmpeg, target)
    assert more.startswith(sound)
    assert len(more) - len(sound) <= 2 * rate * Fraction(50, 1000), "the last block, played whole"


def decoded_sound(ffmpeg: Ffmpeg, path: Path) -> bytes:
    command = [str(ffmpeg.path), "-v", "error", "-i", f"file:{path}", "-vn", "-f", "s16le", "-"]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
