"""What `dev.py bench` compares where jobs run: batches, tiny jobs, the cost of progress."""

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench_kit import Case, Ground, Result, plan_of, preset, run_raw
from bench_listener import SilentListener
from studio.batch.journal import Journal
from studio.batch.model import JobSettings, NewJob, OutputRule
from studio.batch.queue import JobQueue
from studio.batch.stamps import stamp_of
from studio.batch.tools import QueueTools
from studio.media.probe import probe
from studio.transcode.argv import ffmpeg_arguments
from studio.transcode.control import Control
from studio.transcode.model import EncodePlan, Progress
from studio.transcode.process import Hooks, run_ffmpeg
from studio.workflow.deliver import finish

BATCH = 4
BATCH_CLIP_S = 10
BATCH_ROUNDS = 3
"""A round is eight encodes."""

TINY_JOBS = 20
PROGRESS_CLIP_S = 20
LIMIT_S = 1800.0

_PROGRESS_OPTIONS = {"-progress": 1, "-stats_period": 1}
"""What is left out where nobody wants to know, with the number of values."""


@dataclass(slots=True)
class _Shop:
    """Runs batches of the same sources, each in a queue and a folder of its own."""

    ground: Ground
    plans: list[EncodePlan]
    preset_id: str

    def run(self, slots: int) -> None:
        """Run the batch to its end; every job must be done."""
        home = self.ground.new_folder("batch")
        results = home / "results"
        results.mkdir()
        journal, _ = Journal.open(home / "queue.db")
        queue = JobQueue(journal, SilentListener(), self._tools(home), slots=slots)
        settings = JobSettings(preset(self.preset_id), output=OutputRule(folder=results))
        queue.add(
            [
                NewJob(plan.info.path, settings, plan.info, stamp_of(plan.info.path))
                for plan in self.plans
            ]
        )
        queue.start()
        ended = queue.wait(LIMIT_S)
        bad = [job.outcome for job in queue.jobs() if not job.state.is_success]
        queue.close()
        if not ended or bad:
            raise SystemExit(f"the batch failed: {bad[:1]}")
        shutil.rmtree(home)

    def run_raw(self) -> None:
        """Run the same ffmpegs one after the other."""
        target = self.ground.folder / f"raw{preset(self.preset_id).container.suffix}"
        for plan in self.plans:
            run_raw(ffmpeg_arguments(plan, target, self.ground.ffmpeg.path))

    def _tools(self, home: Path) -> QueueTools:
        ffmpeg = self.ground.ffmpeg
        return QueueTools(
            ffmpeg=lambda: ffmpeg,
            finish=finish,
            probe=lambda path: probe(path, ffmpeg=ffmpeg.path),
            logs=home / "logs",
        )


def _shop(ground: Ground, clip: Path, count: int, preset_id: str) -> _Shop:
    folder = ground.folder / f"sources-{clip.stem}-{count}"
    folder.mkdir(exist_ok=True)
    sources = [folder / f"{number}.mp4" for number in range(count)]
    for source in sources:
        if not source.exists():
            os.link(clip, source)
    plans = [plan_of(source, preset_id, ground.ffmpeg) for source in sources]
    return _Shop(ground, plans, preset_id)


def _batch(name: str, ground: Ground, preset_id: str, goal: str) -> Case:
    shop = _shop(ground, ground.part_of_source(BATCH_CLIP_S), BATCH, preset_id)
    return Case(
        name,
        "our queue, one job at a time",
        goal,
        lambda: shop.run(0),
        lambda: shop.run(1),
        most_rounds=BATCH_ROUNDS,
    )


def _tiny_jobs(name: str, ground: Ground) -> Case:
    shop = _shop(ground, ground.tiny(), TINY_JOBS, "mp4-copy")
    return Case(
        name,
        "ffmpeg, one after the other",
        "checks, saves, sync and log included",
        lambda: shop.run(1),
        shop.run_raw,
        count=TINY_JOBS,
        unit="jobs",
        note=lambda result: f"{_added_ms(result):.1f} ms added to each job",
    )


def _added_ms(result: Result) -> float:
    pairs = zip(result.ours, result.theirs, strict=True)
    added = sorted(a.wall_s - b.wall_s for a, b in pairs)
    return added[len(added) // 2] / result.count * 1000


def _progress(name: str, ground: Ground) -> Case:
    source = ground.part_of_source(PROGRESS_CLIP_S)
    plan = plan_of(source, "webm-vp8-vorbis", ground.ffmpeg)
    target = ground.folder / "progress.webm"
    arguments = ffmpeg_arguments(plan, target, ground.ffmpeg.path)
    reports: list[Progress] = []
    own: Callable[[Result], float] = Result.median_own_s

    def ours() -> None:
        reports.clear()
        hooks = Hooks(on_progress=reports.append)
        done = run_ffmpeg(
            arguments,
            expected_duration_us=plan.expected_duration_us,
            control=Control(),
            hooks=hooks,
        )
        if done.return_code:
            raise SystemExit(f"ffmpeg failed: {done.log_tail}")

    def note(result: Result) -> str:
        each = own(result) * 1000 / max(1, len(reports))
        return f"{len(reports)} reports, {each:.2f} ms of our CPU each, start and end included"

    return Case(
        name,
        "ffmpeg without -progress, nobody reading",
        "<= 1.01",
        ours,
        lambda: run_raw(without_progress(arguments)),
        note=note,
    )


def without_progress(arguments: list[str]) -> list[str]:
    """Return a command without what makes ffmpeg report."""
    kept: list[str] = []
    skipping = 0
    for argument in arguments:
        if skipping:
            skipping -= 1
        elif argument in _PROGRESS_OPTIONS:
            skipping = _PROGRESS_OPTIONS[argument]
        else:
            kept.append(argument)
    return kept


MAKERS: Mapping[str, Callable[[str, Ground], Case]] = {
    "batch of four VP8/Vorbis": lambda name, ground: _batch(
        name, ground, "webm-vp8-vorbis", "<= 0.67 on two cores"
    ),
    "batch of four H.264/AAC": lambda name, ground: _batch(
        name, ground, "mp4-h264-aac", "<= 0.95 on two cores"
    ),
    "tiny jobs through the queue": _tiny_jobs,
    "progress ten times a second": _progress,
}
