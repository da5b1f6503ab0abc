"""MediaInfo's words to our streams: names of codecs, exact rates, pixel formats."""

from collections.abc import Mapping
from fractions import Fraction

from studio.media.rates import exact_aspect, exact_frame_rate
from studio.media.streams import AudioStream, RateMode, VideoStream

Track = Mapping[str, str]

_VIDEO_CODECS = {
    "AVC": "h264", "HEVC": "hevc", "VVC": "vvc", "AV1": "av1", "VP8": "vp8", "VP9": "vp9",
    "VP6": "vp6", "MPEG-4 Visual": "mpeg4", "JPEG": "mjpeg", "ProRes": "prores", "VC-3": "dnxhd",
    "VC-1": "vc1", "WMV1": "wmv1", "WMV2": "wmv2", "WMV3": "wmv3", "Theora": "theora",
    "FFV1": "ffv1", "DV": "dvvideo", "H.263": "h263", "Sorenson Spark": "flv1",
    "HuffYUV": "huffyuv", "Lagarith": "lagarith", "UtVideo": "utvideo", "CineForm": "cfhd",
    "JPEG 2000": "jpeg2000",
    "YUV": "rawvideo", "RGB": "rawvideo",
}  # fmt: skip

_AUDIO_CODECS = {
    "AAC": "aac", "Vorbis": "vorbis", "Opus": "opus", "AC-3": "ac3", "E-AC-3": "eac3",
    "DTS": "dts", "FLAC": "flac", "ALAC": "alac", "MLP FBA": "truehd", "WMA": "wmav2",
    "Speex": "speex", "AMR": "amr_nb", "Nellymoser": "nellymoser", "ADPCM": "adpcm",
    "USAC": "usac", "WavPack": "wavpack",
}  # fmt: skip

_TRANSFERS = {
    "BT.709": "bt709", "BT.601": "smpte170m", "PQ": "smpte2084", "HLG": "arib-std-b67",
    "sRGB/sYCC": "iec61966-2-1", "BT.2020 (10-bit)": "bt2020-10", "BT.2020 (12-bit)": "bt2020-12",
    "Linear": "linear",
}  # fmt: skip
_PRIMARIES = {
    "BT.709": "bt709", "BT.601 NTSC": "smpte170m", "BT.601 PAL": "bt470bg",
    "BT.2020": "bt2020", "Display P3": "smpte432", "DCI P3": "smpte431",
}  # fmt: skip
_MATRICES = {
    "BT.709": "bt709", "BT.601": "smpte170m", "BT.470 System B/G": "bt470bg",
    "BT.2020 non-constant": "bt2020nc", "BT.2020 constant": "bt2020c", "Identity": "gbr",
}  # fmt: skip


def whole(text: str | None) -> int | None:
    """Return a non-negative whole number (``"90.000"`` is 90), None when there is none."""
    try:
        value = Fraction((text or "").strip())
    except (ValueError, ZeroDivisionError):
        return None
    return int(value) if 0 <= value < 2**62 else None


def microseconds(text: str | None) -> int | None:
    """Return a duration in µs from MediaInfo's decimal seconds; None when absurd.

    More than a thousand hours is taken for a damaged header.
    """
    try:
        value = Fraction((text or "").strip())
    except (ValueError, ZeroDivisionError):
        return None
    return round(value * 1_000_000) if 0 < value < 3_600_000 else None


def video_stream(index: int, track: Track) -> VideoStream:
    """Return the video stream that one MediaInfo track describes."""
    depth = whole(track.get("BitDepth")) or 8
    chroma = track.get("ChromaSubsampling", "").split(" ")[0]
    mode = {"CFR": RateMode.CONSTANT, "VFR": RateMode.VARIABLE}.get(track.get("FrameRate_Mode", ""))
    rate = exact_frame_rate(
        track.get("FrameRate_Num"), track.get("FrameRate_Den"), track.get("FrameRate")
    )
    return VideoStream(
        index=index,
        codec=_video_codec(track),
        profile=track.get("Format_Profile", ""),
        level=track.get("Format_Level", ""),
        width=_size(track.get("Width")),
        height=_size(track.get("Height")),
        pixel_aspect=exact_aspect(track.get("PixelAspectRatio")),
        rotation=round((whole(track.get("Rotation")) or 0) / 90) * 90 % 360,
        frame_rate=rate,
        highest_rate=exact_frame_rate(None, None, track.get("FrameRate_Maximum")),
        rate_mode=mode or RateMode.UNKNOWN,
        frame_count=whole(track.get("FrameCount")),
        bit_depth=depth,
        chroma=chroma or "4:2:0",
        pixel_format=_pixel_format(track.get("ColorSpace", ""), chroma, depth),
        color_primaries=_PRIMARIES.get(track.get("colour_primaries", ""), ""),
        color_transfer=_TRANSFERS.get(track.get("transfer_characteristics", ""), ""),
        color_matrix=_MATRICES.get(track.get("matrix_coefficients", ""), ""),
        full_range=track.get("colour_range") == "Full",
        interlaced=track.get("ScanType") in ("Interlaced", "MBAFF", "PAFF"),
        bit_rate=whole(track.get("BitRate")),
        duration_us=microseconds(track.get("Duration")),
        language=track.get("Language", ""),
        is_default=track.get("Default") == "Yes",
    )


def audio_stream(index: int, track: Track) -> AudioStream:
    """Return the audio stream that one MediaInfo track describes."""
    return AudioStream(
        index=index,
        codec=_audio_codec(track),
        profile=track.get("Format_AdditionalFeatures") or track.get("Format_Profile", ""),
        sample_rate=whole(track.get("SamplingRate", "").split(" ")[0]) or 0,
        channels=whole(track.get("Channels", "").split(" ")[0]) or 0,
        bit_rate=whole(track.get("BitRate")),
        duration_us=microseconds(track.get("Duration")),
        language=track.get("Language", ""),
        title=track.get("Title", ""),
        is_default=track.get("Default") == "Yes",
    )


def _size(text: str | None) -> int:
    value = whole(text) or 0
    return value if value <= 65_535 else 0


def _video_codec(track: Track) -> str:
    name = track.get("Format", "")
    if name == "MPEG Video":
        return "mpeg1video" if track.get("Format_Version") == "1" else "mpeg2video"
    return _VIDEO_CODECS.get(name, name.lower())


def _audio_codec(track: Track) -> str:
    name = track.get("Format", "")
    if name == "MPEG Audio":
        layer = track.get("Format_Profile", "")
        return {"Layer 1": "mp1", "Layer 2": "mp2"}.get(layer, "mp3")
    if name == "PCM":
        return "pcm"
    return _AUDIO_CODECS.get(name, name.lower())


def _pixel_format(color_space: str, chroma: str, depth: int) -> str:
    """Return ffmpeg's name for a YUV layout, empty where MediaInfo does not tell."""
    digits = chroma.replace(":", "")
    if color_space != "YUV" or len(digits) != 3:
        return ""
    return f"yuv{digits}p" if depth == 8 else f"yuv{digits}p{depth}le"
