"""A live stream by plain requests: its newest segments, HLS and DASH, from a window."""

import asyncio
import json
import re
import time
from concurrent.futures import Executor

from aiohttp.web import BaseRequest, Response, StreamResponse

from studio.segments import dash_text, hls_text
from studio.server.answers import json_answer, plain
from studio.server.guard import SECURITY_HEADERS
from studio.streams.live_text import live_manifest, live_master, live_media, playlist_name
from studio.streams.sent_bytes import send_bytes
from studio.streams.viewer_ways import ViewerWays, viewer_query
from studio.streams.viewers import ViewerLedger
from studio.streams.window import LiveWindow, WindowState, WindowView
from studio.streams.window_join import MUXED

FIRST_WAIT_S = 8.0
"""How long the first requests wait for the first segment."""
LOOK_EVERY_S = 0.1
NEEDS_MP4 = "HLS needs MP4, and this stream is WebM. Take the DASH manifest: dash/manifest.mpd."
NOT_YET = "The stream has not begun yet."
OVER = "There is no such stream, or it has ended."
GONE = "This segment is not there, or not any more."

_INIT = re.compile(r"init(?:-([0-9]{1,9}))?\.(mp4|webm)")
_SEGMENT = re.compile(r"([0-9]{1,12})(?:\.(mp4|m4s|webm))?")
_LANES = ("video", "audio")


class LiveHttpPart:
    """Answers ``init-V.EXT``, ``segments``, ``segments/N.EXT``, ``hls/...`` and ``dash/...``.

    Also ``video/...`` and ``audio/...``, the same with one track each, and ``index.json``.

    Args:
        window: what is answered from.
        ledger: hears who takes what.
    """

    def __init__(self, window: LiveWindow, ledger: ViewerLedger) -> None:
        self._window = window
        self._ways = ViewerWays(ledger)

    async def answer(
        self, request: BaseRequest, rest: list[str], executor: Executor
    ) -> StreamResponse | None:
        """Answer a request; None for a path that is not of this part."""
        if not _is_ours(rest):
            return None
        if request.method not in {"GET", "HEAD"}:
            return plain(405, headers={"Allow": "GET, HEAD"})
        state = await self._begun()
        if state is WindowState.PENDING:
            return plain(503, NOT_YET, headers={"Retry-After": "1"})
        if state is WindowState.CLOSED:
            return plain(404, OVER)
        match rest:
            case [name] if _INIT.fullmatch(name):
                return await self._init(request, MUXED, name)
            case [lane, name] if lane in {MUXED, *_LANES}:
                send = self._init if _INIT.fullmatch(name) else self._segment
                return await send(request, lane, name)
        view = self._window.view()
        return plain(404, OVER) if view is None else self._told(request, view, rest)

    def _told(self, request: BaseRequest, view: WindowView, rest: list[str]) -> Response | None:
        """Answer a request for what there is, and what it is called."""
        match rest:
            case ["index.json"]:
                return json_answer(json.dumps(_index(view)).encode())
            case ["segments"]:
                return json_answer(json.dumps(_listed(view)).encode())
            case ["hls", name]:
                return self._hls(request, view, name.removesuffix(".m3u8"))
            case ["dash", _]:
                self._ways.of_playlist(request, "dash")
                text = live_manifest(view, time.time(), viewer_query(request))
                return _text(text, dash_text.MEDIA_TYPE)
        return None

    async def _begun(self) -> WindowState:
        """Wait a while for the first segment."""
        end = time.monotonic() + FIRST_WAIT_S
        while (state := self._window.state) is WindowState.PENDING and time.monotonic() < end:
            await asyncio.sleep(LOOK_EVERY_S)
        return state

    def _hls(self, request: BaseRequest, view: WindowView, name: str) -> Response:
        if view.muxed.newest_init.suffix != ".mp4":
            return plain(404, NEEDS_MP4)
        self._ways.of_playlist(request, "hls")
        query = viewer_query(request)
        if name == "master":
            return _text(live_master(view, query), hls_text.MEDIA_TYPE)
        lanes = {playlist_name(lane): lane for lane in (view.muxed, *view.lanes)}
        if name not in lanes:
            return plain(404)
        return _text(live_media(view, lanes[name], query), hls_text.MEDIA_TYPE)

    async def _init(self, request: BaseRequest, lane: str, name: str) -> StreamResponse:
        found = _INIT.fullmatch(name)
        version = int(found[1]) if found and found[1] else None
        init = self._window.init(lane, version) if found else None
        if found is None or init is None or init.suffix != f".{found[2]}":
            return plain(404, GONE)
        return await send_bytes(request, (init.data,), init.mime.partition(";")[0])

    async def _segment(self, request: BaseRequest, lane: str, name: str) -> StreamResponse:
        found = _SEGMENT.fullmatch(name)
        segment = self._window.segment(int(found[1]), lane) if found else None
        init = None if segment is None else self._window.init(lane, segment.version)
        if found is None or segment is None or init is None or not _fits(init.suffix, found[2]):
            return plain(404, GONE)
        viewer = self._ways.of_segment(request)
        return await send_bytes(request, segment.parts, init.mime.partition(";")[0], viewer)


def _is_ours(rest: list[str]) -> bool:
    match rest:
        case ["index.json"] | ["segments"] | ["dash", "manifest.mpd"]:
            return True
        case ["hls", name]:
            return name.endswith(".m3u8")
        case [name]:
            return _INIT.fullmatch(name) is not None
        case [folder, _]:
            return folder == MUXED or folder in _LANES
    return False


def _fits(suffix: str, asked: str | None) -> bool:
    return asked is None or asked in ({"mp4", "m4s"} if suffix == ".mp4" else {"webm"})


def _text(text: str, kind: str) -> Response:
    headers = {**SECURITY_HEADERS, "Content-Type": kind}
    return Response(body=text.encode(), headers=headers)


def _index(view: WindowView) -> dict[str, object]:
    """Return what ``index.json`` answers; an interface: keys stay."""
    init = view.muxed.newest_init
    return {
        "mime": init.mime,
        "live": view.state is WindowState.LIVE,
        "init": f"init-{init.version}{init.suffix}",
        "segments": _listed(view),
    }


def _listed(view: WindowView) -> list[dict[str, object]]:
    """Return what ``segments`` answers; an interface: keys stay."""
    return [
        {
            "number": one.number,
            "start_s": float(one.start_s),
            "duration_s": float(one.duration_s),
            "size": one.size,
            "init": one.version,
            "discontinuity": one.discontinuity,
        }
        for one in view.muxed.segments
    ]
