"""The player on real media in the embedded engine: bounded buffer, seeks, quota, the end."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from studio.segments.model import SegmentMap
from studio.segments.reader import read_segment_map
from studio.verdict.browsers import Engine
from tests.conftest import ClipFactory
from tests.e2e.support import run_scenario

pytestmark = pytest.mark.engine

VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8")


@pytest.fixture(scope="session")
def minute(make_clip: ClipFactory) -> SegmentMap:
    """60 s, a segment every 2 s; picture only, so that no repair is needed."""
    video = (*VP8, "-b:v", "100k", "-g", "20", "-keyint_min", "20")
    path = make_clip(
        "minute.webm", seconds=60, rate="10", size="96x54", sample_rate=None, video=video
    )
    return read_segment_map(path)


@pytest.fixture(scope="session")
def heavy(make_clip: ClipFactory) -> SegmentMap:
    """12 s of noise in about 4.5 MB."""
    video = (
        *VP8,
        "-b:v",
        "3M",
        "-minrate",
        "3M",
        "-maxrate",
        "3M",
        "-g",
        "10",
        "-keyint_min",
        "10",
    )
    noise = "noise=alls=80:allf=t"
    path = make_clip(
        "heavy.webm", seconds=12, rate="10", sample_rate=None, video=video, filters=noise
    )
    return read_segment_map(path)


Play = Callable[..., dict[str, object]]


@pytest.fixture
def play(embedded: Engine, tmp_path: Path) -> Play:
    """Run the body of a scenario on a file."""

    def run(body: str, found: SegmentMap) -> dict[str, object]:
        return run_scenario(embedded, HEAD + body + "});", tmp_path, file=found)

    return run


HEAD = """
import { equal, file, post, scenario, until, video } from "./tools.js";
import { MsePlayer } from "./mse-player.js";
import { SegmentLoader } from "./segment-loader.js";
import { SourceBufferQueue } from "./source-buffer-queue.js";

const loader = new SegmentLoader(file);
const index = await loader.index();
const events = [];
const heard = (event, data = {}) => { events.push({ event, ...data }); };
const count = (name) => events.filter((one) => one.event === name).length;
async function open(bounds) {
  const player = new MsePlayer(video, loader, index, heard, bounds);
  await player.open();
  return player;
}
async function arrive(target) {
  video.currentTime = target;
  await until(() => !video.seeking && video.readyState >= 2, `seek to ${target}`);
}
async function playToEnd() {
  video.playbackRate = 8;
  await video.play();
  await until(() => video.ended, "ended", 30000);
}
const length = (ranges) => ranges.reduce((sum, [a, b]) => sum + b - a, 0);
await scenario(async () => {
"""


def test_buffer_stays_bounded_while_all_of_it_plays(play: Play, minute: SegmentMap) -> None:
    found = play(
        """
  const player = await open({ aheadS: 8, behindS: 6 });
  let longest = 0;
  const timer = setInterval(() => { longest = Math.max(longest, length(player.buffered)); }, 20);
  await playToEnd();
  clearInterval(timer);
  return { longest, coverage: player.coverage, evicted: count("evicted"), error: player.error,
    frames: video.getVideoPlaybackQuality().totalVideoFrames, ends: count("end-of-stream") };
""",
        minute,
    )
    assert found["error"] is None
    assert isinstance(found["longest"], int | float)
    assert 6 < found["longest"] < 8 + 6 + 3 * 2.5
    assert found["coverage"] == [[0, pytest.approx(60, abs=0.2)]]
    assert found["frames"] == minute.frames == 600
    assert isinstance(found["evicted"], int)
    assert found["evicted"] > 3
    assert found["ends"] == 1


def test_seeks_after_the_end_play_again_and_end_again(play: Play, minute: SegmentMap) -> None:
    found = play(
        """
  const player = await open({ aheadS: 6, behindS: 4 });
  await arrive(57);
  await playToEnd();
  video.pause();
  await arrive(5);
  equal(player.complete, false, "open again");
  await arrive(59.9);
  await until(() => player.complete, "closed again");
  await arrive(60);
  await arrive(30.5);
  await arrive(0);
  await arrive(55);
  await playToEnd();
  return { ends: count("end-of-stream"), error: player.error };
""",
        minute,
    )
    assert found["error"] is None
    assert isinstance(found["ends"], int)
    assert found["ends"] >= 3


def test_rapid_seeks_settle_on_the_last_one(play: Play, minute: SegmentMap) -> None:
    found = play(
        """
  const player = await open({ aheadS: 6, behindS: 4 });
  let state = 12345;
  for (let i = 0; i < 60; i += 1) {
    state = (state * 1103515245 + 12345) % 2147483648;
    video.currentTime = (state / 2147483648) * 60;
    await new Promise((resolve) => setTimeout(resolve, i % 5 === 0 ? 30 : 0));
  }
  await arrive(42.25);
  const time = video.currentTime;
  await until(() => player.buffered.some(([a, b]) => a <= 42.25 && b >= 47), "data ahead");
  await playToEnd();
  return { time, error: player.error };
""",
        minute,
    )
    assert found["error"] is None
    assert found["time"] == 42.25


def test_stream_is_not_ended_before_its_last_segment(play: Play, minute: SegmentMap) -> None:
    found = play(
        """
  const player = await open({ aheadS: 6, behindS: 4 });
  await until(() => player.appendedSegments.length >= 3, "some segments");
  await new Promise((resolve) => setTimeout(resolve, 300));
  const appended = player.appendedSegments.length;
  return { complete: player.complete, appended, duration: video.duration };
""",
        minute,
    )
    assert found["complete"] is False
    assert isinstance(found["appended"], int)
    assert found["appended"] < 8
    assert found["duration"] == pytest.approx(60, abs=0.2)


def test_full_buffer_is_emptied_and_the_append_repeated(
    play: Play, heavy: SegmentMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert heavy.size_bytes > 3_500_000
    monkeypatch.setenv("QTWEBENGINE_CHROMIUM_FLAGS", "--mse-video-buffer-size-limit-mb=2")
    found = play(
        """
  const player = await open({ aheadS: 1000, behindS: 1000 });
  await until(() => count("quota") > 0, "quota");
  await playToEnd();
  return { quota: count("quota"), error: player.error, coverage: player.coverage,
    frames: video.getVideoPlaybackQuality().totalVideoFrames };
""",
        heavy,
    )
    assert found["error"] is None
    assert isinstance(found["quota"], int)
    assert found["quota"] > 0
    assert found["coverage"] == [[0, pytest.approx(12, abs=0.2)]]
    assert found["frames"] == heavy.frames


@pytest.mark.parametrize(("nudge", "nudges", "time_s"), [("true", 1, 10), ("false", 0, 9.5)])
def test_a_hole_is_stepped_over_only_when_wanted(
    play: Play, minute: SegmentMap, nudge: str, nudges: int, time_s: float
) -> None:
    late = replace(minute, segments=minute.segments[5:])
    body = """
  const player = await open({ aheadS: 6, behindS: 4, nudge: NUDGE });
  await until(() => player.appendedSegments.length >= 2, "some segments");
  video.currentTime = 9.5;
  await new Promise((resolve) => setTimeout(resolve, 500));
  return { time: video.currentTime, nudges: count("nudge") };
"""
    found = play(body.replace("NUDGE", nudge), late)
    assert found["nudges"] == nudges
    assert found["time"] == pytest.approx(time_s, abs=0.05)


def test_operations_on_a_source_buffer_never_overlap(play: Play, minute: SegmentMap) -> None:
    found = play(
        """
  const source = new MediaSource();
  video.src = URL.createObjectURL(source);
  await new Promise((resolve) => source.addEventListener("sourceopen", resolve, { once: true }));
  const queue = new SourceBufferQueue(source.addSourceBuffer(index.mime), heard);
  const order = [];
  const log = (name) => () => order.push(name);
  const all = [queue.append(await loader.init()).then(log("init"))];
  for (let n = 0; n < 6; n += 1) {
    all.push(loader.segment(n).then((data) => queue.append(data)).then(log("segment")));
  }
  await Promise.all(all);
  const rest = [queue.remove(0, 4).then(log("remove")),
    queue.changeType(index.mime).then(log("type")), queue.abort().then(log("abort"))];
  equal(queue.idle, false, "busy");
  await Promise.all(rest);
  equal(queue.idle, true, "idle");
  const bad = await queue.append(new Uint8Array(100)).then(() => null, (error) => error.toReport());
  await until(() => video.error !== null, "media error");
  const after = await queue.append(new Uint8Array(1)).then(() => null, (error) => error.code);
  return { order, bad, after };
""",
        minute,
    )
    assert found["order"] == ["init", *["segment"] * 6, "remove", "type", "abort"]
    bad = found["bad"]
    assert isinstance(bad, dict)
    assert bad["code"] == "append"
    assert found["after"] == "append-refused"


def test_a_segment_that_cannot_be_fetched_is_told_as_such(play: Play, minute: SegmentMap) -> None:
    found = play(
        """
  const broken = { init: () => loader.init(), segment: (n) => loader.segment(n === 2 ? 999 : n) };
  const player = new MsePlayer(video, broken, index, heard);
  const told = new Promise((resolve) => { player.onError = resolve; });
  await player.open();
  const { code, data } = (await told).toReport();
  return { code, path: data.path, appended: player.appendedSegments };
""",
        minute,
    )
    assert found["code"] == "file-gone"
    assert found["path"] == "segments/999"
    assert found["appended"] == [0, 1]
