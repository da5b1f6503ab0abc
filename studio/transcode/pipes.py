"""Reading what a program says, however much that is."""

from collections.abc import Iterator
from typing import IO

LINE_CHARACTERS = 2_000


def lines_of(pipe: IO[bytes]) -> Iterator[str]:
    """Yield lines; what is too much of one line, or comes without a break, is left out."""
    with pipe:
        is_rest = False
        while raw := pipe.readline(LINE_CHARACTERS):
            text = "" if is_rest else raw.decode("utf-8", "replace").rstrip()
            is_rest = not raw.endswith(b"\n")
            if text:
                yield text
