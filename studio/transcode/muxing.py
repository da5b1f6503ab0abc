"""Options of the file format, each with its reason."""

from fractions import Fraction

from studio.media.streams import AudioStream, VideoStream
from studio.presets.model import Container, Preset
from studio.transcode.draft import Draft

LOWEST_TIMESCALE = 10_000
"""Ticks per second that a track of an MP4 has at least."""


def plan_mux(
    preset: Preset,
    draft: Draft,
    *,
    video: VideoStream | None,
    audio: AudioStream | None,
    frame_rate: Fraction | None,
    segment_s: Fraction,
) -> None:
    """Add the options of the container to ``draft``.

    Args:
        preset: names the container.
        draft: gets the options.
        video: the track taken, None for sound only.
        audio: the track taken, None without sound.
        frame_rate: exact output rate, None for stream copy or sound only.
        segment_s: wanted length of segments in seconds where there is no picture.
    """
    if video is None:
        draft.option("vn", None, "no picture")
    if audio is None:
        draft.option("an", None, "no sound")
    draft.option("sn", None, "MSE plays no subtitles")
    draft.option("dn", None, "MSE plays no data tracks")
    draft.option("map_chapters", -1, "chapters would add a text track")
    reason = "Chromium refuses a WebM whose track names are not ASCII"
    draft.option("map_metadata:s", -1, reason)
    draft.option("f", preset.container.value, "the part file's name does not tell the format")
    if preset.container is Container.MP4:
        _plan_fragments(video, frame_rate, segment_s, draft)


def _plan_fragments(
    video: VideoStream | None, frame_rate: Fraction | None, segment_s: Fraction, draft: Draft
) -> None:
    flags = "+delay_moov+default_base_moof"
    why = "one exact edit list; offsets relative to each fragment, as MSE demands"
    if video is None:
        draft.option("movflags", flags, why)
        length_us = round(segment_s * 1_000_000)
        draft.option("frag_duration", length_us, "fragments of this length, in µs")
        return
    draft.option("movflags", "+frag_keyframe" + flags, f"a fragment per keyframe; {why}")
    if frame_rate is not None:
        scale = timescale_for(frame_rate)
        draft.option("video_track_timescale", scale, "every frame time is a whole tick")


def timescale_for(frame_rate: Fraction) -> int:
    """Return ticks per second in which each frame's time is a whole number."""
    scale = frame_rate.numerator
    while scale < LOWEST_TIMESCALE:
        scale *= 2
    return scale
