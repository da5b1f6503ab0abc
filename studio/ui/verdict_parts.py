"""Rows of a verdict: an engine, a finding with its details, and what can be done."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout

from studio.ui import foreseen_words
from studio.ui.core_words import translated
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, Panel, Text
from studio.verdict.model import Finding

ICON = 18
LONGEST_WORD = 24
"""Longer words may be broken after an underscore, a slash or a dot."""

_BREAKS = re.compile(r"(?<=[_/.])(?=\w)")


class IconLine(QFrame):
    """An icon and a wrapped text that says everything the icon does."""

    def __init__(self, theme: Theme, icon: str, tone: str, title: str, text: str) -> None:
        super().__init__()
        self.title, self.text = Text(selectable=True), Text("secondary", selectable=True)
        picture = QLabel()
        picture.setFixedSize(ICON, ICON)
        picture.setPixmap(theme.icon(icon, tone).pixmap(QSize(ICON, ICON), 2.0))
        picture.setScaledContents(True)
        self.title.setText(title)
        self.text.setText(breakable(text))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(UNIT)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.text.setVisible(bool(text))  # not before it has a parent: it would be a window
        self.setAccessibleName(f"{title}: {text}" if text else title)


class FindingRow(Panel):
    """One finding: what it does, one sentence, its code; the rest behind a button."""

    def __init__(self, theme: Theme, finding: Finding) -> None:
        super().__init__(theme)
        self.finding = finding
        self.rows = foreseen_words.finding_details(finding)
        severity = finding.severity
        kind = foreseen_words.severity_text(severity)
        self.line = IconLine(
            theme,
            foreseen_words.SEVERITY_ICONS[severity],
            foreseen_words.SEVERITY_TONES[severity],
            breakable(translated(finding.message)),
            f"{kind} · {finding.code}",
        )
        self.more = QToolButton()
        self.more.setProperty("role", "quiet")
        self.more.setCheckable(True)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setIconSize(QSize(14, 14))
        self.more.toggled.connect(self._on_toggled)
        self.details = Details(self.rows, self._whole())
        self.details.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        foot = QHBoxLayout()
        foot.setContentsMargins(ICON + 2, 0, 0, 0)
        foot.addWidget(self.more)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addWidget(self.details)
        self.more.setVisible(bool(self.rows))
        self.setAccessibleName(f"{kind}, {finding.code}: {translated(finding.message)}")
        self.retranslate()
        self.restyle()

    def retranslate(self) -> None:
        """Set the button's text."""
        self.more.setText(self.tr("Details"))
        name = self.tr("Details of {code}").format(code=self.finding.code)
        self.more.setAccessibleName(name)

    def restyle(self) -> None:
        """Set the button's icon."""
        icon = "mdi6.chevron-up" if self.more.isChecked() else "mdi6.chevron-down"
        self.more.setIcon(self.theme.icon(icon, "secondary"))

    def _on_toggled(self, is_open: bool) -> None:
        self.details.setVisible(is_open)
        self.restyle()

    def _whole(self) -> str:
        rows = "\n".join(f"{name}: {text}" for name, text in self.rows)
        return f"{self.finding.code}: {translated(self.finding.message)}\n{rows}"


class Details(QFrame):
    """Names with texts under them, to read and to copy."""

    def __init__(self, rows: Sequence[tuple[str, str]], whole: str) -> None:
        super().__init__()
        self.whole = whole
        column = QVBoxLayout(self)
        column.setContentsMargins(ICON + UNIT, 0, 0, UNIT)
        column.setSpacing(2)
        for name, text in rows:
            title, value = Text("secondary"), Text(selectable=True)
            title.setText(name)
            value.setText(breakable(text))
            value.setAccessibleName(f"{name}: {text}")
            column.addWidget(title)
            column.addWidget(value)
            column.addSpacing(4)
        self.copy = QPushButton(self.tr("Copy details"))
        self.copy.setProperty("role", "link")
        self.copy.setAccessibleName(self.copy.text())
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.whole))
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch(1)
        column.addLayout(foot)


def breakable(text: str) -> str:
    """Let long words be broken, so that a narrow panel shows all of them."""
    spaced = (
        _BREAKS.sub("\u200b", word) if len(word) > LONGEST_WORD else word
        for word in re.split(r"(\s)", text)
    )
    return "".join(spaced)
