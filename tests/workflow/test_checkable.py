"""Which files of a folder are checked, and in which order."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from studio.workflow.checkable import find_checkable, natural_key

MakeClip = Callable[..., Path]
FRAGMENTED = ("-movflags", "+frag_keyframe+empty_moov+default_base_moof")


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def names(root: Path, *more: Path) -> list[str]:
    found = find_checkable([root, *more])
    return [path.relative_to(root).as_posix() for path in found.files]


def test_numbers_are_sorted_as_people_count(tmp_path: Path) -> None:
    touch(tmp_path, "take 10.webm", "take 9.webm", "Take 1.mp4", "b/part 11.m4v", "b/part 2.m4v")
    assert names(tmp_path) == [
        "b/part 2.m4v", "b/part 11.m4v", "Take 1.mp4", "take 9.webm", "take 10.webm",
    ]  # fmt: skip
    assert natural_key(Path("9")) < natural_key(Path("10"))
    assert natural_key(Path("²x")) != natural_key(Path("2x"))


def test_what_is_hidden_or_no_film_is_passed_over(tmp_path: Path) -> None:
    touch(tmp_path, ".part.webm", ".cache/a.webm", "notes.txt", "segment1.m4s", "UPPER.WEBM")
    assert names(tmp_path) == ["UPPER.WEBM"]


def test_a_named_file_is_checked_whatever_it_is_called(tmp_path: Path) -> None:
    touch(tmp_path, "film.mkv", ".hidden.webm")
    files = [tmp_path / "film.mkv", tmp_path / ".hidden.webm", tmp_path / "missing.webm"]
    assert list(find_checkable(files).files) == files


def test_a_file_that_is_named_twice_is_checked_once(tmp_path: Path) -> None:
    touch(tmp_path, "a.webm", "b.webm")
    assert names(tmp_path, tmp_path / "a.webm", tmp_path / "." / "b.webm") == ["a.webm", "b.webm"]


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_links_in_circles_are_survived_and_links_to_elsewhere_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    touch(inside, "a.webm")
    touch(outside, "b.webm")
    (inside / "loop").symlink_to(inside)
    (inside / "up").symlink_to(tmp_path)
    (inside / "gone").symlink_to(tmp_path / "nothing")
    (inside / "gone.webm").symlink_to(tmp_path / "nothing")
    found = names(inside)
    assert sorted(found) == ["a.webm", "gone.webm", "up/out/b.webm"]


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="needs a user who may not read everything"
)
def test_a_folder_that_cannot_be_read_is_a_problem_and_the_rest_goes_on(tmp_path: Path) -> None:
    touch(tmp_path, "a.webm", "locked/b.webm")
    (tmp_path / "locked").chmod(0)
    try:
        found = find_checkable([tmp_path])
    finally:
        (tmp_path / "locked").chmod(0o700)
    assert [path.name for path in found.files] == ["a.webm"]
    assert [path.name for path, _ in found.problems] == ["locked"]


def test_a_folder_without_films_is_a_problem(tmp_path: Path) -> None:
    found = find_checkable([tmp_path])
    assert found.files == ()
    ((path, problem),) = found.problems
    assert path == tmp_path
    assert problem.hint


def test_what_a_playlist_lists_is_checked_with_it_only(package: Path) -> None:
    touch(package, "extra.webm")
    assert names(package) == ["extra.webm", "master.m3u8"]
    assert names(package, package / "init.mp4") == ["extra.webm", "master.m3u8", "init.mp4"]


@pytest.fixture
def package(make_clip: MakeClip, tmp_path: Path) -> Path:
    """An HLS package of two renditions with a master playlist."""
    folder = tmp_path / "hls"
    folder.mkdir()
    clip = make_clip("checkable-fmp4", seconds=2, extra=FRAGMENTED).read_bytes()
    media = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:2\n"
    for name in ("low", "init"):
        (folder / f"{name}.mp4").write_bytes(clip)
    for name, file in (("one", "low"), ("two", "init")):
        text = f"{media}#EXTINF:2,\n{file}.mp4\n#EXT-X-ENDLIST\n"
        (folder / f"{name}.m3u8").write_text(text)
    streams = "".join(
        f"#EXT-X-STREAM-INF:BANDWIDTH={rate}\n{name}.m3u8\n"
        for name, rate in (("one", 1000), ("two", 2000))
    )
    (folder / "master.m3u8").write_text(f"#EXTM3U\n{streams}")
    return folder
