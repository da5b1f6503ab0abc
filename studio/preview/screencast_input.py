"""What a page's pane hears from mouse and keyboard, as DevTools wants it."""

import math
from collections.abc import Mapping

Call = tuple[str, dict[str, object]]

_MOUSE = {"press": "mousePressed", "release": "mouseReleased", "move": "mouseMoved"}
_BUTTONS = frozenset({"none", "left", "middle", "right"})
_MOST = 100_000.0
_MOST_KEY_CHARACTERS = 32


def input_call(message: Mapping[str, object]) -> Call | None:
    """Return the call for one event of the pane; None for one that is odd.

    Args:
        message: ``kind`` ``mouse`` (``type`` press, release or move, ``x``, ``y``, ``button``,
            ``buttons``, ``clicks``), ``wheel`` (``x``, ``y``, ``dx``, ``dy``) or ``key``
            (``type`` down or up, ``key``, ``code``, ``key_code``, ``text``); each with
            ``modifiers``, a sum of 1 Alt, 2 Control, 4 Meta and 8 Shift.
    """
    match message.get("kind"):
        case "mouse":
            return _mouse(message)
        case "wheel":
            return _wheel(message)
        case "key":
            return _key(message)
    return None


def _mouse(message: Mapping[str, object]) -> Call | None:
    kind, button = _MOUSE.get(str(message.get("type"))), message.get("button")
    if kind is None or button not in _BUTTONS:
        return None
    place = _place(message)
    buttons, clicks = _whole(message, "buttons", 31), _whole(message, "clicks", 3)
    more = {"type": kind, "button": button, "buttons": buttons, "clickCount": clicks}
    return None if place is None else ("Input.dispatchMouseEvent", {**place, **more})


def _wheel(message: Mapping[str, object]) -> Call | None:
    place = _place(message)
    across, down = _number(message, "dx"), _number(message, "dy")
    if place is None or across is None or down is None:
        return None
    more = {"type": "mouseWheel", "deltaX": across, "deltaY": down}
    return "Input.dispatchMouseEvent", {**place, **more}


def _key(message: Mapping[str, object]) -> Call | None:
    texts = {name: message.get(name) for name in ("key", "code", "text")}
    if not all(isinstance(t, str) and len(t) <= _MOST_KEY_CHARACTERS for t in texts.values()):
        return None
    down = "keyDown" if texts["text"] else "rawKeyDown"
    kind = {"down": down, "up": "keyUp"}.get(str(message.get("type")))
    if kind is None:
        return None
    code = _whole(message, "key_code", 255)
    modifiers = _whole(message, "modifiers", 15)
    more = {"type": kind, "windowsVirtualKeyCode": code, "modifiers": modifiers}
    return "Input.dispatchKeyEvent", {**texts, **more}


def _place(message: Mapping[str, object]) -> dict[str, object] | None:
    x, y = _number(message, "x"), _number(message, "y")
    if x is None or y is None:
        return None
    return {"x": x, "y": y, "modifiers": _whole(message, "modifiers", 15)}


def _number(message: Mapping[str, object], name: str) -> float | None:
    value = message.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if math.isfinite(value) and abs(value) <= _MOST else None


def _whole(message: Mapping[str, object], name: str, most: int) -> int:
    value = _number(message, name)
    return 0 if value is None else max(0, min(most, int(value)))
