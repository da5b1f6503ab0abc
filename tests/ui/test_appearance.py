"""Light and dark, languages, names for screen readers, the keyboard."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from studio.ui import theme as looks
from studio.ui.actions import LOOKS
from studio.ui.app import Studio
from studio.ui.states import Group
from studio.ui.theme import Appearance, Colors

Add = Callable[..., None]
INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
)


def luminance(color: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colors", [looks.LIGHT, looks.DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_its_ground(colors: Colors) -> None:
    grounds = (colors.surface, colors.window, colors.selection)
    for tone in (colors.text, colors.secondary):
        assert min(contrast(tone, ground) for ground in grounds) >= 4.5
    for tone in (colors.accent, colors.success, colors.warning, colors.danger):
        assert contrast(tone, colors.surface) >= 4.5
        assert contrast(tone, colors.selection) >= 4.5
    assert contrast(colors.on_accent, colors.accent) >= 4.5
    for ground in (colors.success_soft, colors.warning_soft, colors.danger_soft):
        assert contrast(colors.text, ground) >= 4.5
        assert contrast(colors.secondary, ground) >= 4.5


def test_appearance_changes_at_once_and_is_kept(
    studio: Studio, qtbot: QtBot, make_studio: Callable[..., Studio]
) -> None:
    light = studio.window.grab().toImage().pixelColor(300, 400).lightness()
    studio.window.actions_by_name.appearances["dark"].trigger()
    assert studio.theme.is_dark
    assert studio.window.grab().toImage().pixelColor(300, 400).lightness() < light - 100
    assert studio.desk.toolbox.settings.theme == "dark"
    studio.theme.apply(Appearance.LIGHT)
    assert not studio.theme.is_dark


@pytest.mark.parametrize(("code", "start"), [("zh_CN", "开始"), ("ru", "Старт"), ("en", "Start")])
def test_the_language_changes_at_once(
    studio: Studio, code: str, start: str, clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, clip)
    actions = studio.window.actions_by_name
    actions.languages[code].trigger()
    qtbot.waitUntil(lambda: actions["start"].iconText() == start)
    assert studio.desk.toolbox.settings.language == code
    actions.languages["en"].trigger()
    qtbot.waitUntil(lambda: actions["start"].iconText() == "Start")


def test_russian_counts_as_russians_do(studio: Studio, qtbot: QtBot) -> None:
    studio.window.actions_by_name.languages["ru"].trigger()
    settings = studio.window.inspector.settings
    said = [settings.tr("%n file(s) selected", "", n) for n in (1, 2, 5, 21)]
    assert said == [
        "Выбран 1 файл",
        "Выбрано 2 файла",
        "Выбрано 5 файлов",
        "Выбран 21 файл",
    ]
    studio.window.actions_by_name.languages["en"].trigger()


def test_everything_one_can_use_has_a_name(studio: Studio, clip: Path, add: Add) -> None:
    add(studio, clip)
    parts = [part for part in studio.window.findChildren(QWidget) if isinstance(part, INTERACTIVE)]
    unnamed = [
        f"{type(part).__name__} in {type(part.parent()).__name__}"
        for part in parts
        if not part.accessibleName() and not is_inner(part)
    ]
    assert len(parts) > 20
    assert unnamed == []


def is_inner(part: QWidget) -> bool:
    """Parts that Qt makes inside a named one, or that only scroll."""
    parent = part.parent()
    inner = isinstance(parent, QAbstractSpinBox | QComboBox | QLineEdit | QTabBar)
    inside_view = isinstance(parent, QAbstractItemView)
    popup = type(parent).__name__ == "QComboBoxPrivateContainer" or (
        isinstance(parent, QWidget) and isinstance(parent.parent(), QComboBox)
    )
    overflow = part.objectName().startswith("qt_")
    return inner or inside_view or popup or overflow


def test_every_command_is_in_a_menu(studio: Studio) -> None:
    in_menus = set()
    for top in studio.window.menuBar().actions():
        menu = top.menu()
        in_menus |= {id(action) for action in menu.actions()}  # type: ignore[attr-defined]
    toolbar = [action for action in studio.window.chrome.toolbar.actions() if action.text()]
    assert toolbar
    assert all(id(action) in in_menus for action in toolbar)


def test_shortcuts_do_not_clash(studio: Studio) -> None:
    keys = [
        key.toString()
        for name in (*LOOKS, "undo", "redo")
        for key in studio.window.actions_by_name[name].shortcuts()
        if not key.isEmpty()
    ]
    assert len(keys) > 30
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("code", ["en", "zh_CN", "ru"])
def test_letters_of_a_menu_do_not_clash(studio: Studio, code: str, qtbot: QtBot) -> None:
    studio.window.actions_by_name.languages[code].trigger()
    for entry in studio.window.menuBar().actions():
        menu = entry.menu()
        assert isinstance(menu, QMenu)
        letters = [
            found[1].lower()
            for action in menu.actions()
            if (found := re.search(r"&(\w)", action.text()))
        ]
        assert len(letters) == len(set(letters)), f"{entry.text()}: {letters}"
    studio.window.actions_by_name.languages["en"].trigger()


def test_the_keyboard_reaches_every_region(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot, qapp: QApplication
) -> None:
    add(studio, clip)
    window = studio.window
    window.activateWindow()
    window.table.setFocus()
    reached: set[QWidget] = set()
    for _ in range(60):
        focus = qapp.focusWidget()
        if focus is None:
            break
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert window.presets.list in reached
    assert window.table in reached
    assert window.chrome.search in reached
    assert window.inspector.tabs.tabBar() in reached
    assert window.inspector.settings.gop.seconds in reached
    assert window.inspector.settings.output.name in reached
    assert window.chips[Group.ALL] in reached
    assert window.chrome.slots.spin in reached
    assert window.bar.when_done in reached
    assert any(type(part).__name__ == "QToolButton" for part in reached)


def test_find_goes_to_the_search_box(studio: Studio) -> None:
    studio.window.activateWindow()
    studio.window.actions_by_name["find"].trigger()
    assert studio.window.chrome.search.hasFocus()
