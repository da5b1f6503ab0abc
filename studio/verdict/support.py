"""Which codecs an engine decodes, as measured: its own ``isTypeSupported`` is not to be trusted.

Source: every type was asked for with ``MediaSource.isTypeSupported`` and every codec that can
be encoded was played, with the MIME type of its segment map, in Chromium 156, the embedded
Chromium 140 (no H.264, no AAC) and Firefox 153 on Linux (2026-11). Words of the tables are
the first parts of RFC 6381 codec strings. An engine that was never measured gets "unknown".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from studio.segments.model import Family, Track, TrackKind
from studio.verdict.engine_models import EngineModel
from studio.verdict.model import EngineFamily


class Answer(StrEnum):
    """Whether a codec is decoded."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Support:
    """An answer and why, as one sentence."""

    answer: Answer
    reason: str = ""


_YES = Support(Answer.YES)

_CONTAINERS: Mapping[str, frozenset[Family]] = MappingProxyType({
    **dict.fromkeys(("vp8", "vp9", "vorbis"), frozenset({Family.WEBM})),
    **dict.fromkeys(("vp09", "av01", "opus"), frozenset({Family.WEBM, Family.MP4})),
    **dict.fromkeys(
        ("avc1", "avc3", "hvc1", "hev1", "mp4a", "flac", "mp3", "ac-3", "ec-3"),
        frozenset({Family.MP4}),
    ),
})  # fmt: skip
"""Codec -> where a SourceBuffer takes it; ``vp08`` in MP4 is taken nowhere."""

_H264_PROFILES: Mapping[EngineFamily, frozenset[int]] = MappingProxyType({
    EngineFamily.CHROMIUM: frozenset({66, 77, 83, 86, 88, 100, 110, 118, 122, 128, 244}),
    EngineFamily.FIREFOX: frozenset({66, 77, 88, 100}),
})  # fmt: skip
"""profile_idc of H.264 (66 Baseline, 77 Main, 100 High; 110 to 244: more than 8-bit 4:2:0)."""

_AAC_TYPES = frozenset({"40.2", "40.02", "40.5", "40.05", "40.29", "67"})
_OPEN = frozenset({"vp8", "vp9", "vp09", "av01", "vorbis", "opus", "flac"})
_WEBKIT_PLAYED = (
    *("vp8", "vp9", "vp09.00", "vp09.01", "vp09.02", "av01.0", "vorbis", "opus", "flac"),
    *("avc1.42", "avc1.4d", "avc1.64", "avc1.6e", "avc1.7a", "avc1.f4"),
    *("hvc1.1", "hvc1.2", "hev1.1", "mp4a.40.2", "ac-3", "ec-3"),
)
"""What WebKitGTK 2.50.6 with Debian's GStreamer 1.22 (plug-ins good, bad and libav) was seen to
play; others were not tried. Another machine may have fewer plug-ins."""

_MAX_MONOCHROME = 0x40
"""general_max_monochrome_constraint_flag in the second constraint byte of H.265."""


def can_decode(model: EngineModel, track: Track, container: Family) -> Support:
    """Return whether an engine decodes a track, as far as its codec string tells.

    Args:
        model: the engine.
        track: with its computed codec string.
        container: what the SourceBuffer is given.
    """
    text = track.codec_string  # WebKitGTK calls all of them supported in WebM, and then fails
    if track.kind is TrackKind.OTHER:
        return _YES
    if not text:
        reason = f"{track.codec_id or 'The codec'} has no name that a SourceBuffer could be given."
        return Support(Answer.NO, reason)
    lies = model.family is EngineFamily.WEBKIT and container is Family.WEBM
    if not lies and container not in _CONTAINERS.get(text.split(".", 1)[0], frozenset()):
        holder = "WebM" if container is Family.WEBM else "MP4"
        return Support(Answer.NO, f"No engine takes {text} in {holder}.")
    if model.family is EngineFamily.WEBKIT:
        return _webkit(text)
    return _measured(model, text)


def _webkit(text: str) -> Support:
    if text.startswith(_WEBKIT_PLAYED):
        return _YES
    if text.startswith("mp3"):
        return Support(Answer.NO, "WebKitGTK takes no MP3 in MP4.")
    return Support(Answer.UNKNOWN, f"Whether this engine decodes {text} was never measured.")


def _measured(model: EngineModel, text: str) -> Support:
    codec, _, rest = text.partition(".")
    if codec in ("avc1", "avc3"):
        return _h264(model, text)
    if codec in ("hvc1", "hev1"):
        return _h265(model, text)
    if codec == "mp4a" and rest not in _AAC_TYPES:
        return Support(Answer.NO, f"{model.title} takes no SourceBuffer of {text}.")
    if codec == "mp4a":
        return _closed(model, "AAC")
    if codec == "mp3":
        known = model.family is EngineFamily.FIREFOX
        return _YES if known else Support(Answer.NO, f"{model.title} takes no MP3 in MP4.")
    if codec == "av01" and _is_monochrome(text) and model.family is EngineFamily.FIREFOX:
        return Support(Answer.NO, "Firefox does not decode AV1 without colour.")
    if codec in _OPEN:
        return _YES
    return Support(Answer.NO, f"{model.title} does not decode {text}.")


def _closed(model: EngineModel, name: str) -> Support:
    if model.open_codecs_only:
        return Support(Answer.NO, f"This build of the engine has no {name}.")
    return _YES


def _h264(model: EngineModel, text: str) -> Support:
    profile = text[5:7]
    if model.open_codecs_only:
        return _closed(model, "H.264")
    try:
        known = int(profile, 16) in _H264_PROFILES[model.family]
    except ValueError:
        return Support(Answer.NO, f"“{text}” names no H.264 profile.")
    if known:
        return _YES
    return Support(Answer.NO, f"{model.title} takes no H.264 of profile {int(profile, 16)}.")


def _h265(model: EngineModel, text: str) -> Support:
    if model.family is EngineFamily.CHROMIUM:
        return Support(Answer.NO, f"{model.title} has no decoder of its own for H.265.")
    parts = text.split(".")
    second = parts[5] if len(parts) > 5 else "0"
    if parts[1] == "4" and int(second, 16) & _MAX_MONOCHROME:
        return Support(Answer.NO, "Firefox does not decode H.265 without colour.")
    return _YES


def _is_monochrome(text: str) -> bool:
    parts = text.split(".")
    return len(parts) > 4 and parts[4] == "1"
