"""The converted picture: the original's segments, frame by frame, from wherever it begins."""

import asyncio
import itertools
import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from studio.preview import proxy_converter, proxy_input, proxy_stream
from studio.preview.opening import RoomWishes
from studio.preview.proxy_cutter import TICKS_PER_S, ticks
from studio.preview.proxy_run import ProxyRun
from studio.segments.model import SegmentMap, TrackKind
from studio.segments.reader import read_segment_map
from studio.transcode.tools import Ffmpeg
from tests.conftest import ClipFactory
from tests.player.counter import counting_filter
from tests.preview.conftest import OpenRoom, Rooms
from tests.preview.proxy_support import Part, children, counting_clip, frame_times, part_of
from tests.preview.room_talk import RoomTalk

SOUND_TICKS = TICKS_PER_S // 50
"""A packet of Opus as ffmpeg makes them."""


@pytest.fixture(scope="session")
def counted(make_clip: ClipFactory) -> Path:
    """NTSC rate, B-frames, an edit list."""
    return counting_clip(make_clip, "proxy-2997.mp4", rate="30000/1001", gop=30)


@pytest.fixture(scope="session")
def uneven(make_clip: ClipFactory) -> Path:
    """Frames of different lengths; B-frames push the first one to 0.04 s, no edit list."""
    choice = "select='gt(mod(n*n,7),1)',"
    return counting_clip(
        make_clip,
        "proxy-vfr.mp4",
        rate="50",
        gop=30,
        filters=choice + counting_filter(),
        extra=(
            *("-fps_mode", "passthrough", "-enc_time_base:v", "demux"),
            *("-movflags", "+frag_keyframe+empty_moov+default_base_moof"),
        ),
    )


class Runs:
    """Counts the conversions that were begun."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.made: list[ProxyRun] = []

        def make(*arguments: Any) -> ProxyRun:
            run = ProxyRun(*arguments)
            self.made.append(run)
            return run

        monkeypatch.setattr(proxy_converter, "ProxyRun", make)


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Runs:
    """Every conversion of this test."""
    return Runs(monkeypatch)


@pytest.fixture
def room_of(rooms: Rooms, ffmpeg: Ffmpeg) -> Iterator[Callable[..., OpenRoom]]:
    """Open rooms with ffmpeg; in the end nothing may be left of it."""

    def open_one(path: Path, source: Path | None = None) -> OpenRoom:
        return rooms(path, RoomWishes(ffmpeg=ffmpeg.path, source=source, browsers=()))

    yield open_one
    rooms.close()
    assert children() == []


def segment(room: OpenRoom, number: int, ffmpeg: Ffmpeg, prefix: str = "proxy") -> Part:
    answer = room.ask(f"{prefix}/segments/{number}")
    assert (answer.status, answer.kind) == (200, "video/webm")
    return part_of(answer.body, ffmpeg.path)


def starts_of(found: SegmentMap) -> list[Fraction]:
    video = found.track_of(TrackKind.VIDEO)
    assert video is not None
    return [s.start_s for one in found.segments for s in one.spans if s.track == video.number]


@pytest.mark.parametrize("clip", ["counted", "uneven"])
def test_every_frame_keeps_its_time_wherever_the_conversion_begins(
    clip: str, request: pytest.FixtureRequest, room_of: Callable[..., OpenRoom], ffmpeg: Ffmpeg
) -> None:
    path: Path = request.getfixturevalue(clip)
    room, frames = room_of(path), frame_times(path, ffmpeg.path)
    starts = [*starts_of(read_segment_map(path)), frames[-1] + 1]
    assert len(starts) > 4
    for number in (2, 0, 3, 1):
        part = segment(room, number, ffmpeg)
        expected = [
            (n, ticks(at))
            for n, at in enumerate(frames)
            if starts[number] <= at < starts[number + 1]
        ]
        assert part.counters == [n for n, _ in expected]
        off = [block.time - at for block, (_, at) in zip(part.picture, expected, strict=True)]
        assert set(off) <= {0, 1}, "to a hundred thousandth of a second"
        assert part.picture[0].keyframe
        assert not any(block.keyframe for block in part.picture[1:])


def test_sound_goes_on_without_a_hole_over_all_segments_and_beginnings(
    counted: Path, room_of: Callable[..., OpenRoom], ffmpeg: Ffmpeg
) -> None:
    room, starts = room_of(counted), starts_of(read_segment_map(counted))
    late = [segment(room, number, ffmpeg).sound for number in (2, 3)]
    assert abs(late[0][0].time - ticks(starts[2])) <= 2, "at once where the conversion begins"
    early = [segment(room, number, ffmpeg).sound for number in (0, 1)]
    blocks = sorted(block.time for part in (*early, *late) for block in part)
    steps = {right - left for left, right in itertools.pairwise(blocks)}
    assert max(steps) <= SOUND_TICKS + 1
    assert blocks[0] == 0


def test_one_conversion_serves_all_that_follows_and_what_was_made_is_kept(
    counted: Path, room_of: Callable[..., OpenRoom], ffmpeg: Ffmpeg, runs: Runs
) -> None:
    room = room_of(counted)
    assert room.ask("proxy/init").status == 200
    first = [room.ask(f"proxy/segments/{number}").body for number in range(4)]
    assert [room.ask(f"proxy/segments/{number}").body for number in (3, 0, 1)] == [
        first[3], first[0], first[1],
    ]  # fmt: skip
    assert [run.first for run in runs.made] == [0]


def test_the_index_is_the_originals_but_for_type_and_sizes(
    counted: Path, room_of: Callable[..., OpenRoom]
) -> None:
    room = room_of(counted)
    original, index = (room.ask(f"{way}/index.json").json() for way in ("media", "proxy"))
    assert index.pop("mime") == 'video/webm; codecs="vp8, opus"'
    assert index.pop("converted") is True
    assert index["size"] == index["init"]["size"] == 0
    assert [one["size"] for one in index["segments"]] == [0] * len(original["segments"])
    same = ("name", "duration_s", "frames", "tracks", "fragmented")
    assert {name: index[name] for name in same} == {name: original[name] for name in same}
    times = ("n", "start_s", "duration_s", "keyframe", "frames")
    assert [[s[t] for t in times] for s in index["segments"]] == [
        [s[t] for t in times] for s in original["segments"]
    ]


def test_any_source_is_converted_from_its_own_beginning(
    counted: Path, make_clip: ClipFactory, room_of: Callable[..., OpenRoom], ffmpeg: Ffmpeg
) -> None:
    """A transport stream begins at 1.4 s; its pictures count from 0 all the same."""
    source = make_clip.copy("proxy-source.ts", counted)
    room = room_of(counted, source)
    index = room.ask("source/index.json").json()
    assert [one["start_s"] for one in index["segments"]][:2] == [0, 2]
    rate = Fraction(30_000, 1001)
    for number in (1, 0):
        part = segment(room, number, ffmpeg, "source")
        assert None not in part.counters
        shown = [round(Fraction(block.time, TICKS_PER_S) * rate) for block in part.picture]
        offset = {counter - n for counter, n in zip(part.counters, shown, strict=True) if counter}
        assert len(offset) == 1
        assert abs(offset.pop()) <= 1, "sound begins a moment before the picture"
        assert part.picture[0].time <= number * 2 * TICKS_PER_S or not number
        assert part.picture[0].keyframe


@pytest.mark.parametrize(
    ("name", "mime", "kinds"),
    [
        ("proxy-sound.mp4", 'audio/webm; codecs="opus"', (False, True)),
        ("proxy-picture.mp4", 'video/webm; codecs="vp8"', (True, False)),
    ],
)
def test_sound_alone_and_picture_alone(
    name: str,
    mime: str,
    kinds: tuple[bool, bool],
    make_clip: ClipFactory,
    room_of: Callable[..., OpenRoom],
    ffmpeg: Ffmpeg,
) -> None:
    movflags = "+frag_keyframe+empty_moov+default_base_moof"
    extra = ("-movflags", movflags, "-frag_duration", "1000000")
    size = "192x108" if kinds[0] else None
    rate = 44_100 if kinds[1] else None
    room = room_of(make_clip(name, seconds=3, size=size, sample_rate=rate, extra=extra))
    assert room.ask("proxy/index.json").json()["mime"] == mime
    for number in (1, 0):
        part = segment(room, number, ffmpeg)
        assert (bool(part.picture), bool(part.sound)) == kinds


def test_a_slow_conversion_is_made_smaller_at_the_next_segment(
    counted: Path,
    room_of: Callable[..., OpenRoom],
    runs: Runs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(proxy_converter, "SLOW", 1e9)
    monkeypatch.setattr(proxy_converter, "SMALL_PIXELS", 96 * 54)
    monkeypatch.setattr(proxy_stream, "SPEED_WINDOW_S", 0.01)
    room = room_of(counted)

    async def talk() -> list[dict[str, Any]]:
        async with RoomTalk(room.url("").rstrip("/")) as page:
            for number in range(4):
                async with page.http.get(room.url(f"proxy/segments/{number}")) as answer:
                    await answer.read()
            await page.heard(lambda event: event["event"] == "proxy" and event["height"] == 54)
            return [event for event in page.events if event["event"] == "proxy"]

    events = asyncio.run(talk())
    assert len(runs.made) == 2
    assert runs.made[1].first == 1, "the first segment stays whole"
    assert [(run.width, run.height) for run in runs.made] == [(192, 108), (96, 54)]
    assert {event["base"] for event in events} == {"proxy"}
    assert any(event["speed"] for event in events)


def test_a_page_that_stalls_has_the_picture_made_smaller(
    counted: Path,
    room_of: Callable[..., OpenRoom],
    runs: Runs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(proxy_converter, "SMALL_PIXELS", 96 * 54)
    monkeypatch.setattr(proxy_converter, "AHEAD_S", 0.2)
    room = room_of(counted)

    async def talk() -> list[bool]:
        async with RoomTalk(room.url("").rstrip("/")) as page:
            said = [await page.ask("proxy-stalled")]
            async with page.http.get(room.url("proxy/segments/0")) as answer:
                await answer.read()
            said.append(await page.ask("proxy-stalled"))
            async with page.http.get(room.url("proxy/segments/3")) as answer:
                await answer.read()
            said.append(await page.ask("proxy-stalled"))
            return [bool(one["smaller"]) for one in said]

    assert asyncio.run(talk()) == [False, True, False]
    assert runs.made[-1].height == 54


def test_nothing_is_converted_far_ahead_of_what_is_asked_for(
    make_clip: ClipFactory,
    room_of: Callable[..., OpenRoom],
    runs: Runs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(proxy_converter, "AHEAD_S", 2.0)
    long = counting_clip(make_clip, "proxy-long.mp4", seconds=24)
    room = room_of(long)
    assert room.ask("proxy/segments/0").status == 200
    assert room.ask("proxy/segments/1").status == 200
    (run,) = runs.made
    reached = 2.0
    _wait_until(lambda: run.media_s > reached, "it is not ahead")
    while run.media_s > reached:
        reached = run.media_s
        time.sleep(0.3)
    assert run.media_s < 12
    assert room.ask("proxy/segments/11").status == 200
    assert room.ask("proxy/segments/1").status == 200
    assert [one.first for one in runs.made] == [0, 11], "what was made is still there"


def test_a_conversion_ends_when_nobody_asks_or_every_page_has_gone(
    counted: Path,
    room_of: Callable[..., OpenRoom],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(proxy_converter, "AHEAD_S", 0.2)
    monkeypatch.setattr(proxy_converter, "IDLE_S", 0.3)
    room = room_of(counted)
    assert room.ask("proxy/segments/0").status == 200
    _wait_for_none()
    monkeypatch.setattr(proxy_converter, "IDLE_S", 60)

    async def visit() -> None:
        async with (
            RoomTalk(room.url("").rstrip("/")) as page,
            page.http.get(room.url("proxy/segments/1")) as answer,
        ):
            await answer.read()

    asyncio.run(visit())
    _wait_for_none()


def _wait_for_none() -> None:
    _wait_until(lambda: not children(), "ffmpeg is still there")


def _wait_until(holds: Callable[[], bool], problem: str) -> None:
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end, problem
        time.sleep(0.05)


def test_what_cannot_be_converted_is_refused_in_words(
    counted: Path, tmp_path: Path, room_of: Callable[..., OpenRoom]
) -> None:
    copy = tmp_path / "copy.mp4"
    data = counted.read_bytes()
    copy.write_bytes(data)
    room = room_of(copy)
    assert room.ask("proxy/index.json").status == 200
    copy.write_bytes(data[:-1] + b"!")
    answer = room.ask("proxy/segments/0")
    assert answer.status == 502
    assert b"has changed" in answer.body


def test_the_end_of_a_run_is_the_beginning_of_the_next(
    counted: Path,
    room_of: Callable[..., OpenRoom],
    ffmpeg: Ffmpeg,
    runs: Runs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in ("proxy_command", "proxy_run"):
        monkeypatch.setattr(f"studio.preview.{module}.MOST_SEGMENTS", 2)
    room = room_of(counted)
    counters = [n for part in range(4) for n in segment(room, part, ffmpeg).counters]
    assert counters == list(range(len(counters)))
    assert [run.first for run in runs.made] == [0, 2]


def test_without_ffmpeg_or_a_source_there_is_nothing(rooms: Rooms, counted: Path) -> None:
    room = rooms(counted, RoomWishes(browsers=()))
    assert [room.ask(place).status for place in ("proxy/index.json", "source/init")] == [404, 404]
    features = room.room.features
    assert (features["proxy"], features["source"]) == (False, False)


def test_the_places_of_segments_in_an_mp4_without_fragments_are_every_two_seconds(
    counted: Path, make_clip: ClipFactory, room_of: Callable[..., OpenRoom], ffmpeg: Ffmpeg
) -> None:
    plain = make_clip.copy("proxy-plain.mp4", counted)
    room = room_of(plain)
    index = room.ask("proxy/index.json").json()
    assert [one["start_s"] for one in index["segments"]] == [0, 2, 4][: len(index["segments"])]
    part = segment(room, 1, ffmpeg)
    frames = frame_times(plain, ffmpeg.path)
    off = [
        block.time - ticks(frames[counter])
        for block, counter in zip(part.picture, part.counters, strict=True)
        if counter is not None
    ]
    assert len(off) > 50
    assert set(off) <= {0, 1}
    assert proxy_input.STEP_S == 2
