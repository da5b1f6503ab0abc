"""The Verdict tab tells what each engine did, beside what was predicted, to eye and ear."""

import dataclasses
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from studio.ui import dialogs, states
from studio.ui.app import Studio
from studio.ui.columns import Column
from studio.ui.engine_details import EngineDetails
from studio.ui.entries import Change, Entry
from studio.ui.verdict_panel import VerdictPanel
from studio.ui.verdict_words import MARK_ICONS, MARKS, WARN_ICON
from studio.verdict.model import Ladder, Outcome, PlaybackReport
from studio.verdict.summary import conclude
from tests.conftest import ClipFactory
from tests.ui.played import CHROMIUM, EMBEDDED, FIREFOX, picture, played, refused, unable

LOOK_MS = 20_000
VP8 = ("-c:v", "libvpx", "-deadline", "realtime", "-g", "25", "-b:v", "100k")
VORBIS = ("-c:a", "libvorbis")
Give = Callable[..., Entry]


@pytest.fixture
def entry(
    studio: Studio, make_clip: ClipFactory, tmp_path: Path, add: Callable[..., None], qtbot: QtBot
) -> Entry:
    """A WebM that Chromium refuses, examined and selected."""
    made = make_clip("ui-faulty.webm", seconds=3, size="64x36", video=VP8, audio=VORBIS)
    add(studio, Path(shutil.copy(made, tmp_path / "faulty.webm")))
    found = studio.desk.files.at(0)
    qtbot.waitUntil(lambda: found.is_examined, timeout=LOOK_MS)
    studio.window.inspector.raise_verdict()
    return found


@pytest.fixture
def give(studio: Studio, entry: Entry) -> Give:
    """Let engines have done this with the file."""

    def put(*reports: PlaybackReport) -> Entry:
        assert entry.foreseen is not None
        known = entry.foreseen.parts[0].verdict
        entry.verdict = conclude(known.findings, reports, predictions=known.predictions)
        entry.played_at = 1_700_000_000.0
        studio.desk.files.touch(entry, Change.VERDICT)
        studio.desk.model.flush()
        return entry

    return put


def panel_of(studio: Studio) -> VerdictPanel:
    return studio.window.inspector.verdict


def cell(studio: Studio, role: Qt.ItemDataRole) -> str:
    return str(studio.desk.model.index(0, Column.VERDICT).data(role))


def test_one_card_for_each_engine_says_what_it_did(studio: Studio, give: Give) -> None:
    give(refused(), played(FIREFOX), unable())
    panel = panel_of(studio)
    assert panel.messages[0].what.text() == "Does not play in Chromium 156."
    assert "Got a block with a timecode" in panel.messages[0].hint.text()
    names = [card.accessibleName() for card in panel.cards]
    assert names[0].startswith("Chromium 156.0.1: did not play. CHUNK_DEMUXER")
    assert "Predicted: will refuse it." in names[0]
    assert names[1].startswith("Firefox 153.7: played to the end, 50 of 50")
    assert names[2].startswith("Qt WebEngine 140.0: cannot decode it here")


def test_predicted_stands_beside_observed(studio: Studio, give: Give) -> None:
    give(played(FIREFOX))
    (card,) = panel_of(studio).cards
    assert not card.findChildren(EngineDetails)
    assert card.more.accessibleName() == "Details of Firefox 153.7"
    QTest.keyClick(card.more, Qt.Key.Key_Space)
    assert card.details is not None
    rows = {fact.key: fact for fact in card.details.rows}
    assert rows["buffered"].predicted.startswith("0.000–")
    assert rows["buffered"].observed == "0.000–2.000 s"
    assert rows["frames"].observed == "50 of 50"
    assert rows["seeks"].observed == "4 of 4"
    assert rows["entries"].observed == "3 of 3 (evenly chosen of 9)"
    heard = [label.accessibleName() for label in card.details.findChildren(QLabel)]
    assert "Frames, Observed: 50 of 50" in heard


def test_details_stay_open_for_the_next_verdict(studio: Studio, give: Give) -> None:
    give(played(FIREFOX))
    panel_of(studio).cards[0].more.setChecked(True)
    give(played(), played(FIREFOX))
    assert [card.more.isChecked() for card in panel_of(studio).cards] == [False, True]


def test_what_an_engine_said_is_explained(studio: Studio, give: Give) -> None:
    give(refused())
    card = panel_of(studio).cards[0]
    card.more.setChecked(True)
    assert card.details is not None
    said = "\n".join(card.details.lines)
    assert "Got a block with a timecode before the previous block" in said
    assert "WEBM-003: " in said
    copy = next(b for b in card.details.findChildren(QAbstractButton) if "Copy" in b.text())
    copy.click()
    assert QGuiApplication.clipboard().text() == "\n".join(card.details.lines)


def test_the_picture_has_words_and_is_shown_larger_at_a_click(studio: Studio, give: Give) -> None:
    give(played(FIREFOX, picture=picture()))
    card = panel_of(studio).cards[0]
    card.more.setChecked(True)
    assert card.details is not None
    small = card.details.picture
    assert small is not None
    assert small.accessibleName() == "Picture at 1.2 s in Firefox 153.7"
    small.click()
    assert small.dialog is not None
    assert small.dialog.isVisible()
    assert small.dialog.width() > small.width()
    small.dialog.close()


def test_engines_that_were_not_asked_are_called_not_tested(studio: Studio, give: Give) -> None:
    give(played(FIREFOX))
    panel = panel_of(studio)
    captions = [label.text() for label in panel.captions]
    assert captions == ["Played in real engines", "Not tested"]
    others = [line.title.text() for line in panel.engines[1:]]
    assert others
    assert all(title.endswith("(predicted)") for title in others)
    assert not any("Firefox" in title for title in others)


def test_playing_twice_is_told(studio: Studio, give: Give) -> None:
    give(dataclasses.replace(played(FIREFOX), attempts=2))
    assert "Played a second time, slowly." in panel_of(studio).cards[0].line.text.text()


def test_a_prediction_that_did_not_come_true_is_told(studio: Studio, give: Give) -> None:
    give(played(CHROMIUM), played(FIREFOX))
    said = panel_of(studio).cards[0].line.text.text()
    assert "Predicted: will refuse it. This differs from what was seen." in said


def test_cannot_decode_is_never_called_a_failure(studio: Studio, give: Give) -> None:
    entry = give(unable(), unable(dataclasses.replace(EMBEDDED, name="safari", title="Safari")))
    shown = panel_of(studio)
    texts = [label.text() for label in shown.findChildren(QLabel)]
    assert not any("did not play" in text or "Fails" in text for text in texts)
    assert all("cannot decode it here" in card.line.text.text() for card in shown.cards)
    if entry.verdict is not None and entry.verdict.ladder is Ladder.NOT_PLAYED:
        assert states.verdict_tone(entry) == "secondary"


def test_the_cell_tells_each_engine_in_its_tool_tip(studio: Studio, give: Give) -> None:
    give(refused(), played(FIREFOX), unable())
    tip = cell(studio, Qt.ItemDataRole.ToolTipRole).split("\n")
    assert tip[0] == "Does not play in Chromium 156."
    assert tip[1].startswith("✕ Chromium 156.0.1: did not play")
    assert tip[2].startswith("✓ Firefox 153.7: played to the end")
    assert tip[3].startswith("– Qt WebEngine 140.0: cannot decode it here")
    assert tip[-1].startswith("Played on ")
    assert cell(studio, Qt.ItemDataRole.AccessibleTextRole) == "Fails, in Chromium"


def test_no_icon_of_an_outcome_is_told_apart_by_colour_alone() -> None:
    icons = [icon for icon, _ in (*MARK_ICONS.values(), WARN_ICON)]
    assert len(set(icons)) == len(Outcome) + 1
    assert set(MARKS) == set(Outcome)


def test_a_running_check_is_told_and_can_be_stopped_without_building_all_anew(
    studio: Studio, entry: Entry, qtbot: QtBot
) -> None:
    entry.checking = "Chromium: append"
    studio.desk.files.touch(entry, Change.VERDICT)
    studio.desk.model.flush()
    panel = panel_of(studio)
    running = panel.running
    assert running is not None
    entry.checking = "Chromium: play"
    studio.desk.files.touch(entry, Change.VERDICT)
    studio.desk.model.flush()
    assert panel_of(studio).running is running
    assert running.hint.text() == "Chromium: play"
    (stop,) = running.findChildren(QAbstractButton)
    with qtbot.waitSignal(panel.stop_wanted):
        stop.click()
    assert panel.foot.check is None


def test_the_panel_offers_to_check_and_to_save_a_report(
    studio: Studio, give: Give, entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: list[Path] = []
    monkeypatch.setattr(dialogs, "ask_report", lambda _, path: wanted.append(path))
    foot = panel_of(studio).foot
    assert foot.check is not None
    assert foot.check.accessibleName() == "Check in browsers"
    assert foot.report is None
    give(played(FIREFOX))
    again = panel_of(studio).foot
    assert again.check is not None
    assert again.check.accessibleName() == "Check again"
    assert again.report is not None
    again.report.click()
    assert wanted == [entry.source.with_name("faulty.check.html")]


def test_every_button_of_a_played_verdict_has_a_name(studio: Studio, give: Give) -> None:
    give(refused(), played(FIREFOX, picture=picture()))
    for card in panel_of(studio).cards:
        card.more.setChecked(True)
    for button in panel_of(studio).findChildren(QAbstractButton):
        assert button.accessibleName(), button.text()
