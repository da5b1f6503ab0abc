"""The book of streams: names, repaired copies, states, recordings, and that nothing is left."""

import asyncio
import json
import os
import queue
import shutil
import socket
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import aiohttp
import psutil
import pytest

from studio import paths
from studio.errors import InputError, RepairError, StudioError, ToolError
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.streams.book import StreamBook
from studio.streams.book_copies import MendedCopies
from studio.streams.encoding_model import LiveEncoding, LiveSound
from studio.streams.names import StreamAddress, StreamKind
from studio.streams.recording import Recorded
from studio.streams.sources import LiveSource, SourceKind
from studio.streams.status import StreamState, StreamStatus
from studio.transcode.tools import Ffmpeg
from studio.verdict.model import Severity
from studio.verdict.rules import static_findings
from tests.conftest import ClipFactory

LIMIT_S = 20.0
VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8", "-g", "15")
TEST = LiveSource(SourceKind.TEST)
SMALL = LiveEncoding(width=96, height=64, bit_rate=100_000, sound=LiveSound.OPUS)


@pytest.fixture(scope="session")
def raw(make_clip: ClipFactory) -> Path:
    """A WebM as ffmpeg writes it, which Chromium refuses."""
    sound = ("-c:a", "libvorbis")
    return make_clip(
        "streams-serve-raw.webm",
        seconds=1.2,
        size="96x64",
        sample_rate=48_000,
        video=VP8,
        audio=sound,
    )


@pytest.fixture(scope="session")
def plain(make_clip: ClipFactory) -> Path:
    """An MP4 in one piece."""
    return make_clip("streams-serve-plain.mp4", seconds=1.2, size="96x64")


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give copies a place of their own."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", os.fspath(folder))
    return folder


class Heard:
    """What a book tells, in the order of its telling."""

    def __init__(self) -> None:
        self.changed: queue.SimpleQueue[StreamAddress] = queue.SimpleQueue()
        self.recorded: queue.SimpleQueue[Recorded | StudioError] = queue.SimpleQueue()


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def book(ffmpeg: Ffmpeg, heard: Heard) -> Iterator[StreamBook]:
    with MediaServer(paths.resources_dir() / "player") as server:
        made = StreamBook(
            server,
            ffmpeg=ffmpeg.path,
            on_change=heard.changed.put,
            on_recorded=lambda _address, result: heard.recorded.put(result),
        )
        yield made
        made.close()


def wait_for(
    book: StreamBook, address: StreamAddress, wanted: Callable[[StreamStatus], bool]
) -> StreamStatus:
    """Return the first status that is wanted."""
    end = time.monotonic() + LIMIT_S
    while not wanted(status := book.status(address)):
        assert time.monotonic() < end, status
        time.sleep(0.02)
    return status


def get(url: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def test_each_stream_has_a_name_of_its_own(book: StreamBook, raw: Path, heard: Heard) -> None:
    first = book.offer_file(raw)
    second = book.offer_file(raw)
    assert [str(first), str(second)] == ["vod://streams-serve-raw", "vod://streams-serve-raw-2"]
    assert str(book.offer_file(raw, name="Clip")) == "vod://Clip"
    assert {heard.changed.get(timeout=LIMIT_S) for _ in range(3)} == set(book.addresses())
    for name in ("clip", "a/b", ".hidden"):
        with pytest.raises(InputError):
            book.offer_file(raw, name=name)
    shared = book.play_out(raw, name="Clip")  # another folder: another name
    assert str(shared) == "vod-live://Clip"
    with pytest.raises(InputError):
        book.go_live(TEST, SMALL, name="clip")
    book.remove(first)
    assert str(book.offer_file(raw)) == "vod://streams-serve-raw"
    with pytest.raises(InputError):
        book.page_of("vod://nobody")
    assert book.page_of("vod://Clip").endswith("stream/index.html?stream=vod%2FClip&way=segments")


@pytest.mark.parametrize("kind", ["raw", "plain"])
def test_what_players_refuse_is_streamed_as_a_repaired_copy(
    book: StreamBook, kind: str, tmp_path: Path, temporary: Path, request: pytest.FixtureRequest
) -> None:
    original: Path = request.getfixturevalue(kind)
    clip = Path(shutil.copy(original, tmp_path / original.name))
    before = clip.read_bytes()
    address = book.offer_file(clip)
    links = book.links(address)
    assert "repaired copy" in links.note
    told = json.loads(get(links.status)[1])
    assert (told["state"], told["reason"]) == ("PLAYING", links.note)
    status, body = get(links.file)
    assert status == 200
    received = tmp_path / f"received{clip.suffix}"
    received.write_bytes(body)
    found = read_segment_map(received)
    assert found.segments
    assert not [f for f in static_findings(found) if f.severity is not Severity.INFO]
    assert clip.read_bytes() == before
    assert get(links.manifest)[0] == 200
    assert (get(links.playlist)[0] == 200) if links.playlist else clip.suffix == ".webm"
    assert book.listing_problem(address) == ""
    assert book.source_map(address).size_bytes == len(before)  # type: ignore[union-attr]
    assert len(list(temporary.glob("*/*/*"))) == 1

    clip.unlink()  # the copy is still there, but nobody offered that
    gone = wait_for(book, address, lambda status: status.state is StreamState.FAILED)
    assert gone.reason == "File not found"
    assert get(links.init) == (404, b"File not found.")
    assert get(links.manifest)[0] == 404


def test_what_a_repaired_copy_does_not_cure_is_told_beside_it(
    book: StreamBook, make_clip: ClipFactory
) -> None:
    late = ("-af", "asetpts=PTS+1/TB", "-c:a", "aac")
    clip = make_clip("streams-t1-late.mp4", seconds=2, size="96x64", audio=late)
    note = book.links(book.offer_file(clip)).note
    assert "repaired copy is streamed (MP4-001)" in note
    assert "TIME-001" in note


def test_who_listens_while_all_ends_still_hears_what_has_failed(
    book: StreamBook, raw: Path, tmp_path: Path
) -> None:
    clip = Path(shutil.copy(raw, tmp_path / "clip.webm"))
    url = book.links(book.offer_file(clip)).status

    async def told() -> set[str]:
        async with aiohttp.ClientSession() as session, session.ws_connect(url) as status:
            clip.unlink()
            while (await status.receive_json(timeout=LIMIT_S))["state"] != "FAILED":
                pass
            await asyncio.to_thread(book.close)
            return {(await status.receive_json(timeout=LIMIT_S))["state"] for _ in range(2)}

    assert asyncio.run(told()) == {"FAILED"}


def test_a_stopped_file_is_gone_until_it_is_started_again(
    book: StreamBook, raw: Path, tmp_path: Path
) -> None:
    clip = Path(shutil.copy(raw, tmp_path / "clip.webm"))
    address = book.offer_file(clip)
    links = book.links(address)
    book.stop(address)
    assert get(links.init)[0] == 404
    assert json.loads(get(links.status)[1])["state"] == "STOPPED"
    book.start(address)
    assert get(links.init)[0] == 200
    book.stop(address)
    clip.unlink()
    book.start(address)
    failed = book.status(address)
    assert (failed.state, failed.reason) == (StreamState.FAILED, "File not found")


def test_what_cannot_be_offered_is_told_and_leaves_its_name_free(
    book: StreamBook, raw: Path, tmp_path: Path
) -> None:
    text = tmp_path / "notes.webm"
    text.write_text("no film at all, really")
    for path in (text, tmp_path / "missing.mp4"):
        with pytest.raises(StudioError):
            book.offer_file(path, name="film")
        with pytest.raises(StudioError):
            book.play_out(path, name="film")
    assert book.offer_file(raw, name="film") == StreamAddress(StreamKind.VOD, "film")


def test_a_live_stream_is_recorded_and_the_file_offered_at_once(
    book: StreamBook, heard: Heard, tmp_path: Path
) -> None:
    address = book.go_live(TEST, SMALL)
    assert str(address) == "live://test"
    links = book.links(address)
    assert links.live.startswith("ws://127.0.0.1:")
    target = tmp_path / "kept.webm"
    book.record(address, target)
    with pytest.raises(InputError):
        book.record(address, tmp_path / "twice.webm")
    status = wait_for(book, address, lambda s: bool(s.recording and s.recording.duration_s > 0))
    assert status.state is StreamState.PLAYING
    assert json.loads(get(links.status)[1])["recording"]["name"] == "kept.webm"

    done: queue.SimpleQueue[Recorded | StudioError] = queue.SimpleQueue()
    book.end_recording(address, done.put)
    recorded = done.get(timeout=LIMIT_S)
    assert isinstance(recorded, Recorded)
    assert recorded.path == target
    assert heard.recorded.get(timeout=LIMIT_S) is recorded
    assert book.status(address).recording is None
    vod = book.offer_file(recorded.path)
    assert book.links(vod).note == ""
    assert get(book.links(vod).init)[0] == 200

    other = tmp_path / "other.webm"
    book.record(address, other)
    wait_for(book, address, lambda s: bool(s.recording and s.recording.duration_s > 0))
    book.stop(address)  # ends the recording, too
    assert other.is_file()
    assert book.status(address).state is StreamState.STOPPED
    assert get(links.init)[0] == 404
    book.start(address)
    wait_for(book, address, lambda status: status.state is StreamState.PLAYING)
    with pytest.raises(InputError):
        book.end_recording(address)
    with pytest.raises(InputError):
        book.record(vod, tmp_path / "no.webm")


def test_a_file_played_out_fails_when_it_goes_away(
    book: StreamBook, raw: Path, tmp_path: Path
) -> None:
    clip = Path(shutil.copy(raw, tmp_path / "clip.webm"))
    address = book.play_out(clip, loop=True)
    wait_for(book, address, lambda status: status.state is StreamState.PLAYING)
    links = book.links(address)
    assert "repaired copy" in links.note
    assert (links.playlist, links.file) == ("", "")
    clip.unlink()
    failed = wait_for(book, address, lambda status: status.state is StreamState.FAILED)
    assert failed.reason == "File not found"
    book.start(address)
    assert book.status(address).state is StreamState.FAILED


def test_the_result_of_a_job_is_streamed_while_it_is_made(book: StreamBook, raw: Path) -> None:
    address = book.watch_job("Film nº 1", lambda: raw, lambda: False)
    assert str(address) == "live://Film-no-1"
    wait_for(book, address, lambda status: status.state is StreamState.PLAYING)
    assert book.links(address).init.endswith("/live/Film-no-1/init.webm")
    ended = wait_for(book, address, lambda status: status.state is StreamState.STOPPED)
    assert ended.reason == ""


def test_without_a_working_ffmpeg_a_live_source_fails_with_a_sentence(
    book: StreamBook, tmp_path: Path
) -> None:
    with MediaServer(paths.resources_dir() / "player") as server:
        bare = StreamBook(server)
        with pytest.raises(ToolError):
            bare.go_live(TEST, SMALL)
        broken = StreamBook(server, ffmpeg=tmp_path / "no-ffmpeg")
        address = broken.go_live(TEST, SMALL)
        failed = wait_for(broken, address, lambda s: s.state is StreamState.FAILED)
        assert failed.reason
        broken.close()
        bare.close()


def test_nothing_is_left_when_a_book_is_closed(
    ffmpeg: Ffmpeg, plain: Path, temporary: Path, tmp_path: Path
) -> None:
    threads = set(threading.enumerate())
    children = set(psutil.Process().children(recursive=True))
    recorded: list[object] = []
    with MediaServer(paths.resources_dir() / "player") as server:
        book = StreamBook(
            server, ffmpeg=ffmpeg.path, on_recorded=lambda _address, result: recorded.append(result)
        )
        book.offer_file(plain)
        book.play_out(plain, loop=True)
        address = book.go_live(TEST, SMALL)
        book.record(address, tmp_path / "kept.webm")
        wait_for(book, address, lambda s: bool(s.recording and s.recording.duration_s > 0))
        assert list(temporary.iterdir())
        links = book.links(address)
        book.close()
        book.close()
        assert get(links.status)[0] == 404
        assert book.statuses() == ()
        with pytest.raises(StudioError):
            book.offer_file(plain)
        port = server.port
    assert isinstance(recorded[0], Recorded)
    assert recorded[0].path == tmp_path / "kept.webm"
    assert list(temporary.iterdir()) == []
    assert set(psutil.Process().children(recursive=True)) <= children
    new = set(threading.enumerate()) - threads
    left = [one for one in new if not isinstance(one, threading.Timer)]  # waits to kill, in vain
    assert left == []
    with socket.socket() as trial, pytest.raises(ConnectionRefusedError):
        trial.connect(("127.0.0.1", port))


def test_a_repaired_copy_does_not_hide_that_the_end_is_missing(
    raw: Path, tmp_path: Path, temporary: Path
) -> None:
    cut = tmp_path / "cut.webm"
    cut.write_bytes(raw.read_bytes()[:-2000])
    copies = MendedCopies()
    note = copies.streamable(cut).note
    assert note.startswith("A repaired copy is streamed (WEBM-003)")
    assert note.endswith("(FILE-001): The file is cut off: its end is missing.")
    copies.close()


def test_a_copy_is_given_up_when_all_ends(raw: Path, temporary: Path) -> None:
    copies = MendedCopies()
    copies.give_up()
    with pytest.raises(StudioError) as given_up:
        copies.streamable(raw)
    assert not isinstance(given_up.value, RepairError)
    copies.close()
    assert list(temporary.iterdir()) == []
