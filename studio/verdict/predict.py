"""Will it play, in each engine we know? Rules and models answer together, before any is asked."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from studio.segments.frames import MediaFrames
from studio.segments.model import Segment, SegmentMap, TrackKind
from studio.segments.source import ByteSource
from studio.verdict.engine_models import MODELS, EngineModel
from studio.verdict.model import Effect, EngineFamily, Finding, Hit, Severity
from studio.verdict.prediction import Entry, Foreseen, Loss, LossCause, Prediction, Run
from studio.verdict.simulation.chromium import ChromiumModel
from studio.verdict.simulation.firefox import FirefoxModel
from studio.verdict.simulation.webkit import WebkitModel
from studio.verdict.support import Answer, can_decode

log = logging.getLogger(__name__)

SIMULATED_CODES = frozenset(
    {
        *("WEBM-004", "WEBM-005", "WEBM-006", "WEBM-012", "WEBM-017", "WEBM-021"),
        *("TIME-001", "TIME-002", "TIME-003", "TIME-004", "TIME-006", "TIME-008"),
    }
)
"""Rules whose effect the models see in the frames themselves."""

MOST_ENTRIES = 64
ENTRY_SEGMENTS = 3
"""Segments appended to try an entry: the one itself and what must follow without a seam."""

_SEVERITIES = tuple(Severity)
_EFFECTS = {
    Effect.REFUSES: Foreseen.REFUSED,
    Effect.IGNORES: Foreseen.NEVER_STARTS,
    Effect.LOSES: Foreseen.LOSES,
    Effect.STALLS: Foreseen.STALLS,
    Effect.ENTRY: Foreseen.ENTRY_FAILS,
}


ENTRY_SLACK_S = Fraction(1, 10)
"""What may be missing at an entry point without anybody seeing it."""


class Playing(Protocol):
    """One engine's way with one file."""

    def run(self, *, first: int = 0, count: int | None = None) -> Run:
        """Append the init segment and segments from ``first`` on, then play."""

    def av_offset_s(self) -> Fraction:
        """Return how much later than intended sound is heard, relative to the picture."""


def _chromium(media: MediaFrames, source: ByteSource) -> Playing:
    return ChromiumModel(media, source)


def _firefox(media: MediaFrames, source: ByteSource) -> Playing:
    return FirefoxModel(media, source)


def _webkit(media: MediaFrames, _source: ByteSource) -> Playing:
    return WebkitModel(media)


_WAYS = {
    EngineFamily.CHROMIUM: _chromium,
    EngineFamily.FIREFOX: _firefox,
    EngineFamily.WEBKIT: _webkit,
}


def predict(
    media: MediaFrames,
    source: ByteSource,
    findings: Sequence[Finding],
    models: Sequence[EngineModel] = MODELS,
) -> tuple[Prediction, ...]:
    """Return what each engine is expected to do with a file.

    A rule that an engine's parser enforces decides first; then the engine's model plays the
    frames, from the start and from the entry points (evenly chosen on long files).

    Args:
        media: the file, frame by frame.
        source: its bytes.
        findings: of all rules, with their effects on the engines.
        models: the engines, in order.
    """
    families = {model.family for model in models}
    played = {
        family: _Played.of(_WAYS[family](media, source), media.map)
        for family in families
        if media.map.segments and family in _WAYS
    }
    return tuple(_prediction(model, media, findings, played.get(model.family)) for model in models)


def entry_segments(found: SegmentMap, most: int = MOST_ENTRIES) -> tuple[int, ...]:
    """Return the segments (not the first) that playing is begun with, at most ``most``.

    Only segments that hold the main track count. Those that do not begin with a keyframe
    come first: beginning there is what fails.
    """
    main = found.track_of(TrackKind.VIDEO) or found.track_of(TrackKind.AUDIO)
    if main is None:
        return ()
    usable = [
        number
        for number, segment in enumerate(found.segments)
        if number and any(span.track == main.number for span in segment.spans)
    ]
    doubtful = [number for number in usable if not found.segments[number].keyframe][: most // 2]
    room = most - len(doubtful)
    step = max(1, -(-len(usable) // max(1, room)))
    return tuple(sorted({*doubtful, *usable[::step], *usable[-1:]}))


@dataclass(frozen=True, slots=True)
class _Played:
    """What a model made of the file."""

    run: Run
    entries: tuple[Entry, ...]
    offset_ms: Fraction

    @classmethod
    def of(cls, way: Playing, found: SegmentMap) -> "_Played":
        run = way.run()
        entries = tuple(
            _entry(way.run(first=number, count=ENTRY_SEGMENTS), number, found.segments[number])
            for number in entry_segments(found)
        )
        return cls(run, entries, way.av_offset_s() * 1000)


def _entry(run: Run, number: int, segment: Segment) -> Entry:
    """Judge a run that began at a segment: are picture and sound there at once."""
    start = run.buffered[0][0] if run.buffered else None
    if run.error:
        return Entry(number, False, start, run.error)
    if not run.starts:
        return Entry(number, False, start, "There is nothing to show at its start.")
    begin = max((span.start_s for span in segment.spans), default=segment.start_s)
    lost = next((loss for loss in _harmful(run) if loss.start_s <= begin + ENTRY_SLACK_S), None)
    if lost is not None:
        return Entry(number, False, start, "The first frames are lost.")
    return Entry(number, True, start)


def _prediction(
    model: EngineModel,
    media: MediaFrames,
    findings: Sequence[Finding],
    played: _Played | None,
) -> Prediction:
    foreseen, reason, codes = _judged(model, media, findings, played)
    through = foreseen in (Foreseen.PLAYS, Foreseen.ENTRY_FAILS)
    return Prediction(
        engine=model.name,
        title=model.title,
        family=model.family,
        version=model.version,
        foreseen=foreseen,
        plays_through=through,
        run=None if played is None else played.run,
        entries=() if played is None else played.entries,
        av_offset_ms=Fraction(0) if played is None else played.offset_ms,
        codes=codes,
        reason=reason,
    )


def _judged(
    model: EngineModel,
    media: MediaFrames,
    findings: Sequence[Finding],
    played: _Played | None,
) -> tuple[Foreseen, str, tuple[str, ...]]:
    """Return the verdict of rules and model, why, and the findings that explain it."""
    unable = _unable(model, media)
    hits = [
        (finding, hit)
        for finding in findings
        for hit in finding.hits
        if hit.family is model.family and hit.concerns(model.name) and hit.effect in _EFFECTS
    ]
    codes = tuple(dict.fromkeys(finding.code for finding, _ in _by_severity(hits)))
    ruled = [pair for pair in hits if pair[0].code not in SIMULATED_CODES]
    refused = [hit for _, hit in ruled if hit.effect is Effect.REFUSES]
    if unable and (not refused or _has_names(media)):
        return Foreseen.UNSUPPORTED, unable, ()
    worst = min(ruled, key=lambda pair: list(_EFFECTS).index(pair[1].effect), default=None)
    seen, reason = _seen(played)
    if worst is not None:
        ruled_as = _EFFECTS[worst[1].effect]
        if _rank(ruled_as) <= _rank(seen):
            return ruled_as, worst[1].words or worst[0].message, codes
    return seen, reason, codes if seen is not Foreseen.PLAYS else ()


def _by_severity(hits: Iterable[tuple[Finding, Hit]]) -> list[tuple[Finding, Hit]]:
    return sorted(hits, key=lambda pair: _SEVERITIES.index(pair[0].severity))


def _rank(foreseen: Foreseen) -> int:
    order = (*_EFFECTS.values(), Foreseen.PLAYS)
    return order.index(foreseen)


def _has_names(media: MediaFrames) -> bool:
    """Tell whether every track's codec is told by the file; a broken header may hide it."""
    return all(track.codec_string or track.kind is TrackKind.OTHER for track in media.map.tracks)


def _unable(model: EngineModel, media: MediaFrames) -> str:
    for track in media.map.tracks:
        if track.kind is TrackKind.OTHER:
            continue
        support = can_decode(model, track, media.map.family)
        known = support.answer is not Answer.UNKNOWN or not model.version
        if support.answer is Answer.NO or not known:
            return support.reason
    return ""


def _seen(played: _Played | None) -> tuple[Foreseen, str]:
    """Return what the model's run shows."""
    if played is None:
        return Foreseen.NEVER_STARTS, "There are no segments to append."
    run = played.run
    if run.error:
        return Foreseen.REFUSED, run.error
    if not run.starts or not run.buffered:
        return Foreseen.NEVER_STARTS, "Nothing is buffered where playing begins."
    if run.stalls_at_s is not None:
        return Foreseen.STALLS, f"It stops at {float(run.stalls_at_s):.3f} s."
    lost = sum(loss.frames for loss in _harmful(run))
    if lost:
        return Foreseen.LOSES, f"{lost} frames are lost."
    if len(run.buffered) > 1:
        return Foreseen.STALLS, f"There is a hole at {float(run.buffered[0][1]):.3f} s."
    failed = [entry for entry in played.entries if not entry.plays]
    if failed:
        where = failed[0].segment + 1
        return Foreseen.ENTRY_FAILS, f"Playing cannot begin at segment {where}."
    return Foreseen.PLAYS, ""


def _harmful(run: Run) -> Iterator[Loss]:
    """Yield losses that are one: sound before 0 is what an edit list cuts off on purpose."""
    for track in run.tracks:
        for loss in track.losses:
            if loss.cause is not LossCause.BEFORE_ZERO or loss.end_s > 0:
                yield loss
