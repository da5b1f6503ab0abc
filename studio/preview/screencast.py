"""The picture of a real browser in our pane: it plays the file, its page is filmed."""

import asyncio
import logging
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from studio.errors import StudioError
from studio.preview.parts import Command, RoomPart
from studio.preview.screencast_browser import CastBrowser, PaneSize
from studio.preview.screencast_launch import Launches
from studio.server.rooms import Message, RoomClient
from studio.verdict.engine import Engine

log = logging.getLogger(__name__)

READY_LIMIT_S = 20.0
"""From the launch until the page is there and says whether it can play this."""
MOST_IN_FLIGHT = 2
"""Pictures sent to a page that it has not shown yet; newer ones take the waiting one's place."""
FRAME_TAG = b"CAST"
"""Before each picture, in a binary message."""
UNSUPPORTED = "unsupported"
BLACK = "rgb(0, 0, 0)"
COLOUR = re.compile(r"rgb\(\d{1,3}, \d{1,3}, \d{1,3}\)")
MOST_COLOUR_CHARACTERS = 24


@dataclass(slots=True)
class _Watcher:
    """A page that shows the picture."""

    client: RoomClient
    in_flight: int = 0
    waiting: bytes | None = None


@dataclass(slots=True)
class _State:
    """``starting``, ``playing``, ``ended`` or ``failed``, and of what."""

    state: str = "ended"
    title: str = ""
    detail: str = ""

    @property
    def told(self) -> dict[str, object]:
        return {"state": self.state, "title": self.title, "detail": self.detail}


class ScreencastPart(RoomPart):
    """Casts while at least one page wishes it: ``cast-start``, ``cast-size``, ``cast-stop``.

    Pages are told by the event ``cast {state, title, detail}``, and get each picture as a
    binary message; they answer ``cast-seen``, and give ``cast-input``. The engine's page says
    ``cast-ready {supported}``. Browsers are tried one after the other.

    Args:
        browsers: of the Chromium line, the preferred one first.
    """

    def __init__(self, browsers: Sequence[Engine]) -> None:
        self._browsers = tuple(browsers)
        self._address: Callable[[str], str] | None = None
        self._watchers: list[_Watcher] = []
        self._size = PaneSize(640, 360, 1)
        self._background = BLACK
        self._state = _State()
        self._task: asyncio.Task[None] | None = None
        self._browser: CastBrowser | None = None
        self._ready: asyncio.Future[bool] | None = None
        self._last: bytes | None = None
        self._sending: set[asyncio.Task[None]] = set()
        self._launches = Launches()

    def settle(self, address: Callable[[str], str]) -> None:
        """Take note of where the engine's page is."""
        self._address = address

    @property
    def commands(self) -> Mapping[str, Command]:
        """What pages can ask for."""
        return {
            "cast-start": self._start,
            "cast-stop": self._stop,
            "cast-size": self._resize,
            "cast-input": self._input,
            "cast-seen": self._seen,
            "cast-ready": self._engine_ready,
        }

    @property
    def features(self) -> Mapping[str, object]:
        """The browsers that can be cast from."""
        names = [(each.identity.name, each.identity.title) for each in self._browsers]
        return {"cast": [{"name": name, "title": title} for name, title in dict(names).items()]}

    async def on_close(self, client: RoomClient) -> None:
        """Stop with the last page that watches."""
        await self._let_go(client)

    def close(self) -> None:
        """End the browser for certain."""
        self._launches.close()

    async def _start(self, client: RoomClient, message: Message) -> object:
        self._note(message)
        if self._watcher(client) is None:
            watcher = _Watcher(client)
            self._watchers.append(watcher)
            if self._last is not None and self._state.state == "playing":
                self._offer(watcher, self._last)
        if self._task is None:
            await self._say(_State("starting"))
            self._task = asyncio.create_task(self._run())
            self._task.add_done_callback(self._on_done)
        else:
            await self._resize(client, message)
        return self._state.told

    def _note(self, message: Message) -> None:
        self._size = PaneSize.of(message)
        background = str(message.get("background", ""))[:MOST_COLOUR_CHARACTERS]
        self._background = background if COLOUR.fullmatch(background) else BLACK

    async def _stop(self, client: RoomClient, _message: Message) -> object:
        await self._let_go(client)
        return None

    async def _resize(self, _client: RoomClient, message: Message) -> object:
        self._note(message)
        if self._browser is not None and self._state.state == "playing":
            await self._browser.show(self._size)
            await self._tell_look()
        return None

    async def _input(self, _client: RoomClient, message: Message) -> object:
        if self._browser is not None:
            self._browser.give(message)
        return None

    async def _seen(self, client: RoomClient, _message: Message) -> object:
        watcher = self._watcher(client)
        if watcher is not None:
            watcher.in_flight = max(0, watcher.in_flight - 1)
            if watcher.waiting is not None:
                frame, watcher.waiting = watcher.waiting, None
                self._offer(watcher, frame)
        return None

    async def _engine_ready(self, client: RoomClient, message: Message) -> object:
        if client.role == "engine" and self._ready is not None and not self._ready.done():
            self._ready.set_result(bool(message.get("supported")))
        return None

    async def _run(self) -> None:
        """Try each browser until one plays; stay until it ends."""
        outcome = _State("failed")
        for engine in self._browsers:
            try:
                outcome = await self._cast_in(engine)
            except StudioError as error:
                log.info("no cast from %s: %s %s", engine.identity.title, error.what, error.detail)
                outcome = _State("failed", detail=error.detail or error.what)
            if outcome.state == "ended":
                break
        self._task = None  # from here on it can be started again
        await self._say(outcome)

    async def _cast_in(self, engine: Engine) -> _State:
        """Cast from one browser until it ends; return how it ended.

        Raises:
            StudioError: it could not be launched or steered.
        """
        if self._address is None:
            raise StudioError("The room has no address.")
        self._ready = asyncio.get_running_loop().create_future()
        page, size = self._address("engine.html"), self._size
        running = await self._launches.launch(engine, page, size.ratio)
        browser = CastBrowser(running, size.ratio, self._on_frame)
        try:
            title = f"{engine.identity.title} {await browser.begin(size)}".strip()
            self._browser = browser
            if not await self._is_supported(browser):
                return _State("failed", title, UNSUPPORTED)
            await self._tell_look()
            await browser.show(self._size)
            await self._say(_State("playing", title))
            self._show_last()
            await browser.until_lost()
            return _State("ended", title, running.last_words())
        finally:
            self._browser = self._last = None
            browser.close()
            await self._launches.end(running)

    async def _is_supported(self, browser: CastBrowser) -> bool:
        assert self._ready is not None
        lost: asyncio.Future[bool] = asyncio.ensure_future(browser.until_lost())
        try:
            await asyncio.wait(
                {self._ready, lost}, timeout=READY_LIMIT_S, return_when=asyncio.FIRST_COMPLETED
            )
        finally:
            lost.cancel()
        if not self._ready.done():
            raise StudioError("The browser did not open the page.")
        return self._ready.result()

    def _on_done(self, task: asyncio.Task[None]) -> None:
        if self._task is task:
            self._task = None
        if not task.cancelled() and task.exception() is not None:
            log.error("the screencast failed", exc_info=task.exception())

    async def _let_go(self, client: RoomClient) -> None:
        watcher = self._watcher(client)
        if watcher is None:
            return
        self._watchers.remove(watcher)
        if not self._watchers and self._task is not None:
            task, self._task = self._task, None
            self._state = _State()
            task.cancel()

    async def _say(self, state: _State) -> None:
        self._state = state
        await self.audience.tell({"event": "cast", **state.told})

    async def _tell_look(self) -> None:
        """What is beside the picture looks as around it."""
        look = {"event": "look", "background": self._background}
        await self.audience.tell(look, role="engine")

    def _watcher(self, client: RoomClient) -> _Watcher | None:
        return next((each for each in self._watchers if each.client is client), None)

    def _on_frame(self, jpeg: bytes) -> None:
        self._last = jpeg
        if self._state.state == "playing":
            self._show_last()

    def _show_last(self) -> None:
        if self._last is not None:
            for watcher in self._watchers:
                self._offer(watcher, self._last)

    def _offer(self, watcher: _Watcher, jpeg: bytes) -> None:
        """Send a picture now, or when the page has shown those before."""
        if watcher.in_flight >= MOST_IN_FLIGHT:
            watcher.waiting = jpeg
            return
        watcher.in_flight += 1
        sending = asyncio.create_task(watcher.client.send_bytes(FRAME_TAG + jpeg))
        self._sending.add(sending)
        sending.add_done_callback(self._sending.discard)
