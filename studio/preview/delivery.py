"""The bytes of the file as the page gets them, ``media/``: under conditions that can be set."""

import asyncio
import json
import threading
import time
from collections import deque
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

from aiohttp.web import BaseRequest, Response, StreamResponse

from studio.preview.conditions import PERFECT, Conditions, Which, conditions_of
from studio.preview.delivery_line import Line, Way
from studio.preview.delivery_requests import Delivered
from studio.preview.parts import Command, RoomFiles, RoomPart
from studio.server.answers import json_answer, plain
from studio.server.guard import SECURITY_HEADERS
from studio.server.media import FileRegistry, index_json
from studio.server.media_answers import MediaAnswers
from studio.server.ranges import RangeError, parse_range
from studio.server.rooms import Message, RoomClient

TELL_EVERY_S = 0.2
KEPT_REQUESTS = 200


class DeliveryPart(RoomPart):
    """Answers ``media/index.json``, ``media/init``, ``media/segments/N`` and ``media/file``.

    Commands: ``delivery`` with ``conditions`` (see ``conditions_of``; without them nothing is
    changed) and ``delivery-reset``; both answer with what is in force. Events: ``delivery``
    with ``conditions``; ``delivered`` with ``requests`` (see ``Delivered``) and ``kbit_s``,
    the rate seen lately, None when nothing was asked for.
    """

    prefix = "media"

    def __init__(self, files: RoomFiles) -> None:
        self._registry = FileRegistry()
        self._file_id = self._registry.add(files.segment_map, files.pieces)
        self._executor = ThreadPoolExecutor(2, thread_name_prefix="room-read")
        self._media = MediaAnswers(self._executor)
        self._sizes = [segment.size for segment in files.segment_map.segments]
        self._offsets = [segment.offset for segment in files.segment_map.segments]
        self._init_size = files.segment_map.init_size
        self._line = Line(self._on_moved)
        self._lock = threading.Lock()
        self._running = 0
        self._number = 0
        self._untold: dict[int, Delivered] = {}
        self._recent: deque[Delivered] = deque(maxlen=KEPT_REQUESTS)
        self._telling: asyncio.Task[None] | None = None

    @property
    def commands(self) -> Mapping[str, Command]:
        """``delivery`` and ``delivery-reset``."""
        return {"delivery": self._set, "delivery-reset": self._reset}

    @property
    def features(self) -> Mapping[str, object]:
        """``delivery``: true."""
        return {"delivery": True}

    async def on_open(self, client: RoomClient) -> None:
        """Tell a new page what is in force and what was delivered lately."""
        if client.role == "ui":
            await client.send({"event": "delivery", "conditions": self._line.conditions.to_json()})
            await client.send(self._told(list(self._recent)))

    async def answer(self, request: BaseRequest, rest: list[str]) -> StreamResponse:
        """Return what is asked for, as the conditions want it."""
        with self._lock:
            if self._line.closed:
                return plain(404)
            self._running += 1
        asked = self._begin(rest, request)
        self._line.meter.begin(time.monotonic())
        try:
            return await self._deliver(request, rest, asked)
        finally:
            self._line.meter.end(time.monotonic())
            self._end(asked)

    def close(self) -> None:
        """Let go of whoever waits; reading ends with the last answer that is on its way."""
        with self._lock:
            self._line.closed = True
            idle = not self._running
        if idle:
            self._executor.shutdown(wait=False)

    async def _deliver(
        self, request: BaseRequest, rest: list[str], asked: Delivered
    ) -> StreamResponse:
        way = Way(self._line, asked, request)
        status = await way.begin()
        entry = self._registry.get(self._file_id)
        if entry is None or self._line.closed:
            return plain(404)
        if status is not None:
            return plain(status)
        if rest == ["index.json"]:
            return self._index(asked)
        response = await self._media.answer(request, entry, rest, way.manner)
        asked.status = response.status
        if asked.state == "running":
            asked.state = way.ending(response)
        return response

    def _on_moved(self, asked: Delivered) -> None:
        """Have the pages told about a request soon."""
        self._untold[asked.n] = asked
        if self._telling is None and not self._line.closed:
            self._telling = asyncio.create_task(self._tell())

    def _begin(self, rest: list[str], request: BaseRequest) -> Delivered:
        self._number += 1
        segment, size = self._segment_of(rest, request)
        asked = Delivered(self._number, "/".join(rest)[:80], segment, self._line.now_ms(), size)
        self._recent.append(asked)
        self._line.touch(asked)
        return asked

    def _end(self, asked: Delivered) -> None:
        if asked.state == "running":
            asked.state = "left"
        self._line.touch(asked)
        with self._lock:
            self._running -= 1
            last = self._line.closed and not self._running
        if last:
            self._executor.shutdown(wait=False)

    def _segment_of(self, rest: list[str], request: BaseRequest) -> tuple[Which | None, int]:
        """Return which segment is asked for, by its own path or by a range, and its size."""
        match rest:
            case ["init"]:
                return "init", self._init_size
            case ["segments", number] if number.isascii() and number.isdigit():
                n = int(number[:9])
                return (n, self._sizes[n]) if n < len(self._sizes) else (None, 0)
            case ["file"]:
                return self._segment_at(request.headers.get("Range"))
        return None, 0

    def _segment_at(self, header: str | None) -> tuple[Which | None, int]:
        try:
            part = parse_range(header, 2**63 - 1)
        except RangeError:
            return None, 0
        if part is None:
            return None, 0
        for n, offset in enumerate(self._offsets):
            if offset <= part.offset < offset + self._sizes[n]:
                return n, min(part.length, self._sizes[n])
        return ("init" if part.offset < self._init_size else None), part.length

    def _index(self, asked: Delivered) -> Response:
        entry = self._registry.get(self._file_id)
        assert entry is not None
        told = index_json(entry)
        if self._line.conditions.mime:
            asked.note("mime")
            told = {**told, "mime": self._line.conditions.mime}
        body = json.dumps(told).encode()
        asked.status, asked.state = 200, "whole"
        asked.bytes = asked.size = len(body)
        if not self._line.conditions.content_type:
            return json_answer(body)
        asked.note("content-type")
        wrong = {**SECURITY_HEADERS, "Content-Type": self._line.conditions.content_type}
        return Response(body=body, headers=wrong)

    async def _set(self, client: RoomClient, message: Message) -> object:
        if message.get("conditions") is not None:
            await self._use(conditions_of(message["conditions"]))
        return self._line.conditions.to_json()

    async def _reset(self, client: RoomClient, message: Message) -> object:
        await self._use(PERFECT)
        return self._line.conditions.to_json()

    async def _use(self, conditions: Conditions) -> None:
        """Put conditions in force, for what is on its way, too."""
        self._line.use(conditions)
        await self.audience.tell({"event": "delivery", "conditions": conditions.to_json()})

    async def _tell(self) -> None:
        """Tell the pages what has moved, in bundles, until nothing does."""
        try:
            while self._untold and not self._line.closed:
                await asyncio.sleep(TELL_EVERY_S)
                told, self._untold = list(self._untold.values()), {}
                await self.audience.tell(self._told(told))
        finally:
            self._telling = None

    def _told(self, requests: list[Delivered]) -> dict[str, object]:
        rate = self._line.meter.kbit_s(time.monotonic())
        return {
            "event": "delivered",
            "requests": [request.to_json() for request in requests],
            "kbit_s": None if rate is None else round(rate, 1),
            "now_ms": self._line.now_ms(),
        }
