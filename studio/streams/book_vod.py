"""A file in the book: offered by name, as it is or as a repaired copy of it."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path

from aiohttp.web import BaseRequest, StreamResponse

from studio.errors import StudioError
from studio.segments.model import Family, SegmentMap
from studio.server.media import FileRegistry
from studio.streams.book_copies import MendedCopies, Streamable
from studio.streams.links import Offered
from studio.streams.names import StreamAddress
from studio.streams.service import StreamPart
from studio.streams.status import StreamState, StreamStatus
from studio.streams.status_part import StatusPart
from studio.streams.viewers import ViewerLedger
from studio.streams.vod import VodStream
from studio.streams.vod_parts import VodManifestPart
from studio.streams.vod_watch import FileWatch, refusal


class VodEntry:
    """One file, as ``Entry``. ``open`` may raise, ``start`` tells failures by the status.

    Args:
        address: what it is called.
        path: the user's file.
        copies: finds out whether it can be streamed as it is.
        on_change: told when it comes, goes, fails, or its viewers do.
    """

    def __init__(
        self,
        address: StreamAddress,
        path: Path,
        copies: MendedCopies,
        on_change: Callable[[], None],
    ) -> None:
        self._address = address
        self._path = path
        self._copies = copies
        self._on_change = on_change
        self._ledger = ViewerLedger()
        self._ledger.on_change = on_change
        self._status_part = StatusPart(self, self._ledger)
        self._lock = threading.Lock()
        self._opened: _Opened | None = None
        self._problem = ""

    @property
    def address(self) -> StreamAddress:
        """What it is called."""
        return self._address

    @property
    def parts(self) -> Sequence[StreamPart]:
        """Who answers for it just now; only for its status while it is stopped."""
        opened = self._opened
        return (self._status_part,) if opened is None else (self._status_part, *opened.parts)

    @property
    def source_map(self) -> SegmentMap | None:
        """How the user's file is cut; None while it is stopped."""
        opened = self._opened
        return None if opened is None else opened.found.source_map

    def open(self) -> None:
        """Read the file, make a copy where needed, and offer it; slow.

        Raises:
            StudioError: it is not there, or cannot be streamed.
        """
        with self._lock:
            if self._opened is None:
                self._opened = self._read()
                self._problem = ""

    def start(self) -> None:
        """Offer it again, read anew; nothing when it is offered."""
        try:
            self.open()
        except StudioError as problem:
            self._problem = problem.what

    def stop(self) -> None:
        """Offer it no more; who asks gets 404."""
        with self._lock:
            self._opened, self._problem = None, ""

    def close(self) -> None:
        """End for good; what has failed stays so for who still listens."""
        with self._lock:
            if self._opened is not None:
                self._problem = self._opened.source_problem()
            self._opened = None

    def status(self) -> StreamStatus:
        """How it and its viewers are doing."""
        opened = self._opened
        if opened is None:
            state = StreamState.FAILED if self._problem else StreamState.STOPPED
            return StreamStatus(self._address, state, self._problem)
        status = opened.stream.status()
        gone = opened.source_problem()
        return replace(status, state=StreamState.FAILED, reason=gone) if gone else status

    def offered(self) -> Offered:
        """What it offers."""
        opened = self._opened
        if opened is None:
            return Offered(suffix=self._path.suffix)
        is_mp4 = opened.found.map.family is Family.MP4
        return Offered(
            ".mp4" if is_mp4 else ".webm",
            playlist=opened.lists.has_hls,
            manifest=True,
            note=opened.found.note,
        )

    def listing_problem(self) -> str:
        """Return why playlists and manifests are refused, empty when they are not; slow."""
        opened = self._opened
        return "" if opened is None else opened.lists.problem()

    def _read(self) -> "_Opened":
        found = self._copies.streamable(self._path)
        lists = VodManifestPart(found.map, self._ledger)
        stream = VodStream(
            self._address,
            found.map,
            ledger=self._ledger,
            parts=[lists],
            remark=found.note or None,
        )
        stream.on_change = self._on_change
        return _Opened(found, stream, lists, _watch(found, self._on_change))


class _Opened:
    """What answers for a file while it is offered.

    ``watch`` looks after the user's file when a copy is streamed: without it the copy goes, too.
    """

    def __init__(
        self,
        found: Streamable,
        stream: VodStream,
        lists: VodManifestPart,
        watch: FileWatch | None,
    ) -> None:
        self.found = found
        self.stream = stream
        self.lists = lists
        self._watch = watch
        guard = () if watch is None else (_SourceGuard(watch),)
        self.parts: tuple[StreamPart, ...] = (*guard, *stream.parts)

    def source_problem(self) -> str:
        """Return what has become of the file behind a copy; empty when nothing."""
        if self._watch is None:
            return ""
        self._watch.look_soon()
        return self._watch.problem


class _SourceGuard:
    """Refuses everything once the file behind a copy is gone or another one."""

    def __init__(self, watch: FileWatch) -> None:
        self._watch = watch

    async def answer(
        self, request: BaseRequest, rest: list[str], executor: Executor
    ) -> StreamResponse | None:
        """Answer with a refusal, or leave it to the next part."""
        return await refusal(self._watch, executor)


def _watch(found: Streamable, on_change: Callable[[], None]) -> FileWatch | None:
    if not found.is_copy:
        return None
    files = FileRegistry()
    entry = files.get(files.add(found.source_map))
    assert entry is not None
    return FileWatch(entry, on_change)
