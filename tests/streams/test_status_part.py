"""The status address: JSON for who asks once, a WebSocket for who wants to be told."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from studio.errors import StudioError
from studio.streams import status_part
from tests.streams.live_fakes import LIMIT_S, Live, hand_live, messages, talk


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    with hand_live(tmp_path) as found:
        yield found


async def told_until(socket: aiohttp.ClientWebSocketResponse, **wanted: Any) -> dict[str, Any]:
    """The first status that says so."""
    while True:
        found: dict[str, Any] = await socket.receive_json(timeout=LIMIT_S)
        if all(found[name] == value for name, value in wanted.items()):
            return found


def test_the_status_is_told_as_json_and_pushed_at_every_change(
    live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(status_part, "TELL_S", 0.2)

    async def work(session: aiohttp.ClientSession) -> None:
        async with session.get(live.url("status")) as answer:
            assert answer.content_type == "application/json"
            first = await answer.json()
        assert first["address"] == "live://hand"
        assert (first["state"], first["viewers"]) == ("PENDING", [])
        async with (
            session.ws_connect(live.url("status", "viewer=me")) as status,
            session.ws_connect(live.url("socket", "viewer=me")) as client,
        ):
            live.feed.init()
            live.feed.unit(0)
            await messages(client, 2)
            playing = await told_until(status, state="PLAYING")
            assert playing["mime"] == 'video/webm; codecs="vp8"'
            assert playing["position_s"] == 1.0
            await status.send_json({"position_s": 0.25, "buffer_s": 0.75})
            while (found := await told_until(status))["viewers"][0]["position_s"] is None:
                pass
            (viewer,) = found["viewers"]
            assert viewer["viewer"] == "me"  # both sockets are one viewer's
            assert (viewer["way"], viewer["client"]) == ("socket", "other")
            assert (viewer["buffer_s"], viewer["latency_s"]) == (0.75, 0.75)
            await client.send_json({"position_s": 0.5})
            while (await told_until(status))["viewers"][0]["position_s"] != 0.5:
                pass
            live.feed.end(StudioError("File not found"))
            failed = await told_until(status, state="FAILED")
            assert failed["reason"] == "File not found"
            await status.send_str("odd")
            while (message := await status.receive(LIMIT_S)).type is aiohttp.WSMsgType.TEXT:
                pass
            assert message.data == 1008
        async with session.post(live.url("status")) as posted:
            assert posted.status == 405

    talk(work)
