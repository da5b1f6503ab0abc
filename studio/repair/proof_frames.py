"""The frames of a source that a repair must have kept, in the order in which they count."""

from array import array
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from studio.repair.frame_order import in_time_order
from studio.segments import ebml, matroska
from studio.segments.blocks import ClusterReader
from studio.segments.ebml import Element
from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.lacing import laced_frames
from studio.segments.model import Family
from studio.segments.source import ByteSource, open_source
from studio.segments.webm import find_segment


@dataclass(frozen=True, slots=True)
class FrameRun:
    """Frames of one track: where each stands and when it comes, as the reader tells it.

    ``begin_s`` is what an edit list adds to the times. ``prefix`` stands before each frame.
    """

    offsets: "array[int]"
    sizes: "array[int]"
    times: "array[int]"
    ticks_per_s: Fraction
    begin_s: Fraction = Fraction(0)
    prefix: bytes = b""

    def __len__(self) -> int:
        return len(self.offsets)

    def picked(self, numbers: "list[int] | range") -> "FrameRun":
        """Return these frames alone."""
        offsets, sizes, times = (
            array("q", (column[number] for number in numbers))
            for column in (self.offsets, self.sizes, self.times)
        )
        return FrameRun(offsets, sizes, times, self.ticks_per_s, self.begin_s, self.prefix)

    def without_first(self, count: int) -> "FrameRun":
        """Return all frames but the first ones."""
        return self.picked(range(count, len(self))) if count else self


def run_of(media: MediaFrames, table: FrameTable, prefix: bytes = b"") -> FrameRun:
    """Return what can be kept of a track.

    Of an MP4 these are the frames with bytes that are in the file, of a WebM all of them; by
    time should its fragments or clusters stand in another order.
    """
    begin_s = _edit_shift(media, table)
    run = FrameRun(table.offsets, table.sizes, table.times, table.ticks_per_s, begin_s, prefix)
    if media.map.family is Family.MP4:
        limit = media.map.size_bytes
        order = in_time_order(table)
        whole = [n for n in order if 0 < run.sizes[n] <= limit - run.offsets[n]]
        unchanged = len(whole) == len(run) and isinstance(order, range)
        return run if unchanged else run.picked(whole)
    if all(a <= b for a, b in pairwise(run.times)):
        return run
    return run.picked(sorted(range(len(run)), key=lambda number: run.times[number]))


def _edit_shift(media: MediaFrames, table: FrameTable) -> Fraction:
    """Return by how much an edit list moves a track's times, in seconds."""
    delay = Fraction(0)
    for duration, start in table.track.edits if media.map.family is Family.MP4 else ():
        if start >= 0:
            return delay - Fraction(start, table.track.timescale)
        delay += Fraction(duration, media.movie_timescale)
    return delay


def with_cut_end(media: MediaFrames, path: Path) -> MediaFrames:
    """Return the frames with those of a last, cut-off WebM cluster, which maps leave out.

    Raises:
        SegmentError: the file cannot be read any more.
    """
    found = media.map
    if found.truncated and found.family is Family.WEBM:
        with open_source(path) as source:
            cluster, limit = _cut_cluster(source, media)
            if cluster is not None:
                tables = tuple(_copy(table) for table in media.tables)
                _add(source, ClusterReader(source, cluster, limit), tables)
                return replace(media, tables=tables)
    return media


def _copy(table: FrameTable) -> FrameTable:
    """Return a table whose columns may grow here."""
    return replace(table, offsets=table.offsets[:], sizes=table.sizes[:], times=table.times[:])


def _cut_cluster(source: ByteSource, media: MediaFrames) -> tuple[Element | None, int]:
    """Return the cluster that reaches beyond the end, and the end."""
    _, header = matroska.read_doc_type(source)
    limit = min(find_segment(source, header.end(0)).end(source.size), source.size)
    last = media.map.segments[-1] if media.map.segments else None
    position = media.map.init_size if last is None else last.offset + last.size
    element = ebml.read_element(source, position)
    while element is not None and element.size is not None and element.end(0) <= limit:
        element = ebml.read_element(source, element.end(0))
    is_cluster = element is not None and element.id == ebml.CLUSTER
    return (element if is_cluster else None), limit


def _add(source: ByteSource, reader: ClusterReader, tables: tuple[FrameTable, ...]) -> None:
    by_number = {table.track.number: table for table in reversed(tables)}
    for block in reader:
        table = by_number.get(block.track)
        if table is None:
            continue
        place = (block.payload_offset, block.payload_size)
        for offset, size in laced_frames(source, *place) if block.laced else [place]:
            table.offsets.append(offset)
            table.sizes.append(size)
            table.times.append(block.time)
