"""Routes: the player's own files, media by byte range, plans and reports."""

import asyncio
import json
import logging
from collections.abc import Mapping
from concurrent.futures import Executor
from pathlib import Path
from urllib.parse import parse_qs

from aiohttp.web import BaseRequest, Response, StreamResponse

from studio.server.guard import SECURITY_HEADERS
from studio.server.media import FileChangedError, FileRegistry, Readable, RegisteredFile, index_json
from studio.server.ranges import ByteRange, RangeError, parse_range
from studio.server.runs import RunRegistry

log = logging.getLogger(__name__)

BLOCK_BYTES = 256 * 1024
MAX_REPORT_BYTES = 64 * 1024
MAX_PICTURE_BYTES = 256 * 1024
MAX_PICTURE_SIDE = 480
JPEG_START = b"\xff\xd8\xff"
WRITE_TIMEOUT_S = 60.0
PAGE_TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}


def plain(status: int, text: str = "", headers: Mapping[str, str] | None = None) -> Response:
    """Return a short answer with every security header."""
    return Response(
        status=status,
        text=text,
        content_type="text/plain",
        headers={**SECURITY_HEADERS, **(headers or {})},
    )


def page_files(player_dir: Path) -> dict[str, tuple[Path, str]]:
    """Return the fixed list of the player's own files: name -> (path, type)."""
    return {
        path.name: (path, PAGE_TYPES[path.suffix])
        for path in sorted(player_dir.iterdir())
        if path.suffix in PAGE_TYPES and path.is_file() and not path.is_symlink()
    }


class Routes:
    """Answers requests that the guard has let pass."""

    def __init__(
        self, player_dir: Path, files: FileRegistry, runs: RunRegistry, executor: Executor
    ) -> None:
        self._pages = page_files(player_dir)
        self._files = files
        self._runs = runs
        self._executor = executor

    async def answer(self, request: BaseRequest) -> StreamResponse:
        """Answer one request; the path is ``/t/<token>/...``."""
        parts = request.raw_path.split("?", 1)[0].split("/")[3:]
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
            case ["player", name] if name in self._pages:
                return await self._page(name)
            case ["runs", run_id, "plan.json"]:
                plan = self._runs.plan_of(run_id)
                return plain(404) if plan is None else _json(plan)
            case ["runs", run_id, "next"] if request.method == "GET":
                return await self._next(run_id)
            case ["media", file_id, *rest]:
                entry = self._files.get(file_id)
                return plain(404) if entry is None else await self._media(request, entry, rest)
        return plain(404)

    async def _page(self, name: str) -> Response:
        path, content_type = self._pages[name]
        loop = asyncio.get_running_loop()
        body = await loop.run_in_executor(self._executor, path.read_bytes)
        return Response(body=body, headers={**SECURITY_HEADERS, "Content-Type": content_type})

    async def _report(self, request: BaseRequest, run_id: str) -> Response:
        if self._runs.plan_of(run_id) is None:
            return plain(404)
        if request.content_type != "application/json":
            return plain(415)
        body = await _body(request, MAX_REPORT_BYTES)
        if body is None:
            return plain(413)
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
        body = await _body(request, MAX_PICTURE_BYTES)
        if body is None:
            return plain(413)
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
        return _json(json.dumps({"run": found}).encode()) if found else plain(204)

    async def _media(
        self, request: BaseRequest, entry: RegisteredFile, rest: list[str]
    ) -> StreamResponse:
        found = entry.segment_map
        match rest:
            case ["index.json"]:
                return _json(json.dumps(index_json(entry)).encode())
            case ["init"]:
                whole = ByteRange(found.init_offset, found.init_size)
                return await self._bytes(request, entry, whole, 200)
            case ["segments", number] if number.isascii() and number.isdigit():
                position = int(number[:9])
                if position < len(found.segments) and str(position) == number:
                    segment = found.segments[position]
                    whole = ByteRange(segment.offset, segment.size)
                    return await self._bytes(request, entry, whole, 200)
            case ["file"]:
                return await self._file(request, entry)
        return plain(404)

    async def _file(self, request: BaseRequest, entry: RegisteredFile) -> StreamResponse:
        asked = request.headers.getall("Range", [])
        if request.headers.get("If-Range") not in {None, entry.entity_tag}:
            asked = []
        try:
            if len(asked) > 1:
                raise RangeError
            part = parse_range(asked[0] if asked else None, entry.size_bytes)
        except RangeError:
            return plain(416, headers={"Content-Range": f"bytes */{entry.size_bytes}"})
        if part is None:
            return await self._bytes(request, entry, ByteRange(0, entry.size_bytes), 200)
        return await self._bytes(request, entry, part, 206)

    async def _bytes(
        self, request: BaseRequest, entry: RegisteredFile, part: ByteRange, status: int
    ) -> StreamResponse:
        loop = asyncio.get_running_loop()
        try:
            file = await loop.run_in_executor(self._executor, entry.open, part.offset)
        except FileChangedError:
            return plain(409, "The file has changed since it was opened.")
        except OSError:
            return plain(404, "The file is gone or cannot be read.")
        try:
            response = _media_response(entry, part, status)
            await response.prepare(request)
            if request.method != "HEAD":
                await self._copy(response, file, part)
                await response.write_eof()
            return response
        finally:
            await loop.run_in_executor(self._executor, file.close)

    async def _copy(self, response: StreamResponse, file: Readable, part: ByteRange) -> None:
        loop = asyncio.get_running_loop()
        left = part.length
        while left:
            block = await loop.run_in_executor(self._executor, _read, file, min(left, BLOCK_BYTES))
            if not block:
                log.warning("a served file changed while it was read")
                raise ConnectionResetError
            left -= len(block)
            async with asyncio.timeout(WRITE_TIMEOUT_S):
                await response.write(block)


def _read(file: Readable, count: int) -> bytes:
    """Return bytes, none when there are no more of what was registered."""
    try:
        return file.read(count)
    except (OSError, FileChangedError):
        return b""


async def _body(request: BaseRequest, most_bytes: int) -> bytes | None:
    """Return what was posted; None when it is too much."""
    if (request.content_length or 0) > most_bytes:
        return None
    body = await request.content.read(most_bytes + 1)
    while len(body) <= most_bytes and not request.content.at_eof():
        body += await request.content.read(most_bytes + 1 - len(body))
    return None if len(body) > most_bytes else body


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


def _json(body: bytes) -> Response:
    headers = {**SECURITY_HEADERS, "Content-Type": "application/json"}
    return Response(body=body, headers=headers)


def _media_response(entry: RegisteredFile, part: ByteRange, status: int) -> StreamResponse:
    headers = {
        **SECURITY_HEADERS,
        "Content-Type": entry.content_type,
        "Content-Length": str(part.length),
        "Accept-Ranges": "bytes",
        "ETag": entry.entity_tag,
    }
    if status == 206:
        end = part.offset + part.length - 1
        headers["Content-Range"] = f"bytes {part.offset}-{end}/{entry.size_bytes}"
    return StreamResponse(status=status, headers=headers)
