"""MIME types and RFC 6381 codec strings, computed from the codec configuration.

Sources: RFC 6381; ISO/IEC 14496-15 annex E (avc1, hvc1); "Codecs ISO Media File Format
Binding" of AV1 (av01) and VP (vp08, vp09); the MP4 registration authority (mp4a).
"""

from collections.abc import Iterable

from studio.segments import codec_bits
from studio.segments.av1_bits import av1_colour
from studio.segments.model import Family, Track, TrackKind

_MATROSKA_PLAIN = {
    "V_VP8": "vp8",
    "A_VORBIS": "vorbis",
    "A_OPUS": "opus",
    "A_FLAC": "flac",
    "A_MPEG/L3": "mp3",
    "A_AC3": "ac-3",
    "A_EAC3": "ec-3",
}

_MP3_TYPES = (0x69, 0x6B)
"""Object types of MPEG audio; the name that a browser (Firefox) takes for it is ``mp3``."""

MP4_PLAIN = {
    "Opus": "opus",
    "fLaC": "flac",
    ".mp3": "mp3",
    "ac-3": "ac-3",
    "ec-3": "ec-3",
}
"""Sample entries whose codec string needs no configuration box."""


def mime_type(family: Family, tracks: Iterable[Track]) -> str:
    """Return what ``addSourceBuffer`` wants, such as ``video/webm; codecs="vp8,vorbis"``.

    Chromium wants a name for each track it will find: of an MP4 for all of them, also when
    two are the same, of a WebM for the first of each kind (measured, 156).
    """
    shown = [track for track in tracks if track.kind is not TrackKind.OTHER]
    if family is Family.WEBM:
        shown = _first_of_each_kind(shown)
    kind = "video" if any(track.kind is TrackKind.VIDEO for track in shown) else "audio"
    ordered = sorted(shown, key=lambda track: track.kind is TrackKind.AUDIO)
    codecs = [track.codec_string for track in ordered if track.codec_string]
    base = f"{kind}/{family}"
    return f'{base}; codecs="{",".join(codecs)}"' if codecs else base


def _first_of_each_kind(tracks: list[Track]) -> list[Track]:
    """Return what browsers play of a WebM: its first picture and its first sound."""
    kinds: dict[TrackKind, Track] = {}
    for track in tracks:
        kinds.setdefault(track.kind, track)
    return list(kinds.values())


def matroska_codec(codec_id: str, private: bytes) -> str:
    """Return the codec string of a Matroska track, empty when it has none.

    VP9 without CodecPrivate (ffmpeg writes none) gives ``vp9``; see ``vp9_codec``.
    """
    if codec_id == "V_VP9":
        return _vp9_private(private) or "vp9"
    if codec_id == "V_AV1":
        return av1_codec(private)
    if codec_id == "V_MPEG4/ISO/AVC":
        return avc_codec("avc1", private)
    if codec_id == "V_MPEGH/ISO/HEVC":
        return hevc_codec("hvc1", private)
    if codec_id.startswith("A_AAC"):
        return f"mp4a.40.{_audio_object_type(private) or 2}"
    return _MATROSKA_PLAIN.get(codec_id, "")


def avc_codec(entry: str, avcc: bytes) -> str:
    """``avc1.PPCCLL`` from an avcC box's content."""
    return f"{entry}.{avcc[1:4].hex()}" if len(avcc) >= 4 else ""


def hevc_codec(entry: str, hvcc: bytes) -> str:
    """``hvc1.1.6.L93.B0`` from an hvcC box's content."""
    if len(hvcc) < 13:
        return ""
    space = ("", "A", "B", "C")[hvcc[1] >> 6]
    tier = "H" if hvcc[1] & 0x20 else "L"
    compatibility = int(f"{int.from_bytes(hvcc[2:6], 'big'):032b}"[::-1], 2)
    constraints = hvcc[6:12].rstrip(b"\0")
    parts = [entry, f"{space}{hvcc[1] & 0x1F}", f"{compatibility:X}", f"{tier}{hvcc[12]}"]
    return ".".join([*parts, *(f"{byte:X}" for byte in constraints)])


def av1_codec(av1c: bytes) -> str:
    """``av01.P.LLT.DD`` from an av1C box's content.

    Longer when it is not plain 4:2:0 (Firefox refuses the short name then) or names colours.
    """
    if len(av1c) < 4:
        return ""
    profile, level, flags = av1c[1] >> 5, av1c[1] & 0x1F, av1c[2]
    tier = "H" if flags & 0x80 else "M"
    depth = 8 if not flags & 0x40 else 12 if profile == 2 and flags & 0x20 else 10
    text = f"av01.{profile}.{level:02d}{tier}.{depth:02d}"
    mono, sub_x, sub_y = flags >> 4 & 1, flags >> 3 & 1, flags >> 2 & 1
    colour = av1_colour(av1c[4:])
    described = colour is not None and colour.described
    if (mono, sub_x, sub_y) == (0, 1, 1) and not described:
        return text
    place = flags & 3 if sub_x and sub_y else 0
    values, full_range = (1, 1, 1), colour.full_range if colour is not None else 0
    if colour is not None and described:
        values = (colour.primaries, colour.transfer, colour.matrix)
    names = ".".join(f"{value:02d}" for value in values)
    return f"{text}.{mono}.{sub_x}{sub_y}{place}.{names}.{full_range}"


def vp_codec(entry: str, vpcc: bytes, width: int = 0, height: int = 0) -> str:
    """``vp09.PP.LL.DD`` from a vpcC box's content (after version and flags).

    A level of 0 ("unknown", as Chromium's MediaRecorder writes it) is refused by browsers:
    the picture's size then gives the lowest one.
    """
    if len(vpcc) < 3:
        return ""
    level = vpcc[1] or codec_bits.vp9_level(width, height, 0)
    return f"{entry}.{vpcc[0]:02d}.{level:02d}.{vpcc[2] >> 4:02d}"


def vp9_codec(track: Track, first_keyframe: bytes, frames_per_second: float) -> str:
    """Return a VP9 track's codec string from its first keyframe, size and rate."""
    header = codec_bits.vp9_header(first_keyframe)
    level = codec_bits.vp9_level(track.width, track.height, frames_per_second)
    if header is None or level == 0:
        return "vp9"
    return f"vp09.{header.profile:02d}.{level:02d}.{header.bit_depth:02d}"


def _vp9_private(private: bytes) -> str:
    """Read WebM's VP9 CodecPrivate: (id, length, value) triples; 1 profile, 2 level, 3 depth."""
    values: dict[int, int] = {}
    position = 0
    while position + 2 < len(private):
        length = private[position + 1]
        if length == 1:
            values[private[position]] = private[position + 2]
        position += 2 + length
    if 1 not in values or 2 not in values:
        return ""
    return f"vp09.{values[1]:02d}.{values[2]:02d}.{values.get(3, 8):02d}"


def esds_codec(esds: bytes) -> str:
    """``mp4a.40.2`` from an esds box's content (after version and flags)."""
    config = _decoder_config(esds)
    if not config:
        return ""
    if config[0] in _MP3_TYPES:
        return "mp3"
    if config[0] != 0x40:
        return f"mp4a.{config[0]:02X}"
    return f"mp4a.40.{_audio_object_type(_descriptor(config[13:], 0x05)) or 2}"


def esds_config(esds: bytes) -> bytes:
    """Return the AudioSpecificConfig of an esds box's content; empty when there is none."""
    return _descriptor(_decoder_config(esds)[13:], 0x05)


def _decoder_config(esds: bytes) -> bytes:
    """Return the content of an esds box's DecoderConfigDescriptor; empty when absent."""
    decoder = _descriptor(esds, 0x03)
    if len(decoder) < 3:
        return b""
    skip = 3 + 2 * bool(decoder[2] & 0x80)
    if decoder[2] & 0x40 and len(decoder) > skip:
        skip += 1 + decoder[skip]
    skip += 2 * bool(decoder[2] & 0x20)
    return _descriptor(decoder[skip:], 0x04)


def _descriptor(data: bytes, tag: int) -> bytes:
    """Return the content of the first MPEG-4 descriptor of this tag; empty when absent."""
    position = 0
    while position < len(data):
        found = data[position]
        position += 1
        length = 0
        for _ in range(4):
            if position >= len(data):
                return b""
            byte = data[position]
            position += 1
            length = length << 7 | byte & 0x7F
            if not byte & 0x80:
                break
        if found == tag:
            return data[position : position + length]
        position += length
    return b""


def _audio_object_type(config: bytes) -> int:
    """Return the audio object type of an AudioSpecificConfig, 0 when it is missing."""
    if not config:
        return 0
    kind = config[0] >> 3
    if kind == 31 and len(config) > 1:
        return 32 + (int.from_bytes(config[:2], "big") >> 5 & 0x3F)
    return kind
