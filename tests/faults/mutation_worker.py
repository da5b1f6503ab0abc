"""Feeds damaged files to the commands, in this process, and says what happened.

``python -m tests.faults.mutation_worker FOLDER NUMBER COUNT``: the files of FOLDER/bases are
damaged COUNT times as NUMBER seeds it. Prints one JSON line for each fault and one at the end.
A file that takes longer than ``LIMIT_S`` ends the process with a traceback of where it hangs.
"""

import contextlib
import faulthandler
import functools
import io
import json
import re
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from unittest import mock

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from studio.cli import commands
from studio.presets import store
from tests.faults.mutations import PLANS, Damage, Place, damaged, places

LIMIT_S = 10.0
MOST_FAULTS = 20


def _peak_bytes() -> int:
    """Return the most memory this process ever had.

    Linux hands ``ru_maxrss`` of the parent on to its children; the kernel's own status of
    a process begins anew with each program.
    """
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
        assert found is not None
        return int(found.group(1)) * 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


class Worker:
    """Runs commands over damaged files and counts what came of it."""

    def __init__(self, folder: Path, number: int) -> None:
        self.folder = folder / f"work-{number}"
        self.folder.mkdir()
        self.bases: list[tuple[str, bytes, tuple[Place, ...]]] = []
        for path in sorted((folder / "bases").iterdir()):
            data = path.read_bytes()
            self.bases.append((path.name, data, places(data)))
        self.ended: Counter[str] = Counter()
        self.slowest_s, self.done, self.faults = 0.0, 0, 0

    def run(self, base: int, plan: Sequence[Damage]) -> None:
        """Damage one file and give it to every command."""
        name, data, structure = self.bases[base % len(self.bases)]
        broken = damaged(data, structure, plan)
        path = self.folder / name
        path.write_bytes(broken)
        begun = time.monotonic()
        faulthandler.dump_traceback_later(LIMIT_S, exit=True)
        try:
            for words in self._commands(path):
                self._try(words, name, plan)
            self._look_after(path, broken)
        except Exception:  # noqa: BLE001  (a bug of ours is what is looked for)
            self._fault(name, plan, traceback.format_exc())
        faulthandler.cancel_dump_traceback_later()
        self.slowest_s = max(self.slowest_s, time.monotonic() - begun)
        self.done += 1
        for left in self.folder.iterdir():
            left.unlink()

    def _commands(self, path: Path) -> list[list[str]]:
        webm = path.suffix in (".webm", ".mkv")
        by_name = "recluster" if webm else "refragment"
        source, forms = str(path), [[], ["--json"]]
        repair = ["repair", source, "-o"]
        form = forms[self.done % 2]
        return [
            ["segments", source, *form],
            ["check", "--static", source, *form],
            [*repair, str(path.with_stem("mended")), *form],
            [*repair, str(path.with_stem("named")), "--operation", by_name],
            *([[*repair, str(path.with_stem("parts")), "--split"]] if self.done % 4 == 0 else []),
        ]

    def _try(self, words: list[str], name: str, plan: Sequence[Damage]) -> None:
        out, said = io.StringIO(), io.StringIO()
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(said):
                status = commands.main(words)
        except Exception:  # noqa: BLE001  (a bug of ours is what is looked for)
            self._fault(name, plan, traceback.format_exc())
            return
        self.ended[f"{words[0]} {status}"] += 1
        if status not in (0, 1) or "Traceback" in said.getvalue():
            self._fault(name, plan, f"{words}: status {status}: {said.getvalue()}")

    def _look_after(self, path: Path, broken: bytes) -> None:
        """Check that the source is as it was, and that nothing half-made is left."""
        assert path.read_bytes() == broken, "the source was changed"
        ours = ("mended", "named", "parts-video", "parts-audio")
        odd = [p.name for p in self.folder.iterdir() if p != path and p.stem not in ours]
        assert not odd, f"left behind: {odd}"
        empty = [p.name for p in self.folder.iterdir() if p != path and not p.stat().st_size]
        assert not empty, f"empty: {empty}"

    def _fault(self, name: str, plan: Sequence[Damage], what: str) -> None:
        self.faults += 1
        if self.faults <= MOST_FAULTS:
            sys.stdout.write(json.dumps({"base": name, "plan": str(plan), "fault": what}) + "\n")
            sys.stdout.flush()

    def summary(self) -> dict[str, object]:
        """Return the figures of this process; memory in bytes."""
        return {
            "done": self.done,
            "faults": self.faults,
            "slowest_s": round(self.slowest_s, 2),
            "peak_bytes": _peak_bytes(),
            "ended": dict(self.ended),
        }


def _feed(worker: Worker, number: int, count: int) -> Callable[[], None]:
    @seed(number)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(base=st.integers(0, len(worker.bases) - 1), plan=PLANS)
    def feed(base: int, plan: list[Damage]) -> None:
        worker.run(base, plan)

    return feed


def _read_once(module: ModuleType, name: str) -> contextlib.AbstractContextManager[object]:
    """Keep what is the same for every file: five sixths of the time went into that."""
    return mock.patch.object(module, name, functools.cache(getattr(module, name)))


def work(folder: Path, number: int, count: int) -> None:
    """Damage files until so many were given to the commands."""
    worker = Worker(folder, number)
    with _read_once(commands, "make_parser"), _read_once(store, "read_preset_file"):
        _feed(worker, number, count)()
    sys.stdout.write(json.dumps(worker.summary()) + "\n")


if __name__ == "__main__":
    work(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
