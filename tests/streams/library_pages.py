"""Pages of independent player libraries, as sites write them; served beside the streams.

The libraries come from npm, for tests only: ``build/dev.py test`` brings what tests/streams/npm
locks. ``MSE_STUDIO_TEST_LIBRARIES`` names another folder with them.
"""

import asyncio
import os
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlencode

import pytest
from aiohttp.web import BaseRequest, Response, StreamResponse

from studio import paths
from studio.preview.libraries_found import Library, find_libraries
from studio.segments.model import SegmentMap
from studio.segments.reader import read_segment_map
from studio.server.answers import plain
from studio.server.app import MediaServer
from studio.server.guard import SECURITY_HEADERS
from studio.server.ranges import parse_range
from studio.streams.feed import FeedListener, LiveInit, LiveUnit

VARIABLE = "MSE_STUDIO_TEST_LIBRARIES"
BROUGHT = Path(__file__).parents[2] / "build" / "work" / "player-libraries"
POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "style-src 'unsafe-inline'; connect-src 'self' data: blob:; media-src 'self' blob:; "
    "worker-src blob: 'self'; img-src 'self' data:; frame-src 'self'"
)
PAGE = """<!doctype html><meta charset="utf-8"><title>client</title>
<video muted playsinline width="320" height="180"></video>
<script src="{library}.js"></script>
<script>
const video = document.querySelector("video");
const client = window.client = {{ said: [], fatal: "", frames: 0, video, ended: false }};
const step = () => {{ client.frames += 1; video.requestVideoFrameCallback(step); }};
video.requestVideoFrameCallback(step);
video.addEventListener("ended", () => {{ client.ended = true; }});
video.addEventListener("error", () => {{ client.fatal = "media: " + video.error?.message; }});
client.ranges = () => [...Array(video.buffered.length).keys()]
  .map((n) => [video.buffered.start(n), video.buffered.end(n)]);
const say = (fatal, text) => {{
  client.said.push((fatal ? "FATAL " : "") + text);
  if (fatal && !client.fatal) client.fatal = text;
}};
const begin = {{
  "hls.js"(url) {{
    const hls = client.player = new Hls({{ debug: false }});
    hls.on(Hls.Events.ERROR, (_, data) =>
      say(data.fatal, [data.type, data.details, data.response?.code, data.error?.message,
        data.url].filter(Boolean).join(" ")));
    client.latency = () => hls.latency;
    client.isLive = () => hls.levels?.[0]?.details?.live ?? null;
    hls.attachMedia(video);
    hls.loadSource(url);
  }},
  async "shaka-player"(url) {{
    shaka.polyfill.installAll();
    const player = client.player = new shaka.Player();
    const told = (error) => say(error.severity !== 1, error.code + " " + (error.data ?? error));
    player.addEventListener("error", (event) => told(event.detail));
    await player.attach(video);
    client.latency = () => player.seekRange().end - video.currentTime;
    client.isLive = () => player.isLive();
    await player.load(url).catch(told);
  }},
  "dashjs"(url) {{
    const player = client.player = dashjs.MediaPlayer().create();
    player.updateSettings({{ debug: {{ logLevel: dashjs.Debug.LOG_LEVEL_NONE }} }});
    player.on(dashjs.MediaPlayer.events.ERROR, ({{ error }}) =>
      say(true, error.code + " " + error.message));
    client.latency = () => player.getCurrentLiveLatency();
    client.isLive = () => player.isDynamic();
    player.initialize(video, url, true);
  }},
}};
client.begun = Promise.resolve().then(() => begin["{library}"]("{url}"))
  .catch((error) => say(true, String(error)));
client.play = () => video.play().catch((error) => say(false, "play: " + error.message));
const start = () => {{ if (video.paused) client.play(); }};
video.addEventListener("canplay", start, {{ once: true }});
</script>
"""

GRID = """<!doctype html><meta charset="utf-8"><title>clients</title><body><script>
const said = (frame) => {
  const { client } = frame.contentWindow;
  return client && { name: frame.name, time: client.video.currentTime, frames: client.frames,
    ranges: client.ranges(), latency: client.latency?.() ?? null, live: client.isLive?.() ?? null,
    ended: client.ended, paused: client.video.paused, length: client.video.duration,
    fatal: client.fatal, said: client.said };
};
window.add = (name, src) => {
  const frame = document.createElement("iframe");
  Object.assign(frame, { name, src, width: 200, height: 120, allow: "autoplay" });
  document.body.append(frame);
  return 1;
};
window.clients = () => [...document.querySelectorAll("iframe")].map(said);
window.clientOf = (name) => frames[name].client;
</script>
"""


def real_libraries() -> dict[str, Library]:
    """Return the libraries by name, or skip the test saying so."""
    found = find_libraries(Path(os.environ.get(VARIABLE) or BROUGHT))
    if len(found) < 3:
        pytest.skip("NOT TESTED: hls.js, Shaka Player and dash.js are not here; npm brings them")
    return {library.kind.name: library for library in found}


class LibraryPages:
    """Serves ``/clients/page.html?library=NAME&manifest=PATH`` and the libraries' scripts."""

    folders = ("clients",)

    def __init__(self, libraries: dict[str, Library]) -> None:
        self._scripts = {
            f"{name}.js": library.script.read_bytes() for name, library in libraries.items()
        }

    async def answer(
        self, request: BaseRequest, parts: list[str], executor: Executor
    ) -> StreamResponse:
        name = parts[-1]
        headers = {**SECURITY_HEADERS, "Content-Security-Policy": POLICY}
        if name in self._scripts:
            headers["Content-Type"] = "text/javascript; charset=utf-8"
            return Response(body=self._scripts[name], headers=headers)
        if name == "grid.html":
            headers["Content-Type"] = "text/html; charset=utf-8"
            return Response(body=GRID.encode(), headers=headers)
        if name == "page.html":
            asked = dict(part.split("=", 1) for part in request.query_string.split("&"))
            manifest = asked["manifest"].replace("%2F", "/").replace("%3F", "?")
            text = PAGE.format(library=asked["library"], url=f"../{manifest}")
            headers["Content-Type"] = "text/html; charset=utf-8"
            return Response(body=text.encode(), headers=headers)
        await asyncio.sleep(0)
        return plain(404)


def page_url(server: MediaServer, library: str, manifest: str) -> str:
    """Return the page on which a library plays ``vod/NAME/hls/master.m3u8`` and the like."""
    query = urlencode({"library": library, "manifest": manifest})
    return f"{server.base_url}/clients/page.html?{query}"


def grid_url(server: MediaServer) -> str:
    """Return the page that shows several clients at once: ``add(name, url)``, ``clients()``."""
    return f"{server.base_url}/clients/grid.html"


class FolderPages:
    """Serves a folder as any web server would: ``/files/...``, with byte ranges."""

    folders = ("files",)

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def answer(
        self, request: BaseRequest, parts: list[str], executor: Executor
    ) -> StreamResponse:
        path = self._folder.joinpath(*parts[1:])
        if not path.is_file():
            return plain(404)
        data = path.read_bytes()
        kinds = {".m3u8": "application/vnd.apple.mpegurl", ".mpd": "application/dash+xml"}
        headers = {**SECURITY_HEADERS, "Content-Type": kinds.get(path.suffix, "video/mp4")}
        wanted = parse_range(request.headers.get("Range"), len(data))
        if wanted is None:
            return Response(body=data, headers=headers)
        end = wanted.offset + wanted.length
        headers["Content-Range"] = f"bytes {wanted.offset}-{end - 1}/{len(data)}"
        return Response(status=206, body=data[wanted.offset : end], headers=headers)


@contextmanager
def serving(libraries: dict[str, Library]) -> Iterator[MediaServer]:
    """A server with the pages."""
    with MediaServer(paths.resources_dir() / "player") as server:
        server.add_service(LibraryPages(libraries))
        yield server


class PacedFeed:
    """Gives a clip's segments as a live feed would: each when its last moment is over.

    Args:
        path: fMP4 or WebM whose segments begin with keyframes.
        ahead_s: so much of it is given at once, as if it had begun that long ago.
        speed: of its clock.
    """

    def __init__(self, path: Path, *, ahead_s: float = 0.0, speed: float = 1.0) -> None:
        self._map: SegmentMap = read_segment_map(path)
        self._data = path.read_bytes()
        self._ahead_s, self._speed = ahead_s, speed
        self._stopping = Event()
        self._thread: Thread | None = None

    def start(self, listener: FeedListener) -> None:
        self._stopping.clear()
        self._thread = Thread(target=self._run, args=(listener,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(10)

    def units(self) -> Iterator[LiveUnit]:
        found = self._map.segments
        for number, segment in enumerate(found):
            end_s = found[number + 1].start_s if number + 1 < len(found) else segment.end_s
            data = self._data[segment.offset : segment.offset + segment.size]
            yield LiveUnit(number, segment.start_s, end_s - segment.start_s, data)

    def init(self) -> LiveInit:
        end = self._map.init_offset + self._map.init_size
        return LiveInit(self._map.mime, self._data[self._map.init_offset : end])

    def _run(self, listener: FeedListener) -> None:
        listener.on_init(self.init())
        done_s = Fraction(0)
        for unit in self.units():
            if unit.end_s > self._ahead_s:
                wait_s = float(unit.end_s - max(done_s, Fraction(self._ahead_s))) / self._speed
                if self._stopping.wait(wait_s):
                    break
            done_s = unit.end_s
            listener.on_unit(unit)
        listener.on_end(None)
