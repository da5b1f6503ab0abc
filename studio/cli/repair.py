"""``mse-studio repair``: a lossless cure, what it did, and the proof."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from studio.cli import shapes
from studio.cli.console import print_json, print_line, stderr_console
from studio.cli.context import Context
from studio.repair.changes import Change
from studio.repair.mend import MendReport
from studio.verdict.model import Finding
from studio.verdict.prediction import Foreseen, Prediction
from studio.workflow.mending import MendOutcome, mend_file


def repair_file(options: argparse.Namespace, _context: Context) -> int:
    """Repair a file into a new one; the source is left as it is.

    A file that needs nothing is left alone, and nothing is written. Raises StudioError for
    one that copying cannot cure.
    """
    with _bar(options.file.name, shown=not (options.quiet or options.json)) as tell:
        outcome = mend_file(
            options.file,
            options.output,
            operation=options.operation,
            split=options.split,
            on_progress=tell,
        )
    if options.json:
        print_json(_shape(outcome))
    else:
        _print_outcome(outcome)
    return 0


@contextmanager
def _bar(name: str, *, shown: bool) -> Iterator[Callable[[float], None]]:
    """Show a bar on stderr when that is a terminal; it goes when the work is done."""
    console = stderr_console()
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn())
    hidden = not (shown and console.is_terminal)
    with Progress(*columns, console=console, disable=hidden, transient=True) as bars:
        task = bars.add_task(name, total=1.0)
        yield lambda fraction: bars.update(task, completed=fraction)


def _print_outcome(outcome: MendOutcome) -> None:
    report = outcome.report
    if not outcome.outputs:
        print_line(f"{report.source}: nothing to repair; no file was written.")
        return
    before = _codes(report.before.findings)
    for path, mended in zip(outcome.outputs, report.results, strict=True):
        after = _codes(mended.after.findings)
        print_line(f"{path}: before {_listed(before)}, after {_listed(after)}")
    for change in report.changes:
        print_line(f"  {change.sentence}")
    print_line(f"  Proof: {report.frames} frames found again, byte for byte.")
    for finding in report.left:
        print_line(f"  Left: {finding.code} {finding.message}")
    if report.preset:
        print_line(f"  The preset {report.preset} cures what is left.")
    if report.remedy.useless and report.left:
        print_line(f"  Known not to help: {', '.join(report.remedy.useless)}.")


def _shape(outcome: MendOutcome) -> shapes.Json:
    report = outcome.report
    findings = [finding for mended in report.results for finding in mended.after.findings]
    predictions = [p for mended in report.results for p in mended.after.predictions]
    return {
        "path": str(report.source),
        "output": str(outcome.outputs[0]) if outcome.outputs else None,
        "outputs": [str(path) for path in outcome.outputs],
        "operation": report.operation or None,
        "findings_before": _codes(report.before.findings),
        "findings_after": _codes(findings),
        "predictions_before": _foreseen(report.before.predictions),
        "predictions_after": _foreseen(predictions),
        "done": [_change(change) for change in report.changes],
        "left": [_finding(finding) for finding in report.left],
        "proof": _proof(report) if outcome.outputs else None,
        "preset": report.preset or None,
        "useless": list(report.remedy.useless),
    }


def _codes(findings: Sequence[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def _foreseen(predictions: Sequence[Prediction]) -> dict[str, str]:
    """Return engine -> word; of several files the first that is no "plays" counts."""
    words: dict[str, str] = {}
    for prediction in predictions:
        if words.get(prediction.engine, Foreseen.PLAYS.value) == Foreseen.PLAYS.value:
            words[prediction.engine] = prediction.foreseen.value
    return words


def _change(change: Change) -> shapes.Json:
    return {
        "id": change.deed.value,
        "count": change.count,
        "text": change.sentence,
        "leaves_out": change.leaves_out,
    }


def _finding(finding: Finding) -> shapes.Json:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "offset": finding.offset,
    }


def _proof(report: MendReport) -> shapes.Json:
    tracks = [track for mended in report.results for track in mended.proof.tracks]
    return {
        "frames": report.frames,
        "digest_equal": True,
        "source_unchanged": True,
        "tracks": [
            {
                "source": track.source,
                "target": track.target,
                "frames": track.frames,
                "left_out": track.skipped,
                "digest": track.digest,
                "shift_s": None if track.shift_s is None else float(track.shift_s),
            }
            for track in tracks
        ],
    }


def _listed(codes: Sequence[str]) -> str:
    return ", ".join(sorted(set(codes))) or "no findings"
