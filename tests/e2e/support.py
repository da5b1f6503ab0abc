"""Engines for tests: which are here, and how a scenario of our own is run in one."""

import os
import queue
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from studio import paths
from studio.segments.model import SegmentMap
from studio.server.app import MediaServer
from studio.verdict.browsers import Engine
from studio.verdict.launch import launch

SCENARIO_LIMIT_S = 120.0


def allow_engines_as_root(patch: pytest.MonkeyPatch) -> None:
    """Qt WebEngine refuses root with its sandbox; tests in containers run as root."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        patch.setenv("QTWEBENGINE_DISABLE_SANDBOX", "1")


def pick(engines: Sequence[Engine], name: str) -> Engine:
    """Return an engine, or skip the test saying so."""
    for engine in engines:
        if engine.identity.name == name:
            return engine
    pytest.skip(f"NOT TESTED: {name} is not installed on this machine")


def run_scenario(
    engine: Engine,
    script: str,
    folder: Path,
    *,
    file: SegmentMap | None = None,
    served: Callable[[MediaServer], Mapping[str, object]] | None = None,
    extra: Sequence[str] = (),
) -> dict[str, object]:
    """Run a module in the place of ``check.js`` and return its ``final`` event.

    The module may import the player's modules; ``tools.js`` gives it ``file`` (base of the
    media), ``video``, ``plan``, ``post`` and ``final``.
    """
    pages = folder / "pages"
    shutil.copytree(paths.resources_dir() / "player", pages)
    (pages / "check.js").write_text(script, encoding="utf-8")
    (pages / "tools.js").write_text(_TOOLS, encoding="utf-8")
    heard: queue.Queue[dict[str, object]] = queue.Queue()
    with MediaServer(pages) as server:
        plan: dict[str, object] = dict(served(server)) if served else {}
        if file is not None:
            plan["file"] = server.add_file(file)
        run = server.add_run(plan, heard.put)
        with launch(engine, run.check_url, extra=extra) as running:
            told: list[object] = []
            while True:
                try:
                    events = heard.get(timeout=SCENARIO_LIMIT_S)["events"]
                except queue.Empty:
                    pytest.fail(f"no end: {told[-20:]} {running.log_tail()}")
                assert isinstance(events, list)
                told += events
                final = next((e for e in events if e["event"] == "final"), None)
                if final is not None:
                    assert isinstance(final, dict)
                    assert final.get("failure") is None, final["failure"]
                    return final


_TOOLS = """\
import { Reporter } from "./reporter.js";

const run = new URLSearchParams(location.search).get("run");
const base = new URL(`../runs/${run}/`, location.href);
const reporter = new Reporter(new URL("report", base), 50);
export const video = document.getElementById("video");
export const plan = await (await fetch(new URL("plan.json", base))).json();
export const file = new URL(`../media/${plan.file}/`, location.href);
export const post = (event, data) => reporter.post(event, data);
video.muted = true;

/** Post what the scenario returns, or why it failed. */
export async function scenario(body) {
  let found = {};
  let failure = null;
  try {
    found = await body();
  } catch (error) {
    failure = `${error.stack ?? error}`;
  }
  reporter.post("final", { ...found, failure });
  await reporter.flush();
}

export function equal(found, wanted, what) {
  const [left, right] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (left !== right) throw new Error(`${what}: ${left} and not ${right}`);
}

export async function until(isDone, what, limitMs = 60000) {
  const end = performance.now() + limitMs;
  while (!isDone()) {
    if (performance.now() > end) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
"""
