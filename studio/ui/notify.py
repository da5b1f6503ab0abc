"""System notifications about a run of the queue: one at its end, one at the first failure."""

import logging
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from studio.ui.core_words import translated
from studio.ui.run_watch import RunSummary, RunWatch, Trouble
from studio.ui.session_bus import SessionBus
from studio.ui.toolbox import Toolbox

log = logging.getLogger(__name__)

TRAY_MS = 10_000
TROUBLE_MS = 2000
"""A failure waits so long; when it was the last job, the summary says it."""
_PORTAL = "org.freedesktop.portal.Desktop"
_PORTAL_PATH = "/org/freedesktop/portal/desktop"
_PORTAL_NOTIFICATION = "org.freedesktop.portal.Notification"


class Messenger(Protocol):
    """Shows a message outside the window."""

    def show(self, key: str, title: str, body: str) -> None:
        """Show it; a later one of the same key takes its place where that is possible."""

    def beep(self) -> None:
        """Make the sound of the system."""


class SystemMessenger(QObject):
    """Uses the best way this desktop has.

    On Linux the notification portal: Qt's D-Bus cannot send the unsigned number that
    ``org.freedesktop.Notifications`` wants, and the portal hands on to it. Then the tray, which
    on Windows and macOS is the way; then the window's button in the task bar begins to flash.
    """

    def __init__(self, window: QWidget, bus: SessionBus) -> None:
        super().__init__(window)
        self._window, self._bus = window, bus
        self._tray: QSystemTrayIcon | None = None
        self._hide = QTimer(self)
        self._hide.setSingleShot(True)
        self._hide.setInterval(TRAY_MS)
        self._hide.timeout.connect(self._hide_tray)

    def show(self, key: str, title: str, body: str) -> None:
        """Show a message."""
        QApplication.alert(self._window)
        if not self._bus.is_there:
            self._show_in_tray(title, body)
            return

        def failed(reason: str) -> None:
            log.info("no notification portal: %s", reason)
            self._show_in_tray(title, body)

        self._bus.call(
            (_PORTAL, _PORTAL_PATH, _PORTAL_NOTIFICATION, "AddNotification"),
            [key, {"title": title, "body": body, "priority": "normal"}],
            failed,
        )

    def beep(self) -> None:
        """Make the sound of the system."""
        QApplication.beep()

    def _show_in_tray(self, title: str, body: str) -> None:
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self._tray.messageClicked.connect(self._on_click)
            self._tray.activated.connect(self._on_click)
        self._tray.show()  # a message needs an icon, but only as long as it is there
        self._tray.showMessage(title, body, self._window.windowIcon(), TRAY_MS)
        self._hide.start()

    def _hide_tray(self) -> None:
        if self._tray is not None:
            self._tray.hide()

    def _on_click(self) -> None:
        bring_forward(self._window)
        self._hide_tray()


class Notifier(QObject):
    """Tells about a run while the user does something else.

    Args:
        toolbox: knows whether the user wants messages and sounds.
        watch: says what happened.
        window: nothing is shown while it is the active one.
        messenger: shows it.
    """

    def __init__(
        self, toolbox: Toolbox, watch: RunWatch, window: QWidget, messenger: Messenger
    ) -> None:
        super().__init__(window)
        self._toolbox, self._window, self._messenger = toolbox, window, messenger
        self._trouble = Trouble("", "")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(TROUBLE_MS)
        self._patience.timeout.connect(self._tell_trouble)
        watch.run_started.connect(self._patience.stop)
        watch.troubled.connect(self._on_trouble)
        watch.run_ended.connect(self._on_end)

    def _on_trouble(self, trouble: Trouble) -> None:
        self._trouble = trouble
        self._patience.start()

    def _tell_trouble(self) -> None:
        trouble = self._trouble
        title = self.tr("The queue needs a look")
        what = translated(trouble.what)
        body = f"{trouble.name}: {what}" if trouble.name else what
        self._show("trouble", title, body)

    def _on_end(self, summary: RunSummary) -> None:
        self._patience.stop()
        if not summary.ended:
            return  # the user stopped or cancelled everything
        if self._toolbox.settings.sound:
            self._messenger.beep()
        title = (
            self.tr("The queue is done") if summary.is_by_itself else self.tr("The queue stopped")
        )
        self._show("end", title, summary.text())

    def _show(self, key: str, title: str, body: str) -> None:
        if self._toolbox.settings.notify and not self._window.isActiveWindow():
            self._messenger.show(f"queue-{key}", title, body)


def bring_forward(window: QWidget) -> None:
    """Show a window in front of the others, also when it was minimised."""
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()
