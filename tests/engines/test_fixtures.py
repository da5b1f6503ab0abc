"""The fixtures themselves: enough, of both kinds, and quickly made; nothing is played here."""

from collections import Counter

import pytest

from tests.engines.conftest import Made
from tests.engines.fixtures import FIXTURES

HARMLESS = {
    *("WEBM-011", "WEBM-013", "WEBM-014", "WEBM-015", "WEBM-017", "WEBM-018", "WEBM-019"),
    *("MP4-004", "MP4-017", "MP4-018", "MP4-019"),
    *("TIME-008", "TIME-012", "TIME-013", "MIME-006"),
}
"""Rules whose breach no engine answers with a failure: advice, and differences of sync."""

OF_PLAYERS = {"TIME-011", "TIME-014", "MIME-008"}
"""Rules that no small file can break: they are about the page, or about large segments."""

RULES = {
    *(f"WEBM-{number:03}" for number in range(1, 21)),
    *(f"MP4-{number:03}" for number in range(1, 21)),
    *(f"TIME-{number:03}" for number in range(1, 16)),
    *(f"MIME-{number:03}" for number in range(1, 9)),
}


def test_keys_are_there_once() -> None:
    assert [key for key, count in Counter(f.key for f in FIXTURES).items() if count > 1] == []


def test_every_rule_that_a_file_can_break_has_its_fixture() -> None:
    assert RULES - {fixture.code for fixture in FIXTURES} == OF_PLAYERS


@pytest.mark.parametrize("code", sorted({fixture.code for fixture in FIXTURES}))
def test_a_rule_has_a_good_file_and_a_bad_one(code: str) -> None:
    kinds = {fixture.good for fixture in FIXTURES if fixture.code == code}
    assert kinds == ({True} if code in HARMLESS else {True, False})


def test_all_are_made_within_a_minute(made: Made) -> None:
    paths = made.paths
    assert made.cpu_s < 60
    assert len(paths) == len(FIXTURES) >= 120
    assert all(path.stat().st_size > 1000 for path in paths.values())
    assert len(set(paths.values())) == len(paths)
