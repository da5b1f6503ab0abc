"""Every command of the window, once: text, shortcut, icon. Menus and toolbar share them."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMainWindow

from studio.ui.action_texts import appearance_texts, step_texts, texts
from studio.ui.language import CHOICES, SYSTEM
from studio.ui.theme import Appearance, Theme

Key = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class _Look:
    icon: str = ""
    shortcuts: tuple[str | QKeySequence.StandardKey, ...] = ()


LOOKS = {
    "add_files": _Look("mdi6.plus", (Key.Open,)),
    "add_folder": _Look("mdi6.folder-plus-outline", ("Ctrl+Shift+O",)),
    "import_queue": _Look("mdi6.import", ("Ctrl+I",)),
    "export_queue": _Look("mdi6.export", ("Ctrl+E",)),
    "import_preset": _Look("mdi6.tune-variant"),
    "choose_ffmpeg": _Look("mdi6.application-cog-outline"),
    "preferences": _Look("mdi6.cog-outline", ("Ctrl+,",)),
    "quit": _Look("", (Key.Quit,)),
    "remove": _Look("mdi6.trash-can-outline", (Key.Delete,)),
    "remove_finished": _Look("mdi6.broom", ("Ctrl+Shift+Del",)),
    "duplicate": _Look("mdi6.content-duplicate", ("Ctrl+D",)),
    "select_all": _Look("", (Key.SelectAll,)),
    "find": _Look("mdi6.magnify", (Key.Find,)),
    "start": _Look("mdi6.play", ("Ctrl+Return",)),
    "pause": _Look("mdi6.pause", ("Ctrl+Shift+P",)),
    "stop_after": _Look("mdi6.stop", ("Ctrl+.",)),
    "stop_now": _Look("mdi6.stop-circle-outline", ("Ctrl+Shift+.",)),
    "stop_before": _Look("mdi6.octagon-outline", ("Ctrl+B",)),
    "pause_jobs": _Look("mdi6.pause-circle-outline"),
    "resume_jobs": _Look("mdi6.play-circle-outline"),
    "hold": _Look("mdi6.hand-back-left-outline", ("Ctrl+Shift+H",)),
    "release": _Look("mdi6.hand-okay", ("Ctrl+Shift+U",)),
    "cancel": _Look("mdi6.close-circle-outline", ("Ctrl+Del",)),
    "retry": _Look("mdi6.restart", ("Ctrl+R",)),
    "retry_failed": _Look("mdi6.restart-alert", ("Ctrl+Shift+R",)),
    "retry_all": _Look(""),
    "move_top": _Look("mdi6.arrow-collapse-up", ("Alt+Home",)),
    "move_up": _Look("mdi6.arrow-up", ("Alt+Up",)),
    "move_down": _Look("mdi6.arrow-down", ("Alt+Down",)),
    "move_end": _Look("mdi6.arrow-collapse-down", ("Alt+End",)),
    "locate": _Look("mdi6.file-search-outline"),
    "keep": _Look("mdi6.content-save-outline"),
    "discard": _Look("mdi6.file-remove-outline"),
    "check": _Look("mdi6.check-decagram-outline", ("Ctrl+K",)),
    "check_files": _Look("mdi6.file-eye-outline"),
    "check_folder": _Look("mdi6.folder-eye-outline"),
    "stop_check": _Look("mdi6.stop-circle-outline"),
    "stop_checks": _Look(""),
    "save_report": _Look("mdi6.file-chart-outline"),
    "save_report_all": _Look(""),
    "examine": _Look("mdi6.text-box-search-outline", ("Ctrl+Shift+K",)),
    "repair": _Look("mdi6.wrench-outline"),
    "explain": _Look("mdi6.message-question-outline"),
    "break_file": _Look("mdi6.image-broken-variant"),
    "share": _Look("mdi6.cellphone-link", ("Ctrl+Shift+D",)),
    "engines": _Look("mdi6.web"),
    "stream_files": _Look("mdi6.filmstrip", ("Ctrl+Shift+V",)),
    "stream_clock": _Look("mdi6.clock-outline"),
    "stream_loop": _Look("mdi6.repeat"),
    "stream_encode": _Look("mdi6.movie-open-play-outline"),
    "stream_test": _Look("mdi6.television-classic", ("Ctrl+Shift+T",)),
    "stream_camera": _Look("mdi6.webcam"),
    "stream_screen": _Look("mdi6.monitor"),
    "stream_microphone": _Look("mdi6.microphone-outline"),
    "stream_start": _Look("mdi6.play"),
    "stream_stop": _Look("mdi6.stop"),
    "stream_record": _Look("mdi6.record-circle-outline"),
    "stream_end_recording": _Look("mdi6.content-save-check-outline"),
    "stream_play": _Look("mdi6.television-play"),
    "stream_browse": _Look("mdi6.open-in-new"),
    "stream_remove": _Look("mdi6.trash-can-outline"),
    "stream_address": _Look("mdi6.form-textbox", ("Ctrl+Shift+A",)),
    "watch_job": _Look("mdi6.eye-outline", ("Ctrl+Shift+W",)),
    "make_ladder": _Look("mdi6.stairs"),
    "make_bundle": _Look("mdi6.package-variant"),
    "preview": _Look("mdi6.television-play", ("Ctrl+P",)),
    "fill_preview": _Look("mdi6.arrow-expand-all", ("Ctrl+Shift+F",)),
    "open_result": _Look("mdi6.open-in-app"),
    "open_folder": _Look("mdi6.folder-open-outline", ("Ctrl+L",)),
    "copy_log": _Look("mdi6.content-copy", ("Ctrl+Shift+C",)),
    "save_bundle": _Look("mdi6.lifebuoy"),
    "queue_order": _Look("mdi6.sort-variant-remove"),
    "about": _Look("mdi6.information-outline", (Key.HelpContents,)),
}
ON_THE_TABLE = (
    "remove",
    "remove_finished",
    "select_all",
    "move_top",
    "move_up",
    "move_down",
    "move_end",
    "cancel",
)
"""Keys that mean something else in a text field or a list work in the table only."""
ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
    "preferences": QAction.MenuRole.PreferencesRole,
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
            self._by_name[name].setMenuRole(ROLES.get(name, QAction.MenuRole.NoRole))
        for name in ON_THE_TABLE:
            here = Qt.ShortcutContext.WidgetWithChildrenShortcut
            self._by_name[name].setShortcutContext(here)
        self._by_name["stop_before"].setCheckable(True)
        self._by_name["fill_preview"].setCheckable(True)
        self.appearances = _choices(window, [item.value for item in Appearance])
        self.languages = _choices(window, [SYSTEM, *(code for code, _ in CHOICES)])
        self._is_paused = False
        self._steps = undo
        undo.undoTextChanged.connect(self._name_steps)
        undo.redoTextChanged.connect(self._name_steps)
        self.retranslate()
        self.restyle()

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def of_the_table(self) -> list[QAction]:
        """Return what the table itself must hold for its keys to work."""
        return [self._by_name[name] for name in ON_THE_TABLE]

    def show_paused(self, is_paused: bool) -> None:
        """Let Pause be Resume while the queue stands still."""
        if is_paused != self._is_paused:
            self._is_paused = is_paused
            self._name("pause", *texts()["resume" if is_paused else "pause"])
            self.restyle()

    def restyle(self) -> None:
        """Set the icons."""
        for name, look in LOOKS.items():
            icon = "mdi6.play-pause" if name == "pause" and self._is_paused else look.icon
            if icon:
                tone = "on_accent" if name == "start" else "text"
                self._by_name[name].setIcon(self._theme.icon(icon, tone))
        self._by_name["undo"].setIcon(self._theme.icon("mdi6.undo"))
        self._by_name["redo"].setIcon(self._theme.icon("mdi6.redo"))

    def retranslate(self) -> None:
        """Set every text."""
        known = texts()
        for name in LOOKS:
            resumes = name == "pause" and self._is_paused
            self._name(name, *known["resume" if resumes else name])
        for value, text in appearance_texts().items():
            self.appearances[value].setText(text)
        system = QCoreApplication.translate("Actions", "System")
        for code, name in ((SYSTEM, system), *CHOICES):
            self.languages[code].setText(name)
        self._name_steps()

    def _name_steps(self, _text: str = "") -> None:
        """Say what Undo and Redo do; Qt's own words would keep the language of the start."""
        for name, step in (("undo", self._steps.undoText()), ("redo", self._steps.redoText())):
            plain, named = step_texts()[name]
            self._by_name[name].setText(named.format(step=step) if step else plain)

    def _name(self, name: str, text: str, tip: str) -> None:
        action = self._by_name[name]
        action.setText(text)
        action.setIconText(short_text(text))
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({key})" if key else tip)
        action.setStatusTip("")


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
