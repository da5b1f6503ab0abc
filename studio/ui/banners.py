"""Calm messages above the table: one sentence, a hint, details on demand, never a dialog."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QMessageBox, QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.ui.core_words import translated
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, MessageBox, Panel

Action = tuple[str, Callable[[], object]]
MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Notice:
    """One message. A newer notice with the same ``key`` takes the older one's place."""

    key: str
    what: str
    hint: str = ""
    detail: str = ""
    tone: str = "danger"
    actions: Sequence[Action] = ()

    @classmethod
    def of(cls, key: str, problem: StudioError, actions: Sequence[Action] = ()) -> "Notice":
        """Make a notice of an expected failure."""
        return cls(key, problem.what, problem.hint, problem.detail, "danger", actions)


class Banners(Panel):
    """Shows up to three notices; the oldest gives way."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        self._column.setSpacing(UNIT)
        self.shown: dict[str, tuple[Notice, MessageBox]] = {}
        self.setVisible(False)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice."""
        self.dismiss(notice.key)
        while len(self.shown) >= MOST_SHOWN:
            self.dismiss(next(iter(self.shown)))
        box = MessageBox(self.theme, notice.tone)
        box.say(notice.what, notice.hint)
        for text, action in notice.actions:
            box.add_button(text, action)
        if notice.detail:
            box.add_button(self.tr("Details"), lambda: show_details(self, notice))
        box.add_close_button(self.tr("Close this message"), lambda: self.dismiss(notice.key))
        self._column.addWidget(box)
        self.shown[notice.key] = (notice, box)
        self.setVisible(True)

    def dismiss(self, key: str) -> None:
        """Take a notice away; unknown keys pass."""
        found = self.shown.pop(key, None)
        if found is not None:
            found[1].hide()
            self._column.removeWidget(found[1])
            found[1].deleteLater()
        self.setVisible(bool(self.shown))


def show_details(parent: QWidget, notice: Notice) -> None:
    """Show a notice with its technical text."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Information)
    box.setText(translated(notice.what))
    box.setInformativeText(translated(notice.hint))
    box.setDetailedText(notice.detail)
    box.open()
