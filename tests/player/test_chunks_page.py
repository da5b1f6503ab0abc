"""The chunk protocol played for real: by our page, and by a page written as simple pages are."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication

from studio import paths
from studio.repair.operations import run_operation
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.streams.names import StreamAddress, StreamKind
from studio.streams.service import StreamService
from studio.streams.viewers import ViewerLedger
from studio.streams.vod import VodStream
from studio.verdict.browsers import Engine
from tests.conftest import ClipFactory
from tests.e2e.support import pick
from tests.player.pages import Page, opened, wait_for

pytestmark = pytest.mark.engine

VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8")
GOP = ("-g", "12", "-keyint_min", "12", "-sc_threshold", "0")
FRAGMENTS = "+frag_keyframe+empty_moov+default_base_moof+delay_moov"
VIDEO = "document.querySelector('video')"

PLAIN = """<!doctype html><meta charset="utf-8"><title>plain</title>
<video muted></video><script type="module" src="plain.js"></script>"""

PLAIN_SCRIPT = """
const asked = new URLSearchParams(location.search);
const folder = asked.get("folder"), mime = asked.get("mime");
const video = document.querySelector("video");
const story = window.plain = { ended: 0, error: "", frames: 0 };

async function chunk(current) {
  const answer = await fetch(folder + "page/video", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ current }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.arrayBuffer();
}

async function play(chunks) {
  const source = new MediaSource();
  video.src = URL.createObjectURL(source);
  await new Promise((done) => source.addEventListener("sourceopen", done, { once: true }));
  const buffer = source.addSourceBuffer(mime);
  for (const current of chunks) {
    const data = await chunk(current);
    buffer.appendBuffer(data);
    await new Promise((done) => buffer.addEventListener("updateend", done, { once: true }));
    if (video.error) throw new Error(video.error.message);
  }
  source.endOfStream();
  const ranges = buffer.buffered;
  if (ranges.length > 1) video.currentTime = ranges.start(ranges.length - 1);
  story.ranges = ranges.length;
  const ended = new Promise((done) => video.addEventListener("ended", done, { once: true }));
  video.playbackRate = 2;
  await video.play();
  await ended;
  story.ended += 1;
  story.frames = video.getVideoPlaybackQuality().totalVideoFrames;
}

try {
  const { segments } = await (await fetch(folder + "page/video/segment")).json();
  story.segments = segments;
  await play([...Array(segments).keys()]);
  story.all = story.frames;
  await play([0, segments - 1]);
} catch (error) {
  story.error = String(error);
}
story.done = true;
"""


@dataclass(frozen=True)
class Site:
    """A server with two files, and a page that is not ours."""

    base_url: str
    mimes: dict[str, str]

    def page(self, name: str) -> str:
        """Our page of a file."""
        return f"{self.base_url}/vod/{name}/page?lang=en&theme=dark&autoplay=1"

    def plain(self, name: str) -> str:
        """The other page, for a file."""
        mime = self.mimes[name].replace(" ", "%20").replace('"', "%22")
        return f"{self.base_url}/player/plain.html?folder=../vod/{name}/&mime={mime}"


@pytest.fixture(scope="module")
def site(make_clip: ClipFactory, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("chunks")
    pages = folder / "player"
    shutil.copytree(paths.resources_dir() / "player", pages)
    (pages / "plain.html").write_text(PLAIN)
    (pages / "plain.js").write_text(PLAIN_SCRIPT)
    raw = make_clip("streams-origin-raw.webm", video=(*VP8, *GOP[:4]), audio=("-c:a", "libvorbis"))
    webm = folder / "clip.webm"
    run_operation("recluster", raw, webm, on_progress=lambda _: None)
    mp4 = make_clip("streams-origin.mp4", extra=(*GOP, "-movflags", FRAGMENTS))
    service, mimes = StreamService(), {}
    for name, path in (("webm", webm), ("mp4", mp4)):
        found = read_segment_map(path)
        assert len(found.segments) >= 4
        address = StreamAddress(StreamKind.VOD, name)
        service.add(VodStream(address, found, ledger=ViewerLedger()))
        mimes[name] = found.mime
    assert mimes["webm"] == 'video/webm; codecs="vp8,vorbis"'
    mimes["webm"] = 'video/webm; codecs="vorbis,vp8"'  # as the classic pages write it
    with MediaServer(pages) as server:
        server.add_service(service)
        yield Site(server.base_url, mimes)


def play_ours(page: Page) -> None:
    """Have our page begin, jump to the last chunk, play to the end, and jump back."""
    jump = "s => { s.value = %s; s.dispatchEvent(new Event('input')); return true; }"
    slider = "document.getElementById('chunk')"
    wait_for(page, f"{VIDEO} && {VIDEO}.currentTime > 0.1")
    page.evaluate(f"({jump % 's.max'})({slider})")
    page.evaluate(f"{VIDEO}.play().then(() => true)")  # it may have been at its end
    wait_for(page, f"{VIDEO}.ended")
    assert page.evaluate("document.getElementById('story').textContent") == "All chunks are here."
    page.evaluate(f"{VIDEO}.pause()")
    for _ in range(10):  # at once: only the last is meant
        page.evaluate(f"[3, 0, 2, 1, 3, 0, 1].map(n => ({jump % 'n'})({slider}))")
    wait_for(page, f"!{VIDEO}.seeking && {VIDEO}.readyState > 2")
    assert page.evaluate("document.getElementById('number').value").startswith("1 / ")
    at = page.evaluate(f"{VIDEO}.currentTime")
    assert 0.4 < at < 0.7
    page.evaluate(f"{VIDEO}.play().then(() => true)")
    wait_for(page, f"{VIDEO}.currentTime > {at} + 0.1")
    assert page.evaluate(f"{VIDEO}.error") is None


def forbid_injected_scripts(page: Page) -> None:
    """Put an image with a script into the page: the policy of our pages stops it."""
    told = page.evaluate("""new Promise((done) => {
      document.addEventListener("securitypolicyviolation", (e) => done(e.effectiveDirective));
      document.body.insertAdjacentHTML("beforeend", '<img src="data:," onerror="window.hit = 1">');
      setTimeout(() => done("nothing was stopped"), 3000);
    })""")
    assert told == "script-src-attr"
    assert page.evaluate("window.hit ?? null") is None


def go(page: Page, url: str) -> None:
    """Open another page; a little later, for this one has to answer first."""
    page.evaluate(f"(setTimeout(() => {{ location.href = {url!r}; }}, 150), true)")


def play_plain(page: Page, url: str) -> None:
    """Have the other page play everything, and then the first and the last chunk."""
    go(page, url)
    wait_for(page, "window.plain && window.plain.done")
    story = page.evaluate("window.plain")
    assert story["error"] == ""
    assert story["ended"] == 2
    assert story["ranges"] == 2
    assert story["all"] >= 25  # of 50, at twice the speed
    assert story["segments"] >= 4


@pytest.mark.parametrize("name", ["embedded", "chromium", "firefox"])
def test_chunks_play_to_the_end_and_after_a_jump(
    name: str, engines: Sequence[Engine], site: Site, qapp: QApplication
) -> None:
    with opened(pick(engines, name), site.page("webm")) as page:
        play_ours(page)
        if name != "embedded":  # which logs it as a warning
            forbid_injected_scripts(page)
        play_plain(page, site.plain("webm"))
        mime = site.mimes["mp4"]
        if page.evaluate(f"MediaSource.isTypeSupported({mime!r})"):
            go(page, site.page("mp4"))
            wait_for(page, "!window.plain")
            play_ours(page)
            play_plain(page, site.plain("mp4"))
        else:
            assert name == "embedded"
            go(page, site.page("mp4"))
            told = wait_for(page, "document.getElementById('story')?.textContent")
            assert told == f"This browser cannot play {mime}."
