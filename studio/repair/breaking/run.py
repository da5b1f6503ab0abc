"""Breaks a sound file in every way that it can be broken, one file for each."""

import json
import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from studio.errors import OutputError, RepairError
from studio.repair.breaking.model import Breaker, open_media
from studio.repair.breaking.pieces import write_new
from studio.repair.breaking.table import BREAKERS
from studio.segments.reader import read_segment_map
from studio.verdict.model import Severity
from studio.verdict.rules import static_findings

log = logging.getLogger(__name__)

MANIFEST_NAME = "manifest.json"
MANIFEST_SCHEMA = 1
_UNSOUND = frozenset({Severity.BLOCK, Severity.LOSS, Severity.STALL})


@dataclass(frozen=True, slots=True)
class BrokenFile:
    """One broken variant that was written; ``offset`` is where its first change stands."""

    path: Path
    breaker: str
    code: str
    words: str
    offset: int


def breakers_for(source: Path, *, codes: Collection[str] = ()) -> tuple[Breaker, ...]:
    """Return the breakers that a file's outline allows, of all rules or of these codes.

    Raises:
        SegmentError: the file cannot be read.
        RepairError: it is neither WebM nor fragmented MP4, or no breaker has such a code.
    """
    wanted = _of_codes(codes)
    with open_media(source) as media:
        return tuple(breaker for breaker in wanted if breaker.applies(media))


def _of_codes(codes: Collection[str]) -> list[Breaker]:
    """Return the breakers of some codes or with some ids; of no codes: all."""
    unknown = [c for c in codes if not any(c in (b.code, b.id) for b in BREAKERS)]
    if unknown:
        raise RepairError(
            f"No breaker has the code “{unknown[0]}”.",
            hint="The option --list names all codes and ids.",
        )
    return [b for b in BREAKERS if not codes or b.code in codes or b.id in codes]


def break_file(
    source: Path,
    folder: Path,
    *,
    codes: Collection[str] = (),
    on_progress: Callable[[float], None] | None = None,
) -> tuple[BrokenFile, ...]:
    """Write the broken variants of a sound file as ``NAME.<breaker-id>.EXT`` into a folder.

    The source stays as it is and no file is ever replaced. What a file has no place for is
    left out. ``manifest.json`` then lists each file, its code, what was done and where.

    Args:
        source: a WebM file or fragmented MP4 without faults of its own.
        folder: where to write; made when it is missing.
        codes: rules (``WEBM-003``) or breakers (``webm-block-order``); all when empty.
        on_progress: gets fractions from 0 to 1.

    Raises:
        SegmentError: the source cannot be read.
        RepairError: the source is not sound itself, or cannot be broken in any such way.
        OutputError: a file is there already, or the folder cannot be written to.
    """
    _refuse_unsound(source)
    chosen = breakers_for(source, codes=codes)
    targets = [folder / file_name(source, breaker) for breaker in chosen]
    _prepare(folder, [*targets, folder / MANIFEST_NAME])
    written = []
    for number, (breaker, target) in enumerate(zip(chosen, targets, strict=True)):
        try:
            offset = breaker.make(source, target)
        except RepairError as error:
            log.info("%s does not suit this file: %s", breaker.id, error.what)
        else:
            written.append(BrokenFile(target, breaker.id, breaker.code, breaker.words, offset))
        if on_progress is not None:
            on_progress((number + 1) / len(chosen))
    if not written:
        raise RepairError(
            f"“{source.name}” cannot be broken in any such way.",
            hint="Try a longer file, with pictures and sound.",
        )
    write_new(folder / MANIFEST_NAME, _manifest(source, written))
    return tuple(written)


def file_name(source: Path, breaker: Breaker) -> str:
    """Return what a broken variant is called."""
    return f"{source.stem}.{breaker.id}{breaker.suffix or source.suffix}"


def _refuse_unsound(source: Path) -> None:
    """Raise when a file is broken already: one could not tell which fault did what."""
    faults = [f for f in static_findings(read_segment_map(source)) if f.severity in _UNSOUND]
    if faults:
        raise RepairError(
            f"“{source.name}” is not sound itself ({faults[0].code}), so a broken variant of it "
            "would prove nothing.",
            hint="Repair it first, then break the repaired file.",
            detail=faults[0].message,
        )


def _prepare(folder: Path, targets: list[Path]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"The folder “{folder.name}” cannot be made.",
            hint="Choose another one.",
            detail=str(error),
        ) from error
    taken = next((t for t in targets if t.exists() or t.is_symlink()), None)
    if taken is not None:
        raise OutputError(
            f"“{taken.name}” is there already and is not replaced.",
            hint="Choose an empty folder, or remove the file first.",
        )


def _manifest(source: Path, written: list[BrokenFile]) -> bytes:
    files = [
        {
            "file": broken.path.name,
            "breaker": broken.breaker,
            "code": broken.code,
            "what": broken.words,
            "offset": broken.offset,
        }
        for broken in written
    ]
    manifest = {"schema": MANIFEST_SCHEMA, "source": source.name, "files": files}
    return (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode()
