"""The local server behind previews: started at the first use, one for the whole run."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from studio.errors import StudioError
from studio.segments.model import SegmentMap
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.ui.bridge import Workers


@dataclass(frozen=True, slots=True)
class Offer:
    """One file as the server offers it: its map, its id, and the server's address."""

    segment_map: SegmentMap
    file_id: str
    base_url: str


class PlayerHost(QObject):
    """Maps files and offers them to player pages, on a worker thread."""

    def __init__(self, player_dir: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._player_dir = player_dir
        self._workers = Workers("preview", 1, self)
        self._lock = threading.Lock()
        self._server: MediaServer | None = None

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
        on_offer: Callable[[Offer], None],
        on_problem: Callable[[StudioError], None],
    ) -> None:
        """Read the file's segment map and register it with the server."""
        self._workers.run(lambda: self._register(path), on_offer, on_problem)

    def withdraw(self, offer: Offer) -> None:
        """Stop serving a file."""
        with self._lock:
            if self._server is not None:
                self._server.remove_file(offer.file_id)

    def player_url(self, offer: Offer, *, language: str, theme: str, autoplay: bool) -> str:
        """Address of the player page for an offered file."""
        with self._lock:
            if self._server is None:
                raise StudioError("The preview server has ended.")
            wishes = {"autoplay": "1"} if autoplay else {}
            return self._server.player_url(offer.file_id, lang=language, theme=theme, **wishes)

    def stop(self, *, wait: bool) -> None:
        """End the server."""
        self._workers.stop(wait=wait)
        with self._lock:
            if self._server is not None:
                self._server.stop()

    def _register(self, path: Path) -> Offer:
        segment_map = read_segment_map(path)
        server = self.server()
        return Offer(segment_map, server.add_file(segment_map), server.base_url)
