"""Engines that ignore an edit list show everything earlier than the file says, and lose nothing.

Source: measured with an empty edit of 0.5 s; Chromium 156 and WebKitGTK 2.50.6 ignore it,
Firefox 153 does not.
"""

from dataclasses import replace

from studio.verdict.expectation import Expectation
from studio.verdict.page_report import PageReport, Pairs


def shift_of(page: PageReport, expected: Expectation) -> float:
    """Return by how much everything is buffered too early, in s; 0 when it is where it belongs.

    Only one range of the right length counts: what is missing at an end is a loss.
    """
    observed = page.buffered or page.coverage
    if len(observed) != 1:
        return 0.0
    (start, end), slack_s = observed[0], expected.tolerance_s
    shift_s = expected.last_end_s - end
    is_whole = abs(start + shift_s - expected.start_s) <= slack_s
    return shift_s if shift_s > slack_s and is_whole else 0.0


def shifted(page: PageReport, shift_s: float) -> PageReport:
    """Return the report with its times on the file's own time axis."""
    if not shift_s:
        return page
    entries = (
        replace(
            entry,
            ranges=_moved(entry.ranges, shift_s),
            first_s=None if entry.first_s is None else entry.first_s + shift_s,
        )
        for entry in page.entries
    )
    return replace(
        page,
        buffered=_moved(page.buffered, shift_s),
        coverage=_moved(page.coverage, shift_s),
        duration_s=None if page.duration_s is None else page.duration_s + shift_s,
        time_s=page.time_s + shift_s,
        entries=tuple(entries),
    )


def _moved(ranges: Pairs, shift_s: float) -> Pairs:
    return tuple((start + shift_s, end + shift_s) for start, end in ranges)
