"""When a page that crashed is loaded again by itself."""

import time
from collections import deque
from collections.abc import Callable

MOST_RELOADS = 3
WITHIN_S = 60.0
"""Source: faults.md G4."""


class Reloads:
    """Allows a few reloads a minute; beyond that something is wrong, and the user decides.

    Args:
        clock: seconds that only go forward.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._times: deque[float] = deque(maxlen=MOST_RELOADS)

    def may_reload(self) -> bool:
        """Tell whether a reload may be made now, and count it if so."""
        now = self._clock()
        if len(self._times) == MOST_RELOADS and now - self._times[0] < WITHIN_S:
            return False
        self._times.append(now)
        return True
