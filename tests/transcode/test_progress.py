"""Progress from ffmpeg's key=value reports."""

import pytest

from studio.transcode.model import Progress
from studio.transcode.progress import ProgressReader


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def feed(reader: ProgressReader, *lines: str) -> Progress:
    found = [report for line in lines if (report := reader.feed(line)) is not None]
    assert len(found) == 1
    return found[0]


def test_a_report_has_all_its_numbers() -> None:
    clock = Clock()
    reader = ProgressReader(10_000_000, clock)
    clock.now += 1
    report = feed(
        reader, "frame=50\n", "total_size=1234\n", "out_time_us=2000000\n", "speed=9x\n",
        "progress=continue\n",
    )  # fmt: skip
    assert (report.frame, report.size_bytes, report.out_time_us) == (50, 1234, 2_000_000)
    assert report.fraction == pytest.approx(0.2)
    assert report.speed == pytest.approx(2.0)
    assert report.eta_s == pytest.approx(4.0)
    assert not reader.saw_end


@pytest.mark.parametrize("value", ["N/A", "-9223372036854775807", "", "x"])
def test_odd_values_are_zero(value: str) -> None:
    report = feed(ProgressReader(10), f"out_time_us={value}", "frame=", "progress=continue")
    assert (report.out_time_us, report.fraction, report.frame) == (0, 0.0, 0)


def test_an_unknown_length_has_no_fraction_and_no_time_left() -> None:
    report = feed(ProgressReader(None), "out_time_us=5", "progress=continue")
    assert (report.fraction, report.eta_s) == (None, None)


def test_the_fraction_stays_within_0_and_1() -> None:
    report = feed(ProgressReader(1_000), "out_time_us=9000000", "progress=continue")
    assert (report.fraction, report.eta_s) == (1.0, 0.0)


def test_the_position_never_runs_backwards() -> None:
    reader = ProgressReader(10_000_000)
    feed(reader, "out_time_us=5000000", "progress=continue")
    report = feed(reader, "out_time_us=3000000", "progress=continue")
    assert report.out_time_us == 5_000_000


def test_the_end_is_all_of_it_when_a_few_frames_are_still_delayed() -> None:
    reader = ProgressReader(10_000_000)
    report = feed(reader, "out_time_us=9900000", "progress=end")
    assert reader.saw_end
    assert report.fraction == 1.0


def test_an_early_end_is_not_all_of_it() -> None:
    report = feed(ProgressReader(10_000_000), "out_time_us=5000000", "progress=end")
    assert report.fraction == pytest.approx(0.5)


def test_a_burst_of_reports_does_not_shrink_the_time_left() -> None:
    clock = Clock()
    reader = ProgressReader(100_000_000, clock)
    out_us, etas = 0, []
    for _ in range(10):
        clock.now += 1.0  # a busy machine: nothing for a second, then ten reports at once
        for _ in range(10):
            clock.now += 1e-5
            out_us += 100_000
            etas.append(feed(reader, f"out_time_us={out_us}", "progress=continue").eta_s)
    settled = [eta for eta in etas[20:] if eta is not None]
    assert min(settled) == pytest.approx(90, rel=0.2)
    assert max(settled) == pytest.approx(98, rel=0.6)


def test_the_time_left_follows_a_change_of_speed() -> None:
    clock = Clock()
    reader = ProgressReader(100_000_000, clock)
    out_us = 0
    for _ in range(100):
        clock.now, out_us = clock.now + 0.1, out_us + 100_000
        report = feed(reader, f"out_time_us={out_us}", "progress=continue")
    assert report.eta_s == pytest.approx(90, rel=0.01)
    for _ in range(100):
        clock.now, out_us = clock.now + 0.1, out_us + 300_000
        report = feed(reader, f"out_time_us={out_us}", "progress=continue")
    assert report.eta_s is not None
    assert report.eta_s < 60 / 2.2
