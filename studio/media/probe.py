"""What is this file? MediaInfo in limited workers, ffmpeg for what it does not know."""

import errno
import logging
import os
import stat
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from studio.errors import InputError
from studio.media.ffmpeg_facts import FfmpegFacts, read_facts_of
from studio.media.inspector import Answer, InspectorPool
from studio.media.merging import CONTAINERS, info_of_facts, info_of_tracks, merged
from studio.media.streams import MediaInfo

log = logging.getLogger(__name__)

TIME_LIMIT_S = 10.0
"""Wall time in seconds in which a probe ends, whatever the file does to the inspectors."""

_MEDIAINFO_SHARE = 0.7
"""ffmpeg gets the rest of the time limit."""

FRESH_S = 2.0
"""A file that changed within the last two seconds may be one that is being written."""

BETWEEN_LOOKS_S = 0.1
"""Two looks at a fresh file are at least this many seconds apart: a copy or a download writes
more often. Slower writers are seen when a job starts, by comparing its source with what was
probed."""

_PLAYLISTS = frozenset({"HLS", "DASH MPD", "ISM", "HDS F4M", "XSPF", "M3U"})
_FIRST_BOXES = frozenset({b"ftyp", b"mdat", b"wide", b"free", b"skip"})
_HINT_OTHER_FILE = "Choose a video or audio file."
_HINT_MOVED = "Check that it was not moved, renamed or deleted."


def probe(path: Path, *, ffmpeg: Path, time_limit_s: float = TIME_LIMIT_S) -> MediaInfo:
    """Tell what one file is. For many files a ``Prober`` is much faster.

    Args:
        path: the file; links are followed.
        ffmpeg: the ffmpeg program, asked for what MediaInfo does not know.
        time_limit_s: wall time in seconds.

    Raises:
        InputError: the file is missing, not a regular file, empty, unreadable, still being
            written, or holds no audio and no video track.
    """
    with Prober(workers=1) as prober:
        return prober.probe(path, ffmpeg=ffmpeg, time_limit_s=time_limit_s)


class Prober:
    """Probes files with workers that stay; to be closed. May be used from any thread.

    Args:
        workers: most MediaInfo processes at the same time; they start when needed.
    """

    def __init__(self, *, workers: int = 2) -> None:
        self._pool = InspectorPool(workers)

    def __enter__(self) -> "Prober":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def probe(self, path: Path, *, ffmpeg: Path, time_limit_s: float = TIME_LIMIT_S) -> MediaInfo:
        """Tell what a file is; arguments and errors are those of the function ``probe``."""
        (answer,) = self.probe_many([path], ffmpeg=ffmpeg, time_limit_s=time_limit_s)
        if isinstance(answer, InputError):
            raise answer
        return answer

    def probe_many(
        self, paths: Sequence[Path], *, ffmpeg: Path, time_limit_s: float = TIME_LIMIT_S
    ) -> list[MediaInfo | InputError]:
        """Tell what some files are; eight or so at a time cost least.

        Args:
            paths: the files; links are followed.
            ffmpeg: the ffmpeg program, asked about all of them at once.
            time_limit_s: wall time in seconds of each file.

        Returns:
            For each file what it is, or why it cannot be used (see ``probe``).
        """
        looks = [_Look(_absolute(path)) for path in paths]
        for look in looks:
            if look.problem is None:
                look.answer = self._ask(look.path, time_limit_s * _MEDIAINFO_SHARE)
        rest_s = time_limit_s * (1 - _MEDIAINFO_SHARE)
        _add_facts([look for look in looks if look.problem is None], ffmpeg, rest_s)
        return [look.result() for look in looks]

    def rest(self) -> None:
        """End the workers that have nothing to do; the next file starts one again (0.1 s)."""
        self._pool.rest()

    def close(self) -> None:
        """End the workers, also in the middle of a file."""
        self._pool.close()

    def _ask(self, path: Path, time_limit_s: float) -> Answer:
        try:
            return self._pool.ask(path, time_limit_s)
        except OSError as error:
            log.info("no worker could be started: %s", error)
            return Answer(None, detail=str(error))


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100  (must not follow links)


def _add_facts(looks: Sequence["_Look"], ffmpeg: Path, time_limit_s: float) -> None:
    """Ask ffmpeg; without a usable one a probe works too."""
    if not looks:
        return
    paths = [look.path for look in looks]
    try:
        facts = read_facts_of(paths, ffmpeg=ffmpeg, time_limit_s=time_limit_s)
    except OSError as error:
        log.info("ffmpeg could not be asked about a file: %s", error)
        return
    for look, seen in zip(looks, facts, strict=True):
        look.facts = seen


class _Look:
    """What was found out about one file so far, beginning with a first look at it.

    Args:
        path: absolute.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problem: InputError | None = None
        self.answer = Answer(None)
        self.facts: FfmpegFacts | None = None
        self._begun = time.monotonic()
        try:
            self._before = _examined(path)
            _refuse_text(path)
        except InputError as error:
            self.problem = error

    def result(self) -> MediaInfo | InputError:
        """Judge; a file that changed meanwhile is refused whatever else was found out."""
        if self.problem is not None:
            return self.problem
        try:
            info = self._judged()
        except InputError as error:
            self.problem = error
        try:
            if self._has_changed():
                return _still_written(self.path)
        except InputError as error:
            return error
        return self.problem or info

    def _has_changed(self) -> bool:
        if abs(time.time() - self._before.st_mtime) < FRESH_S:
            time.sleep(max(0.0, self._begun + BETWEEN_LOOKS_S - time.monotonic()))
        before, now = self._before, _examined(self.path)
        return (now.st_size, now.st_mtime_ns) != (before.st_size, before.st_mtime_ns)

    def _judged(self) -> MediaInfo:
        size_bytes, tracks = self._before.st_size, self.answer.tracks
        if tracks is None:
            return _from_facts(self.path, size_bytes, self.facts, self.answer)
        general = next((t for t in tracks if t.get("@type") == "General"), {})
        if general.get("Format") in _PLAYLISTS:
            raise _playlist()
        info = info_of_tracks(self.path, size_bytes, general, tracks)
        if not info.video and not info.audio:
            if general.get("Format") in CONTAINERS and self.facts and self.facts.has_streams:
                # MediaInfo gave up in the middle: seen at its memory limit
                return info_of_facts(self.path, size_bytes, self.facts, _NOTE_STOPPED)
            raise _not_media(self.path, self.facts)
        return info if self.facts is None else merged(info, self.facts)


def _still_written(path: Path) -> InputError:
    hint = "Wait until the copy or the recording has finished, then add the file again."
    return InputError(f"{path.name} is still being written.", hint=hint)


def check_readable(path: Path) -> int:
    """Return the size in bytes of a regular, readable, non-empty file.

    Looks before it opens: opening a named pipe would wait for ever.

    Raises:
        InputError: it is not one; the sentence says what it is.
    """
    return _examined(path).st_size


def _examined(path: Path) -> os.stat_result:
    name = path.name
    try:
        found = path.stat()
    except FileNotFoundError as error:
        if path.is_symlink():
            raise InputError(f"The link {name} leads nowhere.", hint=_HINT_MOVED) from error
        raise InputError(f"{name} was not found.", hint=_HINT_MOVED) from error
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise InputError(f"The link {name} leads nowhere.", hint=_HINT_MOVED) from error
        what = f"{name} cannot be reached."
        raise InputError(what, hint=_HINT_MOVED, detail=str(error)) from error
    if stat.S_ISDIR(found.st_mode):
        raise InputError(f"{name} is a folder, not a file.", hint="Choose the files inside it.")
    if not stat.S_ISREG(found.st_mode):
        raise InputError(f"{name} is not a regular file.", hint=_HINT_OTHER_FILE)
    if found.st_size == 0:
        raise InputError(f"{name} is empty (0 bytes).", hint="Check that the copy finished.")
    try:
        with path.open("rb") as file:
            file.read(1)
    except PermissionError as error:
        what = f"There is no permission to read {name}."
        raise InputError(what, hint="Change the file's permissions, or copy it.") from error
    except OSError as error:
        hint = "Check the drive it is on."
        raise InputError(f"{name} cannot be read.", hint=hint, detail=str(error)) from error
    return found


def _refuse_text(path: Path) -> None:
    """Refuse playlists and manifests before MediaInfo sees them: it would follow them.

    Raises:
        InputError: the file begins as one; no media file does.
    """
    head = _first_bytes(path, 256).replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if head.startswith((b"#EXTM3U", b"<", b"ffconcat")):
        raise _playlist()


def _playlist() -> InputError:
    return InputError("This is a playlist, not a media file.", hint=_HINT_OTHER_FILE)


def _not_media(path: Path, facts: FfmpegFacts | None) -> InputError:
    message = facts.message if facts else ""
    if "moov atom not found" in message and _first_bytes(path)[4:] in _FIRST_BOXES:
        return InputError(
            "The file's index is missing, so it cannot be read.",
            hint="The recording or the copy was cut off; try to get the whole file.",
            detail=message,
        )
    return InputError(
        "This does not look like a video or audio file.", hint=_HINT_OTHER_FILE, detail=message
    )


def _first_bytes(path: Path, count: int = 8) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(count)
    except OSError:
        return b""


def _from_facts(
    path: Path, size_bytes: int, facts: FfmpegFacts | None, answer: Answer
) -> MediaInfo:
    reason = "took too long" if answer.took_too_long else "stopped"
    if facts is None or not facts.has_streams:
        raise InputError(
            f"The inspector {reason} while reading this file.",
            hint="The file is probably damaged.",
            detail=answer.detail,
        )
    log.info("the inspector %s on %r; basic facts from ffmpeg are used", reason, path.name)
    note = _NOTE_LATE if answer.took_too_long else _NOTE_STOPPED
    return info_of_facts(path, size_bytes, facts, note)


_NOTE_LATE = "Reading details took too long; basic details from ffmpeg are shown."
_NOTE_STOPPED = "The inspector stopped while reading this file; basic details are shown."
