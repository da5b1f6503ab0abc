"""A text that the page wants to save, such as its log, is handed to the program in parts."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from studio.errors import StudioError
from studio.preview.parts import Command, RoomPart
from studio.server.rooms import Message, RoomClient

MAX_CHARACTERS = 2_000_000
MAX_PARTS = 4_096
MAX_NAME = 120
SUFFIXES = (".txt", ".json", ".csv")
_ODD = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200e\u200f\u2028-\u202e\u2066-\u2069]')

SaveText = Callable[[str, str], None]
"""Takes the name of the file and its text; called on the server's thread, must not wait."""


@dataclass(slots=True)
class _Text:
    """What has come so far of one text."""

    name: str
    parts: int
    pieces: list[str] = field(default_factory=list)
    characters: int = 0


class SavingPart(RoomPart):
    """Answers ``save-text`` with ``name``, ``part`` (0, 1, 2 ...), ``parts`` and ``text``.

    One message of a page is limited (``server.rooms.MAX_MESSAGE_BYTES``), so a text comes in
    parts, in order; each page has one text on its way. The last part is answered with
    ``{"complete": true}`` and hands the whole text over.

    Args:
        save_text: None when nobody can save; the page then is not told that it may ask.
    """

    def __init__(self, save_text: SaveText | None) -> None:
        self._save_text = save_text
        self._coming: dict[RoomClient, _Text] = {}

    @property
    def commands(self) -> Mapping[str, Command]:
        """``save-text``, where somebody can save."""
        return {} if self._save_text is None else {"save-text": self._take}

    @property
    def features(self) -> Mapping[str, object]:
        """``save_text``: whether the page may ask."""
        return {"save_text": self._save_text is not None}

    async def on_close(self, client: RoomClient) -> None:
        """Forget a text whose page has left."""
        self._coming.pop(client, None)

    async def _take(self, client: RoomClient, message: Message) -> object:
        known = self._coming.pop(client, None)
        name, part, parts, text = _checked(message)
        if part == 0:
            known = _Text(name, parts)
        elif known is None or (known.name, known.parts, len(known.pieces)) != (name, parts, part):
            raise StudioError("A part of the text is missing.", hint="Try again.")
        known.pieces.append(text)
        known.characters += len(text)
        if known.characters > MAX_CHARACTERS:
            raise StudioError("The text is too long to be saved.")
        if part + 1 < parts:
            self._coming[client] = known
            return {"complete": False}
        assert self._save_text is not None
        self._save_text(_file_name(name), _joined(known.pieces))
        return {"complete": True}


def _checked(message: Message) -> tuple[str, int, int, str]:
    """Return name, part, parts and text of a message that makes sense."""
    name, text = message.get("name"), message.get("text")
    part, parts = message.get("part"), message.get("parts")
    is_counted = type(part) is int and type(parts) is int and 0 <= part < parts <= MAX_PARTS
    if not (isinstance(name, str) and isinstance(text, str) and is_counted):
        raise StudioError("This is no text that could be saved.")
    assert type(part) is int
    assert type(parts) is int
    return name, part, parts, text


def _file_name(asked: str) -> str:
    """Return a name that is no path and works on every system."""
    name = _ODD.sub("_", _joined([asked]))[-MAX_NAME:].strip(" .")
    return name if name.lower().endswith(SUFFIXES) and name[0] != "." else f"{name or 'log'}.txt"


def _joined(pieces: list[str]) -> str:
    """Return the pieces as one text; half a character becomes U+FFFD."""
    whole = "".join(pieces).encode("utf-16-le", "surrogatepass")
    return whole.decode("utf-16-le", "replace")
