"""Delivery conditions: what a page may ask for, and what they mean for one request."""

import json

import pytest

from studio.errors import StudioError
from studio.preview.conditions import (
    PERFECT,
    Conditions,
    Cut,
    Lateness,
    Ranges,
    Refusal,
    conditions_of,
    cut_after,
    late_ms,
    refused_status,
)

EVERYTHING = Conditions(
    kbit_s=800,
    latency_ms=300,
    jitter_ms=20,
    content_type="text/plain",
    mime='video/mp4; codecs="avc1.4d401f"',
    ranges=Ranges.IGNORED,
    refusal=Refusal(3, 503, 2),
    cut=Cut("init", 12.5, 4000, 1),
    late=Lateness("all", 2000, 4),
)


def test_nothing_said_means_nothing_is_done() -> None:
    assert conditions_of({}) == PERFECT


def test_what_is_told_is_read_back() -> None:
    assert conditions_of(json.loads(json.dumps(EVERYTHING.to_json()))) == EVERYTHING
    assert conditions_of(json.loads(json.dumps(PERFECT.to_json()))) == PERFECT


@pytest.mark.parametrize(
    "told",
    [
        None,
        [],
        {"kbit_s": 0},
        {"kbit_s": "800"},
        {"kbit_s": True},
        {"kbits": 800},
        {"latency_ms": -1},
        {"latency_ms": 10**9},
        {"jitter_ms": 1.5},
        {"content_type": "text/plain\r\nX: y"},
        {"mime": "x" * 201},
        {"mime": "video/webm\n"},
        {"ranges": "sometimes"},
        {"ranges": []},
        {"refusal": 404},
        {"refusal": {"status": 200}},
        {"refusal": {"segment": -1}},
        {"refusal": {"segment": "last"}},
        {"refusal": {"segment": False}},
        {"refusal": {"times": 0}},
        {"refusal": {"code": 404}},
        {"cut": {"percent": 101}},
        {"cut": {"percent": float("nan")}},
        {"cut": {"bytes": -1}},
        {"late": {"every": 0}},
        {"late": {"ms": "long"}},
    ],
)
def test_odd_conditions_are_refused(told: object) -> None:
    with pytest.raises(StudioError):
        conditions_of(told)


def test_a_refusal_is_of_its_segment_and_ends_after_its_times() -> None:
    found = Conditions(refusal=Refusal(3, 404, 2))
    assert refused_status(found, 3, 0) == 404
    assert refused_status(found, 3, 1) == 404
    assert refused_status(found, 3, 2) is None
    assert refused_status(found, 2, 0) is None
    assert refused_status(found, None, 0) is None
    assert refused_status(Conditions(refusal=Refusal(3, 500)), 3, 99) == 500


def test_all_means_the_init_segment_too_but_not_the_index() -> None:
    found = Conditions(refusal=Refusal("all", 503))
    assert [refused_status(found, which, 0) for which in ("init", 0, 7, None)] == [503] * 3 + [None]


def test_a_cut_is_at_a_share_or_at_a_number_of_bytes_and_never_behind_the_end() -> None:
    assert cut_after(Conditions(cut=Cut(1, 25.0)), 1, 1000, 0) == 250
    assert cut_after(Conditions(cut=Cut(1, 25.0, 600)), 1, 1000, 0) == 600
    assert cut_after(Conditions(cut=Cut(1, 25.0, 6000)), 1, 1000, 0) == 1000
    assert cut_after(Conditions(cut=Cut(1, 0.0)), 1, 1000, 0) == 0
    assert cut_after(Conditions(cut=Cut(1, times=1)), 1, 1000, 1) is None
    assert cut_after(Conditions(cut=Cut(1)), 2, 1000, 0) is None


def test_every_fourth_segment_is_late() -> None:
    found = Conditions(late=Lateness("all", 2000, 4))
    assert [late_ms(found, n) for n in range(8)] == [0, 0, 0, 2000, 0, 0, 0, 2000]
    assert late_ms(Conditions(late=Lateness(5, 700)), 5) == 700
    assert late_ms(Conditions(late=Lateness(5, 700)), 4) == 0
