"""Every coded frame of a WebM or Matroska file.

Source: RFC 9559, section 10 (blocks and lacing).
"""

from array import array
from fractions import Fraction
from pathlib import Path

from studio.errors import SegmentError
from studio.segments import codec_bits, ebml, matroska
from studio.segments.blocks import Block, ClusterReader
from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.lacing import laced_frames
from studio.segments.model import Segment
from studio.segments.source import ByteSource
from studio.segments.webm import find_segment, read_webm

MAX_FRAMES = 3_000_000
"""Frames of one file: 12 hours of picture and sound, and 150 MB of memory."""

MAX_TICKS = 1 << 61

_BEHIND_BLOCK = frozenset({ebml.BLOCK_DURATION, ebml.REFERENCE_BLOCK, ebml.DISCARD_PADDING})
_MOST_BEHIND = 4
"""Elements of its group that are looked at behind the last block."""


def read_webm_frames(source: ByteSource, path: Path) -> MediaFrames:
    """Read the map of a WebM file and all its frames.

    The frames of a laced block have the block's time; its duration is shared out among them.

    Raises:
        SegmentError: the header is cut off, there are no tracks, or more frames than in any
            real file.
    """
    found = read_webm(source, path)
    ticks_per_s = Fraction(10**9, _scale_ns(source, found.init_size))
    tables = tuple(FrameTable(track, ticks_per_s) for track in found.tracks)
    by_number = {table.track.number: table for table in reversed(tables)}
    cluster = _ClusterFrames(source, by_number)
    for number, segment in enumerate(found.segments):
        cluster.read(number, segment)
        if cluster.frames > MAX_FRAMES:
            raise SegmentError(
                "The file holds more frames than any real one.", hint="It is damaged."
            )
    for table in tables:
        table.decode_times = array("q", table.times)
        if table.track.codec_id == "A_VORBIS" and len(table):
            table.misread_ns = _misread_ns(source, table)
    return MediaFrames(found, tables)


def _scale_ns(source: ByteSource, init_size: int) -> int:
    """Return how many nanoseconds one tick of the file is."""
    _, header = matroska.read_doc_type(source)
    segment = find_segment(source, header.end(0))
    scale = matroska.DEFAULT_TIMESTAMP_SCALE_NS
    for child in ebml.children(source, segment.data_offset, init_size):
        if child.id == ebml.INFO:
            scale = matroska.read_info(source, child).scale_ns
    return scale


class _ClusterFrames:
    """Puts the frames of one cluster after the other into the tables of their tracks."""

    def __init__(self, source: ByteSource, tables: dict[int, FrameTable]) -> None:
        self.frames = 0
        self._source = source
        self._tables = tables
        self._hides = {n for n, table in tables.items() if table.track.codec_id == "V_VP8"}

    def read(self, number: int, segment: Segment) -> None:
        element = ebml.read_element(self._source, segment.offset)
        if element is None:
            return
        blocks = ClusterReader(self._source, element, segment.offset + segment.size)
        tables = self._tables
        for block in blocks:
            table = tables.get(block.track)
            if table is None:
                continue
            if block.laced:
                self._add_lace(table, block)
                continue
            table.offsets.append(block.payload_offset)
            table.sizes.append(block.payload_size)
            table.times.append(min(block.time, MAX_TICKS))
            table.durations.append(min(block.duration, MAX_TICKS))
            table.keyframes.append(block.keyframe)
            hidden = block.track in self._hides and not codec_bits.vp8_is_shown(block.first_byte)
            table.hidden.append(hidden)
        for table in tables.values():
            count = len(table.offsets) - len(table.segments)
            table.segments.extend(array("l", [number]) * count)
            self.frames += count

    def _add_lace(self, table: FrameTable, block: Block) -> None:
        """Add each frame of a laced block, or nothing when its sizes cannot be read."""
        frames = laced_frames(self._source, block.payload_offset, block.payload_size)
        for position, (offset, size) in enumerate(frames):
            first = self._source.at(offset, 1)
            table.offsets.append(offset)
            table.sizes.append(size)
            table.times.append(min(block.time, MAX_TICKS))
            table.durations.append(_share(block.duration, position, len(frames)))
            table.keyframes.append(block.keyframe)
            shown = block.track not in self._hides or (
                first != b"" and codec_bits.vp8_is_shown(first[0])
            )
            table.hidden.append(not shown)


def _misread_ns(source: ByteSource, table: FrameTable) -> int:
    """Return how long Firefox takes a padded last Vorbis frame to be, -1: it has no padding.

    It reads the packet as if it were of Opus, and takes the padding off that (measured, 153:
    ends 18 and 99 ms late in 9 of 9 files of ffmpeg 9, as computed here to the millisecond).
    """
    offset, size = table.offsets[-1], table.sizes[-1]
    at = offset + size
    for _ in range(_MOST_BEHIND):
        element = ebml.read_element(source, at)
        if element is None or element.id not in _BEHIND_BLOCK or element.size is None:
            break
        if element.id == ebml.DISCARD_PADDING and 0 < element.size <= 8:
            raw = ebml.read_data(source, element, 8)
            padding_ns = int.from_bytes(raw, "big", signed=True)
            samples = codec_bits.opus_samples(source.at(offset, 2))
            rate = codec_bits.OPUS_RATE
            return max(-1, samples * 10**9 // rate - padding_ns) if samples else -1
        at = element.end(0)
    return -1


def _share(duration: int, position: int, count: int) -> int:
    """Return the share of a block's duration that one of its frames has, in ticks."""
    if duration < 0:
        return -1
    total = min(duration, MAX_TICKS)
    return total * (position + 1) // count - total * position // count
