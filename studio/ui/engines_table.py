"""Who decodes what: a row for each codec and preset, a column for each engine."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from studio.presets.mime import typical_mime
from studio.presets.store import PresetStore
from studio.ui.engines_book import EngineBook, EngineState
from studio.ui.engines_words import group_text
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT
from studio.verdict.browsers import Engine
from studio.verdict.capabilities import CAPABILITIES, Said

ROW_HEIGHT = 28
LEAST_WIDTH = 10 * UNIT
HEAD_EDGES, CELL_EDGES = 2 * UNIT + 4, 5 * UNIT
"""The room around a title, and around a word in a cell with its icon."""
_ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


@dataclass(frozen=True, slots=True)
class _Question:
    """A row; a heading when ``mime`` is empty."""

    name: str
    mime: str = ""


class SupportTable(QTableWidget):
    """Says yes, no or nothing in each cell; as tall as it needs, so that it never scrolls."""

    def __init__(self, theme: Theme, presets: PresetStore) -> None:
        super().__init__()
        self._theme, self._presets = theme, presets
        self._engines: tuple[Engine, ...] = ()
        self._questions: tuple[_Question, ...] = ()
        self.setProperty("role", "boxed")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    # -- filling ---------------------------------------------------------------------

    def show_book(self, book: EngineBook) -> None:
        """Show what is known now; the current cell stays where it is."""
        engines, questions = book.engines or (), tuple(self._asked())
        if (engines, questions) != (self._engines, self._questions):
            self._engines, self._questions = engines, questions
            self._set_up()
        for column, engine in enumerate(engines, 1):
            answer = book.answers.get(engine.identity.name)
            title = answer.identity.title if answer is not None else engine.identity.title
            head = QTableWidgetItem(title)
            self.setHorizontalHeaderItem(column, head)
            for row, question in enumerate(questions):
                if question.mime:
                    self._fill(row, column, engine, book)
        self._fit()

    def _asked(self) -> Iterator[_Question]:
        group = None
        for row in CAPABILITIES:
            if row.group != group:
                group = row.group
                yield _Question(group_text(group))
            yield _Question(row.name, row.mime)
        yield _Question(self.tr("Results of these presets"))
        language = QLocale().name()
        for preset in self._presets.all():
            yield _Question(preset.name_in(language), typical_mime(preset))

    def _set_up(self) -> None:
        self.clear()
        self.clearSpans()
        self.setRowCount(len(self._questions))
        self.setColumnCount(len(self._engines) + 1)
        self.setHorizontalHeaderItem(0, QTableWidgetItem(""))
        for row, question in enumerate(self._questions):
            item = QTableWidgetItem(question.name)
            if question.mime:
                item.setToolTip(question.mime)
            else:
                self._make_heading(row, item)
            self.setItem(row, 0, item)
        head = self.horizontalHeader()
        head.setMinimumSectionSize(self._least_width())
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)

    def _least_width(self) -> int:
        """Return how wide a column must be for its title and each word."""
        words = (self.tr("unclear"), self.tr("no answer"), self.tr("yes"), self.tr("no"))
        width = self.fontMetrics().horizontalAdvance
        cells = max(width(word) + CELL_EDGES for word in words)
        heads = (width(engine.identity.title) + HEAD_EDGES for engine in self._engines)
        return max(LEAST_WIDTH, cells, *heads)

    def _make_heading(self, row: int, item: QTableWidgetItem) -> None:
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        if self._engines:
            self.setSpan(row, 0, 1, self.columnCount())

    def _fill(self, row: int, column: int, engine: Engine, book: EngineBook) -> None:
        question = self._questions[row]
        said = book.said_of(engine, question.mime)
        word, icon, tone = self._look(said, book.state_of(engine))
        item = QTableWidgetItem(word)
        if icon:
            item.setIcon(self._theme.icon(icon, tone))
        if not said.takes:
            item.setForeground(self._theme.color("secondary"))
        whole = f"{engine.identity.title}, {question.name}: {word}"
        item.setData(_ACCESSIBLE, whole)
        lines = [whole, question.mime]
        if said.contradicts_itself:
            lines.append(self._contradiction(said))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, lines[-1])
        item.setToolTip("\n".join(lines))
        self.setItem(row, column, item)

    def _contradiction(self, said: Said) -> str:
        if said.takes:
            return self.tr("MediaSource takes it, but mediaCapabilities says it is not decoded.")
        return self.tr("MediaSource does not take it, though mediaCapabilities says it is decoded.")

    def _look(self, said: Said, state: EngineState) -> tuple[str, str, str]:
        if said.contradicts_itself:
            return self.tr("unclear"), "mdi6.help", "warning"
        if said.takes is not None:
            if said.takes:
                return self.tr("yes"), "mdi6.check", "success"
            return self.tr("no"), "mdi6.close", "secondary"
        if state is EngineState.SILENT:
            return self.tr("no answer"), "mdi6.help", "danger"
        return "…", "", ""

    # -- size ------------------------------------------------------------------------

    def _fit(self) -> None:
        wanted = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 2
        wanted += self.verticalHeader().length()
        bar = self.horizontalScrollBar()
        if bar.maximum() > 0:
            wanted += bar.sizeHint().height()
        if self.height() != wanted:
            self.setFixedHeight(wanted)
