"""Many files in engines that stay open, and real engines that are stopped or killed."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from studio.verdict.browsers import Engine
from studio.verdict.model import Ladder, Outcome
from studio.workflow import session as sessions
from studio.workflow.bench import Bench
from tests.conftest import ClipFactory
from tests.e2e.support import pick

pytestmark = pytest.mark.engine

GOP = ("-g", "25", "-keyint_min", "25", "-sc_threshold", "0")
FRAGMENTS = ("-movflags", "+frag_keyframe+delay_moov+default_base_moof")
H264 = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", *GOP)
VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8", *GOP)


@pytest.fixture(scope="module")
def mp4(make_clip: ClipFactory) -> Path:
    return make_clip("many.mp4", sample_rate=48_000, video=H264, extra=FRAGMENTS)


@pytest.fixture(scope="module")
def webm(make_clip: ClipFactory) -> Path:
    return make_clip("many.webm", sample_rate=None, video=VP8)


@pytest.fixture
def open_bench(
    engines: tuple[Engine, ...], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], Bench]]:
    """Open a bench of one real engine; no process and no folder may be left at the end."""
    folder = Path(tempfile.mkdtemp(prefix="b"))  # Chromium's sockets need a short path
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    opened: list[Bench] = []

    def make(name: str) -> Bench:
        opened.append(Bench([pick(engines, name)]))
        return opened[-1]

    yield make
    for bench in opened:
        bench.close()
    assert not [words for words in _commands() if str(folder) in words]
    folder.rmdir()


def _commands() -> Iterator[str]:
    for process in psutil.process_iter(["cmdline", "status"]):
        if process.info["status"] != psutil.STATUS_ZOMBIE:
            yield " ".join(process.info["cmdline"] or ())


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_one_launch_serves_good_and_bad_files_of_any_kind(
    open_bench: Callable[[str], Bench], mp4: Path, webm: Path, tmp_path: Path, name: str
) -> None:
    bench = open_bench(name)
    broken = tmp_path / "broken.mp4"
    data = mp4.read_bytes()
    broken.write_bytes(data[: len(data) // 2] + b"\x5a" * (len(data) // 2))
    paths = [mp4, webm, broken, mp4] * 3 if name == "chromium" else [mp4, broken, webm]
    verdicts = [bench.check(path) for path in paths]
    wrong = {path.name: v for path, v in zip(paths, verdicts, strict=True) if path is not broken}
    assert all(v.ladder is Ladder.PASS for v in wrong.values()), wrong
    assert all(v.reports[0].attempts == 1 for v in wrong.values())
    bad = [v for path, v in zip(paths, verdicts, strict=True) if path is broken]
    assert all(v.ladder is Ladder.FAIL for v in bad), bad
    assert bench.launches == {name: 1}


def processes_of(bench: Bench) -> list[psutil.Process]:
    """Every process of the engine that plays, the one that was started first."""
    running = bench.sessions[0].running
    assert running is not None
    root = psutil.Process(running.pid)
    return [root, *root.children(recursive=True)]


def test_a_killed_browser_is_launched_again_for_its_file_once(
    open_bench: Callable[[str], Bench], mp4: Path
) -> None:
    bench, kills = open_bench("chromium"), [True, False, True, True]

    def kill(stage: str) -> None:
        if stage.endswith(": append") and kills.pop(0):
            processes_of(bench)[0].kill()

    first = bench.check(mp4, on_stage=kill)
    assert (first.ladder, first.reports[0].attempts) == (Ladder.PASS, 2), first
    assert "launched anew" in first.reports[0].messages[-1]
    second = bench.check(mp4, on_stage=kill)
    assert second.ladder is Ladder.NOT_PLAYED
    assert second.reports[0].outcome is Outcome.NO_REPORT
    assert "ended by itself at stage" in second.reports[0].reason
    assert bench.launches == {"chromium": 3}


@pytest.mark.skipif(os.name != "posix", reason="needs SIGSTOP")
def test_a_stopped_browser_costs_its_file_only(
    open_bench: Callable[[str], Bench], mp4: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "SILENCE_S", 4.0)
    bench = open_bench("chromium")

    def stop(stage: str) -> None:
        if stage.endswith(": append"):
            for process in processes_of(bench):
                process.suspend()

    verdict = bench.check(mp4, on_stage=stop)
    assert verdict.ladder is Ladder.NOT_PLAYED
    assert verdict.reports[0].outcome is Outcome.NO_REPORT
    assert verdict.reports[0].reason.startswith("Nothing was heard for 4 s at stage")
    monkeypatch.undo()
    assert bench.check(mp4).ladder is Ladder.PASS


@pytest.mark.parametrize("kind", ["hls", "dash"])
def test_each_rendition_of_a_playlist_is_played_from_its_own_files(
    open_bench: Callable[[str], Bench], make_clip: ClipFactory, kind: str
) -> None:
    hls = ("-f", "hls", "-hls_segment_type", "fmp4", "-hls_time", "1", "-hls_playlist_type", "vod",
           "-hls_flags", "single_file")  # fmt: skip
    dash = ("-f", "dash", "-seg_duration", "1", "-init_seg_name", "b-$RepresentationID$.mp4",
            "-media_seg_name", "b-$RepresentationID$-$Number$.m4s")  # fmt: skip
    name, muxer = ("bench.m3u8", hls) if kind == "hls" else ("bench.mpd", dash)
    path = make_clip(name, seconds=3, sample_rate=48_000, video=H264, extra=muxer)
    bench = open_bench("chromium")
    verdicts = dict(bench.check_any(path))
    assert len(verdicts) == (1 if kind == "hls" else 2)
    for verdict in verdicts.values():
        assert verdict.reports[0].outcome is Outcome.PLAYED, verdict
        assert len(verdict.reports[0].entries) >= 2
    assert max(v.reports[0].frames_decoded for v in verdicts.values()) == 75
    assert bench.launches == {"chromium": 1}


def test_a_file_is_played_as_the_type_that_a_player_declares(
    open_bench: Callable[[str], Bench], webm: Path
) -> None:
    bench = open_bench("chromium")
    verdict = bench.check(webm, declared='video/webm; codecs="vp8,vorbis"')
    assert verdict.reports[0].outcome is Outcome.FAILED, verdict
    assert verdict.ladder is Ladder.FAIL
    assert not [finding for finding in verdict.findings if finding.code.startswith("SEEN")]
