"""The chunk protocol: a page that knows nothing of media appends chunk 0, 1, 2 and so on.

``GET page/video/segment`` answers ``{"segments": N}``, ``POST page/video`` with
``{"current": i}`` the bytes of chunk i: chunk 0 is the init segment with the first media
segment, and every further chunk begins at a keyframe.
"""

import asyncio
import json
from collections.abc import Sequence
from concurrent.futures import Executor
from urllib.parse import parse_qs

from aiohttp import hdrs
from aiohttp.web import BaseRequest, Response, StreamResponse

from studio import paths
from studio.segments.model import SegmentMap
from studio.server.answers import json_answer, plain
from studio.server.bodies import read_body
from studio.server.guard import page_headers
from studio.server.media import RegisteredFile
from studio.server.media_answers import MediaAnswers
from studio.server.ranges import ByteRange
from studio.server.sending import Manner
from studio.streams.viewers import ViewerLedger
from studio.streams.vod_watch import FileWatch, refusal

MAX_QUESTION_BYTES = 1024
QUESTION = 'Ask with {"current": 0}, in JSON.'
PAGE = "stream/chunks.html"
_FORM = "application/x-www-form-urlencoded"
_TYPES = frozenset({"application/json", "text/plain", _FORM})
"""Simple pages send JSON by these; a form's ``current=0`` is understood, too."""


class ChunkPart:
    """Answers ``page``, ``page/video`` and ``page/video/segment``."""

    def __init__(self, entry: RegisteredFile, ledger: ViewerLedger, watch: FileWatch) -> None:
        self._entry = entry
        self._ledger = ledger
        self._watch = watch
        self._chunks = chunks_of(entry.segment_map)

    async def answer(
        self, request: BaseRequest, rest: list[str], executor: Executor
    ) -> StreamResponse | None:
        """Answer a request of the chunk protocol; None for any other path."""
        match rest:
            case ["page"]:
                return await _page(request, executor)
            case ["page", "video", "segment"]:
                return await self._count(request, executor)
            case ["page", "video"]:
                return await self._chunk(request, executor)
        return None

    async def _count(self, request: BaseRequest, executor: Executor) -> StreamResponse:
        if request.method not in {"GET", "HEAD"}:
            return plain(405, headers={"Allow": "GET, HEAD"})
        refused = await refusal(self._watch, executor)
        return refused or json_answer(json.dumps({"segments": len(self._chunks)}).encode())

    async def _chunk(self, request: BaseRequest, executor: Executor) -> StreamResponse:
        if request.method != "POST":
            return plain(405, QUESTION, headers={"Allow": "POST"})
        number = await _asked_for(request)
        if isinstance(number, Response):
            return number
        refused = await refusal(self._watch, executor)
        if refused is not None:
            return refused
        if not 0 <= number < len(self._chunks):
            return plain(404, _no_such(number, len(self._chunks)))
        meter = self._ledger.of(request, "chunks")
        manner = Manner(heeds_ranges=False, meter=meter)
        media = MediaAnswers(executor)
        answer = await media.bytes_of(request, self._entry, self._chunks[number], manner)
        if answer.status in {404, 409}:
            self._watch.look_soon(at_once=True)
        return answer


def chunks_of(segment_map: SegmentMap) -> list[list[ByteRange]]:
    """Return the parts of the file that each chunk is made of.

    Media segments that do not begin with a keyframe belong to the chunk in front of them.
    """
    chunks: list[list[ByteRange]] = []
    for segment in segment_map.segments:
        part = ByteRange(segment.offset, segment.size)
        if not chunks:
            chunks.append([ByteRange(segment_map.init_offset, segment_map.init_size), part])
        elif segment.keyframe:
            chunks.append([part])
        else:
            chunks[-1].append(part)
    return [_joined(chunk) for chunk in chunks]


def _joined(parts: Sequence[ByteRange]) -> list[ByteRange]:
    """Return the same bytes with neighbours made one."""
    joined: list[ByteRange] = []
    for part in parts:
        if joined and joined[-1].offset + joined[-1].length == part.offset:
            joined[-1] = ByteRange(joined[-1].offset, joined[-1].length + part.length)
        else:
            joined.append(part)
    return joined


async def _page(request: BaseRequest, executor: Executor) -> StreamResponse:
    """Return our own page of this protocol, the same for every stream."""
    if request.method not in {"GET", "HEAD"}:
        return plain(405, headers={"Allow": "GET, HEAD"})
    path = paths.resources_dir() / "player" / PAGE
    body = await asyncio.get_running_loop().run_in_executor(executor, path.read_bytes)
    headers = {**page_headers(PAGE), "Content-Type": "text/html; charset=utf-8"}
    return Response(body=body, headers=headers)


async def _asked_for(request: BaseRequest) -> int | Response:
    """Return the number that was posted, or a refusal."""
    if hdrs.CONTENT_TYPE in request.headers and request.content_type not in _TYPES:
        return plain(415, QUESTION)
    body = await read_body(request, MAX_QUESTION_BYTES)
    if isinstance(body, Response):
        return plain(413, f"That is too long. {QUESTION}") if body.status == 413 else body
    number = _number_in(body, is_form=request.content_type == _FORM)
    return plain(400, f"This is not understood. {QUESTION}") if number is None else number


def _number_in(body: bytes, *, is_form: bool) -> int | None:
    """Return ``current``; None when it is not there or is no integer."""
    try:
        text = body.decode()
        if is_form and not text.lstrip().startswith("{"):
            given = parse_qs(text).get("current", [])
            told: object = json.loads(given[0]) if len(given) == 1 else None
        else:
            asked = json.loads(text)
            told = asked.get("current") if isinstance(asked, dict) else None
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, int) and not isinstance(told, bool) else None


def _no_such(number: int, count: int) -> str:
    if not count:
        return "This file has no chunks."
    return f"There is no chunk {str(number)[:12]}: the chunks of this file are 0 to {count - 1}."
