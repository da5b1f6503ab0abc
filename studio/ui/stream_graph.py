"""The last minute of a stream as two lines: what is sent, and how far behind its viewers are."""

import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from studio.streams.names import StreamAddress
from studio.streams.status import StreamStatus
from studio.ui import stream_words
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, Panel

SPAN_S = 60.0
MOST_POINTS = 260
"""A minute at four points a second, and some to spare."""
RATE_TONE, LATENCY_TONE = "accent", "warning"
SMOOTH_S = 2.0
"""What is sent comes in whole segments; it is told as the mean of so long."""


@dataclass(frozen=True, slots=True)
class Point:
    """One look: ``at_s`` on the monotonic clock; bytes sent so far to all viewers of then."""

    at_s: float
    sent_bytes: int
    latency_s: float | None


class StreamHistory:
    """The last minute of each stream."""

    def __init__(self) -> None:
        self._points: dict[StreamAddress, deque[Point]] = {}
        self._sent: dict[StreamAddress, dict[str, int]] = {}
        self._total: dict[StreamAddress, int] = {}

    def add(self, statuses: Sequence[StreamStatus], now_s: float | None = None) -> None:
        """Note how the streams do now; those that are gone are forgotten."""
        now_s = time.monotonic() if now_s is None else now_s
        known = {one.address for one in statuses}
        for book in (self._points, self._sent, self._total):
            for address in [a for a in book if a not in known]:
                del book[address]
        for status in statuses:
            self._add(status, now_s)

    def _add(self, status: StreamStatus, now_s: float) -> None:
        """Count up what viewers were sent: who leaves takes nothing away from it.

        What a viewer got before they were first seen here is not of this moment.
        """
        address = status.address
        before = self._sent.get(address, {})
        now = {one.viewer_id: one.sent_bytes for one in status.viewers}
        grown = sum(max(0, sent - before.get(who, sent)) for who, sent in now.items())
        self._sent[address] = now
        self._total[address] = self._total.get(address, 0) + grown
        late = [one.latency_s for one in status.viewers if one.latency_s is not None]
        points = self._points.setdefault(address, deque(maxlen=MOST_POINTS))
        points.append(Point(now_s, self._total[address], max(late, default=None)))

    def rates(self, address: StreamAddress) -> list[tuple[float, float]]:
        """Return (time, bit/s sent to all viewers together), oldest first."""
        points = self._points.get(address, deque())
        found: list[tuple[float, float]] = []
        first = 0
        listed = list(points)
        for number, point in enumerate(listed):
            while listed[first].at_s < point.at_s - SMOOTH_S and first < number - 1:
                first += 1
            took = point.at_s - listed[first].at_s
            if took > 0:
                sent = point.sent_bytes - listed[first].sent_bytes
                found.append((point.at_s, sent * 8 / took))
        return found

    def latencies(self, address: StreamAddress) -> list[tuple[float, float]]:
        """Return (time, seconds that the slowest viewer is behind), oldest first."""
        points = self._points.get(address, deque())
        return [(one.at_s, one.latency_s) for one in points if one.latency_s is not None]


class StreamGraph(Panel):
    """Paints the history of one stream; only when it is given something new and can be seen."""

    def __init__(self, theme: Theme, history: StreamHistory, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._history = history
        self._address: StreamAddress | None = None
        self._now_s = 0.0
        self.painted = 0
        """How often it was painted."""
        self.setMinimumHeight(9 * UNIT)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        self.setAccessibleName(self.tr("Rate and delay of the last minute"))
        self._describe()
        self.update()

    def restyle(self) -> None:
        """Paint in the colours of now."""
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(40 * UNIT, 13 * UNIT)

    def show_stream(self, address: StreamAddress | None, now_s: float | None = None) -> None:
        """Show a stream's last minute, up to now."""
        self._address = address
        self._now_s = time.monotonic() if now_s is None else now_s
        self._describe()
        if self.isVisible():
            self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(", ".join(text for text, _ in self._legend()))

    def _legend(self) -> list[tuple[str, str]]:
        rates, late = self._lines()
        rate = stream_words.rate_text(rates[-1][1] if rates else None)
        delay = stream_words.seconds_text(late[-1][1] if late else None)
        return [
            (self.tr("Sent: {rate}").format(rate=rate), RATE_TONE),
            (self.tr("Behind: {time}").format(time=delay), LATENCY_TONE),
        ]

    def _lines(self) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
        if self._address is None:
            return [], []
        begin = self._now_s - SPAN_S
        rates = [one for one in self._history.rates(self._address) if one[0] >= begin]
        late = [one for one in self._history.latencies(self._address) if one[0] >= begin]
        return rates, late

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the legend above, the lines below, each line in a scale of its own."""
        self.painted += 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(self.font())
        self._paint_legend(painter, metrics)
        top = metrics.height() + UNIT
        ground = QRectF(0.5, top + 0.5, self.width() - 1, self.height() - top - 1)
        painter.setPen(QPen(self.theme.color("border"), 1))
        painter.setBrush(self.theme.color("surface"))
        painter.drawRoundedRect(ground, 6, 6)
        plot = ground.adjusted(UNIT, 6, -UNIT, -6)
        for part in (1, 2):
            y = plot.top() + plot.height() * part / 3
            painter.setPen(QPen(self.theme.color("track"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        rates, late = self._lines()
        self._paint_line(painter, plot, rates, (RATE_TONE, Qt.PenStyle.SolidLine, 100_000.0))
        self._paint_line(painter, plot, late, (LATENCY_TONE, Qt.PenStyle.DashLine, 1.0))

    def _paint_legend(self, painter: QPainter, metrics: QFontMetrics) -> None:
        x, middle = 1.0, metrics.height() / 2
        for number, (text, tone) in enumerate(self._legend()):
            style = Qt.PenStyle.DashLine if number else Qt.PenStyle.SolidLine
            painter.setPen(QPen(self.theme.color(tone), 2, style))
            painter.drawLine(QPointF(x, middle), QPointF(x + 18, middle))
            painter.setPen(self.theme.color("secondary"))
            painter.drawText(QPointF(x + 24, metrics.ascent()), text)
            x += 24 + metrics.horizontalAdvance(text) + 2 * UNIT
        text = self.tr("Last minute")
        end = self.width() - metrics.horizontalAdvance(text)
        if end > x:
            painter.drawText(QPointF(end, metrics.ascent()), text)

    def _paint_line(
        self,
        painter: QPainter,
        plot: QRectF,
        line: Sequence[tuple[float, float]],
        look: tuple[str, Qt.PenStyle, float],
    ) -> None:
        """Paint one line; ``look`` has its colour, its stroke, and the least full scale."""
        tone, style, least = look
        if len(line) < 2:
            return
        scale = max(least, *(value for _, value in line)) * 1.1
        begin = self._now_s - SPAN_S
        points = [
            QPointF(
                plot.left() + plot.width() * (at - begin) / SPAN_S,
                plot.bottom() - plot.height() * value / scale,
            )
            for at, value in line
        ]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.color(tone), 2, style))
        painter.drawPolyline(QPolygonF(points))
