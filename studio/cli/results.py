"""Results that were just made are played, one after the other, in engines that stay open."""

from collections.abc import Callable, Generator, Sequence
from pathlib import Path

from studio.cli.console import print_problem
from studio.cli.interruption import Interruption
from studio.cli.shapes import Json
from studio.cli.verdict_shapes import verdict as verdict_shape
from studio.errors import StudioError
from studio.segments.reader import read_segment_map
from studio.verdict.browsers import Engine
from studio.verdict.model import Ladder
from studio.workflow.bench import Bench


def check_results(
    results: Sequence[Path],
    engines: Sequence[Engine] | None,
    noted: Interruption,
    *,
    on_stage: Callable[[str], None] | None = None,
) -> Generator[tuple[Json | None, bool], None, None]:
    """Yield for each result what ``check`` prints, and whether it passed.

    A result that cannot be read is told on stderr, and has no verdict; so has every one that
    was not played when a signal came. Close it, so that the engines end.

    Args:
        results: files.
        engines: who plays; None when nobody asked for a check, which every result passes.
        noted: ends the check.
        on_stage: hears ``"Chromium: play"`` and the like.
    """
    if engines is None:
        yield from ((None, True) for _ in results)
        return
    with Bench(engines) as bench:
        for path in results:
            yield (None, False) if noted.came() else _check(bench, path, noted, on_stage)


def _check(
    bench: Bench, path: Path, noted: Interruption, on_stage: Callable[[str], None] | None
) -> tuple[Json | None, bool]:
    try:
        mime = read_segment_map(path).mime
        verdict = bench.check(path, on_stage=on_stage, cancel=noted.event)
    except StudioError as problem:
        print_problem(problem, subject=str(path))
        return None, False
    if noted.came():
        return None, False  # half of it was played
    return verdict_shape(path, mime, verdict), verdict.ladder in (Ladder.PASS, Ladder.WARN)
