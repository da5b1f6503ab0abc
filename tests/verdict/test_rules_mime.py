"""A player's MIME type against the file it is used for."""

from fractions import Fraction
from pathlib import Path

import pytest

from studio.segments.model import Family, SegmentMap, Track, TrackKind
from studio.verdict.model import Effect, EngineFamily, Severity
from studio.verdict.rules_mime import mime_findings, parse_mime

VIDEO, AUDIO = TrackKind.VIDEO, TrackKind.AUDIO


def _map(family: Family, *codecs: str) -> SegmentMap:
    tracks = tuple(
        Track(number, VIDEO if codec[:2] in ("vp", "av", "hv", "he") else AUDIO, "", codec, 1000)
        for number, codec in enumerate(codecs, start=1)
    )
    return SegmentMap(Path("x"), family, "right", 1, Fraction(0), 0, 0, tracks, ())


WEBM = _map(Family.WEBM, "vp8", "vorbis")
MP4 = _map(Family.MP4, "avc1.64001f", "mp4a.40.2")
VP9_MP4 = _map(Family.MP4, "vp09.00.10.08", "opus")

WRONG = {
    "no codecs": (WEBM, "video/webm", "MIME-001", Severity.BLOCK, {"chromium"}),
    "track missing": (WEBM, 'video/webm; codecs="vp8"', "MIME-002", Severity.BLOCK, {"chromium"}),
    "one too many": (
        WEBM, 'video/webm; codecs="vp8,vorbis,opus"', "MIME-002", Severity.BLOCK, {"chromium"},
    ),
    "other codec": (
        MP4, 'video/mp4; codecs="avc1.64001f,opus"', "MIME-002", Severity.BLOCK, {"chromium"},
    ),
    "capital in WebM": (
        _map(Family.WEBM, "opus"), "audio/webm; codecs=Opus", "MIME-003", Severity.BLOCK,
        {"chromium", "firefox", "webkit"},
    ),
    "capital in MP4": (
        _map(Family.MP4, "opus"), "audio/mp4; codecs=Opus", "MIME-003", Severity.WARN, set(),
    ),
    "short VP9 name in MP4": (
        VP9_MP4, 'video/mp4; codecs="vp9,opus"', "MIME-004", Severity.BLOCK, {"chromium"},
    ),
    "VP8 in MP4": (
        _map(Family.MP4, "vp08.00.10.08"), 'video/mp4; codecs="vp08.00.10.08"', "MIME-004",
        Severity.BLOCK, {"chromium", "firefox"},
    ),
    "picture in an audio type": (
        WEBM, 'audio/webm; codecs="vp8,vorbis"', "MIME-005", Severity.BLOCK,
        {"chromium", "firefox", "webkit"},
    ),
    "other profile": (
        MP4, 'video/mp4; codecs="avc1.42e01e,mp4a.40.2"', "MIME-006", Severity.WARN, set(),
    ),
    "other AAC": (
        MP4, 'video/mp4; codecs="avc1.64001F,mp4a.40.5"', "MIME-006", Severity.WARN, set(),
    ),
    "hev1": (_map(Family.MP4, "hev1.1.6.L93.B0"), None, "MIME-007", Severity.WARN, {"webkit"}),
    "no name": (
        _map(Family.MP4, ""), None, "MIME-001", Severity.BLOCK, {"chromium", "firefox", "webkit"},
    ),
    "wrong container": (
        WEBM, 'video/mp4; codecs="avc1.64001f"', "TIME-015", Severity.BLOCK,
        {"chromium", "firefox", "webkit"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_each_wrong_type_has_its_code_and_its_engines(name: str) -> None:
    found, declared, code, severity, refusing = WRONG[name]
    (finding,) = mime_findings(found, declared)
    assert (finding.code, finding.severity) == (code, severity)
    refused = {hit.family.value for hit in finding.hits if hit.effect is Effect.REFUSES}
    assert refused == refusing
    assert finding.cure is not None
    assert finding.remedy.endswith(".")


@pytest.mark.parametrize(
    ("found", "declared"),
    [
        (WEBM, 'video/webm; codecs="vp8,vorbis"'),
        (WEBM, "video/webm;codecs='vorbis, vp8'"),
        (MP4, 'video/mp4; codecs="avc1.64001F, mp4a.40.2"'),
        (_map(Family.WEBM, "vp09.00.10.08"), 'video/webm; codecs="vp9"'),
        (_map(Family.WEBM, "vp8", "vorbis", "opus"), 'video/webm; codecs="vp8,vorbis"'),
        (_map(Family.MP4, "opus", "opus"), 'audio/mp4; codecs="opus,opus"'),
        (WEBM, None),
        (_map(Family.WEBM, "vp8", "vorbis", ""), None),
    ],
)
def test_a_fitting_type_has_no_findings(found: SegmentMap, declared: str | None) -> None:
    assert list(mime_findings(found, declared)) == []


def test_two_equal_tracks_of_an_mp4_need_two_names() -> None:
    (finding,) = mime_findings(_map(Family.MP4, "opus", "opus"), 'audio/mp4; codecs="opus"')
    assert finding.code == "MIME-002"
    assert finding.hit(EngineFamily.FIREFOX) is not None


@pytest.mark.parametrize(
    ("text", "codecs"),
    [
        ("video/mp4", None),
        ("video/mp4; codecs=", ()),
        ('video/mp4; CODECS="a,b"; x=y', ("a", "b")),
        ("video/mp4; codecs=avc1.64001f", ("avc1.64001f",)),
        ("", None),
    ],
)
def test_types_are_split_as_they_are_written(text: str, codecs: tuple[str, ...] | None) -> None:
    assert parse_mime(text).codecs == codecs
