"""Writes what came of checks as a page or for continuous integration, on a worker thread."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal

from studio.ui.bridge import Workers
from studio.ui.core_words import translated
from studio.ui.entries import Entry
from studio.verdict.model import EngineIdentity
from studio.verdict.report import CheckedFile, CheckReport
from studio.verdict.report_html import html_report
from studio.verdict.report_junit import junit_report
from studio.workflow.report_files import check_target, write_report

JUNIT_SUFFIX = ".xml"


class ReportSaver(QObject):
    """Makes reports of entries; the file's suffix says of which kind."""

    saved = Signal(object)
    """The Path that was written."""
    failed = Signal(object)
    """The StudioError that kept it from being written."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._workers = Workers("report", 1, self)

    def save(
        self, entries: Sequence[Entry], engines: Sequence[EngineIdentity], target: Path
    ) -> None:
        """Write a report on checked entries to ``target``, replacing what is there."""
        report, language = report_on(entries, engines), QLocale().bcp47Name()
        done = partial(self.saved.emit, target)
        self._workers.run(
            lambda: write(report, target, language), lambda _: done(), self.failed.emit
        )

    def stop(self, *, wait: bool) -> None:
        """End the thread."""
        self._workers.stop(wait=wait)


def is_checked(entry: Entry) -> bool:
    """Tell whether a check of the entry ended, one way or the other."""
    return entry.verdict is not None or entry.check_problem is not None


def report_on(entries: Sequence[Entry], engines: Sequence[EngineIdentity]) -> CheckReport:
    """Return a report on entries that were checked."""
    files = tuple(map(_checked_file, entries))
    verdicts = [file.verdict for file in files if file.verdict is not None]
    told = {r.engine.name: r.engine for verdict in verdicts for r in verdict.reports}
    asked = {engine.name: engine for engine in engines} | told
    return CheckReport(files, tuple(asked.values()), datetime.now().astimezone())


def _checked_file(entry: Entry) -> CheckedFile:
    look = entry.foreseen
    mime = look.parts[0].mime if look is not None and look.parts else ""
    path = entry.playable or entry.source
    return CheckedFile(path, mime, entry.verdict, entry.check_problem, entry.check_s)


def write(report: CheckReport, target: Path, language: str) -> None:
    """Write a report; a crash leaves either the old or the new file.

    Args:
        report: on what was checked.
        target: its suffix says of which kind the report is.
        language: of the window, as a BCP 47 tag.

    Raises:
        OutputError: it cannot be written, or would take the place of a film.
    """
    check_target(target, [file.path for file in report.files])
    if target.suffix.lower() == JUNIT_SUFFIX:
        text = junit_report(report)
    else:
        text = html_report(report, translate=translated, language=language)
    write_report(target, text)
