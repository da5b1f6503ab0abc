"""Each rule fires on the fault it names, at its place, and is silent on sound files."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from studio.repair.recluster import recluster
from studio.segments.model import SegmentMap
from studio.segments.reader import read_segment_map
from studio.verdict.model import Finding, Severity
from studio.verdict.rules import static_findings
from tests.conftest import ClipFactory
from tests.segments import building as b

VP8 = ("-c:v", "libvpx", "-b:v", "200k", "-threads", "1", "-cpu-used", "8", "-deadline", "realtime")
SYNC, NON_SYNC = 0x2000000, 0x1010000


def _findings(folder: Path, data: bytes) -> tuple[Finding, ...]:
    """Judge a built file; that the built MP4 files tell no length is left out."""
    path = folder / "made.bin"
    path.write_bytes(data)
    found = static_findings(read_segment_map(path))
    return tuple(finding for finding in found if finding.code != "TIME-013")


def _webm(*clusters: bytes, audio: bool = True, default_ns: int | None = None) -> bytes:
    return b.webm(b.info(), b.tracks(audio=audio, default_ns=default_ns), *clusters)


def _frames(start: int, count: int, *, key: bool = True, step: int = 40) -> bytes:
    """Return a cluster with ``count`` frames of picture and sound."""
    blocks = []
    for number in range(count):
        blocks.append(b.simple_block(1, number * step, key=key and number == 0))
        blocks.append(b.simple_block(2, number * step + 1))
    return b.cluster(start, *blocks)


def _init(edits: Sequence[tuple[int, int]] = (), entry: bytes = b"", **options: int) -> bytes:
    video = b.trak(1, b"vide", entry=entry or b.avc_entry(), edits=edits, **options)
    return b.ftyp() + b.moov(video, trexes=[b.trex(1, 40, 10, NON_SYNC)])


def _traf(time: int | None, *, flags: int = 0x20000, key: bool = True, track: int = 1) -> bytes:
    """Return a track fragment of two frames; its data offset is right for one traf."""
    header = b.tfhd(track, flags, *((0, 0) if flags & 1 else ()))
    run = b.full_box("trun", 0, 0x5, b.ints(2, 100, SYNC if key else NON_SYNC))
    return b.box("traf", header, b"" if time is None else b.tfdt(time), run)


def _fragment(*trafs: bytes) -> bytes:
    return b.moof(*trafs) + b.box("mdat", bytes(100))


HARMLESS_MP4 = _init() + _fragment(_traf(0)) + _fragment(_traf(80))
HARMLESS_WEBM = _webm(_frames(0, 5), _frames(200, 5))
FAULTS: dict[str, tuple[str, Severity, bytes]] = {
    "no WebM element": ("WEBM-001", Severity.BLOCK, _webm(_frames(0, 5), bytes(40))),
    "block before time": (
        "WEBM-002",
        Severity.BLOCK,
        _webm(b.element(0x1F43B675, b.simple_block(1, 0), b.number(0xE7, 0))),
    ),
    "time steps back": (
        "WEBM-003",
        Severity.BLOCK,
        _webm(b.cluster(0, b.simple_block(1, 0), b.simple_block(2, 9), b.simple_block(1, 8))),
    ),
    "muxed cluster inside a GOP": (
        "WEBM-005",
        Severity.LOSS,
        _webm(_frames(0, 5), _frames(200, 5, key=False)),
    ),
    "first picture no keyframe": ("WEBM-006", Severity.LOSS, _webm(_frames(0, 5, key=False))),
    "lacing": (
        "WEBM-007",
        Severity.BLOCK,
        _webm(b.cluster(0, b.simple_block(1, 0), b.simple_block(2, 0, flags=2, data=b"\x01ab"))),
    ),
    "undeclared track": ("WEBM-008", Severity.BLOCK, _webm(b.cluster(0, b.simple_block(5, 0)))),
    "missing frame": (
        "WEBM-012",
        Severity.LOSS,
        _webm(
            b.cluster(0, b.simple_block(1, 0), b.simple_block(1, 81, key=False)),
            audio=False,
            default_ns=40_000_000,
        ),
    ),
    "broken cluster": (
        "WEBM-016",
        Severity.BLOCK,
        _webm(b.cluster(0, b.simple_block(1, 0), bytes(9)), _frames(40, 5)),
    ),
    "rounded durations of sound": (
        "WEBM-021",
        Severity.SYNC,
        _webm(
            b.cluster(
                0,
                b.simple_block(1, 0),
                *(b.block_group(2, t, b.number(0x9B, 3)) for t in (0, 3, 5)),
            )
        ),
    ),
    "Matroska": (
        "WEBM-020",
        Severity.WARN,
        b.webm(b.info(), b.tracks(), _frames(0, 5), header=b.ebml_header(b"matroska")),
    ),
    "foreign codec": (
        "WEBM-020",
        Severity.BLOCK,
        b.webm(
            b.info(),
            b.element(0x1654AE6B, b.track(1, 2, b"A_MPEG/L3")),
            b.cluster(0, b.simple_block(1, 0)),
        ),
    ),
    "unknown codec": (
        "MIME-001",
        Severity.BLOCK,
        b.webm(
            b.info(),
            b.element(0x1654AE6B, b.track(1, 1, b"V_THEORA")),
            b.cluster(0, b.simple_block(1, 0)),
        ),
    ),
    "hev1": (
        "MIME-007",
        Severity.WARN,
        _init(entry=b.hevc_entry("hev1")) + _fragment(_traf(0)),
    ),
    "cut off": ("FILE-001", Severity.LOSS, HARMLESS_MP4[:-5]),
    "nothing inside": ("FILE-002", Severity.BLOCK, _webm()),
    "not fragmented": (
        "MP4-001",
        Severity.BLOCK,
        b.ftyp() + b.moov(b.trak(1, b"vide", entry=b.avc_entry())) + b.box("mdat"),
    ),
    "samples in moov": ("MP4-002", Severity.BLOCK, _init(stts_count=2) + _fragment(_traf(0))),
    "no trex": (
        "MP4-003",
        Severity.BLOCK,
        b.ftyp()
        + b.moov(b.trak(1, b"vide", entry=b.avc_entry()), trexes=[b.trex(4)])
        + _fragment(_traf(0)),
    ),
    "foreign box": ("MP4-005", Severity.BLOCK, HARMLESS_MP4 + b.box("wide")),
    "box to the end": (
        "MP4-006",
        Severity.BLOCK,
        _init() + b.moof(_traf(0)) + b.ints(0) + b"mdat" + bytes(100),
    ),
    "base data offset": ("MP4-007", Severity.BLOCK, _init() + _fragment(_traf(0, flags=1))),
    "no default base": (
        "MP4-008",
        Severity.BLOCK,
        _init() + _fragment(_traf(0, flags=0), _traf(80, flags=0)),
    ),
    "no data offset": (
        "MP4-009",
        Severity.BLOCK,
        _init()
        + _fragment(b.box("traf", b.tfhd(1), b.tfdt(0), b.full_box("trun", 0, 4, b.ints(2, SYNC)))),
    ),
    "no decode time": ("MP4-010", Severity.BLOCK, _init() + _fragment(_traf(None))),
    "undeclared track in MP4": (
        "MP4-011",
        Severity.BLOCK,
        HARMLESS_MP4 + _fragment(_traf(0, track=3)),
    ),
    "moof without mdat": ("MP4-012", Severity.BLOCK, _init() + b.moof(_traf(0)) + HARMLESS_MP4),
    "data outside": (
        "MP4-021",
        Severity.LOSS,
        _init() + b.moof(_traf(0)) + b.box("mdat", bytes(3)),
    ),
    "no MP4 box": ("MP4-022", Severity.BLOCK, HARMLESS_MP4 + b.ints(2) + b"junk" + bytes(9)),
    "starts 0.2 s late": ("TIME-001", Severity.WARN, _init() + _fragment(_traf(200))),
    "starts 0.3 s late": ("TIME-001", Severity.STALL, _webm(_frames(300, 5))),
    "pause": ("TIME-002", Severity.STALL, _webm(_frames(0, 5), _frames(400, 5))),
    "decode time steps back": (
        "TIME-004",
        Severity.LOSS,
        _init() + _fragment(_traf(0)) + _fragment(_traf(0)),
    ),
    "decode time steps a little": (
        "TIME-004",
        Severity.INFO,
        _init() + _fragment(_traf(0)) + _fragment(_traf(81)),
    ),
    "first picture before 0": (
        "TIME-006",
        Severity.LOSS,
        _init(edits=[(0, 33)]) + _fragment(_traf(0)),
    ),
    "empty edit": (
        "TIME-007",
        Severity.SYNC,
        _init(edits=[(50, -1), (0, 0)]) + _fragment(_traf(0)),
    ),
    "two edits": (
        "TIME-007",
        Severity.SYNC,
        _init(edits=[(50, 0), (0, 90)]) + _fragment(_traf(0)),
    ),
    "first fragment no keyframe": (
        "TIME-009",
        Severity.LOSS,
        _init() + _fragment(_traf(0, key=False)),
    ),
    "later fragment no keyframe": (
        "TIME-009",
        Severity.WARN,
        _init() + _fragment(_traf(0)) + _fragment(_traf(80, key=False)),
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_has_its_code(tmp_path: Path, name: str) -> None:
    code, severity, data = FAULTS[name]
    found = {(finding.code, finding.severity): finding for finding in _findings(tmp_path, data)}
    assert (code, severity) in found
    finding = found[code, severity]
    assert finding.message.endswith((".", ")"))
    assert finding.remedy.endswith(".")
    assert "{" not in finding.message
    assert finding.offset is None or 0 <= finding.offset <= len(data)


@pytest.mark.parametrize(
    "data",
    [
        HARMLESS_MP4,
        HARMLESS_WEBM,
        _init(edits=[(0, 40)]) + _fragment(_traf(40)),
        _webm(_frames(90, 5), _frames(331, 5)),
        _webm(_frames(0, 5), _frames(200, 5), b.element(0x1C53BB6B)),
    ],
    ids=["MP4", "WebM", "one edit", "a frame's gap and a late start", "with Cues"],
)
def test_a_sound_file_has_no_findings(tmp_path: Path, data: bytes) -> None:
    found = _findings(tmp_path, data)
    assert [finding for finding in found if finding.severity is not Severity.INFO] == []


def test_picture_alone_may_begin_clusters_inside_a_gop_with_a_warning(tmp_path: Path) -> None:
    clusters = [b.cluster(t, b.simple_block(1, 0, key=t == 0)) for t in (0, 40, 80)]
    found = _findings(tmp_path, _webm(*clusters, audio=False))
    assert [(finding.code, finding.severity) for finding in found] == [("WEBM-005", Severity.WARN)]
    assert "2 of 3" in found[0].message


def test_a_finding_points_at_the_first_of_its_places(tmp_path: Path) -> None:
    late = b.simple_block(1, 5)
    data = _webm(b.cluster(0, b.simple_block(1, 9), late, b.simple_block(2, 4)))
    (finding,) = [f for f in _findings(tmp_path, data) if f.code == "WEBM-003"]
    assert finding.offset == data.index(late)
    assert "5 ms" in finding.message
    assert "9 ms" in finding.message
    assert "2 places" in finding.message


def test_the_worst_stands_first(tmp_path: Path) -> None:
    data = _init(entry=b.hevc_entry("hev1")) + _fragment(_traf(0)) + _fragment(_traf(0))
    order = [list(Severity).index(f.severity) for f in _findings(tmp_path, data + b.box("wide"))]
    assert len(order) == 3
    assert order == sorted(order)


def test_a_segment_too_large_for_a_buffer_is_warned_of(tmp_path: Path) -> None:
    path = tmp_path / "made.bin"
    path.write_bytes(HARMLESS_WEBM)
    found: SegmentMap = read_segment_map(path)
    huge = replace(found.segments[0], size=60 << 20)
    findings = static_findings(replace(found, segments=(huge, *found.segments[1:])))
    assert [(f.code, f.severity) for f in findings] == [("TIME-014", Severity.WARN)]


def test_what_ffmpeg_muxes_is_faulted_and_cured(make_clip: ClipFactory, tmp_path: Path) -> None:
    path = make_clip(
        "rules-vv.webm", seconds=2, video=VP8, audio=("-c:a", "libvorbis"), extra=("-g", "25")
    )
    findings = static_findings(read_segment_map(path))
    assert [finding.code for finding in findings] == ["WEBM-003"]
    recluster(path, tmp_path / "cured.webm")
    assert static_findings(read_segment_map(tmp_path / "cured.webm")) == ()


FLAGS: dict[str, set[str]] = {
    "+frag_keyframe+delay_moov+default_base_moof": set(),
    "+cmaf+frag_keyframe+delay_moov": set(),
    "+frag_keyframe+empty_moov+default_base_moof": set(),
    "+faststart": {"MP4-001"},
    "+frag_keyframe": {"MP4-002", "MP4-007", "TIME-001"},
    "+frag_keyframe+empty_moov": {"MP4-007"},
    "+frag_keyframe+empty_moov+omit_tfhd_offset": {"MP4-008"},
}


@pytest.mark.parametrize("flags", FLAGS)
def test_ways_to_fragment_are_told_apart(make_clip: ClipFactory, flags: str) -> None:
    video = ("-c:v", "libx264", "-preset", "veryfast", "-bf", "3", "-pix_fmt", "yuv420p")
    path = make_clip(
        f"rules-{flags}.mp4",
        seconds=2,
        video=(*video, "-g", "25", "-sc_threshold", "0"),
        extra=("-movflags", flags),
    )
    harmful = {Severity.BLOCK, Severity.LOSS, Severity.STALL}
    found = static_findings(read_segment_map(path))
    assert {f.code for f in found if f.severity in harmful} == FLAGS[flags]


def test_a_late_start_is_told_in_milliseconds(tmp_path: Path) -> None:
    (finding,) = _findings(tmp_path, _init() + _fragment(_traf(125)))
    assert "125 ms" in finding.message
