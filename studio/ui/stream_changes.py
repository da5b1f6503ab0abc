"""Changes between the sizes of a ladder, played for its dialog, and what came of them in words."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from studio.errors import StudioError
from studio.transcode.control import Control
from studio.ui.core_words import translated
from studio.verdict.browsers import Engine, find_engines
from studio.verdict.model import Ladder as Word
from studio.verdict.model import Outcome, PlaybackReport, Verdict
from studio.workflow.bench import Bench
from studio.workflow.folders import stopping
from studio.workflow.ladder_check import check_changes

Tell = Callable[[float, str], None]
_STAGE = re.compile(r"(.+): switch (\d+) / (\d+)")
_TONES = {Word.PASS: "success", Word.FAIL: "danger"}


@dataclass(frozen=True, slots=True)
class Stage:
    """An engine is about to play this change of so many."""

    engine: str
    number: int
    count: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What came of playing: a sentence, lines for Details, and the tone of both."""

    what: str
    more: tuple[str, ...]
    tone: str


def wanted_engines(wanted: Sequence[str]) -> tuple[Engine, ...]:
    """Return who plays; one that is not ours only when it is asked for by name."""
    found = find_engines()
    return tuple(e for e in found if (e.identity.name in wanted if wanted else e.is_ours))


def play_changes(
    playlist: Path, engines: Sequence[Engine], tell: Tell, control: Control
) -> Verdict | StudioError | None:
    """Play every change in engines of its own; slow. A cancel ends it soon, and is no error.

    Returns:
        the verdict; why there is none; None when there is only one size.
    """
    seen: list[str] = []

    def on_stage(text: str) -> None:
        stage = stage_of(text)
        if stage is None:
            return
        if stage.engine not in seen:
            seen.append(stage.engine)
        share = (len(seen) - 1 + stage.number / stage.count) / len(engines)
        tell(share, text)

    try:
        with stopping(control) as cancel, Bench(engines) as bench:
            found = check_changes(playlist, bench, on_stage=on_stage, cancel=cancel)
    except StudioError as problem:
        return problem
    return None if found is None else found.verdict


def stage_of(text: str) -> Stage | None:
    """Return what ``Chromium: switch 40 / 120`` tells; None for any other text."""
    found = _STAGE.fullmatch(text)
    return Stage(found[1], int(found[2]), max(1, int(found[3]))) if found else None


def changes_told(found: Verdict | StudioError) -> Changes:
    """Say what came of playing; a change that failed is named, with how many did not."""
    if isinstance(found, StudioError):
        return Changes(translated(found.what), (found.detail,) if found.detail else (), "warning")
    lines = [_line(report) for report in found.reports]
    failed = next((one for one in found.reports if one.outcome is Outcome.FAILED), None)
    what = translated(found.summary)
    if failed is not None:
        what = f"{failed.engine.title}: {_said(failed.messages[:2])}"
    return Changes(what, tuple(lines), _TONES.get(found.ladder, "warning"))


def _line(report: PlaybackReport) -> str:
    title = f"{report.engine.title} {report.engine.version}".strip()
    said = [*report.messages, *report.warnings]
    if report.outcome is not Outcome.PLAYED and report.reason not in said:
        said.append(report.reason)
    return f"{title}: {_said(said)}"


def _said(sentences: Sequence[str]) -> str:
    return " ".join(translated(one) for one in sentences if one)
