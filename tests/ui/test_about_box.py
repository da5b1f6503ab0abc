"""The box that names the parts: the engine's Chromium above all, because it ages."""

import re

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studio.ui.about_box import show_about


def test_the_chromium_inside_is_named(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = show_about(parent, None)
    assert f"Qt {qVersion()}" in box.informativeText()
    version = re.compile(r"Qt WebEngine \d+\.\d+\.\d+ \(Chromium \d{3,}\.\d+\.\d+\.\d+\)$")
    qtbot.waitUntil(lambda: bool(version.search(box.informativeText())), timeout=30_000)
    box.close()


def test_closing_it_early_leaves_no_process(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = show_about(parent, None)
    engine = box._engine
    box.close()
    assert engine.processId() == 0
