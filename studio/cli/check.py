"""``mse-studio check``: files are read and played, and what came of it is told and written."""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from studio.cli import shapes, verdict_shapes
from studio.cli.check_outputs import Outputs, add_reports
from studio.cli.check_progress import CheckProgress
from studio.cli.check_text import print_counts, print_verdict
from studio.cli.console import print_json, print_problem
from studio.cli.context import Context
from studio.cli.interruption import INTERRUPTED, Interruption, interruption
from studio.errors import EngineError, StudioError
from studio.segments.manifests import is_manifest, read_presentation
from studio.segments.reader import read_segment_map
from studio.verdict.browsers import Engine, find_engines
from studio.verdict.model import Ladder
from studio.verdict.report import CheckedFile, CheckReport
from studio.verdict.report_html import html_report
from studio.verdict.report_junit import junit_report
from studio.workflow.bench import Bench
from studio.workflow.checkable import Found, find_checkable
from studio.workflow.static import examine_any

Tell = Callable[[str], None]
Judge = Callable[[Path, Tell], Iterator[CheckedFile]]


def choose_engines(names: Sequence[str]) -> tuple[Engine, ...]:
    """Return the named engines, or all found that can be launched unseen when none is named.

    Raises:
        EngineError: a named engine is not on this machine.
    """
    found = find_engines()
    if not names:
        return tuple(engine for engine in found if engine.is_ours)
    by_name = {engine.identity.name: engine for engine in found}
    missing = [name for name in names if name not in by_name]
    if missing:
        raise EngineError(
            f"There is no engine '{missing[0]}' on this machine.",
            hint=f"Found here: {', '.join(by_name) or 'none'}.",
        )
    return tuple(by_name[name] for name in dict.fromkeys(names))


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what ``check`` takes."""
    # the files first: --engine takes all names behind it
    parser.usage = "%(prog)s FILE|FOLDER [FILE|FOLDER ...] [options]"
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE|FOLDER",
        help="folders are searched with all that is in them, for WebM, MP4 and playlists",
    )
    parser.add_argument(
        "--engine", action="extend", nargs="+", default=[], metavar="NAME", help="see 'engines'"
    )
    parser.add_argument(
        "--static",
        action="store_true",
        help="read the bytes only, play nothing: rules and a prediction for each engine",
    )
    parser.add_argument(
        "--mime",
        metavar="TYPE",
        help="the MIME type that your player gives addSourceBuffer, to compare with the file",
    )
    parser.add_argument(
        "--time-limit",
        type=positive_seconds,
        metavar="S",
        help="for one file in one engine; default: by the file's length",
    )
    add_reports(parser)
    parser.add_argument(
        "--pictures", type=Path, metavar="DIR", help="keep what each engine showed, as JPEG"
    )


def positive_seconds(text: str) -> float:
    """Read a number of seconds, more than none."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds above 0")
    return value


def check_files(options: argparse.Namespace, _context: Context) -> int:
    """Check each file; 0 only when none fails and, unless ``--static``, each was played.

    A signal ends the engines; what was checked by then is reported, and the status is 130.
    """
    found = find_checkable(options.files)
    outputs = Outputs.of(options, found.files)
    outputs.check_targets()
    engines = () if options.static else choose_engines(options.engine)
    run = _Run(options, outputs, many=len(found.files) + len(found.problems) > 1)
    with interruption() as noted, ExitStack() as stack:
        bench = None if options.static else stack.enter_context(Bench(engines))
        with CheckProgress(len(found.files), shown=_has_bar(options)) as progress:
            run.through(found, _judge(options, bench, noted), progress, noted)
    identities = tuple(engine.identity for engine in engines)
    report = CheckReport(
        tuple(run.done), identities, datetime.now().astimezone(), is_played=not options.static
    )
    outputs.write(report, html=html_report, junit=junit_report)
    if run.many and not options.json and not outputs.take_stdout:
        print_counts(report)
    if noted.came():
        return INTERRUPTED
    return 0 if all(_is_well(file, is_played=report.is_played) for file in run.done) else 1


def _has_bar(options: argparse.Namespace) -> bool:
    """A bar would break the lines that a program may read from a terminal."""
    return not options.quiet and not (options.json and sys.stdout.isatty())


@dataclass(slots=True)
class _Run:
    """Goes through the files and tells of each."""

    options: argparse.Namespace
    outputs: Outputs
    many: bool
    done: list[CheckedFile] = field(default_factory=list)

    def through(
        self, found: Found, judge: Judge, progress: CheckProgress, noted: Interruption
    ) -> None:
        """Check file after file until there is none left, or a signal came."""
        for path, problem in found.problems:
            self._tell(CheckedFile(path, problem=problem))
        for path in found.files:
            if noted.came():
                return
            progress.begin(path)
            try:
                checked = list(judge(path, progress.stage))
            except StudioError as problem:
                checked = [CheckedFile(path, problem=problem)]
            if noted.came():
                return  # whatever was told of this file is half a story
            for file in checked:
                self._tell(file)
            progress.end()

    def _tell(self, file: CheckedFile) -> None:
        pictures = self.outputs.write_pictures(file)
        self.done.append(file)
        if file.problem is not None:
            print_problem(file.problem, subject=str(file.path))
        if self.options.json:
            print_json(_shape(file, pictures))
        elif file.verdict is not None and not self.outputs.take_stdout:
            print_verdict(file)


def _shape(file: CheckedFile, pictures: dict[str, Path]) -> shapes.Json:
    if file.verdict is None:
        return shapes.error(file.problem or StudioError("It could not be read."), file.path)
    shape = verdict_shapes.verdict(
        file.path, file.mime, file.verdict, pictures=pictures, elapsed_s=file.elapsed_s
    )
    return shape | ({"rendition": file.rendition} if file.rendition else {})


def _judge(options: argparse.Namespace, bench: Bench | None, noted: Interruption) -> Judge:
    """Return what checks one file: the bench, or rules and models alone."""

    def examined(path: Path, _tell: Tell) -> Iterator[CheckedFile]:
        started = time.monotonic()
        for one in examine_any(path, options.mime):
            took_s = time.monotonic() - started
            yield CheckedFile(path, one.map.mime, one.verdict, None, took_s, one.rendition)
            started = time.monotonic()

    def played(path: Path, tell: Tell) -> Iterator[CheckedFile]:
        if bench is None:
            yield from examined(path, tell)
            return
        started = time.monotonic()
        mimes = _mimes(path)
        verdicts = bench.check_any(
            path,
            declared=options.mime,
            on_stage=tell,
            time_limit_s=options.time_limit,
            cancel=noted.event,
        )
        took_s = (time.monotonic() - started) / max(1, len(verdicts))
        for name, verdict in verdicts:
            yield CheckedFile(path, mimes.get(name, ""), verdict, None, took_s, name)

    return played


def _mimes(path: Path) -> dict[str, str]:
    """Return what each rendition is; a file's name is empty."""
    if not is_manifest(path):
        return {"": read_segment_map(path).mime}
    return {found.name: found.map.mime for found in read_presentation(path).renditions}


def _is_well(file: CheckedFile, *, is_played: bool) -> bool:
    if file.verdict is None:
        return False
    good = (Ladder.PASS, Ladder.WARN) if is_played else (*Ladder,)
    return file.verdict.ladder in good and file.verdict.ladder is not Ladder.FAIL
