"""The whole window off screen, with real ffmpeg, in a home of its own."""

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from studio import paths, settings
from studio.ui import app
from studio.ui.app import Studio, build
from studio.ui.desk import Desk
from studio.ui.player_frame import PlayerWidget
from tests.conftest import ClipFactory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
READ_MS = 20_000
WAIT_MS = 30_000
NO_ENGINES = ("none",)
I18N = paths.resources_dir() / "i18n"


class PatientBot(QtBot):
    """Waits as long as a busy machine needs where a test does not say how long."""

    def waitUntil(  # noqa: N802
        self, callback: Callable[[], bool | None], *, timeout: int = WAIT_MS
    ) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = WAIT_MS, **more: Any) -> SignalBlocker:  # noqa: N802
        return super().waitSignal(signal, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The one of pytest-qt, with more patience."""
    return PatientBot(request)


@pytest.fixture(scope="session", autouse=True)
def _translations() -> None:
    """Compile translations where that was not done yet, as ``dev.py setup`` does."""
    for source in I18N.glob("*.ts"):
        target = source.with_suffix(".qm")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            tool = Path(sys.executable).with_name("pyside6-lrelease")
            command = [str(tool), "-silent", str(source), "-qm", str(target)]
            subprocess.run(command, check=True, timeout=60)


@pytest.fixture(scope="module", autouse=True)
def _what_was_there_before_is_left_alone() -> None:
    """Look through what earlier tests left alive once, not after each test: it is most of all."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _garbage_dies_on_this_thread() -> Iterator[None]:
    """Collect as the program does: a Qt object destroyed by a worker may crash the window."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


def no_web_view(_parent: QWidget) -> PlayerWidget:
    """Fail: nothing but a preview may start the web engine."""
    raise AssertionError("the web engine was started although nothing was previewed")


@pytest.fixture
def make_studio(qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[..., Studio]]:
    """Build the window; settings may be given by name. No engine is asked for verdicts."""
    made: list[Studio] = []

    def make(
        make_view: Callable[[QWidget], PlayerWidget] = no_web_view,
        *,
        keep_settings: bool = False,
        **values: object,
    ) -> Studio:
        wishes = {"engines": NO_ENGINES, "language": "en", "theme": "light", **values}
        chosen = settings.Settings(**wishes)  # type: ignore[arg-type]
        if not keep_settings:
            settings.save(chosen, paths.settings_file())
        studio = build(qapp, make_view)
        made.append(studio)
        studio.window.show()
        qtbot.waitUntil(lambda: not studio.desk.toolbox.is_looking, timeout=READ_MS)
        qtbot.waitUntil(lambda: studio.desk.line.is_open, timeout=READ_MS)
        return studio

    yield make
    for studio in made:
        studio.close()
        studio.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


@pytest.fixture
def studio(make_studio: Callable[..., Studio]) -> Studio:
    """The window, empty, with ffmpeg found."""
    return make_studio()


@pytest.fixture
def make_desk(qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[..., Desk]]:
    """Build all that works without a window; settings may be given by name."""
    made: list[Desk] = []

    def make(**values: object) -> Desk:
        chosen = settings.Settings(**{"engines": NO_ENGINES, **values})  # type: ignore[arg-type]
        desk = app.make_desk(chosen)
        made.append(desk)
        with qtbot.waitSignal(desk.line.opened, timeout=READ_MS):
            pass
        qtbot.waitUntil(lambda: not desk.toolbox.is_looking, timeout=READ_MS)
        return desk

    yield make
    for desk in made:
        desk.stop(wait=True)
    qapp.processEvents()


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    """An empty list over an empty queue, with ffmpeg found."""
    return make_desk()


@pytest.fixture
def clip(make_clip: ClipFactory, tmp_path: Path) -> Path:
    """A 2 s clip at 24000/1001 fps in a folder of its own."""
    made = make_clip("ui-short", seconds=2, rate="24000/1001")
    return Path(shutil.copy(made, tmp_path / "harbour.mp4"))


@pytest.fixture
def long_clip(make_clip: ClipFactory, tmp_path: Path) -> Path:
    """A clip that takes some seconds to convert."""
    made = make_clip("ui-long", seconds=30, size="960x540")
    return Path(shutil.copy(made, tmp_path / "long take.mp4"))


@pytest.fixture
def add(qtbot: QtBot) -> Callable[..., None]:
    """Add files to a window and wait until all is known of them."""

    def add_and_wait(face: Studio | Desk, *files: Path) -> None:
        desk = face if isinstance(face, Desk) else face.desk
        with qtbot.waitSignal(desk.intake.settled, timeout=READ_MS):
            desk.add(files)
        desk.model.flush()

    return add_and_wait


@pytest.fixture
def allow_engine_as_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt WebEngine refuses root with its sandbox; tests in containers run as root."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        monkeypatch.setenv("QTWEBENGINE_DISABLE_SANDBOX", "1")
