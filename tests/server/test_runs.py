"""Pages that play run after run: what comes next, and the one picture that each may send."""

import json
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from studio.server import runs
from studio.server.handlers import MAX_PICTURE_BYTES
from tests.server.conftest import Answer, Served

JPEG = b"\xff\xd8\xff\xe0" + b"x" * 100
SIZE = "time_ms=1500&width=320&height=180"


def ignore(_report: dict[str, object]) -> None:
    """Listen to nothing."""


@pytest.fixture
def asking(served: Served) -> Callable[[str], Answer]:
    """Ask what comes after a run."""
    return lambda run_id: served.ask(f"{served.secret}/runs/{run_id}/next")


def waiting(served: Served, run_id: str) -> None:
    """Return as soon as a page really waits."""
    end = time.monotonic() + 10
    while not served.server._runs._runs[run_id].waiters:
        assert time.monotonic() < end
        time.sleep(0.005)


def test_the_next_run_is_told_at_once_to_a_page_that_waits(
    served: Served, asking: Callable[[str], Answer]
) -> None:
    first, second = (served.server.add_run({}, ignore).run_id for _ in range(2))
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(asking, first)
        waiting(served, first)
        told = time.monotonic()
        served.server.set_next_run(first, second)
        found = answer.result(10)
    assert (found.status, json.loads(found.body)) == (200, {"run": second})
    assert time.monotonic() - told < runs.NEXT_WAIT_S / 2


def test_a_next_run_that_is_known_already_is_told_without_waiting(
    served: Served, asking: Callable[[str], Answer]
) -> None:
    first, second = (served.server.add_run({}, ignore).run_id for _ in range(2))
    served.server.set_next_run(first, second)
    assert json.loads(asking(first).body) == {"run": second}


def test_a_page_asks_again_when_nothing_follows_in_time(
    served: Served, asking: Callable[[str], Answer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs.RunRegistry.next_of, "__defaults__", (0.1,))
    run_id = served.server.add_run({}, ignore).run_id
    answer = asking(run_id)
    assert (answer.status, answer.body) == (204, b"")
    assert not served.server._runs._runs[run_id].waiters


def test_the_page_of_a_run_that_is_over_stops(
    served: Served, asking: Callable[[str], Answer]
) -> None:
    run_id = served.server.add_run({}, ignore).run_id
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(asking, run_id)
        waiting(served, run_id)
        served.server.remove_run(run_id)
        assert answer.result(10).status == 404
    assert asking(run_id).status == 404
    assert asking("nonsense").status == 404


def test_waiting_pages_take_no_thread_and_do_not_hold_up_the_stop(served: Served) -> None:
    ids = [served.server.add_run({}, ignore).run_id for _ in range(20)]
    before = threading.active_count()
    with ThreadPoolExecutor(20) as pool:
        for run_id in ids:
            pool.submit(served.send, _next_request(served, run_id))
        for run_id in ids:
            waiting(served, run_id)
        assert threading.active_count() == before + 20  # those of this test
        started = time.monotonic()
        served.server.stop()
        assert time.monotonic() - started < runs.NEXT_WAIT_S / 2


def _next_request(served: Served, run_id: str) -> bytes:
    head = f"GET {served.secret}/runs/{run_id}/next HTTP/1.1\r\nHost: {served.host}\r\n\r\n"
    return head.encode()


def post(served: Served, run_id: str, body: bytes = JPEG, query: str = SIZE) -> int:
    """Send a picture and return the status."""
    target = f"{served.secret}/runs/{run_id}/picture?{query}"
    return served.ask(target, "Content-Type: image/jpeg", method="POST", body=body).status


def test_a_picture_reaches_the_listener_once(served: Served) -> None:
    heard: list[dict[str, object]] = []
    run_id = served.server.add_run({}, heard.append).run_id
    assert [post(served, run_id), post(served, run_id)] == [204, 409]
    event = {"event": "picture", "jpeg": JPEG, "time_s": 1.5, "width": 320, "height": 180}
    assert heard == [{"events": [event]}]


BAD_QUERIES = [
    "", "time_ms=1&width=320", "time_ms=-1&width=3&height=3", "time_ms=1.5&width=3&height=3",
    "time_ms=1&width=0&height=3", "time_ms=1&width=481&height=3", "time_ms=1&width=3&height=481",
    "time_ms=1&width=3&height=3&height=4", "time_ms=1234567890&width=3&height=3",
    "time_ms=%D9%A3&width=3&height=3", "a=1&" * 40,
]  # fmt: skip


@pytest.mark.parametrize("query", BAD_QUERIES)
def test_a_picture_without_a_sensible_time_and_size_is_refused(served: Served, query: str) -> None:
    heard: list[dict[str, object]] = []
    run_id = served.server.add_run({}, heard.append).run_id
    assert post(served, run_id, query=query) == 400
    assert not heard


@pytest.mark.parametrize("body", [b"<svg>", b"\x89PNG\r\n", b"\xff\xd8", b"GIF89a"])
def test_what_is_no_jpeg_is_refused(served: Served, body: bytes) -> None:
    heard: list[dict[str, object]] = []
    run_id = served.server.add_run({}, heard.append).run_id
    assert post(served, run_id, body) == 400
    assert not heard


def test_a_large_picture_is_refused_and_the_largest_is_not(served: Served) -> None:
    run_id = served.server.add_run({}, ignore).run_id
    largest = JPEG.ljust(MAX_PICTURE_BYTES, b"x")
    assert [post(served, run_id, largest + b"x"), post(served, run_id, largest)] == [413, 204]


def test_a_picture_needs_its_type_a_run_and_the_post_method(served: Served) -> None:
    run_id = served.server.add_run({}, ignore).run_id
    target = f"{served.secret}/runs/{run_id}/picture?{SIZE}"
    for kind in ("image/png", "image/svg+xml", "application/json"):
        sent = served.ask(target, f"Content-Type: {kind}", method="POST", body=JPEG)
        assert sent.status == 415
    assert served.ask(target).status == 404
    assert post(served, "nonsense") == 404


def test_another_site_can_neither_ask_nor_send(served: Served) -> None:
    run_id = served.server.add_run({}, ignore).run_id
    base, foreign = f"{served.secret}/runs/{run_id}", "Origin: http://evil.example"
    assert served.ask(f"{base}/next", foreign).status == 403
    assert served.ask(f"{base}/next", host="evil.example").status == 421
    kind = "Content-Type: image/jpeg"
    sent = served.ask(f"{base}/picture?{SIZE}", kind, foreign, method="POST", body=JPEG)
    assert sent.status == 403
