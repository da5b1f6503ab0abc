"""What a converted segment holds: its blocks, and which frames they show."""

import subprocess
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import psutil
from PySide6.QtGui import QImage

from studio.media.child import guarded_input
from studio.preview.clusters import VIDEO, Block, PipeReader
from tests.conftest import ClipFactory
from tests.player.counter import counting_filter, read_counter

SIZE = (192, 108)
FRAGMENTS = ("-movflags", "+frag_keyframe+empty_moov+default_base_moof+delay_moov")


@dataclass(frozen=True)
class Part:
    """A converted segment: blocks of both tracks, and the number in each picture."""

    picture: list[Block]
    sound: list[Block]
    counters: list[int | None]


def counting_clip(
    make_clip: ClipFactory, name: str, *, rate: str = "25", gop: int = 25, **more: object
) -> Path:
    """Return four seconds of H.264 with B-frames, in fragments; frames are numbered from 0."""
    chosen = {"filters": counting_filter(), "extra": FRAGMENTS, "seconds": 4, **more}
    video: tuple[str, ...] = ("-c:v", "libx264", "-preset", "veryfast", "-bf", "2", "-g", str(gop))
    video += ("-keyint_min", str(gop), "-sc_threshold", "0", "-pix_fmt", "yuv420p")
    return make_clip(name, rate=rate, size="192x108", video=video, **chosen)  # type: ignore[arg-type]


def part_of(data: bytes, ffmpeg: Path) -> Part:
    """Take a converted segment apart."""
    found = [one for one in PipeReader().feed(data) if isinstance(one, list)]
    blocks = [block for cluster in found for block in cluster]
    picture = [block for block in blocks if block.track == VIDEO]
    sound = [block for block in blocks if block.track != VIDEO]
    return Part(picture, sound, counters_of(data, ffmpeg) if picture else [])


def counters_of(data: bytes, ffmpeg: Path) -> list[int | None]:
    """Return the number in each picture, as ffmpeg decodes them one after the other."""
    width, height = SIZE
    command = [str(ffmpeg), "-v", "error", "-f", "webm", "-i", "pipe:0", "-map", "0:v"]
    command += ["-fps_mode", "passthrough", "-vf", f"scale={width}:{height}"]
    command += ["-f", "rawvideo", "-pix_fmt", "gray", "pipe:1"]
    raw = subprocess.run(command, input=data, capture_output=True, check=True, timeout=60).stdout
    frames = (raw[at : at + width * height] for at in range(0, len(raw), width * height))
    gray = QImage.Format.Format_Grayscale8
    return [read_counter(QImage(frame, width, height, width, gray)) for frame in frames]


def frame_times(path: Path, ffmpeg: Path) -> list[Fraction]:
    """Return when each frame of a file is shown, in seconds, in that order."""
    command = [str(ffmpeg), "-v", "error", "-copyts", *guarded_input(path), "-map", "0:v"]
    command += ["-c", "copy", "-f", "framecrc", "-"]
    said = subprocess.run(command, capture_output=True, check=True, text=True, timeout=60).stdout
    base = next(line.split()[-1] for line in said.splitlines() if line.startswith("#tb 0:"))
    packets = (line.split(",") for line in said.splitlines() if line.startswith("0,"))
    return sorted(int(fields[2]) * Fraction(base) for fields in packets)


def children() -> list[psutil.Process]:
    """Return the ffmpeg processes that this test has started and that still run."""
    return [one for one in psutil.Process().children(recursive=True) if _is_ffmpeg(one)]


def _is_ffmpeg(process: psutil.Process) -> bool:
    try:
        return "ffmpeg" in process.name() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
