"""The decoder picture: a page asks for it, the window shows it."""

from collections.abc import Callable, Mapping

from studio.errors import StudioError
from studio.preview.parts import Command, RoomFiles, RoomPart
from studio.server.rooms import Message, RoomClient


class DecoderPart(RoomPart):
    """Answers the command ``decoder-picture {segment}``.

    Args:
        files: of the room.
        show: gets the number of the segment, on the server's thread; None where nothing can
            show it.
    """

    def __init__(self, files: RoomFiles, show: Callable[[int], None] | None) -> None:
        self._count = len(files.segment_map.segments)
        self._show = show

    @property
    def commands(self) -> Mapping[str, Command]:
        """What pages can ask for."""
        return {"decoder-picture": self._on_wish}

    @property
    def features(self) -> Mapping[str, object]:
        """Whether there is a window that shows it."""
        return {"decoder": self._show is not None and self._count > 0}

    async def _on_wish(self, client: RoomClient, message: Message) -> object:
        number = message.get("segment")
        is_number = isinstance(number, int) and not isinstance(number, bool)
        if self._show is None or not is_number or not 0 <= number < self._count:  # type: ignore[operator]
            raise StudioError("There is no such segment to show.")
        assert isinstance(number, int)
        self._show(number)
        return {"segment": number}
