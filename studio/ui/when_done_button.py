"""The choice of what happens when the queue is done, as a small menu for the status bar."""

from PySide6.QtCore import QEvent, QProcess
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton, QWidget

from studio.ui.toolbox import Toolbox
from studio.ui.when_done import ACTIONS, COMMAND, NOTHING, SHUT_DOWN, SLEEP


class WhenDoneButton(QToolButton):
    """Shows the choice and lets the user change it; what is chosen is a setting."""

    def __init__(self, toolbox: Toolbox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._toolbox = toolbox
        self._dialog: QInputDialog | None = None
        self.setProperty("role", "quiet")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu, group = QMenu(self), QActionGroup(self)
        self.choices: dict[str, QAction] = {}
        for value in ACTIONS:
            action = QAction(group)
            action.setCheckable(True)
            action.setData(value)
            self.choices[value] = action
        menu.addActions(group.actions())
        group.triggered.connect(self._on_chosen)
        self.setMenu(menu)
        toolbox.settings_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text, and the mark at what is chosen."""
        settings = self._toolbox.settings
        texts = {
            NOTHING: self.tr("Nothing"),
            SLEEP: self.tr("Sleep"),
            SHUT_DOWN: self.tr("Shut down"),
            COMMAND: self.tr("Run a command…"),
        }
        for value, action in self.choices.items():
            action.setText(texts[value])
        chosen = settings.when_done if settings.when_done in self.choices else NOTHING
        self.choices[chosen].setChecked(True)
        shown = texts[chosen].removesuffix("…")
        self.setText(self.tr("When done: {action}").format(action=shown))
        self.setAccessibleName(self.text())
        command = command_text(settings.when_done_command) if chosen == COMMAND else ""
        self.setToolTip(command or self.tr("What happens when the queue has nothing left to do"))

    def changeEvent(self, event: QEvent) -> None:
        """Hear that the language changed."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_chosen(self, action: QAction) -> None:
        if action.data() != COMMAND:
            self._toolbox.change(when_done=str(action.data()))
            return
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Run a command when done"))
        dialog.setLabelText(
            self.tr("Program and arguments; put what holds spaces between quotation marks:")
        )
        dialog.setTextValue(command_text(self._toolbox.settings.when_done_command))
        dialog.textValueSelected.connect(self._on_command)
        dialog.finished.connect(self.retranslate)  # the mark goes back when it was cancelled
        dialog.open()
        self._dialog = dialog

    def _on_command(self, text: str) -> None:
        command = tuple(QProcess.splitCommand(text))
        if command:
            self._toolbox.change(when_done=COMMAND, when_done_command=command)
        else:
            self._toolbox.change(when_done=NOTHING, when_done_command=())


def command_text(command: tuple[str, ...]) -> str:
    """Return a command as one line that ``QProcess.splitCommand`` takes apart again."""
    return " ".join(_quoted(part) for part in command)


def _quoted(part: str) -> str:
    escaped = part.replace('"', '"""')
    return f'"{escaped}"' if any(c.isspace() for c in part) else escaped
