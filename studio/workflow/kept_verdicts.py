"""What engines did with files, kept from one session to the next, for as long as files stay."""

import json
import logging
import os
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from studio.batch.model import SourceStamp
from studio.batch.plain import PlainError, from_plain, to_plain
from studio.batch.stamps import stamp_of
from studio.errors import StudioError
from studio.verdict.model import Finding, Ladder, PlaybackReport, Verdict
from studio.verdict.prediction import Prediction
from studio.verdict.report import is_difference
from studio.verdict.rules import by_severity
from studio.verdict.summary import conclude

log = logging.getLogger(__name__)

SCHEMA_VERSION = 1
MOST_KEPT = 2_000
BUSY_S = 2.0
"""So long another program that writes is waited for."""

_TABLE = """
CREATE TABLE IF NOT EXISTS verdicts (
    path TEXT PRIMARY KEY,
    size_bytes INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    played_at REAL NOT NULL,
    body TEXT NOT NULL
)"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A verdict of before. ``seen`` are its findings on what came otherwise than predicted.

    ``played_at`` is in Unix seconds, ``took_s`` how long the check took.
    """

    ladder: Ladder
    summary: str
    reports: tuple[PlaybackReport, ...]
    seen: tuple[Finding, ...] = ()
    played_at: float = 0.0
    took_s: float = 0.0

    @property
    def verdict(self) -> Verdict:
        """The verdict as far as it is known without examining the file."""
        return Verdict(self.ladder, self.summary, self.seen, self.reports)


def kept(verdict: Verdict, played_at: float, took_s: float) -> Kept:
    """Return what is kept of a verdict; rules and predictions are asked anew another time."""
    reports = tuple(replace(report, picture=None) for report in verdict.reports)
    seen = tuple(filter(is_difference, verdict.findings))
    return Kept(verdict.ladder, verdict.summary, reports, seen, played_at, took_s)


def completed(
    verdict: Verdict, findings: Sequence[Finding], predictions: Sequence[Prediction]
) -> Verdict:
    """Return a kept verdict together with what an examination found since."""
    seen = filter(is_difference, verdict.findings)
    return conclude(by_severity([*findings, *seen]), verdict.reports, predictions=predictions)


class KeptVerdicts:
    """A small file with the newest verdicts; for one thread, which opens it at the first use.

    A damaged file is put aside, one of a newer version is left alone; in both cases, and where
    nothing can be written, the program goes on without.

    Args:
        path: where the file is, or will be.
        most: verdicts that are kept; the oldest go first.
    """

    def __init__(self, path: Path, *, most: int = MOST_KEPT) -> None:
        self._path, self._most = path, most
        self._file: sqlite3.Connection | None = None
        self._is_usable = True

    def keep(self, path: Path, stamp: SourceStamp, found: Kept) -> None:
        """Keep a verdict on this version of a file, instead of one on an older version."""
        row = (_key(path), stamp.size_bytes, stamp.mtime_ns, found.played_at)
        body = json.dumps({"schema": SCHEMA_VERSION, **to_plain(found)})
        with_file = self._opened()
        if with_file is None:
            return
        try:
            with with_file:
                with_file.execute(
                    "INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?, ?)", (*row, body)
                )
                with_file.execute(
                    "DELETE FROM verdicts WHERE path NOT IN"
                    " (SELECT path FROM verdicts ORDER BY played_at DESC LIMIT ?)",
                    (self._most,),
                )
        except sqlite3.Error as error:
            self._on_error(error)

    def find(self, path: Path) -> Kept | None:
        """Return the verdict on a file as it is on the disk now, None when there is none."""
        with_file = self._opened()
        if with_file is None:
            return None
        query = "SELECT size_bytes, mtime_ns, body FROM verdicts WHERE path = ?"
        try:
            row = with_file.execute(query, (_key(path),)).fetchone()
        except sqlite3.Error as error:
            self._on_error(error)
            return None
        if row is None or not _is_still(path, row[0], row[1]):
            return None
        return _read(row[2])

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    # -- the file --------------------------------------------------------------------

    def _opened(self) -> sqlite3.Connection | None:
        if self._file is None and self._is_usable:
            try:
                self._file = self._open()
            except sqlite3.DatabaseError as error:
                self._on_error(error)
        return self._file

    def _open(self) -> sqlite3.Connection | None:
        file = sqlite3.connect(self._path, timeout=BUSY_S)
        try:
            version = file.execute("PRAGMA user_version").fetchone()[0]
            if version > SCHEMA_VERSION:
                log.info("verdicts are of a newer version (%s) and left alone", version)
                self._is_usable = False
                file.close()
                return None
            with file:
                file.execute(_TABLE)
                file.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        except sqlite3.Error:
            file.close()
            raise
        return file

    def _on_error(self, error: sqlite3.Error) -> None:
        """Go on with an empty file where it is damaged, without one where it cannot be used."""
        self.close()
        is_damaged = isinstance(error, sqlite3.DatabaseError) and not isinstance(
            error, sqlite3.OperationalError
        )
        log.warning("kept verdicts cannot be used: %s", error)
        if not (is_damaged and _put_aside(self._path)):
            self._is_usable = False


def _put_aside(path: Path) -> bool:
    aside = path.with_name(f"{path.stem}.bad-{time.strftime('%Y%m%d-%H%M%S')}{path.suffix}")
    try:
        path.replace(aside)
    except OSError:
        log.warning("the damaged file of verdicts could not be put aside")
        return False
    return True


def _key(path: Path) -> str:
    """Return a path as text that SQLite takes; names need not be UTF-8."""
    return os.fsencode(os.path.abspath(path)).decode("utf-8", "backslashreplace")  # noqa: PTH100


def _is_still(path: Path, size_bytes: int, mtime_ns: int) -> bool:
    try:
        return stamp_of(path) == SourceStamp(size_bytes, mtime_ns)
    except StudioError:
        return False


def _read(body: str) -> Kept | None:
    try:
        data = json.loads(body)
        if not isinstance(data, dict) or data.get("schema") != SCHEMA_VERSION:
            return None
        return from_plain(Kept, data)
    except (PlainError, ValueError, RecursionError) as error:
        log.warning("a kept verdict cannot be read: %s", error)
        return None
