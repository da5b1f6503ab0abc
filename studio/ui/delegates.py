"""How cells are painted: two lines, a thumbnail, a progress bar. No widgets in cells."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from studio.ui.entries import Entry, EntryState
from studio.ui.file_model import Column, Role
from studio.ui.theme import Theme
from studio.verdict.model import Ladder

AnyIndex = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 56
THUMBNAIL = QSize(64, 36)
PAD = 8
BAR_HEIGHT = 6
ICON_SIZE = 16
STATE_ICONS = {
    EntryState.READY: "mdi6.circle-outline",
    EntryState.READING: "mdi6.dots-horizontal",
    EntryState.QUEUED: "mdi6.clock-outline",
    EntryState.DONE: "mdi6.check-circle",
    EntryState.FAILED: "mdi6.alert-circle",
    EntryState.CANCELLED: "mdi6.minus-circle-outline",
    EntryState.UNUSABLE: "mdi6.alert-circle-outline",
}
LADDER_ICONS = {
    Ladder.PASS: "mdi6.check-decagram",
    Ladder.WARN: "mdi6.alert",
    Ladder.FAIL: "mdi6.close-octagon",
    Ladder.NOT_PLAYED: "mdi6.help-circle-outline",
}


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

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, rect)
        area = rect.adjusted(PAD, 0, -PAD, 0)
        column = Column(index.column())
        entry = index.data(Role.ENTRY)
        if column is Column.FILE:
            area = self._paint_thumbnail(painter, area, index)
        elif column is Column.PROGRESS and isinstance(entry, Entry) and _has_bar(entry):
            self._paint_progress(painter, area, entry, index, option)
            painter.restore()
            return
        elif column in (Column.PROGRESS, Column.VERDICT) and isinstance(entry, Entry):
            area = self._paint_icon(painter, area, column, entry, index)
        self._paint_lines(painter, area, index, option)
        painter.restore()

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
            icon = self._icon("mdi6.filmstrip", "secondary")
            spot = QRect(0, 0, 20, 20)
            spot.moveCenter(frame.center())
            icon.paint(painter, spot)
        return area.adjusted(THUMBNAIL.width() + PAD + 4, 0, 0, 0)

    def _paint_icon(
        self, painter: QPainter, area: QRect, column: Column, entry: Entry, index: AnyIndex
    ) -> QRect:
        name = STATE_ICONS.get(entry.state, "")
        if column is Column.VERDICT:
            name = LADDER_ICONS[entry.verdict.ladder] if entry.verdict else ""
            name = "mdi6.progress-clock" if entry.checking else name
            name = "mdi6.alert-circle-outline" if entry.check_problem else name
        if not name:
            return area
        middle = self._first_line_middle(area, index)
        spot = QRect(area.left(), middle - ICON_SIZE // 2, ICON_SIZE, ICON_SIZE)
        self._icon(name, str(index.data(Role.TONE))).paint(painter, spot)
        return area.adjusted(ICON_SIZE + 6, 0, 0, 0)

    def _paint_lines(
        self, painter: QPainter, area: QRect, index: AnyIndex, option: QStyleOptionViewItem
    ) -> None:
        main, second = str(index.data()), str(index.data(Role.SECOND_LINE) or "")
        flags = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        font: QFont = option.font
        metrics, small = QFontMetrics(font), _small(font)
        elide = (
            Qt.TextElideMode.ElideMiddle
            if index.column() == Column.FILE
            else Qt.TextElideMode.ElideRight
        )
        painter.setFont(font)
        painter.setPen(self._theme.color(str(index.data(Role.TONE))))
        if index.column() == Column.PRESET:
            painter.setFont(small)
            _paint_wrapped(painter, area, main, QFontMetrics(small))
            return
        if not second:
            text = metrics.elidedText(main, elide, area.width())
            painter.drawText(area, int(flags), text)
            return
        gap = 3
        small_metrics = QFontMetrics(small)
        height = metrics.height() + gap + small_metrics.height()
        top = area.top() + (area.height() - height) // 2
        first_box = QRect(area.left(), top, area.width(), metrics.height())
        painter.drawText(first_box, int(flags), metrics.elidedText(main, elide, area.width()))
        painter.setFont(small)
        painter.setPen(self._theme.color(self._second_tone(index)))
        line = QRect(area.left(), first_box.bottom() + gap, area.width(), small_metrics.height())
        middle = entry_is_done(index) and index.column() == Column.PROGRESS
        right = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        painter.drawText(line, int(flags), small_metrics.elidedText(second, right, area.width()))

    def _second_tone(self, index: AnyIndex) -> str:
        entry = index.data(Role.ENTRY)
        is_problem = isinstance(entry, Entry) and entry.problem and index.column() == Column.FILE
        return "danger" if is_problem else "secondary"

    def _first_line_middle(self, area: QRect, index: AnyIndex) -> int:
        if not index.data(Role.SECOND_LINE):
            return area.center().y()
        return area.center().y() - 8

    def _paint_progress(
        self,
        painter: QPainter,
        area: QRect,
        entry: Entry,
        index: AnyIndex,
        option: QStyleOptionViewItem,
    ) -> None:
        font: QFont = option.font
        metrics, small = QFontMetrics(font), _small(font)
        top = area.center().y() - metrics.height() + 2
        words_box = QRect(area.left(), top, area.width(), metrics.height())
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        main = str(index.data())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words_box, int(left), main)
        used = metrics.horizontalAdvance(main) + PAD
        rest = words_box.adjusted(used, 0, 0, 0)
        painter.setFont(small)
        painter.setPen(self._theme.color("secondary"))
        second = QFontMetrics(small).elidedText(
            str(index.data(Role.SECOND_LINE) or ""), Qt.TextElideMode.ElideRight, rest.width()
        )
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rest, int(right), second)
        self._paint_bar(painter, QRect(area.left(), words_box.bottom() + 6, area.width(), 6), entry)

    def _paint_bar(self, painter: QPainter, track: QRect, entry: Entry) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("track"))
        radius = BAR_HEIGHT / 2
        painter.drawRoundedRect(track, radius, radius)
        fraction = entry.progress.fraction if entry.progress else None
        if entry.state is EntryState.VERIFYING:
            fraction = 1.0
        if fraction is None:
            return
        width = max(BAR_HEIGHT, round(track.width() * min(1.0, max(0.0, fraction))))
        painter.setBrush(self._theme.color("accent"))
        painter.drawRoundedRect(QRect(track.left(), track.top(), width, BAR_HEIGHT), radius, radius)

    def _icon(self, name: str, tone: str) -> QIcon:
        key = (name, tone)
        if key not in self._icons:
            self._icons[key] = self._theme.icon(name, tone)
        return self._icons[key]

    def editorEvent(self, event: QEvent, *_: object) -> bool:
        """Cells are not edited in place."""
        return False


def entry_is_done(index: AnyIndex) -> bool:
    """Tell whether the row's file is done."""
    entry = index.data(Role.ENTRY)
    return isinstance(entry, Entry) and entry.state is EntryState.DONE


def _has_bar(entry: Entry) -> bool:
    return entry.state in (EntryState.RUNNING, EntryState.VERIFYING)


def _paint_wrapped(painter: QPainter, area: QRect, text: str, metrics: QFontMetrics) -> None:
    """Paint up to two lines, in the middle of the cell."""
    longest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
    flag = Qt.TextFlag.TextWordWrap if longest <= area.width() else Qt.TextFlag.TextWrapAnywhere
    wrap = int(flag) | int(Qt.AlignmentFlag.AlignLeft)
    wanted = metrics.boundingRect(QRect(0, 0, area.width(), 1000), wrap, text)
    lines = 1 if wanted.height() < 2 * metrics.lineSpacing() else 2
    box = QRect(area.left(), 0, area.width(), lines * metrics.lineSpacing())
    box.moveTop(area.center().y() - box.height() // 2)
    painter.setClipRect(box)
    painter.drawText(box, wrap, text)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(max(7.0, font.pointSizeF() * 0.88))
    return small
