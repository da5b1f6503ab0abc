"""The tab "Preview": the room in which a file is seen playing, and the verdict below it."""

from pathlib import Path

from PySide6.QtCore import QLocale, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.segments.model import SegmentMap
from studio.ui.core_words import translated
from studio.ui.entries import Entry
from studio.ui.player_frame import PlayerFrame, WebViewFactory
from studio.ui.player_host import Offer, PlayerHost
from studio.ui.reloads import Reloads
from studio.ui.theme import Theme
from studio.ui.verdict_box import VerdictBox
from studio.ui.widgets import UNIT, Panel

WHOLE_VERDICT_FROM = 80 * UNIT
"""Height below which the player, its keys and its time line would not be seen beside all of it."""


class PreviewPanel(Panel):
    """Opens a file's room when it is shown; the web engine is started at the first use only."""

    loaded = Signal()
    """The page of the file in hand has been loaded."""

    def __init__(self, theme: Theme, host: PlayerHost, make_view: WebViewFactory) -> None:
        super().__init__(theme)
        self._host = host
        self._entry: Entry | None = None
        self._path: Path | None = None
        self._offer: Offer | None = None
        self._wanted = False
        self._play = False
        self._problem: StudioError | None = None
        self._is_loaded = False
        self.page_language = ""
        """Of the room's page; empty for the window's own."""
        self._reloads = Reloads()
        self.frame = PlayerFrame(theme, make_view)
        self.frame.loaded.connect(self._on_loaded)
        self.frame.button_pressed.connect(self.play)
        self.frame.crashed.connect(self._on_crash)
        self._is_filling = False
        self.verdict = VerdictBox(theme)
        self._lay_out()
        self.retranslate()
        self.restyle()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.frame, 1)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        foot.addWidget(self.verdict)
        whole.addWidget(self._foot)

    def retranslate(self) -> None:
        """Set every text; the page is opened again, as its language is part of its address."""
        self.show_entry(self._entry)
        if self._offer is not None and self.frame.is_playing_page:
            self._show_page()

    def restyle(self) -> None:
        """Tell the page about the appearance."""
        self.frame.set_theme("dark" if self.theme.is_dark else "light")

    def set_filling(self, filling: bool) -> None:
        """Leave the verdict to its own tab while the preview fills the window."""
        self._is_filling = filling
        self._show_foot()
        if filling:
            self.frame.take_keyboard()

    def showEvent(self, event: QShowEvent) -> None:
        """Load what was selected while this tab was hidden."""
        super().showEvent(event)
        if self._wanted and self.frame.has_view:
            self.load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the player its room: the verdict has a tab of its own."""
        super().resizeEvent(event)
        self.verdict.set_brief(self.height() < WHOLE_VERDICT_FROM)

    # -- what is shown ---------------------------------------------------------------

    def show_entry(self, entry: Entry | None) -> None:
        """Turn to another file, or to new facts about the same one.

        A result that is there now takes the place of its source, also while that is opened.
        """
        is_awaited = entry is self._entry and self._is_opening
        self._entry = entry
        path = entry.playable if entry else None
        if path != self._path:
            self._forget()
            self._path = path
            self._wanted = path is not None
            self._play = self._play and is_awaited
        self._show_frame()
        self.verdict.show_entry(entry)
        self._show_foot()
        if self.isVisible() and self._wanted and (self.frame.has_view or is_awaited):
            self.load()

    def play(self) -> None:
        """Play the file in hand, after its page was loaded; the keys are for the player then."""
        self._play = True
        self.load()
        if self._is_loaded:
            self.frame.play()
            self.frame.take_keyboard()

    def load(self) -> None:
        """Map the file, open a room for it, and load the room's page."""
        path, entry = self._path, self._entry
        if path is None or entry is None or not self._wanted:
            return
        self._wanted = False
        self.frame.say(self.tr("Reading the segments…"))
        self._host.offer(
            path,
            entry.source,
            lambda offer: self._on_offer(path, offer),
            lambda problem: self._on_problem(path, problem),
        )

    @property
    def is_settled(self) -> bool:
        """True once the page of the file in hand is loaded, or cannot be."""
        return self._problem is not None or self._is_loaded

    @property
    def _is_opening(self) -> bool:
        return self._path is not None and not self._wanted and not self.is_settled

    @property
    def path(self) -> Path | None:
        """The file in hand."""
        return self._path

    @property
    def segment_map(self) -> SegmentMap | None:
        """Of the file whose room is open."""
        return self._offer.segment_map if self._offer is not None else None

    def open_in_browser(self, url: str = "") -> None:
        """Open the room's page in the user's own browser."""
        if url or self._offer is not None:
            QDesktopServices.openUrl(QUrl(self._host.door(url or self._url())))

    def dispose(self) -> None:
        """Let the web engine go, for closing."""
        self.frame.dispose()

    def _url(self) -> str:
        assert self._offer is not None
        language = self.page_language or QLocale().name().split("_", maxsplit=1)[0]
        theme = "dark" if self.theme.is_dark else "light"
        wishes = {"autoplay": "1"} if self._play else {}
        return self._host.room_url(self._offer, lang=language, theme=theme, **wishes)

    def _forget(self) -> None:
        if self._offer is not None:
            self._host.withdraw(self._offer)
        self._offer, self._problem, self._is_loaded = None, None, False

    def _show_frame(self) -> None:
        if self._offer is not None and self._problem is None:
            return
        if self._path is None:
            self.frame.say(self.tr("Select a finished file, or a WebM or MP4."))
        elif self._problem is not None:
            self.frame.say(translated(self._problem.what), translated(self._problem.hint))
        elif self._wanted:
            self.frame.say(self._path.name, button=self.tr("Play"))

    def _show_foot(self) -> None:
        self._foot.setVisible(self.verdict.has_words and not self._is_filling)

    def _show_page(self) -> None:
        assert self._offer is not None
        self._is_loaded = False
        try:
            self.frame.open(self._url(), self._offer.segment_map.mime)
            if self._play:
                self.frame.take_keyboard()
        except StudioError as problem:
            self._problem = problem
        self._show_frame()

    # -- what the others report ------------------------------------------------------

    def _on_offer(self, path: Path, offer: Offer) -> None:
        if path != self._path:
            self._host.withdraw(offer)
            return
        self._offer = offer
        self._show_page()

    def _on_problem(self, path: Path, problem: StudioError) -> None:
        if path == self._path:
            self._problem = problem
            self._show_frame()

    def _on_loaded(self) -> None:
        self._is_loaded = True
        self.loaded.emit()

    def _on_crash(self) -> None:
        """Reload by itself, unless that has not helped; then a button does."""
        self._forget()
        self._wanted = self._path is not None
        if self._reloads.may_reload():
            self.load()
        else:
            self.frame.say(self.tr("The preview stopped."), button=self.tr("Reload"))
