"""From ffmpeg's part file to a file that may carry its name: cure, check, contract.

``transcode`` knows neither segments nor verdicts; this is what joins them. The job calls the
finisher in its state "verifying" and publishes what comes back.
"""

import logging
import secrets
from collections.abc import Callable
from pathlib import Path

from studio.errors import SegmentError, TranscodeError
from studio.presets.model import Container
from studio.repair.recluster import recluster
from studio.segments.model import SegmentMap
from studio.segments.reader import read_segment_map
from studio.transcode.job import FinishResult
from studio.transcode.model import EncodePlan
from studio.verdict.model import Finding
from studio.verdict.rules import static_findings
from studio.verdict.summary import DOUBTFUL, FATAL
from studio.workflow.contract import (
    contract_breaches,
    facts_of,
    shortfall,
    track_shortfalls,
)

log = logging.getLogger(__name__)


def finish(part: Path, plan: EncodePlan, on_progress: Callable[[float], None]) -> FinishResult:
    """Cure and check one finished part file.

    A WebM is re-clustered first: what ffmpeg 9 muxes is refused by Chromium ("Got a block
    with a timecode before the previous block"; mse-rules, finding 1).

    Args:
        part: the file ffmpeg wrote; stays as it is.
        plan: what was asked for.
        on_progress: gets 0 to 1.

    Returns:
        The file to publish, what was measured on it, and warnings for the user. When it is
        sound but too short, its ``shortfall`` says so.

    Raises:
        TranscodeError: the file does not keep the preset's contract.
        RepairError: the WebM could not be re-clustered.
        OutputError: the cured file could not be written.
    """
    finished = part
    if plan.preset.container is Container.WEBM:
        finished = part.with_name(f"{part.name}.cured-{secrets.token_hex(4)}")
        recluster(part, finished, on_progress=on_progress)
    result = _checked(finished, plan)
    on_progress(1.0)
    return result


def _checked(path: Path, plan: EncodePlan) -> FinishResult:
    segment_map = _read(path)
    breaches = contract_breaches(plan, segment_map)
    if breaches:
        raise TranscodeError(
            breaches[0],
            hint="The file was not kept. Try another preset, or send us the details.",
            detail="\n".join(breaches),
        )
    findings = static_findings(segment_map)
    fatal = [finding for finding in findings if finding.severity in FATAL]
    if fatal:
        raise TranscodeError(
            f"The result would not play: {fatal[0].message}",
            hint=fatal[0].remedy,
            detail="\n".join(_line(finding) for finding in fatal),
        )
    short = shortfall(plan, segment_map)
    partial = () if short else track_shortfalls(plan, segment_map)
    warnings = (*partial, *(_line(f) for f in findings if f.severity in DOUBTFUL))
    return FinishResult(path, warnings, facts_of(segment_map), short)


def _read(path: Path) -> SegmentMap:
    try:
        return read_segment_map(path)
    except SegmentError as error:
        raise TranscodeError(
            "ffmpeg reported success but the result cannot be read.",
            hint="Try again; if it stays so, choose another ffmpeg in the settings.",
            detail=f"{error.what} {error.detail}",
        ) from error


def _line(finding: Finding) -> str:
    place = "" if finding.offset is None else f" (byte {finding.offset})"
    return f"{finding.code}: {finding.message}{place}"
