"""``mse-studio transcode``: the batch on the command line."""

import argparse
import signal
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from studio.batch.model import JobSettings, NewJob, OutputRule
from studio.batch.tools import QueueTools
from studio.cli.check import choose_engines
from studio.cli.console import print_line, print_problem
from studio.cli.context import Context
from studio.cli.interruption import INTERRUPTED, Interruption, interruption
from studio.cli.one_batch import OneBatch
from studio.cli.progress import BarListener, EventListener, NamedJob, TranscodeListener
from studio.cli.reading import read_files
from studio.cli.results import check_results
from studio.errors import InputError, StudioError
from studio.media.probe import probe
from studio.presets.model import Preset
from studio.transcode.argv import display_command, ffmpeg_arguments
from studio.transcode.model import EncodePlan, JobOutcome, JobState, Overrides
from studio.transcode.plan import build_plan
from studio.transcode.process import Patience
from studio.transcode.tools import Ffmpeg
from studio.verdict.browsers import Engine
from studio.workflow.deliver import finish


@dataclass(slots=True)
class _Prepared:
    """Files that can be transcoded, and how the others failed."""

    jobs: list[tuple[NamedJob, EncodePlan]] = field(default_factory=list)
    refused: list[tuple[NamedJob, StudioError]] = field(default_factory=list)


def transcode_files(options: argparse.Namespace, context: Context) -> int:
    """Run the batch; 0 only when every file is done, holds its contract and, if asked, played."""
    ffmpeg = context.ffmpeg()
    preset = context.presets.get(options.preset)
    engines = None if options.check is None else choose_engines(options.check)
    with tempfile.TemporaryDirectory(prefix="mse-studio-logs-") as logs:
        batch = OneBatch(_tools(context, ffmpeg, Path(logs)), _slots(options, context))
        try:
            prepared = _prepare(options, preset, ffmpeg, batch)
            if options.dry_run:
                return _print_commands(prepared, ffmpeg)
            return _run(options, prepared, batch, engines)
        finally:
            batch.close()


def overrides_of(options: argparse.Namespace) -> Overrides:
    """Return what the command line changes of a preset."""
    return Overrides(
        gop_seconds=options.gop_seconds,
        gop_frames=options.gop_frames,
        min_frames=options.keyint_min,
        scene_cuts=options.scene_cuts,
        extra=tuple(options.set),
    )


def _tools(context: Context, ffmpeg: Ffmpeg, logs: Path) -> QueueTools:
    return QueueTools(
        ffmpeg=lambda: ffmpeg,
        finish=finish,
        probe=lambda path: probe(path, ffmpeg=ffmpeg.path),
        logs=logs,
        reserve_mb=context.settings.reserve_mb,
        patience=Patience(stall_s=context.settings.stall_minutes * 60.0),
    )


def _slots(options: argparse.Namespace, context: Context) -> int:
    chosen: int = options.jobs or context.settings.parallel_jobs
    return chosen


def _prepare(
    options: argparse.Namespace, preset: Preset, ffmpeg: Ffmpeg, batch: OneBatch
) -> _Prepared:
    """Read and plan every file, and decide the names of the results."""
    overrides, prepared = overrides_of(options), _Prepared()
    folder = None if options.output_dir is None else options.output_dir.absolute()
    settings = JobSettings(preset, overrides, OutputRule(folder))
    read: list[tuple[NamedJob, NewJob, EncodePlan]] = []
    answers = zip(options.files, read_files(options.files, ffmpeg.path), strict=True)
    for number, (path, answer) in enumerate(answers, start=1):
        job = NamedJob(f"job-{number}", path, None)
        try:
            if isinstance(answer, InputError):
                raise answer
            info = answer.info
            plan = build_plan(
                info, preset, overrides, encoders=ffmpeg.encoders, filters=ffmpeg.filters
            )
        except StudioError as problem:
            prepared.refused.append((job, problem))
            continue
        read.append((job, NewJob(answer.source, settings, info, answer.stamp), plan))
    placed = batch.add([job for job, _, _ in read], [new for _, new, _ in read])
    for job, (_, _, plan) in zip(placed, read, strict=True):
        if job.target is None:
            prepared.refused.append((job, batch.problem(job)))
        else:
            prepared.jobs.append((job, plan))
    return prepared


def _print_commands(prepared: _Prepared, ffmpeg: Ffmpeg) -> int:
    for job, plan in prepared.jobs:
        print_line(display_command(ffmpeg_arguments(plan, job.target_path, ffmpeg.path)))
    for job, problem in prepared.refused:
        print_problem(problem, subject=str(job.source))
    return 1 if prepared.refused else 0


def _make_listener(options: argparse.Namespace, jobs: list[NamedJob]) -> TranscodeListener:
    if options.json:
        return EventListener(jobs)
    return BarListener(jobs, bars=not options.quiet and sys.stderr.isatty())


def _run(
    options: argparse.Namespace,
    prepared: _Prepared,
    batch: OneBatch,
    engines: tuple[Engine, ...] | None,
) -> int:
    jobs = [job for job, _ in prepared.jobs]
    listener = _make_listener(options, jobs)
    for job, problem in prepared.refused:
        listener.on_refused(job, problem)
    _see_through(batch, jobs, listener)
    keep: bool = options.keep_incomplete
    outcomes = {job.id: batch.settle(job, listener.outcomes[job.id], keep=keep) for job in jobs}
    with interruption() as noted:
        passed = _report_all(jobs, outcomes, engines, listener, noted)
    if noted.came() or any(outcome.state is JobState.CANCELLED for outcome in outcomes.values()):
        return INTERRUPTED
    return 0 if passed and not prepared.refused else 1


def _see_through(batch: OneBatch, jobs: list[NamedJob], listener: TranscodeListener) -> None:
    """Run all jobs to their ends; a signal cancels them."""
    previous = signal.signal(signal.SIGTERM, _interrupt)
    try:
        with listener:
            try:
                batch.run(jobs, listener)
            except KeyboardInterrupt:
                batch.cancel()
    finally:
        signal.signal(signal.SIGTERM, previous)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _report_all(
    jobs: list[NamedJob],
    outcomes: dict[str, JobOutcome],
    engines: tuple[Engine, ...] | None,
    listener: TranscodeListener,
    noted: Interruption,
) -> bool:
    """Tell how each job ended, its result played if asked; True when all did what was asked."""
    made = [path for job in jobs if (path := _made(outcomes[job.id])) is not None]
    is_well = True
    with closing(check_results(made, engines, noted)) as checks:
        for job in jobs:
            outcome = outcomes[job.id]
            verdict, passed = next(checks) if _made(outcome) else (None, outcome.state.is_success)
            listener.report(job, outcome, verdict)
            is_well = is_well and passed
    return is_well


def _made(outcome: JobOutcome) -> Path | None:
    return outcome.output if outcome.state.is_success else None
