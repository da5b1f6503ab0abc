"""The list of faults: each has a test with its number."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent.parent

INPUTS = [f"a{n}" for n in (*range(1, 16), 18, 21)]
NAMES = [f"b{n}" for n in (*range(1, 7), *range(9, 14))]
HOSTILE = ["c1", "c2", "c3", "c6", "c8", "c9"]
DISKS = ["d1", "d2", "d3", "d5", "d8", "d9", "d12"]  # d10 is about playlists: none is made yet
PROCESSES = [f"e{n}" for n in (*range(1, 11), 13)]
QUEUE = [f"f{n}" for n in (*range(1, 7), 8)]


@pytest.fixture(scope="module")
def tested() -> set[str]:
    """Numbers in the names of all tests, ``a1`` for ``test_a01_...``."""
    texts = [path.read_text("utf-8") for path in TESTS.rglob("test_*.py")]
    named = re.findall(r"^def test_((?:[a-g]\d{1,2}_)+)", "\n".join(texts), re.MULTILINE)
    found = re.findall(r"([a-g])0?(\d{1,2})_", "".join(named))
    return {letter + number for letter, number in found}


@pytest.mark.parametrize("fault", [*INPUTS, *NAMES, *HOSTILE, *DISKS, *PROCESSES, *QUEUE])
def test_every_fault_has_a_test(tested: set[str], fault: str) -> None:
    assert fault in tested
