"""What re-clustering does to a file, said change by change."""

from collections.abc import Iterator
from fractions import Fraction

from studio.repair.block_index import BlockIndex
from studio.repair.changes import Change, Deed
from studio.segments import ebml
from studio.segments.model import TrackKind

_NAMES = {ebml.CHAPTERS: "chapters", ebml.ATTACHMENTS: "attachments"}


def changes_of(index: BlockIndex, clusters: int) -> tuple[Change, ...]:
    """Return everything that is done to the file of this index, and what is left out of it."""
    return (
        *_of_blocks(index, clusters),
        *(change for entry in index.entries for change in entry.changes),
        *_of_header(index),
        *_left_out(index),
    )


def _of_blocks(index: BlockIndex, clusters: int) -> Iterator[Change]:
    counted = (
        (Deed.BLOCKS_ORDERED, index.reversals),
        (Deed.CLUSTERS_SORTED, int(index.clusters_sorted)),
        (Deed.CLUSTERS_RECUT, clusters if clusters != index.clusters else 0),
        (Deed.BLOCKS_UNLACED, index.unlaced_blocks),
        (Deed.BLOCKS_REWRITTEN, index.rewritten_blocks),
        (Deed.DURATIONS_TRIMMED, index.trimmed_durations),
        (Deed.PICTURES_LENGTHENED, index.lengthened),
        (Deed.KEYFRAMES_MARKED, index.remarked),
    )
    yield from (Change(deed, count) for deed, count in counted if count)
    if index.has_long_step:
        numbers = (str(e.number) for e in index.entries if e.track.default_duration_ns)
        yield from (Change(Deed.DEFAULT_DURATION_REMOVED, text=number) for number in numbers)


def _of_header(index: BlockIndex) -> Iterator[Change]:
    if index.doc_type != "webm":
        yield Change(Deed.DOC_TYPE_SET, text=index.doc_type)
    if not index.has_cues:
        yield Change(Deed.INDEX_ADDED)
    if index.info.duration_s is None:
        yield Change(Deed.DURATION_SET)
    if index.shift:
        seconds = Fraction(index.shift * index.info.scale_ns, 10**9)
        yield Change(Deed.TIMES_SHIFTED, text=f"{float(seconds):+.3f}")


def _left_out(index: BlockIndex) -> Iterator[Change]:
    for entry in index.entries:
        skipped = index.skipped[entry.source_number]
        is_video = entry.track.kind is TrackKind.VIDEO
        if skipped:
            deed = Deed.PICTURES_LEFT_OUT if is_video else Deed.SOUND_LEFT_OUT
            yield Change(deed, skipped)
    if index.dropped_blocks:
        yield Change(Deed.BLOCKS_LEFT_OUT, index.dropped_blocks)
    yield from index.changes
    for name in sorted(index.dropped_elements):
        yield Change(Deed.ELEMENT_LEFT_OUT, text=_NAMES[name])
    if index.truncated:
        yield Change(Deed.CUT_END_LEFT_OUT)
