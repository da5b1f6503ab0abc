"""Rows of the queue file from and to what travels: jobs and attempts."""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.batch.model import HoldReason, JobSettings, OutputRule, QueuedJob, SourceStamp
from studio.batch.plain import (
    from_plain,
    preset_from_plain,
    preset_to_plain,
    to_plain,
)
from studio.media.streams import MediaInfo
from studio.presets.model import Preset
from studio.transcode.model import JobOutcome, JobState, Overrides
from studio.transcode.publish import target_key

Row = tuple[Any, ...]

COLUMNS = (
    "id", "pos", "state", "source", "size_bytes", "mtime_ns", "preset", "options", "info",
    "target", "hold", "stop_before", "ignore_space", "outcome", "attempts", "crashes",
    "added_at", "started_at", "ended_at",
)  # fmt: skip
_REMEMBERED = 256
"""Texts of presets kept at hand; a batch mostly uses one."""

_EDGE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Tells a finished file again: its size, and the SHA-256 of its first and last MiB."""

    size_bytes: int
    digest: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """One run of one job, as written down before each of its effects.

    ``pid``, ``created_at`` (Unix seconds, as the system says) and ``executable`` are None
    before ffmpeg was started. ``publishing`` is (finished part, final name, fingerprint)
    once the result was about to get its name.
    """

    job_id: str
    number: int
    run_id: str
    part: Path
    target: Path
    pid: int | None = None
    created_at: float | None = None
    executable: Path | None = None
    publishing: tuple[Path, Path, Fingerprint] | None = None


def fingerprint(path: Path) -> Fingerprint:
    """Return what tells a file again: cheap for any size.

    Raises:
        OSError: the file cannot be read.
    """
    digest = hashlib.sha256()
    with path.open("rb") as file:
        size_bytes = os.fstat(file.fileno()).st_size
        digest.update(file.read(_EDGE_BYTES))
        file.seek(max(_EDGE_BYTES, size_bytes - _EDGE_BYTES))
        digest.update(file.read(_EDGE_BYTES))
    return Fingerprint(size_bytes, digest.hexdigest())


class RowError(ValueError):
    """A row does not describe a job; the text says why."""


class RowCodec:
    """Turns jobs into rows and back. Remembers presets, as hundreds of jobs share one."""

    def __init__(self) -> None:
        self._texts: dict[int, tuple[Preset, str]] = {}
        self._presets: dict[str, Preset] = {}

    def row(self, job: QueuedJob, pos: float) -> Row:
        """Return the values of ``COLUMNS`` for a job."""
        stamp, settings = job.stamp, job.settings
        options = {
            "overrides": to_plain(settings.overrides),
            "output": to_plain(settings.output),
        }
        return (
            job.job_id, pos, job.state.value, os.fsencode(job.source),
            stamp and stamp.size_bytes, stamp and stamp.mtime_ns,
            self._preset_text(settings.preset), _text(options),
            None if job.info is None else _text(to_plain(job.info)),
            path_bytes(job.target), job.hold and job.hold.value,
            job.stop_before, job.ignore_space,
            None if job.outcome is None else _text(to_plain(job.outcome)),
            job.attempts, job.crashes, job.added_at, job.started_at, job.ended_at,
        )  # fmt: skip

    def job(self, row: Row) -> QueuedJob:
        """Return the job of a row with the values of ``COLUMNS``.

        Raises:
            RowError: the row is damaged, or of another version of the program.
        """
        try:
            return self._job(row)
        except (ValueError, TypeError, ArithmeticError, RecursionError) as error:
            raise RowError(str(error)[:500]) from error

    def _job(self, row: Row) -> QueuedJob:
        (
            job_id, _, state, source, size_bytes, mtime_ns, preset, options, info, target, hold,
            stop_before, ignore_space, outcome, attempts, crashes, added_at, started_at, ended_at,
        ) = row  # fmt: skip
        if not isinstance(job_id, str) or not job_id:
            raise RowError("no id")
        has_stamp = size_bytes is not None and mtime_ns is not None
        return QueuedJob(
            job_id=job_id,
            source=_path(source),
            settings=self._settings(preset, options),
            state=JobState(state),
            stamp=SourceStamp(int(size_bytes), int(mtime_ns)) if has_stamp else None,
            info=None if info is None else from_plain(MediaInfo, json.loads(info)),
            target=None if target is None else _path(target),
            hold=None if hold is None else HoldReason(hold),
            stop_before=bool(stop_before),
            ignore_space=bool(ignore_space),
            outcome=None if outcome is None else from_plain(JobOutcome, json.loads(outcome)),
            attempts=int(attempts),
            crashes=int(crashes),
            added_at=float(added_at),
            started_at=None if started_at is None else float(started_at),
            ended_at=None if ended_at is None else float(ended_at),
        )

    def _settings(self, preset: str, options: str) -> JobSettings:
        known = self._presets.get(preset)
        if known is None:
            known = preset_from_plain(json.loads(preset))
            if len(self._presets) >= _REMEMBERED:
                self._presets.clear()
            self._presets[preset] = known
        data = json.loads(options)
        if not isinstance(data, dict):
            raise RowError("options are not an object")
        return JobSettings(
            preset=known,
            overrides=from_plain(Overrides, data.get("overrides")),
            output=from_plain(OutputRule, data.get("output")),
        )

    def _preset_text(self, preset: Preset) -> str:
        known = self._texts.get(id(preset))
        if known is None or known[0] is not preset:
            known = (preset, _text(preset_to_plain(preset)))
            if len(self._texts) >= _REMEMBERED:
                self._texts.clear()
            self._texts[id(preset)] = known
        return known[1]


def attempt_of(row: Row) -> Attempt:
    """Return the attempt of a row of ``SELECT * FROM attempts``."""
    (
        job_id, number, run_id, part, target, pid, created_at, executable,
        finished, final, size_bytes, digest, _,
    ) = row  # fmt: skip
    publishing = None
    if finished is not None and final is not None and size_bytes is not None and digest:
        publishing = (_path(finished), _path(final), Fingerprint(size_bytes, digest))
    return Attempt(
        job_id, number, run_id, _path(part), _path(target), pid, created_at,
        None if executable is None else _path(executable), publishing,
    )  # fmt: skip


def reservation_of(job: QueuedJob) -> bytes | None:
    """Return the name a job keeps for its result, None when it needs none any more."""
    if job.target is None or job.state.is_final:
        return None
    return target_key(job.target).encode("utf-8", "surrogatepass")


def path_bytes(path: Path | None) -> bytes | None:
    """Return a path as the system's own bytes."""
    return None if path is None else os.fsencode(path)


def _path(raw: object) -> Path:
    if not isinstance(raw, bytes) or not raw or b"\0" in raw:
        raise RowError("not a path")
    return Path(os.fsdecode(raw))


def _text(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
