"""What the preview's page asks of the window: a text saved, a browser, a decoder picture."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from studio.ui.bridge import Workers
from studio.ui.decoder_picture import DecoderPictures
from studio.ui.player_host import PlayerHost
from studio.ui.preview_panel import PreviewPanel
from studio.workflow.report_files import check_target, write_report


class RoomRequests(QObject):
    """Answers the requests of the room that is shown; those of earlier ones are dropped.

    Args:
        window: owner of the dialogs.
        host: who hears the page.
        panel: the preview.
    """

    saved = Signal(object)
    """The Path that was written."""
    failed = Signal(object)
    """The StudioError that kept it from being written, or a segment from being shown."""

    def __init__(self, window: QWidget, host: PlayerHost, panel: PreviewPanel) -> None:
        super().__init__(window)
        self._window, self._panel = window, panel
        self._workers = Workers("save", 1, self)
        host.save_wanted.connect(self._on_save)
        self.decoder = DecoderPictures(self.failed.emit, self)
        host.browser_wanted.connect(self._on_browser)
        host.segment_wanted.connect(self._on_segment)

    def stop(self, *, wait: bool) -> None:
        """End the thread, and the decoder picture."""
        self._workers.stop(wait=wait)
        self.decoder.stop(wait=wait)

    def _on_browser(self, path: Path, url: str) -> None:
        if path == self._panel.path:
            self._panel.open_in_browser(url)

    def _on_segment(self, path: Path, number: int) -> None:
        found = self._panel.segment_map
        if path == self._panel.path and found is not None:
            self.decoder.show_segment(found, number)

    def _on_save(self, path: Path, name: str, text: str) -> None:
        if path != self._panel.path:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window, self.tr("Save"), str(Path(folder) / Path(name).name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(Path(name).name)
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen), text, path))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, target: Path, text: str, played: Path) -> None:
        """Write a text, on a worker; never over a film, whole or not at all."""
        done = partial(self.saved.emit, target)
        self._workers.run(lambda: _write(target, text, played), lambda _: done(), self.failed.emit)


def _write(target: Path, text: str, played: Path) -> None:
    check_target(target, [played])
    write_report(target, text)
