"""The settings' row for player libraries."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from studio.ui.app import Studio


def test_a_chosen_folder_is_kept_and_what_is_in_it_is_said(
    studio: Studio, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "node_modules" / "hls.js"
    (package / "dist").mkdir(parents=True)
    (package / "dist" / "hls.min.js").write_text("1")
    (package / "package.json").write_text(json.dumps({"name": "hls.js", "version": "1.7.4"}))
    field = studio.window.open_settings().pages.libraries
    assert not field.clear.isEnabled()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    field.choose.click()
    qtbot.waitUntil(lambda: "hls.js 1.7.4" in field.found.text())
    assert field.folder.toolTip() == str(tmp_path)
    assert studio.desk.toolbox.settings.libraries_dir == str(tmp_path)
    (package / "package.json").write_text("{}")
    studio.window.open_settings()
    qtbot.waitUntil(lambda: field.found.text().startswith("Neither"))
    field.clear.click()
    assert studio.desk.toolbox.settings.libraries_dir == ""
    assert not field.clear.isEnabled()
    assert "Nothing is downloaded" in field.found.text()
