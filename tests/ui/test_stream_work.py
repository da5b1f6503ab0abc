"""The dialogs for ladders and bundles: honest progress, a result line, nothing left of a cancel."""

import threading
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from studio.errors import OutputError
from studio.transcode.control import Control
from studio.transcode.model import JobState
from studio.ui import stream_bundle, stream_ladder
from studio.ui.app import Studio
from studio.ui.stream_bundle import BundleDialog
from studio.ui.stream_ladder import LadderDialog
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
