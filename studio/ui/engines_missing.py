"""An engine that is not on this machine, and how to get it."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from studio.ui.core_words import translated
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, Panel, Text, use_fixed_font
from studio.verdict.missing import MissingEngine


class MissingRow(Panel):
    """A sentence, and the terminal's line with a button that copies it."""

    def __init__(self, theme: Theme, missing: MissingEngine) -> None:
        super().__init__(theme)
        self.missing = missing
        self.title, self.how = Text("title"), Text("secondary", selectable=True)
        self.command = QLineEdit(missing.command)
        self.command.setReadOnly(True)
        self.command.setCursorPosition(0)
        use_fixed_font(self.command)
        self.copy = QPushButton()
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._on_copy)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self.command, 1)
        row.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, UNIT)
        column.setSpacing(UNIT // 2)
        column.addWidget(self.title)
        column.addWidget(self.how)
        column.addLayout(row)
        for part in (self.command, self.copy):
            part.setVisible(bool(missing.command))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        title = translated(self.missing.title)
        self.title.setText(title)
        self.how.setText(translated(self.missing.how))
        self.command.setAccessibleName(
            self.tr("Command that installs {engine}").format(engine=title)
        )
        self.copy.setText(self.tr("Copy"))
        self.copy.setAccessibleName(
            self.tr("Copy the command that installs {engine}").format(engine=title)
        )

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.missing.command)
