"""The window's shape is remembered from one start to the next."""

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from studio.ui.file_table import FileTable

FIRST_SIZE = (1480, 900)
SIDE_WIDTH = 208
INSPECTOR_WIDTH = 376
STATE_VERSION = 1
COLUMNS = "columns-2"
"""The number grows with the set of columns: what was saved of others would not fit."""


class WindowMemory:
    """Saves and restores size, docks and columns."""

    def __init__(self, window: QMainWindow, memory: QSettings, table: FileTable) -> None:
        self._window, self._memory, self._table = window, memory, table

    def restore(self, docks: list[QDockWidget]) -> None:
        """Use what was saved; without that, the first sizes."""
        window = self._window
        window.resize(QSize(*FIRST_SIZE).boundedTo(window.screen().availableSize()))
        window.resizeDocks(docks, [SIDE_WIDTH, INSPECTOR_WIDTH], Qt.Orientation.Horizontal)
        for name, restore in (
            ("geometry", window.restoreGeometry),
            ("state", lambda data: window.restoreState(data, STATE_VERSION)),
            (COLUMNS, self._table.restore_columns),
        ):
            data = self._memory.value(name)
            if isinstance(data, QByteArray):
                restore(data)

    def save(self) -> None:
        """Save the shape of the moment."""
        self._memory.setValue("geometry", self._window.saveGeometry())
        self._memory.setValue("state", self._window.saveState(STATE_VERSION))
        self._memory.setValue(COLUMNS, self._table.save_columns())
        self._memory.sync()
