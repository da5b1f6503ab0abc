"""The bench that checks play on: built on the worker thread, given up when it is not needed."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Protocol

from studio.batch.model import SourceStamp
from studio.batch.stamps import stamp_of
from studio.server.app import MediaServer
from studio.verdict.browsers import Engine, find_engines
from studio.verdict.model import EngineIdentity, Verdict
from studio.workflow.bench import Bench


@dataclass(frozen=True, slots=True)
class Played:
    """The verdict on one version of a file, and how many seconds it took."""

    path: Path
    stamp: SourceStamp
    verdict: Verdict
    took_s: float


class BenchLike(Protocol):
    """What is used of a ``Bench``."""

    def check(
        self, path: Path, *, on_stage: Callable[[str], None] | None, cancel: Event | None
    ) -> Verdict:
        """Play a file in every engine."""

    def close(self) -> None:
        """End every engine."""


def make_bench(engines: Sequence[Engine], server: MediaServer, parallel: int) -> BenchLike:
    """Return a bench that serves files by the window's own server."""
    return Bench(engines, server=server, parallel=max(0, parallel))


class BenchKeeper:
    """Keeps one bench for as long as the same engines are wanted. For one thread only.

    Args:
        server: returns the server of the files, running.
        parallel: tells a new bench how many engines play at a time; 0 for what suits.
    """

    def __init__(
        self, server: Callable[[], MediaServer], parallel: Callable[[], int] = lambda: 0
    ) -> None:
        self.find: Callable[[], Sequence[Engine]] = find_engines
        self.make: Callable[[Sequence[Engine], MediaServer], BenchLike] = lambda engines, serving: (
            make_bench(engines, serving, parallel())
        )
        self._server = server
        self._wanted: tuple[str, ...] = ()
        self._bench: BenchLike | None = None
        self.engines: tuple[EngineIdentity, ...] = ()
        """Who plays on the bench of the moment."""

    def check(
        self, path: Path, wanted: tuple[str, ...], on_stage: Callable[[str], None], cancel: Event
    ) -> Played:
        """Play a file; returns what came of it.

        Args:
            path: what to play.
            wanted: names of engines; empty for every one that is found.
            on_stage: hears ``"Chromium: play"`` and the like.
            cancel: ends the check early when set.

        Raises:
            StudioError: the file cannot be read, or the server could not be started.
        """
        stamp, begun = stamp_of(path), time.monotonic()
        verdict = self._bench_for(wanted).check(path, on_stage=on_stage, cancel=cancel)
        return Played(path, stamp, verdict, time.monotonic() - begun)

    def prefer(self, wanted: tuple[str, ...]) -> None:
        """Give the bench up if other engines are wanted from now on."""
        if wanted != self._wanted:
            self.close()

    def close(self) -> None:
        """End every engine; the next check finds and launches them anew."""
        bench, self._bench = self._bench, None
        if bench is not None:
            bench.close()

    def _bench_for(self, wanted: tuple[str, ...]) -> BenchLike:
        self.prefer(wanted)
        if self._bench is None:
            chosen = [e for e in self.find() if _is_chosen(e, wanted)]
            self._bench, self._wanted = self.make(chosen, self._server()), wanted
            self.engines = tuple(engine.identity for engine in chosen)
        return self._bench


def _is_chosen(engine: Engine, wanted: tuple[str, ...]) -> bool:
    """Tell whether an engine plays; one that is not ours only when it is asked for by name."""
    return engine.identity.name in wanted if wanted else engine.is_ours
