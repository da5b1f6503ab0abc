"""HLS playlists as text; ``hls`` reads them.

Source: RFC 8216, sections 4.3 (tags) and 6.2 (what a server must see to).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction

VERSION = 7
MEDIA_TYPE = "application/vnd.apple.mpegurl"
LEAST_BANDWIDTH = 1000


@dataclass(frozen=True, slots=True)
class ByteSpan:
    """``size`` bytes from ``offset`` on."""

    offset: int
    size: int

    @property
    def as_hls(self) -> str:
        """As EXT-X-BYTERANGE says it."""
        return f"{self.size}@{self.offset}"

    @property
    def as_http(self) -> str:
        """As a DASH range says it: first and last byte."""
        return f"{self.offset}-{self.offset + self.size - 1}"


@dataclass(frozen=True, slots=True)
class HlsInit:
    """An init segment: a whole file, or a part of one."""

    uri: str
    span: ByteSpan | None = None


@dataclass(frozen=True, slots=True)
class HlsSegment:
    """A media segment; ``at`` is when it was, in s since 1970, None where that is not told."""

    uri: str
    duration_s: Fraction
    init: HlsInit
    span: ByteSpan | None = None
    discontinuity: bool = False
    at: float | None = None


@dataclass(frozen=True, slots=True)
class LivePlaylist:
    """What a playlist that slides says besides its segments."""

    target_s: int
    sequence: int
    discontinuity_sequence: int = 0
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Variant:
    """One EXT-X-STREAM-INF: rates in bit/s, ``codecs`` with those of its sound."""

    uri: str
    peak_bps: int
    mean_bps: int
    codecs: str = ""
    width: int = 0
    height: int = 0
    frame_rate: Fraction = Fraction(0)
    sound_group: str = ""


@dataclass(frozen=True, slots=True)
class Sound:
    """One EXT-X-MEDIA of type AUDIO; ``language`` is a BCP 47 tag, or empty."""

    uri: str
    name: str
    group: str
    language: str = ""
    channels: int = 0
    is_default: bool = True


def media_playlist(
    segments: Sequence[HlsSegment], live: LivePlaylist | None = None, *, independent: bool = True
) -> str:
    """Return a media playlist: of VOD, or a sliding one.

    Args:
        segments: in order.
        live: None for VOD.
        independent: every segment begins with a keyframe.
    """
    lengths = [segment.duration_s for segment in segments]
    target_s = live.target_s if live else max([1, *map(target_duration_s, lengths)])
    lines = [
        "#EXTM3U",
        f"#EXT-X-VERSION:{VERSION}",
        f"#EXT-X-TARGETDURATION:{target_s}",
        f"#EXT-X-MEDIA-SEQUENCE:{live.sequence if live else 0}",
    ]
    if live is None:
        lines.append("#EXT-X-PLAYLIST-TYPE:VOD")
    elif live.discontinuity_sequence or any(one.discontinuity for one in segments):
        lines.append(f"#EXT-X-DISCONTINUITY-SEQUENCE:{live.discontinuity_sequence}")
    lines += ["#EXT-X-INDEPENDENT-SEGMENTS"] if independent else []
    init: HlsInit | None = None
    for segment in segments:
        lines += _segment_lines(segment, None if init == segment.init else segment.init)
        init = segment.init
    if live is None or live.ended:
        lines.append("#EXT-X-ENDLIST")
    return "\n".join([*lines, ""])


def target_duration_s(length_s: Fraction) -> int:
    """Return the least EXT-X-TARGETDURATION for a segment: never less than its rounded length."""
    return max(1, -(-length_s.numerator // length_s.denominator))


def master_playlist(
    variants: Sequence[Variant], sounds: Sequence[Sound] = (), *, independent: bool = True
) -> str:
    """Return a multivariant playlist.

    Args:
        variants: the best first, or the one to begin with first.
        sounds: renditions that the variants name by their group.
        independent: every segment begins with a keyframe.
    """
    lines = ["#EXTM3U", f"#EXT-X-VERSION:{VERSION}"]
    lines += ["#EXT-X-INDEPENDENT-SEGMENTS"] if independent else []
    lines += [_sound_line(sound) for sound in sounds]
    for variant in variants:
        lines += [_variant_line(variant), variant.uri]
    return "\n".join([*lines, ""])


def _segment_lines(segment: HlsSegment, init: HlsInit | None) -> list[str]:
    lines = ["#EXT-X-DISCONTINUITY"] if segment.discontinuity else []
    if init is not None:
        span = f',BYTERANGE="{init.span.as_hls}"' if init.span else ""
        lines.append(f'#EXT-X-MAP:URI="{init.uri}"{span}')
    if segment.at is not None:
        lines.append(f"#EXT-X-PROGRAM-DATE-TIME:{utc_text(segment.at)}")
    lines.append(f"#EXTINF:{float(segment.duration_s):.6f},")
    if segment.span is not None:
        lines.append(f"#EXT-X-BYTERANGE:{segment.span.as_hls}")
    return [*lines, segment.uri]


def utc_text(at: float) -> str:
    """Return a moment, in s since 1970, as ISO 8601 with milliseconds: ``...T12:00:00.000Z``."""
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds")[:-6] + "Z"


def _sound_line(sound: Sound) -> str:
    told = ["TYPE=AUDIO", f'GROUP-ID="{sound.group}"', f'NAME="{sound.name}"']
    told += [f'LANGUAGE="{sound.language}"'] if sound.language else []
    told += [f"DEFAULT={'YES' if sound.is_default else 'NO'}", "AUTOSELECT=YES"]
    told += [f'CHANNELS="{sound.channels}"'] if sound.channels else []
    return f'#EXT-X-MEDIA:{",".join(told)},URI="{sound.uri}"'


def _variant_line(variant: Variant) -> str:
    peak, mean = (max(LEAST_BANDWIDTH, rate) for rate in (variant.peak_bps, variant.mean_bps))
    told = [f"BANDWIDTH={peak}", f"AVERAGE-BANDWIDTH={mean}"]
    told += [f'CODECS="{variant.codecs}"'] if variant.codecs else []
    if variant.width and variant.height:
        told.append(f"RESOLUTION={variant.width}x{variant.height}")
    if variant.frame_rate:
        told.append(f"FRAME-RATE={float(variant.frame_rate):.3f}")
    told += [f'AUDIO="{variant.sound_group}"'] if variant.sound_group else []
    return f"#EXT-X-STREAM-INF:{','.join(told)}"
