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
        """Answer ``index.json``; or, whole or one range, ``init``, ``segments/N`` or ``file``."""
        found = entry.segment_map
        match rest:
            case ["index.json"]:
                loop = asyncio.get_running_loop()  # a day of segments takes a while
                return json_answer(await loop.run_in_executor(self._executor, _index, entry))
            case ["init"]:
                whole = ByteRange(found.init_offset, found.init_size)
                return await self._ranged(request, entry, whole, manner)
            case ["segments", number] if number.isascii() and number.isdigit():
                position = int(number[:9])
                if position < len(found.segments) and str(position) == number:
                    segment = found.segments[position]
                    whole = ByteRange(segment.offset, segment.size)
                    return await self._ranged(request, entry, whole, manner)
            case ["file"]:
                whole = ByteRange(0, entry.size_bytes)
                return await self._ranged(request, entry, whole, manner)
        return plain(404)

    async def bytes_of(
        self,
        request: BaseRequest,
        entry: RegisteredFile,
        parts: Sequence[ByteRange],
        manner: Manner = PLAINLY,
        *,
        part_of: ByteRange | None = None,
    ) -> StreamResponse:
        """Answer with some parts of the file, one behind the other.

        They are the whole answer (200), or one range of what ``part_of`` tells (206). A client
        that has these very bytes (If-None-Match) gets 304; 404 and 409 say that the file is gone
        or is another one.
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
            response = _media_response(entry, parts, part_of, manner)
            await response.prepare(request)
            if request.method != "HEAD":
                await Sending(request, response, file, parts, manner, self._executor).send()
            return response
        finally:
            file.close()  # which does not wait for a disk

    async def _ranged(
        self, request: BaseRequest, entry: RegisteredFile, whole: ByteRange, manner: Manner
    ) -> StreamResponse:
        """Answer with a piece of the file, or with the range of it that was asked for."""
        asked = request.headers.getall(hdrs.RANGE, []) if manner.heeds_ranges else []
        if request.headers.get(hdrs.IF_RANGE) not in {None, entry.entity_tag}:
            asked = []
        if asked and _has_it(request, entry):
            asked = []  # RFC 9110 13.2.2: If-None-Match comes first
        if not asked:
            return await self.bytes_of(request, entry, [whole], manner)
        try:
            if len(asked) > 1:
                raise RangeError
            part = parse_range(asked[0], whole.length)
        except RangeError:
            return plain(416, headers={"Content-Range": f"bytes */{whole.length}"})
        if part is None:
            return await self.bytes_of(request, entry, [whole], manner)
        inside = ByteRange(whole.offset + part.offset, part.length)
        return await self.bytes_of(request, entry, [inside], manner, part_of=whole)


def _index(entry: RegisteredFile) -> bytes:
    return json.dumps(index_json(entry)).encode()


def _has_it(request: BaseRequest, entry: RegisteredFile) -> bool:
    """Tell whether a client says that it has these very bytes. Source: RFC 9110 13.1.2."""
    told = ",".join(request.headers.getall(hdrs.IF_NONE_MATCH, []))
    tags = {tag.strip().removeprefix("W/") for tag in told.split(",")}
    return entry.entity_tag in tags or told.strip() == "*"


def _media_response(
    entry: RegisteredFile, parts: Sequence[ByteRange], part_of: ByteRange | None, manner: Manner
) -> StreamResponse:
    length = sum(part.length for part in parts)
    headers = {
        **SECURITY_HEADERS,
        "Content-Type": manner.content_type or entry.content_type,
        "Content-Length": str(length),
        "Accept-Ranges": "bytes" if manner.heeds_ranges else "none",
        "ETag": entry.entity_tag,
    }
    if part_of is None:
        return StreamResponse(headers=headers)
    begin = parts[0].offset - part_of.offset
    headers["Content-Range"] = f"bytes {begin}-{begin + length - 1}/{part_of.length}"
    return StreamResponse(status=206, headers=headers)
