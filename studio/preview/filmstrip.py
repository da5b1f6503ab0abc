"""Small pictures along the time axis: ``filmstrip/T_MS.jpg?width=W``."""

import asyncio
import logging
import threading
from collections import OrderedDict
from collections.abc import Mapping
from fractions import Fraction
from functools import partial
from urllib.parse import parse_qs

from aiohttp.web import BaseRequest, Response, StreamResponse

from studio.errors import StudioError
from studio.media.child import run_child
from studio.preview.excerpts import excerpt
from studio.preview.facts_file import frame_rate
from studio.preview.latest_first import LatestFirst
from studio.preview.parts import RoomFiles, RoomPart
from studio.segments.model import TrackKind
from studio.server.answers import plain
from studio.server.guard import SECURITY_HEADERS

log = logging.getLogger(__name__)

TIME_LIMIT_S = 20.0
MOST_WAITING = 64
MOST_KEPT_BYTES = 16 << 20
LEAST_WIDTH, MOST_WIDTH, USUAL_WIDTH = 16, 640, 160
LATEST_MS = 10**9
_SLACK_S = Fraction(1, 1000)
"""Times in a file may be rounded to whole milliseconds."""

_USUAL_FRAME_S = Fraction(1, 25)
_BEFORE_END_S = Fraction(1)
_CLOSE_LIMIT_S = 5.0


class FilmstripPart(RoomPart):
    """Answers with the picture that is shown at a time, as JPEG.

    One ffmpeg for each picture, two at a time; pictures are kept in memory while there is
    room. A request that is not wanted any more (its page has gone on) is not begun.
    """

    prefix = "filmstrip"

    def __init__(self, files: RoomFiles) -> None:
        self._files = files
        self._cancel = threading.Event()
        self._pictures = _Kept()
        self._work: LatestFirst[bytes] = LatestFirst("room-filmstrip", 2, MOST_WAITING)
        rate = frame_rate(files.segment_map)
        self._frame_s = _USUAL_FRAME_S if not rate else 1 / rate

    @property
    def features(self) -> Mapping[str, object]:
        """``filmstrip``: whether there are pictures."""
        return {"filmstrip": self._has_pictures}

    @property
    def _has_pictures(self) -> bool:
        found = self._files.segment_map
        return self._files.ffmpeg is not None and found.track_of(TrackKind.VIDEO) is not None

    async def answer(self, request: BaseRequest, rest: list[str]) -> StreamResponse:
        """Return the picture of a time."""
        name = rest[0].removesuffix(".jpg") if len(rest) == 1 else ""
        if not (name.isascii() and name.isdigit() and len(name) <= 9) or not self._has_pictures:
            return plain(404)
        wanted = (int(name), _width(request))
        jpeg = self._pictures.get(wanted)
        if jpeg is None:
            future = self._work.ask(partial(self._make_wanted, request, wanted))
            try:
                jpeg = await asyncio.wrap_future(future)
            except asyncio.CancelledError:
                if not future.cancelled():
                    raise  # it is this request that was cancelled
                return plain(503, headers={"Retry-After": "1"})
            except StudioError:
                return plain(404)
        headers = {**SECURITY_HEADERS, "Content-Type": "image/jpeg"}
        headers["Cache-Control"] = "private, max-age=3600"
        return Response(body=jpeg, headers=headers)

    def close(self) -> None:
        """End every ffmpeg."""
        self._cancel.set()
        self._work.close()
        self._work.join(_CLOSE_LIMIT_S)

    def _make_wanted(self, request: BaseRequest, wanted: tuple[int, int]) -> bytes:
        if request.transport is None or request.transport.is_closing():
            raise StudioError("Nobody waits for this picture any more.")
        jpeg = self._pictures.get(wanted)
        if jpeg is None:
            jpeg = self._make(*wanted)
            self._pictures.put(wanted, jpeg)
        return jpeg

    def _make(self, time_ms: int, width: int) -> bytes:
        """Return the picture shown at a time; the last one where there is none any more.

        Raises:
            StudioError: there is none, or the file cannot be read.
        """
        at_s = max(Fraction(0), Fraction(time_ms, 1000) - self._frame_s + _SLACK_S)
        jpeg = self._run(at_s, width, ["-frames:v", "1"])
        if not jpeg and not self._cancel.is_set():
            end_s = min(at_s, self._files.segment_map.duration_s)
            begin_s = max(Fraction(0), end_s - _BEFORE_END_S)
            jpeg = self._run(begin_s, width, ["-update", "1"])
        if not jpeg:
            raise StudioError("There is no picture at this time.")
        return jpeg

    def _run(self, begin_s: Fraction, width: int, output: list[str]) -> bytes:
        assert self._files.ffmpeg is not None
        end_s = begin_s + 2
        with excerpt(self._files, begin_s, end_s) as part:
            shape = f"scale=w=max(2\\,trunc(iw*sar)):h=ih,scale=w={width}:h=-2,setsar=1"
            head = [str(self._files.ffmpeg), "-v", "error", "-nostdin", "-threads", "1"]
            picture = ["-map", "0:v:0", "-an", "-sn", "-dn", "-vf", part.video + shape]
            form = ["-q:v", "4", "-c:v", "mjpeg", "-f", "image2pipe", "-"]
            command = [*head, *part.arguments, *picture, *output, *form]
            try:
                result = run_child(command, time_limit_s=TIME_LIMIT_S, cancel=self._cancel)
            except OSError as error:
                raise StudioError("ffmpeg could not be started.", detail=str(error)) from error
        if result.stderr:
            log.debug("a picture at %.3f s: %s", float(begin_s), result.stderr[-300:])
        return _last_jpeg(result.stdout)


class _Kept:
    """The pictures asked for last. Safe to use from any thread."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[int, int], bytes] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def get(self, wanted: tuple[int, int]) -> bytes | None:
        with self._lock:
            if wanted in self._kept:
                self._kept.move_to_end(wanted)
            return self._kept.get(wanted)

    def put(self, wanted: tuple[int, int], jpeg: bytes) -> None:
        with self._lock:
            self._size += len(jpeg) - len(self._kept.get(wanted, b""))
            self._kept[wanted] = jpeg
            while self._size > MOST_KEPT_BYTES:
                self._size -= len(self._kept.popitem(last=False)[1])


def _width(request: BaseRequest) -> int:
    """Return the width asked for, an even number within limits."""
    asked = parse_qs(request.raw_path.partition("?")[2]).get("width", [""])[0][:6]
    width = int(asked) if asked.isascii() and asked.isdigit() else USUAL_WIDTH
    return min(max(width, LEAST_WIDTH), MOST_WIDTH) // 2 * 2


def _last_jpeg(data: bytes) -> bytes:
    """Return the last of several pictures in a row, nothing when none is whole."""
    start = data.rfind(b"\xff\xd8\xff")
    return data[start:] if start >= 0 and data.endswith(b"\xff\xd9") else b""
