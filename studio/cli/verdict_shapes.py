"""A verdict as JSON: findings, what is predicted, what was observed. The keys are an interface."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from pathlib import Path

from studio.cli.shapes import Json, seconds
from studio.verdict.model import (
    Cure,
    Finding,
    Hit,
    Picture,
    PlaybackReport,
    SeekResult,
    Step,
    Verdict,
)
from studio.verdict.prediction import Loss, Prediction, Span


def verdict(
    path: Path,
    mime: str,
    judged: Verdict,
    *,
    pictures: Mapping[str, Path] | None = None,
    elapsed_s: float | None = None,
) -> Json:
    """``check``: the verdict on one file.

    Args:
        path: of the file.
        mime: what it is.
        judged: the verdict.
        pictures: engine name -> file that its picture was written to.
        elapsed_s: how long the check took.
    """
    files = pictures or {}
    shape: Json = {
        "path": str(path),
        "mime": mime,
        "verdict": str(judged.ladder),
        "summary": judged.summary,
        "findings": [finding(found) for found in judged.findings],
        "predicted": {found.engine: prediction(found) for found in judged.predictions},
        "observed": {
            report.engine.name: _report(report, files.get(report.engine.name))
            for report in judged.reports
        },
    }
    return shape if elapsed_s is None else shape | {"elapsed_s": round(elapsed_s, 3)}


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


def _report(report: PlaybackReport, picture: Path | None) -> Json:
    return {
        "version": report.engine.version,
        "verdict": str(report.ladder),
        "outcome": str(report.outcome),
        "plays": report.outcome == "played",
        "buffered": [list(pair) for pair in report.buffered],
        "duration_s": report.duration_s,
        "frames": report.frames_decoded,
        "frames_expected": report.frames_expected,
        "frames_shown": report.frames_shown,
        "frames_dropped": report.frames_dropped,
        "reached_end": report.reached_end,
        "seeks": [[s.target_s, s.completed, s.milliseconds] for s in report.seeks],
        "seek_results": [_seek(result) for result in report.seeks],
        "gops": report.gops,
        "entries": [[s.target_s, s.completed, s.milliseconds] for s in report.entries],
        "entry_results": [_seek(result) for result in report.entries],
        "entry_points": report.entry_points,
        "waits": {
            "at_raised_speed": report.waiting_events,
            "at_normal_speed": report.confirmed_waits,
        },
        "error": report.reason if report.outcome != "played" else None,
        "messages": list(report.messages),
        "console": list(report.console),
        "warnings": list(report.warnings),
        "doubtful": report.doubtful,
        "steps": [_step(step) for step in report.steps],
        "first_frame_ms": report.first_frame_ms,
        "elapsed_s": round(report.elapsed_s, 3),
        "rate": report.rate,
        "clock_speed": round(report.clock_speed, 3),
        "audio_bytes": report.audio_bytes,
        "attempts": report.attempts,
        "picture_changed": report.picture_changed,
        "picture_black": report.picture_black,
        "picture": None if report.picture is None else _picture(report.picture, picture),
    }


def _seek(result: SeekResult) -> Json:
    return {
        "segment": result.segment,
        "target_s": result.target_s,
        "completed": result.completed,
        "milliseconds": result.milliseconds,
        "reason": result.reason,
    }


def _step(step: Step) -> Json:
    return {
        "name": str(step.name),
        "state": str(step.state),
        "milliseconds": step.milliseconds,
        "detail": step.detail,
    }


def _picture(picture: Picture, file: Path | None) -> Json:
    shape: Json = {
        "time_s": picture.time_s,
        "width": picture.width,
        "height": picture.height,
    }
    return shape if file is None else shape | {"file": str(file)}
