"""How the times of a WebM file are broken: late starts, gaps, overlaps (mse-rules T1 to T4)."""

from collections.abc import Iterable, Iterator

from studio.errors import RepairError
from studio.repair.breaking.pieces import Piece, changed
from studio.repair.breaking.webm_media import (
    Timed,
    WebmMedia,
    cluster_of,
    clusters_of,
    merged,
)
from studio.segments.model import TrackKind

BOTH = (TrackKind.VIDEO, TrackKind.AUDIO)


def late(media: WebmMedia, kinds: Iterable[TrackKind], milliseconds: int) -> Iterator[Piece]:
    """Move tracks to a later time, from their beginning on."""
    return _moved(media, kinds, media.ticks(milliseconds), 0)


def gap(media: WebmMedia, kinds: Iterable[TrackKind], milliseconds: int) -> Iterator[Piece]:
    """Move tracks to a later time from the middle of the file on."""
    return _moved(media, kinds, media.ticks(milliseconds), _middle(media))


def overlap(media: WebmMedia, milliseconds: int) -> Iterator[Piece]:
    """Move all tracks to an earlier time from the middle of the file on."""
    return _moved(media, BOTH, -media.ticks(milliseconds), _middle(media))


def before_zero(media: WebmMedia) -> Iterator[Piece]:
    """Move everything to an earlier time, so that the first picture comes before 0."""
    video = media.track_of(TrackKind.VIDEO)
    number = (video or media.tracks[0]).number
    pictures = [t.time for t in media.blocks(0) if t.block.track == number]
    later = next((time for time in pictures if time > pictures[0]), None)
    if later is None:
        raise RepairError("The first cluster holds too few pictures for that.")
    return media.file(media.body(lambda n: _earlier(media, n, later)))


def _earlier(media: WebmMedia, number: int, ticks: int) -> list[Piece]:
    blocks = [Timed(timed.time - ticks, timed.block) for timed in media.blocks(number)]
    return changed(cluster_of(blocks, max(0, media.cluster_time(number) - ticks)))


def _middle(media: WebmMedia) -> int:
    if len(media.clusters) < 2:
        raise RepairError("The file has only one cluster.")
    return max(1, len(media.clusters) // 2)


def _moved(media: WebmMedia, kinds: Iterable[TrackKind], ticks: int, first: int) -> Iterator[Piece]:
    """Yield the file with the tracks of some kinds moved from cluster ``first`` on."""
    wanted = set(kinds)
    numbers = {track.number for track in media.tracks if track.kind in wanted}
    if numbers == {track.number for track in media.tracks}:
        return media.file(media.body(lambda number: _whole(media, number, ticks, first)))
    return media.file(_woven(media, numbers, ticks, first))


def _whole(media: WebmMedia, number: int, ticks: int, first: int) -> list[Piece] | None:
    if number < first:
        return None
    blocks = [Timed(timed.time + ticks, timed.block) for timed in media.blocks(number)]
    time = media.cluster_time(number) + ticks
    if time < 0:
        raise RepairError("The file's times begin too early for that.")
    return changed(cluster_of(blocks, time))


def _woven(media: WebmMedia, numbers: set[int], ticks: int, first: int) -> Iterator[Piece]:
    """Yield the Segment's content with its blocks in the order of their new times."""
    before, after = media.outside()
    yield from before
    begin = media.cluster_time(first)

    def shift(cluster: int) -> int:
        return ticks if cluster >= first else 0

    blocks = merged(media, dict.fromkeys(numbers, shift))
    for cluster in clusters_of(blocks):
        moved = any(t.time >= begin and t.block.track in numbers for t in cluster)
        pieces = cluster_of(cluster)
        yield from changed(pieces) if moved else pieces
    yield from after
