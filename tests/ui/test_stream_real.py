"""The streams room with the real book: a test picture is played and kept, a job is watched."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studio.segments.reader import read_segment_map
from studio.streams.names import StreamKind
from studio.streams.status import StreamState, StreamStatus
from studio.ui import dialogs
from studio.ui.app import Studio
from studio.ui.entries import EntryState
from studio.ui.web_view import PlayerView

Add = Callable[..., None]
LOAD_MS = 60_000
VIDEO = "document.querySelector('video')"
pytestmark = [
    pytest.mark.engine,
    pytest.mark.qt_log_ignore("GPU|Vulkan|OpenGL|(?i:rhi)|GBM|(?i:sandbox)|dbus|ALSA", extend=True),
]


@pytest.fixture
def studio(make_studio: Callable[..., Studio], allow_engine_as_root: None) -> Studio:
    return make_studio(PlayerView)


class Watcher:
    """Looks at the room and at the page that it plays."""

    def __init__(self, studio: Studio, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.dock, self.actions = studio.window.streams, studio.window.actions_by_name
        self.room = self.dock.room

    def wait_for(self, is_so: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(is_so, timeout=LOAD_MS)

    def ask(self, script: str) -> object:
        answers: list[object] = []
        view = self.room.player.frame.findChild(PlayerView)
        assert isinstance(view, PlayerView)
        view.page().runJavaScript(script, answers.append)
        self._qtbot.waitUntil(lambda: bool(answers), timeout=LOAD_MS)
        return answers[0]

    def wait_for_frames(self) -> None:
        """Wait until the page has decoded some more frames."""
        frames = f"{VIDEO}?.getVideoPlaybackQuality().totalVideoFrames ?? 0"
        begin = self.ask(frames)
        assert isinstance(begin, int | float)
        self.wait_for(lambda: self.ask(f"({frames}) > {begin + 10}") is True)

    def one(self) -> StreamStatus:
        status = self.room.list.selected()
        assert status is not None
        return status


def test_a_test_picture_is_played_recorded_and_kept(
    studio: Studio, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look, target = Watcher(studio, qtbot), tmp_path / "take.webm"
    look.actions["stream_test"].trigger()
    dialog = look.dock.commands.new.dialog
    assert dialog is not None
    dialog.picture_size.setCurrentIndex(0)
    dialog.gop.setValue(0.5)
    dialog.start.click()
    look.wait_for(lambda: look.room.list.selected() is not None)
    look.wait_for(lambda: look.one().state is StreamState.PLAYING)
    look.actions["stream_play"].trigger()
    look.wait_for_frames()
    look.wait_for(lambda: look.room.details.viewers.rowCount() == 1)
    assert look.room.details.viewers.index(0, 0).data() == "This program"
    monkeypatch.setattr(dialogs, "ask_recording", lambda *_: target)
    look.actions["stream_record"].trigger()
    look.wait_for(lambda: (found := look.one().recording) is not None and found.duration_s > 1)
    look.actions["stream_end_recording"].trigger()
    look.wait_for(lambda: look.room.model.rowCount() == 2)
    assert len(read_segment_map(target).segments) >= 2
    assert studio.window.banners.shown["recorded"][0].tone == "success"
    look.wait_for(lambda: [one.source for one in studio.desk.files] == [target])
    assert look.one().address.kind is StreamKind.VOD
    look.actions["stream_play"].trigger()
    look.wait_for(lambda: look.ask(f"{VIDEO}?.currentTime > 0.3") is True)
    look.room.list.selectRow(0)
    look.actions["stream_stop"].trigger()
    look.wait_for(lambda: look.one().state is StreamState.STOPPED)


@pytest.mark.parametrize("preset", ["webm-vp8-vorbis", "mp4-h264-aac"])
def test_a_job_is_watched_while_it_encodes(
    studio: Studio, qtbot: QtBot, long_clip: Path, add: Add, preset: str
) -> None:
    """What this engine has no decoder for is converted; the job itself goes on as it was."""
    add(studio, long_clip)
    look, [entry] = Watcher(studio, qtbot), [*studio.desk.files]
    studio.desk.choose_preset([entry], preset)
    look.wait_for(lambda: entry.prepared is not None and entry.prepared.plan.preset.id == preset)
    assert not look.actions["watch_job"].isEnabled()
    studio.desk.start()
    look.wait_for(look.actions["watch_job"].isEnabled)
    look.actions["watch_job"].trigger()
    look.wait_for(look.room.player.isVisible)
    look.wait_for_frames()
    assert entry.state is EntryState.RUNNING
    assert 'codecs="vp8,vorbis"' in look.one().mime
    look.room.player.close_button.click()
    look.wait_for(lambda: look.room.model.rowCount() == 0)
    studio.desk.stop_now()
    look.wait_for(lambda: not entry.state.is_active)
