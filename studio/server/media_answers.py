"""Media by byte range: a file's index, its init segment, its media segments, all of it."""

import asyncio
import json
import logging
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Protocol

from aiohttp.web import BaseRequest, StreamResponse

from studio.server.answers import json_answer, plain
from studio.server.guard import SECURITY_HEADERS
from studio.server.media import FileChangedError, Readable, RegisteredFile, index_json
from studio.server.ranges import ByteRange, RangeError, parse_range

log = logging.getLogger(__name__)

BLOCK_BYTES = 256 * 1024
WRITE_TIMEOUT_S = 60.0


class Carriage(Protocol):
    """Lets the bytes of one answer through, at its own pace."""

    async def allow(self, count: int) -> int:
        """Wait until the next bytes may leave; return how many, 0 to end the connection."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How an answer differs from a plain one: its pace, its type, what it makes of ranges."""

    carriage: Carriage | None = None
    content_type: str = ""
    heeds_ranges: bool = True


PLAINLY = Manner()


class MediaAnswers:
    """Answers requests for a registered file.

    Args:
        executor: where files are read.
    """

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    async def answer(
        self,
        request: BaseRequest,
        entry: RegisteredFile,
        rest: list[str],
        manner: Manner = PLAINLY,
    ) -> StreamResponse:
        """Answer ``index.json``, ``init``, ``segments/N`` or ``file``."""
        found = entry.segment_map
        match rest:
            case ["index.json"]:
                return json_answer(json.dumps(index_json(entry)).encode())
            case ["init"]:
                whole = ByteRange(found.init_offset, found.init_size)
                return await self._bytes(request, entry, whole, 200, manner)
            case ["segments", number] if number.isascii() and number.isdigit():
                position = int(number[:9])
                if position < len(found.segments) and str(position) == number:
                    segment = found.segments[position]
                    whole = ByteRange(segment.offset, segment.size)
                    return await self._bytes(request, entry, whole, 200, manner)
            case ["file"]:
                return await self._file(request, entry, manner)
        return plain(404)

    async def _file(
        self, request: BaseRequest, entry: RegisteredFile, manner: Manner
    ) -> StreamResponse:
        asked = request.headers.getall("Range", []) if manner.heeds_ranges else []
        if request.headers.get("If-Range") not in {None, entry.entity_tag}:
            asked = []
        try:
            if len(asked) > 1:
                raise RangeError
            part = parse_range(asked[0] if asked else None, entry.size_bytes)
        except RangeError:
            return plain(416, headers={"Content-Range": f"bytes */{entry.size_bytes}"})
        if part is None:
            return await self._bytes(request, entry, ByteRange(0, entry.size_bytes), 200, manner)
        return await self._bytes(request, entry, part, 206, manner)

    async def _bytes(
        self,
        request: BaseRequest,
        entry: RegisteredFile,
        part: ByteRange,
        status: int,
        manner: Manner,
    ) -> StreamResponse:
        loop = asyncio.get_running_loop()
        try:
            file = await loop.run_in_executor(self._executor, entry.open, part.offset)
        except FileChangedError:
            return plain(409, "The file has changed since it was opened.")
        except OSError:
            return plain(404, "The file is gone or cannot be read.")
        try:
            response = _media_response(entry, part, status, manner)
            await response.prepare(request)
            if request.method != "HEAD":
                await self._send_all(request, response, file, part, manner.carriage)
            return response
        finally:
            await loop.run_in_executor(self._executor, file.close)

    async def _send_all(
        self,
        request: BaseRequest,
        response: StreamResponse,
        file: Readable,
        part: ByteRange,
        carriage: Carriage | None,
    ) -> None:
        """Send a part of the file; a connection that is lost or to be cut is closed."""
        try:
            whole = await self._copy(response, file, part, carriage)
        except ConnectionError:
            whole = False
        if whole:
            await response.write_eof()
        elif request.transport is not None:
            request.transport.close()

    async def _copy(
        self,
        response: StreamResponse,
        file: Readable,
        part: ByteRange,
        carriage: Carriage | None,
    ) -> bool:
        """Send a part of the file; False when it is to end before all of it was sent."""
        loop = asyncio.get_running_loop()
        left = part.length
        while left:
            block = await loop.run_in_executor(self._executor, _read, file, min(left, BLOCK_BYTES))
            if not block:
                log.warning("a served file changed while it was read")
                raise ConnectionResetError
            left -= len(block)
            if not await _send(response, block, carriage):
                return False
        return True


async def _send(response: StreamResponse, block: bytes, carriage: Carriage | None) -> bool:
    at = 0
    while at < len(block):
        count = len(block) - at
        if carriage is not None:
            count = await carriage.allow(count)
            if not count:
                return False
        async with asyncio.timeout(WRITE_TIMEOUT_S):
            await response.write(block[at : at + count])
        at += count
    return True


def _read(file: Readable, count: int) -> bytes:
    """Return bytes, none when there are no more of what was registered."""
    try:
        return file.read(count)
    except (OSError, FileChangedError):
        return b""


def _media_response(
    entry: RegisteredFile, part: ByteRange, status: int, manner: Manner
) -> StreamResponse:
    headers = {
        **SECURITY_HEADERS,
        "Content-Type": manner.content_type or entry.content_type,
        "Content-Length": str(part.length),
        "Accept-Ranges": "bytes" if manner.heeds_ranges else "none",
        "ETag": entry.entity_tag,
    }
    if status == 206:
        end = part.offset + part.length - 1
        headers["Content-Range"] = f"bytes {part.offset}-{end}/{entry.size_bytes}"
    return StreamResponse(status=status, headers=headers)
