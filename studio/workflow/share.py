"""Lets another device play one file, and takes its report into the verdict."""

import logging
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Self

from studio import paths
from studio.errors import StudioError
from studio.segments.frames import MediaFrames
from studio.segments.model import SegmentMap
from studio.server.share import ShareServer
from studio.verdict.codec_words import codec_names
from studio.verdict.examine import examine
from studio.verdict.expectation import make_plan
from studio.verdict.model import Finding, PlaybackReport, Verdict
from studio.verdict.prediction import Prediction
from studio.verdict.summary import conclude
from studio.workflow.share_device import device_of
from studio.workflow.share_visit import Visit, VisitState

log = logging.getLogger(__name__)

IDLE_LIMIT_S = 600.0
"""Nobody opened the page for so long: nobody will."""
MOST_VISITS = 24
"""Times that the page may be opened; a page that is loaded again counts again."""
LOOK_S = 0.5
STALL_MS = 20_000
"""Longer than on this machine: there may be a radio between."""


class ShareEnd(StrEnum):
    """Why nothing is shared any more."""

    CLOSED = "closed"
    IDLE = "idle"


@dataclass(frozen=True, slots=True)
class ShareSubject:
    """The one file that is shared, with all that is known of it without playing."""

    media: MediaFrames
    findings: tuple[Finding, ...]
    predictions: tuple[Prediction, ...]

    @property
    def found(self) -> SegmentMap:
        """The file's segment map."""
        return self.media.map

    @property
    def path(self) -> Path:
        """Where the file is; never told to a device."""
        return self.found.path

    def with_report(self, report: PlaybackReport, known: Verdict | None) -> Verdict:
        """Return a verdict that counts ``report`` as one more engine.

        Args:
            report: of a device; it takes the place of an earlier one of the same device.
            known: the verdict so far, None when there is none.
        """
        earlier = known.reports if known is not None else ()
        others = [one for one in earlier if one.engine != report.engine]
        findings = known.findings if known is not None else self.findings
        predictions = (known.predictions if known is not None else ()) or self.predictions
        names = codec_names(self.found)
        return conclude(findings, [*others, report], names, predictions=predictions)


def examine_for_sharing(path: Path) -> ShareSubject:
    """Read a file before it is shared.

    Raises:
        SegmentError: the file is missing, unreadable, or neither WebM nor MP4.
    """
    examined = examine(path)
    return ShareSubject(examined.media, examined.findings, examined.predictions)


class Share:
    """One file, open to other devices from ``start`` until ``close`` or until nobody comes.

    Every method may be called from any thread.

    Args:
        subject: what is shared.
        address: where it can be reached, and nowhere else.
        idle_limit_s: it ends by itself after so long without a request.
    """

    def __init__(
        self, subject: ShareSubject, address: str, *, idle_limit_s: float = IDLE_LIMIT_S
    ) -> None:
        self.subject = subject
        self._idle_limit_s = idle_limit_s
        self._server = ShareServer(
            paths.resources_dir() / "player",
            address=address,
            admit=self._admit,
            verdict=self._verdict,
        )
        self._plan: Mapping[str, object] = {}
        self._visits: dict[str, Visit] = {}
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._ended: ShareEnd | None = None
        self._watch: threading.Thread | None = None

    def start(self) -> Self:
        """Listen from now on.

        Raises:
            InputError: the file is gone or has changed.
            StudioError: nobody can listen on this address.
        """
        file_id = self._server.add_file(self.subject.found)
        plan = make_plan(self.subject.media, file_id, patient=True)
        self._plan = {**plan, "stall_ms": STALL_MS, "name": self.subject.path.name}
        try:
            self._server.start()
        except StudioError as problem:
            raise StudioError(
                "Nobody can be let in at this address.",
                hint="Choose another address, or look whether this machine is still connected.",
                detail=problem.detail,
            ) from problem
        self._watch = threading.Thread(target=self._look_after, name="share-watch", daemon=True)
        self._watch.start()
        return self

    def close(self) -> None:
        """Stop listening; when this returns, the port is closed. May be called twice."""
        self._end(ShareEnd.CLOSED)
        if self._watch is not None and self._watch is not threading.current_thread():
            self._watch.join()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def link(self) -> str:
        """What a device opens. Secret: for the user's eyes, never for a log."""
        return self._server.link

    @property
    def port(self) -> int:
        """The port listened on."""
        return self._server.port

    @property
    def ended(self) -> ShareEnd | None:
        """Why nothing is shared any more; None while it is."""
        return self._ended

    @property
    def left_s(self) -> float:
        """How long it stays open when nobody asks for anything."""
        return max(0.0, self._idle_limit_s - self._server.idle_s)

    def visits(self) -> tuple[VisitState, ...]:
        """Return how far every device is that came, in the order of their coming."""
        with self._lock:
            return tuple(visit.state for visit in self._visits.values())

    # -- called from the server's thread -----------------------------------------------

    def _admit(self, user_agent: str, touch_points: int) -> str | None:
        visit = Visit(device_of(user_agent, touch_points), self.subject.media)
        with self._lock:
            if len(self._visits) >= MOST_VISITS:
                return None
        run = self._server.add_run(self._plan, lambda batch: self._hear(visit, batch))
        with self._lock:
            self._visits[run.run_id] = visit
        return run.run_id

    def _hear(self, visit: Visit, batch: Mapping[str, object]) -> None:
        with self._lock:
            visit.hear(batch)

    def _verdict(self, run_id: str) -> Mapping[str, object] | None:
        with self._lock:
            visit = self._visits.get(run_id)
            report = visit.state.report if visit is not None else None
        if report is None:
            return None
        return {
            "outcome": report.outcome.value,
            "reason": report.reason,
            "warnings": list(report.warnings),
            "frames": report.frames_decoded,
            "frames_expected": report.frames_expected,
        }

    # -- the end -------------------------------------------------------------------------

    def _look_after(self) -> None:
        while not self._closing.wait(LOOK_S):
            with self._lock:
                for visit in self._visits.values():
                    visit.look_at_the_clock()
            if not self.left_s:
                self._end(ShareEnd.IDLE)

    def _end(self, why: ShareEnd) -> None:
        with self._lock:
            if self._ended is not None:
                return
            self._ended = why
        self._closing.set()
        began = time.monotonic()
        self._server.stop()
        log.info("a file is not shared any more (%s, %.1f s)", why, time.monotonic() - began)
