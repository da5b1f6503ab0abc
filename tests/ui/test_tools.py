"""The Tools menu: repair, encode again, explain, break; each from the window."""

import dataclasses
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from studio.ui import dialogs
from studio.ui.app import Studio
from studio.ui.break_dialog import BreakDialog
from studio.ui.entries import Change, Entry
from studio.ui.look import Look
from studio.ui.repair_dialog import RepairDialog
from studio.ui.tool_commands import repaired_name
from studio.verdict.model import Ladder
from tests.conftest import ClipFactory

Add = Callable[..., None]
LOOK_MS = 20_000
VP8 = ("-c:v", "libvpx", "-deadline", "realtime", "-g", "25", "-b:v", "100k")
VORBIS = ("-c:a", "libvorbis")
MESSAGE = (
    "CHUNK_DEMUXER_ERROR_APPEND_FAILED: Got a block with a timecode before the previous block."
)


@pytest.fixture
def faulty(make_clip: ClipFactory, tmp_path: Path) -> Path:
    """A WebM as ffmpeg writes it: some blocks of sound stand behind later pictures."""
    made = make_clip("ui-faulty.webm", seconds=3, size="64x36", video=VP8, audio=VORBIS)
    return Path(shutil.copy(made, tmp_path / "faulty.webm"))


@pytest.fixture
def sound(make_clip: ClipFactory, tmp_path: Path) -> Path:
    """A WebM without sound, whose blocks are in order."""
    made = make_clip("ui-sound.webm", seconds=2, size="64x36", sample_rate=None, video=VP8)
    return Path(shutil.copy(made, tmp_path / "sound.webm"))


@pytest.fixture
def examined(studio: Studio, add: Add, qtbot: QtBot) -> Callable[[Path], Entry]:
    """Add a file, which selects it, and wait for what is predicted."""

    def add_and_wait(path: Path) -> Entry:
        add(studio, path)
        entry = studio.desk.files.at(0)
        qtbot.waitUntil(lambda: entry.is_examined, timeout=LOOK_MS)
        studio.desk.model.flush()
        return entry

    return add_and_wait


@pytest.fixture
def repairing(
    studio: Studio, faulty: Path, examined: Callable[[Path], Entry], qtbot: QtBot
) -> Callable[[Path], RepairDialog]:
    """Press Repair and wait for the end."""

    def press(target: Path) -> RepairDialog:
        asked: list[Path] = []

        def answer(_parent: object, wanted: Path) -> Path:
            asked.append(wanted)
            return target

        patch = pytest.MonkeyPatch()
        patch.setattr(dialogs, "ask_repaired", answer)
        examined(faulty)
        studio.window.inspector.verdict.cures[0].click()
        patch.undo()
        assert asked == [faulty.with_name("faulty.repaired.webm")]
        dialog = studio.window.tools.dialog
        assert isinstance(dialog, RepairDialog)
        with qtbot.waitSignal(dialog.ended, timeout=LOOK_MS):
            pass
        return dialog

    return press


def test_repair_writes_a_sound_copy_and_proves_it(
    studio: Studio, faulty: Path, repairing: Callable[[Path], RepairDialog], qtbot: QtBot
) -> None:
    before = faulty.read_bytes()
    target = faulty.with_name("mended.webm")
    dialog = repairing(target)
    assert dialog.outcome is not None
    assert dialog.outcome.outputs == (target,)
    assert faulty.read_bytes() == before
    dialog.add.click()
    qtbot.waitUntil(lambda: len(studio.desk.files) == 2, timeout=LOOK_MS)
    entry = studio.desk.files.at(1)
    assert entry.source == target
    qtbot.waitUntil(lambda: entry.info is not None, timeout=LOOK_MS)
    studio.window.table.select(1)
    qtbot.waitUntil(lambda: entry.is_examined, timeout=LOOK_MS)
    assert entry.foreseen is not None
    assert entry.foreseen.ladder is Ladder.NOT_PLAYED


def test_a_repair_that_fails_is_a_banner_and_replaces_nothing(
    studio: Studio, sound: Path, repairing: Callable[[Path], RepairDialog]
) -> None:
    before = sound.read_bytes()
    repairing(sound)
    notice, box = studio.window.banners.shown["repair"]
    assert notice.what == "sound.webm exists already."
    assert box.accessibleName().startswith("sound.webm exists already.")
    assert sound.read_bytes() == before


def test_a_cancelled_repair_leaves_nothing(
    studio: Studio,
    faulty: Path,
    examined: Callable[[Path], Entry],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = faulty.with_name("mended.webm")
    monkeypatch.setattr(dialogs, "ask_repaired", lambda _parent, _wanted: target)
    examined(faulty)
    studio.window.actions_by_name["repair"].trigger()
    dialog = studio.window.tools.dialog
    assert isinstance(dialog, RepairDialog)
    dialog.cancel.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    dialog._workers.stop(wait=True)
    assert sorted(path.name for path in faulty.parent.iterdir()) == ["faulty.webm"]
    assert "repair" not in studio.window.banners.shown


def test_a_free_name_is_suggested(tmp_path: Path) -> None:
    source = tmp_path / "film.mkv"
    assert repaired_name(source, "recluster").name == "film.repaired.webm"
    (tmp_path / "film.repaired.webm").touch()
    assert repaired_name(source, "recluster").name == "film.repaired-2.webm"
    assert repaired_name(tmp_path / "a.m4v", "refragment").name == "a.repaired.m4v"
    assert repaired_name(tmp_path / "a.m4s", "refragment").name == "a.repaired.mp4"


def test_a_sound_file_offers_no_cure(
    studio: Studio, sound: Path, examined: Callable[[Path], Entry]
) -> None:
    examined(sound)
    assert studio.window.inspector.verdict.cures == []
    assert not studio.window.actions_by_name["repair"].isEnabled()


def give_preset(studio: Studio, entry: Entry, preset: str) -> None:
    """Let only encoding again help."""
    look = entry.foreseen
    assert look is not None
    part = look.parts[0]
    remedy = dataclasses.replace(part.remedy, operation="", preset=preset)
    entry.look = Look(look.path, (dataclasses.replace(part, remedy=remedy),))
    studio.desk.files.touch(entry, Change.VERDICT)
    studio.desk.model.flush()


def test_where_only_encoding_helps_the_preset_is_one_click_away(
    studio: Studio, sound: Path, examined: Callable[[Path], Entry], qtbot: QtBot
) -> None:
    entry = examined(sound)
    give_preset(studio, entry, "mp4-h264-aac")
    button = studio.window.inspector.verdict.cures[0]
    assert button.text() == "Use preset “Fragmented MP4, H.264 and AAC”"
    assert button.accessibleName() == button.text()
    button.click()
    qtbot.waitUntil(lambda: entry.settings.preset.id == "mp4-h264-aac", timeout=LOOK_MS)


def test_a_result_is_made_again_from_its_source_with_the_preset(
    studio: Studio, sound: Path, examined: Callable[[Path], Entry], qtbot: QtBot
) -> None:
    entry = examined(sound)
    with qtbot.waitSignal(studio.desk.checker.checked, timeout=60_000):
        studio.window.actions_by_name["start"].trigger()
    qtbot.waitUntil(lambda: entry.is_examined, timeout=LOOK_MS)
    assert entry.examinable == entry.output != sound
    give_preset(studio, entry, "webm-vp9-opus")
    studio.window.inspector.verdict.cures[0].click()
    qtbot.waitUntil(lambda: len(studio.desk.files) == 2, timeout=LOOK_MS)
    added = studio.desk.files.at(1)
    assert (added.source, added.settings.preset.id) == (sound, "webm-vp9-opus")
    assert entry.settings.preset.id != "webm-vp9-opus"


def test_a_preset_that_is_gone_is_not_offered(
    studio: Studio, sound: Path, examined: Callable[[Path], Entry]
) -> None:
    give_preset(studio, examined(sound), "no-such-preset")
    assert studio.window.inspector.verdict.cures == []


def test_explaining_a_message_finds_the_place_in_the_selected_file(
    studio: Studio, faulty: Path, examined: Callable[[Path], Entry]
) -> None:
    examined(faulty)
    studio.window.actions_by_name["explain"].trigger()
    dialog = studio.window.tools.explain
    assert dialog is not None
    dialog.message.setPlainText(MESSAGE)
    dialog.explain()
    assert dialog.found[0].finding is not None
    assert dialog.results.item(0).text() == "WEBM-003 · found in the file"
    said = str(dialog.results.item(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Byte " in said
    assert "Said by: Chromium" in said
    dialog.about.setChecked(False)
    assert dialog.found[0].finding is None


def test_an_explanation_comes_while_one_types(studio: Studio, qtbot: QtBot) -> None:
    dialog = studio.window.tools.open_explain()
    assert not dialog.about.isEnabled()
    dialog.message.setPlainText(MESSAGE)
    qtbot.waitUntil(lambda: dialog.results.count() > 0)
    dialog.message.setPlainText("zebra")
    qtbot.waitUntil(lambda: dialog.results.count() == 0)
    assert dialog.status.text() == "This message is not known; no rule is named for it."


@pytest.fixture
def breaking(
    studio: Studio, sound: Path, examined: Callable[[Path], Entry], qtbot: QtBot
) -> BreakDialog:
    """The dialog about a sound file, its list filled."""
    examined(sound)
    studio.window.actions_by_name["break_file"].trigger()
    dialog = studio.window.tools.dialog
    assert isinstance(dialog, BreakDialog)
    qtbot.waitUntil(lambda: bool(dialog.chosen()), timeout=LOOK_MS)
    return dialog


def test_breaking_writes_what_is_ticked(
    breaking: BreakDialog, sound: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    breaking.none.click()
    assert not breaking.go.isEnabled()
    group = breaking.tree.topLevelItem(0)
    assert group is not None
    child = group.child(0)
    assert child is not None
    child.setCheckState(0, Qt.CheckState.Checked)
    assert len(breaking.chosen()) == 1
    breaking.go.click()
    qtbot.waitUntil(lambda: bool(breaking.made), timeout=LOOK_MS)
    folder = sound.with_name("sound broken")
    assert [path.name for path in sorted(folder.iterdir())] == [
        "manifest.json",
        breaking.made[0].path.name,
    ]
    breaking.show_folder.click()
    assert [Path(url.toLocalFile()) for url in opened] == [folder]


def test_breaking_into_a_folder_that_holds_such_files_says_so(
    breaking: BreakDialog, sound: Path, qtbot: QtBot
) -> None:
    folder = sound.with_name("sound broken")
    folder.mkdir()
    (folder / "manifest.json").write_text("mine", encoding="utf-8")
    breaking.go.click()
    qtbot.waitUntil(breaking.message.isVisible, timeout=LOOK_MS)
    assert "is there already" in breaking.message.what.text()
    assert (folder / "manifest.json").read_text(encoding="utf-8") == "mine"
    assert breaking.go.isEnabled()


def test_breakers_are_grouped_by_the_rule_that_they_break(breaking: BreakDialog) -> None:
    for number in range(breaking.tree.topLevelItemCount()):
        group = breaking.tree.topLevelItem(number)
        assert group is not None
        assert group.text(0).startswith("WEBM-") or group.text(0)[:5] in ("TIME-", "FILE-", "MIME-")
        assert group.childCount() > 0


def test_everything_in_the_dialogs_has_a_name(
    studio: Studio, breaking: BreakDialog, repairing_dialog: RepairDialog
) -> None:
    explain: QDialog = studio.window.tools.open_explain()
    for dialog in (explain, breaking, repairing_dialog):
        for kind in (QAbstractButton, QLineEdit, QPlainTextEdit):
            for part in dialog.findChildren(kind):
                assert part.accessibleName(), f"{type(part).__name__} in {dialog.windowTitle()}"


@pytest.fixture
def repairing_dialog(studio: Studio, sound: Path) -> RepairDialog:
    return RepairDialog(studio.theme, sound, sound.with_name("never written.webm"), studio.window)


def test_what_cannot_be_done_is_not_offered(studio: Studio) -> None:
    actions = studio.window.actions_by_name
    assert not any(actions[name].isEnabled() for name in ("examine", "repair", "break_file"))
    assert actions["explain"].isEnabled()
