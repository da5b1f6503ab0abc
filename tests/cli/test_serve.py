"""``serve``: what it prints can be reached by other programs, and Ctrl-C leaves nothing behind."""

import argparse
import asyncio
import dataclasses
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import psutil
import pytest

from studio import paths
from studio.cli import serve, serve_options, serve_source, serve_watch
from studio.cli.commands import main
from studio.cli.serve_shapes import print_served
from studio.cli.serve_streams import Serving
from studio.segments.manifests import read_presentation
from studio.segments.reader import read_segment_map
from studio.streams.names import StreamAddress, StreamKind
from studio.streams.status import StreamState, StreamStatus, ViewerStatus
from studio.transcode.tools import Ffmpeg
from studio.verdict.examine import examine
from studio.verdict.model import Severity
from tests.conftest import X264, ClipFactory

LIMIT_S = 60
FRAMES = 50
"""Of the MP4: 2 s at 25 frames a second."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


@dataclass
class Served:
    """A run of ``serve --json``: its process, what it printed, and its folders."""

    process: "subprocess.Popen[str]"
    told: dict[str, Any]
    temporary: Path
    source: Path
    recording: Path
    folder: Path

    def file(self, name: str) -> dict[str, Any]:
        (found,) = [one for one in self.told["files"] if one["name"] == name]
        return dict(found)

    def stream(self, address: str) -> dict[str, Any]:
        (found,) = [one for one in self.told["streams"] if one["address"] == address]
        return dict(found)


def start(*arguments: object, temporary: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "studio", "serve", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**paths.self_environment(), "TMPDIR": str(temporary)},
    )


@pytest.fixture(scope="module")
def served(
    make_clip: ClipFactory, raw_webm: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """Serve an MP4 in one piece, a WebM that Chromium refuses, and a test picture."""
    folder = tmp_path_factory.mktemp("served")
    temporary, recording = folder / "temporary", folder / "kept.mp4"
    temporary.mkdir()
    clip = make_clip("streams-serve-served.mp4", size="160x90", video=(*X264, "-g", "25"))
    source = Path(shutil.copy(clip, folder / "A film.mp4"))
    live = ("--live", "--loop", "--source", "test", "--codec", "h264", "--size", "160x90")
    out = ("--record", recording, "--folder", folder / "www", "--window-seconds", "4")
    process = start(source, f"second={raw_webm}", *live, *out, "--json", temporary=temporary)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, process.communicate(timeout=LIMIT_S)
        yield Served(process, json.loads(line), temporary, source, recording, folder / "www")
    finally:
        process.kill()
        process.communicate()


def get(url: str, **headers: str) -> tuple[int, bytes]:
    try:
        asked = urllib.request.Request(url, headers=headers)
        with urllib.request.urlopen(asked, timeout=LIMIT_S) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def frames_of(ffmpeg: Ffmpeg, url: str, *limits: str) -> int:
    """Have ffmpeg play a URL and return how many pictures it saw."""
    command = [str(ffmpeg.path), "-hide_banner", "-i", url, *limits, "-an", "-f", "null", "-"]
    played = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LIMIT_S)
    assert played.returncode == 0, played.stderr
    return int(re.findall(r"frame= *(\d+)", played.stderr)[-1])


def test_every_file_has_its_room_page_segments_and_chunks(served: Served) -> None:
    assert [one["address"] for one in served.told["files"]] == ["vod://A-film", "vod://second"]
    for file in served.told["files"]:
        assert file["player"].startswith(served.told["base_url"])
        assert b"room.js" in get(file["player"])[1]
        assert get(file["stream_page"])[0] == 200
        assert get(file["page"])[0] == 200
        index = json.loads(get(file["index"])[1])
        assert index["mime"] == file["mime"]
        listed = json.loads(get(file["segments"])[1])
        assert len(listed) == len(index["segments"])
        init = get(file["init"])[1]
        whole = get(file["file"])[1]
        assert whole.startswith(init[:64])
        assert get(file["file"], Range="bytes=4-19") == (206, whole[4:20])
        count = json.loads(get(f"{file['page']}/video/segment")[1])["segments"]
        assert count >= 2
        body = json.dumps({"current": 0}).encode()
        asked = urllib.request.Request(
            f"{file['page']}/video", body, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(asked, timeout=LIMIT_S) as answer:
            assert answer.read().startswith(init)
        assert "repaired copy" in file["note"]
        assert json.loads(get(file["status"])[1])["state"] == file["state"] == "PLAYING"
    assert get(served.told["base_url"] + "/vod/nobody/status")[0] == 404


def test_ffmpeg_plays_playlists_and_manifests_of_files(served: Served, ffmpeg: Ffmpeg) -> None:
    film = served.file("A-film")
    for way in ("playlist", "manifest", "file"):
        assert frames_of(ffmpeg, film[way]) == FRAMES
    second = served.file("second")
    assert second["playlist"] is None
    assert frames_of(ffmpeg, second["manifest"]) == 100


def test_live_streams_are_hls_dash_and_messages_at_once(served: Served, ffmpeg: Ffmpeg) -> None:
    film, test = served.stream("vod-live://A-film"), served.stream("live://test")
    assert film["live"] == served.file("A-film")["live"]
    assert (test["source"], test["path"], test["state"]) == ("test", None, "PLAYING")
    assert frames_of(ffmpeg, film["playlist"], "-t", "0.4") >= 9
    assert frames_of(ffmpeg, test["manifest"], "-t", "0.4") >= 9
    messages, told = asyncio.run(_listen(served.stream("vod-live://second")))
    assert messages[0].startswith(b"\x1a\x45\xdf\xa3")
    assert all(one.startswith(b"\x1f\x43\xb6\x75") for one in messages[1:])
    (viewer,) = [one for one in told["viewers"] if one["viewer"] == "watcher"]
    assert (viewer["way"], told["state"]) == ("socket", "PLAYING")
    path = served.source.with_name("received.webm")
    path.write_bytes(b"".join(messages))
    found = examine(path)
    bad = [one for one in found.findings if one.severity in {Severity.BLOCK, Severity.STALL}]
    assert bad == []


async def _listen(stream: dict[str, Any]) -> tuple[list[bytes], dict[str, Any]]:
    """Take some messages of a stream as one of its viewers; returns them, and the status."""
    limit = aiohttp.ClientTimeout(total=LIMIT_S)
    async with (
        aiohttp.ClientSession(timeout=limit) as session,
        session.ws_connect(f"{stream['live']}?viewer=watcher") as line,
    ):
        messages = [await line.receive_bytes() for _ in range(3)]
        async with session.ws_connect(stream["status"].replace("http", "ws", 1)) as status:
            return messages, await status.receive_json()


def test_an_interrupt_ends_all_and_finishes_recording_and_folders(
    served: Served, ffmpeg: Ffmpeg
) -> None:
    """The last of this module: it ends the run."""
    streams = {one["name"]: one["address"] for one in served.told["streams"]}
    me = psutil.Process(served.process.pid)
    while not json.loads(get(served.stream("live://test")["status"])[1])["recording"]["duration_s"]:
        time.sleep(0.1)
    children = me.children(recursive=True)
    assert children
    assert list(served.temporary.iterdir())
    port = int(served.told["base_url"].split("/")[2].rpartition(":")[2])
    os.kill(served.process.pid, signal.SIGINT)
    output, problems = served.process.communicate(timeout=LIMIT_S)
    assert (served.process.returncode, output) == (0, "")
    assert problems == f"live://test: recorded {served.recording}\n"
    assert not [one for one in children if one.is_running()]
    assert list(served.temporary.iterdir()) == []
    with socket.socket() as trial, pytest.raises(ConnectionRefusedError):
        trial.connect(("127.0.0.1", port))
    assert read_segment_map(served.recording).segments
    names = {"A-film": "master.m3u8", "test": "master.m3u8", "second": "manifest.mpd"}
    assert sorted(path.name for path in served.folder.iterdir()) == sorted(names)
    for name, text in names.items():
        assert served.stream(streams[name])["folder"] == str(served.folder / name)
        found = read_presentation(served.folder / name / text)
        assert found.complete, "the playlists say that it has ended"
        assert all(one.map.segments for one in found.renditions)
    assert not (served.folder / "second" / "master.m3u8").exists()
    assert frames_of(ffmpeg, str(served.folder / "A-film" / "master.m3u8")) >= FRAMES


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for what ``serve`` makes, when it runs in this very process."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_a_stream_that_fails_is_told_with_its_sentence(
    raw_webm: Path,
    here: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    clip = Path(shutil.copy(raw_webm, tmp_path / "clip.webm"))
    print_urls = print_served

    def print_and_lose(*served: Any) -> None:
        print_urls(*served)
        clip.unlink()

    monkeypatch.setattr(serve, "print_served", print_and_lose)
    monkeypatch.setattr(serve_watch, "GRACE_S", 0.1)
    assert main(["serve", str(clip)]) == 1
    output, problems = capsys.readouterr()
    first, *lines = output.splitlines()
    assert first.startswith(f"vod://clip  {clip}  video/webm;")
    assert any(re.fullmatch(r"  DASH +http://127\.0\.0\.1:\d+/t/\S+\.mpd", x) for x in lines)
    assert lines[-2:] == ["Serving on this machine only.", "Press Ctrl-C to stop."]
    assert problems == "vod://clip: FAILED: File not found\n"
    assert list(here.iterdir()) == []


def test_a_source_that_has_ended_ends_serving(
    make_clip: ClipFactory,
    here: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    clip = make_clip("streams-serve-short.mp4", seconds=0.4, size="96x64")
    monkeypatch.setattr(serve_watch, "GRACE_S", 0.1)
    kept = tmp_path / "kept.webm"
    source = ("--source", f"file:{clip}", "--size", "96x64", "--name", "short")
    assert main(["serve", *source, "--gop-seconds", "0.2", "--record", str(kept)]) == 0
    output, problems = capsys.readouterr()
    assert f"live://short  {clip}" in output
    assert problems.splitlines() == [
        "live://short: STOPPED",
        f"live://short: recorded {kept}",
    ] or problems.splitlines() == [f"live://short: recorded {kept}", "live://short: STOPPED"]
    assert list(here.iterdir()) == []


def test_a_taken_port_is_told_and_nothing_begins(
    raw_webm: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(["serve", str(raw_webm), "--port", str(port), "--json"]) == 1
    output, problems = capsys.readouterr()
    assert problems.startswith(f"mse-studio: Port {port} is taken by another program.\n  Choose")
    assert json.loads(output)["error"]["what"].startswith(f"Port {port}")
    assert list(here.iterdir()) == []


def test_what_cannot_be_offered_as_asked_fails(
    raw_webm: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", str(raw_webm), "--hls"]) == 1
    assert "raw.webm cannot be offered as HLS: HLS takes MP4" in capsys.readouterr().err
    assert main(["serve", str(raw_webm), "--dash", "--for", "0.01", "--quiet"]) == 0
    assert "vod://raw" in capsys.readouterr().out
    assert main(["serve", str(raw_webm), str(raw_webm.with_name("none.webm"))]) == 1
    assert "none.webm: File not found" in capsys.readouterr().err
    assert main(["serve", str(raw_webm), "--address", "192.0.2.7"]) == 1
    assert "192.0.2.7 is no address of this machine." in capsys.readouterr().err
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("", "name a FILE or a --source."),
        ("a.webm b.webm --name x", "--name is for one file or source"),
        ("x=a.webm --name y", "two names"),
        ("--live --source test", "--live plays FILEs out"),
        ("a.webm --loop", "--loop needs --live"),
        ("a.webm --record b.webm", "--record is for a --source"),
        ("a.webm --folder www", "--folder is for live streams: add --live or --source."),
        ("a.webm --window-seconds 8", "--window-seconds is for live streams"),
        ("--source test --hls", "HLS takes no WebM"),
        ("--source test --sound aac", "--codec vp8 goes with --sound vorbis or opus or none"),
        ("--source test --device 1", "--device is for camera"),
        ("--source tv", "'tv' is none of test, camera"),
        ("--source test --gop-seconds 60", "A keyframe must come every 0.2 to 10 seconds."),
        ("--source test --size 33x20", "'33x20' is no size"),
        ("--list-devices a.webm", "--list-devices stands alone."),
        ("a.webm --address 0.0.0.0", "'0.0.0.0' is not one address of this machine"),
        ("a.webm --allow-origin *", "'*' is no origin"),
        ("a.webm --port 70000", "'70000' is no port"),
    ],
)
def test_wrong_usage_is_refused_with_a_sentence(
    arguments: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["serve", *arguments.split()])
    assert refused.value.code == 2
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sound"),
    [
        ("test", "none"),
        ("test --sound vorbis", "vorbis"),
        ("test --codec h264", "aac"),
        ("file:a.webm", "vorbis"),
    ],
)
def test_a_test_picture_in_webm_is_what_pages_for_vp8_take(arguments: str, sound: str) -> None:
    parser = argparse.ArgumentParser()
    serve_options.add_options(parser)
    options = parser.parse_args(["--source", *arguments.split()])
    assert serve_source.encoding_of(options).sound == sound


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("{long}=a.webm", "cannot be the name of a stream"),
        ("--source file:/{long}", "File not found"),
        ("{clip} --live --folder {long}", "could not be written"),
    ],
)
def test_a_name_too_long_for_the_system_is_refused_in_a_sentence(
    arguments: str, sentence: str, raw_webm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = arguments.format(long="n" * 300, clip=raw_webm)
    assert main(["serve", *given.split(), "--for", "1"]) == 1
    assert sentence in capsys.readouterr().err


def test_pages_opened_as_files_are_let_in_when_that_is_said() -> None:
    parser = argparse.ArgumentParser()
    serve_options.add_options(parser)
    assert parser.parse_args(["a.webm", "--allow-origin", "null"]).allow_origin == ["null"]


def test_an_unexpected_error_while_preparing_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError("unexpected")

    monkeypatch.setattr(Serving, "offer_all", fail)
    with pytest.raises(OSError, match="unexpected"):
        main(["serve", "a.webm", "--for", "1"])


def test_a_file_may_have_an_equals_sign_in_its_name(tmp_path: Path) -> None:
    odd = tmp_path / "a=b.webm"
    parser = argparse.ArgumentParser()
    serve_options.add_options(parser)
    (named,) = parser.parse_args([f"film={odd}"]).files
    assert (named.name, named.path) == ("film", odd)
    odd.touch()
    (whole,) = parser.parse_args([str(odd)]).files
    assert (whole.name, whole.path) == ("", odd)


def test_who_comes_and_goes_is_told_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    address = StreamAddress(StreamKind.VOD_LIVE, "film")
    now = [0.0]
    watch = serve_watch.Watch(events=True, figures=False, clock=lambda: now[0])

    def look(state: StreamState, *viewers: ViewerStatus) -> bool:
        return watch.look([StreamStatus(address, state, "It broke.", viewers=viewers)])

    viewer = ViewerStatus("v1", "Firefox", "socket", StreamState.PLAYING)
    slow = dataclasses.replace(viewer, state=StreamState.NOT_ENOUGH_BANDWIDTH)
    assert look(StreamState.PLAYING, viewer)
    assert look(StreamState.PLAYING, slow)
    assert look(StreamState.STOPPED, slow)  # who watches may finish
    assert look(StreamState.FAILED)
    now[0] = serve_watch.GRACE_S
    assert not look(StreamState.FAILED)
    assert capsys.readouterr().err.splitlines() == [
        "vod-live://film: viewer v1 (Firefox, socket) joined",
        "vod-live://film: viewer v1 (Firefox, socket): not enough bandwidth",
        "vod-live://film: STOPPED",
        "vod-live://film: FAILED: It broke.",
        "vod-live://film: viewer v1 (Firefox, socket) left",
    ]
    line = serve_watch.figures(
        [StreamStatus(address, StreamState.PLAYING, "", "", 75.4, 1_500_000, (slow,))]
    )
    assert line == "vod-live://film PLAYING 1:15 1.50 Mbit/s 1 viewer (1 too slow)"
