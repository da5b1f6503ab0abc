"""What the desktop hears of the queue: stay awake, messages, task bar, what happens at its end."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from studio.batch import after
from studio.batch.awake import Awake, make_awake
from studio.batch.model import QueueMode, QueueNotice
from studio.errors import StudioError
from studio.ui.batch_progress import BatchMeter
from studio.ui.desk import Desk
from studio.ui.notify import Notifier, SystemMessenger
from studio.ui.run_watch import RunWatch, Trouble
from studio.ui.session import KeepAwake, SessionEnd, stop_queue
from studio.ui.session_bus import SessionBus, session_bus_address
from studio.ui.taskbar import Shown, TaskbarProgress, Tone, taskbar_of
from studio.ui.when_done import CountdownBox, WhenDone


class Services(QObject):
    """Made once for the real window; tests of the window do without.

    Args:
        application: of this process.
        window: what messages lead back to.
        desk: whose queue it is about.
        awake: keeps the machine from falling asleep; None for what this system has.
    """

    def __init__(
        self, application: QApplication, window: QWidget, desk: Desk, awake: Awake | None = None
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._was_troubled = False
        self._bus = SessionBus(session_bus_address(), self)
        self.watch = RunWatch(desk.line.events, self)
        self.awake = KeepAwake(awake or make_awake(), self)
        self.notifier = Notifier(
            desk.toolbox, self.watch, window, SystemMessenger(window, self._bus)
        )
        self.when_done = WhenDone(desk.toolbox, self.watch, after.perform, self)
        self.countdown = CountdownBox(self.when_done, window)
        self._meter = BatchMeter(desk.files)
        self.taskbar = TaskbarProgress(taskbar_of(window, self._bus), self._measure, self)
        self.session = SessionEnd(
            application, lambda limit_s: stop_queue(desk.line, limit_s), lambda: application.exit(0)
        )
        self._connect()

    def _connect(self) -> None:
        desk, watch = self._desk, self.watch
        desk.status_changed.connect(self.awake.on_status)
        desk.runner.started.connect(self._meter.begin)
        desk.runner.batch_changed.connect(self.taskbar.refresh)
        desk.runner.idle.connect(self.taskbar.refresh)
        watch.run_started.connect(self._on_start)
        watch.troubled.connect(self._on_trouble)
        self.when_done.refused.connect(self._on_refused)
        self.session.ending.connect(desk.runner.forget)

    def watch_signals(self) -> None:
        """From now on TERM, HUP and INT end the program properly."""
        self.session.watch_signals()

    def stop(self) -> None:
        """Let the machine sleep, show nothing any more, end every thread."""
        self.session.close()
        self.when_done.stop(wait=True)
        self.awake.stop()
        self.taskbar.clear()
        self._bus.close()

    def _measure(self) -> Shown | None:
        progress = self._meter.progress() if self._desk.runner.is_busy else None
        if progress is None:
            return None
        if self._was_troubled:
            return Shown(progress.fraction, Tone.FAILED)
        is_paused = self._desk.runner.status.mode is QueueMode.PAUSED
        return Shown(progress.fraction, Tone.PAUSED if is_paused else Tone.NORMAL)

    def _on_start(self) -> None:
        self._was_troubled = False

    def _on_trouble(self, _trouble: Trouble) -> None:
        self._was_troubled = True
        self.taskbar.refresh()

    def _on_refused(self, problem: StudioError) -> None:
        notice = QueueNotice("when-done", problem.what, problem.hint, problem.detail)
        self._desk.notice.emit(notice)
