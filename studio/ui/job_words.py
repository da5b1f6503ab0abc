"""A job in words: what it is doing, what it aims at, what came out of it."""

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from studio.batch.estimate import projected_size
from studio.errors import StudioError
from studio.media.streams import MediaInfo, RateMode
from studio.transcode.model import Gop, ResultFacts
from studio.transcode.rhythm import plan_gop
from studio.ui import states, words
from studio.ui.core_words import translated
from studio.ui.entries import Entry, EntryState


def has_bar(entry: Entry) -> bool:
    """Tell whether the state is shown with a progress bar."""
    return entry.state.is_active


def state_text(entry: Entry) -> str:
    """Name of the entry's state."""
    return states.state_name(entry.state)


def percent_text(entry: Entry) -> str:
    """How far a run is; empty when that cannot be said."""
    fraction = entry.progress.fraction if entry.progress else None
    if fraction is None or entry.state is EntryState.VERIFYING:
        return ""
    return words.percent(fraction)


def activity(entry: Entry) -> str:
    """What an active job does, or how fast."""
    if entry.state is EntryState.PAUSED:
        return QCoreApplication.translate("FileModel", "Stands still")
    if entry.state is EntryState.VERIFYING:
        return QCoreApplication.translate("FileModel", "The result is checked")
    return words.progress_line(entry.progress)


def message(entry: Entry) -> str:
    """The one sentence about how the job stands; empty when there is nothing to say."""
    job, outcome = entry.job, entry.outcome
    if entry.state is EntryState.INTERRUPTED:
        return QCoreApplication.translate("FileModel", "Begins anew at the next start")
    held = (EntryState.ON_HOLD, EntryState.CHECK_ONLY)
    if entry.state in held and job.hold is not None:
        return states.hold_text(job.hold)
    if outcome is None:
        return ""
    if entry.state is EntryState.DONE_WITH_WARNINGS and outcome.warnings:
        return translated(outcome.warnings[0])
    if entry.state is EntryState.CANCELLED and job.target is not None:
        return ""  # cancelled by the user, who knows; a skipped one has no target
    return translated(outcome.what)


def facts_line(info: MediaInfo) -> str:
    """Return ``1920 × 1080 · 0:12 · 25 fps · H.264``: what is cut off in a cell comes last."""
    video, length = info.main_video, words.clock(info.duration_us)
    if video is not None:
        codec, rate = words.codec_name(video.codec), words.rate_text(video.frame_rate)
        parts = [words.size_of_picture(video), length, rate, codec]
    else:
        parts = [length, words.audio_text(info.main_audio)]
    return " · ".join(part for part in parts if part != words.NOTHING)


def gop_target(entry: Entry) -> str:
    """Return the wanted distance between keyframes: ``2 s``, ``48 frames``."""
    settings = entry.settings
    video, overrides = settings.preset.video, settings.overrides
    if video is None:
        return ""
    if video.encoder == "copy":
        return QCoreApplication.translate("FileModel", "As in the source")
    frames = overrides.gop_frames
    seconds = overrides.gop_seconds
    if frames is None and seconds is None:
        frames, seconds = settings.preset.gop.frames, settings.preset.gop.seconds
    if frames is not None:
        return words.Plural().frames(frames)
    return words.seconds_text(Fraction(2) if seconds is None else seconds)


def measured_text(facts: ResultFacts | None) -> str:
    """Return the distances that were measured, in frames: ``48``, ``24–48``."""
    if facts is None or facts.longest_gop is None:
        return ""
    shortest = facts.shortest_gop
    if shortest is None or shortest == facts.longest_gop:
        return str(facts.longest_gop)
    return f"{shortest}–{facts.longest_gop}"


def size_texts(entry: Entry) -> tuple[str, str]:
    """Return the result's size, measured or foreseen, and what part of the source that is."""
    facts, info = facts_of(entry), entry.info
    if facts is None:
        foreseen = projected_bytes(entry)
        text = QCoreApplication.translate("FileModel", "about {size}")
        return (text.format(size=words.size_text(foreseen)), "") if foreseen else ("", "")
    if info is None or not info.size_bytes:
        return words.size_text(facts.size_bytes), ""
    share = words.percent_of(Fraction(facts.size_bytes, info.size_bytes))
    return words.size_text(facts.size_bytes), share


def projected_bytes(entry: Entry) -> int | None:
    """Return the size the result will have, in bytes, None while that is a mere guess."""
    if entry.progress is None or not entry.state.is_active:
        return None
    return projected_size(entry.progress)


def gop_second(entry: Entry) -> str:
    """Return what was measured, before that the wanted distance in frames."""
    measured = measured_text(facts_of(entry))
    if measured:
        return QCoreApplication.translate("FileModel", "measured {frames}").format(frames=measured)
    gop = _planned_gop(entry)
    if gop is None or gop_target(entry) == words.Plural().frames(gop.size):
        return ""
    return words.Plural().frames(gop.size)


def _planned_gop(entry: Entry) -> Gop | None:
    """Return the plan's rhythm, or what it will be where the source's rate leaves no doubt."""
    if entry.prepared is not None:
        return entry.prepared.plan.gop
    video = entry.info.main_video if entry.info else None
    settings = entry.settings
    if video is None or video.frame_rate is None or video.rate_mode is not RateMode.CONSTANT:
        return None
    if settings.preset.video is None or settings.preset.video.encoder == "copy":
        return None
    if any(key == "frame_rate" for key, _ in settings.overrides.extra):
        return None
    try:
        return plan_gop(settings.preset.gop, settings.overrides, video.frame_rate)
    except StudioError:
        return None  # the settings panel says what is wrong with it


def facts_of(entry: Entry) -> ResultFacts | None:
    """Return what was measured on the result."""
    return entry.outcome.facts if entry.outcome is not None else None
