"""The desktop's message bus on Linux (D-Bus); silently absent elsewhere, and where none runs."""

import logging
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

log = logging.getLogger(__name__)

CALL_MS = 3000
_NAME = "mse-studio-session"


def session_bus_address(platform: str = sys.platform) -> str:
    """Return the address of the user's bus, empty where there is none.

    Only what exists already is used: asking the library would start a bus of its own.
    """
    if not platform.startswith("linux"):
        return ""
    named = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if named or not runtime:
        return named
    socket = Path(runtime) / "bus"
    return f"unix:path={socket}" if socket.is_socket() else ""


class SessionBus(QObject):
    """Sends calls and signals, and waits for none of them.

    Args:
        address: of the bus; empty for none.
        parent: owns it.
    """

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connection: QDBusConnection | None = None
        if not address:
            return
        connection = QDBusConnection.connectToBus(address, _NAME)
        if connection.isConnected():
            self._connection = connection
        else:
            log.info("no session bus: %s", connection.lastError().message())

    @property
    def is_there(self) -> bool:
        """Whether there is a bus."""
        return self._connection is not None and self._connection.isConnected()

    def call(
        self,
        where: tuple[str, str, str, str],
        arguments: list[object],
        on_failure: Callable[[str], None],
    ) -> None:
        """Call a method; ``on_failure`` gets the reason when it could not be done.

        Args:
            where: service, object path, interface, method.
            arguments: texts, whole numbers, and mappings of texts to any of them.
            on_failure: called on this thread, at once or within ``CALL_MS``.
        """
        if self._connection is None:
            on_failure("there is no session bus")
            return
        message = QDBusMessage.createMethodCall(*where)
        message.setArguments(arguments)
        watcher = QDBusPendingCallWatcher(self._connection.asyncCall(message, CALL_MS), self)

        def finished() -> None:
            watcher.deleteLater()
            if watcher.isError():
                on_failure(watcher.error().message())

        watcher.finished.connect(finished)

    def announce(
        self, where: tuple[str, str, str], name: str, values: Mapping[str, object]
    ) -> None:
        """Send a signal with a name and some values to whoever listens.

        Args:
            where: object path, interface, signal.
            name: its first argument.
            values: its second one.
        """
        if self._connection is not None:
            message = QDBusMessage.createSignal(*where)
            message.setArguments([name, dict(values)])
            self._connection.send(message)

    def close(self) -> None:
        """Leave the bus."""
        if self._connection is not None:
            self._connection = None
            QDBusConnection.disconnectFromBus(_NAME)
