"""A text that the page wants to save: in parts, as one text, under a name that is no path."""

import asyncio
from typing import Any, cast

import pytest

from studio.errors import StudioError
from studio.preview.saving import MAX_CHARACTERS, MAX_NAME, SavingPart
from studio.server.rooms import RoomClient

PAGE = cast("RoomClient", object())


class Saved:
    """Keeps what was handed over."""

    def __init__(self) -> None:
        self.texts: list[tuple[str, str]] = []
        self.part = SavingPart(lambda name, text: self.texts.append((name, text)))

    def tell(self, page: RoomClient = PAGE, **message: Any) -> Any:
        async def ask() -> object:
            return await self.part.commands["save-text"](page, message)

        return asyncio.run(ask())


@pytest.fixture
def saved() -> Saved:
    return Saved()


def test_parts_become_one_text(saved: Saved) -> None:
    first = saved.tell(name="log.txt", part=0, parts=2, text="one \ud83d")
    second = saved.tell(name="log.txt", part=1, parts=2, text="\ude00 two")
    assert (first, second) == ({"complete": False}, {"complete": True})
    assert saved.texts == [("log.txt", "one \N{GRINNING FACE} two")]


def test_half_a_character_does_not_fail(saved: Saved) -> None:
    saved.tell(name="log.txt", part=0, parts=1, text="one \ud83d")
    assert saved.texts == [("log.txt", "one \N{REPLACEMENT CHARACTER}")]


def test_two_pages_do_not_mix(saved: Saved) -> None:
    other = cast("RoomClient", object())
    saved.tell(name="a.txt", part=0, parts=2, text="a")
    saved.tell(other, name="b.txt", part=0, parts=2, text="b")
    saved.tell(name="a.txt", part=1, parts=2, text="a")
    saved.tell(other, name="b.txt", part=1, parts=2, text="b")
    assert saved.texts == [("a.txt", "aa"), ("b.txt", "bb")]


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("log.json", "log.json"),
        ("../../etc/passwd", "_.._etc_passwd.txt"),
        ("C:\\x\\y.txt", "C__x_y.txt"),
        ("film.mp4", "film.mp4.txt"),
        (".txt", "txt.txt"),
        ("", "log.txt"),
        ("a\x00b\n\u202ec.json", "a_b__c.json"),
        ("\ud83d.txt", "\ufffd.txt"),
    ],
)
def test_the_name_is_no_path(saved: Saved, asked: str, name: str) -> None:
    saved.tell(name=asked, part=0, parts=1, text="x")
    assert saved.texts == [(name, "x")]


def test_a_long_name_keeps_its_end(saved: Saved) -> None:
    saved.tell(name=f"{'x' * 5000}.json", part=0, parts=1, text="x")
    name = saved.texts[0][0]
    assert len(name) == MAX_NAME
    assert name.endswith(".json")


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"name": "a", "part": 0, "parts": 1},
        {"name": 1, "part": 0, "parts": 1, "text": "x"},
        {"name": "a", "part": 1, "parts": 1, "text": "x"},
        {"name": "a", "part": -1, "parts": 1, "text": "x"},
        {"name": "a", "part": False, "parts": 1, "text": "x"},
        {"name": "a", "part": 0.0, "parts": 1, "text": "x"},
        {"name": "a", "part": 0, "parts": 10**9, "text": "x"},
        {"name": "a", "part": 1, "parts": 2, "text": "no beginning"},
    ],
)
def test_nonsense_is_refused(saved: Saved, message: dict[str, Any]) -> None:
    with pytest.raises(StudioError):
        saved.tell(**message)
    assert saved.texts == []


def test_a_text_without_end_is_refused_and_forgotten(saved: Saved) -> None:
    half = "x" * (MAX_CHARACTERS // 2 + 1)
    saved.tell(name="a.txt", part=0, parts=3, text=half)
    with pytest.raises(StudioError, match="too long"):
        saved.tell(name="a.txt", part=1, parts=3, text=half)
    with pytest.raises(StudioError, match="missing"):
        saved.tell(name="a.txt", part=2, parts=3, text="x")


def test_what_a_page_left_behind_is_forgotten(saved: Saved) -> None:
    saved.tell(name="a.txt", part=0, parts=2, text="x")
    asyncio.run(saved.part.on_close(PAGE))
    with pytest.raises(StudioError):
        saved.tell(name="a.txt", part=1, parts=2, text="x")


def test_a_room_without_a_saver_says_so() -> None:
    part = SavingPart(None)
    assert part.features == {"save_text": False}
    assert part.commands == {}
