"""Parts of the dialog that shares a file: the open link, and one line for each device."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from studio.ui import share_words, words
from studio.ui.share_qr import QrCode
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, Panel, Text, use_fixed_font
from studio.workflow.share_visit import VisitState

ICON = 18
COPIED_MS = 2_000


class LinkPanel(Panel):
    """The link as a QR code and as text, a button that copies it, and how long it lasts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.code = QrCode()
        self.how, self.time, self.help = Text(), Text("secondary"), Text("secondary")
        self.link = QLineEdit()
        self.link.setReadOnly(True)
        use_fixed_font(self.link)
        self.copy = QPushButton()
        self.copy.clicked.connect(self._on_copy)
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(COPIED_MS)
        self._copied.timeout.connect(self._name_copy)
        self._left_s = 0
        side = QVBoxLayout()
        side.setSpacing(UNIT)
        for part in (self.how, self.link):
            side.addWidget(part)
        side.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        side.addWidget(self.time)
        side.addStretch(1)
        side.addWidget(self.help)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        row.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(side, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        self.how.setText(self.tr("Scan this with the device's camera, or open the link there:"))
        self.help.setText(
            self.tr(
                "Does it not open? The device has to be in the same network, and the firewall "
                "of this machine has to let it in."
            )
        )
        self.link.setAccessibleName(self.tr("Link for the device"))
        self._name_copy()
        self._name_code()
        self._say_time()

    def show_link(self, link: str) -> None:
        """Show this link."""
        self.code.set_text(link)
        self.link.setText(link)
        self.link.setCursorPosition(0)
        self._name_code()

    def show_left(self, left_s: float) -> None:
        """Say how long it stays open when nobody uses it."""
        if round(left_s) != self._left_s:
            self._left_s = round(left_s)
            self._say_time()

    def _say_time(self) -> None:
        text = self.tr("Closes in {time} if nobody uses it.")
        self.time.setText(text.format(time=words.clock(self._left_s * 1_000_000)))

    def _name_code(self) -> None:
        self.code.setAccessibleName(self.tr("QR code: {link}").format(link=self.link.text()))

    def _name_copy(self) -> None:
        text = self.tr("Copied") if self._copied.isActive() else self.tr("Copy link")
        self.copy.setText(text)
        self.copy.setAccessibleName(text)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.link.text())
        self._copied.start()
        self._name_copy()


class DeviceLine(QFrame):
    """One device: its name, and how far it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[object, ...] = ()
        self._picture = QLabel()
        self._picture.setFixedSize(ICON, ICON)
        self.name, self.text = Text(selectable=True), Text("secondary", selectable=True)
        told = QVBoxLayout()
        told.setSpacing(1)
        told.addWidget(self.name)
        told.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(UNIT)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)

    def show_visit(self, visit: VisitState, duration_us: int) -> None:
        """Show how far it is."""
        name = share_words.device_name(visit.device)
        text = share_words.visit_text(visit, duration_us)
        icon, tone = share_words.visit_icon(visit)
        shown = (name, text, icon, self._theme.is_dark)
        if shown == self._shown:
            return
        self._shown = shown
        self.name.setText(name)
        self.text.setText(text)
        size, ratio = QSize(ICON, ICON), self.devicePixelRatioF()
        self._picture.setPixmap(self._theme.icon(icon, tone).pixmap(size, ratio))
        self.setAccessibleName(f"{name}: {text}")


class DeviceList(Panel):
    """All devices that came, the latest on top."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._title = Text("section")
        self.lines: list[DeviceLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(UNIT // 2)
        self._column.addWidget(self._title)
        self._column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the title."""
        self._title.setText(self.tr("Devices"))

    def show_visits(self, visits: Sequence[VisitState], duration_us: int) -> None:
        """Show these, in the order of their coming."""
        while len(self.lines) > len(visits):
            line = self.lines.pop()
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        while len(self.lines) < len(visits):
            self.lines.append(DeviceLine(self.theme))
            self._column.insertWidget(1, self.lines[-1])
        for line, visit in zip(self.lines, visits, strict=True):
            line.show_visit(visit, duration_us)
        self.setVisible(bool(visits))
