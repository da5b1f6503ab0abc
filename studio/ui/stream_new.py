"""New streams: of the selected files, of a test picture, of a camera, screen or microphone."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from studio.errors import StudioError
from studio.streams.encoding_model import LiveEncoding
from studio.streams.sources import LiveSource, SourceKind, devices
from studio.ui.actions import Actions
from studio.ui.bridge import Workers
from studio.ui.desk import Desk
from studio.ui.file_table import FileTable
from studio.ui.stream_bundle import BundleDialog
from studio.ui.stream_desk import StreamDesk
from studio.ui.stream_dialog import LiveDialog
from studio.ui.stream_ladder import LadderDialog
from studio.ui.stream_list import StreamDrops
from studio.ui.stream_work import WorkDialog
from studio.ui.theme import Theme

LIVE_SOURCES = (
    ("stream_test", SourceKind.TEST),
    ("stream_camera", SourceKind.CAMERA),
    ("stream_screen", SourceKind.SCREEN),
    ("stream_microphone", SourceKind.MICROPHONE),
)
MOST_OFFERED = 50
"""Selected files that are streamed at once."""


class NewStreams(QObject):
    """Joins the menu "New stream", and files that are dropped, with the streams."""

    def __init__(
        self,
        window: QWidget,
        actions: Actions,
        desk: Desk,
        table: FileTable,
        *,
        streams: StreamDesk,
        theme: Theme,
    ) -> None:
        super().__init__(window)
        self._window, self._actions, self._desk, self._table = window, actions, desk, table
        self._streams, self._theme = streams, theme
        self._devices = Workers("devices", 1, self)
        self.dialog: LiveDialog | None = None
        self._works: list[WorkDialog] = []
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        streams = self._streams
        slots: tuple[tuple[str, Callable[[], object]], ...] = (
            ("stream_files", lambda: streams.offer(self._playable())),
            ("stream_clock", lambda: streams.play_out(self._playable(), loop=False)),
            ("stream_loop", lambda: streams.play_out(self._playable(), loop=True)),
            ("stream_encode", self._encode_file),
            ("make_ladder", self.open_ladder),
            ("make_bundle", self.open_bundle),
            *((name, partial(self.open_dialog, kind)) for name, kind in LIVE_SOURCES),
        )
        for name, slot in slots:
            self._actions[name].triggered.connect(partial(_call, slot))
        self._table.selection_changed.connect(self.refresh)
        self._desk.model.facts_changed.connect(self.refresh)

    def take_drops(self, drops: StreamDrops) -> None:
        """Offer what is dropped."""
        drops.files_dropped.connect(lambda paths: self._streams.offer(_files_of(paths)))
        drops.rows_dropped.connect(lambda: self._streams.offer(self._playable()))

    def refresh(self, *_: object) -> None:
        """Enable what can be done with the selected files."""
        chosen, files = self._table.selected(), self._playable()
        one = chosen[0] if len(chosen) == 1 else None
        can = dict.fromkeys(("stream_files", "stream_clock", "stream_loop"), bool(files))
        can["stream_encode"] = one is not None and one.info is not None
        can["make_ladder"] = one is not None and one.info is not None and bool(one.info.video)
        can["make_bundle"] = bool(files)
        for name, enabled in can.items():
            self._actions[name].setEnabled(enabled)

    def _playable(self) -> list[Path]:
        """Return what the selected rows can offer, each file once."""
        chosen = self._table.selected()[:MOST_OFFERED]
        return list(dict.fromkeys(one.playable for one in chosen if one.playable is not None))

    def _encode_file(self) -> None:
        chosen = self._table.selected()
        if chosen:
            self.open_dialog(SourceKind.FILE, chosen[0].playable or chosen[0].source)

    def open_dialog(self, kind: SourceKind, path: Path | None = None) -> LiveDialog:
        """Ask for a live stream; devices are looked for meanwhile."""
        self._end_dialog()
        dialog = LiveDialog(self._theme, kind, self._window, path)
        dialog.go.connect(self._go_live)
        self.dialog = dialog
        ffmpeg = self._desk.toolbox.ffmpeg
        if ffmpeg is None:
            dialog.show_problem(self._desk.toolbox.ffmpeg_problem or _no_ffmpeg())
        elif dialog.needs_devices:
            look = partial(devices, ffmpeg.path)
            self._devices.run(look, dialog.show_devices, dialog.show_problem)
        dialog.open()
        return dialog

    def open_ladder(self) -> LadderDialog | None:
        """Ask for a ladder of the selected file."""
        chosen = self._table.selected()
        if not chosen:
            return None
        dialog = LadderDialog(self._theme, chosen[0].source, self._desk.toolbox, self._window)
        self._open_work(dialog)
        return dialog

    def open_bundle(self) -> BundleDialog | None:
        """Ask for a bundle of the selected files."""
        files = self._playable()
        if not files:
            return None
        dialog = BundleDialog(self._theme, files, self._desk.toolbox, self._window)
        self._open_work(dialog)
        return dialog

    def _open_work(self, dialog: WorkDialog) -> None:
        """Show it; the window stays usable, and what an earlier one still does goes on."""
        self._works = [one for one in self._works if one.isVisible()] + [dialog]
        dialog.show()

    def _go_live(self, source: LiveSource, encoding: LiveEncoding, name: str) -> None:
        self._streams.go_live(source, encoding, name)

    def _end_dialog(self) -> None:
        """Close it; the object stays with the window: devices may still be on their way to it."""
        if self.dialog is not None:
            self.dialog.close()
            self.dialog = None

    def stop(self, *, wait: bool) -> None:
        """End, for closing."""
        self._end_dialog()
        for work in self._works:
            work.done(0)
        self._devices.stop(wait=wait)


def _no_ffmpeg() -> StudioError:
    return StudioError("ffmpeg was not found.", hint="Choose it in the File menu.")


def _files_of(paths: list[Path]) -> list[Path]:
    return [path for path in paths if path.is_file()][:MOST_OFFERED]


def _call(slot: Callable[[], object], _checked: bool = False) -> None:
    slot()
