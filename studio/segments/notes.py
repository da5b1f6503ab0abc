"""A bounded notebook for what a reader meets."""

from fractions import Fraction

from studio.segments.model import Fact, FactKind

MAX_FACTS = 1000
"""Facts of one kind, and block order faults, kept per file; a broken file can have millions."""


class Notes:
    """Collects facts, at most MAX_FACTS of each kind: no kind can hide another."""

    __slots__ = ("_counts", "facts")

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self._counts: dict[FactKind, int] = {}

    def has(self, kind: FactKind) -> bool:
        """Tell whether a fact of this kind was noted."""
        return kind in self._counts

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
        """Note one fact, unless there are too many of its kind."""
        count = self._counts.get(kind, 0)
        if count < MAX_FACTS:
            self._counts[kind] = count + 1
            self.facts.append(Fact(kind, offset, track, value, text, place))
