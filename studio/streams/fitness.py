"""Whether a file's segments can be listed for players, and what its tracks weigh."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from studio.errors import SegmentError
from studio.segments.frames import FrameTable
from studio.segments.model import SegmentMap
from studio.segments.stitched import Piece, open_stitched
from studio.verdict.examine import examine_source
from studio.verdict.families import EngineFamily
from studio.verdict.model import Finding, Severity
from studio.verdict.summary import FATAL

IN_ONE_PIECE = (
    "This MP4 is in one piece, without segments. Repair it first: that copies its frames into "
    "fragments."
)
_REFUSED = FATAL | {Severity.SYNC}
_NO_ENTRY = "TIME-009"
"""Segments that do not begin with a keyframe: for one whole file no more than a remark."""
_COUNTED = frozenset({EngineFamily.CHROMIUM, EngineFamily.FIREFOX})


@dataclass(frozen=True, slots=True)
class Fitness:
    """``problem`` is the verdict's sentence, empty for a file that can be listed.

    ``sizes`` are the bytes of each track's frames in each segment, by the track's number, then
    by the segment's.
    """

    problem: str
    sizes: Mapping[int, Mapping[int, int]]


def fitness_of(found: SegmentMap, pieces: Sequence[Piece] = ()) -> Fitness:
    """Look at every frame of a file; slow.

    Refused is what Chromium or Firefox would not play from each segment on: open GOPs, segments
    that begin without a keyframe, edit lists that engines read differently.

    Args:
        found: how it is cut.
        pieces: what the map's offsets count in, when that is not the map's own file.
    """
    if not found.segments:
        return Fitness(IN_ONE_PIECE, {})
    whole = (Piece(found.path, 0, found.size_bytes),)
    try:
        with open_stitched(pieces or whole) as source:
            seen = examine_source(source, found.path, models=())
    except SegmentError as error:
        return Fitness(error.what, {})
    sizes = {table.track.number: _sizes_of(table) for table in seen.media.tables}
    worst = next((one for one in seen.findings if _counts(one)), None)
    return Fitness("" if worst is None else worst.message, sizes)


def _sizes_of(table: FrameTable) -> Counter[int]:
    sizes: Counter[int] = Counter()
    for segment, size in zip(table.segments, table.sizes, strict=True):
        sizes[segment] += size
    return sizes


def _counts(finding: Finding) -> bool:
    if finding.code == _NO_ENTRY:
        return True
    families = {hit.family for hit in finding.hits}
    return finding.severity in _REFUSED and (not families or bool(families & _COUNTED))
