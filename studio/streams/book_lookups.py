"""What can be asked of the book of streams: addresses, statuses, URLs."""

from studio.errors import StudioError
from studio.segments.model import SegmentMap
from studio.server.app import MediaServer
from studio.streams.book_copies import MendedCopies
from studio.streams.book_live import LiveEntry
from studio.streams.book_shelf import Shelf
from studio.streams.book_vod import VodEntry
from studio.streams.links import StreamLinks, links_of
from studio.streams.names import StreamAddress, parse_address
from studio.streams.status import StreamStatus


class BookLookups:
    """The part of the book that only looks things up.

    Args:
        server: whose URLs are told.
        shelf: where the entries are.
        copies: that are made for them.
    """

    def __init__(self, server: MediaServer, shelf: Shelf, copies: MendedCopies) -> None:
        self._server = server
        self._shelf = shelf
        self._copies = copies

    def addresses(self) -> tuple[StreamAddress, ...]:
        """Return every stream's address, in the order in which they came."""
        return tuple(entry.address for entry in self._shelf.all())

    def statuses(self) -> tuple[StreamStatus, ...]:
        """Return how every stream is doing, in the order in which they came."""
        return tuple(entry.status() for entry in self._shelf.all())

    def status(self, address: StreamAddress) -> StreamStatus:
        """Return how one stream is doing.

        Raises:
            InputError: there is no such stream.
        """
        return self._shelf.get(address).status()

    def links(self, address: StreamAddress) -> StreamLinks:
        """Return where a stream is found.

        Raises:
            InputError: there is no such stream.
        """
        return links_of(self._server, address, self._shelf.get(address).offered())

    def page_of(self, address: str) -> str:
        """Return the URL of our page for a typed address: ``vod://NAME``.

        Raises:
            InputError: this is no address, or there is no such stream.
        """
        return self.links(parse_address(address)).player

    def source_map(self, address: StreamAddress) -> SegmentMap | None:
        """Return how the user's file behind a VOD stream is cut; None for every other stream.

        Raises:
            InputError: there is no such stream.
        """
        entry = self._shelf.get(address)
        return entry.source_map if isinstance(entry, VodEntry) else None

    def listing_problem(self, address: StreamAddress) -> str:
        """Return why a VOD stream is refused as HLS and DASH; empty when it is not. Slow.

        Raises:
            InputError: there is no such stream.
        """
        entry = self._shelf.get(address)
        return entry.listing_problem() if isinstance(entry, VodEntry) else ""

    def folder_problem(self, address: StreamAddress) -> StudioError | None:
        """Return why the folder of a live stream cannot be written just now; None if it can.

        Raises:
            InputError: there is no such stream.
        """
        entry = self._shelf.get(address)
        return entry.mirror_problem() if isinstance(entry, LiveEntry) else None

    def copying(self) -> tuple[str, float] | None:
        """Return which file is being copied for ``offer_file``, and how far, from 0 to 1."""
        return self._copies.copying
