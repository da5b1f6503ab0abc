"""Signals that ask a command to stop: it ends what it began, tells what is done, and goes."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

INTERRUPTED = 130
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


class Interruption:
    """Whether a signal asked to stop; ``event`` is set then."""

    def __init__(self) -> None:
        self.event = threading.Event()
        self._is_noted = False

    def came(self) -> bool:
        """Tell whether one did."""
        return self.event.is_set()

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        """Handle a signal."""
        if not self._is_noted:  # setting it twice at a time would wait for itself
            self._is_noted = True
            self.event.set()


@contextmanager
def interruption() -> Iterator[Interruption]:
    """Note signals instead of dying of them; an ignored SIGHUP stays so (``nohup``).

    An ignored SIGINT does not: shells ignore it for what a script begins with ``&``, and who
    sends it then means it.
    """
    noted = Interruption()
    before = {}
    for number in [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]:
        if number == signal.SIGINT or signal.getsignal(number) is not signal.SIG_IGN:
            before[number] = signal.signal(number, noted)
    try:
        yield noted
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
