"""Who watches, and whether their line is quick enough: by figures, with a clock of the test's."""

from studio.streams.clients import client_name
from studio.streams.status import StreamState, ViewerStatus
from studio.streams.viewers import FADE_S, GONE_S, MAX_VIEWERS, Viewer, ViewerLedger

RATE = 1_000_000.0


class Clock:
    """Seconds that go on when the test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def setup() -> tuple[Clock, ViewerLedger, Viewer]:
    clock = Clock()
    ledger = ViewerLedger(clock)
    return clock, ledger, ledger.named("a", "a", "Mozilla/5.0 Firefox/153.0", "socket")


def only(ledger: ViewerLedger, newest_s: float | None = None) -> ViewerStatus:
    (found,) = ledger.statuses(RATE, newest_s)
    return found


def send(clock: Clock, viewer: Viewer, took_s: float, pause_s: float = 0.0) -> None:
    """One second of the stream."""
    viewer.sending(125_000)
    clock.now += took_s
    viewer.sent(125_000, took_s)
    clock.now += pause_s


def test_a_line_below_the_streams_rate_for_3_s_is_not_enough_until_it_recovers() -> None:
    clock, ledger, viewer = setup()
    assert only(ledger).state is StreamState.PENDING
    send(clock, viewer, 0.1, 0.9)
    assert only(ledger).state is StreamState.PLAYING
    send(clock, viewer, 2.0)
    assert only(ledger).state is StreamState.PLAYING  # not for 3 s yet
    send(clock, viewer, 2.0)
    found = only(ledger)
    assert found.state is StreamState.NOT_ENOUGH_BANDWIDTH
    assert found.rate_bps is not None
    assert found.rate_bps < RATE
    send(clock, viewer, 0.1, 0.9)
    send(clock, viewer, 0.1, 0.9)
    assert only(ledger).state is StreamState.PLAYING


def test_a_sending_that_does_not_end_counts_as_it_lasts() -> None:
    clock, ledger, viewer = setup()
    send(clock, viewer, 0.1, 0.9)
    viewer.sending(125_000)
    clock.now += 2
    assert only(ledger).state is StreamState.PLAYING
    clock.now += 2
    assert only(ledger).state is StreamState.NOT_ENOUGH_BANDWIDTH


def test_plain_requests_that_follow_each_other_at_once_are_judged_alike() -> None:
    clock, ledger, viewer = setup()
    for _ in range(2):
        clock.now += 2.0
        viewer.sent(125_000, 2.0)  # nobody tells when the next begins
    clock.now += 1.5
    assert only(ledger).state is StreamState.NOT_ENOUGH_BANDWIDTH
    clock.now += 1.5
    assert only(ledger).state is StreamState.PLAYING


def test_a_dropped_gop_is_not_enough_for_a_while() -> None:
    clock, ledger, viewer = setup()
    send(clock, viewer, 0.1, 0.9)
    viewer.dropped(2)
    assert (only(ledger).state, only(ledger).dropped) == (StreamState.NOT_ENOUGH_BANDWIDTH, 2)
    clock.now += 4
    assert only(ledger).state is StreamState.PLAYING


def test_position_buffer_and_latency_are_told() -> None:
    _, ledger, viewer = setup()
    assert only(ledger, 10.0).latency_s is None
    viewer.at(7.5, 1.25)
    found = only(ledger, 10.0)
    assert (found.position_s, found.buffer_s, found.latency_s) == (7.5, 1.25, 2.5)
    assert only(ledger).latency_s is None  # VOD has no newest moment


def test_viewers_fade_out_and_are_forgotten() -> None:
    clock, ledger, viewer = setup()
    told: list[int] = []
    ledger.on_change = lambda: told.append(1)
    viewer.join()
    clock.now += FADE_S + 1
    assert len(ledger.statuses(RATE)) == 1  # its connection is open
    viewer.leave()
    assert only(ledger).state is StreamState.STOPPED
    clock.now += GONE_S + 1
    assert ledger.statuses(RATE) == ()
    plain = ledger.named("b", "b", "", "hls")
    plain.sent(10, 0.1)
    assert len(ledger.statuses(RATE)) == 1
    clock.now += FADE_S + 1
    assert ledger.statuses(RATE) == ()
    assert len(told) >= 3
    ledger.named("c", "c", "", "status")
    assert ledger.statuses(RATE) == ()  # who only asks does not watch


def test_a_failure_is_over_when_they_come_again() -> None:
    _, ledger, viewer = setup()
    viewer.join()
    viewer.fail("The camera is gone.")
    assert (only(ledger).state, only(ledger).reason) == (StreamState.FAILED, "The camera is gone.")
    viewer.leave()
    assert only(ledger).state is StreamState.FAILED
    viewer.join()
    assert (only(ledger).state, only(ledger).reason) == (StreamState.PENDING, "")


def test_who_closes_the_page_is_gone_unless_a_stream_is_still_held_open() -> None:
    clock, ledger, viewer = setup()
    viewer.join()
    viewer.sent(10, 0.1)
    viewer.close_page()
    assert only(ledger).state is StreamState.PLAYING
    viewer.leave()
    clock.now += GONE_S + 1
    plain = ledger.named("b", "b", "", "hls")
    plain.sent(10, 0.1)
    plain.close_page()
    assert only(ledger).state is StreamState.STOPPED
    ledger.named("b", "b", "", "hls")
    assert only(ledger).state is StreamState.PLAYING  # it was only loaded again


def test_however_many_come_memory_is_bounded() -> None:
    _, ledger, viewer = setup()
    viewer.join()
    for number in range(3 * MAX_VIEWERS):
        ledger.named(f"n{number}", "", "", "hls")
    found = ledger.statuses(RATE)
    assert len(found) == MAX_VIEWERS
    assert found[0].viewer_id == "a"  # whose connection is open
    assert len({one.viewer_id for one in found}) == MAX_VIEWERS


def test_clients_are_named_in_plain_words() -> None:
    chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) {}/156.0.0.0"
    names = {
        chrome.format("HeadlessChrome") + " Safari/537.36": "Chromium 156",
        chrome.format("QtWebEngine/6.11.3 Chrome") + " Safari/537.36": "Embedded engine 6.11",
        "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0": "Firefox 153",
        "Lavf/63.1.100": "ffmpeg",
        "curl/8.1": "curl 8",
        "Python/3.11 aiohttp/3.14": "other",
        "": "other",
    }
    assert {agent: client_name(agent) for agent in names} == names
