"""Shows what a decoder makes of one segment, in a program of its own."""

import json
import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

from studio import paths
from studio.errors import InputError, StudioError
from studio.segments.model import SegmentMap, TrackKind
from studio.segments.stitched import Piece
from studio.server.media import FileChangedError, FileRegistry, Readable
from studio.ui.bridge import Workers

log = logging.getLogger(__name__)

MOST_BYTES = 256 * 1024 * 1024
"""Longest segment that is shown: it is held in memory twice."""

END_LIMIT_MS = 3_000


class DecoderPictures(QObject):
    """Starts the program at the first wish and hands it the bytes.

    Closing its window ends it. ``on_problem`` gets what keeps a segment from being shown.
    """

    def __init__(self, on_problem: Callable[[StudioError], None], parent: QObject) -> None:
        super().__init__(parent)
        self._on_problem = on_problem
        self._workers = Workers("decoder-picture", 1, self)
        self._process: QProcess | None = None

    def show_segment(self, found: SegmentMap, number: int, pieces: Sequence[Piece] = ()) -> None:
        """Show what a decoder makes of the init segment and this segment, and nothing else.

        Args:
            found: the file's map.
            number: of the segment, from 0.
            pieces: what the map's offsets count in, when that is not the map's own file.
        """
        self._workers.run(lambda: message(found, number, pieces), self._send, self._on_problem)

    @property
    def process(self) -> QProcess | None:
        """The program, while it runs."""
        return self._process

    def stop(self, *, wait: bool) -> None:
        """End the program and the thread."""
        self._workers.stop(wait=wait)
        process, self._process = self._process, None
        if process is not None:
            process.closeWriteChannel()
            if not process.waitForFinished(END_LIMIT_MS):
                process.kill()
                process.waitForFinished(END_LIMIT_MS)

    def _send(self, data: bytes) -> None:
        if self._process is None:
            self._process = self._started()
        self._process.write(data)

    def _started(self) -> QProcess:
        process = QProcess(self)
        environment = QProcessEnvironment()
        for name, value in paths.self_environment().items():
            environment.insert(name, value)
        process.setProcessEnvironment(environment)
        program, *arguments = paths.self_command("--decoder-picture")
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        process.readyReadStandardError.connect(self._on_words)
        process.start(program, arguments)
        return process

    def _on_words(self) -> None:
        if self._process is not None:
            words = self._process.readAllStandardError().toStdString()
            log.debug("decoder picture: %s", words)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        process = self._process
        if process is not None and error is QProcess.ProcessError.FailedToStart:
            self._forget(process)
            what = "The decoder picture could not be started."
            self._on_problem(StudioError(what, detail=process.errorString()))

    def _on_finished(self, _code: int, status: QProcess.ExitStatus) -> None:
        """The window was closed, or the decoder went down; the next wish starts it again."""
        if self._process is None:
            return
        self._forget(self._process)
        if status is QProcess.ExitStatus.CrashExit:
            self._on_problem(StudioError("The decoder went down over this segment."))

    def _forget(self, process: QProcess) -> None:
        self._process = None
        process.deleteLater()


def message(found: SegmentMap, number: int, pieces: Sequence[Piece] = ()) -> bytes:
    """Return what the program gets for a segment; reads the file.

    Raises:
        InputError: the file is gone or has changed, or the segment is too long.
    """
    segment = found.segments[number]
    if found.init_size + segment.size > MOST_BYTES:
        raise InputError("This segment is too long to be shown.")
    registry = FileRegistry()
    entry = registry.get(registry.add(found, pieces))
    assert entry is not None
    try:
        file = entry.open(found.init_offset)
        try:
            data = _read(file, found.init_offset, found.init_size)
            data += _read(file, segment.offset, segment.size)
        finally:
            file.close()
    except FileChangedError as error:
        what = f"{found.path.name} has changed since it was read."
        raise InputError(what, hint="Read it again.") from error
    except OSError as error:
        raise InputError(f"{found.path.name} cannot be read.", detail=str(error)) from error
    video = found.track_of(TrackKind.VIDEO)
    lead = video.number if video else None
    head = {
        "name": found.path.name,
        "number": number,
        "count": len(found.segments),
        "frames": sum(span.frames for span in segment.spans if span.track == lead),
        "size": len(data),
    }
    return json.dumps(head).encode() + b"\n" + data


def _read(file: Readable, offset: int, size: int) -> bytes:
    file.seek(offset)
    parts = []
    while size:
        data = file.read(size)
        if not data:
            raise FileChangedError
        parts.append(data)
        size -= len(data)
    return b"".join(parts)
