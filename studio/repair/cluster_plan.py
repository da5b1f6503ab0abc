"""In which order blocks are written, and where a new cluster begins. Pure arithmetic."""

from dataclasses import dataclass

from studio.repair.block_index import BlockIndex
from studio.segments.model import TrackKind

MAX_RELATIVE_TICKS = 0x7FFF
"""A block's time within its cluster is a signed 16-bit number: 32.767 s in milliseconds."""

AUDIO_CLUSTER_NS = 2_000_000_000
"""Length of a cluster of a file without pictures."""

_INDEX_BITS = 32


@dataclass(slots=True)
class PlannedCluster:
    """Blocks ``first`` to ``last`` (exclusive) of the order. ``time`` in ticks, >= 0.

    ``cue`` is the position in the order of the block a player seeks to: the keyframe its
    video begins with, or the first block of a file without pictures; None when the cluster
    is not a place to start from.
    """

    first: int
    last: int
    time: int
    cue: int | None
    blocks_size: int = 0
    cue_position: int = 0


def block_order(index: BlockIndex) -> list[int]:
    """Return the numbers of all blocks by time; at equal time video first, then sound.

    The order within a track never changes: the index has its times ascending. Blocks that the
    index leaves out are not among them.
    """
    ranks = {
        track.number: (TrackKind.VIDEO, TrackKind.AUDIO, TrackKind.OTHER).index(track.kind)
        for track in index.tracks
    }
    keys = [
        (time << 2 | ranks[track]) << _INDEX_BITS | number
        for number, (time, track) in enumerate(zip(index.times, index.track_numbers, strict=True))
        if track in ranks
    ]
    if index.sound_from is not None:
        first = index.sound_from << 2
        keys = [key for key in keys if key >> _INDEX_BITS >= first or key >> _INDEX_BITS & 3 != 1]
    keys.sort()
    mask = (1 << _INDEX_BITS) - 1
    for position, key in enumerate(keys):
        keys[position] = key & mask
    return keys


def plan_clusters(index: BlockIndex, order: list[int]) -> list[PlannedCluster]:
    """Cut the ordered blocks into clusters.

    A cluster begins at every keyframe of the first video track, and nowhere else unless
    the 16-bit time forces it: Firefox drops the frames of a muxed cluster that come before
    its first keyframe (mse-rules W5). Sound that comes before the very first keyframe
    shares its cluster. Without pictures a cluster lasts 2 s.
    """
    video = index.first_track(TrackKind.VIDEO)
    pictures = None if video is None else video.number
    audio_ticks = max(1, AUDIO_CLUSTER_NS // index.info.scale_ns)
    longest = MAX_RELATIVE_TICKS if video else min(audio_ticks - 1, MAX_RELATIVE_TICKS)
    clusters: list[PlannedCluster] = []
    has_picture = False
    for position, number in enumerate(order):
        time = index.times[number]
        is_picture = index.track_numbers[number] == pictures
        opens = is_picture and index.keyframes[number] != 0
        if not clusters or (opens and has_picture) or time - clusters[-1].time > longest:
            cue = position if opens or video is None else None
            clusters.append(PlannedCluster(position, position, max(0, time), cue))
            has_picture = False
        elif opens and clusters[-1].cue is None:
            clusters[-1].cue = position
        cluster = clusters[-1]
        if cluster.cue == position:
            cluster.cue_position = cluster.blocks_size
        has_picture = has_picture or is_picture
        cluster.last = position + 1
        cluster.blocks_size += index.sizes[number]
    return clusters
