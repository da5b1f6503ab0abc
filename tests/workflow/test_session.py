"""A session keeps its engine open, and survives all that an engine can do; with small programs."""

import os
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from studio import paths
from studio.errors import EngineError
from studio.server.app import MediaServer
from studio.verdict.browsers import Engine, EngineKind
from studio.verdict.model import EngineIdentity, StepName, StepState
from studio.workflow import session as sessions
from studio.workflow.heard import PageRun
from studio.workflow.session import EngineSession
from tests.workflow.fake_engines import OBEDIENT, fake_engine, leftovers, profiles, until

pytestmark = pytest.mark.skipif(os.name != "posix", reason="engines made of scripts")

LIMIT_S = 20.0


@pytest.fixture(scope="module")
def server() -> Iterator[MediaServer]:
    with MediaServer(paths.resources_dir() / "player") as running:
        yield running


@pytest.fixture(autouse=True)
def _engines_keep_their_folders_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


@pytest.fixture
def open_session(server: MediaServer, tmp_path: Path) -> Iterator[Callable[..., EngineSession]]:
    """Open sessions of fake engines; nothing of them may be left at the end."""
    opened: list[EngineSession] = []

    def make(program: str, **options: float) -> EngineSession:
        engine = fake_engine(tmp_path, program)
        opened.append(EngineSession(engine, server, **options))  # type: ignore[arg-type]
        return opened[-1]

    yield make
    for one in opened:
        one.close()
    assert not leftovers(tmp_path)
    assert not profiles(tmp_path)
    assert not server._runs._runs


Open = Callable[..., EngineSession]


def play(session: EngineSession, **options: object) -> PageRun:
    """Play once, with a limit that a busy machine does not reach."""
    options.setdefault("time_limit_s", LIMIT_S)
    return session.play({}, **options)  # type: ignore[arg-type]


def test_one_launch_serves_run_after_run(open_session: Open) -> None:
    session = open_session(OBEDIENT)
    runs = [play(session) for _ in range(5)]
    assert [run.stages for run in runs] == [("type", "play")] * 5
    assert len({run.report.user_agent for run in runs if run.report}) == 1
    assert session.launches == 1


def test_an_engine_is_launched_anew_after_many_files(open_session: Open) -> None:
    session = open_session(OBEDIENT, most_files=2)
    runs = [play(session) for _ in range(5)]
    assert all(run.report for run in runs)
    assert session.launches == 3


def test_a_fresh_run_has_an_engine_of_its_own(open_session: Open) -> None:
    session = open_session(OBEDIENT)
    first, second = play(session), play(session, fresh=True)
    assert first.report is not None
    assert second.report is not None
    assert first.report.user_agent != second.report.user_agent


def test_a_resting_engine_is_ended_and_launched_again(open_session: Open, tmp_path: Path) -> None:
    session = open_session(OBEDIENT, idle_s=0.2)
    play(session)
    session.rest()
    until(lambda: not leftovers(tmp_path))
    assert play(session).report is not None
    assert session.launches == 2


DIES_ONCE = """
def play(plan):
    stage("type")
    if plays == 1:
        print("out of memory", flush=True)
        os._exit(1)
    final()
serve(play)
"""


def test_a_death_costs_one_run_and_is_told_with_place_and_last_words(open_session: Open) -> None:
    session = open_session(DIES_ONCE)
    runs = [play(session) for _ in range(3)]
    assert [run.died for run in runs] == [False, True, False]
    assert runs[1].reason == "The engine ended by itself at stage 'type': out of memory"
    (step,) = runs[1].steps
    assert (step.name, step.state, step.detail) == (
        StepName.TYPE, StepState.FAILED, runs[1].reason,
    )  # fmt: skip
    assert session.launches == 2


def test_an_engine_that_died_between_two_runs_costs_none(open_session: Open) -> None:
    session = open_session(OBEDIENT)
    play(session)
    assert session.running is not None
    os.kill(session.running.pid, signal.SIGKILL)
    assert play(session).report is not None
    assert session.launches == 2


def test_a_page_that_does_not_go_on_costs_no_run(
    open_session: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "FOLLOW_S", 0.5)
    session = open_session("stage('type'); final(); time.sleep(60)")
    runs = [play(session) for _ in range(2)]
    assert all(run.report for run in runs)
    assert session.launches == 2


STOPS_ONCE = """
def play(plan):
    stage("type"); stage("play", 500)
    if plays == 1:
        os.kill(os.getpid(), signal.SIGSTOP)
    final()
serve(play)
"""


def test_a_stopped_engine_is_given_up_and_the_next_run_is_played(
    open_session: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "SILENCE_S", 1.0)
    session = open_session(STOPS_ONCE)
    runs = [play(session) for _ in range(3)]
    assert [run.report is not None for run in runs] == [True, False, True]
    assert runs[1].reason == "Nothing was heard for 1 s at stage 'play'."
    assert not runs[1].died
    assert [(step.name, step.state) for step in runs[1].steps] == [
        (StepName.TYPE, StepState.DONE), (StepName.PLAY, StepState.FAILED),
    ]  # fmt: skip
    assert runs[1].steps[0].milliseconds == 500


def test_the_time_limit_holds_for_a_page_that_never_comes_to_an_end(open_session: Open) -> None:
    session = open_session("while True:\n    post({'event': 'playing'})\n    time.sleep(0.05)")
    started = time.monotonic()
    run = play(session, time_limit_s=1)
    assert run.reason == "No final report within 1 s."
    assert time.monotonic() - started < 10


def test_an_engine_that_never_speaks_is_given_up(
    open_session: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "FIRST_REPORT_S", 0.5)
    run = play(open_session("time.sleep(60)"))
    assert (run.report, run.steps) == (None, ())
    assert "Nothing was heard" in run.reason


def test_cancelling_ends_the_engine_at_once(open_session: Open, tmp_path: Path) -> None:
    cancel = threading.Event()
    session = open_session("stage('play'); time.sleep(60)")
    started = time.monotonic()
    run = play(session, on_stage=lambda _: cancel.set(), is_cancelled=cancel.is_set)
    assert run.stopped
    assert run.reason == "The check was cancelled."
    assert time.monotonic() - started < 20
    assert not leftovers(tmp_path)
    assert play(session, is_cancelled=cancel.is_set).stopped
    assert session.launches == 1


def test_a_program_that_is_not_there_leaves_nothing(server: MediaServer, tmp_path: Path) -> None:
    identity = EngineIdentity("gone", "Gone")
    engine = Engine(identity, EngineKind.EMBEDDED, (str(tmp_path / "gone"),))
    with EngineSession(engine, server) as session, pytest.raises(EngineError, match="Gone"):
        play(session)
    assert not server._runs._runs
    assert not profiles(tmp_path)


def test_a_listener_that_fails_ends_the_engine(open_session: Open, tmp_path: Path) -> None:
    def fail(_stage: str) -> None:
        raise ValueError("of the caller")

    session = open_session(OBEDIENT)
    with pytest.raises(ValueError, match="of the caller"):
        play(session, on_stage=fail)
    assert not leftovers(tmp_path)
    assert play(session).report is not None


def test_the_picture_comes_with_the_report(open_session: Open) -> None:
    program = """
def play(plan):
    stage("play")
    post({"event": "picture", "jpeg": "made up", "time_s": 1.0, "width": 3, "height": 2})
    send(b"\\xff\\xd8\\xff\\xe0seen", "time_ms=2500&width=30&height=20")
    final()
serve(play)
"""
    picture = play(open_session(program)).picture
    assert picture is not None
    assert (picture.jpeg, picture.time_s) == (b"\xff\xd8\xff\xe0seen", 2.5)
    assert (picture.width, picture.height) == (30, 20)
