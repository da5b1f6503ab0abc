"""Clients that are slow, vanish or say odd things, and the others meanwhile."""

import asyncio
import itertools
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest

from studio.streams import hub, socket_part
from studio.streams.hub import MAX_WAITING_UNITS
from studio.streams.status import StreamState
from tests.streams.live_fakes import Live, hand_live, messages, talk, until

UNIT_BYTES = 1 << 20


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    with hand_live(tmp_path) as found:
        yield found


def big(number: int) -> bytes:
    return bytes((number,)) * UNIT_BYTES


def test_a_slow_client_misses_whole_units_and_delays_nobody(live: Live) -> None:
    count = 24

    async def work(session: aiohttp.ClientSession) -> None:
        slow = await session.ws_connect(live.url("socket", "viewer=slow"), max_msg_size=0)
        async with session.ws_connect(live.url("socket", "viewer=quick"), max_msg_size=0) as quick:
            await until(lambda: len(live.stream.status().viewers) == 2)
            live.feed.init()
            for number in range(count):
                live.feed.unit(number, big(number))
                got = await messages(quick, 1 if number else 2)
                assert got[-1] == big(number)  # at once, whatever the other does
            await until(lambda: dropped("slow") > 0)
            assert dropped("quick") == 0
            states = {one.viewer_id: one.state for one in live.stream.status().viewers}
            assert states["slow"] is StreamState.NOT_ENOUGH_BANDWIDTH
            assert states["quick"] is StreamState.PLAYING
            live.feed.end()
            got = [data async for data in whole(slow)]
            assert got[0] == b"init"
            numbers = [data[0] for data in got[1:]]
            assert all(data == big(data[0]) for data in got[1:])
            assert numbers == sorted(set(numbers))
            assert len(numbers) < count
            assert numbers[-MAX_WAITING_UNITS:] == [*range(count - MAX_WAITING_UNITS, count)]

    def dropped(viewer_id: str) -> int:
        return next(
            one.dropped for one in live.stream.status().viewers if one.viewer_id == viewer_id
        )

    async def whole(socket: aiohttp.ClientWebSocketResponse):  # type: ignore[no-untyped-def]
        while (message := await socket.receive(20)).type is aiohttp.WSMsgType.BINARY:
            yield message.data
        assert message.data == 1000

    talk(work)


def test_a_client_that_reads_nothing_is_let_go(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket_part, "NO_PROGRESS_S", 0.6)
    monkeypatch.setattr(socket_part, "STEP_S", 0.1)

    async def work(session: aiohttp.ClientSession) -> None:
        stuck = await session.ws_connect(live.url("socket"), max_msg_size=0)
        await until(lambda: len(live.stream.status().viewers) == 1)
        live.feed.init()
        numbers = itertools.count()

        def failed() -> bool:
            live.feed.unit(next(numbers), big(0))
            return live.stream.status().viewers[0].state is StreamState.FAILED

        await until(failed)
        assert "not taken anything" in live.stream.status().viewers[0].reason
        await stuck.close()

    talk(work)


def test_clients_that_vanish_or_say_odd_things_leave_nothing_behind(live: Live) -> None:
    async def work(session: aiohttp.ClientSession) -> None:
        live.feed.init()
        live.feed.unit(0)
        for _ in range(5):
            client = await session.ws_connect(live.url("socket"))
            await messages(client, 1)
            assert client._response.connection is not None
            transport = client._response.connection.transport
            assert transport is not None
            transport.abort()
        for text in ("no JSON", "[1]", "[" * 2000):
            odd = await session.ws_connect(live.url("socket"))
            await odd.send_str(text)
            while (message := await odd.receive(20)).type is aiohttp.WSMsgType.BINARY:
                pass
            assert message.data == 1008
        live.feed.unit(1)
        await until(lambda: live.stream._hub.clients == 0)
        async with session.get(live.url("socket")) as plain:
            assert plain.status == 426
        async with session.post(live.url("socket")) as posted:
            assert posted.status == 405

    talk(work)


def test_the_first_unit_is_sent_when_it_is_a_little_old(
    live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub, "FIRST_AGE_S", 2.0)

    async def came_at(session: aiohttp.ClientSession) -> float:
        async with session.ws_connect(live.url("socket")) as client:
            assert (await messages(client, 2))[1] == b"unit 0"
            return asyncio.get_running_loop().time()

    async def work(session: aiohttp.ClientSession) -> None:
        live.feed.init()
        began = asyncio.get_running_loop().time()
        live.feed.unit(0)
        first = await came_at(session)
        assert first - began >= 2.0
        assert await came_at(session) - first < 2.0  # it is old enough by now

    talk(work)
