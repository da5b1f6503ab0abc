"""WebM files with one fault each: code, place and the engines that refuse it."""

import struct
from pathlib import Path

import pytest

from studio.segments.reader import read_segment_map
from studio.verdict.model import CureKind, Effect, Finding, Severity
from studio.verdict.rules_webm import webm_findings
from tests.segments import building as b

BOTH, ALL = {"chromium", "firefox"}, {"chromium", "firefox", "webkit"}
CHROMIUM, FIREFOX, NONE = {"chromium"}, {"firefox"}, set[str]()
CLUSTER, TRACKS, INFO = 0x1F43B675, 0x1654AE6B, 0x1549A966
ENTRY = "Segment/Tracks/TrackEntry[1]"


def _entry(*parts: bytes, codec: bytes = b"V_VP8", kind: int = 1) -> bytes:
    return b.track(1, kind, codec, *parts)


def _video(*parts: bytes) -> bytes:
    return b.element(0xE0, b.number(0xB0, 64), b.number(0xBA, 36), *parts)


def _file(*clusters: bytes, entries: bytes = b"", info: bytes = b"", between: bytes = b"") -> bytes:
    found = entries or _entry(b.picture(), b.number(0x23E383, 40_000_000))
    return b.webm(info or b.info(), between, b.element(TRACKS, found), *(clusters or (FRAMES,)))


def _cluster(*elements: bytes) -> bytes:
    return b.cluster(0, b.simple_block(1, 0), *elements, b.simple_block(1, 40, key=False))


def _opus(head: bytes | None = None, delay: int = 6_500_000, channels: int = 1) -> bytes:
    private = b.element(0x63A2, b.opus_head() if head is None else head)
    settings = b.element(0xE1, b.element(0xB5, struct.pack(">d", 48_000)), b.number(0x9F, channels))
    parts = (private if head != b"" else b"", settings)
    return _entry(
        *parts, b.number(0x56AA, delay), b.number(0x56BB, 80_000_000), codec=b"A_OPUS", kind=2
    )


def _sound(*groups: bytes) -> bytes:
    return _file(b.cluster(0, b.simple_block(1, 0, data=b"\x08ab"), *groups), entries=_opus())


def _padding(time: int, value: int) -> bytes:
    padding = b.element(0x75A2, value.to_bytes(8, "big", signed=True))
    return b.block_group(1, time, padding, data=b"\x08ab")


FRAMES = _cluster()
MORE = b.element(0xA6, b.number(0xEE, 1), b.element(0xA5, b"x"))
ADDED = b.element(0x75A1, MORE)
CASES: dict[str, tuple[str, Severity, str, set[str], bytes]] = {
    "unknown element at the top": (
        "WEBM-001", Severity.BLOCK, "Segment/0x4abc", CHROMIUM, _file(FRAMES, b.element(0x4ABC)),
    ),
    "block outside of a cluster": (
        "WEBM-001", Severity.BLOCK, "Segment/0xa3", CHROMIUM,
        _file(FRAMES, b.simple_block(1, 80)),
    ),
    "void between Info and Tracks": (
        "WEBM-001", Severity.BLOCK, "Segment/Void", CHROMIUM,
        _file(between=b.element(0xEC, bytes(9))),
    ),
    "Tracks before Info": (
        "WEBM-001", Severity.BLOCK, "Segment/Tracks", CHROMIUM,
        b.webm(b.tracks(audio=False), b.info(), FRAMES),
    ),
    "no Info": (
        "WEBM-001", Severity.BLOCK, "Segment", CHROMIUM | FIREFOX,
        b.webm(b.tracks(audio=False), FRAMES),
    ),
    "cluster before Tracks": (
        "WEBM-001", Severity.BLOCK, "Segment/Cluster[1]", ALL,
        b.webm(b.info(), FRAMES, b.tracks(audio=False), FRAMES),
    ),
    "zeros between clusters": (
        "WEBM-001", Severity.BLOCK, "Segment", ALL, _file(FRAMES, bytes(30), FRAMES),
    ),
    "empty cluster": (
        "WEBM-002", Severity.BLOCK, "Segment/Cluster[2]", CHROMIUM,
        _file(FRAMES, b.element(CLUSTER)),
    ),
    "block before the time": (
        "WEBM-002", Severity.BLOCK, "Segment/Cluster[1]/SimpleBlock[1]", ALL,
        _file(b.element(CLUSTER, b.simple_block(1, 0), b.number(0xE7, 0))),
    ),
    "times step back": (
        "WEBM-003", Severity.BLOCK, "Segment/Cluster[1]/SimpleBlock[3]", CHROMIUM,
        _file(_cluster(b.simple_block(1, 80), b.simple_block(1, 41))),
    ),
    "clusters out of order": (
        "WEBM-004", Severity.BLOCK, "Segment/Cluster[2]", FIREFOX,
        _file(*(b.cluster(t, b.simple_block(1, 0)) for t in (80, 40, 120))),
    ),
    "last cluster out of order": (
        "WEBM-004", Severity.BLOCK, "Segment/Cluster[2]", NONE,
        _file(*(b.cluster(t, b.simple_block(1, 0)) for t in (80, 40))),
    ),
    "lacing": (
        "WEBM-007", Severity.BLOCK, "Segment/Cluster[1]/SimpleBlock[2]", CHROMIUM,
        _file(_cluster(b.simple_block(1, 20, flags=4, data=b"\x01abcd"))),
    ),
    "lacing that does not fit": (
        "WEBM-007", Severity.BLOCK, "Segment/Cluster[1]/SimpleBlock[2]", BOTH,
        _file(_cluster(b.simple_block(1, 20, flags=4, data=b"\x01abc"))),
    ),
    "undeclared track": (
        "WEBM-008", Severity.BLOCK, "Segment/Cluster[1]/SimpleBlock[2]", CHROMIUM | FIREFOX,
        _file(_cluster(b.simple_block(5, 10))),
    ),
    "track number in two bytes": (
        "WEBM-008", Severity.BLOCK, "Segment/Cluster[1]/SimpleBlock[2]", CHROMIUM,
        _file(_cluster(b.element(0xA3, b"\x40\x01\x00\x0a\x80frame", width=2))),
    ),
    "group without a block": (
        "WEBM-009", Severity.BLOCK, "Segment/Cluster[1]/BlockGroup[1]", CHROMIUM,
        _file(_cluster(b.element(0xA0, b.number(0x9B, 40)))),
    ),
    "group of two blocks": (
        "WEBM-009", Severity.BLOCK, "Segment/Cluster[1]/BlockGroup[1]", CHROMIUM,
        _file(_cluster(b.block_group(1, 20, b.element(0xA1, b"\x81\x00\x14\x00f")))),
    ),
    "two additions": (
        "WEBM-009", Severity.BLOCK, "Segment/Cluster[1]/BlockGroup[1]", CHROMIUM,
        _file(_cluster(b.block_group(1, 20, b.element(0x75A1, MORE, MORE)))),
    ),
    "additions twice": (
        "WEBM-009", Severity.BLOCK, "Segment/Cluster[1]/BlockGroup[1]", FIREFOX,
        _file(_cluster(b.block_group(1, 20, ADDED, ADDED))),
    ),
    "two codec ids": (
        "WEBM-010", Severity.BLOCK, f"{ENTRY}/CodecID[2]", CHROMIUM,
        _file(entries=_entry(b.element(0x86, b"V_VP8"), b.picture())),
    ),
    "name not ASCII": (
        "WEBM-010", Severity.BLOCK, f"{ENTRY}/Name", CHROMIUM,
        _file(entries=_entry(b.picture(), b.element(0x536E, "Tön".encode()))),
    ),
    "frame duration 0": (
        "WEBM-010", Severity.BLOCK, f"{ENTRY}/DefaultDuration", CHROMIUM,
        _file(entries=_entry(b.picture(), b.number(0x23E383, 0))),
    ),
    "track type 3": (
        "WEBM-010", Severity.BLOCK, "Segment/Tracks/TrackEntry[2]/TrackType", CHROMIUM,
        _file(entries=_entry(b.picture()) + b.track(2, 3, b"V_VP8")),
    ),
    "second picture": (
        "WEBM-011", Severity.WARN, "Segment/Tracks/TrackEntry[2]", {"webkit"},
        _file(entries=_entry(b.picture()) + b.track(2, 1, b"V_VP8", b.picture())),
    ),
    "missing frame": (
        "WEBM-012", Severity.LOSS, "Segment/Cluster[1]/SimpleBlock[2]", NONE,
        _file(_cluster(b.simple_block(1, 140, key=False))),
    ),
    "picture of no length": (
        "WEBM-012", Severity.LOSS, "Segment/Cluster[1]/SimpleBlock[2]", NONE,
        _file(_cluster(b.block_group(1, 20, b.number(0x9B, 0)))),
    ),
    "time before the cluster's": (
        "WEBM-013", Severity.INFO, "Segment/Cluster[1]/SimpleBlock[1]", NONE,
        _file(b.cluster(80, b.simple_block(1, -40), b.simple_block(1, 0))),
    ),
    "cluster of unknown size": (
        "WEBM-014", Severity.INFO, "Segment/Cluster[1]", NONE,
        _file(b.cluster(0, b.simple_block(1, 0), unknown=True)),
    ),
    "tags of unknown size": (
        "WEBM-014", Severity.BLOCK, "Segment/Tags", {"webkit"},
        _file(b.element(0x1254C367, unknown=True), FRAMES),
    ),
    "cluster too long": (
        "WEBM-016", Severity.BLOCK, "Segment/Cluster[1]", CHROMIUM,
        _file(FRAMES[:4] + b.size(len(FRAMES) - 12 + 9) + FRAMES[12:] + b.cluster(80)),
    ),
    "last cluster too long": (
        "WEBM-016", Severity.BLOCK, "Segment/Cluster[1]", CHROMIUM,
        _file(FRAMES[:4] + b.size(5000) + FRAMES[12:] + b.element(0x1254C367, bytes(9))),
    ),
    "guessed length": (
        "WEBM-017", Severity.INFO, "Segment/Cluster[1]", NONE,
        _file(FRAMES, b.cluster(60, b.simple_block(1, 0)), entries=_entry(b.picture())),
    ),
    "codec delay": (
        "WEBM-018", Severity.WARN, f"{ENTRY}/CodecDelay", NONE,
        _file(entries=_opus(delay=298_687_500)),
    ),
    "track missing in a cluster": (
        "WEBM-019", Severity.WARN, "Segment/Cluster[2]", NONE,
        b.webm(b.info(), b.tracks(), *(
            b.cluster(t, b.simple_block(1, 0), *((b.simple_block(2, 0),) if t != 40 else ()))
            for t in (0, 40, 80)
        )),
    ),
    "foreign codec": (
        "WEBM-020", Severity.BLOCK, f"{ENTRY}/CodecID", ALL,
        _file(entries=_entry(b.picture(), codec=b"V_MPEG4/ISO/AVC")),
    ),
    "newer reader asked for": (
        "WEBM-020", Severity.BLOCK, "EBML/DocTypeReadVersion", FIREFOX,
        b.webm(b.info(), b.tracks(audio=False), FRAMES, header=b.element(
            0x1A45DFA3, b.element(0x4282, b"webm"), b.number(0x4285, 4))),
    ),
    "unknown element in a track": (
        "WEBM-022", Severity.BLOCK, f"{ENTRY}/0x22b59d", CHROMIUM,
        _file(entries=_entry(b.picture(), b.element(0x22B59D, b"de"))),
    ),
    "unknown element in a picture": (
        "WEBM-022", Severity.BLOCK, f"{ENTRY}/Video/0x9d", CHROMIUM,
        _file(entries=_entry(_video(b.number(0x9D, 2)))),
    ),
    "unknown element in a cluster": (
        "WEBM-022", Severity.BLOCK, "Segment/Cluster[1]/0x4abc", CHROMIUM,
        _file(_cluster(b.element(0x4ABC))),
    ),
    "unknown element in a group": (
        "WEBM-022", Severity.BLOCK, "Segment/Cluster[1]/BlockGroup[1]", CHROMIUM,
        _file(_cluster(b.block_group(1, 20, b.number(0xFD, 1)))),
    ),
    "empty number": (
        "WEBM-022", Severity.BLOCK, f"{ENTRY}/FlagLacing", CHROMIUM,
        _file(entries=_entry(b.picture(), b.element(0x9C))),
    ),
    "number of nine bytes": (
        "WEBM-022", Severity.BLOCK, f"{ENTRY}/FlagLacing", ALL,
        _file(entries=_entry(b.picture(), b.element(0x9C, bytes(9)))),
    ),
    "time scale 0": (
        "WEBM-022", Severity.BLOCK, "Segment/Info/TimestampScale", ALL,
        _file(info=b.info(scale_ns=0)),
    ),
    "element beyond its parent": (
        "WEBM-022", Severity.BLOCK, "Segment/Info", ALL,
        _file(info=b.element(INFO, b"\x4d\x80\x84ab")),
    ),
    "stripped frames": (
        "WEBM-023", Severity.BLOCK, f"{ENTRY}/ContentEncodings", ALL,
        _file(entries=_entry(b.picture(), b.element(0x6D80, b.element(0x6240, b.element(0x5034))))),
    ),
    "encrypted": (
        "WEBM-023", Severity.BLOCK, f"{ENTRY}/ContentEncodings", NONE,
        _file(entries=_entry(b.picture(), b.element(0x6D80, b.element(0x6240, b.element(0x5035))))),
    ),
    "no picture size": ("WEBM-024", Severity.BLOCK, ENTRY, ALL, _file(entries=_entry())),
    "display unit": (
        "WEBM-024", Severity.BLOCK, f"{ENTRY}/Video/DisplayUnit", CHROMIUM,
        _file(entries=_entry(_video(b.number(0x54B2, 1)))),
    ),
    "stereo mode": (
        "WEBM-024", Severity.BLOCK, f"{ENTRY}/Video/StereoMode", CHROMIUM,
        _file(entries=_entry(_video(b.number(0x53B8, 15)))),
    ),
    "no sampling rate": (
        "WEBM-025", Severity.BLOCK, ENTRY, CHROMIUM,
        _file(entries=_entry(b.element(0x63A2, b.opus_head()), codec=b"A_OPUS", kind=2)),
    ),
    "no channels": (
        "WEBM-025", Severity.BLOCK, f"{ENTRY}/Audio/Channels", ALL,
        _file(entries=_opus(channels=0)),
    ),
    "other channels": (
        "WEBM-025", Severity.BLOCK, f"{ENTRY}/Audio/Channels", CHROMIUM,
        _file(entries=_opus(channels=2)),
    ),
    "no Vorbis headers": (
        "WEBM-026", Severity.BLOCK, f"{ENTRY}/CodecPrivate", ALL,
        _file(entries=_entry(*b.sound_parts(b""), b.element(0x63A2, b"\x02\x01\x01abc"),
                             codec=b"A_VORBIS", kind=2)),
    ),
    "no Opus header": ("WEBM-026", Severity.BLOCK, ENTRY, FIREFOX, _file(entries=_opus(b""))),
    "short Opus header": (
        "WEBM-026", Severity.BLOCK, f"{ENTRY}/CodecPrivate", CHROMIUM,
        _file(entries=_opus(b"OpusHead\x01")),
    ),
    "block shorter than its header": (
        "WEBM-027", Severity.BLOCK, "Segment/Cluster[1]/SimpleBlock[2]", ALL,
        _file(_cluster(b.element(0xA3, b"\x81\x00\x00", width=2))),
    ),
    "empty frame": (
        "WEBM-027", Severity.LOSS, "Segment/Cluster[1]/SimpleBlock[2]", NONE,
        _file(_cluster(b.simple_block(1, 20, data=b""))),
    ),
    "negative padding": (
        "WEBM-028", Severity.BLOCK, "Segment/Cluster[1]/BlockGroup[1]", FIREFOX,
        _sound(_padding(20, -5)),
    ),
    "padding of Vorbis that Opus would find too long": (
        "WEBM-028", Severity.BLOCK, "Segment/Cluster[1]/BlockGroup[1]", FIREFOX,
        _file(b.cluster(0, _padding(20, 40_100_000)), entries=_entry(
            *b.sound_parts(b"A_VORBIS", 6), codec=b"A_VORBIS", kind=2)),
    ),
    "damaged Opus packet": (
        "WEBM-034", Severity.BLOCK, "Segment/Cluster[1]/BlockGroup[1]", CHROMIUM,
        _sound(b.block_group(1, 20, data=b"\xff\xff\xff")),
    ),
    "padding twice": (
        "WEBM-028", Severity.BLOCK, "Segment/Cluster[1]/BlockGroup[2]", FIREFOX,
        _sound(_padding(20, 5), _padding(40, 5)),
    ),
    "second header, same tracks": (
        "WEBM-029", Severity.INFO, "EBML[2]", NONE, _file() + _file(),
    ),
    "second header, other tracks": (
        "WEBM-029", Severity.BLOCK, "EBML[2]", BOTH, _file() + _file(entries=_opus()),
    ),
    "time runs over": (
        "WEBM-030", Severity.BLOCK, "Segment/Cluster[1]/SimpleBlock[3]", CHROMIUM,
        _file(b.cluster(40_000, *(b.simple_block(1, t) for t in (0, 32_760, -32_740)))),
    ),
    "index of nothing": (
        "WEBM-031", Severity.WARN, "Segment/Cues/CuePoint[1]", NONE,
        _file(FRAMES, b.element(0x1C53BB6B, b.element(0xBB, b.element(0xB7, b.number(0xF1, 7))))),
    ),
}  # fmt: skip


def _findings(folder: Path, data: bytes) -> list[Finding]:
    path = folder / "made.webm"
    path.write_bytes(data)
    return list(webm_findings(read_segment_map(path)))


@pytest.mark.parametrize("name", CASES)
def test_each_fault_has_its_code_place_and_engines(tmp_path: Path, name: str) -> None:
    code, severity, place, refusing, data = CASES[name]
    found = [finding for finding in _findings(tmp_path, data) if finding.code == code]
    assert (severity, place) in [(finding.severity, finding.place) for finding in found]
    (finding,) = [finding for finding in found if finding.place == place]
    refused = {hit.family.value for hit in finding.hits if hit.effect is Effect.REFUSES}
    assert refused == refusing
    assert finding.offset is not None
    assert 0 <= finding.offset < len(data)
    assert finding.clause
    assert finding.cure is not None
    assert "{" not in finding.message


@pytest.mark.parametrize(
    "data",
    [
        _file(),
        _file(FRAMES, b.element(0xEC, bytes(5)), b.element(0x1254C367)),
        _file(_cluster(b.block_group(1, 20, b.number(0x9B, 20), b.number(0xFB, 1)))),
        _file(_cluster(b.number(0xA7, 1), b.number(0xAB, 9), b.element(0x5854))),
        _file(entries=_opus()),
        _file(entries=_entry(_video(b.element(0x55B0, b.number(0x55B1, 1)), b.number(0x54B2, 3),
                                    b.number(0x54B0, 64), b.number(0x54BA, 36)))),
        b.webm(b.info(500), b.tracks(default_ns=40_000_000), b.cluster(
            0, b.simple_block(1, 0), b.block_group(2, 1, b.number(0x9B, 20)))),
        _sound(_padding(20, 5_000_000), b.block_group(1, 40, data=b"\x0b\x02ab")),
        _file(b.cluster(0, _padding(20, 5)), entries=_entry(
            *b.sound_parts(b"A_VORBIS", 2), codec=b"A_VORBIS", kind=2)),
        b.webm(b.info(), b.tracks(audio=False), FRAMES, unknown=True) + b"\x1f",
    ],
    ids=["plain", "tags", "group", "place", "Opus", "colour", "muxed", "pad", "Vorbis", "cut"],
)  # fmt: skip
def test_what_every_engine_takes_has_no_findings(tmp_path: Path, data: bytes) -> None:
    assert _findings(tmp_path, data) == []


def test_a_finding_counts_its_places_and_shows_the_first(tmp_path: Path) -> None:
    data = _file(_cluster(b.element(0x4ABC), b.element(0x4ABC)))
    (finding,) = _findings(tmp_path, data)
    assert (finding.count, finding.offset) == (2, data.index(b.element(0x4ABC)))


def test_no_kind_of_fault_hides_another(tmp_path: Path) -> None:
    steps = [b.simple_block(1, t % 2) for t in range(1500)]
    many = [b.simple_block(7, 0)] * 1500
    codes = {f.code for f in _findings(tmp_path, _file(_cluster(*many, *steps, b.element(0x4ABC))))}
    assert {"WEBM-003", "WEBM-008", "WEBM-022"} <= codes


def test_options_that_do_not_order_blocks_are_named_as_such(tmp_path: Path) -> None:
    data = _file(_cluster(b.simple_block(1, 80), b.simple_block(1, 41)))
    (finding,) = [f for f in _findings(tmp_path, data) if f.code == "WEBM-003"]
    assert finding.cure is not None
    assert (finding.cure.kind, finding.cure.name) == (CureKind.REPAIR, "recluster")
    assert "-avoid_negative_ts make_zero" in finding.cure.useless


@pytest.mark.parametrize(("scale", "step", "harmful"), [(1_000_000, 67, 1), (100_000, 666, 0)])
def test_the_frame_duration_is_counted_in_whole_ticks(
    tmp_path: Path, scale: int, step: int, harmful: int
) -> None:
    blocks = b.simple_block(1, 0), b.simple_block(1, step, key=False)
    entry = _entry(b.picture(), b.number(0x23E383, 33_333_333))
    data = _file(b.cluster(0, *blocks), entries=entry, info=b.info(scale_ns=scale))
    found = [f for f in _findings(tmp_path, data) if f.code == "WEBM-012"]
    assert len(found) == harmful


def test_what_stands_behind_the_segment_is_read_as_browsers_do(tmp_path: Path) -> None:
    inside = b.info() + b.element(TRACKS, _entry(b.picture())) + FRAMES
    data = b.ebml_header() + b.element(0x18538067, inside) + b.cluster(80, b.simple_block(1, 0))
    (finding,) = _findings(tmp_path, data)
    assert (finding.code, finding.severity) == ("WEBM-001", Severity.INFO)
    assert len(read_segment_map(tmp_path / "made.webm").segments) == 2
