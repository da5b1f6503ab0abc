"""HLS and DASH of a file: each track by itself in segments, or all of it by byte ranges."""

import asyncio
import re
import threading
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass

from aiohttp.web import BaseRequest, Response, StreamResponse

from studio.errors import SegmentError
from studio.preview import manifests
from studio.segments import dash_text, hls_text
from studio.segments.model import SegmentMap
from studio.segments.stitched import Piece
from studio.server.answers import plain
from studio.server.guard import SECURITY_HEADERS
from studio.server.media import FileChangedError, FileRegistry, RegisteredFile
from studio.streams.fitness import Fitness, fitness_of
from studio.streams.sent_bytes import send_bytes
from studio.streams.track_split import TrackSplitter, splitter_for
from studio.streams.viewer_ways import ViewerWays, viewer_query
from studio.streams.viewers import ViewerLedger
from studio.streams.vod_lanes import (
    VodLane,
    lanes_of,
    needs_mp4,
    playlist_name,
    vod_manifest,
    vod_master,
    vod_media,
)

NEEDS_MP4 = "HLS needs MP4, and this file is WebM. Take the DASH manifest: dash/manifest.mpd."
KEPT_BYTES = 32 << 20
"""Segments of single tracks that are kept: viewers who watch together ask for the same ones."""
_NUMBER = re.compile(r"([0-9]{1,9})\.(mp4|m4s|webm)")
_LANES = ("video", "audio")
_WHOLE = "file"


@dataclass(frozen=True, slots=True)
class _Prepared:
    fitness: Fitness
    lanes: tuple[VodLane, ...]
    splitter: TrackSplitter | None


class VodManifestPart:
    """Answers ``hls/...``, ``dash/...``, and segments of one track: ``video/N``, ``audio/N``.

    ``hls/master.m3u8`` and ``dash/manifest.mpd`` name the same segments; ``hls/file.m3u8``,
    ``hls/file-master.m3u8`` and ``dash/file.mpd`` name byte ranges of ``file.EXT``. What no
    player could play from each segment on is refused with the verdict's sentence.

    Args:
        segment_map: how the file is cut.
        ledger: hears who takes what.
        pieces: what the map's offsets count in, when that is not the map's own file.

    Raises:
        InputError: the file is gone, or is not the one the map was read from.
    """

    def __init__(
        self, segment_map: SegmentMap, ledger: ViewerLedger, *, pieces: Sequence[Piece] = ()
    ) -> None:
        self._map = segment_map
        self._pieces = tuple(pieces)
        self._ways = ViewerWays(ledger)
        files = FileRegistry()
        entry = files.get(files.add(segment_map, pieces))
        assert entry is not None
        self._entry: RegisteredFile = entry
        self._lock = threading.Lock()
        self._prepared: _Prepared | None = None
        self._kept: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._kept_bytes = 0

    @property
    def has_hls(self) -> bool:
        """Tell whether there may be playlists: HLS carries MP4 only."""
        return not needs_mp4(self._map)

    def problem(self) -> str:
        """Return why nothing is listed, empty when all is well; slow at the first call."""
        return self._ready().fitness.problem

    async def answer(
        self, request: BaseRequest, rest: list[str], executor: Executor
    ) -> StreamResponse | None:
        """Answer a request; None for a path that is not of this part."""
        if not _is_ours(rest):
            return None
        if request.method not in {"GET", "HEAD"}:
            return plain(405, headers={"Allow": "GET, HEAD"})
        folder, name = rest
        if folder == "hls" and not self.has_hls:
            return plain(404, NEEDS_MP4)
        loop = asyncio.get_running_loop()
        ready = await loop.run_in_executor(executor, self._ready)
        if ready.fitness.problem:
            return plain(404, ready.fitness.problem)
        if folder in _LANES:
            return await self._media(request, ready, folder, name, executor)
        self._ways.of_playlist(request, folder)
        text = await loop.run_in_executor(
            executor, self._text, ready, folder, name, viewer_query(request)
        )
        kind = hls_text.MEDIA_TYPE if folder == "hls" else dash_text.MEDIA_TYPE
        return plain(404) if text is None else _text_answer(text, kind)

    def _ready(self) -> _Prepared:
        """Look at the file, once."""
        with self._lock:
            if self._prepared is None:
                self._prepared = self._prepare()
            return self._prepared

    def _prepare(self) -> _Prepared:
        fitness = fitness_of(self._map, self._pieces)
        if fitness.problem:
            return _Prepared(fitness, (), None)
        try:
            init = self._read(self._map.init_offset, self._map.init_size)
            splitter = splitter_for(self._map.family, init)
        except (OSError, FileChangedError, SegmentError):
            return _Prepared(Fitness("The file is gone or cannot be read.", {}), (), None)
        lanes = lanes_of(self._map, fitness.sizes)
        if not lanes:
            return _Prepared(Fitness("The file has neither picture nor sound.", {}), (), None)
        return _Prepared(fitness, lanes, splitter)

    def _text(self, ready: _Prepared, folder: str, name: str, query: str) -> str | None:
        if folder == "dash":
            if name == f"{_WHOLE}.mpd":
                return manifests.dash_manifest(self._map, self._whole(query))
            return vod_manifest(ready.lanes, query) if name == "manifest.mpd" else None
        match name.removesuffix(".m3u8"):
            case "master":
                return vod_master(ready.lanes, query)
            case "file-master":
                return manifests.hls_master(self._map, f"{_WHOLE}.m3u8{query}")
            case "file":
                return manifests.hls_media(self._map, self._whole(query), numbered=True)
            case stem:
                lane = next((one for one in ready.lanes if playlist_name(one) == stem), None)
                return None if lane is None else vod_media(lane, query)

    def _whole(self, query: str) -> str:
        suffix = ".mp4" if self.has_hls else ".webm"
        return f"../{_WHOLE}{suffix}{query}"

    async def _media(
        self, request: BaseRequest, ready: _Prepared, folder: str, name: str, executor: Executor
    ) -> StreamResponse:
        lane = next((one for one in ready.lanes if one.name == folder), None)
        if lane is None or ready.splitter is None:
            return plain(404)
        base = lane.mime.partition(";")[0]
        if name == f"init{lane.suffix}":
            return await send_bytes(request, (ready.splitter.init_of(lane.track.number),), base)
        found = _NUMBER.fullmatch(name)
        place = int(found[1]) - lane.first if found else -1
        fits = found is not None and (found[2] == "webm") == (lane.suffix == ".webm")
        if not fits or not 0 <= place < len(lane.segments):
            return plain(404)
        loop = asyncio.get_running_loop()
        try:
            data = await loop.run_in_executor(executor, self._segment, lane, place, ready.splitter)
        except FileChangedError:
            return plain(409, "The file has changed since it was opened.")
        except (OSError, SegmentError):
            return plain(404, "The file is gone or cannot be read.")
        return await send_bytes(request, (data,), base, self._ways.of_segment(request))

    def _segment(self, lane: VodLane, place: int, splitter: TrackSplitter) -> bytes:
        """Return one track's share of a segment."""
        key = lane.name, place
        with self._lock:
            known = self._kept.get(key)
            if known is not None:
                self._kept.move_to_end(key)
                self._entry.open(0).close()  # gone or changed, it is not answered any more
                return known
        whole = self._map.segments[lane.segments[place].index]
        data = splitter.media_of(lane.track.number, self._read(whole.offset, whole.size))
        with self._lock:
            if key not in self._kept:
                self._kept[key] = data
                self._kept_bytes += len(data)
            while self._kept_bytes > KEPT_BYTES:
                self._kept_bytes -= len(self._kept.popitem(last=False)[1])
        return data

    def _read(self, offset: int, size: int) -> bytes:
        with closing(self._entry.open(offset)) as file:
            parts = []
            left = size
            while left:
                block = file.read(left)
                if not block:
                    raise FileChangedError
                parts.append(block)
                left -= len(block)
            return b"".join(parts)


def _is_ours(rest: list[str]) -> bool:
    match rest:
        case ["hls", name]:
            return name.endswith(".m3u8")
        case ["dash", name]:
            return name.endswith(".mpd")
        case [folder, _]:
            return folder in _LANES
    return False


def _text_answer(text: str, kind: str) -> Response:
    return Response(body=text.encode(), headers={**SECURITY_HEADERS, "Content-Type": kind})
