"""What ``check`` writes beside its text: a page, JUnit XML, pictures."""

import argparse
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from studio.cli.console import print_text
from studio.errors import InputError, OutputError
from studio.verdict.report import CheckedFile
from studio.workflow.report_files import check_target, write_report

STDOUT = Path("-")
_ODD = re.compile(r"[^\w.-]+")
_NAMES = ("html", "junit", "pictures")
Report = TypeVar("Report")


def add_reports(parser: argparse.ArgumentParser) -> None:
    """Add the reports that can be written."""
    parser.add_argument(
        "--html",
        type=Path,
        metavar="FILE",
        help="write a page that needs nothing else; - is standard output",
    )
    parser.add_argument(
        "--junit", type=Path, metavar="FILE", help="write JUnit XML; - is standard output"
    )


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
        """Return what the options name; a command need not have all of them."""
        html, junit, pictures = (getattr(options, name, None) for name in _NAMES)
        return cls(html, junit, pictures, options.json, inputs)

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

    def write(
        self, report: Report, *, html: Callable[[Report], str], junit: Callable[[Report], str]
    ) -> None:
        """Write the reports.

        Args:
            report: what is told.
            html: makes the page of it.
            junit: makes JUnit XML of it.

        Raises:
            OutputError: one cannot be written; the other is all the same.
        """
        problem: OutputError | None = None
        for target, make in ((self.html, html), (self.junit, junit)):
            if target is None:
                continue
            try:
                _write(target, make(report))
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
                target = self._picture_name(file, report.engine.name)
                write_report(target, report.picture.jpeg)
                written[report.engine.name] = target
        return written

    def _picture_name(self, file: CheckedFile, engine: str) -> Path:
        """Return ``film.webm-chromium.jpg``, with a number for the second of that name."""
        folder = self.pictures or Path()
        rendition = _ODD.sub("_", file.rendition)
        stem = "-".join(filter(None, (file.path.name, rendition, engine)))
        number, name = 1, f"{stem}.jpg"
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem}-{number}.jpg"
        self._taken.add(name.casefold())
        return folder / name

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
