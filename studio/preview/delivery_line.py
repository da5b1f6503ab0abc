"""The line that all requests of a room share, and one answer's way along it."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable

from aiohttp.web import BaseRequest, StreamResponse

from studio.preview.conditions import (
    PERFECT,
    Conditions,
    Ranges,
    Which,
    cut_after,
    late_ms,
    refused_status,
)
from studio.preview.delivery_pace import Bucket, Meter
from studio.preview.delivery_requests import Delivered
from studio.server.sending import Manner

LOOK_EVERY_S = 0.25
"""How often one who waits looks whether its page has gone."""


class Line:
    """What is in force and what has been seen; for the server's loop, but for ``close``.

    Args:
        on_moved: called with each request that has got on.
    """

    def __init__(self, on_moved: Callable[[Delivered], None]) -> None:
        self._on_moved = on_moved
        self._opened_at = time.monotonic()
        self._changed = asyncio.Event()
        self.closed = False
        self.conditions = PERFECT
        self.bucket, self.meter = Bucket(), Meter()
        self.tries: Counter[tuple[str, Which | None]] = Counter()

    def use(self, conditions: Conditions) -> None:
        """Put conditions in force, for what is on its way, too."""
        self.conditions = conditions
        self.tries.clear()
        now = time.monotonic()
        self.bucket.set_rate(conditions.kbit_s, now)
        self.meter.forget(now)
        self._changed.set()
        self._changed = asyncio.Event()

    async def pause(self, delay_s: float) -> bool:
        """Wait; return True when the conditions have changed meanwhile."""
        try:
            await asyncio.wait_for(self._changed.wait(), delay_s)
        except TimeoutError:
            return False
        return True

    def touch(self, asked: Delivered) -> None:
        """A request has got on."""
        asked.ms = self.now_ms() - asked.at_ms
        self._on_moved(asked)

    def now_ms(self) -> int:
        """Time since the room was opened, in ms."""
        return round((time.monotonic() - self._opened_at) * 1000)


class Way:
    """One answer under way. Implements ``studio.server.sending.Carriage``."""

    def __init__(self, line: Line, asked: Delivered, request: BaseRequest) -> None:
        self._line, self._asked, self._request = line, asked, request

    @property
    def manner(self) -> Manner:
        """How the answer differs from a plain one."""
        found, asked = self._line.conditions, self._asked
        if found.content_type:
            asked.note("content-type")
        heeded = found.ranges is not Ranges.IGNORED
        if not heeded and "Range" in self._request.headers:
            asked.note("ranges")
        return Manner(self, found.content_type, heeded)

    async def begin(self) -> int | None:
        """Wait as long as the conditions want; return the status to refuse with, if any."""
        found = self._line.conditions
        if found.latency_ms:
            self._asked.note("latency")
            spread = random.uniform(-found.jitter_ms, found.jitter_ms)
            await self._hold((found.latency_ms + spread) / 1000, self._latent)
        if late_ms(self._line.conditions, self._asked.segment):
            self._asked.note("late")
            await self._hold(late_ms(self._line.conditions, self._asked.segment) / 1000, self._late)
        return self._refused()

    def ending(self, response: StreamResponse) -> str:
        """Return the state of an answer that was not cut."""
        if response.status >= 400:
            return "refused"
        whole = int(response.headers.get("Content-Length", "0"))
        return "whole" if self._asked.bytes >= whole or self._request.method == "HEAD" else "left"

    async def allow(self, count: int) -> int:
        """Let some bytes leave when it is their turn; 0 where the connection is cut."""
        line, asked = self._line, self._asked
        asked.wait_ms = asked.wait_ms or max(1, line.now_ms() - asked.at_ms)
        while not self._is_gone:
            left = self._left_before_cut()
            if left == 0:
                return 0
            wanted = line.bucket.slice_of(count if left is None else min(count, left))
            delay = line.bucket.reserve(wanted, time.monotonic())
            if delay > 0:
                asked.note("rate")
                if await self._sleep(delay):
                    continue
            asked.bytes += wanted
            line.meter.add(wanted, time.monotonic())
            line.touch(asked)
            return wanted
        return 0

    def _left_before_cut(self) -> int | None:
        line, asked = self._line, self._asked
        key = ("cut", asked.segment)
        after = cut_after(line.conditions, asked.segment, asked.size, line.tries[key])
        if after is None:
            return None
        if asked.bytes >= after:
            line.tries[key] += 1
            asked.note("cut")
            asked.state = "cut"
            return 0
        return after - asked.bytes

    def _refused(self) -> int | None:
        line, asked = self._line, self._asked
        key = ("refusal", asked.segment)
        status = refused_status(line.conditions, asked.segment, line.tries[key])
        if status is not None:
            line.tries[key] += 1
            asked.note("refusal")
        elif line.conditions.ranges is Ranges.REFUSED and "Range" in self._request.headers:
            asked.note("ranges")
            status = 416
        if status is not None:
            asked.status, asked.state = status, "refused"
        return status

    def _latent(self) -> bool:
        return self._line.conditions.latency_ms > 0

    def _late(self) -> bool:
        return bool(late_ms(self._line.conditions, self._asked.segment))

    @property
    def _is_gone(self) -> bool:
        transport = self._request.transport
        return self._line.closed or transport is None or transport.is_closing()

    async def _sleep(self, delay_s: float) -> bool:
        """Wait in short steps; True when the conditions have changed or the page has gone."""
        end = time.monotonic() + delay_s
        while (left := end - time.monotonic()) > 0:
            if await self._line.pause(min(left, LOOK_EVERY_S)) or self._is_gone:
                return True
        return False

    async def _hold(self, delay_s: float, still: Callable[[], bool]) -> None:
        """Wait, but no longer than the rule is in force that wants it."""
        end = time.monotonic() + max(0.0, delay_s)
        while still() and not self._is_gone and (left := end - time.monotonic()) > 0:
            await self._sleep(left)
