"""Progress of the whole queue on the window's button in the task bar, where there is such."""

import ctypes
import logging
import sys
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from studio.ui.session_bus import SessionBus

log = logging.getLogger(__name__)

SHOW_MS = 500
"""Twice a second at most."""
DESKTOP_FILE = "mse-studio.desktop"


class Tone(IntEnum):
    """How the bar looks. The values are those of Windows.

    Source: ``TBPFLAG`` in shobjidl_core.h.
    """

    NORMAL = 2
    FAILED = 4
    PAUSED = 8


@dataclass(frozen=True, slots=True)
class Shown:
    """``fraction`` is 0 to 1."""

    fraction: float
    tone: Tone = Tone.NORMAL


class Taskbar(Protocol):
    """One desktop's way to show it."""

    def show(self, shown: Shown | None) -> None:
        """Show progress, None for none."""


class TaskbarProgress(QObject):
    """Shows what ``measure`` says, at most twice a second.

    Args:
        taskbar: where to.
        measure: what is true now; None when nothing runs.
        parent: owns it.
    """

    def __init__(
        self, taskbar: Taskbar, measure: Callable[[], Shown | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._taskbar, self._measure = taskbar, measure
        self._last: Shown | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOW_MS)
        self._timer.timeout.connect(self._show)

    def refresh(self) -> None:
        """Something may have changed."""
        if not self._timer.isActive():
            self._timer.start()

    def clear(self) -> None:
        """Show nothing from now on."""
        self._timer.stop()
        if self._last is not None:
            self._last = None
            self._taskbar.show(None)

    def _show(self) -> None:
        shown = self._measure()
        if shown != self._last:
            self._last = shown
            self._taskbar.show(shown)


class LauncherEntry:
    """The docks of Linux desktops that know Unity's protocol: Ubuntu, Plasma, Dash to Dock.

    Source: https://wiki.ubuntu.com/Unity/LauncherAPI
    """

    def __init__(self, bus: SessionBus) -> None:
        self._bus = bus
        self._uri = f"application://{DESKTOP_FILE}"
        number = zlib.crc32(self._uri.encode("ascii"))
        self._path = f"/com/canonical/unity/launcherentry/{number}"

    def show(self, shown: Shown | None) -> None:
        """Announce it to whoever draws the dock."""
        values: dict[str, object] = {
            "progress": shown.fraction if shown is not None else 0.0,
            "progress-visible": shown is not None,
            "urgent": shown is not None and shown.tone is Tone.FAILED,
        }
        where = (self._path, "com.canonical.Unity.LauncherEntry", "Update")
        self._bus.announce(where, self._uri, values)


class NoTaskbar:
    """Where nothing is known to be there; macOS too, for now."""

    def show(self, shown: Shown | None) -> None:
        """Do nothing."""


if sys.platform == "win32":
    _CLSCTX_INPROC = 0x1
    _STEPS = 1000
    _NO_PROGRESS = 0
    # places in the table of ITaskbarList3: IUnknown has 0-2, ITaskbarList 3-7, ITaskbarList2 8
    _HR_INIT, _SET_VALUE, _SET_STATE = 3, 9, 10

    class _Guid(ctypes.Structure):
        _fields_ = (
            ("data1", ctypes.c_uint32),
            ("data2", ctypes.c_uint16),
            ("data3", ctypes.c_uint16),
            ("data4", ctypes.c_uint8 * 8),
        )

    _CLSID_TASKBAR = _Guid(
        0x56FDF344, 0xFD6D, 0x11D0, (0x95, 0x8A, 0x00, 0x60, 0x97, 0xC9, 0xA0, 0x90)
    )
    _IID_TASKBAR3 = _Guid(
        0xEA1AFB91, 0x9E28, 0x4B86, (0x90, 0xE9, 0x9E, 0x9F, 0x8A, 0x5E, 0xEF, 0xAF)
    )

    class WindowsTaskbar:
        """The button of a window in the task bar of Windows (``ITaskbarList3``).

        Source: https://learn.microsoft.com/windows/win32/api/shobjidl_core/nn-shobjidl_core-itaskbarlist3
        """

        def __init__(self, window: QWidget) -> None:
            self._window = window
            self._list = ctypes.c_void_p()
            ole32 = ctypes.OleDLL("ole32")
            try:
                ole32.CoCreateInstance(
                    ctypes.byref(_CLSID_TASKBAR),
                    None,
                    _CLSCTX_INPROC,
                    ctypes.byref(_IID_TASKBAR3),
                    ctypes.byref(self._list),
                )
                self._call(_HR_INIT)
            except OSError as error:
                log.info("no progress in the task bar: %s", error)
                self._list = ctypes.c_void_p()

        def show(self, shown: Shown | None) -> None:
            """Fill the button."""
            if not self._list:
                return
            handle = ctypes.c_void_p(int(self._window.winId()))
            try:
                if shown is None:
                    self._call(_SET_STATE, handle, ctypes.c_int(_NO_PROGRESS))
                    return
                done = ctypes.c_uint64(round(shown.fraction * _STEPS))
                self._call(_SET_VALUE, handle, done, ctypes.c_uint64(_STEPS))
                self._call(_SET_STATE, handle, ctypes.c_int(shown.tone))
            except OSError as error:
                log.info("no progress in the task bar: %s", error)

        def _call(self, place: int, *arguments: Any) -> None:
            """Call the method at a place of the interface's table.

            Raises:
                OSError: it returned a failure.
            """
            kinds = [type(argument) for argument in arguments]
            method = ctypes.WINFUNCTYPE(ctypes.HRESULT, ctypes.c_void_p, *kinds)
            table = ctypes.cast(self._list, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))
            address = table.contents[place]
            method(address or 0)(self._list, *arguments)


def taskbar_of(window: QWidget, bus: SessionBus) -> Taskbar:
    """Return this desktop's task bar."""
    if sys.platform == "win32":
        return WindowsTaskbar(window)
    else:  # noqa: RET505  (so that mypy sees each on its own system)
        return LauncherEntry(bus) if bus.is_there else NoTaskbar()
