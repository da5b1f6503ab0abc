"""Whether a package that was written holds what its playlists list, and plays as it should."""

from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from studio.errors import RepairError, SegmentError
from studio.segments.cuts import ListedCut
from studio.segments.manifests import read_presentation
from studio.segments.presentation import Rendition as ListedRendition
from studio.streams.package import MANIFEST, MASTER, Rendition
from studio.verdict.examine import examine_source
from studio.verdict.model import Finding, Severity
from studio.verdict.summary import FATAL

_CLOSE_S = Fraction(1, 1000)
"""Playlists round to millionths of a second, manifests to ticks."""
_REFUSED = FATAL | {Severity.SYNC}


def check_package(folder: Path, wanted: tuple[Rendition, ...]) -> tuple[Finding, ...]:
    """Read a package back, by its playlist and by its manifest, and hold it against the plan.

    Args:
        folder: the package.
        wanted: what it was made of.

    Returns:
        What is remarked on its media and does not keep it from being played.

    Raises:
        RepairError: something is missing, has other times, begins without a keyframe, or the
            verdict is that browsers will not play it.
    """
    remarks: list[Finding] = []
    for name in (MASTER, MANIFEST):
        try:
            listed = read_presentation(folder / name)
        except SegmentError as error:
            raise _wrong(error.what) from error
        if len(listed.renditions) != len(wanted):
            raise _wrong(f"{name} lists {len(listed.renditions)} of {len(wanted)} renditions")
        for rendition in listed.renditions:
            plan = _plan_of(rendition, wanted)
            _check_times(rendition, plan)
            if name == MASTER:
                remarks += _judge(rendition)
    return tuple(remarks)


def _plan_of(listed: ListedRendition, wanted: tuple[Rendition, ...]) -> Rendition:
    """Return what a listed rendition should be: the paths of its files tell."""
    first = listed.pieces[0].path
    for plan in wanted:
        if plan.name in {first.stem, first.parent.name}:
            return plan
    raise _wrong(f"nobody planned {first.name}")


def _check_times(listed: ListedRendition, plan: Rendition) -> None:
    """Compare where segments begin, how long they are said to be, and that they are seekable."""
    fragments = {fragment.start_s: fragment for fragment in listed.map.segments}
    starts = [max(Fraction(0), start) for start in sorted(fragments)]
    for cut in plan.cuts:
        place = min(range(len(starts)), key=lambda n: abs(starts[n] - cut.start_s))
        fragment = listed.map.segments[place]
        if abs(starts[place] - cut.start_s) > _CLOSE_S or not fragment.keyframe:
            raise _wrong(f"{plan.name}: no keyframe at {float(cut.start_s):.3f} s")
    if len(listed.segments) == len(plan.cuts):
        _check_declared(listed, plan.cuts, plan.name)
    elif len(listed.segments) != 1:
        raise _wrong(f"{plan.name}: {len(listed.segments)} of {len(plan.cuts)} segments")
    if any(after.start_s < before.start_s for before, after in pairwise(listed.map.segments)):
        raise _wrong(f"{plan.name}: its times go back")


def _check_declared(listed: ListedRendition, cuts: tuple[ListedCut, ...], name: str) -> None:
    for segment, cut in zip(listed.segments, cuts, strict=True):
        told = segment.declared_s
        if told is not None and abs(told - cut.duration_s) > _CLOSE_S:
            raise _wrong(f"{name}: a segment of {float(cut.duration_s)} s is said to be {told} s")


def _judge(listed: ListedRendition) -> list[Finding]:
    """Return the remarks on a rendition.

    Raises:
        RepairError: browsers will not play it.
    """
    with listed.open() as source:
        found = examine_source(source, listed.map.path, models=()).findings
    worst = next((one for one in found if one.severity in _REFUSED), None)
    if worst is not None:
        raise RepairError(
            f"The package would not play everywhere: {worst.message}",
            hint=worst.remedy,
            detail=worst.code,
        )
    return [one for one in found if one.severity is not Severity.INFO]


def _wrong(detail: str) -> RepairError:
    return RepairError(
        "The package was not written as planned; it was removed again.",
        hint="Is there room on the drive?",
        detail=detail,
    )
