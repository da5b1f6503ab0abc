"""Hands out converted segments: what is kept, what is in the making, what is begun anew."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass

from studio.errors import ToolError
from studio.preview.proxy_command import FULL_PIXELS, SMALL_PIXELS
from studio.preview.proxy_input import ProxyInput
from studio.preview.proxy_run import ProxyRun, ProxyTools
from studio.preview.proxy_shelf import Made, Shelf

log = logging.getLogger(__name__)

AHEAD_S = 60.0
AHEAD_BYTES = 48 * 1024 * 1024
"""How far the conversion runs ahead of what is asked for."""

NEAR_S = 3.0
"""What is at most this far ahead of a run is waited for: a new run takes half a second."""

SLOW = 1.1
"""Times real time; below that the picture is made smaller."""

COMFORT_S = 20.0
"""So far ahead nobody minds that it is slow for a while."""

IDLE_S = 60.0
LOOK_S = 1.0
"""How often a waiting answer looks whether its page is still there."""


@dataclass(frozen=True, slots=True)
class ProxyState:
    """What the page is told. ``speed`` in times of real time, None while not known."""

    width: int
    height: int
    speed: float | None
    error: str = ""


class Converter:
    """One conversion at a time, for whoever asks. For the server's loop, but ``close``.

    Args:
        source: what is converted.
        tools: with what.
        on_state: told when the size or the pace has become known, or it failed.
    """

    def __init__(
        self, source: ProxyInput, tools: ProxyTools, on_state: Callable[[ProxyState], None]
    ) -> None:
        self.source = source
        self._tools = tools
        self._on_state = on_state
        self._loop = asyncio.get_running_loop()
        self._news = asyncio.Event()
        self._shelf = Shelf()
        self._run: ProxyRun | None = None
        self._runs: set[ProxyRun] = set()
        self._whole_until = 0
        self._most_pixels = FULL_PIXELS
        self._change_after: int | None = None
        self._asked = 0
        self._waiting = 0
        self._told: tuple[int, bool] = (0, False)
        self._error = ""
        self._closed = False
        self._idle: asyncio.TimerHandle | None = None

    async def init(self, is_gone: Callable[[], bool]) -> bytes:
        """Return an init segment: that of the latest run, else of one from the beginning.

        Raises:
            ToolError: the file cannot be converted.
            ConnectionResetError: the page has gone.
        """
        if self._run is not None and self._run.init is not None:
            return self._run.init
        async with contextlib.aclosing(self.parts(self._asked, is_gone)) as parts:
            return await anext(parts)

    async def parts(self, number: int, is_gone: Callable[[], bool]) -> AsyncGenerator[bytes, None]:
        """Yield a segment's init segment, then its clusters as they are made.

        Raises:
            ToolError: the file cannot be converted.
            ConnectionResetError: it was begun elsewhere meanwhile, or the page has gone.
        """
        self._waiting += 1
        try:
            self._ask(number)
            made, sent = None, 0
            while not (made is not None and made.whole and sent == len(made.clusters)):
                made = made or self._offered(number)
                if made is None or sent == len(made.clusters):
                    self._check(number, made is not None and made.broken)
                    await self._wait(is_gone)
                    continue
                if sent == 0:
                    yield made.init
                yield made.clusters[sent]
                sent += 1
            if sent == 0:
                yield made.init
        finally:
            self._waiting -= 1
            self._rest()

    def slow_down(self) -> bool:
        """Make the picture smaller from the next segment on; False when it is small."""
        run = self._run
        if run is None or run.init is None or self._change_after is not None:
            return False
        if run.width * run.height <= SMALL_PIXELS:
            return False
        self._most_pixels = SMALL_PIXELS
        self._change_after = self._whole_until
        return True

    def stop(self) -> None:
        """End what runs; what is asked for next begins anew."""
        if self._run is not None:
            self._run.stop()
            self._run = None
            self._shelf.drop_unfinished()
            self._news.set()

    def close(self) -> None:
        """End everything; may be called from any thread, blocks for some seconds at most."""
        self._closed = True
        for run in tuple(self._runs):
            run.stop()
        for run in tuple(self._runs):
            if not run.join():
                log.error("a conversion did not end in time")

    def _ask(self, number: int) -> None:
        """See to it that a segment is made."""
        self._asked = number
        found = self._shelf.get(number)
        if not (found and found.whole) and not self._comes(number):
            self._begin(number)
        self._shelf.make_room(number)
        self._set_pace()

    def _offered(self, number: int) -> Made | None:
        """Return a segment to hand out; none of a run that ends before it is whole."""
        found = self._shelf.get(number)
        after = self._change_after
        ends_before = after is not None and number > after
        return None if found is not None and not found.whole and ends_before else found

    def _comes(self, number: int) -> bool:
        """Tell whether what runs now will make a segment soon."""
        run = self._run
        if run is None or not self._whole_until <= number < run.behind:
            return False
        return float(self.source.starts_s[number]) - run.media_s <= NEAR_S

    def _begin(self, number: int) -> None:
        self.stop()
        if self._closed:
            return
        run = ProxyRun(self.source, number, self._tools, self._most_pixels, self._on_made)
        self._run = run
        self._runs.add(run)
        self._error = ""
        self._change_after = None
        self._whole_until = number
        run.start()

    def _on_made(self, run: ProxyRun, clusters: Sequence[tuple[int, bytes]]) -> None:
        if run.ended:
            self._runs.discard(run)
        if run is not self._run:
            return
        if run.init is not None and not run.error:
            for number, cluster in clusters:
                self._shelf.begin(number, run.init).add(cluster)
            for number in range(self._whole_until, run.whole_until):
                self._shelf.begin(number, run.init)
                self._shelf.complete(number)
            self._whole_until = run.whole_until
            self._tell(run)
        if run.error:
            self._error = run.error
            self._on_state(ProxyState(0, 0, None, run.error))
        if run.ended or run.error:
            self.stop()
        else:
            self._heed_speed(run)
            self._set_pace()
        self._news.set()

    def _heed_speed(self, run: ProxyRun) -> None:
        ahead_s = run.media_s - float(self.source.starts_s[self._asked])
        if run.speed is not None and run.speed < SLOW and ahead_s < COMFORT_S:
            self.slow_down()
        after = self._change_after
        if after is not None and after < self._whole_until < len(self.source.starts_s):
            log.info("the converted picture is made smaller: %s times real time", run.speed)
            self._begin(self._whole_until)

    def _set_pace(self) -> None:
        run = self._run
        if run is None:
            return
        ahead_s = run.media_s - float(self.source.starts_s[self._asked])
        found = (self._shelf.get(n) for n in range(self._asked + 1, self._whole_until + 1))
        size = sum(made.size for made in found if made is not None)
        wanted = self._whole_until <= self._asked
        run.let(wanted or (ahead_s < AHEAD_S and size < AHEAD_BYTES))

    def _tell(self, run: ProxyRun) -> None:
        """Tell the size and the pace when either is new."""
        now = (run.height, run.speed is not None)
        if now != self._told:
            self._told = now
            self._on_state(ProxyState(run.width, run.height, run.speed))

    def _check(self, number: int, broken: bool) -> None:
        """Raise what ends a wait for a segment."""
        if self._error:
            what = "This file cannot be converted for the preview."
            raise ToolError(what, hint="The file is probably damaged.", detail=self._error)
        if broken or self._closed or not (self._shelf.get(number) or self._comes(number)):
            raise ConnectionResetError("the conversion was begun elsewhere")

    async def _wait(self, is_gone: Callable[[], bool]) -> None:
        """Wait until something was made."""
        if is_gone():
            raise ConnectionResetError("the page has gone")
        self._news.clear()
        try:
            async with asyncio.timeout(LOOK_S):
                await self._news.wait()
        except TimeoutError:
            log.debug("nothing was made for a while")

    def _rest(self) -> None:
        """Begin to count the time in which nobody asks."""
        if self._idle is not None:
            self._idle.cancel()
        self._idle = self._loop.call_later(IDLE_S, self._on_idle)

    def _on_idle(self) -> None:
        if self._waiting:
            self._rest()
        else:
            self.stop()
