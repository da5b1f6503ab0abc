"""Presets, keyframes, folder: what the user chooses is what is planned and shown."""

import shlex
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from studio.transcode.argv import display_command, ffmpeg_arguments
from studio.transcode.model import Overrides
from studio.transcode.plan import build_plan
from studio.transcode.tools import Ffmpeg
from studio.ui.app import Studio
from studio.ui.rich_list import KEY

Add = Callable[..., None]


def says(studio: Studio) -> str:
    return studio.window.inspector.settings.result.what.text()


def test_the_rhythm_is_shown_in_frames_and_seconds(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, clip)
    qtbot.waitUntil(lambda: says(studio) == "A keyframe every 48 frames (2.002 s).")


def test_another_number_of_seconds_is_planned_exactly(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, clip)
    fields = studio.window.inspector.settings.gop
    fields.seconds.setValue(1.5)
    qtbot.waitUntil(lambda: says(studio) == "A keyframe every 36 frames (1.502 s).")
    assert studio.desk.files.at(0).settings.overrides == Overrides(gop_seconds=Fraction(3, 2))
    studio.window.inspector.settings.reset.click()
    qtbot.waitUntil(lambda: says(studio) == "A keyframe every 48 frames (2.002 s).")
    assert studio.desk.files.at(0).settings.overrides == Overrides()


def test_changing_the_unit_keeps_the_rhythm(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, clip)
    qtbot.waitUntil(lambda: "48" in says(studio))
    fields = studio.window.inspector.settings.gop
    fields.unit.setCurrentIndex(1)
    fields.unit.activated.emit(1)
    assert fields.frames.value() == 48
    entry = studio.desk.files.at(0)
    qtbot.waitUntil(lambda: entry.settings.overrides == Overrides(gop_frames=48))
    fields.frames.setValue(30)
    qtbot.waitUntil(lambda: says(studio).startswith("A keyframe every 30 frames"))


def test_scene_cuts_make_the_distance_a_longest_one(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, clip)
    studio.window.inspector.settings.gop.scene_cuts.setChecked(True)
    qtbot.waitUntil(lambda: says(studio).startswith("A keyframe at least every 48 frames"))


def test_a_smallest_distance_above_the_distance_is_refused_inline(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, clip)
    settings = studio.window.inspector.settings
    settings.gop.smallest.setValue(500)
    qtbot.waitUntil(lambda: settings.result.property("box") == "danger")
    assert settings.gop.smallest.property("state") == "invalid"
    assert settings.result.what.text()
    studio.window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: settings.result.property("box") != "danger")


def test_a_preset_applies_to_the_selection_and_to_files_to_come(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, clip)
    presets = studio.window.presets.list
    rows = {presets.item(row).data(KEY): row for row in range(presets.count())}
    presets.setCurrentRow(rows["mp4-h264-aac"])
    entry = studio.desk.files.at(0)
    qtbot.waitUntil(lambda: entry.settings.preset.id == "mp4-h264-aac")
    assert studio.desk.defaults.preset.id == "mp4-h264-aac"
    studio.window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: entry.settings.preset.id == "webm-vp8-vorbis")
    qtbot.waitUntil(lambda: presets.currentItem().data(KEY) == "webm-vp8-vorbis")


def test_the_shown_command_is_the_list_of_arguments(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot, ffmpeg: Ffmpeg
) -> None:
    add(studio, clip)
    panel = studio.window.inspector.command
    qtbot.waitUntil(lambda: bool(panel.text.toPlainText()))
    entry = studio.desk.files.at(0)
    assert entry.info is not None
    preset = entry.settings.preset
    plan = build_plan(entry.info, preset, encoders=ffmpeg.encoders, filters=ffmpeg.filters)
    arguments = ffmpeg_arguments(plan, clip.with_suffix(".webm"), ffmpeg.path)
    assert panel.text.toPlainText() == display_command(arguments)
    assert shlex.split(panel.text.toPlainText()) == arguments
    panel.copy.click()
    assert QGuiApplication.clipboard().text() == display_command(arguments)


def test_every_option_of_the_command_has_its_reason(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, clip)
    reasons = studio.window.inspector.command.reasons
    qtbot.waitUntil(lambda: reasons.count() > 5)
    told = [str(reasons.item(row).data(Qt.ItemDataRole.UserRole + 1)) for row in range(5)]
    assert all(told)


def test_a_folder_chosen_once_is_kept_for_the_next_window(
    studio: Studio,
    clip: Path,
    add: Add,
    qtbot: QtBot,
    tmp_path: Path,
    make_studio: Callable[..., Studio],
) -> None:
    add(studio, clip)
    folder = tmp_path / "results"
    folder.mkdir()
    studio.desk.choose_folder(list(studio.desk.files), folder)
    entry = studio.desk.files.at(0)
    qtbot.waitUntil(lambda: entry.target == folder / "harbour.webm")
    command = studio.window.inspector.command.text
    qtbot.waitUntil(lambda: str(folder) in command.toPlainText())
    studio.close()
    again = make_studio(keep_settings=True)
    assert again.desk.defaults.output.folder == folder


def test_a_preset_whose_encoder_is_missing_is_greyed_with_the_reason(
    studio: Studio,
) -> None:
    found = studio.desk.toolbox.ffmpeg
    assert found is not None
    studio.desk.toolbox.ffmpeg = Ffmpeg(found.path, found.version, frozenset({"libx264", "aac"}))
    studio.desk.toolbox.ffmpeg_changed.emit()
    presets = studio.window.presets.list
    items = {presets.item(row).data(KEY): presets.item(row) for row in range(presets.count())}
    assert not items["webm-vp8-vorbis"].flags() & Qt.ItemFlag.ItemIsEnabled
    assert "libvpx" in str(items["webm-vp8-vorbis"].data(Qt.ItemDataRole.UserRole + 1))
    assert items["mp4-h264-aac"].flags() & Qt.ItemFlag.ItemIsEnabled
