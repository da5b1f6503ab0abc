"""A thousand senseless messages: each is refused in words, none ends the room or the server."""

import asyncio
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from studio.preview.opening import RoomWishes
from studio.server.rooms import MAX_MESSAGE_BYTES
from tests.conftest import ClipFactory
from tests.preview.conftest import OpenRoom, Rooms

MESSAGES = 1000
SEED = 6
LIMIT_S = 30.0
NAMES = (
    "segment", "name", "text", "part", "parts", "url", "path", "file", "target", "on", "kbit_s",
    "latency_ms", "conditions", "metric", "metrics", "start_s", "end_s", "library", "operation",
    "args", "event", "state", "x", "y", "key", "width", "height", "dpr", "kind", "button", "error",
    "sound", "way", "number", "reply", "ok", "result", "first", "last", "picture", "at_s", "do",
)  # fmt: skip
TEXTS = (
    "", "../../etc/passwd", "file:///etc/passwd", "http://example.com/", "\x00", "\ud800", "init",
    "-1", "NaN", "1e999", "__proto__", "constructor", "<img src=x onerror=alert(1)>", "snapshot",
    "psnr", "ssim", "%s%n", "'; rm -rf /", "\u202e", "hls", "play", "x" * 5000,
)  # fmt: skip


def value(chance: random.Random, depth: int = 0) -> Any:
    """Return anything that JSON can hold, and a little more."""
    plain: list[Callable[[], Any]] = [
        lambda: None,
        lambda: chance.random() < 0.5,
        lambda: chance.choice((0, -1, 1, 2**31, -(2**63), 10**30)),
        lambda: chance.choice((0.5, -0.0, 1e308, float("inf"), float("nan"))),
        lambda: chance.choice(TEXTS),
        lambda: "".join(chr(chance.randrange(0xD7FF)) for _ in range(chance.randrange(40))),
    ]
    if depth < 4 and chance.random() < 0.3:
        if chance.random() < 0.5:
            return [value(chance, depth + 1) for _ in range(chance.randrange(5))]
        return {chance.choice(NAMES): value(chance, depth + 1) for _ in range(chance.randrange(5))}
    return chance.choice(plain)()


def message(chance: random.Random, commands: list[str], number: int) -> dict[str, Any]:
    """Return a message with a command that exists, mostly, and senseless arguments."""
    told = {chance.choice(NAMES): value(chance) for _ in range(chance.randrange(6))}
    told["do"] = chance.choice(commands) if chance.random() < 0.9 else value(chance)
    told["id"] = number
    return told


@pytest.fixture
def room(rooms: Rooms, make_clip: ClipFactory) -> OpenRoom:
    """A room that could do all that needs no other program."""
    video = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-g", "10")
    path: Path = make_clip("room-fuzz.webm", seconds=1, rate="10", sample_rate=None, video=video)
    wishes = RoomWishes(
        save_text=lambda _name, _text: None,
        open_in_browser=lambda _url: None,
        show_segment=lambda _number: None,
        browsers=(),
    )
    return rooms(path, wishes)


def test_a_thousand_senseless_messages_are_answered_in_words(room: OpenRoom) -> None:
    chance = random.Random(SEED)
    commands = sorted(room.room._commands)
    assert len(commands) > 5
    told = [message(chance, commands, number) for number in range(MESSAGES)]
    replies = asyncio.run(answers(room.url("socket"), told))
    assert sorted(replies) == list(range(MESSAGES))
    for number, reply in replies.items():
        assert isinstance(reply["ok"], bool), told[number]
        if not reply["ok"]:
            assert {*reply["error"]} == {"what", "hint", "detail"}, told[number]
            assert reply["error"]["what"], told[number]
            assert len(json.dumps(reply)) < MAX_MESSAGE_BYTES
    refused = sum(not reply["ok"] for reply in replies.values())
    assert refused > 100
    assert room.ask("facts.json").status == 200


async def answers(url: str, messages: list[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """Say everything on one connection, and return what was answered to each."""
    replies: dict[int, dict[str, Any]] = {}
    async with aiohttp.ClientSession() as session, session.ws_connect(url) as socket:
        for told in messages:
            await socket.send_str(json.dumps(told))
            while told["id"] not in replies:
                heard = await asyncio.wait_for(socket.receive(), LIMIT_S)
                assert heard.type is not aiohttp.WSMsgType.CLOSED, told
                if heard.type is aiohttp.WSMsgType.TEXT:
                    answer = json.loads(heard.data)
                    if "reply" in answer:
                        replies[answer["reply"]] = answer
    return replies


@pytest.mark.parametrize(
    "said",
    ["", "x", "[]", "1", "null", '"do"', "{", "[" * 30_000, '{"do": 1' + " " * MAX_MESSAGE_BYTES],
)
def test_what_no_page_says_ends_the_connection_and_nothing_else(room: OpenRoom, said: str) -> None:
    async def say() -> aiohttp.WSMsgType:
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(room.url("socket")) as socket,
        ):
            await socket.send_str(said)
            while True:
                heard = await asyncio.wait_for(socket.receive(), LIMIT_S)
                if heard.type is not aiohttp.WSMsgType.TEXT:
                    return heard.type

    ended = {aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED, aiohttp.WSMsgType.CLOSING}
    assert asyncio.run(say()) in ended
    assert room.ask("facts.json").status == 200
