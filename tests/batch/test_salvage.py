"""Reading a queue file page by page gives what SQLite gives, and nothing that was removed."""

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from studio.batch.journal import Journal
from studio.batch.pages import PageFile
from studio.batch.rows import RowCodec
from studio.batch.salvage import salvage
from studio.transcode.model import JobOutcome, JobState
from tests.batch.made_jobs import ids, made_job, made_jobs


def edit(journal: Journal, chance: random.Random, count: int) -> None:
    """Update and remove jobs; some get texts that take many pages."""
    for _ in range(count):
        job = chance.choice(journal.load())
        if chance.random() < 0.4:
            journal.remove([job.job_id])
            continue
        number = int(job.job_id, 16)
        text = "A long log. " * chance.choice([1, 400, 3000])
        outcome = JobOutcome(JobState.FAILED, detail=text)
        journal.update([made_job(number, outcome=chance.choice([outcome, None]), target=None)])


@pytest.mark.parametrize("is_closed", [True, False], ids=["closed", "with its log"])
@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_the_pages_hold_the_jobs_as_they_are_and_no_others(
    tmp_path: Path, seed: int, is_closed: bool
) -> None:
    file = tmp_path / "queue.db"
    journal, _ = Journal.open(file)
    journal.insert(list(enumerate(made_jobs(50))))
    edit(journal, random.Random(seed), 30)
    jobs = journal.load()
    if is_closed:
        journal.close()
    found = salvage(file)
    codec = RowCodec()
    assert [codec.job(found.jobs[job.job_id]) for job in jobs] == list(jobs)
    assert found.jobs.keys() == found.known_ids == set(ids(jobs))
    if not is_closed:
        journal.close()


@pytest.mark.parametrize("page_bytes", [512, 1024, 4096, 65536])
def test_every_kind_of_value_is_read_in_every_size_of_page(tmp_path: Path, page_bytes: int) -> None:
    integers = [0, 1, -1, 127, 128, 2**15, 2**23, -(2**23), 2**31, 2**47, 2**63 - 1, -(2**63)]
    rows = [
        (
            n,
            n + 0.5 if abs(n) < 2**40 else 1e300,
            "ü" * (abs(n) % 5000),
            b"\xff" * (abs(n) % 3000),
            None,
        )
        for n in integers
    ]
    rows += [(size, 0.5, "x" * size, b"", None) for size in range(400, 5000, 97)]
    file = tmp_path / "any.db"
    connection = sqlite3.connect(file)
    connection.execute(f"PRAGMA page_size = {page_bytes}")
    connection.execute("CREATE TABLE one(a INTEGER, b REAL, c TEXT, d BLOB, e)")
    connection.execute("CREATE INDEX by_text ON one(c)")
    connection.executemany("INSERT INTO one VALUES(?, ?, ?, ?, ?)", rows)
    connection.commit()
    connection.close()
    pages = PageFile.read(file)
    found = [row for row in pages.table_rows() if row[0] not in ("table", "index")]
    assert sorted(map(repr, found)) == sorted(map(repr, rows))
    texts = sorted(str(row[0]) for row in pages.index_rows())
    assert texts == sorted(row[2] for row in rows)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data, chance: chance.randbytes(len(data)),
        lambda data, chance: data[: chance.randrange(len(data))],
        lambda data, chance: bytes(b ^ (chance.random() < 0.01) * 255 for b in data),
        lambda data, chance: b"".join(
            chance.sample(
                [data[i : i + 4096] for i in range(0, len(data), 4096)], len(data) // 4096
            )
        ),
    ],
    ids=["noise", "cut", "flipped", "shuffled"],
)
def test_no_bytes_make_the_reader_fail_or_run_for_ever(
    tmp_path: Path, damage: Callable[[bytes, random.Random], bytes]
) -> None:
    file = tmp_path / "queue.db"
    journal, _ = Journal.open(file)
    journal.insert(list(enumerate(made_jobs(8))))
    edit(journal, random.Random(1), 5)
    log = Path(f"{file}-wal").read_bytes()
    journal.close()
    data = file.read_bytes()
    for seed in range(15):
        chance = random.Random(seed)
        pages = PageFile(damage(data, chance), damage(log, chance) if seed % 2 else b"")
        assert len(list(pages.table_rows())) < 10_000
        assert len(list(pages.index_rows())) < 10_000
