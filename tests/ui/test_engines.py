"""The page of browsers and engines: what was found, what it says, and who is asked."""

import dataclasses
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QSpinBox, QTableWidget
from pytestqt.qtbot import QtBot

from studio.errors import EngineError
from studio.server.app import MediaServer
from studio.settings import NO_ENGINE, Settings, load
from studio.ui import check_bench, engines_panel
from studio.ui.app import Studio
from studio.ui.engines_book import EngineBook, EngineState
from studio.ui.engines_dialog import EnginesDialog
from studio.ui.engines_panel import EnginesPanel
from studio.ui.engines_table import SupportTable
from studio.ui.engines_words import after_tick
from studio.ui.theme import Appearance
from studio.ui.toolbox import Toolbox
from studio.ui.verdict_words import verdict_sentence
from studio.verdict.browsers import Engine, EngineKind
from studio.verdict.capabilities import codec_mimes
from studio.verdict.missing import MissingEngine
from studio.verdict.model import EngineIdentity, Ladder, Outcome, PlaybackReport, Verdict
from studio.workflow.asking import EngineAnswer
from tests.ui.queue_events import make_toolbox

WAIT_MS = 10_000
ASK_MS = 120_000
NAMES = ("embedded", "chromium", "firefox")
H264 = 'video/mp4; codecs="avc1'
AC3 = 'audio/mp4; codecs="ac-3"'


def engine(name: str, kind: EngineKind = EngineKind.CHROMIUM) -> Engine:
    """An engine that nobody starts."""
    return Engine(EngineIdentity(name, name.title(), "1.2", f"/opt/{name}"), kind, (name,))


class FakeMachine:
    """Finds and asks engines by the book's own protocol; answers of those ``held`` wait."""

    def __init__(self, *names: str) -> None:
        self.engines = tuple(engine(name) for name in names)
        self.silent: dict[str, str] = {}
        self.finds = 0
        self.asked: list[str] = []
        self.held: frozenset[str] = frozenset()

    def find(self) -> tuple[Engine, ...]:
        self.finds += 1
        return self.engines

    def ask(
        self,
        engines: Sequence[Engine],
        mimes: Sequence[str],
        *,
        on_asking: Callable[[Engine], None],
        on_answer: Callable[[EngineAnswer], None],
        cancel: threading.Event,
    ) -> None:
        for one in engines:
            if cancel.is_set():
                return
            on_asking(one)
            while one.identity.name in self.held:
                if cancel.wait(0.01):
                    return
            self.asked.append(one.identity.name)
            on_answer(self._answer(one, mimes))

    def _answer(self, one: Engine, mimes: Sequence[str]) -> EngineAnswer:
        name = one.identity.name
        if name in self.silent:
            return EngineAnswer(one.identity, reason=self.silent[name])
        types = {mime: name != "embedded" or not mime.startswith(H264) for mime in mimes}
        decoding = {AC3: False} if name == "chromium" else {}
        return EngineAnswer(one.identity, types, elapsed_s=1.25, decoding=decoding)


@pytest.fixture
def machine() -> FakeMachine:
    return FakeMachine(*NAMES)


@pytest.fixture
def toolbox(qtbot: QtBot, machine: FakeMachine, tmp_path: Path) -> Iterator[Toolbox]:
    """A toolbox that asks the fake machine, and saves its settings."""
    made = make_toolbox(tmp_path, Settings())
    made.engines = EngineBook(made.presets, made, find=machine.find, ask=machine.ask)
    yield made
    made.stop(wait=True)


@pytest.fixture
def panel(studio: Studio, toolbox: Toolbox, qtbot: QtBot) -> Iterator[EnginesPanel]:
    """The panel, not opened yet; the window lends its colours."""
    made = EnginesPanel(studio.theme, toolbox)
    made.resize(720, 900)
    made.show()
    yield made
    made.leave()
    made.close()
    made.deleteLater()


def opened(panel: EnginesPanel, qtbot: QtBot) -> EnginesPanel:
    """Open the panel and wait until all were asked."""
    panel.open()
    qtbot.waitUntil(lambda: not panel.book.is_busy, timeout=WAIT_MS)
    return panel


def cell(table: SupportTable, name: str, engine_title: str) -> str:
    """Return the text of a cell, by the names of its row and column."""
    rows = {item.text(): row for row in range(table.rowCount()) if (item := table.item(row, 0))}
    heads = [table.horizontalHeaderItem(column) for column in range(table.columnCount())]
    column = [head.text() if head else "" for head in heads].index(engine_title)
    item = table.item(rows[name], column)
    assert item is not None
    whole = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert whole == f"{engine_title}, {name}: {item.text()}"
    return item.text()


# -- asking --------------------------------------------------------------------------


def test_engines_are_asked_once_for_the_whole_session(
    panel: EnginesPanel, machine: FakeMachine, qtbot: QtBot
) -> None:
    assert machine.finds == 0
    opened(panel, qtbot).leave()
    opened(panel, qtbot)
    assert machine.finds == 1
    assert machine.asked == list(NAMES)


def test_ask_again_looks_for_engines_anew(
    panel: EnginesPanel, machine: FakeMachine, qtbot: QtBot
) -> None:
    opened(panel, qtbot)
    machine.engines = (*machine.engines, engine("brave"))
    panel.again.click()
    qtbot.waitUntil(lambda: not panel.book.is_busy, timeout=WAIT_MS)
    assert list(panel.rows) == [*NAMES, "brave"]
    assert machine.asked == [*NAMES, *NAMES, "brave"]


def test_it_shows_who_is_being_asked(
    panel: EnginesPanel, machine: FakeMachine, qtbot: QtBot
) -> None:
    machine.held = frozenset(NAMES)
    panel.open()
    assert panel.status.text() == "Looking for browsers on this machine…"
    qtbot.waitUntil(lambda: panel.book.asked_now is not None, timeout=WAIT_MS)
    assert panel.status.text() == "Asking Embedded 1.2 (1 of 3)"
    assert panel.meter.isVisible()
    assert panel.rows["embedded"].state.text() == "is being asked"
    assert panel.rows["firefox"].state.text() == "waiting"
    machine.held = frozenset()
    qtbot.waitUntil(lambda: not panel.book.is_busy, timeout=WAIT_MS)
    assert not panel.meter.isVisible()
    assert panel.rows["firefox"].state.text() == "answered after 1.2 s"


def test_closing_ends_the_asking_and_opening_asks_the_rest(
    panel: EnginesPanel, machine: FakeMachine, qtbot: QtBot
) -> None:
    machine.held = frozenset({"chromium"})
    panel.open()
    qtbot.waitUntil(lambda: panel.book.asked_now == machine.engines[1], timeout=WAIT_MS)
    panel.leave()
    assert not panel.book.is_busy
    machine.held = frozenset()
    opened(panel, qtbot)
    assert machine.finds == 1
    assert machine.asked == list(NAMES)
    assert set(map(panel.book.state_of, machine.engines)) == {EngineState.ANSWERED}


def test_what_came_after_the_end_is_not_shown(
    panel: EnginesPanel, machine: FakeMachine, qtbot: QtBot
) -> None:
    machine.held = frozenset(NAMES)
    panel.open()
    qtbot.waitUntil(lambda: panel.book.asked_now is not None, timeout=WAIT_MS)
    panel.again.click()
    assert panel.again.text() == "Ask again"
    machine.held = frozenset()
    qtbot.wait(100)
    assert panel.book.answers == {}
    assert panel.rows["embedded"].state.text() == "was not asked"


def test_an_engine_without_an_answer_shows_its_reason(
    panel: EnginesPanel, machine: FakeMachine, qtbot: QtBot
) -> None:
    machine.silent["firefox"] = "Nothing was heard for 30 s."
    row = opened(panel, qtbot).rows["firefox"]
    assert row.state.text() == "gave no answer"
    assert row.reason.isVisible()
    assert row.reason.text() == "Nothing was heard for 30 s."
    assert cell(panel.table, "H.264 High, MP4", "Firefox") == "no answer"


def test_a_search_that_fails_is_told(
    panel: EnginesPanel, machine: FakeMachine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise EngineError("The server could not be started.")

    monkeypatch.setattr(panel.book, "_ask", fail)
    opened(panel, qtbot)
    assert panel.notice.isVisible()
    assert panel.notice.what.text() == "The server could not be started."
    assert panel.book.state_of(machine.engines[0]) is EngineState.NOT_ASKED


def test_a_browser_of_the_users_own_is_asked_only_when_they_want_it(
    panel: EnginesPanel, machine: FakeMachine, qtbot: QtBot
) -> None:
    machine.engines = (*machine.engines, engine("safari", EngineKind.SAFARI))
    opened(panel, qtbot)
    assert "safari" not in machine.asked
    assert panel.rows["safari"].note.isVisible()
    panel.again.click()
    qtbot.waitUntil(lambda: not panel.book.is_busy, timeout=WAIT_MS)
    assert machine.asked[-1] == "safari"


# -- what is shown -------------------------------------------------------------------


def test_cells_say_what_each_engine_said(panel: EnginesPanel, qtbot: QtBot) -> None:
    table = opened(panel, qtbot).table
    assert cell(table, "H.264 High, MP4", "Embedded") == "no"
    assert cell(table, "H.264 High, MP4", "Firefox") == "yes"
    assert cell(table, "VP9, WebM", "Embedded") == "yes"
    assert cell(table, "Fragmented MP4, H.264 and AAC", "Embedded") == "no"
    assert cell(table, "WebM, VP8 and Vorbis", "Embedded") == "yes"


def test_an_engine_that_contradicts_itself_is_not_said_to_decode(
    panel: EnginesPanel, qtbot: QtBot
) -> None:
    table = opened(panel, qtbot).table
    assert cell(table, "AC-3, MP4", "Firefox") == "yes"
    assert cell(table, "AC-3, MP4", "Chromium") == "unclear"


def test_a_path_is_copied_whole(panel: EnginesPanel, qtbot: QtBot) -> None:
    row = opened(panel, qtbot).rows["chromium"]
    assert row.path.toolTip() == "/opt/chromium"
    row.copy.click()
    assert QGuiApplication.clipboard().text() == "/opt/chromium"


def test_what_is_missing_comes_with_its_command(
    panel: EnginesPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    webkit = MissingEngine("webkit", "WebKitGTK", "Install it.", "sudo apt install webkit")
    mac = MissingEngine("safari", "Safari", "Check on a Mac.")
    monkeypatch.setattr(engines_panel, "missing_engines", lambda _found: (webkit, mac))
    first, second = opened(panel, qtbot).missing
    assert first.how.text() == "Install it."
    assert not second.command.isVisible()
    first.copy.click()
    assert QGuiApplication.clipboard().text() == "sudo apt install webkit"


def test_a_machine_without_any_browser_is_told_so_in_one_sentence(
    panel: EnginesPanel, machine: FakeMachine, qtbot: QtBot
) -> None:
    machine.engines = ()
    opened(panel, qtbot)
    assert panel.notice.what.text().startswith("No browser was found")
    assert panel.notice.hint.text() == "Nothing can be played here, so no file can pass."
    assert not panel.table.isVisible()


def test_colours_and_language_change_while_it_is_open(
    panel: EnginesPanel, studio: Studio, qtbot: QtBot, qapp: QApplication
) -> None:
    opened(panel, qtbot)
    studio.theme.apply(Appearance.DARK)
    studio.languages.apply("ru")
    assert panel.rows["firefox"].title == "Firefox 1.2"
    assert panel.table.rowCount() > len(codec_mimes())
    studio.languages.apply("en")


# -- who is asked when a file is checked ---------------------------------------------


@pytest.mark.parametrize(
    ("chosen", "name", "on", "result"),
    [
        ((), "firefox", False, ("embedded", "chromium")),
        (("embedded", "chromium"), "firefox", True, ()),
        (("firefox",), "firefox", False, (NO_ENGINE,)),
        ((NO_ENGINE,), "chromium", True, ("chromium",)),
        (("edge", "firefox"), "chromium", True, ("chromium", "firefox", "edge")),
        (("edge", "firefox"), "firefox", False, ("edge",)),
    ],
)
def test_a_choice_is_a_list_and_all_of_them_are_none(
    chosen: tuple[str, ...], name: str, on: bool, result: tuple[str, ...]
) -> None:
    assert after_tick(chosen, NAMES, name, on=on) == result


def test_a_box_that_is_ticked_is_saved_at_once(
    panel: EnginesPanel, toolbox: Toolbox, qtbot: QtBot, tmp_path: Path
) -> None:
    box = opened(panel, qtbot).rows["firefox"].box
    assert box.isChecked()
    assert panel.choice.text().startswith("All of them play what is checked")
    box.click()
    assert toolbox.settings.engines == ("embedded", "chromium")
    assert panel.choice.text().startswith("Only those ticked")
    saved = tmp_path / "settings.json"
    qtbot.waitUntil(lambda: load(saved).engines == ("embedded", "chromium"), timeout=WAIT_MS)
    box.click()
    assert not toolbox.settings.engines


def test_with_no_browser_ticked_it_says_what_that_means(
    panel: EnginesPanel, toolbox: Toolbox, qtbot: QtBot
) -> None:
    toolbox.change(engines=(NO_ENGINE,))
    opened(panel, qtbot)
    assert panel.notice.what.text() == "No browser is ticked."
    panel.rows["chromium"].box.click()
    assert not panel.notice.isVisible()
    assert toolbox.settings.engines == ("chromium",)


def test_a_file_checked_without_a_browser_says_where_to_find_one() -> None:
    verdict = Verdict(Ladder.NOT_PLAYED, "Not played: no engine was asked.")
    said = verdict_sentence(verdict)
    assert said.startswith("Not played: there is no browser to ask.")
    assert "Browsers and engines" in said
    untested = PlaybackReport(EngineIdentity("firefox", "Firefox"), Outcome.NOT_TESTED)
    with_one = dataclasses.replace(verdict, reports=(untested,))
    assert verdict_sentence(with_one) == "Not played: Firefox was not tested."


# -- where it is shown ---------------------------------------------------------------


@pytest.fixture
def window(studio: Studio, machine: FakeMachine) -> Studio:
    """The window, asking the fake machine."""
    book = studio.desk.toolbox.engines
    book._find, book._ask = machine.find, machine.ask
    return studio


def test_the_tools_menu_opens_it(window: Studio, machine: FakeMachine, qtbot: QtBot) -> None:
    window.window.actions_by_name["engines"].trigger()
    dialog = window.window.tools.engines
    assert isinstance(dialog, EnginesDialog)
    assert dialog.windowTitle() == "Browsers and engines"
    qtbot.waitUntil(lambda: list(dialog.panel.rows) == list(NAMES), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not dialog.panel.book.is_busy, timeout=WAIT_MS)
    dialog.close()


def test_the_dialog_stops_asking_when_it_is_closed(
    window: Studio, machine: FakeMachine, qtbot: QtBot
) -> None:
    machine.held = frozenset(NAMES)
    dialog = window.window.tools.open_engines()
    qtbot.waitUntil(lambda: dialog.panel.book.asked_now is not None, timeout=WAIT_MS)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not dialog.panel.book.is_busy


def test_the_settings_ask_only_when_their_page_is_seen(
    window: Studio, machine: FakeMachine, qtbot: QtBot
) -> None:
    settings = window.window.open_settings()
    qtbot.wait(50)
    assert machine.finds == 0
    settings.pages.tabs.setCurrentWidget(settings.pages.checks)
    panel = settings.pages.checks.engines
    qtbot.waitUntil(lambda: not panel.book.is_busy and bool(panel.rows), timeout=WAIT_MS)
    assert machine.finds == 1
    panel.rows["firefox"].box.click()
    dialog = window.window.tools.open_engines()
    assert dialog.panel.rows["firefox"].box.isChecked() is panel.rows["firefox"].box.isChecked()
    assert machine.finds == 1
    dialog.close()
    settings.close()


def test_the_settings_keep_when_and_how_many(window: Studio) -> None:
    settings, toolbox = window.window.open_settings(), window.desk.toolbox
    page = settings.pages.checks
    assert page.at_a_time.text() == "Automatic"
    page.at_a_time.setValue(2)
    page.check_after.setChecked(False)
    assert toolbox.settings.parallel_engines == 2
    assert toolbox.settings.check_after is False
    toolbox.change(parallel_engines=0, check_after=True)
    assert page.at_a_time.value() == 0
    assert page.check_after.isChecked()
    settings.close()


def test_a_bench_is_told_how_many_play_at_a_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[int] = []

    class FakeBench:
        def __init__(self, _engines: Sequence[Engine], *, server: object, parallel: int) -> None:
            told.append(parallel)

        def check(self, *_: object, **__: object) -> Verdict:
            return Verdict(Ladder.NOT_PLAYED, "")

        def close(self) -> None:
            """Nothing is open."""

    monkeypatch.setattr(check_bench, "Bench", FakeBench)
    settings = [Settings(parallel_engines=1), Settings(parallel_engines=3)]
    keeper = check_bench.BenchKeeper(
        lambda: MediaServer(tmp_path), lambda: settings[0].parallel_engines
    )
    keeper.find = list
    film = tmp_path / "film.webm"
    film.touch()
    keeper.check(film, (), lambda _stage: None, threading.Event())
    settings.pop(0)
    keeper.close()
    keeper.check(film, (), lambda _stage: None, threading.Event())
    assert told == [1, 3]


def test_everything_on_the_page_has_a_name_and_is_reached_by_the_keyboard(
    window: Studio, machine: FakeMachine, qtbot: QtBot, qapp: QApplication
) -> None:
    dialog = window.window.tools.open_engines()
    panel = dialog.panel
    qtbot.waitUntil(lambda: not panel.book.is_busy and bool(panel.rows), timeout=WAIT_MS)
    for kind in (QAbstractButton, QLineEdit, QSpinBox, QTableWidget):
        for part in dialog.findChildren(kind):
            inside = isinstance(part.parent(), QTableWidget)
            assert part.accessibleName() or inside, type(part).__name__
    dialog.activateWindow()
    panel.again.setFocus()
    reached = set()
    for _ in range(30):
        focus = qapp.focusWidget()
        assert focus is not None
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    rows = panel.rows.values()
    assert reached >= {panel.again, panel.table, *(r.box for r in rows), *(r.copy for r in rows)}
    dialog.close()


@pytest.mark.engine
@pytest.mark.usefixtures("allow_engine_as_root")
def test_the_engines_of_this_machine_answer(studio: Studio, qtbot: QtBot) -> None:
    panel = studio.window.tools.open_engines().panel
    qtbot.waitUntil(lambda: bool(panel.rows), timeout=ASK_MS)
    qtbot.waitUntil(lambda: not panel.book.is_busy, timeout=ASK_MS)
    assert next(iter(panel.rows)) == "embedded"
    for one in panel.book.engines or ():
        answer = panel.book.answers[one.identity.name]
        assert answer.is_given, f"{one.identity.title}: {answer.reason}"
        assert set(answer.types) == set(panel.book.mimes())
    types = panel.book.answers["embedded"].types
    assert types['video/webm; codecs="vp8"'] is True
    assert any(said is False for said in types.values())
    panel.leave()
