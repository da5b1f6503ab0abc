"""From a checked part file to a file that bears its name, and what becomes of half ones."""

import logging
from pathlib import Path

from studio.errors import OutputError
from studio.transcode.causes import is_busy, output_error
from studio.transcode.control import Control
from studio.transcode.failpoints import reach
from studio.transcode.publish import (
    BeforeName,
    incomplete_name,
    publish,
    put_in_place,
    remove_parts,
    sync_file,
)

log = logging.getLogger(__name__)

NAME_TRIES = 5
"""A virus scanner or an indexer holds a new file for a moment; so it is tried again."""


class NameRefusedError(OutputError):
    """The finished file is good, but could not be given its name; it stays where it is."""


def release(
    finished: Path,
    target: Path,
    control: Control,
    *,
    replacing: Path | None,
    before: BeforeName,
    limit_s: float,
) -> Path:
    """Sync a finished file and give it its name.

    Args:
        finished: the file, complete and checked.
        target: the wanted path.
        control: a cancel ends the tries.
        replacing: the source, which is never overwritten, when an older file of the name may
            be replaced; None to take another name instead.
        before: called with each path before it is tried.
        limit_s: over how many seconds a refused name is tried anew.

    Returns:
        The path it has now.

    Raises:
        NameRefusedError: every try was refused.
        CancelledError: cancelled between two tries.
        OutputError: it would overwrite its own source.
        OSError: it could not be synced, or not be named for another reason.
    """
    sync_file(finished)
    reach("after_sync")
    for number in range(1, NAME_TRIES + 1):
        try:
            if replacing is None:
                return publish(finished, target, before=before)
            return put_in_place(finished, target, replacing, before=before)
        except OSError as error:
            if not is_busy(error):
                raise
            log.info("%r is not given its name (try %d): %s", finished.name, number, error)
            if number == NAME_TRIES:
                raise _refused(finished, target, error) from error
        control.sleep(limit_s / (NAME_TRIES - 1))
    raise AssertionError("the last try returns or raises")


def _refused(finished: Path, target: Path, error: OSError) -> NameRefusedError:
    return NameRefusedError(
        f"The result is complete, but it could not be named {target.name}.",
        hint=f"It is kept as {finished}. Close programs that use the folder, then rename it.",
        detail=str(error),
    )


def keep_incomplete(kept: Path, target: Path) -> Path:
    """Give what an incomplete job left a name of its own: ``name (incomplete).webm``.

    Args:
        kept: the outcome's ``kept``.
        target: what the complete file would have been called.

    Returns:
        The path it has now; another file is never replaced.

    Raises:
        OutputError: it is not there any more, or could not be given a name.
    """
    return _named(kept, incomplete_name(target))


def keep_whole(kept: Path, target: Path) -> Path:
    """Give a complete file the name that it was refused before, or the next free one.

    Raises:
        OutputError: it is not there any more, or could not be given a name.
    """
    return _named(kept, target)


def _named(kept: Path, target: Path) -> Path:
    try:
        sync_file(kept)
        path = publish(kept, target)
    except FileNotFoundError as error:
        what = "The file is not there any more."
        raise OutputError(what, hint="Retry the job.", detail=str(error)) from error
    except OSError as error:
        raise output_error(error, target.parent) from error
    remove_parts(kept)
    return path


def drop_incomplete(kept: Path) -> None:
    """Delete what an incomplete job left; it may be gone already."""
    remove_parts(kept)
