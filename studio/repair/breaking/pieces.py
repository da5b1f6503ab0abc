"""A file to be written, as pieces: bytes made anew, and stretches of the source to copy."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from studio.errors import OutputError, RepairError

COPY_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Copy:
    """``size`` bytes of the source, from ``offset`` on, as they are."""

    offset: int
    size: int


@dataclass(frozen=True, slots=True)
class Put:
    """Bytes made anew; ``changed`` marks the ones that break the rule."""

    data: bytes
    changed: bool = False


@dataclass(frozen=True, slots=True)
class SizeField:
    """Room for a big-endian number of ``width`` bytes: how much follows up to the file's end.

    ``prefix`` is set over its highest bits (EBML's length mark).
    """

    width: int
    prefix: int = 0


Piece = Copy | Put | SizeField


def length(pieces: Iterable[Piece]) -> int:
    """Return how many bytes some pieces make."""
    return sum(_length(piece) for piece in pieces)


def _length(piece: Piece) -> int:
    if isinstance(piece, Put):
        return len(piece.data)
    return piece.size if isinstance(piece, Copy) else piece.width


def changed(pieces: Iterable[Piece]) -> list[Piece]:
    """Mark where some pieces begin as the place of the change."""
    return [Put(b"", changed=True), *pieces]


def write_pieces(source: Path, target: Path, pieces: Iterable[Piece]) -> int:
    """Write a file from pieces of ``source``, under a hidden name until it is whole.

    Returns:
        where in the new file its first changed bytes stand (0 when none is marked).

    Raises:
        OutputError: the target exists already, or cannot be written.
        RepairError: the source changed while it was read.
    """
    places: list[int] = []

    def write(file: BinaryIO) -> None:
        with source.open("rb") as reading:
            places.append(_write(reading, file, pieces))

    _written(target, write)
    return places[0]


def write_new(target: Path, data: bytes) -> None:
    """Write a new file of these bytes.

    Raises:
        OutputError: the target exists already, or cannot be written.
    """

    def write(file: BinaryIO) -> None:
        file.write(data)

    _written(target, write)


def _written(target: Path, write: Callable[[BinaryIO], None]) -> None:
    if target.exists() or target.is_symlink():
        raise OutputError(
            f"“{target.name}” is there already and is not replaced.",
            hint="Choose an empty folder, or remove the file first.",
        )
    part = target.with_name(f".{target.name}.part-{uuid4().hex[:8]}")
    try:
        with part.open("xb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        _give_name(part, target)
    except FileExistsError as error:
        raise OutputError(
            f"“{target.name}” came there in the meantime and is not replaced.",
            hint="Choose an empty folder, or remove the file first.",
        ) from error
    except OSError as error:
        raise OutputError(
            f"“{target.name}” could not be written.",
            hint="Is there room on the drive, and may you write there?",
            detail=str(error),
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _give_name(part: Path, target: Path) -> None:
    """Name the finished file; a file that came there in the meantime stays."""
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:  # a drive without links: take the name first, then move onto it
        target.open("xb").close()
        part.replace(target)


def _write(reading: BinaryIO, file: BinaryIO, pieces: Iterable[Piece]) -> int:
    place: int | None = None
    fields: list[tuple[int, SizeField]] = []
    for piece in pieces:
        if isinstance(piece, Copy):
            _copy(reading, file, piece)
        elif isinstance(piece, Put):
            if piece.changed and place is None:
                place = file.tell()
            file.write(piece.data)
        else:
            fields.append((file.tell(), piece))
            file.write(bytes(piece.width))
    end = file.tell()
    for position, field in fields:
        rest = end - position - field.width
        file.seek(position)
        file.write((field.prefix | rest).to_bytes(field.width, "big"))
    return place or 0


def _copy(reading: BinaryIO, file: BinaryIO, piece: Copy) -> None:
    reading.seek(piece.offset)
    rest = piece.size
    while rest > 0:
        chunk = reading.read(min(rest, COPY_BYTES))
        if not chunk:
            raise RepairError("The file changed while it was read.", hint="Try again.")
        file.write(chunk)
        rest -= len(chunk)
