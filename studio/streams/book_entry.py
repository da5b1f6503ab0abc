"""One line of the book: a stream that can be stopped and started again under its name."""

from collections.abc import Sequence
from typing import Protocol

from studio.streams.links import Offered
from studio.streams.names import StreamAddress
from studio.streams.service import StreamPart
from studio.streams.status import StreamStatus


class Entry(Protocol):
    """A ``Published`` that the book keeps; its methods may be called from any thread."""

    @property
    def address(self) -> StreamAddress:
        """What it is called."""

    @property
    def parts(self) -> Sequence[StreamPart]:
        """Who answers for it just now."""

    def start(self) -> None:
        """Begin, or begin anew after ``stop``; a failure is told by ``status``. May be slow."""

    def stop(self) -> None:
        """End; returns when its threads and processes are gone."""

    def close(self) -> None:
        """End for good."""

    def status(self) -> StreamStatus:
        """How it and its viewers are doing; never slow."""

    def offered(self) -> Offered:
        """What it offers."""
