"""The whole suite: what fails beside others decides alone, and a lasting failure stays one."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

LoadModule = Callable[[str], ModuleType]

#: A test that passes from its nth run on.
PATIENCE = """
from pathlib import Path

def test_it():
    runs = Path(__file__).with_suffix(".runs")
    count = int(runs.read_text()) + 1 if runs.exists() else 1
    runs.write_text(str(count))
    assert count >= {n}
"""


QUIET = "playing/test_quiet"
PLACES = ("playing/test_playing", "patient/test_patient", "others/test_others", QUIET)


class Suite:
    """A small project with one test in each place."""

    def __init__(self, module: ModuleType, folder: Path) -> None:
        self.module = module
        self.folder = folder / "tests"
        for place in PLACES:
            self.add(place, passes_from=1)

    def add(self, place: str, *, passes_from: int) -> None:
        path = self.folder / f"{place}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PATIENCE.format(n=passes_from))

    def runs(self) -> list[int]:
        return [int((self.folder / f"{place}.runs").read_text()) for place in PLACES]

    def run(self) -> int:
        plain = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        status = self.module.run_all(sys.executable, "-m", "pytest", "-q", extra=plain)
        assert isinstance(status, int)
        return status


@pytest.fixture
def suite(build_module: LoadModule, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Suite:
    module = build_module("suite")
    monkeypatch.setattr(build_module("environment"), "ROOT", tmp_path)
    monkeypatch.setattr(module, "PLAYING_TESTS", ("tests/playing",))
    monkeypatch.setattr(module, "PATIENT_TESTS", ("tests/patient",))
    monkeypatch.setattr(module, "QUIET_TESTS", (f"tests/{QUIET}.py",))
    (tmp_path / "pytest.ini").write_text("[pytest]\ntestpaths = tests\n")
    return Suite(module, tmp_path)


def test_each_test_runs_once_when_all_pass(
    suite: Suite, capsys: pytest.CaptureFixture[str]
) -> None:
    assert suite.run() == 0
    assert suite.runs() == [1, 1, 1, 1]
    assert "again" not in capsys.readouterr().out


def test_what_fails_beside_others_is_run_again_alone_and_named(
    suite: Suite, capsys: pytest.CaptureFixture[str]
) -> None:
    for place in PLACES[:3]:
        suite.add(place, passes_from=2)
    assert suite.run() == 0
    assert suite.runs() == [2, 2, 2, 1]
    printed = capsys.readouterr().out
    assert printed.count("passed alone") == 3
    for place in PLACES[:3]:
        assert f"\n  tests/{place}.py::test_it" in printed


@pytest.mark.parametrize("number", range(3))
def test_what_fails_again_fails_the_suite(suite: Suite, number: int) -> None:
    suite.add(PLACES[number], passes_from=99)
    assert suite.run() == 1
    assert suite.runs()[number] == 2


def test_many_failures_are_not_taken_for_the_load(
    suite: Suite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suite.module, "AGAIN_AT_MOST", 1)
    for place in PLACES[:2]:
        suite.add(place, passes_from=2)
    assert suite.run() == 1
    assert suite.runs() == [1, 1, 1, 1]


def test_a_run_that_breaks_off_fails_the_suite(suite: Suite) -> None:
    (suite.folder / f"{PLACES[1]}.py").write_text("import nothing_at_all\n")
    assert suite.run() != 0


def test_the_quiet_ones_get_no_second_run(suite: Suite) -> None:
    suite.add(QUIET, passes_from=2)
    assert suite.run() == 1
    assert suite.runs() == [1, 1, 1, 1]
