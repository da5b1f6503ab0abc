"""What travels through a transcode: plan, progress, states and events."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Protocol

from studio.media.streams import AudioStream, MediaInfo, VideoStream
from studio.presets.model import Preset


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the user changed for this job; None keeps the preset's value.

    ``gop_seconds`` and ``gop_frames`` exclude each other. ``extra`` are ``key=value``
    settings of the command line's ``--set`` (``crf``, ``width``, ``audio_bit_rate`` ...).
    """

    gop_seconds: Fraction | None = None
    gop_frames: int | None = None
    min_frames: int | None = None
    scene_cuts: bool | None = None
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Gop:
    """Distance between keyframes in frames (ffmpeg's ``-g`` and ``-keyint_min``)."""

    size: int
    min_size: int
    fixed: bool
    """True when every GOP has exactly ``size`` frames (the last may be shorter)."""


@dataclass(frozen=True, slots=True)
class PlannedOption:
    """One ffmpeg output option and why it is there.

    ``name`` is without the dash (``c:v``); ``value`` is None for a flag.
    """

    name: str
    value: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class EncodePlan:
    """One source and one preset, resolved to every option.

    ``filters`` is the video filter chain in order, as (filter, arguments, reason).
    ``frame_rate`` is the output's exact rate, None without video or with stream copy.
    ``gop`` is None without video or with stream copy. ``notes`` are sentences for the
    user ("The sound is mixed down to stereo.").
    """

    info: MediaInfo
    preset: Preset
    video: VideoStream | None
    audio: AudioStream | None
    frame_rate: Fraction | None
    gop: Gop | None
    width: int
    height: int
    filters: tuple[tuple[str, str, str], ...]
    options: tuple[PlannedOption, ...]
    expected_duration_us: int | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one ffmpeg is.

    ``fraction`` is 0 to 1, None when the duration is unknown; ``speed`` is media seconds
    per second; ``eta_s`` seconds left.
    """

    fraction: float | None
    out_time_us: int
    frame: int
    size_bytes: int
    speed: float | None
    eta_s: float | None


class JobState(StrEnum):
    """Where a job stands. What is saved and shown: never rename a value."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    """Began and stands still; goes on from where it is."""
    VERIFYING = "verifying"
    DONE = "done"
    DONE_WITH_WARNINGS = "done_with_warnings"
    INCOMPLETE = "incomplete"
    """Something came out, but not all of it, or it could not be checked: never a success."""
    FAILED = "failed"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"
    """The program ended while the job ran; it begins anew at the next start."""
    ON_HOLD = "on_hold"
    """Not run until the user lets it: held by hand, or because something must be decided."""

    @property
    def is_final(self) -> bool:
        """True for every way a run can end by itself or by the user."""
        return self in _FINAL

    @property
    def is_success(self) -> bool:
        """True when the result is there, complete and checked."""
        return self in (JobState.DONE, JobState.DONE_WITH_WARNINGS)

    @property
    def is_active(self) -> bool:
        """True from the start of a run to its final event."""
        return self in (JobState.RUNNING, JobState.PAUSED, JobState.VERIFYING)


_FINAL = frozenset(
    {
        JobState.DONE,
        JobState.DONE_WITH_WARNINGS,
        JobState.INCOMPLETE,
        JobState.FAILED,
        JobState.CANCELLED,
    }
)


@dataclass(frozen=True, slots=True)
class ResultFacts:
    """What was measured on the finished file itself.

    ``longest_gop`` and ``shortest_gop`` are in frames, the last GOP left out; None without
    video. ``duration_us`` is where the last segment ends.
    """

    size_bytes: int
    duration_us: int | None = None
    longest_gop: int | None = None
    shortest_gop: int | None = None
    segments: int = 0


class FailureCause(StrEnum):
    """Why a job failed, where the queue does more about it than telling."""

    DISK_FULL = "disk_full"
    DRIVE_GONE = "drive_gone"
    SOURCE_MISSING = "source_missing"
    TARGET_TAKEN = "target_taken"
    TOOL_MISSING = "tool_missing"


@dataclass(frozen=True, slots=True)
class JobOutcome:
    """How a job ended. ``what``, ``hint`` and ``detail`` are as in ``StudioError``.

    ``cause`` tells the failures apart that a queue answers. ``kept`` is what an incomplete
    job left on the disk, under its part name, for the user to keep or to drop; also the
    complete file of a failed one that could not be given its name.
    """

    state: JobState
    output: Path | None = None
    what: str = ""
    hint: str = ""
    detail: str = ""
    warnings: tuple[str, ...] = ()
    cause: FailureCause | None = None
    facts: ResultFacts | None = None
    kept: Path | None = None


class JobListener(Protocol):
    """Gets a job's events, called from the job's own thread. The final state comes once."""

    def on_state(self, job_id: str, state: JobState) -> None:
        """The job entered a state that is not final."""

    def on_progress(self, job_id: str, progress: Progress) -> None:
        """The job moved on; at most ten times a second."""

    def on_stall(self, job_id: str, seconds: float) -> None:
        """The job has not moved for so many seconds; 0: it moves again."""

    def on_finished(self, job_id: str, outcome: JobOutcome) -> None:
        """The job reached its final state: the last event, always sent."""
