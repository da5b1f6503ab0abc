"""What is converted: where its segments begin, and how ffmpeg gets at them."""

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from fractions import Fraction
from itertools import accumulate
from pathlib import Path

from studio.media.child import FORMAT_WHITELIST, MAX_PIXELS, guarded_input
from studio.media.streams import MediaInfo, RateMode
from studio.preview.proxy_cutter import ticks
from studio.segments.model import Segment, SegmentMap, TrackKind
from studio.server.media import Readable, RegisteredFile, index_json

STEP_S = Fraction(2)
"""Length of the segments of a file that has none of its own."""

BEFORE_S = Fraction(1, 4)
"""How far before a segment the picture begins, where frames last as long as they like."""

SOUND_BEFORE_S = Fraction(1, 5)
"""How far before a segment sound is read: decoders need a packet or two to get going."""

GROPING_S = Fraction(5)
"""The same for containers without an index: a seek there ends at any frame, and a picture
begins with the next keyframe only."""

_WITHOUT_INDEX = frozenset({"mpegts", "mpeg"})

MARGIN_S = Fraction(1, 10_000)
"""Less than any frame lasts, more than a time is rounded by."""


class ProxyInput(ABC):
    """A file to convert. ``starts_s`` are the beginnings of its segments, ascending."""

    starts_s: tuple[Fraction, ...]
    end_s: Fraction
    video: int | None
    """Number of ffmpeg's video track, None without a picture; ``audio`` likewise."""
    audio: int | None

    @abstractmethod
    def index(self) -> dict[str, object]:
        """Return what ``index.json`` says, all but the type."""

    @abstractmethod
    def arguments(self, segment: int) -> list[str]:
        """Return ffmpeg's input options, ``-i`` included, to begin with a segment."""

    @abstractmethod
    def begins_s(self, segment: int) -> Fraction | None:
        """Return when the picture of a stream from this segment on begins; None: at once."""

    def open(self, segment: int, kind: TrackKind) -> Readable | None:
        """Return what ffmpeg gets through its standard input for this track, if it gets that."""
        return None

    @property
    def cuts(self) -> tuple[int, ...]:
        """The beginnings of the segments, in ticks."""
        return tuple(ticks(start) for start in self.starts_s)

    def index_body(self, codecs: str) -> bytes:
        """Return ``index.json``, sizes unknown."""
        kind = "audio" if self.video is None else "video"
        whole = {**self.index(), "mime": f'{kind}/webm; codecs="{codecs}"', "converted": True}
        return json.dumps(whole).encode()


class SegmentedInput(ProxyInput):
    """A file with segments: ffmpeg gets its init segment and the bytes from a segment on.

    So no seek is needed, which in a fragmented MP4 without an index reads all before it,
    and files that stand in several pieces need no care.

    Args:
        entry: the file; its map has segments.
    """

    def __init__(self, entry: RegisteredFile) -> None:
        self._entry = entry
        self._map = entry.segment_map
        self.video = _number_of(self._map, TrackKind.VIDEO)
        self.audio = _number_of(self._map, TrackKind.AUDIO)
        self._lead = self._map.track_of(TrackKind.VIDEO) if self.video is not None else None
        starts = (self._start_of(segment) for segment in self._map.segments)
        self.starts_s = tuple(accumulate(starts, max))
        self.end_s = max(segment.end_s for segment in self._map.segments)

    def index(self) -> dict[str, object]:
        """Return the original's segments."""
        return without_places(index_json(self._entry))

    def arguments(self, segment: int) -> list[str]:
        """Return the options for a pipe."""
        guards = ["-protocol_whitelist", "pipe", "-format_whitelist", FORMAT_WHITELIST]
        return [*guards, "-max_pixels", str(MAX_PIXELS), "-copyts", "-i", "pipe:0"]

    def begins_s(self, segment: int) -> Fraction | None:
        """Return the very beginning of the segment: a frame of the original begins there."""
        return self.starts_s[segment] if segment else None

    def open(self, segment: int, kind: TrackKind) -> Readable | None:
        """Return the init segment and everything from a segment on, or from one before it."""
        found = self._map
        begin = found.segments[self._entry_point(segment, kind)].offset
        end = max(one.offset + one.size for one in found.segments)
        init = (found.init_offset, found.init_offset + found.init_size)
        return _Spans(self._entry.open(0), [init, (begin, end)])

    def _start_of(self, segment: Segment) -> Fraction:
        lead = self._lead.number if self._lead else None
        return next((s.start_s for s in segment.spans if s.track == lead), segment.start_s)

    def _entry_point(self, segment: int, kind: TrackKind) -> int:
        """Return the segment to decode from.

        For the picture it begins with a keyframe. For sound it begins some packets earlier:
        the first ones after the init segment come out as nothing, and fragments may hold
        sound of another time than their picture's.
        """
        track = self._map.track_of(kind)
        early_s = SOUND_BEFORE_S if kind is TrackKind.AUDIO else 0
        for number in range(segment, 0, -1):
            spans = self._map.segments[number].spans
            span = next((s for s in spans if track and s.track == track.number), None)
            is_early = span and span.start_s <= self.starts_s[segment] - early_s
            if span and span.starts_with_keyframe and is_early:
                return number
        return 0


class WholeInput(ProxyInput):
    """Any file ffmpeg reads, in segments of two seconds; its times begin at 0.

    Args:
        info: of the file.
    """

    def __init__(self, info: MediaInfo) -> None:
        self._info = info
        picture, sound = info.main_video, info.main_audio
        self.video = picture.index if picture else None
        self.audio = sound.index if sound else None
        steady = picture is not None and picture.rate_mode is not RateMode.VARIABLE
        rate = picture.frame_rate if picture is not None and steady else None
        self._before_s = 2 / rate if rate else BEFORE_S
        gropes = picture is not None and info.container in _WITHOUT_INDEX
        self._seek_back_s = GROPING_S if gropes else max(self._before_s, SOUND_BEFORE_S)
        self._rate = picture.frame_rate if picture is not None else None
        self.end_s = Fraction(info.duration_us or 0, 1_000_000)
        count = max(1, -(-self.end_s // STEP_S))
        self.starts_s = tuple(STEP_S * number for number in range(count))

    @property
    def path(self) -> Path:
        """The file."""
        return self._info.path

    def index(self) -> dict[str, object]:
        """Return segments of two seconds."""
        ends = (*self.starts_s[1:], max(self.end_s, self.starts_s[-1]))
        segments = [
            {
                "n": number,
                "offset": 0,
                "size": 0,
                "start_s": float(start),
                "duration_s": float(end - start),
                "keyframe": True,
                "frames": round((end - start) * (self._rate or 0)),
            }
            for number, (start, end) in enumerate(zip(self.starts_s, ends, strict=True))
        ]
        kinds = [("video", self._info.main_video), ("audio", self._info.main_audio)]
        return {
            "name": self._info.path.name,
            "duration_s": float(self.end_s),
            "size": 0,
            "frames": round(self.end_s * (self._rate or 0)),
            "fragmented": True,
            "tracks": [{"kind": kind, "codec": one.codec} for kind, one in kinds if one],
            "init": {"offset": 0, "size": 0},
            "segments": segments,
        }

    def arguments(self, segment: int) -> list[str]:
        """Return the options to begin a moment before the segment."""
        first_s = self.starts_s[segment] - self._seek_back_s
        seek = ["-ss", seconds(first_s), "-noaccurate_seek"] if first_s > 0 else []
        return [*seek, "-copyts", "-start_at_zero", *guarded_input(self._info.path)]

    def begins_s(self, segment: int) -> Fraction | None:
        """Return a moment before the segment, so that a frame is there when it begins."""
        return self.starts_s[segment] - self._before_s if segment else None


class _Spans:
    """Some spans of a file, one after the other, as one stream."""

    def __init__(self, file: Readable, spans: list[tuple[int, int]]) -> None:
        self._file = file
        self._spans = spans

    def seek(self, offset: int, /) -> int:
        """Streams only go on."""
        raise OSError(offset)

    def read(self, count: int, /) -> bytes:
        while self._spans:
            begin, end = self._spans[0]
            if begin < end:
                self._file.seek(begin)
                data = self._file.read(min(count, end - begin))
                self._spans[0] = (begin + len(data), end)
                if data:
                    return data
            del self._spans[0]
        return b""

    def close(self) -> None:
        self._file.close()


def without_places(index: Mapping[str, object]) -> dict[str, object]:
    """Return an index whose sizes are not known."""
    segments = index["segments"]
    assert isinstance(segments, list)
    bare = [{**segment, "offset": 0, "size": 0} for segment in segments]
    return {**index, "size": 0, "init": {"offset": 0, "size": 0}, "segments": bare}


def seconds(time_s: Fraction) -> str:
    """Return a time as ffmpeg reads it, in whole µs and never later than it is."""
    return f"{time_s.numerator * 1_000_000 // time_s.denominator}us"


def _number_of(found: SegmentMap, kind: TrackKind) -> int | None:
    """Return ffmpeg's number of the first track of a kind that has frames."""
    same = [track for track in found.tracks if track.kind is kind]
    for number, track in enumerate(same):
        spans = (s for segment in found.segments for s in segment.spans)
        if any(s.track == track.number and s.frames for s in spans):
            return number
    return None
