"""One file and the user's choices, resolved to the plan, the target and the exact command."""

from collections.abc import Collection
from pathlib import Path

from studio.media.streams import MediaInfo
from studio.presets.model import Preset
from studio.transcode.argv import display_command, ffmpeg_arguments
from studio.transcode.batch import choose_target
from studio.transcode.plan import build_plan
from studio.transcode.tools import Ffmpeg
from studio.ui.entries import Choices, Prepared


def prepare(
    info: MediaInfo,
    preset: Preset,
    choices: Choices,
    ffmpeg: Ffmpeg,
    reserved: Collection[Path] = (),
) -> Prepared:
    """Resolve one file; looks at the disk for a free target name, so call it on a worker.

    Args:
        info: what the source is.
        preset: what to make of it.
        choices: the user's overrides and folder.
        ffmpeg: the program that will run.
        reserved: targets of jobs that are not finished yet.

    Raises:
        PlanError: the preset cannot be applied to this source.
        OutputError: there is no place for the result.
        StudioError: another expected reason.
    """
    plan = build_plan(info, preset, choices.overrides, encoders=ffmpeg.encoders)
    target = choose_target(info.path, preset, choices.output_dir, reserved)
    arguments = ffmpeg_arguments(plan, target, ffmpeg.path)
    return Prepared(plan, target, tuple(arguments), display_command(arguments))
