"""One file on other devices: who they are, what they report, and when it ends."""

import ipaddress
import json
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from studio.errors import InputError, SegmentError, StudioError
from studio.segments.reader import read_segment_map
from studio.verdict.model import EngineIdentity, Ladder, Outcome, PlaybackReport
from studio.workflow import share as share_module
from studio.workflow import share_visit
from studio.workflow.share import MOST_VISITS, Share, ShareEnd, ShareSubject, examine_for_sharing
from studio.workflow.share_address import addresses
from studio.workflow.share_device import device_of
from studio.workflow.share_visit import Visit, VisitState
from tests.conftest import ClipFactory

MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
IOS = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML) "
ANDROID = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
LINUX = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) "
AGENTS = [
    (f"{IOS}Version/18.5 Mobile/15E148 Safari/604.1", 5, "Safari 18 on iPhone"),
    (f"{IOS}CriOS/142.0.7444.77 Mobile/15E148 Safari/604.1", 5, "Chrome 142 on iPhone"),
    (f"{IOS}FxiOS/144.0 Mobile/15E148 Safari/605.1.15", 5, "Firefox 144 on iPhone"),
    (f"{MAC}Version/18.5 Safari/605.1.15", 5, "Safari 18 on iPad"),
    (f"{MAC}Version/26.0 Safari/605.1.15", 0, "Safari 26 on Mac"),
    (f"{ANDROID}Chrome/142.0.0.0 Mobile Safari/537.36", 5, "Chrome 142 on Android"),
    (
        f"{ANDROID}SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
        5,
        "Samsung Internet 28 on Android",
    ),
    (
        "Mozilla/5.0 (Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0",
        5,
        "Firefox 144 on Android",
    ),
    (f"{WINDOWS}Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", 0, "Edge 142 on Windows"),
    (f"{WINDOWS}Chrome/142.0.0.0 Safari/537.36", 10, "Chrome 142 on Windows"),
    (f"{LINUX}Version/18.0 Safari/605.1.15", 0, "A WebKit browser on Linux"),
    ("curl/8.0", 0, "A browser on another device"),
    ("", 0, "A browser on another device"),
    ("Chrome/99999999999999999999", 0, "Chrome 9999 on another device"),
]


@pytest.mark.parametrize(("agent", "touch", "title"), AGENTS)
def test_a_device_is_called_what_its_user_agent_certainly_says(
    agent: str, touch: int, title: str
) -> None:
    assert device_of(agent, touch).title == title


def test_addresses_can_be_opened_by_others_and_the_loopback_comes_last() -> None:
    found = addresses()
    assert found[-1].text == "127.0.0.1"
    assert found[-1].is_loopback
    assert len({one.text for one in found}) == len(found)
    for one in found[:-1]:
        ip = ipaddress.ip_address(one.text)
        assert not any((ip.is_loopback, ip.is_unspecified, ip.is_multicast))
        assert not (ip.version == 6 and ip.is_link_local)
        assert one.interface
        with socket.socket(socket.AF_INET6 if ip.version == 6 else socket.AF_INET) as probe:
            probe.bind((one.text, 0))


# -- a visit ---------------------------------------------------------------------------


@pytest.fixture(scope="session")
def subject(make_clip: ClipFactory) -> ShareSubject:
    """A file without pictures or sound that any engine would have to play to pass."""
    options = ("-movflags", "+frag_keyframe+empty_moov+default_base_moof+delay_moov", "-g", "25")
    return examine_for_sharing(make_clip("shared", seconds=2, extra=options))


@pytest.fixture
def visit(subject: ShareSubject) -> Visit:
    return Visit(device_of("", 0), subject.media)


def tell(visit: Visit, *events: object) -> VisitState:
    visit.hear({"events": list(events)})
    return visit.state


def outcome(state: VisitState) -> tuple[Outcome, str]:
    assert state.report is not None
    return state.report.outcome, state.report.reason


def test_steps_and_times_are_followed(visit: Visit) -> None:
    assert tell(visit, {"event": "stage", "name": "play"}).stage == "play"
    assert tell(visit, {"event": "playing", "time_s": 1.5}).time_s == 1.5
    assert tell(visit, {"event": "waits-for-start"}).waits_for_start
    assert not tell(visit, {"event": "stage", "name": "append"}).waits_for_start


@pytest.mark.parametrize("batch", [{}, {"events": 5}, {"events": [1, None, {}, {"event": []}]}])
def test_nonsense_is_no_news(visit: Visit, batch: dict[str, object]) -> None:
    before = visit.state
    visit.hear(batch)
    assert visit.state == before


def test_a_final_report_that_proves_nothing_is_no_pass(visit: Visit) -> None:
    found, _ = outcome(tell(visit, {"event": "final", "outcome": "finished"}))
    assert found is Outcome.FAILED


def test_after_the_final_report_nothing_counts(visit: Visit) -> None:
    first = tell(visit, {"event": "final", "outcome": "unsupported"})
    assert outcome(first)[0] is Outcome.UNSUPPORTED
    again = tell(visit, {"event": "stage", "name": "play"}, {"event": "final", "outcome": "x"})
    assert again == first


@pytest.mark.parametrize("code", ["network", "file-changed", "file-gone"])
def test_a_lost_connection_says_nothing_about_the_file(visit: Visit, code: str) -> None:
    error = {"code": code, "detail": "HTTP 409"}
    final = {"event": "final", "outcome": "error", "error": error}
    assert outcome(tell(visit, final))[0] is Outcome.NOT_TESTED


def test_a_device_that_lets_nothing_play_says_nothing_about_the_file(visit: Visit) -> None:
    error = {"code": "play-refused", "detail": "NotAllowedError: low power", "stage": "play"}
    found, reason = outcome(tell(visit, {"event": "final", "outcome": "error", "error": error}))
    assert found is Outcome.NOT_TESTED
    assert "did not allow" in reason


def test_a_failure_in_the_background_says_nothing_about_the_file(visit: Visit) -> None:
    error = {"code": "stalled", "detail": "", "stage": "play"}
    final = {"event": "final", "outcome": "error", "error": error}
    found, reason = outcome(tell(visit, {"event": "hidden"}, final))
    assert found is Outcome.NOT_TESTED
    assert "background" in reason


def test_a_page_that_is_closed_gives_no_verdict(visit: Visit) -> None:
    found, reason = outcome(tell(visit, {"event": "left"}))
    assert (found, reason) == (Outcome.NOT_TESTED, "The page was closed before it was finished.")


def test_a_silent_page_is_given_up_but_may_still_answer(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(visit, {"event": "stage", "name": "play"})
    visit.look_at_the_clock()
    assert visit.state.report is None
    monkeypatch.setattr(share_visit, "SILENCE_S", -1.0)
    visit.look_at_the_clock()
    found, reason = outcome(visit.state)
    assert found is Outcome.NO_REPORT
    assert reason.endswith("at stage 'play'.")
    late = tell(visit, {"event": "final", "outcome": "unsupported"})
    assert outcome(late)[0] is Outcome.UNSUPPORTED


def test_a_page_that_waits_for_a_tap_is_not_given_up(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(visit, {"event": "waits-for-start"})
    monkeypatch.setattr(share_visit, "SILENCE_S", -1.0)
    visit.look_at_the_clock()
    assert visit.state.report is None


@pytest.mark.parametrize(("width", "is_kept"), [(480, True), (481, False), (0, False)])
def test_only_small_pictures_are_kept(visit: Visit, width: int, is_kept: bool) -> None:
    sent = {"jpeg": b"\xff\xd8\xff", "time_s": 1.0, "width": width, "height": 270}
    state = tell(visit, {"event": "picture", **sent}, {"event": "final", "outcome": "finished"})
    assert state.report is not None
    assert (state.report.picture is not None) is is_kept


# -- the verdict -----------------------------------------------------------------------


def test_a_device_counts_as_one_more_engine(subject: ShareSubject) -> None:
    phone = EngineIdentity("device", "Safari 18 on iPhone")
    fails = PlaybackReport(phone, Outcome.FAILED, "No picture was ever shown.")
    plays = PlaybackReport(phone, Outcome.PLAYED, frames_decoded=50, frames_expected=50)
    here = PlaybackReport(EngineIdentity("chromium", "Chromium", "156"), Outcome.PLAYED)
    alone = subject.with_report(fails, None)
    assert alone.ladder is Ladder.FAIL
    assert alone.predictions == subject.predictions
    both = subject.with_report(here, alone)
    assert both.ladder is Ladder.FAIL
    assert "Does not play in Safari 18 on iPhone" in both.summary
    better = subject.with_report(plays, both)
    assert [report.engine.name for report in better.reports] == ["chromium", "device"]
    assert better.ladder is not Ladder.FAIL


# -- the whole -------------------------------------------------------------------------


def enter(share: Share) -> str:
    """Come in as a device, and return where its run is."""
    base = share.link.rpartition("/player/")[0]
    request = urllib.request.Request(
        f"{base}/devices", b"{}", {"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        return f"{base}/runs/{json.load(answer)['run']}"


def get(url: str) -> dict[str, object]:
    with urllib.request.urlopen(url, timeout=10) as answer:
        found = json.load(answer)
    assert isinstance(found, dict)
    return found


def until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_device_gets_the_plan_and_the_verdict(subject: ShareSubject) -> None:
    with Share(subject, "127.0.0.1") as share:
        run = enter(share)
        plan = get(f"{run}/plan.json")
        assert plan["name"] == subject.path.name
        assert str(subject.path.parent) not in json.dumps(plan)
        final = json.dumps({"events": [{"event": "final", "outcome": "unsupported"}]}).encode()
        head = {"Content-Type": "application/json"}
        posted = urllib.request.Request(f"{run}/report", final, head, method="POST")
        urllib.request.urlopen(posted, timeout=10).close()
        assert get(f"{run}/verdict")["outcome"] == "unsupported"
        assert [state.report is not None for state in share.visits()] == [True]


def test_it_is_closed_when_nobody_comes(subject: ShareSubject) -> None:
    share = Share(subject, "127.0.0.1", idle_limit_s=0.2).start()
    until(lambda: share.ended is ShareEnd.IDLE)
    share.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", share.port), 5)


def test_closing_closes_the_port_before_it_returns(subject: ShareSubject) -> None:
    with Share(subject, "127.0.0.1") as share:
        enter(share)
        slow = socket.create_connection(("127.0.0.1", share.port), 5)
        share.close()
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", share.port), 5)
        slow.close()
    assert share.ended is ShareEnd.CLOSED
    assert not [one for one in threading.enumerate() if one.name in ("share-watch", "media-server")]


def test_only_so_many_pages_are_let_in(
    subject: ShareSubject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_module, "MOST_VISITS", 2)
    assert MOST_VISITS > 2
    with Share(subject, "127.0.0.1") as share:
        assert enter(share) != enter(share)
        with pytest.raises(urllib.error.HTTPError) as refused:
            enter(share)
        refused.value.close()
        assert refused.value.code == 429


@pytest.mark.expects_log_warnings
def test_an_address_of_another_machine_is_refused(subject: ShareSubject) -> None:
    with pytest.raises(StudioError, match="at this address"):
        Share(subject, "198.51.100.7").start()


def test_a_file_that_changed_is_not_shared(subject: ShareSubject, tmp_path: Path) -> None:
    copy = tmp_path / "copy.mp4"
    copy.write_bytes(subject.path.read_bytes())
    found = read_segment_map(copy)
    copy.write_bytes(b"other")
    with pytest.raises(InputError, match="has changed"):
        Share(replace(subject, media=replace(subject.media, map=found)), "127.0.0.1").start()


def test_what_is_no_media_is_not_shared(tmp_path: Path) -> None:
    words = tmp_path / "notes.mp4"
    words.write_text("These are words.", encoding="utf-8")
    with pytest.raises(SegmentError):
        examine_for_sharing(words)
