"""Moving rows by one place."""

from collections.abc import Collection, Sequence


def shifted(order: Sequence[str], chosen: Collection[str], step: int) -> list[str]:
    """Return the order with every chosen id one place further; a block at the edge stays.

    Args:
        order: all ids.
        chosen: those to move; they keep their order among themselves.
        step: -1 for up, 1 for down.
    """
    moved = list(order) if step < 0 else list(reversed(order))
    wanted = set(chosen)
    for place in range(1, len(moved)):
        if moved[place] in wanted and moved[place - 1] not in wanted:
            moved[place - 1], moved[place] = moved[place], moved[place - 1]
    return moved if step < 0 else moved[::-1]
