"""PySide6 6.12.0 takes references from True and None on Python 3.11 until it aborts."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

ROUNDS = 20_000
SLACK = 100


class _Source(QObject):
    told = Signal(int)


def test_signals_and_void_calls_leave_the_constants_alone(qapp: QApplication) -> None:
    source, widget = _Source(), QWidget()
    source.told.connect(lambda _: None)
    before = sys.getrefcount(True), sys.getrefcount(None)
    for number in range(ROUNDS):
        source.told.emit(number)
        widget.setToolTip("")
    after = sys.getrefcount(True), sys.getrefcount(None)
    assert abs(after[0] - before[0]) < SLACK
    assert abs(after[1] - before[1]) < SLACK
