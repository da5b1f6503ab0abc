"""A QR code, painted module by module: crisp at every scale, black on white in every theme."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from segno import make

QUIET = 4
"""Empty modules around it. Source: ISO/IEC 18004, 6.3.8."""
SIDE = 248
DARK, LIGHT = QColor("#000000"), QColor("#ffffff")


class QrCode(QWidget):
    """Shows a text as a QR code; empty paper for an empty text."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[bytes, ...] = ()
        self.setFixedSize(SIDE, SIDE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def rows(self) -> tuple[bytes, ...]:
        """The modules without the quiet zone, 1 for a dark one."""
        return self._rows

    def set_text(self, text: str) -> None:
        """Show this text."""
        matrix = make(text, micro=False, error="m").matrix if text else ()
        self._rows = tuple(bytes(row) for row in matrix)
        self.update()

    def sizeHint(self) -> QSize:
        """The fixed size."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each module as a whole number of the screen's own pixels."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), LIGHT)
        if not self._rows:
            return
        ratio = self.devicePixelRatioF()
        side = int(min(self.width(), self.height()) * ratio)
        count = len(self._rows) + 2 * QUIET
        module = max(1, side // count)
        corner = (side - module * count) // 2 + QUIET * module
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.scale(1 / ratio, 1 / ratio)
        for y, row in enumerate(self._rows):
            for x, is_dark in enumerate(row):
                if is_dark:
                    place = QRect(corner + x * module, corner + y * module, module, module)
                    painter.fillRect(place, DARK)
