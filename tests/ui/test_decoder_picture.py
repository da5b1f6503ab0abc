"""What a decoder makes of one segment: the right frames, counted, in a program of its own."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QProcess
from pytestqt.qtbot import QtBot

from studio import paths
from studio.errors import InputError, StudioError
from studio.segments.model import SegmentMap
from studio.segments.reader import read_segment_map
from studio.ui.decoder_picture import DecoderPictures, message
from tests.conftest import ClipFactory
from tests.player.counter import counting_filter

LIMIT_MS = 30_000
FRAGMENTS = ("-movflags", "+frag_keyframe+empty_moov+default_base_moof+delay_moov")
VIDEO = ("-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-g", "10", "-sc_threshold", "0")

PLAY = """
import json, sys
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from studio.ui.decoder_window import DecoderWindow, Wish
from tests.player.counter import read_counter

application = QApplication([])
window = DecoderWindow()
line, _, data = sys.stdin.buffer.read().partition(b"\\n")
told = json.loads(line)
told.pop("size")
shown = []
window.changed.connect(lambda: shown.append(read_counter(window.picture.image)))
window.show()

def until(is_so):
    for _ in range(3000):
        if is_so() or window.problem:
            return
        QTest.qWait(10)

def steps(frames):
    at = shown[-1]
    window.step(frames)
    until(lambda: shown[-1] != at)
    return shown[-1]

window.show_wish(Wish(data=data, **told))
until(lambda: window.frames >= told["frames"])
until(lambda: not window._is_playing)
played = list(dict.fromkeys(shown))
stepped = [] if window.problem else [steps(-1), steps(-1), steps(1)]
words = [window.title.text(), window.windowTitle(), window.state.text()]
print(json.dumps({"played": played, "stepped": stepped, "words": words}))
window.close()
"""


@pytest.fixture(scope="session")
def found(make_clip: ClipFactory) -> SegmentMap:
    """Two seconds in fragments of ten numbered frames."""
    path = make_clip("decoder.mp4", filters=counting_filter(), video=VIDEO, extra=FRAGMENTS)
    return read_segment_map(path)


def played(wish: bytes) -> dict[str, Any]:
    """Run the window in a program of its own, as it is used, and return what it showed."""
    environment = {**paths.self_environment(), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PLAY],
        input=wish, capture_output=True, check=False, timeout=60, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_exactly_the_frames_of_the_segment_are_shown_and_stepped_through(
    found: SegmentMap,
) -> None:
    told = played(message(found, 2))
    assert told["played"] == list(range(20, 30))
    assert told["stepped"] == [28, 27, 28]
    title, window, state = told["words"]
    assert title == "Decoder picture, not an MSE test"
    assert window == f"Segment 2 of {len(found.segments)} – decoder.mp4"
    assert state == "10 of 10 frames seen"


def test_what_no_decoder_can_show_is_said_in_words(found: SegmentMap) -> None:
    head, _, data = message(found, 2).partition(b"\n")
    spoilt = data[: found.init_size + 200] + bytes(len(data) - found.init_size - 200)
    told = played(head + b"\n" + spoilt)
    assert told["played"] == [None]
    assert told["words"][2].startswith("The decoder cannot show this segment: ")


@pytest.fixture
def pictures(
    qapp: QObject, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], tuple[DecoderPictures, list[StudioError]]]]:
    """Make the window's side; everything is ended with the test."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    made: list[DecoderPictures] = []

    def make() -> tuple[DecoderPictures, list[StudioError]]:
        problems: list[StudioError] = []
        made.append(DecoderPictures(problems.append, qapp))
        return made[-1], problems

    yield make
    for one in made:
        one.stop(wait=True)
        one.setParent(None)


def test_one_program_shows_segment_after_segment_and_ends_with_the_window(
    found: SegmentMap,
    pictures: Callable[[], tuple[DecoderPictures, list[StudioError]]],
    qtbot: QtBot,
) -> None:
    shower, problems = pictures()
    shower.show_segment(found, 3)
    qtbot.waitUntil(lambda: shower.process is not None, timeout=LIMIT_MS)
    process = shower.process
    assert process is not None

    def has_told_all() -> bool:
        line = b""
        while process.canReadLine():
            line = bytes(process.readLine().data())
        return bool(line) and json.loads(line)["frames"] == 10

    qtbot.waitUntil(has_told_all, timeout=LIMIT_MS)
    shower.show_segment(found, 1)
    qtbot.waitUntil(has_told_all, timeout=LIMIT_MS)
    assert shower.process is process
    assert not problems
    shower.stop(wait=True)
    assert process.state() is QProcess.ProcessState.NotRunning
    assert shower.process is None


def test_a_decoder_that_goes_down_is_told_and_started_again(
    found: SegmentMap,
    pictures: Callable[[], tuple[DecoderPictures, list[StudioError]]],
    qtbot: QtBot,
) -> None:
    shower, problems = pictures()
    shower.show_segment(found, 0)
    qtbot.waitUntil(lambda: shower.process is not None, timeout=LIMIT_MS)
    first = shower.process
    assert first is not None
    first.waitForStarted(LIMIT_MS)
    first.kill()
    qtbot.waitUntil(lambda: bool(problems), timeout=LIMIT_MS)
    assert shower.process is None
    shower.show_segment(found, 0)
    qtbot.waitUntil(lambda: shower.process is not None, timeout=LIMIT_MS)


def test_a_file_that_has_changed_is_not_shown(found: SegmentMap, tmp_path: Path) -> None:
    copy = tmp_path / "copy.mp4"
    copy.write_bytes(found.path.read_bytes())
    same = read_segment_map(copy)
    head, _, data = message(same, 1).partition(b"\n")
    assert json.loads(head)["size"] == len(data) == same.init_size + same.segments[1].size
    copy.write_bytes(b"short")
    with pytest.raises(InputError):
        message(same, 1)
