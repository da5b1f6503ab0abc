"""``mse-studio probe``, ``segments`` and ``repair``: what a file is, how it is cut, a cure."""

import argparse
import os
from pathlib import Path

from studio.cli import shapes
from studio.cli.console import print_json, print_line, print_problem
from studio.cli.context import Context
from studio.cli.reading import read_files
from studio.errors import InputError, OutputError, StudioError
from studio.media.streams import MediaInfo
from studio.repair.recluster import recluster
from studio.segments.outline import read_cut
from studio.segments.reader import read_segment_map
from studio.transcode.publish import give_name, sync_file
from studio.verdict.rules import static_findings
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


def show_segments(options: argparse.Namespace, _context: Context) -> int:
    """Print the segment map of each file."""
    failed = False
    for path in options.files:
        try:
            found = read_cut(path)
        except StudioError as problem:
            failed = True
            _report_problem(problem, path, json=options.json)
            continue
        if options.json:
            print_json(shapes.segment_map(found))
            continue
        print_line(f"{path}: {found.mime}, init segment {found.init_size} bytes")
        for number, segment in enumerate(found.segments):
            key = "keyframe" if segment.keyframe else "no keyframe"
            print_line(
                f"  {number:>5}  {float(segment.start_s):>10.3f} s  "
                f"{float(segment.duration_s):>8.3f} s  {segment.size:>10} bytes  "
                f"at {segment.offset}  {key}"
            )
    return 1 if failed else 0


def repair_file(options: argparse.Namespace, _context: Context) -> int:
    """Re-cluster a WebM into a new file; the source is left as it is."""
    source, target = options.file, options.output
    before = static_findings(read_segment_map(source))
    if target.exists():
        raise OutputError(
            f"{target.name} exists already.", hint="Choose another name; nothing was replaced."
        )
    part = target.with_name(f".{target.name}.part-{os.getpid()}")
    try:
        recluster(source, part)
        after = static_findings(read_segment_map(part))
        _publish(part, target)
    finally:
        part.unlink(missing_ok=True)
    codes_before, codes_after = [f.code for f in before], [f.code for f in after]
    if options.json:
        print_json(
            {
                "path": str(source),
                "output": str(target),
                "findings_before": codes_before,
                "findings_after": codes_after,
            }
        )
    else:
        print_line(f"{target}: before {_listed(codes_before)}, after {_listed(codes_after)}")
    return 0


def _publish(part: Path, target: Path) -> None:
    """Give a finished part file its name, without replacing what came there meanwhile."""
    try:
        sync_file(part)
        give_name(part, target)
    except FileExistsError as error:
        raise OutputError(f"{target.name} exists already.", hint="Nothing was replaced.") from error
    except OSError as error:
        what = f"{target.name} could not be written."
        hint = "Check the folder and the space on its drive."
        raise OutputError(what, hint=hint, detail=str(error)) from error


def _listed(codes: list[str]) -> str:
    return ", ".join(sorted(set(codes))) or "no findings"


def _report_problem(problem: StudioError, path: Path, *, json: bool) -> None:
    print_problem(problem, subject=str(path))
    if json:
        print_json(shapes.error(problem, path))
