"""Laced blocks taken apart: where each frame stands, and when it begins.

Source: RFC 9559, section 10.3 (lacing); RFC 6716, section 3.1 (an Opus packet's length).
"""

from fractions import Fraction

from studio.errors import RepairError
from studio.repair.vorbis_modes import VorbisModes, read_modes
from studio.segments import codec_bits
from studio.segments.blocks import Block
from studio.segments.lacing import laced_frames
from studio.segments.model import Track
from studio.segments.source import ByteSource

Span = tuple[int, int]


def frames_of(source: ByteSource, block: Block) -> list[Span]:
    """Return (offset, size) of each frame of a laced block.

    Raises:
        RepairError: the sizes stated do not fit into the block.
    """
    frames = laced_frames(source, block.payload_offset, block.payload_size)
    if not frames:
        raise RepairError(
            "A block that packs several frames does not say how large they are.",
            hint="The file is damaged; make it again from its source.",
            detail=f"track {block.track}, byte {block.offset}",
        )
    return frames


class FrameClock:
    """Tells how long the frames of one track last, from their own first bytes.

    A Vorbis packet's length depends on the packet before it: every packet must be shown in
    order. Without an answer from the codec DefaultDuration counts; 0 is "unknown".
    """

    def __init__(self, track: Track, private: bytes, prefix: bytes) -> None:
        self._default_ns = Fraction(track.default_duration_ns or 0)
        self._is_opus = track.codec_id == "A_OPUS"
        self._modes: VorbisModes | None = None
        if track.codec_id == "A_VORBIS":
            self._modes = read_modes(private)
        self._prefix = prefix

    def duration_ns(self, source: ByteSource, offset: int, size: int) -> Fraction:
        """Return the length of the frame that stands there, in nanoseconds."""
        head = self._prefix + source.at(offset, min(size, 2))
        if self._is_opus:
            samples = codec_bits.opus_samples(head)
            return Fraction(samples * 10**9, codec_bits.OPUS_RATE) or self._default_ns
        if self._modes is not None:
            return self._modes.duration_ns(head) or self._default_ns
        return self._default_ns


def frame_times(start: int, durations_ns: list[Fraction], scale_ns: int) -> list[int]:
    """Return when each frame begins, in ticks, rounded down; the first begins at ``start``."""
    times = []
    elapsed_ns = Fraction(0)
    for duration_ns in durations_ns:
        times.append(start + int(elapsed_ns // scale_ns))
        elapsed_ns += duration_ns
    return times
