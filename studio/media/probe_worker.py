"""The child process that runs MediaInfo: limited, and free to crash.

MediaInfo must not run in the program itself: one edited field in a header kept it busy for
over 100 s, and its parsers have open memory faults (measured; MediaInfoLib #2520, #2604).
"""

import contextlib
import json
import os
import stat
import sys

from pymediainfo import MediaInfo

if sys.platform != "win32":
    import resource

MEMORY_LIMIT_BYTES = 1_500_000_000
CPU_LIMIT_S = 6
KEPT_CHARACTERS = 4096
"""Longest text kept of one field; titles of a megabyte exist."""


def main(argv: list[str]) -> int:
    """Print MediaInfo's tracks of one file as a JSON object ``{"tracks": [...]}``.

    Args:
        argv: the file's path, alone.

    Returns:
        0; 1 when the file could not be read; 2 for wrong usage.
    """
    if len(argv) != 1:
        return 2
    _limit_resources()
    try:
        tracks = _read_tracks(argv[0])
    except (OSError, RuntimeError, ValueError, MemoryError, RecursionError) as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return 1
    sys.stdout.buffer.write(json.dumps({"tracks": tracks}).encode("ascii"))
    sys.stdout.buffer.flush()
    return 0


def _limit_resources() -> None:
    """Limit memory, CPU time and core dumps; Windows has the wall limit of the caller only."""
    if sys.platform == "win32":
        return
    wanted = [(resource.RLIMIT_CPU, CPU_LIMIT_S), (resource.RLIMIT_CORE, 0)]  # then SIGXCPU
    if sys.platform != "darwin":  # macOS has RLIMIT_AS but does not keep it
        wanted.append((resource.RLIMIT_AS, MEMORY_LIMIT_BYTES))
    for kind, limit in wanted:
        with contextlib.suppress(OSError, ValueError):
            hard = resource.getrlimit(kind)[1]
            ceiling = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
            resource.setrlimit(kind, (ceiling, hard))


def _read_tracks(path: str) -> list[dict[str, str]]:
    """Parse from an open file, so that MediaInfo can follow no reference to another one."""
    with open(path, "rb") as file:  # noqa: PTH123  (takes the bytes of any odd name)
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError("not a regular file")
        text = MediaInfo.parse(file, output="JSON")
    media = json.loads(text).get("media") or {}
    return [_trimmed(track) for track in media.get("track", [])]


def _trimmed(track: dict[str, object]) -> dict[str, str]:
    """Keep the plain text fields; what is nested is nothing we use."""
    return {
        key: value[:KEPT_CHARACTERS]
        for key, value in track.items()
        if isinstance(value, str) and "_String" not in key and "Url" not in key
    }
