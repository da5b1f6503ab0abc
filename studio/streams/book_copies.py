"""Repaired copies of what cannot be streamed as it is; the user's file is never touched.

Whether a file needs one is decided by its structure alone. Source: measured on 2 cores, 10
minutes of WebM (32 MB): reading how it is cut 0.12 s, judging that 0.004 s, a copy 0.4 s; the
whole examination, with simulated engines, would take 0.6 s.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from studio.errors import InputError, OutputError, RepairError, StudioError
from studio.repair.operations import run_operation
from studio.repair.remedy import choose_cure
from studio.segments.model import SegmentMap
from studio.segments.reader import read_segment_map
from studio.verdict.leftovers import make_folder, remove_folder, sweep_once
from studio.verdict.model import Finding, Severity
from studio.verdict.rules import static_findings
from studio.verdict.summary import FATAL

_WORTH_A_COPY = FATAL | {Severity.SYNC}
_OF_SOURCE = "FILE-"
"""How the codes of findings begin that no copy is rid of, though it looks whole: a lost end."""


@dataclass(frozen=True, slots=True)
class Streamable:
    """A file that can be streamed: its map, and what to tell the user about it.

    ``is_copy``: ``map`` is that of a repaired copy in a temporary folder. ``source_map`` is
    that of the user's own file.
    """

    source_map: SegmentMap
    map: SegmentMap
    note: str = ""
    is_copy: bool = False


class MendedCopies:
    """Makes copies when they are needed, in one folder that goes with ``close``.

    Safe to use from any thread; a copy is made once for each state of a file. What a run that
    was killed left behind is deleted by the next one that makes a copy.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._folder: Path | None = None
        self._made: dict[tuple[Path, int, int], Streamable] = {}
        self._count = 0
        self._copying: tuple[str, float] | None = None

    @property
    def copying(self) -> tuple[str, float] | None:
        """Name of the file that is being copied, and how much of it is, from 0 to 1."""
        return self._copying

    def streamable(self, path: Path) -> Streamable:
        """Return a file as it is, or its repaired copy where streaming needs one; slow.

        Raises:
            InputError: it is not there.
            SegmentError: it is neither WebM nor MP4.
            RepairError: it is a plain MP4 that copying cannot fragment.
            OutputError: there is no room for the copy.
        """
        state = _state_of(path)
        with self._lock:
            known = self._made.get(state)
            if known is None or (known.is_copy and not known.map.path.exists()):
                known = self._made[state] = self._look(path)
            return known

    def give_up(self) -> None:
        """Stop making copies, the one that is being made, too; those that are made stay."""
        self._closed.set()

    def close(self) -> None:
        """Delete every copy; one that is being made is given up."""
        self._closed.set()
        with self._lock:
            if self._folder is not None:
                remove_folder(self._folder)
            self._folder = None
            self._made.clear()

    def _new_folder(self) -> Path:
        self._heed_close()
        if self._folder is None:
            sweep_once()
            try:
                self._folder = make_folder()
            except OSError as error:
                raise OutputError(
                    "There is no room for a repaired copy.",
                    hint="Repair the file first, to a place with more room.",
                    detail=str(error),
                ) from error
        self._count += 1
        made = self._folder / str(self._count)
        made.mkdir()
        return made

    def _look(self, path: Path) -> Streamable:
        found = read_segment_map(path)
        remedy = choose_cure(static_findings(found), found)
        faults = [finding for finding in remedy.cured if finding.severity in _WORTH_A_COPY]
        operation = remedy.operation or remedy.attempt
        if found.segments and not (operation and faults):
            return Streamable(found, found, _doubt(remedy.left))
        try:
            made = self._copied(found, operation, faults)
        except RepairError as problem:
            if not found.segments:
                raise
            return Streamable(found, found, f"It could not be repaired: {problem.what}")
        lost = _doubt([one for one in remedy.left if one.code.startswith(_OF_SOURCE)])
        return replace(made, note=" ".join(filter(None, (made.note, lost))))

    def _copied(self, found: SegmentMap, operation: str, faults: Sequence[Finding]) -> Streamable:
        """Write a repaired copy and look at it.

        Raises:
            RepairError: no operation suits the file, or it did not help.
        """
        path = found.path
        if not operation:
            raise _not_for_streaming(path)
        target = self._new_folder() / f"{path.stem}.{found.family}"
        try:
            run_operation(operation, path, target, on_progress=lambda f: self._tell(path.name, f))
        finally:
            self._copying = None
        made = read_segment_map(target)
        left = static_findings(made)
        if not made.segments or {one.code for one in left} & {fault.code for fault in faults}:
            target.unlink()
            raise _not_for_streaming(path)
        note = " ".join(filter(None, (_note(faults), _doubt(left))))
        return Streamable(found, made, note, is_copy=True)

    def _tell(self, name: str, fraction: float) -> None:
        self._heed_close()
        self._copying = name, fraction

    def _heed_close(self) -> None:
        if self._closed.is_set():
            raise StudioError("Streaming has ended.")


def _state_of(path: Path) -> tuple[Path, int, int]:
    """Return what tells whether a file is still the same.

    Raises:
        InputError: it is not there.
    """
    try:
        found = path.stat()
        return path.resolve(), found.st_size, found.st_mtime_ns
    except FileNotFoundError as error:
        raise InputError("File not found", hint=str(path), detail=str(error)) from error
    except OSError as error:
        raise InputError(f"{path.name} cannot be read.", detail=str(error)) from error


def _note(faults: Sequence[Finding]) -> str:
    codes = ", ".join(dict.fromkeys(fault.code for fault in faults))
    return f"A repaired copy is streamed ({codes}); the file itself stays as it is."


def _doubt(left: Sequence[Finding]) -> str:
    worst = next((finding for finding in left if finding.severity in FATAL), None)
    return f"Some players will not play it ({worst.code}): {worst.message}" if worst else ""


def _not_for_streaming(path: Path) -> RepairError:
    return RepairError(
        f"{path.name} cannot be cut into segments without encoding it again.",
        hint="Transcode it with a preset first, for example mp4-h264-aac.",
    )
