"""A bug ends in the log and in one dialog, never in silence."""

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

log = logging.getLogger(__name__)


class CrashReporter(QObject):
    """Replaces ``sys.excepthook`` and ``threading.excepthook``."""

    _happened = Signal(str)

    def __init__(self, log_folder: str) -> None:
        super().__init__()
        self._folder = log_folder
        self._box: QMessageBox | None = None
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """From now on every uncaught exception comes here."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        log.critical("uncaught exception", exc_info=(kind, error, trace))
        self._happened.emit("".join(traceback.format_exception(kind, error, trace)))

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._on_exception(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _show(self, text: str) -> None:
        if self._box is not None and self._box.isVisible():
            return  # one dialog is enough; the log has them all
        box = QMessageBox()
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(self.tr("Something went wrong inside MSE Studio."))
        hint = self.tr("Your files are safe. Please report it with the log in {folder}.")
        box.setInformativeText(hint.format(folder=self._folder))
        box.setDetailedText(text)
        box.open()
        self._box = box
