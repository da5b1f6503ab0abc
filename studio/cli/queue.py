"""``mse-studio queue``: the window's own queue, without the window."""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache

from studio import paths
from studio.batch.book import UNSAVED
from studio.batch.exchange import export_queue, import_queue
from studio.batch.model import (
    Collision,
    HoldReason,
    JobSettings,
    NewJob,
    OutputRule,
    QueuedJob,
    QueueListener,
    QueueNotice,
    QueueStatus,
)
from studio.batch.naming import check_template
from studio.batch.opening import open_queue
from studio.batch.queue import JobQueue
from studio.batch.tools import QueueTools
from studio.cli import shapes
from studio.cli.console import print_json, print_line, print_problem
from studio.cli.context import Context
from studio.cli.reading import read_files
from studio.cli.transcode import overrides_of
from studio.errors import InputError, OutputError, StudioError
from studio.media.probe import probe
from studio.transcode.model import JobState, Progress
from studio.transcode.plan import build_plan
from studio.transcode.process import Patience
from studio.workflow.deliver import finish

SHOWN_ID = 8
"""Characters of a job's id that people see; as many as are unique may be typed."""

_RETRIED = frozenset({JobState.FAILED, JobState.INCOMPLETE, JobState.CANCELLED})


class Notices:
    """Tells what the queue has to tell, on stderr, each thing once."""

    def __init__(self) -> None:
        self._told: set[tuple[str, str]] = set()
        self.unsaved: QueueNotice | None = None

    def tell(self, notice: QueueNotice) -> None:
        """Print a notice; one that takes another back prints nothing."""
        if notice.key == UNSAVED:
            self.unsaved = notice if notice.what else None
        if notice.what and (notice.key, notice.what) not in self._told:
            self._told.add((notice.key, notice.what))
            print_problem(StudioError(notice.what, hint=notice.hint, detail=notice.detail))

    def require_saved(self) -> None:
        """See that nothing is only in memory.

        Raises:
            OutputError: the queue could not be saved.
        """
        if self.unsaved is not None:
            raise OutputError(self.unsaved.what, hint=self.unsaved.hint, detail=self.unsaved.detail)


class Editor:
    """Hears a queue that does not run: only notices matter."""

    def __init__(self) -> None:
        self.notices = Notices()

    def on_inserted(self, placed: tuple[tuple[int, QueuedJob], ...]) -> None:
        """Nothing to do: the caller has the jobs."""

    def on_removed(self, job_ids: tuple[str, ...]) -> None:
        """Nothing to do."""

    def on_reordered(self, order: tuple[str, ...]) -> None:
        """Nothing to do."""

    def on_changed(self, jobs: tuple[QueuedJob, ...]) -> None:
        """Nothing to do."""

    def on_progress(self, job_id: str, progress: Progress) -> None:
        """Nothing to do."""

    def on_status(self, status: QueueStatus) -> None:
        """Nothing to do."""

    def on_notice(self, notice: QueueNotice) -> None:
        """Tell it."""
        self.notices.tell(notice)


@contextmanager
def opened(
    context: Context, listener: QueueListener, *, slots: int = 0, changing: bool = True
) -> Iterator[JobQueue]:
    """Open the user's queue; at the end everything that runs is stopped and waits again.

    Args:
        context: settings and ffmpeg, which is looked for only when it is needed.
        listener: hears the queue, first of all what there is to tell about its opening.
        slots: jobs at a time.
        changing: refuse a queue that cannot be saved.

    Raises:
        StudioError: another program works on the queue, or it cannot be saved.
    """
    find = cache(context.ffmpeg)
    folder = paths.user_data_dir()
    tools = QueueTools(
        ffmpeg=find,
        finish=finish,
        probe=lambda path: probe(path, ffmpeg=find().path),
        logs=folder / "jobs",
        reserve_mb=context.settings.reserve_mb,
        patience=Patience(stall_s=context.settings.stall_minutes * 60.0),
    )
    found = open_queue(folder, listener, tools, slots=slots)
    try:
        for notice in found.notices:
            listener.on_notice(notice)
        if changing and not found.is_persistent:
            raise OutputError("The queue cannot be saved, so nothing was changed.")
        yield found.queue
    finally:
        found.close()


def list_jobs(options: argparse.Namespace, context: Context) -> int:
    """Print every job, in order."""
    with opened(context, Editor(), changing=False) as queue:
        jobs = queue.jobs()
    if options.json:
        for job in jobs:
            print_json(shapes.queued_job(job))
        return 0
    for job in jobs:
        print_line(line_of(job))
    counts = Counter(str(job.state).replace("_", " ") for job in jobs)
    summary = ", ".join(f"{count} {state}" for state, count in counts.items())
    print_line(f"{_jobs(len(jobs))}{': ' if summary else '.'}{summary}")
    return 0


def add_jobs(options: argparse.Namespace, context: Context) -> int:
    """Read files and add them one by one; each id is printed after its job was saved."""
    ffmpeg, editor = context.ffmpeg(), Editor()
    settings = JobSettings(
        context.presets.get(options.preset), overrides_of(options), _rule_of(options)
    )
    failed = 0
    with opened(context, editor) as queue:
        read = read_files(options.files, ffmpeg.path)
        for path, answer in zip(options.files, read, strict=True):
            try:
                if isinstance(answer, InputError):
                    raise answer
                info = answer.info
                build_plan(info, settings.preset, settings.overrides, encoders=ffmpeg.encoders)
            except StudioError as problem:
                failed += 1
                print_problem(problem, subject=str(path))
                if options.json:
                    print_json(shapes.error(problem, path))
                continue
            (job,) = queue.add([NewJob(answer.source, settings, info, answer.stamp)])
            editor.notices.require_saved()
            failed += job.state is JobState.FAILED
            _print_job(job, options)
    return 1 if failed else 0


def _rule_of(options: argparse.Namespace) -> OutputRule:
    """Return the output rule, its folders absolute: the queue outlives the current folder."""
    check_template(options.name)
    folder, root = options.output_dir, options.mirror_root
    if root is not None and folder is None:
        what = "A mirrored tree needs a folder for the results."
        raise OutputError(what, hint="Add --output-dir.")
    return OutputRule(
        None if folder is None else folder.absolute(),
        None if root is None else root.absolute(),
        options.name,
        Collision(options.collision),
    )


def retry_jobs(options: argparse.Namespace, context: Context) -> int:
    """Let jobs that are over, or on hold, wait to run again."""
    editor = Editor()
    with opened(context, editor) as queue:
        if options.ids:
            chosen = _chosen(queue, options.ids)
        elif options.all:
            chosen = [job for job in queue.jobs() if job.state in _RETRIED or _is_held(job)]
        else:
            chosen = [job for job in queue.jobs() if job.state in _RETRIED]
        ids = [job.job_id for job in chosen]
        despite = {job.job_id for job in chosen if options.despite_space and _lacks_space(job)}
        queue.release(despite, despite=True)
        queue.retry(job_id for job_id in ids if job_id not in despite)
        editor.notices.require_saved()
        after = [job for job in map(queue.get, ids) if job is not None]
    for job in after:
        _print_job(job, options)
    return 0


def _is_held(job: QueuedJob) -> bool:
    return job.state is JobState.ON_HOLD and job.hold is not HoldReason.CHECK_ONLY


def _lacks_space(job: QueuedJob) -> bool:
    return job.hold in (HoldReason.LOW_SPACE, HoldReason.DISK_FULL)


def remove_jobs(options: argparse.Namespace, context: Context) -> int:
    """Take jobs out of the queue; files stay where they are."""
    editor = Editor()
    with opened(context, editor) as queue:
        ids = [job.job_id for job in _chosen(queue, options.ids)]
        return _removed(queue, ids, editor, options)


def clear_jobs(options: argparse.Namespace, context: Context) -> int:
    """Take out what is done, or everything."""
    editor = Editor()
    with opened(context, editor) as queue:
        gone = [job.job_id for job in queue.jobs() if options.all or job.state.is_success]
        return _removed(queue, gone, editor, options)


def _removed(
    queue: JobQueue, ids: Sequence[str], editor: Editor, options: argparse.Namespace
) -> int:
    placed = queue.remove(ids)
    editor.notices.require_saved()
    if options.json:
        for _, job in placed:
            print_json(shapes.queued_job(job) | {"state": "removed"})
    else:
        print_line(f"Removed {_jobs(len(placed))}.")
    return 0


def export_jobs(options: argparse.Namespace, context: Context) -> int:
    """Write the queue to a file."""
    if options.file.exists() and not options.replace:
        what = f"{options.file.name} exists already."
        raise OutputError(what, hint="Choose another name, or add --replace.")
    with opened(context, Editor(), changing=False) as queue:
        jobs = queue.jobs()
    export_queue(jobs, options.file)
    print_line(f"Exported {_jobs(len(jobs))} to {options.file}.")
    return 0


def import_jobs(options: argparse.Namespace, context: Context) -> int:
    """Add the jobs of a file; what is not valid is named and left out."""
    editor = Editor()
    found = import_queue(options.file)
    with opened(context, editor) as queue:
        added = queue.add(found.jobs)
        editor.notices.require_saved()
    for problem in found.problems:
        print_problem(problem)
    for job in added:
        _print_job(job, options)
    # Jobs that were done are left out as well, which is no failure: those say no detail.
    return 1 if any(problem.detail for problem in found.problems) else 0


def _chosen(queue: JobQueue, wanted: Sequence[str]) -> list[QueuedJob]:
    """Return jobs by the beginnings of their ids.

    Raises:
        StudioError: there is none, or more than one.
    """
    jobs, found = queue.jobs(), []
    for text in wanted:
        fitting = [job for job in jobs if text and job.job_id.startswith(text.lower())]
        if len(fitting) != 1:
            what = f'There is no job "{text[:40]}".'
            if fitting:
                what = f'"{text[:40]}" begins the ids of {len(fitting)} jobs.'
            raise StudioError(what, hint="See 'queue list' for the ids.")
        found += fitting
    return found


def _print_job(job: QueuedJob, options: argparse.Namespace) -> None:
    if options.json:
        print_json(shapes.queued_job(job))
    else:
        print_line(line_of(job))


def line_of(job: QueuedJob) -> str:
    """Return one job as one line for people."""
    state = str(job.state).replace("_", " ")
    output = job.outcome.output if job.outcome is not None and job.outcome.output else job.target
    parts = [f"{job.job_id[:SHOWN_ID]}  {state:<18}  {job.source}"]
    parts += [f"-> {output}"] if output is not None else []
    parts += [f"({job.outcome.what})"] if job.outcome is not None and job.outcome.what else []
    return " ".join(parts)


def _jobs(count: int) -> str:
    return "1 job" if count == 1 else f"{count} jobs"
