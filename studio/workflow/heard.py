"""What a page has said so far in one run, and the steps that this makes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from studio.verdict.model import Picture, Step, StepName, StepState
from studio.verdict.page_report import PageReport

MOST_STAGES = 2_000
_LONGEST_NAME = 100
_STEPS = {name.value: name for name in StepName} | {
    "open": StepName.SOURCE_OPEN,
    "sourcebuffer:added": StepName.SOURCE_OPEN,
    "quota": StepName.APPEND,
    "seek": StepName.SEEKS,
    "entry": StepName.ENTRIES,
    "wait": StepName.WAITS,
}
"""The page's stages, and the step that each belongs to."""


@dataclass(frozen=True, slots=True)
class PageRun:
    """What came back: the final report, or why there is none.

    ``stages`` are the page's own names. ``steps`` end with the failed one when there is no
    report. ``died``: the engine ended by itself. ``stopped``: the caller wanted no more.
    ``switches`` are the page's events of that name, as they came.
    """

    report: PageReport | None
    stages: tuple[str, ...]
    reason: str
    elapsed_s: float
    steps: tuple[Step, ...] = ()
    picture: Picture | None = None
    died: bool = False
    stopped: bool = False
    switches: tuple[Mapping[str, object], ...] = ()


class Heard:
    """Reads a run's events, in the order in which they come.

    Args:
        on_stage: hears the name of each stage.
    """

    def __init__(self, on_stage: Callable[[str], None]) -> None:
        self._on_stage = on_stage
        self._stages: list[tuple[str, float]] = []
        self._latest_ms = 0.0
        self.anything = False
        self.picture: Picture | None = None
        self.switches: list[Mapping[str, object]] = []
        self.final: Mapping[str, object] | None = None

    @property
    def stages(self) -> tuple[str, ...]:
        """Names of the stages so far."""
        return tuple(name for name, _ in self._stages)

    def read(self, batch: Mapping[str, object]) -> None:
        """Take in what was posted at once; events of no known shape are passed over."""
        self.anything = True
        events = batch.get("events")
        for event in events if isinstance(events, list) else ():
            if isinstance(event, dict) and self.final is None:
                self._take(event)

    def _take(self, event: Mapping[str, object]) -> None:
        at_ms = event.get("t")
        if isinstance(at_ms, int | float) and not isinstance(at_ms, bool):
            self._latest_ms = float(at_ms)
        match event.get("event"):
            case "final":
                self.final = event
            case "picture":
                self.picture = _picture(event)
            case "switch" if len(self.switches) < MOST_STAGES:
                self.switches.append(event)
            case "stage" if len(self._stages) < MOST_STAGES:
                name = str(event.get("name", ""))[:_LONGEST_NAME]
                self._stages.append((name, self._latest_ms))
                self._on_stage(name)

    def steps(self, reason: str) -> tuple[Step, ...]:
        """Return the steps that were begun; the last one is where it came to an end.

        Args:
            reason: why there was no more.
        """
        begun: dict[StepName, float] = {}
        ends: dict[StepName, float] = {}
        last: StepName | None = None
        for name, at_ms in self._stages:
            step = _STEPS.get(name)
            if last is not None:
                ends[last] = at_ms
            if step is not None:
                begun.setdefault(step, at_ms)
                last = step
        return tuple(
            Step(step, StepState.FAILED, max(0.0, self._latest_ms - at_ms), reason)
            if step is last
            else Step(step, StepState.DONE, max(0.0, ends[step] - at_ms))
            for step, at_ms in begun.items()
        )


def _picture(event: Mapping[str, object]) -> Picture | None:
    """Return the picture of an event that the server made, None of one that a page made up."""
    jpeg, time_s = event.get("jpeg"), event.get("time_s")
    width, height = event.get("width"), event.get("height")
    if not isinstance(jpeg, bytes) or not isinstance(time_s, float):
        return None
    if not isinstance(width, int) or not isinstance(height, int):
        return None
    return Picture(jpeg, time_s, width, height)
