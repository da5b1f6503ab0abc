"""The tracks of a file that is played out, and how long one time round lasts."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from math import floor

from studio.errors import SegmentError
from studio.repair.vorbis_modes import read_modes
from studio.segments.codec_bits import opus_samples
from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import Family, TrackKind
from studio.segments.movie import Movie
from studio.streams.playout_init import codec_private

MIN_UNIT_S = Fraction(1, 4)
"""GOPs that are shorter are sent together, or there would be a message for every frame."""
MIN_SOUND_UNIT_S = Fraction(1)
"""The same where there is no picture: any packet of sound could begin a unit."""
ROUNDING = 1
"""Ticks by which rounded times may overlap."""

PacketLength = Callable[[bytes], Fraction]
"""How long a packet of sound is, in s; 0 when it does not say."""


@dataclass(slots=True)
class Lane:
    """One track. ``shift_s`` is what an edit list adds to its times."""

    table: FrameTable
    shift_s: Fraction
    length_of: PacketLength | None = None

    @property
    def number(self) -> int:
        """The track's number."""
        return self.table.track.number

    @property
    def is_sound(self) -> bool:
        """Whether it is sound."""
        return self.table.track.kind is TrackKind.AUDIO

    def start_s(self, frame: int) -> Fraction:
        """When a frame is presented."""
        return self.table.seconds(self.table.times[frame]) + self.shift_s

    def duration(self, frame: int) -> int:
        """How long a frame lasts, in ticks: as written, or to the next, or as the one before.

        The last packet of sound is as long as the one before: a file may say that less of it
        is to be heard, but decoders give all of it when another follows.
        """
        last = len(self.table) - 1
        if frame == last > 0 and self.is_sound:
            return max(self._duration(last), self._duration(last - 1))
        return self._duration(frame)

    def _duration(self, frame: int) -> int:
        table = self.table
        if table.durations[frame] > 0:
            return table.durations[frame]
        times = table.times
        if frame + 1 < len(times) and times[frame + 1] > times[frame]:
            return times[frame + 1] - times[frame]
        default = table.track.default_duration_ns
        if default:
            return max(1, round(default * table.ticks_per_s / 10**9))
        return next((b - a for a, b in self._steps(frame) if b > a), 1)

    def end_s(self, frame: int) -> Fraction:
        """When a frame's presentation ends."""
        return self.start_s(frame) + self.table.seconds(self.duration(frame))

    def _steps(self, frame: int) -> Iterator[tuple[int, int]]:
        times = self.table.times
        return ((times[n - 1], times[n]) for n in range(frame, max(0, frame - 50), -1))


@dataclass(frozen=True, slots=True)
class Plan:
    """How a file is played out.

    ``cuts`` are the main track's frames that a unit begins with, ``end`` is the frame after
    its last one. ``period_s`` is how long one time round lasts; ``firsts`` are where the other
    tracks begin.
    """

    main: Lane
    others: tuple[Lane, ...]
    cuts: tuple[int, ...]
    end: int
    period_s: Fraction
    firsts: tuple[int, ...]

    @property
    def start_s(self) -> Fraction:
        """When the first unit begins."""
        return self.main.start_s(self.cuts[0])


def plan_of(media: MediaFrames, init: bytes, *, loop: bool) -> Plan:
    """Return how to play out a file.

    Args:
        media: its frames.
        init: its init segment.
        loop: whether it goes round: then all tracks end together.

    Raises:
        SegmentError: it has no keyframe.
    """
    lanes = [_lane(media, table, init) for table in media.tables if _is_played(table)]
    main = _main_of(lanes)
    others = tuple(one for one in lanes if one is not main and one.is_sound)
    cuts = _cuts(main)
    if not cuts:
        raise SegmentError("The file has no keyframe to begin with.", hint="Transcode it first.")
    begin_s = main.start_s(cuts[0])
    firsts = tuple(_first_from(lane, begin_s) for lane in others)
    end = len(main.table)
    if loop:
        end = _loop_end(main, cuts[0], _room_s(others, firsts))
        cuts = tuple(cut for cut in cuts if cut < end)
    period = max(main.end_s(n) for n in range(max(cuts[-1], 0), end)) - begin_s
    return Plan(main, others, cuts, end, period, firsts)


def _is_played(table: FrameTable) -> bool:
    return len(table) > 0 and table.track.kind in {TrackKind.VIDEO, TrackKind.AUDIO}


def _main_of(lanes: Sequence[Lane]) -> Lane:
    """The first picture, or else the first sound."""
    video = [lane for lane in lanes if lane.table.track.kind is TrackKind.VIDEO]
    found = next(iter(video or lanes), None)
    if found is None:
        raise SegmentError("The file holds neither picture nor sound.")
    return found


def _lane(media: MediaFrames, table: FrameTable, init: bytes) -> Lane:
    if media.map.family is Family.MP4:
        return Lane(table, Movie(timescale=media.movie_timescale).shift_s(table.track))
    return Lane(table, Fraction(0), _packet_length(table, init))


def _packet_length(table: FrameTable, init: bytes) -> PacketLength | None:
    """Return how packets of sound tell how long they are; WebM's times are rounded."""
    if table.track.codec_id == "A_OPUS":
        return lambda packet: Fraction(opus_samples(packet), 48_000)
    if table.track.codec_id == "A_VORBIS":
        modes = read_modes(codec_private(init, table.track.number))
        if modes is not None:
            return lambda packet: modes.duration_ns(packet) / 10**9
    return None


def _cuts(main: Lane) -> tuple[int, ...]:
    """Return the keyframes that units begin with; none that an edit list hides."""
    least_s = MIN_SOUND_UNIT_S if main.is_sound else MIN_UNIT_S
    cuts: list[int] = []
    at = main.table.keyframes.find(1)
    while at >= 0 and main.start_s(at) < 0:
        at = main.table.keyframes.find(1, at + 1)
    while at >= 0:
        if not cuts or main.start_s(at) - main.start_s(cuts[-1]) >= least_s:
            cuts.append(at)
        at = main.table.keyframes.find(1, at + 1)
    return tuple(cuts)


def _first_from(lane: Lane, begin_s: Fraction) -> int:
    """Return the first frame that does not begin before the picture does."""
    least = (begin_s - lane.shift_s) * lane.table.ticks_per_s
    return min(bisect_left(lane.table.times, least), len(lane.table) - 1)


def _room_s(others: Sequence[Lane], firsts: Sequence[int]) -> Fraction | None:
    """Return the longest time round that the other tracks fill, half a packet more or less."""
    rooms = []
    for lane, first in zip(others, firsts, strict=True):
        last = len(lane.table) - 1
        half = lane.table.seconds(lane.duration(last)) / 2
        rooms.append(lane.end_s(last) - lane.start_s(first) + half)
    return min(rooms, default=None)


def _loop_end(main: Lane, first: int, room_s: Fraction | None) -> int:
    """Return the frame after the last that is played, so that the other tracks fill the time.

    All before it end before any behind it begins: no picture is missing that one refers to.
    """
    table = main.table
    count = len(table)
    if room_s is None:
        return count
    most = table.times[first] + floor(room_s * table.ticks_per_s)
    lowest = [*accumulate(reversed(table.times[first:]), min)][::-1]
    reached, found = 0, 0
    for end in range(first + 1, count + 1):
        reached = max(reached, table.times[end - 1] + main.duration(end - 1))
        is_clean = end == count or lowest[end - first] + ROUNDING >= reached
        if is_clean and (not found or reached <= most):
            found = end
        if reached > most and found:
            break
    return found
