"""Makes the lock files again: every dependency with its version and its hashes, no host.

Only the standard library; uses uv, or pip-compile of pip-tools, whichever is installed.
"""

import re
import shutil
import subprocess
import tempfile
import tomllib
from pathlib import Path

from environment import ROOT, SetupError
from system import say

HOST = re.compile(r"^\s*(?:--|#|.*://)")
"""Lines that an index, a comment or an address makes: none belongs into a lock file."""


def make_locks() -> None:
    """Write build/requirements.lock and build/requirements-dev.lock from pyproject.toml.

    Raises:
        SetupError: no tool is installed, or it failed.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = list(project["project"]["dependencies"])
    for_developers = needed + list(project["dependency-groups"]["dev"])
    for name, wanted in (("requirements", needed), ("requirements-dev", for_developers)):
        target = ROOT / "build" / f"{name}.lock"
        _compile(wanted, target)
        say(f"{target.relative_to(ROOT)}: {len(wanted)} named dependencies, all locked")


def _compile(wanted: list[str], target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder, "wanted.in"), Path(folder, "made.lock")
        source.write_text("\n".join(wanted) + "\n", encoding="utf-8")
        done = subprocess.run(
            [*_compiler(), str(source), "--output-file", str(made)],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SetupError(f"The lock file could not be made:\n{done.stderr.strip()}")
        target.write_text(clean(made.read_text(encoding="utf-8")), encoding="utf-8")


def _compiler() -> list[str]:
    if uv := shutil.which("uv"):
        options = ["--universal", "--python-version", "3.11", "--no-annotate", "--no-header"]
        return [uv, "pip", "compile", "--generate-hashes", *options]
    if pip_compile := shutil.which("pip-compile"):
        say("!! pip-compile locks for this system only; uv locks for all of them.")
        options = ["--allow-unsafe", "--no-annotate", "--no-header", "--strip-extras"]
        return [pip_compile, "--generate-hashes", "--no-emit-index-url", *options]
    raise SetupError("Locking needs uv or pip-tools: pipx install uv")


def clean(text: str) -> str:
    """Drop comments, options and addresses; requirements and their hashes stay."""
    kept = (line for line in text.splitlines() if line.strip() and not _is_noise(line))
    return "\n".join(kept) + "\n"


def _is_noise(line: str) -> bool:
    return not line.strip().startswith("--hash=") and HOST.match(line) is not None
