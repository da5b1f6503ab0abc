"""Jobs for tests of what is saved: plain ones by number, and any at all for properties."""

import dataclasses
import os
import types
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from studio import paths
from studio.batch.model import JobSettings, OutputRule, QueuedJob, SourceStamp
from studio.media.streams import AudioStream, MediaInfo, VideoStream
from studio.presets.model import Preset
from studio.presets.store import PresetStore

PRESETS = PresetStore(paths.built_in_presets_dir(), Path("no-such-folder")).all()
INFO = MediaInfo(
    path=Path("/videos/clip.mp4"),
    container="mp4",
    size_bytes=123_456,
    duration_us=5_005_000,
    video=(VideoStream(0, "h264", width=1920, height=1080, frame_rate=Fraction(30000, 1001)),),
    audio=(AudioStream(0, "aac", sample_rate=48_000, channels=2),),
)


def made_job(number: int, **changes: Any) -> QueuedJob:
    """Return a job as a user would add it; ``number`` makes its id and its names."""
    source = Path(f"/videos/clip {number}.mp4").absolute()
    job = QueuedJob(
        job_id=f"{number:032x}",
        source=source,
        settings=JobSettings(PRESETS[0], output=OutputRule(folder=Path("/results").absolute())),
        stamp=SourceStamp(1000 + number, 1_700_000_000_000_000_000 + number),
        info=dataclasses.replace(INFO, path=source),
        target=Path(f"/results/clip {number}.webm").absolute(),
        added_at=1_700_000_000.25 + number,
    )
    return dataclasses.replace(job, **changes)


def made_jobs(count: int) -> tuple[QueuedJob, ...]:
    """Return jobs with the numbers from 0."""
    return tuple(made_job(number) for number in range(count))


def ids(jobs: tuple[QueuedJob, ...]) -> list[str]:
    """Return the ids of jobs."""
    return [job.job_id for job in jobs]


def _path(raw: bytes) -> Path:
    return Path(os.fsdecode(b"/" + raw.replace(b"\0", b"0")))


# A name of a file may hold any bytes; what is not UTF-8 comes as lone surrogates.
_BYTES = st.binary(min_size=1, max_size=30)
_UTF8 = st.text(st.characters(codec="utf-8"), max_size=20).map(str.encode)
any_path = (_UTF8 if os.name == "nt" else st.one_of(_UTF8, _BYTES)).map(_path)
any_text = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from([chr(0xDC00 + byte) for byte in (0x80, 0xFF)]),
    ),
    max_size=20,
)


def anything(kind: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for a type of this program, with every field filled."""
    plain: dict[Any, st.SearchStrategy[Any]] = {
        str: any_text,
        bool: st.booleans(),
        int: st.integers(-(2**63), 2**63 - 1),
        float: st.floats(allow_nan=False, allow_infinity=False),
        Fraction: st.fractions(max_denominator=10**9),
        Path: any_path,
        Preset: st.sampled_from(PRESETS),
    }
    if kind in plain:
        return plain[kind]
    origin, inner = get_origin(kind), get_args(kind)
    if origin is types.UnionType:
        return st.one_of(*(st.none() if i is types.NoneType else anything(i) for i in inner))
    if origin is tuple and inner[-1] is Ellipsis:
        return st.lists(anything(inner[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*(anything(i) for i in inner))
    if issubclass(kind, StrEnum):
        return st.sampled_from(list(kind))
    hints = get_type_hints(kind)
    return st.builds(kind, **{f.name: anything(hints[f.name]) for f in dataclasses.fields(kind)})


any_job: st.SearchStrategy[QueuedJob] = st.builds(
    lambda job, job_id: dataclasses.replace(job, job_id=job_id),
    anything(QueuedJob),
    st.uuids().map(lambda one: one.hex),
)
