"""``mse-studio break``: broken variants of a sound file, to test one's own player with."""

import argparse

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from studio.cli.console import print_json, print_line, stderr_console
from studio.cli.context import Context
from studio.errors import InputError
from studio.repair.breaking.run import break_file, breakers_for
from studio.repair.breaking.table import BREAKERS


def break_files(options: argparse.Namespace, context: Context) -> int:
    """Write the broken variants, or list what there is."""
    if options.list:
        return _list(options)
    if options.file is None or options.output_dir is None:
        raise InputError(
            "A file and a folder for its broken variants are needed.",
            hint="For example: mse-studio break film.webm -o broken",
        )
    shown = not context.quiet and not options.json
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Progress(*columns, console=stderr_console(), disable=not shown, transient=True) as bars:
        task = bars.add_task("break", total=1.0)
        made = break_file(
            options.file,
            options.output_dir,
            codes=tuple(options.code),
            on_progress=lambda fraction: bars.update(task, completed=fraction),
        )
    for broken in made:
        if options.json:
            print_json(
                {
                    "path": str(broken.path),
                    "id": broken.breaker,
                    "code": broken.code,
                    "message": broken.words,
                    "offset": broken.offset,
                }
            )
        else:
            print_line(f"{broken.path}: {broken.code} at byte {broken.offset}: {broken.words}")
    return 0


def _list(options: argparse.Namespace) -> int:
    """Print all breakers, or those that suit the file."""
    found = BREAKERS if options.file is None else breakers_for(options.file)
    wanted = set(options.code)
    for breaker in found:
        if wanted and not {breaker.code, breaker.id} & wanted:
            continue
        if options.json:
            print_json(
                {
                    "id": breaker.id,
                    "code": breaker.code,
                    "family": str(breaker.family),
                    "message": breaker.words,
                }
            )
        else:
            print_line(f"{breaker.code}  {breaker.id}: {breaker.words}")
    return 0
