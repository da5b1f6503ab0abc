"""What a segment map alone says of a file: known at once, however long the file is."""

from fractions import Fraction
from statistics import median_low

from studio.media.rates import STANDARD_RATES
from studio.preview.bit_rate import even_bit_rate
from studio.segments.model import Family, SegmentMap, TrackKind

RATE_TOLERANCE = Fraction(1, 2000)
"""How far from a usual frame rate the mean may be to be taken for it: times may be in whole
milliseconds, and 23.976 and 24 are 1/1000 apart."""


def file_facts(found: SegmentMap) -> dict[str, object]:
    """Return every key of ``facts.json`` that needs no look at each frame."""
    main = found.track_of(TrackKind.VIDEO) or found.track_of(TrackKind.AUDIO)
    number = main.number if main else None
    rate = frame_rate(found)
    tracks = [
        {
            "number": track.number,
            "kind": track.kind.value,
            "codec": track.codec_string or track.codec_id,
        }
        for track in found.tracks
    ]
    return {
        "name": found.path.name,
        "mime": found.mime,
        "family": found.family.value,
        "fragmented": found.fragmented,
        "duration_s": float(found.duration_s),
        "size": found.size_bytes,
        "frame_rate": None if rate is None else {"num": rate.numerator, "den": rate.denominator},
        "first_frame_s": float(_first_frame_s(found, number)),
        "tracks": tracks,
        "init": {"offset": found.init_offset, "size": found.init_size},
        "segments": _segments(found, number),
        "bit_rate": even_bit_rate(found),
    }


def _segments(found: SegmentMap, number: int | None) -> list[dict[str, object]]:
    return [
        {
            "n": position,
            "offset": segment.offset,
            "size": segment.size,
            "start_s": float(segment.start_s),
            "end_s": float(segment.end_s),
            "keyframe": segment.keyframe,
            "frames": sum(span.frames for span in segment.spans if span.track == number),
        }
        for position, segment in enumerate(found.segments)
    ]


def _first_frame_s(found: SegmentMap, number: int | None) -> Fraction:
    spans = (span for segment in found.segments for span in segment.spans)
    return min((span.start_s for span in spans if span.track == number), default=Fraction(0))


def frame_rate(found: SegmentMap) -> Fraction | None:
    """Return how many pictures a second are meant; None without a picture or segments.

    The typical distance of frames: that of the middle one of all segments, where times are
    exact (MP4); else the mean of them all, rounded to a usual rate when that is near.
    """
    track = found.track_of(TrackKind.VIDEO)
    if track is None:
        return None
    spans = [
        span
        for segment in found.segments
        for span in segment.spans
        if span.track == track.number and span.frames and span.end_s > span.start_s
    ]
    if not spans:
        return None
    length = sum((span.end_s - span.start_s for span in spans), Fraction(0))
    mean = sum(span.frames for span in spans) / length
    if found.family is Family.MP4:
        mean = 1 / median_low((span.end_s - span.start_s) / span.frames for span in spans)
    usual = min(STANDARD_RATES, key=lambda known: abs(known - mean))
    near = abs(usual - mean) <= usual * RATE_TOLERANCE or _is_rounding(usual, mean, length)
    return usual if near else mean.limit_denominator(1001)


def _is_rounding(usual: Fraction, mean: Fraction, length: Fraction) -> bool:
    """Tell whether a millisecond more or less at either end explains the difference."""
    frames = mean * length
    edge = Fraction(1, 500)
    return length > edge and frames / (length + edge) <= usual <= frames / (length - edge)
