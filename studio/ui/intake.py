"""From dropped paths to rows: folders are walked, files probed, all on worker threads."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from studio.errors import InputError, StudioError, ToolError
from studio.media.keyframes import read_keyframes
from studio.media.probe import probe
from studio.media.streams import KeyframeIndex, MediaInfo
from studio.media.thumbnails import make_thumbnail
from studio.ui.bridge import Workers
from studio.ui.entries import Change, Entry, EntryState, FileList
from studio.ui.file_model import FileModel
from studio.ui.toolbox import Toolbox

MEDIA_SUFFIXES = frozenset(
    [
        ".3gp",
        ".asf",
        ".avi",
        ".dv",
        ".flac",
        ".flv",
        ".m2ts",
        ".m4a",
        ".m4v",
        ".mka",
        ".mkv",
        ".mov",
        ".mp3",
        ".mp4",
        ".mpeg",
        ".mpg",
        ".mts",
        ".mxf",
        ".ogg",
        ".ogv",
        ".opus",
        ".ts",
        ".wav",
        ".webm",
        ".wmv",
        ".y4m",
    ]
)
THUMBNAIL_WIDTH = 160


class Intake(QObject):
    """Reads files for the list; every step of a file is one piece of work for the pool."""

    paths_expanded = Signal(object)
    """The files that were found, as list[Path]; the controller decides about the rows."""
    settled = Signal()
    """No file is being read any more."""
    became_unusable = Signal(object)
    """One Entry cannot be used; its ``problem`` says why."""

    def __init__(
        self, files: FileList, model: FileModel, toolbox: Toolbox, cache: Path, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._files, self._model, self._toolbox, self._cache = files, model, toolbox, cache
        self._workers = Workers("intake", 2, self)
        self._open = 0

    def expand(self, paths: Sequence[Path]) -> None:
        """Walk folders and report every file in them; single files are taken as they are."""
        self._workers.run(lambda: find_files(paths), self.paths_expanded.emit, lambda _: None)

    def read(self, entries: Sequence[Entry]) -> None:
        """Probe these entries; waits for ffmpeg while it is still being looked for."""
        for entry in entries:
            if self._toolbox.ffmpeg is None and self._toolbox.is_looking:
                continue
            self._probe(entry)

    def read_waiting(self) -> None:
        """Probe what could not be probed without ffmpeg."""
        unread = [e for e in self._files if e.info is None]
        waiting = [e for e in unread if e.problem is None or isinstance(e.problem, ToolError)]
        for entry in waiting:
            entry.state, entry.problem = EntryState.READING, None
            self._files.touch(entry, Change.STATE)
        self.read(waiting)

    def stop(self, *, wait: bool) -> None:
        """End the pool."""
        self._workers.stop(wait=wait)

    def _probe(self, entry: Entry) -> None:
        source = entry.source
        self._open += 1

        def work() -> MediaInfo:
            return probe(source, ffmpeg=self._toolbox.require_ffmpeg().path)

        def done(info: MediaInfo) -> None:
            entry.info, entry.problem, entry.state = info, None, EntryState.READY
            self._files.touch(entry, Change.MEDIA)
            self._read_keyframes(entry)
            self._read_thumbnail(entry)
            self._close_one()

        def failed(problem: StudioError) -> None:
            entry.problem, entry.state = problem, EntryState.UNUSABLE
            self._files.touch(entry, Change.MEDIA)
            if self._files.get(entry.entry_id) is not None:
                self.became_unusable.emit(entry)
            self._close_one()

        self._workers.run(work, done, failed)

    def _read_keyframes(self, entry: Entry) -> None:
        self._open += 1

        def work() -> KeyframeIndex | None:
            return read_keyframes(entry.source, ffmpeg=self._toolbox.require_ffmpeg().path)

        def done(index: KeyframeIndex | None) -> None:
            entry.keyframes = index
            self._files.touch(entry, Change.MEDIA)
            self._close_one()

        self._workers.run(work, done, self._skip)

    def _read_thumbnail(self, entry: Entry) -> None:
        info = entry.info
        if info is None or not info.video:
            return
        self._open += 1

        def work() -> QImage:
            return self._load_thumbnail(info)

        def done(image: QImage) -> None:
            self._model.set_thumbnail(entry, image)
            self._close_one()

        self._workers.run(work, done, self._skip)

    def _load_thumbnail(self, info: MediaInfo) -> QImage:
        """Return the cached or a new thumbnail; QImage may be used on any thread."""
        found = info.path.stat()
        key = f"{info.path}\0{found.st_size}\0{found.st_mtime_ns}\0{THUMBNAIL_WIDTH}"
        digest = hashlib.sha256(os.fsencode(key)).hexdigest()[:32]
        target = self._cache / "thumbnails" / f"{digest}.jpg"
        if not target.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            ffmpeg = self._toolbox.require_ffmpeg().path
            make_thumbnail(info, target, ffmpeg=ffmpeg, width=THUMBNAIL_WIDTH)
        return QImage(str(target))

    def _skip(self, _problem: StudioError) -> None:
        self._close_one()  # a missing thumbnail or keyframe index leaves its cell empty

    def _close_one(self) -> None:
        self._open -= 1
        if self._open == 0:
            self.settled.emit()


def find_files(paths: Sequence[Path]) -> list[Path]:
    """Return files: those given, and those with a media suffix below given folders, sorted."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            for folder, _, names in sorted(os.walk(path)):
                wanted = (n for n in sorted(names) if Path(n).suffix.lower() in MEDIA_SUFFIXES)
                found.update((Path(folder) / name, None) for name in wanted)
        else:
            found[Path(os.path.abspath(path))] = None  # noqa: PTH100  (links stay links)
    return list(found)


def no_media_in(paths: Sequence[Path]) -> InputError:
    """Return the problem to show when folders held nothing to add."""
    names = ", ".join(path.name for path in paths)
    return InputError(
        f"There is no video or audio file in {names}.", hint="Choose another folder, or the files."
    )
