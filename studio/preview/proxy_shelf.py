"""Converted segments, kept for as long as there is room for them."""

from dataclasses import dataclass, field

SHELF_BYTES = 96 * 1024 * 1024


@dataclass(slots=True)
class Made:
    """A converted segment, whole or in the making.

    ``broken`` tells that nothing more comes although it is not whole.
    """

    init: bytes
    clusters: list[bytes] = field(default_factory=list)
    size: int = 0
    whole: bool = False
    broken: bool = False

    def add(self, cluster: bytes) -> None:
        """Take what was made next."""
        self.clusters.append(cluster)
        self.size += len(cluster)


class Shelf:
    """Segments by number; those far from what is asked for go first.

    Args:
        most_bytes: how much is kept, beside what is in the making.
    """

    def __init__(self, most_bytes: int = SHELF_BYTES) -> None:
        self._most_bytes = most_bytes
        self._made: dict[int, Made] = {}

    def get(self, number: int) -> Made | None:
        """Return a segment, whole or in the making."""
        return self._made.get(number)

    def begin(self, number: int, init: bytes) -> Made:
        """Return the segment in the making; a whole one is made anew."""
        found = self._made.get(number)
        if found is None or found.whole or found.broken:
            found = self._made[number] = Made(init)
        return found

    def complete(self, number: int) -> None:
        """A segment is whole."""
        found = self._made.get(number)
        if found is not None:
            found.whole = not found.broken

    def drop_unfinished(self) -> None:
        """Nothing more comes for what is not whole."""
        for number, made in list(self._made.items()):
            if not made.whole:
                made.broken = True
                del self._made[number]

    def make_room(self, asked: int) -> None:
        """Let go of whole segments, the farthest from ``asked`` first, those behind it before."""
        spare = sum(made.size for made in self._made.values()) - self._most_bytes
        order = sorted(self._made, key=lambda number: (number >= asked, -abs(number - asked)))
        for number in order:
            if spare <= 0:
                return
            if self._made[number].whole and number != asked:
                spare -= self._made.pop(number).size
