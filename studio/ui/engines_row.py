"""One engine of this machine: its box to tick, what came of asking it, where it is."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout

from studio.ui.core_words import translated
from studio.ui.engines_book import EngineBook, EngineState
from studio.ui.engines_words import named
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, ElidedText, Panel, QuietButton, Text
from studio.verdict.browsers import Engine, EngineKind
from studio.workflow.asking import EngineAnswer

ICON = 18
_LOOKS = {
    EngineState.WAITING: ("mdi6.timer-sand", "secondary"),
    EngineState.ASKING: ("mdi6.dots-horizontal", "accent"),
    EngineState.ANSWERED: ("mdi6.check-circle-outline", "success"),
    EngineState.SILENT: ("mdi6.alert-circle-outline", "danger"),
    EngineState.NOT_ASKED: ("mdi6.help-circle-outline", "secondary"),
}


class EngineRow(Panel):
    """Shows one engine; nothing is remembered here."""

    ticked = Signal(str, bool)
    """The user wants it asked, or not: its name, and which."""

    def __init__(self, theme: Theme, engine: Engine) -> None:
        super().__init__(theme)
        self.engine = engine
        self._state, self._answer = EngineState.WAITING, EngineAnswer(engine.identity)
        self.box = QCheckBox()
        self.box.clicked.connect(lambda on: self.ticked.emit(engine.identity.name, on))
        self._icon = QLabel()
        self._icon.setFixedSize(ICON, ICON)
        self._icon.setScaledContents(True)
        self.state = ElidedText("secondary")
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.reason = Text("danger", selectable=True)
        self.note = Text("secondary")
        self.path = ElidedText("secondary")
        self.copy = QuietButton(theme, "mdi6.content-copy", "")
        self.copy.setIconSize(QSize(14, 14))
        self.copy.setFixedSize(3 * UNIT, 3 * UNIT)
        self.copy.clicked.connect(self._on_copy)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(UNIT // 2)
        head.addWidget(self.box)
        head.addWidget(self.state, 1)
        head.addWidget(self._icon)
        foot.setContentsMargins(3 * UNIT + 3, 0, 0, 0)
        foot.setSpacing(UNIT // 2)
        foot.addWidget(self.path, 1)
        foot.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT + 4, UNIT // 2, UNIT, UNIT // 2)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.reason)
        column.addWidget(self.note)
        column.addLayout(foot)
        for text in (self.reason, self.note):
            text.setContentsMargins(3 * UNIT + 3, 0, 0, 0)
            text.hide()

    # -- what is known ---------------------------------------------------------------

    def show_book(self, book: EngineBook) -> None:
        """Show what is known of the engine now."""
        self._state = book.state_of(self.engine)
        known = book.answers.get(self.engine.identity.name)
        self._answer = known or EngineAnswer(self.engine.identity)
        self.retranslate()
        self.restyle()

    def tick(self, on: bool) -> None:
        """Show whether it is asked; nobody is told."""
        self.box.setChecked(on)

    @property
    def title(self) -> str:
        """Title and version, as its page told it where nothing else did."""
        return named(self._answer.identity)

    def retranslate(self) -> None:
        """Set every text."""
        self.box.setText(self.title)
        name = self.tr("Ask {engine} when a file is checked").format(engine=self.title)
        self.box.setAccessibleName(name)
        self.box.setToolTip(name)
        said = self._said()
        self.state.set_whole(said)
        self.state.setAccessibleName(f"{self.title}: {said}")
        self.reason.setText(translated(self._answer.reason))
        self.reason.setVisible(self._state is EngineState.SILENT and bool(self._answer.reason))
        self.note.setText(translated(self.engine.note))
        self.note.setVisible(bool(self.engine.note))
        path = self.engine.identity.path
        is_ours = self.engine.kind is EngineKind.EMBEDDED
        self.path.set_whole(
            self.tr("Part of MSE Studio: {path}").format(path=path) if is_ours else path
        )
        copy = self.tr("Copy the path of {engine}").format(engine=self.title)
        self.copy.setAccessibleName(copy)
        self.copy.setToolTip(copy)

    def restyle(self) -> None:
        """Set the icon of the state."""
        icon, tone = _LOOKS[self._state]
        self._icon.setPixmap(self.theme.icon(icon, tone).pixmap(QSize(ICON, ICON), 2.0))

    def _said(self) -> str:
        if self._state is EngineState.ANSWERED:
            seconds = f"{self._answer.elapsed_s:.1f}"
            return self.tr("answered after {seconds} s").format(seconds=seconds)
        return {
            EngineState.WAITING: self.tr("waiting"),
            EngineState.ASKING: self.tr("is being asked"),
            EngineState.SILENT: self.tr("gave no answer"),
            EngineState.NOT_ASKED: self.tr("was not asked"),
        }[self._state]

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.engine.identity.path)
