"""A list of titles with a wrapped text under each, painted by one delegate."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from studio.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
TEXT = Qt.ItemDataRole.UserRole + 1
TONE = Qt.ItemDataRole.UserRole + 2
KEY = Qt.ItemDataRole.UserRole + 3
GAP = 3


class RichList(QListWidget):
    """A single-choice list; ``fixed_pitch`` shows titles in the fixed-pitch font."""

    def __init__(self, theme: Theme, *, fixed_pitch: bool = False, pad: int = 12) -> None:
        super().__init__()
        self.setItemDelegate(_RichDelegate(theme, self, fixed_pitch, pad))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def add(self, key: str, title: str, text: str, tone: str = "secondary") -> QListWidgetItem:
        """Append an item."""
        item = QListWidgetItem(title, self)
        item.setData(TEXT, text)
        item.setData(TONE, tone)
        item.setData(KEY, key)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}. {text}")
        return item

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap again for the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _RichDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject, fixed_pitch: bool, pad: int) -> None:
        super().__init__(parent)
        self._theme, self._fixed_pitch, self._pad = theme, fixed_pitch, pad

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, RichList) else 200
        title_box, text_box = self._boxes(QRect(0, 0, width, 10_000), option, index)
        bottom = text_box.bottom() if index.data(TEXT) else title_box.bottom()
        return QSize(width, bottom + self._pad)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        enabled = bool(state & QStyle.StateFlag.State_Enabled)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, state)
        title_box, text_box = self._boxes(rect, option, index)
        painter.setFont(self._title_font(option))
        painter.setPen(self._theme.color("text" if enabled else "disabled"))
        painter.drawText(title_box, _flags(), str(index.data()))
        painter.setFont(self._text_font(option))
        painter.setPen(self._theme.color(str(index.data(TONE))))
        painter.drawText(text_box, _flags(), str(index.data(TEXT)))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.color("selection"))
            painter.fillRect(QRect(rect.topLeft(), QSize(3, rect.height())), self._accent())
        elif state & QStyle.StateFlag.State_MouseOver and state & QStyle.StateFlag.State_Enabled:
            painter.fillRect(rect, self._theme.color("hover"))
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._accent(), 1.5))
            painter.drawRoundedRect(rect.adjusted(2, 2, -3, -3), 4, 4)

    def _accent(self) -> QColor:
        return self._theme.color("accent")

    def _boxes(
        self, rect: QRect, option: QStyleOptionViewItem, index: AnyIndex
    ) -> tuple[QRect, QRect]:
        area = rect.adjusted(self._pad + 4, self._pad, -self._pad, 0)
        title = QFontMetrics(self._title_font(option))
        title_box = title.boundingRect(area, _flags(), str(index.data()))
        below = area.adjusted(0, title_box.height() + GAP, 0, 0)
        text = QFontMetrics(self._text_font(option))
        text_box = text.boundingRect(below, _flags(), str(index.data(TEXT) or ""))
        title_box.setWidth(area.width())
        text_box.setWidth(area.width())
        return title_box, text_box

    def _title_font(self, option: QStyleOptionViewItem) -> QFont:
        base: QFont = option.font
        if self._fixed_pitch:
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            font.setPointSizeF(base.pointSizeF())
            return font
        font = QFont(base)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _text_font(self, option: QStyleOptionViewItem) -> QFont:
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.92)
        return font


def _flags() -> int:
    align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    return int(Qt.TextFlag.TextWordWrap) | int(align)
