"""About the selected stream: what is streamed, who watches, and the last minute as a graph."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from studio.streams.links import StreamLinks
from studio.streams.names import StreamAddress
from studio.streams.status import StreamState, StreamStatus
from studio.ui import stream_words
from studio.ui.core_words import translated
from studio.ui.stream_graph import StreamGraph, StreamHistory
from studio.ui.stream_viewers import ViewerModel, ViewerTable
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, ElidedText, MessageBox, Panel, Text

ROOM_FOR_GRAPH = 22 * UNIT


class StreamDetails(Panel):
    """Shows one stream, or that none is selected."""

    def __init__(self, theme: Theme, history: StreamHistory) -> None:
        super().__init__(theme)
        self._status: StreamStatus | None = None
        self._note = ""
        self.facts = ElidedText("secondary")
        self.message = MessageBox(theme)
        self.viewers = ViewerModel(theme, self)
        self.table = ViewerTable(self.viewers)
        self.table.setMinimumHeight(9 * UNIT)
        self.nobody = Text("secondary")
        self.nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.graph = StreamGraph(theme, history)
        self._middle = QWidget()
        self._stack = QStackedLayout(self._middle)
        self._stack.addWidget(self.nobody)
        self._stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT)
        column.setSpacing(UNIT // 2)
        column.addWidget(self.facts)
        column.addWidget(self.message)
        column.addWidget(self._middle, 3)
        column.addWidget(self.graph, 2)
        self.retranslate()

    @property
    def address(self) -> StreamAddress | None:
        """What is shown."""
        return self._status.address if self._status is not None else None

    def retranslate(self) -> None:
        """Set every text."""
        self.table.setAccessibleName(self.tr("Viewers of the stream"))
        self.viewers.repaint()
        self.show_stream(self._status, None)

    def show_stream(self, status: StreamStatus | None, links: StreamLinks | None) -> None:
        """Show a stream as it is now, or none."""
        if status is None or status.address != self.address:
            self._note = ""
        if links is not None:
            self._note = links.note
        self._status = status
        self.viewers.show(status.viewers if status is not None else ())
        self._stack.setCurrentIndex(1 if status is not None and status.viewers else 0)
        self.nobody.setText(self._nobody(status))
        self.facts.set_whole(self._facts(status) if status is not None else "")
        self.facts.setVisible(status is not None)
        self._show_graph()
        self.graph.show_stream(self.address)
        self._show_message(status)

    def _show_graph(self) -> None:
        """Leave the graph out where only the viewers have room."""
        message = 0 if self.message.isHidden() else self.message.height()
        has_room = self.height() - message >= ROOM_FOR_GRAPH
        self.graph.setVisible(self._status is not None and has_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what has room now."""
        super().resizeEvent(event)
        self._show_graph()

    def _facts(self, status: StreamStatus) -> str:
        said = [stream_words.kind_text(status.address.kind)]
        said += [status.mime] if status.mime else []
        if status.position_s:
            on_air = self.tr("on air for {time}")
            said.append(on_air.format(time=stream_words.clock_text(status.position_s)))
        return " · ".join(said)

    def _nobody(self, status: StreamStatus | None) -> str:
        if status is None:
            return self.tr("Select a stream to see who watches it.")
        if status.state in (StreamState.STOPPED, StreamState.FAILED):
            return self.tr("Nobody can watch it now.")
        return self.tr("Nobody watches. Play it here, or copy an address for another player.")

    def _show_message(self, status: StreamStatus | None) -> None:
        tone, what, hint = "info", "", ""
        if status is not None and status.state is StreamState.FAILED:
            tone, what = "danger", status.reason or self.tr("The stream failed.")
            hint = self.tr("Start tries it once more.")
        elif status is not None and status.recording is not None and status.recording.problem:
            tone, what = "danger", status.recording.problem
        elif status is not None:
            what = translated(self._note or status.reason)
        self.message.setVisible(bool(what))
        if what:
            self.message.set_tone(tone)
            self.message.say(what, hint)
