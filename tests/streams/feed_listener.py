"""Hears a feed and lets a test wait for what it gives."""

import os
import threading
import time
from pathlib import Path

import psutil

from studio.errors import StudioError
from studio.streams.feed import FeedListener, LiveInit, LiveUnit

LIMIT_S = 30.0


class Heard:
    """Everything a feed told, with the time of each; hands it on to another listener if asked."""

    def __init__(self, further: FeedListener | None = None) -> None:
        self.inits: list[LiveInit] = []
        self.units: list[LiveUnit] = []
        self.times_s: list[float] = []
        self.ends: list[StudioError | None] = []
        self.further = further
        self._changed = threading.Condition()
        self._begin_s = time.monotonic()

    def on_init(self, init: LiveInit) -> None:
        with self._changed:
            self.inits.append(init)
        if self.further is not None:
            self.further.on_init(init)

    def on_unit(self, unit: LiveUnit) -> None:
        with self._changed:
            self.units.append(unit)
            self.times_s.append(time.monotonic() - self._begin_s)
            self._changed.notify_all()
        if self.further is not None:
            self.further.on_unit(unit)

    def on_end(self, problem: StudioError | None) -> None:
        with self._changed:
            self.ends.append(problem)
            self._changed.notify_all()
        if self.further is not None:
            self.further.on_end(problem)

    def wait_for(self, units: int) -> None:
        """Wait for so many units, or fail."""
        with self._changed:
            come = self._changed.wait_for(lambda: len(self.units) >= units or self.ends, LIMIT_S)
            assert come, "nothing came"
            assert len(self.units) >= units, self.ends

    def wait_for_end(self) -> StudioError | None:
        """Wait for the end and return its problem."""
        with self._changed:
            assert self._changed.wait_for(lambda: self.ends, LIMIT_S), "no end"
            return self.ends[0]

    @property
    def data(self) -> bytes:
        """The init segment and every unit behind each other."""
        return self.inits[0].data + b"".join(unit.data for unit in self.units)


def encoders_of(ffmpeg: Path) -> list[psutil.Process]:
    """Return the running ffmpeg children of this process."""
    found = []
    for child in psutil.Process(os.getpid()).children(recursive=True):
        try:
            if child.exe() == os.fspath(ffmpeg) and child.status() != psutil.STATUS_ZOMBIE:
                found.append(child)
        except psutil.Error:
            continue
    return found
