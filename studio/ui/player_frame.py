"""The black frame of the player: a poster first, the web view from the first use on.

No import here pulls the web engine in: the view comes from a factory, at its first use.
"""

import json
import logging
from collections.abc import Callable
from typing import Any, Protocol, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from studio.errors import EngineError
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, Text

log = logging.getLogger(__name__)

BLACK = "#000000"
PLAY_ICON = "mdi6.play"


class PlayerWidget(Protocol):
    """What the frame needs of ``studio.ui.web_view.PlayerView``, which is also a QWidget."""

    full_screen_wanted: Any
    loadFinished: Any  # noqa: N815  (Qt's name)

    def open(self, url: str) -> None:
        """Show a page of our server."""

    def set_background(self, colour: QColor) -> None:
        """Colour shown until the page is there."""

    def call_player(self, script: str) -> None:
        """Run a call of the page's player."""

    def page(self) -> Any:
        """The QWebEnginePage."""

    def dispose(self) -> None:
        """Let the engine go."""


WebViewFactory = Callable[[QWidget], PlayerWidget]


class SystemWidget(Protocol):
    """What the frame needs of ``studio.ui.system_view.SystemView``, which is also a QWidget."""

    def open(self, url: str) -> None:
        """Show a page of our server."""

    def run(self, script: str) -> None:
        """Run JavaScript in the page."""


SystemViewFactory = Callable[[QWidget], SystemWidget]
WAITS = "&system=1"
"""Tells the page in the embedded engine that another engine takes over what it cannot decode."""


class PlayerFrame(QFrame):
    """Shows words or the player page; makes the web view when it is first needed.

    ``make_system_view`` is there where the system has a web view of its own: it shows what the
    embedded engine cannot decode.
    """

    button_pressed = Signal()
    loaded = Signal()
    crashed = Signal()

    def __init__(self, theme: Theme, make_view: WebViewFactory) -> None:
        super().__init__()
        self.setObjectName("videoFrame")
        self._theme, self._make_view = theme, make_view
        self._view: PlayerWidget | None = None
        self.make_system_view: SystemViewFactory | None = None
        self._system_view: SystemWidget | None = None
        self._url, self._mime = "", ""
        self._poster = QWidget()
        self._words = Text()
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setProperty("tone", "title")
        self._hint = Text()
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._icon_name = PLAY_ICON
        self.play_button = QPushButton()
        self.play_button.setProperty("role", "primary")
        self.play_button.clicked.connect(self.button_pressed)
        column = QVBoxLayout(self._poster)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self._hint)
        column.addWidget(self.play_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._poster)
        self.setMinimumHeight(22 * UNIT)
        theme.changed.connect(self.restyle)
        self.restyle()

    @property
    def has_view(self) -> bool:
        """True from the first use of the web engine on."""
        return self._view is not None

    @property
    def is_playing_page(self) -> bool:
        """True while the player page is what is shown."""
        return self._stack.currentIndex() > 0

    def restyle(self) -> None:
        """Set the icons."""
        self.play_button.setIcon(self._theme.icon(self._icon_name, "on_accent"))
        self.play_button.setIconSize(QSize(18, 18))

    def say(self, words: str, hint: str = "", *, button: str = "", icon: str = PLAY_ICON) -> None:
        """Show words on black, with a button below when ``button`` has a text."""
        self._words.setText(words)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._icon_name = icon
        self.restyle()
        self.play_button.setText(button)
        self.play_button.setAccessibleName(button)
        self.play_button.setVisible(bool(button))
        self._stack.setCurrentIndex(0)
        self._call("pause()")

    def open(self, url: str, mime: str) -> None:
        """Show the player page, and ask the engine whether it can decode ``mime``.

        Raises:
            StudioError: there is no engine in this environment.
        """
        self._url, self._mime = url, mime
        view = self._need_view()
        view.open(url + WAITS if self.make_system_view is not None else url)
        self._stack.setCurrentWidget(cast("QWidget", view))

    def play(self) -> None:
        """Let the page that is shown play."""
        self._call("play()")

    def take_keyboard(self) -> None:
        """Let the page that is shown hear the keys."""
        shown = self._stack.currentWidget()
        if shown is not None and self.is_playing_page:
            shown.setFocus()

    def set_theme(self, name: str) -> None:
        """Tell the page that is shown about the appearance, ``light`` or ``dark``."""
        script = f"document.documentElement?.setAttribute('data-theme', {json.dumps(name)})"
        if self._view is not None:
            self._view.page().runJavaScript(script)
        if self._system_view is not None:
            self._system_view.run(script)

    def dispose(self) -> None:
        """Let the engine go before the application ends."""
        if self._view is not None:
            self._view.dispose()
            self._view = None

    def empty(self) -> None:
        """Let go of the page, and with it of all that it loads; the next one has a new engine."""
        views = (self._view, self._system_view)
        self.dispose()
        self._system_view = None
        self._stack.setCurrentIndex(0)
        for view in views:
            if view is not None:
                widget = cast("QWidget", view)
                self._stack.removeWidget(widget)
                widget.deleteLater()

    def sizeHint(self) -> QSize:
        """A picture of 16 to 9, its bar and its time axis."""
        return QSize(400, 225 + 240)

    def _need_view(self) -> PlayerWidget:
        if self._view is not None:
            return self._view
        try:
            view = self._make_view(self)
        except ImportError as error:
            raise EngineError(
                "The built-in player is not part of this installation.",
                hint="Open the file in your browser instead.",
                detail=str(error),
            ) from error
        view.set_background(QColor(BLACK))
        view.loadFinished.connect(self._on_loaded)
        view.full_screen_wanted.connect(self._on_full_screen)
        view.page().renderProcessTerminated.connect(self._on_terminated)
        widget = cast("QWidget", view)
        widget.setAccessibleName(self.tr("Player"))
        self._stack.addWidget(widget)
        self._view = view
        return view

    def _on_loaded(self, succeeded: bool) -> None:
        if self._view is None or not succeeded:
            return
        for child in cast("QWidget", self._view).findChildren(QWidget):
            child.setAcceptDrops(False)  # drops belong to the window
        question = f"MediaSource.isTypeSupported({json.dumps(self._mime)})"
        self._view.page().runJavaScript(question, self._on_support)
        self.set_theme("dark" if self._theme.is_dark else "light")  # its address may be older
        self.loaded.emit()

    def _on_support(self, answer: object) -> None:
        if answer is not False or self.make_system_view is None:
            return
        if self._system_view is None:
            self._system_view = self.make_system_view(self)
            self._stack.addWidget(cast("QWidget", self._system_view))
        self._system_view.open(self._url)
        self._stack.setCurrentWidget(cast("QWidget", self._system_view))

    def _call(self, script: str) -> None:
        if self._view is not None:
            self._view.call_player(script)
        if self._system_view is not None:
            self._system_view.run(f"window.studioPlayer?.{script}")

    def _on_full_screen(self, wanted: bool) -> None:
        if self._view is None:
            return
        widget = cast("QWidget", self._view)
        if wanted:
            self._stack.removeWidget(widget)
            widget.setParent(None)
            widget.showFullScreen()
        else:
            self._stack.addWidget(widget)
            self._stack.setCurrentWidget(widget)

    def _on_terminated(self, *_: object) -> None:
        log.warning("the built-in player's page ended")
        self.crashed.emit()
