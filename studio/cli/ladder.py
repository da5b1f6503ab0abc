"""``mse-studio ladder``: several renditions of one source, which fit together and are played."""

import argparse
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import Self

from rich.progress import BarColumn, TaskProgressColumn, TextColumn
from rich.progress import Progress as Bars

from studio.cli import shapes, verdict_shapes
from studio.cli.check import choose_engines
from studio.cli.check_text import MARKS, print_finding, print_verdict
from studio.cli.console import print_json, print_line, stderr_console
from studio.cli.context import Context
from studio.cli.interruption import INTERRUPTED, Interruption, interruption
from studio.errors import PlanError, StudioError, printable
from studio.transcode.control import CancelledError, Control
from studio.verdict.browsers import Engine
from studio.verdict.model import Ladder as Word
from studio.verdict.report import CheckedFile
from studio.workflow.bench import Bench
from studio.workflow.ladder import Ladder, LadderProgress, LadderWishes, MadeRung, make_ladder
from studio.workflow.ladder_check import CHANGES, LadderCheck, check_ladder
from studio.workflow.ladder_plans import DEFAULT_SEGMENT_S
from studio.workflow.ladder_rungs import Rung, parse_rungs

_WATCH_S = 0.2


def add_options(
    parser: argparse.ArgumentParser,
    *,
    fraction: Callable[[str], Fraction],
    pair: Callable[[str], tuple[str, str]],
) -> None:
    """Add what ``ladder`` takes.

    Args:
        parser: of the command.
        fraction: reads a number of seconds.
        pair: reads ``KEY=VALUE``.
    """
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="DIR", help="the folder to make"
    )
    parser.add_argument(
        "--rungs",
        type=_rungs,
        metavar="LIST",
        help="lines and bit rates such as 720:2500k,360:700k; default: what suits the source",
    )
    parser.add_argument(
        "--preset", default="mp4-h264-aac", metavar="ID", help="default: %(default)s"
    )
    parser.add_argument(
        "--segment-seconds",
        type=fraction,
        default=DEFAULT_SEGMENT_S,
        metavar="S",
        help="distance of keyframes, and length of segments; default: %(default)s",
    )
    parser.add_argument(
        "--form",
        choices=["files", "folder"],
        default="files",
        help="one file for each rendition, or a folder with a file for each segment",
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        type=pair,
        metavar="KEY=VALUE",
        help="override one setting of the preset",
    )
    add_check(parser)


def add_check(parser: argparse.ArgumentParser) -> None:
    """Add how what was made is played."""
    parser.add_argument(
        "--check",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="play it in the engines of this machine (the default)",
    )
    parser.add_argument(
        "--engine", action="extend", nargs="+", default=[], metavar="NAME", help="see 'engines'"
    )


def make(options: argparse.Namespace, context: Context) -> int:
    """Make a ladder; 0 only when it is complete and, unless ``--no-check``, was played."""
    engines = choose_engines(options.engine) if options.check else ()
    wishes = LadderWishes(
        context.presets.get(options.preset),
        options.rungs,
        options.segment_seconds,
        options.form == "folder",
        tuple(options.set),
    )
    shown = not (options.quiet or options.json)
    with interruption() as noted:
        try:
            ladder = _made(options, context, wishes, noted, shown=shown)
        except CancelledError:
            return INTERRUPTED
        if not options.json:
            _print_ladder(ladder)
        check = _checked(ladder, engines, noted, shown=shown) if options.check else None
        if noted.came():
            check = None
    if options.json:
        print_json(_shape(ladder, check))
    elif check is not None:
        for file in check.files:
            (_print_changes if file.rendition == CHANGES else print_verdict)(file)
    if noted.came():
        return INTERRUPTED
    return 0 if check is None or is_well(check.files) else 1


def is_well(files: tuple[CheckedFile, ...]) -> bool:
    """Tell whether all was played, and plays."""
    good = (Word.PASS, Word.WARN)
    return all(file.verdict is not None and file.verdict.ladder in good for file in files)


@contextmanager
def cancelling(noted: Interruption) -> Iterator[Control]:
    """Give a control that a signal cancels."""
    control, over = Control(), threading.Event()

    def watch() -> None:
        while not over.is_set():
            if noted.event.wait(_WATCH_S):
                control.cancel()
                return

    thread = threading.Thread(target=watch, name="ladder-signals", daemon=True)
    thread.start()
    try:
        yield control
    finally:
        over.set()
        thread.join()


class WorkBar:
    """One bar for work that tells fractions, on stderr when that is a terminal; then it goes.

    Args:
        name: of what is made.
        shown: False for none.
    """

    def __init__(self, name: str, *, shown: bool) -> None:
        self._bars = Bars(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[note]}", markup=False, style="dim"),
            console=stderr_console(),
            disable=not (shown and sys.stderr.isatty()),
            transient=True,
        )
        self._task = self._bars.add_task(printable(name), total=1.0, note="")

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.stop()

    def tell(self, fraction: float, note: str) -> None:
        """Show how far it is, 0 to 1."""
        self._bars.update(self._task, completed=fraction, note=printable(note))

    def note(self, text: str) -> None:
        """Show what is done now."""
        self._bars.update(self._task, note=printable(text))


def _made(
    options: argparse.Namespace,
    context: Context,
    wishes: LadderWishes,
    noted: Interruption,
    *,
    shown: bool,
) -> Ladder:
    with WorkBar(options.file.name, shown=shown) as bar, cancelling(noted) as control:

        def tell(progress: LadderProgress) -> None:
            speed = "" if progress.speed is None else f" {progress.speed:.1f}x"
            bar.tell(progress.fraction, f"{progress.doing}{speed}")

        return make_ladder(
            options.file,
            wishes,
            options.output,
            ffmpeg=context.ffmpeg(),
            on_progress=tell,
            control=control,
        )


def _checked(
    ladder: Ladder, engines: tuple[Engine, ...], noted: Interruption, *, shown: bool
) -> LadderCheck:
    with Bench(engines) as bench, WorkBar("", shown=shown) as bar:
        return check_ladder(ladder.playlist, bench, on_stage=bar.note, cancel=noted.event)


def _print_ladder(ladder: Ladder) -> None:
    print_line(f"{ladder.folder}")
    for rung in (*ladder.rungs, *([ladder.sound] if ladder.sound else [])):
        size = f"{rung.width}x{rung.height}, " if rung.height else ""
        rate = f"{rung.bit_rate // 1000} kbit/s"
        print_line(f"  {rung.name}: {size}{rate}, {rung.codec}, {rung.size_bytes} bytes")
    print_line(f"  {ladder.segments} segments, aligned to the frame")
    for name in (ladder.playlist.name, ladder.manifest.name):
        print_line(f"  {name}")
    for note in (*ladder.notes, *(finding.message for finding in ladder.findings)):
        print_line(f"  {note}")


def _print_changes(file: CheckedFile) -> None:
    """Print what each engine made of the changes between rungs."""
    if file.verdict is None:
        return
    print_line(f"{MARKS[file.verdict.ladder]}  {file.rendition}: {file.verdict.summary}")
    for report in file.verdict.reports:
        title = f"{report.engine.title} {report.engine.version}".strip()
        said = " ".join(report.messages) if report.messages else report.reason
        print_line(f"      {title}: {said}")
    for finding in file.verdict.findings:
        print_finding(finding)


def _shape(ladder: Ladder, check: LadderCheck | None) -> shapes.Json:
    return {
        "path": str(ladder.folder),
        "playlist": str(ladder.playlist),
        "manifest": str(ladder.manifest),
        "rungs": [_rung_shape(rung) for rung in ladder.rungs],
        "sound": None if ladder.sound is None else _rung_shape(ladder.sound),
        "segments": ladder.segments,
        "findings": [verdict_shapes.finding(finding) for finding in ladder.findings],
        "notes": list(ladder.notes),
        "verdict": None if check is None else str(check.ladder),
        "checks": [] if check is None else [_check_shape(file) for file in check.files],
    }


def _rung_shape(rung: MadeRung) -> shapes.Json:
    return {
        "name": rung.name,
        "width": rung.width,
        "height": rung.height,
        "bit_rate": rung.bit_rate,
        "size_bytes": rung.size_bytes,
        "codec": rung.codec,
    }


def _check_shape(file: CheckedFile) -> shapes.Json:
    if file.verdict is None:
        return shapes.error(file.problem or StudioError("It could not be read."), file.path)
    shape = verdict_shapes.verdict(file.path, file.mime, file.verdict, elapsed_s=file.elapsed_s)
    return shape | {"rendition": file.rendition}


def _rungs(text: str) -> tuple[Rung, ...]:
    try:
        return parse_rungs(text)
    except PlanError as problem:
        raise argparse.ArgumentTypeError(f"{problem.what} {problem.hint}") from None
