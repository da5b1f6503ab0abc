"""The table's model: mirrors the FileList, announces exact cells, ten times a second at most."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QImage

from studio.ui import words
from studio.ui.entries import Change, Entry, EntryState, FileList
from studio.verdict.model import Ladder

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
FLUSH_MS = 100


class Column(IntEnum):
    """The table's columns, in their first order."""

    FILE = 0
    VIDEO = 1
    RATE = 2
    DURATION = 3
    KEYFRAMES = 4
    AUDIO = 5
    SIZE = 6
    PRESET = 7
    PROGRESS = 8
    VERDICT = 9


class Role(IntEnum):
    """Roles beside Qt's own."""

    SECOND_LINE = Qt.ItemDataRole.UserRole + 1
    SORT = Qt.ItemDataRole.UserRole + 2
    ENTRY = Qt.ItemDataRole.UserRole + 3
    TONE = Qt.ItemDataRole.UserRole + 4
    THUMBNAIL = Qt.ItemDataRole.UserRole + 5


COLUMNS_OF = {
    Change.MEDIA: frozenset(Column) - {Column.PRESET},
    Change.CHOICES: frozenset({Column.PRESET}),
    Change.STATE: frozenset({Column.FILE, Column.PROGRESS, Column.VERDICT}),
    Change.PROGRESS: frozenset({Column.PROGRESS}),
    Change.VERDICT: frozenset({Column.VERDICT}),
}
STATE_TONES = {
    EntryState.UNUSABLE: "danger",
    EntryState.FAILED: "danger",
    EntryState.DONE: "success",
    EntryState.RUNNING: "accent",
    EntryState.VERIFYING: "accent",
}
LADDER_TONES = {
    Ladder.PASS: "success",
    Ladder.WARN: "warning",
    Ladder.FAIL: "danger",
    Ladder.NOT_PLAYED: "secondary",
}
STATE_ORDER = {state: number for number, state in enumerate(EntryState)}
LADDER_ORDER = {ladder: number for number, ladder in enumerate(Ladder)}


class FileModel(QAbstractTableModel):
    """Shows a FileList; rows come and go only when the list says so."""

    entries_changed = Signal(object)
    """Emitted after a flush with the ids of the entries that changed (a frozenset of str)."""

    def __init__(
        self, files: FileList, preset_name: Callable[[str], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._files = files
        self._preset_name = preset_name
        self._thumbnails: dict[str, QImage] = {}
        self._dirty: dict[str, set[Column]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FLUSH_MS)
        self._timer.timeout.connect(self.flush)
        files.observe(self)

    # -- FileListObserver ------------------------------------------------------------

    def rows_inserting(self, first: int, last: int) -> None:
        """Pass the announcement on to the views."""
        self.beginInsertRows(QModelIndex(), first, last)

    def rows_inserted(self) -> None:
        """The rows exist."""
        self.endInsertRows()

    def rows_removing(self, first: int, last: int) -> None:
        """Pass the announcement on to the views."""
        self.beginRemoveRows(QModelIndex(), first, last)

    def rows_removed(self) -> None:
        """The rows are gone."""
        self.endRemoveRows()

    def entry_changed(self, row: int, change: Change) -> None:
        """Remember which cells changed until the next flush."""
        cells = self._dirty.setdefault(self._files.at(row).entry_id, set())
        for part in change:
            cells |= COLUMNS_OF[part]
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Announce the remembered cells, neighbouring columns of a row together."""
        dirty, self._dirty = self._dirty, {}
        for entry_id, columns in dirty.items():
            row = self._files.row_of(entry_id)
            if row is None:
                continue
            for first, last in _spans(sorted(columns)):
                self.dataChanged.emit(self.index(row, first), self.index(row, last))
        if dirty:
            self.entries_changed.emit(frozenset(dirty))

    # -- reading ---------------------------------------------------------------------

    def set_thumbnail(self, entry: Entry, image: QImage) -> None:
        """Show ``image`` beside the file's name."""
        self._thumbnails[entry.entry_id] = image
        row = self._files.row_of(entry.entry_id)
        if row is not None:
            cell = self.index(row, Column.FILE)
            self.dataChanged.emit(cell, cell, [Role.THUMBNAIL])

    def copy_thumbnail(self, source: Entry, copy: Entry) -> None:
        """Let ``copy``, not in the list yet, have the picture of ``source``."""
        if source.entry_id in self._thumbnails:
            self._thumbnails[copy.entry_id] = self._thumbnails[source.entry_id]

    def retranslate(self) -> None:
        """Announce every text again, after the language changed."""
        if len(self._files):
            last = self.index(len(self._files) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Number of files."""
        return 0 if parent.isValid() else len(self._files)

    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Number of columns, hidden ones included."""
        return 0 if parent.isValid() else len(Column)

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
            return _alignment(Column(section)) | Qt.AlignmentFlag.AlignVCenter
        return column_name(Column(section)) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One cell, by role."""
        if not index.isValid():
            return None
        entry, column = self._files.at(index.row()), Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._main(entry, column)
        if role == Role.SECOND_LINE:
            return self._second(entry, column)
        if role == Role.TONE:
            return _tone(entry, column)
        if role == Role.ENTRY:
            return entry
        if role == Role.SORT:
            return self._sort_key(entry, column)
        if role == Role.THUMBNAIL:
            return self._thumbnails.get(entry.entry_id)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column) | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(entry, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            lines = (self._main(entry, column), self._second(entry, column))
            return ", ".join(line for line in lines if line)
        return None

    def _main(self, entry: Entry, column: Column) -> str:
        info = entry.info
        video = info.main_video if info else None
        match column:
            case Column.FILE:
                return entry.source.name
            case Column.VIDEO:
                return words.codec_name(video.codec) if video else words.NOTHING
            case Column.RATE:
                return words.rate_text(video.frame_rate if video else None)
            case Column.DURATION:
                return words.clock(info.duration_us if info else None)
            case Column.KEYFRAMES:
                return words.keyframe_texts(entry.keyframes)[0]
            case Column.AUDIO:
                return words.audio_text(info.main_audio if info else None)
            case Column.SIZE:
                return words.size_text(info.size_bytes) if info else words.NOTHING
            case Column.PRESET:
                return self._preset_name(entry.choices.preset_id)
            case Column.PROGRESS:
                return _progress_main(entry)
            case Column.VERDICT:
                return _verdict_main(entry)

    def _second(self, entry: Entry, column: Column) -> str:
        video = entry.info.main_video if entry.info else None
        match column:
            case Column.FILE if entry.problem is not None:
                return entry.problem.what
            case Column.FILE:
                return words.media_line(entry.info) if entry.info else words.state_text(entry)
            case Column.VIDEO:
                return words.size_of_picture(video) if video else ""
            case Column.KEYFRAMES:
                return words.keyframe_texts(entry.keyframes)[1]
            case Column.PROGRESS:
                return _progress_second(entry)
            case Column.VERDICT:
                return _verdict_second(entry)
            case _:
                return ""

    def _sort_key(self, entry: Entry, column: Column) -> object:
        info = entry.info
        video = info.main_video if info else None
        match column:
            case Column.RATE:
                return float(video.frame_rate or 0) if video else -1.0
            case Column.DURATION:
                return float(info.duration_us or 0) if info else -1.0
            case Column.KEYFRAMES:
                return float(entry.keyframes.mean_us or 0) if entry.keyframes else -1.0
            case Column.SIZE:
                return float(info.size_bytes) if info else -1.0
            case Column.PROGRESS:
                fraction = entry.progress.fraction if entry.progress else None
                return STATE_ORDER[entry.state] + (fraction or 0.0) / 2
            case Column.VERDICT:
                return LADDER_ORDER[entry.verdict.ladder] if entry.verdict else -1
            case _:
                return self._main(entry, column).casefold()

    def _tool_tip(self, entry: Entry, column: Column) -> str:
        if column is Column.FILE:
            return "\n".join(filter(None, (str(entry.source), _problem_text(entry))))
        if column is Column.PROGRESS and entry.outcome is not None:
            return "\n".join(filter(None, (entry.outcome.what, entry.outcome.hint)))
        if column is Column.VERDICT and entry.verdict is not None:
            return entry.verdict.summary
        return ""


class FileProxy(QSortFilterProxyModel):
    """Sorts by the chosen column and keeps the rows whose name holds the search words."""

    def __init__(self, model: FileModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSourceModel(model)
        self.setSortRole(Role.SORT)
        self.setFilterKeyColumn(Column.FILE)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setDynamicSortFilter(True)


def column_name(column: Column) -> str:
    """Title of a column."""
    return {
        Column.FILE: QCoreApplication.translate("FileModel", "File"),
        Column.VIDEO: QCoreApplication.translate("FileModel", "Video"),
        Column.RATE: QCoreApplication.translate("FileModel", "Frame rate"),
        Column.DURATION: QCoreApplication.translate("FileModel", "Length"),
        Column.KEYFRAMES: QCoreApplication.translate("FileModel", "Keyframes"),
        Column.AUDIO: QCoreApplication.translate("FileModel", "Sound"),
        Column.SIZE: QCoreApplication.translate("FileModel", "Size"),
        Column.PRESET: QCoreApplication.translate("FileModel", "Preset"),
        Column.PROGRESS: QCoreApplication.translate("FileModel", "Progress"),
        Column.VERDICT: QCoreApplication.translate("FileModel", "Verdict"),
    }[column]


def _alignment(column: Column) -> Qt.AlignmentFlag:
    numbers = (Column.RATE, Column.DURATION, Column.KEYFRAMES, Column.SIZE)
    return Qt.AlignmentFlag.AlignRight if column in numbers else Qt.AlignmentFlag.AlignLeft


def _tone(entry: Entry, column: Column) -> str:
    if column is Column.PROGRESS:
        return STATE_TONES.get(entry.state, "secondary")
    if column is Column.VERDICT:
        if entry.check_problem is not None:
            return "danger"
        return LADDER_TONES[entry.verdict.ladder] if entry.verdict else "secondary"
    return "disabled" if entry.state is EntryState.UNUSABLE else "text"


def _problem_text(entry: Entry) -> str:
    if entry.problem is None:
        return ""
    return f"{entry.problem.what} {entry.problem.hint}".strip()


def _progress_main(entry: Entry) -> str:
    fraction = entry.progress.fraction if entry.progress else None
    if entry.state is EntryState.RUNNING and fraction is not None:
        return words.percent(fraction)
    return words.state_text(entry)


def _progress_second(entry: Entry) -> str:
    if entry.state is EntryState.RUNNING:
        return words.progress_line(entry.progress)
    if entry.state is EntryState.FAILED and entry.outcome:
        return entry.outcome.what
    if entry.state is EntryState.DONE and entry.output is not None:
        return entry.output.name
    return ""


def _verdict_main(entry: Entry) -> str:
    if entry.checking:
        return QCoreApplication.translate("FileModel", "Checking…")
    if entry.check_problem is not None:
        return QCoreApplication.translate("FileModel", "Not checked")
    return words.ladder_text(entry.verdict.ladder) if entry.verdict else words.NOTHING


def _verdict_second(entry: Entry) -> str:
    if entry.checking:
        return entry.checking
    if entry.check_problem is not None:
        return entry.check_problem.what
    if entry.verdict is None:
        return ""
    return words.verdict_place(entry.verdict)


def _spans(columns: list[Column]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for column in columns:
        if spans and spans[-1][1] + 1 == column:
            spans[-1] = (spans[-1][0], int(column))
        else:
            spans.append((int(column), int(column)))
    return spans
