"""The packaged application works on its own: no Python, no path, no virtual environment."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from studio.segments.reader import read_segment_map
from studio.ui.decoder_picture import message

if TYPE_CHECKING:
    from tests.packaging.conftest import Application, Json

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

ENGINE = "embedded"


@pytest.fixture(scope="session")
def clip(application: Application, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds with motion and sound, made by the ffmpeg inside the application."""
    target = tmp_path_factory.mktemp("clip") / "un été.mp4"
    ffmpeg = next(application.folder.rglob("imageio_ffmpeg/binaries/ffmpeg-*"))
    made = subprocess.run(
        [
            *(str(ffmpeg), "-v", "error", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=2"),
            *("-f", "lavfi", "-i", "sine=440:r=48000:d=2", "-c:v", "libx264", "-pix_fmt"),
            *("yuv420p", "-c:a", "aac", f"file:{target}"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    return target


@pytest.fixture(scope="session")
def result(application: Application, clip: Path) -> Json:
    """The last event of transcoding the clip to VP8/Vorbis."""
    events = application.ask("transcode", clip, "--preset", "webm-vp8-vorbis")
    return events[-1]


def test_the_packaged_program_says_its_version(application: Application) -> None:
    done = application.run("--version")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("mse-studio ")


def test_the_packaged_program_finds_its_embedded_engine(application: Application) -> None:
    done = application.run("engines", "--json")
    assert done.returncode == 0, done.stderr
    assert f'"{ENGINE}"' in done.stdout


def test_the_packaged_program_probes_with_mediainfo(application: Application, clip: Path) -> None:
    (answer,) = application.ask("probe", clip)
    video = next(stream for stream in answer["streams"] if stream["kind"] == "video")
    assert (video["codec"], video["width"], video["frame_rate"]) == ("h264", 320, "25/1")
    assert video["profile"], "without MediaInfo's library the profile is not known"
    assert answer["keyframes"]["count"] >= 1


def test_the_packaged_program_transcodes(result: Json) -> None:
    assert (result["event"], result["state"]) == ("result", "done")
    assert Path(result["output"]).stat().st_size > 0


def test_what_the_packaged_program_made_plays_in_its_own_engine(
    application: Application, result: Json
) -> None:
    (verdict,) = application.ask("check", result["output"], "--engine", ENGINE)
    observed = verdict["observed"][ENGINE]
    assert observed["plays"], observed
    assert observed["reached_end"]
    assert observed["frames"] == observed["frames_expected"] == 50
    assert verdict["verdict"] in ("pass", "warn")


def test_the_packaged_program_shows_what_a_decoder_makes_of_a_segment(
    application: Application, result: Json
) -> None:
    found = read_segment_map(Path(result["output"]))
    with subprocess.Popen(
        [str(application.program), "--decoder-picture"],
        env=application.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(message(found, 0))
        program.stdin.flush()
        told = json.loads(program.stdout.readline())
        program.stdin.close()
        assert program.wait(60) == 0
    assert told == {"frames": 1, "problem": ""}


def test_a_missing_file_is_one_sentence_also_in_the_package(application: Application) -> None:
    done = application.run("probe", "nothing here.mp4")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "nothing here.mp4" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="asks the dynamic linker of Linux")
def test_no_library_of_the_package_lacks_another(application: Application) -> None:
    inside = application.folder / "_internal"
    files = [path for path in inside.rglob("*.so*") if not path.is_symlink()]
    assert len(files) > 100
    lacking = {}
    for path in files:
        listed = subprocess.run(["ldd", str(path)], capture_output=True, text=True, check=False)
        lost = [line.split()[0] for line in listed.stdout.splitlines() if "not found" in line]
        if lost:
            lacking[str(path.relative_to(inside))] = lost
    assert not lacking
