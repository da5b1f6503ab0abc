"""Opening the room in a browser of the user's own."""

from collections.abc import Callable, Mapping

from studio.preview.parts import Command, RoomPart
from studio.server.rooms import Message, RoomClient


class BrowserPart(RoomPart):
    """Answers ``open-in-browser``.

    Args:
        open_page: shows an address in a browser, without blocking; None when there is
            nothing to open one with.
    """

    def __init__(self, open_page: Callable[[str], object] | None) -> None:
        self._open = open_page
        self._address: Callable[[str], str] | None = None

    def settle(self, address: Callable[[str], str]) -> None:
        """Take note of where the room's page is."""
        self._address = address

    @property
    def commands(self) -> Mapping[str, Command]:
        """What pages can ask for."""
        return {"open-in-browser": self._open_in_browser}

    @property
    def features(self) -> Mapping[str, object]:
        """Whether it can be asked for."""
        return {"browser": self._open is not None}

    async def _open_in_browser(self, _client: RoomClient, _message: Message) -> object:
        if self._open is not None and self._address is not None:
            self._open(self._address("index.html"))
        return None
