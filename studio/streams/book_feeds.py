"""Feeds around feeds: made anew at each start, and ended when the user's file goes away."""

import threading
from collections.abc import Callable
from pathlib import Path

from studio.errors import InputError, StudioError
from studio.streams.feed import Feed, FeedListener, LiveInit, LiveUnit

LOOK_S = 0.5
GONE = "File not found"


class RenewedFeed:
    """A feed that is made anew at each start, on the thread that starts it.

    Args:
        make: reads what has to be read; may raise StudioError, which ends the stream.
    """

    def __init__(self, make: Callable[[], Feed]) -> None:
        self._make = make
        self._feed: Feed | None = None

    def start(self, listener: FeedListener) -> None:
        """Make it, and begin."""
        try:
            self._feed = self._make()
        except StudioError as problem:
            listener.on_end(problem)
            return
        self._feed.start(listener)

    def stop(self) -> None:
        """End it."""
        if self._feed is not None:
            self._feed.stop()


class WatchedFeed:
    """Plays a repaired copy out for as long as the file is there that it was made of.

    Args:
        feed: of the copy.
        source: the user's file.
    """

    def __init__(self, feed: Feed, source: Path) -> None:
        self._feed = feed
        self._source = source
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, listener: FeedListener) -> None:
        """Begin."""
        heard = _FirstEnd(listener, self._over)
        self._thread = threading.Thread(
            target=self._look, args=(heard,), name="stream-source-look", daemon=True
        )
        self._feed.start(heard)
        self._thread.start()

    def stop(self) -> None:
        """End it; returns when its threads are gone."""
        self._over.set()
        self._feed.stop()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()

    def _look(self, heard: "_FirstEnd") -> None:
        while not self._over.wait(LOOK_S):
            if not self._source.exists():
                heard.on_end(InputError(GONE, hint=str(self._source)))
                self._feed.stop()


class _FirstEnd:
    """Hands on what a feed tells, and only the first of two ends."""

    def __init__(self, listener: FeedListener, over: threading.Event) -> None:
        self._listener = listener
        self._over = over
        self._lock = threading.Lock()
        self._has_ended = False

    def on_init(self, init: LiveInit) -> None:
        self._listener.on_init(init)

    def on_unit(self, unit: LiveUnit) -> None:
        if not self._has_ended:
            self._listener.on_unit(unit)

    def on_end(self, problem: StudioError | None) -> None:
        with self._lock:
            if self._has_ended:
                return
            self._has_ended = True
        self._over.set()
        self._listener.on_end(problem)
