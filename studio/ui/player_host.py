"""The local server behind previews: started at the first use, one for the whole run."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.preview.opening import RoomWishes, open_room
from studio.preview.room import PreviewRoom
from studio.segments.model import SegmentMap
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.ui.bridge import Workers
from studio.ui.core_words import translated
from studio.ui.toolbox import Toolbox


@dataclass(frozen=True, slots=True)
class Offer:
    """One file's preview room, as the server has it."""

    segment_map: SegmentMap
    room: PreviewRoom
    room_id: str


class PlayerHost(QObject):
    """Opens preview rooms for files, on a worker thread.

    What a room's page asks of the window comes as a signal, with the file's path.
    """

    save_wanted = Signal(object, str, str)
    """Path of the file; a name and a text to save."""
    browser_wanted = Signal(object, str)
    """Path of the file; the address of the page to open in a browser."""
    segment_wanted = Signal(object, int)
    """Path of the file; the segment whose decoder picture is asked for."""

    def __init__(self, player_dir: Path, toolbox: Toolbox) -> None:
        super().__init__(toolbox)
        self._player_dir = player_dir
        self._toolbox = toolbox
        self._workers = Workers("preview", 2, self)
        self._lock = threading.Lock()
        self._server: MediaServer | None = None
        self._offers: dict[str, Offer] = {}
        self._is_stopped = False

    def server(self) -> MediaServer:
        """Return the running server, started now if need be; not for the window's thread.

        Raises:
            StudioError: it could not be started.
        """
        with self._lock:
            if self._server is None:
                self._server = MediaServer(self._player_dir).start()
            return self._server

    def offer(
        self,
        path: Path,
        source: Path | None,
        on_offer: Callable[[Offer], None],
        on_problem: Callable[[StudioError], None],
    ) -> None:
        """Read the file's segment map and open a room for it.

        Args:
            path: the file to be played.
            source: what it was made from, or the file itself; None when that is not known.
            on_offer: gets the room.
            on_problem: gets the error.
        """
        self._workers.run(lambda: self._open(path, source), on_offer, on_problem)

    def withdraw(self, offer: Offer) -> None:
        """Close a room, on a worker: a browser may have to be ended."""
        self._workers.run(lambda: self._close(offer), lambda _: None, lambda _: None)

    def room_url(self, offer: Offer, **params: str) -> str:
        """Address of a room's page; see ``MediaServer.room_url``.

        Raises:
            StudioError: the server has ended.
        """
        with self._lock:
            if self._server is None:
                raise StudioError("The preview server has ended.")
            return self._server.room_url(offer.room_id, **params)

    def door(self, url: str) -> str:
        """Return an address for a browser's command line; see ``MediaServer.door``.

        Raises:
            StudioError: the server has ended.
        """
        with self._lock:
            if self._server is None:
                raise StudioError("The preview server has ended.")
            return self._server.door(url)

    def stop(self, *, wait: bool) -> None:
        """Close every room and end the server."""
        self._workers.stop(wait=wait)
        with self._lock:
            self._is_stopped = True
            offers, self._offers = [*self._offers.values()], {}
            if self._server is not None:
                self._server.stop()
        for offer in offers:
            offer.room.close()

    def _open(self, path: Path, source: Path | None) -> Offer:
        segment_map = read_segment_map(path)
        server = self.server()
        room = open_room(segment_map, self._wishes(path, source))
        offer = Offer(segment_map, room, server.add_room(room))
        with self._lock:
            is_late = self._is_stopped
            if not is_late:
                self._offers[offer.room_id] = offer
        if is_late:
            room.close()
        return offer

    def _close(self, offer: Offer) -> None:
        with self._lock:
            known = self._offers.pop(offer.room_id, None)
            if known is not None and self._server is not None:
                self._server.remove_room(offer.room_id)
        if known is not None:
            known.room.close()

    def _wishes(self, path: Path, source: Path | None) -> RoomWishes:
        ffmpeg = self._toolbox.ffmpeg
        is_made = source is not None and source != path and source.is_file()
        return RoomWishes(
            source=source if is_made else None,
            ffmpeg=ffmpeg.path if ffmpeg is not None else None,
            translate=translated,
            libraries_dir=self._libraries_dir,
            save_text=lambda name, text: self.save_wanted.emit(path, name, text),
            open_in_browser=lambda url: self.browser_wanted.emit(path, url),
            show_segment=lambda number: self.segment_wanted.emit(path, number),
        )

    def _libraries_dir(self) -> Path | None:
        chosen = self._toolbox.settings.libraries_dir
        return Path(chosen) if chosen else None
