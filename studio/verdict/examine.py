"""The static verdict: everything that can be said of a file without playing it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from studio.segments.frame_reader import read_media_source
from studio.segments.frames import MediaFrames
from studio.segments.model import Family
from studio.segments.source import ByteSource, open_source
from studio.verdict.engine_models import MODELS, EngineModel
from studio.verdict.model import (
    Cure,
    CureKind,
    Effect,
    EngineFamily,
    Finding,
    Hit,
    Severity,
)
from studio.verdict.predict import SIMULATED_CODES, predict
from studio.verdict.prediction import Foreseen, Loss, Prediction
from studio.verdict.rules import by_severity, static_findings
from studio.verdict.rules_mp4_frames import mp4_frame_findings
from studio.verdict.rules_mp4_sound import timeless_sound
from studio.verdict.rules_webm_frames import webm_frame_findings

_HARD = frozenset({Effect.REFUSES, Effect.IGNORES, Effect.LOSES, Effect.STALLS, Effect.ENTRY})
_FATAL = frozenset({Severity.BLOCK, Severity.LOSS, Severity.STALL})


@dataclass(frozen=True, slots=True)
class Examination:
    """A file, what is wrong with it (worst first), and what each engine will make of it."""

    media: MediaFrames
    findings: tuple[Finding, ...]
    predictions: tuple[Prediction, ...]


def examine(
    path: Path, *, declared: str | None = None, models: Sequence[EngineModel] = MODELS
) -> Examination:
    """Read a file and say what is wrong with it and where it will play.

    Args:
        path: a WebM, Matroska or MP4 file.
        declared: the MIME type that a player or playlist names for it, when known.
        models: the engines to predict.

    Raises:
        SegmentError: the file is missing, unreadable, or neither WebM nor MP4.
    """
    with open_source(path) as source:
        return examine_source(source, path, declared=declared, models=models)


def examine_source(
    source: ByteSource,
    path: Path,
    *,
    declared: str | None = None,
    models: Sequence[EngineModel] = MODELS,
) -> Examination:
    """Examine bytes that are open already; see ``examine``.

    Raises:
        SegmentError: they are neither WebM nor MP4.
    """
    media = read_media_source(source, path)
    found = (*static_findings(media.map, declared), *_of_frames(media, source))
    predictions = predict(media, source, found, models)
    findings = [_reconciled(finding, predictions) for finding in found]
    findings += _unexplained(findings, predictions)
    ordered = by_severity(findings)
    return Examination(media, ordered, tuple(_explained(p, ordered) for p in predictions))


def _of_frames(media: MediaFrames, source: ByteSource) -> Iterator[Finding]:
    if media.map.family is Family.WEBM:
        return webm_frame_findings(media, source)
    return chain(mp4_frame_findings(media, source), timeless_sound(media))


def _reconciled(finding: Finding, predictions: Sequence[Prediction]) -> Finding:
    """Let the models have the last word on rules of thumb about time.

    A rule whose effect the models see for themselves keeps its weight only for engines that
    do not play the file.
    """
    if finding.code not in SIMULATED_CODES or not finding.hits:
        return finding
    hits = tuple(_softened(hit, predictions) for hit in finding.hits)
    hard = any(hit.effect in _HARD for hit in hits)
    was_hard = any(hit.effect in _HARD for hit in finding.hits)
    lower = was_hard and not hard and finding.severity in _FATAL
    return replace(finding, hits=hits, severity=Severity.WARN if lower else finding.severity)


def _softened(hit: Hit, predictions: Sequence[Prediction]) -> Hit:
    mine = [p for p in predictions if p.family is hit.family and p.run is not None]
    fine = bool(mine) and all(p.foreseen in _CLEAN for p in mine)
    return replace(hit, effect=Effect.HARMLESS) if fine and hit.effect in _HARD else hit


_CLEAN = (Foreseen.PLAYS, Foreseen.UNSUPPORTED)


def _unexplained(
    findings: Sequence[Finding], predictions: Sequence[Prediction]
) -> Iterator[Finding]:
    """Yield a finding for each family that will not play the file though no rule says why.

    Only for engines that were measured: what was merely read about one is no finding.
    """
    told: set[EngineFamily] = set()
    for prediction in predictions:
        family = prediction.family
        named = any((hit := f.hit(family)) and hit.effect in _HARD for f in findings)
        measured = bool(prediction.version)
        if prediction.foreseen in _CLEAN or family in told or named or not measured:
            continue
        told.add(family)
        yield _by_model(prediction)


def _by_model(prediction: Prediction) -> Finding:
    """Say what only the model shows."""
    family, loss = prediction.family, _first_loss(prediction)
    offset = None if loss is None else loss.first_offset
    match prediction.foreseen:
        case Foreseen.LOSES:
            return Finding(
                "MODEL-001",
                Severity.LOSS,
                f"{prediction.title} will lose frames from here on.",
                offset,
                "MSE coded frame processing",
                "Repair it; when that does not help, transcode it.",
                hits=(Hit(family, Effect.LOSES),),
                cure=Cure(CureKind.REPAIR),
            )
        case Foreseen.ENTRY_FAILS:
            return Finding(
                "MODEL-003",
                Severity.LOSS,
                f"{prediction.title} will not show the beginning when playing starts in the "
                "middle.",
                offset,
                "MSE byte stream format, random access points",
                "Repair it; when that does not help, transcode it.",
                hits=(Hit(family, Effect.ENTRY),),
                cure=Cure(CureKind.REPAIR),
            )
        case _:
            return Finding(
                "MODEL-002",
                Severity.STALL,
                f"{prediction.title} will not play this to its end.",
                offset,
                "MSE buffered ranges",
                "Repair it; when that does not help, transcode it.",
                hits=(Hit(family, Effect.STALLS),),
                cure=Cure(CureKind.REPAIR),
            )


def _first_loss(prediction: Prediction) -> Loss | None:
    if prediction.run is None:
        return None
    losses = (loss for track in prediction.run.tracks for loss in track.losses)
    return min(losses, key=lambda loss: loss.first_offset, default=None)


def _explained(prediction: Prediction, findings: Sequence[Finding]) -> Prediction:
    """Name the findings that explain a prediction, worst first."""
    if prediction.foreseen in _CLEAN:
        return prediction
    codes = (
        finding.code
        for finding in findings
        if (hit := finding.hit(prediction.family)) and hit.effect in _HARD
    )
    return replace(prediction, codes=tuple(dict.fromkeys(codes)))
