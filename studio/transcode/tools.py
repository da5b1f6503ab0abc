"""Finding ffmpeg and asking once what it can do."""

import hashlib
import json
import logging
import os
import re
from dataclasses import dataclass
from pathlib import Path

import imageio_ffmpeg

from studio import paths
from studio.errors import ToolError
from studio.media.child import ChildResult, run_child
from studio.presets.model import Preset

log = logging.getLogger(__name__)

CACHE_SCHEMA = 1
_ASK_LIMIT_S = 20.0
_HINT_CHOOSE = "Choose another ffmpeg in the settings, or reinstall the program."
_VERSION = re.compile(r"^ffmpeg version (\S+)")
_ENCODER = re.compile(r"^ [VAS][A-Z.]{5} (\S+)")
_FILTER = re.compile(r"^ [TSC.]{2,3} (\S+) +\S+->\S+")


@dataclass(frozen=True, slots=True)
class Ffmpeg:
    """One ffmpeg program: where it is, its version, the names of its encoders and filters."""

    path: Path
    version: str
    encoders: frozenset[str]
    filters: frozenset[str] = frozenset()


def find_ffmpeg(chosen: str = "") -> Ffmpeg:
    """Return the ffmpeg to use, asked for its encoders once and remembered.

    Args:
        chosen: path of the user's own ffmpeg; empty means the bundled one.

    Raises:
        ToolError: there is none, or it does not run.
    """
    path = _located(chosen)
    known = _from_cache(path)
    if known is not None:
        return known
    found = _asked(path)
    _to_cache(found)
    return found


def missing_encoders(preset: Preset, ffmpeg: Ffmpeg) -> tuple[str, ...]:
    """Return the encoders this preset needs and this ffmpeg lacks."""
    return tuple(name for name in preset.encoders if name not in ffmpeg.encoders)


def _located(chosen: str) -> Path:
    path = Path(chosen).expanduser() if chosen else _bundled()
    if not path.is_file():
        what = f"ffmpeg was not found at {path}." if chosen else "ffmpeg was not found."
        raise ToolError(what, hint=_HINT_CHOOSE)
    if not os.access(path, os.X_OK):
        raise ToolError(f"{path} is not a program that can be run.", hint=_HINT_CHOOSE)
    return path.absolute()


def _bundled() -> Path:
    """Return the binary that comes with imageio-ffmpeg (or IMAGEIO_FFMPEG_EXE)."""
    try:
        return Path(imageio_ffmpeg.get_ffmpeg_exe())
    except RuntimeError as error:
        raise ToolError("ffmpeg was not found.", hint=_HINT_CHOOSE, detail=str(error)) from error


def _asked(path: Path) -> Ffmpeg:
    version = _VERSION.match(_run(path, "-version"))
    if version is None:
        raise ToolError(f"{path.name} is not ffmpeg.", hint=_HINT_CHOOSE)
    encoders = _names(_ENCODER, _run(path, "-hide_banner", "-encoders"))
    filters = _names(_FILTER, _run(path, "-hide_banner", "-filters"))
    return Ffmpeg(path, version[1], encoders, filters)


def _names(pattern: re.Pattern[str], listing: str) -> frozenset[str]:
    return frozenset(found[1] for line in listing.splitlines() if (found := pattern.match(line)))


def _run(path: Path, *arguments: str) -> str:
    try:
        result = run_child([str(path), *arguments], time_limit_s=_ASK_LIMIT_S)
    except OSError as error:
        what = f"{path.name} cannot be run on this machine."
        raise ToolError(what, hint=_HINT_CHOOSE, detail=str(error)) from error
    if not result.succeeded:
        what = f"{path.name} does not work."
        raise ToolError(what, hint=_HINT_CHOOSE, detail=_described(result))
    return result.stdout.decode("utf-8", "replace")


def _described(result: ChildResult) -> str:
    said = result.stderr.decode("utf-8", "replace")[-1000:]
    return f"status {result.return_code}, timed out: {result.timed_out}\n{said}"


def _cache_file(path: Path) -> Path:
    name = hashlib.sha256(os.fsencode(path)).hexdigest()[:16]
    return paths.user_cache_dir() / f"ffmpeg-{name}.json"


def _stamp(path: Path) -> list[int]:
    found = path.stat()
    return [found.st_size, found.st_mtime_ns]


def _from_cache(path: Path) -> Ffmpeg | None:
    try:
        data = json.loads(_cache_file(path).read_text(encoding="utf-8"))
        fresh = data["schema"] == CACHE_SCHEMA and data["stamp"] == _stamp(path)
        if not fresh or data["path"] != os.fspath(path):
            return None
        encoders, filters = (frozenset(map(str, data[key])) for key in ("encoders", "filters"))
        return Ffmpeg(path, str(data["version"]), encoders, filters)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _to_cache(found: Ffmpeg) -> None:
    data = {
        "schema": CACHE_SCHEMA,
        "path": os.fspath(found.path),
        "stamp": _stamp(found.path),
        "version": found.version,
        "encoders": sorted(found.encoders),
        "filters": sorted(found.filters),
    }
    try:
        target = _cache_file(found.path)
        part = target.with_name(f"{target.name}.part-{os.getpid()}")
        part.write_text(json.dumps(data), encoding="utf-8")
        part.replace(target)
    except OSError as error:
        log.info("ffmpeg's abilities could not be remembered: %s", error)
