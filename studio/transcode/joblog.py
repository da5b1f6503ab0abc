"""The log of one job on the disk: written as it goes, bounded, and never the job's problem."""

import logging
import threading
import time
from io import FileIO
from pathlib import Path

from studio.transcode.model import JobOutcome

log = logging.getLogger(__name__)

LOG_CAP_BYTES = 20_000_000
"""A log file never gets longer; of a longer one head and tail are kept."""

KEPT_SHARE = 4
"""Head and tail are a quarter of the cap each, so that shortening is seldom needed."""

_COPY_BYTES = 1 << 16
_MARK_BYTES = 80
_UNSEEN = (
    *range(0x09), *range(0x0A, 0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x2028, 0x202F),
    *range(0x2066, 0x206A), 0xFEFF,
)  # fmt: skip
"""Control characters and those that turn the direction of text; a tab may stay."""

_ESCAPES = {sign: f"\\x{sign:02x}" if sign < 0x100 else f"\\u{sign:04x}" for sign in _UNSEEN}


class JobLog:
    """Writes lines from any thread. A log that cannot be written is given up, silently.

    Args:
        path: the file, begun anew; None for no log.
        cap_bytes: the most the file may hold.
    """

    def __init__(self, path: Path | None, cap_bytes: int = LOG_CAP_BYTES) -> None:
        self._cap_bytes, self._kept_bytes = cap_bytes, cap_bytes // KEPT_SHARE
        self._lock = threading.Lock()
        self._size = self._head_end = self._left_out = 0
        self._file: FileIO | None = None
        if path is None:
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = FileIO(path, "wb+")
        except OSError as error:
            self._give_up(error)

    def line(self, text: str) -> None:
        """Add one line; what could do something to a terminal is escaped."""
        data = (escaped(text) + "\n").encode("utf-8", "backslashreplace")
        with self._lock:
            if self._file is None:
                return
            try:
                if self._size + len(data) <= self._kept_bytes:
                    self._head_end = self._size + len(data)
                elif self._size + len(data) > self._cap_bytes:
                    self._shorten(self._file)
                self._size += self._file.write(data)
            except OSError as error:
                self._give_up(error)

    def heading(self, text: str) -> None:
        """Begin a part of the log, with the time."""
        self.line(f"== {time.strftime('%Y-%m-%d %H:%M:%S')} {text}")

    def block(self, text: str) -> None:
        """Add text of several lines."""
        for line in text.splitlines():
            self.line(line)

    def outcome(self, outcome: JobOutcome) -> None:
        """Write how the job ended, but for ffmpeg's own words, which are there already."""
        self.heading(f"ended: {outcome.state}")
        for text in (outcome.what, outcome.hint, *outcome.warnings):
            if text:
                self.line(text)
        facts = outcome.facts
        if facts is not None:
            seconds = "?" if facts.duration_us is None else f"{facts.duration_us / 1e6:.3f}"
            self.line(f"{facts.size_bytes} bytes, {seconds} s, {facts.segments} segments")
            if facts.longest_gop is not None:
                self.line(f"GOP {facts.shortest_gop} to {facts.longest_gop} frames")
        for word, path in (("result", outcome.output), ("kept", outcome.kept)):
            if path is not None:
                self.line(f"{word}: {path}")

    def close(self) -> None:
        """Write nothing more."""
        with self._lock:
            if self._file is not None:
                self._close(self._file)
            self._file = None

    def _shorten(self, file: FileIO) -> None:
        """Move the newest lines up behind the oldest, so that the file is short again."""
        source = self._line_after(file, self._size - self._kept_bytes)
        self._left_out += source - self._head_end - (_MARK_BYTES if self._left_out else 0)
        mark = f"... about {self._left_out} bytes are left out here ..."
        file.seek(self._head_end)
        file.write(f"{mark:<{_MARK_BYTES - 1}}\n".encode())
        target = self._head_end + _MARK_BYTES
        while source < self._size:
            file.seek(source)
            data = file.read(min(_COPY_BYTES, self._size - source))
            if not data:
                break
            file.seek(target)
            file.write(data)
            source, target = source + len(data), target + len(data)
        file.truncate(target)
        file.seek(target)
        self._size = target

    @staticmethod
    def _line_after(file: FileIO, place: int) -> int:
        """Return where the next line begins; lines are shorter than what is read here."""
        file.seek(place)
        data = file.read(_COPY_BYTES) or b""
        return place + data.find(b"\n") + 1

    def _give_up(self, error: OSError) -> None:
        log.info("a job's log is not written: %s", error)
        if self._file is not None:
            self._close(self._file)
        self._file = None

    @staticmethod
    def _close(file: FileIO) -> None:
        try:
            file.close()
        except OSError as error:
            log.info("closing a job's log: %s", error)


def escaped(text: str) -> str:
    """Return text in which control characters are written as escapes."""
    return text if text.isprintable() else text.translate(_ESCAPES)
