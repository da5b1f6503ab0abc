"""The machine behind the inspector, in three engines: W3C's list of MSE, walked.

Each state, attribute, method, event and exception that the recommendation names is shown by
the snapshot or the log, and each forbidden operation answers with the right exception and the
rule that it breaks.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from studio import paths
from studio.preview.opening import open_room
from studio.segments.model import SegmentMap
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.verdict.browsers import Engine
from tests.conftest import ClipFactory
from tests.e2e.support import pick
from tests.player.counter import counting_filter, read_counter
from tests.player.machine_list import (
    ALLOWED_IN_FIREFOX,
    ELEMENT,
    EVENTS,
    MANAGED,
    MEDIA_SOURCE,
    METHODS,
    NEEDS_MPEG_AUDIO,
    QUALITY,
    REFUSED,
    SOURCE_BUFFER,
)
from tests.player.machine_scripts import MISSING, RING, STORM, TOOLS, TROUBLE, WALK
from tests.player.pages import Page, opened, picture_rect, wait_for

pytestmark = pytest.mark.engine

FRAME_RATE = 25
ENGINES = ["embedded", "chromium", "firefox"]
Found = dict[str, Any]


@pytest.fixture(scope="session")
def counted(make_clip: ClipFactory) -> SegmentMap:
    """Ten seconds of WebM that say which frame is which; a segment each second."""
    video = (
        "-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8", "-b:v", "1M",
        "-g", "25", "-keyint_min", "25",
    )  # fmt: skip
    path = make_clip(
        "ten.webm", seconds=10, sample_rate=None, filters=counting_filter(), video=video
    )
    return read_segment_map(path)


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest, engines: Sequence[Engine]) -> Engine:
    """Each of the three."""
    return pick(engines, request.param)


@pytest.fixture(scope="module")
def page(engine: Engine, qapp: QApplication, counted: SegmentMap) -> Iterator[Page]:
    """The room in one engine; the first segments are there."""
    room = open_room(counted)
    with MediaServer(paths.resources_dir() / "player") as server:
        url = server.room_url(server.add_room(room), lang="en")
        with opened(engine, url, width=900, height=700) as found:
            wait_for(found, "window.studioRoom?.port?.state.ready_state >= 2")
            found.evaluate(TOOLS)
            yield found
    room.close()


@pytest.fixture(scope="module")
def walked(page: Page) -> Found:
    """What was found on the way through the list."""
    found: Found = in_page(page, WALK)
    return found


def in_page(page: Page, body: str) -> Any:
    """Return what the body of an async function returns, in the page."""
    return page.evaluate(f"(async () => {{ {body} }})()")


def test_every_state_attribute_method_and_event_is_shown(page: Page, walked: Found) -> None:
    shown = walked["shown"]
    assert set(shown["media-source"]) >= MEDIA_SOURCE
    assert set(shown["source-buffer-0"]) >= {*SOURCE_BUFFER, "bytes appended", "quota used"}
    assert set(shown["video"]) >= {*ELEMENT, "requestVideoFrameCallback"}
    assert set(shown["playback-quality"]) == QUALITY
    for name in ("source-buffers", "active-source-buffers"):
        assert shown[name] == {"length": "1", "[0]": "SourceBuffer 1"}
    assert "canConstructInDedicatedWorker" in shown["engine"]
    assert shown["engine"]["ManagedMediaSource"] == "false", f"walk {MANAGED} too"
    assert walked["states"] == ["ended", "open", "closed"]
    assert shown["source-buffer-0"]["buffered"].startswith("[")
    assert shown["video"]["readyState"] in {"2 (HAVE_CURRENT_DATA)", "4 (HAVE_ENOUGH_DATA)"}
    assert shown["video"]["networkState"] in {"1 (NETWORK_IDLE)", "2 (NETWORK_LOADING)"}
    assert shown["video"]["ended"] == "true"
    assert int(shown["playback-quality"]["totalVideoFrames"]) > 5
    assert {tuple(call) for call in walked["calls"]} >= METHODS
    assert {tuple(event) for event in walked["events"]} >= EVENTS
    assert walked["bytes"] == [f"segment 0, {walked['size']:,} bytes"]


def test_what_the_specification_forbids_is_refused_with_its_exception_and_explained(
    engine: Engine, page: Page, walked: Found
) -> None:
    refused = {one["id"]: (one.get("name"), one.get("why")) for one in walked["tried"]}
    expected: dict[str, tuple[str | None, str | None]] = dict(REFUSED)
    if engine.identity.name == "firefox":
        expected |= dict.fromkeys(ALLOWED_IN_FIREFOX, (None, None))
    if not walked["makesTimes"]:
        expected.pop(NEEDS_MPEG_AUDIO)
    assert {case: refused.get(case) for case in expected} == expected
    assert set(refused) == set(expected)
    assert all(text and not text.startswith("why_") for text in walked["inWords"])
    names = {name for name, _ in expected.values() if name}
    assert names <= {text.split(":")[0] for text in walked["refused"]}
    assert walked["rules"] == ["why_quota", "why_no_duration", "why_mode_generated"]
    assert walked["errors"]["network"].startswith("2 (MEDIA_ERR_NETWORK)")
    assert walked["errors"]["decode"].startswith("3 (MEDIA_ERR_DECODE)")
    assert walked["aborted"]["why"] == "why_aborted"
    assert walked["bad"]["name"] == "MediaError"
    assert walked["removed"]["buffered"].startswith("InvalidStateError")


def test_what_is_allowed_is_done_and_the_automatic_player_stands_back(
    page: Page, walked: Found
) -> None:
    windowed, live = walked["windowed"], walked["live"]
    assert (windowed["appendWindowStart"], windowed["appendWindowEnd"]) == ("0.5", "8")
    assert (live["duration"], live["liveSeekableRange"]) == ("Infinity", "[2, 6]")
    assert live["video.seekable"] == "[0, 6]"
    assert walked["supported"] == [True, False]
    assert walked["ignored"] == {"value": "segments", "ignored": True}
    assert walked["automatic"] == [True, False]
    assert walked["byHand"] > 50
    assert walked["numbers"] == list(range(1, len(walked["numbers"]) + 1))


def test_200_seeks_end_at_the_last_place_with_its_picture(page: Page) -> None:
    frame = 137
    wanted = (frame + 0.5) / FRAME_RATE
    found = in_page(page, STORM.replace("WANTED", str(wanted)))
    assert found["error"] is None
    assert found["time_s"] == pytest.approx(wanted, abs=0.001)
    assert found["segment"] == int(wanted)
    assert found["most"] <= 4
    seen: list[int | None] = []
    while not seen or (seen[-1] != frame and len(seen) < 40):
        seen.append(read_counter(page.screenshot(), picture_rect(page)))
    assert seen[-1] == frame, seen


@pytest.mark.parametrize("engine", ["embedded"], indirect=True)
def test_what_was_missing_is_asked_for_again(page: Page) -> None:
    found = in_page(page, MISSING)
    assert found["refused"] == "file-gone"
    assert found["error"]["code"] == "file-gone"
    assert (found["missing"], found["retries"]) == (3, 2), "one try more by who heard of it"
    assert [start for start, _ in found["buffered"]] == [pytest.approx(5, abs=0.05)]


@pytest.mark.parametrize("engine", ["embedded"], indirect=True)
def test_the_record_is_bounded_and_told_in_batches(page: Page) -> None:
    found = in_page(page, RING)
    assert (found["kept"], found["later"], found["cleared"]) == (5000, 3, 0)
    assert found["last"] - found["first"] == 4999
    assert found["last"] == 12001, "of many timeupdates in one second one is told"
    assert 1 <= len(found["batches"]) <= 4
    assert all(count <= 100 for _, count in found["batches"])
    assert found["own"] == 0
    assert found["native"]
    assert found["each_us"] < 1000


@pytest.mark.parametrize("engine", ["embedded"], indirect=True)
def test_why_it_does_not_go_on_is_said_over_the_picture_with_what_to_do(page: Page) -> None:
    found = in_page(page, TROUBLE)
    of_delivery, at_the_end, quota, refused, init = found["rules"]
    assert of_delivery is None
    assert at_the_end == ["restart"]
    assert (quota, init) == ("trouble_quota", "trouble_init")
    assert (refused["title"], refused["hint"]) == ("trouble_refused", "why_media_codecs")
    assert (refused["remedies"], refused["next"]) == (["skip", "restart"], 4)
    assert "endOfStream" in found["said"]
