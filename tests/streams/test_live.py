"""A live stream over WebSocket: who gets what, in which order, and how it ends."""

from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest

from studio.errors import StudioError
from studio.streams.status import StreamState
from tests.streams.live_fakes import Heard, Live, hand_live, messages, talk, until


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    with hand_live(tmp_path) as found:
        yield found


def test_a_client_gets_the_init_segment_then_each_unit(live: Live) -> None:
    async def work(session: aiohttp.ClientSession) -> None:
        async with session.ws_connect(live.url("socket")) as first:
            await until(lambda: len(live.stream.status().viewers) == 1)
            live.feed.init()
            assert await messages(first, 1) == [b"init"]  # before there is a unit
            live.feed.unit(0)
            live.feed.unit(1)
            assert await messages(first, 2) == [b"unit 0", b"unit 1"]
            async with session.ws_connect(live.url("socket")) as late:
                assert await messages(late, 2) == [b"init", b"unit 1"]
                live.feed.unit(2)
                assert await messages(late, 1) == await messages(first, 1) == [b"unit 2"]

    talk(work)


def test_a_feed_that_begins_anew_tells_its_init_segment_before_its_first_unit(live: Live) -> None:
    async def work(session: aiohttp.ClientSession) -> None:
        live.feed.init()
        live.feed.unit(0)
        async with session.ws_connect(live.url("socket")) as client:
            assert await messages(client, 2) == [b"init", b"unit 0"]
            live.feed.unit(1)
            live.feed.init(b"other init", version=1)
            live.feed.unit(2)
            assert await messages(client, 3) == [b"unit 1", b"other init", b"unit 2"]

    talk(work)


def test_the_end_and_a_failure_close_with_codes_of_their_own(live: Live) -> None:
    async def closed(session: aiohttp.ClientSession) -> tuple[int | None, str | None]:
        async with session.ws_connect(live.url("socket")) as client:
            last = await client.receive(20)
            return last.data, last.extra

    async def work(session: aiohttp.ClientSession) -> None:
        async with session.ws_connect(live.url("socket")) as client:
            await until(lambda: live.stream._hub.clients == 1)
            live.feed.init()
            live.feed.unit(0)
            live.feed.end()
            assert await messages(client, 2) == [b"init", b"unit 0"]  # what waits is still sent
            assert (await client.receive(20)).data == 1000
        assert live.stream.status().state is StreamState.STOPPED
        assert await closed(session) == (1000, "")
        live.stream.start()
        assert live.stream.status().state is StreamState.PENDING
        live.feed.end(StudioError("The camera is gone."))
        assert await closed(session) == (1011, "The camera is gone.")
        status = live.stream.status()
        assert (status.state, status.reason) == (StreamState.FAILED, "The camera is gone.")

    talk(work)


def test_a_restart_counts_units_and_versions_on(live: Live) -> None:
    heard = Heard()
    live.feed.init()
    live.stream.add_tap(heard)
    live.feed.unit(0)
    live.feed.unit(1)
    live.stream.stop()
    live.stream.stop()
    assert heard.ended.is_set()
    live.stream.remove_tap(heard)
    again = Heard()
    live.stream.add_tap(again)
    assert not again.inits
    live.stream.start()
    live.feed.init()
    live.feed.unit(0)
    assert [one.version for one in heard.inits + again.inits] == [0, 1]
    assert [one.number for one in heard.units + again.units] == [0, 1, 2]
    assert [one.discontinuity for one in heard.units + again.units] == [False, False, True]
    assert again.units[0].init_version == 1
