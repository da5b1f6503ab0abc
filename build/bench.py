"""Measures our ways against a named peer, in turns, in one run; asserts nothing.

Run by `dev.py bench`. A ratio is ours divided by the peer's time of the same round: under 1
we are faster. Seconds depend on the machine, ratios hardly.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

import bench_cases
from bench_cases import Case

WIDE = 160
"""Columns of the table where there is no terminal."""

Reading = tuple[float, float]
"""Wall seconds, CPU seconds (ours and our children's; without children on Windows)."""


@dataclass(slots=True)
class Result:
    """All rounds of one case."""

    name: str
    peer: str
    goal: str
    size_bytes: int = 0
    ours: list[Reading] = field(default_factory=list)
    theirs: list[Reading] = field(default_factory=list)

    def ratios(self, part: int = 0) -> list[float]:
        """Ratio of each round: of wall time (0) or of CPU time (1)."""
        pairs = zip(self.ours, self.theirs, strict=True)
        return sorted(a[part] / b[part] for a, b in pairs if b[part] > 0)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the cases and print a table."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="default: 5")
    parser.add_argument("--only", default="", metavar="WORD", help="cases with this in the name")
    parser.add_argument("--minutes", type=int, default=30, help="length of the long files")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every reading there")
    given = parser.parse_args(arguments)
    console = Console() if sys.stdout.isatty() else Console(width=WIDE)
    with tempfile.TemporaryDirectory(prefix="mse-studio-bench-") as folder:
        cases = bench_cases.make(Path(folder), minutes=given.minutes, only=given.only)
        results = [_measure(case, given.rounds, console) for case in cases]
    console.print(_table(results))
    if given.json:
        readings = [asdict(result) for result in results]
        given.json.write_text(json.dumps(readings, indent=1) + "\n", encoding="utf-8")
    return 0


def _measure(case: Case, rounds: int, console: Console) -> Result:
    console.print(f"{case.name} ...", style="dim")
    result = Result(case.name, case.peer, case.goal, case.size_bytes)
    for action in (case.ours, case.theirs):  # once unmeasured: caches are warm for both
        action()
    for number in range(rounds):
        first_ours = number % 2 == 0
        one, other = (case.ours, case.theirs) if first_ours else (case.theirs, case.ours)
        readings = (_timed(one), _timed(other))
        result.ours.append(readings[0 if first_ours else 1])
        result.theirs.append(readings[1 if first_ours else 0])
    return result


def _timed(action: Callable[[], None]) -> Reading:
    cpu, wall = _cpu_s(), time.perf_counter()
    action()
    return time.perf_counter() - wall, _cpu_s() - cpu


def _cpu_s() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _table(results: Sequence[Result]) -> Table:
    table = Table(title="ours / peer; median (lowest to highest)")
    for name in ("case", "peer", "ours", "peer's", "time ratio", "CPU ratio", "goal"):
        table.add_column(name, justify="left" if name in ("case", "peer", "goal") else "right")
    for result in results:
        table.add_row(
            result.name,
            result.peer,
            _seconds(result.ours, result.size_bytes),
            _seconds(result.theirs, result.size_bytes),
            _spread(result.ratios(0)),
            _spread(result.ratios(1)),
            result.goal,
        )
    return table


def _seconds(readings: Sequence[Reading], size_bytes: int) -> str:
    median = statistics.median(wall for wall, _ in readings)
    rate = f"\n{size_bytes / median / 1e6:,.0f} MB/s" if size_bytes else ""
    return f"{median * 1000:,.0f} ms{rate}"


def _spread(ratios: Sequence[float]) -> str:
    if not ratios:
        return ""
    return f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"


if __name__ == "__main__":
    raise SystemExit(main())
