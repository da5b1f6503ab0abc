"""A bench loses no file and no time to engines that misbehave; small programs play them."""

import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from studio.errors import EngineError, InputError, SegmentError
from studio.verdict.browsers import Engine, EngineKind
from studio.verdict.model import EngineIdentity, Ladder, Outcome, PlaybackReport
from studio.verdict.page_report import PageReport
from studio.workflow import session as sessions
from studio.workflow import trial as trials
from studio.workflow.bench import Bench
from studio.workflow.check import check_file, describe_engines
from tests.conftest import ClipFactory
from tests.workflow.fake_engines import OBEDIENT, fake_engine, leftovers, note, profiles, until

pytestmark = pytest.mark.skipif(os.name != "posix", reason="engines made of scripts")

Make = Callable[..., Bench]


@pytest.fixture(scope="module")
def clip(make_clip: ClipFactory) -> Path:
    """A small fragmented file."""
    flags = ("-movflags", "+frag_keyframe+delay_moov+default_base_moof")
    return make_clip("bench.mp4", seconds=1, size="96x54", sample_rate=None, extra=flags)


@pytest.fixture(autouse=True)
def _engines_keep_their_folders_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


@pytest.fixture
def open_bench(tmp_path: Path) -> Iterator[Make]:
    """Open a bench of fake engines by their programs; nothing may be left at the end."""
    opened: list[Bench] = []

    def make(parallel: int = 1, **programs: str) -> Bench:
        engines = [fake_engine(tmp_path, program, name) for name, program in programs.items()]
        opened.append(Bench(engines, parallel=parallel))
        return opened[-1]

    yield make
    for bench in opened:
        bench.close()
    assert not leftovers(tmp_path)
    assert not profiles(tmp_path)


def outcomes(reports: tuple[PlaybackReport, ...]) -> list[Outcome]:
    """What each engine made of it."""
    return [report.outcome for report in reports]


DIES_IN_THE_SECOND = """
def play(plan):
    stage("type"); stage("play")
    if plays == 1:
        os._exit(1)
    final()
serve(play)
"""
DIES_ALWAYS = "stage('type'); stage('play'); print('no memory', flush=True); os._exit(1)"
STOPS_IN_THE_SECOND = DIES_IN_THE_SECOND.replace(
    "os._exit(1)", "os.kill(os.getpid(), signal.SIGSTOP)"
)


def test_files_share_one_launch_and_reports_keep_the_order_of_engines(
    open_bench: Make, clip: Path
) -> None:
    bench = open_bench(first=OBEDIENT, second=OBEDIENT)
    heard: list[str] = []
    verdicts = [bench.check(clip, on_stage=heard.append) for _ in range(4)]
    for verdict in verdicts:
        assert [report.engine.name for report in verdict.reports] == ["first", "second"]
        assert outcomes(verdict.reports) == [Outcome.UNSUPPORTED] * 2
        assert verdict.ladder is Ladder.NOT_PLAYED
        assert verdict.summary == "Not played: no engine here can decode H.264."
    assert bench.launches == {"first": 1, "second": 1}
    assert heard[:4] == ["First: type", "First: play", "Second: type", "Second: play"]


def test_a_file_over_which_the_engine_died_is_played_again_in_a_new_one(
    open_bench: Make, clip: Path
) -> None:
    bench = open_bench(fake=DIES_IN_THE_SECOND)
    verdicts = [bench.check(clip) for _ in range(3)]
    assert [verdict.reports[0].attempts for verdict in verdicts] == [1, 2, 2]
    assert [outcomes(verdict.reports) for verdict in verdicts] == [[Outcome.UNSUPPORTED]] * 3
    assert "ended by itself the first time" in verdicts[1].reports[0].messages[-1]
    assert bench.launches == {"fake": 3}  # the third file is the second of the second engine


def test_an_engine_that_dies_each_time_says_so_and_the_others_play_on(
    open_bench: Make, clip: Path
) -> None:
    bench = open_bench(bad=DIES_ALWAYS, good=OBEDIENT)
    for _ in range(2):
        bad, good = bench.check(clip).reports
        assert (bad.outcome, bad.attempts) == (Outcome.NO_REPORT, 2)
        assert bad.reason == "The engine ended by itself at stage 'play': no memory"
        assert [step.name.value for step in bad.steps] == ["type", "play"]
        assert good.outcome is Outcome.UNSUPPORTED
    assert bench.launches == {"bad": 4, "good": 1}


def test_an_engine_that_hangs_loses_this_file_only(
    open_bench: Make, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "SILENCE_S", 1.0)
    bench = open_bench(fake=STOPS_IN_THE_SECOND)
    verdicts = [bench.check(clip) for _ in range(3)]
    assert [outcomes(verdict.reports)[0] for verdict in verdicts] == [
        Outcome.UNSUPPORTED, Outcome.NO_REPORT, Outcome.UNSUPPORTED,
    ]  # fmt: skip
    assert verdicts[1].reports[0].attempts == 1
    assert verdicts[1].summary.startswith("Not played: no answer from Fake 1 (Nothing was heard")


def test_a_missing_program_is_not_tested_and_never_green(clip: Path, tmp_path: Path) -> None:
    identity = EngineIdentity("gone", "Gone", "1")
    gone = Engine(identity, EngineKind.EMBEDDED, (str(tmp_path / "gone"),))
    verdict = check_file(clip, engines=[gone])
    assert outcomes(verdict.reports) == [Outcome.NOT_TESTED]
    assert verdict.reports[0].reason.startswith("Gone could not be started.")
    assert verdict.ladder is verdict.reports[0].ladder is Ladder.NOT_PLAYED
    assert describe_engines([gone], ["video/mp4"]) == {}


def test_doubtful_outcomes_are_played_again_patiently_and_alone(
    open_bench: Make, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def doubtful(report: PlaybackReport, _page: PageReport) -> bool:
        return report.engine.name == "slow" and report.attempts == 1

    monkeypatch.setattr(trials, "is_doubtful", doubtful)
    log = tmp_path / "log"
    program = f"""
def play(plan):
    for word in ("begin", "end"):
        with open({str(log)!r}, "a") as out:
            out.write(f"{{sys.argv[0][-7:-3]}} {{word}} {{plan['rate']}}\\n")
        stage("play")
    final()
serve(play)
"""
    bench = open_bench(parallel=2, slow=program, fast=program)
    slow, fast = bench.check(clip).reports
    assert (slow.attempts, fast.attempts) == (2, 1)
    lines = log.read_text().splitlines()
    assert len(lines) == 6
    assert [line.split()[:2] for line in lines[-2:]] == [["slow", "begin"], ["slow", "end"]]
    assert float(lines[-1].split()[2]) < float(lines[0].split()[2])
    assert bench.launches == {"slow": 1, "fast": 1}


MEETING = """
def play(plan):
    stage("play")
    open("{mine}", "w").close()
    while not os.path.exists("{other}"):
        time.sleep(0.01)
    final()
serve(play)
"""


def test_engines_play_at_the_same_time_where_that_is_wanted(
    open_bench: Make, clip: Path, tmp_path: Path
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    bench = open_bench(
        parallel=2,
        first=MEETING.format(mine=one, other=two),
        second=MEETING.format(mine=two, other=one),
    )
    verdict = bench.check(clip, time_limit_s=20)
    assert outcomes(verdict.reports) == [Outcome.UNSUPPORTED] * 2


SLOW = """
def play(plan):
    stage("play")
    time.sleep(60)
serve(play)
"""


def test_cancelling_ends_what_plays_and_asks_nobody_else(
    open_bench: Make, clip: Path, tmp_path: Path
) -> None:
    bench, cancel = open_bench(first=SLOW, second=OBEDIENT), threading.Event()
    started = time.monotonic()
    verdict = bench.check(clip, cancel=cancel, on_stage=lambda _: cancel.set())
    assert time.monotonic() - started < 20
    assert outcomes(verdict.reports) == [Outcome.NOT_TESTED] * 2
    assert verdict.ladder is Ladder.NOT_PLAYED
    assert bench.launches == {"first": 1, "second": 0}
    assert not leftovers(tmp_path)


def test_a_call_that_waits_for_its_turn_can_be_cancelled(
    open_bench: Make, clip: Path, tmp_path: Path
) -> None:
    pids = tmp_path / "pids"
    bench, cancels = open_bench(fake=note(pids) + SLOW), [threading.Event() for _ in range(2)]
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(bench.check, clip, cancel=cancels[0])
        until(pids.exists)
        second = pool.submit(bench.check, clip, cancel=cancels[1])
        cancels[1].set()
        assert outcomes(second.result(10).reports) == [Outcome.NOT_TESTED]
        assert not first.done()
        cancels[0].set()
        assert outcomes(first.result(10).reports) == [Outcome.NOT_TESTED]
    assert bench.launches == {"fake": 1}


def test_closing_ends_a_check_in_another_thread(
    open_bench: Make, clip: Path, tmp_path: Path
) -> None:
    pids = tmp_path / "pids"
    bench = open_bench(fake=note(pids) + SLOW)
    with ThreadPoolExecutor(1) as pool:
        check = pool.submit(bench.check, clip)
        until(pids.exists)
        bench.close()
        assert outcomes(check.result(10).reports) == [Outcome.NOT_TESTED]
    bench.close()
    assert not leftovers(tmp_path)
    with pytest.raises(EngineError, match="closed"):
        bench.check(clip)
    with pytest.raises(EngineError, match="closed"):
        bench.describe(["video/mp4"])


def test_an_interrupted_caller_leaves_no_engine_playing(
    open_bench: Make, clip: Path, tmp_path: Path
) -> None:
    def interrupt(_stage: str) -> None:
        raise KeyboardInterrupt

    bench = open_bench(fake=SLOW)
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        bench.check(clip, on_stage=interrupt)
    assert time.monotonic() - started < 20
    assert not leftovers(tmp_path)


def test_a_file_that_cannot_be_read_launches_nothing_and_harms_nobody(
    open_bench: Make, clip: Path, tmp_path: Path
) -> None:
    bench = open_bench(fake=OBEDIENT)
    text = tmp_path / "text.mp4"
    text.write_text("no media at all, but long enough to be read as boxes")
    for path in (text, tmp_path / "gone.mp4"):
        with pytest.raises((SegmentError, InputError)):
            bench.check(path)
    assert bench.launches == {}
    assert outcomes(bench.check(clip).reports) == [Outcome.UNSUPPORTED]


def test_types_are_asked_in_the_same_engine(open_bench: Make, clip: Path) -> None:
    program = """
def play(plan):
    final(types={mime: "webm" in mime for mime in plan.get("mimes", ())})
serve(play)
"""
    bench = open_bench(fake=program, silent="os._exit(0)")
    bench.check(clip)
    asked = ["video/webm", "video/mp4"]
    assert bench.describe(asked) == {"fake": {"video/webm": True, "video/mp4": False}}
    assert bench.launches["fake"] == 1


def test_without_engines_nothing_is_played(clip: Path) -> None:
    with Bench(()) as bench:
        assert bench.check(clip).ladder is Ladder.NOT_PLAYED
