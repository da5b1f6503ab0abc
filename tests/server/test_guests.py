"""S19: what stands on a browser's command line opens once, and what it leads to ends."""

from pathlib import Path

import pytest

from studio.server import guests
from studio.server.app import MediaServer
from studio.server.guests import PATIENCE_S, Guests
from tests.server.conftest import Served


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book(clock: Clock) -> Guests:
    return Guests(clock)


def name_of(door: str) -> str:
    empty, once, name = door.split("/")
    assert (empty, once) == ("", "once")
    assert len(name) >= 43
    return name


def secret_of(path: str | None) -> str:
    assert path is not None
    return path.split("/")[2]


def test_a_door_opens_once(book: Guests) -> None:
    name = name_of(book.invite("player/a.html?room=1"))
    assert book.is_open(name)
    path = book.enter(name)
    assert path == f"/t/{secret_of(path)}/player/a.html?room=1"
    assert not book.is_open(name)
    assert book.enter(name) is None
    assert book.is_known(secret_of(path))


def test_each_door_leads_to_a_secret_of_its_own(book: Guests) -> None:
    names = [name_of(book.invite("a")) for _ in range(3)]
    secrets = {secret_of(book.enter(name)) for name in names}
    assert len(secrets) == 3
    assert not secrets & set(names)


def test_a_door_waits_a_minute(book: Guests, clock: Clock) -> None:
    name = name_of(book.invite("a"))
    clock.now += PATIENCE_S
    assert book.is_open(name)
    clock.now += 0.1
    assert not book.is_open(name)
    assert book.enter(name) is None


def test_a_secret_ends_a_minute_after_its_last_use(book: Guests, clock: Clock) -> None:
    secret = secret_of(book.enter(name_of(book.invite("a"))))
    for _ in range(5):
        clock.now += PATIENCE_S - 1
        with book.visit(secret):
            pass
    clock.now += PATIENCE_S + 1
    assert not book.is_known(secret)


def test_a_secret_stays_while_a_request_is_open(book: Guests, clock: Clock) -> None:
    secret = secret_of(book.enter(name_of(book.invite("a"))))
    with book.visit(secret):
        clock.now += 100 * PATIENCE_S
        assert book.is_known(secret)
    assert book.is_known(secret)
    clock.now += PATIENCE_S + 1
    assert not book.is_known(secret)


@pytest.mark.parametrize("wrong", ["", "x", "é", "\udcff"])
def test_nobody_else_is_known(book: Guests, wrong: str) -> None:
    door = name_of(book.invite("a"))
    assert not book.is_known(wrong)
    assert not book.is_known(door)
    with book.visit(wrong):
        assert not book.is_known(wrong)


# -- on the server -----------------------------------------------------------------------


@pytest.fixture
def door(served: Served) -> str:
    url = served.server.door(served.server.index_url(served.file_id))
    assert url.startswith(f"http://{served.host}/once/")
    assert served.secret.removeprefix("/t/") not in url
    return url.removeprefix(f"http://{served.host}")


def test_s19_the_door_leads_to_the_page_once(served: Served, door: str) -> None:
    answer = served.ask(door, "Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate")
    assert answer.status == 303
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    place = answer.headers["location"]
    assert not place.startswith(served.secret)
    assert served.ask(place).status == 200
    assert served.ask(place).body == served.ask(f"{served.media}/index.json").body
    again = served.ask(door)
    assert (again.status, again.body) == (404, b"")


def test_s19_looking_at_a_door_does_not_open_it(served: Served, door: str) -> None:
    for method in ("HEAD", "POST", "OPTIONS"):
        assert served.ask(door, method=method).status == 405
    assert served.ask(door, host="evil.example").status == 421
    assert served.ask(door, "Origin: http://evil.example").status == 403
    assert served.ask(door, "Sec-Fetch-Site: cross-site").status == 403
    for wrong in ("/once", "/once/", "/once/x", door + "/", door[:-1], f"{served.secret}{door}"):
        assert served.ask(wrong).status == 404, wrong
    assert served.ask(door).status == 303


def test_s19_a_guest_passes_the_same_guard(served: Served, door: str) -> None:
    place = served.ask(door).headers["location"]
    assert served.ask(place, host="evil.example").status == 421
    assert served.ask(place, "Origin: http://evil.example").status == 403
    assert served.ask(place, "Sec-Fetch-Site: cross-site").status == 403
    assert served.ask(place, f"Origin: http://{served.host}").status == 200


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guests, "PATIENCE_S", -1.0)


@pytest.mark.usefixtures("_impatient")
def test_s19_what_has_expired_is_404(served: Served, door: str) -> None:
    answer = served.ask(door)
    assert (answer.status, answer.body) == (404, b"")


def test_a_door_leads_nowhere_else(served: Served, tmp_path: Path) -> None:
    other = MediaServer(tmp_path)
    for url in ("http://evil.example/", other.base_url + "/x", served.server.base_url, ""):
        with pytest.raises(ValueError, match="not an address"):
            served.server.door(url)
