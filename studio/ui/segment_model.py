"""The segments of one file as a table: number, start, length, size, keyframe."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from studio.segments.model import Segment, SegmentMap
from studio.ui import words

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
COLUMN_COUNT = 5


class SegmentModel(QAbstractTableModel):
    """Shows a SegmentMap."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._segments: tuple[Segment, ...] = ()

    def show_map(self, segment_map: SegmentMap | None) -> None:
        """Show the segments of another file, or none."""
        self.beginResetModel()
        self._segments = segment_map.segments if segment_map else ()
        self.endResetModel()

    def segment(self, row: int) -> Segment:
        """Return the segment of a row."""
        return self._segments[row]

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Number of segments."""
        return 0 if parent.isValid() else len(self._segments)

    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Number of columns."""
        return 0 if parent.isValid() else COLUMN_COUNT

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Name of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        names = (
            self.tr("No."),
            self.tr("Start"),
            self.tr("Length"),
            self.tr("Size"),
            self.tr("Keyframe"),
        )
        return names[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One cell."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        segment = self._segments[index.row()]
        match index.column():
            case 0:
                return str(index.row() + 1)
            case 1:
                return words.seconds_text(segment.start_s)
            case 2:
                return words.seconds_text(segment.duration_s)
            case 3:
                return words.size_text(segment.size)
            case _:
                return self.tr("yes") if segment.keyframe else self.tr("no")


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == COLUMN_COUNT - 1 else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
