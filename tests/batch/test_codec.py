"""Jobs as JSON: they come back as they were, and nothing else is taken for a job."""

import json
import os
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from studio.batch.codec import CodecError, job_from_json, job_to_json
from studio.batch.model import QueuedJob
from studio.batch.plain import PlainError, from_plain, path_from_plain, path_to_plain
from studio.transcode.model import Overrides
from tests.batch.made_jobs import any_job, any_path, made_job

SLOW = settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(any_job)
def test_any_job_comes_back_from_json_text_as_it_was(job: QueuedJob) -> None:
    assert job_from_json(json.loads(json.dumps(job_to_json(job)))) == job


@settings(deadline=None)
@given(any_path)
def test_any_path_comes_back_byte_for_byte(path: Path) -> None:
    plain = json.loads(json.dumps(path_to_plain(path)))
    assert os.fsencode(path_from_plain(plain)) == os.fsencode(path)


def test_a_path_of_plain_text_can_be_read_by_people() -> None:
    assert path_to_plain(Path("/films/Zoë 片.mp4")) == str(Path("/films/Zoë 片.mp4"))


def test_a_job_of_a_newer_schema_is_refused() -> None:
    with pytest.raises(CodecError, match="newer version"):
        job_from_json({**job_to_json(made_job(1)), "schema": 2})


def test_an_unknown_key_is_ignored_and_a_missing_one_gets_its_default() -> None:
    plain = {**job_to_json(made_job(1)), "colour": "blue"}
    del plain["stop_before"]
    assert job_from_json(plain) == made_job(1)


def changed(**changes: Any) -> dict[str, Any]:
    return {**job_to_json(made_job(1)), **changes}


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ([], "list instead of object"),
        ({}, "schema"),
        (changed(schema=True), "schema"),
        (changed(source=""), "source"),
        (changed(source="a\0b"), "source"),
        (changed(source={"base64": "%%%"}), "source"),
        (changed(state="asleep"), "state"),
        (changed(attempts="3"), "attempts"),
        (changed(attempts=True), "attempts"),
        (changed(info={"path": "/a"}), "info: container is missing"),
        (changed(settings={}), "settings: preset is missing"),
        (changed(settings={"preset": {"id": "x"}}), "settings: preset"),
        (changed(outcome={"state": "done", "warnings": "all"}), "outcome: warnings"),
    ],
)
def test_what_is_not_a_job_is_refused_with_the_field_named(data: object, field: str) -> None:
    with pytest.raises(CodecError) as caught:
        job_from_json(data)
    assert field in caught.value.detail


@pytest.mark.parametrize("text", ["1e999999999", "1/0", "0x10", " 1", "1" * 50, "NaN"])
def test_a_hostile_fraction_is_refused_at_once(text: str) -> None:
    with pytest.raises(PlainError):
        from_plain(Overrides, {"gop_seconds": text})


def test_a_fraction_stays_exact() -> None:
    plain = {"gop_seconds": "30000/1001"}
    assert from_plain(Overrides, plain).gop_seconds == Fraction(30000, 1001)
