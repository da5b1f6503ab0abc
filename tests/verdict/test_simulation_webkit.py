"""WebKit's model against what WebKitGTK 2.50.6 was seen to buffer and play."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from studio.segments.frames import FrameTable
from studio.segments.model import Family, TrackKind
from studio.verdict.prediction import LossCause, Run
from studio.verdict.simulation.webkit import simulate_webkit, webkit_av_offset_s
from tests.verdict.tables import (
    PICTURE,
    SECOND,
    SOUND,
    F,
    media,
    moved,
    mp4_frames,
    ms,
    picture,
    plays,
    sound,
    table,
)

D30, D25 = 33_333_333, 40_000_000


def webm(
    video: Sequence[F] = (),
    audio: Sequence[F] = (),
    *,
    default_ns: int | None = D30,
    first: int = 0,
) -> Run:
    tables = []
    if video:
        tables.append(table(PICTURE, video, default_ns=default_ns))
    if audio:
        tables.append(table(SOUND, audio))
    return simulate_webkit(media(*tables), first=first)


def mp4(*tables: FrameTable, first: int = 0) -> Run:
    return simulate_webkit(media(*tables, family=Family.MP4), first=first)


def fragments(
    number: int, frames: Sequence[F], edits: tuple[tuple[int, int], ...] = ()
) -> FrameTable:
    return table(number, frames, family=Family.MP4, edits=edits)


def test_clusters_at_keyframes_play_from_each() -> None:
    runs = [webm(picture(), sound(), first=k) for k in range(4)]
    assert all(map(plays, runs))
    assert [ms(run) for run in runs] == [[(k * 1000, 4000)] for k in range(4)]


def test_muxed_clusters_inside_a_gop_play_from_the_start_only() -> None:
    video, audio = picture(cluster_ms=500), sound(cluster_ms=500, step_ms=23)
    assert plays(webm(video, audio))
    assert not webm(video, audio, first=1).starts


@pytest.mark.parametrize(("dropped", "loses"), [(1, False), (2, True), (3, True)])
def test_more_than_one_missing_frame_loses_the_rest_of_the_gop(dropped: int, loses: bool) -> None:
    for fps, default_ns in ((25, D25), (30, D30)):
        whole = picture(fps=fps, gop=fps)
        frames = [f for n, f in enumerate(whole) if not 40 <= n < 40 + dropped]
        run = webm(frames, default_ns=default_ns)
        assert (len(run.buffered) > 1) is loses
        assert any(x.cause is LossCause.DISCONTINUITY for x in run.tracks[0].losses) is loses


@pytest.mark.parametrize(("gap", "joined"), [(60, True), (100, False), (480, False)])
def test_gaps_of_two_frames_of_24_per_second_are_joined(gap: int, joined: bool) -> None:
    run = webm(moved(picture(), 2000, gap))
    assert (len(run.buffered) == 1) is joined
    assert (run.stalls_at_s is None) is joined


@pytest.mark.parametrize(("start", "starts"), [(50, True), (100, False), (300, False)])
def test_playing_from_zero_needs_every_track_at_once(start: int, starts: bool) -> None:
    assert webm(moved(picture(), 0, start), sound()).starts is starts
    assert webm(picture(), moved(sound(), 0, start)).starts is starts


def test_a_gap_in_sound_can_cost_the_picture_the_rest_of_its_gop() -> None:
    run = webm(picture(), moved(sound(), 2500, 30))
    assert run.tracks[0].losses[0].cause is LossCause.DISCONTINUITY


def test_a_last_picture_of_unknown_length_ends_only_with_sound_beside_it() -> None:
    assert not plays(webm(picture(), default_ns=None))
    assert plays(webm(picture(), sound(), default_ns=None))


def test_codec_delay_is_taken_off() -> None:
    audio = table(SOUND, sound())
    object.__setattr__(audio.track, "codec_delay_ns", 6_500_000)
    found = media(audio)
    assert simulate_webkit(found).buffered[-1][1] == Fraction(39_935, 10_000)
    assert webkit_av_offset_s(media(table(PICTURE, picture()), audio)) == 0


def test_clusters_out_of_order_are_fine_without_sound() -> None:
    swap = {1: 2, 2: 1}
    video = sorted((F(swap.get(f.segment, f.segment), f.time, f.key) for f in picture()),
                   key=lambda f: f.segment)  # fmt: skip
    assert plays(webm(video))


def test_fragments_at_keyframes_play_from_each() -> None:
    tables = fragments(PICTURE, mp4_frames(PICTURE)), fragments(SOUND, mp4_frames(SOUND))
    assert all(plays(mp4(*tables, first=k)) for k in range(4))


def test_decode_times_that_begin_at_zero_again_overwrite() -> None:
    frames = [F(f.segment, f.time % SECOND, f.key, f.duration) for f in mp4_frames(PICTURE)]
    run = mp4(fragments(PICTURE, frames))
    assert ms(run) == [(0, 1000)]
    assert run.tracks[0].frames == 30


def test_a_long_picture_of_h264_is_taken_for_a_gap() -> None:
    length = SECOND // 30
    frames = [
        F(f.segment, f.time, f.key, 5 * length if n == 40 else f.duration)
        for n, f in enumerate(mp4_frames(PICTURE))
        if not 40 < n < 45
    ]
    assert ms(mp4(fragments(PICTURE, frames))) == [(0, 1367), (2000, 4000)]


def test_edit_lists_are_not_read() -> None:
    for edits in (((0, SECOND // 30),), ((400, -1), (0, 0))):
        run = mp4(fragments(PICTURE, mp4_frames(PICTURE), edits))
        assert plays(run)
        assert ms(run) == [(0, 4000)]


def test_an_edit_list_that_is_not_read_puts_sound_off() -> None:
    video = fragments(PICTURE, mp4_frames(PICTURE), ((0, SECOND // 15),))
    audio = fragments(SOUND, mp4_frames(SOUND))
    found = media(video, audio, family=Family.MP4)
    assert webkit_av_offset_s(found) == -Fraction(1, 15)


def test_a_first_picture_that_is_decoded_at_zero_is_shown_from_zero() -> None:
    late = [
        F(f.segment, f.time + SECOND // 15, f.key, f.duration, f.decode)
        for f in mp4_frames(PICTURE)
    ]
    assert ms(mp4(fragments(PICTURE, late))) == [(0, 4067)]


def test_fragments_before_the_first_one_are_not_read() -> None:
    frames = [F(3 - f.segment, f.time, f.key, f.duration) for f in mp4_frames(PICTURE)]
    run = mp4(fragments(PICTURE, sorted(frames, key=lambda f: f.segment)))
    assert ms(run) == [(3000, 4000)]
    assert not run.starts


def test_count_limits_what_is_appended() -> None:
    found = media(table(PICTURE, picture(), default_ns=D30))
    assert ms(simulate_webkit(found, first=1, count=2)) == [(1000, 3000)]


def test_laced_sound_goes_on_evenly() -> None:
    frames = [F(0, n // 4 * 80, True) for n in range(12)]
    laced = table(SOUND, frames)
    for frame in range(12):
        laced.offsets[frame] = frame + frame // 4 * 6
    assert ms(simulate_webkit(media(laced))) == [(0, 240)]


def test_vp9_of_varying_length_in_mp4_ends_at_its_first_long_frame() -> None:
    """Of 30 frames a second with gaps of 200 ms only [0, 0.083] is buffered (measured)."""
    steps = [SECOND // 30, SECOND // 30, SECOND // 5] * 4
    frames = [F(0, sum(steps[:n]), n == 0, steps[n], sum(steps[:n])) for n in range(12)]
    for codec, end in (("vp09", 83), ("av01", 1067)):
        found = table(PICTURE, frames, family=Family.MP4, codec=codec)
        assert ms(simulate_webkit(media(found, family=Family.MP4))) == [(0, end)]


def test_vp9_in_webm_is_as_long_as_its_default_duration() -> None:
    frames = [F(0, 0, True, 10), F(0, 10, False, 50), F(0, 60, False, 40), F(0, 100, False, 40)]
    for codec, end in (("V_VP8", 140), ("V_VP9", 20)):
        found = table(PICTURE, frames, default_ns=10_000_000, codec=codec)
        assert ms(simulate_webkit(media(found))) == [(0, end)]


@pytest.mark.parametrize(
    ("codec", "buffered"),
    [("S_TEXT/UTF8", [(1000, 1500), (3000, 4000)]), ("D_WEBVTT/SUBTITLES", [])],
)
def test_subtitles_are_waited_for_like_sound(codec: str, buffered: list[tuple[int, int]]) -> None:
    film = table(PICTURE, picture(), default_ns=D25)
    texts = table(SOUND, [F(1, 1000, True, 500), F(3, 3000, True, 500)])
    texts.track = replace(texts.track, number=3, kind=TrackKind.OTHER, codec_id=codec)
    texts.sizes[:] = array("q", [20, 20])
    found = simulate_webkit(media(film, texts))
    assert not found.starts
    assert bool(found.error) == codec.startswith("D_")
    assert [(a, round(b, -3)) for a, b in ms(found)] == [(a, round(b, -3)) for a, b in buffered]
