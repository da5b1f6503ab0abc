"""What the command line writes, and where: results on stdout, problems on stderr."""

import json
import sys
import threading
from collections.abc import Mapping

from rich.console import Console

from studio.errors import StudioError, printable

_lock = threading.Lock()


def stderr_console() -> Console:
    """Return a rich console on stderr, for progress bars and problems."""
    return Console(stderr=True, highlight=False)


def print_json(value: Mapping[str, object] | list[object], *, pretty: bool = False) -> None:
    """Write one JSON value and a newline to stdout, whole, from any thread."""
    text = json.dumps(value, ensure_ascii=False, indent=2 if pretty else None)
    with _lock:
        print(_printable(text), flush=True)


def print_line(text: str = "") -> None:
    """Write one line to stdout."""
    with _lock:
        print(_printable(text), flush=True)


def print_text(text: str) -> None:
    """Write a whole document to stdout, as UTF-8 wherever stdout takes bytes."""
    with _lock:
        sys.stdout.flush()
        buffer = getattr(sys.stdout, "buffer", None)
        if buffer is None:
            print(_printable(text), flush=True)
        else:
            buffer.write(text.encode("utf-8", "replace"))
            buffer.flush()


def print_problem(problem: StudioError, *, subject: str = "") -> None:
    """Write an expected failure to stderr: one sentence, and a hint."""
    start = f"{subject}: " if subject else ""
    with _lock:
        print(_printable(f"mse-studio: {start}{problem.what}"), file=sys.stderr)
        if problem.hint:
            print(_printable(f"  {problem.hint}"), file=sys.stderr, flush=True)


def print_notice(text: str) -> None:
    """Write one line to stderr: what happened while a command runs."""
    with _lock:
        print(_printable(text), file=sys.stderr, flush=True)


def _printable(text: str) -> str:
    """Replace what the terminal must not obey or cannot show, as file names may hold it."""
    encoding = sys.stdout.encoding or "utf-8"
    return printable(text, one_line=False).encode(encoding, "replace").decode(encoding)
