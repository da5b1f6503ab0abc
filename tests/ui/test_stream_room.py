"""The streams room over a book that only notes what it is asked."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
)
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from studio.errors import StudioError
from studio.streams.encoding_model import LiveCodec, LiveEncoding, LiveSound
from studio.streams.names import StreamAddress, StreamKind
from studio.streams.sources import Device, DeviceKind, LiveSource, SourceKind
from studio.streams.status import RecordingStatus, StreamState, StreamStatus
from studio.ui import dialogs, stream_words
from studio.ui.actions import LOOKS
from studio.ui.app import Studio
from studio.ui.player_frame import PlayerFrame
from studio.ui.row_drag import ROWS
from studio.ui.stream_dialog import LiveDialog
from studio.ui.stream_dock import SHORTCUT
from studio.ui.stream_graph import SPAN_S, StreamGraph, StreamHistory
from studio.ui.stream_list import StreamList
from studio.ui.stream_model import StreamColumn
from studio.ui.stream_viewers import ViewerColumn
from tests.ui.stream_fakes import FakeBook, viewer

Add = Callable[..., None]
LIVE = StreamAddress(StreamKind.LIVE, "test")
WAIT_MS = 10_000
COPY = Qt.DropAction.CopyAction


class Room:
    """A window whose book is a fake one."""

    def __init__(self, studio: Studio, qtbot: QtBot) -> None:
        self.studio, self._qtbot = studio, qtbot
        self.window, self.dock = studio.window, studio.window.streams
        self.desk, self.room, self.commands = self.dock.streams, self.dock.room, self.dock.commands
        self.books: list[FakeBook] = []
        self.pages: list[str] = []
        self.desk.make_book = self._make  # type: ignore[assignment]

    def _make(self, server: object, ffmpeg: object, on_change: object, _: object) -> FakeBook:
        self.books.append(FakeBook(server, ffmpeg, on_change))  # type: ignore[arg-type]
        return self.books[-1]

    @property
    def book(self) -> FakeBook:
        return self.books[0]

    def trigger(self, name: str) -> None:
        action = self.window.actions_by_name[name]
        assert action.isEnabled(), name
        action.trigger()

    def wait_for(self, is_so: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(is_so, timeout=WAIT_MS)

    def live(self, **values: object) -> StreamStatus:
        """Let there be a live stream."""
        if not self.books:
            self.desk.find_page("live://test", lambda _: None)
            self.wait_for(lambda: self.desk.is_open)
        status = StreamStatus(LIVE, StreamState.PLAYING, mime='video/webm; codecs="vp8"')
        status = replace(status, **values)  # type: ignore[arg-type]
        self.book.put(status)
        self.desk.look()
        self.room.list.select(LIVE)
        return status

    def text(self, row: int, column: StreamColumn) -> str:
        return str(self.room.model.index(row, column).data())


@pytest.fixture
def room(studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Room:
    made = Room(studio, qtbot)
    monkeypatch.setattr(PlayerFrame, "open", lambda _frame, url, _mime: made.pages.append(url))
    return made


def test_nothing_is_there_before_the_first_use(room: Room, qtbot: QtBot) -> None:
    assert not room.dock.isVisible()
    assert room.books == []
    room.dock.toggleViewAction().trigger()
    assert room.dock.isVisible()
    qtbot.wait(20)
    assert room.books == []
    assert not room.window.actions_by_name["stream_start"].isEnabled()


def test_the_room_opens_by_itself_when_files_are_streamed(room: Room, clip: Path, add: Add) -> None:
    add(room.studio, clip)
    room.trigger("stream_files")
    room.wait_for(room.dock.isVisible)
    assert room.book.calls == [("offer_file", clip)]
    assert "MainThread" not in room.book.threads
    assert room.text(0, StreamColumn.STREAM) == "vod://harbour"
    assert room.room.list.selected() is not None
    room.trigger("stream_loop")
    room.wait_for(lambda: room.room.model.rowCount() == 2)
    assert room.book.calls[-1] == ("play_out", clip, True)
    assert room.room.list.selected().address.kind is StreamKind.VOD_LIVE  # type: ignore[union-attr]


def test_rows_come_and_go_alone_and_only_changed_cells_are_told(room: Room, qtbot: QtBot) -> None:
    QAbstractItemModelTester(room.room.model)
    status = room.live(viewers=(viewer(1),))
    model = room.room.model
    changed, reset = QSignalSpy(model.dataChanged), QSignalSpy(model.modelReset)
    room.desk.look()
    assert changed.count() == 0
    room.book.put(replace(status, viewers=(viewer(1), viewer(2)), position_s=70.0))
    room.desk.look()
    assert [changed.at(n)[0].column() for n in range(changed.count())] == [StreamColumn.VIEWERS]
    room.book.streams.pop(LIVE)
    room.desk.look()
    assert model.rowCount() == 0
    assert reset.count() == 0


@pytest.mark.parametrize(
    ("state", "reason", "said"),
    [
        (StreamState.PENDING, "", "Waiting"),
        (StreamState.PLAYING, "", "Playing"),
        (StreamState.STOPPED, "", "Stopped"),
        (StreamState.FAILED, "File not found", "Failed: File not found"),
    ],
)
def test_each_state_has_words_and_a_picture(
    room: Room, state: StreamState, reason: str, said: str
) -> None:
    room.live(state=state, reason=reason)
    index = room.room.model.index(0, StreamColumn.STATE)
    assert index.data() == said
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()
    lives = state in (StreamState.PENDING, StreamState.PLAYING)
    actions = room.window.actions_by_name
    for name in ("stream_stop", "stream_record", "stream_play", "stream_browse"):
        assert actions[name].isEnabled() is lives, name
    assert actions["stream_start"].isEnabled() is not lives
    message = room.room.details.message
    assert message.isVisibleTo(room.room.details) is bool(reason)
    assert message.what.text() == reason


def test_the_viewers_table_says_all_that_is_known(room: Room) -> None:
    slow = viewer(2, state=StreamState.NOT_ENOUGH_BANDWIDTH, position_s=None, dropped=7)
    room.live(viewers=(viewer(1), slow))
    model = room.room.details.viewers
    QAbstractItemModelTester(model)
    first = [model.index(0, column).data() for column in ViewerColumn]
    assert first == [
        "Firefox 128",
        "Live socket",
        "Playing",
        "1:05",
        "1.4 s",
        "2.4 Mbit/s",
        "1.1 s",
        "–",
    ]
    second = [model.index(1, column).data() for column in ViewerColumn]
    assert second[ViewerColumn.STATE] == "Line too slow"
    assert second[ViewerColumn.POSITION] == "–"
    assert second[ViewerColumn.DROPPED] == "7"


def test_stop_start_and_remove_by_keyboard(room: Room) -> None:
    room.live()
    room.dock.open_room()
    room.trigger("stream_stop")
    room.wait_for(lambda: room.text(0, StreamColumn.STATE) == "Stopped")
    room.trigger("stream_start")
    room.wait_for(lambda: room.text(0, StreamColumn.STATE) == "Playing")
    QTest.keyClick(room.room.list, Qt.Key.Key_Delete)
    room.wait_for(lambda: room.room.model.rowCount() == 0)
    assert [call[0] for call in room.book.calls[1:]] == ["stop", "start", "remove"]


def test_a_typed_address_is_played_and_another_text_is_refused(room: Room) -> None:
    room.live()
    room.trigger("stream_address")
    field = room.room.address
    assert room.dock.isVisible()
    QTest.keyClicks(field, "live://test")
    QTest.keyClick(field, Qt.Key.Key_Return)
    room.wait_for(lambda: bool(room.pages))
    assert "stream=live%2Ftest" in room.pages[0]
    assert "autoplay=1" in room.pages[0]
    assert room.room.player.isVisible()
    field.setText("http://elsewhere")
    QTest.keyClick(field, Qt.Key.Key_Return)
    _, box = room.window.banners.shown["stream"]
    assert box.what.text() == "This is not the address of a stream."
    assert len(room.pages) == 1
    room.room.player.close_button.click()
    assert not room.room.player.isVisible()


def test_every_address_can_be_copied(room: Room) -> None:
    room.live()
    menu = QMenu()
    room.commands.fill_copy_menu(menu)
    letters = [action.text() for action in menu.actions() if "&" in action.text()]
    assert len(letters) == 6
    assert menu.actions()[-1].text() == "live://test"
    menu.actions()[1].trigger()
    assert QGuiApplication.clipboard().text().endswith("/live/test/hls/master.m3u8")


def test_the_browsers_command_line_gets_a_door_and_not_the_secret(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    room.live()
    room.trigger("stream_browse")
    server = room.book.server
    assert opened[0].startswith(f"http://{server.host}/once/")
    assert server.base_url.rpartition("/")[2] not in opened[0]


def test_a_recording_never_goes_over_a_file(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    status = room.live()
    target = tmp_path / "take.webm"
    asked: list[tuple[str, str]] = []

    def ask(_parent: QWidget, name: str, suffix: str) -> Path:
        asked.append((name, suffix))
        return target

    monkeypatch.setattr(dialogs, "ask_recording", ask)
    target.write_bytes(b"kept")
    room.trigger("stream_record")
    assert asked == [("test", ".webm")]
    assert "record" not in [call[0] for call in room.book.calls]
    assert "stream" in room.window.banners.shown
    target.unlink()
    room.trigger("stream_record")
    room.wait_for(lambda: ("record", LIVE, target) in room.book.calls)
    recording = RecordingStatus("take.webm", 42.0, 3_000_000)
    room.live(recording=recording, position_s=status.position_s)
    assert room.text(0, StreamColumn.RECORDING) == "0:42"
    assert not room.window.actions_by_name["stream_record"].isEnabled()
    assert room.room.buttons["stream_end_recording"].isVisibleTo(room.room)
    assert not room.room.buttons["stream_record"].isVisibleTo(room.room)
    room.trigger("stream_end_recording")
    room.wait_for(lambda: ("end_recording", LIVE) in room.book.calls)


def test_a_failure_is_said_once_and_the_room_goes_on(room: Room) -> None:
    room.live()
    room.book.problem = StudioError("The disk is full.", hint="Free some space.")
    room.trigger("stream_stop")
    room.wait_for(lambda: "stream" in room.window.banners.shown)
    assert room.window.banners.shown["stream"][1].what.text() == "The disk is full."
    assert room.room.model.rowCount() == 1


def drop(target: QWidget, data: QMimeData) -> bool:
    """Drop on a widget, as the system does it."""
    left, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, COPY
    enter = QDragEnterEvent(QPoint(40, 40), copy, data, left, none)
    QApplication.sendEvent(target, enter)
    assert [one.property("hot") for one in target.findChildren(StreamList)] == [True]
    event = QDropEvent(QPointF(40, 40), copy, data, left, none)
    QApplication.sendEvent(target, event)
    return enter.isAccepted() and event.isAccepted()


def test_files_and_rows_may_be_dropped_on_the_room(room: Room, clip: Path, add: Add) -> None:
    add(room.studio, clip)
    room.dock.open_room()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(clip))])
    assert drop(room.room, data)
    room.wait_for(lambda: room.room.model.rowCount() == 1)
    rows = QMimeData()
    rows.setData(ROWS, b"")
    assert drop(room.room, rows)
    room.wait_for(lambda: room.room.model.rowCount() == 2)
    assert room.book.calls == [("offer_file", clip)] * 2
    assert len(room.studio.desk.files) == 1


def test_the_graph_tells_what_was_sent_and_never_repaints_unseen(room: Room, qtbot: QtBot) -> None:
    history = StreamHistory()
    for number in range(121):
        sent = viewer(1, sent_bytes=number * 125_000, latency_s=1.0)
        status = StreamStatus(LIVE, StreamState.PLAYING, viewers=(sent,))
        history.add([status], number * 0.5)
    rates = history.rates(LIVE)
    assert {round(rate) for _, rate in rates} == {2_000_000}
    assert [late for _, late in history.latencies(LIVE)] == [1.0] * 121
    history.add([], 100.0)
    assert history.rates(LIVE) == []
    graph = room.room.details.graph
    room.live(viewers=(viewer(1),))
    room.dock.open_room()
    qtbot.waitUntil(lambda: graph.painted > 0, timeout=WAIT_MS)
    assert "Behind: 1.1 s" in graph.accessibleDescription()
    room.dock.hide()
    QApplication.processEvents()
    before = graph.painted
    for _ in range(4):
        room.desk.look()
        QApplication.processEvents()
    assert graph.painted == before
    assert isinstance(graph, StreamGraph)
    assert SPAN_S == 60


def test_many_changes_are_shown_four_times_a_second_at_most(room: Room, qtbot: QtBot) -> None:
    room.live()
    room.dock.open_room()
    looks, begun = QSignalSpy(room.desk.changed), time.monotonic()
    for _ in range(60):
        room.book.on_change(LIVE)
        qtbot.wait(10)
    assert 1 <= looks.count() <= 6 * (time.monotonic() - begun) + 2


@pytest.mark.parametrize("code", ["en", "zh_CN", "ru"])
def test_letters_and_keys_do_not_clash(room: Room, code: str) -> None:
    room.window.actions_by_name.languages[code].trigger()
    for menu in (*room.window.chrome.stream_menus, room.window.chrome.stream_menu):
        texts = [action.text() for action in menu.actions()]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)), letters
    others = [key for name in LOOKS for key in room.window.actions_by_name[name].shortcuts()]
    assert room.dock.toggleViewAction().shortcut() == QKeySequence(SHORTCUT)
    assert QKeySequence(SHORTCUT) not in others
    room.window.actions_by_name.languages["en"].trigger()


def test_the_dialog_asks_for_what_the_source_needs(room: Room) -> None:
    dialog = LiveDialog(room.studio.theme, SourceKind.CAMERA, room.window)
    dialog.show()
    assert dialog.message.what.text() == "Looking for devices…"
    assert not dialog.start.isEnabled()
    dialog.show_devices([])
    assert dialog.message.what.text() == "No camera was found."
    camera = Device(DeviceKind.CAMERA, "/dev/video0", "A camera", "v4l2")
    sound = Device(DeviceKind.MICROPHONE, "hw:0,0", "A microphone", "alsa")
    dialog.show_devices([camera, sound])
    assert dialog.start.isEnabled()
    assert dialog.encoding().sound is LiveSound.NONE
    dialog.microphone.setCurrentIndex(1)
    dialog.file_format.setCurrentIndex(1)
    heard: list[tuple[LiveSource, LiveEncoding, str]] = []
    dialog.go.connect(lambda *told: heard.append(told))
    dialog.name.setText("two words")
    assert not dialog.start.isEnabled()
    dialog.name.setText("cam")
    dialog.start.click()
    [(source, encoding, name)] = heard
    assert (source.device, source.microphone, name) == (camera, sound, "cam")
    assert (encoding.codec, encoding.sound) == (LiveCodec.H264, LiveSound.AAC)
    assert (encoding.width, encoding.height, encoding.gop_frames) == (854, 480, 25)
    unnamed = [child for child in dialog.fields if not child.accessibleName()]
    assert unnamed == []


def test_a_test_picture_is_started_with_the_defaults(room: Room) -> None:
    room.trigger("stream_test")
    dialog = room.commands.new.dialog
    assert dialog is not None
    assert dialog.start.isEnabled()
    dialog.start.click()
    room.wait_for(lambda: room.room.model.rowCount() == 1)
    assert room.book.calls[0][0] == "go_live"
    assert room.dock.isVisible()


def test_closing_asks_one_question_and_ends_the_book(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.live(recording=RecordingStatus("take.webm", 1.0, 1))
    said: list[tuple[str, str]] = []

    def keep(box: QMessageBox) -> int:
        said.append((box.text(), box.informativeText()))
        box.escapeButton().click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", keep)
    assert not room.window.close()
    [(text, more)] = said
    assert "1 stream" in text
    assert more == "Streams end with the window.\nWhat is recorded is finished first."
    assert not room.book.closed
    room.studio.window.streams.stop(wait=True)
    assert room.book.closed


def test_all_is_said_in_the_windows_language(room: Room) -> None:
    room.live(viewers=(viewer(1),))
    room.dock.open_room()
    for code in ("ru", "en"):
        room.window.actions_by_name.languages[code].trigger()
    assert room.text(0, StreamColumn.STATE) == stream_words.state_text(StreamState.PLAYING)
    assert room.dock.toggleViewAction().text() == "Streams"


def test_the_dock_is_remembered(
    room: Room, make_studio: Callable[..., Studio], qtbot: QtBot
) -> None:
    room.dock.open_room()
    room.studio.close()
    again = make_studio()
    assert again.window.streams.isVisible()
    again.window.streams.room.hide_button.click()
    assert not again.window.streams.isVisible()
