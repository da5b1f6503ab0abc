"""Any jobs in any order of edits: the journal holds what a plain list would hold."""

import itertools
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio.batch import places
from studio.batch.journal import Journal
from studio.batch.model import QueuedJob
from tests.batch.made_jobs import any_job, ids, made_job

LENIENT = settings(
    deadline=None,
    max_examples=80,
    suppress_health_check=[HealthCheck.too_slow],
)

Edit = tuple[str, list[int]]
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["insert", "insert", "remove", "reorder", "replace"]),
        st.lists(st.integers(0, 30), min_size=1, max_size=6),
    ),
    max_size=25,
)


@LENIENT
@given(st.lists(any_job, max_size=4, unique_by=lambda job: job.job_id))
def test_any_job_is_there_again(jobs: list[QueuedJob]) -> None:
    journal = Journal.in_memory()
    journal.insert(list(enumerate(jobs)))
    assert journal.load() == tuple(jobs)
    journal.close()


def apply(journal: Journal, model: list[QueuedJob], edit: Edit, fresh: Iterator[int]) -> None:
    """Do one edit on the journal and on a plain list."""
    kind, numbers = edit
    if kind == "insert":
        rows = sorted({min(number, len(model) + place) for place, number in enumerate(numbers)})
        placed = [(row, made_job(next(fresh))) for row in rows]
        for row, job in placed:
            model.insert(row, job)
        journal.insert(placed)
    elif kind == "remove":
        gone = [model[number].job_id for number in numbers if number < len(model)]
        journal.remove(gone)
        model[:] = [job for job in model if job.job_id not in gone]
    elif kind == "reorder":
        for number in numbers:
            if number < len(model):
                model.append(model.pop(number))
        journal.reorder(ids(tuple(model)))
    else:
        model[:] = [job for place, job in enumerate(model) if place not in numbers][::-1]
        model.insert(0, made_job(next(fresh)))
        journal.replace_all(model)


@LENIENT
@given(EDITS)
def test_any_edits_leave_what_a_plain_list_would_hold(edits: list[Edit]) -> None:
    journal = Journal.in_memory()
    model: list[QueuedJob] = []
    fresh = itertools.count()
    for edit in edits:
        apply(journal, model, edit, fresh)
        assert journal.load() == tuple(model)
    journal.close()


@settings(deadline=None)
@given(st.lists(st.floats(-1e6, 1e6), unique=True, max_size=8), st.data())
def test_numbers_ascend_and_known_ones_stay_where_there_is_room(
    known: list[float], data: st.DataObject
) -> None:
    numbers = {f"old{n}": number for n, number in enumerate(sorted(known))}
    rows = data.draw(st.lists(st.integers(0, 12), max_size=6).map(sorted))
    order = places.inserted(list(numbers), [(row, f"new{n}") for n, row in enumerate(rows)])
    made = places.numbered(order, numbers)
    assert list(made) == order
    assert all(one < two for one, two in itertools.pairwise(made.values()))


def test_numbers_without_room_between_them_are_dealt_out_anew() -> None:
    squeezed = {"a": 1.0, "b": 1.0000000000000002}
    made = places.numbered(["a", "x", "b"], squeezed)
    assert list(made.values()) == sorted(set(made.values()))
