"""Sound that takes no time: told where there is more of it than one frame at one time."""

from fractions import Fraction
from pathlib import Path

import pytest

from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import Family, SegmentMap, Track, TrackKind
from studio.verdict.model import Effect, Severity
from studio.verdict.rules_mp4_sound import timeless_sound


def sound(lengths: list[int], *, kind: TrackKind = TrackKind.AUDIO) -> MediaFrames:
    """Frames of 100 bytes, one after the other, in ms."""
    table = FrameTable(Track(1, kind, "Opus", "opus", 1000), Fraction(1000))
    time = 0
    for number, length in enumerate(lengths):
        table.offsets.append(100 * number)
        table.sizes.append(100)
        table.times.append(time)
        table.durations.append(length)
        time += length
    whole = SegmentMap(
        Path("sound"), Family.MP4, "", 1, Fraction(4), 0, 0, (table.track,), (), fragmented=True
    )
    return MediaFrames(whole, (table,))


@pytest.mark.parametrize("lengths", [[20] * 50, [20, 0] * 25, [1] * 50, [20] * 49 + [0]])
def test_single_frames_of_no_length_are_fine(lengths: list[int]) -> None:
    assert list(timeless_sound(sound(lengths))) == []


def test_chromium_drops_all_but_one_of_many_at_one_time() -> None:
    (found,) = timeless_sound(sound([20] * 50 + [0] * 25 + [20] * 50))
    assert (found.code, found.severity, found.count) == ("MP4-040", Severity.LOSS, 24)
    assert found.offset == 5100
    effects = {(hit.family.value, hit.only): hit.effect for hit in found.hits}
    assert effects[("chromium", "chromium")] is Effect.LOSES
    assert effects[("firefox", "")] is Effect.HARMLESS


def test_what_is_too_little_to_be_missed_fails_no_engine() -> None:
    (found,) = timeless_sound(sound([20] * 50 + [0] * 3 + [20] * 50))
    assert found.severity is Severity.INFO
    assert {hit.effect for hit in found.hits} == {Effect.HARMLESS}


def test_pictures_are_not_meant() -> None:
    assert list(timeless_sound(sound([20, 0, 0, 0, 20], kind=TrackKind.VIDEO))) == []
