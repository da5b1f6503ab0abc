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

METRICS = "Emulation.setDeviceMetricsOverride"
_OUR_ADDRESSES = ("file:", "http:")
"""A browser may have pages of its own open."""
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

    def metrics(self, ratio: float) -> dict[str, object]:
        """Return what ``Emulation.setDeviceMetricsOverride`` is told."""
        size = {"width": self.width, "height": self.height}
        return {**size, "deviceScaleFactor": ratio, "mobile": False}

    def bounds(self, ratio: float) -> dict[str, object]:
        """Return how large the pictures may be, for ``Page.startScreencast``."""
        scale = min(ratio, math.sqrt(MOST_PIXELS / (self.width * self.height)))
        return {"maxWidth": round(self.width * scale), "maxHeight": round(self.height * scale)}


def options_for(ratio: float) -> tuple[str, ...]:
    """Return what makes a screencast as sharp as the screen.

    It has as many pixels as the screen that the browser was started with, whatever is
    emulated later (measured, Chromium 156).
    """
    return (f"--force-device-scale-factor={ratio:g}",)


class CastBrowser:
    """Steers a browser that has been launched on the engine's page. For one event loop.

    Args:
        running: the browser, launched ``steered``; somebody else's to end.
        ratio: that it was launched with, see ``options_for``.
        on_frame: hears each picture, a JPEG.
    """

    def __init__(
        self, running: RunningEngine, ratio: float, on_frame: Callable[[bytes], None]
    ) -> None:
        assert running.pipe is not None
        self._on_frame = on_frame
        self._session = ""
        self._ratio = ratio
        self.lost = asyncio.Event()
        """Set when the browser has ended, or the process with its page has."""
        self._devtools = DevTools(running.pipe, self._hear, self.lost.set)

    async def begin(self, size: PaneSize) -> str:
        """Give the page its size, and return the browser's version; pictures come later.

        Raises:
            EngineError: the browser does not do it.
        """
        product = (await self._devtools.call("Browser.getVersion")).get("product")
        target = await self._page()
        params = {"targetId": target, "flatten": True}
        answer = await self._devtools.call("Target.attachToTarget", params)
        self._session = str(answer.get("sessionId"))
        for method in ("Page.enable", "Inspector.enable"):
            await self._call(method)
        await self._call(METRICS, size.metrics(self._ratio))
        return str(product).partition("/")[2].partition(".")[0]

    async def show(self, size: PaneSize) -> None:
        """Send pictures as large as the pane is from now on.

        Only once the page is there: while a browser goes from one page to the next it refuses.

        Raises:
            EngineError: the browser does not do it.
        """
        cast = {"format": "jpeg", "quality": JPEG_QUALITY, **size.bounds(self._ratio)}
        await self._call(METRICS, size.metrics(self._ratio))
        await self._call("Page.stopScreencast")  # one that is active is not changed
        await self._call("Page.startScreencast", cast)

    def give(self, message: Mapping[str, object]) -> None:
        """Hand on what a pane heard from mouse or keyboard."""
        call = input_call(message)
        if call is not None and self._session:
            self._devtools.tell(*call, session=self._session)

    async def until_lost(self) -> bool:
        """Wait until the browser has ended, or the process with its page has."""
        return await self.lost.wait()

    def close(self) -> None:
        """Steer no more."""
        self._devtools.close()

    async def _call(self, method: str, params: Answer | None = None) -> None:
        await self._devtools.call(method, params, session=self._session)

    async def _page(self) -> str:
        """Return the page's id; a browser that has just started may not have it yet."""
        for _ in range(round(TARGET_LIMIT_S / TARGET_POLL_S)):
            found = (await self._devtools.call("Target.getTargets")).get("targetInfos")
            for each in found if isinstance(found, list) else ():
                ours = str(each.get("url")).startswith(_OUR_ADDRESSES)
                if each.get("type") == "page" and ours:
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
