"""Engines that stay open as long as there are files to play."""

import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from studio import paths
from studio.errors import EngineError
from studio.server.app import MediaServer
from studio.verdict.browsers import Engine
from studio.verdict.codec_words import codec_names
from studio.verdict.examine import examine
from studio.verdict.model import Finding, PlaybackReport, Verdict
from studio.verdict.rules import by_severity
from studio.verdict.summary import conclude
from studio.workflow.rounds import Round, Stop
from studio.workflow.session import IDLE_S, EngineSession
from studio.workflow.static import Examined, examine_any
from studio.workflow.trial import CANCELLED, Trial, appended, not_tested

TYPES_LIMIT_S = 45.0
POLL_S = 0.1


class Bench:
    """Plays file after file in the same launched engines.

    An engine is launched when it is first needed, launched anew after it hung, died or
    played many files, and ended when it was idle for a while or the bench is closed.
    ``check`` may be called from any thread; calls wait for each other.

    Args:
        engines: who shall play; with none no verdict is a pass.
        server: a running one to use; the bench has one of its own otherwise.
        parallel: engines that play a file at the same time; 0: as many as suit the machine.
        idle_s: how long an engine without work stays open, in s.
    """

    def __init__(
        self,
        engines: Sequence[Engine],
        *,
        server: MediaServer | None = None,
        parallel: int = 0,
        idle_s: float = IDLE_S,
    ) -> None:
        self.engines = tuple(engines)
        self._server, self._idle_s = server, idle_s
        self._parallel = parallel or max(1, (os.cpu_count() or 1) // 2)
        self._own_server: MediaServer | None = None
        self._sessions: tuple[EngineSession, ...] = ()
        self._turn = threading.Lock()
        self._closed = threading.Event()

    @property
    def launches(self) -> Mapping[str, int]:
        """How often each engine was launched so far, by its name."""
        return {s.engine.identity.name: s.launches for s in self._sessions}

    @property
    def sessions(self) -> tuple[EngineSession, ...]:
        """The engines as they run; none before the first check."""
        return self._sessions

    def check(
        self,
        path: Path,
        *,
        declared: str | None = None,
        on_stage: Callable[[str], None] | None = None,
        time_limit_s: float | None = None,
        cancel: threading.Event | None = None,
    ) -> Verdict:
        """Examine a file, play it in each engine and return the verdict.

        An engine that died over the file is launched anew for it once; what is doubtful is
        played once more, patiently and with no other engine beside it.

        Args:
            path: a WebM or MP4 file.
            declared: the MIME type that a player names for the file, when it is known.
            on_stage: hears ``"Chromium: play"`` and the like, from this thread.
            time_limit_s: for one attempt in one engine; by the file's length otherwise.
            cancel: when set, engines that play are ended and the rest are not asked.

        Raises:
            SegmentError: the file is neither WebM nor MP4.
            InputError: the file is gone, or changed while it was read.
            EngineError: the bench is closed.
            StudioError: the server could not be started.
        """
        examined = Examined(path, "", examine(path, declared=declared), declared=declared or "")
        return self._played(examined, on_stage, time_limit_s, Stop(self._closed, cancel))

    def check_any(
        self,
        path: Path,
        *,
        declared: str | None = None,
        on_stage: Callable[[str], None] | None = None,
        time_limit_s: float | None = None,
        cancel: threading.Event | None = None,
    ) -> tuple[tuple[str, Verdict], ...]:
        """Check a file, or each rendition of an HLS playlist or DASH manifest by itself.

        Args:
            path: a WebM or MP4 file, a .m3u8 or a .mpd.
            declared: the MIME type that a player names; a manifest declares its own otherwise.
            on_stage: hears ``"Chromium: play"`` and the like, from this thread.
            time_limit_s: for one attempt in one engine; by the length otherwise.
            cancel: when set, engines that play are ended and the rest are not asked.

        Returns:
            each rendition's name and its verdict; a file's name is empty.

        Raises:
            SegmentError: it cannot be read, or lists what is not there.
            InputError: a file is gone, or changed while it was read.
            EngineError: the bench is closed.
            StudioError: the server could not be started.
        """
        stop = Stop(self._closed, cancel)
        return tuple(
            (one.rendition, self._played(one, on_stage, time_limit_s, stop))
            for one in examine_any(path, declared)
        )

    def describe(
        self, mimes: Sequence[str], *, time_limit_s: float = TYPES_LIMIT_S
    ) -> dict[str, Mapping[str, bool]]:
        """Ask each engine which MIME types it takes: engine name -> type -> answer.

        An engine that gave no answer has none.

        Raises:
            EngineError: the bench is closed.
            StudioError: the server could not be started.
        """
        plan = {"kind": "types", "mimes": list(mimes)}
        stop = Stop(self._closed, None)
        answers: dict[str, Mapping[str, bool]] = {}
        if not self._await_turn(stop):
            return answers
        with self._at_work() as sessions:
            for session in sessions:
                try:
                    run = session.play(plan, time_limit_s=time_limit_s, is_cancelled=stop.is_set)
                except EngineError:
                    continue
                if run.report is not None and run.report.types:
                    answers[session.engine.identity.name] = run.report.types
        return answers

    @contextmanager
    def borrowed(
        self, cancel: threading.Event | None = None
    ) -> Iterator[tuple[tuple[EngineSession, ...], MediaServer, Callable[[], bool]]]:
        """Use the engines for plans of one's own, while no other call does.

        Args:
            cancel: when set, what is played should end; no engine is lent then.

        Returns:
            the engines, the server they are at, and what tells to stop.

        Raises:
            EngineError: the bench is closed.
            StudioError: the server could not be started.
        """
        stop = Stop(self._closed, cancel)
        if not self._await_turn(stop):
            yield (), self._serving(), stop.is_set
            return
        with self._at_work() as sessions:
            yield sessions, self._serving(), stop.is_set

    def close(self) -> None:
        """End every engine, also those that play. May be called twice."""
        self._closed.set()
        with self._turn:
            for session in self._sessions:
                session.close()
            if self._own_server is not None:
                self._own_server.stop()
                self._own_server = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _await_turn(self, stop: Stop) -> bool:
        """Wait until no other call uses the engines; False when this one is not wanted.

        Raises:
            EngineError: the bench is closed.
        """
        while not self._turn.acquire(timeout=POLL_S):
            if stop.is_set():
                break
        else:
            if not self._closed.is_set():
                return True
            self._turn.release()
        if self._closed.is_set():
            raise EngineError("The engines were closed already.")
        return False

    @contextmanager
    def _at_work(self) -> Iterator[tuple[EngineSession, ...]]:
        """Use the engines, whose turn it is; none rests before all are done."""
        try:
            sessions = self._opened()
            for session in sessions:
                session.stay()
            yield sessions
        finally:
            for session in self._sessions:
                session.rest()
            self._turn.release()

    def _played(
        self,
        examined: Examined,
        on_stage: Callable[[str], None] | None,
        limit_s: float | None,
        stop: Stop,
    ) -> Verdict:
        """Have an examined file, or the pieces that its map counts in, played by all engines."""
        if not self._await_turn(stop):
            return _verdict(examined, [not_tested(e.identity, CANCELLED) for e in self.engines])
        with self._at_work() as sessions:
            server = self._serving()
            told = examined.declared
            served = replace(examined.map, mime=told) if told else examined.map
            file_id = server.add_file(served, examined.pieces)
            try:
                trial = Trial(examined.examination, file_id, limit_s, stop.is_set, told)
                reports = Round(trial, sessions, on_stage, stop).reports(self._parallel)
            finally:
                server.remove_file(file_id)
        seen = [finding for report in reports for finding in trial.seen(report)]
        return _verdict(examined, reports, seen)

    def _opened(self) -> tuple[EngineSession, ...]:
        if not self._sessions:
            server = self._serving()
            self._sessions = tuple(
                EngineSession(engine, server, idle_s=self._idle_s) for engine in self.engines
            )
        return self._sessions

    def _serving(self) -> MediaServer:
        if self._server is not None:
            return self._server
        if self._own_server is None:
            self._own_server = MediaServer(paths.resources_dir() / "player").start()
        return self._own_server


def _verdict(
    examined: Examined,
    reports: Sequence[PlaybackReport],
    seen: Sequence[Finding] = (),
) -> Verdict:
    examination = examined.examination
    # A rendition's findings count in its single files.
    given = () if examined.pieces else appended(examined.map)
    return conclude(
        by_severity([*examination.findings, *seen]),
        reports,
        codec_names(examined.map),
        predictions=examination.predictions,
        appended=given,
    )
