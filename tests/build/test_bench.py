"""The bench measures what it says: in turns, round by round, both sides doing the same."""

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from studio import paths

LoadModule = Callable[[str], ModuleType]


@pytest.fixture
def kit(build_module: LoadModule) -> Any:
    return build_module("bench_kit")


def case_of(kit: Any, did: list[str], **fields: Any) -> Any:
    """A case that writes down what is done."""
    return kit.Case(
        "a case",
        "its peer",
        "its goal",
        lambda: did.append("ours"),
        lambda: did.append("theirs"),
        before=lambda: did.append("before"),
        after=lambda: did.append("after"),
        **fields,
    )


def test_both_sides_go_first_in_turns_after_one_round_that_does_not_count(kit: Any) -> None:
    did: list[str] = []
    result = kit.measure(case_of(kit, did), 2)
    actions = [one for one in did if one not in ("before", "after")]
    assert actions == ["ours", "theirs"] * 2 + ["theirs", "ours"]
    assert len(result.ours) == len(result.theirs) == 2


def test_each_action_is_made_ready_and_the_end_comes_once(kit: Any) -> None:
    did: list[str] = []
    kit.measure(case_of(kit, did), 1)
    assert did == ["before", "ours", "before", "theirs"] * 2 + ["after"]


def test_a_long_case_has_fewer_rounds(kit: Any) -> None:
    result = kit.measure(case_of(kit, [], most_rounds=1), 5)
    assert len(result.ours) == 1


def test_a_ratio_is_that_of_one_round(kit: Any) -> None:
    result = kit.Result("a case", "its peer", "its goal")
    result.ours = [kit.Reading(3.0, 8.0, 1.0), kit.Reading(1.0, 2.0, 1.0)]
    result.theirs = [kit.Reading(1.0, 2.0, 1.0), kit.Reading(2.0, 2.0, 1.0)]
    assert result.ratios(0) == [0.5, 3.0]
    assert result.ratios(1) == [1.0, 4.0]
    assert kit.spread(result.ratios(0)) == "1.75 (0.50 to 3.00)"


def test_the_note_is_written_when_all_is_measured(kit: Any) -> None:
    result = kit.measure(case_of(kit, [], note=lambda r: f"{len(r.ours)} rounds"), 3)
    assert result.note == "3 rounds"


def test_cpu_of_a_child_is_counted_but_is_not_our_own(kit: Any, build_module: LoadModule) -> None:
    python = build_module("environment").python()
    busy = [str(python), "-c", "sum(range(3_000_000))"]
    case = kit.Case("a case", "its peer", "", lambda: kit.run_raw(busy), lambda: None)
    (reading,) = kit.measure(case, 1).ours
    assert reading.cpu_s > 2 * reading.own_s


def test_only_the_cases_asked_for_are_made(
    build_module: LoadModule, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = build_module("bench_cases")
    made: list[str] = []

    def maker(name: str, _ground: object) -> str:
        made.append(name)
        return name

    makers = dict.fromkeys(["Transcode VP8", "queue: add"], maker)
    monkeypatch.setattr(cases, "makers", lambda: makers)
    assert list(cases.make(None, "vp8")) == ["Transcode VP8"]
    assert made == ["Transcode VP8"]


def test_only_reporting_is_left_out_of_the_silent_command(build_module: LoadModule) -> None:
    without = build_module("bench_batch").without_progress
    asked = [
        "ffmpeg",
        "-y",
        "-progress",
        "pipe:1",
        "-stats_period",
        "0.1",
        "-i",
        "file:-progress.mp4",
    ]
    assert without(asked) == ["ffmpeg", "-y", "-i", "file:-progress.mp4"]


@pytest.fixture
def store(build_module: LoadModule, tmp_path: Path) -> Any:
    queues, kit = build_module("bench_queue"), build_module("bench_kit")
    made = queues._Store(kit.Ground(tmp_path, 1), 3, filled=True)
    made.renew()
    yield made
    made.close()


def plain_rows(store: Any) -> list[tuple[Any, ...]]:
    return list(store.plain.execute("SELECT * FROM jobs").fetchall())


def test_the_queue_and_its_peer_hold_the_same_jobs(store: Any) -> None:
    assert len(store.queue.jobs()) == len(plain_rows(store)) == 3


def test_every_renewal_begins_with_the_same_number_of_jobs(store: Any) -> None:
    before = store.folder
    store.renew()
    assert store.folder != before
    assert len(store.queue.jobs()) == len(plain_rows(store)) == 3


def test_the_edits_that_are_measured_do_edit(store: Any) -> None:
    first, _, last = store.queue.jobs()
    store.move_last_to_top()
    assert [job.job_id for job in store.queue.jobs()][:2] == [last.job_id, first.job_id]
    store.change_presets()
    assert {job.settings.preset.id for job in store.queue.jobs()} == {"webm-vp8-vorbis"}
    store.save_singly()
    assert all(job.stop_before for job in store.queue.jobs())
    store.renumber_plainly()
    assert sorted(row[1] for row in plain_rows(store)) == [0, 1, 2]


def test_the_tiny_jobs_all_come_out(build_module: LoadModule, tmp_path: Path) -> None:
    batch, kit = build_module("bench_batch"), build_module("bench_kit")
    ground = kit.Ground(tmp_path, 1)
    shop = batch._shop(ground, ground.tiny(), 2, "mp4-copy")
    shop.run(1)  # ends the bench when a job is not done
    shop.run_raw()
    assert (tmp_path / "raw.mp4").stat().st_size > 0


def test_a_run_without_a_case_writes_its_readings(
    build_module: LoadModule, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))  # put back afterwards
    target = tmp_path / "readings.json"
    assert build_module("bench").main(["--only", "no such case", "--json", str(target)]) == 0
    assert json.loads(target.read_text("utf-8")) == {"cases": [], "window": []}
