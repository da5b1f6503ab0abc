"""The child process that runs MediaInfo: limited, free to crash, used for many files.

MediaInfo must not run in the program itself: one edited field in a header kept it busy for
over 100 s, and its parsers have open memory faults (measured; MediaInfoLib #2520, #2604).

One line on standard input is a path as JSON text; one line on standard output answers it.
"""

import contextlib
import json
import os
import queue
import stat
import sys
import threading
from collections.abc import Iterator
from typing import BinaryIO

from pymediainfo import MediaInfo

if sys.platform != "win32":
    import resource

MEMORY_LIMIT_BYTES = 1_500_000_000
CPU_LIMIT_S = 5
"""CPU time of one file, in whole seconds; SIGXCPU ends the worker then (not on Windows)."""

SENT_CHARACTERS = 4096
"""Longest text sent of one field; titles of a megabyte exist."""


def main(argv: list[str]) -> int:
    """Answer requests until standard input ends.

    An answer is ``{"tracks": [...]}`` with MediaInfo's tracks, or ``{"error": "..."}``.

    Args:
        argv: nothing; other arguments are wrong usage.

    Returns:
        2 for wrong usage. The end of standard input ends the process with 0 even in the
        middle of a file, so that no worker outlives its program.
    """
    if argv:
        return 2
    answers = _own_standard_output()
    _limit_resources()
    MediaInfo.can_parse()  # loads the library, which later needs no file any more
    requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, requests), daemon=True).start()
    while True:
        request = requests.get()
        _allow_cpu_time()
        answers.write(json.dumps(_answer(request)).encode("ascii") + b"\n")
        answers.flush()


def _own_standard_output() -> BinaryIO:
    """Keep the pipe for answers alone: what a library prints goes to standard error."""
    own = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(own, "wb")


def _listen(pipe: BinaryIO, requests: "queue.SimpleQueue[bytes]") -> None:
    for line in pipe:
        requests.put(line)
    os._exit(0)  # the program is gone or needs no worker any more


def _limit_resources() -> None:
    """Limit memory and core dumps; Windows has the wall limit of the caller only."""
    if sys.platform == "win32":
        return
    _limit(resource.RLIMIT_CORE, 0)
    if sys.platform != "darwin":  # macOS has RLIMIT_AS but does not keep it
        _limit(resource.RLIMIT_AS, MEMORY_LIMIT_BYTES)


def _allow_cpu_time() -> None:
    """Give the next file its CPU time on top of what the earlier ones used."""
    if sys.platform == "win32":
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 1 + CPU_LIMIT_S)


def _limit(kind: int, limit: int) -> None:
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError, ValueError):
        hard = resource.getrlimit(kind)[1]
        ceiling = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(kind, (ceiling, hard))


def _answer(request: bytes) -> dict[str, object]:
    try:
        return {"tracks": _read_tracks(json.loads(request))}
    except (OSError, RuntimeError, ValueError, MemoryError, RecursionError) as error:
        return {"error": f"{type(error).__name__}: {error}"[:SENT_CHARACTERS]}


def _read_tracks(path: str) -> list[dict[str, str]]:
    """Parse one open file, and nothing that it refers to."""
    with open(path, "rb") as file:  # noqa: PTH123  (takes the bytes of any odd name)
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError("not a regular file")
        with _nothing_else_opened():
            text = MediaInfo.parse(file, output="JSON")
    if not text:
        raise MemoryError("MediaInfo said nothing")  # seen at the memory limit
    media = json.loads(text).get("media") or {}
    return [_trimmed(track) for track in media.get("track", [])]


@contextlib.contextmanager
def _nothing_else_opened() -> Iterator[None]:
    """Let the process open no file and no connection (not on Windows).

    MediaInfo follows playlists, manifests and references inside of files, also to the
    network (measured: an HLS list named .mp4 made a request leave). No number is left for
    another open file or socket meanwhile.
    """
    if sys.platform == "win32":
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def _trimmed(track: dict[str, object]) -> dict[str, str]:
    """Keep the plain text fields; what is nested is nothing we use."""
    return {
        key: value[:SENT_CHARACTERS]
        for key, value in track.items()
        if isinstance(value, str) and "_String" not in key and "Url" not in key
    }
