"""Keyframe times of a WebM or Matroska file from its Cues, checked against what stands there.

Cues may leave keyframes out, and may lie. So every place that they name is looked at (it
must hold a keyframe), some stretches are read whole (they must hold no other keyframes),
and small files are read block by block.

Source: RFC 9559, sections 5.1.3 and 5.1.5.
"""

from dataclasses import dataclass, field
from fractions import Fraction

from studio.segments import ebml, matroska
from studio.segments.blocks import Block, ClusterReader
from studio.segments.cues import Cue, read_cues
from studio.segments.ebml import Element
from studio.segments.keyframe_times import KeyframeTimes
from studio.segments.matroska import SegmentInfo
from studio.segments.model import Track, TrackKind
from studio.segments.source import ByteSource
from studio.segments.webm import MAX_LEVEL_1, find_segment

EXACT_BYTES = 16 << 20
"""A file up to this size is read block by block: that is sure, and takes a quarter second."""

SAMPLED = 6
"""Stretches from one cue to the next that are read whole."""

HEAD_BYTES = 48
"""A cluster's head with its Timestamp, and mostly the head of the block that a cue names."""

_CLUSTER = ebml.CLUSTER.to_bytes(4, "big")


@dataclass(slots=True)
class _Film:
    """What stands before the clusters."""

    source: ByteSource
    base: int
    end: int
    info: SegmentInfo = field(default_factory=SegmentInfo)
    tracks: tuple[Track, ...] = ()
    first_cluster: int = 0
    cues: Element | None = None
    cues_at: int = 0

    @property
    def video(self) -> Track | None:
        """The first video track."""
        return next((track for track in self.tracks if track.kind is TrackKind.VIDEO), None)


class _Stretch:
    """Collects the video blocks of some neighbouring clusters."""

    __slots__ = ("_frame_ticks", "_last", "_number", "_step", "count", "end", "times")

    def __init__(self, track: Track, scale_ns: int) -> None:
        self._number = track.number
        self._frame_ticks = round(Fraction(track.default_duration_ns or 0, scale_ns))
        self._last: int | None = None
        self._step = 0
        self.times: list[int] = []
        self.count = 0
        self.end = 0

    def add(self, blocks: ClusterReader) -> None:
        """Read a whole cluster."""
        for block in blocks:
            if block.track == self._number:
                self._add(block)

    def _add(self, block: Block) -> None:
        if block.keyframe:
            self.times.append(block.time)
        if self._last is not None and block.time > self._last:
            self._step = block.time - self._last
        self._last = block.time
        self.count += block.frames
        length = block.duration if block.duration >= 0 else self._frame_ticks or self._step
        self.end = max(self.end, block.time + length)


def read_webm_keyframes(source: ByteSource) -> KeyframeTimes | None:
    """Return the keyframes of the first video track.

    Returns:
        None where only the frames tell: no Cues, or Cues that are not complete and true.

    Raises:
        SegmentError: the header is cut off.
    """
    _, header = matroska.read_doc_type(source)
    segment = find_segment(source, header.end(0))
    film = _Film(source, segment.data_offset, min(segment.end(source.size), source.size))
    _read_head(film)
    track = film.video
    if track is None or not film.first_cluster or segment.end(0) > source.size:
        return None
    if source.size <= EXACT_BYTES:
        return _read_all(film, track)
    cues = _find_cues(film)
    if cues is None:
        return None
    return _read_by_cues(film, track, read_cues(source, cues, track.number))


def _read_head(film: _Film) -> None:
    """Read what stands before the first cluster, and where the Cues are."""
    position = film.base
    for _ in range(ebml.MAX_CHILDREN):
        element = ebml.read_element(film.source, position)
        if element is None or position >= film.end:
            return
        if element.id == ebml.CLUSTER:
            film.first_cluster = position
            return
        if element.size is None:
            return
        match element.id:
            case ebml.INFO:
                film.info = matroska.read_info(film.source, element)
            case ebml.TRACKS:
                film.tracks = matroska.read_tracks(film.source, element, film.info.scale_ns)
            case ebml.CUES:
                film.cues = element
            case ebml.SEEK_HEAD:
                film.cues_at = _sought(film, element) or film.cues_at
        position = element.end(0)


def _sought(film: _Film, seek_head: Element) -> int:
    """Return where a SeekHead says that the Cues are, 0 when it does not."""
    source = film.source
    for seek in ebml.children(source, seek_head.data_offset, seek_head.end(0)):
        name, position = b"", 0
        for child in ebml.children(source, seek.data_offset, seek.end(0)):
            if child.id == ebml.SEEK_ID:
                name = ebml.read_data(source, child, 8)
            elif child.id == ebml.SEEK_POSITION:
                position = ebml.read_uint(source, child)
        if name == ebml.CUES.to_bytes(4, "big"):
            return film.base + position
    return 0


def _find_cues(film: _Film) -> Element | None:
    found = film.cues
    if found is None and film.cues_at:
        found = ebml.read_element(film.source, film.cues_at)
    if found is None or found.id != ebml.CUES or found.size is None:
        return None
    return found if found.end(0) <= film.end else None


def _read_stretch(film: _Film, track: Track, start: int, stop: int) -> _Stretch | None:
    """Read the clusters that begin from ``start`` up to ``stop``; None when one is damaged."""
    stretch = _Stretch(track, film.info.scale_ns)
    position = start
    for _ in range(MAX_LEVEL_1):
        if position >= stop:
            return stretch
        element = ebml.read_element(film.source, position)
        if element is None or element.end(film.end) > film.end:
            return None
        if element.id == ebml.CLUSTER:
            reader = ClusterReader(film.source, element, film.end)
            stretch.add(reader)
            if not reader.whole:
                return None
            position = element.end(reader.end)
        elif element.size is None:
            return None
        else:
            position = element.end(0)
    return None


def _read_all(film: _Film, track: Track) -> KeyframeTimes | None:
    stretch = _read_stretch(film, track, film.first_cluster, film.end)
    if stretch is None or not stretch.count:
        return None
    return _to_times(film, stretch.times, stretch.end, stretch.count)


def _to_times(film: _Film, times: list[int], end: int, count: int | None) -> KeyframeTimes:
    scale = film.info.scale_ns
    start = Fraction(_first_time(film) * scale, 10**9)
    return KeyframeTimes(tuple(sorted(times)), end, Fraction(10**9, scale), count, start)


def _first_time(film: _Film) -> int:
    """Return when the first of the tracks begins that begin in the first cluster."""
    wanted = {track.number for track in film.tracks if track.kind is not TrackKind.OTHER}
    element = ebml.read_element(film.source, film.first_cluster)
    times = []
    for block in () if element is None else ClusterReader(film.source, element, film.end):
        if block.track in wanted:
            wanted.remove(block.track)
            times.append(block.time)
        if not wanted:
            break
    return min(times, default=0)


def _read_by_cues(film: _Film, track: Track, cues: list[Cue]) -> KeyframeTimes | None:
    """Look at every place the cues name, and for others between some of them."""
    times = []
    for cue in cues:
        time = _keyframe_at(film, track.number, cue)
        if time is None:
            return None
        times.append(time)
    known = set(times)
    clusters = sorted({film.base + cue.cluster for cue in cues})
    if not clusters or clusters[0] < film.first_cluster:
        return None
    step = max(1, len(clusters) // SAMPLED)
    stretches = [(film.first_cluster, clusters[0])]
    stretches += [(clusters[i], clusters[i + 1]) for i in range(0, len(clusters) - 1, step)]
    stretches.append((clusters[-1], film.end))
    end = 0
    for start, stop in stretches:
        stretch = _read_stretch(film, track, start, stop)
        if stretch is None or not known.issuperset(stretch.times):
            return None
        end = stretch.end
    return _to_times(film, list(known), end, None)


def _keyframe_at(film: _Film, track: int, cue: Cue) -> int | None:
    """Return the time of the keyframe that a cue names; None when there is none."""
    place = film.base + cue.cluster
    data = film.source.at(place, HEAD_BYTES)
    if len(data) < HEAD_BYTES or data[:4] != _CLUSTER or not data[4]:
        return None
    body = 13 - data[4].bit_length()
    block = body + cue.relative
    stamp = body + 6 * (data[body] == ebml.CRC32)
    length = data[stamp + 1] & 0x0F
    if cue.relative < 0 or data[stamp] != ebml.TIMESTAMP or not 0x80 < data[stamp + 1] <= 0x88:
        return _slow_keyframe_at(film, track, cue)
    at = data[block : block + 16]
    if len(at) < 16:
        at = film.source.at(place + block, 16)
    if len(at) < 16 or at[0] != ebml.SIMPLE_BLOCK or not at[1]:
        return _slow_keyframe_at(film, track, cue)
    inner = 10 - at[1].bit_length()
    if at[inner] != 0x80 | track:
        return _slow_keyframe_at(film, track, cue)
    if not at[inner + 3] & 0x80:
        return None
    relative = int.from_bytes(at[inner + 1 : inner + 3], "big", signed=True)
    return int.from_bytes(data[stamp + 2 : stamp + 2 + length], "big") + relative


def _slow_keyframe_at(film: _Film, track: int, cue: Cue) -> int | None:
    """Look for a cue's keyframe among the blocks of its cluster."""
    element = ebml.read_element(film.source, film.base + cue.cluster)
    if element is None or element.id != ebml.CLUSTER:
        return None
    wanted = element.data_offset + cue.relative
    for block in ClusterReader(film.source, element, film.end):
        is_there = block.offset == wanted if cue.relative >= 0 else block.time == cue.time
        if is_there and block.track == track:
            return block.time if block.keyframe else None
        if cue.relative >= 0 and block.offset > wanted:
            return None
    return None
