"""Real engines: each shows our page, says nothing secret to its neighbours, and is ended whole."""

import queue
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import psutil
import pytest

from studio import paths
from studio.server.app import MediaServer
from studio.verdict.browsers import Engine, EngineKind, find_engines
from studio.verdict.capabilities import CAPABILITIES, codec_mimes
from studio.verdict.launch import RunningEngine, launch
from studio.verdict.processes import is_alive
from tests.e2e.support import allow_engines_as_root, pick

pytestmark = pytest.mark.engine

NAMES = ("embedded", "chromium", "firefox", "webkit")
PAGE_LIMIT_S = 60.0
DEATH_LIMIT_S = 20.0
H264 = 'video/mp4; codecs="avc1.64001f"'

Final = Mapping[str, object]


@pytest.fixture(scope="module", autouse=True)
def _root_may_run_engines() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        allow_engines_as_root(patch)
        yield


@pytest.fixture(scope="module")
def engines(_root_may_run_engines: None) -> tuple[Engine, ...]:
    """Every engine of this machine."""
    return find_engines()


@pytest.fixture
def show() -> Iterator[Callable[..., tuple[RunningEngine, Final]]]:
    """Launch an engine on the check page, ask it for types, return it with its answer."""
    opened: list[RunningEngine] = []
    heard: queue.Queue[Mapping[str, object]] = queue.Queue()
    with MediaServer(paths.resources_dir() / "player") as server:

        def run(engine: Engine, **options: object) -> tuple[RunningEngine, Final]:
            plan = {"kind": "types", "mimes": [H264, *codec_mimes()]}
            handle = server.add_run(plan, heard.put)
            running = launch(engine, handle.check_url, **options)  # type: ignore[arg-type]
            opened.append(running)
            return running, _final(heard, running)

        yield run
        for running in opened:
            running.close()


def _final(heard: "queue.Queue[Mapping[str, object]]", running: RunningEngine) -> Final:
    end = time.monotonic() + PAGE_LIMIT_S
    while True:
        try:
            events = heard.get(timeout=max(0.01, end - time.monotonic()))["events"]
        except queue.Empty:
            pytest.fail(f"the page said nothing: {running.log_tail()}")
        assert isinstance(events, list)
        for event in events:
            assert isinstance(event, dict)
            if event["event"] == "final":
                return event


def assert_nothing_is_left(family: set[psutil.Process], folder: Path) -> None:
    """No process runs, and no folder is there."""
    left = [process for process in family if is_alive(process)]
    assert not left
    assert not folder.exists()


@pytest.mark.parametrize("name", NAMES)
def test_an_engine_shows_our_page_and_leaves_nothing(
    show: Callable[..., tuple[RunningEngine, Final]],
    engines: tuple[Engine, ...],
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    engine = pick(engines, name)
    monkeypatch.setenv("HOME", str(tmp_path))
    running, final = show(engine)
    types, decoding = final["types"], final["decoding"]
    assert isinstance(types, dict)
    assert isinstance(decoding, dict)
    assert {one.mime for one in CAPABILITIES} <= set(types)
    assert types['video/webm; codecs="vp8"'] is decoding['video/webm; codecs="vp8"'] is True
    family = running.processes()
    assert len(family) >= 2
    token = "/t/"
    assert not [p for p in family if is_alive(p) and any(token in part for part in p.cmdline())]
    screen = running.profile / "xauthority"
    assert screen.exists() == (engine.kind is EngineKind.WEBKIT)
    running.close()
    assert_nothing_is_left(family, running.profile)
    assert not list(tmp_path.rglob("*")), "it wrote into the user's own folder"


@pytest.mark.parametrize("name", NAMES)
def test_a_killed_engine_is_noticed_and_leaves_nothing(
    show: Callable[..., tuple[RunningEngine, Final]], engines: tuple[Engine, ...], name: str
) -> None:
    running, _ = show(pick(engines, name))
    family = running.processes()
    psutil.Process(running.pid).kill()
    end = time.monotonic() + DEATH_LIMIT_S
    while not running.has_ended():
        assert time.monotonic() < end
        threading.Event().wait(0.02)
    running.close()
    assert_nothing_is_left(family, running.profile)


def test_firefox_without_ffmpeg_is_a_machine_without_h264(
    show: Callable[..., tuple[RunningEngine, Final]], engines: tuple[Engine, ...]
) -> None:
    firefox = pick(engines, "firefox")
    _, final = show(firefox, preferences={"media.ffmpeg.enabled": False})
    types = final["types"]
    assert isinstance(types, dict)
    assert types[H264] is False
    assert types['video/webm; codecs="vp8"'] is True


def test_a_webkit_browser_whose_page_died_counts_as_ended(
    engines: Sequence[Engine], show: Callable[..., tuple[RunningEngine, Final]]
) -> None:
    running, _ = show(pick(engines, "webkit"))
    assert not running.has_ended()
    pages = [p for p in running.processes() if "WebKitWebProces" in p.name()]
    assert pages
    for page in pages:
        page.kill()
    end = time.monotonic() + DEATH_LIMIT_S
    while not running.has_ended():
        assert time.monotonic() < end, running.log_tail()
        time.sleep(0.05)
    assert "crashed" in running.last_words().lower()
