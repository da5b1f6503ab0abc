"""How a WebM file's header and its order of elements are broken (mse-rules W1 to W20)."""

from collections.abc import Iterator
from zlib import crc32

from studio.errors import RepairError
from studio.repair import ebml_writer as writer
from studio.repair.breaking.ebml_tree import Leaf, parse
from studio.repair.breaking.pieces import Copy, Piece, Put, changed, length
from studio.repair.breaking.webm_edits import Blocks, nowhere, with_element, with_track
from studio.repair.breaking.webm_media import (
    WebmMedia,
    block_pieces,
    cluster_of,
    cluster_pieces,
)
from studio.segments import ebml
from studio.segments.model import TrackKind

_UNKNOWN = b"\x01\xff\xff\xff\xff\xff\xff\xff"
_NAME = 0x536E
_MAX_PIECES = 300_000
"""Three for each block: an hour of film, held in memory at once."""

_ENCODINGS, _ENCODING, _COMPRESSION = 0x6D80, 0x6240, 0x5034
_ALGORITHM, _SETTINGS, _HEADER_STRIPPING = 0x4254, 0x4255, 3
JUNK = b"\x00This is no WebM element. "


def without_info(media: WebmMedia) -> Iterator[Piece]:
    """Leave the Info element out."""
    return media.file(_without(media, ebml.INFO))


def without_tracks(media: WebmMedia) -> Iterator[Piece]:
    """Leave the Tracks element out."""
    return media.file(_without(media, ebml.TRACKS))


def _without(media: WebmMedia, element_id: int) -> Iterator[Piece]:
    for part in media.parts:
        if part.id == element_id:
            yield Put(b"", changed=True)
        elif part.id == ebml.CLUSTER:
            yield part.copied()
        else:
            yield media.kept(part)


def cluster_first(media: WebmMedia) -> Iterator[Piece]:
    """Put the first cluster before everything else of the Segment."""
    first = media.clusters[0]
    rest = [
        part.copied() if part.id == ebml.CLUSTER else media.kept(part)
        for part in media.parts
        if part is not first
    ]
    return media.file([*changed([first.copied()]), *rest])


def junk_between(media: WebmMedia) -> Iterator[Piece]:
    """Put bytes that are no element between two clusters."""
    return media.file(_before_cluster(media, 1, [Put(JUNK)]))


def other_elements_between(media: WebmMedia) -> Iterator[Piece]:
    """Put Void and Tags (with a right CRC-32) between two clusters."""
    name = writer.element(0x67C8, writer.element(0x45A3, b"NOTE") + writer.element(0x4487, b"ok"))
    tag = writer.element(0x7373, writer.element(0x63C0, b"") + name)
    crc = writer.element(ebml.CRC32, crc32(tag).to_bytes(4, "little"))
    new: list[Piece] = [Put(writer.void(37)), Put(writer.element(ebml.TAGS, crc + tag))]
    return media.file(_before_cluster(media, 1, new))


def _before_cluster(media: WebmMedia, number: int, new: list[Piece]) -> Iterator[Piece]:
    def edit(cluster: int) -> list[Piece] | None:
        if cluster != number:
            return None
        return [*changed(new), media.clusters[cluster].copied()]

    return media.body(edit)


def segment_too_short(media: WebmMedia) -> Iterator[Piece]:
    """Let the Segment's size end before the last cluster."""
    body = list(media.body())
    last = body.index(media.clusters[-1].copied())
    size = writer.size_bytes(length(body[:last]), 8)
    yield Copy(media.header.offset, media.segment.offset - media.header.offset)
    yield Put(writer.id_bytes(ebml.SEGMENT))
    yield Put(size, changed=True)
    yield from body


def unknown_sizes(media: WebmMedia) -> Iterator[Piece]:
    """Write the Segment and all clusters with unknown sizes, as live streams have them."""
    yield Copy(media.header.offset, media.segment.offset - media.header.offset)
    yield Put(writer.id_bytes(ebml.SEGMENT) + _UNKNOWN, changed=True)
    for part in media.parts:
        element = ebml.read_element(media.source, part.offset)
        if part.id == ebml.CLUSTER and element is not None:
            yield Put(writer.id_bytes(ebml.CLUSTER) + _UNKNOWN)
            yield Copy(element.data_offset, part.size - element.header_size)
        else:
            yield media.kept(part)


def swapped_clusters(media: WebmMedia) -> Iterator[Piece]:
    """Put the second cluster behind the third."""
    one, two = media.clusters[1], media.clusters[2]

    def edit(number: int) -> list[Piece] | None:
        if number == 1:
            return changed([two.copied()])
        return [one.copied()] if number == 2 else None

    return media.file(media.body(edit))


def clusters_inside_gops(media: WebmMedia) -> Iterator[Piece]:
    """Cut each cluster in two before a picture in its middle."""
    return media.file(media.body(lambda number: _halves(media, number)))


def _halves(media: WebmMedia, number: int) -> list[Piece] | None:
    blocks = media.blocks(number)
    video = media.track_of(TrackKind.VIDEO)
    places = [
        place
        for place, timed in enumerate(blocks)
        if video is not None and timed.block.track == video.number and not timed.block.keyframe
    ]
    if not places:
        return None
    cut = places[len(places) // 2]
    return [*cluster_of(blocks[:cut]), *changed(cluster_of(blocks[cut:]))]


def separate_clusters(media: WebmMedia) -> Iterator[Piece]:
    """Write pictures and sound of each cluster as two clusters, one after the other."""

    def edit(number: int) -> list[Piece]:
        by_track: dict[int, Blocks] = {}
        for timed in media.blocks(number):
            by_track.setdefault(timed.block.track, []).append(timed)
        return changed([p for blocks in by_track.values() for p in cluster_of(blocks)])

    return media.file(media.body(edit))


def late_timestamp(media: WebmMedia) -> Iterator[Piece]:
    """Put a cluster's first block before the cluster's Timestamp."""
    number = len(media.clusters) // 2
    time, blocks = media.cluster_time(number), media.blocks(number)
    if len(blocks) < 2:
        raise nowhere()
    first = block_pieces(blocks[0], time)
    rest = [piece for timed in blocks[1:] for piece in block_pieces(timed, time)]
    inside = [*first, Put(writer.uint(ebml.TIMESTAMP, time)), *rest]
    head = Put(writer.id_bytes(ebml.CLUSTER) + writer.size_bytes(length(inside)))
    return media.file(media.body(lambda n: changed([head, *inside]) if n == number else None))


def truncated_cluster(media: WebmMedia) -> Iterator[Piece]:
    """Take the last third out of a cluster in the middle; its size stays as it was."""
    number = len(media.clusters) // 2 if len(media.clusters) > 2 else 0
    part = media.clusters[number]
    kept = part.size * 2 // 3
    new: list[Piece] = [Copy(part.offset, kept), Put(b"", changed=True)]
    return media.file(media.body(lambda n: new if n == number else None))


def negative_times(media: WebmMedia) -> Iterator[Piece]:
    """Give a cluster the time of its last block, so that the others count backwards."""
    number = len(media.clusters) // 2
    blocks = media.blocks(number)
    new = changed(cluster_of(blocks, blocks[-1].time))
    return media.file(media.body(lambda n: new if n == number else None))


def one_long_cluster(media: WebmMedia) -> Iterator[Piece]:
    """Join all clusters into one: times beyond 32.767 s no longer fit and wrap around."""
    start = media.cluster_time(0)
    inside: list[Piece] = []
    wrapped = False
    for number in range(len(media.clusters)):
        for timed in media.blocks(number):
            if len(inside) > _MAX_PIECES:
                raise RepairError("The file is too long for one cluster.")
            relative = (timed.time - start + 0x8000) % 0x10000 - 0x8000
            if relative != timed.time - start and not wrapped:
                inside.append(Put(b"", changed=True))
                wrapped = True
            inside += block_pieces(type(timed)(relative + start, timed.block), start)
    if not wrapped:
        raise RepairError("The file is too short for that.", hint="It needs more than 33 s.")
    before, after = media.outside()
    return media.file([*before, *cluster_pieces(start, inside), *after])


def foreign_doc_type(media: WebmMedia) -> Iterator[Piece]:
    """Let the file call itself Matroska."""
    size = media.header.end(0) - media.header.offset
    tree = parse(media.source.at(media.header.offset, size))
    tree.set(ebml.DOC_TYPE, b"matroska")
    between = media.source.at(media.header.end(0), media.segment.offset - media.header.end(0))
    return media.file(media.body(), header=tree.to_bytes() + between)


def with_codec(media: WebmMedia, kind: TrackKind, codec: bytes) -> Iterator[Piece]:
    """Give a track another codec's name; its frames stay what they are."""
    return with_track(media, kind, lambda entry: entry.set(ebml.CODEC_ID, codec))


def two_codec_ids(media: WebmMedia) -> Iterator[Piece]:
    """Write a track's CodecID twice."""

    def edit(entry: Leaf) -> None:
        entry.children.append(Leaf(ebml.CODEC_ID, entry.at(ebml.CODEC_ID).data))

    return with_element(media, ebml.TRACKS, lambda tracks: edit(tracks.at(ebml.TRACK_ENTRY)))


def foreign_name(media: WebmMedia) -> Iterator[Piece]:
    """Give the first track a name that is not ASCII."""
    name = "Tonspur für alle"

    def edit(tracks: Leaf) -> None:
        tracks.at(ebml.TRACK_ENTRY).set(_NAME, name.encode())

    return with_element(media, ebml.TRACKS, edit)


def zero_default_duration(media: WebmMedia) -> Iterator[Piece]:
    """Declare that a picture lasts 0 ns."""
    return with_track(media, TrackKind.VIDEO, lambda e: e.set(ebml.DEFAULT_DURATION, b"\0"))


def without_default_duration(media: WebmMedia) -> Iterator[Piece]:
    """Take out how long a picture lasts."""
    return with_track(media, TrackKind.VIDEO, lambda e: e.without(ebml.DEFAULT_DURATION))


def stripped_headers(media: WebmMedia) -> Iterator[Piece]:
    """Declare compression by header stripping, with nothing stripped."""
    compression = writer.uint(_ALGORITHM, _HEADER_STRIPPING) + writer.element(_SETTINGS, b"")
    encoding = writer.element(_ENCODING, writer.element(_COMPRESSION, compression))
    return with_track(media, TrackKind.VIDEO, lambda entry: entry.set(_ENCODINGS, encoding))


def without_duration(media: WebmMedia) -> Iterator[Piece]:
    """Take out how long the file lasts."""
    return with_element(media, ebml.INFO, lambda info: info.without(ebml.DURATION))


def swapped_pre_skip(media: WebmMedia) -> Iterator[Piece]:
    """Swap the bytes of the Opus header's pre-skip, and make CodecDelay fit to it."""

    def edit(entry: Leaf) -> None:
        private = entry.at(ebml.CODEC_PRIVATE)
        data = private.data
        if data[:8] != b"OpusHead" or len(data) < 12:
            raise RepairError("The Opus track has no readable header.")
        private.data = data[:10] + data[11:12] + data[10:11] + data[12:]
        samples = int.from_bytes(private.data[10:12], "little")
        delay_ns = samples * 10**9 // 48_000
        entry.set(ebml.CODEC_DELAY, delay_ns.to_bytes(8, "big"))

    return with_track(media, TrackKind.AUDIO, edit)
