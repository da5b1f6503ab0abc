"""The right side: six tabs about the selection."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QTabWidget, QVBoxLayout

from studio.batch.model import JobSettings
from studio.errors import StudioError
from studio.ui.command_panel import CommandPanel
from studio.ui.details_panel import DetailsPanel
from studio.ui.entries import Entry, Prepared
from studio.ui.log_panel import LogPanel
from studio.ui.player_frame import WebViewFactory
from studio.ui.player_host import PlayerHost
from studio.ui.preview_panel import PreviewPanel
from studio.ui.settings_panel import SettingsPanel
from studio.ui.theme import Theme
from studio.ui.verdict_panel import VerdictPanel
from studio.ui.widgets import Panel
from studio.verdict.model import Ladder


class Inspector(Panel):
    """Hands the selection to its tabs."""

    def __init__(
        self,
        theme: Theme,
        host: PlayerHost,
        make_view: WebViewFactory,
        log_file: Callable[[Entry], Path],
    ) -> None:
        super().__init__(theme)
        self.settings = SettingsPanel(theme)
        self.command = CommandPanel(theme)
        self.details = DetailsPanel(theme)
        self.preview = PreviewPanel(theme, host, make_view)
        self.verdict = VerdictPanel(theme)
        self.preview.verdict.more_wanted.connect(self.raise_verdict)
        self.log = LogPanel(theme, log_file)
        self._has_faults = False
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.tabBar().setDrawBase(False)
        for panel in self._panels():
            self.tabs.addTab(panel, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.retranslate()

    def _panels(self) -> tuple[Panel, ...]:
        return (
            self.settings,
            self.command,
            self.details,
            self.preview,
            self.verdict,
            self.log,
        )

    def retranslate(self) -> None:
        """Set every text."""
        names = (
            self.tr("Settings"),
            self.tr("Command"),
            self.tr("Details"),
            self.tr("Preview"),
            self.tr("Verdict"),
            self.tr("Log"),
        )
        for index, name in enumerate(names):
            self.tabs.setTabText(index, name)
        self._name_verdict()
        self.tabs.tabBar().setAccessibleName(self.tr("About the selection"))

    def show_selection(self, entries: list[Entry], defaults: JobSettings) -> None:
        """Show these entries; without any, ``defaults`` are what files to come get."""
        first = entries[0] if entries else None
        self.settings.show_selection(entries, defaults)
        self.command.show_selection(first)
        self.refresh(first)

    def refresh(self, entry: Entry | None) -> None:
        """Show new facts about the first selected entry."""
        self.details.show_entry(entry)
        self.preview.show_entry(entry)
        self.verdict.show_entry(entry)
        self._mark_verdict(entry)
        self.log.show_entry(entry)

    def _mark_verdict(self, entry: Entry | None) -> None:
        """Let the tab tell that faults were found, also while another one is shown."""
        look = entry.foreseen if entry is not None and not entry.is_played else None
        has_faults = look is not None and look.ladder is Ladder.FAIL
        if has_faults != self._has_faults:
            self._has_faults = has_faults
            self._name_verdict()

    def _name_verdict(self) -> None:
        number, name = self.tabs.indexOf(self.verdict), self.tr("Verdict")
        self.tabs.setTabText(number, f"{name} !" if self._has_faults else name)
        tip = self.tr("Faults were found") if self._has_faults else ""
        self.tabs.setTabToolTip(number, tip)

    def show_plan(self, entry: Entry, answer: Prepared | StudioError) -> None:
        """Show what the choices come to."""
        self.settings.show_plan(entry, answer)
        self.command.show_plan(entry, answer)

    def raise_preview(self) -> None:
        """Turn to the preview and play."""
        self.tabs.setCurrentWidget(self.preview)
        self.preview.play()

    def show_preview(self) -> None:
        """Turn to the preview; what is there already goes on as it did."""
        self.tabs.setCurrentWidget(self.preview)
        if not self.preview.is_settled:
            self.preview.play()

    def raise_verdict(self) -> None:
        """Turn to the verdict."""
        self.tabs.setCurrentWidget(self.verdict)
