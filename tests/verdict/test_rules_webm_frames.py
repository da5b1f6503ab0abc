"""Frames of WebM against their flags."""

from pathlib import Path

import pytest

from studio.segments.frame_reader import read_media
from studio.segments.source import open_source
from studio.segments.vpx_keyframes import is_keyframe
from studio.verdict.model import Effect, EngineFamily, Finding, Severity
from studio.verdict.rules_webm_frames import webm_frame_findings
from tests.conftest import ClipFactory
from tests.segments import building as b
from tests.segments.conftest import GOP, VP8, VP9

KEY, INTER = b"\x10key", b"\x11int"


def _findings(path: Path) -> list[Finding]:
    with open_source(path) as source:
        return list(webm_frame_findings(read_media(path), source))


def _built(folder: Path, *clusters: bytes) -> list[Finding]:
    path = folder / "made.webm"
    path.write_bytes(b.webm(b.info(), b.tracks(audio=False), *clusters))
    return _findings(path)


def _cluster(time: int, data: bytes, *, key: bool = True) -> bytes:
    return b.cluster(
        time, b.simple_block(1, 0, key=key, data=data), b.simple_block(1, 40, key=False, data=INTER)
    )


def test_flags_that_tell_the_truth_have_no_findings(tmp_path: Path) -> None:
    assert _built(tmp_path, _cluster(0, KEY), _cluster(80, KEY)) == []


def test_a_false_keyframe_at_the_start_is_refused(tmp_path: Path) -> None:
    (finding,) = _built(tmp_path, _cluster(0, INTER), _cluster(80, KEY))
    assert (finding.code, finding.severity) == ("WEBM-032", Severity.BLOCK)
    assert finding.place == "Segment/Cluster[1]"
    effects = {hit.family: hit.effect for hit in finding.hits}
    assert effects[EngineFamily.CHROMIUM] is Effect.REFUSES
    assert effects[EngineFamily.FIREFOX] is Effect.IGNORES


def test_a_false_keyframe_later_only_spoils_the_entry(tmp_path: Path) -> None:
    found = _built(tmp_path, _cluster(0, KEY), _cluster(80, INTER), _cluster(160, INTER))
    (finding,) = found
    assert (finding.severity, finding.count) == (Severity.LOSS, 2)
    effects = {hit.family: hit.effect for hit in finding.hits}
    assert effects[EngineFamily.CHROMIUM] is Effect.ENTRY
    assert effects[EngineFamily.FIREFOX] is Effect.HARMLESS
    assert finding.place == "Segment/Cluster[2]"


def test_a_false_keyframe_inside_a_cluster_only_spoils_seeks(tmp_path: Path) -> None:
    inside = b.simple_block(1, 40, key=True, data=INTER)
    first = b.cluster(0, b.simple_block(1, 0, key=True, data=KEY), inside)
    (finding,) = _built(tmp_path, first, _cluster(80, KEY))
    assert finding.severity is Severity.LOSS
    assert finding.hits[0].effect is Effect.HARMLESS


def test_another_codec_s_bytes_in_a_vp8_track_are_found(tmp_path: Path) -> None:
    vp9 = bytes.fromhex("82498342004ef0021000")
    found = _built(tmp_path, _cluster(0, vp9 + bytes(20)), _cluster(80, vp9 + bytes(20)))
    assert [finding.code for finding in found] == ["WEBM-035"]


def test_a_keyframe_without_a_flag_is_warned_of(tmp_path: Path) -> None:
    (finding,) = _built(tmp_path, _cluster(0, KEY), _cluster(80, KEY, key=False))
    assert (finding.code, finding.severity) == ("WEBM-032", Severity.WARN)
    firefox = finding.hit(EngineFamily.FIREFOX)
    assert firefox is not None
    assert firefox.effect is Effect.HARMLESS


def test_sound_alone_has_no_keyframes_to_judge(tmp_path: Path) -> None:
    path = tmp_path / "made.webm"
    entry = b.track(1, 2, b"A_VORBIS", *b.sound_parts(b"A_VORBIS"))
    data = b.webm(b.info(), b.element(0x1654AE6B, entry), b.cluster(0, b.simple_block(1, 0)))
    path.write_bytes(data)
    assert _findings(path) == []


AV1 = ("-c:v", "libaom-av1", "-cpu-used", "8", "-usage", "realtime", "-pix_fmt", "yuv420p")


@pytest.mark.parametrize(
    ("name", "video"), [("f-8.webm", VP8), ("f-9.webm", VP9), ("f-a.webm", (*AV1, "-threads", "1"))]
)
def test_frames_of_encoders_are_keyframes_where_they_say_so(
    make_clip: ClipFactory, name: str, video: tuple[str, ...]
) -> None:
    path = make_clip(name, seconds=1.5, video=video, sample_rate=None, extra=GOP)
    (table,) = read_media(path).tables
    codec = table.track.codec_id
    with open_source(path) as source:
        told = [
            is_keyframe(codec, source.at(offset, min(96, size)))
            for offset, size in zip(table.offsets, table.sizes, strict=True)
        ]
    assert told == [bool(key) for key in table.keyframes]
    assert sum(table.keyframes) >= 2
    assert _findings(path) == []


def test_vp9_of_4_4_0_is_decoded_by_nobody(make_clip: ClipFactory) -> None:
    video = ("-c:v", "libvpx-vp9", "-pix_fmt", "yuv440p", "-deadline", "realtime", "-b:v", "200k")
    path = make_clip("f-440.webm", seconds=0.4, video=video, sample_rate=None)
    (finding,) = _findings(path)
    assert (finding.code, finding.severity) == ("WEBM-033", Severity.BLOCK)


@pytest.mark.parametrize("codec", ["V_VP8", "V_VP9", "V_AV1", "V_THEORA"])
@pytest.mark.parametrize("data", [b"", b"\x32", b"\x0a\xff\xff", b"\x7a"])
def test_bytes_that_tell_nothing_are_no_error(codec: str, data: bytes) -> None:
    assert is_keyframe(codec, data) in (None, True, False)
