"""In which way viewers of plain requests watch: their playlists tell, their segments do not."""

import re
from urllib.parse import parse_qs
from weakref import WeakKeyDictionary

from aiohttp.web import BaseRequest

from studio.streams.viewers import STATUS_WAY, Viewer, ViewerLedger

_VIEWER = re.compile(r"[A-Za-z0-9_-]{1,32}")


class ViewerWays:
    """Names the way of each request; for the server's loop only.

    Args:
        ledger: the viewers of one stream.
    """

    def __init__(self, ledger: ViewerLedger) -> None:
        self._ledger = ledger
        self._ways: WeakKeyDictionary[Viewer, str] = WeakKeyDictionary()

    def of_playlist(self, request: BaseRequest, way: str) -> Viewer:
        """Return who asked for a playlist: their segments are asked for in this way from now on."""
        viewer = self._ledger.of(request, way)
        self._ways[viewer] = way
        return viewer

    def of_segment(self, request: BaseRequest) -> Viewer:
        """Return who asked for a segment."""
        viewer = self._ledger.of(request, STATUS_WAY)
        viewer.ask(self._ways.get(viewer, "segments"))
        return viewer


def viewer_query(request: BaseRequest) -> str:
    """Return what each address in a playlist ends with, so that its viewer stays the same."""
    given = parse_qs(request.raw_path.partition("?")[2]).get("viewer", [""])
    return f"?viewer={given[0]}" if len(given) == 1 and _VIEWER.fullmatch(given[0]) else ""
