"""Light and dark: the colours, the style sheet, and icons drawn in the colours of the moment."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from string import Template

import qtawesome
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication


class Appearance(StrEnum):
    """What the user may choose; the value is what settings.json holds."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colors:
    """Every colour of the window, as ``#rrggbb``.

    Text on ``surface`` has a contrast of at least 4.5:1 for ``text``, ``secondary``,
    ``accent``, ``success``, ``warning`` and ``danger`` (WCAG 2.2, 1.4.3); a test measures it.
    """

    window: str
    surface: str
    raised: str
    hover: str
    selection: str
    border: str
    outline: str
    scroll: str
    track: str
    text: str
    secondary: str
    disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str


LIGHT = Colors(
    window="#f4f5f7",
    surface="#ffffff",
    raised="#ffffff",
    hover="#e9ecf1",
    selection="#dfe8fb",
    border="#dce0e6",
    outline="#8d97a5",
    scroll="#c3cad3",
    track="#e3e7ed",
    text="#1b1f24",
    secondary="#57606d",
    disabled="#a0a8b3",
    accent="#2b5cce",
    accent_hover="#224cae",
    on_accent="#ffffff",
    success="#17713f",
    success_soft="#e2f3e8",
    warning="#855600",
    warning_soft="#fdf1d7",
    danger="#b3261e",
    danger_soft="#fce8e6",
)
DARK = Colors(
    window="#1a1c20",
    surface="#212429",
    raised="#2b2f36",
    hover="#30353c",
    selection="#2c3a57",
    border="#363b43",
    outline="#6c7683",
    scroll="#474e58",
    track="#383e47",
    text="#e7e9ec",
    secondary="#a7afba",
    disabled="#6b737e",
    accent="#86adff",
    accent_hover="#a3c1ff",
    on_accent="#10141b",
    success="#68d391",
    success_soft="#1f3529",
    warning="#eabf5c",
    warning_soft="#3a311c",
    danger="#ff9389",
    danger_soft="#412523",
)


class Theme(QObject):
    """Applies one appearance to the whole application and says when it changes."""

    changed = Signal()

    def __init__(self, application: QApplication, resources: Path) -> None:
        super().__init__(application)
        self._application = application
        self._resources = resources
        self._sheet = Template((resources / "styles" / "studio.qss").read_text("utf-8"))
        self._appearance = Appearance.SYSTEM
        self.colors = LIGHT
        application.styleHints().colorSchemeChanged.connect(self._on_system_change)

    @property
    def is_dark(self) -> bool:
        """True while the dark colours are shown."""
        return self.colors is DARK

    @property
    def appearance(self) -> Appearance:
        """What the user chose, which may be to follow the system."""
        return self._appearance

    def apply(self, appearance: Appearance) -> None:
        """Show this appearance at once, in every open window."""
        self._appearance = appearance
        scheme = {
            Appearance.SYSTEM: Qt.ColorScheme.Unknown,
            Appearance.LIGHT: Qt.ColorScheme.Light,
            Appearance.DARK: Qt.ColorScheme.Dark,
        }[appearance]
        self._application.styleHints().setColorScheme(scheme)  # title bars and native dialogs
        self._paint()

    def icon(self, name: str, tone: str = "text") -> QIcon:
        """Return a QtAwesome icon (``mdi6.play``) in the colour called ``tone``."""
        color = getattr(self.colors, tone)
        return QIcon(qtawesome.icon(name, color=color, color_disabled=self.colors.disabled))

    def color(self, tone: str) -> QColor:
        """Return the colour called ``tone``."""
        return QColor(getattr(self.colors, tone))

    def _on_system_change(self) -> None:
        if self._appearance is Appearance.SYSTEM:
            self._paint()

    def _paint(self) -> None:
        self.colors = DARK if self._wants_dark() else LIGHT
        self._application.setPalette(_palette(self.colors))
        words = asdict(self.colors)
        words["variant"] = "dark" if self.is_dark else "light"
        words["images"] = (self._resources / "icons").as_posix()
        self._application.setStyleSheet(self._sheet.substitute(words))
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self._appearance is Appearance.SYSTEM:
            return self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._appearance is Appearance.DARK


def _palette(colors: Colors) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for where, name in (
        (role.Window, colors.window),
        (role.WindowText, colors.text),
        (role.Base, colors.surface),
        (role.AlternateBase, colors.window),
        (role.Text, colors.text),
        (role.PlaceholderText, colors.secondary),
        (role.Button, colors.raised),
        (role.ButtonText, colors.text),
        (role.Highlight, colors.selection),
        (role.HighlightedText, colors.text),
        (role.ToolTipBase, colors.raised),
        (role.ToolTipText, colors.text),
        (role.Link, colors.accent),
        (role.Accent, colors.accent),
        (role.Mid, colors.border),
    ):
        palette.setColor(where, QColor(name))
    disabled = QPalette.ColorGroup.Disabled
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(disabled, where, QColor(colors.disabled))
    return palette
