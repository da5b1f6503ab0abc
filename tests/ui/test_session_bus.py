"""The message bus: calls, signals and their absence, on a private bus where there is one."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVirtualObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studio.ui.notify import SystemMessenger
from studio.ui.session_bus import SessionBus, session_bus_address
from studio.ui.taskbar import LauncherEntry, NoTaskbar, Shown, Tone, taskbar_of
from tests.ui.test_notify import tray

__all__ = ["tray"]
WAIT_MS = 30_000
DESKTOP = "desktop-of-the-test"
CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir={folder}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A bus of the test's own."""
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.skip("there is no dbus-daemon here")
    config = tmp_path / "bus.conf"
    config.write_text(CONFIG.format(folder=tmp_path), "utf-8")
    command = [program, f"--config-file={config}", "--nofork", "--print-address=1"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    QDBusConnection.disconnectFromBus(DESKTOP)
    daemon.terminate()
    daemon.wait(WAIT_MS)
    daemon.stdout.close()


class Desktop(QDBusVirtualObject):
    """Takes notifications and progress, as a desktop does; remembers them as text."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.calls: list[str] = []
        self.signals: list[str] = []
        self.is_willing = True
        self.connection = QDBusConnection.connectToBus(address, DESKTOP)
        assert self.connection.registerVirtualObject("/org/freedesktop/portal/desktop", self)
        assert self.connection.registerService("org.freedesktop.portal.Desktop")
        self._ear = _Ear(self.signals)
        slot: Any = SLOT("hear(QDBusMessage)")  # bytes for mypy's stubs, a str in truth
        interface = "com.canonical.Unity.LauncherEntry"
        assert self.connection.connect("", "", interface, "Update", self._ear, slot)

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:  # noqa: N802
        self.calls.append(repr(message))
        if self.is_willing:
            connection.send(message.createReply([]))
        else:
            connection.send(message.createErrorReply("org.test.No", "no"))
        return True


class _Ear(QObject):
    def __init__(self, heard: list[str]) -> None:
        super().__init__()
        self._heard = heard

    @Slot(QDBusMessage)
    def hear(self, message: QDBusMessage) -> None:
        self._heard.append(repr(message))


@pytest.fixture
def desktop(qtbot: QtBot, address: str) -> Desktop:
    return Desktop(address)


@pytest.fixture
def bus(desktop: Desktop, address: str) -> Iterator[SessionBus]:
    bus = SessionBus(address)
    assert bus.is_there
    yield bus
    bus.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_a_notification_reaches_the_desktop(
    bus: SessionBus, desktop: Desktop, window: QWidget, tray: list[tuple[str, str]], qtbot: QtBot
) -> None:
    SystemMessenger(window, bus).show("queue-end", "The queue is done", "3 done")
    qtbot.waitUntil(lambda: len(desktop.calls) == 1, timeout=WAIT_MS)
    (call,) = desktop.calls
    assert 'member="AddNotification", signature="sa{sv}"' in call
    assert '"queue-end"' in call
    assert '"body" = [Variant(QString): "3 done"]' in call
    assert tray == []


def test_a_desktop_that_refuses_leaves_it_to_the_tray(
    bus: SessionBus, desktop: Desktop, window: QWidget, tray: list[tuple[str, str]], qtbot: QtBot
) -> None:
    desktop.is_willing = False
    SystemMessenger(window, bus).show("queue-end", "The queue is done", "3 done")
    qtbot.waitUntil(lambda: tray == [("The queue is done", "3 done")], timeout=WAIT_MS)


def test_progress_reaches_the_dock(
    bus: SessionBus, desktop: Desktop, window: QWidget, qtbot: QtBot
) -> None:
    dock = taskbar_of(window, bus)
    assert isinstance(dock, LauncherEntry)
    dock.show(Shown(0.25, Tone.FAILED))
    dock.show(None)
    qtbot.waitUntil(lambda: len(desktop.signals) == 2, timeout=WAIT_MS)
    shown, hidden = desktop.signals
    assert '"application://mse-studio.desktop"' in shown
    assert '"progress" = [Variant(double): 0.25]' in shown
    assert '"progress-visible" = [Variant(bool): true]' in shown
    assert '"urgent" = [Variant(bool): true]' in shown
    assert '"progress-visible" = [Variant(bool): false]' in hidden


def test_a_service_that_is_not_there_is_told_and_not_waited_for(
    bus: SessionBus, qtbot: QtBot
) -> None:
    reasons: list[str] = []
    bus.call(("org.test.Nobody", "/a", "org.test.A", "Do"), ["x"], reasons.append)
    assert reasons == []
    qtbot.waitUntil(lambda: len(reasons) == 1, timeout=WAIT_MS)
    assert "org.test.Nobody" in reasons[0]


def test_a_bus_that_died_is_no_bus(bus: SessionBus, qtbot: QtBot) -> None:
    bus.close()
    reasons: list[str] = []
    bus.call(("org.test.Nobody", "/a", "org.test.A", "Do"), ["x"], reasons.append)
    bus.announce(("/a", "org.test.A", "B"), "x", {})
    assert reasons == ["there is no session bus"]


def test_where_no_bus_is_there_is_no_task_bar_and_no_error(window: QWidget) -> None:
    bus = SessionBus("")
    assert not bus.is_there
    taskbar = taskbar_of(window, bus)
    assert isinstance(taskbar, NoTaskbar)
    taskbar.show(Shown(0.5))


def test_an_address_that_leads_nowhere_is_no_bus(qtbot: QtBot, tmp_path: Path) -> None:
    assert not SessionBus(f"unix:path={tmp_path / 'nothing'}").is_there


def test_no_bus_is_started_where_none_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert session_bus_address() == ""


def test_elsewhere_than_on_linux_no_bus_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/anywhere")
    assert session_bus_address("linux") == "unix:path=/anywhere"
    assert session_bus_address("darwin") == ""
