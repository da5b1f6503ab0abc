"""Checks one file, or asks engines one thing, with engines that are launched for it alone."""

import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from studio.server.app import MediaServer
from studio.verdict.browsers import Engine
from studio.verdict.codec_words import codec_names
from studio.verdict.model import Verdict
from studio.workflow.bench import TYPES_LIMIT_S, Bench


def check_file(
    path: Path,
    *,
    engines: Sequence[Engine],
    server: MediaServer | None = None,
    on_stage: Callable[[str], None] | None = None,
    time_limit_s: float | None = None,
    cancel: threading.Event | None = None,
    declared: str | None = None,
) -> Verdict:
    """Read a file, play it in each engine and return the verdict; for more files use a Bench.

    Args:
        path: a WebM or MP4 file.
        engines: who shall play it; with none the verdict is never a pass.
        server: a running one to use; one is started for this call otherwise.
        on_stage: hears ``"Chromium: play"`` and the like, from this thread.
        time_limit_s: for one engine; by the file's length otherwise.
        cancel: when set, the engine that plays is ended and the rest are not asked.
        declared: the MIME type that a player names for the file, when it is known.

    Raises:
        SegmentError: the file is neither WebM nor MP4.
        InputError: the file is gone, or changed while it was read.
        StudioError: the server could not be started.
    """
    with Bench(engines, server=server, parallel=1) as bench:
        return bench.check(
            path, declared=declared, on_stage=on_stage, time_limit_s=time_limit_s, cancel=cancel
        )


def describe_engines(
    engines: Sequence[Engine],
    mimes: Sequence[str],
    *,
    server: MediaServer | None = None,
    time_limit_s: float = TYPES_LIMIT_S,
) -> dict[str, Mapping[str, bool]]:
    """Ask each engine which MIME types its MediaSource supports.

    Returns:
        engine name -> MIME type -> answer; an engine that gave no answer has none.

    Raises:
        StudioError: the server could not be started.
    """
    with Bench(engines, server=server, parallel=1) as bench:
        return bench.describe(mimes, time_limit_s=time_limit_s)


__all__ = ["Engine", "check_file", "codec_names", "describe_engines"]
