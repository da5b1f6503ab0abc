"""The demo passes only when a result was really played to its end."""

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

LoadModule = Callable[[str], ModuleType]
Json = dict[str, Any]


def engine(**changes: object) -> Json:
    played: Json = {
        "version": "140",
        "outcome": "played",
        "plays": True,
        "reached_end": True,
        "frames": 500,
        "frames_expected": 500,
        "error": None,
        "first_frame_ms": 80.0,
        "seeks": [[0.0, True, 12.0], [2.0, False, 2500.0]],
        "entries": [],
    }
    return {**played, **changes}


def verdict(word: str = "pass", **engines: Json) -> Json:
    return {
        "path": "/films/a.webm",
        "mime": 'video/webm; codecs="vp8, vorbis"',
        "verdict": word,
        "summary": "It plays.",
        "findings": [],
        "observed": engines,
    }


UNSUPPORTED = engine(plays=False, reached_end=False, outcome="unsupported", error="no H.264")


@pytest.fixture
def report(build_module: LoadModule) -> ModuleType:
    return build_module("demo_report")


def test_one_engine_that_played_to_the_end_is_enough(report: ModuleType) -> None:
    assert report.has_played(verdict(embedded=UNSUPPORTED, chromium=engine()))


@pytest.mark.parametrize(
    "judged",
    [
        verdict("not-played", embedded=UNSUPPORTED),
        verdict("pass"),
        verdict("pass", chromium=engine(reached_end=False)),
        verdict("fail", chromium=engine()),
    ],
)
def test_what_was_not_played_to_the_end_does_not_pass(report: ModuleType, judged: Json) -> None:
    assert not report.has_played(judged)


def test_the_report_tells_what_each_engine_did(report: ModuleType) -> None:
    stream = {"kind": "audio", "codec": "vorbis", "sample_rate": 48000}
    text = report.markdown(
        {
            "passed": True,
            "seconds": 60,
            "machine": "a machine",
            "probe": {
                "container": "webm",
                "duration_s": 20.0,
                "streams": [stream],
                "keyframes": None,
            },
            "results": [{"preset": "webm-vp8-vorbis", "state": "done", "took_s": 4.0}],
            "live": "PLAYING",
            "verdicts": [verdict(chromium=engine(), embedded=UNSUPPORTED)],
            "pictures": ["main.png"],
        }
    )
    row = "| chromium | 140 | played | 500 of 500 | 80 ms | 1 of 2 |  |"
    assert row in text.splitlines()
    assert "| embedded | 140 | unsupported |  |" in text
    assert "A test picture was streamed live (PLAYING) and recorded." in text
    assert "![main.png](screenshots/main.png)" in text
