"""How cells are painted: two lines, a thumbnail, a progress bar. No widgets in cells."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from studio.ui import cells, states
from studio.ui.columns import Column, Role, alignment
from studio.ui.entries import Entry, EntryState
from studio.ui.job_words import has_bar, percent_text
from studio.ui.painting import BAR_HEIGHT, broken_lines, paint_bar, small_font
from studio.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 56
THUMBNAIL = QSize(64, 36)
PAD = 8
ICON_SIZE = 16
ICON_GAP = 6
GAP = 3
"""Between the lines of a cell."""
MARKER_ICON = 14
WRAPPED = (Column.PRESET, Column.MESSAGE)
MIDDLE = (Column.FILE, Column.OUTPUT)
"""Names are shortened in their middle: the end tells takes and suffixes apart."""


@dataclass(frozen=True, slots=True)
class _Cell:
    entry: Entry
    column: Column
    area: QRect
    font: QFont
    small: QFont

    def moved(self, area: QRect) -> "_Cell":
        return _Cell(self.entry, self.column, area, self.font, self.small)


class CellDelegate(QStyledItemDelegate):
    """Paints a main line, a quiet second line, and what the column needs beside them."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons: dict[tuple[str, str], QIcon] = {}
        theme.changed.connect(self._icons.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Rows are all of one height; the width is the user's."""
        return QSize(80, ROW_HEIGHT)

    def editorEvent(self, event: QEvent, *_: object) -> bool:
        """Cells are not edited in place."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        entry = index.data(Role.ENTRY)
        if not isinstance(entry, Entry):
            return
        rect: QRect = option.rect
        font: QFont = option.font
        column = Column(index.column())
        cell = _Cell(entry, column, rect.adjusted(PAD, 0, -PAD, 0), font, small_font(font))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, rect)
        if column is Column.FILE:
            cell = cell.moved(self._paint_thumbnail(painter, cell.area, index))
        if column is Column.PROGRESS:
            self._paint_state(painter, cell)
        elif column is Column.VERDICT:
            self._paint_lines(painter, self._beside_icon(painter, cell))
        elif column in WRAPPED:
            self._paint_wrapped(painter, cell)
        else:
            self._paint_lines(painter, cell)
        if entry.job.stop_before:
            self._paint_marker(painter, rect, column)
        painter.restore()

    # -- ground ----------------------------------------------------------------------

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.color("selection"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.color("window"))
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.color("accent"), 1.5))
            painter.drawRoundedRect(rect.adjusted(2, 2, -3, -4), 4, 4)

    def _paint_marker(self, painter: QPainter, rect: QRect, column: Column) -> None:
        """Paint the line before which the queue stops, above the row."""
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), self._color("danger"))
        if column is Column.FILE:
            spot = QRect(rect.left() + 2, rect.top(), MARKER_ICON, MARKER_ICON)
            self._icon("mdi6.octagon", "danger").paint(painter, spot)

    def _paint_thumbnail(self, painter: QPainter, area: QRect, index: AnyIndex) -> QRect:
        top = area.top() + (area.height() - THUMBNAIL.height()) // 2
        frame = QRect(area.left(), top, THUMBNAIL.width(), THUMBNAIL.height())
        image = index.data(Role.THUMBNAIL)
        painter.fillRect(frame, self._theme.color("track"))
        if isinstance(image, QImage) and not image.isNull():
            size = image.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
            picture = QRect(frame.topLeft(), size)
            picture.moveCenter(frame.center())
            painter.fillRect(frame, Qt.GlobalColor.black)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(picture, image)
        else:
            spot = QRect(0, 0, 20, 20)
            spot.moveCenter(frame.center())
            self._icon("mdi6.filmstrip", "secondary").paint(painter, spot)
        return area.adjusted(THUMBNAIL.width() + PAD + 4, 0, 0, 0)

    # -- words -----------------------------------------------------------------------

    def _paint_lines(self, painter: QPainter, cell: _Cell) -> None:
        """Paint the main line, and below it the second one where there is one."""
        main, second = self._texts(cell)
        middle = cell.column in MIDDLE
        elide = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        metrics, small = QFontMetrics(cell.font), QFontMetrics(cell.small)
        height = metrics.height() + (GAP + small.height() if second else 0)
        top = cell.area.top() + (cell.area.height() - height) // 2
        box = QRect(cell.area.left(), top, cell.area.width(), metrics.height())
        painter.setFont(cell.font)
        painter.setPen(self._color(cells.tone(cell.entry, cell.column)))
        flags = int(alignment(cell.column))
        painter.drawText(box, flags, metrics.elidedText(main, elide, box.width()))
        if second:
            box = QRect(box.left(), box.bottom() + 1 + GAP, box.width(), small.height())
            painter.setFont(cell.small)
            painter.setPen(self._color(self._second_tone(cell)))
            right = Qt.TextElideMode.ElideRight
            painter.drawText(box, flags, small.elidedText(second, right, box.width()))

    def _paint_wrapped(self, painter: QPainter, cell: _Cell) -> None:
        """Paint one text on up to two lines, in the middle of the cell."""
        text = cells.main_text(cell.entry, cell.column)
        lines = broken_lines(text, cell.small, cell.area.width())
        height = QFontMetrics(cell.small).lineSpacing()
        top = cell.area.top() + (cell.area.height() - height * len(lines)) // 2
        painter.setFont(cell.small)
        painter.setPen(self._color(cells.tone(cell.entry, cell.column)))
        self._paint_block(painter, cell, lines, top)

    def _paint_block(self, painter: QPainter, cell: _Cell, lines: list[str], top: int) -> None:
        height = QFontMetrics(cell.small).lineSpacing()
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for number, line in enumerate(lines):
            box = QRect(cell.area.left(), top + number * height, cell.area.width(), height)
            painter.drawText(box, left, line)

    def _beside_icon(self, painter: QPainter, cell: _Cell) -> _Cell:
        """Paint the verdict's icon before the first line; returns the cell that is left."""
        name = states.verdict_icon(cell.entry)
        if not name:
            return cell
        has_second = bool(cells.second_text(cell.entry, cell.column))
        half = (GAP + QFontMetrics(cell.small).height()) // 2 if has_second else 0
        spot = QRect(0, 0, ICON_SIZE, ICON_SIZE)
        spot.moveCenter(cell.area.center())
        spot.moveLeft(cell.area.left())
        spot.translate(0, -half)
        self._icon(name, states.verdict_tone(cell.entry)).paint(painter, spot)
        return cell.moved(cell.area.adjusted(ICON_SIZE + ICON_GAP, 0, 0, 0))

    # -- the state -------------------------------------------------------------------

    def _paint_state(self, painter: QPainter, cell: _Cell) -> None:
        """Paint icon and word; below them a bar and how fast it goes, or a message."""
        metrics, small = QFontMetrics(cell.font), QFontMetrics(cell.small)
        with_bar = has_bar(cell.entry)
        second = cells.second_text(cell.entry, cell.column)
        message = [] if with_bar else broken_lines(second, cell.small, cell.area.width())
        below = GAP + len(message) * small.lineSpacing() if second else 0
        if with_bar:
            below = 2 * GAP + BAR_HEIGHT + small.lineSpacing()
        top = cell.area.top() + (cell.area.height() - metrics.height() - below) // 2
        line = QRect(cell.area.left(), top, cell.area.width(), metrics.height())
        self._paint_state_line(painter, cell, line)
        painter.setFont(cell.small)
        painter.setPen(self._color("secondary"))
        if not with_bar:
            if second:
                self._paint_block(painter, cell, message, line.bottom() + 1 + GAP)
            return
        track = QRect(line.left(), line.bottom() + 1 + GAP, line.width(), BAR_HEIGHT)
        text = small.elidedText(second, Qt.TextElideMode.ElideRight, line.width())
        self._paint_block(painter, cell, [text], track.bottom() + 1 + GAP)
        tone = "secondary" if cell.entry.state is EntryState.PAUSED else "accent"
        paint_bar(painter, track, self._theme, _fraction(cell.entry), tone)

    def _paint_state_line(self, painter: QPainter, cell: _Cell, line: QRect) -> None:
        metrics = QFontMetrics(cell.font)
        tone = states.TONES.get(cell.entry.state, "secondary")
        spot = QRect(line.left(), line.center().y() - ICON_SIZE // 2 + 1, ICON_SIZE, ICON_SIZE)
        self._icon(states.ICONS[cell.entry.state], tone).paint(painter, spot)
        percent = percent_text(cell.entry) if has_bar(cell.entry) else ""
        painter.setFont(cell.font)
        painter.setPen(self._color("text"))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(line, right, percent)
        used = metrics.horizontalAdvance(percent) + PAD if percent else 0
        box = line.adjusted(ICON_SIZE + ICON_GAP, 0, -used, 0)
        name = cells.main_text(cell.entry, Column.PROGRESS)
        painter.setPen(self._color("text" if has_bar(cell.entry) else tone))
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, left, text)

    # -- helpers ---------------------------------------------------------------------

    def _texts(self, cell: _Cell) -> tuple[str, str]:
        entry, column = cell.entry, cell.column
        return cells.main_text(entry, column), cells.second_text(entry, column)

    def _second_tone(self, cell: _Cell) -> str:
        is_problem = cell.column is Column.FILE and cell.entry.state is EntryState.UNUSABLE
        return "danger" if is_problem else "secondary"

    def _color(self, tone: str) -> QColor:
        return self._theme.color(tone)

    def _icon(self, name: str, tone: str) -> QIcon:
        key = (name, tone)
        if key not in self._icons:
            self._icons[key] = self._theme.icon(name, tone)
        return self._icons[key]


def _fraction(entry: Entry) -> float:
    if entry.state is EntryState.VERIFYING:
        return 1.0
    return (entry.progress.fraction or 0.0) if entry.progress else 0.0
