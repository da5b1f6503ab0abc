"""Where the user keeps player libraries, and which were found there."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from studio.preview.libraries_found import Library, find_libraries
from studio.ui.bridge import Workers
from studio.ui.theme import Theme
from studio.ui.toolbox import Toolbox
from studio.ui.widgets import UNIT, ElidedText, Panel, Text


class LibrariesField(Panel):
    """A folder to choose; what is found in it is said below."""

    def __init__(self, theme: Theme, toolbox: Toolbox) -> None:
        super().__init__(theme)
        self._toolbox = toolbox
        self._workers: Workers | None = None
        self._shown = ""
        self._found: tuple[Library, ...] | None = None
        self._label, self.folder = QLabel(), ElidedText("secondary")
        self.choose, self.clear = QPushButton(), QPushButton()
        self.found = Text("secondary")
        self._label.setBuddy(self.choose)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        row.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, UNIT, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addWidget(self._label)
        column.addLayout(row)
        column.addWidget(self.found)
        self.choose.clicked.connect(self._ask)
        self.clear.clicked.connect(lambda: toolbox.change(libraries_dir=""))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        self._label.setText(self.tr("Player libraries for the preview"))
        self.choose.setText(self.tr("Choose…"))
        self.choose.setAccessibleName(self.tr("Choose the folder of player libraries"))
        self.clear.setText(self.tr("None"))
        self.clear.setAccessibleName(self.tr("Use no player libraries"))
        self._say()

    def show_settings(self) -> None:
        """Show what is set; nobody is told."""
        chosen = self._toolbox.settings.libraries_dir
        if chosen != self._shown:
            self._shown, self._found = chosen, None
            if chosen:
                self._look(chosen)
        self._say()

    def look_again(self) -> None:
        """Look into the folder once more: it may have changed."""
        if self._shown:
            self._look(self._shown)

    def _look(self, chosen: str) -> None:
        if self._workers is None:
            self._workers = Workers("libraries", 1, self)

        def take(found: tuple[Library, ...]) -> None:
            if chosen == self._shown:
                self._found = found
                self._say()

        self._workers.run(lambda: find_libraries(Path(chosen)), take, lambda _problem: None)

    def _say(self) -> None:
        self.folder.set_whole(self._shown or self.tr("No folder"))
        self.clear.setEnabled(bool(self._shown))
        if not self._shown:
            text = self.tr(
                "With hls.js, Shaka Player or dash.js in a folder of yours, the preview can play "
                "files in them, too. Nothing is downloaded."
            )
        elif self._found is None:
            text = self.tr("Looking…")
        elif self._found:
            names = (f"{found.kind.title} {found.version}".strip() for found in self._found)
            text = self.tr("Found: {libraries}").format(libraries=", ".join(names))
        else:
            text = self.tr("Neither hls.js nor Shaka Player nor dash.js was found there.")
        self.found.setText(text)

    def _ask(self) -> None:
        title = self.tr("Folder of player libraries")
        known = self._shown or str(Path.home())
        chosen = QFileDialog.getExistingDirectory(self, title, known)
        if chosen:
            self._toolbox.change(libraries_dir=chosen)
