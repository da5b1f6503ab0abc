"""A report as one HTML page that needs nothing else: for a client, or for the archive."""

from collections.abc import Callable

from studio.verdict.report import CheckReport


def html_report(report: CheckReport, *, translate: Callable[[str], str] = str) -> str:
    """Return the page.

    Args:
        report: what was checked.
        translate: puts one of the core's sentences into the reader's language.
    """
    raise NotImplementedError
