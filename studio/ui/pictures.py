"""Small pictures of sources, kept in the cache."""

import hashlib
import os
from pathlib import Path

from PySide6.QtGui import QImage

from studio.media.streams import MediaInfo
from studio.media.thumbnails import make_thumbnail

THUMBNAIL_WIDTH = 160


def load_thumbnail(info: MediaInfo | None, cache: Path, ffmpeg: Path) -> QImage | None:
    """Return the cached or a new picture; on any thread. None for what has no picture.

    Raises:
        StudioError: it cannot be made.
        OSError: source or cache cannot be used.
    """
    if info is None or not info.video:
        return None
    found = info.path.stat()
    key = f"{info.path}\0{found.st_size}\0{found.st_mtime_ns}\0{THUMBNAIL_WIDTH}"
    digest = hashlib.sha256(os.fsencode(key)).hexdigest()[:32]
    target = cache / "thumbnails" / f"{digest}.jpg"
    if not target.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        make_thumbnail(info, target, ffmpeg=ffmpeg, width=THUMBNAIL_WIDTH)
    return QImage(str(target))
