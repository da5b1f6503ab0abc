"""Pages under a test's control: in the embedded view, in Chromium and in Firefox.

Chromium is asked by the DevTools protocol, Firefox by WebDriver BiDi, the embedded view
directly. All three can evaluate JavaScript, take pictures, and are given keys and clicks.
"""

import asyncio
import base64
import contextlib
import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any, Protocol, Self

import aiohttp
from PySide6.QtCore import QEventLoop, QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from studio.ui.web_view import PlayerView
from studio.verdict.browsers import Engine
from studio.verdict.launch import RunningEngine, launch

WIDTH, HEIGHT = 1280, 800
LIMIT_S = 60.0
HEARD_LIMIT_S = 2.0
"""A page that went away with the key hears nothing."""
NAMED_KEYS = {
    "Enter": ("\r", 13, "\ue007", Qt.Key.Key_Return),
    "Escape": ("", 27, "\ue00c", Qt.Key.Key_Escape),
    "Tab": ("", 9, "\ue004", Qt.Key.Key_Tab),
    "ArrowLeft": ("", 37, "\ue012", Qt.Key.Key_Left),
    "ArrowUp": ("", 38, "\ue013", Qt.Key.Key_Up),
    "ArrowRight": ("", 39, "\ue014", Qt.Key.Key_Right),
    "ArrowDown": ("", 40, "\ue015", Qt.Key.Key_Down),
    "Home": ("", 36, "\ue011", Qt.Key.Key_Home),
    "End": ("", 35, "\ue010", Qt.Key.Key_End),
    "PageUp": ("", 33, "\ue00e", Qt.Key.Key_PageUp),
    "PageDown": ("", 34, "\ue00f", Qt.Key.Key_PageDown),
    "Delete": ("", 46, "\ue017", Qt.Key.Key_Delete),
}
"""Key -> text, virtual key code, WebDriver's character, Qt's key."""


class Page(Protocol):
    """One page; positions are CSS pixels of its viewport."""

    def evaluate(self, script: str) -> Any:
        """Return the value of a JavaScript expression (a promise is awaited) as JSON has it."""

    def screenshot(self) -> QImage:
        """Return the viewport as it looks now, in device pixels."""

    def key(self, key: str, *, shift: bool = False, ctrl: bool = False) -> None:
        """Press and release a key: a character, or a name from ``NAMED_KEYS``."""

    def click(self, x: float, y: float, *, count: int = 1) -> None:
        """Click with the left button."""

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Press at one place, move in steps, release at the other."""

    def wheel(self, x: float, y: float, delta_y: float, *, ctrl: bool = False) -> None:
        """Turn the wheel; positive is down."""


LEFT_SIGNS = ("navigated or closed", "context was destroyed", "Cannot find context")
"""In what Chromium answers then."""


class LeftError(AssertionError):
    """The page that was asked has been left for another one."""


def wait_for(page: Page, script: str, *, limit_s: float = LIMIT_S) -> Any:
    """Wait until an expression is truthy, and return it."""
    end = time.monotonic() + limit_s
    while True:
        value = None
        with contextlib.suppress(LeftError):  # another page is being loaded
            value = page.evaluate(script)
        if value:
            return value
        assert time.monotonic() < end, f"never true: {script}"
        pause(0.03)


def pause(seconds: float) -> None:
    """Let time pass; the window's events go on where there is a window."""
    if QApplication.instance() is None:
        time.sleep(seconds)
    else:
        _let_pass(int(seconds * 1000))


def _let_pass(milliseconds: int) -> None:
    """Run Qt's events for a while; ``QTest.qWait`` would hold up a server's thread meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def rect_of(page: Page, selector: str) -> QRect:
    """Return where an element is, in device pixels, as a screenshot shows it."""
    script = f"""(() => {{
      const r = document.querySelector({json.dumps(selector)}).getBoundingClientRect();
      const d = devicePixelRatio;
      return [r.left * d, r.top * d, r.width * d, r.height * d];
    }})()"""
    left, top, width, height = page.evaluate(script)
    return QRect(round(left), round(top), round(width), round(height))


def picture_rect(page: Page, selector: str = "video") -> QRect:
    """Return where a video's picture is (without bars), in device pixels."""
    script = f"""(() => {{
      const v = document.querySelector({json.dumps(selector)});
      const r = v.getBoundingClientRect(), d = devicePixelRatio;
      const s = Math.min(r.width / v.videoWidth, r.height / v.videoHeight);
      const w = v.videoWidth * s, h = v.videoHeight * s;
      return [(r.left + (r.width - w) / 2) * d, (r.top + (r.height - h) / 2) * d, w * d, h * d];
    }})()"""
    left, top, width, height = page.evaluate(script)
    return QRect(round(left), round(top), round(width), round(height))


@contextlib.contextmanager
def opened(engine: Engine, url: str, *, width: int = WIDTH, height: int = HEIGHT) -> Iterator[Page]:
    """Open a page in an engine: ``embedded`` (needs a QApplication), Chromium or Firefox."""
    if engine.identity.name == "embedded":
        with EmbeddedPage(url, width, height) as embedded:
            yield embedded
    elif engine.identity.name == "firefox":
        with FirefoxPage(engine, url, width, height) as firefox:
            yield firefox
    else:
        with ChromiumPage(engine, url, width, height) as chromium:
            yield chromium


@contextlib.contextmanager
def opening(*pages: contextlib.AbstractContextManager[Page]) -> Iterator[list[Future[Page]]]:
    """Open pages of browsers at the same time, on threads that live as long as these do."""
    with ThreadPoolExecutor(len(pages)) as threads, contextlib.ExitStack() as stack:
        found = [threads.submit(stack.enter_context, page) for page in pages]
        try:
            yield found
        finally:
            wait(found)


class EmbeddedPage:
    """A page in the product's own hardened view, in this process."""

    def __init__(self, url: str, width: int, height: int) -> None:
        self.view = PlayerView()
        self.view.set_background(QColor("black"))
        self.view.resize(width, height)
        self.view.show()
        self._number = 0
        loaded: list[bool] = []
        self.view.loadFinished.connect(loaded.append)
        self.view.open(url)
        _until(lambda: bool(loaded), "the page is loaded")
        assert loaded == [True]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.view.hide()
        self.view.dispose()
        self.view.deleteLater()
        QApplication.processEvents()

    def evaluate(self, script: str) -> Any:
        self._number += 1
        name = f"__asked{self._number}"
        self._run(f"""window.{name} = null; (async () => {{
          try {{ window.{name} = JSON.stringify({{ value: await ({script}) }}); }}
          catch (error) {{ window.{name} = JSON.stringify({{ error: String(error) }}); }}
        }})(); ''""")
        found: list[str] = []

        def ask() -> bool:
            answer = self._run(f"window.{name}")
            if answer:
                found.append(answer)
            return bool(answer)

        _until(ask, script)
        self._run(f"delete window.{name}; ''")
        return _value(json.loads(found[0]), script)

    def screenshot(self) -> QImage:
        return self.view.grab().toImage()

    def key(self, key: str, *, shift: bool = False, ctrl: bool = False) -> None:
        target = self._target()
        target.setFocus()
        modifiers = Qt.KeyboardModifier.NoModifier
        if shift:
            modifiers |= Qt.KeyboardModifier.ShiftModifier
        if ctrl:
            modifiers |= Qt.KeyboardModifier.ControlModifier
        with self._heard("keyup"):
            if key in NAMED_KEYS:
                QTest.keyClick(target, NAMED_KEYS[key][3], modifiers)
            else:
                QTest.keyClicks(target, key, modifiers)

    def click(self, x: float, y: float, *, count: int = 1) -> None:
        place, left = QPoint(round(x), round(y)), Qt.MouseButton.LeftButton
        QTest.mouseMove(self._target(), place)
        with self._heard("mouseup"):
            QTest.mouseClick(self._target(), left, pos=place)
        if count == 2:
            QTest.mouseDClick(self._target(), left, pos=place)

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        left = Qt.MouseButton.LeftButton
        target = self._target()
        QTest.mousePress(target, left, pos=QPoint(round(start[0]), round(start[1])))
        for x, y in _steps(start, end):
            QTest.mouseMove(target, QPoint(round(x), round(y)))
            _let_pass(10)
        QTest.mouseRelease(target, left, pos=QPoint(round(end[0]), round(end[1])))

    def wheel(self, x: float, y: float, delta_y: float, *, ctrl: bool = False) -> None:
        target, place = self._target(), QPointF(x, y)
        modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        event = QWheelEvent(
            place,
            QPointF(target.mapToGlobal(place.toPoint())),
            QPoint(0, round(-delta_y)),
            QPoint(0, round(-delta_y)),
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(target, event)

    @contextlib.contextmanager
    def _heard(self, event: str) -> Iterator[None]:
        """Wait until the page has heard of what is done: scripts overtake keys and clicks."""
        count = f"window.__{event}"
        listen = f"addEventListener('{event}', () => {{ {count} += 1; }}, true)"
        before = self.evaluate(f"({count} ??= ({listen}, 0))")
        yield
        end = time.monotonic() + HEARD_LIMIT_S
        while self.evaluate(count) == before and time.monotonic() < end:
            _let_pass(5)

    def _target(self) -> QWidget:
        return self.view.focusProxy() or self.view

    def _run(self, script: str) -> Any:
        answers: list[Any] = []
        self.view.page().runJavaScript(script, answers.append)
        _until(lambda: bool(answers), script)
        return answers[0]


class _Remote:
    """A WebSocket on a thread of its own, with numbered questions and answers."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._number = 0
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}

    def connect(self, url: str) -> None:
        self._wait(self._connect(url))

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        answer: dict[str, Any] = self._wait(self._ask(method, parameters))
        return answer

    def close(self) -> None:
        with contextlib.suppress(Exception):
            self._wait(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    def _wait(self, what: Any) -> Any:
        asked = asyncio.run_coroutine_threadsafe(what, self._loop)
        try:
            return asked.result(LIMIT_S)
        except TimeoutError:
            asked.cancel()
            raise

    async def _connect(self, url: str) -> None:
        self._session = aiohttp.ClientSession()
        self._socket = await self._session.ws_connect(url, max_msg_size=0)
        self._reader = asyncio.create_task(self._read())

    async def _close(self) -> None:
        await self._socket.close()
        await self._session.close()
        await self._reader

    async def _ask(self, method: str, parameters: dict[str, Any]) -> dict[str, Any]:
        self._number += 1
        future = self._loop.create_future()
        self._answers[self._number] = future
        message = {"id": self._number, "method": method, "params": parameters}
        await self._socket.send_str(json.dumps(message))
        answer: dict[str, Any] = await future
        if any(sign in str(answer.get("error")) for sign in LEFT_SIGNS):
            raise LeftError(f"{method}: {answer}")
        assert "error" not in answer, f"{method}: {answer}"
        result: dict[str, Any] = answer["result"]
        return result

    async def _read(self) -> None:
        async for message in self._socket:
            told = json.loads(message.data)
            future = self._answers.pop(told.get("id"), None)
            if future is not None and not future.done():
                future.set_result(told)


class _BrowserPage:
    """What both browsers have in common: a process, and a connection to its page."""

    OPTIONS: tuple[str, ...]

    def __init__(self, engine: Engine, url: str, width: int, height: int) -> None:
        self._running: RunningEngine = launch(engine, url, extra=self.OPTIONS)
        self._remote = _Remote()
        try:
            self._open(url, width, height)
        except BaseException:
            self.__exit__()
            raise

    def _open(self, url: str, width: int, height: int) -> None:
        """Connect to the page and give it its size."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._remote.close()
        self._running.close()

    def _found(self, look: Callable[[], Any], what: str) -> Any:
        end = time.monotonic() + LIMIT_S
        while time.monotonic() < end:
            if found := look():
                return found
            time.sleep(0.03)
        raise AssertionError(f"{what}: {self._running.log_tail()}")


class ChromiumPage(_BrowserPage):
    """A page of a headless Chromium. Source: the DevTools protocol."""

    OPTIONS = ("--remote-debugging-port=0",)

    def _open(self, url: str, width: int, height: int) -> None:
        home = self._running.profile
        port_file = home / "profile" / "DevToolsActivePort"
        port = self._found(lambda: _first_line(port_file), "no DevTools port")
        target = self._found(lambda: _page_target(int(port), url), "no page")
        self._remote.connect(target)
        self._remote.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip
        wait_for(self, "document.readyState === 'complete'")

    def evaluate(self, script: str) -> Any:
        asked = self._remote.ask(
            "Runtime.evaluate",
            expression=f"(async () => JSON.stringify({{ value: await ({script}) }}))()",
            awaitPromise=True,
            returnByValue=True,
        )
        assert "exceptionDetails" not in asked, f"{script}: {asked['exceptionDetails']}"
        return _value(json.loads(asked["result"]["value"]), script)

    def set_ratio(self, width: int, height: int, ratio: float) -> None:
        """Give the page another size and device pixel ratio."""
        self._remote.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=ratio, mobile=False,
        )  # fmt: skip

    def screenshot(self) -> QImage:
        return _image(self._remote.ask("Page.captureScreenshot", format="png")["data"])

    def key(self, key: str, *, shift: bool = False, ctrl: bool = False) -> None:
        text, code, _, _ = NAMED_KEYS.get(key, (key, ord(key.upper()[0]), key, Qt.Key.Key_Any))
        modifiers = (8 if shift else 0) | (2 if ctrl else 0)
        name = "Enter" if key == "Enter" else key
        common = {"key": name, "windowsVirtualKeyCode": code, "modifiers": modifiers}
        shown = {} if ctrl or not text else {"text": text}
        self._remote.ask("Input.dispatchKeyEvent", type="keyDown", **common, **shown)
        self._remote.ask("Input.dispatchKeyEvent", type="keyUp", **common)

    def click(self, x: float, y: float, *, count: int = 1) -> None:
        self._mouse("mouseMoved", (x, y))
        for number in range(1, count + 1):
            self._mouse("mousePressed", (x, y), button="left", clickCount=number)
            self._mouse("mouseReleased", (x, y), button="left", clickCount=number)

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self._mouse("mouseMoved", start)
        self._mouse("mousePressed", start, button="left", clickCount=1)
        for place in _steps(start, end):
            self._mouse("mouseMoved", place, button="left", buttons=1)
        self._mouse("mouseReleased", end, button="left", clickCount=1)

    def wheel(self, x: float, y: float, delta_y: float, *, ctrl: bool = False) -> None:
        modifiers = 2 if ctrl else 0
        self._mouse("mouseWheel", (x, y), deltaX=0, deltaY=delta_y, modifiers=modifiers)

    def _mouse(self, kind: str, place: tuple[float, float], **more: Any) -> None:
        self._remote.ask("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], **more)


class FirefoxPage(_BrowserPage):
    """A page of a headless Firefox. Source: W3C, WebDriver BiDi."""

    OPTIONS = ("--remote-debugging-port", "0")

    def _open(self, url: str, width: int, height: int) -> None:
        address = self._found(self._address, "no WebDriver BiDi")
        self._remote.connect(f"{address}/session")
        self._remote.ask("session.new", capabilities={})
        self._context = self._found(lambda: self._context_of(url), "no page")
        viewport = {"width": width, "height": height}
        self._remote.ask("browsingContext.setViewport", context=self._context, viewport=viewport)
        wait_for(self, "document.readyState === 'complete'")

    def _address(self) -> str:
        found = re.search(r"WebDriver BiDi listening on (ws://\S+)", self._running.log_tail())
        return found[1] if found else ""

    def _context_of(self, url: str) -> str:
        contexts = self._remote.ask("browsingContext.getTree")["contexts"]
        right = [c["context"] for c in contexts if _is_same_page(c["url"], url)]
        return str(right[0]) if right else ""

    def evaluate(self, script: str) -> Any:
        asked = self._remote.ask(
            "script.evaluate",
            expression=f"(async () => JSON.stringify({{ value: await ({script}) }}))()",
            target={"context": self._context},
            awaitPromise=True,
        )
        assert asked["type"] == "success", f"{script}: {asked}"
        return _value(json.loads(asked["result"]["value"]), script)

    def screenshot(self) -> QImage:
        asked = self._remote.ask("browsingContext.captureScreenshot", context=self._context)
        return _image(asked["data"])

    def key(self, key: str, *, shift: bool = False, ctrl: bool = False) -> None:
        value = NAMED_KEYS[key][2] if key in NAMED_KEYS else key
        held = ["\ue008"] * shift + ["\ue009"] * ctrl
        actions = [{"type": "keyDown", "value": each} for each in (*held, value)]
        actions += [{"type": "keyUp", "value": each} for each in (value, *reversed(held))]
        self._act({"type": "key", "id": "keys", "actions": actions})

    def click(self, x: float, y: float, *, count: int = 1) -> None:
        actions: list[dict[str, Any]] = [_move((x, y))]
        for _ in range(count):
            actions += [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._act({"type": "pointer", "id": "mouse", "actions": actions})

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        moves = [_move(place) for place in _steps(start, end)]
        actions = [_move(start), {"type": "pointerDown", "button": 0}, *moves]
        actions.append({"type": "pointerUp", "button": 0})
        self._act({"type": "pointer", "id": "mouse", "actions": actions})

    def wheel(self, x: float, y: float, delta_y: float, *, ctrl: bool = False) -> None:
        turn = {"type": "scroll", "x": round(x), "y": round(y), "deltaX": 0, "deltaY": delta_y}
        keys: list[dict[str, Any]] = []
        if ctrl:
            down, up = {"type": "keyDown", "value": "\ue009"}, {"type": "keyUp", "value": "\ue009"}
            keys.append({"type": "key", "id": "keys", "actions": [down, {"type": "pause"}, up]})
        wait: dict[str, Any] = {"type": "pause"}
        self._act(*keys, {"type": "wheel", "id": "wheel", "actions": [wait, turn, wait]})

    def _act(self, *sources: dict[str, Any]) -> None:
        self._remote.ask("input.performActions", context=self._context, actions=[*sources])


def _move(place: tuple[float, float]) -> dict[str, Any]:
    return {"type": "pointerMove", "x": round(place[0]), "y": round(place[1])}


def _steps(start: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, float]]:
    part = [n / 6 for n in range(1, 7)]
    return [(start[0] + (end[0] - start[0]) * p, start[1] + (end[1] - start[1]) * p) for p in part]


def _until(is_so: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + LIMIT_S
    while not is_so():
        assert time.monotonic() < end, f"never: {what}"
        _let_pass(5)


def _value(answer: dict[str, Any], script: str) -> Any:
    assert "error" not in answer, f"{script}: {answer['error']}"
    return answer.get("value")


def _image(data: str) -> QImage:
    image = QImage.fromData(base64.b64decode(data))
    assert not image.isNull()
    return image


def _is_same_page(left: str, right: str) -> bool:
    return left.partition("?")[0] == right.partition("?")[0]


def _first_line(path: Path) -> str:
    try:
        return path.read_text("ascii").partition("\n")[0]
    except OSError:
        return ""


def _page_target(port: int, url: str) -> str:
    async def ask() -> str:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{port}/json/list") as answer,
        ):
            for target in await answer.json(content_type=None):
                if _is_same_page(target["url"], url):
                    return str(target["webSocketDebuggerUrl"])
        return ""

    return asyncio.run(ask())
