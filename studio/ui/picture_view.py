"""The picture that an engine showed: small beside the facts, large at one click."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from studio.ui import words
from studio.ui.widgets import UNIT
from studio.verdict.model import Picture

SMALL = QSize(208, 156)
ENLARGED = 2
SHARE_OF_SCREEN = 0.8


class PictureButton(QPushButton):
    """A small picture with words for who cannot see it; a click shows it larger."""

    def __init__(self, picture: Picture, engine: str) -> None:
        super().__init__()
        self.picture = picture
        self.dialog: PictureDialog | None = None
        pixels = pixmap_of(picture)
        text = self.tr("Picture at {time} in {engine}")
        self.name = text.format(time=words.seconds_text(picture.time_s), engine=engine)
        self.setProperty("role", "picture")
        self.setAccessibleName(self.name)
        self.setAccessibleDescription(self.tr("Press to see it larger"))
        self.setToolTip(f"{self.name}\n{self.accessibleDescription()}")
        self.setEnabled(not pixels.isNull())
        if not pixels.isNull():
            size = pixels.size().scaled(SMALL, Qt.AspectRatioMode.KeepAspectRatio)
            self.setIcon(QIcon(_smooth(pixels, size * self.devicePixelRatioF())))
            self.setIconSize(size)
            self.setFixedSize(size + QSize(4, 4))
        self.clicked.connect(self.enlarge)

    def enlarge(self) -> None:
        """Show it in a window of its own."""
        self.dialog = PictureDialog(self.picture, self.name, self.window())
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.show()


class PictureDialog(QDialog):
    """One picture, as large as is sensible; Esc closes it."""

    def __init__(self, picture: Picture, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        label = QLabel()
        label.setAccessibleName(name)
        pixels = pixmap_of(picture)
        room = QGuiApplication.primaryScreen().availableSize() * SHARE_OF_SCREEN
        size = (pixels.size() * ENLARGED).boundedTo(room)
        fitting = pixels.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
        label.setPixmap(_smooth(pixels, fitting))
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.addWidget(label)


def pixmap_of(picture: Picture) -> QPixmap:
    """Return the pixels; a null one when the bytes are no picture."""
    pixels = QPixmap()
    pixels.loadFromData(picture.jpeg, "JPEG")
    return pixels


def _smooth(pixels: QPixmap, size: QSize) -> QPixmap:
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return pixels.scaled(size, keep, smooth)
