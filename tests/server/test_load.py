"""Load figures. ``MSE_STUDIO_SOAK_S`` makes the short runs as long as the goals say (300)."""

import logging
import os
from fractions import Fraction
from pathlib import Path

import psutil

from studio.server.connections import MAX_CONNECTIONS
from tests.server.viewers import Viewer, long_map, watch
from tests.streams.origin import offered

log = logging.getLogger(__name__)

SECONDS = float(os.environ.get("MSE_STUDIO_SOAK_S", "4"))
RATE = 8_000_000


def test_l8_twenty_viewers_see_no_stall(tmp_path: Path) -> None:
    length_s = Fraction(2) if SECONDS > 30 else Fraction(1, 2)
    count = int(SECONDS / length_s) + 1
    found = long_map(tmp_path / "l8.webm", segments=count, length_s=length_s, bit_rate=RATE)
    with offered(found) as origin:
        before = psutil.Process().memory_info().rss
        viewers = [
            Viewer(origin.host, origin.vod, found, SECONDS, f"viewer-{n}") for n in range(20)
        ]
        took_s = watch(viewers)
        grown = psutil.Process().memory_info().rss - before
        told = origin.stream.status().viewers
    assert sum(viewer.stalls for viewer in viewers) == 0
    assert took_s[len(took_s) * 95 // 100] < 0.6
    assert grown < 30 * 2**20
    assert len(told) == 20
    assert {one.state.value for one in told} == {"PLAYING"}
    log.info(
        "%d segments, p50 %.1f ms, p95 %.1f ms, worst %.1f ms, memory %+.1f MiB",
        len(took_s),
        took_s[len(took_s) // 2] * 1000,
        took_s[len(took_s) * 95 // 100] * 1000,
        took_s[-1] * 1000,
        grown / 2**20,
    )


def test_l8_as_many_as_there_may_be_are_served(tmp_path: Path) -> None:
    found = long_map(tmp_path / "l64.webm", segments=3, length_s=Fraction(2), bit_rate=RATE)
    with offered(found) as origin:
        viewers = [
            Viewer(origin.host, origin.vod, found, 0.1, f"viewer-{n}")
            for n in range(MAX_CONNECTIONS)
        ]
        took_s = watch(viewers)
    assert len(took_s) == MAX_CONNECTIONS
    assert took_s[len(took_s) * 95 // 100] < 5  # 0.6 s on a quiet machine
