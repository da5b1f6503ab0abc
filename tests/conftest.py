"""Shared by all tests: real ffmpeg, clips made once per run, a home of their own, no noise."""

import logging
import os
import shutil
import signal
import subprocess
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from studio import paths
from studio.media.child import clean_environment
from studio.presets.store import PresetStore
from studio.transcode.tools import Ffmpeg, find_ffmpeg

X264 = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p")
AAC = ("-c:a", "aac")


def pytest_configure(config: pytest.Config) -> None:
    _heed_signals()
    config.addinivalue_line(
        "markers", "expects_log_warnings: log records of WARNING and above are part of the test"
    )


def _heed_signals() -> None:
    """Heed what a shell had us ignore: a run in the background passes that on to its children."""
    for name, usual in (("SIGINT", signal.default_int_handler), ("SIGHUP", signal.SIG_DFL)):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, usual)


@pytest.fixture(scope="session", autouse=True)
def _session_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Session fixtures must not touch the developer's own settings either."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(paths.HOME_VARIABLE, os.fspath(tmp_path_factory.mktemp("session-home")))
        yield


@pytest.fixture(autouse=True)
def studio_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test an empty folder for settings, presets and caches."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv(paths.HOME_VARIABLE, os.fspath(home))
    return home


class _Noise(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_log_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning, unless it is marked ``expects_log_warnings``."""
    noise = _Noise()
    logging.getLogger().addHandler(noise)
    yield
    logging.getLogger().removeHandler(noise)
    if request.node.get_closest_marker("expects_log_warnings") is None:
        assert not noise.records, f"unexpected log records: {noise.records}"


@pytest.fixture(scope="session")
def ffmpeg() -> Ffmpeg:
    """The bundled ffmpeg."""
    return find_ffmpeg()


@pytest.fixture
def store(tmp_path: Path) -> PresetStore:
    """The built-in presets, with an empty folder for the user's own."""
    return PresetStore(paths.built_in_presets_dir(), tmp_path / "user-presets")


class ClipFactory:
    """Makes small media files with ffmpeg, each once per test run.

    The picture moves and cuts hard twice a second; the sound is a tone.
    """

    def __init__(self, folder: Path, ffmpeg: Path) -> None:
        self.folder, self.ffmpeg = folder, ffmpeg
        self._made: dict[str, tuple[str, ...]] = {}
        self._lock = threading.Lock()

    def __call__(
        self,
        name: str,
        *,
        seconds: float = 2,
        rate: str = "25",
        size: str | None = "320x180",
        frames: int | None = None,
        sample_rate: int | None = 44_100,
        channels: int = 1,
        filters: str = "",
        video: Sequence[str] = X264,
        audio: Sequence[str] = AAC,
        extra: Sequence[str] = (),
    ) -> Path:
        """Return a clip; different clips must have different names.

        Args:
            name: file name; ``.mp4`` is added where there is no suffix.
            seconds: length of picture and sound.
            rate: frames per second, ``30000/1001`` for example.
            size: of the picture; None for sound only.
            frames: exact number of pictures, instead of ``seconds`` for the picture.
            sample_rate: of the sound in Hz; None for no sound.
            channels: of the sound.
            filters: video filters that come last.
            video: encoder options of the picture.
            audio: encoder options of the sound.
            extra: further output options.
        """
        inputs: list[str] = []
        outputs: list[str] = []
        if size is not None:
            inputs += ["-f", "lavfi", "-i", _picture(size, rate, seconds, filters)]
            outputs += ["-frames:v", str(frames)] if frames else []
            outputs += video
        if sample_rate is not None:
            inputs += ["-f", "lavfi", "-i", f"sine=r={sample_rate}:d={seconds}"]
            outputs += ["-ac", str(channels), *audio]
        return self.made_once(name, [*inputs, *outputs, *extra])

    def made_once(self, name: str, arguments: Sequence[str]) -> Path:
        """Run ffmpeg for this file unless that was done before in this run."""
        name = name if Path(name).suffix else f"{name}.mp4"
        with self._lock:
            if name not in self._made:
                self._made[name] = tuple(arguments)
                self._run(name, arguments)
            assert self._made[name] == tuple(arguments), f"two different clips named {name}"
        return self.folder / name

    def _run(self, name: str, arguments: Sequence[str]) -> None:
        path = self.folder / name
        command = [str(self.ffmpeg), "-v", "error", "-y", *arguments, f"file:{path}"]
        environment = {"SVT_LOG": "1", **clean_environment()}
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, env=environment, timeout=60
        )
        assert done.returncode == 0, done.stderr

    def copy(self, name: str, source: Path, *options: str) -> Path:
        """Return ``source`` in another container or with other flags, streams copied."""
        return self.made_once(name, [*options, "-i", f"file:{source}", "-map", "0", "-c", "copy"])


def _picture(size: str, rate: str, seconds: float, filters: str) -> str:
    cut = "negate=enable='lt(mod(t,0.9),0.45)'"
    chain = [f"testsrc2=s={size}:r={rate}:d={seconds}", cut, *([filters] if filters else [])]
    return ",".join(chain)


@pytest.fixture(scope="session")
def make_clip(tmp_path_factory: pytest.TempPathFactory, ffmpeg: Ffmpeg) -> Iterator[ClipFactory]:
    """Make media files; see ``ClipFactory``."""
    folder = tmp_path_factory.mktemp("clips")
    yield ClipFactory(folder, ffmpeg.path)
    shutil.rmtree(folder, ignore_errors=True)
