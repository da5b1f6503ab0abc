"""The tab "Preview": the file played through MSE, its segments, and the verdict beside them."""

from pathlib import Path

from PySide6.QtCore import QLocale, QModelIndex, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from studio.errors import StudioError
from studio.segments.model import SegmentMap
from studio.ui import words
from studio.ui.core_words import translated
from studio.ui.entries import Entry
from studio.ui.player_frame import PlayerFrame, WebViewFactory
from studio.ui.player_host import Offer, PlayerHost
from studio.ui.segment_model import SegmentModel
from studio.ui.theme import Theme
from studio.ui.verdict_box import VerdictBox
from studio.ui.verdict_words import played_in
from studio.ui.widgets import UNIT, Panel, Text

SIDE_BY_SIDE_WIDTH = 720
CONTROLS_HEIGHT = 56
CODEC_NAMES = {
    "avc1": "H.264", "avc3": "H.264", "hvc1": "H.265", "hev1": "H.265", "mp4a": "AAC",
    "av01": "AV1", "vp09": "VP9", "vp9": "VP9", "vp8": "VP8", "opus": "Opus",
}  # fmt: skip


class PreviewPanel(Panel):
    """Loads a file when it is shown; the web engine is started at the first use only."""

    loaded = Signal()
    """The player page of the file in hand has been loaded."""

    def __init__(self, theme: Theme, host: PlayerHost, make_view: WebViewFactory) -> None:
        super().__init__(theme)
        self._host = host
        self._entry: Entry | None = None
        self._path: Path | None = None
        self._offer: Offer | None = None
        self._wanted = False
        self._play = False
        self._problem: StudioError | None = None
        self._can_decode: bool | None = None
        self.frame = PlayerFrame(theme, make_view)
        self.frame.loaded.connect(self._on_loaded)
        self.frame.support_known.connect(self._on_support)
        self.frame.button_pressed.connect(self._on_button)
        self.frame.crashed.connect(self._on_crash)
        self.open_button = QPushButton()
        self.open_button.clicked.connect(self.open_in_browser)
        self.verdict = VerdictBox(theme)
        self.segments = SegmentModel(self)
        self.table = self._make_table()
        self._segments_title = Text("section")
        self._lay_out()
        self.retranslate()
        self.restyle()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setProperty("role", "boxed")
        table.setModel(self.segments)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(28)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, 48)
        table.clicked.connect(self._on_segment)
        table.activated.connect(self._on_segment)
        return table

    def _lay_out(self) -> None:
        player, facts = QWidget(), QWidget()
        left = QVBoxLayout(player)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(UNIT)
        left.addWidget(self.frame, 1)
        right = QVBoxLayout(facts)
        right.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, 2 * UNIT)
        right.setSpacing(UNIT)
        right.addWidget(self.verdict)
        row = QHBoxLayout()
        row.addWidget(self._segments_title, 1)
        row.addWidget(self.open_button)
        right.addLayout(row)
        right.addWidget(self.table, 1)
        right.addStretch(0)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.addWidget(player)
        self._split.addWidget(facts)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 0)
        self._split.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)

    def retranslate(self) -> None:
        """Set every text."""
        self.open_button.setText(self.tr("Open in browser"))
        self.open_button.setAccessibleName(self.open_button.text())
        self.open_button.setToolTip(self.tr("Plays the same page in your default browser"))
        self._segments_title.setText(self.tr("Segments"))
        self.table.setAccessibleName(self.tr("Segments; press Enter to jump to one"))
        self.show_entry(self._entry)

    def restyle(self) -> None:
        """Set the icons."""
        self.open_button.setIcon(self.theme.icon("mdi6.open-in-new"))
        self.frame.set_theme("dark" if self.theme.is_dark else "light")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put player and facts side by side where there is room."""
        super().resizeEvent(event)
        width = event.size().width()
        wide = width >= SIDE_BY_SIDE_WIDTH
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if wanted != self._split.orientation() or event.oldSize().width() <= 0:
            self._split.setOrientation(wanted)
            picture = width * 3 // 5 if wide else width * 9 // 16 + CONTROLS_HEIGHT
            whole = width if wide else event.size().height()
            self._split.setSizes([picture, max(whole - picture, 1)])

    def showEvent(self, event: QShowEvent) -> None:
        """Load what was selected while this tab was hidden."""
        super().showEvent(event)
        if self._wanted and self.frame.has_view:
            self.load()

    # -- what is shown ---------------------------------------------------------------

    def show_entry(self, entry: Entry | None) -> None:
        """Turn to another file, or to new facts about the same one."""
        self._entry = entry
        path = entry.playable if entry else None
        if path != self._path:
            self._forget()
            self._path = path
            self._wanted = path is not None
            self._play = False
        self._show_frame()
        self.verdict.show_entry(entry)
        self._show_facts()
        if self.isVisible() and self._wanted and self.frame.has_view:
            self.load()

    def play(self) -> None:
        """Load the file in hand and play it from its beginning."""
        self._play = True
        self.load()

    def load(self) -> None:
        """Map the file, offer it to the page, and load the page."""
        path = self._path
        if path is None or not self._wanted:
            return
        self._wanted = False
        self.frame.say(self.tr("Reading the segments…"))
        self._host.offer(
            path,
            lambda offer: self._on_offer(path, offer),
            lambda problem: self._on_problem(path, problem),
        )

    @property
    def is_settled(self) -> bool:
        """True once the page of the file in hand is loaded and its codecs were asked about."""
        return self._problem is not None or self._can_decode is not None

    def open_in_browser(self) -> None:
        """Open the player page in the user's own browser."""
        if self._offer is not None:
            QDesktopServices.openUrl(QUrl(self._url(self._offer)))

    def dispose(self) -> None:
        """Let the web engine go, for closing."""
        self.frame.dispose()

    def _url(self, offer: Offer) -> str:
        language = QLocale().name().split("_", maxsplit=1)[0]
        theme = "dark" if self.theme.is_dark else "light"
        return self._host.player_url(offer, language=language, theme=theme, autoplay=self._play)

    def _forget(self) -> None:
        if self._offer is not None:
            self._host.withdraw(self._offer)
        self._offer, self._problem, self._can_decode = None, None, None
        self.segments.show_map(None)

    def _show_frame(self) -> None:
        if self._can_decode is False:
            self._say_undecodable()
        elif self._offer is not None and self._problem is None:
            return
        elif self._path is None:
            self.frame.say(self.tr("Select a finished file, or a WebM or fragmented MP4."))
        elif self._problem is not None:
            self.frame.say(translated(self._problem.what), translated(self._problem.hint))
        elif self._wanted:
            self.frame.say(self._path.name, button=self.tr("Play"))

    def _show_facts(self) -> None:
        has_map = self._offer is not None
        self.table.setVisible(has_map)
        self._segments_title.setVisible(has_map)
        self.open_button.setVisible(has_map)
        if self._offer is not None:
            count = len(self._offer.segment_map.segments)
            self._segments_title.setText(self.tr("%n segment(s)", "", count))

    def _say_undecodable(self) -> None:
        if self._offer is None:
            return
        codecs = undecoded_names(self._offer.segment_map)
        what = self.tr("The built-in player cannot decode {codecs}.").format(codecs=codecs)
        button = self.tr("Open in browser")
        self.frame.say(what, self._file_is_fine(), button=button, icon="mdi6.open-in-new")

    def _file_is_fine(self) -> str:
        entry = self._entry
        engines = played_in(entry.verdict) if entry and entry.verdict else ""
        if engines:
            return self.tr("The file itself is fine: it played in {engines}.").format(
                engines=engines
            )
        return self.tr("This says nothing about the file. Open it in a browser to see it play.")

    # -- what the others report ------------------------------------------------------

    def _on_offer(self, path: Path, offer: Offer) -> None:
        if path != self._path:
            self._host.withdraw(offer)
            return
        self._offer = offer
        self.segments.show_map(offer.segment_map)
        try:
            if not offer.segment_map.fragmented:
                raise StudioError(
                    self.tr("This MP4 is not fragmented, so MSE cannot play it."),
                    hint=self.tr("Convert it first; a preset without re-encoding will do."),
                )
            self.frame.open(self._url(offer), offer.segment_map.mime)
        except StudioError as problem:
            self._problem = problem
        self._show_frame()
        self._show_facts()

    def _on_problem(self, path: Path, problem: StudioError) -> None:
        if path == self._path:
            self._problem = problem
            self._show_frame()
            self._show_facts()

    def _on_loaded(self) -> None:
        self.loaded.emit()

    def _on_support(self, can_decode: bool) -> None:
        self._can_decode = can_decode
        self._show_frame()

    def _on_button(self) -> None:
        if self._can_decode is False:
            self.open_in_browser()
        else:
            self.play()

    def _on_crash(self) -> None:
        self._forget()
        self._wanted = self._path is not None
        self.frame.say(self.tr("The preview stopped."), button=self.tr("Play again"))
        self._show_facts()

    def _on_segment(self, index: QModelIndex) -> None:
        segment = self.segments.segment(index.row())
        self.frame.seek(float(segment.start_s))


def undecoded_names(segment_map: SegmentMap) -> str:
    """Names of the file's codecs, for a sentence."""
    strings = (track.codec_string or track.codec_id for track in segment_map.tracks)
    names = (CODEC_NAMES.get(text.split(".", 1)[0].lower(), text) for text in strings)
    return " + ".join(dict.fromkeys(names)) or words.NOTHING
