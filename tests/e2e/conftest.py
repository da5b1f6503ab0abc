"""Real engines, asked for once."""

from collections.abc import Iterator

import pytest

from studio.verdict.browsers import Engine, find_engines
from tests.e2e.matrix_table import MATRIX_LINES
from tests.e2e.support import allow_engines_as_root


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Tell how often predictions came true in the matrix."""
    lines = config.stash.get(MATRIX_LINES, None)
    if lines:
        terminalreporter.section("matrix: predicted and observed")
        terminalreporter.write_line("\n".join(lines))


@pytest.fixture(scope="session", autouse=True)
def _root_may_run_engines() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        allow_engines_as_root(patch)
        yield


@pytest.fixture(scope="session")
def engines(_root_may_run_engines: None) -> tuple[Engine, ...]:
    """Every engine of this machine."""
    return find_engines()
