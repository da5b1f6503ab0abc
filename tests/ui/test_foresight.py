"""What is predicted is shown by itself, named as such, and never as if it had been seen."""

import dataclasses
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studio.ui import foreseen_words, states, verdict_box
from studio.ui.app import Studio
from studio.ui.desk import Desk
from studio.ui.entries import Entry
from studio.ui.file_model import Column
from studio.ui.verdict_panel import FAULT_ICON, FORESEEN_ICONS, VerdictPanel
from studio.verdict.model import EngineIdentity, Ladder, Outcome, PlaybackReport
from studio.verdict.prediction import Foreseen
from tests.conftest import ClipFactory

Add = Callable[..., None]
LOOK_MS = 20_000
VP8 = ("-c:v", "libvpx", "-deadline", "realtime", "-g", "25", "-b:v", "100k")
VORBIS = ("-c:a", "libvorbis")


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
        entry = studio.desk.files.at(len(studio.desk.files) - 1)
        studio.window.table.select(len(studio.desk.files) - 1)
        qtbot.waitUntil(lambda: entry.is_examined, timeout=LOOK_MS)
        studio.desk.model.flush()
        return entry

    return add_and_wait


def panel_of(studio: Studio) -> VerdictPanel:
    return studio.window.inspector.verdict


def cell(studio: Studio, row: int, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> str:
    studio.desk.model.flush()
    return str(studio.desk.model.index(row, Column.VERDICT).data(role))


def wait_for_look(studio: Studio, qtbot: QtBot, *entries: Entry) -> None:
    """Wait until the last look that was asked for is shown: a selected file has one more."""
    qtbot.waitUntil(
        lambda: all(entry.is_examined and not entry.examining for entry in entries),
        timeout=LOOK_MS,
    )
    studio.desk.model.flush()


def test_a_selected_file_is_examined_by_itself(
    studio: Studio, faulty: Path, examined: Callable[[Path], Entry]
) -> None:
    entry = examined(faulty)
    panel = panel_of(studio)
    assert entry.foreseen is not None
    assert panel.captions[0].text() == "Predicted, not played"
    assert panel.messages[0].what.text().startswith("Will not play in Chromium 156")
    assert "Should play in Firefox 153" in panel.messages[0].what.text()
    assert [row.finding.code for row in panel.findings] == ["WEBM-003"]


class WindowsSeen(QObject):
    """Notes what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (named by Qt)
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_a_verdict_opens_no_window_even_for_a_moment(
    studio: Studio, faulty: Path, examined: Callable[[Path], Entry], qapp: QApplication
) -> None:
    watch = WindowsSeen()
    qapp.installEventFilter(watch)
    examined(faulty)
    panel_of(studio).restyle()
    qapp.removeEventFilter(watch)
    assert watch.seen == []


def test_the_tab_tells_of_faults_while_another_one_is_shown(
    studio: Studio, faulty: Path, sound: Path, examined: Callable[[Path], Entry]
) -> None:
    tabs = studio.window.inspector.tabs
    number = tabs.indexOf(panel_of(studio))
    examined(faulty)
    assert tabs.tabToolTip(number) == "Faults were found"
    assert tabs.tabText(number) == "Verdict !"
    examined(sound)
    assert tabs.tabToolTip(number) == ""
    assert tabs.tabText(number) == "Verdict"


def test_one_line_for_each_engine_names_it_and_what_is_foreseen(
    studio: Studio, faulty: Path, examined: Callable[[Path], Entry]
) -> None:
    entry = examined(faulty)
    lines = panel_of(studio).engines
    assert entry.foreseen is not None
    assert len(lines) == len(entry.foreseen.parts[0].verdict.predictions)
    assert all("(predicted)" in line.title.text() for line in lines)
    firefox = next(line for line in lines if "Firefox 153" in line.title.text())
    assert "buffered 0.000–" in firefox.text.text()
    assert firefox.accessibleName().startswith("Firefox 153 (predicted): ")


def test_details_are_one_click_away(
    studio: Studio, faulty: Path, examined: Callable[[Path], Entry], qtbot: QtBot
) -> None:
    examined(faulty)
    studio.window.inspector.raise_verdict()
    row = panel_of(studio).findings[0]
    assert not row.details.isVisible()
    assert row.more.accessibleName() == "Details of WEBM-003"
    QTest.keyClick(row.more, Qt.Key.Key_Space)
    assert row.details.isVisible()
    told = dict(row.rows)
    assert told["Where"].startswith("Byte ")
    assert "SimpleBlock" in told["Where"]
    assert "Got a block with a timecode before the previous block" in told["Chromium"]
    assert "-avoid_negative_ts make_zero" in told["Of no use"]


def test_nothing_predicted_looks_like_something_played(
    studio: Studio, sound: Path, examined: Callable[[Path], Entry]
) -> None:
    entry = examined(sound)
    studio.window.actions_by_name["examine"].trigger()
    panel, box = panel_of(studio), studio.window.inspector.preview.verdict
    assert entry.foreseen is not None
    assert entry.foreseen.plays
    assert entry.foreseen.ladder is Ladder.NOT_PLAYED
    assert panel.messages[0].property("box") == "info"
    assert box.message.property("box") == "info"
    assert box.caption.text() == "Predicted, not played"
    assert cell(studio, 0) == "Should play"
    assert states.verdict_tone(entry) == "text"


def test_no_icon_or_colour_of_a_prediction_is_that_of_a_played_file() -> None:
    shown = {*FORESEEN_ICONS.values(), FAULT_ICON}
    assert not {icon for icon, _ in shown} & set(states.LADDER_ICONS.values()) - {
        states.LADDER_ICONS[Ladder.NOT_PLAYED]
    }
    assert "success" not in {tone for _, tone in shown}
    assert not set(states.FORESEEN_ICONS.values()) & set(states.LADDER_ICONS.values())


@pytest.mark.parametrize("ladder", list(Ladder))
def test_no_verdict_that_was_not_played_is_green(
    ladder: Ladder, studio: Studio, sound: Path, examined: Callable[[Path], Entry]
) -> None:
    entry = examined(sound)
    assert entry.foreseen is not None
    verdict = dataclasses.replace(entry.foreseen.parts[0].verdict, ladder=ladder)
    assert verdict_box.foreseen_tone(verdict) != "success"


def test_examining_puts_the_prediction_in_the_list(
    studio: Studio, faulty: Path, sound: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, faulty, sound)
    first, second = studio.desk.files.at(0), studio.desk.files.at(1)
    assert cell(studio, 1) == "–"
    studio.window.table.selectAll()
    studio.window.actions_by_name["examine"].trigger()
    assert cell(studio, 1) in ("Examining…", "Should play")
    wait_for_look(studio, qtbot, first, second)
    assert [cell(studio, 0), cell(studio, 1)] == ["Has faults", "Should play"]
    said = cell(studio, 1, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Should play, predicted"
    assert states.verdict_icon(second) == "mdi6.text-box-search-outline"
    assert states.verdict_order(first) > max(states.LADDER_ORDER.values())
    assert "WEBM-003" in cell(studio, 0, Qt.ItemDataRole.ToolTipRole)


def test_a_selection_alone_leaves_the_list_as_it_is(
    studio: Studio, sound: Path, examined: Callable[[Path], Entry]
) -> None:
    examined(sound)
    assert cell(studio, 0) == "–"


def test_what_is_known_is_not_read_again(
    desk: Desk, sound: Path, add: Add, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(desk, sound)
    entry = desk.files.at(0)
    with qtbot.waitSignal(desk.foresight.examined, timeout=LOOK_MS):
        desk.foresight.select(entry)
    known = entry.foreseen
    with qtbot.waitSignal(desk.foresight.examined, timeout=LOOK_MS):
        desk.foresight.select(entry)
    assert known is not None
    assert entry.foreseen is known


def test_a_file_that_changed_is_examined_anew(
    desk: Desk, sound: Path, faulty: Path, add: Add, qtbot: QtBot
) -> None:
    add(desk, sound)
    entry = desk.files.at(0)
    with qtbot.waitSignal(desk.foresight.examined, timeout=LOOK_MS):
        desk.foresight.select(entry)
    shutil.copy(faulty, sound)
    with qtbot.waitSignal(desk.foresight.examined, timeout=LOOK_MS):
        desk.foresight.select(entry)
    assert entry.foreseen is not None
    assert entry.foreseen.ladder is Ladder.FAIL


def test_a_selection_that_moved_on_is_not_examined(
    desk: Desk, sound: Path, faulty: Path, add: Add, qtbot: QtBot
) -> None:
    add(desk, sound, faulty)
    first, second = desk.files.at(0), desk.files.at(1)
    with qtbot.waitSignal(desk.foresight.examined, timeout=LOOK_MS) as answer:
        desk.foresight.select(first)
        desk.foresight.select(second)
    assert answer.args == [second]
    assert not first.is_examined


def test_a_file_that_cannot_be_read_says_so_calmly(
    studio: Studio, sound: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, sound)
    entry = studio.desk.files.at(0)
    sound.write_bytes(b"no media at all" * 10)
    studio.window.actions_by_name["examine"].trigger()
    wait_for_look(studio, qtbot, entry)
    assert entry.unforeseen is not None
    assert panel_of(studio).captions[0].text() == "Cannot be examined"
    assert cell(studio, 0) == "Not examined"


def test_a_playlist_is_examined_rendition_by_rendition(
    studio: Studio, make_clip: ClipFactory, tmp_path: Path, add: Add, qtbot: QtBot
) -> None:
    clip = make_clip(
        "ui-hls.mp4",
        seconds=2,
        size="64x36",
        extra=("-movflags", "+frag_keyframe+empty_moov+default_base_moof"),
    )
    shutil.copy(clip, tmp_path / "whole.mp4")
    size = clip.stat().st_size
    data = clip.read_bytes()
    start = data.index(b"moof") - 4
    lines = (
        "#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-TARGETDURATION:2",
        f'#EXT-X-MAP:URI="whole.mp4",BYTERANGE="{start}@0"',
        "#EXTINF:2.0,", f"#EXT-X-BYTERANGE:{size - start}@{start}", "whole.mp4", "#EXT-X-ENDLIST",
    )  # fmt: skip
    playlist = tmp_path / "list.m3u8"
    playlist.write_text("\n".join(lines) + "\n", encoding="utf-8")
    add(studio, playlist)
    entry = studio.desk.files.at(0)
    assert entry.playable is None
    qtbot.waitUntil(lambda: entry.shows_look, timeout=LOOK_MS)
    wait_for_look(studio, qtbot, entry)
    assert entry.foreseen is not None, entry.unforeseen
    assert len(entry.foreseen.parts) == 1
    assert cell(studio, 0) == "Should play"
    notice, _ = studio.window.banners.shown["playlist"]
    assert notice.tone == "info"
    assert "unusable" not in studio.window.banners.shown
    assert panel_of(studio).cures == []


def report_of(entry: Entry, outcome: Outcome) -> PlaybackReport:
    assert entry.foreseen is not None
    prediction = entry.foreseen.parts[0].verdict.predictions[0]
    identity = EngineIdentity(prediction.engine, prediction.title, prediction.version)
    return PlaybackReport(identity, outcome, "It stood still." if outcome != "played" else "")


@pytest.mark.parametrize(("outcome", "differs"), [(Outcome.PLAYED, False), (Outcome.FAILED, True)])
def test_predicted_and_observed_stand_side_by_side(
    outcome: Outcome,
    differs: bool,
    studio: Studio,
    sound: Path,
    examined: Callable[[Path], Entry],
) -> None:
    entry = examined(sound)
    assert entry.foreseen is not None
    verdict = entry.foreseen.parts[0].verdict
    entry.verdict = dataclasses.replace(verdict, reports=(report_of(entry, outcome),))
    panel = panel_of(studio)
    panel.show_entry(entry)
    assert panel.captions[0].text() == "Played in real engines"
    said = panel.engines[0].text.text()
    assert "Predicted: should play, from every segment." in said
    assert ("differs" in said) is differs


@pytest.mark.parametrize("foreseen", list(Foreseen))
def test_every_prediction_can_be_said(foreseen: Foreseen) -> None:
    assert foreseen_words.foreseen_text(foreseen)


def test_everything_in_the_verdict_has_a_name(
    studio: Studio, faulty: Path, examined: Callable[[Path], Entry]
) -> None:
    examined(faulty)
    panel = panel_of(studio)
    panel.findings[0].more.setChecked(True)
    parts: list[QWidget] = [row.more for row in panel.findings]
    parts += [*panel.cures, *panel.engines, *panel.messages, *panel.findings]
    parts.append(panel.findings[0].details.copy)
    assert all(part.accessibleName() for part in parts)


def test_the_verdict_speaks_another_language_at_once(
    studio: Studio, faulty: Path, examined: Callable[[Path], Entry], qtbot: QtBot
) -> None:
    examined(faulty)
    old = panel_of(studio).messages
    studio.window.actions_by_name.languages["ru"].trigger()
    qtbot.waitUntil(lambda: panel_of(studio).messages is not old)
    assert panel_of(studio).findings[0].finding.code == "WEBM-003"
    studio.window.actions_by_name.languages["en"].trigger()
