"""What engines are asked to say of themselves: the codecs, each in its container.

An answer is the engine's word, no proof. There are two ways to ask, and they differ now and
then; where they do, both answers are told.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class CodecGroup(StrEnum):
    """What a codec is for."""

    VIDEO = "video"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class Capability:
    """A codec in a container. ``key`` stands in JSON and never changes."""

    key: str
    group: CodecGroup
    name: str
    mime: str


CAPABILITIES = tuple(Capability(key, CodecGroup(group), name, mime) for key, group, name, mime in (
    ("h264-baseline-mp4", "video", "H.264 Baseline, MP4", 'video/mp4; codecs="avc1.42E01E"'),
    ("h264-main-mp4", "video", "H.264 Main, MP4", 'video/mp4; codecs="avc1.4D401F"'),
    ("h264-high-mp4", "video", "H.264 High, MP4", 'video/mp4; codecs="avc1.64001F"'),
    ("h264-high10-mp4", "video", "H.264 High 10, MP4", 'video/mp4; codecs="avc1.6E001F"'),
    ("h264-444-mp4", "video", "H.264 High 4:4:4, MP4", 'video/mp4; codecs="avc1.F4001F"'),
    ("h265-main-mp4", "video", "H.265 Main, MP4", 'video/mp4; codecs="hvc1.1.6.L93.B0"'),
    ("h265-main10-mp4", "video", "H.265 Main 10, MP4", 'video/mp4; codecs="hvc1.2.4.L93.B0"'),
    ("vp8-webm", "video", "VP8, WebM", 'video/webm; codecs="vp8"'),
    ("vp9-webm", "video", "VP9, WebM", 'video/webm; codecs="vp09.00.31.08"'),
    ("vp9-mp4", "video", "VP9, MP4", 'video/mp4; codecs="vp09.00.31.08"'),
    ("vp9-10bit-webm", "video", "VP9 10 bit, WebM", 'video/webm; codecs="vp09.02.31.10"'),
    ("vp9-10bit-mp4", "video", "VP9 10 bit, MP4", 'video/mp4; codecs="vp09.02.31.10"'),
    ("av1-webm", "video", "AV1, WebM", 'video/webm; codecs="av01.0.08M.08"'),
    ("av1-mp4", "video", "AV1, MP4", 'video/mp4; codecs="av01.0.08M.08"'),
    ("av1-10bit-webm", "video", "AV1 10 bit, WebM", 'video/webm; codecs="av01.0.08M.10"'),
    ("av1-10bit-mp4", "video", "AV1 10 bit, MP4", 'video/mp4; codecs="av01.0.08M.10"'),
    ("aac-lc-mp4", "audio", "AAC-LC, MP4", 'audio/mp4; codecs="mp4a.40.2"'),
    ("he-aac-mp4", "audio", "HE-AAC, MP4", 'audio/mp4; codecs="mp4a.40.5"'),
    ("opus-webm", "audio", "Opus, WebM", 'audio/webm; codecs="opus"'),
    ("opus-mp4", "audio", "Opus, MP4", 'audio/mp4; codecs="opus"'),
    ("vorbis-webm", "audio", "Vorbis, WebM", 'audio/webm; codecs="vorbis"'),
    ("flac-mp4", "audio", "FLAC, MP4", 'audio/mp4; codecs="flac"'),
    ("mp3", "audio", "MP3", "audio/mpeg"),
    ("mp3-mp4", "audio", "MP3, MP4", 'audio/mp4; codecs="mp4a.6B"'),
    ("ac3-mp4", "audio", "AC-3, MP4", 'audio/mp4; codecs="ac-3"'),
    ("eac3-mp4", "audio", "E-AC-3, MP4", 'audio/mp4; codecs="ec-3"'),
))  # fmt: skip
"""In the order in which they are shown. Source of the strings: RFC 6381, ISO/IEC
14496-15 (avc1, hvc1), the VP codec binding to ISO media files (vp09), AV1-ISOBMFF (av01)."""


@dataclass(frozen=True, slots=True)
class Said:
    """What an engine says of one capability, None where it said nothing.

    ``takes`` is ``MediaSource.isTypeSupported``, ``decodes`` is
    ``mediaCapabilities.decodingInfo`` for media sources.
    """

    takes: bool | None = None
    decodes: bool | None = None

    @property
    def contradicts_itself(self) -> bool:
        """True when the two ways to ask got different answers."""
        return self.takes is not None and self.decodes is not None and self.takes != self.decodes


def said_of(types: Mapping[str, bool], decoding: Mapping[str, bool], one: Capability) -> Said:
    """Return what was said of one capability.

    Args:
        types: MIME type -> answer of ``isTypeSupported``.
        decoding: MIME type -> answer of ``decodingInfo``; empty when it was not asked.
        one: the codec.
    """
    return Said(types.get(one.mime), decoding.get(one.mime))


def codec_mimes() -> tuple[str, ...]:
    """Return the types to ask for."""
    return tuple(one.mime for one in CAPABILITIES)
