"""From a recording's part file to a finished file: its index, its verdict, its name."""

import logging
from collections.abc import Callable
from pathlib import Path

from studio.errors import OutputError, RepairError, SegmentError
from studio.repair.recluster import recluster
from studio.repair.refragment import refragment
from studio.segments.model import Family
from studio.streams.gop_model import unreadable
from studio.transcode.publish import incomplete_name, publish, remove_parts, sync_file
from studio.verdict.examine import Examination, examine
from studio.verdict.prediction import Foreseen
from studio.verdict.summary import FATAL

log = logging.getLogger(__name__)

_WORKS = frozenset({Foreseen.PLAYS, Foreseen.UNSUPPORTED})


def finished(part: Path, target: Path) -> tuple[Path, Examination]:
    """Make a finished file of what was recorded and give it a name that is free.

    Args:
        part: whole segments behind an init segment; gone afterwards.
        target: the wanted path.

    Returns:
        The path it has, and its verdict.

    Raises:
        OSError: it could not be given a name; the part file is left.
        SegmentError: it will not play; it is kept under another name, which is told.
    """
    made, verdict = _mended(part)
    if _plays(verdict):
        sync_file(made)
        path = publish(made, target)
        remove_parts(part)
        return path, verdict
    kept = publish(part, incomplete_name(target))
    remove_parts(part)
    worst = verdict.findings[0].message if verdict.findings else ""
    raise SegmentError(
        "What was recorded will not play everywhere.",
        hint=f"It was kept as “{kept.name}”; it can be checked and repaired.",
        detail=worst,
    )


def _mended(part: Path) -> tuple[Path, Examination]:
    """Return a copy with duration and index, or the part file where there is no room for one."""
    before = examine(part)
    write: Callable[[Path, Path], object] = refragment
    if before.media.map.family is Family.WEBM:
        write = recluster
    if not before.media.map.segments:
        raise unreadable("no whole segment")
    made = part.with_name(f"{part.name}.mended")
    try:
        write(part, made)
        after = examine(made)
        if _plays(after):
            return made, after
        log.info("a recording's copy would not play: %s", after.findings[:1])
    except (RepairError, OutputError, SegmentError) as error:
        log.info("a recording gets no index: %s %s", error.what, error.detail)
    made.unlink(missing_ok=True)
    return part, before


def _plays(verdict: Examination) -> bool:
    """Tell whether nothing speaks against it, in any engine that knows its codecs."""
    return not any(finding.severity in FATAL for finding in verdict.findings) and all(
        prediction.foreseen in _WORKS for prediction in verdict.predictions
    )
