"""Fixtures of the rules for WebM (W1 to W20)."""

from functools import partial
from pathlib import Path

from studio.repair.breaking import webm_blocks as blocks
from studio.repair.breaking.model import on_webm
from tests.engines.fixtures_base import Fixture, broken, plain, planned
from tests.engines.materials import Materials


def vp8_opus(m: Materials) -> Path:
    return m.webm("vp8", "opus", "30")


def vp8_vorbis(m: Materials) -> Path:
    return m.webm("vp8", "vorbis", "25")


def vp9_opus(m: Materials) -> Path:
    return m.webm("vp9", "opus", "25")


def film_rate(m: Materials) -> Path:
    return m.webm("vp8", "vorbis", "24000/1001", 44_100)


def video_only(m: Materials) -> Path:
    return m.webm("vp9", "", "30")


def audio_only(m: Materials) -> Path:
    return m.webm("", "opus")


_SOUND = (
    plain("webm-sound-vp8-opus", "WEBM-003", vp8_opus),
    plain("webm-sound-vp8-vorbis", "WEBM-004", vp8_vorbis),
    plain("webm-sound-vp9-opus", "TIME-015", vp9_opus),
    plain("webm-sound-23976", "WEBM-012", film_rate),
    plain("webm-sound-video-only", "WEBM-005", video_only),
    plain("webm-sound-audio-only", "FILE-001", audio_only),
)

_RAW = tuple(
    plain(
        f"webm-ffmpeg-{video}-{audio}-{rate_hz}",
        "WEBM-003",
        partial(Materials.raw_webm, video=video, audio=audio, rate="25", rate_hz=rate_hz),
        good=False,
    )
    for video, audio, rate_hz in (
        ("vp8", "vorbis", 48_000),
        ("vp8", "vorbis", 44_100),
        ("vp8", "opus", 48_000),
        ("vp9", "opus", 48_000),
    )
)

_BROKEN = (
    broken("webm-no-info", vp8_opus),
    broken("webm-no-tracks", vp8_opus, mime='video/webm; codecs="vp8,opus"'),
    broken("webm-cluster-first", vp8_opus),
    broken("webm-junk", vp8_opus),
    broken("webm-segment-too-short", vp8_opus, good=True),
    broken("webm-late-timestamp", vp8_opus),
    broken("webm-block-order", vp8_opus),
    broken("webm-block-order", vp9_opus, key="webm-block-order-vp9"),
    broken("webm-swapped-clusters", vp8_opus),
    broken("webm-swapped-clusters", video_only, key="webm-swapped-clusters-video-only"),
    broken("webm-clusters-inside-gops", vp8_opus),
    broken("webm-clusters-inside-gops", video_only, key="webm-clusters-inside-gops-video-only"),
    broken("webm-no-first-keyframe", vp8_opus),
    broken("webm-no-first-keyframe", video_only, key="webm-no-first-keyframe-video-only"),
    broken("webm-lacing", vp8_vorbis),
    broken("webm-undeclared-track", vp8_opus),
    broken("webm-high-track-number", vp8_opus),
    broken("webm-two-blocks-in-group", vp8_opus),
    broken("webm-group-without-block", vp8_opus),
    broken("webm-two-additions", vp8_opus),
    broken("webm-two-codec-ids", vp8_opus),
    broken("webm-foreign-name", vp8_opus),
    broken("webm-zero-default-duration", vp8_opus),
    broken("webm-second-sound-track", vp8_opus, good=True),
    broken("webm-dropped-frame", vp8_opus),
    broken("webm-dropped-frame", film_rate, key="webm-dropped-frame-23976"),
    broken("webm-dropped-frame", video_only, key="webm-dropped-frame-video-only"),
    broken("webm-dropped-frames", vp8_vorbis, key="webm-dropped-frames-25"),
    planned(
        "webm-step-of-80-ms-at-25",
        "WEBM-012",
        vp8_vorbis,
        on_webm(partial(blocks.dropped_frames, count=1)),
        good=True,
    ),
    broken("webm-negative-times", vp8_opus, good=True),
    broken("webm-unknown-sizes", vp8_opus, good=True),
    broken("webm-other-elements", vp8_opus, good=True),
    broken("webm-truncated-cluster", vp8_opus),
    broken("webm-no-default-duration", vp8_opus, good=True),
    broken("webm-pre-skip", vp8_opus, good=True),
    broken("webm-separate-clusters", vp8_opus, good=True),
    broken("webm-doc-type", vp8_opus, good=True),
    broken("webm-foreign-codec", vp8_vorbis),
    broken("webm-wrong-video-codec", vp8_opus),
    broken("webm-wrong-vp8", vp9_opus),
    broken("webm-no-duration", vp8_opus, good=True),
    broken("webm-hidden-keyframe", vp8_opus),
    broken("webm-false-keyframe", vp8_opus, good=True),
)

WEBM_FIXTURES: tuple[Fixture, ...] = (*_SOUND, *_RAW, *_BROKEN)
