"""A queue as a JSON file, to keep it or to take it to another computer."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.batch.codec import SCHEMA_VERSION, check_schema
from studio.batch.model import HoldReason, JobSettings, NewJob, OutputRule, QueuedJob
from studio.batch.naming import check_template
from studio.batch.plain import (
    PlainError,
    from_plain,
    path_from_plain,
    path_to_plain,
    preset_from_plain,
    preset_to_plain,
    to_plain,
)
from studio.errors import InputError, OutputError, PlanError, StudioError
from studio.presets.model import Preset
from studio.transcode.model import JobState, Overrides

SIZE_LIMIT_BYTES = 64_000_000
"""Largest file that is read; a job takes some 500 bytes."""

_MOST_JOBS = 100_000

KIND = "mse-studio-queue"
_HINT = "Choose a file that was made by exporting a queue."


@dataclass(frozen=True, slots=True)
class ImportedQueue:
    """What a file held: jobs to be added, and what kept others out, one error per reason."""

    jobs: tuple[NewJob, ...]
    problems: tuple[StudioError, ...] = ()


def export_queue(jobs: Sequence[QueuedJob], path: Path) -> None:
    """Write jobs with all settings; ``path`` holds either the old or the whole new file.

    Jobs that are there to be checked only are left out: importing would have them converted.

    Raises:
        OutputError: the file cannot be written.
    """
    presets: list[Preset] = []
    places: dict[int, int] = {}
    entries = []
    for job in jobs:
        if job.hold is HoldReason.CHECK_ONLY:
            continue
        preset = job.settings.preset
        if id(preset) not in places:
            places[id(preset)] = _place_of(preset, presets)
        entries.append(_entry(job, places[id(preset)]))
    plain = {
        "kind": KIND,
        "schema": SCHEMA_VERSION,
        "presets": [preset_to_plain(preset) for preset in presets],
        "jobs": entries,
    }
    try:
        _write(path, json.dumps(plain, indent=1))
    except OSError as error:
        what = "The queue could not be exported."
        hint = "Check that the folder can be written and the disk is not full."
        raise OutputError(what, hint=hint, detail=str(error)) from error


def _place_of(preset: Preset, presets: list[Preset]) -> int:
    if preset not in presets:
        presets.append(preset)
    return presets.index(preset)


def _entry(job: QueuedJob, preset: int) -> dict[str, Any]:
    return {
        "source": path_to_plain(job.source),
        "preset": preset,
        "overrides": to_plain(job.settings.overrides),
        "output": to_plain(job.settings.output),
        "state": job.state.value,
    }


def _write(path: Path, text: str) -> None:
    part = path.with_name(f".{path.name}.part-{os.getpid()}")
    try:
        with part.open("w", encoding="ascii", newline="\n") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def import_queue(path: Path) -> ImportedQueue:
    """Read a file that ``export_queue`` wrote. Jobs that were done are left out.

    Nothing is looked up on the disk: whether the sources exist shows when they are added.

    Raises:
        InputError: it cannot be read, is too large, or is not a queue of this version.
    """
    data = _parsed(_read(path))
    if not isinstance(data, dict) or data.get("kind") != KIND:
        raise InputError(f"{path.name} is not an exported queue.", hint=_HINT)
    try:
        check_schema(data.get("schema"))
    except StudioError as error:
        raise InputError(error.what, hint=error.hint or _HINT, detail=error.detail) from error
    presets, entries = data.get("presets"), data.get("jobs")
    if not isinstance(presets, list) or not isinstance(entries, list):
        raise InputError(f"{path.name} is not an exported queue.", hint=_HINT)
    if len(entries) > _MOST_JOBS or len(presets) > _MOST_JOBS:
        raise InputError(f"{path.name} holds more than {_MOST_JOBS} jobs.", hint=_HINT)
    return _imported(_presets(presets), entries)


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT_BYTES + 1)
    except OSError as error:
        what = f"The file {path.name} cannot be read."
        raise InputError(what, hint="Check that it exists.", detail=str(error)) from error
    if len(data) > SIZE_LIMIT_BYTES:
        raise InputError(f"{path.name} is too large for a queue.", hint=_HINT)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"{path.name} is not a text file."
        raise InputError(what, hint=_HINT, detail=str(error)) from error


def _parsed(text: str) -> object:
    try:
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        what = "The file is not valid JSON."
        raise InputError(what, hint=_HINT, detail=str(error)[:500]) from error


def _refuse(name: str) -> object:
    raise ValueError(f"{name} is not a number")


def _presets(data: list[Any]) -> list[Preset | PlainError]:
    """Return each preset, or what is wrong with it."""
    found: list[Preset | PlainError] = []
    for one in data:
        try:
            found.append(preset_from_plain(one))
        except PlainError as error:
            found.append(error)
    return found


def _imported(presets: list[Preset | PlainError], entries: list[Any]) -> ImportedQueue:
    jobs: list[NewJob] = []
    problems: list[StudioError] = []
    done = 0
    for number, entry in enumerate(entries, start=1):
        try:
            if _is_done(entry):
                done += 1
            else:
                jobs.append(_job(entry, presets))
        except (PlainError, PlanError) as error:
            what = f"Job {number} of the file was left out: it is not valid."
            problems.append(InputError(what, detail=str(error)[:500]))
    if done:
        were = "1 job was" if done == 1 else f"{done} jobs were"
        problems.append(InputError(f"{were} left out, as they were done already."))
    return ImportedQueue(tuple(jobs), tuple(problems))


def _is_done(entry: Any) -> bool:
    if not isinstance(entry, dict):
        raise PlainError("not an object")
    return from_plain(JobState, entry.get("state", JobState.WAITING.value)).is_success


def _job(entry: dict[str, Any], presets: list[Preset | PlainError]) -> NewJob:
    place = entry.get("preset")
    if type(place) is not int or not 0 <= place < len(presets):
        raise PlainError("preset: there is no such preset")
    preset = presets[place]
    if isinstance(preset, PlainError):
        raise preset
    output = from_plain(OutputRule, entry.get("output", {}))
    check_template(output.name)
    source = path_from_plain(entry.get("source"))
    for path in (source, output.folder, output.mirror_root):
        if path is not None and not path.is_absolute():
            raise PlainError(f"{path.name} is not a full path on this computer")
    overrides = from_plain(Overrides, entry.get("overrides", {}))
    return NewJob(source, JobSettings(preset, overrides, output))
