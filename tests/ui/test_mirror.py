"""The rows are what the queue says, in its time: added, undone, reopened, edited while it runs."""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from studio import paths, settings
from studio.batch.journal import Journal
from studio.batch.model import (
    Collision,
    JobSettings,
    OutputRule,
    QueuedJob,
    QueueMode,
    QueueNotice,
)
from studio.presets.store import PresetStore
from studio.transcode.model import JobState, Overrides
from studio.ui import app
from studio.ui.desk import Desk
from studio.ui.entries import Entry, EntryState
from tests.conftest import ClipFactory

Add = Callable[..., None]
RUN_MS = 60_000


def names(desk: Desk) -> str:
    return "".join(entry.source.stem for entry in desk.files)


def states(desk: Desk) -> list[EntryState]:
    return [entry.state for entry in desk.files]


def saved_jobs() -> int:
    path = paths.user_data_dir() / "queue.db"
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return int(connection.execute("select count(*) from jobs").fetchone()[0])
    finally:
        connection.close()


@pytest.fixture
def short(make_clip: ClipFactory) -> Path:
    """Half a second; quickly read and quickly converted."""
    return make_clip("ui-tiny", seconds=0.5, size="64x36")


@pytest.fixture
def files(short: Path, tmp_path: Path) -> list[Path]:
    """Four files: a, b, c, d."""
    made = [tmp_path / f"{name}.mp4" for name in "abcd"]
    for path in made:
        path.write_bytes(short.read_bytes())
    return made


def test_a_row_appears_only_when_its_job_is_on_the_disk(
    desk: Desk, files: list[Path], qtbot: QtBot
) -> None:
    found: list[int] = []
    desk.mirror.appeared.connect(lambda _: found.append(saved_jobs()))
    desk.add(files)
    assert len(desk.files) == 0
    qtbot.waitUntil(lambda: len(desk.files) == 4)
    assert found == [4]


def test_adding_is_undone_and_redone(desk: Desk, files: list[Path], add: Add, qtbot: QtBot) -> None:
    add(desk, *files)
    ids = [entry.entry_id for entry in desk.files]
    desk.undo.undo()
    qtbot.waitUntil(lambda: len(desk.files) == 0)
    desk.undo.redo()
    qtbot.waitUntil(lambda: len(desk.files) == 4)
    assert [entry.entry_id for entry in desk.files] == ids
    assert states(desk) == [EntryState.WAITING] * 4


def test_removing_is_undone_with_all_that_was_known(
    desk: Desk, files: list[Path], add: Add, qtbot: QtBot
) -> None:
    add(desk, *files)
    before = list(desk.files)
    desk.remove([desk.files.at(1), desk.files.at(3)])
    qtbot.waitUntil(lambda: names(desk) == "ac")
    desk.undo.undo()
    qtbot.waitUntil(lambda: names(desk) == "abcd")
    assert all(one is other for one, other in zip(desk.files, before, strict=True))
    assert before[1].keyframes is not None
    desk.undo.redo()
    qtbot.waitUntil(lambda: names(desk) == "ac")


@pytest.mark.parametrize(
    ("move", "order"),
    [
        (lambda desk, at: desk.move([at(0), at(1)], None), "cdab"),
        (lambda desk, at: desk.move([at(3)], at(1)), "adbc"),
        (lambda desk, at: desk.move_to_top([at(2)]), "cabd"),
        (lambda desk, at: desk.move_up([at(2)]), "acbd"),
        (lambda desk, at: desk.move_down([at(0), at(2)]), "badc"),
    ],
    ids=["to the end", "before another", "to the top", "up", "down"],
)
def test_moving_is_undone_and_redone(
    desk: Desk,
    files: list[Path],
    add: Add,
    qtbot: QtBot,
    move: Callable[[Desk, Callable[[int], Entry]], None],
    order: str,
) -> None:
    add(desk, *files)
    move(desk, desk.files.at)
    qtbot.waitUntil(lambda: names(desk) == order)
    desk.undo.undo()
    qtbot.waitUntil(lambda: names(desk) == "abcd")
    desk.undo.redo()
    qtbot.waitUntil(lambda: names(desk) == order)


def test_settings_of_many_change_at_once_and_back(
    desk: Desk, files: list[Path], add: Add, qtbot: QtBot
) -> None:
    add(desk, *files)
    entries = list(desk.files)

    def presets() -> set[str]:
        return {entry.settings.preset.id for entry in entries}

    desk.choose_preset(entries, "mp4-h264-aac")
    qtbot.waitUntil(lambda: presets() == {"mp4-h264-aac"})
    qtbot.waitUntil(lambda: all(e.target and e.target.suffix == ".mp4" for e in entries))
    desk.undo.undo()
    qtbot.waitUntil(lambda: presets() == {"webm-vp8-vorbis"})
    desk.undo.redo()
    qtbot.waitUntil(lambda: presets() == {"mp4-h264-aac"})


def test_a_run_of_changes_of_one_field_is_one_step(
    desk: Desk, files: list[Path], add: Add, qtbot: QtBot
) -> None:
    add(desk, *files)
    entry = desk.files.at(0)
    count = desk.undo.count()
    for frames in (10, 20, 30):
        desk.choose_overrides([entry], Overrides(gop_frames=frames))
    qtbot.waitUntil(lambda: entry.settings.overrides.gop_frames == 30)
    assert desk.undo.count() == count + 1
    desk.undo.undo()
    qtbot.waitUntil(lambda: entry.settings.overrides == Overrides())
    desk.undo.redo()
    qtbot.waitUntil(lambda: entry.settings.overrides.gop_frames == 30)


def test_a_choice_that_changes_nothing_is_no_step(desk: Desk, files: list[Path], add: Add) -> None:
    add(desk, *files)
    count = desk.undo.count()
    desk.choose_preset(list(desk.files), "webm-vp8-vorbis")
    assert desk.undo.count() == count


def test_the_plan_in_hand_follows_every_change_of_its_file(
    desk: Desk, files: list[Path], add: Add, qtbot: QtBot
) -> None:
    add(desk, *files[:2])
    entry = desk.files.at(0)
    plans: list[int] = []
    desk.planner.planned.connect(lambda _, prepared: plans.append(prepared.plan.gop.size))
    desk.planner.plan(entry)
    qtbot.waitUntil(lambda: plans == [50])
    desk.choose_overrides([entry], Overrides(gop_frames=30))
    qtbot.waitUntil(lambda: plans == [50, 30])
    desk.undo.undo()
    qtbot.waitUntil(lambda: plans == [50, 30, 50])


def test_an_output_rule_names_the_results_and_is_kept_for_files_to_come(
    desk: Desk, files: list[Path], add: Add, qtbot: QtBot, tmp_path: Path
) -> None:
    add(desk, *files[:2])
    folder = tmp_path / "out"
    folder.mkdir()
    rule = OutputRule(folder, name="{name}-{height}", collision=Collision.ASK)
    desk.choose_output(list(desk.files), rule)
    qtbot.waitUntil(lambda: desk.files.at(1).target == folder / "b-36.webm")
    assert desk.files.at(0).target == folder / "a-36.webm"
    assert desk.defaults.output == rule
    desk.undo.undo()
    qtbot.waitUntil(lambda: desk.files.at(0).target == files[0].with_suffix(".webm"))


def test_a_dropped_folder_is_the_root_of_the_mirrored_tree(
    make_desk: Callable[..., Desk], files: list[Path], add: Add, tmp_path: Path
) -> None:
    inner = tmp_path / "shoot" / "day 1"
    inner.mkdir(parents=True)
    moved = files[0].rename(inner / "a.mp4")
    results = tmp_path / "results"
    results.mkdir()
    desk = make_desk(output_dir=str(results), mirror_root=str(tmp_path / "elsewhere"))
    add(desk, tmp_path / "shoot", files[1])
    targets = {entry.source: entry.target for entry in desk.files}
    assert targets == {moved: results / "day 1" / "a.webm", files[1]: results / "b.webm"}


def test_a_reopened_queue_has_the_same_rows_order_and_settings(
    make_desk: Callable[..., Desk], files: list[Path], add: Add, qtbot: QtBot
) -> None:
    first = make_desk()
    add(first, *files)
    first.choose_overrides([first.files.at(2)], Overrides(gop_frames=7))
    first.move_to_top([first.files.at(3)])
    first.hold([first.files.at(0)])
    first.stop(wait=True)  # what was asked last is saved as well
    again = make_desk()
    assert names(again) == "dabc"
    assert again.files.at(3).settings.overrides == Overrides(gop_frames=7)
    assert again.files.at(1).state is EntryState.ON_HOLD
    assert {entry.info.container for entry in again.files if entry.info} == {"mp4"}
    assert not again.undo.canUndo()


def test_after_a_crash_the_rows_are_there_nothing_runs_and_it_is_told(
    files: list[Path], qtbot: QtBot, store: PresetStore
) -> None:
    settings_of_jobs = JobSettings(store.get("webm-vp8-vorbis"))
    journal, _ = Journal.open(paths.user_data_dir() / "queue.db")
    journal.begin_run()  # and never ended
    states_then = (JobState.DONE, JobState.RUNNING, JobState.WAITING)
    jobs = [
        QueuedJob(path.stem, path, settings_of_jobs, state)
        for path, state in zip(files, states_then, strict=False)
    ]
    journal.insert(list(enumerate(jobs)))
    journal.close()
    desk = app.make_desk(settings.Settings(engines=("none",)))
    heard: list[QueueNotice] = []
    desk.notice.connect(heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert "All 3 jobs are here" in heard[0].what
    assert names(desk) == "abc"
    assert desk.files.at(1).state is EntryState.INTERRUPTED
    assert not desk.runner.is_busy
    desk.stop(wait=True)


def test_rows_of_an_earlier_session_are_not_read_again(
    make_desk: Callable[..., Desk],
    files: list[Path],
    add: Add,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = make_desk()
    add(first, *files)
    first.stop(wait=True)
    asked: list[object] = []
    monkeypatch.setattr("studio.ui.intake.find_out", lambda *found: asked.append(found))
    again = make_desk()
    qtbot.waitUntil(lambda: all(entry.keyframes for entry in again.files), timeout=RUN_MS)
    assert asked == []


def test_details_of_many_restored_rows_are_read_when_they_are_seen(
    make_desk: Callable[..., Desk],
    files: list[Path],
    add: Add,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("studio.ui.intake.FEW", 3)
    first = make_desk()
    add(first, *files)
    first.stop(wait=True)
    again = make_desk()
    seen = again.files.at(2)
    with qtbot.waitSignal(again.intake.settled, timeout=RUN_MS):
        again.intake.want([seen])
    assert [entry.source for entry in again.files if entry.keyframes] == [seen.source]


def test_the_queue_is_edited_while_it_runs(
    desk: Desk, long_clip: Path, files: list[Path], add: Add, qtbot: QtBot
) -> None:
    desk.set_slots(1)
    add(desk, long_clip, *files[:3])
    running, *_, last = desk.files
    desk.start()
    qtbot.waitUntil(lambda: running.progress is not None, timeout=RUN_MS)
    desk.remove([running, desk.files.at(1)])
    qtbot.waitUntil(lambda: len(desk.files) == 3)
    desk.move([last], desk.files.at(1))
    desk.choose_preset([running, last], "mp4-h264-aac")
    qtbot.waitUntil(lambda: last.settings.preset.id == "mp4-h264-aac")
    desk.add([files[3]])
    qtbot.waitUntil(lambda: names(desk) == "long takecbd")
    assert running.state is EntryState.RUNNING
    assert running.settings.preset.id == "webm-vp8-vorbis"
    desk.cancel([running])
    with qtbot.waitSignal(desk.runner.idle, timeout=RUN_MS):
        pass
    assert states(desk) == [EntryState.CANCELLED] + [EntryState.DONE] * 3
    assert last.output == files[2].with_name("c (2).mp4")


def test_retrying_is_undone_unless_it_ran(
    desk: Desk, files: list[Path], add: Add, qtbot: QtBot
) -> None:
    add(desk, files[0])
    entry = desk.files.at(0)
    with qtbot.waitSignal(desk.runner.idle, timeout=RUN_MS):
        desk.start()
    first = entry.output
    desk.retry([entry])
    qtbot.waitUntil(lambda: entry.state is EntryState.WAITING)
    desk.undo.undo()
    qtbot.waitUntil(lambda: entry.state is EntryState.DONE)
    assert entry.output == first
    desk.undo.redo()
    qtbot.waitUntil(lambda: entry.state is EntryState.WAITING)
    with qtbot.waitSignal(desk.runner.idle, timeout=RUN_MS):
        desk.start()
    second = entry.output
    assert second is not None
    assert second != first
    desk.undo.undo()
    desk.remove([])
    qtbot.waitUntil(lambda: not desk.runner.is_busy)
    done = [True]
    desk.line.ask(lambda queue: queue.jobs(), lambda jobs: done.append(jobs[0].state.is_success))
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done[1]
    assert entry.output == second


def test_every_failure_can_be_retried_at_once(
    desk: Desk, files: list[Path], add: Add, qtbot: QtBot
) -> None:
    files[1].write_bytes(b"")
    add(desk, *files)
    files[2].unlink()
    with qtbot.waitSignal(desk.runner.idle, timeout=RUN_MS):
        desk.start()
    done = EntryState.DONE
    assert states(desk) == [done, EntryState.UNUSABLE, EntryState.FAILED, done]
    files[1].write_bytes(files[0].read_bytes())
    files[2].write_bytes(files[0].read_bytes())
    desk.retry_failed()
    waiting = EntryState.WAITING
    qtbot.waitUntil(lambda: states(desk) == [done, waiting, waiting, done], timeout=RUN_MS)


def test_a_missing_source_is_located(
    desk: Desk, files: list[Path], add: Add, qtbot: QtBot, tmp_path: Path
) -> None:
    add(desk, files[0])
    entry = desk.files.at(0)
    moved = files[0].rename(tmp_path / "moved.mp4")
    with qtbot.waitSignal(desk.runner.idle, timeout=RUN_MS):
        desk.start()
    assert entry.state is EntryState.FAILED
    desk.locate(entry, moved)
    qtbot.waitUntil(lambda: entry.state is EntryState.WAITING, timeout=RUN_MS)
    assert entry.source == moved
    assert entry.info is not None
    desk.undo.undo()
    qtbot.waitUntil(lambda: entry.state is EntryState.FAILED)
    assert entry.source == files[0]


def test_holding_one_file_lets_the_others_run(
    desk: Desk, files: list[Path], add: Add, qtbot: QtBot
) -> None:
    add(desk, *files[:2])
    desk.hold([desk.files.at(0)])
    with qtbot.waitSignal(desk.runner.idle, timeout=RUN_MS):
        desk.start()
    assert states(desk) == [EntryState.ON_HOLD, EntryState.DONE]
    desk.release([desk.files.at(0)])
    qtbot.waitUntil(lambda: desk.files.at(0).state is EntryState.WAITING)


def test_the_queue_is_paused_goes_on_and_stops_now(
    desk: Desk, long_clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(desk, long_clip)
    entry = desk.files.at(0)
    desk.start()
    qtbot.waitUntil(lambda: entry.progress is not None, timeout=RUN_MS)
    desk.pause()
    qtbot.waitUntil(lambda: entry.state is EntryState.PAUSED, timeout=RUN_MS)
    assert desk.runner.status.mode is QueueMode.PAUSED
    assert desk.runner.is_busy
    desk.resume()
    qtbot.waitUntil(lambda: entry.state is EntryState.RUNNING, timeout=RUN_MS)
    with qtbot.waitSignal(desk.runner.idle, timeout=RUN_MS):
        desk.stop_now()
    assert entry.state is EntryState.WAITING
    assert entry.progress is None


def test_time_left_is_told_while_it_runs(
    desk: Desk, long_clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(desk, long_clip)
    ranges: list[tuple[float, float]] = []

    def hear(low_s: float | None, high_s: float | None) -> None:
        if low_s is not None and high_s is not None:
            ranges.append((low_s, high_s))

    desk.outlook_changed.connect(hear)
    desk.start()
    qtbot.waitUntil(lambda: bool(ranges), timeout=RUN_MS)
    assert 0 <= ranges[0][0] <= ranges[0][1]


def test_a_queue_travels_as_a_file(
    make_desk: Callable[..., Desk], files: list[Path], add: Add, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = make_desk()
    add(desk, *files)
    exported = tmp_path / "queue.json"
    with qtbot.waitSignal(desk.said):
        desk.export_queue(exported)
    desk.remove(list(desk.files))
    qtbot.waitUntil(lambda: len(desk.files) == 0)
    desk.import_queue(exported)
    qtbot.waitUntil(lambda: names(desk) == "abcd")
    desk.undo.undo()
    qtbot.waitUntil(lambda: len(desk.files) == 0)


def test_a_file_that_is_no_queue_is_told(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "shopping.json"
    other.write_text("[1, 2", encoding="utf-8")
    heard: list[QueueNotice] = []
    desk.notice.connect(heard.append)
    desk.import_queue(other)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].what
    assert len(desk.files) == 0


def test_a_queue_in_use_is_told_and_nothing_is_shown_as_added(
    desk: Desk, files: list[Path], qtbot: QtBot
) -> None:
    second = app.make_desk(settings.Settings(engines=("none",)))
    heard: list[QueueNotice] = []
    second.notice.connect(heard.append)
    second.add(files)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert "in use" in heard[0].what
    assert len(second.files) == 0
    second.stop(wait=True)


def test_a_thousand_files_come_in_one_piece_and_stall_nothing(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    for number in range(1000):
        (tmp_path / f"{number:04}.mp4").touch()
    pieces: list[int] = []
    desk.mirror.appeared.connect(lambda entries: pieces.append(len(entries)))
    work = WindowWork()
    with qtbot.waitSignal(desk.intake.settled, timeout=RUN_MS):
        desk.add([tmp_path])
    assert pieces == [1000]
    assert set(states(desk)) == {EntryState.UNUSABLE}
    assert work.longest_s() < 0.2


class WindowWork:
    """What the window's thread does at a stretch, in processor time: its own share of a stall."""

    def __init__(self) -> None:
        self._last = time.thread_time()
        self._longest_s = 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(5)

    def longest_s(self) -> float:
        """Stop and return the longest stretch, in seconds."""
        self._timer.stop()
        return self._longest_s

    def _on_tick(self) -> None:
        now = time.thread_time()
        self._longest_s, self._last = max(self._longest_s, now - self._last), now
