"""Fragmented MP4 as it comes out of a muxer: the init segment, then each moof with its mdat.

Source: ISO/IEC 14496-12; MSE byte stream format for ISO BMFF.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from studio.errors import SegmentError
from studio.segments.boxes import Box
from studio.segments.fragments import FragmentReader
from studio.segments.model import TrackKind, TrackSpan
from studio.segments.movie import Movie
from studio.segments.notes import Notes
from studio.streams.gop_model import (
    MAX_GOP_BYTES,
    GopPart,
    InitPart,
    map_of_bytes,
    unreadable,
)
from studio.streams.gop_shift import movie_of, shifted_moof

_HEADER_BYTES = 8
_MOVED_ALONG = frozenset({"ftyp", "moov"})


class Mp4Assembler:
    """Gives each fragment that begins with a keyframe as it is, times moved where asked.

    Args:
        from_s: when the first unit shall begin; None keeps the times that are written.
        is_cut: each fragment is known to be one whole GOP, so none needs to wait for the next.
    """

    def __init__(self, from_s: Fraction | None = None, *, is_cut: bool = False) -> None:
        self._is_cut = is_cut
        self._held = bytearray()
        self._init = bytearray()
        self._movie: Movie | None = None
        self._lead = 0
        self._from_s, self._shift_s = from_s, Fraction(0)
        self._moof = b""
        self._open: _Open | None = None
        self._has_begun = False
        self.is_complete = False
        """Whether its writer has closed the file: the index at its end came."""

    def feed(self, data: bytes) -> Iterator[InitPart | GopPart]:
        """Take more bytes and yield what became whole.

        Raises:
            SegmentError: this MP4 cannot be streamed.
        """
        self._held += data
        while (box := self._next()) is not None:
            name, whole = box
            if self._movie is None:
                yield from self._begin(name, whole)
            elif name == "moof":
                self._moof = whole
            elif name == "mdat" and self._moof:
                yield from self._add(self._moof, whole)
                self._moof = b""
            elif name == "mfra":
                self.is_complete = True

    def end(self) -> Iterator[InitPart | GopPart]:
        """Yield the fragment that was still open."""
        if self._open is not None:
            yield self._open.part()
            self._open = None

    def _next(self) -> tuple[str, bytes] | None:
        """Cut the next whole box off; None while it is not whole."""
        if len(self._held) < _HEADER_BYTES:
            return None
        size = int.from_bytes(self._held[:4], "big")
        name = self._held[4:8].decode("latin-1")
        if size == 1 and len(self._held) >= 2 * _HEADER_BYTES:
            size = int.from_bytes(self._held[8:16], "big")
        if self._movie is None and name == "mdat":
            raise without_fragments()
        if size == 1:
            return None
        if not _HEADER_BYTES <= size <= MAX_GOP_BYTES:
            raise unreadable(f"a box {name!r} of {size} bytes")
        if len(self._held) < size:
            return None
        whole = bytes(self._held[:size])
        del self._held[:size]
        return name, whole

    def _begin(self, name: str, whole: bytes) -> Iterator[InitPart]:
        """Gather the init segment."""
        if name not in _MOVED_ALONG:
            return
        self._init += whole
        if name != "moov":
            return
        movie = movie_of(whole)
        if not movie.fragmented:
            raise without_fragments()
        if not movie.tracks:
            raise unreadable("no track")
        self._movie = movie
        kinds = {track.kind: track.number for track in reversed(movie.tracks)}
        self._lead = kinds.get(TrackKind.VIDEO, movie.tracks[0].number)
        init = bytes(self._init)
        yield InitPart(map_of_bytes(init, "live.mp4").mime, init)

    def _add(self, moof: bytes, mdat: bytes) -> Iterator[InitPart | GopPart]:
        """Take a fragment; one that begins with a keyframe closes what was before."""
        assert self._movie is not None
        reader = FragmentReader(self._movie, Notes())
        spans = reader.read(moof, Box("moof", 0, _HEADER_BYTES, len(moof)), 0).spans
        span = next((one for one in spans if one.track == self._lead), None)
        if span is not None and span.starts_with_keyframe:
            yield from self.end()
            if self._from_s is not None:
                self._shift_s, self._from_s = self._from_s - span.start_s, None
            self._open = _Open(span, self._shift_s, [])
        if self._open is None:
            if self._has_begun:
                raise unreadable("a fragment that begins in the middle of a GOP")
            return  # nothing can begin with it
        self._has_begun = self._is_cut
        self._open.add(span, shifted_moof(moof, self._shift_s, self._movie), mdat)
        if self._open.size > MAX_GOP_BYTES:
            raise unreadable("no keyframe for too long")
        if self._is_cut:
            yield from self.end()


@dataclass(slots=True)
class _Open:
    """A GOP whose further fragments may still come; most have one only."""

    span: TrackSpan
    shift_s: Fraction
    parts: list[bytes]
    size: int = 0

    def add(self, span: TrackSpan | None, moof: bytes, mdat: bytes) -> None:
        """Take one more fragment."""
        self.parts += (moof, mdat)
        self.size += len(moof) + len(mdat)
        if span is not None and span.end_s > self.span.end_s:
            first = self.span
            self.span = TrackSpan(first.track, first.start_s, span.end_s, 0, True, 0)

    def part(self) -> GopPart:
        """Return the whole of it."""
        start_s = max(Fraction(0), self.span.start_s + self.shift_s)  # sound begins before 0
        duration_s = self.span.end_s + self.shift_s - start_s
        return GopPart(start_s, duration_s, b"".join(self.parts))


def without_fragments() -> SegmentError:
    """Return the error of an MP4 that has its index only once it is finished."""
    return SegmentError(
        "This result cannot be watched before it is done: it gets its index at the end.",
        hint="Watch it when the job is done, or choose a preset that makes WebM or fragments.",
    )
