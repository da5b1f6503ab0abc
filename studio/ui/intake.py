"""Reads what is in the list: media facts first, pictures and keyframes when there is time."""

import logging
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from studio.batch.model import SourceStamp
from studio.batch.queue import JobQueue
from studio.batch.stamps import stamp_of
from studio.errors import StudioError
from studio.media.probe import Prober
from studio.media.streams import KeyframeIndex, MediaInfo
from studio.ui.bridge import Workers
from studio.ui.entries import Change, Entry, FileList
from studio.ui.file_model import FileModel
from studio.ui.found_files import MEDIA_SUFFIXES, Found, find_files
from studio.ui.pictures import load_thumbnail
from studio.ui.queue_line import QueueLine
from studio.ui.toolbox import Toolbox
from studio.workflow.keyframes import read_keyframes

log = logging.getLogger(__name__)

Result = TypeVar("Result")

THREADS = 2
FEW = 20
"""So many rows of an earlier session get picture and keyframes unasked; more when seen."""
SAVE_AT_ONCE = 64
"""Facts saved by one call of the queue; what the user does meanwhile waits no longer."""

PROBED_AT_ONCE = 8
"""One ffmpeg is asked about so many files; more at once cost hardly less."""

Known = tuple[MediaInfo, SourceStamp] | StudioError


@dataclass(frozen=True, slots=True)
class Details:
    """What is nice to see of a source; None where there is none, or it could not be read."""

    keyframes: KeyframeIndex | None
    picture: QImage | None


class Intake(QObject):
    """Two threads; files that nothing is known of come first, rows in view before others."""

    settled = Signal()
    """No file is being read any more."""

    def __init__(  # noqa: PLR0917  (the composition root names them all)
        self,
        files: FileList,
        model: FileModel,
        toolbox: Toolbox,
        line: QueueLine,
        cache: Path,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._files, self._model, self._toolbox = files, model, toolbox
        self._line, self._cache = line, cache
        self._walkers = Workers("folders", 1, self)
        self._readers = Workers("intake", THREADS, self)
        self._prober = Prober(workers=THREADS)
        self._reading = 0
        self._unread: dict[str, None] = {}
        self._open: set[str] = set()
        self._known: list[tuple[str, Known]] = []
        self._saving = False
        self._bare: dict[str, None] = {}
        self._seen: dict[str, Path] = {}
        self._is_settled = True

    # -- what is to be read ----------------------------------------------------------

    def expand(
        self,
        paths: Sequence[Path],
        on_found: Callable[[list[Found]], None],
        suffixes: Collection[str] = MEDIA_SUFFIXES,
    ) -> None:
        """Walk folders and hand over every such file; single files are taken as they are."""
        self._walkers.run(lambda: find_files(paths, suffixes), on_found, lambda _: None)

    def look_at(self, entries: Iterable[Entry]) -> None:
        """Read what is not known of these yet; called whenever they may have changed."""
        for entry in entries:
            if entry.is_unread:
                if entry.entry_id not in self._open:
                    self._unread[entry.entry_id] = None
                    self._open.add(entry.entry_id)
                continue
            self._open.discard(entry.entry_id)
            self._want_details(entry)
        self._go_on()

    def look_at_restored(self, entries: Sequence[Entry]) -> None:
        """Read what is not known of rows of an earlier session; details of many when seen."""
        is_much = len(entries) > FEW
        self.look_at(e for e in entries if not is_much or e.is_unread)

    def want(self, entries: Iterable[Entry]) -> None:
        """Read pictures and keyframes of these first: they are in view."""
        wanted = dict.fromkeys(e.entry_id for e in entries if self._lacks_details(e))
        for entry_id in wanted:
            self._bare.pop(entry_id, None)
        self._bare = wanted | self._bare
        self._go_on()

    def look_again(self) -> None:
        """Begin anew with what could not be read for want of ffmpeg."""
        self.look_at(entry for entry in self._files if entry.is_unread)

    def forget(self, job_ids: Iterable[str]) -> None:
        """Read these no more: they are gone."""
        for job_id in job_ids:
            self._unread.pop(job_id, None)
            self._bare.pop(job_id, None)
            self._open.discard(job_id)
        self._go_on()

    def stop(self, *, wait: bool) -> None:
        """End the threads."""
        self._walkers.stop(wait=wait)
        self._prober.close()
        self._readers.stop(wait=wait)

    # -- the order of things ---------------------------------------------------------

    def _go_on(self) -> None:
        if self._toolbox.ffmpeg is None:
            return  # look_again follows when it is found
        while self._reading < THREADS and self._begin_next():
            self._reading += 1
        self._save()
        is_settled = not (self._reading or self._open or self._bare)
        was_settled, self._is_settled = self._is_settled, is_settled
        if is_settled and not was_settled:
            self._prober.rest()
            self.settled.emit()

    def _begin_next(self) -> bool:
        if self._unread:
            share = min(PROBED_AT_ONCE, -(-len(self._unread) // THREADS))
            if batch := self._next(self._unread, share):
                self._probe(batch)
                return True
        if batch := self._next(self._bare, 1):
            self._read_details(batch[0])
            return True
        return False

    def _next(self, pile: dict[str, None], most: int) -> list[Entry]:
        batch: list[Entry] = []
        while pile and len(batch) < most:
            entry_id = next(iter(pile))
            del pile[entry_id]
            if (entry := self._files.get(entry_id)) is not None:
                batch.append(entry)
        return batch

    def _lacks_details(self, entry: Entry) -> bool:
        return entry.info is not None and self._seen.get(entry.entry_id) != entry.source

    def _want_details(self, entry: Entry) -> None:
        if self._lacks_details(entry):
            self._bare[entry.entry_id] = None

    # -- facts -----------------------------------------------------------------------

    def _probe(self, batch: Sequence[Entry]) -> None:
        asked = [(entry.entry_id, entry.source) for entry in batch]
        sources, toolbox, prober = [path for _, path in asked], self._toolbox, self._prober

        def work() -> list[Known]:
            return find_out(sources, prober, toolbox.require_ffmpeg().path)

        answer = partial(self._on_known, asked)
        self._readers.run(work, answer, answer)

    def _on_known(
        self, asked: Sequence[tuple[str, Path]], answer: list[Known] | StudioError
    ) -> None:
        self._reading -= 1
        if isinstance(answer, StudioError):
            self._open.difference_update(entry_id for entry_id, _ in asked)
        else:
            for (entry_id, source), known in zip(asked, answer, strict=True):
                self._note(entry_id, source, known)
        self._go_on()

    def _note(self, entry_id: str, source: Path, known: Known) -> None:
        entry = self._files.get(entry_id)
        if entry is None:
            self._open.discard(entry_id)
        elif entry.source != source:
            self._unread[entry_id] = None  # it was located elsewhere meanwhile
        else:
            self._known.append((entry_id, known))

    def _save(self) -> None:
        """Save what is known by now; what comes meanwhile is saved together afterwards."""
        if self._saving or not self._known:
            return
        self._saving = True
        batch, self._known = self._known[:SAVE_AT_ONCE], self._known[SAVE_AT_ONCE:]
        self._line.ask(partial(_tell, batch), self._on_saved, self._on_not_saved)

    def _on_saved(self, _nothing: None) -> None:
        self._saving = False
        self._go_on()

    def _on_not_saved(self, problem: StudioError) -> None:
        self._open.clear()
        self._on_saved(None)
        self._line.refused.emit(problem)

    # -- details ---------------------------------------------------------------------

    def _read_details(self, entry: Entry) -> None:
        self._seen[entry.entry_id] = entry.source
        source, info, cache, toolbox = entry.source, entry.info, self._cache, self._toolbox

        def work() -> Details:
            ffmpeg = toolbox.require_ffmpeg().path
            return Details(
                _or_none(lambda: read_keyframes(source, ffmpeg=ffmpeg)),
                _or_none(lambda: load_thumbnail(info, cache, ffmpeg)),
            )

        done = partial(self._on_details, entry)
        self._readers.run(work, done, lambda _: done(Details(None, None)))

    def _on_details(self, entry: Entry, details: Details) -> None:
        self._reading -= 1
        if details.keyframes is not None:
            entry.keyframes = details.keyframes
            self._files.touch(entry, Change.MEDIA)
        if details.picture is not None:
            self._model.set_thumbnail(entry, details.picture)
        self._go_on()


def find_out(sources: Sequence[Path], prober: Prober, ffmpeg: Path) -> list[Known]:
    """Return for each source what it is, or why it cannot be used.

    The stamp is taken first: a file that changes while it is read does not fit it.
    """
    stamps: dict[Path, SourceStamp] = {}
    known: dict[Path, Known] = {}
    for source in sources:
        try:
            stamps[source] = stamp_of(source)
        except StudioError as problem:
            known[source] = problem
    readable = list(stamps)
    answers = prober.probe_many(readable, ffmpeg=ffmpeg)
    for source, answer in zip(readable, answers, strict=True):
        known[source] = answer if isinstance(answer, StudioError) else (answer, stamps[source])
    return [known[source] for source in sources]


def _tell(batch: Sequence[tuple[str, Known]], queue: JobQueue) -> None:
    """Tell the queue what was found out."""
    queue.set_info([(i, *known) for i, known in batch if not isinstance(known, StudioError)])
    for job_id, known in batch:
        if isinstance(known, StudioError):
            queue.set_unusable(job_id, known)


def _or_none(read: Callable[[], Result]) -> Result | None:
    """Return what can be read; a missing picture or keyframe index leaves its cell empty."""
    try:
        return read()
    except (StudioError, OSError) as error:
        log.info("a detail could not be read: %s", error)
        return None
