"""Player libraries that a user has in a folder: looked for there, and never fetched."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MOST_BYTES = 16 << 20
"""The largest script that is served; those of 2026 have at most 3.4 MB."""

_MOST_PACKAGE_BYTES = 1 << 20
_VERSION = re.compile(r"\d{1,6}(\.\d{1,6}){0,3}([-+][0-9A-Za-z.+-]{1,40})?")


@dataclass(frozen=True, slots=True)
class Kind:
    """A library that is known.

    ``name`` is its package's, ``files`` are where its script may be in the package, the best
    first. ``manifests`` are what it can be given here.
    """

    name: str
    title: str
    files: tuple[str, ...]
    manifests: tuple[str, ...]


HLS = "hls/master.m3u8"
DASH = "dash/manifest.mpd"

KINDS = (
    Kind("hls.js", "hls.js", ("dist/hls.min.js", "dist/hls.js"), (HLS,)),
    Kind(
        "shaka-player",
        "Shaka Player",
        ("dist/shaka-player.compiled.js", "dist/shaka-player.compiled.debug.js"),
        (DASH, HLS),
    ),
    Kind(
        "dashjs",
        "dash.js",
        (
            "dist/modern/umd/dash.all.min.js",
            "dist/legacy/umd/dash.all.min.js",
            "dist/dash.all.min.js",
            "dist/modern/umd/dash.all.debug.js",
            "dist/dash.all.debug.js",
        ),
        (DASH,),
    ),
)


@dataclass(frozen=True, slots=True)
class Library:
    """A library that was found. ``version`` is empty where nothing tells it."""

    kind: Kind
    script: Path
    version: str


def find_libraries(folder: Path) -> tuple[Library, ...]:
    """Return the libraries in a folder, in the order of ``KINDS``; none where it is not there.

    The folder may be a project (with ``node_modules``), ``node_modules`` itself, a package,
    several packages side by side, or hold the script itself.
    """
    found = (_find(kind, folder) for kind in KINDS)
    return tuple(library for library in found if library is not None)


def _find(kind: Kind, folder: Path) -> Library | None:
    for package in _packages(kind, folder):
        version = _version(package, kind.name)
        for name in kind.files:
            script = package / name
            if version is not None and _is_script(script):
                return Library(kind, script, version)
    for name in kind.files:
        script = folder / Path(name).name
        if _is_script(script):
            return Library(kind, script, _version_beside(script, kind.name))
    return None


def _packages(kind: Kind, folder: Path) -> Iterator[Path]:
    """Yield folders that may be the library's package."""
    yield folder
    yield folder / "node_modules" / kind.name
    yield folder / kind.name
    yield folder / "package"  # as npm packs it


def _version(package: Path, name: str) -> str | None:
    """Return the version of a package, None when this is not the package of this name."""
    try:
        file = package / "package.json"
        if file.stat().st_size > _MOST_PACKAGE_BYTES:
            return None
        told = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or told.get("name") != name:
        return None
    version = told.get("version")
    return version if isinstance(version, str) and _VERSION.fullmatch(version) else ""


def _version_beside(script: Path, name: str) -> str:
    """Return the version that a package above a script tells; empty for none."""
    for package in list(script.absolute().parents)[:4]:
        version = _version(package, name)
        if version is not None:
            return version
    return ""


def _is_script(path: Path) -> bool:
    try:
        return path.is_file() and 0 < path.stat().st_size <= MOST_BYTES
    except OSError:
        return False
