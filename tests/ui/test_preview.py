"""The preview: a lazily made web view plays what was converted, through the local server."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studio.presets.store import PresetStore
from studio.transcode.tools import Ffmpeg
from studio.ui.app import Studio
from studio.ui.entries import Entry
from studio.ui.player_host import PlayerHost
from studio.ui.theme import Appearance
from studio.ui.web_view import PlayerView
from tests.conftest import ClipFactory

Add = Callable[..., None]
LOAD_MS = 60_000
pytestmark = [
    pytest.mark.engine,
    pytest.mark.qt_log_ignore("GPU|Vulkan|OpenGL|(?i:rhi)|GBM|(?i:sandbox)|dbus|ALSA", extend=True),
]


@pytest.fixture
def webm(make_clip: ClipFactory, ffmpeg: Ffmpeg, store: PresetStore) -> Path:
    """A WebM without sound, so that its blocks are in order as ffmpeg writes them."""
    return make_clip(
        "ui-preview.webm",
        seconds=4,
        sample_rate=None,
        video=("-c:v", "libvpx", "-deadline", "realtime", "-g", "25", "-b:v", "500k"),
    )


@pytest.fixture
def studio(make_studio: Callable[..., Studio], allow_engine_as_root: None) -> Studio:
    return make_studio(PlayerView)


class Page:
    """Asks the page that is shown; answers come through the event loop."""

    def __init__(self, studio: Studio, qtbot: QtBot) -> None:
        self._studio, self._qtbot = studio, qtbot

    def ask(self, script: str) -> object:
        answers: list[object] = []
        view = self._studio.window.findChild(PlayerView)
        assert isinstance(view, PlayerView)
        view.page().runJavaScript(script, answers.append)
        self._qtbot.waitUntil(lambda: bool(answers), timeout=30_000)
        return answers[0]

    def wait_for(self, script: str) -> None:
        self._qtbot.waitUntil(lambda: self.ask(script) is True, timeout=LOAD_MS)


H264 = "MediaSource.isTypeSupported('video/mp4; codecs=\"avc1.42E01E\"')"
VIDEO = "document.querySelector('#picture video')"


def test_the_room_opens_in_the_window_and_plays(
    studio: Studio, webm: Path, add: Add, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(studio, webm)
    panel = studio.window.inspector.preview
    assert not panel.frame.has_view
    studio.window.actions_by_name["preview"].trigger()
    qtbot.waitUntil(lambda: panel.is_settled, timeout=LOAD_MS)
    page = Page(studio, qtbot)
    page.wait_for(f"{VIDEO}?.readyState >= 2")
    page.wait_for(f"{VIDEO}.currentTime > 0.3")
    assert page.ask("studioRoom.facts.segments.length") == 4
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.path()))
    panel.open_in_browser()
    assert opened[0].startswith("/once/")
    studio.window.table.clearSelection()
    page.wait_for(f"{VIDEO}.paused")
    assert not panel.frame.is_playing_page


def test_the_preview_fills_the_window_and_gives_it_back(
    studio: Studio, webm: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, webm)
    window = studio.window
    narrow = window.inspector.width()
    window.inspector.tabs.setCurrentIndex(0)
    window.actions_by_name["fill_preview"].trigger()
    qtbot.waitUntil(lambda: window.inspector.width() > 2 * narrow)
    assert window.inspector.preview.isVisible()
    assert not window.area.isVisible()
    window.filling.button.click()
    qtbot.waitUntil(window.area.isVisible)
    assert window.presets.isVisible()
    qtbot.waitUntil(lambda: window.inspector.width() == narrow)
    assert not window.actions_by_name["fill_preview"].isChecked()


def test_preview_asked_for_again_plays_on_and_the_keys_are_for_the_player(
    studio: Studio, webm: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, webm)
    action, page = studio.window.actions_by_name["preview"], Page(studio, qtbot)
    action.trigger()
    qtbot.waitUntil(lambda: studio.window.inspector.preview.is_settled, timeout=LOAD_MS)
    page.wait_for(f"{VIDEO}?.currentTime > 0.1")
    studio.window.table.setFocus()
    page.ask("studioPlayer.pause(), 0")
    page.wait_for(f"{VIDEO}.paused")
    action.trigger()
    page.wait_for(f"!{VIDEO}.paused")
    view = studio.window.findChild(PlayerView)
    assert isinstance(view, PlayerView)
    assert view.isAncestorOf(studio.window.focusWidget())
    studio.window.table.setFocus()
    page.ask("studioPlayer.pause(), 0")
    page.wait_for(f"{VIDEO}.paused")
    studio.window.actions_by_name["fill_preview"].trigger()
    assert view.isAncestorOf(studio.window.focusWidget())
    assert page.ask(f"{VIDEO}.paused")
    studio.theme.apply(Appearance.DARK)
    page.ask("window.isOld = true, location.reload(), 0")
    page.wait_for("!window.isOld && document.documentElement?.dataset.theme === 'dark'")


def test_a_result_that_appears_while_its_source_is_opened_is_opened_instead(
    make_studio: Callable[..., Studio],
    webm: Path,
    add: Add,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    studio = make_studio()
    add(studio, webm)
    asked: list[Path] = []
    monkeypatch.setattr(PlayerHost, "offer", lambda _, path, *__: asked.append(path))
    studio.window.actions_by_name["preview"].trigger()
    made = tmp_path / "made.webm"
    monkeypatch.setattr(Entry, "playable", made)
    studio.window.inspector.preview.show_entry(studio.window.table.selected()[0])
    assert asked == [webm, made]


@pytest.mark.expects_log_warnings
def test_a_page_that_crashed_comes_back_and_the_window_lives(
    studio: Studio, webm: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, webm)
    panel = studio.window.inspector.preview
    studio.window.actions_by_name["preview"].trigger()
    qtbot.waitUntil(lambda: panel.is_settled, timeout=LOAD_MS)
    for times in range(1, 5):
        view = studio.window.findChild(PlayerView)
        assert isinstance(view, PlayerView)
        with qtbot.waitSignal(panel.frame.crashed, timeout=LOAD_MS):
            os.kill(view.page().renderProcessPid(), signal.SIGKILL)
        if times <= 3:
            qtbot.waitUntil(lambda: panel.is_settled, timeout=LOAD_MS)
            Page(studio, qtbot).wait_for(f"{VIDEO}?.readyState >= 2")
    assert panel.frame.play_button.text() == "Reload"
    panel.frame.play_button.click()
    qtbot.waitUntil(lambda: panel.is_settled, timeout=LOAD_MS)
    Page(studio, qtbot).wait_for(f"{VIDEO}?.readyState >= 2")
    assert len(studio.desk.files) == 1


def test_a_text_of_the_page_is_saved_whole_and_never_over_a_film(
    studio: Studio, webm: Path, add: Add, qtbot: QtBot, tmp_path: Path
) -> None:
    add(studio, webm)
    room, film = studio.window.tools.room, webm.read_bytes()
    target = tmp_path / "log.json"
    with qtbot.waitSignal(room.saved):
        room.write(target, "[1, 2]", webm)
    assert target.read_text("utf-8") == "[1, 2]"
    with qtbot.waitSignal(room.failed):
        room.write(webm, "[1, 2]", webm)
    assert webm.read_bytes() == film


class _System(QWidget):
    """Stands for the system's web view."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.urls: list[str] = []

    def open(self, url: str) -> None:
        self.urls.append(url)

    def run(self, script: str) -> None:
        """Nothing is heard here."""


def test_what_the_embedded_engine_cannot_decode_goes_to_the_systems_view(
    studio: Studio, make_clip: ClipFactory, add: Add, qtbot: QtBot
) -> None:
    movflags = ("-movflags", "+frag_keyframe+delay_moov+default_base_moof")
    add(studio, make_clip("ui-fragmented.mp4", extra=movflags))
    panel = studio.window.inspector.preview
    made: list[_System] = []

    def make(parent: QWidget) -> _System:
        made.append(_System(parent))
        return made[0]

    panel.frame.make_system_view = make
    studio.window.actions_by_name["preview"].trigger()
    qtbot.waitUntil(lambda: panel.is_settled, timeout=LOAD_MS)
    if Page(studio, qtbot).ask(H264) is True:
        pytest.skip("NOT TESTED: the embedded engine of this machine can decode H.264")
    qtbot.waitUntil(lambda: bool(made and made[0].urls), timeout=LOAD_MS)
    assert "/room/index.html?" in made[0].urls[0]
    assert "system" not in made[0].urls[0]
    assert made[0].isVisible()
