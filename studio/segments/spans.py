"""What each cluster holds of one WebM track: first and last frame, counts, keyframes."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from studio.segments import codec_bits
from studio.segments.blocks import LACING_BITS, Block
from studio.segments.lacing import laced_frames
from studio.segments.model import FactKind, Track, TrackKind, TrackSpan
from studio.segments.notes import Notes
from studio.segments.source import ByteSource

FIXED_LACING = 0x04
NO_LIMIT = 1 << 62
OPUS_COUNTED = 3
"""Code of an Opus packet whose second byte counts its frames (RFC 6716, 3.2.5)."""

MAX_OPUS_SAMPLES = 5760
"""120 ms at 48 kHz."""


@dataclass(slots=True)
class _RawSpan:
    """One cluster's share of a track, in ticks.

    ``step``: spacing before the last frame, 0 when it is the cluster's only one.
    ``laced_bytes``: size of the last block's payload when it packs several frames, else 0.
    """

    index: int
    first: int
    last: int
    frames: int
    keyframes: int
    starts_with_keyframe: bool
    step: int
    duration: int
    last_payload: int
    last_offset: int
    laced_bytes: int = 0


def _lacing_fits(block: Block, source: ByteSource) -> bool:
    """Tell whether a lacing head can be true: two frames or more, and equal ones if it says so."""
    flags = source.at(block.payload_offset - 1, 1)
    is_fixed = bool(flags) and flags[0] & LACING_BITS == FIXED_LACING
    return block.frames > 1 and not (is_fixed and (block.payload_size - 1) % block.frames)


class TrackTally:
    """Collects one track's blocks, cluster by cluster, in file order.

    ``_longest_step`` is the longest spacing inside a cluster, ``_shortest_jump`` the
    shortest from one cluster to the next; both in ticks, 0 when there is none.
    """

    __slots__ = (
        "_default_ticks",
        "_hides_frames",
        "_is_opus",
        "_is_sound",
        "_is_video",
        "_longest_step",
        "_raw",
        "_scale_ns",
        "_shortest_jump",
        "_source",
        "_usual_limit",
        "first_keyframe",
        "track",
    )

    def __init__(self, track: Track, scale_ns: int) -> None:
        self.track = track
        self._scale_ns = scale_ns
        self._raw: list[_RawSpan] = []
        self._source: ByteSource | None = None
        self._longest_step = 0
        self._shortest_jump = 0
        self._hides_frames = track.codec_id == "V_VP8"
        self._is_sound = track.kind is TrackKind.AUDIO
        self._is_opus = track.codec_id == "A_OPUS"
        self.first_keyframe = b""
        self._is_video = track.kind is TrackKind.VIDEO
        self._default_ticks = (track.default_duration_ns or 0) // scale_ns
        self._usual_limit = 2 * self._default_ticks or NO_LIMIT

    def add(self, index: int, block: Block, source: ByteSource, notes: Notes) -> None:
        """Count one block of cluster ``index``."""
        hidden = self._hides_frames and not codec_bits.vp8_is_shown(block.first_byte)
        time = block.time
        raw = self._raw[-1] if self._raw else None
        raw_step = 0
        if raw is None:
            self._source = source
        else:
            step = time - raw.last
            if 0 < step < raw.duration and self._is_sound:
                overlap = Fraction((raw.duration - step) * self._scale_ns, 10**9)
                place = raw.last_offset
                notes.add(FactKind.DURATION_OVERLAP, place, track=block.track, value=overlap)
            if (raw.duration >= 0 or step > self._usual_limit) and not block.keyframe:
                self._check_step(block, step, raw.duration, notes)
            if raw.index != index:
                if 0 < step < (self._shortest_jump or step + 1):
                    self._shortest_jump = step
            elif step > 0:
                raw_step = step
                self._longest_step = max(self._longest_step, step)
            else:
                raw_step = raw.step
        if block.laced or (self._is_opus and block.first_byte & OPUS_COUNTED == OPUS_COUNTED):
            self._check_payload(block, source, notes)
        if not self.first_keyframe and block.keyframe:
            self.first_keyframe = source.at(block.payload_offset, 16)
        if raw is None or raw.index != index:
            raw = _RawSpan(
                index,
                time,
                time,
                0,
                0,
                block.keyframe,
                raw_step,
                -1,
                block.payload_offset,
                block.offset,
            )
            self._raw.append(raw)
        raw.frames += 0 if hidden else block.frames
        raw.keyframes += block.keyframe
        raw.first = min(raw.first, time)
        if time >= raw.last:
            raw.last, raw.step = time, raw_step
            raw.duration, raw.last_payload = block.duration, block.payload_offset
            raw.last_offset = block.offset
            raw.laced_bytes = block.payload_size if block.laced else 0

    def _check_payload(self, block: Block, source: ByteSource, notes: Notes) -> None:
        """Note lacing, and packets of Opus that no decoder takes."""
        if block.laced:
            text = "" if _lacing_fits(block, source) else "broken"
            notes.add(FactKind.LACING, block.offset, track=block.track, text=text)
        elif block.first_byte >= 0:
            samples = codec_bits.opus_samples(source.at(block.payload_offset, 2))
            if not 0 < samples <= MAX_OPUS_SAMPLES:
                notes.add(FactKind.OPUS_PACKET, block.offset, track=block.track)

    def _check_step(self, block: Block, step: int, duration: int, notes: Notes) -> None:
        """Note a step of more than twice the last frame's length, as Chromium counts it.

        That length is the block's own, else DefaultDuration in whole ticks; with neither it
        is the step itself. Source: MSE, coded frame processing, step 6.
        """
        if not self._is_video:
            return
        length = duration if duration >= 0 else self._default_ticks
        if step > 2 * length and (length or duration == 0):
            seconds = Fraction(step * self._scale_ns, 10**9)
            kind = FactKind.FRAME_STEP if length else FactKind.ZERO_DURATION
            notes.add(kind, block.offset, track=block.track, value=seconds)

    def clusters(self) -> Iterator[int]:
        """Yield the numbers of the clusters that hold blocks of this track."""
        return (raw.index for raw in self._raw)

    def unknown_ends(self) -> Iterator[tuple[int, int]]:
        """Yield cluster and offset of last blocks whose length a browser guesses wrong.

        Without a written length Chromium takes the longest step so far.
        """
        if self.track.default_duration_ns or self._is_opus:
            return
        longest = 0
        for raw, following in pairwise(self._raw):
            longest = max(longest, raw.step)
            gap = following.first - raw.last
            if raw.duration < 0 and longest and abs(gap - longest) * self._scale_ns > 10**6:
                yield raw.index, raw.last_offset

    @property
    def frames_per_second(self) -> float:
        """The declared or else the measured rate; 0 when unknown."""
        declared = self.track.default_duration_ns
        if declared:
            return 10**9 / declared
        if not self._raw or self._raw[-1].last <= self._raw[0].first:
            return 0.0
        ticks = self._raw[-1].last - self._raw[0].first
        return (sum(raw.frames for raw in self._raw) - 1) * 1e9 / (ticks * self._scale_ns)

    def spans(self) -> Iterator[tuple[int, TrackSpan]]:
        """Yield (cluster index, span) in file order."""
        scale = self._scale_ns
        for position, raw in enumerate(self._raw):
            following = self._raw[position + 1] if position + 1 < len(self._raw) else None
            end_ns = raw.last * scale + self._last_duration_ns(raw, following)
            yield (
                raw.index,
                TrackSpan(
                    track=self.track.number,
                    start_s=Fraction(raw.first * scale, 10**9),
                    end_s=Fraction(end_ns, 10**9),
                    frames=raw.frames,
                    starts_with_keyframe=raw.starts_with_keyframe,
                    keyframes=raw.keyframes,
                ),
            )

    def _last_duration_ns(self, raw: _RawSpan, following: _RawSpan | None) -> int:
        """How long a cluster's last block lasts: as written, else as its neighbours tell."""
        if raw.duration >= 0:
            return raw.duration * self._scale_ns
        packets = self._last_packets(raw)
        if self.track.default_duration_ns:
            return self.track.default_duration_ns * len(packets)
        if self._is_opus and self._source is not None:
            heads = (self._source.at(offset, min(size, 2)) for offset, size in packets)
            samples = sum(map(codec_bits.opus_samples, heads))
            if samples:
                return samples * 10**9 // codec_bits.OPUS_RATE
        usual = self._longest_step or self._shortest_jump
        if following is not None and 0 < following.first - raw.last <= 2 * usual:
            return (following.first - raw.last) * self._scale_ns
        return (raw.step or usual) * self._scale_ns

    def _last_packets(self, raw: _RawSpan) -> list[tuple[int, int]]:
        """Return (offset, size) of each frame of a cluster's last block; one at least."""
        found = []
        if raw.laced_bytes and self._source is not None:
            found = laced_frames(self._source, raw.last_payload, raw.laced_bytes)
        return found or [(raw.last_payload, 2)]
