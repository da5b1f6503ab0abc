"""A repaired file on its way: what was written of it goes when anything fails."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from studio.errors import OutputError


@contextmanager
def created(target: Path, buffer_bytes: int) -> Iterator[BinaryIO]:
    """Open ``target`` for writing; it is removed again when the block raises anything.

    Raises:
        OutputError: it cannot be written.
    """
    try:
        file = target.open("wb", buffering=buffer_bytes)
    except OSError as error:
        raise _unwritable(target, error) from error
    try:
        with file:
            yield file
    except OSError as error:
        target.unlink(missing_ok=True)
        raise _unwritable(target, error) from error
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _unwritable(target: Path, error: OSError) -> OutputError:
    return OutputError(
        f"“{target.name}” could not be written.",
        hint="Is there room on the drive, and may you write there?",
        detail=str(error),
    )


def nobody_listens(_fraction: float) -> None:
    """Stand in for a listener of progress."""
