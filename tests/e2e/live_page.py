"""A plain page that plays live streams: a WebSocket each, every message appended in order."""

import json
from concurrent.futures import Executor
from typing import Any
from urllib.parse import quote

from aiohttp.web import BaseRequest, Response, StreamResponse

from studio.server.answers import plain
from studio.server.app import MediaServer
from studio.server.guard import SECURITY_HEADERS

HTML = """<!doctype html><meta charset="utf-8"><title>plain</title>
<link rel="icon" href="data:,"><body><script src="plain.js"></script>"""

SCRIPT = """
const seen = [];
window.seen = seen;

function play(socketUrl, mime, began) {
  const video = document.body.appendChild(document.createElement("video"));
  const told = { mime, supported: MediaSource.isTypeSupported(mime), errors: [], stalls: [],
                 firstMs: null, begin: null, messages: 0, closed: null, video };
  seen.push(told);
  if (!told.supported) return;
  video.muted = true;
  video.autoplay = true;
  let waitingSince = null;
  const moves = () => {
    if (waitingSince !== null) told.stalls.push(Math.round(performance.now() - waitingSince));
    waitingSince = null;
  };
  video.addEventListener("waiting", () => {
    if (told.firstMs !== null) waitingSince ??= performance.now();
  });
  video.addEventListener("playing", moves);
  video.addEventListener("timeupdate", () => { if (video.readyState > 2) moves(); });
  video.addEventListener("error", () => told.errors.push(video.error.message));
  const first = () => {
    told.firstMs = performance.now() - began;
    told.begin = video.currentTime;
  };
  if (video.requestVideoFrameCallback) video.requestVideoFrameCallback(first);
  else video.addEventListener("loadeddata", first);
  const media = new MediaSource();
  video.src = URL.createObjectURL(media);
  media.addEventListener("sourceopen", () => {
    const buffer = media.addSourceBuffer(mime);
    const waiting = [];
    const next = () => {
      if (video.currentTime === 0 && video.buffered.length && video.buffered.start(0) > 0) {
        video.currentTime = video.buffered.start(0);
      }
      if (!waiting.length || buffer.updating) return;
      try { buffer.appendBuffer(waiting.shift()); }
      catch (error) { told.errors.push(String(error)); }
    };
    buffer.addEventListener("updateend", next);
    buffer.addEventListener("error", () => told.errors.push("append"));
    const socket = new WebSocket(socketUrl);
    socket.binaryType = "arraybuffer";
    socket.onmessage = (event) => { told.messages += 1; waiting.push(event.data); next(); };
    socket.onclose = (event) => { told.closed = [event.code, event.reason]; };
  }, { once: true });
}

function state() {
  return seen.map(({ video, ...told }) => {
    const quality = video.getVideoPlaybackQuality();
    const ranges = [];
    for (let n = 0; n < video.buffered.length; n += 1) {
      ranges.push([video.buffered.start(n), video.buffered.end(n)]);
    }
    return { ...told, time: video.currentTime, ranges, ready: video.readyState,
             frames: quality.totalVideoFrames, dropped: quality.droppedVideoFrames,
             now: performance.timeOrigin + performance.now() };
  });
}
window.state = state;

for (const [socketUrl, mime] of JSON.parse(new URLSearchParams(location.search).get("play"))) {
  play(socketUrl, mime, performance.now());
}
"""


class PlainPage:
    """The page as a service of the media server, below ``plain/``."""

    folders = ("plain",)

    async def answer(
        self, request: BaseRequest, parts: list[str], executor: Executor
    ) -> StreamResponse:
        """Answer the page and its script."""
        files = {"index.html": (HTML, "text/html"), "plain.js": (SCRIPT, "text/javascript")}
        if parts[1] not in files:
            return plain(404)
        text, content_type = files[parts[1]]
        headers = {**SECURITY_HEADERS, "Content-Type": content_type}
        return Response(body=text.encode(), headers=headers)


def page_url(server: MediaServer, *streams: tuple[str, str]) -> str:
    """The page's address.

    Args:
        server: where it is.
        streams: each one's ``live/NAME`` and MIME type.
    """
    base = server.base_url.replace("http://", "ws://")
    play: list[Any] = [[f"{base}/{path}/socket", mime] for path, mime in streams]
    return f"{server.base_url}/plain/index.html?play={quote(json.dumps(play))}"
