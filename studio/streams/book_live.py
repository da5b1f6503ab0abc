"""A live stream in the book: its feed, its window for HLS and DASH, and its recording."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from studio.errors import InputError, StudioError
from studio.streams.feed import Feed
from studio.streams.links import Offered
from studio.streams.live import LiveStream
from studio.streams.live_parts import LiveHttpPart
from studio.streams.mirror import FolderMirror
from studio.streams.names import StreamAddress
from studio.streams.service import StreamPart
from studio.streams.status import StreamStatus
from studio.streams.viewers import ViewerLedger
from studio.streams.window import DEFAULT_LENGTH_S, DEFAULT_SEGMENT_S, LiveWindow


@dataclass(frozen=True, slots=True)
class WindowWishes:
    """How much playlists of live streams list, and up to where units are joined, both in s."""

    length_s: float = DEFAULT_LENGTH_S
    segment_s: float = DEFAULT_SEGMENT_S

    def make(self, longest_unit_s: Fraction = Fraction(0)) -> LiveWindow:
        """Return a window for one stream, whose longest unit is told where it is known."""
        return LiveWindow(self.length_s, self.segment_s, longest_unit_s=float(longest_unit_s))


class LiveEntry:
    """One live stream, as ``Entry``.

    Args:
        address: what it is called.
        feed: where it comes from; begins anew after each stop.
        window: what HLS and DASH are answered from.
        suffix: ``.webm`` or ``.mp4``, what its segments will be; empty while nobody knows.
        on_change: told when its state changes, or viewers come and go.
        note: what to tell the user about it.
    """

    def __init__(
        self,
        address: StreamAddress,
        feed: Feed,
        window: LiveWindow,
        *,
        suffix: str,
        on_change: Callable[[], None],
        note: str = "",
    ) -> None:
        ledger = ViewerLedger()
        self._suffix = suffix
        self._window = window
        self._note = note
        self._mirror: FolderMirror | None = None
        self._lock = threading.Lock()
        self.stream = LiveStream(
            address, feed, ledger=ledger, window=window, parts=[LiveHttpPart(window, ledger)]
        )
        self.stream.on_change = on_change

    @property
    def address(self) -> StreamAddress:
        """What it is called."""
        return self.stream.address

    @property
    def parts(self) -> Sequence[StreamPart]:
        """Who answers for it."""
        return self.stream.parts

    def start(self) -> None:
        """Begin, unless it runs."""
        with self._lock:
            self.stream.start()

    def stop(self) -> None:
        """End it for everyone; its playlists are gone at once, those in a folder say so."""
        with self._lock:
            self.stream.stop()
            if self._mirror is not None:
                self._mirror.close(keep=True)
            self._window.close()

    def mirror(self, folder: Path) -> None:
        """Also write HLS and DASH into a folder, until it is stopped.

        Raises:
            InputError: that is done already.
            OutputError: the folder cannot be made, or holds something that is not ours.
        """
        with self._lock:
            if self._mirror is not None:
                raise InputError(f"{self.address} is written into a folder already.")
            mirror = FolderMirror(self._window, folder)
            mirror.start()
            self._mirror = mirror

    def mirror_problem(self) -> StudioError | None:
        """Return why the folder cannot be written just now; None while it can, or is none."""
        return None if self._mirror is None else self._mirror.problem

    def close(self) -> None:
        """End for good."""
        self.stop()

    def status(self) -> StreamStatus:
        """How it and its viewers are doing."""
        return self.stream.status()

    def offered(self) -> Offered:
        """What it offers; HLS only of MP4, as its specification has it."""
        suffix = self._suffix or _suffix_of(self.stream.status().mime)
        return Offered(suffix, suffix == ".mp4", manifest=bool(suffix), note=self._note)


def _suffix_of(mime: str) -> str:
    base = mime.partition(";")[0]
    return f".{base.partition('/')[2]}" if base else ""
