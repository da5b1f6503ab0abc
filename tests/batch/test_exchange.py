"""Export and import of a queue: what was chosen comes back, what is odd is said."""

import dataclasses
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio.batch.exchange import ImportedQueue, export_queue, import_queue
from studio.batch.model import Collision, HoldReason, JobSettings, OutputRule, QueuedJob
from studio.errors import InputError, OutputError
from studio.transcode.model import JobState, Overrides
from tests.batch.made_jobs import PRESETS, any_path, made_job, made_jobs

CHOSEN = JobSettings(
    PRESETS[1],
    Overrides(gop_seconds=Fraction(3, 2), extra=(("crf", "20"),)),
    OutputRule(
        Path("/out").absolute(), Path("/videos").absolute(), "{name}-{height}p", Collision.REPLACE
    ),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "queue.json"


def exported(file: Path, *jobs: QueuedJob) -> dict[str, Any]:
    export_queue(jobs, file)
    data: dict[str, Any] = json.loads(file.read_text("ascii"))
    return data


def imported(file: Path, data: object) -> ImportedQueue:
    file.write_text(json.dumps(data), "utf-8")
    return import_queue(file)


def test_an_exported_queue_comes_back_with_every_setting_in_order(file: Path) -> None:
    jobs = [made_job(1), made_job(2, settings=CHOSEN), made_job(3)]
    export_queue(jobs, file)
    back = import_queue(file)
    assert [(job.source, job.settings) for job in back.jobs] == [
        (job.source, job.settings) for job in jobs
    ]
    assert back.problems == ()


def test_what_is_there_to_be_checked_only_is_not_exported(file: Path) -> None:
    held = made_job(2, state=JobState.ON_HOLD, hold=HoldReason.CHECK_ONLY)
    export_queue([made_job(1), held], file)
    assert [job.source for job in import_queue(file).jobs] == [made_job(1).source]


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(any_path, max_size=5))
def test_any_source_comes_back(file: Path, sources: list[Path]) -> None:
    export_queue([made_job(n, source=source) for n, source in enumerate(sources)], file)
    assert [job.source for job in import_queue(file).jobs] == sources


def test_what_was_probed_is_not_believed_on_another_computer(file: Path) -> None:
    export_queue([made_job(1)], file)
    (job,) = import_queue(file).jobs
    assert job.info is None
    assert job.stamp is None


def test_done_jobs_are_not_run_again(file: Path) -> None:
    done = [made_job(n, state=state) for n, state in enumerate(JobState) if state.is_success]
    export_queue([*done, made_job(9, state=JobState.FAILED)], file)
    back = import_queue(file)
    assert [job.source for job in back.jobs] == [made_job(9).source]
    assert "2 jobs were left out, as they were done already." in {p.what for p in back.problems}


def test_a_thousand_jobs_of_one_preset_hold_it_once(file: Path) -> None:
    data = exported(file, *made_jobs(1000))
    assert len(data["presets"]) == 1
    assert file.stat().st_size < 600_000
    assert len(import_queue(file).jobs) == 1000


def test_one_bad_job_does_not_keep_the_others_out(file: Path) -> None:
    data = exported(file, *made_jobs(8))
    data["jobs"][0]["source"] = "clip.mp4"
    data["jobs"][1]["preset"] = 7
    data["jobs"][2]["output"]["name"] = "{nonsense}"
    data["jobs"][3]["output"]["folder"] = "results"
    data["jobs"][4]["overrides"]["gop_frames"] = "many"
    data["jobs"][5] = None
    data["jobs"][6]["state"] = "asleep"
    back = imported(file, data)
    assert [job.source for job in back.jobs] == [made_job(7).source]
    assert [p.what[:5] for p in back.problems] == [f"Job {n}" for n in range(1, 8)]


def test_a_bad_preset_is_named_for_each_of_its_jobs(file: Path) -> None:
    data = exported(file, made_job(1), made_job(2, settings=CHOSEN))
    data["presets"][0]["video"]["encoder"] = "rm -rf"
    back = imported(file, data)
    assert [job.source for job in back.jobs] == [made_job(2).source]
    assert "preset" in back.problems[0].detail.lower()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "not valid JSON"),
        (b"[" * 100_000, "not valid JSON"),
        (b"\xff\xfe\x00", "not a text file"),
        (b'{"kind": NaN}', "not valid JSON"),
        (b"[]", "not an exported queue"),
        (b'{"kind": "mse-studio-queue"}', "not a job"),
        (b'{"kind": "mse-studio-queue", "schema": 99}', "newer version"),
        (b'{"kind": "mse-studio-queue", "schema": 1, "jobs": {}}', "not an exported queue"),
    ],
)
def test_what_is_no_exported_queue_is_refused_in_words(
    file: Path, content: bytes, sentence: str
) -> None:
    file.write_bytes(content)
    with pytest.raises(InputError) as caught:
        import_queue(file)
    assert sentence in caught.value.what


def test_a_missing_and_an_endless_file_are_refused(file: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        import_queue(file)
    with file.open("wb") as sparse:
        sparse.truncate(65_000_000)
    with pytest.raises(InputError, match="too large"):
        import_queue(file)


def test_a_failed_export_leaves_the_old_file_and_no_litter(file: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="could not be exported"):
        export_queue(made_jobs(2), tmp_path / "no" / "folder.json")
    folder = tmp_path / "taken.json"
    folder.mkdir()
    with pytest.raises(OutputError):
        export_queue(made_jobs(2), folder)
    assert [path.name for path in tmp_path.iterdir()] == ["taken.json"]


def test_an_export_replaces_an_older_one_as_a_whole(file: Path) -> None:
    export_queue(made_jobs(50), file)
    export_queue(made_jobs(1), file)
    assert len(import_queue(file).jobs) == 1
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_two_equal_presets_are_written_once(file: Path) -> None:
    copy = dataclasses.replace(PRESETS[0])
    data = exported(file, made_job(1), made_job(2, settings=JobSettings(copy)))
    assert len(data["presets"]) == 1
