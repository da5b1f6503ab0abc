"""When frames begin: those of laced blocks, and the first one of all."""

from fractions import Fraction

from studio.errors import RepairError
from studio.repair.block_index import BlockIndex
from studio.segments.model import TrackKind

START_GAP_NS = 100_000_000
"""A file that begins later waits for ever in some players (mse-rules T1)."""


def settle_laces(index: BlockIndex, loose: list[tuple[int, int]]) -> None:
    """Give the frames of laced blocks times that do not pass the block after them.

    Args:
        index: its times are changed.
        loose: (first, count) of laces whose frames' lengths are unknown: they are spread
            evenly up to the next block of their track, the last ones as the ones before.
    """
    spacing: dict[int, Fraction] = {}
    for first, count in loose:
        track, start = index.track_numbers[first], index.times[first]
        following = _next_of(index, first + count, track)
        if following is not None:
            spacing[track] = Fraction(index.times[following] - start, count)
        step = spacing.get(track, Fraction(0))
        for position in range(count):
            index.times[first + position] = start + int(step * position)
    latest: dict[int, int] = {}
    for number in range(len(index.times) - 1, -1, -1):
        track = index.track_numbers[number]
        time = min(index.times[number], latest.get(track, index.times[number]))
        latest[track] = index.times[number] = time


def _next_of(index: BlockIndex, start: int, track: int) -> int | None:
    numbers = range(start, len(index.times))
    return next((number for number in numbers if index.track_numbers[number] == track), None)


def settle_start(index: BlockIndex) -> None:
    """Let the file begin at 0 when it begins before, or so late that players wait for it.

    All times are moved alike. Sound is left out where no picture goes with it: before the
    first keyframe when pictures had to be left out, and long before 0.
    """
    gap = START_GAP_NS // index.info.scale_ns
    video, audio = index.first_track(TrackKind.VIDEO), index.first_track(TrackKind.AUDIO)
    picture = None if video is None else _first_time(index, video.number)
    sound = None if audio is None else _first_time(index, audio.number)
    if picture is not None and sound is not None and picture - sound > gap:
        if any(index.skipped.values()):
            _leave_out_sound(index, picture)
        elif sound < 0:
            _leave_out_sound(index, min(picture, 0))
        sound = _first_time(index, index.tracks[-1].number)
    first = min(time for time in (picture, sound) if time is not None)
    if first < 0 or first > gap:
        index.shift = -first
        for number, time in enumerate(index.times):
            index.times[number] = time - first
        if index.sound_from is not None:
            index.sound_from -= first


def _first_time(index: BlockIndex, track: int) -> int | None:
    """Return when the first block of a track begins that is not left out."""
    least = index.sound_from
    is_sound = any(t.number == track and t.kind is TrackKind.AUDIO for t in index.tracks)
    for number, time in zip(index.track_numbers, index.times, strict=True):
        if number == track and (not is_sound or least is None or time >= least):
            return time
    return None


def _leave_out_sound(index: BlockIndex, before: int) -> None:
    """Leave out the sound that begins before this tick."""
    entry = next(entry for entry in index.entries if entry.track.kind is TrackKind.AUDIO)
    index.sound_from = before
    index.skipped[entry.source_number] += sum(
        number == entry.number and time < before
        for number, time in zip(index.track_numbers, index.times, strict=True)
    )


def keep_only(index: BlockIndex, kind: TrackKind) -> None:
    """Keep one kind of track; its times stay those that it has beside the other one.

    Raises:
        RepairError: there is no track of this kind.
    """
    index.entries = [entry for entry in index.entries if entry.track.kind is kind]
    numbers = {entry.number for entry in index.entries}
    if not numbers & set(index.track_numbers):
        raise RepairError(f"The file has no {kind} track.")
