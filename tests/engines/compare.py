"""``python -m tests.engines.compare``: predictions against real engines, played only once.

What was seen is kept in a folder of the system's temporary one, by the file's bytes, what
was asked of it, the engine's version and this harness; the next comparison plays only what
is new. Without files, the fixtures of the tests are compared.
"""

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from filelock import FileLock

from studio.transcode.tools import find_ffmpeg
from studio.verdict.browsers import Engine, find_engines
from tests.engines.comparing import (
    Comparison,
    Sample,
    compare_all,
    play_everywhere,
    sample,
    table,
)
from tests.engines.fixtures import FIXTURES, Materials
from tests.engines.harness import allow_root, as_json
from tests.engines.harness_cases import EntrySeen, Observation

HARNESS_FILES = ("harness.js", "harness.py", "harness_cases.py")


def cache_folder() -> Path:
    """Return the folder of materials and observations; created when missing."""
    folder = Path(tempfile.gettempdir()) / "mse-studio-engines"
    folder.mkdir(exist_ok=True)
    return folder


class Memory:
    """Observations of earlier runs, in one JSON file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = FileLock(f"{path}.lock")
        here = Path(__file__).parent
        parts = b"".join((here / name).read_bytes() for name in HARNESS_FILES)
        self._harness = hashlib.sha256(parts).hexdigest()[:12]
        self._known: dict[str, Any] = self._read()

    def get(self, engine: Engine, one: Sample) -> Observation | None:
        """Return what was seen, or None."""
        shape = self._known.get(self._name(engine, one))
        return None if shape is None else _observation(shape)

    def add(
        self, engine: Engine, seen: Mapping[str, Observation], samples: Sequence[Sample]
    ) -> None:
        """Keep what was seen, together with what others kept meanwhile."""
        with self._lock:
            self._known = self._read() | {
                self._name(engine, one): as_json(seen[one.key]) for one in samples
            }
            self.path.write_text(json.dumps(self._known), encoding="utf-8")

    def _read(self) -> dict[str, Any]:
        if not self.path.exists():
            return {}
        known: dict[str, Any] = json.loads(self.path.read_text(encoding="utf-8"))
        return known

    def _name(self, engine: Engine, one: Sample) -> str:
        case = replace(one.case(), key="", path=Path())
        digest = hashlib.sha256(repr(case).encode() + one.path.read_bytes()).hexdigest()[:24]
        identity = engine.identity
        return f"{identity.name} {identity.version} {self._harness} {digest}"


def _observation(shape: Mapping[str, Any]) -> Observation:
    fields = {k: v for k, v in shape.items() if k not in ("plays", "plays_through")}
    entries = {int(k): EntrySeen(**entry) for k, entry in fields.pop("entries").items()}
    return Observation(**fields, entries=entries)


def make_samples(wanted: Callable[[str], bool], folder: Path) -> list[Sample]:
    """Make the fixtures whose keys are wanted, and examine them."""
    kept = cache_folder() / "materials"
    kept.mkdir(exist_ok=True)
    materials = Materials(kept, find_ffmpeg().path)
    with FileLock(kept.parent / "materials.lock"):
        made = {f: f.make(materials, folder) for f in FIXTURES if wanted(f.key)}
    return [sample(f.key, f.code, path, f.mime) for f, path in made.items()]


def observe_all(
    engines: Sequence[Engine], samples: Sequence[Sample], memory: Memory
) -> dict[str, dict[str, Observation]]:
    """Return what each engine did, played only where it is not known."""
    known = {
        engine.identity.name: {
            one.key: seen for one in samples if (seen := memory.get(engine, one)) is not None
        }
        for engine in engines
    }
    new = [one for one in samples if any(one.key not in seen for seen in known.values())]
    if not new:
        return known
    played = play_everywhere(engines, new)
    for engine in engines:
        memory.add(engine, played[engine.identity.name], new)
    return {name: known[name] | played[name] for name in known}


def main() -> int:
    """Compare, and say what disagrees."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="instead of the fixtures")
    parser.add_argument("--only", default="", help="fixtures whose key contains this")
    parser.add_argument("--engine", action="append", default=[])
    parser.add_argument("--fresh", action="store_true", help="play all again")
    parser.add_argument("--all", action="store_true", help="show also what agrees")
    options = parser.parse_args()
    allow_root()
    path = cache_folder() / "observations.json"
    if options.fresh:
        path.unlink(missing_ok=True)
    engines = [e for e in find_engines() if not options.engine or e.identity.name in options.engine]
    with tempfile.TemporaryDirectory(prefix="mse-fixtures-") as folder:
        if options.files:
            samples = [sample(str(file), "", file) for file in options.files]
        else:
            samples = make_samples(lambda key: options.only in key, Path(folder))
        compared = compare_all(samples, observe_all(engines, samples, Memory(path)))
    return _say(compared, show_all=options.all)


def _say(compared: Sequence[Comparison], *, show_all: bool) -> int:
    for one in compared if show_all else ():
        if one.agrees:
            sys.stdout.write(f"{one.line()}\n")
    for line in table(compared):
        sys.stdout.write(f"{line}\n")
    return 0 if all(one.agrees for one in compared) else 1


if __name__ == "__main__":
    raise SystemExit(main())
