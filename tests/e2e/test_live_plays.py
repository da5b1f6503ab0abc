"""Files played out round and round, in real engines, by a page that only appends what comes."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from studio import paths
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.streams.live import LiveStream
from studio.streams.names import StreamAddress, StreamKind
from studio.streams.playout import FilePlayout
from studio.streams.service import stream_path
from studio.streams.viewers import ViewerLedger
from studio.verdict.browsers import Engine
from tests.conftest import ClipFactory
from tests.e2e.live_page import PlainPage, page_url
from tests.e2e.support import pick
from tests.player.pages import opened, wait_for
from tests.streams.live_clips import LENGTH_S, RATE, movie_film, opus_film, vorbis_film
from tests.streams.live_fakes import serve

JOINTS = 3


@pytest.fixture(scope="module")
def films(make_clip: ClipFactory) -> list[Path]:
    """VP8 with Vorbis, VP8 with Opus, H.264 with AAC."""
    return [make(make_clip) for make in (vorbis_film, opus_film, movie_film)]


@pytest.fixture(scope="module")
def url(films: list[Path]) -> Iterator[str]:
    """The page that plays all three."""
    maps = [read_segment_map(path) for path in films]
    streams = [
        LiveStream(
            StreamAddress(StreamKind.VOD_LIVE, f"loop{number}"),
            FilePlayout(found, loop=True),
            ledger=ViewerLedger(),
        )
        for number, found in enumerate(maps)
    ]
    with serve(paths.resources_dir() / "player", *streams) as server:
        server.add_service(PlainPage())
        for stream in streams:
            stream.start()
        yield _page(server, streams, [found.mime for found in maps])
        for stream in streams:
            stream.stop()


def _page(server: MediaServer, streams: list[LiveStream], mimes: list[str]) -> str:
    paths_of = (stream_path(stream.address) for stream in streams)
    return page_url(server, *zip(paths_of, mimes, strict=True))


@pytest.mark.engine
def test_films_go_round_in_every_engine_without_a_gap(
    url: str, engines: tuple[Engine, ...], qapp: QApplication
) -> None:
    names = ("embedded", "chromium", "firefox")
    found = [pick(engines, name) for name in names]
    with ThreadPoolExecutor() as browsers:
        others = [browsers.submit(_watch, one, url) for one in found[1:]]
        watched = [_watch(found[0], url), *(other.result() for other in others)]
    for name, states in zip(names, watched, strict=True):
        assert [state["supported"] for state in states] == [True, True, name != "embedded"]
        for state in (one for one in states if one["supported"]):
            _judge(name, state)


def _watch(engine: Engine, url: str) -> list[dict[str, Any]]:
    """Open the page, and let all that plays go over so many joints."""
    seconds = LENGTH_S * (JOINTS + 0.3)
    script = (
        "state().filter((s) => s.supported).every((s) => "
        f"s.errors.length || (s.begin !== null && s.time - s.begin > {seconds}))"
    )
    with opened(engine, url) as page:
        wait_for(page, script)
        states: list[dict[str, Any]] = page.evaluate("state()")
        return states


def _judge(name: str, state: dict[str, Any]) -> None:
    told = f"{name}: {json.dumps(state)}"
    assert not state["errors"], told
    assert state["closed"] is None, told
    assert len(state["ranges"]) == 1, told  # no joint left a gap
    played_s = state["time"] - state["begin"]
    assert played_s > LENGTH_S * JOINTS, told
    assert state["frames"] > played_s * RATE * 0.7, told
