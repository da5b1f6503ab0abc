"""While ``serve`` serves: who came and went, what failed, and figures on a terminal."""

import time
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from rich.live import Live
from rich.text import Text

from studio.cli.console import print_notice, stderr_console
from studio.streams.status import StreamState, StreamStatus, ViewerStatus

GRACE_S = 10.0
"""How long everything must be over before serving ends: a file may be replaced meanwhile, and
players ask once more and are told that it is over."""

MOST_LINES = 8
"""Of figures on a terminal."""

_ALIVE = frozenset({StreamState.PENDING, StreamState.PLAYING})
_GONE = frozenset({StreamState.STOPPED, StreamState.FAILED})


class Watch:
    """Looks at statuses and tells what changed. Enter it while streams are served.

    Args:
        events: tell of viewers and of states, as lines on stderr.
        figures: keep a line of figures for each stream up to date, where stderr is a terminal.
        clock: in s.
    """

    def __init__(
        self, *, events: bool, figures: bool, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._events = events
        self._clock = clock
        console = stderr_console()
        shown = figures and console.is_terminal
        self._line = Live(console=console, refresh_per_second=2, transient=True) if shown else None
        self._states: dict[str, StreamState] = {}
        self._viewers: dict[str, dict[str, ViewerStatus]] = {}
        self._over_since: float | None = None

    def __enter__(self) -> Self:
        if self._line is not None:
            self._line.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._line is not None:
            self._line.stop()

    def look(self, statuses: Sequence[StreamStatus]) -> bool:
        """Tell what is new; returns False once nothing is left to serve."""
        for status in statuses:
            self._note_state(status)
            if self._events:
                self._note_viewers(status)
        if self._line is not None:
            self._line.update(Text(figures(statuses), no_wrap=True, overflow="ellipsis"))
        if any(status.state in _ALIVE or status.viewers for status in statuses):
            self._over_since = None
        elif self._over_since is None:
            self._over_since = self._clock()
        return self._over_since is None or self._clock() - self._over_since < GRACE_S

    def _note_state(self, status: StreamStatus) -> None:
        name = str(status.address)
        before, self._states[name] = self._states.get(name), status.state
        if before is status.state or (before is None and status.state in _ALIVE):
            return
        if status.state is StreamState.FAILED:
            print_notice(f"{name}: FAILED: {status.reason}")
        elif self._events and (status.state is StreamState.STOPPED or before in _GONE):
            print_notice(f"{name}: {status.state}")

    def _note_viewers(self, status: StreamStatus) -> None:
        name = str(status.address)
        before = self._viewers.get(name, {})
        now = {one.viewer_id: one for one in status.viewers if one.state not in _GONE}
        self._viewers[name] = now
        failed = {one.viewer_id: one.reason for one in status.viewers if one.reason}
        for viewer_id, viewer in now.items():
            earlier = before.get(viewer_id)
            if earlier is None:
                print_notice(f"{name}: viewer {_who(viewer)} joined")
            elif viewer.state is not earlier.state and _is_slow(viewer):
                print_notice(f"{name}: viewer {_who(viewer)}: not enough bandwidth")
        for viewer_id in before.keys() - now.keys():
            why = f": {failed[viewer_id]}" if viewer_id in failed else ""
            print_notice(f"{name}: viewer {_who(before[viewer_id])} left{why}")


def figures(statuses: Sequence[StreamStatus]) -> str:
    """Return a line with the state, viewers and rate of each stream, of so many as have room."""
    lines = [_figure(status) for status in statuses[:MOST_LINES]]
    more = len(statuses) - len(lines)
    return "\n".join([*lines, f"and {more} more"] if more else lines)


def _figure(status: StreamStatus) -> str:
    watching = [viewer for viewer in status.viewers if viewer.state not in _GONE]
    slow = sum(map(_is_slow, watching))
    words = [str(status.address), status.state.value]
    if status.position_s:
        words.append(_clock_time(status.position_s))
    if status.rate_bps:
        words.append(f"{status.rate_bps / 1e6:.2f} Mbit/s")
    words.append(f"{len(watching)} viewer{'' if len(watching) == 1 else 's'}")
    if slow:
        words.append(f"({slow} too slow)")
    if status.recording is not None:
        words.append(f"recording {_clock_time(status.recording.duration_s)}")
    return " ".join(words)


def _clock_time(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _who(viewer: ViewerStatus) -> str:
    known = ", ".join(filter(None, (viewer.client, viewer.way)))
    return f"{viewer.viewer_id} ({known})" if known else viewer.viewer_id


def _is_slow(viewer: ViewerStatus) -> bool:
    return viewer.state is StreamState.NOT_ENOUGH_BANDWIDTH
