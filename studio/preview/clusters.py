"""WebM as ffmpeg writes it into a pipe, taken apart into blocks and put together anew.

Elements are found by walking, never by looking for their bytes: a SeekHead holds the very
identifiers one would look for. The Segment may have an unknown size; clusters have one.

Source: RFC 8794 (elements), RFC 9559 (clusters and blocks); in a cluster Chromium's parser
wants the times of all tracks together in order ("Got a block with a timecode before the
previous block").
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from studio.errors import SegmentError
from studio.repair.ebml_writer import (
    APP_NAME,
    ebml_header,
    element,
    id_bytes,
    parsed,
    size_bytes,
    uint,
)
from studio.segments import ebml

MAX_ELEMENT_BYTES = 64 * 1024 * 1024
"""More than any cluster of 200 ms; what is longer is no WebM."""

MAX_RELATIVE = 32_767
"""Ticks that fit the two bytes of a block's time."""

VIDEO, AUDIO = 1, 2
"""Numbers of the tracks in what is made."""

TRACK_UID = 0x73C5

_UNKNOWN_SIZE = b"\x01\xff\xff\xff\xff\xff\xff\xff"
_VIDEO_TYPE = 1


class Header(NamedTuple):
    """An element's header: identifier, bytes of the header, bytes of the data (None: unknown)."""

    id: int
    size: int
    data_size: int | None


class Block(NamedTuple):
    """A SimpleBlock or BlockGroup. ``time`` in ticks, ``time_at`` where its two bytes stand."""

    time: int
    track: int
    keyframe: bool
    data: bytes
    time_at: int


@dataclass(frozen=True, slots=True)
class TrackHead:
    """What a stream says of its only track before the first cluster.

    ``fields`` are those of its TrackEntry, ``delay_ns`` is the CodecDelay of sound, the
    size that of the stored picture.
    """

    fields: tuple[tuple[int, bytes], ...]
    is_video: bool
    delay_ns: int = 0
    width: int = 0
    height: int = 0

    @property
    def number(self) -> int:
        """The track's number in what is made of it."""
        return VIDEO if self.is_video else AUDIO


class PipeReader:
    """Takes bytes as they come, gives the track's head once and the blocks of whole clusters."""

    def __init__(self) -> None:
        self._held = bytearray()
        self._is_open = False

    def feed(self, data: bytes) -> Iterator[TrackHead | list[Block]]:
        """Take more bytes and yield what became whole.

        Raises:
            SegmentError: this is no WebM.
        """
        self._held += data
        while (found := self._next()) is not None:
            element_id, body = found
            if element_id == ebml.TRACKS:
                yield _head_of(body)
                self._is_open = True
            elif element_id == ebml.CLUSTER:
                if not self._is_open:
                    raise _no_webm("no header before the first cluster")
                yield list(blocks_of(body))

    def _next(self) -> tuple[int, bytes] | None:
        """Cut the next whole element off; None while it is not whole."""
        header = read_header(self._held)
        if header is None:
            return None
        if header.id == ebml.SEGMENT:
            del self._held[: header.size]
            return header.id, b""
        if header.data_size is None or header.data_size > MAX_ELEMENT_BYTES:
            raise _no_webm("an element of unknown size")
        end = header.size + header.data_size
        if len(self._held) < end:
            return None
        body = bytes(self._held[header.size : end])
        del self._held[:end]
        return header.id, body


def read_header(data: bytes | bytearray, at: int = 0) -> Header | None:
    """Read an element's header; None while bytes are missing.

    Raises:
        SegmentError: no element can begin like this.
    """
    if at >= len(data):
        return None
    if data[at] < 0x10:
        raise _no_webm("not an element")
    id_end = at + 9 - data[at].bit_length()
    if id_end >= len(data):
        return None
    if data[id_end] == 0:
        raise _no_webm("not a size")
    end = id_end + 9 - data[id_end].bit_length()
    if end > len(data):
        return None
    most = (1 << 7 * (end - id_end)) - 1
    size = int.from_bytes(data[id_end:end], "big") & most
    element_id = int.from_bytes(data[at:id_end], "big")
    return Header(element_id, end - at, None if size == most else size)


def blocks_of(cluster: bytes) -> Iterator[Block]:
    """Yield the blocks of a cluster's data; every other element is left out.

    Raises:
        SegmentError: it is damaged.
    """
    at, base = 0, 0
    while at < len(cluster):
        header = read_header(cluster, at)
        if header is None or header.data_size is None:
            raise _no_webm("a cluster that is cut off")
        begin, end = at + header.size, at + header.size + header.data_size
        if end > len(cluster):
            raise _no_webm("an element that is cut off")
        if header.id == ebml.TIMESTAMP:
            base = int.from_bytes(cluster[begin:end], "big")
        elif header.id == ebml.SIMPLE_BLOCK:
            yield _block(cluster[at:end], begin - at, base, keyframe=None)
        elif header.id == ebml.BLOCK_GROUP:
            yield _group(cluster[at:end], begin - at, base)
        at = end


def _group(data: bytes, at: int, base: int) -> Block:
    """Read a BlockGroup: a keyframe when nothing is referred to."""
    place, keyframe = 0, True
    while at < len(data):
        header = read_header(data, at)
        if header is None or header.data_size is None:
            break
        if header.id == ebml.BLOCK:
            place = at + header.size
        elif header.id == ebml.REFERENCE_BLOCK:
            keyframe = False
        at += header.size + header.data_size
    if not place:
        raise _no_webm("a group without a block")
    return _block(data, place, base, keyframe=keyframe)


def _block(data: bytes, body: int, base: int, *, keyframe: bool | None) -> Block:
    if len(data) < body + 4 or data[body] < 0x80:
        raise _no_webm("a block that is cut off")
    relative = int.from_bytes(data[body + 1 : body + 3], "big", signed=True)
    if keyframe is None:
        keyframe = data[body + 3] & 0x80 != 0
    return Block(base + relative, data[body] & 0x7F, keyframe, data, body + 1)


def clusters_of(blocks: Iterable[Block], track: int) -> Iterator[bytes]:
    """Yield clusters with these blocks, by time; as few as the width of a time allows.

    Blocks of the same time keep their order. A time below zero stays so, in a block.

    Args:
        blocks: of one track.
        track: the number it gets.
    """
    group: list[Block] = []
    for block in sorted(blocks, key=lambda one: one.time):
        if group and block.time - max(0, group[0].time) > MAX_RELATIVE:
            yield _cluster(group, track)
            group = []
        group.append(block)
    if group:
        yield _cluster(group, track)


def _cluster(blocks: Sequence[Block], track: int) -> bytes:
    base = max(0, blocks[0].time)
    parts = [uint(ebml.TIMESTAMP, base)]
    for block in blocks:
        relative = max(block.time - base, -MAX_RELATIVE).to_bytes(2, "big", signed=True)
        parts.append(block.data[: block.time_at - 1])
        parts.append(bytes((0x80 | track,)) + relative)
        parts.append(block.data[block.time_at + 2 :])
    body = b"".join(parts)
    return id_bytes(ebml.CLUSTER) + size_bytes(len(body), 4) + body


def init_segment(heads: Sequence[TrackHead], scale_ns: int) -> bytes:
    """Return an init segment for these tracks, of a Segment without an end.

    Args:
        heads: at most one of picture and one of sound.
        scale_ns: length of a tick.
    """
    info = uint(ebml.TIMESTAMP_SCALE, scale_ns)
    info += element(ebml.MUXING_APP, APP_NAME) + element(ebml.WRITING_APP, APP_NAME)
    tracks = b"".join(_entry(head) for head in heads)
    data = ebml_header() + id_bytes(ebml.SEGMENT) + _UNKNOWN_SIZE
    return data + element(ebml.INFO, info) + element(ebml.TRACKS, tracks)


def _entry(head: TrackHead) -> bytes:
    named = uint(ebml.TRACK_NUMBER, head.number) + uint(TRACK_UID, head.number)
    own = {ebml.TRACK_NUMBER, TRACK_UID}
    kept = b"".join(element(*field) for field in head.fields if field[0] not in own)
    return element(ebml.TRACK_ENTRY, named + kept)


def _head_of(tracks: bytes) -> TrackHead:
    """Read the first TrackEntry."""
    entry = next((body for found, body in parsed(tracks) if found == ebml.TRACK_ENTRY), None)
    if entry is None:
        raise _no_webm("no track")
    fields = tuple(parsed(entry))
    named = dict(fields)
    if _uint(named.get(ebml.TRACK_TYPE)) != _VIDEO_TYPE:
        return TrackHead(fields, is_video=False, delay_ns=_uint(named.get(ebml.CODEC_DELAY)))
    picture = dict(parsed(named.get(ebml.VIDEO, b"")))
    width, height = (_uint(picture.get(name)) for name in (ebml.PIXEL_WIDTH, ebml.PIXEL_HEIGHT))
    return TrackHead(fields, is_video=True, width=width, height=height)


def _uint(data: bytes | None) -> int:
    return int.from_bytes(data or b"", "big")


def _no_webm(detail: str) -> SegmentError:
    return SegmentError("The converted picture cannot be read.", detail=detail)
