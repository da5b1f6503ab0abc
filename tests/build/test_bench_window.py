"""The bench's watch over the event loop: what is late is seen, and what is asked for is done."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)  # as tests/ui wants

LoadModule = Callable[[str], ModuleType]

BLOCKED_S = 0.08


@pytest.fixture
def lateness(build_module: LoadModule) -> Any:
    return build_module("bench_lateness")


def test_ranks_are_taken_from_the_ticks_themselves(lateness: Any) -> None:
    late = lateness.Late.of([float(number) for number in range(1, 101)])
    assert (late.median_ms, late.p99_ms, late.worst_ms, late.ticks) == (50, 99, 100, 100)


def test_a_tick_that_came_early_is_not_late(lateness: Any) -> None:
    late = lateness.Late.of([-2.0, -1.0])
    assert (late.median_ms, late.worst_ms, late.ticks) == (0, 0, 2)


def test_a_blocked_loop_is_the_worst_of_the_ticks(lateness: Any, qtbot: QtBot) -> None:
    clock = lateness.Clock()
    clock.begin()
    done: list[bool] = []

    def block() -> None:
        time.sleep(BLOCKED_S)
        done.append(True)

    QTimer.singleShot(0, block)
    qtbot.waitUntil(lambda: bool(done))
    late = clock.end()
    assert late.worst_ms >= BLOCKED_S * 1000 - lateness.PERIOD_MS - 1


def test_a_loop_that_never_ticked_is_late_all_the_same(lateness: Any, qtbot: QtBot) -> None:
    clock = lateness.Clock()
    clock.begin()
    time.sleep(BLOCKED_S)  # the event loop does not run here
    assert clock.end().worst_ms >= BLOCKED_S * 1000 - lateness.PERIOD_MS - 1


@pytest.fixture
def bare(lateness: Any) -> Iterator[Any]:
    made = lateness.Bare()
    yield made
    made.close()


def test_the_peer_counts_from_begin_to_end(bare: Any, lateness: Any, qtbot: QtBot) -> None:
    clock = lateness.Clock()
    clock.begin()
    bare.begin()
    qtbot.waitUntil(lambda: len(clock._late_ms) > 10)
    first = bare.end()
    bare.begin()
    assert first.ticks > bare.end().ticks


def names(sittings: Any) -> list[str]:
    return [view.name for sitting in sittings for view in sitting.views]


def test_no_window_is_opened_for_other_cases(build_module: LoadModule) -> None:
    views = build_module("bench_views")
    assert views.wanted(views.SITTINGS, "transcode") == []


def test_what_a_step_needs_is_done_before_it(build_module: LoadModule) -> None:
    views = build_module("bench_views")
    asked = views.wanted(views.SITTINGS, "reopen 1,000")
    assert [sitting.home for sitting in asked] == ["edited", "edited"]
    assert "window: add 1,000 files" in names(asked)
    assert names(views.wanted(views.SITTINGS, "")) == names(views.SITTINGS)
    assert len(set(names(views.SITTINGS))) == len(names(views.SITTINGS))


def test_the_window_is_watched_in_a_process_of_its_own(
    build_module: LoadModule, tmp_path: Path
) -> None:
    views = build_module("bench_views")
    steps = (views.View(views.Step.OPEN, "open", ""), views.View(views.Step.IDLE, "idle", ""))
    sitting = views.Sitting("home", 0, steps)
    lines = list(views._sit(sitting, tmp_path, 1))
    assert [line["step"] for line in lines] == ["open", "idle"]
    assert lines[1]["window"]["ticks"] > 0
    assert lines[1]["bare"]["ticks"] > 0
    assert (tmp_path / "homes" / "home" / "data" / "queue.db").is_file()
