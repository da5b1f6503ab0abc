"""Keyframe times of a fragmented MP4 from the heads of its fragments.

Source: ISO/IEC 14496-12, sections 8.8.7, 8.8.8 and 8.8.12.
"""

from collections import deque
from fractions import Fraction
from itertools import compress
from struct import Struct
from typing import NamedTuple

from studio.segments.boxes import Box, read_box
from studio.segments.fragments import MAX_MOOF_BYTES, MAX_RUN_SAMPLES, MAX_TICKS
from studio.segments.keyframe_times import KeyframeTimes
from studio.segments.keyframes_mp4 import single_edit
from studio.segments.model import TrackKind
from studio.segments.movie import Movie
from studio.segments.outline_moof import MoofOutliner, boxes, read_head, read_header
from studio.segments.runs import Run, SampleDefaults, is_key, read_run
from studio.segments.source import ByteSource

MAX_TOP_LEVEL = 2_000_000
MAX_KEYS = 4_000_000
RECENT_RUNS = 8
"""Runs among which the frame is that ends last."""

START_BOXES = 100
"""Boxes in which every track is taken to have begun."""

_NEXT_HEAD_BYTES = 16

_WORDS = Struct(">II")
_WORD = Struct(">I")
_SIGNED = Struct(">i")

_DATA_OFFSET = 0x1
_FIRST_FLAGS = 0x4
_SAMPLE_FLAGS = 0x400
_COMPOSITION = 0x800


class _Place(NamedTuple):
    """One trun box in the bytes of its moof, with the decode time of its first frame."""

    data: bytes
    body: int
    stop: int
    defaults: SampleDefaults
    decode: int

    def run(self) -> Run:
        box = Box("trun", self.body - 8, 8, self.stop - self.body + 8)
        return read_run(self.data, box, self.defaults, MAX_RUN_SAMPLES, video=True)


class _Keys:
    """Collects the keyframes of one track, moof by moof."""

    __slots__ = (
        "_defaults",
        "_end",
        "_header",
        "_known",
        "_last",
        "_number",
        "_recent",
        "count",
        "is_timed",
        "times",
    )

    def __init__(self, track: int, known: dict[int, SampleDefaults]) -> None:
        self._number = track.to_bytes(4, "big")
        self._known = known
        self._header = b""
        self._defaults = SampleDefaults()
        self._recent: deque[_Place] = deque(maxlen=RECENT_RUNS)
        self._last = 0
        self._end = 0
        self.times: list[int] = []
        self.count = 0
        self.is_timed = True

    def read(self, data: bytes, start: int, end: int) -> None:
        """Read the moof whose content is ``data[start:end]``."""
        for name, body, stop in boxes(data, start, end):
            if name == b"traf":
                self._read_traf(data, body, stop)

    def _read_traf(self, data: bytes, start: int, end: int) -> None:
        defaults: SampleDefaults | None = None
        decode: int | None = None
        before: _Place | None = None
        for name, body, stop in boxes(data, start, end):
            if name == b"tfhd":
                if data[body + 4 : body + 8] != self._number:
                    return
                header = data[body:stop]
                if header == self._header:
                    defaults = self._defaults
                else:
                    defaults = read_header(data, body, self._known)[1]
                    self._header, self._defaults = header, defaults
            elif name == b"tfdt":
                wide = data[body : body + 1] == b"\1"
                decode = int.from_bytes(data[body + 4 : body + (12 if wide else 8)], "big")
            elif name == b"trun" and defaults is not None:
                if decode is None or decode > MAX_TICKS:
                    self.is_timed = False
                    return
                if before is not None:
                    decode += before.run().duration
                before = _Place(data, body, stop, defaults, decode)
                self._read_run(before)

    def _read_run(self, place: _Place) -> None:
        data, body, stop, defaults, decode = place
        if body + 8 > stop:
            return
        if decode < self._last:
            self._end = self.end()
        self._last = decode
        self._recent.append(place)
        flags, count = _WORDS.unpack_from(data, body)
        if flags & _SAMPLE_FLAGS or is_key(defaults.flags, video=True):
            run = place.run()
            self.times.extend(compress(run.times(run.decode_times(decode)), run.keys))
            self.count += run.count
            return
        position = body + 8 + 4 * bool(flags & _DATA_OFFSET)
        rows = position + 4 * bool(flags & _FIRST_FLAGS)
        width = (flags >> 8 & 0xF).bit_count()
        count = min(count, MAX_RUN_SAMPLES)
        if width:
            count = min(count, max(0, stop - rows) // (4 * width))
        self.count += count
        if not (count and flags & _FIRST_FLAGS):
            return
        if not is_key(_WORD.unpack_from(data, position)[0], video=True):
            return
        if flags & _COMPOSITION:
            decode += _SIGNED.unpack_from(data, rows + 4 * (width - 1))[0]
        self.times.append(decode)

    def end(self) -> int:
        """Return where the last frame so far ends, in ticks."""
        runs = ((place.run(), place.decode) for place in self._recent)
        return max((run.extent(start)[1] for run, start in runs if run.count), default=self._end)


def read_moof_keyframes(
    source: ByteSource, movie: Movie, place: int, start: int
) -> KeyframeTimes | None:
    """Return the keyframes of ``movie.tracks[place]`` from the fragments after ``start``.

    Returns:
        None where the fragments do not tell: several edits, no decode times, no frames.
    """
    track = movie.tracks[place]
    edit = single_edit(movie, track)
    if edit is None:
        return None
    found = _Keys(track.number, movie.defaults)
    if not _read_moofs(source, start, found) or not found.count:
        return None
    return KeyframeTimes(
        tuple(sorted(time + edit.shift for time in found.times)),
        found.end() + edit.shift,
        Fraction(track.timescale),
        found.count,
        _file_start_s(source, movie, start),
    )


def _read_moofs(source: ByteSource, start: int, found: _Keys) -> bool:
    """Read all fragments; tell whether all are whole and have decode times."""
    position, limit = start, source.size
    for _ in range(MAX_TOP_LEVEL):
        head = read_head(source, position)
        if head is None:
            return position >= limit
        is_moof = head.type == b"moof"
        if head.end > limit or (is_moof and head.size > MAX_MOOF_BYTES):
            return False
        if is_moof:
            data = source.at(position, head.size + _NEXT_HEAD_BYTES)
            found.read(data, head.header_size, min(head.size, len(data)))
            if not found.is_timed or len(found.times) > MAX_KEYS:
                return False
        position = head.end
    return False


def _file_start_s(source: ByteSource, movie: Movie, start: int) -> Fraction:
    """Return where the first picture or sound begins, from the first fragments."""
    outliner = MoofOutliner(movie)
    starts: dict[int, Fraction] = {}
    media = {t.number: t for t in movie.tracks if t.kind is not TrackKind.OTHER}
    position = start
    for _ in range(START_BOXES):
        box = read_box(source, position, source.size)
        if box is None or len(starts) == len(media):
            break
        if box.type == "moof":
            data = source.at(position, min(box.size, MAX_MOOF_BYTES))
            for span in outliner.spans(data, box.header_size, len(data)):
                if span.track in media:
                    starts.setdefault(span.track, span.start_s)
        position = box.end
    for number, begin_s in starts.items():
        edit = single_edit(movie, media[number])
        if media[number].edits and edit is not None:  # what lies before the edit is not shown
            delay = sum(length for length, part in media[number].edits if part < 0)
            starts[number] = max(begin_s, Fraction(delay, movie.timescale))
    return min(starts.values(), default=Fraction(0))
