"""The licence texts that go into the packaged application. Used by mse-studio.spec."""

import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from environment import ROOT

TEXT = re.compile(r"^(?:LICEN[CS]E|COPYING|NOTICE|AUTHORS)", re.IGNORECASE)
REQUIREMENT = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)


def shipped_packages() -> list[str]:
    """Return the names in the lock file of what the program itself needs."""
    lock = ROOT / "build" / "requirements.lock"
    return REQUIREMENT.findall(lock.read_text(encoding="utf-8"))


def licence_files() -> list[tuple[str, str]]:
    """Return (file, folder in the application) of every licence text."""
    texts = [ROOT / "LICENSE", ROOT / "NOTICE.md"]
    found = [(str(path), "licenses") for path in texts]
    shared = sorted((ROOT / "docs" / "licenses").glob("*.txt"))
    found += [(str(path), "licenses/texts") for path in shared]
    for name in shipped_packages():
        found += [(str(path), f"licenses/{name}") for path in _texts_of(name)]
    return found


def _texts_of(name: str) -> list[Path]:
    try:
        files = distribution(name).files or []
    except PackageNotFoundError:  # wanted on another system only
        return []
    paths = (Path(str(file.locate())) for file in files if TEXT.match(file.name))
    return [path for path in paths if path.suffix not in (".py", ".pyc")]
