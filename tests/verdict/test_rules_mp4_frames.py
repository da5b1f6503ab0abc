"""MP4 rules that look at pictures: each fires on the fault it names, and not beside it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from studio.segments.frame_reader import read_media_source
from studio.segments.source import open_source
from studio.verdict.model import Effect, EngineFamily, Finding, Severity
from studio.verdict.rules_mp4_frames import mp4_frame_findings
from tests.conftest import ClipFactory
from tests.segments import building as b

SYNC, NON_SYNC = 0x2000000, 0x1010000
CHROMIUM, FIREFOX = EngineFamily.CHROMIUM, EngineFamily.FIREFOX
SPS = b"\x67sps"
IDR, SLICE = b"\x65\x88\x84" + bytes(7), b"\x41" + bytes(9)
RECOVERY = b"\x06\x06\x01\xc4\x80"
VP9_KEY, VP9_OTHER = b"\x82\x49\x83\x42" + bytes(12), b"\x86" + bytes(15)
Frame = tuple[bytes, int, int]
"""A frame's bytes, its flags and its composition offset in ms."""


def _units(*units: bytes) -> bytes:
    return b"".join(len(unit).to_bytes(4, "big") + unit for unit in units)


KEY: Frame = (_units(IDR), SYNC, 0)
NEXT: Frame = (_units(SLICE), NON_SYNC, 0)
OPEN: Frame = (_units(RECOVERY, SLICE), SYNC, 40)
LEADING: Frame = (_units(SLICE), NON_SYNC, -40)


def _segment(number: int, frames: Sequence[Frame]) -> bytes:
    """Return the moof and mdat of a segment whose frames last 40 ms each."""
    rows = b"".join(b.ints(len(data), flags, shift) for data, flags, shift in frames)
    moof = b""
    for _ in range(2):
        run = b.full_box("trun", 1, 0xE01, b.ints(len(frames), len(moof) + 8), rows)
        moof = b.moof(b.box("traf", b.tfhd(1), b.tfdt(number * 80), run))
    return moof + b.box("mdat", *(data for data, _, _ in frames))


def _findings(
    folder: Path,
    *segments: Sequence[Frame],
    entry: bytes = b"",
    edits: Sequence[tuple[int, int]] = (),
) -> list[Finding]:
    trak = b.trak(1, b"vide", entry=entry or b.avc_entry(), edits=edits)
    init = b.ftyp() + b.moov(trak, trexes=[b.trex(1, 40)])
    path = folder / "made.mp4"
    path.write_bytes(init + b"".join(_segment(n, frames) for n, frames in enumerate(segments)))
    return _judged(path)


def _judged(path: Path) -> list[Finding]:
    with open_source(path) as source:
        return list(mp4_frame_findings(read_media_source(source, path), source))


def _effects(finding: Finding) -> dict[EngineFamily, Effect]:
    return {hit.family: hit.effect for hit in finding.hits}


def _vp9_entry() -> bytes:
    config = b.full_box("vpcC", 1, 0, bytes([0, 10, 0x82, 2, 2, 2, 0, 0]))
    return b.box("vp09", bytes(24), b"\1\x40\0\xb4", bytes(50), config)


def test_closed_gops_break_no_rule(tmp_path: Path) -> None:
    assert _findings(tmp_path, [KEY, NEXT], [KEY, NEXT]) == []


def test_start_codes_in_the_mdat_are_refused(tmp_path: Path) -> None:
    (finding,) = _findings(tmp_path, [(b"\0\0\0\1" + IDR, SYNC, 0)])
    assert (finding.code, finding.severity) == ("MP4-020", Severity.BLOCK)
    assert "Annex B" in finding.message
    assert _effects(finding)[CHROMIUM] is Effect.REFUSES


def test_lengths_that_do_not_fit_the_sample_are_refused(tmp_path: Path) -> None:
    (finding,) = _findings(tmp_path, [KEY, NEXT], [(_units(IDR) + b"\0", SYNC, 0)])
    assert finding.code == "MP4-020"
    assert "do not fit" in finding.message
    assert _effects(finding)[FIREFOX] is Effect.REFUSES


def test_parameter_sets_may_stand_in_the_pictures(tmp_path: Path) -> None:
    entry = b.avc_entry().replace(b.AVC_CONFIG, b.AVC_CONFIG[:5] + b"\xe0\0" + bytes(38))
    assert len(entry) == len(b.avc_entry())
    missing = _findings(tmp_path, [KEY], entry=entry)
    assert [(f.code, f.severity) for f in missing] == [("MP4-020", Severity.BLOCK)]
    assert _effects(missing[0])[FIREFOX] is Effect.IGNORES
    with_sets: Frame = (_units(SPS, IDR), SYNC, 0)
    assert _findings(tmp_path, [with_sets], entry=entry) == []
    later = _findings(tmp_path, [with_sets], [KEY], entry=entry)
    assert _effects(later[0])[CHROMIUM] is Effect.ENTRY


def test_damaged_parameter_sets_need_others_in_the_pictures(tmp_path: Path) -> None:
    damaged = b.avc_entry().replace(b"\x68\xef", b"\x68\x10")
    (finding,) = _findings(tmp_path, [KEY], entry=damaged)
    assert (finding.code, finding.severity) == ("MP4-020", Severity.BLOCK)
    assert _effects(finding)[FIREFOX] is Effect.IGNORES
    assert _findings(tmp_path, [(_units(SPS, IDR), SYNC, 0)], entry=damaged) == []
    other_level = b.avc_entry().replace(b"\x67\x64\0\x0c", b"\x67\x64\0\xff")
    assert other_level != b.avc_entry()
    assert _findings(tmp_path, [KEY], entry=other_level) == []


def test_beginning_at_an_open_gop_fails_in_chromium(tmp_path: Path) -> None:
    (finding,) = _findings(tmp_path, [KEY, NEXT], [OPEN, LEADING])
    assert (finding.code, finding.severity, finding.count) == ("TIME-009", Severity.BLOCK, 1)
    assert _effects(finding)[CHROMIUM] is Effect.ENTRY
    assert _effects(finding)[FIREFOX] is Effect.HARMLESS
    assert finding.cure is not None
    assert finding.cure.name == "mp4-h264-aac"


def test_a_file_that_begins_with_an_open_gop_is_refused(tmp_path: Path) -> None:
    (finding,) = _findings(tmp_path, [OPEN, LEADING])
    assert _effects(finding)[CHROMIUM] is Effect.REFUSES
    assert _effects(finding)[FIREFOX] is Effect.LOSES


def test_chromium_begins_at_no_recovery_point_even_if_nothing_is_shown_before_it(
    tmp_path: Path,
) -> None:
    (finding,) = _findings(tmp_path, [KEY, NEXT], [(OPEN[0], SYNC, 0), NEXT])
    assert (finding.code, finding.severity) == ("TIME-009", Severity.BLOCK)


def test_a_keyframe_of_vp9_that_is_not_marked_is_told(tmp_path: Path) -> None:
    good = [(VP9_KEY, SYNC, 0), (VP9_OTHER, NON_SYNC, 0)]
    (finding,) = _findings(tmp_path, good, [(VP9_KEY, NON_SYNC, 0)], entry=_vp9_entry())
    assert (finding.code, finding.severity) == ("TIME-010", Severity.WARN)


@pytest.mark.parametrize("flags", [SYNC, NON_SYNC])
def test_a_false_mark_of_h264_is_told_and_harmless(tmp_path: Path, flags: int) -> None:
    picture = _units(SLICE) if flags == SYNC else _units(IDR)
    (finding,) = _findings(tmp_path, [KEY, NEXT], [(picture, flags, 0)])
    assert (finding.code, finding.severity) == ("TIME-010", Severity.WARN)
    assert set(_effects(finding).values()) == {Effect.HARMLESS}


def test_a_false_mark_of_vp9_is_believed(tmp_path: Path) -> None:
    good = [(VP9_KEY, SYNC, 0), (VP9_OTHER, NON_SYNC, 0)]
    assert _findings(tmp_path, good, good, entry=_vp9_entry()) == []
    (entry,) = _findings(tmp_path, good, [(VP9_OTHER, SYNC, 0)], entry=_vp9_entry())
    assert (entry.code, entry.severity) == ("TIME-010", Severity.BLOCK)
    assert _effects(entry)[CHROMIUM] is Effect.ENTRY
    (first,) = _findings(tmp_path, [(VP9_OTHER, SYNC, 0)], entry=_vp9_entry())
    assert _effects(first)[CHROMIUM] is Effect.REFUSES


BROKEN = {
    "cut out": _units(RECOVERY),
    "filler": _units(b"\x0c\xff\x80"),
    "zeros": _units(b"\x65" + bytes(9)),
    "a P slice": _units(b"\x65\x9a" + bytes(8)),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_keyframe_without_a_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    bad: Frame = (data, SYNC, 0)
    (later,) = _findings(tmp_path, [KEY, NEXT], [bad, NEXT], [KEY, NEXT])
    assert (later.code, later.severity, later.count) == ("TIME-010", Severity.BLOCK, 1)
    assert _effects(later)[CHROMIUM] is Effect.REFUSES
    assert _effects(later)[FIREFOX] is Effect.ENTRY
    (first,) = _findings(tmp_path, [bad, NEXT], [KEY, NEXT])
    assert _effects(first)[FIREFOX] is Effect.REFUSES


def test_a_delay_of_b_frames_that_no_edit_takes_back_is_told(tmp_path: Path) -> None:
    frames = [(KEY[0], SYNC, 80), NEXT, (NEXT[0], NON_SYNC, 80)]
    frames = [(data, flags, shift + 40) for data, flags, shift in frames]
    found = _findings(tmp_path, frames)
    assert [(f.code, f.severity) for f in found] == [("TIME-008", Severity.SYNC)]
    assert "80 ms late" in found[0].message
    assert _findings(tmp_path, frames, edits=[(0, 80)]) == []


def test_a_declared_track_without_frames_is_told(tmp_path: Path) -> None:
    traks = [b.trak(1, b"vide", entry=b.avc_entry()), b.trak(2, b"soun", entry=b.box("mp4a"))]
    init = b.ftyp() + b.moov(*traks, trexes=[b.trex(1, 40), b.trex(2, 40)])
    path = tmp_path / "made.mp4"
    path.write_bytes(init + _segment(0, [KEY, NEXT]))
    (finding,) = _judged(path)
    assert (finding.code, finding.severity) == ("MP4-038", Severity.BLOCK)
    assert "Track 2" in finding.message
    assert _effects(finding)[CHROMIUM] is Effect.IGNORES


@pytest.mark.parametrize(
    ("entry", "frame", "told"),
    [
        (b"fLaC", b"\xff\xf8\xc9\x18", False),
        (b"fLaC", b"\x7c\x8b\x21\x22", True),
        (b"Opus", b"\x7c\x8b\x21\x22", False),
    ],
)
def test_sound_must_be_of_the_codec_its_track_names(
    tmp_path: Path, entry: bytes, frame: bytes, *, told: bool
) -> None:
    trak = b.trak(1, b"soun", entry=b.box(entry.decode(), bytes(28)))
    path = tmp_path / "made.mp4"
    init = b.ftyp() + b.moov(trak, trexes=[b.trex(1, 40)])
    path.write_bytes(init + _segment(0, [(frame, SYNC, 0)]))
    assert [finding.code for finding in _judged(path)] == (["MP4-039"] if told else [])


WAYS = {
    "+frag_keyframe+delay_moov+default_base_moof": [],
    "+frag_keyframe+empty_moov+default_base_moof": ["TIME-008"],
    "+cmaf+frag_keyframe+delay_moov": [],
    "+frag_keyframe+empty_moov+default_base_moof+negative_cts_offsets": ["TIME-008"],
}


@pytest.mark.parametrize("flags", WAYS)
def test_what_ffmpeg_does_with_b_frames_is_told(make_clip: ClipFactory, flags: str) -> None:
    path = make_clip(
        f"rmf-{flags}.mp4",
        seconds=2,
        size="64x64",
        extra=("-bf", "3", "-g", "25", "-sc_threshold", "0", "-movflags", flags),
    )
    assert [finding.code for finding in _judged(path)] == WAYS[flags]
