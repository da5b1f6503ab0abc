"""``queue`` on the command line: the same file as the window's, saved before it is said."""

import dataclasses
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rich.console import Console

from studio import paths
from studio.batch.estimate import Outlook
from studio.batch.journal import Journal, JournalError
from studio.batch.lock import QueueLock
from studio.batch.model import JobSettings, QueuedJob, QueueNotice
from studio.batch.volumes import Volumes
from studio.cli import queue, queue_show
from studio.cli.commands import main
from studio.cli.interruption import interruption
from studio.presets.store import PresetStore
from studio.transcode.model import JobOutcome, JobState, Progress

MakeClip = Callable[..., Path]
Json = dict[str, object]
COPY = ("--preset", "mp4-copy")
needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


@pytest.fixture
def clip(make_clip: MakeClip, tmp_path: Path) -> Path:
    """A film of 0.4 s, in a folder of its own."""
    made = make_clip("cli-queue", size="64x36", seconds=0.4)
    path = tmp_path / "in" / "film.mp4"
    path.parent.mkdir()
    path.write_bytes(made.read_bytes())
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


class Cli:
    """Runs commands in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.stderr = ""

    def __call__(self, *arguments: object, status: int = 0) -> str:
        found = main(["queue", *map(str, arguments)])
        stdout, self.stderr = self._capsys.readouterr()
        assert found == status, (stdout, self.stderr)
        return stdout

    def json(self, *arguments: object, status: int = 0) -> list[Json]:
        return [json.loads(line) for line in self(*arguments, "--json", status=status).splitlines()]

    def states(self) -> list[object]:
        return [job["state"] for job in self.json("list")]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(capsys)


def saved_states() -> dict[str, str]:
    """What is in the file itself, read by another connection."""
    with sqlite3.connect(paths.user_data_dir() / "queue.db") as other:
        return dict(other.execute("SELECT id, state FROM jobs"))


def test_an_added_job_is_listed_and_runs(cli: Cli, clip: Path, out: Path) -> None:
    (added,) = cli.json("add", clip, *COPY, "-o", out)
    assert (added["state"], added["source"]) == ("waiting", str(clip))
    assert [job["job"] for job in cli.json("list")] == [added["job"]]
    cli("run")
    (done,) = cli.json("list")
    assert (done["state"], done["output"]) == ("done", str(out / "film.mp4"))
    assert done["output_bytes"] == (out / "film.mp4").stat().st_size


def test_an_id_is_printed_only_when_its_job_is_in_the_file(
    cli: Cli, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    monkeypatch.setattr(queue, "print_json", lambda job: seen.append(job["job"] in saved_states()))
    cli("add", clip, clip, *COPY, "--json")
    assert seen == [True, True]


@pytest.mark.expects_log_warnings
def test_a_job_that_could_not_be_saved_has_no_id_printed(
    cli: Cli, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise JournalError("Could not save the queue (disk full).")

    monkeypatch.setattr(Journal, "insert", fails)
    stdout = cli("add", clip, *COPY, status=1)
    assert stdout == ""
    assert "Could not save the queue (disk full)." in cli.stderr


@pytest.mark.expects_log_warnings
def test_a_queue_of_a_newer_program_is_left_alone(cli: Cli, clip: Path) -> None:
    file = paths.user_data_dir() / "queue.db"
    cli("list")
    with sqlite3.connect(file) as other:
        other.execute("PRAGMA user_version = 999")
    other.close()
    before = file.read_bytes()
    assert cli("add", clip, *COPY, status=1) == ""
    assert "newer version" in cli.stderr
    assert file.read_bytes() == before


def test_files_that_cannot_be_used_do_not_keep_the_others_out(
    cli: Cli, clip: Path, tmp_path: Path
) -> None:
    text = tmp_path / "text.mp4"
    text.write_text("not a film\n" * 200)
    stdout = cli("add", text, "nowhere.mp4", clip, *COPY, status=1)
    assert "film.mp4" in stdout
    assert "text.mp4" in cli.stderr
    assert "nowhere.mp4" in cli.stderr
    assert len(cli.json("list")) == 1


def test_the_recipe_and_the_output_rule_are_kept(cli: Cli, clip: Path, out: Path) -> None:
    (added,) = cli.json(
        "add", clip, "--preset", "webm-vp8-vorbis", "-o", out, "--mirror", clip.parent.parent,
        "--name", "{parent}-{name}-{height}p-{counter:02}", "--set", "height=20",
        "--gop-frames", "7",
    )  # fmt: skip
    assert added["output"] == str(out / "in" / "in-film-20p-01.webm")


def test_folders_are_kept_whole(
    cli: Cli, clip: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(out.parent)
    cli("add", Path("in") / "film.mp4", *COPY, "-o", "out")
    monkeypatch.chdir(clip.parent)
    cli("run")
    assert [path.name for path in out.iterdir()] == ["film.mp4"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--name", "{nmae}"), "There is no field {nmae}"),
        (("--mirror", "/"), "needs a folder"),
        (("--set", "height=0"), "height"),
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_is_added(
    cli: Cli, clip: Path, options: tuple[str, str], words: str
) -> None:
    cli("add", clip, *COPY, *options, status=1)
    assert words in cli.stderr
    assert cli.json("list") == []


def test_run_prints_the_events_of_each_job(cli: Cli, clip: Path, out: Path) -> None:
    ids = [job["job"] for job in cli.json("add", clip, clip, *COPY, "-o", out)]
    events = cli.json("run", "-j", "1")
    for job_id in ids:
        mine = [event for event in events if event["job"] == job_id]
        states = [event["state"] for event in mine if event["event"] == "state"]
        assert states == ["waiting", "running", "verifying"]
        assert mine[-1]["event"] == "result"
        assert mine[-1]["state"] == "done"
        progress = [event for event in mine if event["event"] == "progress"]
        assert progress
        assert {event["output"] for event in progress} == {mine[-1]["output"]}
    assert sorted(path.name for path in out.iterdir()) == ["film (2).mp4", "film.mp4"]


def test_a_state_is_printed_only_when_it_is_in_the_file(
    cli: Cli, clip: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (job,) = cli.json("add", clip, *COPY, "-o", out)
    seen: list[tuple[object, str]] = []
    monkeypatch.setattr(
        queue_show,
        "print_json",
        lambda event: seen.append((event, saved_states()[str(job["job"])])),
    )
    cli("run", "--json")
    told = [(event["state"], saved) for event, saved in seen if event["event"] != "progress"]  # type: ignore[index]
    assert told[0] == ("waiting", "waiting")
    assert told[-1] == ("done", "done")
    assert all(state == saved for state, saved in told)


def test_one_failure_makes_the_status_1_and_the_rest_is_done(
    cli: Cli, clip: Path, out: Path
) -> None:
    gone = clip.with_name("gone.mp4")
    gone.write_bytes(clip.read_bytes())
    cli("add", gone, clip, *COPY, "-o", out)
    gone.unlink()
    stdout = cli("run", status=1)
    assert "gone.mp4" in stdout
    assert cli.states() == ["failed", "done"]
    assert [path.name for path in out.iterdir()] == ["film.mp4"]


def test_a_failed_job_runs_again_when_told(cli: Cli, clip: Path, out: Path) -> None:
    (job,) = cli.json("add", clip, *COPY, "-o", out)
    moved = clip.rename(clip.with_name("moved.mp4"))
    cli("run", status=1)
    moved.rename(clip)
    (again,) = cli.json("retry", str(job["job"])[:6])
    assert again["state"] == "waiting"
    cli("run")
    assert cli.states() == ["done"]


def test_retry_without_ids_takes_what_failed_and_leaves_what_is_done(
    cli: Cli, clip: Path, out: Path
) -> None:
    gone = clip.with_name("gone.mp4")
    gone.write_bytes(clip.read_bytes())
    cli("add", gone, clip, *COPY, "-o", out)
    gone.unlink()
    cli("run", status=1)
    assert len(cli.json("retry")) == 1
    assert cli.states() == ["waiting", "done"]


def test_skipped_files_are_no_failure(cli: Cli, clip: Path, out: Path) -> None:
    (out / "film.mp4").write_bytes(b"mine")
    (job,) = cli.json("add", clip, *COPY, "-o", out, "--collision", "skip")
    assert job["state"] == "cancelled"
    cli("run")
    assert (out / "film.mp4").read_bytes() == b"mine"


def test_a_job_that_must_be_asked_about_waits_for_all(cli: Cli, clip: Path, out: Path) -> None:
    (out / "film.mp4").write_bytes(b"mine")
    (job,) = cli.json("add", clip, *COPY, "-o", out, "--collision", "ask")
    assert (job["state"], job["hold"]) == ("on_hold", "target_exists")
    assert cli.json("retry") == []
    (out / "film.mp4").unlink()
    assert [job["state"] for job in cli.json("retry", "--all")] == ["waiting"]


def test_clear_takes_out_what_is_done_and_leaves_files(cli: Cli, clip: Path, out: Path) -> None:
    cli("add", clip, *COPY, "-o", out)
    cli("run")
    cli("add", clip, *COPY, "-o", out)
    assert cli("clear") == "Removed 1 job.\n"
    assert cli.states() == ["waiting"]
    assert [job["state"] for job in cli.json("clear", "--all")] == ["removed"]
    assert cli.states() == []
    assert [path.name for path in out.iterdir()] == ["film.mp4"]
    assert clip.exists()


def test_remove_takes_the_beginning_of_an_id(cli: Cli, clip: Path) -> None:
    first, second = cli.json("add", clip, clip, *COPY)
    cli("remove", str(first["job"])[:10])
    assert [job["job"] for job in cli.json("list")] == [second["job"]]


@pytest.mark.parametrize("wanted", ["zzzz", "", "%"])
def test_an_unknown_id_removes_nothing(cli: Cli, clip: Path, wanted: str) -> None:
    cli("add", clip, *COPY)
    cli("remove", wanted, status=1)
    assert "There is no job" in cli.stderr
    assert cli.states() == ["waiting"]


def test_an_export_can_be_imported_again(cli: Cli, clip: Path, out: Path, tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    cli("add", clip, clip, "--preset", "mp4-h264-aac", "-o", out, "--set", "crf=30")
    assert cli("export", file) == f"Exported 2 jobs to {file}.\n"
    cli("clear", "--all")
    assert [job["preset"] for job in cli.json("import", file)] == ["mp4-h264-aac"] * 2
    assert cli.states() == ["waiting", "waiting"]


def test_an_imported_job_is_read_when_it_runs_and_tells_each_state_once(
    cli: Cli, clip: Path, out: Path, tmp_path: Path
) -> None:
    file = tmp_path / "kept.json"
    cli("add", clip, *COPY, "-o", out)
    cli("export", file)
    cli("clear", "--all")
    (job,) = cli.json("import", file)
    assert job["output"] is None
    events = [event for event in cli.json("run") if event["event"] != "progress"]
    assert [event["state"] for event in events] == ["waiting", "running", "verifying", "done"]
    assert events[-1]["output"] == str(out / "film.mp4")


def test_an_export_replaces_no_file_unasked(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    file.write_text("mine")
    cli("export", file, status=1)
    assert file.read_text() == "mine"
    cli("export", file, "--replace")
    assert json.loads(file.read_text())["jobs"] == []


def test_importing_nonsense_changes_nothing(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    file.write_text("{}")
    cli("import", file, status=1)
    assert "not an exported queue" in cli.stderr
    cli("import", tmp_path / "nowhere.json", status=1)
    assert cli.states() == []


@pytest.mark.parametrize("action", ["list", "run", "clear"])
def test_a_queue_in_use_is_refused_in_one_sentence(cli: Cli, action: str) -> None:
    lock = QueueLock(paths.user_data_dir() / "queue.db")
    lock.require()
    try:
        assert cli(action, status=1) == ""
    finally:
        lock.release()
    assert cli.stderr.startswith("mse-studio: The queue is in use by another MSE Studio.\n")
    assert cli(action) is not None


def test_a_command_that_fails_closes_the_queue_cleanly(cli: Cli, clip: Path) -> None:
    cli("add", clip, *COPY)
    cli("remove", "nothing", status=1)
    cli("list")
    assert cli.stderr == ""


def test_jobs_for_a_blocked_volume_do_not_keep_the_command_waiting(
    cli: Cli, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli("add", clip, *COPY)
    monkeypatch.setattr(Volumes, "is_blocked", lambda *_: True)
    cli("run", status=1)
    assert cli.states() == ["waiting"]


def test_an_empty_queue_is_run_at_once(cli: Cli) -> None:
    assert cli.json("run") == []


# -- bars ----------------------------------------------------------------------------


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """A terminal that is wide enough, instead of stderr."""
    made = io.StringIO()
    console = Console(file=made, force_terminal=True, width=160, height=30)
    monkeypatch.setattr(queue_show, "stderr_console", lambda: console)
    return made


@pytest.fixture
def job(store: PresetStore) -> QueuedJob:
    settings = JobSettings(store.get("mp4-copy"))
    return QueuedJob("a" * 32, Path("/in/[b]film.mp4"), settings, JobState.RUNNING)


def test_bars_show_what_runs_and_what_is_left(screen: io.StringIO, job: QueuedJob) -> None:
    with queue_show.BarShow(bars=True) as show:
        show.begin(2)
        show.state(job)
        show.progress(job, Progress(0.5, 1, 1, 1, 2.0, 3.0))
        show.outlook(Outlook(60, 90))
    drawn = screen.getvalue()
    assert "[b]film.mp4" in drawn
    assert "50%" in drawn
    assert "2.0x" in drawn
    assert "0 of 2, 1:00 to 1:30 left" in drawn


def test_each_end_is_a_line_and_its_bar_goes(
    screen: io.StringIO, job: QueuedJob, capsys: pytest.CaptureFixture[str]
) -> None:
    warned = JobState.DONE_WITH_WARNINGS
    outcome = JobOutcome(warned, Path("/out/x.mp4"), warnings=("2 errors",))
    with queue_show.BarShow(bars=True) as show:
        show.begin(1)
        show.state(job)
        show.ended(dataclasses.replace(job, state=warned, outcome=outcome))
    assert "film" not in screen.getvalue().splitlines()[-1]
    assert capsys.readouterr().out.splitlines() == [
        "aaaaaaaa  done with warnings  /in/[b]film.mp4 -> /out/x.mp4",
        "  warning: 2 errors",
    ]


def test_a_notice_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    notices = queue.Notices()
    for what in ("Full.", "Full.", "", "Full."):
        notices.tell(QueueNotice("disk", what, "Free some."))
    assert capsys.readouterr().err == "mse-studio: Full.\n  Free some.\n"


# -- signals -------------------------------------------------------------------------


@pytest.fixture
def heeding() -> Iterator[None]:
    """Children started now heed SIGINT, even where this run was started to ignore it."""
    previous = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, previous)


def running(long: Path, out: Path, cli: Cli) -> "subprocess.Popen[str]":
    """Start a run whose job takes long, and wait until it moves."""
    cli("add", long, "--preset", "mp4-av1-opus", "--set", "speed=slow", "-o", out)
    process = subprocess.Popen(
        [sys.executable, "-m", "studio", "queue", "run", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=paths.self_environment(),
    )
    assert process.stdout is not None
    for line in process.stdout:
        if json.loads(line)["event"] == "progress":
            return process
    raise AssertionError(process.communicate())


@needs_signals
@pytest.mark.usefixtures("heeding")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_stops_gracefully_and_the_job_waits_again(
    cli: Cli, make_clip: MakeClip, out: Path, name: str
) -> None:
    long = make_clip("cli-queue-long", seconds=30, size="640x360")
    process = running(long, out, cli)
    os.kill(process.pid, getattr(signal, name))
    rest, problems = process.communicate(timeout=60)
    assert process.returncode == 130
    assert problems == ""
    assert json.loads(rest.splitlines()[-1])["state"] == "waiting"
    assert list(out.iterdir()) == []
    assert cli.states() == ["waiting"]
    assert cli.stderr == ""


@needs_signals
def test_after_a_kill_the_job_is_interrupted_and_that_is_said_once(
    cli: Cli, make_clip: MakeClip, out: Path
) -> None:
    process = running(make_clip("cli-queue-long", seconds=30, size="640x360"), out, cli)
    process.kill()
    process.communicate(timeout=60)
    assert cli.states() == ["interrupted"]
    assert "MSE Studio closed unexpectedly." in cli.stderr
    assert list(out.iterdir()) == []
    cli("list")
    assert cli.stderr == ""


@needs_signals
def test_a_signal_that_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with interruption() as noted:
            os.kill(os.getpid(), signal.SIGHUP)
            os.kill(os.getpid(), signal.SIGTERM)
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        assert noted.came()
    finally:
        signal.signal(signal.SIGHUP, before)


@needs_signals
def test_what_a_script_put_into_the_background_hears_an_interruption() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with interruption() as noted:
            os.kill(os.getpid(), signal.SIGINT)
        assert noted.came()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
