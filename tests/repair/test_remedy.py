"""Which repair is chosen for which findings, and what only a preset can do."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from studio.repair.remedy import choose_cure, usual_preset
from studio.segments.model import Family, Segment, SegmentMap, Track, TrackKind, TrackSpan
from studio.verdict.model import Cure, CureKind, Finding, Severity

CODECS = {
    "vp8": ("V_VP8", TrackKind.VIDEO), "vp09.00.10.08": ("V_VP9", TrackKind.VIDEO),
    "av01.0.00M.08": ("V_AV1", TrackKind.VIDEO), "avc1.64001f": ("avc1", TrackKind.VIDEO),
    "hvc1.1.6.L93.B0": ("hvc1", TrackKind.VIDEO), "vorbis": ("A_VORBIS", TrackKind.AUDIO),
    "opus": ("A_OPUS", TrackKind.AUDIO), "mp4a.40.2": ("mp4a", TrackKind.AUDIO),
    "ac-3": ("A_AC3", TrackKind.AUDIO),
}  # fmt: skip


def file(family: Family, *codecs: str) -> SegmentMap:
    tracks = tuple(
        Track(number, CODECS[codec][1], CODECS[codec][0], codec, 1000)
        for number, codec in enumerate(codecs, 1)
    )
    return SegmentMap(Path("x"), family, "", 1, Fraction(1), 0, 1, tracks, ())


def finding(code: str, cure: Cure | None, severity: Severity = Severity.BLOCK) -> Finding:
    return Finding(code, severity, "It is wrong.", cure=cure)


REPAIR = Cure(CureKind.REPAIR)
ENCODE = Cure(CureKind.PRESET, "mp4-h264-aac", ("--force-i-frame-sync",))


@pytest.mark.parametrize(
    ("family", "operation"), [(Family.WEBM, "recluster"), (Family.MP4, "refragment")]
)
def test_each_container_has_its_own_repair(family: Family, operation: str) -> None:
    codec = "vp8" if family is Family.WEBM else "avc1.64001f"
    remedy = choose_cure([finding("X-001", REPAIR)], file(family, codec))
    assert remedy.operation == operation
    assert [found.code for found in remedy.cured] == ["X-001"]
    assert (remedy.left, remedy.preset) == ((), "")


def test_what_copying_cannot_cure_gets_its_preset_and_what_is_useless() -> None:
    found = [finding("TIME-009", ENCODE), finding("MP4-007", REPAIR)]
    remedy = choose_cure(found, file(Family.MP4, "avc1.64001f"))
    assert remedy.operation == "refragment"
    assert [left.code for left in remedy.left] == ["TIME-009"]
    assert remedy.preset == "mp4-h264-aac"
    assert remedy.useless == ("--force-i-frame-sync",)


def test_nothing_helps_when_only_encoding_does() -> None:
    remedy = choose_cure([finding("TIME-012", ENCODE)], file(Family.MP4, "avc1.64001f"))
    assert remedy.operation == ""
    assert remedy.is_needed


def test_a_film_that_begins_late_as_a_whole_is_moved() -> None:
    late, skewed = (
        replace(file(Family.WEBM, "vp8", "opus"), segments=(segment(*starts),))
        for starts in ((Fraction(1), Fraction(2)), (Fraction(0), Fraction(2)))
    )
    found = [finding("TIME-001", Cure(CureKind.PRESET, "webm-vp8-vorbis"))]
    assert choose_cure(found, late).operation == "recluster"
    assert choose_cure(found, skewed).operation == ""
    assert choose_cure(found, skewed).attempt == "recluster"


def segment(*starts: Fraction) -> Segment:
    spans = tuple(TrackSpan(n, s, s + 1, 1, True, 1) for n, s in enumerate(starts, 1))
    return Segment(0, 1, Fraction(0), Fraction(1), True, spans)


def test_a_note_calls_for_nothing() -> None:
    notes = [finding("WEBM-014", REPAIR, Severity.INFO)]
    remedy = choose_cure(notes, file(Family.WEBM, "vp8"))
    assert not remedy.is_needed
    assert (remedy.operation, remedy.preset) == ("", "")


def test_h264_and_aac_in_matroska_are_repackaged_by_a_preset() -> None:
    doc_type = [finding("WEBM-020", REPAIR)]
    remedy = choose_cure(doc_type, file(Family.WEBM, "avc1.64001f", "mp4a.40.2"))
    assert (remedy.operation, remedy.preset) == ("", "mp4-copy")


def test_other_foreign_codecs_in_matroska_are_encoded_again() -> None:
    doc_type = [finding("WEBM-020", REPAIR)]
    remedy = choose_cure(doc_type, file(Family.WEBM, "vp09.00.10.08", "ac-3"))
    assert (remedy.operation, remedy.preset) == ("", "webm-vp9-opus")


def test_a_fault_of_the_page_needs_no_preset() -> None:
    found = [finding("MIME-002", Cure(CureKind.PLAYER))]
    remedy = choose_cure(found, file(Family.WEBM, "vp8"))
    assert (remedy.operation, remedy.preset) == ("", "")
    assert remedy.is_needed


@pytest.mark.parametrize(
    ("codecs", "preset"),
    [
        (("vp8", "vorbis"), "webm-vp8-vorbis"),
        (("vorbis",), "webm-vp8-vorbis"),
        (("vp09.00.10.08", "opus"), "webm-vp9-opus"),
        (("av01.0.00M.08", "opus"), "mp4-av1-opus"),
        (("avc1.64001f", "mp4a.40.2"), "mp4-h264-aac"),
        (("hvc1.1.6.L93.B0",), "mp4-h264-aac"),
    ],
)
def test_the_usual_preset_keeps_the_codecs(codecs: tuple[str, ...], preset: str) -> None:
    assert usual_preset(file(Family.MP4, *codecs)) == preset


def test_every_preset_named_exists() -> None:
    folder = Path(__file__).resolve().parents[2] / "presets"
    names = ("webm-vp8-vorbis", "webm-vp9-opus", "mp4-av1-opus", "mp4-h264-aac", "mp4-copy")
    assert all((folder / f"{name}.json").is_file() for name in names)
