"""A plain page appends each message of a live stream, in order, in each engine at once."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import pytest

from studio.server.app import MediaServer
from studio.streams.encoding import EncodedFeed, LiveEncoding, LiveSound
from studio.streams.live import LiveStream
from studio.streams.names import StreamAddress, StreamKind
from studio.streams.service import StreamService, stream_path
from studio.streams.sources import LiveSource, SourceKind
from studio.streams.viewers import ViewerLedger
from studio.transcode.tools import Ffmpeg
from studio.verdict.browsers import find_engines
from tests.e2e.support import allow_engines_as_root, pick, run_scenario

pytestmark = pytest.mark.engine

ENGINES = ("embedded", "chromium", "firefox")
GOPS = 8
PAGE = """
import { scenario, until, video, plan } from "./tools.js";

const rest = (buffer) => new Promise((done, fail) => {
  buffer.addEventListener("updateend", done, { once: true });
  buffer.addEventListener("error", () => fail(new Error("append failed")), { once: true });
});

scenario(async () => {
  const source = new MediaSource();
  video.src = URL.createObjectURL(source);
  await new Promise((done) => source.addEventListener("sourceopen", done, { once: true }));
  const buffer = source.addSourceBuffer(plan.mime);
  const url = new URL(`../${plan.path}/socket`, location.href);
  url.protocol = "ws:";
  const socket = new WebSocket(url);
  socket.binaryType = "arraybuffer";
  const waiting = [];
  let appended = 0;
  let failure = "";
  socket.onmessage = ({ data }) => waiting.push(data);
  const until_s = () => buffer.buffered.end(buffer.buffered.length - 1);
  while (appended <= plan.gops) {
    await until(() => waiting.length > 0, "a message");
    try {
      buffer.appendBuffer(waiting.shift());
      await rest(buffer);
    } catch (error) {
      throw new Error(`message ${appended}: ${error} ${video.error?.message}`);
    }
    appended += 1;
    if (appended === 2) {
      video.currentTime = buffer.buffered.start(0);
      await video.play();
    }
  }
  const begin = buffer.buffered.start(0);
  await until(() => video.currentTime > until_s() - 0.2, "the end of what came");
  socket.close();
  return {
    ranges: buffer.buffered.length,
    seconds: until_s() - begin,
    frames: video.getVideoPlaybackQuality().totalVideoFrames,
    error: video.error?.message ?? null,
  };
});
"""


def test_a_plain_page_plays_a_live_stream_message_by_message_in_each_engine(
    ffmpeg: Ffmpeg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow_engines_as_root(monkeypatch)
    engines = [pick(find_engines(), name) for name in ENGINES]
    gop_s = Fraction(6, 25)
    encoding = LiveEncoding(
        sound=LiveSound.VORBIS, width=160, height=90, bit_rate=200_000, gop_s=gop_s
    )
    feed = EncodedFeed(LiveSource(SourceKind.TEST), encoding, ffmpeg.path)
    address = StreamAddress(StreamKind.LIVE, "plain")
    stream = LiveStream(address, feed, ledger=ViewerLedger())
    stream.start()

    def served(server: MediaServer) -> Mapping[str, object]:
        streams = StreamService()
        streams.add(stream)
        server.add_service(streams)
        mime = 'video/webm; codecs="vp8,vorbis"'
        return {"path": stream_path(address), "gops": GOPS, "mime": mime}

    try:
        with ThreadPoolExecutor(len(engines)) as together:
            runs = [
                together.submit(
                    run_scenario, engine, PAGE, tmp_path / engine.identity.name, served=served
                )
                for engine in engines
            ]
            found = {
                engine.identity.name: run.result()
                for engine, run in zip(engines, runs, strict=True)
            }
    finally:
        stream.stop()
    for name, told in found.items():
        assert told["error"] is None, name
        assert told["ranges"] == 1, (name, told)
        assert told["seconds"] == pytest.approx(float(GOPS * gop_s), abs=0.05), name
        frames = float(GOPS * gop_s * encoding.frame_rate)
        assert told["frames"] == pytest.approx(frames, abs=6), (name, told)
