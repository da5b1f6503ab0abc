"""The dialogs for ladders and bundles: honest progress, a result line, nothing left of a cancel."""

import threading
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from studio.errors import OutputError
from studio.transcode.control import Control
from studio.transcode.model import JobState
from studio.ui import stream_bundle, stream_changes, stream_ladder
from studio.ui.app import Studio
from studio.ui.stream_bundle import BundleDialog
from studio.ui.stream_ladder import LadderDialog
from studio.verdict.model import EngineIdentity, Finding, Outcome, PlaybackReport, Severity, Verdict
from studio.verdict.model import Ladder as Word
from studio.verdict.report import CheckedFile
from studio.workflow.bundle import Bundle, BundleProgress
from studio.workflow.ladder import Ladder, LadderProgress, MadeRung

Add = Callable[..., None]


@pytest.fixture
def ladder(studio: Studio, clip: Path, add: Add) -> LadderDialog:
    """The dialog for a file that is selected."""
    add(studio, clip)
    studio.window.actions_by_name["make_ladder"].trigger()
    dialog = studio.window.findChild(LadderDialog)
    assert isinstance(dialog, LadderDialog)
    return dialog


def test_the_folder_of_a_result_can_be_chosen_and_its_name_stays(
    ladder: LadderDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [str(tmp_path), ""]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: answers.pop(0))
    for _ in range(2):  # the second time it is called off
        ladder.choose.trigger()
        assert Path(ladder.target.text()) == tmp_path / "harbour.ladder"


def test_a_ladder_tells_how_far_it_is_and_what_it_came_to(
    ladder: LadderDialog, clip: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Any, ...]] = []
    go_on = threading.Event()

    def make(source: Path, wishes: Any, target: Path, **options: Any) -> Ladder:
        asked.append((source, wishes, target))
        options["on_progress"](LadderProgress(0.25, "video-720p", JobState.RUNNING, 2.0))
        assert go_on.wait(20)
        rung = MadeRung("video-720p", 1280, 720, 2_500_000, 10, "avc1.64001f")
        return Ladder(target, target / "master.m3u8", target / "a.mpd", (rung, rung), None, 4)

    monkeypatch.setattr(stream_ladder, "make_ladder", make)
    assert ladder.target.text() == str(clip.with_name("harbour.ladder"))
    ladder.rungs.setText("720:2500k, 360")
    ladder.segment.setValue(1.5)
    ladder.play.setChecked(False)
    ladder.go.click()
    qtbot.waitUntil(lambda: ladder.meter.fraction == 0.25)
    assert ladder.stage.text() == "Encoding video-720p…"
    assert not ladder.go.isEnabled()
    assert not ladder.target.isEnabled()
    go_on.set()
    with qtbot.waitSignal(ladder.ended):
        pass
    [(source, wishes, target)] = asked
    assert (source, target) == (clip, clip.with_name("harbour.ladder"))
    assert [rung.side for rung in wishes.rungs] == [720, 360]
    assert wishes.segment_s == Fraction(3, 2)
    assert "aligned to the frame" in ladder.message.what.text()
    assert ladder.folder.isVisible()
    assert ladder.close_button.text() == "Close"


FAULT = "The change from “720p” to “360p” at 1.000 s fails: the buffer has a gap of 0.2 s."


def changes(outcome: Outcome, word: Word, *said: str) -> Verdict:
    """A verdict on changes, of one engine."""
    chromium = EngineIdentity("chromium", "Chromium", "149")
    reason = "" if outcome is Outcome.PLAYED else said[-1]
    report = PlaybackReport(chromium, outcome, reason, messages=said)
    failed = outcome is Outcome.FAILED
    found = (Finding("LADDER-009", Severity.STALL, f"Chromium: {reason}"),) if failed else ()
    summary = found[0].message if found else "All 2 changes between 2 rungs played in Chromium."
    return Verdict(word, summary, found, (report,))


@pytest.mark.parametrize(
    ("verdict", "tone", "said"),
    [
        (
            changes(Outcome.PLAYED, Word.PASS, "2 of 2 changes between rungs were played."),
            "success",
            "All 2 changes between 2 rungs played in Chromium.",
        ),
        (
            changes(Outcome.FAILED, Word.FAIL, "1 of 2 changes between rungs were played.", FAULT),
            "danger",
            f"Chromium: 1 of 2 changes between rungs were played. {FAULT}",
        ),
        (OutputError("The server could not be started."), "warning", "could not be started."),
    ],
)
def test_the_changes_of_a_finished_ladder_are_played_and_told(
    ladder: LadderDialog,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    verdict: Verdict | OutputError,
    tone: str,
    said: str,
) -> None:
    go_on, asked = threading.Event(), []

    def make(source: Path, wishes: Any, target: Path, **options: Any) -> Ladder:
        rung = MadeRung("video-720p", 1280, 720, 2_500_000, 10, "avc1.64001f")
        return Ladder(target, target / "master.m3u8", target / "a.mpd", (rung, rung), None, 4)

    def check(playlist: Path, _bench: Any, *, on_stage: Any, cancel: Any) -> CheckedFile:
        asked.append(playlist.name)
        on_stage("Chromium: switch 1 / 2")
        assert go_on.wait(20)
        if isinstance(verdict, OutputError):
            raise verdict
        return CheckedFile(playlist, "", verdict)

    chromium = type("Fake", (), {"identity": EngineIdentity("chromium", "Chromium", "149")})()
    monkeypatch.setattr(stream_ladder, "make_ladder", make)
    monkeypatch.setattr(stream_ladder, "wanted_engines", lambda _wanted: (chromium,))
    monkeypatch.setattr(stream_changes, "check_changes", check)
    ladder.go.click()
    qtbot.waitUntil(lambda: ladder.stage.text() == "Chromium: change 2 of 2…")
    assert ladder.meter.fraction == 0.5
    ladder.close_button.click()  # ends the playing, not the ladder
    assert ladder.isVisible()
    assert ladder.control.cancelled
    with qtbot.waitSignal(ladder.ended):
        go_on.set()
    assert asked == ["master.m3u8"]
    assert "aligned to the frame" in ladder.message.what.text()
    assert said in ladder.message.what.text()
    assert ladder.made is not None
    assert ladder.made.tone == tone
    ladder.close_button.click()
    assert not ladder.isVisible()


def test_what_cannot_be_a_ladder_is_said_and_can_be_mended(
    ladder: LadderDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ladder.rungs.setText("tall, small")
    ladder.go.click()
    assert ladder.message.what.text() == "“tall” is not a rung."
    assert ladder.go.isEnabled()

    def refuse(*_: object, **__: object) -> Ladder:
        raise OutputError("The disk is full.", detail="ENOSPC")

    monkeypatch.setattr(stream_ladder, "make_ladder", refuse)
    ladder.rungs.clear()
    with qtbot.waitSignal(ladder.ended):
        ladder.go.click()
    assert ladder.message.what.text() == "The disk is full."
    assert ladder.details.isVisible()
    assert ladder.go.isEnabled()


def test_closing_the_dialog_cancels_the_work(
    ladder: LadderDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = threading.Event(), threading.Event()

    def make(*_: object, control: Control, **__: object) -> Ladder:
        begun.set()
        try:
            while True:
                control.check()
                ended.wait(0.01)
        finally:
            ended.set()

    monkeypatch.setattr(stream_ladder, "make_ladder", make)
    ladder.go.click()
    qtbot.waitUntil(begun.is_set)
    ladder.close_button.click()
    qtbot.waitUntil(ended.is_set)
    assert not ladder.isVisible()


def test_a_bundle_is_a_zip_or_a_folder_of_the_selected_files(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(studio, clip)
    asked: list[tuple[Any, ...]] = []

    def make(subjects: Any, target: Path, wishes: Any, **options: Any) -> Bundle:
        asked.append((subjects, target, wishes.engines))
        assert options["ffmpeg"] is not None
        options["on_progress"](BundleProgress(0.5, "check"))
        return Bundle(target, ())

    monkeypatch.setattr(stream_bundle, "make_bundle", make)
    studio.window.actions_by_name["make_bundle"].trigger()
    dialog = studio.window.findChild(BundleDialog)
    assert isinstance(dialog, BundleDialog)
    assert dialog.target.text().endswith("harbour.bundle.zip")
    dialog.form.setCurrentIndex(1)
    assert dialog.target.text().endswith("harbour.bundle")
    with qtbot.waitSignal(dialog.ended):
        dialog.go.click()
    [(subjects, target, engines)] = asked
    assert subjects == (clip,)
    assert target == clip.with_name("harbour.bundle")
    assert list(engines) == []
    assert dialog.message.what.text() == "The bundle is there."
