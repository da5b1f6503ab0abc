"""Fixtures of the rules about MIME types (C1 to C6, T15): sound files, declared by the player."""

from dataclasses import replace

from tests.engines import fixtures_mp4 as mp4
from tests.engines import fixtures_webm as webm
from tests.engines.fixtures_base import Base, Fixture, broken, plain


def _declared(key: str, code: str, base: Base, mime: str, *, good: bool = False) -> Fixture:
    return plain(key, code, base, good=good, mime=mime)


_VP9 = "vp09.00.10.08"

MIME_FIXTURES: tuple[Fixture, ...] = (
    _declared("webm-mime-no-codecs", "MIME-001", webm.vp8_opus, "video/webm"),
    _declared("mp4-mime-no-codecs", "MIME-001", mp4.vp9_opus, "video/mp4"),
    _declared(
        "webm-mime-exact", "MIME-003", webm.vp8_opus, 'video/webm; codecs="vp8,opus"', good=True
    ),
    _declared(
        "webm-mime-order", "MIME-002", webm.vp8_opus, 'video/webm; codecs="opus, vp8"', good=True
    ),
    _declared(
        "mp4-mime-exact",
        "MIME-001",
        mp4.vp9_opus,
        f'video/mp4; codecs="{_VP9},opus"',
        good=True,
    ),
    _declared("webm-mime-missing-sound", "MIME-002", webm.vp8_opus, 'video/webm; codecs="vp8"'),
    _declared("webm-mime-missing-video", "MIME-002", webm.vp8_opus, 'audio/webm; codecs="opus"'),
    _declared(
        "webm-mime-extra-sound", "MIME-002", webm.video_only, 'video/webm; codecs="vp9,opus"'
    ),
    _declared(
        "webm-mime-wrong-sound", "MIME-002", webm.vp8_opus, 'video/webm; codecs="vp8,vorbis"'
    ),
    _declared("webm-mime-wrong-video", "MIME-002", webm.vp8_opus, 'video/webm; codecs="vp9,opus"'),
    _declared("mp4-mime-missing-sound", "MIME-002", mp4.vp9_opus, f'video/mp4; codecs="{_VP9}"'),
    _declared("mp4-mime-missing-video", "MIME-002", mp4.vp9_opus, 'audio/mp4; codecs="opus"'),
    _declared("mp4-mime-wrong-sound", "MIME-002", mp4.vp9_opus, f'video/mp4; codecs="{_VP9},flac"'),
    _declared(
        "mp4-mime-wrong-aac", "MIME-002", mp4.h264_aac, 'video/mp4; codecs="avc1.42c00a,mp4a.69"'
    ),
    _declared("webm-mime-capital-opus", "MIME-003", webm.vp8_opus, 'video/webm; codecs="vp8,Opus"'),
    _declared("mp4-mime-vp9", "MIME-004", mp4.vp9_opus, 'video/mp4; codecs="vp9,opus"'),
    _declared(
        "webm-mime-plain-vp9", "MIME-004", webm.vp9_opus, 'video/webm; codecs="vp9,opus"', good=True
    ),
    _declared("webm-mime-video-as-audio", "MIME-005", webm.video_only, 'audio/webm; codecs="vp9"'),
    _declared(
        "webm-mime-audio-as-video",
        "MIME-005",
        webm.audio_only,
        'video/webm; codecs="opus"',
        good=True,
    ),
    _declared(
        "mp4-mime-profile-2",
        "MIME-006",
        mp4.vp9_opus,
        'video/mp4; codecs="vp09.02.10.10,opus"',
        good=True,
    ),
    _declared(
        "mp4-mime-level",
        "MIME-006",
        mp4.h264_b_aac,
        'video/mp4; codecs="avc1.42E01E,mp4a.40.2"',
        good=True,
    ),
    replace(broken("webm-as-mp4", webm.vp8_opus), mime='video/mp4; codecs="vp09.00.10.08,opus"'),
    replace(broken("mp4-as-webm", mp4.vp9_opus), mime='video/webm; codecs="vp9,opus"'),
)
