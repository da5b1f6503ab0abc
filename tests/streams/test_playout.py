"""A file played out: what is in the bytes, lap after lap, and when it is given."""

import threading
import time
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from studio.segments.frame_reader import read_media
from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import SegmentMap
from studio.segments.reader import read_segment_map
from studio.streams.feed import LiveUnit
from studio.streams.live import LiveStream
from studio.streams.names import StreamAddress, StreamKind
from studio.streams.playout import MAX_BURST_UNITS, FilePlayout, _Clock
from studio.streams.shift import Frame, mp4_unit
from studio.streams.status import StreamState
from studio.streams.viewers import ViewerLedger
from studio.verdict.examine import examine
from studio.verdict.model import Severity
from tests.conftest import ClipFactory
from tests.streams.live_clips import GOPS, movie_film, opus_film, vorbis_film
from tests.streams.live_fakes import LIMIT_S, Heard


@pytest.fixture(scope="module")
def vorbis(make_clip: ClipFactory) -> Path:
    return vorbis_film(make_clip)


@pytest.fixture(scope="module")
def opus(make_clip: ClipFactory) -> Path:
    return opus_film(make_clip)


@pytest.fixture(scope="module")
def movie(make_clip: ClipFactory) -> Path:
    return movie_film(make_clip)


class Given(Heard):
    """Keeps what it is told, until there is enough."""

    def __init__(self, units: int) -> None:
        super().__init__()
        self.enough = threading.Event()
        self._wanted = units
        self.times: list[float] = []

    def on_unit(self, unit: LiveUnit) -> None:
        super().on_unit(unit)
        self.times.append(time.monotonic())
        if len(self.units) == self._wanted:
            self.enough.set()


def racing() -> Callable[[], float]:
    """A clock of which each look is an hour later than the one before."""
    hours = iter(range(1 << 40))
    return lambda: 3600.0 * next(hours)


def played(path: Path, units: int, *, loop: bool = True) -> Given:
    """Play out a file as fast as it goes."""
    given = Given(units)
    feed = FilePlayout(read_segment_map(path), loop=loop, clock=racing())
    feed.start(given)
    assert (given.enough if loop else given.ended).wait(LIMIT_S)
    feed.stop()
    assert given.ended.is_set()
    assert given.problem is None
    given.units = given.units[: units or None]
    return given


def written(given: Given, folder: Path) -> Path:
    """All that a page would append, as a file."""
    path = folder / f"played{given.inits[0].suffix}"
    path.write_bytes(given.inits[0].data + b"".join(one.data for one in given.units))
    return path


def tables(media: MediaFrames) -> tuple[FrameTable, FrameTable]:
    video, sound = sorted(media.tables, key=lambda one: one.track.kind.value, reverse=True)
    return video, sound


@pytest.mark.parametrize("name", ["vorbis", "opus", "movie"])
def test_laps_follow_each_other_as_one_faultless_file(
    name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    source: Path = request.getfixturevalue(name)
    laps = 20
    given = played(source, GOPS * laps)
    path = written(given, tmp_path)
    worst = [found for found in examine(path).findings if found.severity is not Severity.INFO]
    assert not worst
    media = read_media(path)
    assert media.map.declared_duration_s is None  # nobody is told of an end that never comes
    assert not media.map.block_order_faults
    video, sound = tables(media)
    times = sorted(video.times)
    steps = [video.seconds(b - a) for a, b in pairwise(times)]
    tick = video.seconds(1)
    assert max(steps) - min(steps) <= tick  # the picture is even over every joint
    joints = [one for one in given.units if one.discontinuity]
    assert len(joints) == laps - 1
    assert [one.number for one in given.units] == [*range(len(given.units))]
    assert all(a.end_s == b.start_s for a, b in pairwise(given.units))
    period = joints[1].start_s - joints[0].start_s
    assert joints[-1].start_s - joints[0].start_s == (laps - 2) * period  # no drift at all
    gap = max(sound.seconds(b - a) for a, b in pairwise(sound.times))
    assert gap <= Fraction(26, 1000)  # nor a pause in the sound
    end = sound.seconds(sound.times[-1])
    assert abs(end - given.units[-1].end_s) < Fraction(60, 1000)


def test_every_unit_of_webm_is_a_cluster_in_time_order_with_the_picture_first(
    opus: Path, tmp_path: Path
) -> None:
    assert read_segment_map(opus).block_order_faults  # as ffmpeg's muxer leaves it
    given = played(opus, 12)
    media = read_media(written(given, tmp_path))
    assert len(media.map.segments) == 12
    video, sound = tables(media)
    both = sorted(
        (offset, time)
        for table in (video, sound)
        for offset, time in zip(table.offsets, table.times, strict=True)
    )
    assert all(a[1] <= b[1] for a, b in pairwise(both))  # over all units together
    for number, segment in enumerate(media.map.segments):
        first = video.segments.index(number)
        assert video.keyframes[first]
        blocks = [o for o, _ in both if segment.offset <= o < segment.offset + segment.size]
        assert min(blocks) == video.offsets[first]
        assert video.seconds(video.times[first]) == given.units[number].start_s


def test_a_movies_times_go_on_past_32_bits(movie: Path, tmp_path: Path) -> None:
    given = played(movie, 1)
    far = 1 << 33
    frames = [Frame(1, far + 512 * n, far + 512 * n + 7, 512, n == 0, False, b"x") for n in (0, 1)]
    path = tmp_path / "late.mp4"
    path.write_bytes(given.inits[0].data + mp4_unit(frames, 1 << 32))
    video, _ = tables(read_media(path))
    assert [*video.decode_times] == [far, far + 512]
    assert [*video.times] == [far + 7, far + 519]
    assert [*video.keyframes] == [1, 0]


def test_once_means_every_frame_once_and_a_clean_end(opus: Path, tmp_path: Path) -> None:
    given = played(opus, 0, loop=False)
    assert len(given.units) == GOPS
    before, after = read_media(opus), read_media(written(given, tmp_path))
    assert [len(t) for t in tables(after)] == [len(t) for t in tables(before)]
    assert not any(one.discontinuity for one in given.units)


def test_units_are_given_when_they_begin_and_the_end_when_it_is_over(opus: Path) -> None:
    given = Given(GOPS)
    feed = FilePlayout(read_segment_map(opus), loop=False)
    began = time.monotonic()
    feed.start(given)
    assert given.ended.wait(LIMIT_S)
    over = time.monotonic()
    for unit, moment in zip(given.units, given.times, strict=True):
        begins = float(unit.start_s - given.units[0].start_s)
        assert moment - began > begins - 0.005
    assert over - began >= float(given.units[-1].end_s - given.units[0].start_s) - 0.01
    feed.stop()


def test_after_a_standstill_few_units_come_at_once_and_none_is_left_out() -> None:
    now = 0.0
    clock = _Clock(lambda: now, threading.Event())
    given: list[float] = []
    for number in range(40):
        if number == 5:
            now += 3600
        unit = LiveUnit(number, Fraction(number), Fraction(1), b"")
        if clock._zero is not None:
            now = max(now, clock._zero + number)  # as if one had waited
        assert clock.wait_until(unit, lambda: None)
        given.append(now)
    at_once = [moment for moment in given if moment == given[5]]
    assert len(at_once) == MAX_BURST_UNITS
    assert given[-1] - given[5] == len(given) - 5 - MAX_BURST_UNITS


@pytest.mark.parametrize("change", ["removed", "replaced"])
def test_a_file_that_goes_away_while_it_plays_fails_with_the_reason(
    change: str, opus: Path, tmp_path: Path
) -> None:
    path = tmp_path / "film.webm"
    path.write_bytes(opus.read_bytes())
    found = read_segment_map(path)
    stream = stream_of(found)
    failed, playing = threading.Event(), threading.Event()

    def look() -> None:
        state = stream.status().state
        if state is StreamState.PLAYING:
            playing.set()
        if state is StreamState.FAILED:
            failed.set()

    stream.on_change = look
    stream.start()
    assert playing.wait(LIMIT_S)
    path.unlink()
    if change == "replaced":
        path.write_bytes(opus.read_bytes())
    assert failed.wait(LIMIT_S)
    assert stream.status().reason == "File not found"
    stream.stop()
    assert stream.status().state is StreamState.FAILED
    path.unlink(missing_ok=True)
    stream.start()
    assert failed.wait(LIMIT_S)
    stream.stop()
    assert stream.status().reason == "File not found"  # nor is it there at the next start


def stream_of(found: SegmentMap) -> LiveStream:
    address = StreamAddress(StreamKind.VOD_LIVE, "film")
    return LiveStream(address, FilePlayout(found, loop=True), ledger=ViewerLedger())
