"""Which way leads to a picture, what is said of it, and how an engine tells over the wire."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studio import paths
from studio.preview.opening import RoomWishes, open_room
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.verdict.browsers import Engine
from tests.conftest import ClipFactory
from tests.e2e.support import pick, run_scenario
from tests.player.pages import opened, wait_for

pytestmark = pytest.mark.engine

RULES = Path(__file__).with_name("ways_rules.js")
VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8")


def test_ways_names_and_the_wire_keep_their_rules(embedded: Engine, tmp_path: Path) -> None:
    run_scenario(embedded, RULES.read_text("utf-8"), tmp_path)


def test_nothing_is_started_where_the_systems_own_view_takes_over(
    engines: Sequence[Engine], qapp: QApplication, make_clip: ClipFactory
) -> None:
    options = ("-movflags", "+frag_keyframe+delay_moov+default_base_moof")
    room = open_room(
        read_segment_map(make_clip("system.mp4", seconds=1, extra=options)),
        RoomWishes(browsers=(pick(engines, "chromium"),)),
    )
    with MediaServer(paths.resources_dir() / "player") as server:
        url = server.room_url(server.add_room(room), system="1")
        with opened(pick(engines, "embedded"), url) as page:
            wait_for(page, "Boolean(window.studioRoom?.ways)")
            if page.evaluate("studioRoom.ways.chances.local"):
                pytest.skip("NOT TESTED: the embedded engine of this machine can decode H.264")
            assert page.evaluate("[studioRoom.ways.status.way, studioRoom.port]") == ["none", None]
            assert page.evaluate("document.querySelector('#banner').hidden")
    room.close()


def test_a_file_that_mse_cannot_play_is_told_so(
    engines: Sequence[Engine], qapp: QApplication, make_clip: ClipFactory
) -> None:
    whole = make_clip("whole.mp4", seconds=1)
    room = open_room(read_segment_map(whole), RoomWishes(browsers=()))
    with MediaServer(paths.resources_dir() / "player") as server:
        url = server.room_url(server.add_room(room), lang="ru")
        with opened(pick(engines, "embedded"), url, width=420, height=600) as page:
            wait_for(page, "window.studioRoom?.ways?.status.way === 'none'")
            words = page.evaluate("document.querySelector('#picture').textContent")
            assert "не фрагментирован" in words
            assert "«Исправить»" in words
            assert page.evaluate("document.querySelector('#banner select').hidden")
            refused = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert refused, "nothing is wider than the page"
    room.close()


def test_a_file_that_is_refused_while_it_starts_to_play_is_told_why(
    engines: Sequence[Engine], qapp: QApplication, make_clip: ClipFactory
) -> None:
    shuffled = make_clip(
        "ways-refused.webm", seconds=1, size="64x36", video=VP8, audio=("-c:a", "libopus")
    )
    room = open_room(read_segment_map(shuffled), RoomWishes(browsers=()))
    with MediaServer(paths.resources_dir() / "player") as server:
        url = server.room_url(server.add_room(room), autoplay="1")
        with opened(pick(engines, "embedded"), url, width=800, height=600) as page:
            shown = "document.querySelector('#picture :is(.closed, .trouble:not([hidden]))')"
            wait_for(page, f"Boolean({shown})")
            assert "Repair" in page.evaluate(f"{shown}.textContent")
            assert page.evaluate("document.querySelector('#picture video') !== null")
    room.close()
