"""The engines of this machine: which there are, which are asked, what they decode."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studio.ui.engines_missing import MissingRow
from studio.ui.engines_row import EngineRow
from studio.ui.engines_table import SupportTable
from studio.ui.engines_words import after_tick, choice_text, named, none_text
from studio.ui.theme import Theme
from studio.ui.toolbox import Toolbox
from studio.ui.widgets import UNIT, MessageBox, Meter, Panel, Text
from studio.verdict.missing import missing_engines


class EnginesPanel(Panel):
    """Shows the toolbox's engine book; the same in its dialog and in the settings.

    Call ``open`` when it is shown and ``leave`` when it is closed.
    """

    def __init__(self, theme: Theme, toolbox: Toolbox) -> None:
        super().__init__(theme)
        self._toolbox, self.book = toolbox, toolbox.engines
        self._is_open = False
        self.rows: dict[str, EngineRow] = {}
        self.missing: list[MissingRow] = []
        self.status, self.choice, self._word = Text(), Text("secondary"), Text("secondary")
        self.meter = Meter(theme)
        self.again = QPushButton()
        self.again.setAutoDefault(False)
        self.notice = MessageBox(theme, "warning")
        self.table = SupportTable(theme, toolbox.presets)
        self._titles = [Text("section") for _ in range(3)]
        self._rows_box, self._missing_box = QFrame(), QFrame()
        self._rows_box.setProperty("box", "info")
        self._lay_out()
        self.again.clicked.connect(self._on_again)
        self.table.currentCellChanged.connect(self._on_cell)
        self.book.changed.connect(self.refresh)
        toolbox.settings_changed.connect(self.show_choice)
        self.retranslate()

    # -- layout ----------------------------------------------------------------------

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        self._row_column = _bare_column(self._rows_box)
        self._missing_column = _bare_column(self._missing_box)
        for part in (self.notice, self._titles[0], self._rows_box, self.choice):
            column.addWidget(part)
        column.addSpacing(UNIT)
        for part in (self._titles[1], self._word, self.table):
            column.addWidget(part)
        column.addSpacing(UNIT)
        column.addWidget(self._titles[2])
        column.addWidget(self._missing_box)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(content)
        head = QHBoxLayout()
        head.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, 0)
        head.setSpacing(2 * UNIT)
        head.addWidget(self.status, 1)
        head.addWidget(self.meter)
        head.addWidget(self.again)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(UNIT)
        whole.addLayout(head)
        whole.addWidget(self.area, 1)

    def retranslate(self) -> None:
        """Set every text."""
        for title, text in zip(
            self._titles,
            (
                self.tr("Asked when a file is checked"),
                self.tr("What they decode"),
                self.tr("Not found here"),
            ),
            strict=True,
        ):
            title.setText(text)
        self._word.setText(
            self.tr("As each of them says of itself; only a file that was played proves it.")
        )
        self.meter.setAccessibleName(self.tr("Progress of the asking"))
        self.area.setAccessibleName(self.tr("Browsers of this machine"))
        self.table.setAccessibleName(self.tr("What each browser decodes"))
        self.refresh()

    def restyle(self) -> None:
        """Set the icons of the table."""
        self.table.show_book(self.book)

    # -- open and closed -------------------------------------------------------------

    def open(self) -> None:
        """The panel is shown: ask what is not known yet."""
        if not self._is_open:
            self._is_open = True
            self.book.open()
        self.refresh()

    def leave(self) -> None:
        """The panel is closed: nobody waits for answers here."""
        if self._is_open:
            self._is_open = False
            self.book.leave()

    def _on_again(self) -> None:
        if self.book.is_busy:
            self.book.cancel()
        else:
            self.book.ask_again()

    # -- what is known ---------------------------------------------------------------

    def refresh(self) -> None:
        """Show what is known and what is going on."""
        engines = self.book.engines or ()
        names = [engine.identity.name for engine in engines]
        if names != list(self.rows):
            self._make_rows()
        for row in self.rows.values():
            row.show_book(self.book)
        self._say_status()
        self.table.show_book(self.book)
        self.table.setVisible(bool(engines))
        for part in (self._rows_box, self._titles[0], self._titles[1], self._word):
            part.setVisible(bool(engines))
        self._show_missing()
        self.show_choice()

    def _make_rows(self) -> None:
        _empty(self._row_column)
        self.rows = {}
        for number, engine in enumerate(self.book.engines or ()):
            if number:
                line = QFrame()
                line.setFixedHeight(1)
                line.setProperty("role", "line")
                self._row_column.addWidget(line)
            row = EngineRow(self.theme, engine)
            row.ticked.connect(self._on_ticked)
            self.rows[engine.identity.name] = row
            self._row_column.addWidget(row)

    def _say_status(self) -> None:
        book = self.book
        in_turn, is_busy = book.in_turn, book.is_busy
        done = sum(engine.identity.name in book.answers for engine in in_turn)
        given = sum(answer.is_given for answer in book.answers.values())
        self.meter.setVisible(is_busy)
        self.meter.set_fraction(done / len(in_turn) if in_turn else 0.0)
        if is_busy and book.asked_now is not None:
            text = self.tr("Asking {engine} ({number} of {count})").format(
                engine=named(book.asked_now.identity),
                number=done + 1,
                count=len(in_turn),
            )
        elif is_busy:
            text = self.tr("Looking for browsers on this machine…")
        elif book.engines is None:
            text = self.tr("Nobody was asked yet.")
        else:
            text = self.tr("%n browser(s) answered.", "", given)
        self.status.setText(text)
        button = self.tr("Stop asking") if is_busy else self.tr("Ask again")
        self.again.setText(button)
        self.again.setAccessibleName(button)

    def _show_missing(self) -> None:
        known = self.book.engines
        missing = missing_engines(known) if known is not None else ()
        if [row.missing for row in self.missing] != list(missing):
            _empty(self._missing_column)
            self.missing = [MissingRow(self.theme, one) for one in missing]
            for row in self.missing:
                self._missing_column.addWidget(row)
        for part in (self._titles[2], self._missing_box):
            part.setVisible(bool(missing))

    # -- the choice ------------------------------------------------------------------

    def show_choice(self) -> None:
        """Show who is asked; nobody is told."""
        settings = self._toolbox.settings
        for name, row in self.rows.items():
            row.tick(settings.asks(name))
        self.choice.setText(choice_text(settings.engines, self.rows))
        self.choice.setVisible(bool(self.rows) and bool(self.choice.text()))
        self._warn()

    def _warn(self) -> None:
        book, problem = self.book, self.book.problem
        if problem is not None:
            self.notice.set_tone("danger")
            self.notice.say(problem.what, problem.hint)
            self.notice.setToolTip(problem.detail)
        elif book.engines is not None and not book.engines:
            self.notice.set_tone("danger")
            self.notice.say(
                self.tr("No browser was found, not even the one that is part of MSE Studio."),
                self.tr("Nothing can be played here, so no file can pass."),
            )
        elif self.rows and not self.choice.text():
            self.notice.set_tone("warning")
            self.notice.say(*none_text())
        else:
            self.notice.hide()
            return
        self.notice.show()

    def _on_ticked(self, name: str, on: bool) -> None:
        chosen = after_tick(self._toolbox.settings.engines, list(self.rows), name, on=on)
        self._toolbox.change(engines=chosen)

    def _on_cell(self, row: int, column: int, *_: int) -> None:
        """Let the keyboard's cell be seen; the table itself does not scroll."""
        item, content = self.table.item(row, column), self.area.widget()
        if item is not None and content is not None:
            box = self.table.visualItemRect(item)
            at = self.table.viewport().mapTo(content, box.center())
            self.area.ensureVisible(at.x(), at.y(), 0, 3 * UNIT)


def _bare_column(frame: QFrame) -> QVBoxLayout:
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
