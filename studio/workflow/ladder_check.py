"""The verdict of a whole ladder: each rendition by itself, how they fit, and every change."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from studio.segments.frame_reader import read_media_source
from studio.segments.manifests import read_presentation
from studio.segments.model import TrackKind
from studio.segments.presentation import Presentation, Rendition
from studio.verdict.model import Finding, Ladder, PlaybackReport
from studio.verdict.report import CheckedFile
from studio.workflow.bench import Bench
from studio.workflow.ladder_alignment import alignment_findings, rung_of, sound_of
from studio.workflow.ladder_switches import SwitchCheck
from studio.workflow.trial import CANCELLED, not_tested

CHANGES = "changes between rungs"
"""What the verdict on changes is called among the renditions."""
_WORST = (Ladder.FAIL, Ladder.NOT_PLAYED, Ladder.WARN, Ladder.PASS)


@dataclass(frozen=True, slots=True)
class LadderCheck:
    """What came of a check: each rendition, then the changes; ``ladder`` is the worst of all.

    With one rung only there is nothing to change, and no verdict on that.
    """

    files: tuple[CheckedFile, ...]
    ladder: Ladder


def check_ladder(
    playlist: Path,
    bench: Bench,
    *,
    on_stage: Callable[[str], None] | None = None,
    cancel: threading.Event | None = None,
) -> LadderCheck:
    """Play each rendition to its end, and every change between two at every boundary.

    Args:
        playlist: the multivariant playlist (or the MPD) of a ladder.
        bench: the engines; with none nothing passes.
        on_stage: hears ``"Chromium: play"``, ``"Chromium: switch 40 / 120"`` and the like.
        cancel: when set, what plays is ended and the rest counts as not played.

    Raises:
        SegmentError: it cannot be read, or lists what is not there.
        StudioError: the server could not be started.
    """
    presentation = read_presentation(playlist)
    mimes = {one.name: one.map.mime for one in presentation.renditions}
    files, started = [], time.monotonic()
    for name, verdict in bench.check_any(playlist, on_stage=on_stage, cancel=cancel):
        took_s = (time.monotonic() - started) / max(1, len(mimes))
        shown = Path(name).stem
        files.append(CheckedFile(playlist, mimes.get(name, ""), verdict, None, took_s, shown))
    if _rungs(presentation) > 1:
        files.append(_changes(presentation, bench, on_stage, cancel))
    found = {file.verdict.ladder for file in files if file.verdict is not None}
    return LadderCheck(tuple(files), next(one for one in _WORST if one in found))


def check_changes(
    playlist: Path,
    bench: Bench,
    *,
    on_stage: Callable[[str], None] | None = None,
    cancel: threading.Event | None = None,
) -> CheckedFile | None:
    """Play every change as ``check_ladder`` does, and nothing else; None with less than two rungs.

    Raises:
        SegmentError: it cannot be read, or lists what is not there.
        StudioError: the server could not be started.
    """
    presentation = read_presentation(playlist)
    if _rungs(presentation) < 2:
        return None
    return _changes(presentation, bench, on_stage, cancel)


def examine_fit(playlist: Path) -> CheckedFile | None:
    """Return what can be said of changes without playing one; None with less than two rungs.

    Raises:
        SegmentError: it cannot be read, or lists what is not there.
    """
    presentation = read_presentation(playlist)
    if _rungs(presentation) < 2:
        return None
    check = SwitchCheck(presentation.renditions)
    verdict = check.verdict((), fit_findings(presentation.renditions))
    return CheckedFile(playlist, check.mime, verdict, rendition=CHANGES)


def _rungs(presentation: Presentation) -> int:
    return sum(one.map.track_of(TrackKind.VIDEO) is not None for one in presentation.renditions)


def fit_findings(renditions: Sequence[Rendition]) -> tuple[Finding, ...]:
    """Return what keeps the rungs of a presentation from being changed for each other.

    Raises:
        SegmentError: a file cannot be read.
    """
    rungs, sound = [], None
    for one in renditions:
        if one.map.track_of(TrackKind.VIDEO) is None:
            sound = sound or sound_of(Path(one.name).stem, one.map)
            continue
        with one.open() as source:
            media = read_media_source(source, one.pieces[0].path)
        rungs.append(rung_of(Path(one.name).stem, media))
    return alignment_findings(rungs, sound)


def _changes(
    presentation: Presentation,
    bench: Bench,
    on_stage: Callable[[str], None] | None,
    cancel: threading.Event | None,
) -> CheckedFile:
    findings, started = fit_findings(presentation.renditions), time.monotonic()
    check = SwitchCheck([_named(one) for one in presentation.renditions])
    reports: list[PlaybackReport] = []
    with bench.borrowed(cancel) as (sessions, server, is_cancelled), check.served(server):
        for session in sessions:
            reports.append(check.play(session, on_stage or _ignore, is_cancelled))
    reports += [not_tested(one.identity, CANCELLED) for one in bench.engines[len(reports) :]]
    verdict = check.verdict(reports, findings)
    took_s = time.monotonic() - started
    return CheckedFile(presentation.path, check.mime, verdict, None, took_s, CHANGES)


def _named(one: Rendition) -> Rendition:
    return replace(one, name=Path(one.name).stem)


def _ignore(_stage: str) -> None:
    return
