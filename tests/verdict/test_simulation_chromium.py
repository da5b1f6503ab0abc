"""Chromium's model against what Chromium 156 was seen to buffer and show."""

import io
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest

from studio.segments.frame_reader import read_media
from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import Family, Segment, SegmentMap, Track, TrackKind, TrackSpan
from studio.segments.source import ByteSource
from studio.verdict.prediction import LossCause, Run
from studio.verdict.simulation.chromium import ChromiumModel
from tests.segments import building as b

PICTURE, SOUND = 1, 2
OPUS_20_MS = b"\xf8"

Frame = tuple[int, int, bool]
"""Segment, time in ms, keyframe."""


def picture_frames(*, fps: int = 30, seconds: int = 4, gop_s: int = 1) -> list[Frame]:
    """One segment for each GOP, times rounded down to ms as muxers do."""
    return [
        (n // (fps * gop_s), n * 1000 // fps, n % (fps * gop_s) == 0) for n in range(fps * seconds)
    ]


def sound_frames(*, seconds: int = 4) -> list[Frame]:
    """Opus of 20 ms, cut with the picture's segments."""
    return [(time // 1000, time, True) for time in range(0, seconds * 1000, 20)]


def table(number: int, frames: Sequence[Frame], *, default_ns: int | None = None) -> FrameTable:
    kind = TrackKind.VIDEO if number == PICTURE else TrackKind.AUDIO
    codec = "V_VP8" if number == PICTURE else "A_OPUS"
    track = Track(number, kind, codec, codec, 1000, default_duration_ns=default_ns)
    found = FrameTable(track, Fraction(1000))
    for segment, time, key in frames:
        found.offsets.append(0)
        found.sizes.append(1)
        found.decode_times.append(time)
        found.times.append(time)
        found.durations.append(-1)
        found.segments.append(segment)
        found.keyframes.append(key)
        found.hidden.append(0)
    return found


def media(*tables: FrameTable, family: Family = Family.WEBM) -> MediaFrames:
    count = 1 + max((max(t.segments) for t in tables if len(t)), default=0)
    segments = []
    for number in range(count):
        spans = []
        for found in tables:
            own = [i for i in range(len(found)) if found.segments[i] == number]
            if own:
                start = found.seconds(min(found.times[i] for i in own))
                end = found.seconds(max(found.times[i] for i in own))
                key = bool(found.keyframes[own[0]])
                spans.append(TrackSpan(found.track.number, start, end, len(own), key, 1))
        start = min((span.start_s for span in spans), default=Fraction(0))
        segments.append(Segment(number, 1, start, Fraction(1), True, tuple(spans)))
    whole = SegmentMap(
        Path("film"), family, "", 1, Fraction(4), 0, 0,
        tuple(t.track for t in tables), tuple(segments),
    )  # fmt: skip
    return MediaFrames(whole, tables)


def run(*tables: FrameTable, first: int = 0, count: int | None = None) -> Run:
    source = ByteSource(io.BytesIO(OPUS_20_MS), 1)
    return ChromiumModel(media(*tables), source).run(first=first, count=count)


def ms(run_seen: Run) -> list[tuple[int, int]]:
    return [(round(start * 1000), round(end * 1000)) for start, end in run_seen.buffered]


def lost(found: Run, number: int) -> int:
    return sum(loss.frames for t in found.tracks if t.track == number for loss in t.losses)


THIRTY = 33_333_333
TWENTY_FIVE = 40_000_000


def test_a_whole_film_is_buffered_without_a_hole() -> None:
    seen = run(table(PICTURE, picture_frames(), default_ns=THIRTY), table(SOUND, sound_frames()))
    assert ms(seen) == [(0, 4000)]
    assert seen.frames_lost == 0
    assert seen.starts
    assert seen.stalls_at_s is None


def test_one_missing_frame_at_30_fps_loses_the_rest_of_its_gop() -> None:
    frames = [f for f in picture_frames() if f[1] != 1466]
    seen = run(table(PICTURE, frames, default_ns=THIRTY), table(SOUND, sound_frames()))
    causes = {loss.cause for track in seen.tracks for loss in track.losses}
    assert LossCause.DISCONTINUITY in causes
    assert ms(seen)[0] == (0, 1466)
    assert seen.stalls_at_s is not None


def test_one_missing_frame_at_25_fps_is_bridged() -> None:
    frames = [f for f in picture_frames(fps=25) if f[1] != 1480]
    seen = run(table(PICTURE, frames, default_ns=TWENTY_FIVE), table(SOUND, sound_frames()))
    assert seen.frames_lost == 0
    assert len(seen.buffered) == 1


def test_without_a_default_duration_a_missing_frame_is_bridged() -> None:
    frames = [f for f in picture_frames() if f[1] != 1466]
    seen = run(table(PICTURE, frames), table(SOUND, sound_frames()))
    assert seen.frames_lost == 0


def test_a_missing_frame_before_a_keyframe_costs_nothing_more() -> None:
    frames = [f for f in picture_frames() if f[1] != 1966]
    seen = run(table(PICTURE, frames, default_ns=THIRTY), table(SOUND, sound_frames()))
    assert lost(seen, PICTURE) == 0
    assert len(seen.buffered) == 1


def test_a_gap_in_sound_alone_costs_the_picture_up_to_its_next_keyframe() -> None:
    sound = [f for f in sound_frames() if not 1500 < f[1] < 1620]
    seen = run(table(PICTURE, picture_frames(), default_ns=THIRTY), table(SOUND, sound))
    picture = next(t for t in seen.tracks if t.track == PICTURE)
    assert any(loss.cause is LossCause.DISCONTINUITY for loss in picture.losses)


@pytest.mark.parametrize(("late_ms", "starts"), [(950, True), (1100, False)])
def test_a_film_that_begins_a_second_late_never_starts(late_ms: int, starts: bool) -> None:
    pictures = [(s, t + late_ms, k) for s, t, k in picture_frames()]
    sounds = [(s, t + late_ms, k) for s, t, k in sound_frames()]
    seen = run(table(PICTURE, pictures, default_ns=THIRTY), table(SOUND, sounds))
    assert seen.starts is starts


@pytest.mark.parametrize("late", [PICTURE, SOUND])
def test_one_late_track_shares_the_other_s_start(late: int) -> None:
    delay = {PICTURE: 0, SOUND: 0, late: 1100}
    pictures = [(s, t + delay[PICTURE], k) for s, t, k in picture_frames()]
    sounds = [(s, t + delay[SOUND], k) for s, t, k in sound_frames()]
    seen = run(table(PICTURE, pictures, default_ns=THIRTY), table(SOUND, sounds))
    assert seen.starts
    assert ms(seen)[0][0] == 0


def test_a_declared_track_without_frames_leaves_nothing_to_play() -> None:
    seen = run(table(PICTURE, picture_frames(), default_ns=THIRTY), table(SOUND, []))
    assert seen.buffered == ()
    assert not seen.starts


def test_beginning_at_a_segment_shows_its_first_frame() -> None:
    tables = table(PICTURE, picture_frames(), default_ns=THIRTY), table(SOUND, sound_frames())
    seen = run(*tables, first=2, count=2)
    assert ms(seen) == [(2000, 4000)]
    assert seen.frames_lost == 0


def test_beginning_at_a_segment_without_keyframe_loses_its_first_frames() -> None:
    frames = [(n // 15, t, k) for n, (_, t, k) in enumerate(picture_frames())]
    seen = run(table(PICTURE, frames, default_ns=THIRTY), first=3)
    assert seen.tracks[0].losses[0].cause is LossCause.NO_RANDOM_ACCESS_POINT
    assert ms(seen)[0][0] == 2000


def test_a_fragment_that_begins_again_at_zero_replaces_the_one_before() -> None:
    frames = [(s, t % 1000, k) for s, t, k in picture_frames()]
    seen = run(table(PICTURE, frames, default_ns=THIRTY))
    assert ms(seen)[0][0] == 0
    assert seen.buffered[-1][1] < 2
    assert seen.frames_lost == 90
    assert {loss.cause for loss in seen.tracks[0].losses} == {LossCause.OVERWRITTEN}


def test_a_first_keyframe_before_zero_takes_its_gop_along() -> None:
    frames = [(s, t - 33, k) for s, t, k in picture_frames()]
    seen = run(table(PICTURE, frames, default_ns=THIRTY))
    assert ms(seen)[0][0] == 967
    assert seen.tracks[0].losses[0].cause is LossCause.BEFORE_ZERO
    assert seen.tracks[0].losses[0].frames == 30


def test_both_tracks_with_the_same_gap_stop_there() -> None:
    pictures = [(s, t + 400 * (t >= 2000), k) for s, t, k in picture_frames()]
    sounds = [(s, t + 400 * (t >= 2000), k) for s, t, k in sound_frames()]
    seen = run(table(PICTURE, pictures, default_ns=THIRTY), table(SOUND, sounds))
    assert len(seen.buffered) == 2
    assert seen.stalls_at_s is not None
    assert 1.9 < float(seen.stalls_at_s) < 2.1


@pytest.mark.parametrize(("is_open", "end_ms"), [(True, 80), (False, 120)])
def test_an_open_cluster_keeps_its_last_block(tmp_path: Path, is_open: bool, end_ms: int) -> None:
    """As MediaRecorder leaves it: no size, nothing behind it, and no length of a frame."""
    blocks = [b.simple_block(1, time, key=time == 0) for time in (0, 40, 80)]
    path = tmp_path / "recorded.webm"
    cluster = b.cluster(0, *blocks, unknown=is_open)
    path.write_bytes(b.webm(b.info(), b.tracks(audio=False), cluster, unknown=True))
    with path.open("rb") as file:
        run = ChromiumModel(read_media(path), ByteSource(file, path.stat().st_size)).run()
    assert ms(run) == [(0, end_ms)]
    assert sum(loss.frames for loss in run.tracks[0].losses) == is_open


def in_order(order: Sequence[int], *, begin_ms: int) -> FrameTable:
    """Second after second of a film, in another order; the second one begins at ``begin_ms``."""
    frames = []
    for segment, second in enumerate(order):
        for n in range(25):
            time = 0 if n == 0 and second == 0 else 1000 * second + 40 * n
            frames.append((segment, time - (1000 - begin_ms if second else 0), n == 0))
    return table(PICTURE, frames)


@pytest.mark.parametrize(("begin_ms", "missed"), [(1000, 0), (990, 25)])
def test_reading_begins_with_what_came_first_within_the_first_second(
    begin_ms: int, missed: int
) -> None:
    """Measured, 156: what is appended later and lies before it is buffered, but not shown."""
    seen = run(in_order([2, 1, 0], begin_ms=begin_ms))
    assert ms(seen) == [(0, 2000 + begin_ms)]
    assert lost(seen, PICTURE) == missed
    causes = {loss.cause for track in seen.tracks for loss in track.losses}
    assert causes == ({LossCause.OUT_OF_REACH} if missed else set())
