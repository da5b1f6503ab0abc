"""The files this run serves: registered by map, found by an opaque id, watched for change."""

import os
import secrets
import stat
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from studio.errors import InputError
from studio.segments.model import SegmentMap, TrackKind

MIME_TYPES = frozenset({"video/webm", "audio/webm", "video/mp4", "audio/mp4"})
"""The only media types ever answered; never asked of the system's table."""


class FileChangedError(Exception):
    """The file is no longer the one that was registered."""


@dataclass(frozen=True, slots=True)
class RegisteredFile:
    """One file of this run, as it was when its map was read."""

    file_id: str
    path: Path
    size_bytes: int
    modified_ns: int
    segment_map: SegmentMap

    @property
    def content_type(self) -> str:
        """The answered media type, without codecs."""
        base = self.segment_map.mime.split(";", 1)[0].strip()
        return base if base in MIME_TYPES else "application/octet-stream"

    @property
    def entity_tag(self) -> str:
        """An HTTP entity tag that names these very bytes."""
        return f'"{self.size_bytes:x}-{self.modified_ns:x}"'

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
        found = os.fstat(file.fileno())
        same = found.st_size == self.size_bytes and found.st_mtime_ns == self.modified_ns
        if not (stat.S_ISREG(found.st_mode) and same):
            file.close()
            raise FileChangedError
        return file


class FileRegistry:
    """What may be served, and nothing else. Safe to use from any thread."""

    def __init__(self) -> None:
        self._files: dict[str, RegisteredFile] = {}
        self._lock = threading.Lock()

    def add(self, segment_map: SegmentMap) -> str:
        """Register the file of this map and return its opaque id.

        Raises:
            InputError: the file is gone or is not the one the map was read from.
        """
        name = segment_map.path.name
        try:
            path = segment_map.path.resolve(strict=True)
            found = path.stat()
        except OSError as error:
            raise InputError(f"{name} cannot be read.", detail=str(error)) from error
        if not stat.S_ISREG(found.st_mode) or found.st_size != segment_map.size_bytes:
            raise InputError(f"{name} has changed since it was read.", hint="Read it again.")
        file_id = secrets.token_hex(8)
        entry = RegisteredFile(file_id, path, found.st_size, found.st_mtime_ns, segment_map)
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
