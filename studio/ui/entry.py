"""One row of the window: a job of the queue, and what only the window knows of it."""

from dataclasses import dataclass
from enum import Flag, StrEnum, auto
from pathlib import Path

from studio.batch.model import HoldReason, JobSettings, QueuedJob
from studio.errors import StudioError
from studio.media.streams import KeyframeIndex, MediaInfo
from studio.segments.manifests import is_manifest
from studio.transcode.model import EncodePlan, JobOutcome, JobState, Progress
from studio.ui.look import Look
from studio.verdict.model import Verdict


class EntryState(StrEnum):
    """Where a row stands: the states of its job, and two more for files not known yet."""

    READING = "reading"
    """Waiting, and nothing is known of the source yet."""
    UNUSABLE = "unusable"
    """The source could not be read."""
    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    VERIFYING = "verifying"
    DONE = "done"
    DONE_WITH_WARNINGS = "done_with_warnings"
    INCOMPLETE = "incomplete"
    FAILED = "failed"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"
    ON_HOLD = "on_hold"
    CHECK_ONLY = "check_only"
    """In the list to be checked, not to be converted."""

    @property
    def is_active(self) -> bool:
        """True from the start of a run to its final event."""
        return self in _ACTIVE

    @property
    def is_over(self) -> bool:
        """True when a run has ended, by itself or by the user."""
        return self in _OVER

    @property
    def is_success(self) -> bool:
        """True when the result is there, complete and checked."""
        return self in (EntryState.DONE, EntryState.DONE_WITH_WARNINGS)

    @property
    def is_startable(self) -> bool:
        """True when Start takes it."""
        return self in (EntryState.READING, EntryState.WAITING, EntryState.INTERRUPTED)

    @property
    def may_retry(self) -> bool:
        """True when it can be made to wait again."""
        return self.is_over or self is EntryState.UNUSABLE


_ACTIVE = frozenset({EntryState.RUNNING, EntryState.PAUSED, EntryState.VERIFYING})
_OF_JOB = {state: EntryState(state.value) for state in JobState}
_OVER = frozenset(
    {
        EntryState.DONE,
        EntryState.DONE_WITH_WARNINGS,
        EntryState.INCOMPLETE,
        EntryState.FAILED,
        EntryState.CANCELLED,
    }
)


class Change(Flag):
    """Which part of an entry changed; decides which cells are painted again."""

    MEDIA = auto()
    SETTINGS = auto()
    """Preset, overrides, output rule, or the target's name."""
    STATE = auto()
    PROGRESS = auto()
    VERDICT = auto()


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a job comes to, and the command as text to copy."""

    plan: EncodePlan
    target: Path
    arguments: tuple[str, ...]
    command: str


@dataclass(slots=True)
class Entry:
    """One row: a job of the queue, and what only the window knows of it.

    ``job`` is replaced by the list whenever the queue says so; the window changes nothing
    in it. ``prepared`` is the latest plan. ``checking`` is the stage of a running check in
    words, empty when none runs or waits; the verdict of before stays until it is over.
    ``played_at`` (Unix seconds) and ``check_s`` tell when the verdict was taken and how many
    seconds that took; ``is_kept`` that it was in an earlier session. ``look`` is what was
    found out without playing; ``shows_look`` lets the list say so too, because the user asked.
    """

    job: QueuedJob
    keyframes: KeyframeIndex | None = None
    progress: Progress | None = None
    prepared: Prepared | None = None
    verdict: Verdict | None = None
    check_problem: StudioError | None = None
    checking: str = ""
    waits_for_check: bool = False
    played_at: float = 0.0
    check_s: float = 0.0
    is_kept: bool = False
    look: Look | None = None
    look_problem: tuple[Path, StudioError] | None = None
    examining: bool = False
    shows_look: bool = False

    @property
    def entry_id(self) -> str:
        """The job's id."""
        return self.job.job_id

    @property
    def source(self) -> Path:
        """The file to be converted."""
        return self.job.source

    @property
    def settings(self) -> JobSettings:
        """What the user chose."""
        return self.job.settings

    @property
    def info(self) -> MediaInfo | None:
        """What the source is; None until it was probed."""
        return self.job.info

    @property
    def outcome(self) -> JobOutcome | None:
        """How the last run ended."""
        return self.job.outcome

    @property
    def target(self) -> Path | None:
        """The reserved path of the result; None until it can be known."""
        return self.job.target

    @property
    def output(self) -> Path | None:
        """The file that came out under its own name, finished or kept all the same."""
        return self.job.outcome.output if self.job.outcome is not None else None

    @property
    def problem(self) -> StudioError | None:
        """Why the source could not be read."""
        outcome = self.job.outcome
        if self.state is not EntryState.UNUSABLE or outcome is None:
            return None
        return StudioError(outcome.what, hint=outcome.hint, detail=outcome.detail)

    @property
    def state(self) -> EntryState:
        """Where it stands."""
        state = self.job.state
        if self.job.info is None:
            if state is JobState.WAITING and self.job.outcome is None:
                return EntryState.READING
            if state is JobState.FAILED:
                return EntryState.UNUSABLE
        if state is JobState.ON_HOLD and self.is_check_only:
            return EntryState.CHECK_ONLY
        return _OF_JOB[state]

    @property
    def is_check_only(self) -> bool:
        """It is here to be checked; nothing is made of it unless the user releases it."""
        return self.job.hold is HoldReason.CHECK_ONLY

    @property
    def is_unread(self) -> bool:
        """Nothing is known of the source yet, not even that it cannot be read."""
        is_new = self.state is EntryState.CHECK_ONLY and self.job.info is None
        return self.state is EntryState.READING or is_new

    @property
    def playable(self) -> Path | None:
        """The file a preview or a check is about: the result, else the source itself."""
        if self.output is not None:
            return self.output
        is_known = self.info is not None or self.is_check_only
        is_candidate = is_known and self.source.suffix.lower() in PLAYABLE_SUFFIXES
        return self.source if is_candidate else None

    @property
    def examinable(self) -> Path | None:
        """The file that can be examined without playing: the playable one, or a playlist."""
        if self.output is not None:
            return self.output
        is_known = self.state is not EntryState.READING
        return self.source if is_known and _may_be_examined(self.source) else None

    @property
    def foreseen(self) -> Look | None:
        """What is predicted of the file that it offers now."""
        return self.look if self.look is not None and self.look.path == self.examinable else None

    @property
    def unforeseen(self) -> StudioError | None:
        """Why nothing can be predicted of the file that it offers now."""
        known = self.look_problem
        return known[1] if known is not None and known[0] == self.examinable else None

    @property
    def is_examined(self) -> bool:
        """It is known what is predicted of the file, or why nothing can be."""
        return self.foreseen is not None or self.unforeseen is not None

    @property
    def is_played(self) -> bool:
        """Some engine was asked to play it, and the verdict tells what came of it."""
        return self.verdict is not None and bool(self.verdict.reports)

    def forget_verdict(self) -> None:
        """Know nothing any more of what engines did."""
        self.verdict, self.check_problem = None, None
        self.played_at, self.check_s, self.is_kept = 0.0, 0.0, False

    def take(self, job: QueuedJob) -> Change:
        """Show ``job`` from now on, and return what is new."""
        old, self.job = self.job, job
        change = _difference(old, job)
        if job.attempts != old.attempts or (old.outcome and job.outcome is None):
            self.progress, self.look, self.look_problem = None, None, None
            self.forget_verdict()
            change |= Change.PROGRESS | Change.VERDICT
        elif self.progress is not None and not (job.state.is_active or job.state.is_final):
            self.progress = None
            change |= Change.PROGRESS
        if Change.SETTINGS in change or Change.MEDIA in change:
            self.prepared = None
        if job.source != old.source:
            self.keyframes = None
        return change


PLAYABLE_SUFFIXES = frozenset({".webm", ".mp4", ".m4v", ".m4s", ".mkv"})
CHECKED_SUFFIXES = PLAYABLE_SUFFIXES - {".m4s"}
"""Of files in a folder that is checked; a segment by itself cannot be played."""


def _may_be_examined(path: Path) -> bool:
    return path.suffix.lower() in PLAYABLE_SUFFIXES or is_manifest(path)


def _difference(old: QueuedJob, new: QueuedJob) -> Change:
    change = Change(0)
    if old.info is not new.info or old.source != new.source:
        change |= Change.MEDIA | Change.STATE
    if old.settings != new.settings or old.target != new.target:
        change |= Change.SETTINGS
    seen = (old.state, old.hold, old.stop_before, old.ignore_space)
    if seen != (new.state, new.hold, new.stop_before, new.ignore_space):
        change |= Change.STATE
    if old.outcome != new.outcome:
        change |= Change.STATE | Change.VERDICT
    return change
