"""A report as JUnit XML, for continuous integration."""

from studio.verdict.report import CheckReport


def junit_report(report: CheckReport) -> str:
    """Return the XML: a suite for each engine, a case for each file.

    Failed is ``failure``; cannot decode, no report and not tested are ``skipped`` with the
    reason; a file that could not be read is ``error``.
    """
    raise NotImplementedError
