"""After a crash the disk and the journal tell what is true; nothing else is touched."""

import dataclasses
import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from studio.batch.journal import Journal, fingerprint
from studio.batch.model import HoldReason, QueuedJob, QueueNotice
from studio.batch.reaper import reap
from studio.batch.recovery import recover
from studio.transcode.model import JobState
from studio.transcode.publish import part_path
from studio.transcode.starting import TOKEN_VARIABLE
from tests.batch.conftest import Bench, QueueLog

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and environ")


class Crashed:
    """A queue file as a crash leaves it: one job was running."""

    def __init__(self, bench: Bench, *, crashes: int = 0) -> None:
        new = bench.new("a.mp4")
        self.target = bench.home / "a.mp4"
        self.job = QueuedJob(
            "j" * 32,
            new.source,
            new.settings,
            state=JobState.RUNNING,
            target=self.target,
            attempts=1,
            crashes=crashes,
        )
        self.part = part_path(self.target, self.job.job_id)
        self.part.write_bytes(b"half a result")
        self._file = bench.file
        journal, _ = Journal.open(self._file)
        self.run_id = journal.begin_run()
        journal.insert([(0, self.job)])
        journal.begin_attempt(self.job, self.part, self.target)
        self.journal = journal

    def recover(self) -> tuple[QueuedJob, QueueNotice | None]:
        """Open it as the next start does."""
        self.journal.close()
        journal, report = Journal.open(self._file)
        assert report.problem is None
        notice = recover(journal).notice
        (job,) = journal.load()
        journal.close()
        return job, notice


def test_a_job_that_ran_is_interrupted_and_its_part_is_gone(bench: Bench) -> None:
    crashed = Crashed(bench)
    job, notice = crashed.recover()
    assert job.state is JobState.INTERRUPTED
    assert not crashed.part.exists()
    assert notice is not None
    assert "1 was interrupted" in notice.what


def test_a_clean_end_is_told_nothing_about(bench: Bench, log: QueueLog) -> None:
    queue = bench.queue(log)
    queue.add([bench.new("a.mp4")])
    queue.close()
    journal, _ = Journal.open(bench.file)
    assert recover(journal).notice is None
    journal.close()


def test_a_result_that_has_its_name_already_is_done(bench: Bench) -> None:
    crashed = Crashed(bench)
    crashed.target.write_bytes(b"a whole result")
    mark = fingerprint(crashed.target)
    crashed.journal.attempt_publishing(crashed.job.job_id, crashed.part, crashed.target, mark)
    job, _ = crashed.recover()
    assert job.state is JobState.DONE
    assert job.outcome is not None
    assert job.outcome.output == crashed.target
    assert not crashed.part.exists()


def test_a_checked_result_without_its_name_gets_it(bench: Bench) -> None:
    crashed = Crashed(bench)
    mark = fingerprint(crashed.part)
    crashed.journal.attempt_publishing(crashed.job.job_id, crashed.part, crashed.target, mark)
    job, _ = crashed.recover()
    assert job.state is JobState.DONE
    assert crashed.target.read_bytes() == b"half a result"


def test_a_file_of_the_users_that_took_the_name_meanwhile_stays(bench: Bench) -> None:
    crashed = Crashed(bench)
    mark = fingerprint(crashed.part)
    crashed.journal.attempt_publishing(crashed.job.job_id, crashed.part, crashed.target, mark)
    crashed.target.write_bytes(b"precious")
    job, _ = crashed.recover()
    assert crashed.target.read_bytes() == b"precious"
    assert job.outcome is not None
    assert job.outcome.output == crashed.target.with_name("a (2).mp4")


def test_f06_a_job_that_ran_at_two_crashes_is_held(bench: Bench) -> None:
    job, notice = Crashed(bench, crashes=1).recover()
    assert job.state is JobState.ON_HOLD
    assert job.hold is HoldReason.CRASHED
    assert notice is not None
    assert "on hold" in notice.what


def test_recovery_done_twice_changes_nothing_more(bench: Bench) -> None:
    crashed = Crashed(bench)
    first, _ = crashed.recover()
    journal, _ = Journal.open(bench.file)
    recover(journal)
    assert journal.load() == (first,)
    journal.close()


def sleeper(token: str) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, TOKEN_VARIABLE: token}
    return subprocess.Popen(["/bin/sleep", "60"], env=environment)


def facts_of(process: "subprocess.Popen[bytes]") -> tuple[int, float, Path]:
    found = psutil.Process(process.pid)
    return process.pid, found.create_time(), Path(found.exe())


def test_e09_an_orphan_with_our_token_is_ended(bench: Bench) -> None:
    crashed = Crashed(bench)
    orphan = sleeper(f"{crashed.run_id}:{crashed.job.job_id}")
    crashed.journal.attempt_started(crashed.job.job_id, *facts_of(orphan))
    crashed.recover()
    orphan.wait(10)  # else it would sleep for a minute


@pytest.mark.parametrize("lie", ["created_at", "executable", "token"])
def test_e10_a_process_that_is_not_certainly_ours_is_left_alone(lie: str) -> None:
    stranger = sleeper("ours")
    pid, created_at, executable = facts_of(stranger)
    told = {"created_at": created_at, "executable": executable, "token": "ours"}
    told |= {"created_at": created_at - 60} if lie == "created_at" else {}
    told |= {"executable": Path(sys.executable)} if lie == "executable" else {}
    told |= {"token": "another"} if lie == "token" else {}
    try:
        assert not reap(pid, **told)  # type: ignore[arg-type]
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_process_number_that_is_gone_is_no_problem() -> None:
    ended = sleeper("ours")
    facts = facts_of(ended)
    ended.kill()
    ended.wait()
    assert not reap(*facts, "ours")


def test_the_notice_counts_in_the_plural(bench: Bench) -> None:
    crashed = Crashed(bench)
    more = [
        dataclasses.replace(crashed.job, job_id=str(n), state=JobState.WAITING, target=None)
        for n in range(2)
    ]
    crashed.journal.insert([(n + 1, job) for n, job in enumerate(more)])
    crashed.journal.close()
    journal, _ = Journal.open(bench.file)
    notice = recover(journal).notice
    journal.close()
    assert notice is not None
    assert "All 3 jobs are here" in notice.what
