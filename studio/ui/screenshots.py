"""Pictures of every view, light and dark, of the real window with real files.

    python -m studio.ui.screenshots FOLDER [SOURCE [RESULT...]]

Without files it makes its own with ffmpeg. Nothing shown is made up: files are probed,
converted, checked in the engines found here, and played by the embedded one.
"""

import logging
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from studio import paths
from studio.errors import StudioError
from studio.transcode.tools import find_ffmpeg
from studio.ui.app import Studio, build, make_application
from studio.ui.engines_pictures import take_engines
from studio.ui.entries import Entry, EntryState
from studio.ui.queue_pictures import take_queue
from studio.ui.room_pictures import take_long_words, take_room
from studio.ui.share_pictures import take_share
from studio.ui.stream_pictures import take_streams
from studio.ui.theme import Appearance
from studio.ui.verdict_pictures import take_played, take_verdicts
from studio.ui.web_view import PlayerView

log = logging.getLogger(__name__)

SCALED = "--scaled"
SIZE = (1440, 900)
LIMIT_S = 120.0
PAINT_LIMIT_S = 10.0
PAINT = "requestAnimationFrame(() => requestAnimationFrame(() => {{ window.paints = {number}; }}))"
CLIPS = (
    ("Interview take 3.mp4", "testsrc2=s=1280x720:r=30000/1001", 12),
    ("Drone over the harbour.mp4", "mandelbrot=s=960x540:r=25:end_scale=0.05", 8),
    ("Title sequence.mp4", "gradients=s=640x360:r=24:speed=0.05", 6),
)
LANGUAGES = ("en", "zh_CN", "ru")


class Photographer:
    """Walks the window through its views and keeps a picture of each."""

    def __init__(self, application: QApplication, studio: Studio, folder: Path) -> None:
        self._application, self._studio, self._folder = application, studio, folder
        self._window, self._desk = studio.window, studio.desk
        self._paints = 0
        self._window.resize(*SIZE)
        self._window.show()

    def wait(self, what: str, is_so: Callable[[], bool], limit_s: float = LIMIT_S) -> None:
        """Run the event loop until ``is_so``.

        Raises:
            StudioError: it did not become so in time.
        """
        loop = QEventLoop()
        timer = QTimer()
        timer.setInterval(20)
        end = time.monotonic() + limit_s
        timer.timeout.connect(lambda: loop.quit() if is_so() or time.monotonic() > end else None)
        timer.start()
        loop.exec()
        timer.stop()
        if not is_so():
            raise StudioError(f"The window did not get so far: {what}.")

    def rest(self, duration_s: float = 0.25) -> None:
        """Let what is on its way be painted, in pages too."""
        self._paint_pages()
        end = time.monotonic() + duration_s
        self.wait("painting", lambda: time.monotonic() > end)

    def _paint_pages(self) -> None:
        """Wait until each page that is seen has drawn twice; one that hangs is not waited for."""
        for view in self._window.findChildren(PlayerView):
            if not view.isVisible():
                continue
            self._paints += 1
            number, end = self._paints, time.monotonic() + PAINT_LIMIT_S
            seen: list[object] = [0]
            view.page().runJavaScript(PAINT.format(number=number))
            self.wait("painting", partial(self._has_painted, view, number, seen, end))

    def _has_painted(self, view: PlayerView, number: int, seen: list[object], end: float) -> bool:
        if seen[0] != number:
            view.page().runJavaScript("window.paints", lambda found: seen.__setitem__(0, found))
        return seen[0] == number or time.monotonic() > end

    def take(
        self,
        name: str,
        appearances: Sequence[Appearance] = tuple(Appearance)[1:],
        widget: QWidget | None = None,
    ) -> None:
        """Keep a picture of the window, or of one widget, in each appearance."""
        for appearance in appearances:
            if self._studio.theme.appearance is not appearance:
                self._studio.theme.apply(appearance)
            self.rest()
            target = self._folder / f"{name}-{appearance.value}.png"
            if not (widget or self._window).grab().save(str(target)):
                raise StudioError(f"{target.name} could not be written.")

    def show_tab(self, number: int) -> None:
        """Turn to one tab of the inspector."""
        self._window.inspector.tabs.setCurrentIndex(number)

    # -- the walk --------------------------------------------------------------------

    def walk(self, sources: Sequence[Path], results: Sequence[Path]) -> None:
        """Take every picture."""
        self.wait("ffmpeg is found", lambda: self._desk.toolbox.ffmpeg is not None)
        self.take("01-empty")
        self.add(sources)
        self.take("02-files-waiting")
        self.show_tab(1)
        self.take("03-command")
        self.show_tab(2)
        self.take("04-details")
        self.show_tab(0)
        self.run()
        self.add(results)
        self.take("06-finished")
        take_room(self, self._studio, self._done(".webm"), self._done(".mp4"))
        self.show_tab(5)
        self.take("09-log")
        self.show_tab(0)
        take_played(self, self._studio, self._done(".mp4"))  # the queue's pictures empty the list
        take_share(self, self._studio, self._done(".webm"))
        take_streams(self, self._studio, self._done(".webm"))
        self.show_tab(0)
        take_queue(self, self._studio, sources[0])
        take_verdicts(self, self._studio, sources[0])
        take_engines(self, self._studio)
        self.show_tab(0)
        self.take_settings()
        self.take_error()
        self.take_languages()

    def walk_scaled(self, sources: Sequence[Path]) -> None:
        """Take the pictures for a display of twice the density."""
        self.wait("ffmpeg is found", lambda: self._desk.toolbox.ffmpeg is not None)
        self.add(sources)
        self.take("13-scale-2", (Appearance.LIGHT,))
        entry = [*self._desk.files][-1]
        self._desk.toolbox.change(check_after=False)
        self._desk.hold([*self._desk.files][:-1])
        self._desk.start()
        self.wait("the file is converted", lambda: entry.state.is_success, 300)
        take_long_words(self, self._studio, entry)

    def add(self, files: Sequence[Path]) -> None:
        """Add files and wait until all is known of them."""
        if not files:
            return
        count = len(self._desk.files) + len(files)
        self._desk.add(files)
        self.wait(
            "files are read", lambda: len(self._desk.files) == count and not self._is_reading()
        )
        self.rest(0.4)

    def run(self) -> None:
        """Convert everything, with a picture in the middle, and wait for the verdicts."""
        entries = list(self._desk.files)
        self._desk.choose_preset(entries[-1:], "mp4-h264-aac")
        self._desk.start()
        self.wait("the first file is on its way", lambda: _fraction(entries[0]) > 0.35)
        self.take("05-running")
        self.wait("files are converted", lambda: not self._desk.runner.is_busy, 300)
        self.wait("files are checked", lambda: all(map(_is_checked, entries)), 300)
        failed = [e for e in entries if not e.state.is_success]
        if failed and failed[0].outcome is not None:
            raise StudioError(failed[0].outcome.what, detail=failed[0].outcome.detail)
        self._window.bar.say("")

    def take_settings(self) -> None:
        """Show the settings dialog."""
        dialog = self._window.open_settings()
        for number, name in enumerate(("16-settings", "17-settings-results")):
            dialog.pages.tabs.setCurrentIndex(number)
            self.take(name, (Appearance.LIGHT,), dialog)
        dialog.close()

    def take_error(self) -> None:
        """Show what an unreadable file looks like."""
        broken = Path(tempfile.mkdtemp()) / "notes.mp4"
        broken.write_text("These are words, not pictures.\n", encoding="utf-8")
        self.add([broken])
        self.take("10-error")
        self._desk.undo.undo()
        for key in list(self._window.banners.shown):
            self._window.banners.dismiss(key)

    def take_languages(self) -> None:
        """Show the window in every language."""
        for code in LANGUAGES[1:]:
            self._window.actions_by_name.languages[code].trigger()
            self.rest()
            self.take(f"11-{code}", (Appearance.LIGHT,))
        self.show_tab(3)
        self.take("12-ru-preview", (Appearance.DARK,))
        self._window.actions_by_name.languages["en"].trigger()

    def _done(self, suffix: str) -> Entry:
        playable = [e for e in self._desk.files if e.playable and e.playable.suffix == suffix]
        done = [entry for entry in playable if entry.state.is_success]
        return (done or playable)[0]

    def _row(self, entry: Entry) -> int:
        return self._desk.files.row_of(entry.entry_id) or 0

    def _is_reading(self) -> bool:
        return any(entry.state is EntryState.READING for entry in self._desk.files)


def main(argv: Sequence[str]) -> int:
    """Take all pictures and return the exit status."""
    scaled = SCALED in argv
    given = [Path(argument).resolve() for argument in argv if argument != SCALED]
    if not given:
        sys.stderr.write("usage: python -m studio.ui.screenshots FOLDER [SOURCE [RESULT...]]\n")
        return 2
    folder, *files = given
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="mse-studio-pictures-") as work:
        os.environ[paths.HOME_VARIABLE] = work
        sources = files[:1] or make_clips(Path(work))
        try:
            _photograph(folder, sources, files[1:], scaled=scaled)
        except StudioError as problem:
            sys.stderr.write(f"{problem.what}\n{problem.detail}\n")
            return 1
    return 0 if scaled else _take_scaled(argv)


def make_clips(folder: Path) -> list[Path]:
    """Make the sources to be shown.

    Raises:
        ToolError: there is no ffmpeg.
    """
    ffmpeg = find_ffmpeg().path
    made = []
    for name, picture, duration_s in CLIPS:
        target = folder / name
        command = [str(ffmpeg), "-v", "error", "-nostdin", "-f", "lavfi", "-i", picture]
        command += ["-f", "lavfi", "-i", "sine=330:sample_rate=48000", "-t", str(duration_s)]
        command += ["-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", "-g", "48"]
        command += ["-c:a", "aac", f"file:{target}"]
        subprocess.run(command, check=True, timeout=120)
        made.append(target)
    return made


def _photograph(
    folder: Path, sources: Sequence[Path], results: Sequence[Path], *, scaled: bool
) -> None:
    application = make_application()
    studio = build(application, PlayerView)
    studio.languages.apply("en")
    photographer = Photographer(application, studio, folder)
    try:
        if scaled:
            photographer.walk_scaled(sources)
        else:
            photographer.walk(sources, results)
    finally:
        studio.close()
        application.sendPostedEvents(None, 0)


def _take_scaled(argv: Sequence[str]) -> int:
    """Take one picture on a display of twice the density; Qt asks for that at its start."""
    command = [sys.executable, "-m", "studio.ui.screenshots", *argv, SCALED]
    environment = {**paths.self_environment(), "QT_SCALE_FACTOR": "2"}
    return subprocess.run(command, env=environment, check=False, timeout=300).returncode


def _fraction(entry: Entry) -> float:
    return (entry.progress.fraction or 0.0) if entry.progress else 0.0


def _is_checked(entry: Entry) -> bool:
    return not entry.state.is_success or bool(entry.verdict or entry.check_problem)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
