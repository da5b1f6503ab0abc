"""Good and bad files, played by the product in every engine: the outcome is right in every cell.

Every engine plays all files in one launch (WebKitGTK, the slowest, in two, half of them each),
up to four side by side. A file that should play and did not, or that hung the engine, gets up
to three more tries with nothing beside it, each in a new launch, as WebKitGTK fails and hangs
by chance (one launch in 14 hung on a damaged cluster); one that plays and should not gets none.
The table at the end of the test run says how often prediction and observation agree.
"""

import functools
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

import pytest

from studio.transcode.tools import Ffmpeg
from studio.verdict.browsers import Engine
from studio.verdict.launch import launch
from studio.verdict.model import Ladder, Outcome, Verdict
from studio.workflow import session
from studio.workflow.bench import Bench
from tests.e2e.matrix_files import ENGINES, FILES, MatrixFile
from tests.e2e.matrix_table import MATRIX_LINES, Cell, agreement_lines
from tests.e2e.support import pick
from tests.engines.materials import Materials

LEAST_FILES = 40
LANES = (
    (("webkit", 0, 2),),
    (("webkit", 1, 2),),
    (("firefox", 0, 1),),
    (("chromium", 0, 1), ("embedded", 0, 1)),
)
"""Engines that play at the same time; those of one lane come one after the other. The numbers
say which of how many parts of the files."""
MOST_AGAIN = 5
TRIES_AGAIN = 3

pytestmark = [pytest.mark.engine, pytest.mark.slow, pytest.mark.timeout(600)]

Lane = Sequence[tuple[str, int, int]]
Played = Mapping[str, Mapping[str, Verdict]]
"""Engine -> file -> verdict."""


@pytest.fixture(scope="module")
def paths(ffmpeg: Ffmpeg, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every file of the matrix."""
    materials = Materials(tmp_path_factory.mktemp("matrix-materials"), ffmpeg.path)
    folder = tmp_path_factory.mktemp("matrix")
    return {file.key: file.make(materials, folder) for file in FILES}


@pytest.fixture(scope="module")
def played(
    engines: Sequence[Engine], paths: dict[str, Path], pytestconfig: pytest.Config
) -> Played:
    """What the product's bench says of each file in each engine."""
    found = {engine.identity.name: engine for engine in engines}

    def play(lane: Lane) -> list[tuple[str, dict[str, Verdict]]]:
        return [
            (name, _play(found[name], dict([*paths.items()][part::parts])))
            for name, part, parts in lane
            if name in found
        ]

    seen: dict[str, dict[str, Verdict]] = {}
    with ThreadPoolExecutor(len(LANES)) as pool:
        for name, verdicts in chain.from_iterable(pool.map(play, LANES)):
            seen[name] = seen.get(name, {}) | verdicts
    for name, verdicts in seen.items():
        for _ in range(TRIES_AGAIN):
            again = _worth_another_try(name, verdicts)
            for key in again[:MOST_AGAIN]:
                verdicts.update(_play(found[name], {key: paths[key]}))
    pytestconfig.stash[MATRIX_LINES] = list(agreement_lines(_cells(seen), len(FILES)))
    return seen


def _play(engine: Engine, paths: Mapping[str, Path]) -> dict[str, Verdict]:
    with Bench([engine]) as bench:
        return {key: bench.check(path) for key, path in paths.items()}


def _worth_another_try(name: str, verdicts: Mapping[str, Verdict]) -> list[str]:
    return [
        file.key
        for file in FILES
        if (outcome := verdicts[file.key].reports[0].outcome) is Outcome.NO_REPORT
        or (file.right[name] is Outcome.PLAYED and outcome is not Outcome.PLAYED)
    ]


def _cells(seen: Played) -> list[Cell]:
    return [
        Cell.of(file.key, name, verdicts[file.key])
        for name, verdicts in seen.items()
        for file in FILES
    ]


def _wrong(name: str, file: MatrixFile, verdict: Verdict) -> str:
    """Return what is wrong in a cell, "" for nothing."""
    (report,) = verdict.reports
    right = file.right[name]
    if report.outcome is right:
        return ""
    return f"{file.key} ({file.about}): {report.outcome} and not {right}: {report.reason}"


def test_the_matrix_is_large_and_of_both_kinds() -> None:
    assert len(FILES) >= LEAST_FILES
    for engine in ENGINES:
        outcomes = [file.right[engine] for file in FILES]
        assert min(outcomes.count(Outcome.PLAYED), outcomes.count(Outcome.FAILED)) >= 10


@pytest.mark.parametrize("name", ENGINES)
def test_the_outcome_is_right_in_every_cell(
    name: str, engines: Sequence[Engine], played: Played
) -> None:
    pick(engines, name)
    wrong = [said for file in FILES if (said := _wrong(name, file, played[name][file.key]))]
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize("name", ENGINES)
def test_only_what_was_played_is_green(
    name: str, engines: Sequence[Engine], played: Played
) -> None:
    pick(engines, name)
    for key, verdict in played[name].items():
        green = verdict.ladder in (Ladder.PASS, Ladder.WARN)
        assert green <= (verdict.reports[0].outcome is Outcome.PLAYED), key


def test_a_machine_without_h264_cannot_decode_it_and_never_fails_it(
    engines: Sequence[Engine], paths: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    firefox = pick(engines, "firefox")
    without = functools.partial(launch, preferences={"media.ffmpeg.enabled": False})
    monkeypatch.setattr(session, "launch", without)
    keys = ("mp4-sound-h264-aac", "mp4-annex-b", "mp4-h264-10-bit", "webm-sound-vp8-opus")
    with Bench([firefox]) as bench:
        reports = {key: bench.check(paths[key]).reports[0] for key in keys}
    outcomes = [reports[key].outcome for key in keys]
    assert outcomes == [*[Outcome.UNSUPPORTED] * 3, Outcome.PLAYED]
    assert "cannot decode" in reports["mp4-sound-h264-aac"].reason
