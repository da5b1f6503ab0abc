"""The files this run serves: registered by map, found by an opaque id, watched for change."""

import os
import secrets
import stat
import threading
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO, Protocol

from studio.errors import InputError
from studio.segments.model import SegmentMap, TrackKind
from studio.segments.stitched import Piece

MIME_TYPES = frozenset({"video/webm", "audio/webm", "video/mp4", "audio/mp4"})
"""The only media types ever answered; never asked of the system's table."""


class FileChangedError(Exception):
    """The file is no longer the one that was registered."""


class Readable(Protocol):
    """Bytes at offsets."""

    def seek(self, offset: int, /) -> int:
        """Go to an offset."""

    def read(self, count: int, /) -> bytes:
        """Return up to so many bytes; none only at the end."""

    def close(self) -> None:
        """Close what is open."""


class Served(Readable, Protocol):
    """What is served, and where it is."""

    @property
    def is_plain(self) -> bool:
        """True when all of it is in one file."""

    def place(self, offset: int, /) -> tuple[int, int]:
        """Return that file's descriptor, and where in the file an offset is."""

    def verify(self) -> None:
        """See whether that file is still what was registered.

        Raises:
            FileChangedError: it is not.
            OSError: it cannot be read.
        """


@dataclass(frozen=True, slots=True)
class Part:
    """``size`` bytes of a file from ``offset`` on, and what the file was when it was read."""

    path: Path
    offset: int
    size: int
    file_bytes: int
    modified_ns: int

    def open(self) -> BinaryIO:
        """Open the file for reading, never through a link put in its place.

        Raises:
            FileNotFoundError: it is gone.
            FileChangedError: another size, time or kind of file than was registered.
            OSError: it cannot be read.
        """
        flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
        flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
        file = os.fdopen(os.open(self.path, flags), "rb", buffering=0)
        try:
            self.verify(file)
        except FileChangedError:
            file.close()
            raise
        return file

    def verify(self, file: BinaryIO) -> None:
        """See whether an open file is still what was registered.

        Raises:
            FileChangedError: another size, time or kind of file.
        """
        found = os.fstat(file.fileno())
        same = found.st_size == self.file_bytes and found.st_mtime_ns == self.modified_ns
        if not (stat.S_ISREG(found.st_mode) and same):
            raise FileChangedError


class _Stitched:
    """Several parts as one; one file is open at a time."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._begins = [*accumulate((part.size for part in parts), initial=0)]
        self._at = 0
        self._file: BinaryIO | None = None
        self._index = -1

    def seek(self, offset: int, /) -> int:
        self._at = offset
        return offset

    def begin(self, offset: int) -> None:
        """Go to an offset, and open the file that is read there."""
        self._at = offset
        if 0 <= offset < self._begins[-1]:
            self._opened(bisect_right(self._begins, offset) - 1)

    def read(self, count: int, /) -> bytes:
        if not 0 <= self._at < self._begins[-1]:
            return b""
        index = bisect_right(self._begins, self._at) - 1
        inside, part = self._at - self._begins[index], self._parts[index]
        file = self._opened(index)
        file.seek(part.offset + inside)
        data = file.read(min(count, part.size - inside))
        part.verify(file)  # it may have been written to since it was opened
        self._at += len(data)
        return data

    @property
    def is_plain(self) -> bool:
        return len(self._parts) == 1

    def place(self, offset: int, /) -> tuple[int, int]:
        return self._opened(0).fileno(), self._parts[0].offset + offset

    def verify(self) -> None:
        self._parts[0].verify(self._opened(0))

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _opened(self, index: int) -> BinaryIO:
        if self._file is None or self._index != index:
            self.close()
            self._file, self._index = self._parts[index].open(), index
        return self._file


@dataclass(frozen=True, slots=True)
class RegisteredFile:
    """One file of this run, or several served as one, as they were when the map was read."""

    file_id: str
    parts: tuple[Part, ...]
    size_bytes: int
    segment_map: SegmentMap

    @property
    def content_type(self) -> str:
        """The answered media type, without codecs."""
        base = self.segment_map.mime.split(";", 1)[0].strip()
        return base if base in MIME_TYPES else "application/octet-stream"

    @property
    def entity_tag(self) -> str:
        """An HTTP entity tag that names these very bytes."""
        newest = max(part.modified_ns for part in self.parts)
        return f'"{self.size_bytes:x}-{newest:x}"'

    def open(self, offset: int) -> Served:
        """Open what is served, at an offset.

        Raises:
            FileNotFoundError: the file there is gone.
            FileChangedError: another size, time or kind of file than was registered; also
                while reading goes on in a further file.
            OSError: it cannot be read.
        """
        whole = _Stitched(self.parts)
        try:
            whole.begin(offset)  # who asks is to be told before the answer begins
        except BaseException:
            whole.close()
            raise
        return whole


class FileRegistry:
    """What may be served, and nothing else. Safe to use from any thread."""

    def __init__(self) -> None:
        self._files: dict[str, RegisteredFile] = {}
        self._lock = threading.Lock()

    def add(self, segment_map: SegmentMap, pieces: Sequence[Piece] = ()) -> str:
        """Register the file of this map, or the pieces it counts in, and return an opaque id.

        Raises:
            InputError: a file is gone or is not the one the map was read from.
        """
        whole = (Piece(segment_map.path, 0, segment_map.size_bytes),)
        parts = tuple(_part(piece) for piece in pieces or whole if piece.size)
        size = sum(part.size for part in parts)
        changed = size != segment_map.size_bytes
        if not parts or changed or (not pieces and parts[0].file_bytes != size):
            raise _changed(segment_map.path.name)
        file_id = secrets.token_hex(8)
        entry = RegisteredFile(file_id, parts, size, segment_map)
        with self._lock:
            self._files[file_id] = entry
        return file_id

    def remove(self, file_id: str) -> None:
        """Stop serving a file; unknown ids are ignored."""
        with self._lock:
            self._files.pop(file_id, None)

    def get(self, file_id: str) -> RegisteredFile | None:
        """Return a registered file, or None."""
        with self._lock:
            return self._files.get(file_id)


def _part(piece: Piece) -> Part:
    """Return a piece with what its file is now.

    Raises:
        InputError: it is gone, or too short.
    """
    try:
        path = piece.path.resolve(strict=True)
        found = path.stat()
    except OSError as error:
        raise InputError(f"{piece.path.name} cannot be read.", detail=str(error)) from error
    if not stat.S_ISREG(found.st_mode) or found.st_size < piece.offset + piece.size:
        raise _changed(piece.path.name)
    return Part(path, piece.offset, piece.size, found.st_size, found.st_mtime_ns)


def _changed(name: str) -> InputError:
    return InputError(f"{name} has changed since it was read.", hint="Read it again.")


def index_json(entry: RegisteredFile) -> dict[str, object]:
    """Return what the player page needs to know of a file; no path is in it."""
    found = entry.segment_map
    video = found.track_of(TrackKind.VIDEO)
    number = video.number if video else None
    segments = [
        {
            "n": position,
            "offset": segment.offset,
            "size": segment.size,
            "start_s": float(segment.start_s),
            "duration_s": float(segment.duration_s),
            "keyframe": segment.keyframe,
            "frames": sum(span.frames for span in segment.spans if span.track == number),
        }
        for position, segment in enumerate(found.segments)
    ]
    tracks = [
        {"kind": track.kind.value, "codec": track.codec_string or track.codec_id}
        for track in found.tracks
    ]
    return {
        "name": found.path.name,
        "mime": found.mime,
        "duration_s": float(found.duration_s),
        "size": entry.size_bytes,
        "frames": found.frames,
        "fragmented": found.fragmented,
        "tracks": tracks,
        "init": {"offset": found.init_offset, "size": found.init_size},
        "segments": segments,
    }
