"""How much room is left where results go; looked up on a worker, disks may be slow."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from studio.batch import space
from studio.errors import StudioError
from studio.ui.bridge import Workers

LOOK_MS = 5000


class FreeSpace(QObject):
    """Looks every few seconds at the volume of one path."""

    found = Signal(object, object)
    """The volume (Path) and its free bytes (int); both None when it cannot be said."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = Workers("space", 1, self)
        self._path: Path | None = None
        self._is_asking = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._ask)

    def watch(self, path: Path | None) -> None:
        """Look at the volume of ``path`` from now on, at nothing for None."""
        if path == self._path:
            return
        self._path = path
        if path is None:
            self._timer.stop()
            self.found.emit(None, None)
        else:
            self._timer.start()
            self._ask()

    def stop(self, *, wait: bool) -> None:
        """End, for closing."""
        self._timer.stop()
        self._workers.stop(wait=wait)

    def _ask(self) -> None:
        path = self._path
        if path is None or self._is_asking:
            return
        self._is_asking = True

        def done(answer: tuple[Path, int] | StudioError) -> None:
            self._is_asking = False
            if path != self._path:
                self._ask()
            elif isinstance(answer, StudioError):
                self.found.emit(None, None)
            else:
                self.found.emit(*answer)

        self._workers.run(lambda: _look(path), done, done)


def _look(path: Path) -> tuple[Path, int]:
    try:
        return space.volume_of(path), space.free_bytes(path)
    except OSError as error:
        raise StudioError("The free space cannot be found out.", detail=str(error)) from error
