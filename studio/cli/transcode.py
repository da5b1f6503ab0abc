"""``mse-studio transcode``: the batch on the command line."""

import argparse
import secrets
import signal
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import FrameType

from studio.cli import shapes
from studio.cli.check import choose_engines
from studio.cli.console import print_line, print_problem
from studio.cli.context import Context
from studio.cli.progress import BarListener, EventListener, NamedJob, TranscodeListener
from studio.errors import StudioError
from studio.media.probe import probe
from studio.presets.model import Preset
from studio.segments.reader import read_segment_map
from studio.transcode.argv import display_command, ffmpeg_arguments
from studio.transcode.batch import Batch, choose_target, default_slots
from studio.transcode.job import TranscodeJob, drop_incomplete, keep_incomplete
from studio.transcode.model import EncodePlan, JobOutcome, JobState, Overrides
from studio.transcode.plan import build_plan
from studio.transcode.tools import Ffmpeg
from studio.verdict.model import Ladder
from studio.workflow.check import Engine, check_file
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
    prepared = _prepare(options, preset, ffmpeg)
    if options.dry_run:
        return _print_commands(prepared, ffmpeg)
    listener = _make_listener(options, [job for job, _ in prepared.jobs])
    for job, problem in prepared.refused:
        listener.on_refused(job, problem)
    outcomes = _run(prepared, preset, ffmpeg, listener, options.jobs)
    keep = options.keep_incomplete
    outcomes = {j.id: _settled(j, outcomes[j.id], keep=keep) for j, _ in prepared.jobs}
    passed = [_report(job, outcomes[job.id], engines, listener) for job, _ in prepared.jobs]
    if any(outcome.state is JobState.CANCELLED for outcome in outcomes.values()):
        return 130
    return 0 if all(passed) and not prepared.refused else 1


def overrides_of(options: argparse.Namespace) -> Overrides:
    """Return what the command line changes of a preset."""
    return Overrides(
        gop_seconds=options.gop_seconds,
        gop_frames=options.gop_frames,
        min_frames=options.keyint_min,
        scene_cuts=options.scene_cuts,
        extra=tuple(options.set),
    )


def _prepare(options: argparse.Namespace, preset: Preset, ffmpeg: Ffmpeg) -> _Prepared:
    overrides = overrides_of(options)
    prepared, reserved = _Prepared(), set[Path]()
    for number, path in enumerate(options.files, start=1):
        job = NamedJob(f"job-{number}", path, None)
        try:
            info = probe(path, ffmpeg=ffmpeg.path)
            plan = build_plan(
                info, preset, overrides, encoders=ffmpeg.encoders, filters=ffmpeg.filters
            )
            target = choose_target(path, preset, options.output_dir, reserved)
        except StudioError as problem:
            prepared.refused.append((job, problem))
            continue
        reserved.add(target)
        prepared.jobs.append((NamedJob(job.id, path, target), plan))
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
    prepared: _Prepared,
    preset: Preset,
    ffmpeg: Ffmpeg,
    listener: TranscodeListener,
    slots: int | None,
) -> dict[str, JobOutcome]:
    batch = Batch(listener, slots or default_slots([preset]))
    previous = signal.signal(signal.SIGTERM, _interrupt)
    try:
        with listener:
            try:
                for job, plan in prepared.jobs:
                    batch.submit(_transcode_job(job, plan, ffmpeg, listener))
                batch.wait()
            except KeyboardInterrupt:
                batch.cancel_all()
                batch.wait()
    finally:
        signal.signal(signal.SIGTERM, previous)
    return listener.outcomes


def _transcode_job(
    job: NamedJob, plan: EncodePlan, ffmpeg: Ffmpeg, listener: TranscodeListener
) -> TranscodeJob:
    """Return a job; every run of this program has a job 1, so that does not tell its file."""
    part_id = f"{job.id}-{secrets.token_hex(4)}"
    return TranscodeJob(job.id, plan, job.target_path, ffmpeg, finish, listener, part_id=part_id)


def _settled(job: NamedJob, outcome: JobOutcome, *, keep: bool) -> JobOutcome:
    """Name what an incomplete job left, or delete it: nobody could ask for it later."""
    if outcome.state is not JobState.INCOMPLETE or outcome.kept is None:
        return outcome
    if not keep:
        drop_incomplete(outcome.kept)
        hint = "Try to get the whole file; --keep-incomplete keeps what there is."
        return replace(outcome, kept=None, hint=hint)
    try:
        path = keep_incomplete(outcome.kept, job.target_path)
    except StudioError as problem:
        return replace(outcome, hint=f"{problem.what} {problem.hint}")
    hint = f"Try to get the whole file. What there is was kept as {path}."
    return replace(outcome, kept=None, output=path, hint=hint)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _report(
    job: NamedJob,
    outcome: JobOutcome,
    engines: tuple[Engine, ...] | None,
    listener: TranscodeListener,
) -> bool:
    """Tell how one job ended; return True when it did all that was asked."""
    if not outcome.state.is_success or outcome.output is None or engines is None:
        listener.report(job, outcome, None)
        return outcome.state.is_success
    verdict = check_file(outcome.output, engines=engines)
    mime = read_segment_map(outcome.output).mime
    listener.report(job, outcome, shapes.verdict(outcome.output, mime, verdict))
    return verdict.ladder in (Ladder.PASS, Ladder.WARN)
