"""Small parts that several panels share."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontDatabase, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.ui.core_words import translated
from studio.ui.theme import Theme

UNIT = 8
"""The rhythm of every distance, in pixels."""
TONE_ICONS = {
    "info": "mdi6.information-outline",
    "success": "mdi6.check-circle-outline",
    "warning": "mdi6.alert-outline",
    "danger": "mdi6.alert-circle-outline",
}


class Panel(QWidget):
    """A part of the window that can say everything again in another language or colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        theme.changed.connect(self.restyle)

    def retranslate(self) -> None:
        """Set every text."""

    def restyle(self) -> None:
        """Set every icon and hand-painted colour."""

    def changeEvent(self, event: QEvent) -> None:
        """Hear that the language changed."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class Text(QLabel):
    """A wrapped plain-text label; markup in file names and messages stays text."""

    def __init__(self, tone: str = "", *, selectable: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        if tone:
            self.setProperty("tone", tone)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)


class ElidedText(QLabel):
    """One line that shortens itself in the middle and shows the whole in its tool tip."""

    def __init__(self, tone: str = "") -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if tone:
            self.setProperty("tone", tone)

    def set_whole(self, text: str) -> None:
        """Show ``text``, shortened if need be."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten again for the new width."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """The text never makes the panel wider."""
        return QSize(UNIT * 4, super().minimumSizeHint().height())

    def _fit(self) -> None:
        middle = Qt.TextElideMode.ElideMiddle
        self.setText(self.fontMetrics().elidedText(self._whole, middle, self.width()))


class MessageBox(QFrame):
    """A calm box: icon, sentence, hint, and up to two buttons."""

    def __init__(self, theme: Theme, tone: str = "info") -> None:
        super().__init__()
        self._theme, self._tone = theme, tone
        self._icon = QLabel()
        self._icon.setFixedSize(20, 20)
        self.what = Text(selectable=True)
        self.hint = Text("secondary", selectable=True)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(UNIT // 2)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.what)
        words.addWidget(self.hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addLayout(self.buttons)
        theme.changed.connect(self._repaint_icon)
        self.set_tone(tone)

    def set_tone(self, tone: str) -> None:
        """Choose between info, success, warning and danger."""
        if self.property("box") != tone:
            self._tone = tone
            restate(self, "box", tone)
            self._repaint_icon()

    def say(self, what: str, hint: str = "") -> None:
        """Set the sentence and the hint; an empty hint takes no room."""
        what, hint = translated(what), translated(hint)
        self.what.setText(what)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.setAccessibleName(f"{what} {hint}".strip())

    def add_button(
        self, text: str, action: Callable[[], object], role: str = "link"
    ) -> QPushButton:
        """Add a button at the right."""
        button = QPushButton(text)
        button.setProperty("role", role)
        button.setAccessibleName(text)
        button.clicked.connect(lambda _checked: action())
        self.buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return button

    def add_close_button(self, name: str, action: Callable[[], object]) -> QToolButton:
        """Add a small cross at the right."""
        button = QuietButton(self._theme, "mdi6.close", name)
        button.clicked.connect(lambda _checked: action())
        self.buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return button

    def _repaint_icon(self) -> None:
        tone = "secondary" if self._tone == "info" else self._tone
        icon = self._theme.icon(TONE_ICONS[self._tone], tone)
        self._icon.setPixmap(icon.pixmap(QSize(20, 20), self.devicePixelRatioF()))


class Meter(QWidget):
    """A thin rounded progress bar that is painted, not styled: right at every height."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._fraction = theme, 0.0
        self.setFixedHeight(UNIT * 2)
        self.setMinimumWidth(UNIT * 12)
        theme.changed.connect(self.update)

    @property
    def fraction(self) -> float:
        """What is shown, 0 to 1."""
        return self._fraction

    def set_fraction(self, fraction: float) -> None:
        """Show ``fraction``, 0 to 1."""
        self._fraction = min(1.0, max(0.0, fraction))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track and bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRect(0, self.height() // 2 - 3, self.width(), 6)
        painter.setBrush(self._theme.color("track"))
        painter.drawRoundedRect(track, 3, 3)
        if self._fraction > 0:
            painter.setBrush(self._theme.color("accent"))
            width = max(6, round(track.width() * self._fraction))
            painter.drawRoundedRect(QRect(0, track.top(), width, 6), 3, 3)


class QuietButton(QToolButton):
    """A small button without a frame, named for screen readers."""

    def __init__(self, theme: Theme, icon: str, name: str) -> None:
        super().__init__()
        self._theme, self._icon_name = theme, icon
        self.setProperty("role", "quiet")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Set the icon."""
        self.setIcon(self._theme.icon(self._icon_name, "secondary"))


def use_fixed_font(widget: QWidget) -> None:
    """Show the widget's text in the system's fixed-pitch font."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(widget.font().pointSizeF())
    widget.setFont(font)


def restate(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and apply it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
