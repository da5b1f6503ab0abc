"""Files for the command line's tests."""

import subprocess
from pathlib import Path

import imageio_ffmpeg
import pytest


@pytest.fixture(scope="session")
def raw_webm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A VP8/Vorbis WebM as ffmpeg muxes it by default: blocks out of time order."""
    path = tmp_path_factory.mktemp("raw") / "raw.webm"
    source = ["-f", "lavfi", "-i", "testsrc2=size=160x90:rate=25:duration=4"]
    sound = ["-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000:duration=4"]
    codecs = ["-c:v", "libvpx", "-threads", "1", "-g", "50", "-keyint_min", "50"]
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", *source, *sound, *codecs]
    subprocess.run([*command, "-b:v", "300k", "-c:a", "libvorbis", str(path)], check=True)
    return path
