"""Who watches a stream, and what their line carried lately: kept for each stream."""

import re
import threading
import time
from collections import deque
from collections.abc import Callable
from urllib.parse import parse_qs

from aiohttp import hdrs
from aiohttp.web import BaseRequest

from studio.streams.clients import client_name
from studio.streams.status import StreamState, ViewerStatus
from studio.streams.viewers_rate import Sending, is_low, rate_of

STATUS_WAY = "status"
"""Who only asks how a stream is doing does not watch it."""

FADE_S = 30.0
"""Silence after which a viewer of plain requests is no longer told of."""
GONE_S = 5.0
"""How long a viewer who left is still told of."""
DROP_S = 3.0
"""How long a viewer counts as too slow after something was left out for them."""
LOOK_BACK_S = 10.0
MAX_VIEWERS = 256
MAX_SENDINGS = 512
_ID = re.compile(r"[A-Za-z0-9_-]{1,32}")


class Viewer:
    """One viewer of one stream. Made by ViewerLedger; safe to use from any thread."""

    def __init__(
        self, viewer_id: str, client: str, clock: Callable[[], float], changed: Callable[[], None]
    ) -> None:
        self.viewer_id = viewer_id
        self.client = client
        self._clock = clock
        self._changed = changed
        self._lock = threading.Lock()
        self._way = STATUS_WAY
        self._began = self._heard = clock()
        self._joined = 0
        self._has_left = False
        self._reason = ""
        self._position: tuple[float, float] | None = None
        self._buffer_s: float | None = None
        self._sendings: deque[Sending] = deque(maxlen=MAX_SENDINGS)
        self._under_way: tuple[float, int] | None = None
        self._sent_bytes = 0
        self._dropped = 0
        self._dropped_at: float | None = None

    def join(self) -> None:
        """A connection is held open for this viewer, who does not fade out before ``leave``."""
        with self._lock:
            self._joined += 1
            self._has_left, self._reason = False, ""
            self._heard = self._clock()
        self._changed()

    def leave(self) -> None:
        """A connection that ``join`` told of is closed; without one, the viewer is gone."""
        with self._lock:
            self._joined = max(0, self._joined - 1)
            self._has_left = self._joined == 0
            self._under_way = None
            self._heard = self._clock()
        self._changed()

    def close_page(self) -> None:
        """Their page is closed: who takes what they see by plain requests is gone."""
        with self._lock:
            if self._joined or not self._watches():
                return
            self._has_left = True
            self._heard = self._clock()
        self._changed()

    def ask(self, way: str) -> None:
        """A request came; ``status`` alone does not make a viewer."""
        with self._lock:
            is_new = way not in {STATUS_WAY, self._way} or self._has_left
            if way != STATUS_WAY:
                self._way = way
                self._has_left, self._reason = False, ""
            self._heard = self._clock()
        if is_new:
            self._changed()

    def sending(self, count: int) -> None:
        """So many bytes are being handed to the line from now on; ``sent`` ends that."""
        with self._lock:
            self._under_way = (self._clock(), count)

    def sent(self, count: int, took_s: float) -> None:
        """So many bytes were taken by the line within ``took_s``, just now."""
        with self._lock:
            is_first = not self._sent_bytes
            now = self._heard = self._clock()
            self._sendings.append(Sending(now - max(0.0, took_s), now, count))
            self._under_way = None
            self._sent_bytes += count
        if is_first:
            self._changed()

    def at(self, position_s: float, buffer_s: float | None = None) -> None:
        """Their page says where it plays and how much it has ahead of that, in s."""
        with self._lock:
            now = self._heard = self._clock()
            self._position = (now, position_s)
            self._buffer_s = buffer_s

    def dropped(self, gops: int) -> None:
        """So many whole GOPs were left out for them."""
        with self._lock:
            self._dropped += gops
            self._dropped_at = self._clock()
        self._changed()

    def fail(self, reason: str) -> None:
        """They cannot be served any more."""
        with self._lock:
            self._reason = reason
            self._heard = self._clock()
        self._changed()

    def status(self, stream_rate_bps: float, newest_s: float | None = None) -> ViewerStatus:
        """Return how they are doing.

        Args:
            stream_rate_bps: the stream's own rate, in bit/s.
            newest_s: the newest moment of a live stream, for their latency.
        """
        with self._lock:
            now = self._clock()
            done = [one for one in self._sendings if now - one.ended < LOOK_BACK_S]
            if self._under_way is not None:
                done.append(Sending(self._under_way[0], now, self._under_way[1]))
            position = None if self._position is None else self._position[1]
            behind = None if newest_s is None or position is None else newest_s - position
            return ViewerStatus(
                self.viewer_id,
                self.client,
                self._way,
                self._state(done, stream_rate_bps, now),
                self._reason,
                position,
                self._buffer_s,
                rate_of(done),
                None if behind is None else max(0.0, behind),
                now - self._began,
                self._sent_bytes,
                self._dropped,
            )

    @property
    def is_open(self) -> bool:
        """Whether a connection is held open for them."""
        with self._lock:
            return self._joined > 0

    def is_told_of(self) -> bool:
        """Tell whether they watch, or did a moment ago."""
        with self._lock:
            if self._joined and self._watches():
                return True
            limit = GONE_S if self._has_left or self._reason else FADE_S
            return self._watches() and self._clock() - self._heard < limit

    def is_forgotten(self) -> bool:
        """Tell whether nothing more is to be expected of them."""
        with self._lock:
            return not self._joined and self._clock() - self._heard >= FADE_S

    def _watches(self) -> bool:
        return self._way != STATUS_WAY or self._position is not None

    def _state(self, done: list[Sending], stream_rate_bps: float, now: float) -> StreamState:
        if self._reason:
            return StreamState.FAILED
        if self._has_left:
            return StreamState.STOPPED
        if not self._sent_bytes:
            return StreamState.PENDING
        was_dropped = self._dropped_at is not None and now - self._dropped_at < DROP_S
        if was_dropped or is_low(done, stream_rate_bps, now):
            return StreamState.NOT_ENOUGH_BANDWIDTH
        return StreamState.PLAYING


class ViewerLedger:
    """The viewers of one stream. Safe to use from any thread.

    ``on_change`` is called when one comes, goes, fails or misses something.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._viewers: dict[str, Viewer] = {}
        self._lock = threading.Lock()
        self.on_change: Callable[[], None] = _nothing

    def of(self, request: BaseRequest, way: str) -> Viewer:
        """Return who sent a request; ``?viewer=ID`` names them, else address and User-Agent.

        Args:
            request: of any method.
            way: ``segments``, ``socket``, ``hls``, ``dash``, ``chunks``, ``file``, ``status``.
        """
        agent = request.headers.get(hdrs.USER_AGENT, "")
        given = parse_qs(request.raw_path.partition("?")[2]).get("viewer", [""])
        if len(given) == 1 and _ID.fullmatch(given[0]):
            return self.named(given[0], given[0], agent, way)
        peer = request.remote or ""
        if request.headers.get(hdrs.UPGRADE, "").lower() == "websocket":
            peer = _peer_and_port(request)  # each connection without a name is someone else
        return self.named(f"{peer}\n{agent}", "", agent, way)

    def named(self, key: str, viewer_id: str, agent: str, way: str) -> Viewer:
        """Return the viewer of this key, who came in this way just now."""
        with self._lock:
            viewer = self._viewers.get(key)
            if viewer is None:
                self._forget()
                if len(self._viewers) >= MAX_VIEWERS:
                    del self._viewers[self._oldest()]
                viewer_id = viewer_id or self._free_id()
                viewer = Viewer(viewer_id, client_name(agent), self._clock, self._told)
                self._viewers[key] = viewer
        viewer.ask(way)
        return viewer

    def statuses(
        self, stream_rate_bps: float, newest_s: float | None = None
    ) -> tuple[ViewerStatus, ...]:
        """Return how everyone is doing who watches or left a moment ago, the first first.

        Args:
            stream_rate_bps: the stream's own rate, in bit/s; 0 while it is not known.
            newest_s: the newest moment of a live stream, for latencies.
        """
        with self._lock:
            self._forget()
            present = [one for one in self._viewers.values() if one.is_told_of()]
        return tuple(one.status(stream_rate_bps, newest_s) for one in present)

    def _forget(self) -> None:
        """Let go of those who are silent."""
        for key in [key for key, one in self._viewers.items() if one.is_forgotten()]:
            del self._viewers[key]

    def _oldest(self) -> str:
        """Return the key of who came first, of those without an open connection if there are."""
        loose = (key for key, one in self._viewers.items() if not one.is_open)
        return next(loose, next(iter(self._viewers)))

    def _free_id(self) -> str:
        used = {one.viewer_id for one in self._viewers.values()}
        return next(f"v{n}" for n in range(1, MAX_VIEWERS + 2) if f"v{n}" not in used)

    def _told(self) -> None:
        self.on_change()


def _peer_and_port(request: BaseRequest) -> str:
    transport = request.transport
    return str(transport.get_extra_info("peername") if transport is not None else "")


def _nothing() -> None:
    """What is called when nobody listens."""
