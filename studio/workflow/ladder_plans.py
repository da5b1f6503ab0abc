"""One source and one preset to a plan for each rung of a ladder, and one for its sound."""

from dataclasses import dataclass, replace
from fractions import Fraction

from studio.errors import PlanError
from studio.media.streams import MediaInfo, VideoStream
from studio.presets.model import (
    Container,
    Contract,
    Preset,
    RateControl,
    RateMode,
    VideoSettings,
)
from studio.transcode.model import EncodePlan, Overrides
from studio.transcode.plan import build_plan
from studio.transcode.tools import Ffmpeg
from studio.workflow.ladder_rungs import (
    Rung,
    check_rungs,
    default_rungs,
    suitable_rate,
    upright_size,
)

DEFAULT_SEGMENT_S = Fraction(2)
SOUND_FRAGMENT_S = Fraction(1, 2)
"""Length of the sound's fragments: those that a segment is joined of begin near the picture's."""
SHORTEST_SEGMENT_S, LONGEST_SEGMENT_S = Fraction(1, 2), Fraction(10)
_CODECS = frozenset({"h264", "vp9", "av1"})
_BOUNDED = frozenset({"libx264", "libvpx-vp9"})
"""Encoders that take a highest rate beside a mean one."""
_RUNG_KEYS = frozenset({"bit_rate", "crf", "width", "height"})
"""Settings that the rungs decide."""


@dataclass(frozen=True, slots=True)
class LadderWishes:
    """What a ladder shall be.

    ``rungs`` None: chosen from the source. ``segment_s`` is the distance of keyframes, and so
    the length of segments. ``in_folders``: each segment is a file of its own, not a range of
    bytes of one. ``extra`` are ``key=value`` settings as those of ``transcode --set``.
    """

    preset: Preset
    rungs: tuple[Rung, ...] | None = None
    segment_s: Fraction = DEFAULT_SEGMENT_S
    in_folders: bool = False
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RungPlan:
    """One track that is to be made: ``name`` is that of its file, ``bit_rate`` in bit/s."""

    name: str
    plan: EncodePlan
    bit_rate: int

    @property
    def file_name(self) -> str:
        """``video-720p.mp4`` or ``audio.mp4``."""
        return f"{self.name}.mp4"

    @property
    def cost(self) -> float:
        """How much work it is, to compare it with others."""
        if self.plan.video is None:
            return 20_000.0
        return float(self.plan.width * self.plan.height) + 30_000.0


@dataclass(frozen=True, slots=True)
class LadderPlan:
    """Everything that is to be made, the largest picture first; ``notes`` are for the user."""

    rungs: tuple[RungPlan, ...]
    sound: RungPlan | None
    notes: tuple[str, ...]

    @property
    def tracks(self) -> tuple[RungPlan, ...]:
        """Rungs, then the sound."""
        return (*self.rungs, *([self.sound] if self.sound else []))


def plan_ladder(info: MediaInfo, wishes: LadderWishes, ffmpeg: Ffmpeg | None = None) -> LadderPlan:
    """Resolve a ladder to one plan for each of its tracks.

    The pictures of all rungs have one frame rate and a keyframe at the same frames, since each
    is made from the same source at a constant rate with groups of one fixed size.

    Args:
        info: what the source is.
        wishes: what to make of it.
        ffmpeg: to see that it can; None skips that.

    Raises:
        PlanError: this cannot be made of this source; the sentence says why.
    """
    video, settings = _checked(info, wishes)
    rungs = wishes.rungs or default_rungs(video)
    check_rungs(rungs, video)
    planned = tuple(_rung_plan(info, wishes, settings, rung, ffmpeg) for rung in rungs)
    _check_sizes(planned)
    sound = _sound_plan(info, wishes, ffmpeg)
    return LadderPlan(planned, sound, _notes((*planned, *([sound] if sound else []))))


def _notes(planned: tuple[RungPlan, ...]) -> tuple[str, ...]:
    """Return what is to be said of all tracks, each sentence once."""
    said = dict.fromkeys(note for one in planned for note in one.plan.notes)
    own = [note for note in said if not note.startswith("The source has no ")]
    if planned[-1].plan.audio is None:
        own.append("There is no sound in this ladder.")
    return tuple(own)


def _checked(info: MediaInfo, wishes: LadderWishes) -> tuple[VideoStream, VideoSettings]:
    video, settings = info.main_video, wishes.preset.video
    if video is None or settings is None:
        whose = "source" if video is None else "preset"
        what = f"A ladder is made of pictures, and this {whose} has none."
        raise PlanError(what, hint=f"Choose another {whose}.")
    if settings.encoder == "copy":
        what = "Stream copy makes no smaller pictures, so no ladder."
        raise PlanError(what, hint="Use the preset mp4-h264-aac, which re-encodes.")
    if settings.codec not in _CODECS:
        what = "A ladder is made of fragmented MP4, in which browsers play no VP8."
        raise PlanError(what, hint="Choose a preset with H.264, VP9 or AV1.")
    if not SHORTEST_SEGMENT_S <= wishes.segment_s <= LONGEST_SEGMENT_S:
        what = f"Segments of {float(wishes.segment_s):g} s are not possible."
        raise PlanError(what, hint="Give 0.5 to 10 s.")
    taken = next((key for key, _ in wishes.extra if key in _RUNG_KEYS), None)
    if taken is not None:
        what = f"In a ladder the rungs decide “{taken}”."
        raise PlanError(what, hint="Give rungs such as 720:2500k,360:700k.")
    return video, settings


def _rung_plan(
    info: MediaInfo,
    wishes: LadderWishes,
    settings: VideoSettings,
    rung: Rung,
    ffmpeg: Ffmpeg | None,
) -> RungPlan:
    video = info.main_video
    wide, high = upright_size(video) if video else (0, 0)
    limits = {"max_height": rung.side} if wide >= high else {"max_width": rung.side}
    sized = replace(settings, max_width=None, max_height=None)
    sized = replace(sized, **limits)  # type: ignore[arg-type]
    bit_rate = rung.bit_rate
    if bit_rate is None:
        trial = _built(info, wishes, sized, ffmpeg)
        rate = trial.frame_rate or Fraction(30)
        bit_rate = suitable_rate(trial.width, trial.height, rate, settings.codec)
    plan = _built(info, wishes, _with_rate(sized, bit_rate), ffmpeg)
    return RungPlan(f"video-{rung.name}", plan, bit_rate)


def _with_rate(settings: VideoSettings, bit_rate: int) -> VideoSettings:
    """Return settings with a mean rate, and a bound for the worst seconds where one is heeded."""
    rate = RateControl(RateMode.BIT_RATE, bit_rate=bit_rate)
    options = dict(settings.options)
    if settings.encoder in _BOUNDED:
        options |= {"maxrate": str(bit_rate * 3 // 2), "bufsize": str(bit_rate * 2)}
    return replace(settings, rate=rate, options=options)


def _built(
    info: MediaInfo, wishes: LadderWishes, settings: VideoSettings, ffmpeg: Ffmpeg | None
) -> EncodePlan:
    preset = _track_preset(wishes.preset, video=True)
    return _plan(info, replace(preset, video=settings), wishes, ffmpeg)


def _plan(
    info: MediaInfo, preset: Preset, wishes: LadderWishes, ffmpeg: Ffmpeg | None
) -> EncodePlan:
    overrides = Overrides(gop_seconds=wishes.segment_s, scene_cuts=False, extra=wishes.extra)
    encoders = None if ffmpeg is None else ffmpeg.encoders
    filters = None if ffmpeg is None else ffmpeg.filters
    return build_plan(info, preset, overrides, encoders=encoders, filters=filters)


def _track_preset(preset: Preset, *, video: bool) -> Preset:
    """Return a preset with one of its tracks, as fragmented MP4."""
    return replace(
        preset,
        container=Container.MP4,
        video=preset.video if video else None,
        audio=None if video else preset.audio,
        contract=Contract(codecs=preset.contract.codecs),
    )


def _sound_plan(info: MediaInfo, wishes: LadderWishes, ffmpeg: Ffmpeg | None) -> RungPlan | None:
    """Return the plan of the one sound that all rungs share, None where there is none."""
    silent = dict(wishes.extra).get("audio_track") == "none"
    if wishes.preset.audio is None or not info.audio or silent:
        return None
    short = replace(wishes, segment_s=min(SOUND_FRAGMENT_S, wishes.segment_s))
    plan = _plan(info, _track_preset(wishes.preset, video=False), short, ffmpeg)
    rate = next((option.value for option in plan.options if option.name == "b:a"), None)
    return RungPlan("audio", plan, int(rate or 0))


def _check_sizes(planned: tuple[RungPlan, ...]) -> None:
    sizes = {min(one.plan.width, one.plan.height) for one in planned}
    if len(planned) < 2:
        what = "The source is too small for a ladder of different sizes."
        raise PlanError(what, hint="Give rungs such as 180:300k,90:100k.")
    if len(sizes) < len(planned):
        what = "Two rungs would come out with the same size: sides are even numbers."
        raise PlanError(what, hint="Give sizes that are further apart.")
