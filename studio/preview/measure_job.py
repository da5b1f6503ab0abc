"""One measurement in a thread of its own: two short looks, then one long ffmpeg."""

import logging
import subprocess
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from studio.errors import StudioError, ToolError
from studio.media.child import run_child
from studio.preview.measure_figures import figures_of
from studio.preview.measure_plan import (
    MeasurePlan,
    Metric,
    Pictures,
    arguments_of,
    look_arguments,
    make_plan,
    pictures_of,
)
from studio.transcode.starting import start_ffmpeg

log = logging.getLogger(__name__)

LOOK_LIMIT_S = 30.0
KEPT_LINES = 200
_READ_CHARACTERS = 4096


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be measured; times in seconds on the result's axis, ``shift`` in its frames."""

    result: Path
    source: Path
    duration_s: float
    metrics: tuple[Metric, ...]
    span_s: tuple[float | None, float | None] = (None, None)
    shift: int = 0


class CancelledError(Exception):
    """The measurement was to end."""


class MeasureJob:
    """Measures once. The two listeners are called from its own thread.

    Args:
        asked: what to measure.
        ffmpeg: the program.
        cache_dir: where ffmpeg may write; emptied in the end.
        on_progress: gets the fraction done and the seconds left (None: not known yet).
        on_end: gets the figures, an expected failure, or None when it was cancelled.
    """

    def __init__(
        self,
        asked: Asked,
        ffmpeg: Path,
        cache_dir: Path,
        on_progress: Callable[[float, float | None], None],
        on_end: Callable[[dict[str, object] | StudioError | None], None],
    ) -> None:
        self._asked, self._ffmpeg, self._cache_dir = asked, ffmpeg, cache_dir
        self._on_progress, self._on_end = on_progress, on_end
        self._cancelled = threading.Event()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._run, name="measure", daemon=True)

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def cancel(self) -> None:
        """End it; safe at any time and from any thread."""
        self._cancelled.set()
        with self._lock:
            if self._process is not None:
                self._process.kill()

    def join(self, limit_s: float) -> None:
        """Wait for its end."""
        self._thread.join(limit_s)

    def _run(self) -> None:
        try:
            self._on_end(self._measured())
        except CancelledError:
            self._on_end(None)
        except StudioError as error:
            self._on_end(error)
        except Exception as error:
            log.exception("a measurement failed")
            self._on_end(ToolError("The measurement failed.", detail=repr(error)))

    def _measured(self) -> dict[str, object]:
        asked = self._asked
        plan = make_plan(
            self._look(asked.result), self._look(asked.source), asked.metrics, *_rest(asked)
        )
        with tempfile.TemporaryDirectory(prefix="measure-", dir=self._cache_dir) as folder:
            said = self._measure(plan, Path(folder))
            return figures_of(plan, Path(folder), said)

    def _look(self, path: Path) -> Pictures:
        found = run_child(
            look_arguments(self._ffmpeg, path), time_limit_s=LOOK_LIMIT_S, cancel=self._cancelled
        )
        self._check()
        return pictures_of(path, found.stderr.decode("utf-8", "replace"))

    def _measure(self, plan: MeasurePlan, folder: Path) -> str:
        """Run ffmpeg and return its words."""
        process = start_ffmpeg(arguments_of(plan, self._ffmpeg, folder))
        with self._lock:
            self._process = process
        if self._cancelled.is_set():
            process.kill()
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.close()
        lines: deque[str] = deque(maxlen=KEPT_LINES)
        reader = threading.Thread(target=_keep, args=(process.stderr, lines), daemon=True)
        reader.start()
        with process.stdout:
            self._follow(process.stdout, plan)
        code = process.wait()
        reader.join()
        self._check()
        said = "\n".join(lines)
        if code:
            raise ToolError("ffmpeg could not measure these files.", detail=said[-4000:])
        return said

    def _follow(self, stdout: IO[bytes], plan: MeasurePlan) -> None:
        """Tell the progress that ffmpeg writes, to the end of its output."""
        end = plan.end
        frames = float(self._asked.duration_s * plan.rate) if end is None else float(end)
        total, began = max(1.0, frames - plan.start), time.monotonic()
        for line in stdout:
            name, _, value = line.decode("ascii", "replace").strip().partition("=")
            if name != "frame" or not value.strip().isdigit():
                continue
            fraction = min(int(value) / total, 1.0)
            passed = time.monotonic() - began
            eta = passed * (1 - fraction) / fraction if fraction > 0 else None
            self._on_progress(fraction, eta)

    def _check(self) -> None:
        if self._cancelled.is_set():
            raise CancelledError


def _rest(asked: Asked) -> tuple[tuple[float | None, float | None], int]:
    return asked.span_s, asked.shift


def _keep(stderr: IO[bytes], lines: "deque[str]") -> None:
    with stderr:
        for line in iter(lambda: stderr.readline(_READ_CHARACTERS), b""):
            lines.append(line.decode("utf-8", "replace").rstrip())


def metrics_of(filters: Sequence[str] | frozenset[str]) -> tuple[Metric, ...]:
    """Return the metrics that an ffmpeg with these filters knows."""
    return tuple(metric for metric in Metric if metric.filter in filters)
