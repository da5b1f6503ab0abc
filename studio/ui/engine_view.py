"""The embedded engine as a program of its own: shows one page until it is told to end.

Started as ``--engine-view --url-from-stdin``; the address is the first line of the input,
and the end of the input ends the program. ``--version`` names the engine without starting it.
"""

import signal
import sys
import threading
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWebEngineCore import qWebEngineChromiumVersion, qWebEngineVersion
from PySide6.QtWidgets import QApplication

from studio.errors import EngineError
from studio.ui.engine_environment import clean_own_environment
from studio.ui.web_view import PlayerView

EXIT_USAGE = 2
EXIT_ENGINE = 3
VIEW_SIZE = (640, 400)
SIGNAL_POLL_MS = 200


class _Input(QObject):
    """Reads the rest of the standard input on a thread; tells when it ends."""

    ended = Signal()

    def watch(self) -> None:
        """Begin to read."""
        threading.Thread(target=self._read, name="stdin", daemon=True).start()

    def _read(self) -> None:
        while sys.stdin.buffer.read(1024):
            continue
        self.ended.emit()


def engine_version() -> str:
    """Return ``Qt WebEngine 6.11.3 (Chromium 140.0.7339.207)``."""
    own, chromium = (str(ask()) for ask in (qWebEngineVersion, qWebEngineChromiumVersion))
    return f"Qt WebEngine {own} (Chromium {chromium})"


def main(argv: Sequence[str]) -> int:
    """Run the engine view and return the exit status."""
    if list(argv) == ["--version"]:
        sys.stdout.write(f"{engine_version()}\n")
        return 0
    if list(argv) != ["--url-from-stdin"]:
        sys.stderr.write("usage: --engine-view --version | --url-from-stdin\n")
        return EXIT_USAGE
    url = sys.stdin.buffer.readline().decode("utf-8", "replace").strip()
    return _show(url) if url else EXIT_USAGE


def _show(url: str) -> int:
    clean_own_environment()
    application = QApplication([sys.argv[0]])
    application.setQuitOnLastWindowClosed(False)
    try:
        view = PlayerView()
    except EngineError as problem:
        sys.stderr.write(f"{problem.what} {problem.hint}\n{problem.detail}\n")
        return EXIT_ENGINE
    view.resize(*VIEW_SIZE)
    view.open(url)
    view.show()
    end = _Input()
    end.ended.connect(application.quit)
    end.watch()
    signal.signal(signal.SIGTERM, lambda *_: application.quit())
    ticker = QTimer()  # lets Python see the signal while Qt's loop runs
    ticker.start(SIGNAL_POLL_MS)
    ticker.timeout.connect(lambda: None)
    status = application.exec()
    view.hide()
    view.dispose()
    application.processEvents()
    application.sendPostedEvents(None, 0)
    return status
