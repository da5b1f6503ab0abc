"""The steps of `bench_window`, what they are called, and the files they are made with."""

import os
import shutil
from enum import StrEnum
from pathlib import Path

from bench_kit import Ground, plan_of, preset
from bench_listener import invented_jobs
from studio import paths
from studio.batch.journal import Journal
from studio.batch.model import JobSettings, NewJob, OutputRule, QueuedJob
from studio.batch.opening import FILE_NAME
from studio.batch.stamps import stamp_of

ADDED = 1_000
ENCODED_S = 400
"""Length of what is encoded while the window is watched: longer than that takes."""

ENCODES = ("webm-vp8-vorbis", "webm-vp8-vorbis", "mp4-h264-aac", "mp4-h264-aac")


class Step(StrEnum):
    """What is done while the event loop is watched."""

    OPEN = "open"
    IDLE = "idle"
    ENCODE_VP8 = "encode-vp8"
    ENCODE_X264 = "encode-x264"
    ADD = "add"
    READ = "read"
    PRESET = "preset"
    UNDO = "undo"
    MOVE = "move"
    SORT = "sort"
    REMOVE = "remove"
    RESTORE = "restore"


def fill(ground: Ground, rows: int) -> None:
    """Make the queue of this home: four jobs worth encoding, then many that look it."""
    folder = ground.folder / f"films-{rows}"
    folder.mkdir()
    source = ground.part_of_source(ENCODED_S)
    jobs = []
    for number, preset_id in enumerate(ENCODES):
        film = folder / f"Film {number}.mp4"
        link(source, film)
        info = plan_of(film, preset_id, ground.ffmpeg).info
        jobs.append(NewJob(film, settings(preset_id, folder), info, stamp_of(film)))
    takes = [folder / f"Interview take {number}.mp4" for number in range(rows - len(jobs))]
    for take in takes:
        link(ground.tiny(), take)
    jobs += invented_jobs(takes, settings("mp4-h264-aac", folder))
    journal, _ = Journal.open(paths.user_data_dir() / FILE_NAME)
    journal.insert([(row, _queued(row, job)) for row, job in enumerate(jobs)])
    journal.close()


def link_tiny(ground: Ground) -> list[Path]:
    """Return a folder's worth of small real files."""
    folder = ground.folder / "takes"
    folder.mkdir()
    takes = [folder / f"Take {number}.mp4" for number in range(ADDED)]
    for take in takes:
        link(ground.tiny(), take)
    return takes


def settings(preset_id: str, folder: Path) -> JobSettings:
    """Return the settings of a job whose result goes to ``folder``."""
    return JobSettings(preset(preset_id), output=OutputRule(folder=folder))


def link(source: Path, target: Path) -> None:
    """Give a file one more name; copy it where that cannot be."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _queued(row: int, job: NewJob) -> QueuedJob:
    target = job.source.with_name(f"{job.source.stem} out.mp4")
    return QueuedJob(
        f"{row:032x}", job.source, job.settings, stamp=job.stamp, info=job.info, target=target
    )
