"""What happens when the queue has nothing left to do: announced, and easy to prevent."""

import logging
import math
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studio.batch.after import Counts
from studio.batch.after import WhenDone as Action
from studio.settings import Settings
from studio.ui.bridge import Workers
from studio.ui.run_watch import RunSummary, RunWatch
from studio.ui.toolbox import Toolbox
from studio.ui.widgets import UNIT, Text

log = logging.getLogger(__name__)

COUNTDOWN_S = 60
TICK_MS = 200

Act = Callable[[Action, Counts, Sequence[str]], None]
"""Does an action, like ``studio.batch.after.perform``; gets the command too."""


class WhenDone(QObject):
    """Counts down after a run that ended by itself, then does what the user chose.

    Args:
        toolbox: knows what the user chose.
        watch: says when runs begin and end.
        act: does it, on a worker thread.
        parent: owns it.
        countdown_s: seconds to prevent it.
    """

    counting = Signal(int)
    """Seconds left, once a second; 0 when the countdown is over or was prevented."""
    acted = Signal(str)
    """The action was done."""
    refused = Signal(object)
    """The action could not be done, for the reason of this StudioError."""

    def __init__(
        self,
        toolbox: Toolbox,
        watch: RunWatch,
        act: Act,
        parent: QObject | None = None,
        *,
        countdown_s: float = COUNTDOWN_S,
    ) -> None:
        super().__init__(parent)
        self._toolbox, self._act, self._countdown_s = toolbox, act, countdown_s
        self.summary = RunSummary()
        """What came of the run that ended last."""
        self._end = 0.0
        self._shown = 0
        self._workers = Workers("when-done", 1, self)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        watch.run_started.connect(self.cancel)
        watch.run_ended.connect(self._on_run_ended)
        toolbox.settings_changed.connect(self._on_settings)

    @property
    def action(self) -> Action:
        """What the user chose."""
        settings = self._toolbox.settings
        chosen = chosen_action(settings)
        has_command = bool(settings.when_done_command)
        return Action.NOTHING if chosen is Action.COMMAND and not has_command else chosen

    @property
    def is_counting(self) -> bool:
        """Whether the countdown runs."""
        return self._timer.isActive()

    def cancel(self) -> None:
        """Do nothing this time."""
        if self.is_counting:
            self._timer.stop()
            self.counting.emit(0)

    def act_now(self) -> None:
        """Do it without waiting any longer."""
        if not self.is_counting:
            return
        self.cancel()
        action, command = self.action, self._toolbox.settings.when_done_command
        counts = self.summary.counts
        log.info("the queue is done: %s", action)
        self._workers.run(
            lambda: self._act(action, counts, command),
            lambda _: self.acted.emit(action.value),
            self.refused.emit,
        )

    def stop(self, *, wait: bool) -> None:
        """End, for closing."""
        self.cancel()
        self._workers.stop(wait=wait)

    def _on_run_ended(self, summary: RunSummary) -> None:
        self.summary = summary
        if self.action is Action.NOTHING or not summary.is_by_itself or not summary.ended:
            return
        self._end = time.monotonic() + self._countdown_s
        self._shown = 0
        self._timer.start()
        self._on_tick()

    def _on_tick(self) -> None:
        left_s = self._end - time.monotonic()
        if left_s <= 0:
            self.act_now()
        elif math.ceil(left_s) != self._shown:
            self._shown = math.ceil(left_s)
            self.counting.emit(self._shown)

    def _on_settings(self) -> None:
        if self.action is Action.NOTHING:
            self.cancel()


def chosen_action(settings: Settings) -> Action:
    """Return what is set; a word of another version is nothing."""
    known = {action.value: action for action in Action}
    return known.get(settings.when_done, Action.NOTHING)


class CountdownBox(QDialog):
    """Says what is about to happen, above all windows; nothing is blocked by it."""

    def __init__(self, when_done: WhenDone, parent: QWidget) -> None:
        super().__init__(parent)
        self._when_done = when_done
        self.setModal(False)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.what, self.summary = Text(), Text("secondary")
        self.cancel_button, self.now_button = QPushButton(), QPushButton()
        self.cancel_button.setDefault(True)
        self.cancel_button.clicked.connect(self.reject)
        self.now_button.clicked.connect(when_done.act_now)
        self.now_button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.now_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.what)
        column.addWidget(self.summary)
        column.addLayout(buttons)
        self.setMinimumWidth(40 * UNIT)
        when_done.counting.connect(self._on_counting)
        self.retranslate()

    def reject(self) -> None:
        """Cancel: by the button, by Escape, or by closing the box."""
        self._when_done.cancel()
        super().reject()

    def retranslate(self) -> None:
        """Set every text."""
        self.setWindowTitle(self.tr("The queue is done"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.now_button.setText(self.tr("Now"))

    def changeEvent(self, event: QEvent) -> None:
        """Hear that the language changed."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_counting(self, left_s: int) -> None:
        if left_s == 0:
            self.hide()
            return
        self.what.setText(self._sentence().format(seconds=left_s))
        self.summary.setText(self._when_done.summary.text())
        if not self.isVisible():
            self.setAccessibleName(self.what.text())
            self.show()
            QApplication.alert(self)

    def _sentence(self) -> str:
        return {
            Action.SLEEP: self.tr("Sleep in {seconds} s"),
            Action.SHUT_DOWN: self.tr("Shut down in {seconds} s"),
            Action.COMMAND: self.tr("Run the command in {seconds} s"),
        }.get(self._when_done.action, "")
