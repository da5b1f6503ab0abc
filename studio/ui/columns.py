"""The table's columns: names, first order and width, and which change touches which of them."""

from enum import IntEnum

from PySide6.QtCore import QCoreApplication, Qt

from studio.ui.entries import Change


class Column(IntEnum):
    """The table's columns, in their first order."""

    FILE = 0
    PROGRESS = 1
    SPEED = 2
    TIME_LEFT = 3
    MESSAGE = 4
    VIDEO = 5
    RATE = 6
    DURATION = 7
    KEYFRAMES = 8
    AUDIO = 9
    SIZE = 10
    PRESET = 11
    GOP = 12
    MEASURED = 13
    OUTPUT = 14
    RESULT_SIZE = 15
    VERDICT = 16


class Role(IntEnum):
    """Roles beside Qt's own."""

    SECOND_LINE = Qt.ItemDataRole.UserRole + 1
    SORT = Qt.ItemDataRole.UserRole + 2
    ENTRY = Qt.ItemDataRole.UserRole + 3
    TONE = Qt.ItemDataRole.UserRole + 4
    THUMBNAIL = Qt.ItemDataRole.UserRole + 5


WIDTHS = {
    Column.FILE: 208,
    Column.PROGRESS: 172,
    Column.SPEED: 64,
    Column.TIME_LEFT: 96,
    Column.MESSAGE: 240,
    Column.VIDEO: 88,
    Column.RATE: 84,
    Column.DURATION: 60,
    Column.KEYFRAMES: 88,
    Column.AUDIO: 112,
    Column.SIZE: 80,
    Column.PRESET: 112,
    Column.GOP: 104,
    Column.MEASURED: 96,
    Column.OUTPUT: 124,
    Column.RESULT_SIZE: 92,
    Column.VERDICT: 120,
}
"""First widths in pixels; the file's name gets what the others leave."""
SHOWN = frozenset(
    {Column.FILE, Column.PRESET, Column.GOP, Column.PROGRESS, Column.OUTPUT, Column.VERDICT}
)
"""What a new window shows; the others say parts of these on their own, for sorting."""
NUMBERS = frozenset(
    {
        Column.RATE,
        Column.DURATION,
        Column.KEYFRAMES,
        Column.SIZE,
        Column.SPEED,
        Column.RESULT_SIZE,
        Column.MEASURED,
    }
)
LIVE = frozenset(
    {Column.PROGRESS, Column.SPEED, Column.TIME_LEFT, Column.OUTPUT, Column.RESULT_SIZE}
)
"""What a tick of progress changes."""
COLUMNS_OF = {
    Change.MEDIA: frozenset(Column) - {Column.PRESET},
    Change.SETTINGS: frozenset({Column.PRESET, Column.GOP, Column.OUTPUT}),
    Change.STATE: frozenset(Column),  # the stop marker is drawn across the row
    Change.PROGRESS: LIVE,
    Change.VERDICT: frozenset({Column.VERDICT}),
}


def column_name(column: Column) -> str:
    """Title of a column."""
    return {
        Column.FILE: QCoreApplication.translate("FileModel", "File"),
        Column.VIDEO: QCoreApplication.translate("FileModel", "Video"),
        Column.RATE: QCoreApplication.translate("FileModel", "Frame rate"),
        Column.DURATION: QCoreApplication.translate("FileModel", "Length"),
        Column.KEYFRAMES: QCoreApplication.translate("FileModel", "Source keyframes"),
        Column.AUDIO: QCoreApplication.translate("FileModel", "Sound"),
        Column.SIZE: QCoreApplication.translate("FileModel", "Size"),
        Column.PRESET: QCoreApplication.translate("FileModel", "Preset"),
        Column.GOP: QCoreApplication.translate("FileModel", "Keyframes"),
        Column.MEASURED: QCoreApplication.translate("FileModel", "GOP measured"),
        Column.PROGRESS: QCoreApplication.translate("FileModel", "State"),
        Column.SPEED: QCoreApplication.translate("FileModel", "Speed"),
        Column.TIME_LEFT: QCoreApplication.translate("FileModel", "Time left"),
        Column.MESSAGE: QCoreApplication.translate("FileModel", "Message"),
        Column.OUTPUT: QCoreApplication.translate("FileModel", "Result"),
        Column.RESULT_SIZE: QCoreApplication.translate("FileModel", "Result size"),
        Column.VERDICT: QCoreApplication.translate("FileModel", "Verdict"),
    }[column]


def alignment(column: Column) -> Qt.AlignmentFlag:
    """Numbers stand at the right, words at the left, both in the middle of the row."""
    side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
