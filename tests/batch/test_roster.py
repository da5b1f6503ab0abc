"""What the roster looks up is what a search through all jobs would find, after any edits."""

import dataclasses
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from studio.batch.model import QueuedJob
from studio.batch.roster import RUNNABLE, Roster
from studio.transcode.model import JobState
from studio.transcode.publish import target_key
from tests.batch.made_jobs import made_job

STATES = (JobState.WAITING, JobState.RUNNING, JobState.DONE, JobState.INTERRUPTED)


def job_of(number: int, state: JobState = JobState.WAITING, folder: int = 0) -> QueuedJob:
    source = Path("/films") / str(folder) / f"{number}.mp4"
    return made_job(number, job_id=f"id{number}", source=source, state=state)


def ids(jobs: list[QueuedJob]) -> list[str]:
    return [job.job_id for job in jobs]


def test_jobs_to_run_come_in_the_order_of_the_queue() -> None:
    roster = Roster([job_of(n) for n in range(4)])
    assert ids(list(roster.runnable())) == ["id0", "id1", "id2", "id3"]
    roster.replace(job_of(1, JobState.RUNNING))
    assert ids(list(roster.runnable())) == ["id0", "id2", "id3"]
    roster.replace(job_of(1, JobState.INTERRUPTED))
    roster.reorder(["id3", "id1", "id0", "id2"])
    assert ids(list(roster.runnable())) == ["id3", "id1", "id0", "id2"]


def test_jobs_may_change_while_those_to_run_are_gone_through() -> None:
    roster = Roster([job_of(n) for n in range(3)])
    begun = []
    for job in roster.runnable():
        roster.replace(dataclasses.replace(job, state=JobState.RUNNING))
        begun.append(job.job_id)
    assert begun == ["id0", "id1", "id2"]
    assert roster.count_runnable() == 0


def test_a_source_is_one_until_its_job_is_done() -> None:
    roster = Roster([job_of(1)])
    path = job_of(1).source
    assert roster.is_source(path, "another")
    assert not roster.is_source(path, "id1")
    roster.replace(job_of(1, JobState.FAILED))
    assert roster.is_source(path, "another")
    roster.replace(job_of(1, JobState.DONE))
    assert not roster.is_source(path, "another")


def test_a_source_that_was_located_elsewhere_is_read_no_more() -> None:
    roster = Roster([job_of(1)])
    roster.replace(job_of(1, folder=2))
    assert not roster.is_source(job_of(1).source, "another")
    assert roster.is_source(job_of(1, folder=2).source, "another")


EDITS = st.one_of(
    st.tuples(st.just("insert"), st.integers(0, 9), st.integers(0, 12)),
    st.tuples(st.just("remove"), st.integers(0, 9), st.just(0)),
    st.tuples(st.just("replace"), st.integers(0, 9), st.integers(0, len(STATES) - 1)),
    st.tuples(st.just("locate"), st.integers(0, 9), st.integers(0, 2)),
    st.tuples(st.just("reverse"), st.just(0), st.just(0)),
)


def edit(roster: Roster, what: str, number: int, value: int) -> None:
    """Make one edit, where it can be made."""
    present = roster.get(f"id{number}")
    if what == "insert" and present is None:
        roster.insert([(value, job_of(number, STATES[value % len(STATES)]))])
    elif what == "remove":
        roster.remove([f"id{number}"])
    elif what == "reverse":
        roster.reorder(roster.order[::-1])
    elif what == "replace" and present is not None:
        roster.replace(dataclasses.replace(present, state=STATES[value]))
    elif what == "locate" and present is not None:
        roster.replace(dataclasses.replace(present, source=job_of(number, folder=value).source))


@settings(max_examples=150, deadline=None)
@given(st.lists(EDITS, max_size=25))
def test_lookups_agree_with_a_search_after_any_edits(
    edits: list[tuple[str, int, int]],
) -> None:
    roster = Roster()
    for one in edits:
        edit(roster, *one)
        jobs = list(roster)
        assert [roster.row_of(job_id) for job_id in ids(jobs)] == list(range(len(jobs)))
        assert roster.row_of("nobody") == len(jobs)
        assert list(roster.runnable()) == [job for job in jobs if job.state in RUNNABLE]
        for folder in range(3):
            path = job_of(1, folder=folder).source
            found = any(
                target_key(job.source) == target_key(path) and not job.state.is_success
                for job in jobs
            )
            assert roster.is_source(path, "another") == found
