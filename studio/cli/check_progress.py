"""How far ``check`` is, on a terminal: file n of m, the engine and its step."""

import sys
from pathlib import Path
from typing import Self

from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bars

from studio.cli.console import stderr_console
from studio.errors import printable


class CheckProgress:
    """A bar on stderr; enter it while files are checked.

    Args:
        total: files.
        shown: False for none; there is none either where stderr is no terminal.
    """

    def __init__(self, total: int, *, shown: bool) -> None:
        self._bars = Bars(
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TextColumn("{task.description}", markup=False),
            TextColumn("{task.fields[note]}", markup=False, style="dim"),
            console=stderr_console(),
            disable=not (shown and sys.stderr.isatty()),
            # what is told of a file must not be drawn over the bar
            redirect_stdout=sys.stdout.isatty(),
            transient=True,
        )
        self._task = self._bars.add_task("", total=total, note="")

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.stop()

    def begin(self, path: Path) -> None:
        """Name the file that is checked now."""
        self._bars.update(self._task, description=printable(path.name), note="reading")

    def stage(self, text: str) -> None:
        """Show what an engine does, such as ``Chromium: play``."""
        self._bars.update(self._task, note=printable(text))

    def end(self) -> None:
        """Count the file."""
        self._bars.advance(self._task)
