"""What a report on checked files is made of, whatever it is written as."""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from studio.errors import StudioError
from studio.verdict.engine_models import model_for
from studio.verdict.model import EngineIdentity, Finding, Ladder, PlaybackReport, Verdict
from studio.verdict.prediction import Prediction


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file (or rendition) with its verdict, or the reason why it has none."""

    path: Path
    mime: str = ""
    verdict: Verdict | None = None
    problem: StudioError | None = None
    elapsed_s: float = 0.0
    """Of renditions that were checked together, an equal share."""
    rendition: str = ""
    """Its name in the playlist that ``path`` is; empty for a file."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Many checked files. ``is_played`` is false when only rules and models looked at them."""

    files: tuple[CheckedFile, ...]
    engines: tuple[EngineIdentity, ...]
    made_at: datetime
    is_played: bool = True


@dataclass(frozen=True, slots=True)
class Counts:
    """How many files came to which end; ``unread`` have no verdict at all."""

    passed: int = 0
    warned: int = 0
    failed: int = 0
    not_played: int = 0
    unread: int = 0


def count(files: Iterable[CheckedFile]) -> Counts:
    """Count the ends."""
    ends = Counter(None if file.verdict is None else file.verdict.ladder for file in files)
    return Counts(
        ends[Ladder.PASS], ends[Ladder.WARN], ends[Ladder.FAIL], ends[Ladder.NOT_PLAYED], ends[None]
    )


def labels(files: Sequence[CheckedFile]) -> tuple[str, ...]:
    """Return what to call each file: its path below the folder that all files share."""
    folders = [os.path.abspath(file.path.parent) for file in files]  # noqa: PTH100 (links stay)
    try:
        shared = os.path.commonpath(folders) if folders else ""
        names = [
            os.path.relpath(os.path.join(folder, file.path.name), shared)  # noqa: PTH118
            for folder, file in zip(folders, files, strict=True)
        ]
    except ValueError:  # on different drives
        names = [str(file.path) for file in files]
    return tuple(
        f"{name} ({file.rendition})" if file.rendition else name
        for name, file in zip(names, files, strict=True)
    )


def asked(report: CheckReport) -> tuple[EngineIdentity, ...]:
    """Return the engines in the order in which a report shows them, each once.

    Those that were to play, with the version that they told at last; where nothing was
    played, those that are predicted for.
    """
    known: dict[str, EngineIdentity] = {engine.name: engine for engine in report.engines}
    for file in report.files:
        verdict = file.verdict
        for told in verdict.reports if verdict else ():
            before = known.get(told.engine.name)
            if before is None or not before.version:
                known[told.engine.name] = told.engine
        if not report.is_played:
            for one in verdict.predictions if verdict else ():
                known.setdefault(one.engine, EngineIdentity(one.engine, one.title, one.version))
    return tuple(known.values())


def report_of(verdict: Verdict, engine: str) -> PlaybackReport | None:
    """Return what an engine did, None when it was not asked."""
    return next((report for report in verdict.reports if report.engine.name == engine), None)


def prediction_for(verdict: Verdict, engine: str) -> Prediction | None:
    """Return what was predicted for an engine, or for the measured one that it is kin to."""
    own = next((found for found in verdict.predictions if found.engine == engine), None)
    model = model_for(engine)
    if own is not None or model is None:
        return own
    return next((found for found in verdict.predictions if found.engine == model.name), None)


def unasked(verdict: Verdict) -> tuple[Prediction, ...]:
    """Return the predictions that stand beside no report."""
    models = (model_for(report.engine.name) for report in verdict.reports)
    told = {report.engine.name for report in verdict.reports}
    told |= {model.name for model in models if model is not None}
    return tuple(found for found in verdict.predictions if found.engine not in told)


def is_difference(finding: Finding) -> bool:
    """Tell whether a finding says that something came otherwise than predicted."""
    return finding.code.startswith("SEEN-")
