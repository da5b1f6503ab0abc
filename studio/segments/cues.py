"""The Cues of a WebM or Matroska file: where they say that keyframes are.

Source: RFC 9559, section 5.1.5.
"""

from typing import NamedTuple

from studio.segments import ebml
from studio.segments.ebml import Element
from studio.segments.source import ByteSource

MAX_CUES_BYTES = 64 << 20

_MASTERS = (ebml.CUE_POINT, ebml.CUE_TRACK_POSITIONS)


class Cue(NamedTuple):
    """One place that the Cues name.

    ``time`` in ticks; ``cluster`` counts from the Segment's data, ``relative`` (the block)
    from the cluster's data, -1 when it is not written.
    """

    time: int
    cluster: int
    relative: int


def read_cues(source: ByteSource, cues: Element, track: int) -> list[Cue]:
    """Return what the Cues say of one track, in file order; [] when they cannot be read."""
    size = cues.size or 0
    if size > MAX_CUES_BYTES:
        return []
    data = source.at(cues.data_offset, size)
    found: list[Cue] = []
    time, number, cluster, relative = 0, 0, -1, -1
    position, end = 0, len(data) - 1
    while position < end:
        name, first = data[position], data[position + 1]
        if first >= 0x80:
            body, length = position + 2, first & 0x7F
        elif first:
            body = position + 10 - first.bit_length()
            length = int.from_bytes(data[position + 1 : body], "big")
            length &= (1 << 7 * (body - position - 1)) - 1
        else:
            return []
        if name in _MASTERS:  # their children follow, and end what came before
            if number == track and cluster >= 0:
                found.append(Cue(time, cluster, relative))
            number, cluster, relative = 0, -1, -1
            position = body
            continue
        position = body + length
        if name == ebml.CUE_TIME:
            time = int.from_bytes(data[body:position], "big")
        elif name == ebml.CUE_TRACK:
            number = int.from_bytes(data[body:position], "big")
        elif name == ebml.CUE_CLUSTER_POSITION:
            cluster = int.from_bytes(data[body:position], "big")
        elif name == ebml.CUE_RELATIVE_POSITION:
            relative = int.from_bytes(data[body:position], "big")
    if number == track and cluster >= 0:
        found.append(Cue(time, cluster, relative))
    return found
