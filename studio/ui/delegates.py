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
ELIDE_RIGHT = Qt.TextElideMode.ElideRight
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
    is_selected: bool

    def moved(self, area: QRect) -> "_Cell":
        return _Cell(self.entry, self.column, area, self.font, self.small, self.is_selected)


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
        state: QStyle.StateFlag = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        area = rect.adjusted(PAD, 0, -PAD, 0)
        cell = _Cell(entry, column, area, font, small_font(font), is_selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, rect)
        if column is Column.FILE:
            cell = cell.moved(self._paint_thumbnail(painter, cell.area, index))
        if column is Column.PROGRESS:
            self._paint_state(painter, cell)
        elif column is Column.VERDICT and states.verdict_icon(entry):
            self._paint_verdict(painter, cell)
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
        elide = Qt.TextElideMode.ElideMiddle if middle else ELIDE_RIGHT
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
            painter.drawText(box, flags, small.elidedText(second, ELIDE_RIGHT, box.width()))

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

    # -- the state -------------------------------------------------------------------

    def _paint_state(self, painter: QPainter, cell: _Cell) -> None:
        """Paint icon and word; below them a bar and how fast it goes, or a message."""
        tone = states.TONES.get(cell.entry.state, "secondary")
        second = cells.second_text(cell.entry, cell.column)
        if not has_bar(cell.entry):
            lines = broken_lines(second, cell.small, cell.area.width()) if second else []
            line = self._first_line(cell, len(lines))
            self._paint_word(painter, cell, line, (states.ICONS[cell.entry.state], tone, tone))
            self._paint_second(painter, cell, lines, line.bottom() + 1 + GAP)
            return
        line = self._first_line(cell, 1, GAP + BAR_HEIGHT)
        percent = percent_text(cell.entry)
        metrics = QFontMetrics(cell.font)
        used = metrics.horizontalAdvance(percent) + PAD if percent else 0
        icon = states.ICONS[cell.entry.state]
        self._paint_word(painter, cell, line.adjusted(0, 0, -used, 0), (icon, tone, "text"))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(line, right, percent)
        track = QRect(line.left(), line.bottom() + 1 + GAP, line.width(), BAR_HEIGHT)
        text = QFontMetrics(cell.small).elidedText(second, ELIDE_RIGHT, line.width())
        self._paint_second(painter, cell, [text], track.bottom() + 1 + GAP)
        bar = "secondary" if cell.entry.state is EntryState.PAUSED else "accent"
        ground = "scroll" if cell.is_selected else "track"
        paint_bar(painter, track, self._theme, _fraction(cell.entry), (bar, ground))

    def _paint_verdict(self, painter: QPainter, cell: _Cell) -> None:
        """Paint icon and word, and below them where it is so."""
        second = cells.second_text(cell.entry, cell.column)
        text = QFontMetrics(cell.small).elidedText(second, ELIDE_RIGHT, cell.area.width())
        line = self._first_line(cell, 1 if second else 0)
        tone = states.verdict_tone(cell.entry)
        self._paint_word(painter, cell, line, (states.verdict_icon(cell.entry), tone, tone))
        self._paint_second(painter, cell, [text] if second else [], line.bottom() + 1 + GAP)

    def _first_line(self, cell: _Cell, below: int, more: int = 0) -> QRect:
        """Return where the first line goes so that all of the cell stands in the middle."""
        height = QFontMetrics(cell.font).height()
        rest = (GAP + below * QFontMetrics(cell.small).lineSpacing() if below else 0) + more
        top = cell.area.top() + (cell.area.height() - height - rest) // 2
        return QRect(cell.area.left(), top, cell.area.width(), height)

    def _paint_word(
        self, painter: QPainter, cell: _Cell, line: QRect, looks: tuple[str, str, str]
    ) -> None:
        """Paint an icon and the cell's main line; ``looks`` are icon, its colour, the word's."""
        icon, icon_tone, tone = looks
        spot = QRect(line.left(), line.center().y() - ICON_SIZE // 2 + 1, ICON_SIZE, ICON_SIZE)
        self._icon(icon, icon_tone).paint(painter, spot)
        box = line.adjusted(ICON_SIZE + ICON_GAP, 0, 0, 0)
        name = cells.main_text(cell.entry, cell.column)
        painter.setFont(cell.font)
        painter.setPen(self._color(tone))
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        text = QFontMetrics(cell.font).elidedText(name, ELIDE_RIGHT, box.width())
        painter.drawText(box, left, text)

    def _paint_second(self, painter: QPainter, cell: _Cell, lines: list[str], top: int) -> None:
        painter.setFont(cell.small)
        painter.setPen(self._color("secondary"))
        self._paint_block(painter, cell, lines, top)

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
