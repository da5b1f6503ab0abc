"""The window's composition root: builds every object, joins them, runs the event loop."""

import logging
import logging.handlers
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from studio import paths
from studio.batch.opening import open_apart, open_queue
from studio.batch.tools import QueueTools
from studio.media.probe import probe
from studio.presets.store import PresetStore
from studio.settings import Settings, load
from studio.transcode.process import Patience
from studio.ui.controls import Places
from studio.ui.crash import CrashReporter
from studio.ui.desk import Desk
from studio.ui.engine_environment import clean_own_environment
from studio.ui.entries import FileList
from studio.ui.file_model import FileModel
from studio.ui.garbage import GarbageCollector
from studio.ui.language import Languages
from studio.ui.main_window import MainWindow
from studio.ui.notify import bring_forward
from studio.ui.player_frame import SystemViewFactory, WebViewFactory
from studio.ui.player_host import PlayerHost
from studio.ui.queue_in_use import OpenQueue, QueueInUse
from studio.ui.services import Services
from studio.ui.single_instance import InstanceServer, Place
from studio.ui.theme import Appearance, Theme
from studio.ui.toolbox import Toolbox
from studio.workflow.deliver import finish

LOG_BYTES = 2_000_000

SWITCH_S = 0.001
"""After so many seconds a busy thread lets another one go on; Python's own value is 5 ms.

Source: measured (bench, "window: another preset for 1,000"). The window's thread waits so long
for each of its many turns while the queue plans and saves: worst stall 82 ms, with this 52 ms;
undoing it 34 ms, with this 18 ms; the work itself took no longer.
"""


@dataclass(frozen=True, slots=True)
class Studio:
    """The joined objects; ``close`` ends all of them."""

    window: MainWindow
    desk: Desk
    theme: Theme
    languages: Languages

    def take_files(self, files: list[Path]) -> None:
        """Come to the front with the files of a later start."""
        bring_forward(self.window)
        self.add(files)

    def add(self, files: Sequence[Path]) -> None:
        """Add files as soon as the queue is open."""
        if files and self.desk.line.is_open:
            self.desk.add(files)
        elif files:
            once = Qt.ConnectionType.SingleShotConnection
            self.desk.line.opened.connect(lambda: self.desk.add(files), once)

    def close(self) -> None:
        """Stop what runs, save the queue, end every thread, let the engine go."""
        self.window.inspector.preview.dispose()
        self.window.streams.stop(wait=True)  # while the server still answers
        self.desk.stop(wait=True)
        self.desk.undo.clear()  # while those still live who are told that nothing can be undone
        self.window.close()


def main(
    files: Sequence[Path],
    make_view: WebViewFactory,
    place: Place,
    make_system_view: SystemViewFactory | None = None,
) -> int:
    """Open the window with these files and run until it is closed.

    Args:
        files: files and folders to add.
        make_view: makes the player's web view; called at the first preview, so that the
            web engine is loaded no earlier.
        place: the right to be the window, or the knowledge that another one has it.
        make_system_view: makes the system's own web view; None where there is none.
    """
    log_to_file()
    application = make_application()
    server = InstanceServer()
    if place.is_taken:
        server.listen(place.folder)  # before what takes long: later starts wait for an answer
    crash = CrashReporter(str(paths.user_log_dir()))
    crash.install()
    studio = build(application, make_view)
    studio.window.inspector.preview.frame.make_system_view = make_system_view
    studio.window.streams.room.player.frame.make_system_view = make_system_view
    server.files_received.connect(studio.take_files)
    QueueInUse(studio.window, studio.desk, apart_opener(studio.desk))
    services = Services(application, studio.window, studio.desk)
    services.watch_signals()
    studio.window.show()
    studio.add(files)
    garbage = GarbageCollector()
    status = application.exec()
    garbage.stop()
    server.close()
    services.stop()
    studio.close()
    place.leave()
    return status


def make_application() -> QApplication:
    """Make the application object; the web engine wants its attribute set before."""
    sys.setswitchinterval(SWITCH_S)
    clean_own_environment()
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    application = QApplication(sys.argv[:1])
    application.setApplicationName(paths.APP_NAME)
    application.setDesktopFileName("mse-studio")
    application.setStyle("fusion")
    icon = paths.resources_dir() / "icons" / "mse-studio.svg"
    application.setWindowIcon(QIcon(str(icon)))
    return application


def build(application: QApplication, make_view: WebViewFactory) -> Studio:
    """Build every object of the window and join them."""
    resources, config = paths.resources_dir(), paths.user_config_dir()
    settings = load(paths.settings_file())
    theme = Theme(application, resources)
    theme.apply(_appearance(settings.theme))
    languages = Languages(application, resources / "i18n")
    languages.apply(settings.language)
    desk = make_desk(settings)
    memory = QSettings(str(config / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(desk, theme, languages, memory, make_view)
    return Studio(window, desk, theme, languages)


def make_desk(settings: Settings) -> Desk:
    """Build all that works without a window; ffmpeg is looked for, and the queue opened."""
    store = PresetStore(paths.built_in_presets_dir(), paths.user_presets_dir())
    toolbox = Toolbox(settings, paths.settings_file(), store)
    files = FileList()
    player = PlayerHost(paths.resources_dir() / "player", toolbox)
    folder = paths.user_data_dir()
    places = Places(paths.user_cache_dir(), folder / "jobs", folder / "verdicts.sqlite3")
    desk = Desk(toolbox, files, FileModel(files), player, places)
    toolbox.look_for_ffmpeg()
    tools, slots = make_tools(desk), settings.parallel_jobs
    desk.line.open(lambda events: open_queue(folder, events, tools, slots=slots))
    return desk


def apart_opener(desk: Desk) -> OpenQueue:
    """Return what opens a queue of the window's own, where the saved one is in use."""
    tools, slots = make_tools(desk), desk.toolbox.settings.parallel_jobs
    return lambda events: open_apart(events, tools, slots=slots)


def make_tools(desk: Desk) -> QueueTools:
    """Build what jobs are made with."""
    toolbox, settings = desk.toolbox, desk.toolbox.settings
    return QueueTools(
        ffmpeg=toolbox.require_ffmpeg,
        finish=finish,
        probe=lambda path: probe(path, ffmpeg=toolbox.require_ffmpeg().path),
        logs=desk.places.logs,
        reserve_mb=settings.reserve_mb,
        patience=Patience(stall_s=settings.stall_minutes * 60.0),
    )


def log_to_file() -> None:
    """Write what is logged to the user's log folder, two files at most."""
    target = paths.user_log_dir() / "window.log"
    handler = logging.handlers.RotatingFileHandler(
        target, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def _appearance(value: str) -> Appearance:
    return Appearance(value) if value in list(Appearance) else Appearance.SYSTEM
