"""The whole test suite: three runs beside each other, what they failed again, the quiet ones.

Only the standard library, like `dev.py`.
"""

import json
import shutil
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import environment
from system import say

PLAYING_TESTS = ("tests/engines", "tests/e2e", "tests/player", "tests/streams", "tests/cli")
"""Tests that wait for players and processes most of their time."""
PATIENT_TESTS = (
    "tests/packaging",
    "tests/repair",
    "tests/segments",
    "tests/presets",
    "tests/transcode",
)
"""Run beside the others with what they leave of the machine: no time limit of theirs is short."""
QUIET_TESTS = ("tests/e2e/test_matrix.py",)
"""Those that need the machine for themselves: WebKitGTK leaves out frames when it is busy."""
AGAIN_AT_MOST = 10
"""So many failures may be due to the company; more are not run again."""

TESTS_FAILED = 1  # pytest's exit status; any other means that it did not get to its end


@dataclass(frozen=True, slots=True)
class Lane:
    """One run of pytest, which keeps apart what it failed.

    Args:
        command: pytest and what it is to run.
        cache: pytest's cache folder of this run.
        output: where all that it prints is written; None: straight to the terminal.
    """

    command: tuple[str | Path, ...]
    cache: Path
    output: Path | None = None

    def run(self, extra: dict[str, str], *more: str) -> int:
        """Run it, with further options, and return the exit status."""
        cache = ("-o", f"cache_dir={self.cache}")
        return environment.run(*self.command, *cache, *more, extra=extra, output=self.output)

    def failed(self) -> list[str]:
        """Return the tests that the last run failed."""
        kept = self.cache / "v" / "cache" / "lastfailed"
        return sorted(json.loads(kept.read_text("utf-8"))) if kept.exists() else []


def run_all(*pytest: str | Path, extra: dict[str, str]) -> int:
    """Run all tests and return the exit status: 0 when each has passed.

    Three runs share the machine, which makes it slow for moments that no limit foresees. What
    fails there is run once more when nothing runs beside it, and that decides; it is printed.
    """
    say("Tests that play in browsers; the output of all others follows.")
    quiet = [f"--ignore={place}" for place in QUIET_TESTS]
    others = [f"--ignore={place}" for place in (*PLAYING_TESTS, *PATIENT_TESTS)]
    nice = ("nice", "-n", "5") if shutil.which("nice") else ()
    with tempfile.TemporaryDirectory(prefix="mse-studio-tests-") as name:
        folder = Path(name)
        lanes = [
            Lane((*pytest, *PLAYING_TESTS, *quiet), folder / "playing"),
            Lane((*pytest, *others), folder / "others", folder / "others.txt"),
            Lane((*nice, *pytest, *PATIENT_TESTS), folder / "patient", folder / "patient.txt"),
        ]
        with ThreadPoolExecutor(max_workers=len(lanes)) as pool:
            beside = [pool.submit(lane.run, extra) for lane in lanes[1:]]
            results = [lanes[0].run(extra), *(one.result() for one in beside)]
        for lane in lanes:
            if lane.output:
                say(lane.output.read_text("utf-8", "replace"))
        results = _again(lanes, results, extra)
    results.append(environment.run(*pytest, *QUIET_TESTS, extra=extra))
    failed = next(filter(None, results), 0)
    say("!! tests failed" if failed else "tests: all passed")
    return failed


def _again(lanes: Sequence[Lane], results: Sequence[int], extra: dict[str, str]) -> list[int]:
    """Run alone what failed beside others; return the exit statuses that count."""
    failed = [lane.failed() for lane in lanes]
    count = sum(map(len, failed))
    if not 0 < count <= AGAIN_AT_MOST:
        return list(results)
    decided = []
    for lane, status, names in zip(lanes, results, failed, strict=True):
        counts = status
        if status == TESTS_FAILED and names:
            say("These failed beside others and are run again alone:\n  " + "\n  ".join(names))
            counts = Lane(lane.command, lane.cache).run(extra, "--last-failed")
            say("!! failed again" if counts else "passed alone: they depend on the machine's load")
        decided.append(counts)
    return decided
