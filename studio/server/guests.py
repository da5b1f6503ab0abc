"""Guests: browsers of the user's own, let in through doors that open once.

Whoever starts a browser puts its address on a command line, which other users of the machine
can read. What stands there is therefore a door: it opens once, and not later than a minute
after it was made. Behind it the browser gets a secret of its own, which ends a minute after
the page was last in use.
"""

import hmac
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

DOOR = "once"
"""First part of the path of a door: ``/once/NAME``."""
PATIENCE_S = 60.0
"""How long a door waits for its guest, and a guest's secret for the next request."""


@dataclass(slots=True)
class _Guest:
    """What one browser may use: its secret, where it begins, and when it was here last."""

    token: str
    page: str
    seen_at: float
    open_requests: int = 0
    has_come: bool = False


class Guests:
    """Who was let in, and until when. Safe to use from any thread.

    Args:
        clock: seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._doors: dict[str, _Guest] = {}

    def invite(self, page: str) -> str:
        """Make a door and return its path.

        Args:
            page: what follows the secret in the address behind it: ``player/a.html?room=1``.
        """
        name = secrets.token_urlsafe(32)
        with self._lock:
            self._forget()
            self._doors[name] = _Guest(secrets.token_urlsafe(32), page, self._clock())
        return f"/{DOOR}/{name}"

    def is_open(self, name: str) -> bool:
        """Tell whether a door would open now."""
        with self._lock:
            self._forget()
            guest = self._doors.get(name)
            return guest is not None and not guest.has_come

    def enter(self, name: str) -> str | None:
        """Open a door, for the first and last time, and return the path behind it."""
        with self._lock:
            self._forget()
            guest = self._doors.get(name)
            if guest is None or guest.has_come:
                return None
            guest.has_come, guest.seen_at = True, self._clock()
            return f"/t/{guest.token}/{guest.page}"

    def is_known(self, token: str) -> bool:
        """Tell whether this is the secret of a guest who has come and is still here."""
        return self._find(token) is not None

    @contextmanager
    def visit(self, token: str) -> Iterator[None]:
        """Note that a request with this secret is being answered; others go by unnoticed."""
        guest = self._find(token)
        self._count(guest, 1)
        try:
            yield
        finally:
            self._count(guest, -1)

    def _count(self, guest: _Guest | None, by: int) -> None:
        if guest is not None:
            with self._lock:
                guest.open_requests += by
                guest.seen_at = self._clock()

    def _find(self, token: str) -> _Guest | None:
        given = token.encode("utf-8", "surrogateescape")
        with self._lock:
            self._forget()
            here = [guest for guest in self._doors.values() if guest.has_come]
            return next(
                (one for one in here if hmac.compare_digest(one.token.encode(), given)), None
            )

    def _forget(self) -> None:
        """Let go of those whose time is over; those with an open request stay."""
        limit = self._clock() - PATIENCE_S
        self._doors = {
            name: guest
            for name, guest in self._doors.items()
            if guest.open_requests or guest.seen_at >= limit
        }
