"""What a report on checked files is made of, whatever it is written as."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from studio.errors import StudioError
from studio.verdict.model import EngineIdentity, Verdict


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file (or rendition) with its verdict, or the reason why it has none."""

    path: Path
    mime: str = ""
    verdict: Verdict | None = None
    problem: StudioError | None = None
    elapsed_s: float = 0.0


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Many checked files. ``is_played`` is false when only rules and models looked at them."""

    files: tuple[CheckedFile, ...]
    engines: tuple[EngineIdentity, ...]
    made_at: datetime
    is_played: bool = True
