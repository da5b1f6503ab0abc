"""The choice of what happens when the queue is done, as a small menu for the status bar."""

from PySide6.QtCore import QEvent, QProcess
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton, QWidget

from studio.batch.after import WhenDone as Action
from studio.batch.after import is_possible
from studio.ui.toolbox import Toolbox
from studio.ui.when_done import chosen_action


class WhenDoneButton(QToolButton):
    """Shows the choice and lets the user change it; what is chosen is a setting."""

    def __init__(self, toolbox: Toolbox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._toolbox = toolbox
        self._dialog: QInputDialog | None = None
        self.setProperty("role", "quiet")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu, group = QMenu(self), QActionGroup(self)
        self.choices: dict[Action, QAction] = {}
        for value in Action:
            action = QAction(group)
            action.setCheckable(True)
            action.setData(value.value)
            action.setEnabled(is_possible(value))
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
            Action.NOTHING: self.tr("Nothing"),
            Action.SLEEP: self.tr("Sleep"),
            Action.SHUT_DOWN: self.tr("Shut down"),
            Action.COMMAND: self.tr("Run a command…"),
        }
        for value, action in self.choices.items():
            action.setText(texts[value])
        chosen = chosen_action(settings)
        self.choices[chosen].setChecked(True)
        shown = texts[chosen].removesuffix("…")
        self.setText(self.tr("When done: {action}").format(action=shown))
        self.setAccessibleName(self.text())
        command = command_text(settings.when_done_command) if chosen is Action.COMMAND else ""
        self.setToolTip(command or self.tr("What happens when the queue has nothing left to do"))

    def changeEvent(self, event: QEvent) -> None:
        """Hear that the language changed."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_chosen(self, action: QAction) -> None:
        if action.data() != Action.COMMAND:
            self._toolbox.change(when_done=str(action.data()))
            return
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Run a command when done"))
        dialog.setLabelText(
            self.tr(
                "Program and arguments, with quotation marks around what holds spaces.\n"
                "{done} and {failed} become the numbers of files."
            )
        )
        dialog.setTextValue(command_text(self._toolbox.settings.when_done_command))
        dialog.textValueSelected.connect(self._on_command)
        dialog.finished.connect(self.retranslate)  # the mark goes back when it was cancelled
        dialog.open()
        self._dialog = dialog

    def _on_command(self, text: str) -> None:
        command = tuple(QProcess.splitCommand(text))
        if command:
            self._toolbox.change(when_done=Action.COMMAND.value, when_done_command=command)
        else:
            self._toolbox.change(when_done=Action.NOTHING.value, when_done_command=())


def command_text(command: tuple[str, ...]) -> str:
    """Return a command as one line that ``QProcess.splitCommand`` takes apart again."""
    return " ".join(_quoted(part) for part in command)


def _quoted(part: str) -> str:
    escaped = part.replace('"', '"""')
    return f'"{escaped}"' if any(c.isspace() for c in part) else escaped
