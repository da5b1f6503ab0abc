"""When the queue is done: who ended it, the countdown, the action, the choice."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from studio.batch import after
from studio.batch.after import Counts
from studio.batch.model import HoldReason, QueueMode
from studio.errors import StudioError
from studio.presets.store import PresetStore
from studio.settings import Settings, load
from studio.transcode.model import JobState
from studio.ui import when_done_button
from studio.ui.run_watch import RunSummary, RunWatch
from studio.ui.toolbox import Toolbox
from studio.ui.when_done import CountdownBox, WhenDone
from studio.ui.when_done_button import WhenDoneButton, command_text
from tests.ui.queue_events import TellTale, make_toolbox

WAIT_MS = 30_000


@pytest.fixture
def tale(qtbot: QtBot, store: PresetStore) -> TellTale:
    return TellTale(store)


@pytest.fixture
def clock() -> list[float]:
    """The time in seconds, set by the test."""
    return [0.0]


@pytest.fixture
def watch(tale: TellTale, clock: list[float]) -> RunWatch:
    return RunWatch(tale.events, clock=lambda: clock[0])


@pytest.fixture
def ends(watch: RunWatch) -> list[RunSummary]:
    heard: list[RunSummary] = []
    watch.run_ended.connect(heard.append)
    return heard


class Acts:
    """Does nothing but remember; fails when it is told to."""

    def __init__(self) -> None:
        self.done: list[tuple[str, Counts, Sequence[str]]] = []
        self.problem: StudioError | None = None

    def __call__(self, action: str, counts: Counts, command: Sequence[str]) -> None:
        self.done.append((action, counts, command))
        if self.problem is not None:
            raise self.problem


@pytest.fixture
def acts() -> Acts:
    return Acts()


@pytest.fixture
def toolbox(qtbot: QtBot, tmp_path: Path) -> Iterator[Toolbox]:
    toolbox = make_toolbox(tmp_path, Settings(when_done=after.WhenDone.SHUT_DOWN))
    yield toolbox
    toolbox.stop(wait=True)


@pytest.fixture
def when_done(toolbox: Toolbox, watch: RunWatch, acts: Acts) -> Iterator[WhenDone]:
    when_done = WhenDone(toolbox, watch, acts)
    yield when_done
    when_done.stop(wait=True)


def run_to_the_end(tale: TellTale) -> None:
    tale.start("a", "b")
    tale.end("a")
    tale.end("b", JobState.FAILED)
    tale.drain()


# -- who ended the run -----------------------------------------------------------------


def test_a_run_with_nothing_left_ended_by_itself(tale: TellTale, ends: list[RunSummary]) -> None:
    run_to_the_end(tale)
    assert ends == [RunSummary(done=1, failed=1, is_by_itself=True)]


def test_a_drained_run_whose_last_job_waits_for_room_did_not(
    tale: TellTale, ends: list[RunSummary]
) -> None:
    tale.start("a", "b")
    tale.end("a")
    tale.hold("b", HoldReason.LOW_SPACE)
    tale.drain()
    assert ends == [RunSummary(done=1)]


def test_a_job_that_waits_for_room_since_an_earlier_run_does_not_matter(
    tale: TellTale, ends: list[RunSummary]
) -> None:
    tale.start("large")
    tale.hold("large", HoldReason.LOW_SPACE)
    tale.drain()
    run_to_the_end(tale)
    assert [end.is_by_itself for end in ends] == [False, True]


def test_a_job_that_waits_for_an_answer_about_names_does_not_matter(
    tale: TellTale, ends: list[RunSummary]
) -> None:
    tale.start("a", "b")
    tale.end("a")
    tale.hold("b", HoldReason.TARGET_EXISTS)
    tale.drain()
    assert ends[0].is_by_itself


def test_a_blocked_volume_keeps_a_run_from_ending_by_itself(
    tale: TellTale, ends: list[RunSummary]
) -> None:
    tale.start("a", "b")
    tale.end("a")
    tale.block("The disk is full.")
    tale.end("b")
    tale.drain()
    assert not ends[0].is_by_itself


def test_stop_is_not_the_end_of_its_own(tale: TellTale, ends: list[RunSummary]) -> None:
    tale.start("a", "b")
    tale.end("a")
    tale.status(QueueMode.STOPPED)
    assert ends == []
    tale.requeue("b")
    tale.status(QueueMode.STOPPED)
    assert ends == [RunSummary(done=1)]


def test_stopping_after_the_current_jobs_is_not_either(
    tale: TellTale, ends: list[RunSummary]
) -> None:
    tale.start("a")
    tale.status(QueueMode.FINISHING)
    tale.end("a")
    tale.status(QueueMode.STOPPED)
    assert ends == [RunSummary(done=1)]


def test_cancelling_what_is_left_is_not_either(tale: TellTale, ends: list[RunSummary]) -> None:
    tale.start("a", "b")
    tale.end("a")
    tale.cancel_waiting("c")
    tale.end("b", JobState.CANCELLED)
    tale.drain()
    assert ends == [RunSummary(done=1, cancelled=1)]


def test_a_job_that_was_too_far_to_be_cancelled_does_not_undo_that(
    tale: TellTale, ends: list[RunSummary]
) -> None:
    tale.start("a", "b")
    tale.end("a", JobState.CANCELLED)
    tale.end("b")
    tale.drain()
    assert ends == [RunSummary(done=1, cancelled=1)]


def test_a_cancel_of_long_ago_does_not_spoil_the_run(
    tale: TellTale, clock: list[float], ends: list[RunSummary]
) -> None:
    tale.start("a", "b")
    tale.end("a", JobState.CANCELLED)
    clock[0] += 121
    tale.end("b")
    tale.drain()
    assert ends == [RunSummary(done=1, cancelled=1, is_by_itself=True)]


def test_a_cancel_at_the_end_is_the_users_however_long_it_took(
    tale: TellTale, clock: list[float], ends: list[RunSummary]
) -> None:
    tale.start("a", "b")
    tale.end("b")
    tale.end("a", JobState.CANCELLED)
    clock[0] += 121
    tale.drain()
    assert not ends[0].is_by_itself


def test_a_cancel_of_the_run_before_is_forgotten(tale: TellTale, ends: list[RunSummary]) -> None:
    tale.start("a")
    tale.end("a", JobState.CANCELLED)
    tale.drain()
    run_to_the_end(tale)
    assert ends[1].is_by_itself


def test_nothing_run_is_nothing_done(tale: TellTale, ends: list[RunSummary]) -> None:
    tale.start()
    tale.drain()
    assert ends == [RunSummary()]


def test_each_run_is_counted_anew_and_a_retry_once(tale: TellTale, ends: list[RunSummary]) -> None:
    tale.start("a")
    tale.end("a", JobState.FAILED)
    tale.begin("a")
    tale.end("a", JobState.DONE_WITH_WARNINGS)
    tale.drain()
    assert ends == [RunSummary(with_warnings=1, is_by_itself=True)]
    tale.start("b")
    tale.end("b", JobState.INCOMPLETE)
    tale.drain()
    assert ends[1] == RunSummary(incomplete=1, is_by_itself=True)


def test_a_pause_is_not_the_end(tale: TellTale, ends: list[RunSummary]) -> None:
    tale.start("a")
    tale.status(QueueMode.PAUSED)
    assert ends == []


def test_the_summary_says_counts_and_leaves_out_what_is_zero() -> None:
    summary = RunSummary(done=18, with_warnings=1, failed=1)
    assert summary.text() == "18 done, 1 with warnings, 1 failed"


# -- the countdown ---------------------------------------------------------------------


def test_the_countdown_says_the_seconds_that_are_left(
    tale: TellTale, when_done: WhenDone, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(when_done.counting, timeout=WAIT_MS) as told:
        run_to_the_end(tale)
    assert told.args == [60]
    assert when_done.is_counting


def test_after_the_countdown_it_is_done_once(
    tale: TellTale, toolbox: Toolbox, watch: RunWatch, acts: Acts, qtbot: QtBot
) -> None:
    when_done = WhenDone(toolbox, watch, acts, countdown_s=0.3)
    with qtbot.waitSignal(when_done.acted, timeout=WAIT_MS) as told:
        run_to_the_end(tale)
        assert acts.done == []
    when_done.stop(wait=True)
    assert told.args == [after.WhenDone.SHUT_DOWN]
    assert acts.done == [(after.WhenDone.SHUT_DOWN, Counts(1, 1), ())]


def test_cancel_prevents_it(tale: TellTale, when_done: WhenDone, acts: Acts, qtbot: QtBot) -> None:
    run_to_the_end(tale)
    with qtbot.waitSignal(when_done.counting, timeout=WAIT_MS) as told:
        when_done.cancel()
    when_done.act_now()
    when_done.stop(wait=True)
    assert told.args == [0]
    assert acts.done == []


def test_a_new_start_prevents_it(tale: TellTale, when_done: WhenDone) -> None:
    run_to_the_end(tale)
    tale.start("c")
    assert not when_done.is_counting


def test_choosing_nothing_prevents_it(
    tale: TellTale, when_done: WhenDone, toolbox: Toolbox
) -> None:
    run_to_the_end(tale)
    toolbox.change(when_done=after.WhenDone.NOTHING)
    assert not when_done.is_counting


@pytest.mark.parametrize(
    "values",
    [
        {"when_done": after.WhenDone.NOTHING},
        {"when_done": after.WhenDone.COMMAND},
        {"when_done": "explode"},
    ],
    ids=["nothing", "a command that was never given", "an unknown word"],
)
def test_without_something_to_do_nothing_counts(
    tale: TellTale, when_done: WhenDone, toolbox: Toolbox, values: dict[str, object]
) -> None:
    toolbox.change(**values)
    run_to_the_end(tale)
    assert not when_done.is_counting


def test_a_run_that_the_user_ended_does_not_count(tale: TellTale, when_done: WhenDone) -> None:
    tale.start("a")
    tale.status(QueueMode.FINISHING)
    tale.end("a")
    tale.status(QueueMode.STOPPED)
    assert not when_done.is_counting


def test_a_run_in_which_nothing_ended_does_not_count(tale: TellTale, when_done: WhenDone) -> None:
    tale.start("a")
    tale.hold("a", HoldReason.TARGET_EXISTS)
    tale.drain()
    assert not when_done.is_counting


def test_a_failure_to_do_it_is_told(
    tale: TellTale, when_done: WhenDone, acts: Acts, qtbot: QtBot
) -> None:
    acts.problem = StudioError("This computer cannot be shut down from here.")
    run_to_the_end(tale)
    with qtbot.waitSignal(when_done.refused, timeout=WAIT_MS) as told:
        when_done.act_now()
    assert told.args == [acts.problem]


# -- the box ---------------------------------------------------------------------------


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def box(when_done: WhenDone, window: QWidget) -> CountdownBox:
    return CountdownBox(when_done, window)


def test_the_box_says_what_and_when_and_blocks_nothing(tale: TellTale, box: CountdownBox) -> None:
    assert not box.isVisible()
    run_to_the_end(tale)
    assert box.isVisible()
    assert not box.isModal()
    assert box.what.text() == "Shut down in 60 s"
    assert box.summary.text() == "1 done, 1 failed"


def test_escape_cancels(
    tale: TellTale, box: CountdownBox, when_done: WhenDone, qtbot: QtBot
) -> None:
    run_to_the_end(tale)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert not when_done.is_counting


def test_enter_cancels_too_for_it_may_be_meant_for_another_window(
    tale: TellTale, box: CountdownBox, when_done: WhenDone, acts: Acts, qtbot: QtBot
) -> None:
    run_to_the_end(tale)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert not when_done.is_counting
    when_done.stop(wait=True)
    assert acts.done == []


def test_now_does_it_at_once(
    tale: TellTale, box: CountdownBox, when_done: WhenDone, acts: Acts, qtbot: QtBot
) -> None:
    run_to_the_end(tale)
    with qtbot.waitSignal(when_done.acted, timeout=WAIT_MS):
        QTest.mouseClick(box.now_button, Qt.MouseButton.LeftButton)
    assert not box.isVisible()
    assert len(acts.done) == 1


# -- the choice ------------------------------------------------------------------------


@pytest.fixture
def button(toolbox: Toolbox, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> WhenDoneButton:
    """The button, on a system that can do everything."""
    monkeypatch.setattr(when_done_button, "is_possible", lambda _: True)
    button = WhenDoneButton(toolbox)
    qtbot.addWidget(button)
    return button


def test_the_button_shows_what_is_chosen(button: WhenDoneButton, toolbox: Toolbox) -> None:
    assert button.text() == "When done: Shut down"
    assert button.choices[after.WhenDone.SHUT_DOWN].isChecked()
    toolbox.change(when_done=after.WhenDone.NOTHING)
    assert button.text() == "When done: Nothing"
    assert button.choices[after.WhenDone.NOTHING].isChecked()


def test_a_choice_is_saved(button: WhenDoneButton, toolbox: Toolbox, tmp_path: Path) -> None:
    button.choices[after.WhenDone.SLEEP].trigger()
    toolbox.stop(wait=True)
    assert load(tmp_path / "settings.json").when_done == after.WhenDone.SLEEP


def test_what_this_system_cannot_do_is_not_offered(
    toolbox: Toolbox, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    impossible = after.WhenDone.SLEEP
    monkeypatch.setattr(when_done_button, "is_possible", lambda action: action is not impossible)
    button = WhenDoneButton(toolbox)
    qtbot.addWidget(button)
    assert not button.choices[impossible].isEnabled()
    assert button.choices[after.WhenDone.SHUT_DOWN].isEnabled()


def dialog_of(button: WhenDoneButton) -> QInputDialog:
    (dialog,) = button.findChildren(QInputDialog)
    return dialog


def test_a_command_is_asked_for(button: WhenDoneButton, toolbox: Toolbox) -> None:
    button.choices[after.WhenDone.COMMAND].trigger()
    dialog = dialog_of(button)
    dialog.setTextValue('sync "a b" c')
    dialog.accept()
    assert toolbox.settings.when_done == after.WhenDone.COMMAND
    assert toolbox.settings.when_done_command == ("sync", "a b", "c")
    assert button.text() == "When done: Run a command"
    assert button.toolTip() == 'sync "a b" c'


def test_no_command_leaves_everything_as_it_was(button: WhenDoneButton, toolbox: Toolbox) -> None:
    button.choices[after.WhenDone.COMMAND].trigger()
    dialog_of(button).reject()
    assert toolbox.settings.when_done == after.WhenDone.SHUT_DOWN
    assert button.choices[after.WhenDone.SHUT_DOWN].isChecked()


def test_an_empty_command_is_nothing(button: WhenDoneButton, toolbox: Toolbox) -> None:
    button.choices[after.WhenDone.COMMAND].trigger()
    dialog = dialog_of(button)
    dialog.setTextValue("  ")
    dialog.accept()
    assert toolbox.settings.when_done == after.WhenDone.NOTHING


@pytest.mark.parametrize(
    "command",
    [("a",), ("a b", "c"), ('say "hello"', "x"), ('"',), ('a"b',), ("tab\there",)],
)
def test_a_command_as_text_comes_apart_as_it_was(command: tuple[str, ...]) -> None:
    assert tuple(QProcess.splitCommand(command_text(command))) == command
