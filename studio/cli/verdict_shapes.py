"""A verdict as JSON: findings, what is predicted, what was observed. The keys are an interface."""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

from studio.cli.shapes import Json, seconds
from studio.verdict.model import Cure, Finding, Hit, PlaybackReport, Verdict
from studio.verdict.prediction import Loss, Prediction, Span


def verdict(path: Path, mime: str, judged: Verdict) -> Json:
    """``check``: the verdict on one file."""
    return {
        "path": str(path),
        "mime": mime,
        "verdict": str(judged.ladder),
        "summary": judged.summary,
        "findings": [finding(found) for found in judged.findings],
        "predicted": {found.engine: prediction(found) for found in judged.predictions},
        "observed": {report.engine.name: _report(report) for report in judged.reports},
    }


def finding(found: Finding) -> Json:
    """One finding."""
    return {
        "code": found.code,
        "severity": str(found.severity),
        "offset": found.offset,
        "place": found.place,
        "count": found.count,
        "message": found.message,
        "clause": found.clause,
        "remedy": found.remedy,
        "engines": {str(hit.family): _hit(hit) for hit in found.hits},
        "cure": None if found.cure is None else _cure(found.cure),
    }


def _hit(hit: Hit) -> Json:
    return {"effect": str(hit.effect), "words": hit.words, "measured": hit.measured or None}


def _cure(cure: Cure) -> Json:
    return {"kind": str(cure.kind), "name": cure.name, "useless": list(cure.useless)}


def prediction(found: Prediction) -> Json:
    """What one engine is expected to do; ``measured`` is false when its rules were only read."""
    run = found.run
    return {
        "version": found.version or None,
        "measured": bool(found.version),
        "outcome": str(found.foreseen),
        "plays": found.plays,
        "plays_through": found.plays_through,
        "reason": found.reason,
        "codes": list(found.codes),
        "buffered": _spans(run.buffered) if run else [],
        "tracks": {
            str(track.track): {
                "buffered": _spans(track.ranges),
                "frames": track.frames,
                "lost": [_loss(loss) for loss in track.losses],
            }
            for track in (run.tracks if run else ())
        },
        "frames_lost": run.frames_lost if run else 0,
        "starts": bool(run and run.starts),
        "stalls_at_s": seconds(run.stalls_at_s) if run else None,
        "entries": [
            {
                "segment": entry.segment,
                "plays": entry.plays,
                "start_s": seconds(entry.start_s),
                "reason": entry.reason,
            }
            for entry in found.entries
        ],
        "av_offset_ms": round(float(found.av_offset_ms), 3),
    }


def _loss(loss: Loss) -> Json:
    return {
        "cause": str(loss.cause),
        "frames": loss.frames,
        "first_offset": loss.first_offset,
        "last_offset": loss.last_offset,
        "start_s": seconds(loss.start_s),
        "end_s": seconds(loss.end_s),
        "step": loss.step,
    }


def _spans(spans: Iterable[Span]) -> list[list[float]]:
    return [[_rounded(start), _rounded(end)] for start, end in spans]


def _rounded(value: Fraction) -> float:
    return round(float(value), 6)


def _report(report: PlaybackReport) -> Json:
    return {
        "version": report.engine.version,
        "outcome": str(report.outcome),
        "plays": report.outcome == "played",
        "buffered": [list(pair) for pair in report.buffered],
        "frames": report.frames_decoded,
        "frames_expected": report.frames_expected,
        "reached_end": report.reached_end,
        "seeks": [[s.target_s, s.completed, s.milliseconds] for s in report.seeks],
        "entries": [[s.target_s, s.completed, s.milliseconds] for s in report.entries],
        "error": report.reason if report.outcome != "played" else None,
        "messages": list(report.messages),
        "first_frame_ms": report.first_frame_ms,
        "elapsed_s": round(report.elapsed_s, 3),
    }
