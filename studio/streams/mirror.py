"""A live window in a real folder, for a web server to hand out: written as it slides along."""

import contextlib
import logging
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from studio.errors import OutputError
from studio.paths import is_there
from studio.streams.live_text import (
    init_path,
    live_manifest,
    live_master,
    live_media,
    playlist_name,
    segment_suffix,
)
from studio.streams.mirror_folder import claim, forget, release
from studio.streams.package import MANIFEST, MASTER
from studio.streams.packaging import unwritable
from studio.streams.window import LiveWindow, WindowState, WindowView

log = logging.getLogger(__name__)

KEPT_AFTER = 4
"""So many segments that left the playlists stay, for who reads an older one."""
END_LIMIT_S = 10.0


class FolderMirror:
    """Writes a window's init segments, segments, playlists and manifest into a folder.

    Every file gets its name when it is complete; segments stand there before the playlist that
    names them. What it did not write itself it neither replaces nor deletes. When something
    cannot be written, ``problem`` says so; the stream itself goes on.

    Args:
        window: is listened to from ``start`` on.
        folder: made if it is not there; else it must be empty, or of an earlier stream of ours,
            which is deleted then.
    """

    def __init__(self, window: LiveWindow, folder: Path) -> None:
        self._window = window
        self._folder = folder
        self._news = threading.Event()
        self._is_over = threading.Event()
        self._thread: threading.Thread | None = None
        self._segments: dict[Path, tuple[str, int]] = {}
        self._others: set[Path] = set()
        self._made: list[Path] = []
        self._last: WindowView | None = None
        self.problem: OutputError | None = None

    def start(self) -> None:
        """Begin.

        Raises:
            OutputError: the folder cannot be made, or holds something that is not ours.
        """
        if not is_there(self._folder):
            self._made.append(self._folder)
        claim(self._folder)
        self._window.add_listener(self._news.set)
        self._news.set()
        self._thread = threading.Thread(target=self._run, name="stream-mirror", daemon=True)
        self._thread.start()

    def close(self, *, keep: bool = False) -> None:
        """End; may be called twice.

        Args:
            keep: leave what is there, with playlists that say that the stream has ended.
                Otherwise everything that was written is removed again.
        """
        thread, self._thread = self._thread, None
        if thread is None:
            return
        self._window.remove_listener(self._news.set)
        self._is_over.set()
        self._news.set()
        thread.join(END_LIMIT_S)
        last = self._window.view() or self._last
        if not keep:
            self._remove()
        else:
            if last is not None:
                self._take(replace(last, state=WindowState.ENDED))
            with contextlib.suppress(OSError):
                release(self._folder)

    def _run(self) -> None:
        while not self._is_over.is_set():
            self._news.wait()
            self._news.clear()
            view = self._window.view()
            if view is None and self._last is not None:  # the stream was stopped
                view = replace(self._last, state=WindowState.ENDED)
            if view is not None:
                self._take(view)

    def _take(self, view: WindowView) -> None:
        try:
            self._write_media(view)
            self._write_texts(view)
            self._drop_old(view)
        except OSError as error:
            if self.problem is None:
                log.warning("a live stream's folder cannot be written: %s", error)
            self.problem = unwritable(self._folder, error)
        else:
            self._last, self.problem = view, None

    def _write_media(self, view: WindowView) -> None:
        for lane in view.lanes:
            for init in lane.inits.values():
                path = self._folder / init_path(lane.name, init)
                if path not in self._others:
                    self._write(path, (init.data,))
                    self._others.add(path)
            for one in lane.segments:
                name = f"{one.number}{segment_suffix(lane.inits[one.version])}"
                path = self._folder / lane.name / name
                if path not in self._segments:
                    self._write(path, one.parts)
                    self._segments[path] = (lane.name, one.number)

    def _write_texts(self, view: WindowView) -> None:
        for name, text in _texts(view):
            path = self._folder / name
            self._write(path, (text.encode(),), again=path in self._others)
            self._others.add(path)

    def _drop_old(self, view: WindowView) -> None:
        first = {lane.name: lane.segments[0].number - KEPT_AFTER for lane in view.lanes}
        for path, (lane, number) in list(self._segments.items()):
            if number < first.get(lane, 0):
                path.unlink(missing_ok=True)
                del self._segments[path]

    def _write(self, path: Path, parts: tuple[bytes, ...], *, again: bool = False) -> None:
        """Write a file whole, then name it.

        Raises:
            OSError: it cannot be written, or somebody else's file has that name.
        """
        self._make(path.parent)
        if not again and path.exists():
            raise FileExistsError(f"{path.name} is somebody else's")
        part = path.with_name(f".{path.name}.part")
        try:
            with part.open("wb") as file:
                file.writelines(parts)
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
            raise

    def _make(self, folder: Path) -> None:
        if not folder.exists():
            folder.mkdir(parents=True)
            self._made.append(folder)

    def _remove(self) -> None:
        """Delete what was written; folders only where nothing else is in them."""
        with contextlib.suppress(OSError):
            for path in (*self._segments, *self._others):
                path.unlink(missing_ok=True)
            forget(self._folder)
        for folder in reversed(self._made):
            with contextlib.suppress(OSError):
                folder.rmdir()


def _texts(view: WindowView) -> Iterator[tuple[str, str]]:
    """Yield playlists, the master last, and the manifest; HLS only of MP4."""
    if view.muxed.newest_init.suffix == ".mp4":
        for lane in view.lanes:
            yield f"{playlist_name(lane)}.m3u8", live_media(view, lane, base="")
        yield MASTER, live_master(view)
    yield MANIFEST, live_manifest(view, time.time(), base="")
