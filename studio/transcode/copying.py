"""Stream copy: which sources it suits, and its options."""

from studio.errors import PlanError
from studio.media.streams import AudioStream, VideoStream
from studio.presets.model import Preset
from studio.transcode.draft import Draft

_NAMES = {
    "h264": "H.264", "hevc": "H.265", "vp8": "VP8", "vp9": "VP9", "av1": "AV1", "mpeg4": "MPEG-4",
    "mpeg2video": "MPEG-2", "prores": "ProRes", "mjpeg": "Motion JPEG", "aac": "AAC",
    "ac3": "AC-3", "eac3": "E-AC-3", "mp3": "MP3", "mp2": "MP2", "opus": "Opus",
    "vorbis": "Vorbis", "flac": "FLAC", "dts": "DTS",
}  # fmt: skip
_RE_ENCODES = {"mp4": "mp4-h264-aac", "webm": "webm-vp8-vorbis"}


def plan_copy(
    preset: Preset, video: VideoStream | None, audio: AudioStream | None, draft: Draft
) -> None:
    """Add the options for tracks that are copied.

    Raises:
        PlanError: a track's codec is not the one the preset promises.
    """
    if preset.video is not None and preset.video.encoder == "copy" and video is not None:
        _check(video.codec, preset.video.codec, "picture", preset)
        draft.option("c:v", "copy", "the pictures stay as they are")
        if video.bit_depth > 8 or video.chroma != "4:2:0":
            draft.note(
                f"The pictures are {video.bit_depth}-bit {video.chroma}, which few browsers play."
            )
    if preset.audio is not None and preset.audio.encoder == "copy" and audio is not None:
        _check(audio.codec, preset.audio.codec, "sound", preset)
        draft.option("c:a", "copy", "the sound stays as it is")
        if audio.codec == "aac":
            reason = "AAC of a transport stream needs its headers moved; other AAC passes"
            draft.option("bsf:a", "aac_adtstoasc", reason)


def _check(found: str, wanted: str, what: str, preset: Preset) -> None:
    if found == wanted:
        return
    names = _NAMES.get(found, found or "unknown"), _NAMES.get(wanted, wanted)
    instead = _RE_ENCODES[preset.container.value]
    raise PlanError(
        f"The {what} is {names[0]}; without re-encoding it must be {names[1]}.",
        hint=f"Use the preset {instead}, which re-encodes.",
    )
