"""Files of the matrix with faults that no rule can see: damage, missing parts, unusual H.264."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

from studio.segments.model import Segment
from studio.segments.reader import read_segment_map
from tests.engines.fixtures_base import Base
from tests.engines.fixtures_mp4 import h264_aac
from tests.engines.fixtures_webm import vp8_opus
from tests.engines.materials import FRAGMENTS, Materials

DAMAGED_BYTES = 3000
"""As many as engines.md 4.3 damages, or all that the segment has."""
MIDDLE = 1

Make = Callable[[Materials, Path], Path]
Edit = Callable[[bytes, Segment], bytes]


def _with_segment(name: str, base: Base, edit: Edit) -> Make:
    """Return a file whose middle segment has the bytes that ``edit`` makes of it."""

    def make(materials: Materials, folder: Path) -> Path:
        source = base(materials)
        segment = read_segment_map(source).segments[MIDDLE]
        data, end = source.read_bytes(), segment.offset + segment.size
        new = edit(data[segment.offset : end], segment)
        target = folder / f"{name}{source.suffix}"
        target.write_bytes(data[: segment.offset] + new + data[end:])
        return target

    return make


def _noise(size: int) -> bytes:
    return random.Random(5).randbytes(size)


def _damaged_data(data: bytes, _segment: Segment) -> bytes:
    """Spoil the data of a fragment's first frames."""
    begin = data.index(b"mdat") + 4
    size = min(DAMAGED_BYTES, len(data) - begin)
    return data[:begin] + _noise(size) + data[begin + size :]


def _damaged_cluster(data: bytes, _segment: Segment) -> bytes:
    """Spoil a cluster's elements, right behind its head."""
    return data[:12] + _noise(min(DAMAGED_BYTES, len(data) - 12))


def _removed(_data: bytes, _segment: Segment) -> bytes:
    return b""


def _encoded(name: str, pixels: str, profile: str) -> Make:
    """Return H.264 of a profile that not every decoder has, without sound."""

    def make(materials: Materials, folder: Path) -> Path:
        options = ["-f", "lavfi", "-i", "testsrc2=s=96x54:r=25:d=3", "-c:v", "libx264"]
        options += ["-preset", "ultrafast", "-pix_fmt", pixels, "-profile:v", profile]
        options += ["-g", "25", "-keyint_min", "25", "-sc_threshold", "0", *FRAGMENTS]
        made = materials.made(f"{name}.mp4", options)
        return Path(shutil.copy(made, folder / made.name))

    return make


OWN: dict[str, Make] = {
    "mp4-damaged-fragment-h264": _with_segment(
        "mp4-damaged-fragment-h264", h264_aac, _damaged_data
    ),
    "webm-damaged-cluster": _with_segment("webm-damaged-cluster", vp8_opus, _damaged_cluster),
    "mp4-missing-fragment-h264": _with_segment("mp4-missing-fragment-h264", h264_aac, _removed),
    "webm-missing-cluster": _with_segment("webm-missing-cluster", vp8_opus, _removed),
    "mp4-h264-444": _encoded("mp4-h264-444", "yuv444p", "high444"),
    "mp4-h264-10-bit": _encoded("mp4-h264-10-bit", "yuv420p10le", "high10"),
}
