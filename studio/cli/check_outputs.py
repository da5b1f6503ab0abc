"""What ``check`` writes beside its text: a page, JUnit XML, pictures."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from studio.cli.console import print_text
from studio.errors import InputError, OutputError
from studio.verdict.report import CheckedFile, CheckReport
from studio.verdict.report_html import html_report
from studio.verdict.report_junit import junit_report
from studio.workflow.report_files import check_target, write_report

STDOUT = Path("-")


@dataclass(slots=True)
class Outputs:
    """Where reports go; ``-`` is standard output."""

    html: Path | None
    junit: Path | None
    pictures: Path | None
    json: bool
    inputs: Sequence[Path]
    _taken: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, options: argparse.Namespace, inputs: Sequence[Path]) -> "Outputs":
        """Return what the options name."""
        pictures = getattr(options, "pictures", None)
        return cls(options.html, options.junit, pictures, options.json, inputs)

    @property
    def take_stdout(self) -> bool:
        """Tell whether a report is printed, so that nothing else may be."""
        return STDOUT in (self.html, self.junit)

    def check_targets(self) -> None:
        """See that everything can be written, before anything is played.

        Raises:
            InputError: two things would go to standard output.
            OutputError: a report would take the place of a media file, or has no folder.
        """
        if [self.html, self.junit].count(STDOUT) + self.json * self.take_stdout > 1:
            raise InputError(
                "Only one report can be printed on standard output.",
                hint="Name a file for the others.",
            )
        targets = [path for path in (self.html, self.junit) if path and path != STDOUT]
        for target in targets:
            check_target(target, self.inputs)
        if len(targets) == 2 and targets[0].absolute() == targets[1].absolute():
            raise OutputError("Both reports have the same name.", hint="Choose another for one.")
        self._make_folder()

    def write(self, report: CheckReport) -> None:
        """Write the reports.

        Raises:
            OutputError: one cannot be written; the other is all the same.
        """
        problem: OutputError | None = None
        for target, make in ((self.html, html_report), (self.junit, junit_report)):
            try:
                _write(target, make(report)) if target is not None else None
            except OutputError as error:
                problem = error
        if problem is not None:
            raise problem

    def write_pictures(self, file: CheckedFile) -> dict[str, Path]:
        """Write what each engine showed; returns engine name -> file."""
        if self.pictures is None or file.verdict is None:
            return {}
        written = {}
        for report in file.verdict.reports:
            if report.picture is not None:
                target = self._picture_name(file.path, report.engine.name)
                write_report(target, report.picture.jpeg)
                written[report.engine.name] = target
        return written

    def _picture_name(self, path: Path, engine: str) -> Path:
        """Return ``film.webm-chromium.jpg``, with a number for the second of that name."""
        folder = self.pictures or Path()
        number = 1
        while True:
            name = f"{path.name}-{engine}.jpg"
            if number > 1:
                name = f"{path.name}-{engine}-{number}.jpg"
            if name.casefold() not in self._taken:
                self._taken.add(name.casefold())
                return folder / name
            number += 1

    def _make_folder(self) -> None:
        if self.pictures is None:
            return
        try:
            self.pictures.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                f"The folder “{self.pictures.name}” cannot be made.",
                hint="Choose another folder for the pictures.",
                detail=str(error),
            ) from error


def _write(target: Path, text: str) -> None:
    if target == STDOUT:
        print_text(text)
    else:
        write_report(target, text)
