"""Any MP4 as a clean fragmented MP4, without coding anything anew.

This is the cure for what browsers refuse or play wrongly: plain MP4 files, fragments that
begin in the middle of a group of pictures, samples in moov, addresses and times that do not
say what they should, edit lists that engines read differently.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from studio.errors import RepairError, SegmentError
from studio.repair import mp4_writer as writer
from studio.repair.mp4_init import InitTrack, init_segment
from studio.repair.new_file import created, nobody_listens
from studio.repair.refragment_copy import FrameCopier, joined
from studio.repair.refragment_cuts import Cut, runs_of
from studio.repair.refragment_plan import (
    RefragmentReport,
    RepairPlan,
    index_of,
    make_plan,
    report_of,
)
from studio.segments.model import TrackKind

BUFFER_BYTES = 1 << 20


def refragment(
    source: Path,
    target: Path,
    *,
    split: TrackKind | None = None,
    on_progress: Callable[[float], None] | None = None,
) -> RefragmentReport:
    """Write ``source`` anew as fragmented MP4, one fragment for each group of pictures.

    Frames are copied byte for byte; picture and sound keep their times relative to each
    other, and the first of them is shown at 0. Of several tracks of a kind the first is
    kept. ``target`` is removed again when anything fails, also when ``on_progress`` raises.

    Args:
        source: an MP4 or QuickTime file, fragmented or not.
        target: the file to write; an existing one is replaced.
        split: write only the picture, or only the sound.
        on_progress: gets fractions from 0 to 1.

    Raises:
        RepairError: copying frames cannot make this file playable.
        SegmentError: the source is not a readable MP4 file.
        OutputError: the target cannot be written.
    """
    if target.exists() and source.exists() and target.samefile(source):
        raise RepairError("The repaired file would overwrite its own source.")
    before = _identity(source)
    plan = make_plan(source, split)
    with _opened(source) as reading, created(target, BUFFER_BYTES) as file:
        size = _write(plan, FrameCopier(reading, file), file, on_progress or nobody_listens)
        if _identity(source) != before:
            raise RepairError("The file changed while it was read.", hint="Try again.")
    return report_of(plan, size)


def _identity(path: Path) -> tuple[int, int, int]:
    """Return what changes when somebody writes into a file."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0, 0)
    return found.st_size, found.st_mtime_ns, found.st_ino


@contextmanager
def _opened(source: Path) -> Iterator[BinaryIO]:
    try:
        file = source.open("rb", buffering=0)
    except OSError as error:
        raise SegmentError(
            f"“{source.name}” cannot be read.",
            hint="Check the drive and the permissions.",
            detail=str(error),
        ) from error
    with file:
        yield cast(BinaryIO, file)


def _write(
    plan: RepairPlan, copier: FrameCopier, file: BinaryIO, on_progress: Callable[[float], None]
) -> int:
    """Write the whole file and return its length in bytes."""
    init = [
        InitTrack(track.source, track.entry.data, clock.timescale, clock.media_time)
        for track, clock in zip(plan.tracks, plan.clocks, strict=True)
    ]
    file.write(init_segment(plan.movie, init, plan.duration_s))
    index_at = file.tell()
    per_entry = -(-len(plan.cuts) // writer.MAX_REFERENCES)
    file.write(bytes(writer.sidx_size(-(-len(plan.cuts) // per_entry))))
    sizes = []
    for number, cut in enumerate(plan.cuts):
        begin = file.tell()
        runs = runs_of(plan.tracks, plan.clocks, cut)
        file.write(writer.moof(number + 1, runs))
        file.write(writer.mdat_header(sum(run.data_size for run in runs)))
        copier.copy(joined(_places(plan, cut)))
        sizes.append(file.tell() - begin)
        on_progress((number + 1) / len(plan.cuts))
    end = file.tell()
    file.seek(index_at)
    file.write(index_of(plan, sizes, per_entry))
    file.seek(end)
    return end


def _places(plan: RepairPlan, cut: Cut) -> Iterator[tuple[int, int]]:
    """Yield where a fragment's frames lie in the source, in the order they are written."""
    for track, (first, last) in zip(plan.tracks, cut.spans, strict=True):
        rows, table = track.rows[first:last], track.table
        offsets = map(table.offsets.__getitem__, rows)
        yield from zip(offsets, map(table.sizes.__getitem__, rows), strict=True)
