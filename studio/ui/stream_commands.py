"""What the Streams menu and the room's buttons do."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from studio.errors import InputError, OutputError, StudioError
from studio.streams.names import StreamAddress, StreamKind, parse_address
from studio.streams.recording import Recorded
from studio.streams.status import StreamStatus
from studio.ui import dialogs
from studio.ui.actions import Actions
from studio.ui.banners import Banners, Notice
from studio.ui.desk import Desk
from studio.ui.file_table import FileTable
from studio.ui.stream_desk import LIVE_STATES, StreamDesk
from studio.ui.stream_new import NewStreams
from studio.ui.stream_recorded import recorded_notice
from studio.ui.stream_room import StreamRoom
from studio.ui.stream_watch import JobStreams


class StreamCommands(QObject):
    """Joins the actions with the streams, and both with the list of files."""

    shown = Signal()
    """The room shall be seen."""

    def __init__(
        self,
        window: QWidget,
        actions: Actions,
        desk: Desk,
        table: FileTable,
        *,
        streams: StreamDesk,
        room: StreamRoom,
        banners: Banners,
    ) -> None:
        super().__init__(window)
        self._window, self._actions, self._desk = window, actions, desk
        self.streams, self.room, self._banners = streams, room, banners
        self.new = NewStreams(window, actions, desk, table, streams=streams, theme=room.theme)
        self.jobs = JobStreams(actions, desk, table, streams, self)
        self._connect()
        self._connect_signals()
        self.refresh()

    def _connect(self) -> None:
        streams = self.streams
        plain: tuple[tuple[str, Callable[[], object]], ...] = (
            ("stream_address", self._type_address),
        )
        on_one: tuple[tuple[str, Callable[[StreamStatus], object]], ...] = (
            ("stream_start", lambda one: streams.start(one.address)),
            ("stream_stop", lambda one: streams.stop_stream(one.address)),
            ("stream_record", self._record),
            ("stream_end_recording", lambda one: streams.end_recording(one.address)),
            ("stream_play", self.play),
            ("stream_browse", self._browse),
            ("stream_remove", self._remove),
        )
        for name, slot in plain:
            self._actions[name].triggered.connect(partial(_call, slot))
        for name, use in on_one:
            self._actions[name].triggered.connect(partial(self._on_selected, use))

    def _connect_signals(self) -> None:
        room, streams, actions = self.room, self.streams, self._actions
        room.list.selection_changed.connect(self.refresh)
        room.list.play_wanted.connect(actions["stream_play"].trigger)
        room.list.remove_wanted.connect(actions["stream_remove"].trigger)
        room.address_entered.connect(self.play_address)
        room.player.closed.connect(self.jobs.leave)
        self.jobs.play_wanted.connect(self._on_play_wanted)
        streams.changed.connect(self._on_changed)
        streams.started.connect(self._on_started)
        streams.failed.connect(self._on_failed)
        streams.recorded.connect(self._on_recorded)

    def take_drops(self) -> None:
        """Let files be dropped on the room; after the window took drops from its parts."""
        self.new.take_drops(self.room.take_drops())

    # -- what can be done ------------------------------------------------------------

    def refresh(self) -> None:
        """Enable what can be done with the selected stream."""
        one = self.room.list.selected()
        lives = one is not None and one.state in LIVE_STATES
        is_live = one is not None and one.address.kind is not StreamKind.VOD
        records = one is not None and one.recording is not None
        can = {
            "stream_start": one is not None and not lives,
            "stream_stop": lives,
            "stream_record": lives and is_live and not records,
            "stream_end_recording": records,
            "stream_play": lives,
            "stream_browse": lives,
            "stream_remove": one is not None,
        }
        for name, enabled in can.items():
            if self._actions[name].isEnabled() != enabled:
                self._actions[name].setEnabled(enabled)
        self.room.copy.setEnabled(one is not None)
        self.room.show_usable()
        self.room.show_selected(self.streams.links(one.address) if one is not None else None)

    def _on_selected(self, use: Callable[[StreamStatus], object], _checked: bool = False) -> None:
        one = self.room.list.selected()
        if one is not None:
            use(one)

    # -- with one stream -------------------------------------------------------------

    def _record(self, one: StreamStatus) -> None:
        suffix = ".mp4" if one.mime.partition(";")[0].endswith("/mp4") else ".webm"
        target = dialogs.ask_recording(self._window, one.address.name, suffix)
        if target is None:
            return
        if target.exists():
            what = f"{target.name} exists already."
            self._on_failed(OutputError(what, hint="Choose another name for the recording."))
            return
        self.streams.record(one.address, target)

    def play(self, one: StreamStatus) -> None:
        """Play a stream in the room."""
        links = self.streams.links(one.address)
        if links is not None:
            self.shown.emit()
            self.room.player.play(one.address, links.player, one.mime)

    def _on_play_wanted(self, address: StreamAddress) -> None:
        status = self.room.model.status_of(address)
        if status is not None:
            self.play(status)

    def _browse(self, one: StreamStatus) -> None:
        links = self.streams.links(one.address)
        if links is not None:
            QDesktopServices.openUrl(QUrl(self.streams.door(links.player)))

    def _remove(self, one: StreamStatus) -> None:
        if self.room.player.address == one.address:
            self.room.player.close_player()
        self.streams.remove(one.address)

    def _type_address(self) -> None:
        self.shown.emit()
        self.room.address.setFocus()
        self.room.address.selectAll()

    def play_address(self, text: str) -> None:
        """Play ``vod://NAME`` and the like."""
        try:
            address = parse_address(text)
        except InputError as problem:
            self._on_failed(problem)
            return
        status = self.room.model.status_of(address)
        mime = status.mime if status is not None else ""
        self.shown.emit()
        self.streams.find_page(text, lambda page: self._on_page(address, page, mime))

    def _on_page(self, address: StreamAddress, page: str, mime: str) -> None:
        self._banners.dismiss("stream")
        self.room.player.play(address, page, mime)
        self.room.list.select(address)

    def fill_copy_menu(self, menu: QMenu) -> None:
        """Offer every address of the selected stream."""
        menu.clear()
        one = self.room.list.selected()
        links = self.streams.links(one.address) if one is not None else None
        if links is None:
            return
        for text, url in (
            (self.tr("&Page in our player"), links.player),
            (self.tr("&File"), links.file),
            (self.tr("&HLS playlist"), links.playlist),
            (self.tr("&DASH manifest"), links.manifest),
            (self.tr("&Live socket"), links.live),
            (self.tr("Simple page with &chunks"), links.page),
            (self.tr("&Segments as JSON"), links.segments),
            (self.tr("S&tatus as JSON"), links.status),
        ):
            if url:
                menu.addAction(text).triggered.connect(partial(self._copy, url))
        menu.addSeparator()
        menu.addAction(str(links.address)).triggered.connect(
            partial(self._copy, str(links.address))
        )

    def _copy(self, text: str, _checked: bool = False) -> None:
        QGuiApplication.clipboard().setText(text)
        self._desk.said.emit(self.tr("Copied. It works on this machine only."))

    # -- what is heard ---------------------------------------------------------------

    def _on_changed(self, statuses: tuple[StreamStatus, ...]) -> None:
        self.room.show_streams(statuses)
        self.refresh()

    def _on_started(self, address: StreamAddress) -> None:
        self._banners.dismiss("stream")
        self.shown.emit()
        self.room.list.select(address)

    def _on_failed(self, problem: StudioError) -> None:
        self._banners.show_notice(Notice.of("stream", problem))

    def _on_recorded(self, _address: StreamAddress, recorded: Recorded) -> None:
        """Show the verdict; keep the recording in the list of files, and offer it."""
        self._banners.show_notice(recorded_notice(recorded))
        self._desk.add_to_check([recorded.path])
        self.streams.offer([recorded.path])

    def stop(self, *, wait: bool) -> None:
        """End, for closing."""
        self.new.stop(wait=wait)


def _call(slot: Callable[[], object], _checked: bool = False) -> None:
    slot()
