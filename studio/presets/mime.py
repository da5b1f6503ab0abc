"""What a preset's result will ask of an engine, before there is a result."""

from studio.presets.model import Preset

_TYPICAL = {
    "avc1": "avc1.64001f",
    "mp4a": "mp4a.40.2",
    "av01": "av01.0.08M.08",
    "vp09": "vp09.00.31.08",
    "vp8": "vp8",
    "vorbis": "vorbis",
    "opus": "opus",
}
"""A usual member of each codec family, 720p (RFC 6381 names)."""


def typical_mime(preset: Preset) -> str:
    """Return the MIME type of a usual 720p result, from the codecs in the contract."""
    families = [codec.split(".", maxsplit=1)[0] for codec in preset.contract.codecs]
    codecs = dict.fromkeys(_TYPICAL[family] for family in families if family in _TYPICAL)
    kind = "audio" if preset.video is None else "video"
    return f'{kind}/{preset.container.value}; codecs="{",".join(codecs)}"'
