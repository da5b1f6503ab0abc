"""``mse-studio check`` and ``engines``: what the engines of this machine really do."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from studio import paths
from studio.cli import shapes, verdict_shapes
from studio.cli.console import print_json, print_line, print_problem
from studio.cli.context import Context
from studio.errors import EngineError, InputError, StudioError
from studio.presets.mime import typical_mime
from studio.segments.manifests import is_manifest
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.verdict.browsers import Engine, find_engines
from studio.verdict.model import Finding, Ladder, Outcome, Verdict
from studio.verdict.prediction import Foreseen, Prediction
from studio.workflow.check import check_file, describe_engines
from studio.workflow.static import examine_any

MARKS = {Ladder.PASS: "PASS", Ladder.WARN: "WARN", Ladder.FAIL: "FAIL", Ladder.NOT_PLAYED: "----"}
FORESEEN = {
    Foreseen.PLAYS: "plays, from every entry point",
    Foreseen.ENTRY_FAILS: "plays from the start, not from every entry point",
    Foreseen.LOSES: "loses frames",
    Foreseen.STALLS: "stops",
    Foreseen.NEVER_STARTS: "never starts",
    Foreseen.REFUSED: "refuses it",
    Foreseen.UNSUPPORTED: "cannot decode it",
}


def choose_engines(names: Sequence[str]) -> tuple[Engine, ...]:
    """Return the named engines, or all that were found when no name is given.

    Raises:
        EngineError: a named engine is not on this machine.
    """
    found = find_engines()
    if not names:
        return found
    by_name = {engine.identity.name: engine for engine in found}
    missing = [name for name in names if name not in by_name]
    if missing:
        raise EngineError(
            f"There is no engine '{missing[0]}' on this machine.",
            hint=f"Found here: {', '.join(by_name) or 'none'}.",
        )
    return tuple(by_name[name] for name in names)


def check_files(options: argparse.Namespace, _context: Context) -> int:
    """Check each file; 0 only when none fails and, unless ``--static``, each was played."""
    if options.static:
        return _check_bytes(options)
    engines = choose_engines(options.engine)
    with MediaServer(paths.resources_dir() / "player") as server:
        return _run(
            options,
            lambda path: check_file(path, engines=engines, server=server, declared=options.mime),
        )


def _check_bytes(options: argparse.Namespace) -> int:
    """Print the verdict of rules and models on each file or rendition; nothing is played."""
    good = True
    for path in options.files:
        try:
            examined = examine_any(path, options.mime)
        except StudioError as problem:
            good = False
            print_problem(problem, subject=str(path))
            if options.json:
                print_json(shapes.error(problem, path))
            continue
        for one in examined:
            verdict = one.verdict
            good = good and verdict.ladder is not Ladder.FAIL
            if options.json:
                shape = verdict_shapes.verdict(path, one.map.mime, verdict)
                print_json(shape | ({"rendition": one.rendition} if one.rendition else {}))
            else:
                _print_verdict(path, verdict, one.rendition)
    return 0 if good else 1


def list_engines(options: argparse.Namespace, context: Context) -> int:
    """Print every engine found and what it says of every preset's MIME type."""
    engines = find_engines()
    types = {preset.id: typical_mime(preset) for preset in context.presets.all()}
    answers = describe_engines(engines, tuple(types.values()))
    for engine in engines:
        said = answers.get(engine.identity.name, {})
        says = {preset: said.get(mime) for preset, mime in types.items()}
        if options.json:
            print_json(shapes.engine(engine.identity, says))
        else:
            _print_engine(engine, says)
    return 0 if engines else 1


def _print_engine(engine: Engine, says: Mapping[str, bool | None]) -> None:
    identity = engine.identity
    print_line(f"{identity.name}: {identity.title} {identity.version}".rstrip())
    for preset, plays in says.items():
        word = {True: "plays", False: "cannot decode", None: "gave no answer for"}[plays]
        print_line(f"  {word} {preset}")


def _run(options: argparse.Namespace, judge: Callable[[Path], Verdict]) -> int:
    passed = True
    for path in options.files:
        try:
            if is_manifest(path):
                raise InputError(
                    "A playlist cannot be played here yet.",
                    hint="Add --static to have its segments examined.",
                )
            mime = read_segment_map(path).mime
            verdict = judge(path)
        except StudioError as problem:
            passed = False
            print_problem(problem, subject=str(path))
            if options.json:
                print_json(shapes.error(problem, path))
            continue
        passed = passed and verdict.ladder in (Ladder.PASS, Ladder.WARN)
        if options.json:
            print_json(verdict_shapes.verdict(path, mime, verdict))
        else:
            _print_verdict(path, verdict)
    return 0 if passed else 1


def _print_verdict(path: Path, verdict: Verdict, rendition: str = "") -> None:
    named = f"{path} ({rendition})" if rendition else str(path)
    print_line(f"{MARKS[verdict.ladder]}  {named}: {verdict.summary}")
    for report in verdict.reports:
        line = f"      {report.engine.title} {report.engine.version}: {report.outcome}"
        if report.frames_expected and report.outcome is Outcome.PLAYED:
            line += f", {report.frames_decoded} of {report.frames_expected} frames"
        print_line(line + (f", {report.reason}" if report.reason else ""))
    if not verdict.reports:
        for prediction in verdict.predictions:
            print_line(f"      {_foreseen(prediction)}")
    for finding in verdict.findings:
        print_finding(finding)


def _foreseen(prediction: Prediction) -> str:
    """Say what is predicted for one engine, in one line."""
    basis = "predicted" if prediction.version else "predicted, never measured"
    line = f"{prediction.title} {prediction.version}".strip()
    line += f" ({basis}): {FORESEEN[prediction.foreseen]}"
    if prediction.foreseen is Foreseen.PLAYS and prediction.run is not None:
        ranges = ", ".join(f"{float(a):.3f}-{float(b):.3f} s" for a, b in prediction.run.buffered)
        line += f", buffered {ranges}"
    if prediction.reason:
        line += f": {prediction.reason}"
    if prediction.av_offset_ms:
        line += f" Sound is {float(prediction.av_offset_ms):+.1f} ms off."
    return line


def print_finding(finding: Finding) -> None:
    """Print a finding with its place, what it does where, and its cure."""
    place = "" if finding.offset is None else f" at byte {finding.offset}"
    place += f" ({finding.place})" if finding.place else ""
    print_line(f"      {finding.code} {finding.severity}{place}: {finding.message}")
    for hit in finding.hits:
        words = f": {hit.words}" if hit.words else ""
        print_line(f"        {hit.family} {hit.effect}{words}")
    if finding.remedy:
        print_line(f"        {finding.remedy}")
    if finding.cure is not None and finding.cure.useless:
        print_line(f"        Of no use: {', '.join(finding.cure.useless)}.")
