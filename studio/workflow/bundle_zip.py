"""A folder as one zip: the same bytes for the same files, whole or not at all, of any size."""

import hashlib
import os
import secrets
import zipfile
from collections.abc import Callable
from pathlib import Path

from studio.transcode.publish import part_path, publish, sync_file

BLOCK_BYTES = 1 << 20
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The time of every file: the earliest a zip can tell, so that equal bundles are equal."""
_MODE = 0o100644
_PACKED = frozenset({".css", ".html", ".js", ".json", ".m3u8", ".mpd", ".txt"})
_ROOM_BYTES = 1 << 30
"""From here on an entry gets sizes of 64 bits, so that it may come out larger."""

OnBytes = Callable[[int], None]


def files_of(folder: Path) -> list[str]:
    """Return the names of all files below a folder, with slashes, in one fixed order."""
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def sums_of(folder: Path, on_bytes: OnBytes) -> str:
    """Return SHA-256 of all files, as ``sha256sum -c`` reads it.

    Args:
        folder: read with all that is below.
        on_bytes: hears how many were read, again and again; may raise to stop.
    """
    lines = []
    for name in files_of(folder):
        digest = hashlib.sha256()
        with (folder / name).open("rb") as file:
            while block := file.read(BLOCK_BYTES):
                digest.update(block)
                on_bytes(len(block))
        lines.append(f"{digest.hexdigest()}  {name}\n")
    return "".join(lines)


def zip_folder(folder: Path, target: Path, on_bytes: OnBytes) -> Path:
    """Write a folder as a zip; its files stand in one folder of the zip's name.

    Args:
        folder: to be packed.
        target: the zip; when its name is taken meanwhile, it gets a number.
        on_bytes: hears how many were read, again and again; may raise to stop.

    Returns:
        The path it has now.

    Raises:
        OSError: it cannot be written; nothing is left then.
    """
    part = part_path(target, secrets.token_hex(6))
    try:
        with zipfile.ZipFile(part, "x", allowZip64=True) as made:
            for name in files_of(folder):
                _add(made, folder / name, f"{target.stem}/{name}", on_bytes)
        sync_file(part)
        return publish(part, target)
    finally:
        part.unlink(missing_ok=True)


def _add(made: zipfile.ZipFile, path: Path, name: str, on_bytes: OnBytes) -> None:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.external_attr, entry.create_system = _MODE << 16, 3
    packed = path.suffix.lower() in _PACKED
    entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    size = os.stat(path).st_size  # noqa: PTH116 (as it is, also through a link)
    with path.open("rb") as file, made.open(entry, "w", force_zip64=size >= _ROOM_BYTES) as out:
        while block := file.read(BLOCK_BYTES):
            out.write(block)
            on_bytes(len(block))
