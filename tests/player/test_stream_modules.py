"""The pure rules of the stream page: lists, times in bytes, nearness to now, words."""

from pathlib import Path

import pytest

from studio.verdict.browsers import Engine
from tests.e2e.support import run_scenario

pytestmark = pytest.mark.engine

RULES = Path(__file__).with_name("stream_rules.js")


def test_lists_times_and_rules_of_the_stream_page(embedded: Engine, tmp_path: Path) -> None:
    assert run_scenario(embedded, RULES.read_text("utf-8"), tmp_path)["done"] is True
