"""The dialog that opens a file on another device: what it says, and that nothing leaks."""

import json
import socket
import urllib.request
from collections.abc import Callable
from functools import partial
from pathlib import Path

import psutil
import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from segno import make

from studio import paths
from studio.ui import share_dialog
from studio.ui.app import Studio
from studio.ui.share_dialog import ShareDialog
from studio.ui.share_parts import DeviceLine
from studio.ui.share_qr import QUIET, QrCode
from studio.ui.share_words import report_text
from studio.ui.theme import Appearance, Theme
from studio.verdict.model import EngineIdentity, Ladder, Outcome, PlaybackReport
from studio.workflow.share_address import Address
from tests.conftest import ClipFactory

OPEN_MS = 20_000
HERE = Address("127.0.0.1", "", is_loopback=True)
MakeDialog = Callable[..., ShareDialog]


def listening() -> set[int]:
    """Ports that this process listens on."""
    found = psutil.Process().net_connections("tcp")
    return {c.laddr.port for c in found if c.status == psutil.CONN_LISTEN}


@pytest.fixture(scope="session")
def playable(make_clip: ClipFactory) -> Path:
    """A file that MSE plays."""
    options = ("-movflags", "+frag_keyframe+empty_moov+default_base_moof+delay_moov", "-g", "25")
    return make_clip("shared-in-window", seconds=2, extra=options)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, paths.resources_dir())


@pytest.fixture
def make_dialog(
    qtbot: QtBot, theme: Theme, playable: Path, monkeypatch: pytest.MonkeyPatch
) -> MakeDialog:
    """Show the dialog, with the loopback as its only address."""
    monkeypatch.setattr(share_dialog, "addresses", lambda: (HERE,))
    window = QWidget()
    qtbot.addWidget(window)

    def make_it(path: Path = playable, **options: float) -> ShareDialog:
        dialog = ShareDialog(theme, path, window, **options)
        dialog.show()
        return dialog

    return make_it


def opened(dialog: ShareDialog, qtbot: QtBot) -> int:
    """Press Share and return the port."""
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.share is not None, timeout=OPEN_MS)
    assert dialog.share is not None
    return dialog.share.port


def refused(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 5).close()
    except ConnectionRefusedError:
        return True
    return False


def test_nothing_listens_before_share_is_pressed(make_dialog: MakeDialog, qtbot: QtBot) -> None:
    before = listening()
    dialog = make_dialog()
    qtbot.wait(50)
    assert listening() == before
    assert not dialog.link.isVisible()
    port = opened(dialog, qtbot)
    assert listening() - before == {port}
    dialog.close()
    assert listening() == before


@pytest.mark.parametrize("way", ["close", "reject", "escape", "stop"])
def test_however_it_is_closed_the_port_is_closed(
    make_dialog: MakeDialog, qtbot: QtBot, way: str
) -> None:
    dialog = make_dialog()
    port = opened(dialog, qtbot)
    assert not refused(port)
    match way:
        case "close":
            dialog.close()
        case "reject":
            dialog.close_button.click()
        case "escape":
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        case "stop":
            dialog.stop_button.click()
    assert refused(port)
    assert dialog.share is None
    assert dialog.link.link.text() == ""
    assert dialog.link.code.rows == ()


def test_a_dialog_that_is_destroyed_leaves_no_port(
    qtbot: QtBot, theme: Theme, playable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_dialog, "addresses", lambda: (HERE,))
    window = QWidget()
    dialog = ShareDialog(theme, playable, window)
    dialog.show()
    port = opened(dialog, qtbot)
    shiboken6.delete(window)
    assert refused(port)


def test_closing_it_while_the_file_is_read_opens_nothing(
    make_dialog: MakeDialog, qtbot: QtBot
) -> None:
    before = listening()
    dialog = make_dialog()
    dialog.go.click()
    dialog.close()
    dialog._workers.stop(wait=True)
    qtbot.wait(50)
    assert dialog.share is None
    assert listening() == before


def test_when_nobody_comes_it_says_so_and_closes(make_dialog: MakeDialog, qtbot: QtBot) -> None:
    dialog = make_dialog(idle_limit_s=0.5)
    port = opened(dialog, qtbot)
    qtbot.waitUntil(lambda: dialog.share is None, timeout=OPEN_MS)
    assert refused(port)
    assert dialog.message.isVisible()
    assert "Nobody used the link" in dialog.message.accessibleName()
    assert dialog.go.isVisible()


def test_each_link_is_new(make_dialog: MakeDialog, qtbot: QtBot) -> None:
    dialog = make_dialog()
    opened(dialog, qtbot)
    first = dialog.link.link.text()
    dialog.stop_button.click()
    opened(dialog, qtbot)
    assert dialog.link.link.text().split("/t/")[1] != first.split("/t/")[1]
    dialog.close()


def test_it_says_what_is_shared_with_whom_and_how(make_dialog: MakeDialog) -> None:
    dialog = make_dialog()
    said = dialog._intro.text() + dialog._terms.text()
    for words in ("shared-in-window.mp4", "one file, and nothing else", "Everyone in this network",
                  "unencrypted", "10 minute"):  # fmt: skip
        assert words in said


def test_a_public_address_is_warned_of(
    make_dialog: MakeDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = (Address("203.0.113.9", "wan0", is_public=True), HERE)
    dialog = make_dialog()
    monkeypatch.setattr(share_dialog, "addresses", lambda: both)
    dialog._fill_addresses()
    dialog.address.setCurrentIndex(0)
    assert "outside your own network" in dialog.message.accessibleName()
    dialog.address.setCurrentIndex(1)
    assert not dialog.message.isVisible()


@pytest.mark.expects_log_warnings
def test_an_address_that_is_gone_is_said(
    make_dialog: MakeDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = (Address("198.51.100.7", "wlan0"),)
    monkeypatch.setattr(share_dialog, "addresses", lambda: gone)
    dialog = make_dialog()
    monkeypatch.setattr(share_dialog, "addresses", lambda: gone)
    dialog._fill_addresses()
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.message.isVisible() and dialog.go.isEnabled(), timeout=OPEN_MS)
    assert "Nobody can be let in" in dialog.message.accessibleName()
    assert dialog.share is None


def test_a_file_that_is_no_media_is_said(
    make_dialog: MakeDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "notes.mp4"
    path.write_text("These are words.", encoding="utf-8")
    dialog = make_dialog(path)
    dialog.go.click()
    qtbot.waitUntil(dialog.go.isEnabled, timeout=OPEN_MS)
    qtbot.waitUntil(lambda: "being read" not in dialog.message.accessibleName())
    assert dialog.message.isVisible()
    assert dialog.share is None


def test_a_device_is_followed_and_reported(make_dialog: MakeDialog, qtbot: QtBot) -> None:
    dialog = make_dialog()
    opened(dialog, qtbot)
    base = dialog.link.link.text().rpartition("/player/")[0]
    run = json.loads(post(f"{base}/devices", {}))["run"]
    qtbot.waitUntil(lambda: len(dialog.devices.lines) == 1)
    line = dialog.devices.lines[0]
    assert line.accessibleName() == "A browser on another device: Has opened the page."
    report = f"{base}/runs/{run}/report"
    for event, said in (
        ({"event": "waits-for-start"}, "Waits for a tap on Start on the device."),
        ({"event": "stage", "name": "append"}, "At work: append"),
        ({"event": "stage", "name": "<b>x</b>"}, "Has opened the page."),
    ):
        post(report, {"events": [event]})
        qtbot.waitUntil(partial(says, line, said))
    with qtbot.waitSignal(dialog.reported) as heard:
        post(report, {"events": [{"event": "final", "outcome": "unsupported"}]})
    assert heard.args[1].outcome is Outcome.UNSUPPORTED
    assert "cannot decode" in line.text.text()
    other = json.loads(post(f"{base}/devices", {}))["run"]
    with qtbot.assertNotEmitted(dialog.reported):
        post(f"{base}/runs/{other}/report", {"events": [{"event": "left"}]})
        qtbot.waitUntil(lambda: "No verdict" in dialog.devices.lines[-1].accessibleName())
    dialog.close()


def says(line: DeviceLine, text: str) -> bool:
    return line.text.text() == text


def post(url: str, value: object) -> bytes:
    head = {"Content-Type": "application/json"}
    request = urllib.request.Request(url, json.dumps(value).encode(), head, method="POST")
    with urllib.request.urlopen(request, timeout=10) as answer:
        return bytes(answer.read())


def test_a_report_is_told_in_words() -> None:
    phone = EngineIdentity("device", "Safari 18 on iPhone")
    failed = PlaybackReport(phone, Outcome.FAILED, "No picture was ever shown.")
    assert report_text(failed) == "It does not play: No picture was ever shown."
    played = PlaybackReport(phone, Outcome.PLAYED, warnings=("It was slow.",))
    assert report_text(played) == "It plays.\nIt was slow."
    silent = PlaybackReport(phone, Outcome.NO_REPORT, "The page was closed.")
    assert report_text(silent) == "No verdict: The page was closed."


def test_the_link_can_be_copied(make_dialog: MakeDialog, qtbot: QtBot) -> None:
    dialog = make_dialog()
    opened(dialog, qtbot)
    assert dialog.focusWidget() is dialog.link.copy
    QTest.keyClick(dialog.link.copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == dialog.link.link.text()
    assert dialog.link.copy.accessibleName() == "Copied"
    dialog.close()


def test_everything_has_a_name(make_dialog: MakeDialog, qtbot: QtBot) -> None:
    dialog = make_dialog()
    opened(dialog, qtbot)
    for kind in (QAbstractButton, QLineEdit, QComboBox, QrCode):
        for part in dialog.findChildren(kind):
            assert part.accessibleName(), type(part).__name__
    assert dialog.link.link.text() in dialog.link.code.accessibleName()
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert dialog.share is not None
    assert dialog.link.link.text() == dialog.share.link
    dialog.close()


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_the_code_is_painted_module_by_module_in_black_on_white(
    qtbot: QtBot, theme: Theme, appearance: Appearance
) -> None:
    theme.apply(appearance)
    code = QrCode()
    qtbot.addWidget(code)
    text = "http://192.168.178.123:54321/t/" + "x" * 43 + "/player/device.html"
    code.set_text(text)
    image = code.grab().toImage()
    rows = [list(row) for row in make(text, micro=False, error="m").matrix]
    count = len(rows) + 2 * QUIET
    module = image.width() // count
    assert module >= 5
    corner = (image.width() - module * count) // 2
    black, white = QColor("#000000"), QColor("#ffffff")
    for y in range(count):
        for x in range(count):
            inside = QUIET <= x < count - QUIET and QUIET <= y < count - QUIET
            is_dark = inside and rows[y - QUIET][x - QUIET]
            for part in (0, module - 1):
                place = QPoint(corner + x * module + part, corner + y * module + part)
                assert image.pixelColor(place) == (black if is_dark else white)
    theme.apply(Appearance.LIGHT)


# -- in the window ---------------------------------------------------------------------


def added(studio: Studio, path: Path, qtbot: QtBot) -> None:
    studio.desk.add([path])
    qtbot.waitUntil(lambda: len(studio.desk.files) == 1, timeout=OPEN_MS)
    entry = studio.desk.files.at(0)
    qtbot.waitUntil(lambda: entry.playable is not None, timeout=OPEN_MS)
    studio.window.table.select(0)
    qtbot.waitUntil(studio.window.actions_by_name["share"].isEnabled, timeout=OPEN_MS)


def test_the_command_is_offered_for_one_playable_file(
    studio: Studio, playable: Path, qtbot: QtBot
) -> None:
    action = studio.window.actions_by_name["share"]
    assert not action.isEnabled()
    added(studio, playable, qtbot)
    studio.desk.duplicate([studio.desk.files.at(0)])
    qtbot.waitUntil(lambda: len(studio.desk.files) == 2, timeout=OPEN_MS)
    studio.window.table.selectAll()
    qtbot.waitUntil(lambda: not action.isEnabled())


def test_a_device_counts_in_the_files_verdict_and_closing_the_window_closes_the_port(
    studio: Studio, playable: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_dialog, "addresses", lambda: (HERE,))
    added(studio, playable, qtbot)
    studio.window.actions_by_name["share"].trigger()
    dialog = studio.window.tools.share.dialog
    assert dialog is not None
    port = opened(dialog, qtbot)
    base = dialog.link.link.text().rpartition("/player/")[0]
    run = json.loads(post(f"{base}/devices", {}))["run"]
    final = {"event": "final", "outcome": "finished"}
    with qtbot.waitSignal(studio.desk.checker.checked, timeout=OPEN_MS):
        post(f"{base}/runs/{run}/report", {"events": [final]})
    verdict = studio.desk.files.at(0).verdict
    assert verdict is not None
    assert [report.engine.name for report in verdict.reports] == ["device"]
    assert verdict.ladder is Ladder.FAIL
    studio.window.close()
    assert refused(port)
