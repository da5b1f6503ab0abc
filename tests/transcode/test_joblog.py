"""The log of a job: escaped, bounded with head and tail, and no reason for a job to fail."""

import errno
from io import FileIO
from pathlib import Path

import pytest

from studio.transcode.joblog import JobLog, escaped
from studio.transcode.model import JobOutcome, JobState, ResultFacts


def test_what_does_something_to_a_terminal_is_escaped() -> None:
    assert escaped("a\x1b[31mb\x07\u202ec\td é 测") == "a\\x1b[31mb\\x07\\u202ec\td é 测"


def test_a_line_break_in_a_name_does_not_begin_a_line(tmp_path: Path) -> None:
    log = JobLog(tmp_path / "a.log")
    log.line("source: a\nb\udcff")
    log.close()
    assert (tmp_path / "a.log").read_text() == "source: a\\x0ab\\udcff\n"


@pytest.mark.parametrize("count", [100, 1000, 5000])
def test_a_long_log_keeps_head_and_tail_in_whole_lines(tmp_path: Path, count: int) -> None:
    path = tmp_path / "a.log"
    log = JobLog(path, cap_bytes=4000)
    for number in range(count):
        log.line(f"line é {number}")
        assert path.stat().st_size <= 4000
    log.close()
    lines = path.read_text("utf-8").splitlines()
    gap = [i for i, line in enumerate(lines) if "bytes are left out here" in line]
    if count == 100:
        assert gap == []
    else:
        assert len(gap) == 1
        assert lines[: gap[0]] == [f"line é {i}" for i in range(gap[0])]
        tail = lines[gap[0] + 1 :]
        assert tail == [f"line é {i}" for i in range(count - len(tail), count)]
        assert min(gap[0], len(tail)) > 50


def test_how_much_is_left_out_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    log = JobLog(path, cap_bytes=4000)
    for _ in range(1000):
        log.line("123456789")
    log.close()
    left_out = next(int(w) for w in path.read_text().split() if w.isdigit() and len(w) == 4)
    assert abs(10_000 - path.stat().st_size + 80 - left_out) <= 10


def test_a_full_disk_stops_the_log_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(FileIO):
        def write(self, _data: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("studio.transcode.joblog.FileIO", Full)
    log = JobLog(tmp_path / "a.log")
    log.line("one")
    log.line("two")
    log.outcome(JobOutcome(JobState.DONE))
    log.close()
    assert (tmp_path / "a.log").read_bytes() == b""


def test_a_folder_that_cannot_be_made_gives_no_log(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    log = JobLog(tmp_path / "taken" / "a.log")
    log.line("one")
    log.close()


def test_the_outcome_is_written_with_what_was_measured(tmp_path: Path) -> None:
    path = tmp_path / "sub" / "a.log"
    log = JobLog(path)
    facts = ResultFacts(1234, 2_500_000, 50, 48, 2)
    outcome = JobOutcome(
        JobState.DONE_WITH_WARNINGS, output=Path("o.webm"), warnings=("1 error",), facts=facts
    )
    log.outcome(outcome)
    log.close()
    text = path.read_text()
    assert "ended: done_with_warnings" in text
    assert "1 error" in text
    assert "1234 bytes, 2.500 s, 2 segments\nGOP 48 to 50 frames\n" in text
    assert "result: o.webm" in text
