"""A whole repair: look, choose, write, prove. Giving the result its name is the caller's."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from studio.errors import RepairError
from studio.repair.changes import Change
from studio.repair.operations import OPERATIONS, SPLIT, Done, run_operation
from studio.repair.proof import Proof, Stamp, prove, stamp_of
from studio.repair.remedy import Remedy, choose_cure, preset_for, usual_preset
from studio.repair.split import split as split_file
from studio.segments.model import SegmentMap
from studio.verdict.examine import Examination, examine
from studio.verdict.model import Finding, Severity
from studio.verdict.prediction import Foreseen
from studio.verdict.summary import FATAL

_LOOKED, _WRITTEN = 0.1, 0.6
"""Shares of the work that are done once the source was read, and once the result is written."""

BY_MODEL = "MODEL-"
"""How the codes of findings begin that a simulated engine makes."""


class CancelledError(RepairError):
    """The user stopped the repair; nothing was written."""


@dataclass(frozen=True, slots=True)
class Mended:
    """One file that a repair wrote, with its proof."""

    path: Path
    proof: Proof
    after: Examination


@dataclass(frozen=True, slots=True)
class MendReport:
    """What a repair came to.

    ``operation`` is empty when nothing had to be repaired: then no file was written.
    ``left`` are the findings of the results that are more than notes; ``preset`` is what
    would cure them, empty when nothing is left that encoding could change.
    """

    source: Path
    before: Examination
    remedy: Remedy
    operation: str = ""
    results: tuple[Mended, ...] = ()
    changes: tuple[Change, ...] = ()
    left: tuple[Finding, ...] = ()
    preset: str = ""

    @property
    def frames(self) -> int:
        """Frames that were found again, byte for byte."""
        return sum(mended.proof.frames for mended in self.results)


def mend(
    source: Path,
    targets: Sequence[Path],
    *,
    operation: str | None = None,
    on_progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> MendReport:
    """Repair a file by copying its frames, and prove that they are the same.

    Args:
        source: a WebM, Matroska or MP4 file; never written to.
        targets: files to write, part files of the caller's; of two the second is only
            written by ``split``. None is left when anything fails.
        operation: an id of ``OPERATIONS``; what the findings call for when it is None.
        on_progress: gets fractions from 0 to 1.
        cancel: when set, the work stops.

    Raises:
        RepairError: copying cannot cure this file, or the result could not be proven;
            CancelledError when it was cancelled.
        SegmentError: the source cannot be read.
        OutputError: a target cannot be written.
    """
    tell = _teller(on_progress, cancel)
    if operation is not None and operation not in OPERATIONS:
        raise RepairError(
            f"There is no repair called “{operation}”.", hint=f"There are: {', '.join(OPERATIONS)}."
        )
    stamp = stamp_of(source)
    before = examine(source)
    remedy = choose_cure(before.findings, before.media.map)
    if operation is None and not remedy.is_needed:
        return MendReport(source, before, remedy)
    chosen = operation or remedy.operation or remedy.attempt
    if not chosen:
        raise _incurable(remedy.left, before.media.map, remedy)
    tell(_LOOKED)
    try:
        done = _run(chosen, before.media.map, targets, lambda f: tell(_scaled(_LOOKED, f)))
        results = _proven(before, stamp, done, lambda f: tell(_scaled(_WRITTEN, f)))
        left = _left(results)
        if operation is None and not _is_better(before, results, left):
            raise _incurable(left, before.media.map, remedy)
        tell(1.0)
    except BaseException:
        for target in targets:
            target.unlink(missing_ok=True)
        raise
    changes = tuple(dict.fromkeys(change for one in done for change in one.changes))
    preset = preset_for(left, before.media.map)
    return MendReport(source, before, remedy, chosen, results, changes, left, preset)


def _teller(
    on_progress: Callable[[float], None] | None, cancel: threading.Event | None
) -> Callable[[float], None]:
    def tell(fraction: float) -> None:
        if cancel is not None and cancel.is_set():
            raise CancelledError("The repair was cancelled; nothing was written.")
        if on_progress is not None:
            on_progress(fraction)

    return tell


def _scaled(begin: float, fraction: float) -> float:
    """Return where the whole work stands when the step that begins there is so far."""
    end = _WRITTEN if begin == _LOOKED else 1.0
    return begin + (end - begin) * fraction


def _run(
    operation: str, found: SegmentMap, targets: Sequence[Path], tell: Callable[[float], None]
) -> tuple[Done, ...]:
    if operation == SPLIT:
        return split_file(found, targets, on_progress=tell)
    return (run_operation(operation, found.path, targets[0], on_progress=tell),)


def _proven(
    before: Examination, stamp: Stamp, done: tuple[Done, ...], tell: Callable[[float], None]
) -> tuple[Mended, ...]:
    mended = []
    for place, one in enumerate(done):
        after = examine(one.target)
        share = _share(tell, place, len(done))
        proof = prove(
            before,
            after,
            stamp=stamp,
            kept=one.kept,
            left_out=one.left_out,
            retimed=one.retimed,
            on_progress=share,
        )
        mended.append(Mended(one.target, proof, after))
    return tuple(mended)


def _share(tell: Callable[[float], None], place: int, count: int) -> Callable[[float], None]:
    return lambda fraction: tell((place + fraction) / count)


def _left(results: Sequence[Mended]) -> tuple[Finding, ...]:
    """Return what is still wrong with the results; one finding of each code."""
    found = (f for mended in results for f in mended.after.findings)
    left: dict[str, Finding] = {}
    for finding in found:
        if finding.severity is not Severity.INFO:
            left.setdefault(finding.code, finding)
    return tuple(left.values())


def _is_better(before: Examination, results: Sequence[Mended], left: Sequence[Finding]) -> bool:
    """Tell whether the repair was worth it.

    No measured engine may take the result worse than the source. Where one did not play the
    source, one must have come further; where all played it, a finding must have gone.
    """
    old, new = _serious(before.findings), _serious(left)
    steps = [
        _RANKS[now.foreseen] - _RANKS[was.foreseen]
        for mended in results
        for was, now in zip(before.predictions, mended.after.predictions, strict=True)
        if was.version and was.foreseen in _RANKS and now.foreseen in _RANKS
    ]
    failed = [p for p in before.predictions if p.version and p.foreseen in _RANKS and not p.plays]
    if any(step > 0 for step in steps):
        return False
    if failed:
        return any(step < 0 for step in steps)
    fatal = {f.code for f in left if f.severity in FATAL and not f.code.startswith(BY_MODEL)}
    return bool(old - new) and not fatal - old


_RANKS = {
    foreseen: rank
    for rank, foreseen in enumerate(
        (
            Foreseen.PLAYS, Foreseen.ENTRY_FAILS, Foreseen.LOSES, Foreseen.STALLS,
            Foreseen.NEVER_STARTS, Foreseen.REFUSED,
        )
    )
}  # fmt: skip


def _serious(findings: Sequence[Finding]) -> set[str]:
    return {finding.code for finding in findings if finding.severity is not Severity.INFO}


def _incurable(left: Sequence[Finding], found: SegmentMap, remedy: Remedy) -> RepairError:
    preset = remedy.preset or preset_for(left, found) or usual_preset(found)
    worst = left[0].message if left else ""
    useless = f" Known not to help: {', '.join(remedy.useless)}." if remedy.useless else ""
    return RepairError(
        "Copying frames cannot cure this file.",
        hint=f"Use the preset {preset}.{useless}",
        detail=worst,
    )
