"""Reads the command line and runs one command."""

import argparse
import logging
import sys
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import studio
from studio.cli import check, inspect, presets, serve, transcode
from studio.cli.console import print_json, print_problem
from studio.cli.context import make_context
from studio.cli.shapes import error
from studio.errors import StudioError

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
    _add_segments(commands)
    _add_check(commands)
    _add_repair(commands)
    _add_serve(commands)
    _add_engines(commands)
    return parser


def _command(commands: "Commands", name: str, summary: str) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=summary, description=summary.capitalize() + ".")
    parser.add_argument("--json", action="store_true", help="machine-readable output")
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress bars")
    parser.add_argument("-v", "--verbose", action="store_true", help="log what is done, to stderr")
    parser.add_argument("--ffmpeg", default="", metavar="PATH", help="use this ffmpeg")
    return parser


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


def _add_transcode(commands: "Commands") -> None:
    parser = _command(commands, "transcode", "transcode files with a preset")
    _files(parser)
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
    parser.add_argument("-j", "--jobs", type=_positive, metavar="N", help="files at a time")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        type=_pair,
        metavar="KEY=VALUE",
        help="override one setting of the preset",
    )
    parser.add_argument(
        "--check",
        nargs="*",
        metavar="ENGINE",
        help="play each result in these engines (all found when none is named)",
    )
    parser.add_argument("--dry-run", action="store_true", help="print the ffmpeg commands only")
    parser.set_defaults(run=transcode.transcode_files)


def _add_segments(commands: "Commands") -> None:
    parser = _command(commands, "segments", "show how a WebM or fragmented MP4 is cut")
    _files(parser)
    parser.set_defaults(run=inspect.show_segments)


def _add_check(commands: "Commands") -> None:
    parser = _command(commands, "check", "play files through MSE and say whether they played")
    _files(parser)
    parser.add_argument(
        "--engine", action="extend", nargs="+", default=[], metavar="NAME", help="see 'engines'"
    )
    parser.add_argument("--static", action="store_true", help="read the bytes only, play nothing")
    parser.set_defaults(run=check.check_files)


def _add_repair(commands: "Commands") -> None:
    parser = _command(commands, "repair", "mend a WebM without re-encoding")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT")
    parser.set_defaults(run=inspect.repair_file)


def _add_serve(commands: "Commands") -> None:
    parser = _command(commands, "serve", "serve files to players on this machine until Ctrl-C")
    _files(parser)
    parser.add_argument("--port", type=int, default=0, metavar="N", help="default: a free one")
    parser.set_defaults(run=serve.serve_files)


def _add_engines(commands: "Commands") -> None:
    parser = _command(commands, "engines", "list the browser engines of this machine")
    parser.set_defaults(run=check.list_engines)


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
