"""A support bundle tells all about a fault and nothing about whose files they are."""

import json
import os
import shutil
import socket
import zipfile
from pathlib import Path

import pytest

from studio.batch.bundle import hidden_log, make_bundle
from studio.batch.hiding import Hider
from studio.errors import OutputError
from studio.settings import Settings
from studio.transcode.joblog import JobLog
from studio.workflow.deliver import finish
from tests.conftest import ClipFactory
from tests.transcode.conftest import EventLog, Studio, events, studio

__all__ = ["events", "studio"]
VERSIONS = {"MSE Studio": "0.1.0", "ffmpeg": "9.0"}
USER = "ottilie"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of a user of this name."""
    folder = tmp_path / "home" / USER
    folder.mkdir(parents=True)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name in ("LOGNAME", "USER", "USERNAME"):
        monkeypatch.setenv(name, USER)
    return folder


def texts(bundle: Path) -> dict[str, str]:
    with zipfile.ZipFile(bundle) as file:
        assert file.testzip() is None
        return {name: file.read(name).decode("utf-8") for name in file.namelist()}


FOLDERS = ["plain", "with space", "it's", "tab\there", "новый é", "a'b\"c d", "..secret"]


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("hide_names", [False, True])
def test_no_place_of_a_real_job_is_left(
    studio: Studio, events: EventLog, make_clip: ClipFactory, home: Path, tmp_path: Path, name: str,
    hide_names: bool,
) -> None:  # fmt: skip
    folder = home / name / "Wedding 2024"
    folder.mkdir(parents=True)
    source = folder / "Anna & Boris.mp4"
    shutil.copyfile(make_clip("job-small.mp4", size="64x36", seconds=1), source)
    log_file = tmp_path / "logs" / "job-1.log"
    plan = studio.plan(source, "webm-vp8-vorbis")
    target = folder / "done.webm"
    studio.job(plan, target, events=events, finish=finish, log_file=log_file).run()
    assert events.outcome.state.is_success
    bundle = make_bundle(
        tmp_path / "help.zip", [log_file], versions=VERSIONS, settings=Settings(),
        hide_names=hide_names,
    )  # fmt: skip
    text = texts(bundle)["jobs/job-1.log"]
    assert "-c:v libvpx" in text
    assert "ended: done" in text
    for private in (USER, str(home), name, "Wedding", str(tmp_path)):
        assert private not in text, private
    assert ("Anna" in text) is not hide_names
    assert text.count("<home>") >= 5


def test_the_same_part_has_the_same_placeholder(home: Path) -> None:
    one, two = home / "Films" / "a.mp4", home / "Films" / "Raw" / "b.mp4"
    said = Hider([one, two]).hide(f"{one} {two}").replace(os.sep, "/")
    assert said == "<home>/<folder-1>/a.mp4 <home>/<folder-1>/<folder-2>/b.mp4"


def test_a_name_is_hidden_in_whatever_is_made_of_it(home: Path) -> None:
    path = home / "Films" / "Anna.mp4"
    hider = Hider([path], hide_names=True)
    part = path.with_name(".Anna.webm.part-1")
    assert (
        hider.hide(f"'file:{part}'")
        == f"'file:<home>{os.sep}<folder-1>{os.sep}.<file-1>.webm.part-1'"
    )
    assert hider.hide("Anna.mp4 was not found.") == "<file-1>.mp4 was not found."


def test_homes_and_users_nobody_named_are_hidden_too(home: Path) -> None:
    hider = Hider([])
    said = hider.hide(
        f"open /home/somebody/x.mp4, {home}/secret/y.mp4, C:\\Users\\Eve\\z by {USER}"
    )
    assert said == "open <home>/<hidden> <home>/<hidden> <home>\\<hidden> by <user>"


def test_the_name_of_the_machine_is_hidden(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "studio-7")
    assert Hider([home / "a"]).hide("on studio-7.") == "on <user>."


def test_settings_lose_their_places_and_commands(home: Path, tmp_path: Path) -> None:
    settings = Settings(
        output_dir=str(home / "Results"),
        ffmpeg_path="/srv/tools of mine/ffmpeg",
        when_done_command=("curl", "-H", "token: secret"),
    )
    bundle = make_bundle(tmp_path / "b.zip", [], versions=VERSIONS, settings=settings)
    text = texts(bundle)["settings.json"]
    told = json.loads(text)
    assert told["when_done_command"] == ["<command>"]
    assert told["preset_id"] == settings.preset_id
    for private in ("Results", "mine", "secret", USER):
        assert private not in text


def test_a_missing_log_is_named_as_such(tmp_path: Path) -> None:
    bundle = make_bundle(
        tmp_path / "b.zip", [tmp_path / "gone.log"], versions=VERSIONS, settings=Settings()
    )
    assert "no log of job gone" in texts(bundle)["about.txt"]
    assert "ffmpeg 9.0" in texts(bundle)["about.txt"]
    with pytest.raises(OutputError, match="cannot be read"):
        hidden_log(tmp_path / "gone.log")


def test_a_log_can_be_copied_without_its_places(home: Path, tmp_path: Path) -> None:
    log = JobLog(tmp_path / "a.log")
    log.line(f"source: {home / 'Films' / 'a.mp4'} (12 bytes)")
    log.line(f"Error opening input file file:{home / 'Films' / 'a.mp4'}.")
    log.close()
    text = hidden_log(tmp_path / "a.log")
    assert text.count(f"<home>{os.sep}<folder-1>{os.sep}a.mp4") == 2
    assert "Films" not in text


def test_a_bundle_that_cannot_be_written_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="does not exist"):
        make_bundle(tmp_path / "no" / "b.zip", [], versions=VERSIONS, settings=Settings())
    (tmp_path / "b.zip").mkdir()
    with pytest.raises(OutputError):
        make_bundle(tmp_path / "b.zip", [], versions=VERSIONS, settings=Settings())
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []
