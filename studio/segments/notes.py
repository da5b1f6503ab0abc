"""A bounded notebook for what a reader meets."""

from fractions import Fraction

from studio.segments.model import Fact, FactKind

MAX_FACTS = 1000
"""Facts and block order faults kept per file; a broken file can have millions."""


class Notes:
    """Collects facts, at most MAX_FACTS of them."""

    __slots__ = ("facts",)

    def __init__(self) -> None:
        self.facts: list[Fact] = []

    def add(
        self,
        kind: FactKind,
        offset: int,
        *,
        track: int = 0,
        value: Fraction = Fraction(0),
        text: str = "",
        place: str = "",
    ) -> None:
        """Note one fact, unless the notebook is full."""
        if len(self.facts) < MAX_FACTS:
            self.facts.append(Fact(kind, offset, track, value, text, place))
