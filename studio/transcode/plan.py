"""One source and one preset, resolved to every ffmpeg option with its reason."""

from fractions import Fraction

from studio.errors import PlanError
from studio.media.streams import AudioStream, MediaInfo, VideoStream
from studio.presets.model import Preset
from studio.transcode.copying import plan_copy
from studio.transcode.draft import Draft
from studio.transcode.encoders import plan_video
from studio.transcode.extras import Extras, apply_extras
from studio.transcode.model import EncodePlan, Overrides
from studio.transcode.muxing import plan_mux
from studio.transcode.picture import Picture, plan_picture
from studio.transcode.rhythm import plan_gop
from studio.transcode.sound import plan_sound

_NO_OVERRIDES = Overrides()


def build_plan(
    info: MediaInfo,
    preset: Preset,
    overrides: Overrides = _NO_OVERRIDES,
    *,
    encoders: frozenset[str] | None = None,
    filters: frozenset[str] | None = None,
) -> EncodePlan:
    """Resolve one job.

    Args:
        info: what the source is.
        preset: what to make of it.
        overrides: what the user changed for this job.
        encoders: names of ffmpeg's encoders; None skips the check.
        filters: names of ffmpeg's filters; None means that tone mapping is not used.

    Raises:
        PlanError: the preset cannot be applied to this source; the sentence says why.
    """
    preset, extras = apply_extras(preset, overrides.extra)
    _check_encoders(preset, encoders)
    draft = Draft()
    if info.note:
        draft.note(info.note)
    video = _chosen_video(info, preset, draft)
    audio = _chosen_audio(info, preset, extras, draft)
    if video is None and audio is None:
        raise _nothing_left(info, preset)
    picture = _planned_picture(preset, extras, video, draft, filters=filters)
    gop = None
    if preset.video is not None and picture is not None:
        gop = plan_gop(preset.gop, overrides, picture.frame_rate)
        plan_video(preset, preset.video, picture, gop, draft)
    if preset.audio is not None and audio is not None and preset.audio.encoder != "copy":
        plan_sound(audio, preset.audio, draft)
    plan_copy(preset, video, audio, draft)
    rate = picture.frame_rate if picture else None
    segment_s = _segment_s(preset, overrides)
    plan_mux(preset, draft, video=video, audio=audio, frame_rate=rate, segment_s=segment_s)
    width, height = _size(video, picture)
    return EncodePlan(
        info=info,
        preset=preset,
        video=video,
        audio=audio,
        frame_rate=rate,
        gop=gop,
        width=width,
        height=height,
        filters=tuple(draft.filters),
        options=tuple(draft.options),
        expected_duration_us=_expected_duration_us(info, video, audio),
        notes=tuple(draft.notes),
    )


def _check_encoders(preset: Preset, encoders: frozenset[str] | None) -> None:
    missing = [name for name in preset.encoders if encoders is not None and name not in encoders]
    if missing:
        what = f"This ffmpeg has no encoder {' and no '.join(missing)}."
        raise PlanError(what, hint="Choose another preset, or another ffmpeg in the settings.")


def _chosen_video(info: MediaInfo, preset: Preset, draft: Draft) -> VideoStream | None:
    if preset.video is None or not info.video:
        if preset.video is not None:
            draft.note("The source has no picture; the result holds sound only.")
        return None
    if len(info.video) > 1:
        draft.note(f"The source has {len(info.video)} video tracks; the default one is taken.")
    return info.main_video


def _chosen_audio(
    info: MediaInfo, preset: Preset, extras: Extras, draft: Draft
) -> AudioStream | None:
    if preset.audio is None or extras.audio_track == -1:
        return None
    if not info.audio:
        draft.note("The source has no sound; neither has the result.")
        return None
    if extras.audio_track is not None:
        if extras.audio_track >= len(info.audio):
            what = f"The source has no sound track {extras.audio_track + 1}."
            raise PlanError(what, hint=f"It has {len(info.audio)}.")
        return info.audio[extras.audio_track]
    chosen = info.main_audio
    if chosen is not None and len(info.audio) > 1:
        language = f", {chosen.language}" if chosen.language else ""
        number = f"the default one (number {chosen.index + 1}{language}) is taken"
        draft.note(f"The source has {len(info.audio)} sound tracks; {number}.")
    return chosen


def _nothing_left(info: MediaInfo, preset: Preset) -> PlanError:
    if info.audio and preset.audio is None:
        what = "The source has only sound, and this preset makes only pictures."
    else:
        what = "The source holds nothing that this preset can use."
    return PlanError(what, hint="Choose another preset.")


def _segment_s(preset: Preset, overrides: Overrides) -> Fraction:
    """Return the wanted segment length in seconds, for sound without pictures."""
    return overrides.gop_seconds or preset.gop.seconds or Fraction(2)


def _planned_picture(
    preset: Preset,
    extras: Extras,
    video: VideoStream | None,
    draft: Draft,
    *,
    filters: frozenset[str] | None,
) -> Picture | None:
    """Return the output's picture, None where there is none or it is copied."""
    if preset.video is None or video is None or preset.video.encoder == "copy":
        return None
    rate = extras.frame_rate
    return plan_picture(video, preset.video, draft, frame_rate=rate, filters=filters)


def _size(video: VideoStream | None, picture: Picture | None) -> tuple[int, int]:
    if picture is not None:
        return picture.width, picture.height
    return (video.width, video.height) if video is not None else (0, 0)


def _expected_duration_us(
    info: MediaInfo, video: VideoStream | None, audio: AudioStream | None
) -> int | None:
    """Return the result's length: that of the longest track taken, as far as known."""
    lengths = [track.duration_us for track in (video, audio) if track is not None]
    known = [length for length in lengths if length is not None]
    if len(known) < len(lengths):
        return info.duration_us
    longest = max(known)
    return longest if info.duration_us is None else min(longest, info.duration_us)
