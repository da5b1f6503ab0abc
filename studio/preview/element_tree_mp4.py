"""The boxes of a part of an MP4 file, with their values and the samples of their runs."""

from dataclasses import dataclass, field

from studio.preview.element_tree_node import (
    DEEPEST,
    MOST_IN_LIST,
    Growth,
    Listing,
    Node,
    hexadecimal,
    milliseconds,
    printable_text,
    unreadable,
)
from studio.preview.element_tree_values import VALUES, Content
from studio.segments.boxes import Box, file_children, read_box
from studio.segments.fragments import MAX_MOOF_BYTES
from studio.segments.model import SegmentMap, TrackKind
from studio.segments.movie import Movie, read_movie
from studio.segments.notes import Notes
from studio.segments.runs import Run, read_run
from studio.segments.source import ByteSource
from studio.segments.track_fragments import BASE_DATA_OFFSET, MAX_TICKS, Traf, read_tfhd

MOST_READ_BYTES = 4096
"""Of a box's content."""

_CONTAINERS = {
    **dict.fromkeys(
        ("moov", "trak", "edts", "mdia", "minf", "dinf", "stbl", "mvex", "moof", "traf", "mfra",
         "sinf", "schi", "tref", "udta", "wave"),
        0,
    ),
    "stsd": 8, "dref": 8,
}  # fmt: skip
"""Boxes that hold boxes -> bytes that stand before these."""

_PICTURES = {"avc1", "avc3", "hvc1", "hev1", "av01", "vp08", "vp09", "mp4v", "encv", "dvh1", "dvhe"}
_SOUNDS = {"mp4a", "Opus", "fLaC", "ac-3", "ec-3", "enca", "alac", ".mp3", "mha1", "mhm1"}


def mp4_tree(source: ByteSource, found: SegmentMap, begin: int, end: int) -> Listing:
    """Return the boxes between two offsets."""
    movie = _movie(source, found)
    return _Reader(source, Growth(), movie).listing(begin, end, 0)


def _movie(source: ByteSource, found: SegmentMap) -> Movie:
    end = found.init_offset + found.init_size if found.fragmented else source.size
    for box in file_children(source, found.init_offset, end):
        if box.type == "moov":
            return read_movie(source, box, Notes())
    return Movie()


@dataclass(slots=True)
class _Reader:
    """Reads lists of boxes. ``moof`` and ``traf`` are those it is in; ``decode`` in ticks."""

    source: ByteSource
    growth: Growth
    movie: Movie
    moof: Box | None = None
    traf: Traf | None = None
    track_ticks: int = 0
    scales: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.scales = {track.number: track.timescale for track in self.movie.tracks}

    def listing(self, begin: int, end: int, depth: int, parent: str = "") -> Listing:
        found = Listing(self.growth)
        offset = begin
        while offset < end and not found.is_endless:
            box = read_box(self.source, offset, end)
            if box is None:
                if found.has_room():
                    found.nodes.append(unreadable(self.source, offset, end))
                break
            if found.has_room():
                found.nodes.append(self._node(box, end, depth, parent))
            offset = box.end
        return found

    def _node(self, box: Box, end: int, depth: int, parent: str) -> Node:
        node = Node(printable_text(box.type), box.offset, box.size, box.header_size)
        stop = min(box.end, end)
        self._enter(box, stop)
        skip = _CONTAINERS.get(box.type)
        said = []
        if box.type in VALUES:
            said.append(VALUES[box.type](self._content(box, stop)))
        elif parent == "stsd":
            skip, value = self._entry(box, stop)
            said.append(value)
        elif box.type == "mdat":
            said.append(f"{max(0, stop - box.body)} bytes of media")
        elif skip is None:
            said.append(hexadecimal(self.source, box.body, stop - box.body))
        if box.to_end:
            said.append("size 0: to the end")
        elif box.end > end:
            said.append(f"reaches {box.end - end} bytes too far")
        node.value = "; ".join(filter(None, said))
        if skip is not None and depth < DEEPEST:
            inside = self.listing(box.body + skip, stop, depth + 1, box.type)
            node.children, node.more = inside.nodes, inside.more
        elif box.type == "trun":
            self._list_samples(node, box, stop)
        return node

    def _enter(self, box: Box, stop: int) -> None:
        """Note what the boxes inside, or after this one, count in."""
        if box.type == "trak":
            self.track_ticks = self._ticks_of_trak(box)
        elif box.type == "moof":
            self.moof = box
        elif box.type == "traf":
            base = self.moof.offset if self.moof is not None else 0
            self.traf = Traf(box, 0, base, next_data=base)
            self.track_ticks = 0
        elif box.type == "tfhd" and self.traf is not None and self.moof is not None:
            data = self.source.at(box.offset, min(stop - box.offset, 64))
            read_tfhd(data, _moved(box), self.traf, self.movie, self.moof)
            if not self.traf.flags & BASE_DATA_OFFSET:  # as browsers count
                self.traf.base = self.traf.next_data = self.moof.offset
            self.track_ticks = self.scales.get(self.traf.track, 0)
        elif box.type == "tfdt" and self.traf is not None:
            self.traf.decode = min(self._content(box, stop).wide(4, 4), MAX_TICKS)

    def _ticks_of_trak(self, trak: Box) -> int:
        """Return the timescale of a trak box, whatever stands before its mdhd."""
        for mdia in file_children(self.source, trak.body, trak.end):
            if mdia.type == "mdia":
                for box in file_children(self.source, mdia.body, mdia.end):
                    if box.type == "mdhd":
                        content = self._content(box, box.end)
                        return content.number(content.at(12, 20))
        return 0

    def _content(self, box: Box, stop: int) -> Content:
        size = max(0, stop - box.body)
        data = self.source.at(box.body, min(size, MOST_READ_BYTES))
        return Content(data, size, self.movie.timescale, self.track_ticks)

    def _entry(self, box: Box, stop: int) -> tuple[int | None, str]:
        """Return what a sample entry says, and how many bytes stand before its boxes."""
        content = self._content(box, stop)
        if box.type in _PICTURES:
            return 78, f"{content.number(24, 2)}×{content.number(26, 2)}"
        if box.type in _SOUNDS:
            extra = {1: 16, 2: 36}.get(content.number(8, 2), 0)
            return 28 + extra, f"{content.number(24, 2)} Hz, {content.number(16, 2)} channels"
        return None, hexadecimal(self.source, box.body, stop - box.body)

    def _list_samples(self, node: Node, box: Box, stop: int) -> None:
        if self.traf is None or stop - box.offset > MAX_MOOF_BYTES:
            return
        data = self.source.at(box.offset, stop - box.offset)
        place = Box(box.type, 0, box.header_size, len(data))
        track = next((t for t in self.movie.tracks if t.number == self.traf.track), None)
        video = track is not None and track.kind is TrackKind.VIDEO
        run = read_run(data, place, self.traf.defaults, 1 << 20, video=video)
        shift = 0
        if track is not None:
            shift = round(self.movie.shift_s(track) * track.timescale)
        self._add_samples(node, run, shift)
        if run.missing:
            node.value += f"; rows are missing for {run.missing}"

    def _add_samples(self, node: Node, run: Run, shift: int) -> None:
        """Add a node for each sample; its time is that of its showing, edit list applied."""
        assert self.traf is not None
        place = self.traf.next_data
        if run.data_offset is not None:
            place = max(0, self.traf.base + run.data_offset)
        inside = Listing(self.growth)
        decode = self.traf.decode
        shown = run.times(run.decode_times(decode)) if run.count else ()
        columns = zip(run.all_sizes(), run.all_durations(), shown, run.keys, strict=False)
        for number, (size, duration, time, key) in enumerate(columns):
            if number >= MOST_IN_LIST:
                break
            said = [
                f"at {milliseconds(time + shift, self.track_ticks)}",
                f"for {milliseconds(duration, self.track_ticks)}",
                f"decoded at {milliseconds(decode, self.track_ticks)}",
            ]
            said += ["sync"] if key else []
            if inside.has_room():
                inside.nodes.append(Node(f"sample {number + 1}", place, size, 0, ", ".join(said)))
            place += size
            decode += duration
        node.children = inside.nodes
        node.more = max(0, run.count - len(inside.nodes))
        self.traf.decode += run.duration
        self.traf.next_data = (inside.nodes[0].offset if inside.nodes else place) + run.size


def _moved(box: Box) -> Box:
    """Return a box as if its data began with it."""
    return Box(box.type, 0, box.header_size, box.size, to_end=box.to_end)
