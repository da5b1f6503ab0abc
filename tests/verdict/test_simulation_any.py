"""What holds of Firefox's and WebKit's models for any file."""

import random
from collections.abc import Callable

import pytest

from studio.segments.frames import MediaFrames
from studio.segments.model import Family
from studio.verdict.prediction import Run
from studio.verdict.simulation.firefox import simulate_firefox
from studio.verdict.simulation.webkit import simulate_webkit
from tests.verdict.tables import PICTURE, SOUND, F, media, mp4_frames, picture, sound, table

MODELS = (simulate_firefox, simulate_webkit)


def shaken(frames: list[F], chance: random.Random) -> list[F]:
    """Return the frames with some missing, moved, marked and ended otherwise."""
    found, by = [], 0
    for frame in frames:
        if chance.random() < 0.03:
            continue
        if chance.random() < 0.02:
            by += chance.choice((-5000, -900, -40, 7, 40, 300, 2000))
        key = frame.key if chance.random() < 0.95 else not frame.key
        length = chance.choice((0, 1, 33, 9000)) if chance.random() < 0.03 else frame.duration
        decode = None if frame.decode is None else max(0, frame.decode + by)
        found.append(F(frame.segment, frame.time + by, key, length, decode))
    return found


def some_file(seed: int) -> MediaFrames:
    chance = random.Random(seed)
    missing: list[tuple[int, int]] = []
    if chance.random() < 0.5:
        family = Family.WEBM
        cut = chance.choice((30, 400, 1000))
        rows = {PICTURE: picture(cluster_ms=cut), SOUND: sound(cluster_ms=cut)}
    else:
        family = Family.MP4
        cut = chance.choice((1, 13, 30))
        rows = {number: mp4_frames(number, cut=cut) for number in (PICTURE, SOUND)}
        missing = [(chance.randrange(4), chance.choice((PICTURE, SOUND))) for _ in range(2)]
    edits = chance.choice(((), ((0, 700),), ((90, -1), (0, 30)), ((90, -1),)))
    chosen = chance.choice(((PICTURE,), (SOUND,), (PICTURE, SOUND)))
    tables = [
        table(
            number,
            shaken(rows[number], chance),
            family=family,
            default_ns=chance.choice((None, 33_333_333, 60_000_000)),
            edits=edits if family is Family.MP4 else (),
        )
        for number in chosen
    ]
    return media(*tables, family=family, missing=missing)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("seed", range(60))
def test_every_frame_is_kept_or_lost_and_ranges_are_in_order(
    model: Callable[..., Run], seed: int
) -> None:
    found = some_file(seed)
    for first, count in ((0, None), (1, None), (2, 2)):
        run = model(found, first=first, count=count)
        stop = len(found.map.segments) if count is None else first + count
        for track in run.tracks:
            own = found.table_of(track.track)
            assert own is not None
            appended = sum(first <= segment < stop for segment in own.segments)
            assert track.frames + sum(loss.frames for loss in track.losses) == appended
        edges = [edge for span in run.buffered for edge in span]
        assert edges == sorted(edges)
        assert run.error or (run.stalls_at_s is not None) or run.starts


@pytest.mark.parametrize("model", MODELS)
def test_a_file_without_frames_never_starts(model: Callable[..., Run]) -> None:
    for tables in ((), (table(PICTURE, []),), (table(PICTURE, []), table(SOUND, sound()))):
        run = model(media(*tables))
        assert not run.starts
