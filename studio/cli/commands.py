"""Reads the command line and runs one command."""

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import studio
from studio.batch.model import Collision
from studio.cli import (
    breaking,
    bundle,
    check,
    engines,
    explain,
    inspect,
    ladder,
    maps,
    presets,
    queue,
    queue_run,
    repair,
    serve,
    serve_options,
    transcode,
)
from studio.cli.check_outputs import add_reports
from studio.cli.console import print_json, print_problem
from studio.cli.context import Context, make_context
from studio.cli.shapes import error
from studio.errors import StudioError

Action = Callable[[argparse.Namespace, Context], int]
if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

OK, FAILED = 0, 1
INTERRUPTED = 130


def main(arguments: Sequence[str]) -> int:
    """Run one command; return 0 all well, 1 something failed, 2 wrong usage, 130 interrupted."""
    options = make_parser().parse_args(arguments)
    logging.basicConfig(
        level=logging.DEBUG if options.verbose else logging.ERROR,
        format="%(levelname)s %(name)s: %(message)s",
    )
    try:
        context = make_context(json=options.json, quiet=options.quiet, ffmpeg=options.ffmpeg)
        return int(options.run(options, context))
    except StudioError as problem:
        print_problem(problem)
        if options.json:
            print_json(error(problem))
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # the reader went away; nothing is left to say
        return FAILED


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of every command."""
    parser = argparse.ArgumentParser(
        prog="mse-studio",
        description="Transcode video for Media Source Extensions and prove that it plays. "
        "Without a command, opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"mse-studio {studio.__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    commands.add_parser("gui", help="open the window, with FILES loaded").add_argument(
        "files", nargs="*", metavar="FILE"
    )
    _add_probe(commands)
    _add_presets(commands)
    _add_transcode(commands)
    _add_queue(commands)
    _add_segments(commands)
    _add_check(commands)
    _add_repair(commands)
    _add_explain(commands)
    _add_break(commands)
    _add_ladder(commands)
    _add_bundle(commands)
    _add_serve(commands)
    _add_engines(commands)
    return parser


def _command(commands: "Commands", name: str, summary: str) -> argparse.ArgumentParser:
    said = f"{summary[0].upper()}{summary[1:]}."
    parser = commands.add_parser(name, help=summary, description=said)
    parser.set_defaults(json=False, quiet=False, verbose=False, ffmpeg="")
    _common(parser)
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    """Add what every command and action takes; the one that was given counts."""
    keep = argparse.SUPPRESS
    for names, text in (
        (("--json",), "machine-readable output"),
        (("-q", "--quiet"), "no progress bars"),
        (("-v", "--verbose"), "log what is done, to stderr"),
    ):
        parser.add_argument(*names, action="store_true", default=keep, help=text)
    parser.add_argument("--ffmpeg", default=keep, metavar="PATH", help="use this ffmpeg")


def _files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")


def _add_probe(commands: "Commands") -> None:
    parser = _command(commands, "probe", "say what files are")
    _files(parser)
    parser.add_argument("--no-keyframes", action="store_true", help="do not look for keyframes")
    parser.set_defaults(run=inspect.probe_files)


def _add_presets(commands: "Commands") -> None:
    parser = _command(commands, "presets", "list, show, import or export presets")
    actions = parser.add_subparsers(title="actions", required=True, metavar="ACTION")
    for action, argument in (("list", None), ("show", "ID"), ("import", "FILE"), ("export", "ID")):
        child = actions.add_parser(action)
        child.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
        if argument:
            child.add_argument("subject", metavar=argument)
        child.set_defaults(run=getattr(presets, f"{action}_presets"))


def _recipe(parser: argparse.ArgumentParser) -> None:
    """Add what is to be made, and where."""
    parser.add_argument("--preset", required=True, metavar="ID", help="see 'presets list'")
    rhythm = parser.add_mutually_exclusive_group()
    rhythm.add_argument("--gop-seconds", type=_fraction, metavar="S", help="keyframe every S s")
    rhythm.add_argument("--gop-frames", type=int, metavar="N", help="keyframe every N frames (-g)")
    parser.add_argument("--keyint-min", type=int, metavar="N", help="shortest GOP, in frames")
    parser.add_argument(
        "--scene-cuts",
        action=argparse.BooleanOptionalAction,
        help="also begin a GOP where the picture changes",
    )
    parser.add_argument("-o", "--output-dir", type=Path, metavar="D", help="default: beside source")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        type=_pair,
        metavar="KEY=VALUE",
        help="override one setting of the preset",
    )


def _check_after(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--check",
        nargs="*",
        metavar="ENGINE",
        help="play each result in these engines (all found when none is named)",
    )


def _add_transcode(commands: "Commands") -> None:
    parser = _command(commands, "transcode", "transcode files with a preset")
    _files(parser)
    _recipe(parser)
    parser.add_argument("-j", "--jobs", type=_positive, metavar="N", help="files at a time")
    _check_after(parser)
    parser.add_argument(
        "--keep-incomplete",
        action="store_true",
        help="keep what there is of a source that is cut off, as “NAME (incomplete)”",
    )
    parser.add_argument("--dry-run", action="store_true", help="print the ffmpeg commands only")
    parser.set_defaults(run=transcode.transcode_files)


def _add_queue(commands: "Commands") -> None:
    parser = _command(commands, "queue", "the queue of the window: keep jobs and run them")
    actions = parser.add_subparsers(title="actions", required=True, metavar="ACTION")

    def action(name: str, summary: str, run: Action) -> argparse.ArgumentParser:
        made = actions.add_parser(name, help=summary, description=summary.capitalize() + ".")
        _common(made)
        made.set_defaults(run=run)
        return made

    action("list", "show every job", queue.list_jobs)
    _add_queue_add(
        action("add", "add files; an id is printed once its job is safe", queue.add_jobs)
    )
    running = action("run", "run what waits or was interrupted", queue_run.run_jobs)
    running.add_argument("-j", "--jobs", type=_positive, metavar="N", help="files at a time")
    _check_after(running)
    again = action("retry", "let jobs that failed or were cancelled run again", queue.retry_jobs)
    again.add_argument("ids", nargs="*", metavar="ID", help="default: all of them")
    again.add_argument("--all", action="store_true", help="those on hold too")
    again.add_argument(
        "--despite-space", action="store_true", help="run them even where the disk is nearly full"
    )
    gone = action("remove", "take jobs out; files stay where they are", queue.remove_jobs)
    gone.add_argument("ids", nargs="+", metavar="ID")
    clear = action("clear", "take out jobs that are done", queue.clear_jobs)
    clear.add_argument("--all", action="store_true", help="all others too")
    kept = action("export", "write the queue to a file", queue.export_jobs)
    kept.add_argument("file", type=Path, metavar="FILE")
    kept.add_argument("--replace", action="store_true", help="replace an older file")
    taken = action("import", "add the jobs of a file", queue.import_jobs)
    taken.add_argument("file", type=Path, metavar="FILE")


def _add_queue_add(parser: argparse.ArgumentParser) -> None:
    _files(parser)
    _recipe(parser)
    parser.add_argument(
        "--name",
        default="{name}",
        metavar="TEMPLATE",
        help="of the results, for example '{name}-{height}p-{counter:03}'",
    )
    parser.add_argument(
        "--mirror",
        dest="mirror_root",
        type=Path,
        metavar="ROOT",
        help="make the folders below ROOT again in the output folder",
    )
    parser.add_argument(
        "--collision",
        default=Collision.NUMBER.value,
        choices=[str(choice) for choice in Collision],
        help="when a result exists already: give a number, skip, hold the job to ask, or replace "
        "it once the new file is complete",
    )


def _add_segments(commands: "Commands") -> None:
    parser = _command(commands, "segments", "show how a WebM, an MP4, a playlist or an MPD is cut")
    _files(parser)
    parser.set_defaults(run=maps.show_segments)


def _add_check(commands: "Commands") -> None:
    parser = _command(commands, "check", "play files through MSE and say whether they played")
    check.add_options(parser)
    parser.set_defaults(run=check.check_files)


def _add_repair(commands: "Commands") -> None:
    parser = _command(commands, "repair", "mend a WebM or MP4 without re-encoding, with a proof")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT")
    parser.add_argument(
        "--split", action="store_true", help="picture and sound to OUT-video and OUT-audio"
    )
    parser.add_argument(
        "--operation", metavar="ID", help="recluster, refragment or split; default: what helps"
    )
    parser.set_defaults(run=repair.repair_file)


def _add_explain(commands: "Commands") -> None:
    parser = _command(commands, "explain", "say what a browser's or a player's message means")
    parser.add_argument("message", nargs="*", metavar="MESSAGE", help="default: standard input")
    parser.add_argument(
        "--file", type=Path, metavar="FILE", help="the file that was played, to name the place"
    )
    parser.set_defaults(run=explain.explain_message)


def _add_break(commands: "Commands") -> None:
    parser = _command(commands, "break", "make broken variants of a file, to test a player with")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
    parser.add_argument("-o", "--output-dir", type=Path, metavar="DIR")
    parser.add_argument(
        "--code", action="extend", nargs="+", default=[], metavar="CODE", help="only these rules"
    )
    parser.add_argument(
        "--list", action="store_true", help="list what can be broken, write nothing"
    )
    parser.set_defaults(run=breaking.break_files)


def _add_ladder(commands: "Commands") -> None:
    parser = _command(commands, "ladder", "make renditions of a file that players change between")
    ladder.add_options(parser, fraction=_fraction, pair=_pair)
    parser.set_defaults(run=ladder.make)


def _add_bundle(commands: "Commands") -> None:
    parser = _command(commands, "bundle", "put films and ladders together for a web server")
    bundle.add_options(parser)
    parser.set_defaults(run=bundle.make)


def _add_serve(commands: "Commands") -> None:
    parser = _command(commands, "serve", "offer files and live sources to any player until Ctrl-C")
    serve_options.add_options(parser)
    parser.set_defaults(run=serve.serve_files)


def _add_engines(commands: "Commands") -> None:
    parser = _command(commands, "engines", "list the browser engines of this machine")
    add_reports(parser)
    parser.set_defaults(run=engines.list_engines)


def _fraction(text: str) -> Fraction:
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds") from None


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of 1 or more")
    return int(text)


def _pair(text: str) -> tuple[str, str]:
    key, separator, value = text.partition("=")
    if not key or not separator:
        raise argparse.ArgumentTypeError(f"{text!r} is not KEY=VALUE")
    return key, value
