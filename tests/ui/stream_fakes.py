"""A book of streams that only notes what it is asked; its statuses are what a test says."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from studio.errors import StudioError
from studio.server.app import MediaServer
from studio.streams.encoding_model import LiveEncoding
from studio.streams.links import Offered, StreamLinks, links_of
from studio.streams.names import StreamAddress, StreamKind, name_for, parse_address
from studio.streams.status import (
    RecordingStatus,
    StreamState,
    StreamStatus,
    ViewerStatus,
)

OnChange = Callable[[StreamAddress], None]


class FakeBook:
    """Has the methods of ``studio.streams.book.StreamBook``."""

    def __init__(self, server: MediaServer, ffmpeg: Path | None, on_change: OnChange) -> None:
        self.server, self.ffmpeg, self.on_change = server, ffmpeg, on_change
        self.calls: list[tuple[object, ...]] = []
        self.threads: set[str] = set()
        self.closed = False
        self.problem: StudioError | None = None
        self.jobs: list[tuple[Callable[[], Path | None], Callable[[], bool]]] = []
        self.problems: list[Callable[[], str]] = []
        self.streams: dict[StreamAddress, StreamStatus] = {}

    def _note(self, *call: object) -> None:
        self.threads.add(threading.current_thread().name)
        self.calls.append(call)
        if self.problem is not None:
            raise self.problem

    def _make(self, kind: StreamKind, wanted: str) -> StreamAddress:
        address = StreamAddress(kind, name_for(wanted, {one.name for one in self.streams}))
        self.put(StreamStatus(address, StreamState.PLAYING, mime='video/webm; codecs="vp8"'))
        return address

    def put(self, status: StreamStatus) -> None:
        """Let a stream be so from now on."""
        self.streams[status.address] = status
        self.on_change(status.address)

    def offer_file(self, path: Path, *, name: str = "") -> StreamAddress:
        self._note("offer_file", path)
        return self._make(StreamKind.VOD, name or path.stem)

    def play_out(self, path: Path, *, name: str = "", loop: bool = False) -> StreamAddress:
        self._note("play_out", path, loop)
        return self._make(StreamKind.VOD_LIVE, name or path.stem)

    def go_live(self, source: object, encoding: object, *, name: str = "") -> StreamAddress:
        self._note("go_live", source, encoding)
        return self._make(StreamKind.LIVE, name or "test")

    def watch_job(
        self,
        title: str,
        find_part: Callable[[], Path | None],
        is_running: Callable[[], bool],
        *,
        name: str = "",
        problem: Callable[[], str] = lambda: "",
        convert: LiveEncoding | None = None,
    ) -> StreamAddress:
        self._note("watch_job", title, convert)
        self.problems.append(problem)
        self.jobs.append((find_part, is_running))
        return self._make(StreamKind.LIVE, name or title)

    def start(self, address: StreamAddress) -> None:
        self._note("start", address)
        self.put(replace(self.streams[address], state=StreamState.PLAYING))

    def stop(self, address: StreamAddress) -> None:
        self._note("stop", address)
        self.put(replace(self.streams[address], state=StreamState.STOPPED, viewers=()))

    def remove(self, address: StreamAddress) -> None:
        self._note("remove", address)
        self.streams.pop(address, None)
        self.on_change(address)

    def record(self, address: StreamAddress, target: Path) -> None:
        self._note("record", address, target)
        recording = RecordingStatus(target.name, 0.0, 0)
        self.put(replace(self.streams[address], recording=recording))

    def end_recording(self, address: StreamAddress) -> None:
        self._note("end_recording", address)
        self.put(replace(self.streams[address], recording=None))

    def statuses(self) -> tuple[StreamStatus, ...]:
        return tuple(self.streams.values())

    def links(self, address: StreamAddress) -> StreamLinks:
        return links_of(self.server, address, Offered(".webm", playlist=True, manifest=True))

    def page_of(self, address: str) -> str:
        self._note("page_of", address)
        return self.links(parse_address(address)).player

    def close(self) -> None:
        self.closed = True


def viewer(number: int = 1, **values: object) -> ViewerStatus:
    """Return a viewer who plays."""
    told: dict[str, object] = {
        "viewer_id": f"v{number}",
        "client": "Firefox 128",
        "way": "socket",
        "state": StreamState.PLAYING,
        "position_s": 65.2,
        "buffer_s": 1.4,
        "rate_bps": 2_400_000.0,
        "latency_s": 1.1,
        "sent_bytes": 5_000_000,
        **values,
    }
    return ViewerStatus(**told)  # type: ignore[arg-type]
