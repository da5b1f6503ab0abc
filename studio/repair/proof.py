"""The proof of a repair: the same frames at the same times, and an untouched source."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from studio.errors import RepairError, SegmentError
from studio.repair.changes import KeptTrack
from studio.repair.proof_digest import digests
from studio.repair.proof_frames import FrameRun, run_of, with_cut_end
from studio.repair.proof_times import presented_shift
from studio.repair.refragment_addresses import readdressed
from studio.segments.frames import MediaFrames
from studio.segments.model import FactKind, TrackKind
from studio.verdict.examine import Examination

SYNC_TOLERANCE_S = Fraction(1, 1000)
"""Tracks may move against each other by rounding alone."""

Stamp = tuple[int, int, int]
"""Size, time of the last change in ns, and the file's number on its drive."""


def stamp_of(path: Path) -> Stamp:
    """Return what changes when a file is written to.

    Raises:
        SegmentError: it is not there.
    """
    try:
        found = path.stat()
    except OSError as error:
        raise SegmentError(
            f"“{path.name}” cannot be read.",
            hint="Check the drive and the permissions.",
            detail=str(error),
        ) from error
    return found.st_size, found.st_mtime_ns, found.st_ino


@dataclass(frozen=True, slots=True)
class TrackProof:
    """One track's frames, found again in the result: how many, and the digest of all.

    ``skipped`` counts frames at its beginning that the repair left out. ``shift_s`` is what
    was added to all its times; None when the repair had to make new ones.
    """

    source: int
    target: int
    frames: int
    digest: str
    skipped: int = 0
    shift_s: Fraction | None = Fraction(0)


@dataclass(frozen=True, slots=True)
class Proof:
    """What was compared: ``tracks`` are equal in source and result, else there is no proof."""

    tracks: tuple[TrackProof, ...]

    @property
    def frames(self) -> int:
        """Frames of all tracks."""
        return sum(track.frames for track in self.tracks)


def prove(
    before: Examination,
    after: Examination,
    *,
    stamp: Stamp,
    kept: Sequence[KeptTrack] | None = None,
    left_out: int = 0,
    retimed: bool = False,
    on_progress: Callable[[float], None] | None = None,
) -> Proof:
    """Compare source and result, frame by frame, as the reader of any file sees them.

    Args:
        before: the file that was repaired.
        after: what the repair wrote.
        stamp: of the source, from before it was examined.
        kept: which tracks went where, and how many frames of each are left out; when it is
            not known, the tracks of the result are taken for the first of their kind.
        left_out: how many frames at the beginning of tracks are missing, without ``kept``.
        retimed: the repair says that it had to make new times.
        on_progress: gets fractions from 0 to 1.

    Raises:
        RepairError: a frame is missing, differs, comes at another time, or the source
            changed meanwhile.
        SegmentError: one of the files cannot be read.
    """
    tell = on_progress or _ignore
    source = before.media.map.path
    given = with_cut_end(readdressed(before.media), source)
    pairs = _paired(given, after.media, left_out) if kept is None else tuple(kept)
    tracks = _compared(given, after.media, pairs, retimed, tell)
    if stamp_of(source) != stamp:
        raise RepairError(
            f"“{source.name}” changed while it was repaired.",
            hint="Try again once nothing writes to it.",
        )
    return Proof(tracks)


def _ignore(_fraction: float) -> None:
    """Stand in for a listener."""


def _paired(before: MediaFrames, after: MediaFrames, left_out: int) -> tuple[KeptTrack, ...]:
    """Match each track of the result with the source's first of its kind that has frames."""
    pairs = []
    for table in after.tables:
        found = next(
            (
                other
                for other in before.tables
                if other.track.kind is table.track.kind and len(other) and other.track.codec_string
            ),
            None,
        )
        if found is None or table.track.kind is TrackKind.OTHER:
            raise _unproven(f"track {table.track.number} is not in the source")
        skipped = len(run_of(before, found)) - len(table)
        pairs.append(KeptTrack(found.track.number, table.track.number, skipped))
    skipped = sum(pair.skipped for pair in pairs)
    if skipped != left_out or any(pair.skipped < 0 for pair in pairs):
        raise _unproven(f"{skipped} frames are missing, {left_out} were said to be")
    return tuple(pairs)


def _compared(
    before: MediaFrames,
    after: MediaFrames,
    pairs: Sequence[KeptTrack],
    retimed: bool,
    tell: Callable[[float], None],
) -> tuple[TrackProof, ...]:
    wanted, found = _runs(before, after, pairs)
    laced = any(fact.kind is FactKind.LACING for fact in before.map.facts)
    shifts: list[Fraction | None] = [None] * len(pairs)
    if not retimed:
        shifts = [presented_shift(a, b, laced=laced) for a, b in zip(wanted, found, strict=True)]
        _require_one_shift(shifts)
    old = digests(before.map.path, wanted, lambda done: tell(done / 2))
    new = digests(after.map.path, found, lambda done: tell(0.5 + done / 2))
    if old != new:
        raise _unproven("the frames' bytes differ")
    return tuple(
        TrackProof(pair.source, pair.target, len(run), digest, pair.skipped, shift)
        for pair, run, digest, shift in zip(pairs, found, new, shifts, strict=True)
    )


def _runs(
    before: MediaFrames, after: MediaFrames, pairs: Sequence[KeptTrack]
) -> tuple[list[FrameRun], list[FrameRun]]:
    """Return the frames that must be there and those that are, of each track."""
    wanted, found = [], []
    for pair in pairs:
        source, target = before.table_of(pair.source), after.table_of(pair.target)
        if source is None or target is None or not len(target):
            raise _unproven(f"track {pair.source} is not in the result")
        run = run_of(before, source, pair.prefix).without_first(pair.skipped)
        if len(run) != len(target):
            raise _unproven(f"track {pair.source}: {len(run)} frames became {len(target)}")
        wanted.append(run)
        found.append(run_of(after, target))
    if sorted(pair.target for pair in pairs) != sorted(t.track.number for t in after.tables):
        raise _unproven("the result has a track that nobody asked for")
    return wanted, found


def _require_one_shift(shifts: Sequence[Fraction | None]) -> None:
    moved = [shift for shift in shifts if shift is not None]
    if len(moved) != len(shifts):
        raise _unproven("the times of a track are not those of the source")
    if max(moved) - min(moved) > SYNC_TOLERANCE_S:
        raise _unproven(f"the tracks moved against each other: {[float(s) for s in moved]}")


def _unproven(detail: str) -> RepairError:
    return RepairError(
        "The repaired file does not hold the very same frames, so it was thrown away.",
        hint="Please send us the details; transcoding the file is the way meanwhile.",
        detail=detail,
    )
