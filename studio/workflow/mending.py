"""Repairs a file into a new one: part files beside the target, then their names."""

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studio.errors import OutputError
from studio.repair.mend import MendReport, mend
from studio.repair.operations import SPLIT
from studio.transcode.publish import give_name, refuse_source, sync_file

SPLIT_ENDINGS = ("-video", "-audio")


@dataclass(frozen=True, slots=True)
class MendOutcome:
    """What a repair came to, and the files that it left: none when nothing was wrong."""

    report: MendReport
    outputs: tuple[Path, ...]


def mend_file(
    source: Path,
    target: Path,
    *,
    operation: str | None = None,
    split: bool = False,
    on_progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> MendOutcome:
    """Repair ``source`` into ``target``; the source and every existing file stay as they are.

    Args:
        source: a WebM, Matroska or MP4 file.
        target: the file to make; splitting makes ``NAME-video`` and ``NAME-audio`` of it.
        operation: an id of ``studio.repair.operations``; None chooses by what is wrong.
        split: write picture and sound to files of their own.
        on_progress: gets fractions from 0 to 1.
        cancel: when set, the work stops with an error and nothing is left.

    Raises:
        RepairError: copying cannot cure this file, or the result could not be proven.
        SegmentError: the source cannot be read.
        OutputError: a target exists already or cannot be written.
    """
    wanted = SPLIT if split else operation
    targets = split_targets(target)
    for path in (target, *targets):
        refuse_source(path, source)
    _refuse_existing(targets if wanted == SPLIT else (target,))
    parts = tuple(p.with_name(f".{p.name}.part-{os.getpid()}") for p in targets)
    try:
        report = mend(source, parts, operation=wanted, on_progress=on_progress, cancel=cancel)
        names = targets if report.operation == SPLIT else (target,)
        made = [mended.path for mended in report.results]
        outputs = _publish(made, names)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)
    return MendOutcome(report, outputs)


def split_targets(target: Path) -> tuple[Path, ...]:
    """Return ``NAME-video.webm`` and ``NAME-audio.webm`` for ``NAME.webm``."""
    return tuple(target.with_stem(target.stem + ending) for ending in SPLIT_ENDINGS)


def _refuse_existing(paths: tuple[Path, ...]) -> None:
    for path in paths:
        if os.path.lexists(path):
            raise OutputError(
                f"{path.name} exists already.", hint="Choose another name; nothing was replaced."
            )


def _publish(parts: list[Path], names: tuple[Path, ...]) -> tuple[Path, ...]:
    """Give finished part files their names, all of them or none, replacing nothing."""
    named: list[Path] = []
    try:
        for part, name in zip(parts, names, strict=False):
            sync_file(part)
            give_name(part, name)
            named.append(name)
    except OSError as error:
        for name in named:
            name.unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            what = f"{names[len(named)].name} exists already."
            raise OutputError(what, hint="Nothing was replaced.") from error
        raise OutputError(
            f"{names[len(named)].name} could not be written.",
            hint="Check the folder and the space on its drive.",
            detail=str(error),
        ) from error
    return tuple(named)
