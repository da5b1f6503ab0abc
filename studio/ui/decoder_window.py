"""What a decoder makes of an init segment and one media segment; a program of its own.

A damaged segment may bring a decoder down: the window with the queue must not go with it.
Started as ``--decoder-picture``. Each wish is a line of JSON (name, number, count, frames,
size in bytes) on the standard input, then the bytes; the end of the input ends the program.
What is seen is told on the standard output, one line of JSON each.
"""

import json
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QObject,
    QRect,
    Qt,
    QTimer,
    QUrl,
    Signal,
)
from PySide6.QtGui import QCloseEvent, QColor, QImage, QPainter, QPaintEvent
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame, QVideoSink
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from studio import paths
from studio.settings import load
from studio.ui.engine_environment import clean_own_environment
from studio.ui.language import Languages
from studio.ui.theme import Appearance, Theme
from studio.ui.widgets import UNIT, Text

WIDTH, HEIGHT = 640, 480
NOTHING_MS = 10_000
"""A decoder that has shown nothing by then will not; Qt does not say why."""

MOST_BYTES = 512 * 1024 * 1024
STEP_MS = 1
"""Into a frame: positions are whole milliseconds, frames begin in between."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A segment to show. ``frames`` is how many pictures it is said to hold."""

    name: str
    number: int
    count: int
    frames: int
    data: bytes


class Picture(QWidget):
    """The latest frame, fitted without distortion."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.setMinimumSize(20 * UNIT, 12 * UNIT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage) -> None:
        """Show a frame; an empty one shows none."""
        self.image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame on black."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("black"))
        if not self.image.isNull():
            size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(0, 0, size.width(), size.height())
            place.moveCenter(self.rect().center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self.image)


class DecoderWindow(QWidget):
    """Shows one segment at a time; plays, steps, counts the frames, says what went wrong."""

    changed = Signal()
    """Another frame, or an error."""

    def __init__(self) -> None:
        super().__init__()
        self._wish: Wish | None = None
        self._frame: tuple[int, int] = (0, 0)
        self._seen: set[int] = set()
        self.problem = ""
        self._buffer = QBuffer(self)
        self._sink = QVideoSink(self)
        self.player = QMediaPlayer(self)
        self.player.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._on_frame)
        self.player.errorOccurred.connect(self._on_error)
        self.player.playbackStateChanged.connect(self._show_words)
        self.player.mediaStatusChanged.connect(self._on_status)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._on_nothing)
        self.picture = Picture()
        self.title, self.state = Text("title"), Text("secondary")
        self.back, self.toggle, self.forward = QPushButton(), QPushButton(), QPushButton()
        self.back.clicked.connect(lambda: self.step(-1))
        self.toggle.clicked.connect(self.play_or_pause)
        self.forward.clicked.connect(lambda: self.step(1))
        self._lay_out()
        self.resize(WIDTH, HEIGHT)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.title)
        column.addWidget(self.picture, 1)
        row = QHBoxLayout()
        for button in (self.back, self.toggle, self.forward):
            row.addWidget(button)
        row.addWidget(self.state, 1)
        column.addLayout(row)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the chosen language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every text."""
        self.title.setText(self.tr("Decoder picture, not an MSE test"))
        self.back.setText(self.tr("Frame back"))
        self.forward.setText(self.tr("Frame on"))
        self.picture.setAccessibleName(self.tr("Decoder picture"))
        self._show_words()

    # -- what it is asked for --------------------------------------------------------

    def show_wish(self, wish: Wish) -> None:
        """Show another segment, from its beginning."""
        self.clear()
        self._wish = wish
        self._buffer.setData(QByteArray(wish.data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.player.setSourceDevice(self._buffer)
        self._show_words()
        self.player.play()
        if wish.frames:
            self._patience.start(NOTHING_MS)

    def clear(self) -> None:
        """Let the decoder go."""
        self.player.stop()
        self.player.setSource(QUrl())
        self._buffer.close()
        self._patience.stop()
        self._wish, self.problem = None, ""
        self._seen.clear()
        self.picture.show_image(QImage())

    def play_or_pause(self) -> None:
        """Go on, or stand still; at the end, begin again."""
        if self._is_playing:
            self.player.pause()
        else:
            self.player.play()

    def step(self, frames: int) -> None:
        """Show the next frame or the one before."""
        self.player.pause()
        start_us, end_us = self._frame
        target_us = end_us if frames > 0 else start_us - (end_us - start_us)
        self.player.setPosition(max(0, target_us // 1000 + STEP_MS))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the decoder go first."""
        self.clear()
        super().closeEvent(event)

    @property
    def frames(self) -> int:
        """How many different frames were seen so far."""
        return len(self._seen)

    # -- what the decoder says -------------------------------------------------------

    @property
    def _is_playing(self) -> bool:
        return self.player.playbackState() is QMediaPlayer.PlaybackState.PlayingState

    def _on_frame(self, frame: QVideoFrame) -> None:
        if self._wish is None or not frame.isValid():
            return
        image = frame.toImage()
        if image.isNull():
            return
        self._frame = (frame.startTime(), frame.endTime())
        self._seen.add(frame.startTime())
        self.picture.show_image(image)
        self._show_words()
        self.changed.emit()

    def _on_error(self, _error: QMediaPlayer.Error, text: str) -> None:
        if self._wish is not None:
            self.problem = text
            self._show_words()
            self.changed.emit()

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status is QMediaPlayer.MediaStatus.EndOfMedia:
            self._on_nothing()

    def _on_nothing(self) -> None:
        """It is over, or takes too long; the decoder may have said nothing of that."""
        if self._wish is not None and self._wish.frames and not self._seen and not self.problem:
            self.problem = self.tr("no frame came out of it.")
        self._show_words()
        self.changed.emit()

    def _show_words(self, *_: object) -> None:
        self.toggle.setText(self.tr("Pause") if self._is_playing else self.tr("Play"))
        wish = self._wish
        if wish is None:
            return
        self.setWindowTitle(
            self.tr("Segment {number} of {count} – {name}").format(
                number=wish.number, count=wish.count, name=wish.name
            )
        )
        if self.problem:
            self.state.setText(
                self.tr("The decoder cannot show this segment: {problem}").format(
                    problem=self.problem
                )
            )
        elif not wish.frames:
            self.state.setText(self.tr("This segment holds no picture."))
        else:
            self.state.setText(
                self.tr("{seen} of {frames} frames seen").format(
                    seen=self.frames, frames=wish.frames
                )
            )


class Wishes(QObject):
    """Reads wishes from the standard input on a thread; tells when it ends."""

    wished = Signal(object)
    ended = Signal()

    def watch(self) -> None:
        """Begin to read."""
        threading.Thread(target=self._read, name="stdin", daemon=True).start()

    def _read(self) -> None:
        source = sys.stdin.buffer
        while line := source.readline():
            told = json.loads(line)
            size = int(told.pop("size"))
            data = source.read(size) if 0 <= size <= MOST_BYTES else b""
            if len(data) < size:
                break
            self.wished.emit(Wish(data=data, **told))
        self.ended.emit()


def main(argv: Sequence[str]) -> int:
    """Run the decoder picture and return the exit status."""
    if argv:
        sys.stderr.write("usage: --decoder-picture\n")
        return 2
    clean_own_environment()
    application = QApplication([sys.argv[0]])
    application.setApplicationName(paths.APP_NAME)
    application.setStyle("fusion")
    settings, resources = load(paths.settings_file()), paths.resources_dir()
    theme = Theme(application, resources)
    known = settings.theme in list(Appearance)
    theme.apply(Appearance(settings.theme) if known else Appearance.SYSTEM)
    Languages(application, resources / "i18n").apply(settings.language)
    window, wishes = DecoderWindow(), Wishes()
    window.changed.connect(lambda: _tell(window))
    wishes.wished.connect(lambda wish: _show(window, wish))
    wishes.ended.connect(application.quit)
    wishes.watch()
    status = application.exec()
    window.close()
    return status


def _show(window: DecoderWindow, wish: Wish) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
    window.show_wish(wish)


def _tell(window: DecoderWindow) -> None:
    told = {"frames": window.frames, "problem": window.problem}
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
