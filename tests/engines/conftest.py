"""Real engines, asked for once."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from studio.transcode.tools import Ffmpeg
from studio.verdict.browsers import Engine, find_engines
from tests.e2e.support import allow_engines_as_root
from tests.engines.fixtures import Materials, make_all


@pytest.fixture(scope="session", autouse=True)
def _root_may_run_engines() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        allow_engines_as_root(patch)
        yield


@pytest.fixture(scope="session")
def engines(_root_may_run_engines: None) -> tuple[Engine, ...]:
    """Every engine of this machine."""
    return find_engines()


@dataclass(frozen=True, slots=True)
class Made:
    """Every fixture by its key, and what making them took of the processors."""

    paths: dict[str, Path]
    cpu_s: float


@pytest.fixture(scope="session")
def made(ffmpeg: Ffmpeg, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Every fixture, made once."""
    begun = sum(os.times()[:4])
    materials = Materials(tmp_path_factory.mktemp("materials"), ffmpeg.path)
    paths = make_all(tmp_path_factory.mktemp("fixtures"), materials)
    return Made(paths, sum(os.times()[:4]) - begun)
