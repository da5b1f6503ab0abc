"""The lossless operations by their ids, with one kind of report."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from studio.errors import RepairError
from studio.repair.changes import Change, Deed, KeptTrack
from studio.repair.recluster import recluster
from studio.repair.refragment import refragment
from studio.repair.refragment_plan import RefragmentReport
from studio.segments.model import TrackKind

RECLUSTER, REFRAGMENT, SPLIT = "recluster", "refragment", "split"
OPERATIONS = (RECLUSTER, REFRAGMENT, SPLIT)


@dataclass(frozen=True, slots=True)
class Done:
    """What an operation says that it did, which the proof then holds against it.

    ``kept`` is None when the operation does not name its tracks; ``left_out`` then counts
    the frames missing at the beginning. ``retimed``: some frames got new times.
    """

    target: Path
    changes: tuple[Change, ...]
    kept: tuple[KeptTrack, ...] | None
    left_out: int = 0
    retimed: bool = False
    shift_s: Fraction = Fraction(0)


def run_operation(
    operation: str,
    source: Path,
    target: Path,
    *,
    only: TrackKind | None = None,
    on_progress: Callable[[float], None] | None = None,
) -> Done:
    """Write ``source`` anew to ``target`` by an operation other than splitting.

    Raises:
        RepairError: the operation does not suit the file, or is not known.
        SegmentError: the source cannot be read.
        OutputError: the target cannot be written.
    """
    if operation == RECLUSTER:
        report = recluster(source, target, only=only, on_progress=on_progress)
        return Done(target, report.changes, report.kept, shift_s=report.shift_s)
    if operation == REFRAGMENT:
        made = refragment(source, target, split=only, on_progress=on_progress)
        retimed = bool(made.restarts or made.overlaps or made.gaps or made.delay_s)
        changes = tuple(_fragment_changes(made, only))
        return Done(target, changes, None, made.leading_frames, retimed, made.moved_s)
    raise RepairError(
        f"There is no repair called “{operation}”.", hint=f"There are: {', '.join(OPERATIONS)}."
    )


def _fragment_changes(made: RefragmentReport, only: TrackKind | None) -> Iterator[Change]:
    yield Change(Deed.FRAGMENTED, made.fragments)
    counted = (
        (Deed.KEYFRAMES_MARKED, made.resynced_frames),
        (
            Deed.TIMES_MENDED,
            made.restarts + made.overlaps + made.gaps + bool(made.delay_s),
        ),
        (Deed.EMPTY_FRAMES_LEFT_OUT, made.empty_frames),
        (Deed.FIRST_FRAMES_LEFT_OUT, made.leading_frames),
        (Deed.CUT_END_LEFT_OUT, int(made.truncated)),
    )
    yield from (Change(deed, count) for deed, count in counted if count)
    if made.moved_s:
        yield Change(Deed.TIMES_SHIFTED, text=f"{float(made.moved_s):+.3f}")
    if made.revealed_s:
        yield Change(Deed.EDITS_REVEALED, text=f"{float(made.revealed_s):.3f}")
    if made.renamed_entry:
        yield Change(Deed.ENTRY_RENAMED, text=made.renamed_entry)
    if only is None:
        yield from (Change(Deed.TRACK_LEFT_OUT, text=str(n)) for n in made.dropped_tracks)
