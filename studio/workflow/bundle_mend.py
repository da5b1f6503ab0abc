"""WebM that players would refuse goes into a bundle as a repaired copy, proven frame by frame."""

import threading
from collections.abc import Callable
from pathlib import Path

from studio.errors import RepairError
from studio.repair.mend import CancelledError, mend
from studio.repair.remedy import choose_cure
from studio.verdict.examine import examine
from studio.verdict.families import EngineFamily
from studio.verdict.model import Finding, Severity
from studio.verdict.summary import FATAL

_WORTH_A_COPY = FATAL | {Severity.SYNC}
_COUNTED = frozenset({EngineFamily.CHROMIUM, EngineFamily.FIREFOX})
Tell = Callable[[float], None]


def mended_copy(
    source: Path, target: Path, *, on_progress: Tell, cancel: threading.Event
) -> str | None:
    """Write a repaired copy where one is called for, and say why; the file itself stays.

    A file with a fault that copying frames cannot cure, as one that was cut off, is not
    repaired: a copy would look whole, and the verdict tells of the file itself.

    Args:
        source: a WebM.
        target: the copy; it is only there when something is returned.
        on_progress: gets fractions from 0 to 1.
        cancel: when set, the work stops.

    Returns:
        A sentence for the user; None where the file is to be taken as it is.

    Raises:
        CancelledError: that was asked for.
        SegmentError: the file cannot be read.
        OutputError: the copy cannot be written.
    """
    seen = examine(source)
    remedy = choose_cure(seen.findings, seen.media.map)
    faults = [finding for finding in remedy.cured if _calls_for_it(finding)]
    if not faults or any(finding.severity in FATAL for finding in remedy.left):
        return None
    try:
        mend(source, [target], on_progress=on_progress, cancel=cancel)
    except CancelledError:
        raise
    except RepairError:
        return None
    codes = ", ".join(dict.fromkeys(fault.code for fault in faults))
    return f"“{source.name}” is in it as a repaired copy ({codes}); the file itself stays as it is."


def _calls_for_it(finding: Finding) -> bool:
    families = {hit.family for hit in finding.hits}
    return finding.severity in _WORTH_A_COPY and (not families or bool(families & _COUNTED))
