"""What travels through the queue: jobs with all they need, and how the queue stands."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from studio.media.streams import MediaInfo
from studio.presets.model import Preset
from studio.transcode.model import JobOutcome, JobState, Overrides, Progress


class Collision(StrEnum):
    """What to do when a result's name is taken; decided when the job is queued."""

    NUMBER = "number"
    """Give the new file a number."""
    SKIP = "skip"
    """Do not run the job."""
    ASK = "ask"
    """Hold the job until the user has decided."""
    REPLACE = "replace"
    """Replace the old file once the new one is complete and checked, not before."""


@dataclass(frozen=True, slots=True)
class OutputRule:
    """Where a result goes and what it is called.

    ``folder`` None means beside the source. With ``mirror_root`` the source's folders below
    that root are made again below ``folder``. ``name`` is a template without suffix
    (``{name}``, ``{preset}``, ``{height}`` ...; see ``studio.batch.naming``).
    """

    folder: Path | None = None
    mirror_root: Path | None = None
    name: str = "{name}"
    collision: Collision = Collision.NUMBER


@dataclass(frozen=True, slots=True)
class JobSettings:
    """What the user chose for one job; holds the preset itself, so that it cannot vanish."""

    preset: Preset
    overrides: Overrides = field(default_factory=Overrides)
    output: OutputRule = field(default_factory=OutputRule)


@dataclass(frozen=True, slots=True)
class SourceStamp:
    """Tells whether a source is still the file that was added."""

    size_bytes: int
    mtime_ns: int


class HoldReason(StrEnum):
    """Why a job is on hold. What is saved: never rename a value."""

    USER = "user"
    SOURCE_CHANGED = "source_changed"
    TARGET_EXISTS = "target_exists"
    DISK_FULL = "disk_full"
    LOW_SPACE = "low_space"
    DRIVE_GONE = "drive_gone"
    CRASHED = "crashed"
    """The program ended abnormally twice while this job ran."""
    CHECK_ONLY = "check_only"
    """It is in the list to be checked, not to be converted, unless the user releases it."""


@dataclass(frozen=True, slots=True)
class QueuedJob:
    """One row of the queue; replaced, never changed.

    ``stamp`` is None until the source was looked at. ``info`` is None until it was probed;
    a job that failed without it could not be read. ``target`` is the reserved path of the
    result, None until it can be known. ``stop_before`` is the stop marker: the queue stops
    when it comes to this job. ``attempts`` counts the runs begun. Times are Unix seconds.
    """

    job_id: str
    source: Path
    settings: JobSettings
    state: JobState = JobState.WAITING
    stamp: SourceStamp | None = None
    info: MediaInfo | None = None
    target: Path | None = None
    hold: HoldReason | None = None
    stop_before: bool = False
    ignore_space: bool = False
    outcome: JobOutcome | None = None
    attempts: int = 0
    crashes: int = 0
    added_at: float = 0.0
    started_at: float | None = None
    ended_at: float | None = None

    @property
    def may_change(self) -> bool:
        """Whether settings may be changed: not while it runs, and not once it is done."""
        return not self.state.is_active and not self.state.is_success


@dataclass(frozen=True, slots=True)
class NewJob:
    """A file to be added, with what is already known of it; ``hold`` keeps it from running."""

    source: Path
    settings: JobSettings
    info: MediaInfo | None = None
    stamp: SourceStamp | None = None
    hold: HoldReason | None = None


class QueueMode(StrEnum):
    """What the queue as a whole is doing."""

    STOPPED = "stopped"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHING = "finishing"
    """Stops after the jobs that run now."""


@dataclass(frozen=True, slots=True)
class BlockedVolume:
    """A volume no job may write to now. ``root`` is its mount point."""

    root: Path
    reason: HoldReason
    what: str
    hint: str


@dataclass(frozen=True, slots=True)
class QueueStatus:
    """How the queue stands. ``slots`` 0 means the number that suits this machine.

    ``is_drained`` is True when the queue stopped because nothing was left to run: neither by
    the user, nor at a stop marker.
    """

    mode: QueueMode = QueueMode.STOPPED
    slots: int = 0
    running: int = 0
    blocked: tuple[BlockedVolume, ...] = ()
    is_drained: bool = False


@dataclass(frozen=True, slots=True)
class QueueNotice:
    """Something to tell calmly.

    A later notice of the same ``key`` replaces this one; an empty ``what`` takes it back.
    """

    key: str
    what: str
    hint: str = ""
    detail: str = ""
    job_ids: tuple[str, ...] = ()


class QueueListener(Protocol):
    """Hears everything, in order, after it was saved; from any thread.

    Must return soon and must not wait for another thread that calls the queue.
    """

    def on_inserted(self, placed: tuple[tuple[int, QueuedJob], ...]) -> None:
        """Jobs are in the queue now, at these rows (ascending, final positions)."""

    def on_removed(self, job_ids: tuple[str, ...]) -> None:
        """Jobs are out of the queue."""

    def on_reordered(self, order: tuple[str, ...]) -> None:
        """The jobs, all of them, are in this order now."""

    def on_changed(self, jobs: tuple[QueuedJob, ...]) -> None:
        """These jobs show something new; a final state comes once per run."""

    def on_progress(self, job_id: str, progress: Progress) -> None:
        """A running job moved on; not saved."""

    def on_status(self, status: QueueStatus) -> None:
        """The queue as a whole stands otherwise."""

    def on_notice(self, notice: QueueNotice) -> None:
        """There is something to tell."""
