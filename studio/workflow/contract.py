"""Does a finished file keep its preset's contract? Read from its bytes, not from ffmpeg's word."""

from collections.abc import Iterator
from fractions import Fraction

from studio.segments.model import Segment, SegmentMap, TrackKind, TrackSpan
from studio.transcode.failures import early_end
from studio.transcode.model import EncodePlan, ResultFacts

MICROSECOND = Fraction(1, 1_000_000)
SHORT_SLACK_S = Fraction(1, 2)
SHORT_SLACK_RATIO = Fraction(1, 100)


def contract_breaches(plan: EncodePlan, segment_map: SegmentMap) -> tuple[str, ...]:
    """Return one sentence per broken promise; empty when the contract holds.

    Args:
        plan: what was asked for.
        segment_map: how the finished file is really cut.
    """
    return tuple(_breaches(plan, segment_map))


def _breaches(plan: EncodePlan, segment_map: SegmentMap) -> Iterator[str]:
    if segment_map.truncated:
        yield "The result is cut off at its end."
    if not segment_map.fragmented or not segment_map.segments:
        yield "The result has no media segments, so it cannot be played through MSE."
        return
    yield from _track_breaches(plan, segment_map)
    if segment_map.block_order_faults:
        fault = segment_map.block_order_faults[0]
        yield f"Blocks are out of time order (first at byte {fault.offset})."
    if plan.preset.contract.index and not segment_map.has_index:
        yield "The result has no index (Cues), so players cannot seek in it."
    yield from _keyframe_breaches(plan, segment_map)


def _track_breaches(plan: EncodePlan, segment_map: SegmentMap) -> Iterator[str]:
    for wanted, kind, word in (
        (plan.video, TrackKind.VIDEO, "video"),
        (plan.audio, TrackKind.AUDIO, "sound"),
    ):
        found = segment_map.track_of(kind)
        if wanted is not None and found is None:
            yield f"The {word} track is missing from the result."
        if wanted is None and found is not None:
            yield f"The result has a {word} track that was not planned."
    allowed = plan.preset.contract.codecs
    for track in segment_map.tracks:
        if allowed and not track.codec_string.startswith(allowed):
            name = track.codec_string or track.codec_id
            yield f"The result holds {name}, which was not asked for."


def shortfall(plan: EncodePlan, segment_map: SegmentMap) -> str:
    """Return a sentence when the result ends clearly before it should, else nothing."""
    if plan.expected_duration_us is None or not segment_map.segments:
        return ""
    expected = plan.expected_duration_us * MICROSECOND
    real = max(segment.end_s for segment in segment_map.segments)
    return early_end(real, expected) if real < expected - _slack(expected) else ""


def track_shortfalls(plan: EncodePlan, segment_map: SegmentMap) -> tuple[str, ...]:
    """Return a sentence for each track that ends clearly before the source says it does.

    The other track hides it from ``shortfall``: a file cut off in its pictures may hold all
    of its sound. Only a warning, since what is written of a track's length is less reliable.
    """
    found = []
    for stream, kind, word in (
        (plan.video, TrackKind.VIDEO, "picture"),
        (plan.audio, TrackKind.AUDIO, "sound"),
    ):
        track = segment_map.track_of(kind)
        if stream is None or stream.duration_us is None or track is None:
            continue
        expected = min(stream.duration_us, plan.expected_duration_us or 0) * MICROSECOND
        spans = (span for s in segment_map.segments for span in s.spans)
        real = max((span.end_s for span in spans if span.track == track.number), default=expected)
        if real < expected - _slack(expected):
            found.append(f"The {word} ends at {float(real):.1f} s of {float(expected):.1f} s.")
    return tuple(found)


def _slack(expected: Fraction) -> Fraction:
    return max(SHORT_SLACK_S, expected * SHORT_SLACK_RATIO)


def facts_of(segment_map: SegmentMap) -> ResultFacts:
    """Return what a finished file measures, for the user to compare with the plan."""
    segments = segment_map.segments
    video = segment_map.track_of(TrackKind.VIDEO)
    gops: list[int] = []
    if video is not None:
        spans = [span for s in segments if (span := _span_of(s, video.number))]
        gops = (gop_lengths(spans) or [])[:-1]
    end_s = max((segment.end_s for segment in segments), default=None)
    return ResultFacts(
        size_bytes=segment_map.size_bytes,
        duration_us=None if end_s is None else round(end_s / MICROSECOND),
        longest_gop=max(gops, default=None),
        shortest_gop=min(gops, default=None),
        segments=len(segments),
    )


def _keyframe_breaches(plan: EncodePlan, segment_map: SegmentMap) -> Iterator[str]:
    video = segment_map.track_of(TrackKind.VIDEO)
    if video is None:
        return
    pairs = [(s, _span_of(s, video.number)) for s in segment_map.segments]
    if plan.preset.contract.keyframe_at_segment_start:
        late = next((s for s, span in pairs if span and not s.keyframe), None)
        if late is not None:
            yield f"The segment at {float(late.start_s):.3f} s does not begin with a keyframe."
    if plan.gop is None or not plan.preset.contract.longest_gop:
        return
    gops = gop_lengths([span for _, span in pairs if span])
    if gops is None:
        yield "A segment holds more than one keyframe, so the rhythm is not the planned one."
    elif max(gops, default=0) > plan.gop.size:
        yield f"The longest GOP has {max(gops)} frames instead of at most {plan.gop.size}."
    elif plan.gop.fixed and any(gop != plan.gop.size for gop in gops[:-1]):
        odd = next(i for i, gop in enumerate(gops) if gop != plan.gop.size)
        yield f"GOP {odd + 1} has {gops[odd]} frames instead of {plan.gop.size}."


def _span_of(segment: Segment, track: int) -> TrackSpan | None:
    return next((span for span in segment.spans if span.track == track and span.frames), None)


def gop_lengths(spans: list[TrackSpan]) -> list[int] | None:
    """Return the frames of each GOP, or None when a segment holds several keyframes.

    Args:
        spans: one track's part of every segment, in file order. A segment that begins
            without a keyframe continues the GOP before it.
    """
    lengths: list[int] = []
    for span in spans:
        if span.keyframes > 1:
            return None
        if span.starts_with_keyframe or not lengths:
            lengths.append(span.frames)
        else:
            lengths[-1] += span.frames
    return lengths
