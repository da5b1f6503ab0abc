"""The shared line and the rate that is seen, on a clock of the test's own."""

from studio.preview.delivery_pace import BURST_S, Bucket, Meter


def test_two_who_share_a_line_get_its_rate_together() -> None:
    bucket, sent, at = Bucket(), 0, [0.0, 0.0]
    bucket.set_rate(800, 0.0)
    while min(at) < 10:
        one = at.index(min(at))
        count = bucket.slice_of(10**6)
        at[one] += bucket.reserve(count, at[one])
        sent += count
    assert abs(sent / 10 / 100_000 - 1) < 0.02


def test_an_idle_line_saves_up_no_more_than_a_moment() -> None:
    bucket = Bucket()
    bucket.set_rate(80, 0.0)
    assert bucket.reserve(10_000, 100.0) > 1 - BURST_S - 0.001


def test_another_rate_counts_from_now_on() -> None:
    bucket = Bucket()
    bucket.set_rate(8, 0.0)
    assert bucket.reserve(10_000, 0.0) > 9
    bucket.set_rate(80_000, 1.0)
    assert bucket.reserve(10_000, 1.0) <= 0.001
    bucket.set_rate(None, 2.0)
    assert bucket.reserve(10**9, 2.0) == 0
    assert bucket.slice_of(10**9) == 10**9


def test_the_rate_is_of_busy_time_only() -> None:
    meter = Meter()
    assert meter.kbit_s(0.0) is None
    meter.begin(1.0)
    meter.add(50_000, 1.2)
    meter.add(50_000, 1.5)
    meter.end(1.5)
    assert meter.kbit_s(3.0) == 1600
    meter.begin(3.0)
    assert meter.kbit_s(3.5) == 800
    assert meter.kbit_s(20.0) == 0


def test_another_line_is_measured_anew() -> None:
    meter = Meter()
    meter.begin(0.0)
    meter.add(100_000, 0.5)
    meter.forget(1.0)
    assert meter.kbit_s(1.0) is None
    meter.add(37_500, 1.5)
    assert meter.kbit_s(2.0) == 300.0
