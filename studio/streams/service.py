"""The streams of a program on its server: ``/t/TOKEN/vod/NAME/...`` and ``/live/NAME/...``."""

import threading
from collections.abc import Sequence
from concurrent.futures import Executor
from typing import Protocol

from aiohttp.web import BaseRequest, StreamResponse

from studio.server.answers import plain
from studio.streams.names import StreamAddress
from studio.streams.status import StreamStatus


class StreamPart(Protocol):
    """Answers some of the paths of one stream."""

    async def answer(
        self, request: BaseRequest, rest: list[str], executor: Executor
    ) -> StreamResponse | None:
        """Answer a request for ``/vod/NAME/<rest>``; None when the path is not of this part.

        Called on the server's loop, for any method; a path that is this part's with a method
        that is not gets 405.
        """


class Published(Protocol):
    """One stream, as the service sees it."""

    @property
    def address(self) -> StreamAddress:
        """What it is called."""

    @property
    def parts(self) -> Sequence[StreamPart]:
        """Who answers for it, asked in this order."""

    def status(self) -> StreamStatus:
        """How it and its viewers are doing; from any thread."""


class StreamService:
    """Finds the stream that a path names and asks its parts. Safe to use from any thread."""

    folders = ("vod", "live")

    def __init__(self) -> None:
        self._streams: dict[tuple[str, str], Published] = {}
        self._lock = threading.Lock()

    def add(self, stream: Published) -> None:
        """Offer a stream; another one of the same folder and name is replaced."""
        with self._lock:
            self._streams[stream.address.kind.folder, stream.address.name] = stream

    def remove(self, address: StreamAddress) -> None:
        """Stop offering a stream; an unknown address is ignored."""
        with self._lock:
            self._streams.pop((address.kind.folder, address.name), None)

    def get(self, address: StreamAddress) -> Published | None:
        """Return a stream, or None."""
        with self._lock:
            found = self._streams.get((address.kind.folder, address.name))
        return found if found is not None and found.address == address else None

    async def answer(
        self, request: BaseRequest, parts: list[str], executor: Executor
    ) -> StreamResponse:
        """Answer one request that the guard has let pass."""
        match parts:
            case [folder, name, *rest] if rest:
                with self._lock:
                    stream = self._streams.get((folder, name))
                for part in stream.parts if stream is not None else ():
                    found = await part.answer(request, rest, executor)
                    if found is not None:
                        return found
        return plain(404)


def stream_path(address: StreamAddress) -> str:
    """Return ``vod/NAME`` or ``live/NAME``: a stream's folder below the server's secret path."""
    return f"{address.kind.folder}/{address.name}"
