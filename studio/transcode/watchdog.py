"""Time that counts, and when a run stands still though nobody asked it to."""

import threading
import time
from collections.abc import Callable

SLEEP_GAP_S = 30.0
"""This program looks ten times a second; after a longer gap it did not run itself."""


class RunClock:
    """Seconds that count for a run: not those of a pause, nor those the machine slept.

    Args:
        clock: monotonic seconds; replaced in tests.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._lost = 0.0
        self._stopped_at: float | None = None
        self._last = clock()

    def __call__(self) -> float:
        """Return the seconds; they stand still between ``stop`` and ``go_on``."""
        with self._lock:
            now = self._read()
            return (now if self._stopped_at is None else self._stopped_at) - self._lost

    def stop(self) -> None:
        """Begin a pause."""
        with self._lock:
            if self._stopped_at is None:
                self._stopped_at = self._read()

    def go_on(self) -> None:
        """End a pause."""
        with self._lock:
            now = self._read()
            if self._stopped_at is not None:
                self._lost += now - self._stopped_at
                self._stopped_at = None

    def _read(self) -> float:
        """Return the raw time; a gap in which nobody looked does not count."""
        now = self._clock()
        gap, self._last = now - self._last, now
        if gap > SLEEP_GAP_S and self._stopped_at is None:
            self._lost += gap
        return now


class StallWatch:
    """Watches a value, not the reports of it: ffmpeg 9 keeps reporting while it starves.

    Args:
        warn_s: seconds without a change after which it is told.
        on_stall: hears the seconds, and 0 when the value moves again.
        clock: seconds that count.
    """

    def __init__(
        self, warn_s: float, on_stall: Callable[[float], None], clock: Callable[[], float]
    ) -> None:
        self._warn_s, self._on_stall, self._clock = warn_s, on_stall, clock
        self._value: object = None
        self._changed_at = clock()
        self._has_told = False

    def note(self, value: object) -> None:
        """Take the newest value."""
        if value != self._value:
            self._value, self._changed_at = value, self._clock()

    def still_s(self) -> float:
        """Return how many seconds the value has not changed; tells of it when it is due."""
        still = self._clock() - self._changed_at
        if still >= self._warn_s and not self._has_told:
            self._has_told = True
            self._on_stall(still)
        elif still < self._warn_s and self._has_told:
            self._has_told = False
            self._on_stall(0.0)
        return still
