"""Units of a feed joined to segments, with all tracks together and with each track alone."""

import io
from fractions import Fraction
from pathlib import Path

from studio.errors import SegmentError
from studio.segments.mime import mime_type
from studio.segments.model import SegmentMap, Track, TrackKind, TrackSpan
from studio.segments.reader import map_of
from studio.segments.source import ByteSource
from studio.streams.feed import LiveInit, LiveUnit
from studio.streams.track_split import TrackSplitter, splitter_for
from studio.streams.window_lane import Joined, LaneShare, WindowInit

MUXED = "segments"
"""The lane whose segments hold all tracks."""
MOST_JOINED_S = Fraction(12)
"""A track that is missing is waited for no longer than this."""


class UnitJoiner:
    """Joins the units of a feed; not safe to use from several threads at once.

    Args:
        segment_s: the length that units are joined up to.
    """

    def __init__(self, segment_s: Fraction) -> None:
        self._segment_s = segment_s
        self._init: LiveInit | None = None
        self._splitter: TrackSplitter | None = None
        self._tracks: tuple[Track, ...] = ()
        self._inits: tuple[tuple[str, WindowInit], ...] = ()
        self._units: list[LiveUnit] = []
        self._spans: list[TrackSpan] = []
        self.longest_s = Fraction(0)
        """The longest unit that came."""

    def begin(self, init: LiveInit) -> Joined | None:
        """Take an init segment; return what was held until now."""
        joined = self.flush()
        self._init, self._splitter = init, None
        return joined

    def add(self, unit: LiveUnit) -> list[Joined]:
        """Take a unit; return the segments that are whole now.

        Raises:
            SegmentError: it is no segment of this init segment.
        """
        spans = self._read(unit)
        done: list[Joined | None] = []
        if self._units and (unit.discontinuity or not self._fits(unit.duration_s)):
            done.append(self.flush())
        self._units.append(unit)
        self._spans += spans
        self.longest_s = max(self.longest_s, unit.duration_s)
        if not self._fits(unit.duration_s) and self._is_complete():
            done.append(self.flush())
        return [one for one in done if one is not None]

    def flush(self) -> Joined | None:
        """Return a segment of what is held."""
        units, spans = self._units, self._spans
        self._units, self._spans = [], []
        if not units:
            return None
        parts = tuple(unit.data for unit in units)
        picture = {track.number for track in self._tracks if track.kind is TrackKind.VIDEO}
        frames = sum(span.frames for span in spans if span.track in picture)
        shares = [LaneShare(MUXED, units[0].start_s, units[-1].end_s, parts, frames)]
        if len(self._tracks) > 1:
            whole = b"".join(parts)
            shares += [
                share
                for track in self._tracks
                if (share := self._share(track, whole, spans, units[-1].end_s)) is not None
            ]
        is_break = any(unit.discontinuity for unit in units)
        return Joined(units[0].init_version, is_break, tuple(shares), self._inits)

    def _share(
        self, track: Track, whole: bytes, spans: list[TrackSpan], end_s: Fraction
    ) -> LaneShare | None:
        """Return what one track alone gets; None when it has nothing here."""
        assert self._splitter is not None
        own = [span for span in spans if span.track == track.number]
        data = self._splitter.media_of(track.number, whole) if own else b""
        if not data:
            return None
        is_picture = track.kind is TrackKind.VIDEO
        return LaneShare(
            track.kind.value,
            min(span.start_s for span in own),
            end_s if is_picture else max(span.end_s for span in own),
            (data,),
            sum(span.frames for span in own) if is_picture else 0,
        )

    def _read(self, unit: LiveUnit) -> list[TrackSpan]:
        """Look at where a unit's tracks begin and end."""
        if self._init is None:
            raise SegmentError("A unit came before any init segment.")
        data = self._init.data + unit.data
        found = map_of(ByteSource(io.BytesIO(data), len(data)), Path(f"unit{self._init.suffix}"))
        if not found.segments:
            raise SegmentError("A unit holds no segment.", detail=f"number {unit.number}")
        if self._splitter is None:
            self._splitter = splitter_for(found.family, self._init.data)
            self._take_tracks(self._init, found, self._splitter)
        return [span for segment in found.segments for span in segment.spans]

    def _take_tracks(self, init: LiveInit, found: SegmentMap, splitter: TrackSplitter) -> None:
        """Make the init segments of the lanes."""
        both = (found.track_of(TrackKind.VIDEO), found.track_of(TrackKind.AUDIO))
        self._tracks = tuple(track for track in both if track is not None)
        inits = [(MUXED, WindowInit(init.version, init.mime, init.data, self._tracks))]
        for track in self._tracks if len(self._tracks) > 1 else ():
            mime = mime_type(found.family, [track])
            data = splitter.init_of(track.number)
            inits.append((track.kind.value, WindowInit(init.version, mime, data, (track,))))
        self._inits = tuple(inits)

    def _fits(self, duration_s: Fraction) -> bool:
        """Tell whether a unit of this length can be joined to those that are held."""
        return self._held_s + duration_s <= self._segment_s

    def _is_complete(self) -> bool:
        """Tell whether all tracks are there, or were waited for long enough."""
        seen = {span.track for span in self._spans}
        whole = all(track.number in seen for track in self._tracks)
        return whole or self._held_s >= MOST_JOINED_S

    @property
    def _held_s(self) -> Fraction:
        return sum((unit.duration_s for unit in self._units), Fraction(0))
