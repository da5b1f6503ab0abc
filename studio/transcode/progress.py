"""ffmpeg's ``-progress`` reports: key=value lines to ``Progress``."""

import math
import time
from collections.abc import Callable

from studio.transcode.model import Progress

REPORT_INTERVAL_S = 0.1
"""Progress is passed on at most this often, in seconds."""

_MEMORY_S = 3.0
"""After so many seconds a stretch of the run counts a third in the present speed."""


_NEARLY_ALL = 0.97
"""At its end ffmpeg reports the last decoding time, some frames before the real end."""


class ProgressReader:
    """Turns the lines of one ffmpeg into ``Progress``.

    Only ``-progress`` output is read, never the line for people on stderr.

    Args:
        expected_duration_us: the result's length in µs, None when unknown.
        clock: monotonic seconds; replaced in tests.
    """

    def __init__(
        self,
        expected_duration_us: int | None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._expected_us = expected_duration_us
        self._clock = clock
        self._started = self._last_time = clock()
        self._last_out_us = 0
        self._recent_s = self._recent_media_s = 0.0
        self._values: dict[str, str] = {}
        self.saw_end = False
        """True after ``progress=end``: ffmpeg closed its output properly."""
        self.latest: Progress | None = None

    def feed(self, line: str) -> Progress | None:
        """Take one line; returns a report when the line completes one."""
        key, _, value = line.strip().partition("=")
        if key != "progress":
            self._values[key] = value.strip()
            return None
        self.saw_end = value == "end"
        out_us = max(self._last_out_us, _number(self._values.get("out_time_us")))
        self._update_speed(out_us)
        self.latest = self._report(out_us)
        self._values = {}
        return self.latest

    def _update_speed(self, out_us: int) -> None:
        """Add the newest stretch to the fading sums of time and media.

        Reports of a busy machine come in bursts: their speeds one by one would be anything
        from nothing to thousands, the quotient of the sums is not.
        """
        now = self._clock()
        elapsed = max(0.0, now - self._last_time)
        fading = math.exp(-elapsed / _MEMORY_S)
        self._recent_s = self._recent_s * fading + elapsed
        newest_s = (out_us - self._last_out_us) / 1e6
        self._recent_media_s = self._recent_media_s * fading + newest_s
        self._last_time, self._last_out_us = now, out_us

    def _report(self, out_us: int) -> Progress:
        fraction = eta = None
        overall = out_us / 1e6 / max(1e-6, self._last_time - self._started)
        if self._expected_us:
            fraction = min(1.0, out_us / self._expected_us)
            if self.saw_end and fraction > _NEARLY_ALL:
                fraction = 1.0
            left_s = max(0, self._expected_us - out_us) / 1e6
            # The mean of both speeds: the present one alone jumps, the overall one lags.
            pace = (overall + self._recent_media_s / max(1e-6, self._recent_s)) / 2
            eta = 0.0 if self.saw_end else left_s / pace if pace > 1e-6 else None
        return Progress(
            fraction=fraction,
            out_time_us=out_us,
            frame=_number(self._values.get("frame")),
            size_bytes=_number(self._values.get("total_size")),
            speed=overall if out_us else None,
            eta_s=eta,
        )


def _number(text: str | None) -> int:
    """Return a non-negative number; ffmpeg writes N/A and negative times at the start."""
    try:
        return max(0, int(text or "0"))
    except ValueError:
        return 0
