"""The status bar: progress of the whole batch, counts, and which ffmpeg works here."""

from collections.abc import Iterable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar

from studio.ui import words
from studio.ui.batch_progress import batch_progress
from studio.ui.entries import Entry, EntryState, FileList
from studio.ui.theme import Theme
from studio.ui.toolbox import Toolbox
from studio.ui.widgets import UNIT, Meter, Panel, Text

SAID_MS = 6000


class BatchBar(Panel):
    """One line at the bottom of the window."""

    def __init__(self, theme: Theme, files: FileList, toolbox: Toolbox) -> None:
        super().__init__(theme)
        self._files, self._toolbox = files, toolbox
        self._batch: Iterable[Entry] = ()
        self.state = QLabel()
        self.meter = Meter(theme)
        self.meter.setFixedWidth(240)
        self.percent, self.rest = QLabel(), Text("secondary")
        self.rest.setWordWrap(False)
        self.ffmpeg = Text("secondary")
        self.ffmpeg.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * UNIT, 6, 2 * UNIT, 6)
        row.setSpacing(12)
        for widget in (self.state, self.meter, self.percent, self.rest):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.ffmpeg)
        self._said_timer = QTimer(self)
        self._said_timer.setSingleShot(True)
        self._said_timer.setInterval(SAID_MS)
        self._said_timer.timeout.connect(self._forget)
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.setInterval(100)
        self._refresh.timeout.connect(self.show_now)
        toolbox.ffmpeg_changed.connect(self.show_now)
        self.retranslate()

    def install(self, bar: QStatusBar) -> None:
        """Fill a window's status bar with this line."""
        bar.setSizeGripEnabled(False)
        bar.addWidget(self, 1)

    def retranslate(self) -> None:
        """Set every text."""
        self._said = ""
        self.meter.setAccessibleName(self.tr("Progress of all files"))
        self.show_now()

    def say(self, text: str) -> None:
        """Show a short sentence for a few seconds."""
        self._said = text
        self._said_timer.start()
        self.show_now()

    def show_batch(self, entries: Iterable[Entry]) -> None:
        """Show the progress of these entries, soon; at most ten times a second."""
        self._batch = entries
        if not self._refresh.isActive():
            self._refresh.start()

    def show_now(self) -> None:
        """Show what is true now."""
        batch = list(self._batch)
        running = any(entry.state.is_active for entry in batch)
        progress = batch_progress(batch) if running else None
        for widget in (self.meter, self.percent, self.rest):
            widget.setVisible(progress is not None)
        if progress is None:
            self.state.setText(self._said or self._idle_text(batch))
        else:
            count = self.tr("{finished} of {total} files done")
            done = count.format(finished=progress.finished, total=progress.total)
            self.state.setText(done)
            self.meter.set_fraction(progress.fraction)
            self.percent.setText(words.percent(progress.fraction))
            parts = (words.speed_text(progress.speed), words.time_left(progress.eta_s))
            self.rest.setText(" · ".join(part for part in parts if part))
        self._show_ffmpeg()

    def _idle_text(self, batch: list[Entry]) -> str:
        ready = sum(entry.state is EntryState.READY for entry in self._files)
        failed = sum(entry.state is EntryState.FAILED for entry in batch)
        done = sum(entry.state is EntryState.DONE for entry in batch)
        parts = []
        if batch:
            parts.append(self.tr("%n file(s) done", "", done))
        if failed:
            parts.append(self.tr("%n file(s) failed", "", failed))
        if ready:
            parts.append(self.tr("%n file(s) ready to start", "", ready))
        return " · ".join(parts) or self.tr("Add files to begin.")

    def _show_ffmpeg(self) -> None:
        found = self._toolbox.ffmpeg
        if found is not None:
            self.ffmpeg.setText(
                self.tr("ffmpeg {version}").format(version=words.short_version(found.version))
            )
            self.ffmpeg.setToolTip(f"{found.version}\n{found.path}")
        elif self._toolbox.is_looking:
            self.ffmpeg.setText(self.tr("Looking for ffmpeg…"))
        else:
            self.ffmpeg.setText(self.tr("No ffmpeg"))

    def _forget(self) -> None:
        self._said = ""
        self.show_now()
