"""What is predicted for each fixture is what the engines of this machine then do.

Every fixture is played in Chromium, Firefox and the embedded engine, all in one launch of
each. WebKitGTK is not asked here: it hangs or shows no frame by chance, plays one file at a
time, and then needs some ten minutes (``python -m tests.engines.compare --engine webkit``);
the matrix of ``tests/e2e`` says how well it is predicted. The engines have the last word; a
file said to play that does not is the worst error.
"""

import sys
from collections.abc import Sequence

import pytest

from studio.verdict.browsers import Engine
from tests.e2e.support import pick
from tests.engines.comparing import (
    Comparison,
    Sample,
    compare_all,
    play_everywhere,
    sample,
    table,
)
from tests.engines.conftest import Made
from tests.engines.fixtures import FIXTURES
from tests.engines.harness_cases import Observation

ENGINES = ("embedded", "chromium", "firefox")
LEAST_FIXTURES = 120

pytestmark = [pytest.mark.engine, pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def samples(made: Made) -> list[Sample]:
    """Every fixture, examined."""
    return [sample(f.key, f.code, made.paths[f.key], f.mime) for f in FIXTURES]


@pytest.fixture(scope="module")
def seen(engines: Sequence[Engine], samples: list[Sample]) -> dict[str, dict[str, Observation]]:
    """What each engine did, by engine and key."""
    asked = [engine for engine in engines if engine.identity.name in ENGINES]
    return play_everywhere(asked, samples)


def _of(
    name: str,
    engines: Sequence[Engine],
    samples: list[Sample],
    seen: dict[str, dict[str, Observation]],
) -> list[Comparison]:
    pick(engines, name)
    return compare_all(samples, {name: seen[name]})


def _told(wrong: Sequence[Comparison]) -> str:
    return "\n" + "\n".join(table(wrong))


def test_there_are_enough_fixtures_of_both_kinds(samples: list[Sample]) -> None:
    assert len(samples) >= LEAST_FIXTURES
    assert len({one.path.read_bytes() for one in samples if not one.mime}) > LEAST_FIXTURES * 0.8


@pytest.mark.parametrize("name", ENGINES)
def test_no_file_that_fails_was_said_to_play(
    name: str,
    engines: Sequence[Engine],
    samples: list[Sample],
    seen: dict[str, dict[str, Observation]],
) -> None:
    wrong = [one for one in _of(name, engines, samples, seen) if one.is_false_plays]
    assert not wrong, _told(wrong)


@pytest.mark.parametrize("name", ENGINES)
def test_every_prediction_is_what_then_happens(
    name: str,
    engines: Sequence[Engine],
    samples: list[Sample],
    seen: dict[str, dict[str, Observation]],
) -> None:
    compared = _of(name, engines, samples, seen)
    sys.stdout.write("\n".join(table(compared)) + "\n")
    wrong = [one for one in compared if not one.agrees]
    assert not wrong, _told(wrong)


@pytest.mark.parametrize("name", ENGINES)
def test_each_engine_plays_some_fixtures_and_fails_others(
    name: str,
    engines: Sequence[Engine],
    samples: list[Sample],
    seen: dict[str, dict[str, Observation]],
) -> None:
    """The control: a harness that calls everything the same would agree with nothing."""
    compared = _of(name, engines, samples, seen)
    playing = sum(one.seen.plays for one in compared)
    assert len(compared) // 10 < playing < len(compared) - len(compared) // 10


def test_the_good_fixtures_play_somewhere(
    samples: list[Sample], seen: dict[str, dict[str, Observation]]
) -> None:
    """What its maker calls good is good: each plays in an engine, or no engine has its codecs."""
    good = {fixture.key for fixture in FIXTURES if fixture.good}
    dead = [
        key
        for key in sorted(good)
        if not any(observed[key].plays for observed in seen.values() if key in observed)
        and any(observed[key].supported for observed in seen.values() if key in observed)
    ]
    assert not dead
