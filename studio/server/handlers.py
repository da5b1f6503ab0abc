"""Routes: the player's own files, media by byte range, plans and reports."""

import asyncio
import json
import logging
from collections.abc import Mapping
from concurrent.futures import Executor
from pathlib import Path
from urllib.parse import parse_qs

from aiohttp.web import BaseRequest, Response, StreamResponse

from studio.server.answers import json_answer, plain
from studio.server.bodies import read_body
from studio.server.guard import page_headers
from studio.server.media import FileRegistry
from studio.server.media_answers import MediaAnswers
from studio.server.rooms import RoomRegistry, Sockets
from studio.server.runs import RunRegistry
from studio.server.services import ServiceRegistry

log = logging.getLogger(__name__)

MAX_REPORT_BYTES = 64 * 1024
MAX_PICTURE_BYTES = 256 * 1024
MAX_PICTURE_SIDE = 480
JPEG_START = b"\xff\xd8\xff"
PAGE_TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}


def page_files(player_dir: Path) -> dict[str, tuple[Path, str]]:
    """Return the fixed list of the player's own files: ``room/room.js`` -> (path, type)."""
    return {
        path.relative_to(player_dir).as_posix(): (path, PAGE_TYPES[path.suffix])
        for path in sorted(player_dir.rglob("*"))
        if path.suffix in PAGE_TYPES and path.is_file() and not path.is_symlink()
    }


class Routes:
    """Answers requests that the guard has let pass."""

    def __init__(
        self,
        player_dir: Path,
        files: FileRegistry,
        runs: RunRegistry,
        executor: Executor,
        *,
        rooms: RoomRegistry | None = None,
        services: ServiceRegistry | None = None,
    ) -> None:
        self._pages = page_files(player_dir)
        self._files = files
        self._runs = runs
        self._executor = executor
        self._media = MediaAnswers(executor)
        self._rooms = rooms or RoomRegistry()
        self._services = services or ServiceRegistry()
        self._sockets = Sockets()

    async def answer(self, request: BaseRequest) -> StreamResponse:
        """Answer one request; the path is ``/t/<token>/...``."""
        parts = request.raw_path.split("?", 1)[0].split("/")[3:]
        service = self._services.get(parts[0])
        if service is not None:
            return await service.answer(request, parts, self._executor)
        if request.method == "POST":
            match parts:
                case ["runs", run_id, "report"]:
                    return await self._report(request, run_id)
                case ["runs", run_id, "picture"]:
                    return await self._picture(request, run_id)
            return plain(405, headers={"Allow": "GET, HEAD"})
        if request.method not in {"GET", "HEAD"}:
            return plain(405, headers={"Allow": "GET, HEAD"})
        match parts:
            case ["player", *names] if "/".join(names) in self._pages:
                return await self._page("/".join(names))
            case ["rooms", room_id, *rest]:
                return await self._room(request, room_id, rest)
            case ["runs", run_id, "plan.json"]:
                plan = self._runs.plan_of(run_id)
                return plain(404) if plan is None else json_answer(plan)
            case ["runs", run_id, "next"] if request.method == "GET":
                return await self._next(run_id)
            case ["media", file_id, *rest]:
                entry = self._files.get(file_id)
                return (
                    plain(404) if entry is None else await self._media.answer(request, entry, rest)
                )
        return plain(404)

    async def _page(self, name: str) -> Response:
        path, content_type = self._pages[name]
        loop = asyncio.get_running_loop()
        body = await loop.run_in_executor(self._executor, path.read_bytes)
        return Response(body=body, headers={**page_headers(name), "Content-Type": content_type})

    async def _room(self, request: BaseRequest, room_id: str, rest: list[str]) -> StreamResponse:
        room = self._rooms.get(room_id)
        if room is None:
            return plain(404)
        if rest != ["socket"]:
            return await room.answer(request, rest)
        if request.headers.get("Upgrade", "").lower() != "websocket":
            return plain(426, headers={"Upgrade": "websocket"})
        role = "engine" if request.raw_path.endswith("?role=engine") else "ui"
        return await self._sockets.serve(request, room, role) or plain(503)

    async def _report(self, request: BaseRequest, run_id: str) -> Response:
        if self._runs.plan_of(run_id) is None:
            return plain(404)
        if request.content_type != "application/json":
            return plain(415)
        body = await read_body(request, MAX_REPORT_BYTES)
        if isinstance(body, Response):
            return body
        try:
            report = json.loads(body)
        except (ValueError, RecursionError):
            return plain(400)
        if not isinstance(report, dict):
            return plain(400)
        return plain(204) if self._runs.deliver(run_id, report) else plain(404)

    async def _picture(self, request: BaseRequest, run_id: str) -> Response:
        """Take what a page saw: one small JPEG for each run."""
        if self._runs.plan_of(run_id) is None:
            return plain(404)
        if request.content_type != "image/jpeg":
            return plain(415)
        told = _picture_query(request.raw_path.partition("?")[2])
        if told is None:
            return plain(400)
        body = await read_body(request, MAX_PICTURE_BYTES)
        if isinstance(body, Response):
            return body
        if not body.startswith(JPEG_START):
            return plain(400)
        if not self._runs.take_picture(run_id):
            return plain(409)
        event = {"event": "picture", "jpeg": body, **told}
        return plain(204) if self._runs.deliver(run_id, {"events": [event]}) else plain(404)

    async def _next(self, run_id: str) -> Response:
        """Answer when a run follows, or when it is time to ask again."""
        found = await self._runs.next_of(run_id)
        if found is None:
            return plain(404)
        return json_answer(json.dumps({"run": found}).encode()) if found else plain(204)


def _picture_query(query: str) -> dict[str, object] | None:
    """Return time (in s), width and height of a picture; None when one is missing or odd."""
    named = parse_qs(query)
    values = [named.get(name, [""]) for name in ("time_ms", "width", "height")]
    if not all(len(v) == 1 and len(v[0]) < 10 and _is_number(v[0]) for v in values):
        return None
    time_ms, width, height = (int(value[0]) for value in values)
    if not (0 < width <= MAX_PICTURE_SIDE and 0 < height <= MAX_PICTURE_SIDE):
        return None
    return {"time_s": time_ms / 1000, "width": width, "height": height}


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()
