"""Every block of a WebM file in flat arrays, and what else of the file is worth keeping."""

from array import array
from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction

from studio.repair.changes import Change, KeptTrack
from studio.repair.recluster_tracks import TrackEntry
from studio.segments.ebml import Element
from studio.segments.matroska import SegmentInfo
from studio.segments.model import Track, TrackKind

MAX_PLACE = 0xFFFF
"""Highest place inside a block that is kept; blocks that need more are written anew."""

SIMPLE_HEAD_BYTES = 9
"""Of a SimpleBlock written anew: identifier, size of 4 bytes, track, time, flags."""

GROUP_HEAD_BYTES = 14
"""Of a BlockGroup written anew, with its Block."""

DURATION_BYTES = 6
REFERENCE_BYTES = 4


@dataclass(slots=True)
class BlockIndex:
    """A file's blocks in file order; about 32 bytes of memory for each.

    ``offsets`` and ``sizes`` span whole elements, ``times`` are absolute ticks,
    ``time_places`` say where in the element its two bytes of relative time stand.
    ``durations`` are the ticks to write at ``duration_places`` of a block of sound whose
    written duration, rounded up, reaches into the next one; -1 elsewhere.

    A block whose time place is 0 is written anew: its offset is that of the frame alone, its
    size what it will take, its duration is written when it is not -1, and ``extras`` may hold
    the elements to put behind it. ``track_numbers`` are those of the result.
    """

    info: SegmentInfo = field(default_factory=SegmentInfo)
    info_element: Element | None = None
    doc_type: str = "webm"
    has_cues: bool = False
    entries: list[TrackEntry] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    tags: list[Element] = field(default_factory=list)
    offsets: "array[int]" = field(default_factory=lambda: array("q"))
    sizes: "array[int]" = field(default_factory=lambda: array("q"))
    times: "array[int]" = field(default_factory=lambda: array("q"))
    time_places: "array[int]" = field(default_factory=lambda: array("H"))
    track_numbers: "array[int]" = field(default_factory=lambda: array("H"))
    durations: "array[int]" = field(default_factory=lambda: array("i"))
    duration_places: "array[int]" = field(default_factory=lambda: array("H"))
    extras: dict[int, bytes] = field(default_factory=dict)
    trimmed_durations: int = 0
    keyframes: bytearray = field(default_factory=bytearray)
    reversals: int = 0
    dropped_blocks: int = 0
    lengthened: int = 0
    remarked: int = 0
    unlaced_blocks: int = 0
    rewritten_blocks: int = 0
    clusters: int = 0
    clusters_sorted: bool = False
    dropped_elements: set[int] = field(default_factory=set)
    truncated: bool = False
    ends_s: dict[int, Fraction] = field(default_factory=dict)
    """When each track ends, by the source's track numbers and times."""
    vorbis_ends: frozenset[int] = frozenset()
    """The last block of each Vorbis track, counted from 0."""
    skipped: "Counter[int]" = field(default_factory=Counter)
    """Frames at the beginning that are left out, by the source's track numbers."""
    sound_from: int | None = None
    """Sound before this time is left out, in ticks of the source."""
    shift: int = 0
    """Ticks to be added to every time."""
    has_long_step: bool = False
    """A frame is missing: the step to the next one exceeds twice DefaultDuration."""

    @property
    def tracks(self) -> tuple[Track, ...]:
        """The tracks that are kept, numbered as in the result."""
        return tuple(entry.track for entry in self.entries)

    @property
    def end_s(self) -> Fraction:
        """When the last of the kept tracks ends in the result."""
        last = max(self.ends_s[entry.source_number] for entry in self.entries)
        return last + Fraction(self.shift * self.info.scale_ns, 10**9)

    def first_track(self, kind: TrackKind) -> Track | None:
        """First kept track of this kind, or None."""
        return next((track for track in self.tracks if track.kind is kind), None)

    def kept(self) -> tuple[KeptTrack, ...]:
        """Return which frames of the source must be found in the result."""
        return tuple(
            KeptTrack(e.source_number, e.number, self.skipped[e.source_number], e.prefix)
            for e in self.entries
        )

    def prefix_of(self, number: int) -> bytes:
        """Return what is put before the frame of this block."""
        track = self.track_numbers[number]
        return next(entry.prefix for entry in self.entries if entry.number == track)

    def is_group(self, number: int) -> bool:
        """Tell whether a block written anew becomes a BlockGroup."""
        return self.durations[number] >= 0 or number in self.extras

    def head_bytes(self, number: int) -> int:
        """Return what a block written anew takes besides its frame as it stands."""
        if not self.is_group(number):
            return SIMPLE_HEAD_BYTES + len(self.prefix_of(number))
        size = GROUP_HEAD_BYTES + len(self.prefix_of(number))
        size += DURATION_BYTES * (self.durations[number] >= 0)
        size += REFERENCE_BYTES * (not self.keyframes[number])
        return size + len(self.extras.get(number, b""))
