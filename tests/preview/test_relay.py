"""Operations reach the engine's page, and what it says reaches the pages that show it."""

import asyncio
import json
from typing import Any

from studio.preview.relay import RelayPart
from studio.server.rooms import Message, RoomClient


class Client(RoomClient):
    """A page that writes down what it is sent."""

    def __init__(self, role: str) -> None:
        self.role = role
        self.sent: list[Any] = []
        self.closed = False

    async def send(self, message: Message) -> None:
        self.sent.append(dict(message))

    async def close(self) -> None:
        self.closed = True

    def events(self, name: str) -> list[Any]:
        return [message for message in self.sent if message["event"] == name]


class Hall:
    """A relay with its pages."""

    def __init__(self) -> None:
        self.relay = RelayPart()
        self.relay.join(self)
        self.present: list[Client] = []

    async def enter(self, role: str) -> Client:
        client = Client(role)
        self.present.append(client)
        await self.relay.on_open(client)
        return client

    async def leave(self, client: Client) -> None:
        self.present.remove(client)
        await self.relay.on_close(client)

    async def say(self, client: Client, command: str, **args: object) -> None:
        await self.relay.commands[command](client, args)

    async def tell(self, message: Message, *, role: str = "ui") -> None:
        for client in self.clients(role):
            await client.send(message)

    async def tell_bytes(self, data: bytes, *, role: str = "ui") -> None:
        raise AssertionError("the relay sends no bytes")

    def clients(self, role: str = "ui") -> tuple[RoomClient, ...]:
        return tuple(client for client in self.present if client.role == role)


def test_an_operation_is_answered_to_the_page_that_asked() -> None:
    async def run() -> None:
        hall = Hall()
        first, second, engine = [await hall.enter(role) for role in ("ui", "ui", "engine")]
        await hall.say(first, "perform", call="a-1", operation="seek", args={"time_s": 2})
        await hall.say(second, "perform", call="a-1", operation="play", args={})
        asked = engine.events("perform")
        assert [(each["operation"], each["args"]) for each in asked] == [
            ("seek", {"time_s": 2}),
            ("play", {}),
        ]
        error = {"name": "NotAllowedError", "message": "no", "why": ""}
        await hall.say(engine, "performed", n=asked[1]["n"], ok=False, error=error)
        await hall.say(engine, "performed", n=asked[0]["n"], ok=True, result=[1, None])
        answered = {"event": "performed", "call": "a-1", "ok": True, "result": [1, None]}
        assert first.events("performed") == [answered]
        assert second.events("performed")[0]["error"] == error
        await hall.say(engine, "performed", n=asked[0]["n"], ok=True, result=2)
        assert len(first.events("performed")) == 1, "an answer counts once"

    asyncio.run(run())


def test_without_an_engine_operations_are_refused() -> None:
    async def run() -> None:
        hall = Hall()
        page = await hall.enter("ui")
        await hall.say(page, "perform", call="1", operation="play", args={})
        engine = await hall.enter("engine")
        await hall.say(page, "perform", call="2", operation="play", args={})
        await hall.leave(engine)
        refused = page.events("performed")
        assert [each["call"] for each in refused] == ["1", "2"]
        assert {each["error"]["name"] for each in refused} == {"AbortError"}
        assert [each["here"] for each in page.events("engine")] == [True, False]

    asyncio.run(run())


def test_a_page_that_comes_later_learns_the_state() -> None:
    async def run() -> None:
        hall = Hall()
        engine = await hall.enter("engine")
        await hall.say(engine, "told", kind="state", detail={"time_s": 1})
        await hall.say(engine, "told", kind="state", detail={"time_s": 2})
        page = await hall.enter("ui")
        assert [each["detail"] for each in page.events("told")] == [{"time_s": 2}]
        await hall.say(engine, "told", kind="log", detail=[1])
        assert page.events("told")[-1] == {"event": "told", "kind": "log", "detail": [1]}
        await hall.say(engine, "told", kind="nonsense", detail=[1])
        await hall.say(page, "told", kind="log", detail=[2])
        assert len(page.events("told")) == 2, "only an engine tells, and only what is known"

    asyncio.run(run())


def test_a_newer_engine_takes_the_place_of_the_old_one() -> None:
    async def run() -> None:
        hall = Hall()
        page, old = await hall.enter("ui"), await hall.enter("engine")
        await hall.say(page, "perform", call="1", operation="play", args={})
        new = await hall.enter("engine")
        assert page.events("performed")[0]["error"]["name"] == "AbortError"
        await hall.leave(old)
        await hall.say(page, "perform", call="2", operation="play", args={})
        assert len(new.events("perform")) == 1
        assert page.events("engine")[-1]["here"] is True

    asyncio.run(run())


def test_what_is_long_comes_in_pieces() -> None:
    async def run() -> None:
        hall = Hall()
        page, engine = await hall.enter("ui"), await hall.enter("engine")
        text = json.dumps({"do": "told", "kind": "snapshot", "detail": "é" * 100_000})
        for start in range(0, len(text), 9_000):
            piece = text[start : start + 9_000]
            await hall.say(engine, "piece", text=piece, last=start + 9_000 >= len(text))
        assert page.events("told")[0]["detail"] == "é" * 100_000
        await hall.say(engine, "piece", text='{"do": "perform"}', last=True)
        assert not engine.closed
        await hall.say(engine, "piece", text="no JSON", last=True)
        assert engine.closed

    asyncio.run(run())


def test_an_endless_message_ends_the_connection() -> None:
    async def run() -> None:
        hall = Hall()
        engine = await hall.enter("engine")
        for _ in range(9):
            await hall.say(engine, "piece", text="x" * 1_000_000, last=False)
        assert engine.closed

    asyncio.run(run())
