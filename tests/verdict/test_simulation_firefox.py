"""Firefox's model against what Firefox 153 was seen to buffer and show."""

import io
from collections.abc import Sequence
from fractions import Fraction

import pytest

from studio.segments.frames import FrameTable
from studio.segments.model import Family
from studio.segments.source import ByteSource
from studio.verdict.prediction import LossCause, Run
from studio.verdict.simulation.firefox import FirefoxModel, firefox_av_offset_s, simulate_firefox
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

D30 = 33_333_333


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
    return simulate_firefox(media(*tables), first=first)


def mp4(*tables: FrameTable, first: int = 0, missing: Sequence[tuple[int, int]] = ()) -> Run:
    return simulate_firefox(media(*tables, family=Family.MP4, missing=missing), first=first)


def fragments(
    number: int, frames: Sequence[F], edits: tuple[tuple[int, int], ...] = ()
) -> FrameTable:
    return table(number, frames, family=Family.MP4, edits=edits)


def causes(run: Run) -> list[tuple[int, LossCause, int]]:
    return [(x.track, x.cause, x.frames) for track in run.tracks for x in track.losses]


def test_clusters_at_keyframes_play_from_the_start_and_from_each_cluster() -> None:
    runs = [webm(picture(), sound(), first=k) for k in range(4)]
    assert all(map(plays, runs))
    assert [ms(run) for run in runs] == [[(k * 1000, 4000)] for k in range(4)]


@pytest.mark.parametrize("dropped", [1, 2, 3, 5])
def test_missing_frames_inside_a_cluster_lengthen_the_frame_before(dropped: int) -> None:
    frames = [f for n, f in enumerate(picture()) if not 40 <= n < 40 + dropped]
    run = webm(frames)
    assert plays(run)
    assert ms(run) == [(0, 4000)]


def test_frames_missing_at_the_end_of_a_cluster_lose_the_rest_of_a_gop() -> None:
    frames = [f for n, f in enumerate(picture(cluster_ms=1500)) if n not in {43, 44, 45}]
    run = webm(frames)
    assert ms(run) == [(0, 1433), (2000, 4000)]
    assert (PICTURE, LossCause.DISCONTINUITY, 14) in causes(run)


def test_muxed_clusters_inside_a_gop_lose_their_pictures_up_to_the_next_keyframe() -> None:
    run = webm(picture(cluster_ms=500), sound(cluster_ms=500, step_ms=23))
    assert [start for start, _ in ms(run)] == [0, 1000, 2000, 3000]
    assert {cause for _, cause, _ in causes(run)} >= {LossCause.NO_RANDOM_ACCESS_POINT}


def test_muxed_clusters_inside_a_gop_are_fine_where_sound_ends_exactly_with_them() -> None:
    assert plays(webm(picture(cluster_ms=500), sound(cluster_ms=500)))


def test_clusters_inside_a_gop_are_fine_without_sound() -> None:
    assert plays(webm(picture(cluster_ms=500)))


def test_guessed_last_lengths_that_overlap_make_single_frame_clusters_lose() -> None:
    frames = [F(n, f.time, f.key) for n, f in enumerate(picture(seconds=3))]
    assert ms(webm(frames, default_ns=None)) == [(0, 101), (1000, 1101), (2000, 2101)]


def test_reversed_blocks_are_of_no_consequence() -> None:
    video, audio = table(PICTURE, picture(), default_ns=D30), table(SOUND, sound())
    found = media(video, audio)
    for n in range(len(video) - 1):
        video.offsets[n], audio.offsets[n] = audio.offsets[n], video.offsets[n]
    assert plays(simulate_firefox(found))


@pytest.mark.parametrize(
    ("gap", "shown"),
    [(20, [(0, 4020)]), (34, [(0, 4034)]), (50, [(0, 2000), (2050, 4050)])],
)
def test_gaps_of_a_frame_are_joined(gap: int, shown: list[tuple[int, int]]) -> None:
    run = webm(moved(picture(), 2000, gap))
    assert ms(run) == shown
    assert plays(run)


@pytest.mark.parametrize(("gap", "shown"), [(17, 1), (25, 2)])
def test_gaps_in_sound_alone_are_joined_up_to_a_frame_of_20_ms(gap: int, shown: int) -> None:
    assert len(webm(audio=moved(sound(), 2000, gap)).buffered) == shown


def test_the_pictures_frame_length_closes_gaps_in_sound_too() -> None:
    run = webm(picture(), moved(sound(), 2000, 34))
    assert len(run.buffered) == 1


@pytest.mark.parametrize(("gap", "stalls"), [(100, False), (480, False), (520, True), (1200, True)])
def test_playing_crosses_half_a_second(gap: int, stalls: bool) -> None:
    both = webm(moved(picture(), 2000, gap), moved(sound(), 2000, gap))
    assert (both.stalls_at_s == 2) is stalls
    assert (both.stalls_at_s is None) is not stalls


def test_two_gaps_beside_each_other_in_different_tracks_are_crossed() -> None:
    audio = [F(f.segment, f.time + 400) if f.time >= 2400 else f for f in sound() if f.time < 3600]
    run = webm(moved(picture(seconds=3), 2000, 400), audio)
    assert len(run.buffered) == 2
    assert run.stalls_at_s is None


@pytest.mark.parametrize(("start", "starts"), [(50, True), (240, True), (260, False), (700, False)])
def test_playing_from_zero_needs_every_track_within_a_quarter_second(
    start: int, starts: bool
) -> None:
    assert webm(moved(picture(), 0, start), moved(sound(), 0, start)).starts is starts
    assert webm(picture(), moved(sound(), 0, start)).starts is starts


@pytest.mark.parametrize("missing", [300, 1500, 3000])
def test_a_track_that_ends_early_is_of_no_consequence(missing: int) -> None:
    run = webm(picture(), [f for f in sound() if f.time < 4000 - missing])
    assert plays(run)
    assert ms(run) == [(0, 4000)]


def test_an_entry_without_a_keyframe_shows_nothing() -> None:
    run = webm(picture(cluster_ms=500), first=7)
    assert not run.starts
    assert run.tracks[0].frames == 0


def test_one_cluster_too_early_stalls_when_all_is_appended_at_once() -> None:
    swap = {1: 2, 2: 1}
    video = sorted((F(swap.get(f.segment, f.segment), f.time, f.key) for f in picture()),
                   key=lambda f: f.segment)  # fmt: skip
    run = webm(video)
    assert ms(run) == [(0, 4000)]
    assert run.stalls_at_s == 1


def test_several_early_clusters_at_the_end_are_refused() -> None:
    order = {3: 1, 1: 2, 2: 3}
    video = sorted((F(order.get(f.segment, f.segment), f.time, f.key) for f in picture()),
                   key=lambda f: f.segment)  # fmt: skip
    run = webm(video)
    assert run.error == "Failed to open media"
    assert run.error_offset == 1_000_000


def test_blocks_before_zero_are_taken_for_blocks_at_zero() -> None:
    run = webm([F(0, f.time - 40, f.key) for f in picture(seconds=1)])
    assert ms(run) == [(0, 960)]
    assert causes(run) == [(PICTURE, LossCause.BEFORE_ZERO, 1)]


def test_vp8_frames_are_believed_more_than_their_flags() -> None:
    frames = [F(f.segment, f.time, f.key and f.segment != 1) for f in picture()]
    found = media(table(PICTURE, frames, default_ns=D30))
    key_frames = ByteSource(io.BytesIO(b"\x10" * 5_000_000), 5_000_000)
    assert not simulate_firefox(found, first=1).starts
    assert FirefoxModel(found, key_frames).run(first=1).starts


def test_fragments_at_keyframes_play_from_each() -> None:
    tables = fragments(PICTURE, mp4_frames(PICTURE)), fragments(SOUND, mp4_frames(SOUND))
    assert all(plays(mp4(*tables, first=k)) for k in range(4))


def test_frames_missing_inside_a_fragment_lengthen_the_frame_before() -> None:
    frames = [f for n, f in enumerate(mp4_frames(PICTURE)) if n not in {40, 41, 42}]
    run = mp4(fragments(PICTURE, frames))
    assert plays(run)
    assert ms(run) == [(0, 4000)]


@pytest.mark.parametrize(("gap_ms", "count"), [(20, 1), (50, 2)])
def test_gaps_between_fragments_are_joined_up_to_a_frame(gap_ms: int, count: int) -> None:
    frames = [
        F(f.segment, f.time + by, f.key, f.duration, f.time + by)
        for f in mp4_frames(PICTURE)
        for by in [gap_ms * SECOND // 1000 if f.segment > 1 else 0]
    ]
    assert len(mp4(fragments(PICTURE, frames)).buffered) == count


def test_decode_times_that_begin_at_zero_again_overwrite() -> None:
    frames = [F(f.segment, f.time % SECOND, f.key, f.duration) for f in mp4_frames(PICTURE)]
    run = mp4(fragments(PICTURE, frames))
    assert ms(run) == [(0, 1000)]
    assert causes(run) == [(PICTURE, LossCause.OVERWRITTEN, 90)]


def test_fragments_without_decode_time_all_begin_at_zero() -> None:
    run = mp4(fragments(PICTURE, mp4_frames(PICTURE)), missing=[(k, PICTURE) for k in range(4)])
    assert ms(run) == [(0, 1000)]
    assert run.tracks[0].frames == 30


def test_a_keyframe_before_zero_takes_its_gop_with_it() -> None:
    run = mp4(fragments(PICTURE, mp4_frames(PICTURE), ((0, SECOND // 30),)))
    assert ms(run) == [(967, 3967)]
    assert causes(run)[0] == (PICTURE, LossCause.BEFORE_ZERO, 30)


def test_a_keyframe_that_reaches_over_zero_is_shortened() -> None:
    run = mp4(fragments(PICTURE, mp4_frames(PICTURE), ((0, SECOND // 60),)))
    assert plays(run)
    assert ms(run) == [(0, 3983)]


def test_an_empty_edit_delays_its_track() -> None:
    delayed = fragments(PICTURE, mp4_frames(PICTURE), ((100, -1), (0, 0)))
    assert ms(mp4(delayed)) == [(100, 4100)]
    assert not mp4(fragments(PICTURE, mp4_frames(PICTURE), ((400, -1), (0, 0)))).starts


def test_sound_cut_at_its_start_makes_the_next_fragment_need_a_keyframe() -> None:
    length = SECOND // 30
    video = fragments(PICTURE, mp4_frames(PICTURE, cut=15))
    whole = fragments(SOUND, mp4_frames(SOUND, cut=15))
    trimmed = fragments(SOUND, mp4_frames(SOUND, cut=15), ((0, length - 10),))
    assert plays(mp4(video, whole))
    assert ms(mp4(video, trimmed))[:2] == [(0, 500), (1000, 4000)]


def test_sound_is_late_by_the_codec_delay_of_webm() -> None:
    audio = table(SOUND, sound())
    object.__setattr__(audio.track, "codec_delay_ns", 6_500_000)
    assert firefox_av_offset_s(media(table(PICTURE, picture()), audio)) == Fraction(13, 2000)


def test_only_the_first_empty_edit_counts() -> None:
    video = fragments(PICTURE, mp4_frames(PICTURE), ((100, -1), (200, -1), (0, 0)))
    audio = fragments(SOUND, mp4_frames(SOUND))
    assert firefox_av_offset_s(media(video, audio, family=Family.MP4)) == Fraction(1, 5)


def test_count_limits_what_is_appended() -> None:
    found = media(table(PICTURE, picture(), default_ns=D30))
    assert ms(simulate_firefox(found, first=1, count=2)) == [(1000, 3000)]


def test_the_last_laced_block_is_as_long_as_the_block_before() -> None:
    frames = [F(n // 4, n // 2 * 40, True, -1, n // 2 * 40) for n in range(8)]
    laced = table(SOUND, frames)
    for frame in range(0, 8, 2):
        laced.offsets[frame] = laced.offsets[frame + 1] - 1
    assert ms(simulate_firefox(media(laced))) == [(0, 160)]
