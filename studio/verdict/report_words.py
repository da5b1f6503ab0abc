"""The words of reports: short, and the same on a terminal and on a page."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from studio.errors import printable
from studio.verdict.model import (
    Effect,
    EngineFamily,
    Ladder,
    Outcome,
    Severity,
    StepName,
    StepState,
)
from studio.verdict.prediction import Foreseen

_PLACE = re.compile(r"%(\d)")
MOST_RANGES = 6

FAMILY_NAMES = {
    EngineFamily.CHROMIUM: "Chromium",
    EngineFamily.FIREFOX: "Firefox",
    EngineFamily.WEBKIT: "WebKit",
}


@dataclass(frozen=True, slots=True)
class Words:
    """Says things in the reader's language.

    Args:
        translate: puts a sentence or phrase of the core into that language.
        dash: between the ends of a range.
    """

    translate: Callable[[str], str] = str
    dash: str = "–"

    def phrase(self, text: str, *values: object) -> str:
        """Return a phrase; ``%1``, ``%2`` ... are where the values go."""
        said = self.translate(text)
        return _PLACE.sub(lambda found: str(values[int(found[1]) - 1]), said) if values else said

    def core(self, text: str) -> str:
        """Return a sentence that the core made, fit to be shown."""
        return printable(self.translate(text), one_line=False)

    def foreseen(self, foreseen: Foreseen) -> str:
        """What is predicted, behind an engine's name."""
        return {
            Foreseen.PLAYS: self.phrase("plays, from every entry point"),
            Foreseen.ENTRY_FAILS: self.phrase("plays from the start, not from every entry point"),
            Foreseen.LOSES: self.phrase("loses frames"),
            Foreseen.STALLS: self.phrase("stops before the end"),
            Foreseen.NEVER_STARTS: self.phrase("never starts"),
            Foreseen.REFUSED: self.phrase("refuses it"),
            Foreseen.UNSUPPORTED: self.phrase("cannot decode it"),
        }[foreseen]

    def outcome(self, outcome: Outcome) -> str:
        """What an engine did, in one or two words."""
        return {
            Outcome.PLAYED: self.phrase("played"),
            Outcome.FAILED: self.phrase("failed"),
            Outcome.UNSUPPORTED: self.phrase("cannot decode it here"),
            Outcome.NO_REPORT: self.phrase("no report"),
            Outcome.NOT_TESTED: self.phrase("not tested"),
        }[outcome]

    def doubt(self) -> str:
        """What is to be said of a report that is doubtful."""
        return self.phrase("This can come from this machine being too busy; check it once more.")

    def ladder(self, ladder: Ladder) -> str:
        """A verdict in one or two words."""
        return {
            Ladder.PASS: self.phrase("passed"),
            Ladder.WARN: self.phrase("with remarks"),
            Ladder.FAIL: self.phrase("failed"),
            Ladder.NOT_PLAYED: self.phrase("not played"),
        }[ladder]

    def severity(self, severity: Severity) -> str:
        """What a finding does, in two words."""
        return {
            Severity.BLOCK: self.phrase("Prevents playing"),
            Severity.LOSS: self.phrase("Loses frames"),
            Severity.STALL: self.phrase("Stops playing"),
            Severity.SYNC: self.phrase("Sound is off"),
            Severity.WARN: self.phrase("Remark"),
            Severity.INFO: self.phrase("Note"),
        }[severity]

    def effect(self, effect: Effect) -> str:
        """What an engine does with a finding, behind its name."""
        return {
            Effect.REFUSES: self.phrase("refuses the file"),
            Effect.IGNORES: self.phrase("takes it, and plays nothing"),
            Effect.LOSES: self.phrase("loses frames"),
            Effect.STALLS: self.phrase("stops there"),
            Effect.SYNC: self.phrase("plays picture and sound apart"),
            Effect.ENTRY: self.phrase("cannot begin there"),
            Effect.HARMLESS: self.phrase("does not mind"),
        }[effect]

    def step(self, step: StepName) -> str:
        """A step of a check."""
        return {
            StepName.TYPE: self.phrase("type accepted"),
            StepName.SOURCE_OPEN: self.phrase("source open"),
            StepName.INIT: self.phrase("init segment"),
            StepName.APPEND: self.phrase("all segments appended"),
            StepName.METADATA: self.phrase("metadata"),
            StepName.PLAY: self.phrase("played through"),
            StepName.FRAMES: self.phrase("every frame"),
            StepName.WAITS: self.phrase("waits at normal speed"),
            StepName.SEEKS: self.phrase("seeks"),
            StepName.ENTRIES: self.phrase("entry points"),
            StepName.REPEATED_INIT: self.phrase("repeated init segment"),
            StepName.SWITCH: self.phrase("change of type"),
            StepName.END: self.phrase("end"),
        }[step]

    def step_state(self, state: StepState) -> str:
        """How a step went."""
        return {
            StepState.DONE: self.phrase("done"),
            StepState.FAILED: self.phrase("failed"),
            StepState.SKIPPED: self.phrase("left out"),
        }[state]

    def ranges(self, ranges: Iterable[tuple[Fraction | float, Fraction | float]]) -> str:
        """Return ``0.000–6.006 s``; many ranges are cut short."""
        pairs = list(ranges)
        shown = [f"{float(a):.3f}{self.dash}{float(b):.3f}" for a, b in pairs[:MOST_RANGES]]
        if len(pairs) > MOST_RANGES:
            shown.append(self.phrase("and %1 more", len(pairs) - MOST_RANGES))
        return f"{', '.join(shown)} s" if shown else self.phrase("nothing")

    def took(self, milliseconds: float) -> str:
        """Return ``85 ms`` or ``3.4 s``."""
        if milliseconds < 1000:
            return f"{milliseconds:.0f} ms"
        return f"{milliseconds / 1000:.1f} s"
