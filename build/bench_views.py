"""Has the window watched in processes of its own, and shows how late its event loop was."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

import environment
from bench_steps import ADDED, Step
from studio import paths

WATCHED = 10_000
"""Rows of the list while jobs run."""

_PROGRAM = Path(__file__).with_name("bench_window.py")
_IDLE = "p99 <= 8, worst <= 33; CPU <= 1 %"
_BUSY = "p99 <= 8, worst <= 33; CPU <= 5 %"
_EDIT = "<= 2 s, worst <= 200"

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class View:
    """One step of one window: what it is called here, and how good it is meant to be."""

    step: Step
    name: str
    goal: str


@dataclass(frozen=True, slots=True)
class Sitting:
    """The steps of one process. ``home`` is a folder's name; ``rows`` are put there before."""

    home: str
    rows: int
    views: tuple[View, ...]


SITTINGS = (
    Sitting(
        "watched",
        WATCHED,
        (
            View(
                Step.OPEN, f"window: open {WATCHED:,} rows", "<= 5 s from the start, worst <= 400"
            ),
            View(Step.IDLE, f"window: {WATCHED:,} rows, idle", _IDLE),
            View(Step.ENCODE_VP8, f"window: {WATCHED:,} rows, two VP8 encodes", _BUSY),
            View(Step.ENCODE_X264, f"window: {WATCHED:,} rows, two H.264 encodes", _BUSY),
            View(Step.MOVE, f"window: move one of {WATCHED:,} to the top", "worst <= 400"),
            View(Step.SORT, f"window: sort and search {WATCHED:,}", "worst <= 400"),
        ),
    ),
    Sitting(
        "edited",
        0,
        (
            View(Step.OPEN, "window: open empty", "<= 3 s from the start"),
            View(Step.ADD, f"window: add {ADDED:,} files", _EDIT),
            View(Step.READ, f"window: read {ADDED:,} files", "worst <= 200"),
            View(Step.PRESET, f"window: another preset for {ADDED:,}", _EDIT),
            View(Step.UNDO, f"window: undo that for {ADDED:,}", _EDIT),
            View(Step.MOVE, f"window: move one of {ADDED:,} to the top", _EDIT),
            View(Step.SORT, f"window: sort and search {ADDED:,}", "worst <= 200"),
            View(Step.REMOVE, f"window: remove {ADDED:,}", _EDIT),
            View(Step.RESTORE, f"window: undo that removal of {ADDED:,}", _EDIT),
        ),
    ),
    Sitting(
        "edited",
        0,
        (View(Step.OPEN, f"window: reopen {ADDED:,} rows", "<= 4 s from the start, worst <= 200"),),
    ),
)


def measure(folder: Path, only: str, seconds: int, console: Console) -> list[Line]:
    """Do every sitting that has a step with ``only`` in its name; print a table."""
    lines: list[Line] = []
    shown: list[tuple[View, Line]] = []
    for sitting in wanted(SITTINGS, only):
        console.print(f"window, {len(sitting.views)} steps ...", style="dim")
        for view, line in zip(sitting.views, _sit(sitting, folder, seconds), strict=True):
            lines.append({"name": view.name, **line})
            shown.append((view, line))
    if shown:
        console.print(_table(shown))
    return lines


def wanted(sittings: Sequence[Sitting], only: str) -> list[Sitting]:
    """Return the sittings with a step that is asked for, and those that must go before."""
    asked = [any(only.lower() in view.name.lower() for view in one.views) for one in sittings]
    homes = {one.home for one, is_asked in zip(sittings, asked, strict=True) if is_asked}
    last = max((place for place, is_asked in enumerate(asked) if is_asked), default=-1)
    return [one for place, one in enumerate(sittings) if one.home in homes and place <= last]


def _sit(sitting: Sitting, folder: Path, seconds: int) -> Iterator[Line]:
    home = folder / "homes" / sitting.home
    variables = {**environment.child_environment(), paths.HOME_VARIABLE: os.fspath(home)}
    variables["QT_QPA_PLATFORM"] = "offscreen"
    variables["PYTHONPATH"] = os.pathsep.join(
        [str(environment.ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    )
    if sitting.rows:
        _run(variables, folder, "--fill", str(sitting.rows))
    steps = [view.step.value for view in sitting.views]
    for line in _run(variables, folder, *steps, "--seconds", str(seconds)):
        yield json.loads(line)


def _run(variables: dict[str, str], folder: Path, *arguments: str) -> list[str]:
    command = [sys.executable, str(_PROGRAM), str(folder), *arguments]
    done = subprocess.run(command, env=variables, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.splitlines()


def _table(shown: Sequence[tuple[View, Line]]) -> Table:
    table = Table(title="lateness of the event loop in ms: median / p99 / worst; CPU of one core")
    names = ("step", "took", "the window", "a bare loop beside it", "p99 ratio", "own CPU")
    for name in (*names, "memory", "goal"):
        table.add_column(name, justify="left" if name in ("step", "goal") else "right")
    for view, line in shown:
        ours, bare = line["window"], line["bare"]
        ratio = ours["p99_ms"] / bare["p99_ms"] if bare["p99_ms"] else 0.0
        table.add_row(
            view.name,
            f"{line['seconds']:.2f} s",
            _late(ours),
            _late(bare),
            f"{ratio:.1f}" if ratio else "",
            "" if line["cpu_share"] is None else f"{line['cpu_share']:.1%}",
            f"{line['memory_bytes'] / 1e6:.0f} MB",
            view.goal,
        )
    return table


def _late(late: Line) -> str:
    return f"{late['median_ms']:.1f} / {late['p99_ms']:.1f} / {late['worst_ms']:.0f}"
