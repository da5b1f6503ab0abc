"""What `dev.py bench` compares where files are only looked at: outlines and keyframe indexes.

The files are those of the goals: two hours and two gigabytes, a keyframe every two seconds,
made by copying ten seconds 720 times. Only one of them is there at a time.
"""

import shutil
import statistics
from collections.abc import Callable, Mapping
from pathlib import Path

from bench_kit import Case, Ground, Result
from studio.segments.outline import read_outline
from studio.workflow.keyframes import read_keyframes

SHORT_S = 10
LOOPS = 7200 // SHORT_S
ROUNDS = 3
"""The peers take seconds."""

_PICTURE = ("-f", "lavfi", "-i", f"testsrc2=s=640x360:r=30:d={SHORT_S}")
_SOUND = ("-f", "lavfi", "-i", f"sine=r=48000:d={SHORT_S}")
_RATE = ("-b:v", "2150k", "-minrate", "2150k", "-maxrate", "2150k", "-bufsize", "2150k")
_GOP = ("-g", "60", "-keyint_min", "60")
_H264 = (
    *("-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-pix_fmt", "yuv420p"),
    *("-sc_threshold", "0", "-x264-params", "nal-hrd=cbr:filler=1", "-c:a", "aac"),
)
_VP8 = ("-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8", "-c:a", "libopus")
_FRAGMENTS = ("-movflags", "+frag_keyframe+delay_moov+default_base_moof")

_FILMS: Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "fMP4": ("film-fragments.mp4", _H264, _FRAGMENTS),
    "MP4": ("film.mp4", _H264, ()),
    "MKV": ("film.mkv", _H264, ()),
    "WebM": ("film.webm", _VP8, ()),
}
"""File name, encoders, muxer options."""


def _film(ground: Ground, kind: str) -> Path:
    """Return a file of two hours; the one before is removed."""
    name, coders, muxing = _FILMS[kind]
    path = ground.folder / name
    if not path.exists():
        for other, _, _ in _FILMS.values():
            (ground.folder / other).unlink(missing_ok=True)
        short = ground.folder / f"short-{name.removesuffix(path.suffix)}.mkv"
        ground.call(*_PICTURE, *_SOUND, *coders, *_RATE, *_GOP, "-b:a", "64k", f"file:{short}")
        loops = ("-stream_loop", str(LOOPS - 1), "-i", f"file:{short}")
        ground.call(*loops, "-c", "copy", *muxing, f"file:{path}")
    return path


def _packets(ground: Ground, path: Path, *, video: bool) -> tuple[str, Callable[[], None]]:
    """Return who lists a file's packets, and how: ffprobe where it is installed."""
    if ffprobe := shutil.which("ffprobe"):
        chosen = ("-select_streams", "v:0") if video else ()
        entries = ("-show_entries", "packet=pts_time,duration_time,pos,flags", "-of", "csv")
        command = (ffprobe, "-v", "error", *chosen, *entries, f"file:{path}")
        return "ffprobe's packets", lambda: ground.run(command)
    chosen = ("-map", "0:v:0") if video else ("-map", "0")
    command = ("-i", f"file:{path}", *chosen, "-c", "copy", "-f", "framecrc", "-")
    return "ffmpeg's packet list", lambda: ground.call(*command)


def _outline(name: str, ground: Ground, kind: str) -> Case:
    path = _film(ground, kind)
    peer, theirs = _packets(ground, path, video=False)

    def ours() -> None:
        segments = len(read_outline(path).segments)
        if segments < LOOPS:
            raise SystemExit(f"{path.name} has {segments} segments")

    return Case(
        name, peer, "<= 250 ms", ours, theirs, path.stat().st_size, most_rounds=ROUNDS, note=_wall
    )


def _keyframes(name: str, ground: Ground, kind: str) -> Case:
    path = _film(ground, kind)
    peer, theirs = _packets(ground, path, video=True)

    def ours() -> None:
        found = read_keyframes(path, ffmpeg=ground.ffmpeg.path)
        if found is None or found.count < LOOPS:
            raise SystemExit(f"{path.name}: {found and found.count} keyframes")

    return Case(
        name, peer, "<= 0.02", ours, theirs, path.stat().st_size, most_rounds=ROUNDS, note=_wall
    )


def _wall(result: Result) -> str:
    """Tell our own time and how many times faster that is."""
    wall_ms = statistics.median(reading.wall_s for reading in result.ours) * 1000
    times = 1 / statistics.median(result.ratios())
    return f"{wall_ms:.0f} ms for 2 h and {result.size_bytes / 1e9:.1f} GB, {times:.0f} x"


MAKERS: Mapping[str, Callable[[str, Ground], Case]] = {
    "outline fMP4": lambda name, ground: _outline(name, ground, "fMP4"),
    "keyframes fMP4": lambda name, ground: _keyframes(name, ground, "fMP4"),
    "outline WebM": lambda name, ground: _outline(name, ground, "WebM"),
    "keyframes WebM": lambda name, ground: _keyframes(name, ground, "WebM"),
    "keyframes MP4": lambda name, ground: _keyframes(name, ground, "MP4"),
    "keyframes MKV": lambda name, ground: _keyframes(name, ground, "MKV"),
}
