"""Finding ffmpeg, and remembering what it can do."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from studio.errors import ToolError
from studio.presets.store import PresetStore
from studio.transcode.tools import Ffmpeg, find_ffmpeg, missing_encoders

Program = Callable[[str], Ffmpeg]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")


def test_the_bundled_ffmpeg_has_every_encoder_of_the_presets(
    ffmpeg: Ffmpeg, store: PresetStore
) -> None:
    assert ffmpeg.version
    assert {name for preset in store.all() for name in missing_encoders(preset, ffmpeg)} == set()
    assert {"zscale", "tonemap", "bwdif", "scale", "crop"} <= ffmpeg.filters


@POSIX
def test_an_ffmpeg_is_asked_only_once_until_it_changes(program: Program, tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    body = f"""echo x >> {calls}
case "$*" in
*-version*) echo 'ffmpeg version 1.2.3 built';;
*-encoders*) echo ' V....D libx264  H.264';;
*) echo ' TSC scale V->V Scale';;
esac"""
    path = program(body).path
    first = find_ffmpeg(str(path))
    assert (first.version, first.encoders, first.filters) == (
        "1.2.3", frozenset({"libx264"}), frozenset({"scale"}),
    )  # fmt: skip
    asked = len(calls.read_text())
    assert find_ffmpeg(str(path)) == first
    assert len(calls.read_text()) == asked
    program(body + "\n# changed")
    find_ffmpeg(str(path))
    assert len(calls.read_text()) > asked


def test_a_damaged_memory_is_asked_for_again(ffmpeg: Ffmpeg, studio_home: Path) -> None:
    find_ffmpeg()
    (memory,) = (studio_home / "cache").glob("ffmpeg-*.json")
    for text in ("{", "[]", json.dumps({"schema": 1}), ""):
        memory.write_text(text)
        assert find_ffmpeg() == ffmpeg


def test_a_missing_ffmpeg_is_said(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match="was not found at") as caught:
        find_ffmpeg(str(tmp_path / "nothing"))
    assert caught.value.hint


@POSIX
@pytest.mark.parametrize(
    ("body", "sentence"),
    [("exit 3", "does not work"), ("echo hello", "is not ffmpeg"), ("kill -SEGV $$", "not work")],
)
def test_another_program_is_not_taken_for_ffmpeg(
    program: Program, body: str, sentence: str
) -> None:
    with pytest.raises(ToolError, match=sentence):
        find_ffmpeg(str(program(body).path))


@POSIX
def test_a_file_that_is_no_program_is_said(tmp_path: Path) -> None:
    path = tmp_path / "ffmpeg"
    path.write_text("not a program")
    with pytest.raises(ToolError, match="not a program that can be run"):
        find_ffmpeg(str(path))
    path.chmod(0o755)
    path.write_bytes(b"\x7fELF broken")
    with pytest.raises(ToolError, match="cannot be run on this machine"):
        find_ffmpeg(str(path))
