"""The command line as a user runs it: a child process, real files, the contract's JSON."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from studio import paths

Run = Callable[..., "subprocess.CompletedProcess[str]"]
MakeClip = Callable[..., Path]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run ``mse-studio`` with arguments, in an empty folder."""

    def call(*arguments: object, timeout: float = 120) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "studio", *map(str, arguments)],
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
            cwd=tmp_path,
            env=paths.self_environment(),
        )

    return call


def events_of(result: "subprocess.CompletedProcess[str]") -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_probe_prints_the_keys_of_the_contract(run: Run, make_clip: MakeClip) -> None:
    clip = make_clip("cli-probe", seconds=2, rate="30000/1001", size="320x180")
    result = run("probe", clip, "--json")
    assert result.returncode == 0, result.stderr
    (shape,) = events_of(result)
    assert set(shape) >= {
        "path", "container", "duration_s", "size_bytes", "streams", "keyframes",
    }  # fmt: skip
    streams = shape["streams"]
    assert isinstance(streams, list)
    assert streams[0]["frame_rate"] == "30000/1001"
    assert (streams[0]["width"], streams[0]["height"]) == (320, 180)
    assert {stream["kind"] for stream in streams} == {"video", "audio"}


@pytest.mark.parametrize("command", ["probe", "segments", "check"])
def test_a_missing_file_is_one_sentence_and_a_hint(run: Run, command: str) -> None:
    result = run(command, "nowhere.mp4", "--json")
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "nowhere.mp4" in result.stderr
    (shape,) = events_of(result)
    error = shape["error"]
    assert isinstance(error, dict)
    assert error["what"]
    assert error["hint"]


def test_good_files_are_still_probed_beside_a_bad_one(run: Run, make_clip: MakeClip) -> None:
    clip = make_clip("cli-beside", seconds=1)
    result = run("probe", "nowhere.mp4", clip, "--json")
    assert result.returncode == 1
    bad, good = events_of(result)
    assert "error" in bad
    assert good["path"] == str(clip)


def test_wrong_usage_is_status_two(run: Run) -> None:
    assert run("probe").returncode == 2
    assert run("transcode", "x.mp4").returncode == 2
    assert run("frobnicate").returncode == 2
    both = run("transcode", "x.mp4", "--preset", "p", "--gop-seconds", "2", "--gop-frames", "50")
    assert both.returncode == 2


def test_an_unknown_preset_is_named_with_a_hint(run: Run, make_clip: MakeClip) -> None:
    result = run("transcode", make_clip("cli-unknown", seconds=1), "--preset", "no-such")
    assert result.returncode == 1
    assert "no-such" in result.stderr
    assert "Traceback" not in result.stderr


def test_every_built_in_preset_is_listed_and_shown(run: Run) -> None:
    listed = json.loads(run("presets", "list", "--json").stdout)
    identifiers = {preset["id"] for preset in listed}
    assert identifiers >= {"webm-vp8-vorbis", "mp4-h264-aac", "webm-vp9-opus", "mp4-av1-opus"}
    shown = json.loads(run("presets", "show", "webm-vp8-vorbis", "--json").stdout)
    assert shown["id"] == "webm-vp8-vorbis"


def test_an_exported_preset_can_be_imported_again(run: Run, tmp_path: Path) -> None:
    text = run("presets", "export", "mp4-h264-aac").stdout
    data = json.loads(text)
    data["id"] = "my-own"
    (tmp_path / "mine.json").write_text(json.dumps(data), "utf-8")
    assert run("presets", "import", "mine.json").returncode == 0
    assert json.loads(run("presets", "show", "my-own").stdout)["id"] == "my-own"


@pytest.mark.parametrize(
    ("preset", "suffix", "mime"),
    [
        ("webm-vp8-vorbis", ".webm", 'video/webm; codecs="vp8,vorbis"'),
        ("mp4-h264-aac", ".mp4", 'video/mp4; codecs="avc1.'),
    ],
)
def test_transcode_reports_events_and_keeps_the_rhythm(
    run: Run, make_clip: MakeClip, tmp_path: Path, preset: str, suffix: str, mime: str
) -> None:
    clip = make_clip("cli-rhythm", seconds=5, rate="25")
    out = tmp_path / "out"
    out.mkdir()
    result = run("transcode", clip, "--preset", preset, "--gop-frames", "40", "-o", out, "--json")
    assert result.returncode == 0, result.stderr
    events = events_of(result)
    states = [e["state"] for e in events if e["event"] == "state"]
    assert states == ["waiting", "running", "verifying"]
    assert events[-1]["event"] == "result"
    assert events[-1]["state"] == "done"
    assert events[-1]["verdict"] is None
    assert [p.name for p in out.iterdir()] == [clip.stem + suffix]

    (found,) = events_of(run("segments", out / (clip.stem + suffix), "--json"))
    segments = found["segments"]
    assert isinstance(segments, list)
    assert str(found["mime"]).startswith(mime)
    assert [round(s["start_s"], 3) for s in segments] == [0.0, 1.6, 3.2, 4.8]
    assert all(s["keyframe"] for s in segments)


def test_dry_run_prints_the_exact_command_and_writes_nothing(
    run: Run, make_clip: MakeClip, tmp_path: Path
) -> None:
    clip = make_clip("cli-dry", seconds=1)
    out = tmp_path / "out"
    out.mkdir()
    result = run(
        "transcode", clip, "--preset", "mp4-h264-aac", "-o", out, "--dry-run", "--gop-seconds", "3"
    )
    assert result.returncode == 0, result.stderr
    assert "-g 75" in result.stdout
    assert "-keyint_min 75" in result.stdout
    assert "+delay_moov" in result.stdout
    assert list(out.iterdir()) == []


def test_a_text_file_named_mp4_fails_and_the_rest_is_done(
    run: Run, make_clip: MakeClip, tmp_path: Path
) -> None:
    fake = tmp_path / "fake.mp4"
    fake.write_text("not a film\n" * 200, "utf-8")
    clip = make_clip("cli-rest", seconds=1)
    result = run("transcode", fake, clip, "--preset", "webm-vp8-vorbis", "-o", tmp_path, "--json")
    assert result.returncode == 1
    results = [e for e in events_of(result) if e["event"] == "result"]
    assert [e["state"] for e in results] == ["failed", "done"]
    assert fake.read_text("utf-8") == "not a film\n" * 200


def test_a_missing_ffmpeg_is_one_sentence_and_a_hint(run: Run, make_clip: MakeClip) -> None:
    clip = make_clip("cli-no-ffmpeg", seconds=1)
    result = run("probe", clip, "--ffmpeg", "/nowhere/ffmpeg")
    assert result.returncode == 1
    assert "ffmpeg" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_existing_file_is_never_replaced(run: Run, make_clip: MakeClip, tmp_path: Path) -> None:
    clip = make_clip("cli-existing", seconds=1)
    mine = tmp_path / f"{clip.stem}.webm"
    mine.write_bytes(b"mine")
    result = run("transcode", clip, "--preset", "webm-vp8-vorbis", "-o", tmp_path)
    assert result.returncode == 0, result.stderr
    assert mine.read_bytes() == b"mine"
    assert (tmp_path / f"{clip.stem} (2).webm").stat().st_size > 1000


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Children started now heed SIGINT, even where this run was started to ignore it."""
    previous = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, previous)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_leaves_nothing_half_written(make_clip: MakeClip, tmp_path: Path) -> None:
    clip = make_clip("cli-long", seconds=30, size="640x360")
    out = tmp_path / "out"
    out.mkdir()
    command = [sys.executable, "-m", "studio", "transcode", str(clip), "--preset", "mp4-av1-opus"]
    process = subprocess.Popen(
        [*command, "-o", str(out), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=paths.self_environment(),
    )
    assert process.stdout is not None
    for line in process.stdout:
        if json.loads(line)["event"] == "progress":
            break
    os.kill(process.pid, signal.SIGINT)
    rest, problems = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in problems
    assert json.loads(rest.splitlines()[-1])["state"] == "cancelled"
    assert list(out.iterdir()) == []


def test_repair_mends_the_default_webm_of_ffmpeg(run: Run, raw_webm: Path, tmp_path: Path) -> None:
    before = raw_webm.read_bytes()
    mended = tmp_path / "mended.webm"
    result = run("repair", raw_webm, "-o", mended, "--json")
    assert result.returncode == 0, result.stderr
    (shape,) = events_of(result)
    assert "WEBM-003" in shape["findings_before"]  # type: ignore[operator]
    assert "WEBM-003" not in shape["findings_after"]  # type: ignore[operator]
    assert raw_webm.read_bytes() == before
    assert run("repair", raw_webm, "-o", mended).returncode == 1, "an existing file was replaced"


def test_check_static_names_the_fault_without_playing(run: Run, raw_webm: Path) -> None:
    result = run("check", raw_webm, "--static", "--json")
    assert result.returncode == 1
    (shape,) = events_of(result)
    findings = shape["findings"]
    assert isinstance(findings, list)
    assert findings[0]["code"] == "WEBM-003"
    assert findings[0]["offset"] > 0
    assert shape["observed"] == {}


def test_the_command_line_starts_without_qt(run: Run) -> None:
    code = (
        "import sys; from studio.__main__ import main; main(['presets', 'list']); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=False,
        timeout=60,
        env=paths.self_environment(),
    )
    assert result.returncode == 0, result.stderr


def test_engines_are_listed_with_their_answers_for_every_preset(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        monkeypatch.setenv("QTWEBENGINE_DISABLE_SANDBOX", "1")
    result = run("engines", "--json")
    assert result.returncode == 0, result.stderr
    engines = {str(engine["name"]): engine for engine in events_of(result)}
    presets = engines["embedded"]["presets"]
    assert isinstance(presets, dict)
    assert presets["webm-vp8-vorbis"] is True
    assert set(presets) >= {"mp4-h264-aac", "webm-vp9-opus", "mp4-av1-opus", "mp4-copy"}


def test_an_interrupt_while_it_starts_leaves_no_traceback() -> None:
    """Loading takes seconds on a busy machine."""
    script = """
import sys
class Interrupted:
    def find_spec(self, name, *_):
        if name == "studio.cli.commands":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupted())
from studio.__main__ import main
sys.exit(main(["engines"]))
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=paths.self_environment(),
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
