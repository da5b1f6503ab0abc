"""What a live window keeps of one rendition: its init segments and its newest media segments."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from studio.segments.model import Track

_LEAST_S = Fraction(1, 1000)
_SEAMLESS_S = Fraction(1, 10)
"""Where times go on with no more of a gap, nothing breaks in the sense of HLS, though the content
does: hls.js and Shaka Player lay what follows a break anew by the playlist's lengths, and leave
holes at each round of a file that goes round (measured, hls.js 1.7.4: 0.09 s)."""


@dataclass(frozen=True, slots=True)
class WindowInit:
    """An init segment of a lane, and what is in it: ``mime`` with codecs, its tracks."""

    version: int
    mime: str
    data: bytes
    tracks: tuple[Track, ...]

    @property
    def suffix(self) -> str:
        """``.webm`` or ``.mp4``."""
        return ".webm" if "/webm" in self.mime.partition(";")[0] else ".mp4"


@dataclass(frozen=True, slots=True)
class WindowSegment:
    """One segment: one or more units of the feed, joined.

    ``number`` is that of its address, counted for each lane. ``start_s`` is the time written in
    its bytes. ``discontinuity``: its init segment or its times do not follow from those before.
    """

    number: int
    start_s: Fraction
    duration_s: Fraction
    parts: tuple[bytes, ...]
    version: int
    discontinuity: bool = False
    group: int = 0
    frames: int = 0

    @property
    def end_s(self) -> Fraction:
        """Where it ends on the presentation timeline."""
        return self.start_s + self.duration_s

    @property
    def size(self) -> int:
        """Its bytes."""
        return sum(map(len, self.parts))


@dataclass(frozen=True, slots=True)
class LaneShare:
    """What one lane gets of a joined segment."""

    lane: str
    start_s: Fraction
    end_s: Fraction
    parts: tuple[bytes, ...]
    frames: int


@dataclass(frozen=True, slots=True)
class Joined:
    """One segment for every lane. ``inits``: what has to be known before, by lane."""

    version: int
    is_break: bool
    shares: tuple[LaneShare, ...]
    inits: tuple[tuple[str, WindowInit], ...]


@dataclass(slots=True)
class Lane:
    """One rendition on its way; guarded by its window's lock.

    ``name`` is the folder of its segments: ``segments`` holds all tracks, ``video`` and
    ``audio`` one each. ``listed`` stand in playlists, ``late`` have left them but are answered.
    """

    name: str
    inits: dict[int, WindowInit] = field(default_factory=dict)
    starts_s: dict[int, Fraction] = field(default_factory=dict)
    """Where what belongs to an init segment begins."""
    listed: deque[WindowSegment] = field(default_factory=deque)
    late: deque[WindowSegment] = field(default_factory=deque)
    next_number: int = 1
    broken: int = 0
    """Discontinuities that have left the playlist."""

    def add(self, share: LaneShare, of: Joined, group: int) -> None:
        """Take this lane's share of the next segment, which is the ``group``-th."""
        before = self.listed[-1] if self.listed else None
        start_s = share.start_s
        is_break = before is not None and (
            before.version != of.version
            or (of.is_break and abs(start_s - before.end_s) > _SEAMLESS_S)
        )
        self.starts_s.setdefault(of.version, start_s)
        duration_s = max(share.end_s - start_s, _LEAST_S)
        self.listed.append(
            WindowSegment(
                self.next_number,
                start_s,
                duration_s,
                share.parts,
                of.version,
                is_break,
                group,
                share.frames,
            )
        )
        self.next_number += 1

    def trim(self, group: int, grace: int) -> None:
        """Take what is older than a group of units off the playlist; forget what is older still."""
        while self.listed and self.listed[0].group < group:
            gone = self.listed.popleft()
            self.broken += gone.discontinuity
            self.late.append(gone)
        while len(self.late) > grace:
            self.late.popleft()
        known = {segment.version for segment in (*self.late, *self.listed)}
        newest = max(self.inits, default=0)
        self.inits = {v: one for v, one in self.inits.items() if v in known or v == newest}
        self.starts_s = {v: at for v, at in self.starts_s.items() if v in self.inits}

    def segment(self, number: int) -> WindowSegment | None:
        """Return what an address names, while it is there."""
        both: Iterator[WindowSegment] = (s for part in (self.listed, self.late) for s in part)
        return next((one for one in both if one.number == number), None)


@dataclass(frozen=True, slots=True)
class LaneView:
    """A lane as it stands in playlists at one moment."""

    name: str
    inits: dict[int, WindowInit]
    starts_s: dict[int, Fraction]
    segments: tuple[WindowSegment, ...]
    discontinuity_sequence: int

    @property
    def newest_init(self) -> WindowInit:
        """The init segment of the newest segment."""
        return self.inits[self.segments[-1].version]

    @property
    def peak_bps(self) -> int:
        """The highest rate of a listed segment, in bit/s."""
        rates = [one.size * 8 / one.duration_s for one in self.segments if one.duration_s]
        return max(1000, round(max(rates, default=Fraction(1000))))

    @property
    def mean_bps(self) -> int:
        """The rate of all listed segments together, in bit/s."""
        length = sum((one.duration_s for one in self.segments), Fraction(0))
        size = sum(one.size for one in self.segments)
        return max(1000, round(size * 8 / length)) if length else 1000

    @property
    def frame_rate(self) -> Fraction:
        """Pictures per second, as counted in the listed segments; 0 for sound."""
        length = sum((one.duration_s for one in self.segments), Fraction(0))
        frames = sum(one.frames for one in self.segments)
        return Fraction(frames) / length if length else Fraction(0)
