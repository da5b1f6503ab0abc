"""Every command of the window, once: text, shortcut, icon. Menus and toolbar share them."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMainWindow

from studio.ui.language import CHOICES, SYSTEM
from studio.ui.theme import Appearance, Theme

Key = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class _Look:
    icon: str = ""
    shortcuts: tuple[QKeySequence | QKeySequence.StandardKey, ...] = ()


LOOKS = {
    "add_files": _Look("mdi6.plus", (Key.Open,)),
    "add_folder": _Look("mdi6.folder-plus-outline", (QKeySequence("Ctrl+Shift+O"),)),
    "import_preset": _Look("mdi6.tune-variant"),
    "choose_ffmpeg": _Look("mdi6.cog-outline"),
    "quit": _Look("", (Key.Quit,)),
    "remove": _Look("mdi6.trash-can-outline", (Key.Delete,)),
    "duplicate": _Look("mdi6.content-duplicate", (QKeySequence("Ctrl+D"),)),
    "select_all": _Look("", (Key.SelectAll,)),
    "find": _Look("mdi6.magnify", (Key.Find,)),
    "start": _Look("mdi6.play", (QKeySequence("Ctrl+Return"),)),
    "cancel": _Look("mdi6.stop", (QKeySequence("Ctrl+."),)),
    "cancel_all": _Look("mdi6.stop-circle-outline", (QKeySequence("Ctrl+Shift+."),)),
    "requeue": _Look("mdi6.restart", (QKeySequence("Ctrl+R"),)),
    "check": _Look("mdi6.check-decagram-outline", (QKeySequence("Ctrl+K"),)),
    "preview": _Look("mdi6.television-play", (QKeySequence("Ctrl+P"),)),
    "open_folder": _Look("mdi6.folder-open-outline", (QKeySequence("Ctrl+L"),)),
    "about": _Look("mdi6.information-outline", (Key.HelpContents,)),
}


class Actions:
    """Holds the QActions by name: ``actions["start"]``."""

    def __init__(self, window: QMainWindow, theme: Theme, undo: QUndoStack) -> None:
        self._theme = theme
        self._by_name = {name: QAction(window) for name in LOOKS}
        self._by_name["undo"] = undo.createUndoAction(window)
        self._by_name["redo"] = undo.createRedoAction(window)
        self._by_name["undo"].setShortcuts(Key.Undo)
        self._by_name["redo"].setShortcuts(Key.Redo)
        for name, look in LOOKS.items():
            self._by_name[name].setShortcuts([QKeySequence(key) for key in look.shortcuts])
        self._by_name["quit"].setMenuRole(QAction.MenuRole.QuitRole)
        self._by_name["about"].setMenuRole(QAction.MenuRole.AboutRole)
        self._by_name["remove"].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._by_name["select_all"].setShortcutContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self.appearances = _choices(window, [item.value for item in Appearance])
        self.languages = _choices(window, [SYSTEM, *(code for code, _ in CHOICES)])
        self.retranslate()
        self.restyle()

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def restyle(self) -> None:
        """Set the icons."""
        for name, look in LOOKS.items():
            if look.icon:
                tone = "on_accent" if name == "start" else "text"
                self._by_name[name].setIcon(self._theme.icon(look.icon, tone))
        self._by_name["undo"].setIcon(self._theme.icon("mdi6.undo"))
        self._by_name["redo"].setIcon(self._theme.icon("mdi6.redo"))

    def retranslate(self) -> None:
        """Set every text."""
        for name, (text, tip) in _texts().items():
            action = self._by_name[name]
            action.setText(text)
            action.setIconText(short_text(text))
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{tip} ({key})" if key else tip)
            action.setStatusTip("")
        for value, text in _appearance_texts().items():
            self.appearances[value].setText(text)
        system = QCoreApplication.translate("Actions", "System")
        for code, name in ((SYSTEM, system), *CHOICES):
            self.languages[code].setText(name)


def short_text(text: str) -> str:
    """Return a menu text as a button says it: without mnemonic and dots."""
    return re.sub(r"\(&\w\)", "", text).replace("&", "").removesuffix("…")


def _choices(window: QMainWindow, values: list[str]) -> dict[str, QAction]:
    group = QActionGroup(window)
    made = {}
    for value in values:
        action = QAction(window)
        action.setCheckable(True)
        action.setData(value)
        group.addAction(action)
        made[value] = action
    return made


def _appearance_texts() -> dict[str, str]:
    return {
        Appearance.SYSTEM.value: QCoreApplication.translate("Actions", "System"),
        Appearance.LIGHT.value: QCoreApplication.translate("Actions", "Light"),
        Appearance.DARK.value: QCoreApplication.translate("Actions", "Dark"),
    }


def _texts() -> dict[str, tuple[str, str]]:
    """Return the menu text and the tool tip of every command."""
    return {
        "add_files": (
            QCoreApplication.translate("Actions", "Add &files…"),
            QCoreApplication.translate("Actions", "Add video files to the list"),
        ),
        "add_folder": (
            QCoreApplication.translate("Actions", "Add f&older…"),
            QCoreApplication.translate("Actions", "Add every video below a folder"),
        ),
        "import_preset": (
            QCoreApplication.translate("Actions", "&Import preset…"),
            QCoreApplication.translate("Actions", "Add a preset from a JSON file"),
        ),
        "choose_ffmpeg": (
            QCoreApplication.translate("Actions", "Choose ff&mpeg…"),
            QCoreApplication.translate("Actions", "Use another ffmpeg program"),
        ),
        "quit": (
            QCoreApplication.translate("Actions", "&Quit"),
            QCoreApplication.translate("Actions", "Close the window"),
        ),
        "remove": (
            QCoreApplication.translate("Actions", "&Remove from list"),
            QCoreApplication.translate("Actions", "Remove the selection; files stay on disk"),
        ),
        "duplicate": (
            QCoreApplication.translate("Actions", "&Duplicate"),
            QCoreApplication.translate("Actions", "Add the selection once more"),
        ),
        "select_all": (
            QCoreApplication.translate("Actions", "Select &all"),
            QCoreApplication.translate("Actions", "Select every file"),
        ),
        "find": (
            QCoreApplication.translate("Actions", "&Find"),
            QCoreApplication.translate("Actions", "Search by name"),
        ),
        "start": (
            QCoreApplication.translate("Actions", "&Start"),
            QCoreApplication.translate("Actions", "Convert every file that is ready"),
        ),
        "cancel": (
            QCoreApplication.translate("Actions", "&Cancel"),
            QCoreApplication.translate("Actions", "Cancel the selection, or everything"),
        ),
        "cancel_all": (
            QCoreApplication.translate("Actions", "Cancel a&ll"),
            QCoreApplication.translate("Actions", "Cancel everything that waits or runs"),
        ),
        "requeue": (
            QCoreApplication.translate("Actions", "&Queue again"),
            QCoreApplication.translate("Actions", "Make the selection ready to start again"),
        ),
        "check": (
            QCoreApplication.translate("Actions", "Chec&k"),
            QCoreApplication.translate("Actions", "Play the selection in every browser found"),
        ),
        "preview": (
            QCoreApplication.translate("Actions", "&Preview"),
            QCoreApplication.translate("Actions", "Play the selection through MSE"),
        ),
        "open_folder": (
            QCoreApplication.translate("Actions", "Open containing &folder"),
            QCoreApplication.translate("Actions", "Show the result in its folder"),
        ),
        "about": (
            QCoreApplication.translate("Actions", "&About MSE Studio"),
            QCoreApplication.translate("Actions", "Versions of what works here"),
        ),
    }
