"""Facts about the file, for the page: ``facts.json``."""

import asyncio
import json
import logging
import threading
from collections.abc import Mapping
from concurrent.futures import Future
from pathlib import Path

from aiohttp.web import BaseRequest, StreamResponse

from studio.errors import InputError, StudioError
from studio.media.probe import probe
from studio.preview.facts_file import file_facts
from studio.preview.facts_picture import picture_facts
from studio.preview.facts_verdict import examined_facts
from studio.preview.parts import RoomFiles, RoomPart
from studio.preview.reading import open_bytes
from studio.server.answers import json_answer
from studio.verdict.examine import examine_source

log = logging.getLogger(__name__)

FIRST_WAIT_S = 0.5
"""How long a page is kept waiting for facts that need every frame (7 s for two hours)."""

_TURN = threading.Semaphore(1)
"""One file is examined at a time: whoever looks through many does not wait for the first."""

_NOT_YET: Mapping[str, object] = {"keyframes_s": [], "predictions": [], "findings": []}


class FactsPart(RoomPart):
    """Answers ``facts.json``: what does not change while the room is open.

    What needs a look at every frame (keyframes, bit rate, predictions, findings) may come
    later: ``complete`` is false then, and ``facts.json?complete=1`` is answered as soon as
    all is known. When the file cannot be read any more, ``problem`` says so.
    """

    prefix = "facts.json"

    def __init__(self, files: RoomFiles) -> None:
        self._files = files
        self.features_of_all: Mapping[str, object] = {}
        """Set once every part is there."""
        self._first: Future[dict[str, object]] = Future()
        self._all: Future[dict[str, object]] = Future()
        self._closed = threading.Event()
        threading.Thread(target=self._read, name="room-facts", daemon=True).start()

    async def answer(self, request: BaseRequest, rest: list[str]) -> StreamResponse:
        """Return the facts, those that are known so far."""
        facts = await asyncio.shield(asyncio.wrap_future(self._first))
        waits = None if request.raw_path.endswith("?complete=1") else FIRST_WAIT_S
        try:
            every = asyncio.shield(asyncio.wrap_future(self._all))
            facts = {**facts, **await asyncio.wait_for(every, waits), "complete": True}
        except TimeoutError:
            facts = {**facts, "complete": False}
        facts["features"] = dict(self.features_of_all)
        body = await asyncio.to_thread(json.dumps, facts)
        return json_answer(body.encode())

    def close(self) -> None:
        """Begin nothing any more; what is being read changes nothing, so nobody waits for it."""
        self._closed.set()

    def _read(self) -> None:
        """Find out everything, on a thread of its own that ends with the program."""
        more: dict[str, object] = {}
        try:
            self._first.set_result(self._first_facts())
            with _TURN:
                more = {} if self._closed.is_set() else self._further_facts()
        except StudioError as error:
            more = {"problem": self._files.translate(error.what)}
        except Exception:  # a thread's outer edge: no page may wait for ever
            log.exception("the facts of a room could not be read")
            more = {"problem": self._files.translate("This file could not be examined.")}
        finally:
            if not self._first.done():
                self._first.set_result({})
            self._all.set_result(more)

    def _first_facts(self) -> dict[str, object]:
        found, source = self._files.segment_map, self._files.source
        facts = {**file_facts(found), **_NOT_YET}
        facts["source"] = None if source is None else {"name": source.name, "duration_s": None}
        try:
            with open_bytes(self._files) as data:
                facts["picture"] = picture_facts(found, data)
        except StudioError:
            facts["picture"] = None  # the file is gone: said with what comes later
        return facts

    def _further_facts(self) -> dict[str, object]:
        with open_bytes(self._files) as data:
            examination = examine_source(data, self._files.segment_map.path)
        facts = examined_facts(examination, self._files.translate)
        source, ffmpeg = self._files.source, self._files.ffmpeg
        if source is not None and ffmpeg is not None:
            facts["source"] = {"name": source.name, "duration_s": _duration_s(source, ffmpeg)}
        return facts


def _duration_s(source: Path, ffmpeg: Path) -> float | None:
    try:
        found = probe(source, ffmpeg=ffmpeg).duration_us
    except InputError:
        return None
    return None if found is None else found / 1_000_000
