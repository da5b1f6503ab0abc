"""What a killed run left behind is ended and removed, and nothing else is touched."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from studio.verdict import leftovers
from studio.verdict.leftovers import OWNER_FILE, PREFIX, ROOM_PREFIX, make_folder, sweep
from studio.verdict.processes import HOME_VARIABLE, is_alive, those_of

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")

GONE = {"pid": 2**22 + 1, "created": 1000.0}
"""No Linux gives such a process id."""


@pytest.fixture
def abandoned(tmp_path: Path) -> Callable[..., Path]:
    """Make throw-away folders of owners that are no more."""

    def make(prefix: str = PREFIX, **words: object) -> Path:
        folder = make_folder(tmp_path, prefix=prefix)
        note = {**json.loads((folder / OWNER_FILE).read_text()), **GONE, **words}
        (folder / OWNER_FILE).write_text(json.dumps(note))
        (folder / "profile").mkdir()
        (folder / "profile" / "cookies").write_text("x")
        return folder

    return make


@pytest.fixture
def sleeper() -> Iterator[Callable[..., psutil.Process]]:
    """Start processes that outlive whoever asked for them."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str, **environment: str) -> psutil.Process:
        command = [sys.executable, "-c", "import time; time.sleep(600)", *arguments]
        process = subprocess.Popen(
            command, env={**os.environ, **environment}, start_new_session=True
        )
        started.append(process)
        return psutil.Process(process.pid)

    yield start
    for process in started:
        process.kill()
        process.wait()


def test_a_folder_of_a_dead_owner_is_removed(
    abandoned: Callable[..., Path], tmp_path: Path
) -> None:
    folder, room = abandoned(), abandoned(ROOM_PREFIX)
    assert sorted(sweep(tmp_path)) == sorted([folder, room])
    assert not folder.exists()
    assert not room.exists()


def test_processes_of_a_dead_owner_are_ended_however_they_are_known(
    abandoned: Callable[..., Path], sleeper: Callable[..., psutil.Process], tmp_path: Path
) -> None:
    folder = abandoned()
    named = sleeper(f"--user-data-dir={folder}/profile")
    unnamed = sleeper(**{HOME_VARIABLE: str(folder)})
    neighbour = sleeper(f"--user-data-dir={folder}2/profile", **{HOME_VARIABLE: f"{folder}2"})
    sweep(tmp_path)
    assert not is_alive(named)
    assert not is_alive(unnamed)
    assert is_alive(neighbour)


def test_a_folder_of_a_living_owner_stays(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    assert sweep(tmp_path) == []
    assert folder.exists()


def test_a_process_id_that_was_given_again_is_no_owner(
    abandoned: Callable[..., Path], tmp_path: Path
) -> None:
    folder = abandoned(pid=os.getpid(), created=psutil.Process().create_time() - 3600)
    assert sweep(tmp_path) == [folder]


@pytest.mark.skipif(sys.platform != "linux", reason="process ids have one space elsewhere")
def test_a_folder_from_another_container_stays(
    abandoned: Callable[..., Path], tmp_path: Path
) -> None:
    abandoned(space="pid:[1]")
    assert sweep(tmp_path) == []


@pytest.mark.parametrize(
    "note", ["", "[]", "{}", '{"pid": "x", "created": 1, "space": ""}', "1" * 2000]
)
def test_a_folder_without_our_note_stays(tmp_path: Path, note: str) -> None:
    folder = tmp_path / f"{PREFIX}abcdefgh"
    folder.mkdir()
    (folder / OWNER_FILE).write_text(note)
    assert sweep(tmp_path) == []
    assert folder.exists()


def test_links_are_not_followed(abandoned: Callable[..., Path], tmp_path: Path) -> None:
    precious = abandoned().rename(tmp_path / "precious")
    (tmp_path / f"{PREFIX}link").symlink_to(precious)
    other = tmp_path / f"{PREFIX}other"
    other.mkdir()
    (other / OWNER_FILE).symlink_to(precious / OWNER_FILE)
    assert sweep(tmp_path) == []
    assert (precious / "profile" / "cookies").exists()
    assert other.exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives away")
def test_folders_of_other_users_stay(abandoned: Callable[..., Path], tmp_path: Path) -> None:
    folder = abandoned()
    os.chown(folder, 12345, 12345)
    assert sweep(tmp_path) == []
    assert folder.exists()


def test_the_usual_places_are_swept_once_in_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    swept: list[Path] = []
    monkeypatch.setattr(leftovers, "sweep", swept.append)
    monkeypatch.setattr(leftovers, "snap_folders", tuple)
    leftovers.sweep_once.cache_clear()
    leftovers.sweep_once()
    leftovers.sweep_once()
    assert len(swept) == 1


OWNER = """
import sys, time
from studio.verdict.browsers import Engine, EngineKind
from studio.verdict.launch import launch
from studio.verdict.model import EngineIdentity
kind, *command = sys.argv[1:]
engine = Engine(EngineIdentity("x", "X"), EngineKind(kind), tuple(command))
running = launch(engine, "http://127.0.0.1:1/t/secret/player/check.html")
print(running.profile, flush=True)
time.sleep(600)
"""

STUBBORN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
if sys.argv[-1] != "child":
    subprocess.Popen([sys.executable, __file__, "child"], start_new_session=True)
time.sleep(600)
"""


@pytest.mark.parametrize("kind", ["chromium", "webkit"])
def test_after_our_own_violent_death_the_next_start_cleans_up(tmp_path: Path, kind: str) -> None:
    program = tmp_path / "stubborn.py"
    program.write_text(STUBBORN)
    place = tmp_path / "tmp"
    place.mkdir()
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER, kind, sys.executable, str(program)],
        env={**os.environ, "TMPDIR": str(place), "DISPLAY": os.environ.get("DISPLAY", ":0")},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert owner.stdout is not None
    folder = Path(owner.stdout.readline().strip())
    assert folder.parent == place
    end = time.monotonic() + 30
    while len(those_of(folder)) < 2:
        assert time.monotonic() < end
        time.sleep(0.05)
    owner.kill()
    owner.wait()
    owner.stdout.close()
    left = those_of(folder)
    assert left, "nothing outlived its owner: the test proves nothing"
    assert sweep(place) == [folder]
    assert not [process for process in left if is_alive(process)]
    assert not folder.exists()
