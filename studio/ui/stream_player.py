"""The player of the streams room: a stream's page in the program's own engine."""

from urllib.parse import urlencode

from PySide6.QtCore import QLocale, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.streams.names import StreamAddress
from studio.ui.core_words import translated
from studio.ui.player_frame import PlayerFrame, WebViewFactory
from studio.ui.reloads import Reloads
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, ElidedText, Panel, QuietButton

LEAST_HEIGHT = 17 * UNIT
"""The page's own bars, and some picture between them."""


class StreamPlayer(Panel):
    """Hidden until something is played; the web engine is started at the first use only."""

    closed = Signal(object)
    """The StreamAddress that was shown, which nobody sees any more."""

    def __init__(self, theme: Theme, make_view: WebViewFactory) -> None:
        super().__init__(theme)
        self.address: StreamAddress | None = None
        """What is shown."""
        self._page = self._mime = ""
        self._reloads = Reloads()
        self.title = ElidedText("section")
        self.close_button = QuietButton(theme, "mdi6.close", "")
        self.close_button.clicked.connect(lambda _checked: self.close_player())
        self.frame = PlayerFrame(theme, make_view)
        self.frame.setMinimumHeight(LEAST_HEIGHT)
        self.frame.button_pressed.connect(self._show_page)
        self.frame.crashed.connect(self._on_crash)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT // 2)
        row.addWidget(self.title, 1)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, 0, UNIT, UNIT)
        column.setSpacing(UNIT // 2)
        column.addWidget(head)
        column.addWidget(self.frame, 1)
        self.hide()
        self.retranslate()
        self.restyle()

    def sizeHint(self) -> QSize:
        """A picture of 16 to 9 with its controls."""
        return QSize(42 * UNIT, 32 * UNIT)

    def retranslate(self) -> None:
        """Set every text; the page is opened again, as its language is part of its address."""
        self.close_button.setAccessibleName(self.tr("Close the player"))
        self.close_button.setToolTip(self.tr("Close the player"))
        self.frame.play_button.setAccessibleName(self.tr("Reload"))
        self._name()
        if self.address is not None and self.frame.is_playing_page:
            self._show_page()

    def restyle(self) -> None:
        """Tell the page about the appearance."""
        self.frame.set_theme("dark" if self.theme.is_dark else "light")

    def _name(self) -> None:
        self.title.set_whole(str(self.address) if self.address is not None else "")
        self.title.setAccessibleName(self.tr("Playing: {name}").format(name=self.address))

    def play(self, address: StreamAddress, page: str, mime: str) -> None:
        """Show the page of a stream and let it play.

        Args:
            address: of the stream.
            page: the URL of its page.
            mime: what the engine has to decode; empty while that is not known.
        """
        if self.address is not None and self.address != address:
            self.closed.emit(self.address)
        self.address, self._page, self._mime = address, page, mime
        self._name()
        self.show()
        self._show_page()

    def close_player(self) -> None:
        """Show nothing any more."""
        address, self.address = self.address, None
        self.frame.empty()
        self.hide()
        if address is not None:
            self.closed.emit(address)

    def dispose(self) -> None:
        """Let the web engine go, for closing."""
        self.frame.dispose()

    def _url(self) -> str:
        language = QLocale().name().split("_", maxsplit=1)[0]
        theme = "dark" if self.theme.is_dark else "light"
        wishes = urlencode({"lang": language, "theme": theme, "autoplay": "1"})
        return f"{self._page}&{wishes}"

    def _show_page(self) -> None:
        try:
            self.frame.open(self._url(), self._mime)
        except StudioError as problem:
            self.frame.say(translated(problem.what), translated(problem.hint))

    def _on_crash(self) -> None:
        if self._reloads.may_reload():
            self._show_page()
        else:
            self.frame.say(self.tr("The player stopped."), button=self.tr("Reload"))
