"""A room's bytes under conditions, asked for as a page does; measured on the wire."""

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from studio import paths
from studio.preview.opening import open_room
from studio.server.app import MediaServer
from tests.preview.room_talk import RefusedError, RoomTalk
from tests.server.conftest import INIT_SIZE, SEGMENT_SIZE, make_map


class Laid:
    """A server with two rooms of the same file."""

    def __init__(self, server: MediaServer, path: Path) -> None:
        self.server, self.data = server, path.read_bytes()
        self.map = make_map(path)
        self.rooms = [open_room(self.map) for _ in range(2)]
        self.bases = [f"{server.base_url}/rooms/{server.add_room(room)}" for room in self.rooms]


@pytest.fixture
def laid(tmp_path: Path) -> Iterator[Laid]:
    path = tmp_path / "clip.webm"
    path.write_bytes(bytes(range(256)) * ((INIT_SIZE + 2 * SEGMENT_SIZE) // 256 + 1))
    with path.open("r+b") as file:
        file.truncate(INIT_SIZE + 2 * SEGMENT_SIZE)
    with MediaServer(paths.resources_dir() / "player") as server:
        made = Laid(server, path)
        yield made
        for room in made.rooms:
            room.close()


async def fetch(talk: RoomTalk, path: str, **headers: str) -> tuple[int, bytes, Any, float]:
    """Return status, body, headers and seconds."""
    began = time.monotonic()
    async with talk.http.get(f"{talk.base}/media/{path}", headers=headers) as answer:
        body = await answer.read()
        return answer.status, body, answer.headers, time.monotonic() - began


async def partly(talk: RoomTalk, path: str) -> int:
    """Return how many bytes came before the connection ended early."""
    count = 0
    try:
        async with talk.http.get(f"{talk.base}/media/{path}") as answer:
            async for block in answer.content.iter_any():
                count += len(block)
    except aiohttp.ClientError:
        return count
    pytest.fail("the connection was not cut")


async def delivered(talk: RoomTalk, path: str, state: str) -> dict[str, Any]:
    """Return what the page was told of a request."""

    def found(event: dict[str, Any]) -> dict[str, Any] | None:
        for request in event.get("requests", ()):
            if request["path"] == path and request["state"] == state:
                return dict(request)
        return None

    request = found(await talk.heard(lambda event: found(event) is not None))
    assert request is not None
    return request


def test_connections_share_the_rate_and_a_change_reaches_what_is_on_its_way(laid: Laid) -> None:
    async def run() -> None:
        async with RoomTalk(laid.bases[0]) as talk, RoomTalk(laid.bases[1]) as other:
            await talk.ask("delivery", conditions={"kbit_s": 2400})
            both = asyncio.gather(fetch(talk, "segments/0"), fetch(talk, "segments/1"))
            free = await fetch(other, "segments/0")
            assert free[1] == laid.data[INIT_SIZE : INIT_SIZE + SEGMENT_SIZE]
            assert free[3] < 1.5, "the other room is not slowed down"
            for n, (status, body, _, took_s) in enumerate(await both):
                start = INIT_SIZE + n * SEGMENT_SIZE
                assert (status, body) == (200, laid.data[start : start + SEGMENT_SIZE])
                assert 1.75 < took_s < 10, "2 x 300,000 bytes at 300,000 bytes/s"
            told = await delivered(talk, "segments/1", "whole")
            assert told["done"] == ["rate"]
            assert told["bytes"] == told["size"] == SEGMENT_SIZE
            slow = asyncio.create_task(talk.ask("delivery", conditions={"kbit_s": 8}))
            await slow
            began = time.monotonic()
            waiting = asyncio.create_task(fetch(talk, "segments/0"))
            await talk.heard(
                lambda e: any(r["n"] == 3 and r["bytes"] > 0 for r in e.get("requests", ()))
            )
            await talk.ask("delivery-reset")
            assert (await waiting)[0] == 200
            assert time.monotonic() - began < 60, "300 s at the old rate"
            assert talk.events[0]["event"] == "delivery"

    asyncio.run(run())


def test_faults_of_one_segment_leave_the_others_alone(laid: Laid) -> None:
    async def run() -> None:
        async with RoomTalk(laid.bases[0]) as talk:
            await talk.ask("delivery", conditions={"refusal": {"segment": 1, "status": 404}})
            assert (await fetch(talk, "segments/1"))[0] == 404
            assert (await fetch(talk, "segments/0"))[0] == 200
            begin = INIT_SIZE + SEGMENT_SIZE
            assert (await fetch(talk, "file", Range=f"bytes={begin}-{begin + 9}"))[0] == 404
            assert (await fetch(talk, "file", Range="bytes=1000-1009"))[0] == 206
            assert (await delivered(talk, "segments/1", "refused"))["done"] == ["refusal"]
            await talk.ask(
                "delivery", conditions={"refusal": {"segment": 1, "status": 503, "times": 1}}
            )
            assert (await fetch(talk, "segments/1"))[0] == 503
            assert (await fetch(talk, "segments/1"))[0] == 200, "the second try is served"
            with pytest.raises(RefusedError):
                await talk.ask("delivery", conditions={"refusal": {"status": 42}})
            now = await talk.ask("delivery")
            assert now["refusal"]["status"] == 503, "an odd one changes nothing"

    asyncio.run(run())


def test_a_cut_connection_ends_at_its_very_byte(laid: Laid) -> None:
    async def run() -> None:
        async with RoomTalk(laid.bases[0]) as talk:
            for cut, count in (
                ({"segment": 0, "percent": 25}, SEGMENT_SIZE // 4),
                ({"segment": 0, "bytes": 12_345}, 12_345),
                ({"segment": 0, "bytes": 0}, 0),
            ):
                await talk.ask("delivery", conditions={"cut": cut})
                assert await partly(talk, "segments/0") == count
            assert (await fetch(talk, "segments/1"))[0] == 200
            told = await delivered(talk, "segments/0", "cut")
            assert (told["bytes"], told["done"]) == (SEGMENT_SIZE // 4, ["cut"])

    asyncio.run(run())


def test_late_and_latent_answers_wait_and_go_on_at_once_after_a_reset(laid: Laid) -> None:
    async def run() -> None:
        async with RoomTalk(laid.bases[0]) as talk:
            await talk.ask("delivery", conditions={"latency_ms": 300})
            status, _, _, took_s = await fetch(talk, "init")
            assert status == 200
            assert took_s >= 0.28
            await talk.ask("delivery", conditions={"late": {"segment": 1, "ms": 60_000}})
            waiting = asyncio.create_task(fetch(talk, "segments/1"))
            await talk.heard(lambda e: any(r["done"] == ["late"] for r in e.get("requests", ())))
            await talk.ask("delivery-reset")
            assert (await waiting)[0] == 200
            told = await delivered(talk, "init", "whole")
            assert told["done"] == ["latency"]
            assert told["wait_ms"] >= 280

    asyncio.run(run())


def test_types_and_ranges_can_be_wrong(laid: Laid) -> None:
    async def run() -> None:
        async with RoomTalk(laid.bases[0]) as talk:
            await talk.ask(
                "delivery",
                conditions={"content_type": "text/html", "mime": "video/mp4", "ranges": "ignored"},
            )
            _, body, headers, _ = await fetch(talk, "segments/0")
            assert headers["Content-Type"] == "text/html"
            assert len(body) == SEGMENT_SIZE
            assert b'"mime": "video/mp4"' in (await fetch(talk, "index.json"))[1]
            status, body, headers, _ = await fetch(talk, "file", Range="bytes=0-9")
            assert (status, len(body), headers["Accept-Ranges"]) == (200, len(laid.data), "none")
            await talk.ask("delivery", conditions={"ranges": "refused"})
            assert (await fetch(talk, "file", Range="bytes=0-9"))[0] == 416
            assert (await fetch(talk, "file"))[0] == 200

    asyncio.run(run())


def test_a_page_that_leaves_and_a_room_that_closes_end_what_waits(laid: Laid) -> None:
    async def run() -> None:
        async with RoomTalk(laid.bases[0]) as talk:
            await talk.ask("delivery", conditions={"late": {"ms": 60_000}})
            leaving = asyncio.create_task(fetch(talk, "segments/0"))
            staying = asyncio.create_task(fetch(talk, "segments/1"))
            await talk.heard(
                lambda e: any(r["path"] == "segments/1" for r in e.get("requests", ()))
            )
            leaving.cancel()
            assert (await delivered(talk, "segments/0", "left"))["bytes"] == 0
            began = time.monotonic()
            laid.rooms[0].close()
            assert (await staying)[0] == 404
            assert time.monotonic() - began < 30

    asyncio.run(run())
