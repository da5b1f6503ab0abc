"""Names and addresses of streams: ``vod://NAME``, ``vod-live://NAME``, ``live://NAME``."""

import re
import unicodedata
from enum import StrEnum
from typing import NamedTuple

from studio.errors import InputError

MAX_NAME_CHARACTERS = 64
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


class StreamKind(StrEnum):
    """How a stream is watched; the value is the scheme of its address.

    VOD: each viewer has a position of their own. VOD_LIVE: a file on one common clock.
    LIVE: made while it is watched (camera, screen, test picture, a job's output).
    """

    VOD = "vod"
    VOD_LIVE = "vod-live"
    LIVE = "live"

    @property
    def folder(self) -> str:
        """The first part of its paths on the server."""
        return "vod" if self is StreamKind.VOD else "live"


class StreamAddress(NamedTuple):
    """What names one stream of this program."""

    kind: StreamKind
    name: str

    def __str__(self) -> str:
        return f"{self.kind}://{self.name}"


def parse_address(text: str) -> StreamAddress:
    """Read ``vod://NAME`` and the like; surrounding blanks and a last slash do no harm.

    Raises:
        InputError: this is no stream's address.
    """
    scheme, found, name = text.strip().rstrip("/").partition("://")
    if found and scheme.lower() in set(StreamKind) and is_name(name):
        return StreamAddress(StreamKind(scheme.lower()), name)
    raise InputError(
        "This is not the address of a stream.",
        hint="It looks like vod://NAME, vod-live://NAME or live://NAME.",
    )


def is_name(text: str) -> bool:
    """Tell whether a stream may be called so: it is a part of a path and of a file name."""
    return _NAME.fullmatch(text) is not None and ".." not in text and not text.endswith(".")


def name_for(text: str, taken: frozenset[str] | set[str] = frozenset()) -> str:
    """Return a name made of any text, such as a file's stem, that nobody has yet.

    Args:
        text: letters are kept without their accents, all else becomes ``-``.
        taken: names that are given already; compared without regard to case.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    cleaned = re.sub(r"[^A-Za-z0-9_]+", "-", plain).strip("-_")[: MAX_NAME_CHARACTERS - 6]
    base = cleaned.strip("-_") or "stream"
    used = {one.casefold() for one in taken}
    name, number = base, 1
    while name.casefold() in used:
        number += 1
        name = f"{base}-{number}"
    return name
