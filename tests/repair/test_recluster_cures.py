"""Faults of WebM and Matroska files that copying cures, one by one, and those it must refuse."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from studio.errors import RepairError
from studio.repair.changes import Deed
from studio.repair.recluster import ReclusterReport, recluster
from studio.segments.frame_reader import read_media
from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import TrackKind
from studio.segments.reader import read_segment_map
from studio.transcode.tools import Ffmpeg
from studio.verdict.rules import static_findings
from tests.conftest import X264, ClipFactory
from tests.segments import building as b

VP8 = ("-c:v", "libvpx", "-b:v", "100k", "-cpu-used", "8", "-deadline", "realtime", "-g", "25")
OPUS, VORBIS = ("-c:a", "libopus", "-b:a", "32k"), ("-c:a", "libvorbis")
XIPH, FIXED, EBML = 0x02, 0x04, 0x06


def cure(source: Path) -> tuple[ReclusterReport, MediaFrames]:
    target = source.with_name(f"{source.stem}-cured.webm")
    report = recluster(source, target)
    return report, read_media(target)


def codes(path: Path) -> set[str]:
    return {finding.code for finding in static_findings(read_segment_map(path))}


def deeds(report: ReclusterReport) -> set[Deed]:
    return {change.deed for change in report.changes}


def frames(path: Path, table: FrameTable) -> list[bytes]:
    """Return the bytes of each frame."""
    data = path.read_bytes()
    places = zip(table.offsets, table.sizes, strict=True)
    return [data[offset : offset + size] for offset, size in places]


def table(media: MediaFrames, kind: TrackKind) -> FrameTable:
    return next(found for found in media.tables if found.track.kind is kind)


def write(folder: Path, *parts: bytes, doc_type: bytes = b"webm") -> Path:
    path = folder / "s.webm"
    path.write_bytes(b.webm(*parts, header=b.ebml_header(doc_type)))
    return path


def one_cluster(*more: bytes) -> bytes:
    return b.cluster(0, b.simple_block(1, 0), *more, b.simple_block(1, 40))


def video_entry(*parts: bytes, default_ns: int | None = None) -> bytes:
    return b.track(1, 1, b"V_VP8", *parts, default_ns=default_ns)


def tracks(*entries: bytes) -> bytes:
    return b.element(0x1654AE6B, *entries)


def private(data: bytes) -> bytes:
    return b.element(0x63A2, data)


def xiph_number(size: int) -> bytes:
    return b"\xff" * (size // 255) + bytes([size % 255])


def lacing_head(sizes: Sequence[int], kind: int) -> bytes:
    """Return the head of a lace: the count, and the sizes of all frames but the last."""
    head = bytes([len(sizes) - 1])
    if kind == XIPH:
        return head + b"".join(xiph_number(size) for size in sizes[:-1])
    if kind == EBML and len(sizes) > 1:
        head += b.size(sizes[0], 2)
        steps = (later - size for size, later in pairwise(sizes[:-1]))
        return head + b"".join(b.size(step + 0x1FFF, 2) for step in steps)
    return head


def laced_copy(source: Path, target: Path, kind: int, per_block: int = 4) -> MediaFrames:
    """Write the sound of ``source`` anew, several frames to a block; return what it was."""
    media = read_media(source)
    sound = media.tables[0]
    payloads = frames(source, sound)
    data = source.read_bytes()
    init = data[: media.map.init_size]
    entry = init[init.rindex(b"\x16\x54\xae\x6b") :]
    blocks = []
    for first in range(0, len(payloads), per_block):
        group = payloads[first : first + per_block]
        if kind == FIXED and len({len(frame) for frame in group}) > 1:
            pytest.fail("fixed lacing needs frames of one size")
        head = lacing_head([len(frame) for frame in group], kind)
        body = head + b"".join(group)
        time = sound.times[first]
        blocks.append(b.cluster(time, b.simple_block(1, 0, data=body, flags=kind)))
    target.write_bytes(b.webm(b.info(), entry[: _element_size(entry)], *blocks))
    return media


def _element_size(data: bytes) -> int:
    width = 9 - data[4].bit_length()
    mask = (1 << 7 * width) - 1
    return 4 + width + (int.from_bytes(data[4 : 4 + width], "big") & mask)


@pytest.mark.parametrize("kind", [XIPH, EBML])
@pytest.mark.parametrize("codec", ["opus", "vorbis"])
def test_laced_sound_becomes_single_blocks_at_their_old_times(
    codec: str, kind: int, make_clip: ClipFactory, tmp_path: Path
) -> None:
    audio = OPUS if codec == "opus" else VORBIS
    source = make_clip(f"c-{codec}.webm", size=None, seconds=2, sample_rate=48_000, audio=audio)
    laced = tmp_path / "laced.webm"
    before = laced_copy(source, laced, kind)
    assert "WEBM-007" in codes(laced)
    report, after = cure(laced)
    assert Deed.BLOCKS_UNLACED in deeds(report)
    assert "WEBM-007" not in codes(after.map.path)
    old, new = before.tables[0], after.tables[0]
    assert frames(after.map.path, new) == frames(source, old)
    steps = [abs(a - b) for a, b in zip(old.times, new.times, strict=True)]
    assert max(steps) <= 1, "ms: rounded down here, to the nearest there"


def test_fixed_lacing_is_undone_too(tmp_path: Path) -> None:
    lace = b"\x02" + b"\xfcAA" + b"\xfcBB" + b"\xfcCC"
    opus = b.track(2, 2, b"A_OPUS")
    blocks = one_cluster(b.simple_block(2, 0, data=lace, flags=FIXED))
    source = write(tmp_path, b.info(), tracks(video_entry(), opus), blocks)
    _, media = cure(source)
    sound = table(media, TrackKind.AUDIO)
    assert frames(media.map.path, sound) == [b"\xfcAA", b"\xfcBB", b"\xfcCC"]
    assert list(sound.times) == [0, 20, 40]


def test_laced_pictures_follow_the_declared_duration(tmp_path: Path) -> None:
    lace = b"\x01\x82\x10a\x10bc"
    group = b.element(0xA3, bytes([0x81, 0, 0, 0x80 | EBML]) + lace)
    parts = b.info(), tracks(video_entry(default_ns=40_000_000)), b.cluster(80, group)
    _, media = cure(write(tmp_path, *parts))
    assert list(media.tables[0].times) == [80, 120]


def test_frames_of_unknown_length_are_spread_up_to_the_next_block(tmp_path: Path) -> None:
    laces = [b.simple_block(1, t, data=b"\x01\x10a\x10b", flags=FIXED) for t in (0, 50)]
    source = write(tmp_path, b.info(), tracks(video_entry()), b.cluster(0, *laces))
    _, media = cure(source)
    assert list(media.tables[0].times) == [0, 25, 50, 75]


def test_times_of_laced_frames_never_pass_the_next_block(tmp_path: Path) -> None:
    lace = b"\x03" + b"\xfcA" * 4
    blocks = [b.simple_block(2, t, data=lace, flags=FIXED) for t in (0, 50, 100)]
    cluster = b.cluster(0, b.simple_block(1, 0), *blocks)
    entries = tracks(video_entry(), b.track(2, 2, b"A_OPUS"))
    _, media = cure(write(tmp_path, b.info(), entries, cluster))
    times = list(table(media, TrackKind.AUDIO).times)
    assert times == [0, 20, 40, 50, 50, 70, 90, 100, 100, 120, 140, 160]


def test_matroska_becomes_webm_and_says_what_it_left_out(
    make_clip: ClipFactory, tmp_path: Path
) -> None:
    clip = make_clip("c-vp8-opus.webm", size="64x36", sample_rate=48_000, video=VP8, audio=OPUS)
    words = tmp_path / "words.srt"
    words.write_text("1\n00:00:00,000 --> 00:00:01,000\nHello\n")
    name = make_clip.folder / "c-subtitles.mkv"
    make_clip.made_once(
        name.name,
        ["-i", f"file:{clip}", "-i", f"file:{words}", "-map", "0", "-map", "1", "-c", "copy"],
    )
    target = tmp_path / "t.webm"
    report = recluster(name, target)
    assert "WEBM-020" in codes(name)
    assert "WEBM-020" not in codes(target)
    texts = [change.text for change in report.changes if change.deed is Deed.TRACK_LEFT_OUT]
    assert texts == ["3 (S_TEXT/UTF8)"]
    assert Deed.DOC_TYPE_SET in deeds(report)
    assert len(read_segment_map(target).tracks) == 2


def test_h264_in_matroska_is_refused_with_the_way(make_clip: ClipFactory, tmp_path: Path) -> None:
    source = make_clip("c-h264.mkv", size="64x36", seconds=1, video=X264)
    with pytest.raises(RepairError, match="V_MPEG4/ISO/AVC") as caught:
        recluster(source, tmp_path / "t.webm")
    assert "mp4-copy" in caught.value.hint
    assert not (tmp_path / "t.webm").exists()


def test_of_two_sound_tracks_the_first_that_webm_holds_is_kept(tmp_path: Path) -> None:
    entries = video_entry(), b.track(2, 2, b"A_AC3"), b.track(3, 2, b"A_OPUS")
    blocks = one_cluster(b.simple_block(2, 10, data=b"ac3"), b.simple_block(3, 20, data=b"\xfcop"))
    source = write(tmp_path, b.info(), tracks(*entries), blocks)
    report, media = cure(source)
    assert [track.codec_id for track in media.map.tracks] == ["V_VP8", "A_OPUS"]
    assert [change.text for change in report.changes if change.leaves_out] == ["2 (A_AC3)"]


def test_a_track_number_above_127_becomes_a_small_one(tmp_path: Path) -> None:
    entries = tracks(b.track(300, 1, b"V_VP8"), b.track(1, 2, b"A_OPUS"))
    far = [
        b.element(0xA3, b"\x41\x2c" + t + b"\x80\x10film", width=2) for t in (b"\0\0", b"\0\x28")
    ]
    cluster = b.cluster(0, far[0], b.simple_block(1, 20, data=b"\xfcop"), far[1])
    report, media = cure(write(tmp_path, b.info(), entries, cluster))
    assert Deed.TRACK_RENUMBERED in deeds(report)
    video = table(media, TrackKind.VIDEO)
    assert video.track.number == 2
    assert frames(media.map.path, video) == [b"\x10film"] * 2
    assert list(video.times) == [0, 40]
    assert list(video.keyframes) == [1, 1]


def test_clusters_out_of_order_are_sorted(tmp_path: Path) -> None:
    clusters = [b.cluster(t, b.simple_block(1, 0), b.simple_block(2, 5)) for t in (80, 0, 40)]
    source = write(tmp_path, b.info(), b.tracks(), *clusters)
    report, media = cure(source)
    assert Deed.CLUSTERS_SORTED in deeds(report)
    assert list(media.tables[0].times) == [0, 40, 80]


def test_a_header_behind_the_first_cluster_loses_no_frame(tmp_path: Path) -> None:
    early = b.cluster(0, b.simple_block(1, 0), b.simple_block(2, 5))
    later = b.cluster(40, b.simple_block(1, 0), b.simple_block(2, 5))
    report, media = cure(write(tmp_path, b.info(), early, b.tracks(), later))
    assert report.blocks == 4
    assert list(media.tables[0].times) == [0, 40]


def test_clusters_that_cannot_be_sorted_are_refused(tmp_path: Path) -> None:
    twice = [b.cluster(0, b.simple_block(1, t), b.simple_block(1, t + 40)) for t in (0, 20)]
    with pytest.raises(RepairError, match="order of their times"):
        cure(write(tmp_path, b.info(), b.tracks(audio=False), *twice))


def test_a_declared_duration_of_0_is_taken_out(tmp_path: Path) -> None:
    source = write(tmp_path, b.info(), tracks(video_entry(default_ns=0)), one_cluster())
    report, media = cure(source)
    assert Deed.DEFAULT_DURATION_REMOVED in deeds(report)
    assert media.map.tracks[0].default_duration_ns is None


def test_a_name_that_is_not_ascii_is_removed(tmp_path: Path) -> None:
    entry = video_entry(b.element(0x536E, "Überfilm".encode()))
    report, media = cure(write(tmp_path, b.info(), tracks(entry), one_cluster()))
    assert Deed.NAME_REMOVED in deeds(report)
    assert "Überfilm".encode() not in media.map.path.read_bytes()


def test_an_ascii_name_stays(tmp_path: Path) -> None:
    entry = video_entry(b.element(0x536E, b"Film"))
    report, media = cure(write(tmp_path, b.info(), tracks(entry), one_cluster()))
    assert Deed.NAME_REMOVED not in deeds(report)
    assert b"Film" in media.map.path.read_bytes()


HEAD = b"OpusHead\x01\x02" + (312).to_bytes(2, "little") + (48_000).to_bytes(4, "little") + bytes(3)
SWAPPED = b"OpusHead\x01\x02" + (312).to_bytes(2, "big") + (48_000).to_bytes(4, "big") + bytes(3)
DELAYS = {
    "missing": (HEAD, None),
    "wrong": (HEAD, 20_000_000),
    "of a header with its bytes exchanged": (SWAPPED, 298_687_500),
}


@pytest.mark.parametrize("what", DELAYS)
def test_an_opus_delay_is_set_to_what_the_header_says(what: str, tmp_path: Path) -> None:
    head, delay_ns = DELAYS[what]
    parts = [private(head)] + ([b.number(0x56AA, delay_ns)] if delay_ns else [])
    entries = tracks(video_entry(), b.track(2, 2, b"A_OPUS", *parts))
    blocks = one_cluster(b.simple_block(2, 20, data=b"\xfcop"))
    report, media = cure(write(tmp_path, b.info(), entries, blocks))
    assert Deed.OPUS_DELAY_SET in deeds(report)
    data = media.map.path.read_bytes()
    assert table(media, TrackKind.AUDIO).track.codec_delay_ns == 6_500_000
    assert HEAD in data
    assert b"\x56\xbb" in data, "SeekPreRoll"
    assert "WEBM-018" not in codes(media.map.path)


def test_equal_codec_configurations_become_one(tmp_path: Path) -> None:
    opus = b.track(2, 2, b"A_OPUS", private(HEAD), private(HEAD))
    blocks = one_cluster(b.simple_block(2, 20, data=b"\xfcop"))
    report, media = cure(write(tmp_path, b.info(), tracks(video_entry(), opus), blocks))
    assert Deed.CODEC_PRIVATE_SINGLE in deeds(report)
    assert media.map.path.read_bytes().count(HEAD) == 1


def test_two_different_codec_configurations_are_refused(tmp_path: Path) -> None:
    opus = b.track(2, 2, b"A_OPUS", private(HEAD), private(HEAD[:-1] + b"\x01"))
    blocks = one_cluster(b.simple_block(2, 20, data=b"\xfcop"))
    with pytest.raises(RepairError, match="two different codec configurations"):
        cure(write(tmp_path, b.info(), tracks(video_entry(), opus), blocks))


def test_what_webm_does_not_know_leaves_the_track_entry(tmp_path: Path) -> None:
    odd = b.element(0x41E4, b"mapping"), b.element(0x22B59D, b"de-CH")
    report, media = cure(write(tmp_path, b.info(), tracks(video_entry(*odd)), one_cluster()))
    assert Deed.TRACK_ELEMENTS_REMOVED in deeds(report)
    assert b"mapping" not in media.map.path.read_bytes()


def encodings(algorithm: int, settings: bytes, *, kind: int = 0, scope: int = 1) -> bytes:
    compression = b.element(0x5034, b.number(0x4254, algorithm), b.element(0x4255, settings))
    inner = b.number(0x5032, scope), b.number(0x5033, kind), compression
    return b.element(0x6D80, b.element(0x6240, *inner))


def test_stripped_headers_come_back(tmp_path: Path) -> None:
    entries = tracks(video_entry(encodings(3, b"\x10fi")), b.track(2, 2, b"A_OPUS"))
    group = b.block_group(1, 40, b.number(0x9B, 40), b.element(0xFB, b"\xd8"), data=b"lm 2")
    blocks = b.simple_block(1, 0, data=b"lm 1"), b.simple_block(2, 20, data=b"\xfcop"), group
    report, media = cure(write(tmp_path, b.info(), entries, b.cluster(0, *blocks)))
    video = table(media, TrackKind.VIDEO)
    assert Deed.HEADERS_RESTORED in deeds(report)
    assert frames(media.map.path, video) == [b"\x10film 1", b"\x10film 2"]
    assert (list(video.keyframes), list(video.durations)) == ([1, 0], [-1, 40])
    assert encodings(3, b"\x10fi") not in media.map.path.read_bytes()


@pytest.mark.parametrize(
    ("encoding", "words"),
    [(encodings(0, b""), "compressed"), (encodings(3, b"x", kind=1), "encrypted")],
)
def test_other_encodings_are_refused(encoding: bytes, words: str, tmp_path: Path) -> None:
    source = write(tmp_path, b.info(), tracks(video_entry(encoding)), one_cluster())
    with pytest.raises(RepairError, match=words):
        cure(source)


def test_pictures_before_the_first_keyframe_are_left_out_with_their_sound(tmp_path: Path) -> None:
    early = [b.simple_block(1, t, key=False, data=b"\x11p") for t in (0, 40)]
    sound = [b.simple_block(2, t, data=b"\xfcop") for t in range(10, 400, 20)]
    later = b.cluster(400, b.simple_block(1, 0), b.simple_block(2, 10, data=b"\xfcop"))
    entries = tracks(video_entry(), b.track(2, 2, b"A_OPUS"))
    source = write(tmp_path, b.info(), entries, b.cluster(0, *early, *sound), later)
    assert "WEBM-006" in codes(source)
    report, media = cure(source)
    counts = {c.deed: c.count for c in report.changes}
    assert counts[Deed.PICTURES_LEFT_OUT] == 2
    assert counts[Deed.SOUND_LEFT_OUT] == len(sound)
    assert report.shift_s == Fraction(-400, 1000)
    assert [list(found.times) for found in media.tables] == [[0], [10]]
    assert not codes(media.map.path) & {"WEBM-006", "TIME-001"}


def test_a_film_without_a_keyframe_is_refused(tmp_path: Path) -> None:
    blocks = [b.simple_block(1, t, key=False, data=b"\x11p") for t in (0, 40)]
    source = write(tmp_path, b.info(), b.tracks(audio=False), b.cluster(0, *blocks))
    with pytest.raises(RepairError, match="no keyframe"):
        cure(source)


STARTS = {
    "negative": ((-33, -20), (0, 13)),
    "late": ((5000, 5010), (0, 10)),
    "a little late": ((60, 50), (60, 50)),
    "sound long before 0": ((0, -5000), (0, 5)),
}


@pytest.mark.parametrize("what", STARTS)
def test_times_are_moved_so_that_the_file_begins_at_0(what: str, tmp_path: Path) -> None:
    (picture, sound), expected = STARTS[what]
    base = max(0, min(picture, sound))
    clusters = [b.cluster(base, b.simple_block(1, picture - base))]
    clusters.append(b.cluster(base, b.simple_block(2, sound - base)))
    clusters.append(b.cluster(base, b.simple_block(2, max(picture, sound) - base + 5)))
    report, media = cure(write(tmp_path, b.info(), b.tracks(), *clusters))
    assert tuple(found.times[0] for found in media.tables) == expected
    assert report.shift_s == Fraction(expected[0] - picture, 1000)
    assert not codes(media.map.path) & {"TIME-001", "TIME-006"}


def test_a_group_with_two_additions_loses_them_and_keeps_its_frame(tmp_path: Path) -> None:
    more = b.element(0xA6, b.number(0xEE, 1), b.element(0xA5, b"alpha"))
    group = b.block_group(1, 20, b.element(0x75A1, more, more), data=b"\x10kept")
    report, media = cure(write(tmp_path, b.info(), b.tracks(audio=False), one_cluster(group)))
    assert Deed.BLOCKS_REWRITTEN in deeds(report)
    assert frames(media.map.path, media.tables[0])[1] == b"\x10kept"
    assert b"alpha" not in media.map.path.read_bytes()


def test_alpha_in_one_addition_stays(tmp_path: Path) -> None:
    more = b.element(0x75A1, b.element(0xA6, b.number(0xEE, 1), b.element(0xA5, b"alpha")))
    group = b.block_group(1, 20, more, data=b"\x10kept")
    _, media = cure(write(tmp_path, b.info(), b.tracks(audio=False), one_cluster(group)))
    assert more in media.map.path.read_bytes()


def test_the_end_of_opus_stays_trimmed_when_its_block_is_written_anew(tmp_path: Path) -> None:
    padding = b.element(0x75A2, b"\x12\xd6\x87")
    entries = tracks(video_entry(), b.track(2, 2, b"A_OPUS", encodings(3, b"\xfc")))
    blocks = one_cluster(b.block_group(2, 20, padding, data=b"op"))
    _, media = cure(write(tmp_path, b.info(), entries, blocks))
    assert b"\x75\xa2" in media.map.path.read_bytes()
    assert frames(media.map.path, table(media, TrackKind.AUDIO)) == [b"\xfcop"]


HOLES = {
    "a simple block": b.simple_block(1, 80, key=False, data=b"\x11last"),
    "a group": b.block_group(1, 80, b.element(0xFB, b"\xd8"), data=b"\x11last"),
    "a group with its duration": b.block_group(1, 80, b.number(0x9B, 40), data=b"\x10last"),
}


@pytest.mark.parametrize("what", HOLES)
@pytest.mark.parametrize("default_ns", [40_000_000, None])
def test_the_picture_before_a_hole_lasts_until_the_next_keyframe(
    what: str, default_ns: int | None, tmp_path: Path
) -> None:
    first = b.simple_block(1, 0), b.simple_block(1, 40, key=False, data=b"\x11p"), HOLES[what]
    second = b.simple_block(1, 0), b.simple_block(1, 40, key=False, data=b"\x11p")
    entries = tracks(video_entry(default_ns=default_ns))
    source = write(tmp_path, b.info(), entries, b.cluster(0, *first), b.cluster(500, *second))
    report, media = cure(source)
    filled = what != "a group"
    assert (Deed.PICTURES_LENGTHENED in deeds(report)) is filled
    video = media.tables[0]
    assert list(video.times) == [0, 40, 80, 500, 540]
    assert video.durations[2] == (420 if filled else -1)
    assert frames(media.map.path, video)[2].endswith(b"last")
    if filled:
        assert "TIME-002" not in codes(media.map.path)


def test_an_even_film_gets_no_durations(make_clip: ClipFactory, tmp_path: Path) -> None:
    for rate in ("24000/1001", "30", "60000/1001"):
        name = f"c-even-{rate.replace('/', '-')}.webm"
        source = make_clip(name, size="64x36", rate=rate, sample_rate=None, video=VP8)
        report = recluster(source, tmp_path / "t.webm")
        assert Deed.PICTURES_LENGTHENED not in deeds(report)


def test_two_tracks_with_one_number_are_refused(tmp_path: Path) -> None:
    entries = tracks(video_entry(), b.track(1, 2, b"A_OPUS"))
    with pytest.raises(RepairError, match="same number"):
        cure(write(tmp_path, b.info(), entries, one_cluster()))


def test_a_step_over_a_missing_frame_is_no_longer_a_trap(
    make_clip: ClipFactory, tmp_path: Path, ffmpeg: Ffmpeg
) -> None:
    source = make_clip(
        "c-gap.webm", size="64x36", rate="30", video=VP8, audio=OPUS, sample_rate=48_000,
        filters="select='not(eq(n\\,20))'", extra=("-fps_mode", "passthrough"),
    )  # fmt: skip
    assert "WEBM-012" in codes(source)
    target = tmp_path / "t.webm"
    recluster(source, target)
    assert "WEBM-012" not in codes(target)
    assert list(digests(ffmpeg, target)) == list(digests(ffmpeg, source))


def digests(ffmpeg: Ffmpeg, path: Path) -> Iterator[str]:
    return (packet.digest for packet in b.packets(ffmpeg.path, path) if packet.stream == 0)
