"""Bandwidth: one bucket for all connections of a room, and the rate that was seen."""

from collections import deque

BURST_S = 0.05
"""What an idle line saves up, in seconds of its rate."""

SLICE_S = 0.04
"""Bytes leave in slices of this many seconds of the rate."""

LEAST_SLICE_BYTES = 256
MOST_SLICE_BYTES = 256 * 1024
METER_WINDOW_S = 4.0
LEAST_BUSY_S = 0.05


class Bucket:
    """A line of a given rate that several share: each slice is sent when it is its turn.

    Source: the generic cell rate algorithm, ITU-T I.371 (virtual scheduling).
    """

    def __init__(self) -> None:
        self._bytes_s: float | None = None
        self._free_at = 0.0

    def set_rate(self, kbit_s: int | None, now: float) -> None:
        """Use another rate from now on (1 kbit is 1000 bit); None for no limit."""
        self._bytes_s = None if kbit_s is None else kbit_s * 125.0
        self._free_at = now

    def slice_of(self, wanted: int) -> int:
        """Return how many of the wanted bytes to reserve at once."""
        if self._bytes_s is None:
            return wanted
        fair = int(self._bytes_s * SLICE_S)
        return min(wanted, max(LEAST_SLICE_BYTES, min(fair, MOST_SLICE_BYTES)))

    def reserve(self, count: int, now: float) -> float:
        """Reserve the line for so many bytes; return after how many seconds they have passed."""
        if self._bytes_s is None:
            return 0.0
        self._free_at = max(self._free_at, now - BURST_S) + count / self._bytes_s
        return max(0.0, self._free_at - now)


class Meter:
    """The rate at which bytes arrive while something is under way.

    Time in which nothing was asked for does not count: a full buffer is not a slow line.
    """

    def __init__(self) -> None:
        self._running = 0
        self._since = 0.0
        self._spans: deque[tuple[float, float]] = deque()
        self._bytes: deque[tuple[float, int]] = deque()

    def forget(self, now: float) -> None:
        """Begin anew: the line is another one from now on."""
        self._since = now
        self._spans.clear()
        self._bytes.clear()

    def begin(self, now: float) -> None:
        """A request has come."""
        if not self._running:
            self._since = now
        self._running += 1

    def end(self, now: float) -> None:
        """A request has ended."""
        self._running -= 1
        if not self._running:
            self._spans.append((self._since, now))

    def add(self, count: int, now: float) -> None:
        """Bytes have left."""
        self._bytes.append((now, count))

    def kbit_s(self, now: float) -> float | None:
        """Return the rate of the latest seconds; None when nothing was under way in them."""
        begin = now - METER_WINDOW_S
        while self._spans and self._spans[0][1] < begin:
            self._spans.popleft()
        while self._bytes and self._bytes[0][0] < begin:
            self._bytes.popleft()
        busy = sum(end - max(start, begin) for start, end in self._spans)
        if self._running:
            busy += now - max(self._since, begin)
        if busy < LEAST_BUSY_S and not self._bytes:
            return None
        total = sum(count for _, count in self._bytes)
        return total * 8 / 1000 / max(busy, 1e-3)
