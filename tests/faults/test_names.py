"""Faults B: names that look like options, addresses or commands, and places that refuse."""

import os
import socket
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from studio.batch.model import NewJob
from studio.errors import InputError
from studio.media.probe import probe
from studio.media.thumbnails import make_thumbnail
from studio.segments.reader import read_segment_map
from studio.transcode.model import JobState
from studio.workflow.deliver import finish
from tests.batch.conftest import WAIT_S, Bench, QueueLog, bench, log
from tests.conftest import ClipFactory
from tests.faults.conftest import Desk, told
from tests.faults.making import written
from tests.transcode.conftest import EventLog

__all__ = ["bench", "log"]

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be on Windows")
CANARY = "canary-of-names"
LONGEST = 255


@pytest.fixture
def clip(make_clip: ClipFactory) -> Path:
    return make_clip("fault.mp4", size="64x36", seconds=1)


class Names:
    """Uses names for sources and for results, through the queue and through single jobs."""

    def __init__(self, desk: Desk, bench: Bench, log: QueueLog, clip: Path) -> None:
        self.desk, self.bench, self.log, self.clip = desk, bench, log, clip

    def work(self, names: Sequence[str]) -> None:
        """All these names must work, everywhere, and leave nothing else behind."""
        results = self._through_the_queue(names)
        assert len({path.name for path in results}) == len(names)
        for path in results:
            assert read_segment_map(path).tracks
        plan = self.desk.studio.plan(self.clip, "mp4-copy")
        for name in names:
            made = self.desk.made(plan, self.desk.studio.folder / name)
            assert os.fsencode(made.name) == os.fsencode(name)
        assert sorted(path.name for path in self.desk.results()) == sorted(names)
        assert not Path(CANARY).exists()

    def _through_the_queue(self, names: Sequence[str]) -> list[Path]:
        folder = self.bench.folder / "queue-results"
        folder.mkdir()
        settings = self.bench.settings(folder=folder)
        queue = self.bench.queue(self.log, finish=finish)
        new = [NewJob(self.bench.source(name), settings) for name in names]
        with self.desk.invariants(self.bench.media):
            jobs = queue.add(new)
            queue.start()
            assert queue.wait(WAIT_S)
        ends = [self.log.jobs[job.job_id] for job in jobs]
        assert [(job.state, job.outcome and job.outcome.what) for job in ends] == [
            (JobState.DONE, "")
        ] * len(names)
        queue.close()
        reopened = self.bench.queue(QueueLog()).jobs()
        assert [job.source for job in reopened] == [job.source for job in new]
        made = [job.outcome.output for job in ends if job.outcome and job.outcome.output]
        assert {path.parent for path in made} == {folder}
        assert {path.name for path in folder.iterdir()} == {path.name for path in made}
        for text in (path.read_text("utf-8") for path in (self.bench.home / "logs").iterdir()):
            assert all(sign.isprintable() or sign in "\n\t" for sign in text)
        return made


@pytest.fixture
def names(desk: Desk, bench: Bench, log: QueueLog, clip: Path) -> Names:
    return Names(desk, bench, log, clip)


@POSIX
def test_b01_a_name_that_looks_like_an_option_is_a_name(names: Names) -> None:
    names.work(["-dash.mp4", "--help.mp4", "-i.mp4", "-y.mp4"])


@contextmanager
def listening() -> Iterator[socket.socket]:
    """Listen on loopback; ``knocked`` tells whether anybody came."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        yield listener


def knocked(listener: socket.socket) -> bool:
    """Tell whether a connection has been made."""
    try:
        listener.accept()[0].close()
    except BlockingIOError:
        return False
    return True


@POSIX
def test_b02_a_name_that_looks_like_an_address_is_a_name(names: Names) -> None:
    odd = ["concat:a|b.mp4", "http:x.mp4", "pipe:0.mp4", "subfile,,start,0,end,9,,:x.mp4"]
    names.work([*odd, "data:video,x.mp4", "file:x.mp4", "crypto:x.mp4", "C:x.mp4"])


@POSIX
@pytest.mark.parametrize("scheme", ["http", "tcp", "rtmp"])
def test_b02_a_path_that_looks_like_an_address_asks_no_network(
    desk: Desk, clip: Path, tmp_path: Path, scheme: str
) -> None:
    with listening() as listener:
        host = f"127.0.0.1:{listener.getsockname()[1]}"
        folder = tmp_path / f"{scheme}:" / host
        folder.mkdir(parents=True)
        source = written(folder / "x.mp4", clip.read_bytes())
        here = Path.cwd()
        os.chdir(tmp_path)
        try:
            info = probe(Path(f"{scheme}:") / host / "x.mp4", ffmpeg=desk.studio.ffmpeg.path)
            make_thumbnail(info, tmp_path / "small.png", ffmpeg=desk.studio.ffmpeg.path)
            assert desk.made(desk.plan_of(info, "mp4-copy"), folder / "made.mp4")
        finally:
            os.chdir(here)
        assert info.path == source
        assert not knocked(listener)


@POSIX
def test_b03_a_name_that_looks_like_a_command_is_a_name(names: Names) -> None:
    commands = [f"$(touch {CANARY}).mp4", f"`touch {CANARY}`.mp4", f"a;touch {CANARY};.mp4"]
    signs = ["line\nbreak.mp4", "tab\t.mp4", "esc\x1b[31m.mp4", "back\\slash.mp4", "a&b.mp4"]
    names.work([*commands, *signs, 'it\'s "quoted".mp4', "%TEMP%.mp4", "*.mp4", "a, [v]=;.mp4"])


@POSIX
def test_b04_a_name_that_looks_like_a_pattern_is_a_name(names: Names) -> None:
    names.work(["%d.mp4", "%03d.mp4", "100%.mp4", "%%.mp4", "$Number$.mp4", "{name}.mp4"])


@POSIX
def test_b05_letters_of_all_kinds_are_names(names: Names) -> None:
    composed = unicodedata.normalize("NFC", "é ü ~.mp4")
    bad = os.fsdecode(b"bad-\xff-\xfe.mp4")
    names.work(["测试 🎬.mp4", composed, "фильм.mp4", "right\u202eleft.mp4", bad])


@POSIX
def test_b05_a_name_in_a_sentence_can_neither_turn_nor_break_it(desk: Desk, tmp_path: Path) -> None:
    said = desk.refusal(tmp_path / os.fsdecode(b"a\xe2\x80\xaeb\n\xff.mp4"))
    assert said == "a\\u202eb\\u000a\ufffd.mp4 was not found."


@POSIX
@pytest.mark.parametrize("letter", ["a", "é", "测", "🎬"])
def test_b06_the_longest_names_are_shortened_between_letters(
    desk: Desk, bench: Bench, log: QueueLog, letter: str
) -> None:
    stem = letter * ((LONGEST - 4) // len(letter.encode()))
    name = stem + ".mp4"
    queue = bench.queue(log, finish=finish)
    settings = bench.settings("webm-vp8-vorbis", name="{name}-{height}p")
    with desk.invariants(bench.media):
        (job,) = queue.add([NewJob(bench.source(name), settings)])
        queue.start()
        log.wait_for_state(job, JobState.DONE)
    target = log.jobs[job.job_id].target
    assert target is not None
    assert target.is_file()
    assert len(os.fsencode(target.name)) <= LONGEST
    assert target.name.removesuffix("-36p.webm").strip(letter) == ""


@POSIX
def test_b06_a_name_too_long_for_the_disk_is_said(desk: Desk, clip: Path) -> None:
    plan = desk.studio.plan(clip, "mp4-copy")
    outcome = desk.run(plan, desk.studio.folder / ("x" * 300 + ".mp4"))
    if outcome.output is not None:  # shortened
        assert len(os.fsencode(outcome.output.name)) <= LONGEST
    else:
        assert outcome.what == "The name of the result is too long."
    deep = desk.studio.folder.joinpath(*["d" * 200] * 30)
    assert "too long" in desk.failure(plan, deep / "x.mp4")


@POSIX
@pytest.mark.parametrize("way", ["itself", "symbolic link", "hard link", "folder link"])
def test_b09_a_result_never_overwrites_its_source(
    desk: Desk, clip: Path, tmp_path: Path, way: str
) -> None:
    folder = tmp_path / "films"
    folder.mkdir()
    source = written(folder / "film.mp4", clip.read_bytes())
    target = source
    if way == "symbolic link":
        target = tmp_path / "link.mp4"
        target.symlink_to(source)
    elif way == "hard link":
        target = tmp_path / "link.mp4"
        target.hardlink_to(source)
    elif way == "folder link":
        (tmp_path / "also").symlink_to(folder)
        target = tmp_path / "also" / "film.mp4"
    said = desk.failure(desk.studio.plan(source, "mp4-copy"), target)
    assert said == "The result would overwrite its own source."


def test_b11_a_file_of_the_same_name_stays_and_the_result_gets_a_number(
    desk: Desk, clip: Path
) -> None:
    target = written(desk.studio.folder / "film.mp4", b"precious")
    made = desk.made(desk.studio.plan(clip, "mp4-copy"), target)
    assert made.name == "film (2).mp4"
    assert target.read_bytes() == b"precious"


def test_b12_a_missing_output_folder_is_said(desk: Desk, clip: Path) -> None:
    folder = desk.studio.folder / "gone"
    said = desk.failure(desk.studio.plan(clip, "mp4-copy"), folder / "film.mp4")
    assert said == f"The output folder {folder} does not exist."


@POSIX
def test_b12_an_output_folder_that_is_a_file_is_said(desk: Desk, clip: Path) -> None:
    place = written(desk.studio.folder / "file", b"no folder")
    said = desk.failure(desk.studio.plan(clip, "mp4-copy"), place / "film.mp4")
    assert said == f"{place} is not a folder."


@POSIX
def test_b12_an_output_folder_that_may_not_be_written_is_said(
    desk: Desk,
    clip: Path,
    open_folder: Path,
    nobody: Callable[[], AbstractContextManager[None]],
) -> None:
    plan = desk.studio.plan(written(open_folder / "film.mp4", clip.read_bytes()), "mp4-copy")
    closed = open_folder / "closed"
    closed.mkdir()
    closed.chmod(0o555)
    events = EventLog()
    job = desk.studio.job(plan, closed / "film.mp4", events=events, finish=finish)
    with desk.invariants(open_folder), nobody():
        job.run()
    assert events.outcome.state is JobState.FAILED
    error = InputError(events.outcome.what, hint=events.outcome.hint)
    assert told(error) == f"There is no permission to write to {closed}."
    assert list(closed.iterdir()) == []
