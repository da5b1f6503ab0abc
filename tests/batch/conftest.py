"""A real queue with real ffmpeg, in a folder of its own, and a listener to wait on."""

import threading
import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from studio import paths
from studio.batch.journal import Journal
from studio.batch.model import (
    JobSettings,
    NewJob,
    OutputRule,
    QueuedJob,
    QueueNotice,
    QueueStatus,
)
from studio.batch.queue import JobQueue
from studio.batch.tools import QueueTools
from studio.media.probe import probe
from studio.presets.store import PresetStore
from studio.transcode.job import Finisher, FinishResult
from studio.transcode.model import EncodePlan, JobState, Overrides, Progress
from studio.transcode.tools import Ffmpeg, find_ffmpeg
from tests.conftest import ClipFactory

WAIT_S = 60.0


class QueueLog:
    """A listener that remembers, mirrors the order, and that a test can wait on."""

    def __init__(self) -> None:
        self.order: list[str] = []
        self.jobs: dict[str, QueuedJob] = {}
        self.history: list[tuple[str, JobState]] = []
        self.notices: dict[str, QueueNotice] = {}
        self.statuses: list[QueueStatus] = []
        self.progress: list[tuple[str, Progress]] = []
        self._changed = threading.Condition()

    def on_inserted(self, placed: tuple[tuple[int, QueuedJob], ...]) -> None:
        with self._changed:
            for row, job in placed:
                self.order.insert(row, job.job_id)
                self.jobs[job.job_id] = job
            self._changed.notify_all()

    def on_removed(self, job_ids: tuple[str, ...]) -> None:
        with self._changed:
            self.order = [job_id for job_id in self.order if job_id not in job_ids]
            self._changed.notify_all()

    def on_reordered(self, order: tuple[str, ...]) -> None:
        with self._changed:
            self.order = list(order)
            self._changed.notify_all()

    def on_changed(self, jobs: tuple[QueuedJob, ...]) -> None:
        with self._changed:
            for job in jobs:
                if self.jobs[job.job_id].state is not job.state:
                    self.history.append((job.job_id, job.state))
                self.jobs[job.job_id] = job
            self._changed.notify_all()

    def on_progress(self, job_id: str, progress: Progress) -> None:
        with self._changed:
            self.progress.append((job_id, progress))
            self._changed.notify_all()

    def on_status(self, status: QueueStatus) -> None:
        with self._changed:
            self.statuses.append(status)
            self._changed.notify_all()

    def on_notice(self, notice: QueueNotice) -> None:
        with self._changed:
            if notice.what:
                self.notices[notice.key] = notice
            else:
                self.notices.pop(notice.key, None)
            self._changed.notify_all()

    def wait_until(self, claim: Callable[[], bool]) -> None:
        """Wait for an event after which ``claim`` holds."""
        end = time.monotonic() + WAIT_S
        with self._changed:
            while not claim():
                left = end - time.monotonic()
                assert left > 0, f"waited in vain: {self.history}"
                self._changed.wait(left)

    def wait_for_state(self, job: QueuedJob, state: JobState) -> QueuedJob:
        """Wait until a job is in a state; returns it."""
        self.wait_until(lambda: self.jobs[job.job_id].state is state)
        return self.jobs[job.job_id]

    def states_of(self, job: QueuedJob) -> list[JobState]:
        """The states a job went through."""
        return [state for job_id, state in self.history if job_id == job.job_id]


class Gate:
    """A finisher that holds jobs in "verifying" until it is opened."""

    def __init__(self, *, is_open: bool = False) -> None:
        self.open = threading.Event()
        if is_open:
            self.open.set()

    def __call__(
        self, part: Path, _plan: EncodePlan, on_progress: Callable[[float], None]
    ) -> FinishResult:
        end = time.monotonic() + WAIT_S
        while not self.open.wait(0.02):
            assert time.monotonic() < end
            on_progress(time.monotonic() % 1)
        on_progress(1.0)
        return FinishResult(part)


class Bench:
    """Makes queues and jobs in one folder."""

    def __init__(self, folder: Path, ffmpeg: Ffmpeg, store: PresetStore, clip: Path) -> None:
        self.folder, self.ffmpeg, self.store, self._clip = folder, ffmpeg, store, clip
        self.home = folder / "home"
        self.media = folder / "media"
        self.home.mkdir()
        self.media.mkdir()
        self.gate = Gate(is_open=True)
        self._open: list[JobQueue] = []

    @property
    def file(self) -> Path:
        """The queue's file."""
        return self.home / "queue.db"

    def queue(self, log: QueueLog, *, slots: int = 1, finish: Finisher | None = None) -> JobQueue:
        """Open the queue of this folder."""
        tools = QueueTools(
            ffmpeg=lambda: self.ffmpeg,
            finish=finish or self.gate,
            probe=lambda path: probe(path, ffmpeg=self.ffmpeg.path),
            logs=self.home / "logs",
        )
        journal, report = Journal.open(self.file)
        assert report.problem is None
        made = JobQueue(journal, log, tools, slots=slots)
        log.order = [job.job_id for job in made.jobs()]
        log.jobs = {job.job_id: job for job in made.jobs()}
        self._open.append(made)
        return made

    def source(self, name: str) -> Path:
        """Copy the clip under a name."""
        path = self.media / name
        path.write_bytes(self._clip.read_bytes())
        return path

    def settings(self, preset_id: str = "mp4-copy", **rule: object) -> JobSettings:
        """Return settings; ``rule`` are fields of the output rule."""
        output = OutputRule(**rule)  # type: ignore[arg-type]
        return JobSettings(self.store.get(preset_id), Overrides(), output)

    def new(self, name: str, preset_id: str = "mp4-copy", **rule: object) -> NewJob:
        """Return a job to add, its source made."""
        return NewJob(self.source(name), self.settings(preset_id, **rule))

    def close(self) -> None:
        """Close every queue."""
        self.gate.open.set()
        for queue in self._open:
            queue.close()


@pytest.fixture
def log() -> QueueLog:
    return QueueLog()


@pytest.fixture
def bench(tmp_path: Path, make_clip: ClipFactory) -> Iterator[Bench]:
    clip = make_clip("queue.mp4", size="64x36", seconds=0.4)
    store = PresetStore(paths.built_in_presets_dir(), tmp_path / "presets")
    made = Bench(tmp_path, find_ffmpeg(), store, clip)
    yield made
    made.close()


def gop(seconds: str) -> Overrides:
    """Return overrides with a GOP of so many seconds."""
    return Overrides(gop_seconds=Fraction(seconds))
