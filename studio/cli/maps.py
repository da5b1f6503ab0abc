"""``mse-studio segments``: how a file is cut, and a presentation of many files."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from studio.cli import shapes
from studio.cli.console import print_json, print_line, print_problem
from studio.cli.context import Context
from studio.errors import StudioError
from studio.segments.manifests import is_manifest, read_presentation
from studio.segments.model import SegmentMap
from studio.segments.outline import read_cut
from studio.segments.presentation import Presentation, Rendition
from studio.segments.stitched import Place


def show_segments(options: argparse.Namespace, _context: Context) -> int:
    """Print the segment map of each file; of a playlist or MPD one for each rendition."""
    failed = False
    for path in options.files:
        try:
            if is_manifest(path):
                _show_presentation(read_presentation(path), json=options.json)
            else:
                _show_file(path, read_cut(path), json=options.json)
        except StudioError as problem:
            failed = True
            print_problem(problem, subject=str(path))
            if options.json:
                print_json(shapes.error(problem, path))
    return 1 if failed else 0


def _show_file(path: Path, found: SegmentMap, *, json: bool) -> None:
    if json:
        print_json(shapes.segment_map(found))
        return
    print_line(f"{path}: {found.mime}, init segment {found.init_size} bytes")
    for line in _lines(found):
        print_line(line)


def _show_presentation(found: Presentation, *, json: bool) -> None:
    for rendition in found.renditions:
        if json:
            print_json(_rendition(found, rendition))
            continue
        declared = rendition.declared_codecs or "no codecs"
        print_line(
            f"{found.path} {rendition.name}: {rendition.map.mime}, declared {declared}, "
            f"{len(rendition.pieces)} files or ranges"
        )
        for line, place in zip(_lines(rendition.map), _places(rendition), strict=True):
            print_line(f"{line}  {place.path.name} at {place.offset}")


def _lines(found: SegmentMap) -> Iterator[str]:
    for number, segment in enumerate(found.segments):
        key = "keyframe" if segment.keyframe else "no keyframe"
        yield (
            f"  {number:>5}  {float(segment.start_s):>10.3f} s  "
            f"{float(segment.duration_s):>8.3f} s  {segment.size:>10} bytes  "
            f"at {segment.offset}  {key}"
        )


def _places(rendition: Rendition) -> tuple[Place, ...]:
    return rendition.places(segment.offset for segment in rendition.map.segments)


def _rendition(found: Presentation, rendition: Rendition) -> shapes.Json:
    """Return a rendition's map; offsets count in its files one after the other."""
    return shapes.segment_map(rendition.map) | {
        "path": str(found.path),
        "kind": str(found.kind),
        "complete": found.complete,
        "rendition": rendition.name,
        "declared_mime": rendition.declared_mime or None,
        "declared_codecs": rendition.declared_codecs or None,
        "listed": [
            {
                "name": segment.name,
                "offset": segment.offset,
                "size": segment.size,
                "declared_s": shapes.seconds(segment.declared_s),
                "discontinuity": segment.discontinuity,
            }
            for segment in rendition.segments
        ],
        "places": [{"path": str(path), "offset": offset} for path, offset in _places(rendition)],
    }
