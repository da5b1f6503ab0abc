"""How the blocks of a WebM file are broken (mse-rules W3, W6 to W9, W11, W12, T10)."""

from collections.abc import Callable, Iterator, Sequence

from studio.errors import RepairError
from studio.repair import ebml_writer as writer
from studio.repair.breaking.ebml_tree import Leaf, parse
from studio.repair.breaking.pieces import Piece, Put, changed
from studio.repair.breaking.webm_edits import (
    Blocks,
    edited_cluster,
    flags_of,
    group,
    middle,
    mixed_cluster,
    nowhere,
    payload,
    simple_block,
    track,
    with_cluster,
)
from studio.repair.breaking.webm_media import Timed, WebmMedia, block_pieces
from studio.segments import ebml
from studio.segments.model import TrackKind

_XIPH_LACING = 0x02
_BLOCK_ADDITIONS, _BLOCK_MORE, _BLOCK_ADD_ID, _BLOCK_ADDITIONAL = 0x75A1, 0xA6, 0xEE, 0xA5
_TRACK_UID = 0x73C5
HIGH_NUMBER = 200

BlockChange = Callable[[int, Timed, int], list[Piece] | None]


def swapped_blocks(media: WebmMedia) -> Iterator[Piece]:
    """Let a block of one track stand after a later one of the other."""

    def swap(blocks: Blocks) -> Blocks | None:
        for place in range(1, len(blocks) - 1):
            one, two = blocks[place], blocks[place + 1]
            if one.time < two.time and one.block.track != two.block.track:
                return [*blocks[:place], two, one, *blocks[place + 2 :]]
        return None

    return edited_cluster(media, swap)


def without_first_keyframe(media: WebmMedia) -> Iterator[Piece]:
    """Leave out the first picture."""
    number = track(media, TrackKind.VIDEO).number

    def drop(blocks: Blocks) -> Blocks | None:
        first = next((t for t in blocks if t.block.track == number), None)
        if first is None or len(blocks) < 2:
            return None
        return [timed for timed in blocks if timed is not first]

    return edited_cluster(media, drop)


def lost_frames(media: WebmMedia, count: int) -> Iterator[Piece]:
    """Leave out so many pictures of a GOP that DefaultDuration makes a break of it.

    Chromium takes a step for a break when it is longer than twice DefaultDuration, cut to
    whole ms (mse-rules W12).
    """
    duration_ns = track(media, TrackKind.VIDEO).default_duration_ns
    if not duration_ns:
        raise RepairError("The file does not say how long a picture lasts (DefaultDuration).")
    return dropped_frames(media, count, 2 * (duration_ns // 10**6) * 10**6 + 1)


def dropped_frames(media: WebmMedia, count: int, least_ns: int = 0) -> Iterator[Piece]:
    """Leave out pictures in the middle of a GOP, where a step of ``least_ns`` comes of it."""
    number = track(media, TrackKind.VIDEO).number

    def drop(blocks: Blocks) -> Blocks | None:
        gop = [timed for timed in blocks if timed.block.track == number]
        for begin in range(max(2, len(gop) // 2), len(gop) - count):
            step = (gop[begin + count].time - gop[begin - 1].time) * media.scale_ns
            if any(t.block.keyframe for t in gop[begin : begin + count + 1]):
                return None
            if step >= least_ns:
                gone = {timed.block.offset for timed in gop[begin : begin + count]}
                return [timed for timed in blocks if timed.block.offset not in gone]
        return None

    return edited_cluster(media, drop, start=min(1, len(media.clusters) - 1))


def laced_sound(media: WebmMedia) -> Iterator[Piece]:
    """Pack two frames of sound into one block."""
    number = track(media, TrackKind.AUDIO).number
    cluster = middle(media)
    sound = [t for t in media.blocks(cluster) if t.block.track == number]
    if len(sound) < 2:
        raise nowhere()
    one, two = sound[0], sound[1]
    frames = payload(media, one.block), payload(media, two.block)
    size = frames[0].size
    head = Put(bytes([1]) + b"\xff" * (size // 255) + bytes([size % 255]))

    def replace(_place: int, timed: Timed, time: int) -> list[Piece] | None:
        if timed.block.offset == one.block.offset:
            flags = 0x80 | _XIPH_LACING
            return changed(simple_block(number, timed.time - time, flags, [head, *frames]))
        return [] if timed.block.offset == two.block.offset else None

    return with_cluster(media, cluster, mixed_cluster(media, cluster, replace))


def undeclared_track(media: WebmMedia) -> Iterator[Piece]:
    """Repeat one block as that of a track that the header does not declare."""
    number = max(t.number for t in media.tracks) + 3
    if number > 0x7E:
        raise RepairError("The file's track numbers are too high for that.")

    def add(place: int, timed: Timed, time: int) -> list[Piece] | None:
        if place:
            return None
        frame = [payload(media, timed.block)]
        more = simple_block(number, timed.time - time, flags_of(timed.block), frame)
        return [*block_pieces(timed, time), *changed(more)]

    cluster = middle(media)
    return media.file(_one(media, cluster, mixed_cluster(media, cluster, add)))


def _one(media: WebmMedia, cluster: int, new: list[Piece]) -> Iterator[Piece]:
    return media.body(lambda number: new if number == cluster else None)


def high_track_number(media: WebmMedia) -> Iterator[Piece]:
    """Give the last track a number above 127."""
    number = media.tracks[-1].number

    def rename(entry: Leaf) -> None:
        if entry.id == ebml.TRACK_ENTRY and entry.at(ebml.TRACK_NUMBER).number == number:
            entry.set(ebml.TRACK_NUMBER, bytes([HIGH_NUMBER]))

    def change(_place: int, timed: Timed, time: int) -> list[Piece] | None:
        block = timed.block
        if block.track != number:
            return None
        frame = [payload(media, block)]
        return simple_block(HIGH_NUMBER, timed.time - time, flags_of(block), frame)

    return _with_tracks_and_blocks(media, rename, change)


def wide_track_number(media: WebmMedia) -> Iterator[Piece]:
    """Write the track number of a block in two bytes, which EBML allows and Chromium refuses."""
    cluster = middle(media)

    def change(place: int, timed: Timed, time: int) -> list[Piece] | None:
        block = timed.block
        if place != 1:
            return None
        frame = [payload(media, block)]
        return changed(
            simple_block(block.track, timed.time - time, flags_of(block), frame, wide=True)
        )

    return media.file(_one(media, cluster, mixed_cluster(media, cluster, change)))


def second_sound_track(media: WebmMedia) -> Iterator[Piece]:
    """Declare another track of sound and repeat the first one's blocks in it."""
    sound = track(media, TrackKind.AUDIO).number
    number = max(t.number for t in media.tracks) + 1
    if number > 0x7E:
        raise RepairError("The file's track numbers are too high for that.")
    copies: list[Leaf] = []

    def rename(entry: Leaf) -> None:
        if entry.id == ebml.TRACK_ENTRY and entry.at(ebml.TRACK_NUMBER).number == sound:
            more = parse(entry.to_bytes())
            more.set(ebml.TRACK_NUMBER, bytes([number]))
            more.set(_TRACK_UID, bytes([number]))
            copies.append(more)

    def change(_place: int, timed: Timed, time: int) -> list[Piece] | None:
        block = timed.block
        if block.track != sound:
            return None
        more = simple_block(number, timed.time - time, 0x80, [payload(media, block)])
        return [*block_pieces(timed, time), *more]

    return _with_tracks_and_blocks(media, rename, change, copies)


def _with_tracks_and_blocks(
    media: WebmMedia,
    rename: Callable[[Leaf], None],
    change: BlockChange,
    more: Sequence[Leaf] = (),
) -> Iterator[Piece]:
    """Yield the file with every track entry and every block changed, and ``more`` entries."""
    tracks = media.first(ebml.TRACKS)
    if tracks is None:
        raise nowhere()
    tree = parse(media.data(tracks))
    for entry in tree.children:
        rename(entry)
    tree.children += more

    def body() -> Iterator[Piece]:
        cluster = 0
        for part in media.parts:
            if part is tracks:
                yield Put(tree.to_bytes(), changed=True)
            elif part.id == ebml.CLUSTER:
                yield from mixed_cluster(media, cluster, change)
                cluster += 1
            else:
                yield media.kept(part)

    return media.file(body())


def _with_group(media: WebmMedia, make: Callable[[list[Piece]], list[Piece]]) -> Iterator[Piece]:
    """Yield the file with the first block of a cluster as a group that ``make`` returns."""
    cluster = middle(media)

    def replace(place: int, timed: Timed, time: int) -> list[Piece] | None:
        if place:
            return None
        block, frame = timed.block, [payload(media, timed.block)]
        inner = simple_block(block.track, timed.time - time, 0, frame, name=ebml.BLOCK)
        return changed(make(inner))

    return media.file(_one(media, cluster, mixed_cluster(media, cluster, replace)))


def false_keyframe(media: WebmMedia) -> Iterator[Piece]:
    """Call a picture in the middle of a GOP a keyframe."""
    return _with_flag(media, keyframe=False)


def hidden_keyframe(media: WebmMedia) -> Iterator[Piece]:
    """Take the mark of a keyframe from the picture that a cluster begins with."""
    return _with_flag(media, keyframe=True)


def _with_flag(media: WebmMedia, *, keyframe: bool) -> Iterator[Piece]:
    """Turn the keyframe mark of one picture of a cluster around."""
    cluster = middle(media)
    number = track(media, TrackKind.VIDEO).number
    pictures = [t for t in media.blocks(cluster) if t.block.track == number]
    wanted = [t for t in pictures[:: 1 if keyframe else -1] if t.block.keyframe is keyframe]
    if not wanted:
        raise nowhere()
    place = wanted[0 if keyframe else len(wanted) // 2].block.offset

    def replace(_place: int, timed: Timed, time: int) -> list[Piece] | None:
        block = timed.block
        if block.offset != place:
            return None
        frame = [payload(media, block)]
        return changed(simple_block(number, timed.time - time, 0x80 ^ flags_of(block), frame))

    return media.file(_one(media, cluster, mixed_cluster(media, cluster, replace)))


def two_blocks_in_group(media: WebmMedia) -> Iterator[Piece]:
    """Write the first block of a cluster as a BlockGroup with two Blocks."""
    return _with_group(media, lambda block: group(block, block))


def group_without_block(media: WebmMedia) -> Iterator[Piece]:
    """Put a BlockGroup without a Block before the second block of a cluster."""
    empty = Put(writer.element(ebml.BLOCK_GROUP, writer.uint(ebml.BLOCK_DURATION, 1)))
    cluster = middle(media)

    def add(place: int, timed: Timed, time: int) -> list[Piece] | None:
        return [*changed([empty]), *block_pieces(timed, time)] if place == 1 else None

    return media.file(_one(media, cluster, mixed_cluster(media, cluster, add)))


def two_additions(media: WebmMedia) -> Iterator[Piece]:
    """Give a block two additions (BlockAdditional)."""
    more = b"".join(
        writer.element(
            _BLOCK_MORE,
            writer.uint(_BLOCK_ADD_ID, number) + writer.element(_BLOCK_ADDITIONAL, b"addition"),
        )
        for number in (1, 2)
    )
    additions = Put(writer.element(_BLOCK_ADDITIONS, more))
    return _with_group(media, lambda block: group(block, [additions]))
