"""Ranges of time and runs of lost frames, for every engine's model."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from studio.segments.frames import FrameTable
from studio.verdict.prediction import Loss, LossCause, Span

MICROSECONDS = 1_000_000

Ticks = tuple[int, int]
"""Start and end of a range in microseconds."""


def intersection(first: Sequence[Ticks], second: Sequence[Ticks]) -> list[Ticks]:
    """Return the times that both of two sorted lists of ranges hold."""
    found: list[Ticks] = []
    i = j = 0
    while i < len(first) and j < len(second):
        start = max(first[i][0], second[j][0])
        end = min(first[i][1], second[j][1])
        if start < end:
            found.append((start, end))
        if first[i][1] < second[j][1]:
            i += 1
        else:
            j += 1
    return found


def to_spans(ranges: Iterable[Ticks]) -> tuple[Span, ...]:
    """Return ranges of microseconds as exact seconds."""
    return tuple(
        (Fraction(start, MICROSECONDS), Fraction(end, MICROSECONDS)) for start, end in ranges
    )


@dataclass(slots=True)
class Fates:
    """What became of the frames of one track that were appended.

    ``frames`` are their numbers in the table; the lists have one entry for each of them:
    presentation times and ends in microseconds as the engine sees them, and why the frame
    was lost (None: it was kept).
    """

    table: FrameTable
    frames: range
    starts: Sequence[int]
    ends: Sequence[int]
    causes: Sequence[LossCause | None]

    def losses(self, steps: Mapping[LossCause, str]) -> Iterator[Loss]:
        """Yield the runs of lost frames; ``steps``: the step of coded frame processing."""
        first = 0
        while first < len(self.frames):
            cause = self.causes[first]
            last = first
            while last + 1 < len(self.frames) and self.causes[last + 1] is cause:
                last += 1
            if cause is not None:
                yield self._loss(cause, slice(first, last + 1), steps.get(cause, ""))
            first = last + 1

    def _loss(self, cause: LossCause, run: slice, step: str) -> Loss:
        places = self.table.offsets
        return Loss(
            track=self.table.track.number,
            cause=cause,
            frames=run.stop - run.start,
            first_offset=places[self.frames[run.start]],
            last_offset=places[self.frames[run.stop - 1]],
            start_s=Fraction(min(self.starts[run]), MICROSECONDS),
            end_s=Fraction(max(self.ends[run]), MICROSECONDS),
            step=step,
        )
