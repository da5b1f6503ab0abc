"""Names of results, and publishing that never replaces another file."""

import errno
import os
import sys
from collections.abc import Collection
from datetime import date
from pathlib import Path

import pytest

from studio.batch.model import OutputRule
from studio.batch.naming import free_path, target_for
from studio.media.streams import MediaInfo
from studio.presets.model import Preset
from studio.presets.store import PresetStore
from studio.transcode import publish as publishing
from studio.transcode.publish import (
    part_path,
    publish,
    remove_parts,
    target_key,
    windows_stem,
)


def choose_target(
    source: Path, preset: Preset, folder: Path | None, reserved: Collection[Path]
) -> Path:
    """Return the name a queue gives the result of ``source``."""
    info = MediaInfo(source, "mp4", 1, None)
    day = date(2026, 1, 1)
    wanted = target_for(OutputRule(folder), source, info, preset, None, counter=1, today=day)
    taken = {target_key(path) for path in (*reserved, source)}
    return free_path(wanted, taken.__contains__)


def test_a_result_stands_beside_its_source(store: PresetStore, tmp_path: Path) -> None:
    preset = store.get("webm-vp8-vorbis")
    assert choose_target(tmp_path / "a.mp4", preset, None, ()) == tmp_path / "a.webm"


def test_the_source_is_never_the_target(store: PresetStore, tmp_path: Path) -> None:
    preset = store.get("mp4-h264-aac")
    assert choose_target(tmp_path / "a.mp4", preset, None, ()) == tmp_path / "a (2).mp4"
    assert choose_target(tmp_path / "a.MP4", preset, None, ()) == tmp_path / "a (2).mp4"


def test_taken_and_reserved_names_get_a_number(store: PresetStore, tmp_path: Path) -> None:
    preset = store.get("webm-vp8-vorbis")
    (tmp_path / "a.webm").touch()
    (tmp_path / "a (2).webm").symlink_to(tmp_path / "nowhere")
    reserved = [tmp_path / "A (3).WEBM"]
    assert choose_target(tmp_path / "a.mp4", preset, None, reserved).name == "a (4).webm"


def test_names_that_differ_only_in_their_unicode_form_are_the_same(
    store: PresetStore, tmp_path: Path
) -> None:
    preset = store.get("webm-vp8-vorbis")
    reserved = [tmp_path / "e\u0301.webm"]
    assert choose_target(tmp_path / "\u00e9.mp4", preset, None, reserved).name == "\u00e9 (2).webm"


@pytest.mark.parametrize("name", ["a" * 251 + ".mp4", "é" * 125 + ".mp4", "🎬" * 62 + ".mp4"])
def test_long_names_fit_between_characters(store: PresetStore, tmp_path: Path, name: str) -> None:
    target = choose_target(tmp_path / name, store.get("webm-vp8-vorbis"), None, ())
    part = part_path(target, "a" * 36)
    for path in (target, part.with_name(part.name + ".cured-01234567")):
        assert len(os.fsencode(path.name)) <= 255
        path.name.encode()
        path.touch()


@pytest.mark.parametrize(
    ("stem", "better"),
    [("CON", "_CON"), ("nul.tar", "_nul.tar"), ("a.", "a"), ('a<b>:"?', "a_b____"), (". .", "_")],
)
def test_names_are_repaired_for_windows(stem: str, better: str) -> None:
    assert windows_stem(stem) == better


def test_publishing_gives_the_file_its_name(tmp_path: Path) -> None:
    part = tmp_path / ".a.webm.part-1"
    part.write_bytes(b"new")
    assert publish(part, tmp_path / "a.webm") == tmp_path / "a.webm"
    assert [path.name for path in tmp_path.iterdir()] == ["a.webm"]


@pytest.mark.parametrize("way", ["link", "exclusive rename", "placeholder"])
def test_publishing_never_replaces_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    if way != "link":
        _without_links(monkeypatch)
    if way == "placeholder":
        _without_exclusive_rename(monkeypatch)
    part, taken = tmp_path / ".a.webm.part-1", tmp_path / "a.webm"
    part.write_bytes(b"new")
    taken.write_bytes(b"old")
    assert publish(part, taken) == tmp_path / "a (2).webm"
    assert taken.read_bytes() == b"old"
    assert (tmp_path / "a (2).webm").read_bytes() == b"new"
    assert not part.exists()


def _without_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_a: object, _b: object) -> None:
        raise OSError(errno.EPERM, "no hard links on FAT")

    monkeypatch.setattr(publishing.os, "link", refuse)  # type: ignore[attr-defined]


def _without_exclusive_rename(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "rename_exclusively", lambda _part, _path: False)


def test_a_failed_move_takes_its_placeholder_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _without_links(monkeypatch)
    _without_exclusive_rename(monkeypatch)

    def fail(_self: Path, _target: Path) -> Path:
        raise OSError(errno.EIO, "the drive is gone")

    part = tmp_path / ".a.webm.part-1"
    part.write_bytes(b"new")
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="drive is gone"):
        publish(part, tmp_path / "a.webm")
    assert [path.name for path in tmp_path.iterdir()] == [part.name]


def test_only_a_jobs_own_parts_are_removed(tmp_path: Path) -> None:
    target = tmp_path / "a[1]*.webm"
    part = part_path(target, "job-1")
    for name in (part.name, part.name + ".clustered", part_path(target, "job-2").name, "a.webm"):
        (tmp_path / name).touch()
    remove_parts(part)
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {part_path(target, "job-2").name, "a.webm"}


@pytest.mark.skipif(sys.platform == "win32", reason="bytes in names")
def test_a_name_that_is_no_utf_8_keeps_its_bytes(store: PresetStore, tmp_path: Path) -> None:
    source = tmp_path / os.fsdecode(b"bad-\xff.mp4")
    target = choose_target(source, store.get("webm-vp8-vorbis"), None, ())
    assert os.fsencode(target.name) == b"bad-\xff.webm"
