"""Small helpers of the delegates: a second size of text, lines that fit, a bar."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from studio.ui.theme import Theme

BAR_HEIGHT = 6


def small_font(font: QFont) -> QFont:
    """Return the font of second lines."""
    small = QFont(font)
    small.setPointSizeF(max(7.0, font.pointSizeF() * 0.88))
    return small


def broken_lines(text: str, font: QFont, width: int, most: int = 2) -> list[str]:
    """Break ``text`` into at most ``most`` lines of ``width`` pixels; the last one is elided."""
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    at = 0
    while len(lines) < most - 1:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, 0))
        at = line.textStart() + line.textLength()
        lines.append(text[line.textStart() : at].strip())
    layout.endLayout()
    rest = text[at:].strip()
    if rest:
        lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
    return lines


def paint_bar(
    painter: QPainter, track: QRect, theme: Theme, fraction: float, tones: tuple[str, str]
) -> None:
    """Paint a rounded bar; ``fraction`` is 0 to 1, ``tones`` are the bar's and the track's."""
    radius = track.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(tones[1]))
    painter.drawRoundedRect(track, radius, radius)
    if fraction <= 0:
        return
    width = max(float(track.height()), track.width() * min(1.0, fraction))
    painter.setBrush(theme.color(tones[0]))
    filled = QRectF(track.left(), track.top(), width, track.height())
    painter.drawRoundedRect(filled, radius, radius)
