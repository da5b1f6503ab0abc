"""What the window can do with streams; the book below it is made at the first use.

Everything that may take time runs on a worker; what came of it is told by signals.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from studio.errors import StudioError
from studio.server.app import MediaServer
from studio.streams.book import StreamBook
from studio.streams.encoding_model import LiveEncoding
from studio.streams.links import StreamLinks
from studio.streams.names import StreamAddress, StreamKind
from studio.streams.recording import Recorded
from studio.streams.sources import LiveSource
from studio.streams.status import StreamState, StreamStatus
from studio.ui.bridge import Workers
from studio.ui.player_host import PlayerHost
from studio.ui.toolbox import Toolbox

LOOK_MS = 500
"""So often the streams are looked at while somebody sees them."""
GATHER_MS = 250
"""Changes that come sooner after one another are shown together: four times a second at most."""
LIVE_STATES = (StreamState.PENDING, StreamState.PLAYING)


OnChange = Callable[[StreamAddress], None]
OnRecorded = Callable[[StreamAddress, Recorded | StudioError], None]
MakeBook = Callable[[MediaServer, Path | None, OnChange, OnRecorded], StreamBook]


def open_book(
    server: MediaServer, ffmpeg: Path | None, on_change: OnChange, on_recorded: OnRecorded
) -> StreamBook:
    """Make the book of streams; on a worker."""
    return StreamBook(server, ffmpeg=ffmpeg, on_change=on_change, on_recorded=on_recorded)


@dataclass(frozen=True, slots=True)
class WatchedJob:
    """A job that is watched while it writes; see ``StreamBook.watch_job``."""

    title: str
    find_part: Callable[[], Path | None]
    is_running: Callable[[], bool]
    problem: Callable[[], str]
    convert: LiveEncoding | None = None


class StreamDesk(QObject):
    """Joins the window with the book of streams.

    Args:
        host: has the server.
        toolbox: knows ffmpeg.
        parent: owner.
    """

    changed = Signal(object)
    """The streams as they are now, as tuple[StreamStatus, ...]."""
    started = Signal(object)
    """The StreamAddress of a stream that the user has just made."""
    failed = Signal(object)
    """A StudioError."""
    recorded = Signal(object, object)
    """A StreamAddress and what was recorded of it, as Recorded."""

    def __init__(self, host: PlayerHost, toolbox: Toolbox, parent: QObject) -> None:
        super().__init__(parent)
        self._host, self._toolbox = host, toolbox
        self.make_book: MakeBook = open_book
        self._workers = Workers("streams", 3, self)
        self._opener = Workers("stream-book", 1, self)
        self._book: StreamBook | None = None
        self._made: StreamBook | None = None
        """The same, a moment earlier; for the opener's thread."""
        self._waiting: list[Callable[[StreamBook], None]] = []
        self._is_opening = self._is_stopped = False
        self.statuses: tuple[StreamStatus, ...] = ()
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(GATHER_MS)
        self._gather.timeout.connect(self.look)
        toolbox.ffmpeg_changed.connect(self._open)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    # -- the book --------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """True from the first use on."""
        return self._book is not None

    def _with_book(self, use: Callable[[StreamBook], None]) -> None:
        if self._book is not None:
            use(self._book)
        elif not self._is_stopped:
            self._waiting.append(use)
            self._open()

    def _open(self) -> None:
        """Make the book, as soon as it is known whether there is an ffmpeg."""
        toolbox = self._toolbox
        if self._is_opening or not self._waiting or toolbox.is_looking:
            return
        self._is_opening = True
        ffmpeg = toolbox.ffmpeg.path if toolbox.ffmpeg is not None else None
        later, make, host = self._opener.call_later, self.make_book, self._host
        on_change, on_recorded = partial(later, self._on_change), partial(later, self._on_recorded)

        def work() -> StreamBook:
            self._made = make(host.server(), ffmpeg, on_change, on_recorded)
            return self._made

        self._opener.run(work, self._on_book, self._on_no)

    def _on_book(self, book: StreamBook) -> None:
        self._book, self._is_opening = book, False
        waiting, self._waiting = self._waiting, []
        for use in waiting:
            use(book)

    def _on_no(self, problem: StudioError) -> None:
        self._is_opening = False
        self._waiting.clear()
        self.failed.emit(problem)

    def _do(
        self,
        act: Callable[[StreamBook], object],
        on_done: Callable[..., None] | None = None,
        on_problem: Callable[[StudioError], None] | None = None,
    ) -> None:
        """Call the book on a worker."""
        done, problem = on_done or self._on_acted, on_problem or self._on_problem
        self._with_book(lambda book: self._workers.run(partial(act, book), done, problem))

    def _on_acted(self, _result: object) -> None:
        self.look()

    def _on_problem(self, problem: StudioError) -> None:
        self.look()
        self.failed.emit(problem)

    def _on_made(self, address: StreamAddress) -> None:
        self.look()
        self.started.emit(address)

    # -- looking ---------------------------------------------------------------------

    def set_watched(self, watched: bool) -> None:
        """Look again and again while somebody sees the streams."""
        if watched and not self._is_stopped:
            self._timer.start()
            self.look()
        else:
            self._timer.stop()

    def look(self) -> None:
        """See how the streams are doing; told even when nothing is new, as time went on."""
        if self._book is None or self._is_stopped:
            return
        if self._timer.isActive():
            self._timer.start()  # counts from now on
        self._gather.stop()
        self.statuses = self._book.statuses()
        self.changed.emit(self.statuses)

    def _on_change(self, _address: StreamAddress) -> None:
        if not self._gather.isActive():
            self._gather.start()

    # -- making streams --------------------------------------------------------------

    def offer(self, paths: Sequence[Path]) -> None:
        """Let each viewer see these files from their beginning."""
        for path in paths:
            self._do(partial(_offer, path), self._on_made)

    def play_out(self, paths: Sequence[Path], *, loop: bool) -> None:
        """Show these files to all at the same moment."""
        for path in paths:
            self._do(partial(_play_out, path, loop), self._on_made)

    def go_live(self, source: LiveSource, encoding: LiveEncoding, name: str) -> None:
        """Encode a source and stream it."""
        self._do(lambda book: book.go_live(source, encoding, name=name), self._on_made)

    def watch_job(self, job: WatchedJob, on_made: Callable[[StreamAddress | None], None]) -> None:
        """Stream what a job has written so far, and all that follows; None when that failed."""

        def made(address: StreamAddress) -> None:
            self._on_made(address)
            on_made(address)

        def not_made(problem: StudioError) -> None:
            self._on_problem(problem)
            on_made(None)

        self._do(
            lambda book: book.watch_job(
                job.title, job.find_part, job.is_running, problem=job.problem, convert=job.convert
            ),
            made,
            not_made,
        )

    # -- what can be done with one ---------------------------------------------------

    def start(self, address: StreamAddress) -> None:
        """Offer a stopped stream again."""
        self._do(lambda book: book.start(address))

    def stop_stream(self, address: StreamAddress) -> None:
        """End a stream; what is recorded of it is finished."""
        self._do(lambda book: book.stop(address))

    def remove(self, address: StreamAddress) -> None:
        """End a stream and forget it; what is recorded of it is finished."""
        self._do(lambda book: book.remove(address))

    def record(self, address: StreamAddress, target: Path) -> None:
        """Write a stream to a file from now on; ``recorded`` tells what came of it."""
        self._do(lambda book: book.record(address, target))

    def end_recording(self, address: StreamAddress) -> None:
        """Finish a recording; the stream goes on."""
        self._do(lambda book: book.end_recording(address))

    def _on_recorded(self, address: StreamAddress, result: Recorded | StudioError) -> None:
        self.look()
        if isinstance(result, StudioError):
            self.failed.emit(result)
        else:
            self.recorded.emit(address, result)

    # -- addresses -------------------------------------------------------------------

    def links(self, address: StreamAddress) -> StreamLinks | None:
        """Return where a stream is found; None when it is gone."""
        if self._book is None:
            return None
        try:
            return self._book.links(address)
        except StudioError:
            return None

    def door(self, url: str) -> str:
        """Return an address for a browser's command line; see ``MediaServer.door``.

        Raises:
            StudioError: the server has ended.
        """
        return self._host.door(url)

    def find_page(self, text: str, on_page: Callable[[str], None]) -> None:
        """Find the page of a typed address."""
        self._do(lambda book: book.page_of(text), on_page)

    @property
    def running(self) -> int:
        """Streams that are made just now, and files that somebody watches."""
        return sum(
            status.state in LIVE_STATES
            and (status.address.kind is not StreamKind.VOD or bool(status.viewers))
            for status in self.statuses
        )

    @property
    def recording(self) -> int:
        """Streams that are recorded just now."""
        return sum(status.recording is not None for status in self.statuses)

    def stop(self, *, wait: bool) -> None:
        """End every stream; what is recorded is finished."""
        if not self._is_stopped:
            self._is_stopped = True
            self.statuses = ()
            self._timer.stop()
            self._gather.stop()
            self._workers.stop(wait=False)
            self._opener.run(self._close, _ignore, _ignore)
        self._opener.finish(wait=wait)
        self._workers.stop(wait=wait)

    def _close(self) -> None:
        if self._made is not None:
            self._made.close()


def _offer(path: Path, book: StreamBook) -> StreamAddress:
    return book.offer_file(path)


def _play_out(path: Path, loop: bool, book: StreamBook) -> StreamAddress:
    return book.play_out(path, loop=loop)


def _ignore(_result: object) -> None:
    return
