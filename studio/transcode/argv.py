"""From a plan to ffmpeg's argument list, built with ffmpeg-python."""

import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import ffmpeg as ffmpeg_python

from studio.media.child import INPUT_GUARDS, file_argument
from studio.transcode.model import EncodePlan

PROGRESS_PERIOD_S = "0.1"
"""Source: measured, ten reports a second cost 1.2 ms of CPU per second."""

_GLOBAL = (
    "-hide_banner",
    "-y",
    "-nostats",
    "-loglevel",
    "level+warning",
    "-progress",
    "pipe:1",
    "-stats_period",
    PROGRESS_PERIOD_S,
)

_SOURCE, _TARGET = "file:/source", "file:/target"
"""Stand for the names until the end: ffmpeg-python fails at a name that is no UTF-8."""


def ffmpeg_arguments(plan: EncodePlan, target: Path, ffmpeg: Path) -> list[str]:
    """Return program and arguments that carry out a plan.

    Standard input must be a pipe that stays open: ``q`` on it ends ffmpeg gracefully.

    Args:
        plan: what to do.
        target: the file ffmpeg writes (the job's part file); overwritten.
        ffmpeg: the program.
    """
    source = ffmpeg_python.input(_SOURCE, **INPUT_GUARDS)
    streams = []
    if plan.video is not None:
        streams.append(source[f"v:{plan.video.index}"])
    if plan.audio is not None:
        streams.append(source[f"a:{plan.audio.index}"])
    options = {option.name: option.value for option in plan.options}
    if plan.filters:
        chain = (f"{name}={arguments}" for name, arguments, _ in plan.filters)
        options["vf"] = ",".join(chain)
    output = ffmpeg_python.output(*streams, _TARGET, **options)
    arguments: list[str] = ffmpeg_python.compile(output, cmd=[str(ffmpeg), *_GLOBAL])
    names = {_SOURCE: file_argument(plan.info.path), _TARGET: file_argument(target)}
    return [names.get(argument, argument) for argument in arguments]


def display_command(arguments: Sequence[str]) -> str:
    """Return a command line that can be copied into a shell of this system."""
    if sys.platform == "win32":
        return subprocess.list2cmdline(arguments)
    return shlex.join(arguments)
