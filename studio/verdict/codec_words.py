"""What codecs are called."""

from studio.segments.model import SegmentMap

CODEC_NAMES = {
    "avc1": "H.264", "avc3": "H.264", "hvc1": "H.265", "hev1": "H.265", "av01": "AV1",
    "vp09": "VP9", "vp9": "VP9", "vp08": "VP8", "vp8": "VP8", "mp4a": "AAC", "opus": "Opus",
    "vorbis": "Vorbis", "flac": "FLAC", "ac-3": "AC-3", "ec-3": "E-AC-3",
}  # fmt: skip


def codec_names(found: SegmentMap) -> str:
    """Return ``H.264 and AAC``."""
    strings = (track.codec_string or track.codec_id for track in found.tracks)
    names = (CODEC_NAMES.get(text.split(".", 1)[0].lower(), text) for text in strings)
    return " and ".join(dict.fromkeys(names))
