"""Player libraries on their page: a small one of our own, and the real ones where they are."""

import contextlib
import json
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from studio import paths
from studio.preview.libraries_found import KINDS, find_libraries
from studio.preview.opening import RoomWishes, open_room
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.verdict.browsers import Engine
from tests.conftest import AAC, X264, ClipFactory
from tests.e2e.support import pick
from tests.player.counter import counting_filter, read_counter
from tests.player.pages import LIMIT_S, Page, opened, pause, picture_rect, wait_for

pytestmark = pytest.mark.engine

REAL = os.environ.get("MSE_STUDIO_TEST_LIBRARIES", "")

OUR_HLS = """
(() => {
  const inWorker = (text) => new Promise((done, fail) => {
    const code = `onmessage = ({ data }) => postMessage(data.split("\\\\n"));`;
    const worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
    worker.onmessage = ({ data }) => { worker.terminate(); done(data); };
    worker.onerror = fail;
    worker.postMessage(text);
  });
  class Hls {
    static version = "0.0.7";
    static Events = { ERROR: "hlsError" };
    static isSupported() { return true; }
    on(name, hear) { this.hear = hear; }
    attachMedia(video) { this.video = video; }
    destroy() {}
    async loadSource(url) {
      const master = await inWorker(await (await fetch(url)).text());
      const codecs = master.join().match(/CODECS="([^"]+)"/)[1];
      const list = new URL(master.find((line) => line.endsWith("media.m3u8")), url);
      const lines = await inWorker(await (await fetch(list)).text());
      const source = new MediaSource();
      this.video.src = URL.createObjectURL(source);
      await new Promise((done) => source.addEventListener("sourceopen", done, { once: true }));
      const buffer = source.addSourceBuffer(`video/webm; codecs="${codecs}"`);
      const [, size, from] = lines.join().match(/BYTERANGE="(\\d+)@(\\d+)"/);
      const parts = [[size, from]];
      for (const line of lines) {
        const found = line.match(/^#EXT-X-BYTERANGE:(\\d+)@(\\d+)/);
        if (found) parts.push([found[1], found[2]]);
      }
      const media = new URL(lines.findLast((line) => line && !line.startsWith("#")), list);
      for (const [length, start] of parts) {
        const range = `bytes=${start}-${Number(start) + Number(length) - 1}`;
        const answer = await fetch(media, { headers: { Range: range } });
        if (answer.status !== 206) throw new Error(`status ${answer.status}`);
        buffer.appendBuffer(await answer.arrayBuffer());
        await new Promise((done) => buffer.addEventListener("updateend", done, { once: true }));
      }
      source.endOfStream();
      this.hear("hlsError", { type: "otherError", details: "aRemark", fatal: false,
        error: new Error("<b>not serious</b>") });
    }
  }
  window.Hls = Hls;
})();
"""
OUR_SHAKA = """
window.shaka = { polyfill: { installAll() {} }, util: { Error: { Code: { NOT_OURS: 4032 } } },
  Player: class extends EventTarget {
    static version = "v0"; static isBrowserSupported() { return true; }
    async attach() {} async destroy() {}
    load(url) { return Promise.reject({ severity: 2, code: 4032, data: [url] }); }
  } };
"""
REASONS = """
Promise.all([import("./library-reasons.js"), import("./words/libraries-panel.js")])
  .then(([rules, words]) => ({
    hls: ["manifestIncompatibleCodecsError", "manifestLoadTimeOut", "levelParsingError",
      "fragLoadError", "bufferAppendError", "bufferStalledError", "bufferFullError",
      "fragParsingError", "unknown"].map(rules.hlsReason),
    shaka: [1001, 3015, 3016, 4001, 4032, 7000].map(rules.shakaReason),
    dash: [11, 20, 27, 31, 32, 34, 99].map(rules.dashReason),
    words: Object.values(words.WORDS).map((known) => Object.keys(known).sort()),
  }))
"""
OUR_DASH = "window.dashjs = { made: eval('1 + 1') };"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with three small libraries in the shape of the real packages."""
    project = tmp_path_factory.mktemp("libraries")
    for kind, script in zip(KINDS, (OUR_HLS, OUR_SHAKA, OUR_DASH), strict=True):
        package = project / "node_modules" / kind.name
        target = package / kind.files[0]
        target.parent.mkdir(parents=True)
        target.write_text(script, encoding="utf-8")
        told = {"name": kind.name, "version": "9.8.7"}
        (package / "package.json").write_text(json.dumps(told), encoding="utf-8")
    return project


@pytest.fixture(scope="session")
def counted_webm(make_clip: ClipFactory) -> Path:
    """Three seconds of WebM that say which frame is which, a segment each second."""
    video = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-b:v", "2M", "-g", "25")
    return make_clip(
        "library-counted.webm", sample_rate=None, filters=counting_filter(), video=video, seconds=3
    )


@pytest.fixture
def server() -> Iterator[MediaServer]:
    with MediaServer(paths.resources_dir() / "player") as running:
        yield running


def test_a_library_plays_and_another_s_failure_is_said_in_its_words(
    server: MediaServer, engines: Sequence[Engine], folder: Path, counted_webm: Path
) -> None:
    asked: list[str] = []
    wishes = RoomWishes(libraries_dir=folder, open_in_browser=asked.append)
    room = open_room(read_segment_map(counted_webm), wishes)
    url = server.room_url(server.add_room(room), theme="dark")
    try:
        with opened(pick(engines, "chromium"), url) as page:
            panel = open_panel(page)
            assert [(one["name"], one["version"]) for one in panel] == [
                (kind.title, "9.8.7") for kind in KINDS
            ]
            assert "takes no WebM" in panel[0]["text"]
            assert "in one" not in panel[2]["text"], "picture alone is fine for dash.js"
            page.evaluate(f"({PANEL}.querySelector('button[aria-label^=hls]').click(), 1)")
            wait_for(page, f"{PANEL}.textContent.includes('Opened in a browser.')")
            (address,) = asked
            assert address.startswith(server.base_url)
            assert "library=hls.js&manifest=hls%2Fmaster.m3u8&theme=dark" in address
            plays_the_right_frame(page)
            fails_in_words(page)
            reasons_have_words(page)
    finally:
        room.close()


def reasons_have_words(page: Page) -> None:
    """Every reason that is ever given has its sentence, in every language."""
    found = page.evaluate(REASONS)
    assert found["hls"] == [
        *("codecs", "network", "manifest", "network", "append", "stall", "full", "parse", ""),
    ]
    assert found["shaka"] == ["network", "append", "parse", "manifest", "codecs", ""]
    assert found["dash"] == ["network", "append", "network", "manifest", "codecs", "joined", ""]
    given = {*found["hls"], *found["shaka"], *found["dash"], "browser"} - {""}
    english, *others = found["words"]
    assert others == [english, english]
    assert {f"libraryWhy_{reason}" for reason in given} == {
        key for key in english if key.startswith("libraryWhy_")
    }


PANEL = "document.querySelector('#panel-libraries')"


def open_panel(page: Page) -> list[dict[str, Any]]:
    """Show the panel; return what it lists."""
    wait_for(page, "window.studioRoom?.port && true")
    opening = "studioRoom.dispatchEvent(new CustomEvent('open-panel', { detail: 'libraries' }))"
    page.evaluate(f"({opening}, 1)")
    wait_for(page, f"{PANEL}.querySelectorAll('li').length === 3")
    found = page.evaluate(f"""[...{PANEL}.querySelectorAll('li')].map((item) => ({{
      name: item.querySelector('h3').firstChild.textContent, text: item.textContent,
      version: item.querySelector('h3 span').textContent }}))""")
    return list(found)


def follow(page: Page, link: str, library: str) -> None:
    """Click a link of the panel, and wait for the library's page."""
    page.evaluate(f"({PANEL}.querySelector({json.dumps(link)}).click(), 1)")
    arrive(page, f"location.search.includes('library={library}') && !!window.studioLibrary")


def arrive(page: Page, script: str) -> None:
    """Wait for another page; while one leaves, nothing can be asked."""
    end = time.monotonic() + LIMIT_S
    while True:
        with contextlib.suppress(AssertionError):
            if page.evaluate(script):
                return
        assert time.monotonic() < end, f"never true: {script}"
        pause(0.03)


def plays_the_right_frame(page: Page) -> None:
    follow(page, "a[aria-label^=hls]", "hls.js")
    wait_for(page, "['plays', 'ended'].includes(studioLibrary.state) && studioLibrary.said.length")
    page.evaluate("(studioLibrary.video.pause(), 1)")
    assert "hls.js 9.8.7" in page.evaluate("document.querySelector('h1').textContent")
    assert page.evaluate("studioLibrary.version") == "0.0.7"
    wait_for(page, "document.querySelector('.library-figures').textContent.includes('0.00–3.00')")
    said = page.evaluate("document.querySelector('.library-said').textContent")
    assert "aRemark" in said
    assert "<b>not serious</b>" in said, "what a library says is text"
    page.evaluate("(studioLibrary.video.currentTime = 1.66, 1)")
    wait_for(page, "!studioLibrary.video.seeking")
    seen: list[int | None] = []
    while not seen or (seen[-1] != 41 and len(seen) < 40):
        seen.append(read_counter(page.screenshot(), picture_rect(page)))
    assert seen[-1] == 41, seen
    back_to_the_room(page)


def back_to_the_room(page: Page) -> None:
    page.evaluate("(document.querySelector('#library-head a').click(), 1)")
    arrive(page, "location.pathname.endsWith('index.html') && !!window.studioRoom")
    assert page.evaluate("location.search.includes('theme=dark')")
    open_panel(page)


def fails_in_words(page: Page) -> None:
    follow(page, "a[aria-label*=HLS][aria-label^=Shaka]", "shaka-player")
    wait_for(page, "studioLibrary.state === 'failed'")
    (error,) = page.evaluate("studioLibrary.said")
    assert (error["fatal"], error["name"], error["reason"]) == (True, "NOT_OURS (4032)", "codecs")
    said = page.evaluate("document.querySelector('.library-said').innerText").splitlines()
    assert said[0] == "The file's codecs or container are not taken. The library gives up."
    assert said[1] == "NOT_OURS (4032)"
    assert said[2].startswith("…/rooms/"), "the address of the server is not shown"
    assert said[2].endswith("/libraries/hls/master.m3u8")
    assert page.evaluate("document.querySelector('.library-state').textContent") == (
        "It does not play"
    )
    back_to_the_room(page)
    follow(page, "a[aria-label^=dash]", "dashjs")
    wait_for(page, "studioLibrary.state === 'failed'")
    said = json.dumps(page.evaluate("studioLibrary.said"))
    assert "window.dashjs is not there" in said, "its eval is kept back, so it never comes to be"
    assert "script-src" in said


@pytest.mark.skipif(not REAL, reason="MSE_STUDIO_TEST_LIBRARIES names no folder with libraries")
@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_the_real_libraries_play_what_is_said_of_them(
    name: str,
    server: MediaServer,
    engines: Sequence[Engine],
    qapp: QApplication,
    make_clip: ClipFactory,
    counted_webm: Path,
) -> None:
    libraries = find_libraries(Path(REAL))
    assert libraries, f"no library in {REAL}"
    extra = ("-movflags", "+frag_keyframe+empty_moov+default_base_moof", "-g", "25")
    mp4 = make_clip("library.mp4", seconds=4, video=X264, audio=AAC, extra=extra)
    for path in (counted_webm, mp4):
        room = open_room(read_segment_map(path), RoomWishes(libraries_dir=Path(REAL)))
        room_id = server.add_room(room)
        first = server.room_url(room_id, "library.html", library=libraries[0].kind.name)
        with opened(pick(engines, name), first) as page:
            for library in libraries:
                for manifest in library.kind.manifests:
                    query = {"library": library.kind.name, "manifest": manifest, "autoplay": "1"}
                    address = server.room_url(room_id, "library.html", **query)
                    page.evaluate(f"(location.href = {json.dumps(address)}, 1)")
                    seen = outcome(page, library.kind.name, manifest)
                    refused = library.kind.name == "hls.js" and path.suffix == ".webm"
                    expected = {"failed"} if refused else {"plays", "ended"}
                    assert seen["state"] in expected, (path.name, manifest, seen)
                    assert not any("policy" in one["name"] for one in seen["said"]), seen
        room.close()


def outcome(page: Page, library: str, manifest: str) -> dict[str, Any]:
    end = manifest.replace("/", "%2F")
    here = f"location.search.includes('library={library}&manifest={end}')"
    states = "['plays', 'ended', 'failed'].includes(window.studioLibrary?.state)"
    arrive(page, f"{here} && {states}")
    return dict(page.evaluate("({ state: studioLibrary.state, said: studioLibrary.said })"))
