"""Clips that say in each picture which frame it is, and reading that back from a screenshot.

A strip over the top eighth of the picture is cut into 16 cells: white, twelve bits (the
highest first), parity, black, white. Frames are counted from 0.
"""

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

BITS = 12
CELLS = BITS + 4
_STRIP = 8
_BRIGHT = 128


def counting_filter() -> str:
    """Return video filters that draw the number of each frame; put them last."""
    boxes = ["drawbox=x=0:y=0:w=iw:h=ih/8:color=black:t=fill", _box(0, "1")]
    for bit in range(BITS):
        boxes.append(_box(BITS - bit, f"mod(floor(n/{2**bit}),2)"))
    ones = "+".join(f"mod(floor(n/{2**bit}),2)" for bit in range(BITS))
    return ",".join([*boxes, _box(BITS + 1, f"mod({ones},2)"), _box(CELLS - 1, "1")])


def _box(cell: int, when: str) -> str:
    place = f"x=iw*{cell}/{CELLS}:y=0:w=iw/{CELLS}:h=ih/{_STRIP}"
    return f"drawbox={place}:color=white:t=fill:enable='{when}'"


def read_counter(image: QImage, picture: QRect | None = None) -> int | None:
    """Return the number of the frame in a screenshot, None when there is no strip in it.

    Args:
        image: the screenshot.
        picture: where the clip's picture is, in the image's own pixels; all of it otherwise.
    """
    area = picture or image.rect()
    y = area.top() + max(area.height() // (2 * _STRIP), 1)
    cells = []
    for cell in range(CELLS):
        x = area.left() + round((cell + 0.5) * area.width() / CELLS)
        if not image.rect().contains(x, y):
            return None
        cells.append(image.pixelColor(x, y).lightness() >= _BRIGHT)
    bits = cells[1 : BITS + 1]
    framed = cells[0] and not cells[CELLS - 2] and cells[CELLS - 1]
    if not framed or cells[BITS + 1] != bool(sum(bits) % 2):
        return None
    return int("".join("1" if bit else "0" for bit in bits), 2)
