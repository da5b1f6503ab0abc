"""Pictures of the streams room: empty, a live stream that is played and recorded, the dialog."""

import tempfile
from pathlib import Path

from studio.streams.names import StreamKind
from studio.streams.sources import SourceKind
from studio.streams.status import StreamState
from studio.ui.app import Studio
from studio.ui.entries import Entry
from studio.ui.queue_pictures import Camera
from studio.ui.theme import Appearance

BOTH = (Appearance.LIGHT, Appearance.DARK)
RECORDED_S, PAGE_S = 8.0, 1.5


def take_streams(camera: Camera, studio: Studio, entry: Entry) -> None:
    """Offer a file, stream a test picture, play it in the window, and record some of it."""
    dock, actions = studio.window.streams, studio.window.actions_by_name
    files = len(studio.desk.files)
    dock.open_room()
    camera.take("31-streams-empty", BOTH)
    studio.window.table.select_entries([entry])
    actions["stream_files"].trigger()
    camera.wait("the file is offered", lambda: _lives(studio, StreamKind.VOD), 60)
    dialog = dock.commands.new.open_dialog(SourceKind.TEST)
    camera.take("32-streams-new", BOTH, dialog)
    dialog.start.click()
    camera.wait("the test picture is live", lambda: _lives(studio, StreamKind.LIVE), 60)
    actions["stream_play"].trigger()
    with tempfile.TemporaryDirectory(prefix="mse-studio-streams-") as work:
        _film(camera, studio, Path(work) / "visit.webm")
        dock.room.player.close_player()
        for status in dock.streams.statuses:
            dock.streams.remove(status.address)
        camera.wait("the streams are gone", lambda: dock.room.model.rowCount() == 0, 60)
    studio.desk.undo.undo()
    camera.wait("the recording has left the list", lambda: len(studio.desk.files) == files, 60)
    studio.window.banners.dismiss("recorded")
    dock.hide()


def _film(camera: Camera, studio: Studio, target: Path) -> None:
    dock, files = studio.window.streams, len(studio.desk.files)
    live = dock.room.list.selected()
    if live is None:
        return
    dock.streams.record(live.address, target)
    camera.wait("it is recorded", lambda: _recorded_s(studio) > RECORDED_S, 60)
    _take_page(camera, studio, "33-streams-live")
    dock.streams.end_recording(live.address)
    camera.wait("the recording is in the list", lambda: len(studio.desk.files) > files, 60)
    camera.wait("it is offered", lambda: dock.room.model.rowCount() == 3, 60)
    _take_page(camera, studio, "34-streams-recorded")


def _take_page(camera: Camera, studio: Studio, name: str) -> None:
    """Take the window with its page, which follows the appearance a moment later."""
    for appearance in BOTH:
        studio.theme.apply(appearance)
        camera.rest(PAGE_S)
        camera.take(name, (appearance,))


def _lives(studio: Studio, kind: StreamKind) -> bool:
    one = studio.window.streams.room.list.selected()
    return one is not None and one.address.kind is kind and one.state is StreamState.PLAYING


def _recorded_s(studio: Studio) -> float:
    one = studio.window.streams.room.list.selected()
    return one.recording.duration_s if one is not None and one.recording is not None else 0.0
