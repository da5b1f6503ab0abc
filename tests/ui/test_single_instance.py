"""A second start hands its files over and ends; a killed window is in nobody's way."""

import contextlib
import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studio import paths
from studio.batch.journal import Journal
from studio.ui import single_instance
from studio.ui.single_instance import (
    InstanceServer,
    Message,
    Place,
    decode,
    encode,
    hand_over,
    server_name,
    take_place,
)

WAIT_MS = 15_000
START_MS = 60_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def server(qtbot: QtBot, folder: Path) -> Iterator[InstanceServer]:
    server = InstanceServer()
    assert server.listen(folder)
    yield server
    server.close()


HAND_OVER = """
import sys
from pathlib import Path
from studio.ui.single_instance import hand_over
folder, *files = map(Path, sys.argv[1:])
print(hand_over(files, folder=folder))
"""
TAKE_PLACE = """
import sys
from pathlib import Path
from studio.ui.single_instance import take_place
print("asks", flush=True)
place = take_place(map(Path, sys.argv[1:]))
print(place is not None and place.is_taken)
"""
SAY = """
import sys
from PySide6.QtNetwork import QLocalSocket
name, text, times = sys.argv[1], sys.argv[2].encode("utf-8"), int(sys.argv[3])
socket = QLocalSocket()
socket.connectToServer(name)
assert socket.waitForConnected(5000)
for _ in range(times):
    if socket.write(text) < 0 or not socket.waitForBytesWritten(5000):
        break
while socket.waitForReadyRead(20_000):
    pass
print(bytes(socket.readAll().data()))
"""


class Later:
    """A later start: another process, for Qt's waiting calls keep Python's lock."""

    def __init__(self, code: str, *arguments: str | Path, cwd: Path | None = None) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", "-c", code, *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=cwd,
            env=paths.self_environment(),
        )

    def answer(self, qtbot: QtBot) -> str:
        """Return the last line it prints, once it is over."""
        qtbot.waitUntil(lambda: self.process.poll() is not None, timeout=WAIT_MS)
        out, err = self.process.communicate()
        assert self.process.returncode == 0, err
        assert err == ""
        return out.splitlines()[-1]

    def asks(self) -> None:
        """Wait until it is about to look for the first window."""
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "asks\n"


def test_files_arrive_as_absolute_paths(server: InstanceServer, folder: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(server.files_received, timeout=WAIT_MS) as told:
        later = Later(HAND_OVER, folder, "a b.mp4", cwd=folder)
    assert later.answer(qtbot) == "True"
    assert told.args == [[folder / "a b.mp4"]]


def test_a_start_without_files_is_told_too(
    server: InstanceServer, folder: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(server.files_received, timeout=WAIT_MS) as told:
        later = Later(HAND_OVER, folder)
    assert later.answer(qtbot) == "True"
    assert told.args == [[]]


@pytest.mark.skipif(sys.platform == "win32", reason="names on Windows are text")
def test_a_name_that_is_not_text_survives() -> None:
    path = Path(os.fsdecode(b"/films/b\xff\xfe\n.mp4"))
    line = encode(Message((path,)))
    assert line.count(b"\n") == 1
    assert decode(line).files == (path,)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"hello",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"[" * 100_000,
        json.dumps({"schema": 2, "files": []}).encode(),
        json.dumps({"schema": 1}).encode(),
        json.dumps({"schema": 1, "files": "a"}).encode(),
        json.dumps({"schema": 1, "files": [1]}).encode(),
        json.dumps({"schema": 1, "files": ["relative.mp4"]}).encode(),
        json.dumps({"schema": 1, "files": [os.path.abspath("a\0b")]}).encode(),  # noqa: PTH100
        json.dumps({"schema": 1, "files": [], "token": "t" * 1000}).encode(),
        json.dumps({"schema": 1, "files": [], "token": 7}).encode(),
    ],
)
def test_what_is_not_a_message_is_refused(line: bytes) -> None:
    with pytest.raises((ValueError, RecursionError)):
        decode(line)


@pytest.mark.expects_log_warnings
def test_nonsense_is_answered_and_changes_nothing(
    server: InstanceServer, folder: Path, qtbot: QtBot
) -> None:
    heard: list[object] = []
    server.files_received.connect(heard.append)
    later = Later(SAY, server_name(folder), "GET / HTTP/1.1\r\n", "1")
    assert later.answer(qtbot) == repr(b"refused\n")
    assert heard == []


@pytest.mark.expects_log_warnings
def test_an_endless_message_is_cut_off(
    server: InstanceServer, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "LONGEST_MESSAGE", 1_000_000)
    monkeypatch.setattr(single_instance, "SILENCE_MS", 10 * WAIT_MS)
    later = Later(SAY, server_name(folder), "x" * 1000, "20000")
    assert later.answer(qtbot) == repr(b"")


def test_who_says_nothing_is_let_go(
    server: InstanceServer, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "SILENCE_MS", 50)
    later = Later(SAY, server_name(folder), "{", "1")
    assert later.answer(qtbot) == repr(b"")


def test_nobody_takes_the_files_when_nobody_listens(qtbot: QtBot, folder: Path) -> None:
    assert not hand_over([], folder=folder, patience_s=0.1)


def test_homes_have_windows_of_their_own(tmp_path: Path) -> None:
    one, other = server_name(tmp_path / "one"), server_name(tmp_path / "two")
    assert one != other
    assert server_name(tmp_path / "one") == one


@pytest.mark.skipif(sys.platform == "win32", reason="pipes there have short names always")
def test_a_folder_with_a_long_name_has_a_short_socket(tmp_path: Path, qtbot: QtBot) -> None:
    deep = tmp_path / ("deep" * 30)
    deep.mkdir()
    assert not Path(server_name(deep)).is_absolute()
    server = InstanceServer()
    assert server.listen(deep)
    server.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_the_socket_is_the_users_alone(server: InstanceServer, folder: Path) -> None:
    mode = Path(server_name(folder)).stat().st_mode
    assert mode & 0o077 == 0


@pytest.mark.skipif(sys.platform == "win32", reason="pipes there leave nothing behind")
def test_a_socket_that_a_killed_window_left_is_taken_over(qtbot: QtBot, folder: Path) -> None:
    Path(server_name(folder)).write_bytes(b"")
    server = InstanceServer()
    assert server.listen(folder)
    server.close()


def test_the_first_start_gets_the_place_and_the_second_hands_over(qtbot: QtBot) -> None:
    place = take_place([])
    assert place is not None
    assert place.is_taken
    server = InstanceServer()
    assert server.listen(place.folder)
    with qtbot.waitSignal(server.files_received, timeout=WAIT_MS) as told:
        later = Later(TAKE_PLACE, "a.mp4")
    assert later.answer(qtbot) == "False"
    assert told.args == [[Path("a.mp4").absolute()]]
    server.close()
    place.leave()


def test_a_start_waits_for_a_window_that_is_about_to_listen(qtbot: QtBot) -> None:
    place = take_place([])
    assert place is not None
    later = Later(TAKE_PLACE, "a.mp4")
    later.asks()
    server = InstanceServer()
    with qtbot.waitSignal(server.files_received, timeout=WAIT_MS):
        assert server.listen(place.folder)
    assert later.answer(qtbot) == "False"
    server.close()
    place.leave()


def test_a_start_gets_the_place_of_a_window_that_ends(qtbot: QtBot) -> None:
    first = take_place([])
    assert first is not None
    later = Later(TAKE_PLACE)
    later.asks()
    first.leave()
    assert later.answer(qtbot) == "True"


def test_a_window_that_never_answers_does_not_block_for_ever(qtbot: QtBot) -> None:
    first = take_place([])
    assert first is not None
    second = take_place([], patience_s=0.1)
    assert second is not None
    assert not second.is_taken
    first.leave()


@pytest.mark.expects_log_warnings
def test_a_folder_that_cannot_be_written_is_no_reason_to_stay_away(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_bytes(b"")
    assert Place(in_the_way / "below").take()


def test_the_place_is_that_of_the_users_data(qtbot: QtBot) -> None:
    place = take_place([])
    assert place is not None
    assert place.folder == paths.user_data_dir()
    place.leave()


# -- the program itself ----------------------------------------------------------------


class Window:
    """The program with its window, off screen, in a process of its own."""

    def __init__(self, *files: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "studio", "gui", *map(str, files)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**paths.self_environment(), "QT_QPA_PLATFORM": "offscreen"},
        )

    def is_there(self) -> bool:
        """Whether it answers; nothing changes by that but the order of windows."""
        assert self.process.poll() is None, "the window ended"
        return hand_over([], folder=paths.user_data_dir(), patience_s=0.5)


@pytest.fixture
def start_window(qtbot: QtBot) -> Iterator[Callable[..., Window]]:
    """Start the program; what still runs at the end of the test is killed."""
    made: list[Window] = []

    def start(*files: Path) -> Window:
        made.append(Window(*files))
        return made[-1]

    yield start
    for window in made:
        window.process.kill()
        window.process.wait()


def jobs_in_the_queue() -> int:
    """Count the saved jobs beside the program that has them open."""
    file = (paths.user_data_dir() / "queue.db").as_uri()
    with contextlib.closing(sqlite3.connect(f"{file}?mode=ro", uri=True)) as database:
        return int(database.execute("SELECT count(*) FROM jobs").fetchone()[0])


def sources_in_the_queue() -> list[Path]:
    journal, _ = Journal.open(paths.user_data_dir() / "queue.db")
    found = [job.source for job in journal.load()]
    journal.close()
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="the end by a signal is for POSIX")
def test_f05_the_second_start_is_over_within_a_second_and_its_files_are_in_the_queue(
    start_window: Callable[..., Window], qtbot: QtBot, tmp_path: Path
) -> None:
    clips = [tmp_path / f"{number}.mp4" for number in range(4)]
    for clip in clips:
        clip.write_bytes(b"not a film")
    first = start_window(clips[0])
    qtbot.waitUntil(first.is_there, timeout=START_MS)
    times, work = [], []
    for clip in clips[1:]:
        begun, spent = time.monotonic(), sum(os.times()[2:4])  # of children that have ended
        second = start_window(clip)
        assert second.process.wait(timeout=START_MS / 1000) == 0
        times.append(time.monotonic() - begun)
        work.append(sum(os.times()[2:4]) - spent)
    print("second start, seconds:", [round(seconds, 2) for seconds in times])  # noqa: T201
    assert min(work) <= 1.0  # of the processor: the machine may be busy
    assert min(times) <= 10.0
    qtbot.waitUntil(lambda: jobs_in_the_queue() == len(clips), timeout=START_MS)
    first.process.terminate()
    assert first.process.wait(timeout=START_MS / 1000) == 0
    assert sorted(sources_in_the_queue()) == clips


def test_f05_after_a_kill_the_next_start_is_a_window_at_once(
    start_window: Callable[..., Window], qtbot: QtBot
) -> None:
    first = start_window()
    qtbot.waitUntil(first.is_there, timeout=START_MS)
    first.process.kill()
    first.process.wait()
    begun = time.monotonic()
    place = take_place([])
    print(f"the place was free after {time.monotonic() - begun:.3f} s")  # noqa: T201
    assert place is not None
    assert place.is_taken
    place.leave()
    again = start_window()
    qtbot.waitUntil(again.is_there, timeout=START_MS)
