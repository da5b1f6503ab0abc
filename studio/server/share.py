"""A second server: one file for other devices, on one address, while the user wants it.

It is reachable from the network, so it knows nothing but this file: it has a secret, a
registry and runs of its own, and of the pages only the one made for devices.
"""

import json
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from pathlib import Path

from aiohttp.web import BaseRequest, Response, StreamResponse

from studio.server.answers import plain
from studio.server.app import LOOPBACK, MediaServer
from studio.server.bodies import read_body
from studio.server.guard import SECURITY_HEADERS
from studio.server.handlers import Routes
from studio.server.media import FileRegistry
from studio.server.runs import RunRegistry

PAGE = "device.html"
MAX_HELLO_BYTES = 1024

Admit = Callable[[str, int], str | None]
"""User agent and number of touch points in, run id out; None when no more are let in."""
Answer = Callable[[str], Mapping[str, object] | None]
"""Run id in, verdict for the page out; None when there is none (yet)."""


class ShareServer(MediaServer):
    """Lets devices open one page; each that does gets a run of its own.

    Args:
        player_dir: the folder with the pages.
        address: the IP address to listen on, and on no other.
        admit: makes a run for a device; called from the server's thread.
        verdict: what a run came to; called from the server's thread.
    """

    def __init__(
        self, player_dir: Path, *, address: str = LOOPBACK, admit: Admit, verdict: Answer
    ) -> None:
        super().__init__(player_dir, address=address)
        self._admit, self._verdict = admit, verdict

    @property
    def link(self) -> str:
        """What a device opens; secret, to be shown to the user only."""
        return f"{self.base_url}/player/{PAGE}"

    def _make_routes(self, executor: Executor) -> Routes:
        return _DeviceRoutes(
            self._player_dir,
            self._files,
            self._runs,
            executor,
            admit=self._admit,
            verdict=self._verdict,
        )


class _DeviceRoutes(Routes):
    """The routes of every server, with one page, an entrance and a verdict."""

    def __init__(
        self,
        player_dir: Path,
        files: FileRegistry,
        runs: RunRegistry,
        executor: Executor,
        *,
        admit: Admit,
        verdict: Answer,
    ) -> None:
        super().__init__(player_dir, files, runs, executor)
        self._pages = {
            name: page
            for name, page in self._pages.items()
            if name == PAGE or not name.endswith(".html")
        }
        self._admit, self._verdict = admit, verdict

    async def answer(self, request: BaseRequest) -> StreamResponse:
        """Answer one request; the path is ``/t/<token>/...``."""
        match [request.method, request.raw_path.split("?", 1)[0].split("/")[3:]]:
            case ["POST", ["devices"]]:
                return await self._hello(request)
            case ["GET", ["runs", run_id, "verdict"]]:
                found = self._verdict(run_id)
                return plain(404) if found is None else _json(found)
            case [_, ["runs", _, "next"]]:
                return plain(404)  # there is one file
        return await super().answer(request)

    async def _hello(self, request: BaseRequest) -> Response:
        """Let a device in: it says how many fingers its screen tells apart."""
        if request.content_type != "application/json":
            return plain(415)
        if request.content_length is None or request.content_length > MAX_HELLO_BYTES:
            return plain(413)
        body = await read_body(request, MAX_HELLO_BYTES)
        if isinstance(body, Response):
            return body
        try:
            told = json.loads(body)
        except (ValueError, RecursionError):
            return plain(400)
        touch = told.get("touch_points") if isinstance(told, dict) else None
        points = touch if isinstance(touch, int) else 0
        run_id = self._admit(request.headers.get("User-Agent", ""), points)
        return plain(429) if run_id is None else _json({"run": run_id})


def _json(value: Mapping[str, object]) -> Response:
    headers = {**SECURITY_HEADERS, "Content-Type": "application/json"}
    return Response(body=json.dumps(value).encode(), headers=headers)
