"""The streams room: the list with its buttons, what is known of one stream, and the player."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QSplitter,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.streams.links import StreamLinks
from studio.streams.status import StreamStatus
from studio.ui.actions import Actions, short_text
from studio.ui.player_frame import WebViewFactory
from studio.ui.stream_details import StreamDetails
from studio.ui.stream_graph import StreamHistory
from studio.ui.stream_list import StreamDrops, StreamList
from studio.ui.stream_model import StreamModel
from studio.ui.stream_player import StreamPlayer
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, Panel, QuietButton, Text, restate

BUTTONS = (
    "stream_start",
    "stream_stop",
    "stream_record",
    "stream_end_recording",
    "stream_play",
    "stream_browse",
    "stream_remove",
)
SHARES = (4, 5, 4)
"""Of the width, for the list, what is known of one stream, and the player."""


class StreamRoom(Panel):
    """What the dock "Streams" holds."""

    address_entered = Signal(str)
    """A typed address that shall be played."""
    close_wanted = Signal()

    def __init__(
        self, theme: Theme, actions: Actions, make_view: WebViewFactory, menus: Sequence[QMenu]
    ) -> None:
        super().__init__(theme)
        self._actions = actions
        self.history = StreamHistory()
        self.model = StreamModel(theme, self)
        self.list = StreamList(self.model)
        self.details = StreamDetails(theme, self.history)
        self.player = StreamPlayer(theme, make_view)
        self.new, self.copy = QToolButton(), QToolButton()
        self.buttons = {name: QToolButton() for name in BUTTONS}
        self.address = QLineEdit()
        self.hide_button = QuietButton(theme, "mdi6.close", "")
        self._title = Text("section")
        self._empty = QFrame()
        self._picture, self._hero, self._hint = QLabel(), Text("title"), Text("secondary")
        for button, menu in zip((self.new, self.copy), menus, strict=True):
            button.setMenu(menu)
        self._lay_out()
        self._connect()
        self.drops: StreamDrops | None = None
        self.retranslate()
        self.restyle()

    # -- layout ----------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._lay_out_empty()
        left, inner = QWidget(), QWidget()
        around = QVBoxLayout(left)
        around.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT)
        around.addWidget(inner)
        self._stack = QStackedLayout(inner)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.list)
        left.setMinimumWidth(34 * UNIT)
        self.details.setMinimumWidth(30 * UNIT)
        self.player.setMinimumWidth(26 * UNIT)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        for number, part in enumerate((left, self.details, self.player)):
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(number, SHARES[number])
        self.splitter.setSizes([100 * share for share in SHARES])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self.splitter, 1)

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(2 * UNIT, UNIT // 2, UNIT, UNIT // 2)
        row.setSpacing(UNIT // 2)
        self._title.setWordWrap(False)
        row.addWidget(self._title)
        row.addSpacing(UNIT)
        for button in (self.new, self.copy):
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.new.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for name, button in self.buttons.items():
            button.setDefaultAction(self._actions[name])
        order = (self.new, *self.buttons.values())
        for button in (*order[:-1], self.copy, order[-1]):
            button.setProperty("role", "quiet")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setIconSize(QSize(18, 18))
            row.addWidget(button)
        row.addSpacing(UNIT)
        self.address.setClearButtonEnabled(True)
        self.address.setMinimumWidth(18 * UNIT)
        self.address.setMaximumWidth(40 * UNIT)
        self.address.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addStretch(1)
        row.addWidget(self.address, 4)
        row.addWidget(self.hide_button)
        return head

    def _lay_out_empty(self) -> None:
        self._empty.setObjectName("streamsEmpty")
        for label in (self._picture, self._hero, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self._empty)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        column.setSpacing(UNIT // 2)
        column.addStretch(1)
        column.addWidget(self._picture)
        column.addWidget(self._hero)
        column.addWidget(self._hint)
        column.addStretch(1)

    def _connect(self) -> None:
        self.address.returnPressed.connect(self._on_address)
        self.hide_button.clicked.connect(lambda _checked: self.close_wanted.emit())

    def take_drops(self) -> StreamDrops:
        """Take what is dropped on the room; call it after the parts gave up drops."""
        self.drops = StreamDrops(self)
        self.drops.hovering.connect(self._set_hot)
        return self.drops

    def _set_hot(self, hot: bool) -> None:
        for part in (self._empty, self.list):
            restate(part, "hot", hot)

    # -- showing ---------------------------------------------------------------------

    def show_streams(self, statuses: Sequence[StreamStatus]) -> None:
        """Show these streams as they are now."""
        self.history.add(statuses)
        self.model.show(statuses)
        self._stack.setCurrentIndex(1 if statuses else 0)
        self.list.select_some()

    def show_selected(self, links: StreamLinks | None) -> None:
        """Show what is known of the selected stream."""
        self.details.show_stream(self.list.selected(), links)

    def show_usable(self) -> None:
        """Show of two buttons that take turns the one that can be used."""
        recording = self._actions["stream_end_recording"].isEnabled()
        self.buttons["stream_record"].setVisible(not recording)
        self.buttons["stream_end_recording"].setVisible(recording)

    def _on_address(self) -> None:
        text = self.address.text().strip()
        if text:
            self.address_entered.emit(text)

    def sizeHint(self) -> QSize:
        """Low and wide: it stands below the list of files."""
        return QSize(120 * UNIT, 36 * UNIT)

    # -- words and colours -----------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self._title.setText(self.tr("Streams"))
        self.list.setAccessibleName(self.tr("Streams"))
        self.new.setText(self.tr("New"))
        for button, name in ((self.new, self.tr("New stream")), (self.copy, self.tr("Copy URL"))):
            button.setAccessibleName(name)
            button.setToolTip(name)
        for name, button in self.buttons.items():
            button.setAccessibleName(short_text(self._actions[name].text()))
        self.address.setPlaceholderText(self.tr("Play an address: vod://NAME"))
        self.address.setAccessibleName(self.tr("Address of a stream to be played"))
        self.hide_button.setToolTip(self.tr("Hide the streams; they go on"))
        self.hide_button.setAccessibleName(self.tr("Hide the streams; they go on"))
        self._hero.setText(self.tr("Nothing is streamed yet"))
        self._hint.setText(
            self.tr("Drop files here, or press New. Only this machine can open the addresses.")
        )
        self.model.repaint()

    def restyle(self) -> None:
        """Set the icons."""
        self.new.setIcon(self.theme.icon("mdi6.plus", "accent"))
        self.copy.setIcon(self.theme.icon("mdi6.link-variant"))
        icon = self.theme.icon("mdi6.access-point", "secondary")
        self._picture.setPixmap(icon.pixmap(QSize(36, 36), self.devicePixelRatioF()))
