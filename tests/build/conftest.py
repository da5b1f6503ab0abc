"""What the tests of build/ share: its modules are imported as dev.py imports them."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def root() -> Path:
    """The project folder."""
    return ROOT


@pytest.fixture
def build_module(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Import a module of build/ by its name."""
    monkeypatch.syspath_prepend(str(ROOT / "build"))

    def load(name: str) -> ModuleType:
        __import__(name)
        return sys.modules[name]

    return load
