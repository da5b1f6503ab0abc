"""HLS and DASH over HTTP, of files and live: ffmpeg plays them; what is refused, and why."""

import re
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

from studio import paths
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.streams.live import LiveStream
from studio.streams.live_parts import LiveHttpPart
from studio.streams.names import StreamAddress, StreamKind
from studio.streams.service import StreamService
from studio.streams.viewers import ViewerLedger
from studio.streams.vod import VodStream
from studio.streams.vod_parts import VodManifestPart
from studio.streams.window import LiveWindow
from studio.transcode.tools import Ffmpeg
from tests.conftest import AAC, X264, ClipFactory
from tests.streams.library_pages import PacedFeed
from tests.streams.test_window import live_mp4, live_webm

__all__ = ["live_mp4", "live_webm"]


MPD = "{urn:mpeg:dash:schema:mpd:2011}"


class Answer(NamedTuple):
    status: int
    kind: str
    text: str


class Offered:
    """A server with streams."""

    def __init__(self, server: MediaServer) -> None:
        self.base = server.base_url
        self._service = StreamService()
        server.add_service(self._service)
        self.ledger = ViewerLedger()

    def file(self, path: Path) -> VodStream:
        found = read_segment_map(path)
        stream = VodStream(
            StreamAddress(StreamKind.VOD, "a"),
            found,
            ledger=self.ledger,
            parts=[VodManifestPart(found, self.ledger)],
        )
        self._service.add(stream)
        return stream

    def live(self, path: Path, *, ahead_s: float) -> tuple[LiveStream, LiveWindow]:
        window = LiveWindow(12, 2, grace_segments=1)
        stream = LiveStream(
            StreamAddress(StreamKind.LIVE, "a"),
            PacedFeed(path, ahead_s=ahead_s, speed=20),
            ledger=self.ledger,
            window=window,
            parts=[LiveHttpPart(window, self.ledger)],
        )
        self._service.add(stream)
        stream.start()
        return stream, window

    def size(self, path: str) -> int:
        with urllib.request.urlopen(f"{self.base}/{path}", timeout=30) as answer:
            return len(answer.read())

    def ask(self, path: str, method: str = "GET") -> Answer:
        request = urllib.request.Request(f"{self.base}/{path}", method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                body = answer.read()
                return Answer(answer.status, answer.headers["Content-Type"], _text(body))
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.headers["Content-Type"], _text(error.read()))


def _text(body: bytes) -> str:
    return body.decode("utf-8", "replace")


@pytest.fixture
def offered() -> Iterator[Offered]:
    with MediaServer(paths.resources_dir() / "player") as server:
        yield Offered(server)


def played(ffmpeg: Ffmpeg, url: str, *options: str) -> list[str]:
    """Return a digest of each picture that ffmpeg decodes; not a line of complaint is allowed."""
    command = [str(ffmpeg.path), "-v", "error", "-i", url, *options, "-map", "0:v:0"]
    done = subprocess.run(
        [*command, "-f", "framemd5", "-"], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    return [line.split(",")[-1] for line in done.stdout.splitlines() if line[0] != "#"]


@pytest.mark.parametrize("clip", ["live_mp4", "live_webm"])
def test_ffmpeg_plays_each_list_of_a_file_to_the_frame(
    clip: str, request: pytest.FixtureRequest, offered: Offered, ffmpeg: Ffmpeg
) -> None:
    path: Path = request.getfixturevalue(clip)
    offered.file(path)
    lists = ["dash/manifest.mpd"]  # byte ranges of WebM ffmpeg 9.0.2 waits for without an end
    if clip == "live_mp4":
        lists += ["dash/file.mpd", "hls/master.m3u8", "hls/file-master.m3u8"]
    expected = played(ffmpeg, str(path))
    assert len(expected) == 600
    for name in lists:
        assert played(ffmpeg, f"{offered.base}/vod/a/{name}") == expected, name


def test_lists_of_a_file_name_their_viewer_and_their_own_segments(
    offered: Offered, live_mp4: Path
) -> None:
    stream = offered.file(live_mp4)
    master = offered.ask("vod/a/hls/master.m3u8?viewer=me")
    assert master.kind == "application/vnd.apple.mpegurl"
    assert "\nvideo.m3u8?viewer=me\n" in master.text
    video = offered.ask("vod/a/hls/video.m3u8?viewer=me").text
    assert "../video/1.m4s?viewer=me" in video
    assert "#EXT-X-TARGETDURATION:1\n" in video
    assert offered.ask("vod/a/dash/manifest.mpd").kind == "application/dash+xml"
    assert offered.ask("vod/a/video/1.m4s?viewer=me").kind == "video/mp4"
    assert offered.ask("vod/a/audio/init.mp4").kind == "audio/mp4"
    (mine,) = [one for one in stream.status().viewers if one.viewer_id == "me"]
    assert (mine.way, mine.sent_bytes > 1000) == ("hls", True)
    for wrong in ("video/0.m4s", "video/25.m4s", "video/1.webm", "video/x", "hls/no.m3u8"):
        assert offered.ask(f"vod/a/{wrong}").status == 404
    assert offered.ask("vod/a/hls/master.m3u8", "POST").status == 405


@pytest.mark.parametrize("clip", ["live_mp4", "live_webm"])
def test_rates_told_of_a_file_hold_for_every_segment(
    clip: str, request: pytest.FixtureRequest, offered: Offered
) -> None:
    """Also with what the container adds, which is a fifth of a quiet track of sound."""
    offered.file(request.getfixturevalue(clip))
    manifest = ElementTree.fromstring(offered.ask("vod/a/dash/manifest.mpd").text)
    suffix = "m4s" if clip == "live_mp4" else "webm"
    told = {}
    for one in manifest.iter(f"{MPD}Representation"):
        lane = told[one.attrib["id"]] = [int(one.attrib["bandwidth"])]
        template = next(one.iter(f"{MPD}SegmentTemplate"))
        ticks, number = int(template.attrib["timescale"]), int(template.attrib["startNumber"])
        for entry in template.iter(f"{MPD}S"):
            for _ in range(1 + int(entry.get("r", "0"))):
                size = offered.size(f"vod/a/{one.attrib['id']}/{number}.{suffix}")
                lane.append(size * 8 * ticks // int(entry.attrib["d"]))
                number += 1
    assert set(told) == {"video", "audio"}
    for name, (most, *rates) in told.items():
        assert len(rates) > 5, name
        assert max(rates[:-1]) <= most < 1.3 * max(rates), name
    if clip == "live_mp4":
        (variant,) = re.findall(r":BANDWIDTH=(\d+)", offered.ask("vod/a/hls/master.m3u8").text)
        assert int(variant) >= sum(max(rates[1:-1]) for rates in told.values())


def test_webm_has_no_hls_and_says_so(offered: Offered, live_webm: Path) -> None:
    offered.file(live_webm)
    answer = offered.ask("vod/a/hls/master.m3u8")
    assert (answer.status, answer.text[:14]) == (404, "HLS needs MP4,")
    stream, _ = offered.live(live_webm, ahead_s=30)
    answer = offered.ask("live/a/hls/master.m3u8")
    assert (answer.status, answer.text[:14]) == (404, "HLS needs MP4,")
    stream.stop()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("-g", "25", "-bf", "2", "-x264-params", "open-gop=1:scenecut=0"), "open GOP"),
        (("-g", "250", "-sc_threshold", "0", "-frag_duration", "500000"), "keyframe"),
    ],
)
def test_what_cannot_be_entered_is_refused_in_the_verdict_s_words(
    options: tuple[str, ...], said: str, offered: Offered, make_clip: ClipFactory
) -> None:
    flags = "+delay_moov+default_base_moof"
    flags += "" if "-frag_duration" in options else "+frag_keyframe"
    video = ("-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", *options)
    clip = make_clip(
        f"streams-lists-refused-{said[:4].strip()}.mp4", seconds=3, size="96x64", video=video,
        audio=AAC, extra=("-movflags", flags),
    )  # fmt: skip
    offered.file(clip)
    for name in ("hls/master.m3u8", "dash/manifest.mpd"):
        answer = offered.ask(f"vod/a/{name}")
        assert answer.status == 404
        assert said in answer.text


def test_an_mp4_in_one_piece_says_so(offered: Offered, make_clip: ClipFactory) -> None:
    offered.file(make_clip("streams-lists-one-piece.mp4", seconds=1, size="64x48", video=X264))
    answer = offered.ask("vod/a/hls/master.m3u8")
    assert answer.status == 404
    assert answer.text.startswith("This MP4 is in one piece")


def test_live_segments_come_and_go_and_a_stop_is_404_at_once(
    offered: Offered, live_mp4: Path, ffmpeg: Ffmpeg
) -> None:
    stream, window = offered.live(live_mp4, ahead_s=30)
    master = offered.ask("live/a/hls/master.m3u8")
    assert master.status == 200, "the first one waits until there is something"
    url = f"{offered.base}/live/a/hls/master.m3u8"
    assert len(played(ffmpeg, url, "-live_start_index", "0")) % 50 == 0
    video = offered.ask("live/a/hls/video.m3u8").text
    first = int(video.partition("#EXT-X-MEDIA-SEQUENCE:")[2].split()[0])
    assert first > 2
    for lane in ("segments", "video", "audio"):
        assert offered.ask(f"live/a/{lane}/{first}.m4s").status == 200
        assert offered.ask(f"live/a/{lane}/{first - 1}.m4s").status == 200
        assert offered.ask(f"live/a/{lane}/{first - 2}.m4s").status == 404
    for init in ("init.mp4", "init-0.mp4", "video/init-0.mp4"):
        assert offered.ask(f"live/a/{init}", "HEAD").status == 200
    listed = offered.ask("live/a/segments")
    assert '"number": 12' in listed.text
    stream.stop()
    window.close()
    for gone in (
        "hls/master.m3u8",
        "hls/video.m3u8",
        "dash/manifest.mpd",
        "init.mp4",
        "segments/9",
    ):
        answer = offered.ask(f"live/a/{gone}")
        assert (answer.status, answer.text) == (404, "There is no such stream, or it has ended.")
    assert offered.ask("live/never/hls/master.m3u8").status == 404
