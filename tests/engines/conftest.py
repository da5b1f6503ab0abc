"""Real engines, asked for once."""

from collections.abc import Iterator

import pytest

from studio.verdict.browsers import Engine, find_engines
from tests.e2e.support import allow_engines_as_root


@pytest.fixture(scope="session", autouse=True)
def _root_may_run_engines() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        allow_engines_as_root(patch)
        yield


@pytest.fixture(scope="session")
def engines(_root_may_run_engines: None) -> tuple[Engine, ...]:
    """Every engine of this machine."""
    return find_engines()
