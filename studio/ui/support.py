"""Saves what helps others to help: logs, versions and settings, private paths hidden."""

from collections.abc import Sequence
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, qVersion
from PySide6.QtWidgets import QWidget

import studio
from studio.batch.bundle import make_bundle
from studio.batch.model import QueueNotice
from studio.errors import StudioError
from studio.ui import dialogs
from studio.ui.bridge import Workers
from studio.ui.desk import Desk
from studio.ui.entries import Entry


class Support(QObject):
    """Asks where a bundle goes and writes it on a worker."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._workers = Workers("bundle", 1, self)

    def save(self, entries: Sequence[Entry]) -> None:
        """Write a bundle about these files; nothing happens when the user names no place."""
        target = dialogs.ask_bundle(self._window, Path.home())
        if target is None:
            return
        logs = [self._desk.log_file(entry) for entry in entries]
        private = [entry.source for entry in entries]
        private += [entry.target for entry in entries if entry.target is not None]
        settings, versions = self._desk.toolbox.settings, self._versions()
        self._workers.run(
            lambda: make_bundle(
                target, logs, versions=versions, settings=settings, private=private
            ),
            self._on_saved,
            self._on_problem,
        )

    def stop(self, *, wait: bool) -> None:
        """End, for closing."""
        self._workers.stop(wait=wait)

    def _versions(self) -> dict[str, str]:
        ffmpeg = self._desk.toolbox.ffmpeg
        return {
            "MSE Studio": studio.__version__,
            "ffmpeg": ffmpeg.version if ffmpeg else "not found",
            "Qt": qVersion(),
            "PySide6": pyside_version,
        }

    def _on_saved(self, target: Path) -> None:
        self._desk.said.emit(self.tr("Saved as {name}.").format(name=target.name))

    def _on_problem(self, problem: StudioError) -> None:
        self._desk.notice.emit(QueueNotice("bundle", problem.what, problem.hint, problem.detail))
