"""Reports are whole or not there, and never take the place of a film."""

import os
from pathlib import Path

import pytest

from studio.errors import OutputError
from studio.workflow.report_files import check_target, write_report


def test_an_older_report_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text("old " * 1000)
    check_target(target, [])
    write_report(target, "new é \udce9")
    assert target.read_bytes() == "new é ?".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_a_report_that_cannot_be_written_leaves_the_older_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.html"
    target.write_text("old")

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="could not be written"):
        write_report(target, "new")
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


@pytest.mark.parametrize("name", ["film.webm", "FILM.MP4", "list.m3u8", "source.mov"])
def test_a_media_name_is_refused_even_when_it_is_free(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="take the place"):
        check_target(tmp_path / name, [])


@pytest.mark.parametrize("head", [b"\x1aE\xdf\xa3rest", b"\0\0\0\x18ftypiso5"])
def test_a_film_with_another_name_is_refused(tmp_path: Path, head: bytes) -> None:
    target = tmp_path / "report.html"
    target.write_bytes(head)
    with pytest.raises(OutputError, match="take the place"):
        check_target(target, [])


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_an_input_is_refused_under_any_of_its_names(tmp_path: Path) -> None:
    given = tmp_path / "odd.bin"
    given.write_text("x")
    (tmp_path / "hard.xml").hardlink_to(given)
    (tmp_path / "soft.xml").symlink_to(given)
    for name in ("odd.bin", "hard.xml", "soft.xml"):
        with pytest.raises(OutputError, match="take the place"):
            check_target(tmp_path / name, [given])


def test_a_folder_and_a_missing_folder_are_refused_before_anything_is_played(
    tmp_path: Path,
) -> None:
    with pytest.raises(OutputError, match="is a folder"):
        check_target(tmp_path, [])
    with pytest.raises(OutputError, match="no folder"):
        check_target(tmp_path / "none" / "report.xml", [])


@pytest.mark.skipif(os.name != "posix", reason="named pipes")
def test_what_is_no_regular_file_is_not_replaced() -> None:
    before = Path("/dev/null").stat()
    write_report(Path("/dev/null"), "x")
    assert Path("/dev/null").stat().st_rdev == before.st_rdev
