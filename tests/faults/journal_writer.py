"""A writer of a queue file, made to be killed; says what was committed, after it was.

For every line on standard input a child is forked, as a new start of Python takes too long for
a hundred of them. The child prints its process id, then ``id kind`` after every commit
(``removing`` before one, as nobody can know from then on). When it is dead, ``dead`` is printed.

Arguments: the queue file, and the number of the first job.
"""

import itertools
import os
import sys
from pathlib import Path

from studio.batch.journal import Journal
from studio.transcode.model import JobState
from tests.batch.made_jobs import made_job


def say(text: str) -> None:
    """Write a line in one piece, so that a kill cannot cut it."""
    os.write(1, f"{text}\n".encode())


def write_for_ever(file: Path, first: int) -> None:
    """Add, update, remove and reorder until killed."""
    journal, _ = Journal.open(file)
    journal.begin_run()
    for number in itertools.count(first):
        job = made_job(number)
        journal.insert([(number % 3, job)])
        say(f"{job.job_id} added")
        if number % 2:
            journal.begin_attempt(made_job(number, state=JobState.RUNNING), job.source, job.source)
            journal.end_attempt(made_job(number, state=JobState.DONE))
            say(f"{job.job_id} done")
        if number % 5 == 0:
            say(f"{job.job_id} removing")
            journal.remove([job.job_id])
            say(f"{job.job_id} removed")


def main() -> None:
    """Fork a child for each line."""
    file = Path(sys.argv[1])
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            say(str(os.getpid()))
            write_for_ever(file, int(line))
        os.waitpid(child, 0)
        say("dead")


if __name__ == "__main__":
    main()
