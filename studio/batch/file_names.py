"""What a file name may be: repaired by rule, cut between characters, numbered."""

import os
import re
import unicodedata
from pathlib import Path

from studio.transcode.publish import NAME_LIMIT_BYTES, windows_stem

_INVISIBLE = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Signs that turn the writing direction or cannot be seen: a name could pose as another.

The joiners U+200C and U+200D stay; Persian words and emoji are written with them.
Source: Unicode Standard Annex 9, table 2.1 (UTS 39 for the rest).
"""
_RESERVED_TOO = re.compile("(?:com|lpt)[¹²³]|conin\\$|conout\\$", re.IGNORECASE)
"""Device names that ``windows_stem`` does not know. Source: Microsoft, "Naming Files"."""

_JOINER = "\u200d"
_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")


def safe_stem(text: str, platform: str) -> str:
    """Return ``text`` as a name without suffix; "" where nothing is left.

    Separators and control characters become ``_``, leading dots too (the file would be
    hidden), blanks at both ends go. Windows' own rules are added there.

    Args:
        text: anything.
        platform: as ``sys.platform``.
    """
    text = _INVISIBLE.sub("", text)
    text = "".join(_safe_character(sign, platform) for sign in text).strip()
    text = re.sub(r"^\.+", "_", text)
    if platform == "win32" and text:
        text = windows_stem(text)
        if _RESERVED_TOO.fullmatch(text.partition(".")[0].rstrip()):
            text = f"_{text}"
    return text


def _safe_character(sign: str, platform: str) -> str:
    kind = unicodedata.category(sign)
    if sign == "/" or kind in ("Cc", "Zl", "Zp"):
        return "_"
    if kind == "Cs" and platform in ("win32", "darwin"):
        return "_"
    try:
        os.fsencode(sign)
    except UnicodeEncodeError:
        return "_"
    return sign


def cut(text: str, limit_bytes: int) -> str:
    """Cut to a number of bytes, between characters as people see them."""
    if len(os.fsencode(text)) <= limit_bytes:
        return text
    size = end = 0
    for end, sign in enumerate(text):  # noqa: B007  (where it stopped is what is wanted)
        size += len(os.fsencode(sign))
        if size > limit_bytes:
            break
    whole = end
    while whole > 0 and _belongs_to(text[whole - 1], text[whole]):
        whole -= 1
    return text[: whole or end]


def _belongs_to(before: str, sign: str) -> bool:
    """Tell whether a sign is part of the same character as the one before it."""
    if _JOINER in (before, sign) or _SKIN_TONES[0] <= sign <= _SKIN_TONES[1]:
        return True
    return unicodedata.category(sign) in ("Mn", "Me", "Mc")


def numbered(path: Path, number: int) -> Path:
    """Return ``name (2).webm`` for ``name.webm`` and 2, within the limit of a name."""
    tail = f" ({number}){path.suffix}"
    return path.with_name(cut(path.stem, NAME_LIMIT_BYTES - len(os.fsencode(tail))) + tail)
