"""What a fixture is, and the usual ways to make one."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from studio.repair.breaking.model import Media, open_media
from studio.repair.breaking.pieces import Piece, write_pieces
from studio.repair.breaking.table import breaker
from tests.engines.materials import Materials

Base = Callable[[Materials], Path]
Plan = Callable[[Media], Iterable[Piece]]


@dataclass(frozen=True, slots=True)
class Fixture:
    """One small file for one rule.

    ``code`` is the rule's. ``good`` is the maker's opinion: the rule is kept (the nearest
    file that is still fine), or what is odd about it harms no engine; engines have the last
    word. ``mime`` is what the player declares, "" for what the file asks for. ``make``
    writes the file into a folder and returns its path.
    """

    key: str
    code: str
    good: bool
    container: str
    make: Callable[[Materials, Path], Path]
    mime: str = ""


def broken(
    breaker_id: str, base: Base, *, key: str = "", good: bool = False, mime: str = ""
) -> Fixture:
    """Return a fixture that a breaker makes of ``base``."""
    found = breaker(breaker_id)
    name = key or breaker_id

    def make(materials: Materials, folder: Path) -> Path:
        source = base(materials)
        target = folder / f"{name}{source.suffix}"
        found.make(source, target)
        return target

    return Fixture(name, found.code, good, found.family.value, make, mime)


def planned(
    key: str, code: str, base: Base, plan: Plan, *, good: bool = False, mime: str = ""
) -> Fixture:
    """Return a fixture made by a breaker's inner part, with other numbers than the breaker's."""

    def make(materials: Materials, folder: Path) -> Path:
        source = base(materials)
        target = folder / f"{key}{source.suffix}"
        with open_media(source) as media:
            write_pieces(source, target, plan(media))
        return target

    return Fixture(key, code, good, _container(key), make, mime)


def plain(key: str, code: str, base: Base, *, good: bool = True, mime: str = "") -> Fixture:
    """Return a fixture that is one of the materials as it is."""

    def make(materials: Materials, folder: Path) -> Path:
        source = base(materials)
        return Path(shutil.copy(source, folder / f"{key}{source.suffix}"))

    return Fixture(key, code, good, _container(key), make, mime)


def edited(
    key: str, code: str, base: Base, edit: Callable[[bytes], bytes], *, good: bool = False
) -> Fixture:
    """Return a fixture whose bytes ``edit`` makes of all bytes of ``base``."""

    def make(materials: Materials, folder: Path) -> Path:
        source = base(materials)
        target = folder / f"{key}{source.suffix}"
        target.write_bytes(edit(source.read_bytes()))
        return target

    return Fixture(key, code, good, _container(key), make)


def _container(key: str) -> str:
    name = key.split("-", maxsplit=1)[0]
    assert name in ("webm", "mp4"), key
    return name
