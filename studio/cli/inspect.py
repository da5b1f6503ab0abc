"""``mse-studio probe``: what a file is."""

import argparse
from pathlib import Path

from studio.cli import shapes
from studio.cli.console import print_json, print_line, print_problem
from studio.cli.context import Context
from studio.cli.reading import read_files
from studio.errors import InputError, StudioError
from studio.media.streams import MediaInfo
from studio.workflow.keyframes import read_keyframes


def probe_files(options: argparse.Namespace, context: Context) -> int:
    """Print what each file is; a bad one is named and the others still printed."""
    ffmpeg = context.ffmpeg().path
    failed = False
    read = read_files(options.files, ffmpeg)
    for path, answer in zip(options.files, read, strict=True):
        try:
            if isinstance(answer, InputError):
                raise answer
            info = answer.info
            wanted = info.video and not options.no_keyframes
            keyframes = read_keyframes(path, ffmpeg=ffmpeg) if wanted else None
        except StudioError as problem:
            failed = True
            _report_problem(problem, path, json=options.json)
            continue
        shape = shapes.media_info(info, keyframes)
        if options.json:
            print_json(shape)
        else:
            _print_info(info, shape)
    return 1 if failed else 0


def _print_info(info: MediaInfo, shape: shapes.Json) -> None:
    length = "unknown length" if info.duration_us is None else f"{info.duration_us / 1e6:.3f} s"
    print_line(f"{info.path}: {info.container}, {length}, {info.size_bytes:,} bytes")
    for video in info.video:
        rate = "?" if video.frame_rate is None else f"{float(video.frame_rate):.3f}"
        print_line(
            f"  video {video.codec} {video.profile} {video.width}x{video.height} "
            f"{rate} fps ({video.rate_mode}) {video.pixel_format}"
        )
    for audio in info.audio:
        print_line(f"  audio {audio.codec} {audio.sample_rate} Hz, {audio.channels} channels")
    keyframes = shape["keyframes"]
    if isinstance(keyframes, dict):
        print_line(
            f"  {keyframes['count']} keyframes, every {keyframes['mean_s']} s on average, "
            f"{keyframes['longest_s']} s at most"
        )


def _report_problem(problem: StudioError, path: Path, *, json: bool) -> None:
    print_problem(problem, subject=str(path))
    if json:
        print_json(shapes.error(problem, path))
