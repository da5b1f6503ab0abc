"""Frames as Chromium's parsers hand them to coded frame processing, in microseconds.

Source: Chromium media/formats/webm/{webm_cluster_parser,webm_tracks_parser}.cc and
media/formats/mp4/track_run_iterator.cc (2026).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from studio.segments import avc, codec_bits, ebml
from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import Family, TrackKind
from studio.segments.source import ByteSource
from studio.verdict.simulation.chromium_buffer import Coded
from studio.verdict.simulation.timeline import MICROSECONDS

UNKNOWN_AUDIO_US = 23_000
UNKNOWN_VIDEO_US = 63_000
"""Length of a cluster's last block when nothing at all tells it."""

CHUNK_BYTES = 128 * 1024
"""Appended bytes are parsed in pieces of this size; each hands on what it completed."""

NAL_LENGTH = 4
"""Bytes of a NAL unit's length; others are refused by a rule of their own."""
MOST_LOOKED_AT = 500_000

_NS_PER_US = 1_000
_OPUS_SLACK_US = 1_500


@dataclass(slots=True)
class Feed:
    """The tracks Chromium plays: the first audio track and the first video track.

    Sound comes first, as in Chromium's merge of frames with equal decode times.
    """

    media: MediaFrames
    tables: list[FrameTable] = field(default_factory=list)
    tracks: list[Coded] = field(default_factory=list)
    held_us: int | None = None
    """From when on the last cluster's frames are held back; None when all are handed on."""

    def is_held(self, track: int, frame: int, decode: int) -> bool:
        """Tell whether the parser keeps a frame, waiting for what follows it."""
        if self.held_us is None or decode < self.held_us:
            return False
        return self.tables[track].segments[frame] == len(self.media.map.segments) - 1


def make_feed(media: MediaFrames, source: ByteSource) -> Feed:
    """Convert all frames once; every run takes its own copies of what it changes."""
    feed = Feed(media)
    for kind in (TrackKind.AUDIO, TrackKind.VIDEO):
        track = media.map.track_of(kind)
        table = None if track is None else media.table_of(track.number)
        if table is None:
            continue
        feed.tables.append(table)
        is_webm = media.map.family is Family.WEBM
        feed.tracks.append(_from_webm(table, source) if is_webm else _from_mp4(table, source))
    if media.map.family is Family.WEBM and _never_ends(media, source):
        feed.held_us = _held_from(feed)
    return feed


def _never_ends(media: MediaFrames, source: ByteSource) -> bool:
    """Tell whether nothing says that the last cluster is over: no size, nothing after it."""
    last = media.map.segments[-1] if media.map.segments else None
    if last is None or last.offset + last.size < source.size:
        return False
    element = ebml.read_element(source, last.offset)
    return element is not None and (element.size is None or element.end(0) > source.size)


def _held_from(feed: Feed) -> int | None:
    """Return when the first block begins that waits for the next one to tell its length.

    Nothing that is later than it is handed on either. ``endOfStream`` changes nothing.
    Source: Chromium media/formats/webm/webm_cluster_parser.cc; measured, 156.
    """
    last = len(feed.media.map.segments) - 1
    held = [
        coded.times[-1]
        for table, coded in zip(feed.tables, feed.tracks, strict=True)
        if len(table) and table.segments[-1] == last and coded.estimated[-1]
    ]
    return min(held, default=None)


def edit_shift(table: FrameTable) -> int:
    """Return the ticks that Chromium adds to composition times.

    Only the first edit counts; an empty one is passed over, and nothing after it is read.
    """
    edits = table.track.edits
    return -edits[0][1] if edits and edits[0][1] >= 0 else 0


def _from_mp4(table: FrameTable, source: ByteSource) -> Coded:
    scale, shift = table.ticks_per_s, edit_shift(table)
    top, bottom = MICROSECONDS * scale.denominator, scale.numerator
    coded = Coded(table.track.kind is TrackKind.AUDIO)
    coded.times = [_truncated((ticks + shift) * top, bottom) for ticks in table.times]
    coded.decode_times = [_truncated(ticks * top, bottom) for ticks in table.decode_times]
    coded.durations = [max(0, ticks) * top // bottom for ticks in table.durations]
    coded.keys = bytearray(b"\1" * len(table)) if coded.is_audio else _true_keys(table, source)
    coded.estimated = bytearray(len(table))
    return coded


def _true_keys(table: FrameTable, source: ByteSource) -> bytearray:
    """Return which frames are keyframes; of H.264 and H.265 their own bits say so.

    Looked at are the frames flagged as such and the first of each segment; all others too
    when one of those turns out to be a keyframe without a flag.
    """
    keys = bytearray(table.keyframes)
    codec = table.track.codec_id
    if not avc.is_avc(codec) and not avc.is_hevc(codec):
        return keys
    segments = table.segments
    doubtful = [
        frame
        for frame in range(len(table))
        if keys[frame] or frame == 0 or segments[frame] != segments[frame - 1]
    ]
    unflagged = False
    for frame in doubtful:
        found = _is_key(table, frame, source)
        unflagged |= found and not keys[frame]
        keys[frame] = found
    if unflagged:
        for frame in range(min(len(table), MOST_LOOKED_AT)):
            keys[frame] = _is_key(table, frame, source)
    return keys


def _is_key(table: FrameTable, frame: int, source: ByteSource) -> bool:
    offset, size = table.offsets[frame], table.sizes[frame]
    bits = avc.read_picture(source, offset, size, table.track.codec_id, NAL_LENGTH)
    if bits.picture in {avc.Picture.UNKNOWN, avc.Picture.BROKEN}:
        return bool(table.keyframes[frame])
    return bits.picture is not avc.Picture.OTHER


def _truncated(number: int, divisor: int) -> int:
    return number // divisor if number >= 0 else -(-number // divisor)


def _from_webm(table: FrameTable, source: ByteSource) -> Coded:
    ns = 10**9 * table.ticks_per_s.denominator // table.ticks_per_s.numerator
    coded = Coded(table.track.kind is TrackKind.AUDIO)
    coded.times = [ticks * ns // _NS_PER_US for ticks in table.times]
    coded.decode_times = coded.times
    coded.keys = bytearray(b"\1" * len(table)) if coded.is_audio else bytearray(table.keyframes)
    coded.estimated = bytearray(len(table))
    default = (table.track.default_duration_ns or 0) // ns * ns // _NS_PER_US
    written = [ticks * ns // _NS_PER_US if ticks >= 0 else -1 for ticks in table.durations]
    if default:
        written = [length if length >= 0 else default for length in written]
    if table.track.codec_id == "A_OPUS":
        written = _opus_durations(table, coded.times, written, source)
    coded.durations = written
    if -1 in written:
        _derive(table, coded)
    return coded


def _opus_durations(
    table: FrameTable, times: list[int], written: list[int], source: ByteSource
) -> list[int]:
    """Return durations by the packets' own word, which Chromium prefers.

    The first packet's is taken for all that follow at its distance; any other is looked at.
    """
    if not times:
        return written
    usual = _opus_us(table, 0, source)
    if usual is None:
        return written
    found = []
    last = len(times) - 1
    for frame, time in enumerate(times):
        near = frame < last and abs(times[frame + 1] - time - usual) <= _OPUS_SLACK_US
        length = usual if near else _opus_us(table, frame, source)
        found.append(written[frame] if length is None else length)
    return found


def _opus_us(table: FrameTable, frame: int, source: ByteSource) -> int | None:
    head = source.at(table.offsets[frame], min(2, table.sizes[frame]))
    samples = codec_bits.opus_samples(head)
    return samples * MICROSECONDS // codec_bits.OPUS_RATE if samples else None


def _derive(table: FrameTable, coded: Coded) -> None:
    """Fill in unwritten durations: up to the next block, or the longest so far at the end."""
    longest = 0
    last = len(table) - 1
    for frame in range(len(table)):
        length = coded.durations[frame]
        if length < 0:
            if frame < last and table.segments[frame + 1] == table.segments[frame]:
                length = max(0, coded.times[frame + 1] - coded.times[frame])
            else:
                unknown = UNKNOWN_AUDIO_US if coded.is_audio else UNKNOWN_VIDEO_US
                coded.durations[frame] = longest or unknown
                coded.estimated[frame] = 1
                continue
            coded.durations[frame] = length
        longest = max(longest, length)


def emissions(feed: Feed, spans: list[range]) -> Iterator[list[tuple[int, int, int]]]:
    """Yield what each parsing step hands on: (decode time, track, frame), by decode time.

    A step ends with its segment, and in MP4 with each piece of CHUNK_BYTES.

    Args:
        feed: the tracks.
        spans: for each track, the frames that are appended.
    """
    cuts = [span.start for span in spans]
    while any(cut < span.stop for cut, span in zip(cuts, spans, strict=True)):
        segment = min(
            table.segments[cut]
            for table, cut, span in zip(feed.tables, cuts, spans, strict=True)
            if cut < span.stop
        )
        found: list[tuple[int, int, int]] = []
        for track, table in enumerate(feed.tables):
            begin = cut = cuts[track]
            stop, segments = spans[track].stop, table.segments
            while cut < stop and segments[cut] == segment:
                cut += 1
            cuts[track] = cut
            decode = feed.tracks[track].decode_times
            found.extend((decode[frame], track, frame) for frame in range(begin, cut))
        yield from _pieces(feed, found)


def _pieces(feed: Feed, found: list[tuple[int, int, int]]) -> Iterator[list[tuple[int, int, int]]]:
    if feed.media.map.family is Family.WEBM or len(feed.tables) < 2:
        found.sort()
        yield found
        return
    pieces: dict[int, list[tuple[int, int, int]]] = {}
    reached = 0
    for item in sorted(found, key=lambda item: feed.tables[item[1]].offsets[item[2]]):
        table = feed.tables[item[1]]
        end = table.offsets[item[2]] + table.sizes[item[2]]
        reached = max(reached, (end - 1) // CHUNK_BYTES)
        pieces.setdefault(reached, []).append(item)
    for number in sorted(pieces):
        yield sorted(pieces[number])
