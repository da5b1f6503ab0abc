"""The verdict report of a bundle: about its own files, and without a word on this machine."""

import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from studio.verdict.model import Finding, PlaybackReport, Verdict
from studio.verdict.report import CheckedFile, CheckReport
from studio.verdict.report_html import html_report

_ADDRESS = re.compile(r"\w+://[\w.\[\]:-]+/t/[\w-]+")
_LEAST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Scrubber:
    """Takes out of a text what nobody else should read: folders of this machine, secrets.

    Args:
        folders: their paths are cut off, so that names below them stay.
    """

    folders: tuple[Path, ...]

    def __call__(self, text: str) -> str:
        """Return the text without them."""
        text = _ADDRESS.sub("", text)
        known = [os.path.abspath(folder) for folder in (*self.folders, Path.home())]  # noqa: PTH100
        for path in sorted({*known, *map(os.path.realpath, known)}, key=len, reverse=True):
            if len(path) > _LEAST_LETTERS:
                text = text.replace(path + os.sep, "").replace(path, "")
        return text


def within(report: CheckReport, root: Path) -> CheckReport:
    """Return a report whose paths count from the bundle, and whose engines have no path."""
    files = tuple(
        replace(
            file,
            path=file.path.relative_to(root),
            verdict=None if file.verdict is None else _anonymous(file.verdict),
        )
        for file in report.files
    )
    engines = tuple(replace(engine, path="") for engine in report.engines)
    return replace(report, files=files, engines=engines)


def _anonymous(verdict: Verdict) -> Verdict:
    reports = tuple(replace(one, engine=replace(one.engine, path="")) for one in verdict.reports)
    return replace(verdict, reports=reports)


def report_files(
    report: CheckReport,
    scrub: Callable[[str], str],
    *,
    translate: Callable[[str], str],
    language: str,
) -> Mapping[str, str]:
    """Return the report as a page and as JSON: file name -> text.

    Args:
        report: with paths that count from the bundle.
        scrub: takes out what must not stay.
        translate: puts a sentence of the core into the reader's language.
        language: the page's.
    """
    told = [_shape(file) for file in report.files]
    whole = {
        "schema": 1,
        "made_at": report.made_at.isoformat(timespec="seconds"),
        "played": report.is_played,
        "files": told,
    }
    page = html_report(report, translate=translate, language=language)
    text = json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    return {"report.html": scrub(page), "report.json": scrub(text)}


def _shape(file: CheckedFile) -> dict[str, object]:
    verdict = file.verdict
    shape: dict[str, object] = {
        "path": file.path.as_posix(),
        "rendition": file.rendition,
        "mime": file.mime,
        "verdict": None if verdict is None else str(verdict.ladder),
        "summary": "" if verdict is None else verdict.summary,
    }
    if verdict is not None:
        shape["findings"] = [_finding(one) for one in verdict.findings]
        shape["observed"] = {one.engine.name: _observed(one) for one in verdict.reports}
    return shape


def _finding(one: Finding) -> dict[str, object]:
    return {
        "code": one.code,
        "severity": str(one.severity),
        "message": one.message,
        "place": one.place,
        "offset": one.offset,
    }


def _observed(one: PlaybackReport) -> dict[str, object]:
    return {
        "title": one.engine.title,
        "version": one.engine.version,
        "outcome": str(one.outcome),
        "reason": one.reason,
        "frames": one.frames_decoded,
        "frames_expected": one.frames_expected,
        "buffered": [list(pair) for pair in one.buffered],
        "messages": list(one.messages),
    }
