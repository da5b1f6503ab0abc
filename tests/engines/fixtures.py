"""At least one good and one bad file for every rule that a file can break, made in the test run."""

from pathlib import Path

from tests.engines.fixtures_base import Fixture
from tests.engines.fixtures_mime import MIME_FIXTURES
from tests.engines.fixtures_mp4 import MP4_FIXTURES
from tests.engines.fixtures_near_mp4 import NEAR_MP4
from tests.engines.fixtures_near_webm import NEAR_WEBM
from tests.engines.fixtures_times import TIME_FIXTURES
from tests.engines.fixtures_webm import WEBM_FIXTURES
from tests.engines.materials import Materials

FIXTURES: tuple[Fixture, ...] = (
    *WEBM_FIXTURES,
    *MP4_FIXTURES,
    *NEAR_WEBM,
    *NEAR_MP4,
    *TIME_FIXTURES,
    *MIME_FIXTURES,
)

__all__ = ["FIXTURES", "Fixture", "Materials", "make_all"]


def make_all(folder: Path, materials: Materials) -> dict[str, Path]:
    """Make every fixture in a folder and return their paths by key."""
    made: dict[str, Path] = {}
    for fixture in FIXTURES:
        assert fixture.key not in made, f"two fixtures called {fixture.key}"
        made[fixture.key] = fixture.make(materials, folder)
    return made
