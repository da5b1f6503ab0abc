"""The lock files pin everything, and name no place it comes from."""

import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

LOCKS = ("requirements.lock", "requirements-dev.lock")
PINNED = re.compile(r"^[A-Za-z0-9._\[\]-]+==[^\s;]+(?: ; .+)?$")
HASH = re.compile(r"^--hash=sha256:[0-9a-f]{64}$")

LoadModule = Callable[[str], ModuleType]


def entries(text: str) -> list[list[str]]:
    """Return for each requirement its lines: the pin first, then its hashes."""
    joined = text.replace("\\\n", "\n")
    found: list[list[str]] = []
    for line in filter(None, map(str.strip, joined.splitlines())):
        if line.startswith("--hash="):
            found[-1].append(line)
        else:
            found.append([line])
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_pinned_and_has_hashes(root: Path, name: str) -> None:
    found = entries((root / "build" / name).read_text(encoding="utf-8"))
    assert len(found) > 20
    for pin, *hashes in found:
        assert PINNED.match(pin), pin
        assert hashes, f"{pin} has no hash"
        assert all(map(HASH.match, hashes)), pin


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_file_names_a_host(root: Path, name: str) -> None:
    text = (root / "build" / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index" not in text
    assert "find-links" not in text
    assert "@ file" not in text


def test_developers_get_all_that_the_program_gets(root: Path) -> None:
    program, developers = (
        {
            (pin.partition(" ;")[0], *hashes)
            for pin, *hashes in entries((root / "build" / name).read_text(encoding="utf-8"))
        }
        for name in LOCKS
    )
    assert program < developers


def test_making_a_lock_drops_hosts_and_comments(build_module: LoadModule) -> None:
    made = (
        "# made by a tool\n--index-url https://example.org/simple\n\n"
        "idna==3.20 \\\n    --hash=sha256:" + "0" * 64 + "\n    # via yarl\n"
    )
    cleaned = build_module("locks").clean(made)
    assert cleaned == "idna==3.20 \\\n    --hash=sha256:" + "0" * 64 + "\n"
