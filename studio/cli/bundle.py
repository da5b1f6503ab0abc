"""``mse-studio bundle``: films and ladders as one folder or zip for whoever runs the server."""

import argparse
import os
from pathlib import Path

from studio.cli import shapes, verdict_shapes
from studio.cli.check import choose_engines
from studio.cli.check_text import MARKS
from studio.cli.console import print_json, print_line
from studio.cli.context import Context
from studio.cli.interruption import INTERRUPTED, interruption
from studio.cli.ladder import WorkBar, add_check, cancelling, is_well
from studio.errors import StudioError, ToolError
from studio.transcode.control import CancelledError
from studio.verdict.model import Ladder as Word
from studio.verdict.report import CheckedFile
from studio.workflow.bundle import Bundle, BundleProgress, BundleWishes, make_bundle
from studio.workflow.bundle_readme import LANGUAGES


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what ``bundle`` takes."""
    parser.add_argument(
        "subjects",
        nargs="+",
        type=Path,
        metavar="FILE|DIR",
        help="WebM and MP4 files, playlists, and folders that 'ladder' made",
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="OUT[.zip]",
        help="the folder to make, or a zip when the name ends so",
    )
    parser.add_argument(
        "--language", choices=LANGUAGES, help="of README.txt; default: that of this computer"
    )
    add_check(parser)


def make(options: argparse.Namespace, context: Context) -> int:
    """Make a bundle; 0 only when nothing in it fails and, unless ``--no-check``, all plays."""
    engines = choose_engines(options.engine) if options.check else ()
    wishes = BundleWishes(engines, options.language or _language())
    shown = not (options.quiet or options.json)
    with (
        interruption() as noted,
        WorkBar(options.output.name, shown=shown) as bar,
        cancelling(noted) as control,
    ):

        def tell(progress: BundleProgress) -> None:
            bar.tell(progress.fraction, progress.doing)

        try:
            bundle = make_bundle(
                options.subjects,
                options.output,
                wishes,
                ffmpeg=_ffmpeg(context),
                on_progress=tell,
                control=control,
            )
        except CancelledError:
            return INTERRUPTED
    if options.json:
        print_json(_shape(bundle, is_played=options.check))
    else:
        _print_bundle(bundle)
    if options.check:
        return 0 if is_well(bundle.files) else 1
    return (
        1 if any(file.verdict and file.verdict.ladder is Word.FAIL for file in bundle.files) else 0
    )


def _ffmpeg(context: Context) -> Path | None:
    """Return the ffmpeg, None where there is none: few bundles need one."""
    try:
        return context.ffmpeg().path
    except ToolError:
        return None


def _language() -> str:
    """Return the language of this computer, as the shell says it."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next((name[:2].lower() for name in names if name[:2].lower() in LANGUAGES), "en")


def _print_bundle(bundle: Bundle) -> None:
    print_line(f"{bundle.path}")
    for note in bundle.notes:
        print_line(note)
    for file in bundle.files:
        if file.verdict is not None:
            named = f"{file.path} ({file.rendition})" if file.rendition else str(file.path)
            print_line(f"{MARKS[file.verdict.ladder]}  {named}: {file.verdict.summary}")
            if file.verdict.ladder is Word.FAIL and file.verdict.findings:
                print_line(f"      {file.verdict.findings[0].remedy}")


def _shape(bundle: Bundle, *, is_played: bool) -> shapes.Json:
    return {
        "path": str(bundle.path),
        "size_bytes": _size(bundle.path),
        "played": is_played,
        "notes": list(bundle.notes),
        "checks": [_check(file) for file in bundle.files],
    }


def _check(file: CheckedFile) -> shapes.Json:
    if file.verdict is None:
        return shapes.error(file.problem or StudioError("It could not be read."), file.path)
    shape = verdict_shapes.verdict(file.path, file.mime, file.verdict, elapsed_s=file.elapsed_s)
    return shape | {"rendition": file.rendition}


def _size(path: Path) -> int:
    if path.is_file():
        return path.stat().st_size
    return sum(one.stat().st_size for one in path.rglob("*") if one.is_file())
