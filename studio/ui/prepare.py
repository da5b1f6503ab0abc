"""One file and its settings, resolved to the plan, the target and the exact command."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from studio.batch import naming
from studio.batch.model import QueuedJob
from studio.errors import StudioError
from studio.transcode.argv import display_command, ffmpeg_arguments
from studio.transcode.model import EncodePlan
from studio.transcode.plan import build_plan
from studio.transcode.tools import Ffmpeg
from studio.ui.entries import Prepared


def prepare(job: QueuedJob, number: int, ffmpeg: Ffmpeg, taken: Collection[str]) -> Prepared:
    """Resolve one job; looks at the disk for a free name, so call it on a worker.

    Args:
        job: the row.
        number: its place in the queue, from 1, for names with a counter.
        ffmpeg: the program that will run.
        taken: ``target_key`` of what other jobs are going to write.

    Raises:
        PlanError: the preset cannot be applied to this source, or the name's template is
            not right.
        OutputError: there is no place for the result.
        StudioError: another expected reason.
    """
    if job.info is None:
        raise StudioError("The file has not been read yet.")
    settings = job.settings
    plan = build_plan(
        job.info,
        settings.preset,
        settings.overrides,
        encoders=ffmpeg.encoders,
        filters=ffmpeg.filters,
    )
    target = job.target or _wanted(job, plan, number, taken)
    arguments = ffmpeg_arguments(plan, target, ffmpeg.path)
    return Prepared(plan, target, tuple(arguments), display_command(arguments))


def _wanted(job: QueuedJob, plan: EncodePlan, number: int, taken: Collection[str]) -> Path:
    """Return the name a job would get that has none reserved (yet)."""
    settings, info = job.settings, plan.info
    wanted = naming.target_for(
        settings.output,
        job.source,
        info,
        settings.preset,
        plan,
        counter=number,
        today=date.fromtimestamp(job.added_at) if job.added_at else date.today(),
    )
    return naming.free_path(wanted, lambda key: key in taken)
