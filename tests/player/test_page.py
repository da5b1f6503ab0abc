"""The preview page itself, in the embedded engine: it plays, reports, and speaks plainly."""

import queue
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from studio import paths
from studio.segments.model import SegmentMap
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.verdict.browsers import Engine
from studio.verdict.launch import launch
from tests.conftest import ClipFactory

pytestmark = pytest.mark.engine

Event = dict[str, Any]


@pytest.fixture(scope="session")
def clip(make_clip: ClipFactory, tmp_path_factory: pytest.TempPathFactory) -> SegmentMap:
    """Four seconds of picture, under a name that is markup."""
    video = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-g", "50")
    made = make_clip("page.webm", seconds=4, sample_rate=None, video=video)
    path = tmp_path_factory.mktemp("named") / "<img src=x onerror=alert(1)>.webm"
    path.write_bytes(made.read_bytes())
    return read_segment_map(path)


def watch(
    engine: Engine, found: SegmentMap, is_enough: Callable[[Event], bool], **params: str
) -> tuple[list[Event], str]:
    """Show the page until an event is enough; return all events, and the engine's log."""
    heard: queue.Queue[dict[str, Any]] = queue.Queue()
    events: list[Event] = []
    with MediaServer(paths.resources_dir() / "player") as server:
        run = server.add_run({}, heard.put)
        url = server.player_url(server.add_file(found), run=run.run_id, **params)
        with launch(engine, url) as running:
            while not any(map(is_enough, events)):
                try:
                    events += heard.get(timeout=30)["events"]
                except queue.Empty:
                    pytest.fail(f"never enough: {events} {running.log_tail()}")
            return events, running.log_tail()


def test_page_plays_and_reports_everything(embedded: Engine, clip: SegmentMap) -> None:
    events, log = watch(embedded, clip, lambda e: e["event"] == "video:ended", autoplay="1")
    names = [event["event"] for event in events]
    assert [event["n"] for event in events if event["event"] == "append"] == [0, 1]
    for name in ("opened", "mediasource:sourceopen", "sourcebuffer:added", "init", "append",
                 "end-of-stream", "mediasource:sourceended", "video:playing"):  # fmt: skip
        assert name in names
    last = [event for event in events if event["event"] == "state"][-1]
    assert (last["complete"], last["appended"], last["error"]) == (True, [0, 1], None)
    assert "page:" not in log, "errors on the console, such as a violated CSP"


def test_unsupported_codecs_are_told_as_such(embedded: Engine, clip: SegmentMap) -> None:
    odd = replace(clip, mime='video/webm; codecs="nonsense"')
    events, log = watch(embedded, odd, lambda e: e["event"] == "failed")
    assert events[-1]["code"] == "unsupported-type"
    assert "page:" not in log


def test_a_refused_segment_is_told_with_its_number(
    embedded: Engine, clip: SegmentMap, tmp_path: Path
) -> None:
    path, second = tmp_path / "bad.webm", clip.segments[1]
    data = bytearray(clip.path.read_bytes())
    data[second.offset + 12 : second.offset + 300] = b"\x00" * 288
    path.write_bytes(data)
    events, _ = watch(embedded, replace(clip, path=path), lambda e: e["event"] == "failed")
    failed = next(event for event in events if event["event"] == "failed")
    assert failed["code"] == "media"
    assert failed["data"]["segment"] == 1


def test_a_file_without_segments_is_told_as_such(embedded: Engine, clip: SegmentMap) -> None:
    events, _ = watch(embedded, replace(clip, segments=()), lambda e: e["event"] == "failed")
    assert events[-1]["code"] == "empty"
