"""A cast begins with the first page that wishes it, and ends with the last; none is flooded."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import pytest

from studio.errors import EngineError
from studio.preview import screencast
from studio.preview.screencast import FRAME_TAG, MOST_IN_FLIGHT, ScreencastPart
from studio.server.rooms import Message, RoomClient
from studio.verdict.browsers import Engine, EngineKind
from studio.verdict.model import EngineIdentity

SIZE = {"width": 640, "height": 360, "ratio": 1, "background": "rgb(1, 2, 3)"}
BROWSERS = tuple(
    Engine(EngineIdentity(name, name.title()), EngineKind.CHROMIUM, (name,))
    for name in ("edge", "brave")
)


class Client(RoomClient):
    """A page that writes down what it is sent."""

    def __init__(self, role: str = "ui") -> None:
        self.role = role
        self.frames: list[bytes] = []
        self.states: list[Any] = []

    async def send(self, message: Message) -> None:
        self.states.append(message)

    async def send_bytes(self, data: bytes) -> None:
        assert data.startswith(FRAME_TAG)
        self.frames.append(data.removeprefix(FRAME_TAG))


class Browser:
    """Stands for a browser that has been launched, and for the one who steers it."""

    made: list["Browser"]
    on_frame: Callable[[bytes], None]

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.given: list[Mapping[str, object]] = []
        self.sizes: list[object] = []
        self.is_closed = False
        self.lost = asyncio.Event()
        Browser.made.append(self)

    def last_words(self) -> str:
        return "Segmentation fault"

    async def begin(self, size: object) -> str:
        self.sizes.append(size)
        return "156"

    async def show(self, size: object) -> None:
        self.sizes.append(size)

    def give(self, message: Mapping[str, object]) -> None:
        self.given.append(message)

    async def until_lost(self) -> bool:
        return await self.lost.wait()

    def close(self) -> None:
        self.is_closed = True


class Hall:
    """A room with only this part in it."""

    def __init__(self, patch: pytest.MonkeyPatch, supported: Mapping[str, bool]) -> None:
        Browser.made = []
        self.supported = supported
        self.present: list[Client] = [Client(), Client("engine")]
        self.ended: list[str] = []
        patch.setattr(screencast, "CastBrowser", self._steer)
        patch.setattr(screencast, "Launches", lambda: self)
        self.part = ScreencastPart(BROWSERS)
        self.part.join(self)
        self.part.settle(lambda page: f"http://127.0.0.1:1/{page}")

    def _steer(self, running: Browser, ratio: float, on_frame: Callable[[bytes], None]) -> Browser:
        running.on_frame = on_frame
        name = running.engine.identity.name
        ready = self.say(self.present[1], "cast-ready", supported=self.supported.get(name))
        asyncio.get_running_loop().create_task(_later(ready))
        return running

    async def launch(self, engine: Engine, page: str, ratio: float) -> Browser:
        assert page.endswith("/engine.html")
        if engine.identity.name not in self.supported:
            raise EngineError("It could not be started.", detail="no such file")
        return Browser(engine)

    async def end(self, running: Browser) -> None:
        self.ended.append(running.engine.identity.name)

    def close(self) -> None:
        """Nothing is left to be ended."""

    def say(self, client: Client, command: str, **args: object) -> Awaitable[object]:
        return self.part.commands[command](client, args)

    async def tell(self, message: Message, *, role: str = "ui") -> None:
        for client in self.present:
            if client.role == role:
                await client.send(message)

    async def tell_bytes(self, data: bytes, *, role: str = "ui") -> None:
        raise AssertionError("pictures go to those who watch")

    def clients(self, role: str = "ui") -> tuple[RoomClient, ...]:
        return tuple(client for client in self.present if client.role == role)


async def _later(what: Awaitable[object]) -> None:
    await asyncio.sleep(0.01)
    await what


async def until(condition: Callable[[], bool]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.005)


def states_of(client: Client) -> list[object]:
    return [told["state"] for told in client.states if told["event"] == "cast"]


def test_a_slow_page_gets_the_newest_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> None:
        hall = Hall(monkeypatch, {"edge": True})
        page, engine = hall.present
        await hall.say(page, "cast-start", **SIZE)
        await until(lambda: states_of(page) == ["starting", "playing"])
        assert page.states[-1]["title"] == "Edge 156"
        assert engine.states == [{"event": "look", "background": "rgb(1, 2, 3)"}]
        browser = Browser.made[0]
        for number in range(6):
            browser.on_frame(bytes([number]))
        await until(lambda: len(page.frames) == MOST_IN_FLIGHT)
        await asyncio.sleep(0.02)
        assert page.frames == [b"\0", b"\1"]
        await hall.say(page, "cast-seen")
        await until(lambda: page.frames == [b"\0", b"\1", b"\5"])
        await hall.say(page, "cast-input", kind="wheel")
        assert browser.given == [{"kind": "wheel"}]
        await hall.say(page, "cast-size", width=320, height=180, ratio=1, background="url(x)")
        assert len(browser.sizes) == 3
        assert engine.states[-1]["background"] == "rgb(0, 0, 0)", "no style but a colour"

        late = Client()
        hall.present.append(late)
        await hall.say(late, "cast-start", **SIZE)
        await until(lambda: late.frames == [b"\5"])
        await hall.part.on_close(page)
        assert not hall.ended, "one still watches"
        await hall.say(late, "cast-stop")
        await until(lambda: hall.ended == ["edge"])
        assert browser.is_closed

    asyncio.run(run())


def test_browsers_are_tried_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> None:
        hall = Hall(monkeypatch, {"brave": True})
        page = hall.present[0]
        await hall.say(page, "cast-start", **SIZE)
        await until(lambda: states_of(page) == ["starting", "playing"])
        assert page.states[-1]["title"] == "Brave 156"
        Browser.made[0].lost.set()
        await until(lambda: states_of(page)[-1] == "ended")
        assert page.states[-1]["detail"] == "Segmentation fault"
        assert hall.ended == ["brave"]
        await hall.say(page, "cast-start", **SIZE)
        await until(lambda: states_of(page)[-1] == "playing")
        await hall.say(page, "cast-stop")
        await until(lambda: hall.ended == ["brave", "brave"])

    asyncio.run(run())


@pytest.mark.parametrize(
    ("supported", "detail"),
    [({"edge": False, "brave": False}, "unsupported"), ({}, "no such file")],
)
def test_a_file_that_no_browser_plays_is_told_so(
    monkeypatch: pytest.MonkeyPatch, supported: Mapping[str, bool], detail: str
) -> None:
    async def run() -> None:
        hall = Hall(monkeypatch, supported)
        page = hall.present[0]
        await hall.say(page, "cast-start", **SIZE)
        await until(lambda: states_of(page)[-1] == "failed")
        assert page.states[-1]["detail"] == detail
        assert hall.ended == [*supported]

    asyncio.run(run())
