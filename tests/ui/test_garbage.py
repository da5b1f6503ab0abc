"""Cycles are collected on the window's thread, whatever other threads allocate."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from studio.ui.garbage import GarbageCollector


class Cycle:
    """Refers to itself; notes the thread that buries it."""

    buried_on: list[int]

    def __init__(self, buried_on: list[int]) -> None:
        self.me, self.buried_on = self, buried_on

    def __del__(self) -> None:
        self.buried_on.append(threading.get_ident())


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[GarbageCollector]:
    made = GarbageCollector()
    yield made
    made.stop()


def allocate(buried_on: list[int], kept: list[list[int]]) -> None:
    """Make a cycle, and enough young objects that Python would collect here by itself."""
    Cycle(buried_on)
    kept += [[] for _ in range(20 * gc.get_threshold()[0])]


def test_a_cycle_of_another_thread_is_buried_on_the_windows_own(
    collector: GarbageCollector,
) -> None:
    buried_on: list[int] = []
    kept: list[list[int]] = []
    other = threading.Thread(target=allocate, args=(buried_on, kept))
    other.start()
    other.join()
    assert buried_on == []
    collector.collect()
    assert buried_on == [threading.get_ident()]


def test_afterwards_python_collects_by_itself_again(qapp: QApplication) -> None:
    GarbageCollector().stop()
    assert gc.isenabled()
