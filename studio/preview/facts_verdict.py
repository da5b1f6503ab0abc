"""What the rules say of a file, and what each engine is expected to do with it, for the page."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from studio.preview.bit_rate import bit_rate
from studio.preview.frame_times import uneven_frames_s
from studio.segments.frames import NO_SEGMENT, FrameTable, MediaFrames
from studio.verdict.engine_models import MODELS
from studio.verdict.examine import Examination
from studio.verdict.gops import shift_s, video_table
from studio.verdict.model import Effect, Finding
from studio.verdict.prediction import Foreseen, Prediction

Translate = Callable[[str], str]


def examined_facts(examination: Examination, translate: Translate) -> dict[str, object]:
    """Return the keys of ``facts.json`` that need every frame."""
    media = examination.media
    places = _Places(media)
    return {
        "keyframes_s": keyframes_s(media),
        "uneven_frames_s": uneven_frames_s(media),
        "bit_rate": bit_rate(media),
        "predictions": [_prediction(found, translate) for found in examination.predictions],
        "findings": [_finding(found, places, translate) for found in examination.findings],
    }


def keyframes_s(media: MediaFrames) -> list[float]:
    """Return when each keyframe of the picture is shown, ascending, in seconds."""
    table = video_table(media)
    if table is None:
        return []
    shift = shift_s(media, table)
    lowest = NO_SEGMENT if not media.map.segments else 0
    times = {
        time
        for time, is_key, segment in zip(table.times, table.keyframes, table.segments, strict=True)
        if is_key and segment >= lowest
    }
    return [float(table.seconds(time) + shift) for time in sorted(times)]


def _prediction(found: Prediction, translate: Translate) -> dict[str, object]:
    return {
        "engine": found.engine,
        "title": f"{translate(found.title)} {found.version}".strip(),
        "foreseen": found.foreseen.value,
        "plays": found.plays,
        "ranges": _ranges(found),
        "reason": translate(found.reason) if found.reason else "",
    }


def _ranges(found: Prediction) -> list[tuple[float, float]]:
    """Return what will be buffered: nothing where a rule, not the run, says that it fails."""
    run = found.run
    if run is None or found.foreseen is Foreseen.UNSUPPORTED:
        return []
    ruled_out = found.foreseen is Foreseen.REFUSED and not run.error
    never = found.foreseen is Foreseen.NEVER_STARTS and run.starts
    if ruled_out or never:
        return []
    return [(float(start), float(end)) for start, end in run.buffered]


def _finding(found: Finding, places: "_Places", translate: Translate) -> dict[str, object]:
    segment = None if found.offset is None else places.segment_at(found.offset)
    time_s = None
    if segment is not None and found.offset is not None:
        time_s = places.time_at(found.offset, segment)
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": translate(found.message),
        "remedy": translate(found.remedy) if found.remedy else "",
        "time_s": time_s,
        "offset": found.offset,
        "segment": segment,
        "place": found.place,
        "count": found.count,
        "engines": [model.name for model in MODELS if _minds(found, model.name)],
    }


def _minds(found: Finding, engine: str) -> bool:
    model = next(model for model in MODELS if model.name == engine)
    return any(
        hit.family is model.family and hit.concerns(engine) and hit.effect is not Effect.HARMLESS
        for hit in found.hits
    )


class _Places:
    """From bytes to segments and times."""

    def __init__(self, media: MediaFrames) -> None:
        self._media = media
        self._begins = [segment.offset for segment in media.map.segments]

    def segment_at(self, offset: int) -> int | None:
        """Return the number of the segment that a byte belongs to, None for none."""
        number = bisect_right(self._begins, offset) - 1
        if number < 0:
            return None
        segment = self._media.map.segments[number]
        return number if offset < segment.offset + segment.size else None

    def time_at(self, offset: int, number: int) -> float:
        """Return when what stands at a byte is shown: the first frame from there on."""
        nearest: tuple[int, float] | None = None
        for table in self._media.tables:
            found = self._frame_from(table, offset, number)
            if found is not None and (nearest is None or found < nearest):
                nearest = found
        start = float(self._media.map.segments[number].start_s)
        return start if nearest is None or offset == self._begins[number] else nearest[1]

    def _frame_from(self, table: FrameTable, offset: int, number: int) -> tuple[int, float] | None:
        begin, end = _range_of(table.segments, number)
        inside = [n for n in range(begin, end) if table.offsets[n] + table.sizes[n] > offset]
        if not inside:
            return None
        frame = min(inside, key=lambda n: table.offsets[n])
        shift = shift_s(self._media, table)
        return table.offsets[frame], float(table.seconds(table.times[frame]) + shift)


def _range_of(segments: Sequence[int], number: int) -> tuple[int, int]:
    return bisect_left(segments, number), bisect_right(segments, number)
