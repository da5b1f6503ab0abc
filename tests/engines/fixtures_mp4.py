"""Fixtures of the rules for fragmented MP4 (F1 to F20), open codecs and H.264/AAC."""

from functools import partial
from pathlib import Path

from tests.engines.fixtures_base import Base, Fixture, broken, plain
from tests.engines.materials import FRAGMENTS, Materials

_KEY = "+frag_keyframe"
_BASE = "+default_base_moof"


def vp9_opus(m: Materials) -> Path:
    return m.mp4("vp9", "opus")


def av1_opus(m: Materials) -> Path:
    return m.mp4("av1", "opus")


def h264_aac(m: Materials) -> Path:
    return m.mp4("h264", "aac")


def h264_b_aac(m: Materials) -> Path:
    return m.mp4("h264b", "aac")


def aac_44100(m: Materials) -> Path:
    return m.muxed("h264b-aac-44100.mp4", [m.picture("h264b"), m.sound("aac", 44_100)], *FRAGMENTS)


def open_gop(m: Materials) -> Path:
    return m.mp4("h264open", "aac")


def vp9_only(m: Materials) -> Path:
    return m.mp4("vp9", "")


def opus_only(m: Materials) -> Path:
    return m.mp4("", "opus")


def _muxed(video: str, audio: str, name: str, *flags: str) -> Base:
    """Return a base of ffmpeg's MP4 muxer with these flags (none: a plain MP4)."""
    options = ("-movflags", "".join(flags)) if flags else ("-movflags", "0")
    stem = f"{video}-{audio}-{name}"
    return lambda m: m.mp4(video, audio, *options, name=stem)


def _ways(name: str, code: str, *flags: str, good: bool) -> tuple[Fixture, ...]:
    """Return fixtures of one way to mux, with open codecs and with H.264/AAC."""
    return (
        plain(f"mp4-{name}", code, _muxed("vp9", "opus", name, *flags), good=good),
        plain(f"mp4-{name}-h264", code, _muxed("h264b", "aac", name, *flags), good=good),
    )


_SOUND = (
    plain("mp4-sound-vp9-opus", "MP4-001", vp9_opus),
    plain("mp4-sound-av1-opus", "MP4-016", av1_opus),
    plain("mp4-sound-h264-aac", "MP4-020", h264_aac),
    plain("mp4-sound-44100", "MP4-010", aac_44100),
    plain("mp4-sound-h264-b-aac", "MP4-002", h264_b_aac),
    plain("mp4-sound-video-only", "TIME-009", vp9_only),
    plain("mp4-sound-audio-only", "TIME-006", opus_only),
    plain(
        "mp4-sound-23976",
        "TIME-004",
        partial(Materials.mp4, video="vp9", audio="opus", rate="24000/1001"),
    ),
)

_MUXED = (
    *_ways("plain", "MP4-001", good=False),
    *_ways("faststart", "MP4-001", "+faststart", good=False),
    *_ways("first-gop-in-moov", "MP4-002", _KEY, _BASE, good=False),
    *_ways("no-default-base-moof", "MP4-007", _KEY, "+delay_moov", good=False),
    *_ways("omit-tfhd-offset", "MP4-008", _KEY, "+delay_moov+omit_tfhd_offset", good=False),
    *_ways("empty-moov", "TIME-008", _KEY, _BASE, "+empty_moov", good=True),
    *_ways("cmaf", "TIME-008", _KEY, "+cmaf", good=True),
    *_ways("negative-cts", "TIME-008", _KEY, _BASE, "+delay_moov+negative_cts_offsets", good=True),
    *_ways("with-sidx", "MP4-019", _KEY, _BASE, "+delay_moov+global_sidx", good=True),
    *_ways("per-fragment-sidx", "MP4-019", _KEY, "+dash+delay_moov", good=True),
)

_OPEN = tuple(
    broken(breaker, vp9_opus, key=f"{breaker}-vp9", good=good)
    for breaker, good in (
        ("mp4-no-mvex", False),
        ("mp4-first-gop-in-header", False),
        ("mp4-no-trex", False),
        ("mp4-foreign-trex", False),
        ("mp4-zero-description", False),
        ("mp4-no-ftyp", True),
        ("mp4-strange-brand", True),
        ("mp4-wide-box", False),
        ("mp4-data-to-end", False),
        ("mp4-base-data-offset", False),
        ("mp4-no-default-base", False),
        ("mp4-no-data-offset", False),
        ("mp4-truncated-data", False),
        ("mp4-sizes-beyond", False),
        ("mp4-no-decode-time", False),
        ("mp4-no-tracks", False),
        ("mp4-foreign-track", False),
        ("mp4-data-first", False),
        ("mp4-orphan-data", True),
        ("mp4-orphan-fragment", False),
        ("mp4-header-last", False),
        ("mp4-other-header", False),
        ("mp4-same-header", True),
        ("mp4-duplicate-track", False),
        ("mp4-reserved-dependency", False),
        ("mp4-separate-fragments", True),
        ("mp4-empty-sample", True),
        ("mp4-lying-index", True),
        ("mp4-empty-configuration", False),
        ("mp4-wrong-codec", False),
        ("mp4-hidden-keyframe", False),
        ("mp4-false-keyframe", True),
        ("mp4-no-first-keyframe", False),
        ("mp4-fragments-inside-gops", False),
    )
)

_CLOSED = (
    broken("mp4-no-mvex", h264_aac, key="mp4-no-mvex-h264"),
    broken("mp4-base-data-offset", h264_aac, key="mp4-base-data-offset-h264"),
    broken("mp4-no-data-offset", h264_b_aac, key="mp4-no-data-offset-h264"),
    broken("mp4-no-decode-time", h264_b_aac, key="mp4-no-decode-time-h264"),
    broken("mp4-reserved-dependency", h264_aac, key="mp4-reserved-dependency-h264"),
    broken("mp4-separate-fragments", h264_b_aac, key="mp4-separate-fragments-h264", good=True),
    broken("mp4-empty-configuration", h264_aac, key="mp4-empty-configuration-h264"),
    broken("mp4-length-size", h264_aac),
    broken("mp4-annex-b", h264_aac),
    broken("mp4-hidden-keyframe", h264_aac, key="mp4-hidden-keyframe-h264", good=True),
    broken("mp4-false-keyframe", h264_aac, key="mp4-false-keyframe-h264", good=True),
    broken("mp4-no-first-keyframe", h264_b_aac, key="mp4-no-first-keyframe-h264"),
    broken("mp4-fragments-inside-gops", h264_b_aac, key="mp4-fragments-inside-gops-h264"),
    broken("mp4-fragments-inside-gops", vp9_only, key="mp4-fragments-inside-gops-video-only"),
    broken("mp4-empty-configuration", av1_opus, key="mp4-empty-configuration-av1"),
    broken("mp4-foreign-track", opus_only, key="mp4-foreign-track-audio-only"),
    plain("mp4-open-gop-h264", "TIME-009", open_gop, good=False),
)

MP4_FIXTURES: tuple[Fixture, ...] = (*_SOUND, *_MUXED, *_OPEN, *_CLOSED)
