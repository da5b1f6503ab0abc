"""Every coded frame of an MP4 file: those of its fragments and those its moov box lists."""

from array import array
from fractions import Fraction
from itertools import accumulate, islice
from pathlib import Path

from studio.errors import SegmentError
from studio.segments.frames import NO_SEGMENT, FrameTable, MediaFrames
from studio.segments.isobmff import read_mp4
from studio.segments.movie import Movie
from studio.segments.picture_marks import with_true_keyframes
from studio.segments.runs import Run
from studio.segments.sample_tables import read_samples
from studio.segments.source import ByteSource

MAX_FRAMES = 3_000_000
"""Frames of one file: 12 hours of picture and sound, and 150 MB of memory."""

_FEW = 1000


class FrameCollector:
    """Keeps the frames that the readers of boxes come across.

    Raises:
        SegmentError: (in ``open``, ``add``) there are more than any real file has.
    """

    def __init__(self, size_bytes: int) -> None:
        self.tables: list[FrameTable] = []
        self.movie_timescale = 1
        self._by_number: dict[int, FrameTable] = {}
        self._marks: list[int] = []
        self._left = min(MAX_FRAMES, max(_FEW, size_bytes))

    def open(self, movie: Movie, source: ByteSource) -> None:
        """Begin with the tracks of a movie, and with the frames its moov box lists."""
        self.movie_timescale = movie.timescale
        for track, stbl in zip(movie.tracks, movie.sample_boxes, strict=True):
            table = FrameTable(track, Fraction(track.timescale))
            self.tables.append(table)
            self._by_number.setdefault(track.number, table)
            read_samples(source, stbl, table, self._left)
            self._spend(len(table))
            table.segments.extend(array("l", [NO_SEGMENT]) * len(table))
        self._marks = [len(table) for table in self.tables]

    @property
    def left(self) -> int:
        """How many frames there is still room for."""
        return self._left

    def _spend(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise SegmentError(
                "The file lists more frames than it can hold.", hint="It is damaged."
            )

    def mark(self) -> None:
        """Remember this place: a segment begins."""
        self._marks = [len(table) for table in self.tables]

    def drop(self) -> None:
        """Forget the frames since the last mark: their segment is cut off."""
        for table, mark in zip(self.tables, self._marks, strict=True):
            for column in (*_columns(table), table.keyframes, table.hidden):
                del column[mark:]

    def add(self, track: int, segment: int, start: int, decode: int, run: Run) -> None:
        """Add the samples of one run: its data begins at ``start``, decoding at ``decode``."""
        self._spend(run.count + run.missing * (run.sizes is None and run.durations is None))
        table = self._by_number[track]
        first = len(table.offsets)
        decode_times = run.decode_times(decode)
        ends = accumulate(run.all_sizes(), initial=start)
        table.offsets.extend(islice(ends, run.count))
        table.sizes.extend(iter(run.all_sizes()))
        table.decode_times.extend(decode_times)
        table.times.extend(run.times(decode_times))
        table.durations.extend(iter(run.all_durations()))
        table.segments.extend(array("l", [segment]) * run.count)
        table.keyframes += run.keys
        table.hidden += bytes(run.count)
        if run.has_empty:
            _leave_out_empty(table, first)


def _leave_out_empty(table: FrameTable, first: int) -> None:
    """Leave out samples without bytes, as browsers do; decoding time passes all the same."""
    full = [place for place in range(first, len(table.sizes)) if table.sizes[place]]
    for column in _columns(table):
        column[first:] = type(column)(column.typecode, [column[place] for place in full])
    for marks in (table.keyframes, table.hidden):
        marks[first:] = bytes(marks[place] for place in full)


def _columns(table: FrameTable) -> "tuple[array[int], ...]":
    return (
        table.offsets,
        table.sizes,
        table.decode_times,
        table.times,
        table.durations,
        table.segments,
    )


def read_mp4_frames(source: ByteSource, path: Path) -> MediaFrames:
    """Read the map of an MP4 file and all its frames.

    Offsets are those of ISO/IEC 14496-12: from the fragment's base-data-offset, from the
    moof, or from where the previous track fragment's data ended. Frames that the moov box
    of a fragmented file lists have NO_SEGMENT: no browser plays them.

    Raises:
        SegmentError: there is no readable moov box, or it lists more frames than any file.
    """
    collector = FrameCollector(source.size)
    found = read_mp4(source, path, collector)
    if not found.fragmented:
        for table in collector.tables:
            table.segments = array("l", [NO_SEGMENT]) * len(table)
    media = MediaFrames(found, tuple(collector.tables), collector.movie_timescale)
    return with_true_keyframes(media, source)
