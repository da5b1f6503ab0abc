"""The status bar: progress of the whole queue, time left, free space, what happens at the end."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStatusBar

from studio.batch.model import QueueMode
from studio.ui import words
from studio.ui.batch_progress import BatchMeter, BatchProgress
from studio.ui.desk import Desk
from studio.ui.entries import EntryState
from studio.ui.free_space import FreeSpace
from studio.ui.tally import Tally
from studio.ui.theme import Theme
from studio.ui.when_done_button import WhenDoneButton
from studio.ui.widgets import UNIT, Meter, Panel, QuietButton, Text, restate

SAID_MS = 6000
REFRESH_MS = 100
SCARCE_BYTES = 5_000_000_000
"""Less free space than this is shown in a warning colour."""


class BatchBar(Panel):
    """One line at the bottom of the window."""

    def __init__(self, theme: Theme, desk: Desk, tally: Tally) -> None:
        super().__init__(theme)
        self._toolbox, self._runner, self._tally = desk.toolbox, desk.runner, tally
        self._checker = desk.checker
        self._measure = BatchMeter(desk.files)
        self._outlook: tuple[float, float] | None = None
        self._free: tuple[Path, int] | None = None
        self._said = ""
        self.free_space = FreeSpace(self)
        self._make_widgets()
        self._lay_out()
        self._said_timer = self._timer(SAID_MS, self._forget)
        self._refresh = self._timer(REFRESH_MS, self.show_now)
        self._connect(desk)
        self.retranslate()

    def _make_widgets(self) -> None:
        self.state = QLabel()
        self.meter = Meter(self.theme)
        self.meter.setFixedWidth(200)
        self.percent, self.rest = QLabel(), Text("secondary")
        self.note, self.space = Text("secondary"), Text("secondary")
        self.ffmpeg = Text("secondary")
        for label in (self.rest, self.note, self.space, self.ffmpeg):
            label.setWordWrap(False)
        self.state.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.when_done = WhenDoneButton(self._toolbox, self)
        self.checks = Text("secondary")
        self.checks.setWordWrap(False)
        self.stop_checks = QuietButton(self.theme, "mdi6.stop-circle-outline", "")
        self.stop_checks.clicked.connect(lambda _checked: self._checker.cancel_all())

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * UNIT, 4, 2 * UNIT, 4)
        row.setSpacing(12)
        for widget in (self.state, self.meter, self.percent, self.rest, self.note, self.checks):
            row.addWidget(widget)
        row.addWidget(self.stop_checks)
        row.addStretch(1)
        for label in (self.space, self.when_done, self.ffmpeg):
            row.addWidget(label)

    def _timer(self, interval_ms: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(call)
        return timer

    def _connect(self, desk: Desk) -> None:
        desk.said.connect(self.say)
        desk.runner.started.connect(self._on_started)
        desk.runner.batch_changed.connect(self.refresh)
        desk.status_changed.connect(self.refresh)
        desk.outlook_changed.connect(self._on_outlook)
        self._tally.changed.connect(self.refresh)
        self._checker.progressed.connect(self.refresh)
        self._toolbox.ffmpeg_changed.connect(self.refresh)
        self.free_space.found.connect(self._on_free)

    def install(self, bar: QStatusBar) -> None:
        """Fill a window's status bar with this line."""
        bar.setSizeGripEnabled(False)
        bar.addWidget(self, 1)

    @property
    def progress(self) -> BatchProgress | None:
        """How far the batch in hand is; None while nothing runs."""
        return self._measure.progress() if self._runner.is_busy else None

    def retranslate(self) -> None:
        """Set every text."""
        self._said = ""
        self.meter.setAccessibleName(self.tr("Progress of all files"))
        self.stop_checks.setAccessibleName(self.tr("Stop checking"))
        self.stop_checks.setToolTip(self.tr("Stop checking; what was checked stays"))
        self.show_now()

    def say(self, text: str) -> None:
        """Show a short sentence for a few seconds."""
        self._said = text
        self._said_timer.start()
        self.show_now()

    def refresh(self, *_: object) -> None:
        """Show what is true, soon; at most ten times a second."""
        if not self._refresh.isActive():
            self._refresh.start()

    def show_now(self) -> None:
        """Show what is true now."""
        progress = self.progress
        for widget in (self.meter, self.percent, self.rest):
            widget.setVisible(progress is not None)
        if progress is None:
            self.state.setText(self._said or self._idle_text())
        else:
            self.state.setText(self._running_text(progress))
            self.meter.set_fraction(progress.fraction)
            self.percent.setText(words.percent(progress.fraction))
            self.rest.setText(self._rest_text(progress))
        self.note.setText(self._said if progress is not None else "")
        self._show_checks()
        self._show_space()
        self._show_ffmpeg()

    # -- words -----------------------------------------------------------------------

    def _running_text(self, progress: BatchProgress) -> str:
        count = self.tr("{finished} of {total} files done")
        done = count.format(finished=progress.finished, total=progress.total)
        return " · ".join(part for part in (self._mode_text(), done) if part)

    def _mode_text(self) -> str:
        return {
            QueueMode.PAUSED: self.tr("Paused"),
            QueueMode.FINISHING: self.tr("Stopping after these"),
        }.get(self._runner.status.mode, "")

    def _rest_text(self, progress: BatchProgress) -> str:
        if self._runner.status.mode is QueueMode.PAUSED:
            return ""
        left = words.time_left(progress.eta_s)
        if self._outlook is not None:
            left = words.range_left(*self._outlook)
        return " · ".join(part for part in (left, words.speed_text(progress.speed)) if part)

    def _idle_text(self) -> str:
        of = self._tally.of
        reading = of(EntryState.READING)
        waiting = of(EntryState.WAITING, EntryState.INTERRUPTED)
        done = of(EntryState.DONE, EntryState.DONE_WITH_WARNINGS)
        failed = of(EntryState.FAILED, EntryState.INCOMPLETE, EntryState.UNUSABLE)
        parts = (
            (done, self.tr("%n file(s) done", "", done)),
            (failed, self.tr("%n file(s) failed", "", failed)),
            (reading, self.tr("%n file(s) being read", "", reading)),
            (waiting, self.tr("%n file(s) ready to start", "", waiting)),
        )
        return " · ".join(text for count, text in parts if count) or self.tr("Add files to begin.")

    def _show_checks(self) -> None:
        checker = self._checker
        self.checks.setVisible(checker.is_busy)
        self.stop_checks.setVisible(checker.is_busy)
        said = self.tr("Checked {done} of {total}")
        self.checks.setText(said.format(done=checker.done, total=checker.total))
        entry = checker.entry
        self.checks.setToolTip(f"{entry.source.name}\n{entry.checking}" if entry else "")

    def _show_space(self) -> None:
        self.space.setVisible(self._free is not None)
        if self._free is None:
            return
        volume, free = self._free
        size = words.size_text(free)
        restate(self.space, "tone", "warning" if free < SCARCE_BYTES else "secondary")
        self.space.setText(self.tr("{size} free").format(size=size))
        tip = self.tr("{size} free on {volume}, where results go")
        self.space.setToolTip(tip.format(size=size, volume=volume))

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

    # -- what happened ---------------------------------------------------------------

    def _on_started(self) -> None:
        self._outlook = None
        self._measure.begin()
        self.refresh()

    def _on_outlook(self, low_s: float | None, high_s: float | None) -> None:
        self._outlook = None if low_s is None or high_s is None else (low_s, high_s)
        self.refresh()

    def _on_free(self, volume: Path | None, free: int | None) -> None:
        self._free = None if volume is None or free is None else (volume, free)
        self.refresh()

    def _forget(self) -> None:
        self._said = ""
        self.show_now()
