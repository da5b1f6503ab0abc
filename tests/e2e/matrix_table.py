"""What the matrix tells at the end of a test run: predictions beside what was played."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import pytest

from studio.verdict.model import Outcome, Verdict
from studio.verdict.prediction import Foreseen

MATRIX_LINES = pytest.StashKey[list[str]]()
_AS_OUTCOME = {Foreseen.PLAYS: Outcome.PLAYED, Foreseen.UNSUPPORTED: Outcome.UNSUPPORTED}


@dataclass(frozen=True, slots=True)
class Cell:
    """One file in one engine; ``predicted`` is "" where nothing is predicted."""

    key: str
    engine: str
    predicted: str
    observed: str
    agrees: bool

    @classmethod
    def of(cls, key: str, engine: str, verdict: Verdict) -> Self:
        """Return the cell of a file that one engine played."""
        (report,) = verdict.reports
        found = (p for p in verdict.predictions if p.engine == engine)
        prediction = next(found, None)
        observed = f"{report.outcome} {report.reason}".strip()
        if prediction is None:
            return cls(key, engine, "", observed, False)
        foreseen = prediction.foreseen
        agrees = report.outcome is _AS_OUTCOME.get(foreseen, Outcome.FAILED)
        return cls(key, engine, f"{foreseen} {prediction.reason}".strip(), observed, agrees)


def agreement_lines(cells: Sequence[Cell], files: int) -> Iterator[str]:
    """Yield how often prediction and observation agree, and where they do not."""
    yield f"{files} files"
    for engine in dict.fromkeys(cell.engine for cell in cells):
        mine = [cell for cell in cells if cell.engine == engine]
        yield f"{engine:9} {sum(cell.agrees for cell in mine)} of {len(mine)} as predicted"
    for cell in cells:
        if not cell.agrees:
            yield f"  {cell.engine} {cell.key}"
            yield f"      predicted: {cell.predicted or 'nothing'}"
            yield f"      observed:  {cell.observed}"
