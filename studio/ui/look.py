"""What was found out about a file without playing it."""

from dataclasses import dataclass
from pathlib import Path

from studio.repair.remedy import Remedy
from studio.verdict.model import Finding, Ladder, Verdict

_WORST_FIRST = (Ladder.FAIL, Ladder.WARN, Ladder.NOT_PLAYED)


@dataclass(frozen=True, slots=True)
class Part:
    """One file, or one rendition of a playlist; ``rendition`` is empty for a file."""

    rendition: str
    verdict: Verdict
    remedy: Remedy
    mime: str

    @property
    def plays(self) -> bool:
        """A measured engine should play it; nobody saw it do so."""
        return any(one.plays and one.version for one in self.verdict.predictions)


@dataclass(frozen=True, slots=True)
class Look:
    """The static verdict on a file: predicted, never a pass."""

    path: Path
    parts: tuple[Part, ...]

    @property
    def ladder(self) -> Ladder:
        """The worst of all parts: FAIL, or NOT_PLAYED."""
        found = {part.verdict.ladder for part in self.parts}
        return next((one for one in _WORST_FIRST if one in found), Ladder.NOT_PLAYED)

    @property
    def plays(self) -> bool:
        """Some measured engine should play every part."""
        return bool(self.parts) and all(part.plays for part in self.parts)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with any part."""
        return tuple(finding for part in self.parts for finding in part.verdict.findings)
