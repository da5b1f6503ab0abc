"""The middle: chips and the table, or a friendly place to drop files while it is empty."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from studio.ui.chips import Chips
from studio.ui.file_model import FileModel
from studio.ui.file_table import FileTable
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, Panel, Text, restate


class FileArea(Panel):
    """Switches between the drop target and the table."""

    add_files_wanted = Signal()
    add_folder_wanted = Signal()

    def __init__(self, theme: Theme, model: FileModel, table: FileTable, chips: Chips) -> None:
        super().__init__(theme)
        self._model = model
        self.table, self.chips = table, chips
        self.target = QFrame()
        self.target.setObjectName("dropTarget")
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hero, self._sentence = Text("hero"), Text("secondary")
        self._hero.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add_files, self.add_folder = QPushButton(), QPushButton()
        self.add_files.setProperty("role", "primary")
        self.add_files.clicked.connect(self.add_files_wanted)
        self.add_folder.clicked.connect(self.add_folder_wanted)
        self._empty = QWidget()
        self._lay_out_target(self._empty)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._filled())
        model.rowsInserted.connect(self._switch)
        model.rowsRemoved.connect(self._switch)
        self._switch()
        self.retranslate()
        self.restyle()

    def _filled(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chips)
        column.addWidget(self.table, 1)
        return whole

    def _lay_out_target(self, empty: QWidget) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        buttons.addStretch(1)
        buttons.addWidget(self.add_files)
        buttons.addWidget(self.add_folder)
        buttons.addStretch(1)
        inside = QVBoxLayout(self.target)
        inside.setContentsMargins(4 * UNIT, 4 * UNIT, 4 * UNIT, 4 * UNIT)
        inside.setSpacing(UNIT)
        inside.addStretch(3)
        inside.addWidget(self._picture)
        inside.addSpacing(UNIT)
        inside.addWidget(self._hero)
        inside.addWidget(self._sentence)
        inside.addSpacing(2 * UNIT)
        inside.addLayout(buttons)
        inside.addStretch(4)
        around = QVBoxLayout(empty)
        around.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 3 * UNIT)
        around.addWidget(self.target)

    def retranslate(self) -> None:
        """Set every text."""
        self._hero.setText(self.tr("Drop video files or folders here"))
        self._sentence.setText(
            self.tr("They become WebM or fragmented MP4 that is proven to play in browsers.")
        )
        self.add_files.setText(self.tr("Add files…"))
        self.add_folder.setText(self.tr("Add folder…"))
        for button in (self.add_files, self.add_folder):
            button.setAccessibleName(button.text())
        self.table.retranslate()

    def restyle(self) -> None:
        """Set the icons."""
        self.add_files.setIcon(self.theme.icon("mdi6.plus", "on_accent"))
        self.add_folder.setIcon(self.theme.icon("mdi6.folder-plus-outline"))
        icon = self.theme.icon("mdi6.tray-arrow-down", "accent")
        self._picture.setPixmap(icon.pixmap(QSize(72, 72), self.devicePixelRatioF()))

    def set_hot(self, is_hot: bool) -> None:
        """Show that something may be dropped now."""
        restate(self.target, "hot", "true" if is_hot else "false")

    def _switch(self) -> None:
        is_filled = self._model.rowCount() > 0
        # a page that is not shown would still claim its height, which banners may need
        policy = QSizePolicy.Policy.Ignored if is_filled else QSizePolicy.Policy.Preferred
        self._empty.setSizePolicy(policy, policy)
        self._stack.setCurrentIndex(1 if is_filled else 0)
