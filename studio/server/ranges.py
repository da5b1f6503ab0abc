"""The Range header, one range only."""

import re
from dataclasses import dataclass

_SINGLE = re.compile(r"bytes=(?:([0-9]{1,19})-([0-9]{1,19})?|-([0-9]{1,19}))")
_LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class ByteRange:
    """``length`` bytes from ``offset``."""

    offset: int
    length: int


class RangeError(Exception):
    """The range cannot be satisfied (416)."""


def parse_range(header: str | None, size_bytes: int) -> ByteRange | None:
    """Return the asked range, or None when the whole file is meant.

    Another unit than bytes is ignored, as RFC 9110 14.2 wants; several ranges, reversed
    ones, and numbers beyond 2^63 are refused.

    Raises:
        RangeError: malformed, or outside the file.
    """
    if header is None or not header.lower().startswith("bytes"):
        return None
    match = _SINGLE.fullmatch(header.strip())
    if match is None or not header.isascii():
        raise RangeError
    first, last, suffix = (None if part is None else int(part) for part in match.groups())
    if suffix is not None:
        first, last = max(0, size_bytes - suffix), size_bytes - 1
        if suffix == 0:
            raise RangeError
    if first is None or max(first, last or 0) > _LARGEST or first >= size_bytes:
        raise RangeError
    end = size_bytes - 1 if last is None else min(last, size_bytes - 1)
    if last is not None and last < first:
        raise RangeError
    return ByteRange(first, end - first + 1)
