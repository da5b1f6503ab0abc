"""Curing and checking a finished file: on a thread of its own, which may be left behind."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studio.errors import StudioError
from studio.transcode.control import CancelledError, Control
from studio.transcode.model import EncodePlan, ResultFacts
from studio.transcode.progress import REPORT_INTERVAL_S
from studio.transcode.watchdog import RunClock

log = logging.getLogger(__name__)

CANCEL_GRACE_S = 2.0
"""How long a cancelled check may take to notice, in seconds."""

_SLOWEST_BYTES_PER_S = 10_000_000
"""A check that says nothing gets one second more for so many bytes it may have to read."""


@dataclass(frozen=True, slots=True)
class FinishResult:
    """The file to publish (the part file or one made from it), and warnings for the user.

    ``facts`` is what was measured on it. ``shortfall`` is a sentence when the file is sound
    but holds less than was planned: then it is not published.
    """

    path: Path
    warnings: tuple[str, ...] = ()
    facts: ResultFacts | None = None
    shortfall: str = ""


Finisher = Callable[[Path, EncodePlan, Callable[[float], None]], FinishResult]
"""Cures and checks ffmpeg's part file; gets a callback for 0 to 1; raises StudioError.

It never removes or changes the part file. What it writes stands beside it under a name that
begins with the part file's name and a dot, and is different in each call: it may be left
behind while it hangs, and must do no harm when it wakes.
"""


class UncheckedError(Exception):
    """The check hung or crashed, so nobody knows whether the file is good."""


def run_finisher(
    finish: Finisher,
    part: Path,
    plan: EncodePlan,
    control: Control,
    *,
    on_progress: Callable[[float], None],
    on_pause: Callable[[bool], None],
    limit_s: float,
) -> FinishResult:
    """Run a finisher and wait for it, but not for ever.

    Args:
        finish: what to run.
        part: ffmpeg's finished file.
        plan: what was planned.
        control: a pause holds the finisher at its next report, a cancel ends it there.
        on_progress: hears 0 to 1 on this thread, at most ten times a second.
        on_pause: hears on this thread that it stands still, and that it goes on.
        limit_s: seconds without progress after which it is left behind.

    Raises:
        StudioError: what the finisher raised.
        CancelledError: the job was cancelled.
        UncheckedError: the finisher hung or crashed.
    """
    finishing = _Finishing(finish, part, plan, control)
    limit_s += _size_bytes(part) / _SLOWEST_BYTES_PER_S
    return finishing.run(on_progress, on_pause, limit_s)


def _size_bytes(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


class _Finishing:
    """One call of a finisher. Once abandoned it hears of it at its next report."""

    def __init__(self, finish: Finisher, part: Path, plan: EncodePlan, control: Control) -> None:
        self._finish, self._part, self._plan, self._control = finish, part, plan, control
        self._ended = threading.Event()
        self._abandoned = False
        self._fraction = 0.0
        self._result: FinishResult | None = None
        self._error: Exception | None = None

    def run(
        self, on_progress: Callable[[float], None], on_pause: Callable[[bool], None], limit_s: float
    ) -> FinishResult:
        """Wait for the end; the result or the error is handed over on this thread."""
        name = f"finish-{self._part.name}"
        threading.Thread(target=self._work, name=name, daemon=True).start()
        try:
            self._wait(on_progress, on_pause, limit_s)
        except BaseException:
            self._abandoned = True
            raise
        if self._result is not None:
            return self._result
        if isinstance(self._error, StudioError | CancelledError):
            raise self._error
        raise UncheckedError(f"{type(self._error).__name__}: {self._error}") from self._error

    def _wait(
        self, on_progress: Callable[[float], None], on_pause: Callable[[bool], None], limit_s: float
    ) -> None:
        clock = RunClock()
        seen, seen_at, standing = 0.0, clock(), False
        cancelled_at: float | None = None
        while not self._ended.wait(REPORT_INTERVAL_S):
            if self._control.paused is not standing:
                standing = not standing
                (clock.stop if standing else clock.go_on)()
                if not self._control.cancelled:
                    on_pause(standing)
            if self._control.cancelled:
                cancelled_at = clock() if cancelled_at is None else cancelled_at
                if clock() - cancelled_at > CANCEL_GRACE_S:
                    raise CancelledError
            elif self._fraction != seen:
                seen, seen_at = self._fraction, clock()
                on_progress(seen)
            elif clock() - seen_at > limit_s:
                raise UncheckedError(f"no progress for {clock() - seen_at:.0f} s")
        if self._control.cancelled:
            return
        if standing:
            on_pause(False)
        if self._fraction != seen:
            on_progress(self._fraction)

    def _work(self) -> None:
        try:
            self._result = self._finish(self._part, self._plan, self._on_progress)
        except (StudioError, CancelledError) as error:
            self._error = error
        except Exception as error:
            self._error = error
            if not self._abandoned:
                log.exception("the check of a result failed by a fault of the program")
        finally:
            self._ended.set()

    def _on_progress(self, fraction: float) -> None:
        """Called by the finisher on its thread.

        Raises:
            CancelledError: the job was cancelled, or does not wait any more.
        """
        self._control.wait_while_paused()
        if self._abandoned:
            raise CancelledError
        self._control.check()
        self._fraction = min(1.0, max(0.0, fraction))
