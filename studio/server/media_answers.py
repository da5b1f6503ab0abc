"""Media by byte range: a file's index, its init segment, its media segments, all of it."""

import asyncio
import json
from collections.abc import Sequence
from concurrent.futures import Executor

from aiohttp import hdrs
from aiohttp.web import BaseRequest, StreamResponse

from studio.server.answers import json_answer, plain
from studio.server.guard import SECURITY_HEADERS
from studio.server.media import FileChangedError, RegisteredFile, index_json
from studio.server.ranges import ByteRange, RangeError, parse_range
from studio.server.sending import PLAINLY, Manner, Sending


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
                loop = asyncio.get_running_loop()  # a day of segments takes a while
                return json_answer(await loop.run_in_executor(self._executor, _index, entry))
            case ["init"]:
                whole = ByteRange(found.init_offset, found.init_size)
                return await self.bytes_of(request, entry, [whole], manner)
            case ["segments", number] if number.isascii() and number.isdigit():
                position = int(number[:9])
                if position < len(found.segments) and str(position) == number:
                    segment = found.segments[position]
                    whole = ByteRange(segment.offset, segment.size)
                    return await self.bytes_of(request, entry, [whole], manner)
            case ["file"]:
                return await self._file(request, entry, manner)
        return plain(404)

    async def bytes_of(
        self,
        request: BaseRequest,
        entry: RegisteredFile,
        parts: Sequence[ByteRange],
        manner: Manner = PLAINLY,
        *,
        status: int = 200,
    ) -> StreamResponse:
        """Answer with some parts of the file, one behind the other.

        A client that has these very bytes (If-None-Match) gets 304; 404 and 409 say that the
        file is gone or is another one.
        """
        loop = asyncio.get_running_loop()
        try:
            file = await loop.run_in_executor(self._executor, entry.open, parts[0].offset)
        except FileChangedError:
            return plain(409, "The file has changed since it was opened.")
        except OSError:
            return plain(404, "The file is gone or cannot be read.")
        try:
            if request.method in {"GET", "HEAD"} and _has_it(request, entry):
                return plain(304, headers={"ETag": entry.entity_tag})
            response = _media_response(entry, parts, status, manner)
            await response.prepare(request)
            if request.method != "HEAD":
                await Sending(request, response, file, parts, manner, self._executor).send()
            return response
        finally:
            file.close()  # which does not wait for a disk

    async def _file(
        self, request: BaseRequest, entry: RegisteredFile, manner: Manner
    ) -> StreamResponse:
        whole = ByteRange(0, entry.size_bytes)
        asked = request.headers.getall(hdrs.RANGE, []) if manner.heeds_ranges else []
        if request.headers.get(hdrs.IF_RANGE) not in {None, entry.entity_tag}:
            asked = []
        if asked and _has_it(request, entry):
            asked = []  # RFC 9110 13.2.2: If-None-Match comes first
        try:
            if len(asked) > 1:
                raise RangeError
            part = parse_range(asked[0] if asked else None, entry.size_bytes)
        except RangeError:
            return plain(416, headers={"Content-Range": f"bytes */{entry.size_bytes}"})
        if part is None:
            return await self.bytes_of(request, entry, [whole], manner)
        return await self.bytes_of(request, entry, [part], manner, status=206)


def _index(entry: RegisteredFile) -> bytes:
    return json.dumps(index_json(entry)).encode()


def _has_it(request: BaseRequest, entry: RegisteredFile) -> bool:
    """Tell whether a client says that it has these very bytes. Source: RFC 9110 13.1.2."""
    told = ",".join(request.headers.getall(hdrs.IF_NONE_MATCH, []))
    tags = {tag.strip().removeprefix("W/") for tag in told.split(",")}
    return entry.entity_tag in tags or told.strip() == "*"


def _media_response(
    entry: RegisteredFile, parts: Sequence[ByteRange], status: int, manner: Manner
) -> StreamResponse:
    length = sum(part.length for part in parts)
    headers = {
        **SECURITY_HEADERS,
        "Content-Type": manner.content_type or entry.content_type,
        "Content-Length": str(length),
        "Accept-Ranges": "bytes" if manner.heeds_ranges else "none",
        "ETag": entry.entity_tag,
    }
    if status == 206:
        begin = parts[0].offset
        headers["Content-Range"] = f"bytes {begin}-{begin + length - 1}/{entry.size_bytes}"
    return StreamResponse(status=status, headers=headers)
