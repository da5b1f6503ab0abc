"""How long the queue will take, as a range, and how large results will be."""

import heapq
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass

from studio.batch import slots as pool
from studio.batch.experience import (
    Experience,
    Kind,
    Lore,
    Pace,
    Work,
    key_of,
    kind_of,
    work_of,
)
from studio.batch.experience import size_class as _size_class
from studio.batch.model import QueuedJob
from studio.errors import PlanError
from studio.transcode.extras import apply_extras
from studio.transcode.model import EncodePlan, JobState, Progress

__all__ = [
    "Experience",
    "Outlook",
    "Running",
    "experience_of",
    "job_estimate",
    "projected_size",
    "queue_time_left",
]

_FIRST_FRACTION = 0.02
"""Part of a job before which its own speed and size say nothing yet."""

_RUNNING_SPREAD, _OWN_SPREAD = 0.25, 0.05
"""Spread of a running job's own time left: what shrinks towards the end, and what stays."""

_CHECKING = 0.03
"""Checking a result takes about this part of the time of making it."""

_UNKNOWN_SPREAD = 0.7
"""Spread of a job of which nothing is known but how long the others take."""

_SIMULATED = 300
"""Jobs at the end of the queue whose order matters; those before only add up."""

_SHARED = 0.4
"""Part of the spread that all jobs share (a busy machine); the rest averages out."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """A range in seconds."""

    low_s: float
    high_s: float


@dataclass(frozen=True, slots=True)
class Running:
    """A job that runs. ``plan`` and ``latest`` are None until they are known."""

    job: QueuedJob
    plan: EncodePlan | None = None
    latest: Progress | None = None


_Load = tuple[float, float, int]
"""Seconds of one job (negative: not known), their spread, and how many such run side by side.

A bare tuple, for there may be ten thousand.
"""


def experience_of(job: QueuedJob, plan: EncodePlan | None) -> Experience | None:
    """Return what a finished job teaches; None when it teaches nothing.

    Args:
        job: with its times and its outcome.
        plan: what was made.
    """
    if plan is None or job.started_at is None or job.ended_at is None:
        return None
    wall_s = job.ended_at - job.started_at
    kind, work = planned_work(plan)
    if not wall_s > 0 or not work.media_s > 0:
        return None
    facts = job.outcome.facts if job.outcome is not None else None
    size = facts.size_bytes if facts is not None else 0
    return Experience(
        key_of(kind, work.size), work.media_s, work.pixels, wall_s, size, job.ended_at
    )


def planned_work(plan: EncodePlan) -> tuple[Kind, Work]:
    """Return exactly what a plan has to do; a length of 0 when it is not known."""
    kind = kind_of(plan.preset)
    media_s = (plan.expected_duration_us or 0) / 1e6
    rate = plan.frame_rate
    if kind.video is None or plan.video is None or rate is None:
        return kind, Work("", media_s, media_s)
    size = plan.width * plan.height
    return kind, Work(_size_class(size), media_s, size * media_s * float(rate) / 1e6)


def projected_size(progress: Progress) -> int | None:
    """Return how many bytes a running job's result will have; None while it is too early."""
    if progress.fraction is None or progress.fraction < _FIRST_FRACTION:
        return None
    return round(progress.size_bytes / progress.fraction) if progress.size_bytes > 0 else None


def job_estimate(job: QueuedJob, experience: Sequence[Experience]) -> Outlook | None:
    """Return how long one job will run by itself; None when nothing is known."""
    return queue_time_left([job], [], 1, experience)


def queue_time_left(
    waiting: Sequence[QueuedJob],
    running: Sequence[Running],
    slots: int,
    experience: Sequence[Experience],
    *,
    now: float | None = None,
    cores: int | None = None,
) -> Outlook | None:
    """Return how long the rest of the queue takes; None when nothing at all is known.

    Args:
        waiting: jobs to come, in order.
        running: jobs that run.
        slots: jobs at a time; 0 for what suits the machine.
        experience: of jobs that are over, the newest last.
        now: Unix seconds; None for the clock's.
        cores: of the machine; None for those this process may use.
    """
    if not waiting and not running:
        return Outlook(0.0, 0.0)
    live = [sample for run in running if (sample := _live_sample(run)) is not None]
    guess = _Guess(Lore([*experience, *live]), slots, cores)
    clock = time.time() if now is None else now
    begun = [guess.left(run, clock) for run in running]
    to_come = [guess.load(job) for job in waiting]
    known = [load[0] for load in (*begun, *to_come) if load[0] >= 0]
    if not known:
        return None
    total_s = sum(known)
    if len(known) < len(begun) + len(to_come):
        mean_s = total_s / len(known)
        begun, to_come = _completed(begun, mean_s), _completed(to_come, mean_s)
    return _range(_makespan(begun, to_come), [*begun, *to_come])


def _completed(loads: Sequence[_Load], mean_s: float) -> list[_Load]:
    """Give jobs of which nothing is known the mean of the others."""
    return [load if load[0] >= 0 else (mean_s, *load[1:]) for load in loads]


def _range(middle_s: float, loads: Sequence[_Load]) -> Outlook:
    """Widen a time by the spreads of what it is made of."""
    total_s = sum([load[0] for load in loads])
    if total_s <= 0:
        return Outlook(0.0, 0.0)
    spread = sum([seconds * spread for seconds, spread, _ in loads]) / total_s
    width = math.exp(spread * (_SHARED + (1 - _SHARED) / math.sqrt(len(loads))))
    return Outlook(middle_s / width, middle_s * width)


def _makespan(running: Sequence[_Load], waiting: Sequence[_Load]) -> float:
    """Return when the last job ends: jobs start in order, as soon as their share is free.

    A share is one part of ``beside``. Of a long queue only the end is played through.
    """
    early, late = waiting[:-_SIMULATED], waiting[-_SIMULATED:]
    ends = [(seconds, 1 / beside) for seconds, _, beside in running]
    latest = max((end for end, _ in ends), default=0.0)
    begin = 0.0
    if early:
        begin = sum([seconds / beside for seconds, _, beside in (*running, *early)])
        ends = []
    heapq.heapify(ends)
    free = 1.0 - sum(share for _, share in ends)
    for seconds, _, beside in late:
        share = 1 / beside
        while free < share - 1e-9 and ends:
            begin, freed = heapq.heappop(ends)
            free += freed
        free -= share
        heapq.heappush(ends, (begin + seconds, share))
        latest = max(latest, begin + seconds)
    return max(latest, begin)


def _live_sample(run: Running) -> Experience | None:
    """Return what a running job teaches about others of its kind, from its own speed."""
    progress, plan = run.latest, run.plan
    if progress is None or plan is None or not progress.speed or progress.speed <= 0:
        return None
    if (progress.fraction or 0) < _FIRST_FRACTION:
        return None
    kind, work = planned_work(plan)
    wall_s = work.media_s / progress.speed
    return Experience(key_of(kind, work.size), work.media_s, work.pixels, wall_s, 0, 0.0)


class _Guess:
    """Turns jobs into loads; remembers presets, which many jobs share."""

    def __init__(self, lore: Lore, slots: int, cores: int | None) -> None:
        self._lore, self._slots, self._cores = lore, slots, cores
        self._kinds: dict[object, _Found] = {}

    def load(self, job: QueuedJob) -> _Load:
        """Return what a waiting job will take."""
        settings, info = job.settings, job.info
        name = (id(settings.preset), settings.overrides.extra)
        found = self._kinds.get(name)
        if found is None:
            found = self._kinds[name] = self._kind(job)
        kind, beside, paces = found
        if not beside:  # it cannot be planned and will end at once
            return 0.0, 0.0, 1
        work = work_of(kind, info) if info is not None else None
        if work is None:
            return -1.0, _UNKNOWN_SPREAD, beside
        size = work[0]
        if size not in paces:
            paces[size] = self._lore.pace(kind, size)
        pace = paces[size]
        if pace is None:
            return -1.0, _UNKNOWN_SPREAD, beside
        return work[2] * pace[0], pace[1], beside

    def _kind(self, job: QueuedJob) -> "_Found":
        try:
            preset, _ = apply_extras(job.settings.preset, job.settings.overrides.extra)
        except PlanError:
            return kind_of(job.settings.preset), 0, {}
        if self._slots > 0:
            return kind_of(preset), self._slots, {}
        return kind_of(preset), pool.automatic([preset], self._cores), {}

    def left(self, run: Running, now: float) -> _Load:
        """Return what a running job still takes."""
        seconds, spread, beside = self.load(run.job)
        progress = run.latest
        done = min(1.0, max(0.0, (progress.fraction or 0.0) if progress is not None else 0.0))
        if run.job.state is JobState.VERIFYING:
            ran_s = max(0.0, now - (run.job.started_at or now))
            return (1 - done) * max(1.0, _CHECKING * ran_s), _RUNNING_SPREAD, beside
        eta_s = progress.eta_s if progress is not None else None
        if eta_s is not None and math.isfinite(eta_s) and eta_s >= 0 and done >= _FIRST_FRACTION:
            return eta_s, _OWN_SPREAD + _RUNNING_SPREAD * (1 - done), beside
        return (seconds * (1 - done) if seconds >= 0 else seconds), spread, beside


_Found = tuple[Kind, int, dict[str, Pace | None]]
"""A kind of job, how many such run side by side (0: none can), and its paces by size class."""
