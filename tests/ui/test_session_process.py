"""The whole program at the end of a session: jobs stop in time, wait again, and leave nothing."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from studio import paths, settings
from studio.batch.journal import Journal
from studio.transcode.model import JobState
from studio.ui.session import STOP_S

START_MS = 60_000
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from studio.ui import app
from studio.ui.single_instance import take_place

def say(job_id, progress):
    if progress.frame:
        print("running", flush=True)

def start_when_read(desk):
    if any(entry.info is not None for entry in desk.files):
        desk.line.events.progressed.connect(say)
        desk.start()
    else:
        QTimer.singleShot(50, lambda: start_when_read(desk))

add = app.Studio.add
def add_and_start(studio, files):
    add(studio, files)
    start_when_read(studio.desk)

app.Studio.add = add_and_start
files = [Path(name) for name in sys.argv[1:]]
place = take_place(files)
sys.exit(app.main(files, None, place))
"""


@pytest.fixture
def running(long_clip: Path) -> Iterator["subprocess.Popen[str]"]:
    """The program, in the middle of a job."""
    settings.save(settings.Settings(engines=("none",)), paths.settings_file())
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(long_clip)],
        stdout=subprocess.PIPE,
        text=True,
        env={**paths.self_environment(), "QT_QPA_PLATFORM": "offscreen"},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "running\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")
def test_the_end_of_the_session_leaves_jobs_waiting_and_no_ffmpeg(
    running: "subprocess.Popen[str]", qtbot: QtBot, long_clip: Path
) -> None:
    children = psutil.Process(running.pid).children(recursive=True)
    assert any("ffmpeg" in child.name() for child in children)
    begun = time.monotonic()
    os.kill(running.pid, signal.SIGTERM)
    assert running.wait(START_MS / 1000) == 0
    assert time.monotonic() - begun < STOP_S + 10
    _, alive = psutil.wait_procs(children, timeout=10)
    assert alive == []
    journal, report = Journal.open(paths.user_data_dir() / "queue.db")
    (job,) = journal.load()
    assert job.state is JobState.WAITING
    assert journal.unclean_runs() == ()
    assert report.problem is None
    journal.close()
    assert [path.name for path in long_clip.parent.iterdir()] == [long_clip.name]
