"""What this program is, and which parts work in it."""

import platform

from PySide6.QtCore import QCoreApplication, QProcess, QProcessEnvironment, qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

import studio
from studio import paths
from studio.transcode.tools import Ffmpeg


class AboutBox(QMessageBox):
    """Names every part with its version, that of the embedded engine a moment later.

    The engine brings the parts of Chromium that fix its security holes, so one must see
    how old it is (faults.md, V12). It is asked in a process of its own: loading it here
    would cost the window its memory.

    Args:
        parent: the window.
        ffmpeg: None when there is none.
    """

    def __init__(self, parent: QWidget, ffmpeg: Ffmpeg | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("Dialogs", "About MSE Studio"))
        self.setText(f"MSE Studio {studio.__version__}")
        missing = QCoreApplication.translate("Dialogs", "not found")
        self._lines = [
            QCoreApplication.translate(
                "Dialogs", "Makes video for Media Source Extensions and proves that it plays."
            ),
            "",
            f"ffmpeg {ffmpeg.version}\n{ffmpeg.path}" if ffmpeg else f"ffmpeg: {missing}",
            f"Qt {qVersion()}, Python {platform.python_version()}",
        ]
        self.setInformativeText("\n".join(self._lines))
        self._engine = QProcess(self)
        self._engine.finished.connect(self._on_answer)
        self.finished.connect(self._end)

    def ask_engine(self) -> None:
        """Begin to ask which Chromium is inside."""
        program, *arguments = paths.self_command("--engine-view")
        environment = QProcessEnvironment()
        for name, value in paths.self_environment().items():
            environment.insert(name, value)
        self._engine.setProcessEnvironment(environment)
        self._engine.start(program, [*arguments, "--version"])

    def _on_answer(self) -> None:
        said = bytes(self._engine.readAllStandardOutput().data()).decode("utf-8", "replace")
        version = next((s for s in said.splitlines() if s.startswith("Qt WebEngine")), "")
        if version:
            self.setInformativeText("\n".join([*self._lines, version.strip()]))

    def _end(self) -> None:
        if self._engine.state() != QProcess.ProcessState.NotRunning:
            self._engine.finished.disconnect(self._on_answer)
            self._engine.kill()
            self._engine.waitForFinished()
        self.deleteLater()


def show_about(parent: QWidget, ffmpeg: Ffmpeg | None) -> AboutBox:
    """Show the box, and return it."""
    box = AboutBox(parent, ffmpeg)
    box.ask_engine()
    box.open()
    return box
