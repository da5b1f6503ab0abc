"""One description of a file from two views: MediaInfo's tracks, and what ffmpeg saw."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from studio.media.ffmpeg_facts import FfmpegFacts
from studio.media.mediainfo_tracks import Track, audio_stream, microseconds, video_stream
from studio.media.streams import AudioStream, MediaInfo, RateMode, VideoStream

CONTAINERS = {
    "MPEG-4": "mp4", "WebM": "webm", "Matroska": "matroska", "AVI": "avi", "MPEG-TS": "mpegts",
    "BDAV": "mpegts", "MPEG-PS": "mpeg", "Flash Video": "flv", "Wave": "wav", "Ogg": "ogg",
    "MPEG Audio": "mp3", "FLAC": "flac", "ADTS": "aac", "Windows Media": "asf", "MXF": "mxf",
}  # fmt: skip
"""MediaInfo's names of containers, and ours."""


def info_of_tracks(
    path: Path, size_bytes: int, general: Track, tracks: Sequence[Track]
) -> MediaInfo:
    """Return what MediaInfo's tracks say; may have no stream at all."""
    videos = [t for t in tracks if t.get("@type") == "Video"]
    sounds = [t for t in tracks if t.get("@type") == "Audio"]
    name = general.get("Format", "")
    container = "mov" if general.get("Format_Profile") == "QuickTime" else CONTAINERS.get(name)
    video = tuple(video_stream(index, track) for index, track in enumerate(videos))
    audio = tuple(audio_stream(index, track) for index, track in enumerate(sounds))
    lengths = [s.duration_us or 0 for s in video] + [s.duration_us or 0 for s in audio]
    longest = max(lengths, default=0)
    duration = microseconds(general.get("Duration")) or longest or None
    return MediaInfo(path, container or name.lower(), size_bytes, duration, video, audio)


def info_of_facts(path: Path, size_bytes: int, facts: FfmpegFacts, note: str) -> MediaInfo:
    """Return what ffmpeg alone says."""
    duration_us, video, audio = facts.duration_us, facts.video, facts.audio
    return MediaInfo(path, facts.container, size_bytes, duration_us, video, audio, note)


def merged(info: MediaInfo, facts: FfmpegFacts) -> MediaInfo:
    """Fill what MediaInfo left open with what ffmpeg saw, track by track.

    Only where both see the same tracks; ffmpeg is what decodes, so its pixel format and
    pixel aspect are the ones that count.
    """
    same = len(facts.video) == len(info.video) and len(facts.audio) == len(info.audio)
    if not same:
        return dataclasses.replace(info, duration_us=info.duration_us or facts.duration_us)
    return dataclasses.replace(
        info,
        duration_us=info.duration_us or facts.duration_us,
        video=tuple(_merged_video(a, b) for a, b in zip(info.video, facts.video, strict=True)),
        audio=tuple(_merged_audio(a, b) for a, b in zip(info.audio, facts.audio, strict=True)),
    )


def _merged_video(ours: VideoStream, seen: VideoStream) -> VideoStream:
    known = bool(seen.pixel_format)
    return dataclasses.replace(
        ours,
        codec=seen.codec or ours.codec,
        width=seen.width or ours.width,
        height=seen.height or ours.height,
        pixel_aspect=seen.pixel_aspect if seen.width else ours.pixel_aspect,
        rotation=seen.rotation,
        frame_rate=ours.frame_rate or seen.frame_rate,
        rate_mode=RateMode.VARIABLE if ours.frame_rate is None else ours.rate_mode,
        pixel_format=seen.pixel_format or ours.pixel_format,
        bit_depth=seen.bit_depth if known else ours.bit_depth,
        chroma=seen.chroma if known else ours.chroma,
        color_transfer=ours.color_transfer or seen.color_transfer,
        interlaced=ours.interlaced or seen.interlaced,
        is_default=ours.is_default or seen.is_default,
    )


def _merged_audio(ours: AudioStream, seen: AudioStream) -> AudioStream:
    return dataclasses.replace(
        ours,
        codec=seen.codec or ours.codec,
        sample_rate=seen.sample_rate or ours.sample_rate,
        channels=seen.channels or ours.channels,
        is_default=ours.is_default or seen.is_default,
    )
