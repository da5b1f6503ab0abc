"""One headless browser that plays the engine's page, and sends what it shows."""

import asyncio
import base64
import binascii
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from studio.errors import EngineError
from studio.preview.devtools import Answer, DevTools
from studio.preview.screencast_input import input_call
from studio.verdict.launch import RunningEngine

MOST_PIXELS = 1920 * 1200
"""Of a picture: more are many to compress 25 times a second without a graphics card."""
JPEG_QUALITY = 70
TARGET_POLL_S = 0.02
TARGET_LIMIT_S = 10.0
MOST_SIDE = 8192
"""Of the pane, in its own pixels."""

_LOST = frozenset({"Inspector.targetCrashed", "Inspector.detached"})


@dataclass(frozen=True, slots=True)
class PaneSize:
    """A pane's size in its own pixels, and how many of the screen's are in one of them."""

    width: int
    height: int
    ratio: float

    @classmethod
    def of(cls, message: Mapping[str, object]) -> "PaneSize":
        """Return the size that a page tells, kept within bounds."""
        width, height = (_within(message.get(name), 16, MOST_SIDE) for name in ("width", "height"))
        return cls(round(width), round(height), _within(message.get("ratio"), 0.5, 4.0))

    @property
    def scale(self) -> float:
        """Pixels of the picture for one of the pane.

        The screencast never has more than one for each of the page's own, whatever the
        device's ratio (measured, Chromium 156): the page itself is made larger.
        """
        return min(self.ratio, math.sqrt(MOST_PIXELS / (self.width * self.height)))

    @property
    def metrics(self) -> dict[str, object]:
        """What ``Emulation.setDeviceMetricsOverride`` is told."""
        width, height = round(self.width * self.scale), round(self.height * self.scale)
        return {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}


class CastBrowser:
    """Steers a browser that has been launched on the engine's page. For one event loop.

    Args:
        running: the browser, launched ``steered``; somebody else's to end.
        on_frame: hears each picture, a JPEG.
    """

    def __init__(self, running: RunningEngine, on_frame: Callable[[bytes], None]) -> None:
        assert running.pipe is not None
        self._on_frame = on_frame
        self._session = ""
        self._size = PaneSize(16, 16, 1)
        self.lost = asyncio.Event()
        """Set when the browser has ended, or the process with its page has."""
        self._devtools = DevTools(running.pipe, self._hear, self.lost.set)

    async def begin(self, size: PaneSize) -> str:
        """Send pictures of this size from now on; return the browser's version.

        Raises:
            EngineError: the browser does not do it.
        """
        product = (await self._devtools.call("Browser.getVersion")).get("product")
        target = await self._page()
        params = {"targetId": target, "flatten": True}
        answer = await self._devtools.call("Target.attachToTarget", params)
        self._session = str(answer.get("sessionId"))
        for method in ("Page.enable", "Inspector.enable"):
            await self._devtools.call(method, session=self._session)
        await self.resize(size)
        cast = {"format": "jpeg", "quality": JPEG_QUALITY, "everyNthFrame": 1}
        await self._devtools.call("Page.startScreencast", cast, session=self._session)
        return str(product).partition("/")[2].partition(".")[0]

    async def resize(self, size: PaneSize) -> None:
        """Make the pictures as large as the pane is.

        Raises:
            EngineError: the browser does not do it.
        """
        self._size = size
        method = "Emulation.setDeviceMetricsOverride"
        await self._devtools.call(method, size.metrics, session=self._session)

    def give(self, message: Mapping[str, object]) -> None:
        """Hand on what a pane heard from mouse or keyboard."""
        call = input_call(message, self._size.scale)
        if call is not None and self._session:
            self._devtools.tell(*call, session=self._session)

    async def until_lost(self) -> bool:
        """Wait until the browser has ended, or the process with its page has."""
        return await self.lost.wait()

    def close(self) -> None:
        """Steer no more."""
        self._devtools.close()

    async def _page(self) -> str:
        """Return the page's id; a browser that has just started may not have it yet."""
        for _ in range(round(TARGET_LIMIT_S / TARGET_POLL_S)):
            found = (await self._devtools.call("Target.getTargets")).get("targetInfos")
            for each in found if isinstance(found, list) else ():
                if each.get("type") == "page":
                    return str(each.get("targetId"))
            await asyncio.sleep(TARGET_POLL_S)
        raise EngineError("The browser could not be steered.", detail="no page")

    def _hear(self, event: str, params: Answer) -> None:
        if event == "Page.screencastFrame":
            seen = {"sessionId": params.get("sessionId")}
            self._devtools.tell("Page.screencastFrameAck", seen, session=self._session)
            try:
                self._on_frame(base64.b64decode(str(params.get("data")), validate=True))
            except binascii.Error:
                self.lost.set()
        elif event in _LOST:
            self.lost.set()


def _within(value: object, least: float, most: float) -> float:
    number = value if isinstance(value, int | float) and math.isfinite(value) else least
    return max(least, min(most, float(number)))
