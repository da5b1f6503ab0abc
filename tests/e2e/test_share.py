"""Browsers open a shared file as a device would: over the network, by its link alone."""

import shutil
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from studio import paths
from studio.repair.recluster import recluster
from studio.verdict.browsers import Engine
from studio.verdict.launch import launch
from studio.verdict.model import Ladder, Outcome, PlaybackReport
from studio.workflow.share import Share, examine_for_sharing
from studio.workflow.share_address import addresses
from studio.workflow.share_visit import VisitState
from tests.conftest import ClipFactory
from tests.e2e.support import pick

pytestmark = pytest.mark.engine

VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8", "-g", "25")
LIMIT_S = 90.0
REFUSE = """
const play = HTMLMediaElement.prototype.play;
let tapped = false;
HTMLMediaElement.prototype.play = function () {
  if (tapped) return play.call(this);
  return Promise.reject(new DOMException("a tap is wanted", "NotAllowedError"));
};
addEventListener("click", () => { tapped = true; }, true);
setInterval(() => {
  const button = document.getElementById("start");
  if (!tapped && button?.checkVisibility()) button.click();
}, 1500);
"""
"""A device that lets nothing play before a tap, and somebody who taps after a while."""


@pytest.fixture(scope="session")
def refused(make_clip: ClipFactory) -> Path:
    """What Chromium refuses: blocks out of order."""
    return make_clip("share-raw.webm", video=VP8, sample_rate=48_000, audio=("-c:a", "libvorbis"))


@pytest.fixture(scope="session")
def sound(refused: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, cured."""
    target = tmp_path_factory.mktemp("shared") / "holiday.webm"
    recluster(refused, target)
    return target


def until(share: Share, is_so: Callable[[VisitState], bool]) -> VisitState:
    """Wait for the first device to get so far."""
    end = time.monotonic() + LIMIT_S
    while time.monotonic() < end:
        visits = share.visits()
        if visits and is_so(visits[0]):
            return visits[0]
        time.sleep(0.02)
    raise AssertionError(f"it did not get so far: {share.visits()}")


def reported(engine: Engine, share: Share) -> PlaybackReport:
    """Open the link in an engine and wait for what it reports."""
    with launch(engine, share.link):
        report = until(share, lambda visit: visit.report is not None).report
    assert report is not None
    return report


def test_a_browser_plays_it_over_the_network_and_counts_in_the_verdict(
    engines: tuple[Engine, ...], sound: Path
) -> None:
    chromium = pick(engines, "chromium")
    subject, address = examine_for_sharing(sound), addresses()[0]
    with Share(subject, address.text) as share:
        report = reported(chromium, share)
        if not address.is_loopback:
            with pytest.raises(OSError, match=r"refused"):
                socket.create_connection(("127.0.0.1", share.port), 5)
    with pytest.raises(OSError, match=r"refused"):
        socket.create_connection((address.text, share.port), 5)
    assert report.outcome is Outcome.PLAYED, report
    assert report.engine.title.startswith("Chrome ")
    assert report.frames_decoded >= report.frames_expected == 50
    assert report.reached_end
    assert report.picture is not None
    assert not report.console
    verdict = subject.with_report(report, None)
    assert verdict.ladder in (Ladder.PASS, Ladder.WARN)
    assert report.engine.title in verdict.summary


def test_what_a_browser_refuses_is_no_pass_on_a_device(
    engines: tuple[Engine, ...], refused: Path
) -> None:
    chromium = pick(engines, "chromium")
    with Share(examine_for_sharing(refused), addresses()[0].text) as share:
        report = reported(chromium, share)
    assert report.outcome is Outcome.FAILED
    assert "timecode before the previous block" in report.reason


def test_a_device_that_wants_a_tap_gets_a_start_button(
    engines: tuple[Engine, ...], sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(paths.resources_dir() / "player", tmp_path / "player")
    page = tmp_path / "player" / "device.html"
    (tmp_path / "player" / "refuse.js").write_text(REFUSE, encoding="utf-8")
    prelude = '<script src="refuse.js"></script><script type="module"'
    page.write_text(page.read_text("utf-8").replace('<script type="module"', prelude), "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(paths, "resources_dir", lambda: tmp_path)
        share = Share(examine_for_sharing(sound), "127.0.0.1")
    with share, launch(pick(engines, "embedded"), share.link):
        until(share, lambda visit: visit.waits_for_start)
        report = until(share, lambda visit: visit.report is not None).report
    assert report is not None
    assert report.outcome is Outcome.PLAYED, report
