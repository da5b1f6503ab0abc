"""What a pane hears becomes DevTools calls; what is odd becomes nothing."""

import pytest

from studio.preview.screencast_browser import MOST_PIXELS, PaneSize
from studio.preview.screencast_input import input_call

PRESS = {"kind": "mouse", "type": "press", "x": 10, "y": 5.5, "button": "left", "buttons": 1}


def test_the_mouse_keeps_its_place_and_its_buttons() -> None:
    call = input_call({**PRESS, "clicks": 1, "modifiers": 8})
    assert call is not None
    method, params = call
    assert method == "Input.dispatchMouseEvent"
    assert (params["type"], params["x"], params["y"]) == ("mousePressed", 10, 5.5)
    assert (params["button"], params["clickCount"], params["modifiers"]) == ("left", 1, 8)
    turned = input_call({"kind": "wheel", "x": 1, "y": 1, "dx": 0, "dy": -3})
    assert turned is not None
    assert turned[1]["deltaY"] == -3


def test_a_key_with_a_text_is_typed() -> None:
    key = {"kind": "key", "type": "down", "key": "a", "code": "KeyA", "text": "a", "key_code": 65}
    typed = input_call(key)
    arrow = input_call({**key, "key": "ArrowLeft", "text": ""})
    assert typed is not None
    assert arrow is not None
    assert (typed[1]["type"], arrow[1]["type"]) == ("keyDown", "rawKeyDown")


@pytest.mark.parametrize(
    "odd",
    [
        {},
        {"kind": "mouse"},
        {**PRESS, "x": "1"},
        {**PRESS, "x": float("nan")},
        {**PRESS, "x": True},
        {**PRESS, "x": 1e9},
        {**PRESS, "button": "all"},
        {**PRESS, "type": "Input.enable"},
        {"kind": "wheel", "x": 1, "y": 1, "dx": 1},
        {"kind": "key", "type": "down", "key": "x" * 100, "code": "", "text": ""},
        {"kind": "key", "type": "sideways", "key": "x", "code": "", "text": ""},
    ],
)
def test_what_is_odd_is_left_out(odd: dict[str, object]) -> None:
    assert input_call(odd) is None


def test_a_picture_has_a_pixel_for_each_of_the_screens_up_to_a_bound() -> None:
    pane = PaneSize.of({"width": 640, "height": 360, "ratio": 2})
    assert pane.bounds(2) == {"maxWidth": 1280, "maxHeight": 720}
    large = PaneSize.of({"width": 3840, "height": 2160, "ratio": 2}).bounds(2)
    assert int(str(large["maxWidth"])) * int(str(large["maxHeight"])) <= MOST_PIXELS * 1.01
    odd = PaneSize.of({"width": "x", "height": -5, "ratio": float("inf")})
    assert (odd.width, odd.height, odd.ratio) == (16, 16, 0.5)
