"""Whether a source is still the file that was added."""

import os
from pathlib import Path

from studio.batch.model import SourceStamp
from studio.errors import InputError


def stamp_of(source: Path) -> SourceStamp:
    """Return size and time of a source.

    Raises:
        InputError: it is not there, or cannot be looked at.
    """
    try:
        found = os.stat(source)  # noqa: PTH116  (a name may hold bytes that are no text)
    except FileNotFoundError as error:
        what = f"Source not found: {source.name}."
        hint = "Check that it was not moved, renamed or deleted, or locate it."
        raise InputError(what, hint=hint, detail=str(source)) from error
    except OSError as error:
        what = f"{source.name} cannot be read."
        raise InputError(what, hint="Check its permissions.", detail=str(error)) from error
    return SourceStamp(found.st_size, found.st_mtime_ns)
