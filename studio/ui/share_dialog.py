"""Opens one file on another device: asks first, shows the link, and what the devices report."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studio.errors import StudioError
from studio.ui import share_words
from studio.ui.actions import short_text
from studio.ui.bridge import Workers
from studio.ui.share_parts import DeviceList, LinkPanel
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, MessageBox, Text
from studio.verdict.model import Outcome, PlaybackReport
from studio.workflow.share import IDLE_LIMIT_S, Share, ShareEnd, ShareSubject, examine_for_sharing
from studio.workflow.share_address import Address, addresses

WIDTH = 76 * UNIT
LOOK_MS = 250
DEVICES_HEIGHT = 18 * UNIT


class ShareDialog(QDialog):
    """Nothing is shared before the user says so, and nothing once the dialog is closed."""

    reported = Signal(object, object)
    """The ShareSubject, and the PlaybackReport of a device, unless it proves nothing."""

    def __init__(
        self, theme: Theme, path: Path, parent: QWidget, *, idle_limit_s: float = IDLE_LIMIT_S
    ) -> None:
        super().__init__(parent)
        self._path, self._idle_limit_s = path, idle_limit_s
        self._workers = Workers("share", 1, self)
        self._subject: ShareSubject | None = None
        self.share: Share | None = None
        self._told: list[PlaybackReport] = []
        self._problem: StudioError | None = None
        self._ended: ShareEnd | None = None
        self._is_preparing = False
        self._known: tuple[Address, ...] = ()
        self._intro, self._terms = Text(), Text("secondary")
        self._at = QLabel()
        self.address = QComboBox()
        self.message = MessageBox(theme)
        self.link = LinkPanel(theme)
        self.devices = DeviceList(theme)
        self._area = QScrollArea()
        self.go, self.stop_button, self.close_button = QPushButton(), QPushButton(), QPushButton()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._lay_out()
        self._connect()
        self._fill_addresses()
        self._retranslate()

    def _lay_out(self) -> None:
        self.go.setProperty("role", "primary")
        self.go.setDefault(True)
        self._at.setBuddy(self.address)
        self._area.setWidgetResizable(True)
        self._area.setFixedHeight(DEVICES_HEIGHT)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self.devices)
        where = QHBoxLayout()
        where.addWidget(self._at)
        where.addWidget(self.address, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self._intro)
        column.addWidget(self._terms)
        column.addLayout(where)
        for part in (self.message, self.link, self._area):
            column.addWidget(part)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.go, self.stop_button, self.close_button):
            row.addWidget(button)
        column.addLayout(row)
        self.setFixedWidth(WIDTH)

    def _connect(self) -> None:
        self.go.clicked.connect(self.open_link)
        self.stop_button.clicked.connect(self.close_link)
        self.close_button.clicked.connect(self.reject)
        self.address.currentIndexChanged.connect(self._refresh)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the window's language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._fill_addresses()
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Open on another device"))
        intro = self.tr("A phone or another computer plays {name} and tells how it went.")
        self._intro.setText(intro.format(name=self._path.name))
        terms = (
            self.tr("Shared is this one file, and nothing else."),
            self.tr("Everyone in this network who has the link can open it."),
            self.tr("It is sent unencrypted: others in this network may be able to read it."),
            self.tr("It ends when you stop it, when this dialog is closed, or after %n minute(s) "
                    "without use.", "", round(self._idle_limit_s / 60)),
        )  # fmt: skip
        self._terms.setText("\n".join(f"• {term}" for term in terms))
        self._at.setText(self.tr("&Address"))
        self.address.setAccessibleName(self.tr("Address at which the file is shared"))
        self._area.setAccessibleName(self.tr("Devices that opened the link"))
        for button, text in (
            (self.go, self.tr("&Share")),
            (self.stop_button, self.tr("S&top sharing")),
            (self.close_button, self.tr("&Close")),
        ):
            button.setText(text)
            button.setAccessibleName(short_text(text))
        self._refresh()

    def _fill_addresses(self) -> None:
        chosen = self._chosen
        self._known = addresses()
        self.address.blockSignals(True)
        self.address.clear()
        for one in self._known:
            self.address.addItem(share_words.address_text(one))
        texts = [one.text for one in self._known]
        if chosen is not None and chosen.text in texts:
            self.address.setCurrentIndex(texts.index(chosen.text))
        self.address.blockSignals(False)

    @property
    def _chosen(self) -> Address | None:
        number = self.address.currentIndex()
        return self._known[number] if 0 <= number < len(self._known) else None

    # -- sharing ---------------------------------------------------------------------

    def open_link(self) -> None:
        """Read the file if that was not done yet, then let devices in."""
        self._problem = self._ended = None
        if self._subject is not None:
            self._open(self._subject)
            return
        self._is_preparing = True
        self._refresh()
        read = partial(examine_for_sharing, self._path)
        self._workers.run(read, self._open, self._on_problem)

    def _open(self, subject: ShareSubject) -> None:
        self._is_preparing, self._subject = False, subject
        chosen = self._chosen
        if chosen is None or not self.isVisible():
            return
        share = Share(subject, chosen.text, idle_limit_s=self._idle_limit_s)
        try:
            share.start()
        except StudioError as problem:
            self._on_problem(problem)
            return
        self.destroyed.connect(share.close)  # whatever else may happen to the dialog
        self.share, self._told = share, []
        self.link.show_link(share.link)
        self._timer.start()
        self._look()
        self._refresh()
        self.link.copy.setFocus()

    def _on_problem(self, problem: StudioError) -> None:
        self._is_preparing, self._problem = False, problem
        self._refresh()

    def close_link(self) -> None:
        """Let nobody in any more; the port is closed when this returns."""
        share, self.share = self.share, None
        if share is None:
            return
        self._timer.stop()
        share.close()
        self._hear(share)
        self._ended = share.ended
        self.link.show_link("")
        self._fill_addresses()
        self._refresh()
        self.go.setFocus()

    def done(self, result: int) -> None:
        """Close the link with the dialog."""
        self.close_link()
        self._workers.stop(wait=False)
        super().done(result)

    # -- what is heard ---------------------------------------------------------------

    def _look(self) -> None:
        if self.share is None:
            return
        if self.share.ended is not None:
            self.close_link()
            return
        self.link.show_left(self.share.left_s)
        self._hear(self.share)

    def _hear(self, share: Share) -> None:
        visits = share.visits()
        duration_us = round(share.subject.found.duration_s * 1_000_000)
        self.devices.show_visits(visits, duration_us)
        self._area.setVisible(bool(visits))
        for visit in visits:
            report = visit.report
            if report is None or report in self._told:
                continue
            self._told.append(report)
            if report.outcome is not Outcome.NOT_TESTED:
                self.reported.emit(share.subject, report)

    def _refresh(self, *_: object) -> None:
        is_open = self.share is not None
        self.address.setEnabled(not is_open and not self._is_preparing)
        self.go.setVisible(not is_open)
        self.go.setEnabled(not self._is_preparing)
        self.stop_button.setVisible(is_open)
        self.link.setVisible(is_open)
        self._area.setVisible(bool(self.devices.lines))
        tone, what, hint = self._news()
        self.message.setVisible(bool(what))
        self.message.set_tone(tone)
        self.message.say(what, hint)
        self._column.activate()
        self.adjustSize()

    def _news(self) -> tuple[str, str, str]:
        """Return tone, sentence and hint of what is to be said now."""
        if self._problem is not None:
            return "danger", self._problem.what, self._problem.hint
        if self._is_preparing:
            return "info", self.tr("The file is being read…"), ""
        if self.share is not None:
            return "info", "", ""
        if self._ended is ShareEnd.IDLE:
            return "info", self.tr("Nobody used the link any more, so it was closed."), ""
        if self._ended is ShareEnd.CLOSED:
            return "info", self.tr("The link is closed."), ""
        if self._chosen is not None and self._chosen.is_public:
            what = self.tr("This address may be reachable from outside your own network.")
            return "warning", what, ""
        return "info", "", ""
