"""Keeps the folder of job logs from growing for ever."""

import logging
import os
from collections.abc import Collection
from pathlib import Path

log = logging.getLogger(__name__)

LIMIT_BYTES = 200_000_000
"""The most that all logs together may take, in bytes."""


def prune(folder: Path, job_ids: Collection[str], limit_bytes: int = LIMIT_BYTES) -> int:
    """Delete logs of jobs that are gone, then the oldest ones, until the rest fits.

    Args:
        folder: of the logs; it may be missing.
        job_ids: jobs of the queue.
        limit_bytes: what the logs may take.

    Returns:
        How many were deleted. What cannot be deleted stays and is logged.
    """
    try:
        with os.scandir(folder) as entries:
            found = [(Path(entry.path), entry.stat()) for entry in entries if entry.is_file()]
    except OSError:
        return 0
    logs = [(path, stat) for path, stat in found if path.suffix == ".log"]
    logs.sort(key=lambda one: (one[0].stem in job_ids, one[1].st_mtime_ns))
    total, deleted = sum(stat.st_size for _, stat in logs), 0
    for path, stat in logs:
        if path.stem in job_ids and total <= limit_bytes:
            break
        try:
            path.unlink()
        except OSError as error:
            log.info("a log could not be deleted: %s", error)
            continue
        total -= stat.st_size
        deleted += 1
    return deleted
