"""Changes to a WebM file that several breakers share: of its header, and of single clusters."""

from collections.abc import Callable, Iterable, Iterator

from studio.errors import RepairError
from studio.repair import ebml_writer as writer
from studio.repair.breaking.ebml_tree import Leaf, parse
from studio.repair.breaking.pieces import Copy, Piece, Put, changed, length
from studio.repair.breaking.webm_media import (
    Timed,
    WebmMedia,
    block_pieces,
    cluster_of,
    cluster_pieces,
)
from studio.segments import ebml
from studio.segments.blocks import Block
from studio.segments.model import Track, TrackKind

Blocks = list[Timed]


def nowhere() -> RepairError:
    """Return the error of a breaker that found no place for its change."""
    return RepairError(
        "No frames stand in this file as this breaker needs them.", hint="Try a longer file."
    )


def track(media: WebmMedia, kind: TrackKind) -> Track:
    """Return the first track of a kind.

    Raises:
        RepairError: there is none.
    """
    found = media.track_of(kind)
    if found is None:
        raise RepairError(f"The file has no {kind} track.")
    return found


def with_element(
    media: WebmMedia, element_id: int, edit: Callable[[Leaf], None]
) -> Iterator[Piece]:
    """Yield the file with its Info or Tracks changed."""
    part = media.first(element_id)
    if part is None:
        raise RepairError("The file's header lacks what is to be changed.")
    tree = parse(media.data(part))
    edit(tree)
    new = Put(tree.to_bytes(), changed=True)
    body = (
        new if other is part else other.copied() if other.id == ebml.CLUSTER else media.kept(other)
        for other in media.parts
    )
    return media.file(body)


def with_track(media: WebmMedia, kind: TrackKind, edit: Callable[[Leaf], None]) -> Iterator[Piece]:
    """Yield the file with the TrackEntry of the first track of a kind changed."""
    number = track(media, kind).number

    def change(tracks: Leaf) -> None:
        for entry in tracks.children:
            if entry.id == ebml.TRACK_ENTRY and entry.at(ebml.TRACK_NUMBER).number == number:
                edit(entry)

    return with_element(media, ebml.TRACKS, change)


def with_cluster(media: WebmMedia, number: int, new: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the file with one cluster replaced."""
    pieces = changed(new)
    return media.file(media.body(lambda n: pieces if n == number else None))


def edited_cluster(
    media: WebmMedia, edit: Callable[[Blocks], Blocks | None], *, start: int = 0
) -> Iterator[Piece]:
    """Yield the file with the first cluster changed for which ``edit`` returns new blocks.

    Raises:
        RepairError: it does so for none.
    """
    for number in range(start, len(media.clusters)):
        blocks = edit(media.blocks(number))
        if blocks is not None:
            return with_cluster(media, number, cluster_of(blocks, media.cluster_time(number)))
    raise nowhere()


def middle(media: WebmMedia) -> int:
    """Return the number of a cluster in the middle (0 when there is only one)."""
    return len(media.clusters) // 2


def payload(media: WebmMedia, block: Block) -> Copy:
    """Return the frame of a block, or its lacing head and frames."""
    end = block.offset + block.size
    outer = ebml.read_element(media.source, block.offset)
    if outer is not None and outer.id == ebml.BLOCK_GROUP:
        inside = ebml.children(media.source, outer.data_offset, outer.end(0))
        end = next(child.end(0) for child in inside if child.id == ebml.BLOCK)
    return Copy(block.payload_offset, end - block.payload_offset)


def simple_block(
    number: int,
    relative: int,
    flags: int,
    frame: Iterable[Piece],
    *,
    name: int = ebml.SIMPLE_BLOCK,
    wide: bool = False,
) -> list[Piece]:
    """Return a SimpleBlock, or the Block of a group; ``wide``: its track number in two bytes."""
    short = number < 0x7F and not wide
    lead = bytes([0x80 | number]) if short else (0x4000 | number).to_bytes(2, "big")
    data = [Put(lead + (relative & 0xFFFF).to_bytes(2, "big") + bytes([flags])), *frame]
    return [Put(writer.id_bytes(name) + writer.size_bytes(length(data))), *data]


def group(*parts: Iterable[Piece]) -> list[Piece]:
    """Return a BlockGroup."""
    inside = [piece for part in parts for piece in part]
    return [Put(writer.id_bytes(ebml.BLOCK_GROUP) + writer.size_bytes(length(inside))), *inside]


def flags_of(block: Block) -> int:
    """Return the flags a SimpleBlock has that says the same."""
    return 0x80 if block.keyframe else 0


def mixed_cluster(
    media: WebmMedia, number: int, replace: Callable[[int, Timed, int], list[Piece] | None]
) -> list[Piece]:
    """Return a cluster whose blocks ``replace`` may turn into others.

    ``replace`` gets the block's place in the cluster, the block and the cluster's time; it
    returns None to keep the block.
    """
    time = media.cluster_time(number)
    inside: list[Piece] = []
    for place, timed in enumerate(media.blocks(number)):
        new = replace(place, timed, time)
        inside += block_pieces(timed, time) if new is None else new
    return cluster_pieces(time, inside)
