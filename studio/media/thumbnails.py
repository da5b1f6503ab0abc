"""A small picture of a file, for the table."""

import os
from pathlib import Path

from studio.errors import ToolError
from studio.media.child import file_argument, guarded_input, run_child
from studio.media.streams import MediaInfo

_TIME_LIMIT_S = 15.0
_HINT = "The file is probably damaged."


def make_thumbnail(info: MediaInfo, target: Path, *, ffmpeg: Path, width: int = 160) -> Path:
    """Write a JPEG or PNG (by the target's suffix) of a frame a tenth into the file.

    Falls back to the first frame where there is none at that place.

    Args:
        info: the source; must have a video track.
        target: path of the picture; replaced when it exists.
        ffmpeg: the program.
        width: in pixels; the height follows the shape of the picture.

    Returns:
        ``target``.

    Raises:
        ToolError: the source has no picture, or ffmpeg could not make one.
    """
    if info.main_video is None:
        raise ToolError("The source has no picture.")
    start_us = min((info.duration_us or 0) // 10, 30_000_000)
    part = target.with_name(f".{target.stem}.part-{os.getpid()}{target.suffix}")
    detail = ""
    try:
        for seek_us in dict.fromkeys((start_us, 0)):
            command = _command(info, part, ffmpeg=ffmpeg, width=width, seek_us=seek_us)
            result = run_child(command, time_limit_s=_TIME_LIMIT_S)
            detail = result.stderr.decode("utf-8", "replace")[-2000:]
            if result.succeeded and part.is_file() and part.stat().st_size:
                part.replace(target)
                return target
    except OSError as error:
        detail = str(error)
    finally:
        part.unlink(missing_ok=True)
    raise ToolError("No thumbnail could be made.", hint=_HINT, detail=detail)


def _command(info: MediaInfo, part: Path, *, ffmpeg: Path, width: int, seek_us: int) -> list[str]:
    """Rotation is ffmpeg's own; the pixel aspect is made square here."""
    assert info.main_video is not None
    shape = f"scale=w=max(2\\,trunc(iw*sar)):h=ih,scale=w={width}:h=-2,setsar=1"
    start = ["-ss", f"{seek_us}us"] if seek_us else []
    head = [str(ffmpeg), "-v", "error", "-nostdin", "-y", *start, *guarded_input(info.path)]
    picture = ["-map", f"0:v:{info.main_video.index}", "-frames:v", "1", "-vf", shape]
    return [*head, *picture, "-an", "-f", "image2", "-update", "1", file_argument(part)]
