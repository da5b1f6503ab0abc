"""One visit of a device: what its page reported, and what came of it."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace

from studio.segments.frames import MediaFrames
from studio.verdict.model import Outcome, Picture, PlaybackReport
from studio.verdict.page_report import PageReport, parse_page_report
from studio.verdict.playback import judge, no_report
from studio.workflow.share_device import Device

SILENCE_S = 45.0
"""A page speaks at each stage and every 2 s while it plays; a phone's network may pause."""
IN_BACKGROUND = (
    "The page was in the background while it played, where browsers stop decoding; "
    "this proves nothing about the file."
)
NOT_ALLOWED = (
    "The device did not allow the page to play, as some do to save power; "
    "this proves nothing about the file."
)
CLOSED = "The page was closed before it was finished."
MAX_PICTURE_SIDE = 480
NOT_THE_FILE = frozenset({"network", "file-changed", "file-gone"})
"""Errors on the way to the device."""


@dataclass(frozen=True, slots=True)
class VisitState:
    """How far a device is. ``waits_for_start``: its user has to tap first.

    ``stage`` is the page's word for what it does; ``time_s`` where it plays. ``report`` is
    there when it is over.
    """

    device: Device
    stage: str = ""
    time_s: float | None = None
    waits_for_start: bool = False
    report: PlaybackReport | None = None


class Visit:
    """Hears one run of the page; called by one thread at a time."""

    def __init__(self, device: Device, media: MediaFrames) -> None:
        self.state = VisitState(device)
        self._media = media
        self._was_hidden = self._has_final = False
        self._picture: Picture | None = None
        self._begun = self._heard = time.monotonic()

    def hear(self, batch: Mapping[str, object]) -> None:
        """Take what the page posted; nothing counts any more after its final report."""
        self._heard = time.monotonic()
        events = batch.get("events")
        for event in events if isinstance(events, list) else ():
            if isinstance(event, dict):
                self._take(event)

    def look_at_the_clock(self) -> None:
        """Give up a page that was not heard of for too long."""
        quiet_s = time.monotonic() - self._heard
        if self.state.report is None and not self.state.waits_for_start and quiet_s > SILENCE_S:
            place = f" at stage '{self.state.stage}'" if self.state.stage else ""
            reason = f"Nothing was heard for {quiet_s:.0f} s{place}."
            identity = self.state.device.identity
            self._close(no_report(identity, reason, elapsed_s=self._took_s))

    def _take(self, event: Mapping[str, object]) -> None:
        told, state = event.get("event"), self.state
        if told == "final" and not self._has_final:
            self._has_final = True
            self._end(event)
        elif state.report is not None:
            return
        elif told == "stage":
            name = str(event.get("name", ""))[:100]
            self.state = replace(state, stage=name, waits_for_start=False)
        elif told == "playing":
            moment = event.get("time_s")
            time_s = None
            if isinstance(moment, int | float) and not isinstance(moment, bool):
                time_s = float(moment)
            self.state = replace(state, time_s=time_s)
        elif told == "waits-for-start":
            self.state = replace(state, waits_for_start=True)
        elif told == "hidden":
            self._was_hidden = True
        elif told == "picture":
            self._picture = _picture(event)
        elif told == "left":
            self._close(self._unproven(IN_BACKGROUND if self._was_hidden else CLOSED))

    @property
    def _took_s(self) -> float:
        return time.monotonic() - self._begun

    def _end(self, final: Mapping[str, object]) -> None:
        page = parse_page_report(final)
        identity = self.state.device.identity
        took_s, picture = self._took_s, self._picture
        report = judge(page, self._media, identity, elapsed_s=took_s, picture=picture)
        if report.outcome is Outcome.FAILED and (reason := self._excuse(page, report)):
            report = replace(self._unproven(reason), steps=report.steps)
        self._close(report)

    def _excuse(self, page: PageReport, report: PlaybackReport) -> str:
        """Return why a failure is not the file's; empty when it is."""
        errors = " ".join((report.reason, *(entry.error for entry in page.entries)))
        if page.error is not None and page.error.code == "play-refused":
            return NOT_ALLOWED
        if "NotAllowedError" in errors:
            return NOT_ALLOWED
        if self._was_hidden:
            return IN_BACKGROUND
        is_way = page.error is not None and page.error.code in NOT_THE_FILE
        return report.reason if is_way else ""

    def _unproven(self, reason: str) -> PlaybackReport:
        """Return a report that counts neither for nor against the file."""
        identity = self.state.device.identity
        return PlaybackReport(identity, Outcome.NOT_TESTED, reason, elapsed_s=self._took_s)

    def _close(self, report: PlaybackReport) -> None:
        self.state = replace(self.state, report=report, waits_for_start=False)


def _picture(event: Mapping[str, object]) -> Picture | None:
    jpeg, time_s = event.get("jpeg"), event.get("time_s")
    width, height = event.get("width"), event.get("height")
    if not (isinstance(jpeg, bytes) and isinstance(time_s, int | float)):
        return None
    if not (isinstance(width, int) and isinstance(height, int)):
        return None
    if not (0 < width <= MAX_PICTURE_SIDE and 0 < height <= MAX_PICTURE_SIDE):
        return None
    return Picture(jpeg, float(time_s), width, height)
