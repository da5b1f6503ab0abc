"""One file for the picture and one for the sound: for players with two SourceBuffers."""

from collections.abc import Callable, Sequence
from pathlib import Path

from studio.errors import RepairError
from studio.repair.operations import Done, run_operation
from studio.segments.model import Family, SegmentMap, TrackKind

KINDS = (TrackKind.VIDEO, TrackKind.AUDIO)


def split(
    found: SegmentMap,
    targets: Sequence[Path],
    *,
    on_progress: Callable[[float], None] | None = None,
) -> tuple[Done, Done]:
    """Write the picture of a file to the first target and its sound to the second.

    Both keep the times that they have beside each other. Nothing is left of either when
    anything fails.

    Raises:
        RepairError: the file has not both, or the frames cannot be copied.
        SegmentError: the source cannot be read.
        OutputError: a target cannot be written.
    """
    if any(found.track_of(kind) is None for kind in KINDS):
        raise RepairError(
            "There is nothing to split: the file does not have both picture and sound.",
            hint="Repair it without splitting.",
        )
    operation = "recluster" if found.family is Family.WEBM else "refragment"
    tell = on_progress or _ignore
    done: list[Done] = []
    try:
        for place, (kind, target) in enumerate(zip(KINDS, targets, strict=True)):
            share = _share(tell, place)
            done.append(run_operation(operation, found.path, target, only=kind, on_progress=share))
        picture, sound = done
        if picture.shift_s != sound.shift_s:
            raise RepairError(
                "Picture and sound could not be split without moving one against the other.",
                hint="Repair it without splitting.",
                detail=f"{float(picture.shift_s)} s, {float(sound.shift_s)} s",
            )
    except BaseException:
        for target in targets[: len(done)]:
            target.unlink(missing_ok=True)
        raise
    return picture, sound


def _share(tell: Callable[[float], None], place: int) -> Callable[[float], None]:
    return lambda fraction: tell((place + fraction) / len(KINDS))


def _ignore(_fraction: float) -> None:
    """Stand in for a listener."""
