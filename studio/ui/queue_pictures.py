"""Pictures of a queue in many states; every one of them is brought about, none is made up."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from studio.batch.model import Collision
from studio.ui.app import Studio
from studio.ui.entries import Entry, EntryState
from studio.ui.theme import Appearance

NAMES = (
    "Arrival.mp4",
    "Boats in the morning.mp4",
    "Cranes.mp4",
    "Dock workers.mp4",
    "Evening light.mp4",
    "Ferry.mp4",
    "Gulls.mp4",
    "港口的夜晚.mp4",
)


class Camera(Protocol):
    """What takes the pictures."""

    def wait(self, what: str, is_so: Callable[[], bool], limit_s: float = 0) -> None:
        """Run the event loop until ``is_so``."""

    def rest(self, duration_s: float = 0) -> None:
        """Let what is on its way be painted."""

    def take(
        self,
        name: str,
        appearances: Sequence[Appearance] = (),
        widget: QWidget | None = None,
    ) -> None:
        """Keep a picture of the window, or of one widget."""

    def add(self, files: Sequence[Path]) -> None:
        """Add files and wait until all is known of them."""


def take_queue(camera: Camera, studio: Studio, clip: Path) -> None:
    """Fill the queue with copies of ``clip``, run it, show it, and empty it again."""
    with tempfile.TemporaryDirectory(prefix="mse-studio-queue-") as work:
        folder = Path(work)
        sources = [Path(shutil.copy(clip, folder / name)) for name in NAMES]
        camera.add(sources)
        desk = studio.desk
        mine = [entry for entry in desk.files if entry.source.parent == folder]
        _set_up(camera, studio, mine)
        _show_running(camera, studio, mine)
        desk.stop_now()
        camera.wait("the queue stands still", lambda: not desk.runner.is_busy, 60)
        desk.remove(mine)
        camera.wait("the queue is empty again", lambda: desk.files.get(mine[0].entry_id) is None)
    for key in list(studio.window.banners.shown):
        studio.window.banners.dismiss(key)


def _set_up(camera: Camera, studio: Studio, mine: list[Entry]) -> None:
    """Let one wait for a decision, hold one, lose one, set a stop marker, change a preset."""
    desk = studio.desk
    lost, asks, held, marked = mine[2], mine[3], mine[4], mine[6]
    desk.choose_preset(mine[5:6], "mp4-h264-aac")
    desk.choose_preset([*mine[:5], *mine[6:]], "webm-vp8-vorbis")  # also that of files to come
    asks.source.with_suffix(".webm").write_bytes(b"an older result")
    desk.decide_collision([asks], Collision.ASK)
    camera.wait("one file asks", lambda: asks.state is EntryState.ON_HOLD)
    desk.hold([held])
    desk.set_stop_before(marked, True)
    camera.wait("the marker is set", lambda: marked.job.stop_before)
    lost.source.unlink()


def _show_running(camera: Camera, studio: Studio, mine: list[Entry]) -> None:
    desk, window = studio.desk, studio.window
    desk.move_to_top([mine[2]])
    desk.start()
    camera.wait("one source is missed", lambda: mine[2].state is EntryState.FAILED, 60)
    camera.wait("two files run", lambda: len(desk.runner.active) > 1 and _moves(mine[1]), 60)
    desk.pause([mine[1]])
    camera.wait("one is paused", lambda: mine[1].state is EntryState.PAUSED)
    camera.wait("another moves on", lambda: _moves(mine[0]))
    window.table.select(desk.files.row_of(mine[0].entry_id) or 0)
    camera.take("14-queue")
    window.table.selectAll()
    camera.take("15-queue-many", (Appearance.LIGHT,))
    window.table.select(0)


def _moves(entry: Entry) -> bool:
    fraction = entry.progress.fraction if entry.progress else None
    return entry.state.is_over or (fraction or 0.0) > 0.2
