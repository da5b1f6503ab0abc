"""Plays many files in one launch of an engine and tells what really happened.

``python -m tests.engines.harness FILE... [--engine chromium]`` prints one JSON line for each
file and engine.
"""

import argparse
import dataclasses
import json
import os
import queue
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from studio.errors import StudioError
from studio.verdict.browsers import Engine, EngineKind, find_engines
from studio.verdict.launch import RunningEngine, launch
from tests.engines.harness_cases import NO_REPORT, Case, Observation, case_of, observe
from tests.engines.harness_server import HarnessServer

RATE, SLOW_RATE = 4, 2
"""Times real speed, at first and for cases that are played alone. All three engines count
every frame at both (measured, 3 s clips, four at once on 2 cores)."""
PARALLEL, QUIET = 8, 2
"""Cases at once, at first and when something was doubtful; most of them only wait."""
SPARE_FRAMES = {EngineKind.FIREFOX: 1}
"""Firefox moves a picture before 0 to 0, and then counts it or not (measured)."""
BROWSERS = {EngineKind.WEBKIT: 4}
"""Engines whose page plays one case at a time, and how many of them are open at once.

WebKitGTK's page hangs for ever, more often so when it plays several at once (measured)."""
SETTLE_MS = {EngineKind.WEBKIT: 300}
"""Before the first seek. One that comes while GStreamer still builds its pipeline hangs the
page of WebKitGTK 2.50.6, or never ends, or is told as “Failed to push buffer” (measured: 6 of
30 without, 1 of 30 with)."""
LEAST_SHOWN = {EngineKind.WEBKIT: 1 / 3}
"""WebKitGTK does not count pictures that it drops for being late, and a busy machine makes
most of them late (measured); what it lost for good is not buffered."""
REAL_TIME = frozenset({EngineKind.WEBKIT})
"""Engines that are played at real speed, for the same reason."""
SILENCE_S = 45.0
"""Between two reports. The longest case takes some 25 s: two entries that fail, a stall."""
BEAT_S = 10.0
"""Between two signs of life of the page, which sends one each second: else it hangs."""
POLL_S = 0.25


def play_all(
    engine: Engine, cases: Sequence[Case], *, parallel: int = PARALLEL
) -> dict[str, Observation]:
    """Play each case in an engine and return what was seen, by the cases' keys.

    Cases whose fault could be this machine's slowness are played again in quiet, and that
    counts. An engine that dies loses only the cases it was playing; they are played again
    one by one, and one that kills it again has ``no report``.

    Args:
        engine: from ``find_engines``.
        cases: with different keys.
        parallel: how many are played at once.

    Raises:
        EngineError: the engine cannot be started.
    """
    seen = _rounds(engine, cases, parallel, RATE)
    unsure = [case for case in cases if not seen[case.key].sure]
    return seen | play_alone(engine, unsure, parallel=QUIET)


def play_alone(
    engine: Engine, cases: Sequence[Case], *, parallel: int = 1
) -> dict[str, Observation]:
    """Play cases slowly and one after the other, nothing (or only few) beside them."""
    return _rounds(engine, cases, parallel, SLOW_RATE)


def _rounds(
    engine: Engine, cases: Sequence[Case], parallel: int, rate: int
) -> dict[str, Observation]:
    """Play all cases, in one page or, where the engine needs it, in several browsers."""
    most = BROWSERS.get(engine.kind)
    if most is None:
        return _launches(engine, cases, parallel, rate)
    browsers = min(most, parallel)
    with ThreadPoolExecutor(browsers) as pool:
        parts = [cases[n::browsers] for n in range(browsers)]
        played = pool.map(lambda part: _launches(engine, part, 1, rate), parts)
        return {key: one for seen in played for key, one in seen.items()}


def _launches(
    engine: Engine, cases: Sequence[Case], parallel: int, rate: int
) -> dict[str, Observation]:
    """Play all cases in one page, in a new launch after each that died or hung."""
    seen: dict[str, Observation] = {}
    left = list(cases)
    while left:
        reported, begun = _round(engine, left, parallel, rate)
        seen |= {case.key: reported.get(case.key, NO_REPORT) for case in begun}
        if not begun:
            break
        left = [case for case in left if case.key not in seen]
    return seen | {case.key: NO_REPORT for case in left}


def _round(
    engine: Engine, cases: Sequence[Case], parallel: int, rate: int
) -> tuple[dict[str, Observation], list[Case]]:
    """Play in one launch. Returns what was seen, and the cases that were begun."""
    seen: dict[str, Observation] = {}
    spare = SPARE_FRAMES.get(engine.kind, 0)
    least = LEAST_SHOWN.get(engine.kind, 1.0)
    rate = 1 if engine.kind in REAL_TIME else rate
    settle_ms = SETTLE_MS.get(engine.kind, 0)
    served = HarnessServer(cases, parallel=parallel, rate=rate, settle_ms=settle_ms)
    with served as server, launch(engine, server.url) as running:
        while len(seen) < len(cases):
            report = _heard(server, running)
            if report is None:
                break
            case = cases[report["number"]]
            seen[case.key] = observe(case, report, spare, least)
        return seen, [cases[number] for number in server.begun]


def _heard(server: HarnessServer, running: RunningEngine) -> dict[str, Any] | None:
    """Return the next report; None when the engine died or says nothing any more."""
    end = time.monotonic() + SILENCE_S
    while time.monotonic() < end:
        try:
            return server.reports.get(timeout=POLL_S)
        except queue.Empty:
            if running.has_ended() or server.quiet_s() > BEAT_S:
                break
    return None


def allow_root() -> None:
    """Let the embedded engine run as root, in containers."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"


def as_json(observation: Observation) -> dict[str, object]:
    """Return an observation for a file or a terminal."""
    shape = dataclasses.asdict(observation)
    return {"plays": observation.plays, "plays_through": observation.plays_through, **shape}


def _cases(paths: Sequence[Path]) -> list[Case]:
    cases = []
    for path in paths:
        try:
            cases.append(case_of(str(path), path))
        except StudioError as problem:
            sys.stderr.write(f"{path}: {problem.what}\n")
    return cases


def main() -> int:
    """Play the files named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--engine", action="append", default=[])
    parser.add_argument("--parallel", type=int, default=PARALLEL)
    options = parser.parse_args()
    allow_root()
    cases = _cases(options.files)
    found = [e for e in find_engines() if not options.engine or e.identity.name in options.engine]
    with ThreadPoolExecutor(len(found) or 1) as pool:
        played = pool.map(lambda e: (e, play_all(e, cases, parallel=options.parallel)), found)
        for engine, seen in played:
            for key, observation in seen.items():
                line = {"file": key, "engine": engine.identity.name, **as_json(observation)}
                sys.stdout.write(json.dumps(line) + "\n")
                sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
