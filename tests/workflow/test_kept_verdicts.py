"""Verdicts are kept for the very version of a file, in a bounded file that may break."""

import sqlite3
from pathlib import Path

import pytest

from studio.batch.stamps import stamp_of
from studio.verdict.model import (
    EngineIdentity,
    Finding,
    Ladder,
    Outcome,
    Picture,
    PlaybackReport,
    SeekResult,
    Severity,
    Step,
    StepName,
    StepState,
    Verdict,
)
from studio.workflow.kept_verdicts import Kept, KeptVerdicts, completed, kept

REPORT = PlaybackReport(
    EngineIdentity("chromium", "Chromium", "156.0"),
    Outcome.PLAYED,
    buffered=((0.0, 2.002),),
    frames_decoded=60,
    seeks=(SeekResult(1.0, True, 30.5),),
    entries=(SeekResult(1.0, False, 0.0, 2, "No picture."),),
    steps=(Step(StepName.PLAY, StepState.DONE, 250.0),),
    picture=Picture(b"\xff\xd8", 1.0, 16, 9),
)
RULE = Finding("WEBM-003", Severity.BLOCK, "A block stands in the wrong place.")
SEEN = Finding("SEEN-001", Severity.WARN, "It plays all the same.")
VERDICT = Verdict(Ladder.WARN, "It plays all the same.", (RULE, SEEN), (REPORT,))


@pytest.fixture
def film(tmp_path: Path) -> Path:
    path = tmp_path / "film.webm"
    path.write_bytes(b"first version")
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "verdicts.sqlite3"


def keep(store: KeptVerdicts, film: Path, played_at: float = 1.0) -> None:
    store.keep(film, stamp_of(film), kept(VERDICT, played_at, 4.5))


def test_what_engines_did_comes_back_without_rules_and_picture(film: Path, file: Path) -> None:
    store = KeptVerdicts(file)
    keep(store, film)
    store.close()
    found = KeptVerdicts(file).find(film)
    assert found is not None
    assert (found.ladder, found.played_at, found.took_s) == (Ladder.WARN, 1.0, 4.5)
    (report,) = found.reports
    assert report.picture is None
    assert (report.seeks, report.entries, report.steps) == (
        REPORT.seeks,
        REPORT.entries,
        REPORT.steps,
    )
    assert found.verdict.findings == (SEEN,)


def test_another_version_of_the_file_has_no_verdict(film: Path, file: Path) -> None:
    store = KeptVerdicts(file)
    keep(store, film)
    film.write_bytes(b"second version, longer")
    assert store.find(film) is None
    film.unlink()
    assert store.find(film) is None
    assert store.find(film.with_name("never seen.webm")) is None


def test_an_examination_adds_its_findings_to_what_was_seen(film: Path, file: Path) -> None:
    store = KeptVerdicts(file)
    keep(store, film)
    found = store.find(film)
    assert found is not None
    whole = completed(found.verdict, [RULE], ())
    assert whole.findings == (RULE, SEEN)
    assert whole.ladder is Ladder.FAIL
    assert whole.reports == found.reports


def test_only_the_newest_are_kept(tmp_path: Path, file: Path) -> None:
    store = KeptVerdicts(file, most=3)
    films = [tmp_path / f"{number}.webm" for number in range(5)]
    for number, film in enumerate(films):
        film.write_bytes(b"x")
        keep(store, film, played_at=float(number))
    assert [store.find(film) is not None for film in films] == [False, False, True, True, True]


@pytest.mark.expects_log_warnings
def test_a_damaged_file_is_put_aside_and_the_next_verdict_is_kept(film: Path, file: Path) -> None:
    file.write_bytes(b"this is no database " * 100)
    store = KeptVerdicts(file)
    assert store.find(film) is None
    keep(store, film)
    assert store.find(film) is not None
    aside = [path for path in file.parent.iterdir() if ".bad-" in path.name]
    assert [path.read_bytes()[:10] for path in aside] == [b"this is no"]


@pytest.mark.expects_log_warnings
def test_a_damaged_verdict_is_as_good_as_none(film: Path, file: Path) -> None:
    store = KeptVerdicts(file)
    keep(store, film)
    store.close()
    with sqlite3.connect(file) as other:
        other.execute('UPDATE verdicts SET body = \'{"schema": 1, "ladder": "green"}\'')
    assert KeptVerdicts(file).find(film) is None


def test_a_file_of_a_newer_version_is_left_alone(film: Path, file: Path) -> None:
    with sqlite3.connect(file) as other:
        other.execute("PRAGMA user_version = 99")
    before = file.read_bytes()
    store = KeptVerdicts(file)
    keep(store, film)
    assert store.find(film) is None
    assert file.read_bytes() == before


@pytest.mark.expects_log_warnings
def test_where_nothing_can_be_written_nothing_is_kept(film: Path, tmp_path: Path) -> None:
    store = KeptVerdicts(tmp_path / "no such folder" / "verdicts.sqlite3")
    keep(store, film)
    assert store.find(film) is None


def test_a_kept_verdict_without_an_examination_says_what_it_said(film: Path) -> None:
    found: Kept = kept(VERDICT, 1.0, 1.0)
    assert found.verdict.summary == VERDICT.summary
