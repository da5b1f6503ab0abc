"""Files are checked one after the other, in the order asked, in browsers that stay open."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studio.errors import InputError
from studio.ui import cells
from studio.ui.columns import Column
from studio.ui.desk import Desk
from studio.ui.entries import Entry
from studio.verdict.model import Ladder
from studio.verdict.summary import conclude
from tests.ui.played import FakeEngines, refused

WAIT_MS = 20_000


@pytest.fixture
def engines(desk: Desk) -> FakeEngines:
    fake = FakeEngines()
    fake.serve(desk.checker)
    return fake


@pytest.fixture
def listed(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Callable[..., list[Entry]]:
    """Put files in the list that are there to be checked only; nobody asks about them yet."""

    def add(*names: str) -> list[Entry]:
        paths = [tmp_path / name for name in names]
        for path in paths:
            path.write_bytes(b"not looked at")
        count = len(desk.files) + len(names)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(desk.checker, "check", lambda _: None)
            desk.add_to_check(paths)
            qtbot.waitUntil(lambda: len(desk.files) == count, timeout=WAIT_MS)
        return [next(e for e in desk.files if e.source == path) for path in paths]

    return add


def wait_for_all(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.checker.is_busy, timeout=WAIT_MS)


def test_files_are_checked_in_the_order_asked_on_one_bench(
    desk: Desk, engines: FakeEngines, listed: Callable[..., list[Entry]], qtbot: QtBot
) -> None:
    first, second, third = listed("a.webm", "b.mp4", "c.mkv")
    desk.check([third, first, second])
    wait_for_all(desk, qtbot)
    assert engines.asked == ["c.mkv", "a.webm", "b.mp4"]
    assert len(engines.benches) == 1
    assert [e.verdict.ladder for e in (first, second, third) if e.verdict] == [Ladder.PASS] * 3
    assert first.played_at > 0


def test_a_file_says_what_is_done_with_it_and_the_round_how_far_it_is(
    desk: Desk, engines: FakeEngines, listed: Callable[..., list[Entry]], qtbot: QtBot
) -> None:
    engines.gate = threading.Event()
    first, second = listed("a.webm", "b.webm")
    desk.check([first, second])
    qtbot.waitUntil(lambda: first.checking == "Chromium: play", timeout=WAIT_MS)
    assert cells.main_text(first, Column.VERDICT) == "Checking…"
    assert cells.accessible_text(second, Column.VERDICT) == "Waiting, to be checked"
    assert (desk.checker.done, desk.checker.total) == (0, 2)
    engines.gate.set()
    wait_for_all(desk, qtbot)
    assert (desk.checker.done, desk.checker.total) == (2, 2)


def test_what_is_stopped_keeps_its_verdict_and_the_next_goes_on(
    desk: Desk, engines: FakeEngines, listed: Callable[..., list[Entry]], qtbot: QtBot
) -> None:
    running, waiting, last = listed("a.webm", "b.webm", "c.webm")
    desk.check([running])
    wait_for_all(desk, qtbot)
    before = running.verdict
    engines.gate = threading.Event()
    engines.answer = lambda _: conclude((), [refused()])
    desk.check([running, waiting, last])
    qtbot.waitUntil(lambda: running.checking == "Chromium: play", timeout=WAIT_MS)
    desk.checker.cancel([running, waiting])
    assert desk.checker.total == 2
    qtbot.waitUntil(lambda: desk.checker.entry is last, timeout=WAIT_MS)
    engines.gate.set()
    wait_for_all(desk, qtbot)
    assert running.verdict is before is not None
    assert (waiting.verdict, waiting.checking) == (None, "")
    assert last.verdict is not None
    assert last.verdict.ladder is Ladder.FAIL
    assert engines.asked == ["a.webm", "a.webm", "c.webm"]


def test_stopping_all_leaves_nothing_to_check(
    desk: Desk, engines: FakeEngines, listed: Callable[..., list[Entry]], qtbot: QtBot
) -> None:
    engines.gate = threading.Event()
    entries = listed("a.webm", "b.webm", "c.webm")
    desk.check(entries)
    desk.checker.cancel_all()
    wait_for_all(desk, qtbot)
    assert [entry.checking for entry in entries] == ["", "", ""]
    assert [entry.verdict for entry in entries] == [None, None, None]


def test_a_stopped_file_can_be_asked_about_again_at_once(
    desk: Desk, engines: FakeEngines, listed: Callable[..., list[Entry]], qtbot: QtBot
) -> None:
    engines.gate = threading.Event()
    (entry,) = listed("a.webm")
    desk.check([entry])
    qtbot.waitUntil(lambda: entry.checking == "Chromium: play", timeout=WAIT_MS)
    desk.checker.cancel([entry])
    engines.gate = None
    desk.check([entry])
    wait_for_all(desk, qtbot)
    assert entry.verdict is not None


def test_a_removed_file_is_not_checked(
    desk: Desk, engines: FakeEngines, listed: Callable[..., list[Entry]], qtbot: QtBot
) -> None:
    engines.gate = threading.Event()
    first, second = listed("a.webm", "b.webm")
    desk.check([first, second])
    desk.remove([second])
    qtbot.waitUntil(lambda: desk.checker.total == 1, timeout=WAIT_MS)
    engines.gate.set()
    wait_for_all(desk, qtbot)
    assert engines.asked == ["a.webm"]


def test_other_engines_chosen_end_those_that_are_open(
    desk: Desk, engines: FakeEngines, listed: Callable[..., list[Entry]], qtbot: QtBot
) -> None:
    (entry,) = listed("a.webm")
    desk.check([entry])
    wait_for_all(desk, qtbot)
    desk.toolbox.change(notify=False)
    desk.toolbox.change(engines=("firefox",))
    qtbot.waitUntil(lambda: engines.benches[0].is_closed, timeout=WAIT_MS)
    desk.check([entry])
    wait_for_all(desk, qtbot)
    assert [bench.is_closed for bench in engines.benches] == [True, False]


def test_browsers_are_ended_when_nothing_is_asked_for_a_while(
    desk: Desk, engines: FakeEngines, listed: Callable[..., list[Entry]], qtbot: QtBot
) -> None:
    desk.checker._idle.setInterval(0)
    desk.check(listed("a.webm"))
    qtbot.waitUntil(lambda: bool(engines.benches), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: engines.benches[0].is_closed, timeout=WAIT_MS)


def test_closing_ends_the_check_and_the_browsers(
    desk: Desk, engines: FakeEngines, listed: Callable[..., list[Entry]], qtbot: QtBot
) -> None:
    engines.gate = threading.Event()
    first, second = listed("a.webm", "b.webm")
    desk.check([first, second])
    qtbot.waitUntil(lambda: first.checking == "Chromium: play", timeout=WAIT_MS)
    desk.checker.stop(wait=True)
    assert engines.benches[0].is_closed
    assert engines.asked == ["a.webm"]


def test_what_cannot_be_read_is_told_and_is_no_verdict(
    desk: Desk, engines: FakeEngines, listed: Callable[..., list[Entry]], qtbot: QtBot
) -> None:
    engines.answer = lambda path: InputError(f"{path.name} is gone.")
    (entry,) = listed("a.webm")
    desk.check([entry])
    wait_for_all(desk, qtbot)
    assert entry.verdict is None
    assert cells.accessible_text(entry, Column.VERDICT) == "Not checked, a.webm is gone."


def test_a_bug_in_one_check_does_not_keep_the_others_from_theirs(
    desk: Desk, engines: FakeEngines, listed: Callable[..., list[Entry]], qtbot: QtBot
) -> None:
    def answer(path: Path) -> object:
        return ZeroDivisionError("a bug") if path.name == "a.webm" else conclude((), [])

    engines.answer = answer  # type: ignore[assignment]
    first, second = listed("a.webm", "b.webm")
    with qtbot.capture_exceptions() as caught:
        desk.check([first, second])
        wait_for_all(desk, qtbot)
        qtbot.waitUntil(lambda: bool(caught), timeout=WAIT_MS)
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert (first.checking, first.verdict) == ("", None)
    assert second.verdict is not None
