"""A batch runs a few jobs at a time and ends every one of them."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from studio.errors import OutputError
from studio.presets.store import PresetStore
from studio.transcode.batch import Batch, default_slots
from studio.transcode.job import FinishResult
from studio.transcode.model import EncodePlan, JobState
from tests.conftest import ClipFactory
from tests.transcode.conftest import WAIT_S, EventLog, Studio


@pytest.fixture
def plan(studio: Studio, make_clip: ClipFactory) -> EncodePlan:
    return studio.plan(make_clip("batch.mp4", size="64x36", seconds=0.4), "mp4-copy")


class Gate:
    """A finisher that holds jobs until it is opened, and counts them."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.inside = self.most = 0
        self.full = threading.Event()
        self._lock = threading.Lock()

    def __call__(
        self, part: Path, _plan: EncodePlan, on_progress: Callable[[float], None]
    ) -> FinishResult:
        with self._lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
            if self.inside == 2:
                self.full.set()
        assert self.open.wait(WAIT_S)
        with self._lock:
            self.inside -= 1
        on_progress(1.0)
        return FinishResult(part)


def states(events: EventLog) -> dict[str, JobState]:
    assert len(events.outcomes) == len(dict(events.outcomes))
    return {job_id: outcome.state for job_id, outcome in events.outcomes}


def test_all_jobs_run_and_never_more_than_the_slots(
    studio: Studio, events: EventLog, plan: EncodePlan
) -> None:
    gate, batch = Gate(), Batch(events, slots=2)
    for number in range(5):
        target = studio.folder / f"{number}.mp4"
        batch.submit(studio.job(plan, target, events=events, finish=gate, job_id=str(number)))
    assert gate.full.wait(WAIT_S)
    assert not batch.wait(0)
    gate.open.set()
    assert batch.wait(WAIT_S)
    assert gate.most == 2
    assert states(events) == {str(number): JobState.DONE for number in range(5)}
    assert [s for s in events.states if s[1] is JobState.WAITING] == [
        (str(number), JobState.WAITING) for number in range(5)
    ]


def test_a_waiting_job_is_cancelled_at_once(
    studio: Studio, events: EventLog, plan: EncodePlan
) -> None:
    gate, batch = Gate(), Batch(events, slots=1)
    for number in range(2):
        target = studio.folder / f"{number}.mp4"
        batch.submit(studio.job(plan, target, events=events, finish=gate, job_id=str(number)))
    batch.cancel("1")
    assert events.ended.wait(WAIT_S)
    assert states(events) == {"1": JobState.CANCELLED}
    gate.open.set()
    assert batch.wait(WAIT_S)
    assert states(events)["0"] is JobState.DONE


def test_cancel_all_ends_every_job(studio: Studio, events: EventLog, plan: EncodePlan) -> None:
    gate, batch = Gate(), Batch(events, slots=2)
    for number in range(5):
        target = studio.folder / f"{number}.mp4"
        batch.submit(studio.job(plan, target, events=events, finish=gate, job_id=str(number)))
    assert gate.full.wait(WAIT_S)
    batch.cancel_all()
    gate.open.set()
    assert batch.wait(WAIT_S)
    assert set(states(events).values()) == {JobState.CANCELLED}
    assert len(events.outcomes) == 5
    assert list(studio.folder.iterdir()) == []


def test_two_live_jobs_never_share_a_target(
    studio: Studio, events: EventLog, plan: EncodePlan
) -> None:
    gate, batch = Gate(), Batch(events, slots=1)
    batch.submit(studio.job(plan, studio.folder / "a.mp4", events=events, finish=gate, job_id="1"))
    with pytest.raises(OutputError, match="already writes this file"):
        batch.submit(studio.job(plan, studio.folder / "A.mp4", events=events, job_id="2"))
    gate.open.set()
    assert batch.wait(WAIT_S)
    batch.submit(studio.job(plan, studio.folder / "a.mp4", events=events, job_id="3"))
    assert batch.wait(WAIT_S)
    assert set(states(events)) == {"1", "3"}


@pytest.mark.expects_log_warnings
def test_a_failing_listener_does_not_block_the_batch(
    studio: Studio, events: EventLog, plan: EncodePlan
) -> None:
    class Failing(EventLog):
        def on_finished(self, _job_id: str, _outcome: object) -> None:
            raise ZeroDivisionError

    batch = Batch(events, slots=1)
    target = studio.folder / "a.mp4"
    batch.submit(studio.job(plan, target, events=Failing(), job_id="1"))
    batch.submit(studio.job(plan, studio.folder / "b.mp4", events=events, job_id="2"))
    assert batch.wait(WAIT_S)
    assert states(events) == {"2": JobState.DONE}


def test_an_unknown_job_is_cancelled_without_a_fuss(events: EventLog) -> None:
    batch = Batch(events, slots=1)
    batch.cancel("nobody")
    assert batch.wait(1)
    assert events.outcomes == []


def test_vp8_gets_a_slot_per_core_and_x264_two(
    store: PresetStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studio.transcode.batch._usable_cores", lambda: 8)
    vp8, x264 = store.get("webm-vp8-vorbis"), store.get("mp4-h264-aac")
    assert [default_slots(p) for p in ([vp8], [x264], [vp8, x264], [])] == [8, 2, 2, 1]
