"""Packages: taken apart by stream copy, listed by HLS and DASH, checked; whole or not at all."""

import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from studio.errors import OutputError, PlanError, RepairError
from studio.repair.mend import CancelledError
from studio.segments.manifests import read_presentation
from studio.segments.model import TrackKind
from studio.streams import package_write
from studio.streams.package import Form, Rendition, hls_master
from studio.streams.package_write import write_package
from studio.streams.packaging import split_tracks
from studio.transcode.tools import Ffmpeg
from tests.conftest import AAC, ClipFactory

X264_B = ("-c:v", "libx264", "-preset", "veryfast", "-bf", "3", "-g", "24", "-sc_threshold", "0")


@pytest.fixture(scope="session")
def source(make_clip: ClipFactory) -> Path:
    """Five seconds of 29.97 frames with B-frames, a keyframe each 0.8 s, and AAC; in one piece."""
    return make_clip(
        "streams-lists-package.mp4", seconds=5, rate="30000/1001", size="96x64", video=X264_B,
        audio=AAC,
    )  # fmt: skip


@pytest.fixture
def tracks(source: Path, tmp_path: Path, ffmpeg: Ffmpeg) -> list[Rendition]:
    folder = tmp_path / "tracks"
    folder.mkdir()
    return split_tracks(source, folder, ffmpeg.path, segment_s=2)


def frames_of(ffmpeg: Ffmpeg, url: Path | str, stream: str) -> list[str]:
    """Return a digest of each decoded frame; not a line of complaint is allowed."""
    command = [str(ffmpeg.path), "-v", "error", "-i", str(url), "-map", f"0:{stream}:0"]
    done = subprocess.run(
        [*command, "-f", "framemd5", "-"], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    return [line.split(",")[-1] for line in done.stdout.splitlines() if line[0] != "#"]


@pytest.mark.parametrize("form", [*Form])
def test_both_forms_hold_every_frame_and_read_back(
    form: Form, source: Path, tracks: list[Rendition], tmp_path: Path, ffmpeg: Ffmpeg
) -> None:
    assert [(one.name, one.map.frames) for one in tracks] == [("video", 150), ("audio", 0)]
    assert [cut.start_s for cut in tracks[0].cuts] == [
        0,
        Fraction(8008, 5000),
        Fraction(16016, 5000),
    ]
    for cut, sound in zip(tracks[0].cuts, tracks[1].cuts, strict=True):
        assert cut.keyframe
        assert abs(cut.start_s - sound.start_s) < Fraction(1024, 44_100)
    for one in tracks:
        assert all(media_time >= 0 for track in one.map.tracks for _, media_time in track.edits)
    made = write_package(tracks, tmp_path / "made", form)
    assert made.folder == tmp_path / "made"
    listed = {
        name: {
            (piece.path, piece.offset, piece.size)
            for one in read_presentation(made.folder / name).renditions
            for piece in one.pieces
        }
        for name in ("master.m3u8", "manifest.mpd")
    }
    files = {path for path, _, _ in listed["master.m3u8"]}
    assert files == {path for path, _, _ in listed["manifest.mpd"]}, "the same media files"
    if form is Form.FOLDER:
        assert listed["master.m3u8"] == listed["manifest.mpd"]
        assert (made.folder / "video" / "seg00003.m4s").is_file()
    rates = re.findall(r' bandwidth="(\d+)"', (made.folder / "manifest.mpd").read_text("utf-8"))
    fastest = [max(cut.span.size * 8 / cut.duration_s for cut in one.cuts[:-1]) for one in tracks]
    assert all(int(told) + 1 > most for told, most in zip(rates, fastest, strict=True))
    expected = frames_of(ffmpeg, source, "v")
    for name in listed:
        assert frames_of(ffmpeg, made.folder / name, "v") == expected
    heard = frames_of(ffmpeg, made.folder / "master.m3u8", "a")
    assert heard[:215] == frames_of(ffmpeg, source, "a")[:215]
    assert len(heard) == 216, "fragments cannot tell that the last frame ends early"


def test_a_ladder_lists_every_rung_with_every_sound(
    tracks: list[Rendition], tmp_path: Path
) -> None:
    video, audio = tracks
    rungs = [video, replace(video, name="low"), audio, replace(audio, name="other", language="ru")]
    made = write_package(rungs, tmp_path / "ladder", Form.ONE_FILE)
    text = hls_master(made.renditions)
    assert text.count("#EXT-X-STREAM-INF:") == 2
    assert text.count(',AUDIO="audio"') == 2
    assert 'NAME="other",LANGUAGE="ru",DEFAULT=NO' in text
    found = read_presentation(made.folder / "manifest.mpd")
    assert [(one.name, one.group) for one in found.renditions] == [
        ("video", "1"), ("low", "1"), ("audio", "2"), ("other", "3"),
    ]  # fmt: skip


def test_webm_without_a_place_in_mp4_is_refused(
    make_clip: ClipFactory, tmp_path: Path, ffmpeg: Ffmpeg
) -> None:
    clip = make_clip(
        "streams-lists-vp8.webm", seconds=1, size="64x48", sample_rate=None,
        video=("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime"),
    )  # fmt: skip
    with pytest.raises(RepairError, match="without encoding it again"):
        split_tracks(clip, tmp_path, ffmpeg.path)
    assert [*tmp_path.iterdir()] == []


def test_nothing_that_is_there_is_replaced(tracks: list[Rendition], tmp_path: Path) -> None:
    for name in ("made", "other.part"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "mine").write_text("mine")
    for name in ("made", "other"):
        with pytest.raises(OutputError, match="is there already"):
            write_package(tracks, tmp_path / name, Form.FOLDER)
    assert (tmp_path / "made" / "mine").read_text() == "mine"
    assert (tmp_path / "other.part" / "mine").read_text() == "mine"
    with pytest.raises(PlanError):
        write_package([tracks[0], tracks[0]], tmp_path / "twice", Form.FOLDER)
    with pytest.raises(PlanError):
        write_package([], tmp_path / "none", Form.FOLDER)


def test_a_cancelled_package_leaves_nothing(tracks: list[Rendition], tmp_path: Path) -> None:
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(CancelledError):
        write_package(tracks, tmp_path / "made", Form.FOLDER, cancel=cancel)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tracks"]


@pytest.mark.parametrize("damage", ["missing", "empty", "late"])
def test_a_package_that_is_not_as_planned_gets_no_name(
    damage: str, tracks: list[Rendition], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an encoder or a full disk may leave without a word is found by reading it back."""
    write = package_write._write_texts

    def damaged(renditions: tuple[Rendition, ...], part: Path, form: Form) -> None:
        write(renditions, part, form)
        victim = part / "video" / "seg00002.m4s"
        if damage == "missing":
            victim.unlink()
        elif damage == "empty":
            victim.write_bytes(b"")
        else:
            shutil.copy(part / "video" / "seg00001.m4s", victim)

    monkeypatch.setattr(package_write, "_write_texts", damaged)
    with pytest.raises(RepairError, match="not written as planned"):
        write_package(tracks, tmp_path / "made", Form.FOLDER)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tracks"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A drive with room for 64 kB."""
    place = tmp_path / "small"
    place.mkdir()
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("NOT TESTED: only root may mount a small drive")
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("NOT TESTED: no drive can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], capture_output=True, check=True)


@pytest.mark.parametrize("form", [*Form])
def test_a_full_disk_is_said_and_leaves_nothing_half(
    form: Form, tracks: list[Rendition], source: Path, small_disk: Path, ffmpeg: Ffmpeg
) -> None:
    with pytest.raises(OutputError, match="could not be written") as caught:
        write_package(tracks, small_disk / "made", form)
    assert "room on the drive" in caught.value.hint
    with pytest.raises(OutputError, match="could not be written"):
        split_tracks(source, small_disk, ffmpeg.path)
    assert [*small_disk.iterdir()] == []


def test_a_file_with_sound_alone_is_a_package_too(
    make_clip: ClipFactory, tmp_path: Path, ffmpeg: Ffmpeg
) -> None:
    clip = make_clip("streams-lists-sound.m4a", size=None, seconds=5, audio=AAC)
    folder = tmp_path / "tracks"
    folder.mkdir()
    (one,) = split_tracks(clip, folder, ffmpeg.path, segment_s=2)
    assert one.map.tracks[0].kind is TrackKind.AUDIO
    made = write_package([one], tmp_path / "made", Form.FOLDER)
    text = (made.folder / "master.m3u8").read_text()
    assert 'CODECS="mp4a.40.2"\naudio.m3u8\n' in text
