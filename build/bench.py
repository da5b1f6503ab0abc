"""Measures our ways against a named peer, in turns, in one run; asserts nothing.

Run by `dev.py bench`. A ratio is ours divided by the peer's time of the same round: under 1
we are faster. Seconds depend on the machine, ratios hardly.
"""

import argparse
import json
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

import bench_cases
import bench_views
from bench_kit import Ground, Reading, Result, load_average, measure, spread
from studio import paths

WIDE = 160
"""Columns of the table where there is no terminal."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the cases and print a table."""
    given = _parser().parse_args(arguments)
    console = Console() if sys.stdout.isatty() else Console(width=WIDE)
    began, load = time.monotonic(), load_average()
    console.print(f"{platform.platform()}, {os.cpu_count()} cores, load average {load:.1f}")
    if load > (os.cpu_count() or 1) / 2:
        console.print("Other programs run here: spreads will be wide.", style="bold")
    results: list[Result] = []
    with tempfile.TemporaryDirectory(prefix="mse-studio-bench-") as folder:
        os.environ[paths.HOME_VARIABLE] = str(Path(folder) / "home")
        try:
            for case in bench_cases.make(Ground(Path(folder), given.minutes), given.only):
                console.print(f"{case.name} ...", style="dim")
                results.append(measure(case, given.rounds))
        finally:  # what was measured is shown, whatever came then
            _show(results, console)
        views = bench_views.measure(Path(folder), given.only, given.seconds, console)
    spent = time.monotonic() - began
    console.print(f"{spent / 60:.1f} minutes, load average now {load_average():.1f}")
    if given.json:
        readings = {"cases": [asdict(result) for result in results], "window": views}
        given.json.write_text(json.dumps(readings, indent=1) + "\n", encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="default: 5")
    parser.add_argument("--only", default="", metavar="WORD", help="cases with this in the name")
    parser.add_argument("--minutes", type=int, default=30, help="length of the long files")
    parser.add_argument(
        "--seconds", type=int, default=15, help="how long the window is watched in each state"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every reading there")
    return parser


def _show(results: Sequence[Result], console: Console) -> None:
    if results:
        console.print(_table(results))
    for result in results:
        if result.note:
            console.print(f"{result.name}: {result.note}")


def _table(results: Sequence[Result]) -> Table:
    table = Table(title="ours / peer; median (lowest to highest)")
    for name in ("case", "peer", "ours", "peer's", "time ratio", "CPU ratio", "goal"):
        table.add_column(name, justify="left" if name in ("case", "peer", "goal") else "right")
    for result in results:
        table.add_row(
            result.name,
            result.peer,
            _seconds(result.ours, result),
            _seconds(result.theirs, result),
            spread(result.ratios(0)),
            spread(result.ratios(1)),
            result.goal,
        )
    return table


def _seconds(readings: Sequence[Reading], result: Result) -> str:
    median = statistics.median(reading.wall_s for reading in readings)
    rate = f"\n{result.size_bytes / median / 1e6:,.0f} MB/s" if result.size_bytes else ""
    if result.count:
        rate = f"\n{result.count / median:,.0f} {result.unit}/s"
    return f"{median * 1000:,.0f} ms{rate}"


if __name__ == "__main__":
    raise SystemExit(main())
