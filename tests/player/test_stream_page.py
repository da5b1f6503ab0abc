"""The page of a stream in real engines: what is seen is read from the pictures themselves."""

import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studio.segments.model import SegmentMap
from studio.segments.reader import read_segment_map
from studio.verdict.browsers import Engine
from tests.conftest import ClipFactory
from tests.e2e.support import pick
from tests.player.counter import counting_filter, read_counter
from tests.player.pages import (
    LIMIT_S,
    ChromiumPage,
    EmbeddedPage,
    FirefoxPage,
    Page,
    opened,
    pause,
    picture_rect,
    wait_for,
)
from tests.player.stream_page_rig import (
    FaultyPlayout,
    LadderPart,
    Live,
    Spoiler,
    live,
    page_url,
    served,
    vod,
)

pytestmark = pytest.mark.engine

RATE = 25
LENGTH_S = 12
VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-b:v", "500k", "-g", "10")
VP9 = ("-c:v", "libvpx-vp9", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8")
OPUS = ("-c:a", "libopus", "-b:a", "48k")
FRAGMENTS = ("-movflags", "+frag_keyframe+empty_moov+default_base_moof+delay_moov")
PLAYS = "window.streamPage?.state === 'PLAYING' && streamPage.frames > 3"
FAILED = "window.streamPage?.state === 'FAILED'"
IS_STILL = (
    "(() => { const v = document.querySelector('video'); return !v.seeking && v.readyState > 1 })()"
)
RANGES = """(() => { const { buffered } = document.querySelector('video');
  return Array.from({ length: buffered.length }, (_, n) =>
    [buffered.start(n), buffered.end(n)]); })()"""
OUTSIDE = """[...document.querySelectorAll('body *')].filter((one) =>
  one.offsetParent && one.getBoundingClientRect().right > innerWidth + 1).length"""
NAMELESS = """[...document.querySelectorAll('button, input, select')].filter((one) =>
  !one.textContent.trim() && !one.getAttribute('aria-label')).length"""
CHOOSE = """(() => {
  const menu = document.querySelector('.way-tools select');
  menu.selectedIndex = [...menu.options].findIndex((one) => one.text === 'RUNG');
  menu.dispatchEvent(new Event('change'));
})()"""
STORM = """(async () => {
  let most = 0;
  for (let n = 0; n < 200; n += 1) {
    streamPage.seek(((n * 7919) % 1150) / 100);
    for (let look = 0; look < 2; look += 1) {
      most = Math.max(most, streamPage.outstanding);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
  streamPage.seek(9.26);
  return most;
})()"""


@pytest.fixture(scope="module")
def webm(make_clip: ClipFactory) -> SegmentMap:
    """Twelve seconds that count, in clusters of 0.4 s."""
    return read_segment_map(
        make_clip(
            "streams-page-page.webm",
            seconds=LENGTH_S,
            size="192x108",
            sample_rate=None,
            filters=counting_filter(),
            video=VP8,
        )
    )


@pytest.fixture(scope="module")
def mp4(make_clip: ClipFactory) -> SegmentMap:
    """Twelve seconds that count, with sound, in fragments of 0.4 s or less."""
    return fragmented(make_clip, "streams-page-page.mp4", "192x108", "400k")


@pytest.fixture(scope="module")
def low(make_clip: ClipFactory) -> SegmentMap:
    """The same in small."""
    return fragmented(make_clip, "streams-page-low.mp4", "128x72", "150k")


def fragmented(make_clip: ClipFactory, name: str, size: str, rate: str) -> SegmentMap:
    """Make a clip of VP9 and Opus."""
    return read_segment_map(
        make_clip(
            name,
            seconds=LENGTH_S,
            size=size,
            sample_rate=48_000,
            filters=counting_filter(),
            video=(*VP9, "-b:v", rate, "-g", "10"),
            audio=OPUS,
            extra=FRAGMENTS,
        )
    )


@pytest.fixture(scope="module")
def shown(webm: SegmentMap, qapp: QApplication) -> Iterator[EmbeddedPage]:
    """One embedded view for all tests of faults."""
    with ExitStack() as opened_here:
        with served(vod("first", webm)) as server:
            url = server.page_url("stream/index.html", stream="vod/first")
            page = opened_here.enter_context(EmbeddedPage(url, 800, 600))
        yield page


def frame_on(page: Page) -> int | None:
    """Return the number of the frame that is seen."""
    return read_counter(page.screenshot(), picture_rect(page))


def shows(page: Page, frame: int) -> None:
    """Wait until this frame is seen."""
    end = time.monotonic() + LIMIT_S
    seen: list[int | None] = []
    while not seen or seen[-1] != frame:
        assert time.monotonic() < end, f"{frame} is never seen: {seen[-10:]}"
        wait_for(page, IS_STILL)
        seen.append(frame_on(page))
        pause(0.03)


def shows_its_moment(page: Page) -> float:
    """Pause; the picture must be that of the position, which is returned."""
    page.evaluate("streamPage.pause()")
    position = float(page.evaluate("streamPage.position_s"))
    end = time.monotonic() + LIMIT_S
    expected = position % LENGTH_S * RATE
    while abs((frame_on(page) or 0) - expected) > 1.5:
        assert time.monotonic() < end, (expected, frame_on(page))
        pause(0.05)
    return position


def status_line(page: Page) -> str:
    """The line at the top."""
    return str(page.evaluate("document.querySelector('.way-words').innerText"))


def notice(page: Page) -> str:
    """What lies over the picture."""
    return str(page.evaluate("document.querySelector('.notice:not([hidden])')?.innerText ?? ''"))


@pytest.mark.parametrize(
    ("name", "way"), [("embedded", "dash"), ("chromium", "hls"), ("firefox", "socket")]
)
def test_a_file_plays_frame_by_frame_and_who_joins_late_sees_the_moment_that_all_see(
    name: str,
    way: str,
    engines: Sequence[Engine],
    qapp: QApplication,
    webm: SegmentMap,
    mp4: SegmentMap,
) -> None:
    film, found = vod("film", webm), webm if name == "embedded" else mp4
    feed = FaultyPlayout(found)
    camera = live("camera", feed).stream
    with served(film, camera) as server:
        url = page_url(server, film, "segments", viewer="me")
        with opened(pick(engines, name), url, width=700, height=500) as page:
            plays_and_seeks(page)
            (viewer,) = film.status().viewers
            assert (viewer.viewer_id, viewer.way) == ("me", "segments")
            camera.start()
            feed.wait_for(4)
            go(page, page_url(server, camera, way))
            joins_late(page)
            buffers = 2 if found is mp4 and way != "socket" else 1
            assert len(page.evaluate("streamPage.mimes")) == buffers


def plays_and_seeks(page: Page) -> None:
    """A file: every seek shows its frame, and the end is told."""
    wait_for(page, PLAYS)
    page.evaluate("streamPage.pause()")
    for time_s in (7.06, 0.5, 11.7):
        page.evaluate(f"streamPage.seek({time_s})")
        shows(page, int(time_s * RATE))
    page.evaluate("streamPage.play()")
    wait_for(page, "streamPage.state === 'ENDED'")
    assert page.evaluate("streamPage.error") is None


def joins_late(page: Page) -> None:
    """A live stream: the right moment is seen, soon."""
    wait_for(page, PLAYS)
    latency, started = page.evaluate("[streamPage.latency_s, streamPage.position_s]")
    assert started > 0.3, "it begins with what is new, not with what was first"
    assert latency < 9
    wait_for(page, f"streamPage.position_s > {started} + 0.6")
    shows_its_moment(page)
    assert page.evaluate("streamPage.error") is None
    assert status_line(page).startswith("Paused")


def go(page: Page, url: str) -> None:
    """Open another page in the same engine, and wait until it is that one."""
    match page:
        case ChromiumPage():
            page._remote.ask("Page.navigate", url=url)
        case FirefoxPage():
            context = page._context
            page._remote.ask("browsingContext.navigate", context=context, url=url, wait="complete")
        case EmbeddedPage():
            told: list[bool] = []
            page.view.loadFinished.connect(told.append)
            page.view.open(url)
            end = time.monotonic() + LIMIT_S
            while not told:
                assert time.monotonic() < end
                pause(0.02)
            page.view.loadFinished.disconnect(told.append)
    wait_for(page, f"location.href === {url!r}")


@pytest.fixture
def camera(webm: SegmentMap, shown: EmbeddedPage) -> Iterator[tuple[Live, FaultyPlayout]]:
    """A live stream that is watched over WebSocket, and plays."""
    feed = FaultyPlayout(webm)
    playing = live("camera", feed)
    with served(playing.stream) as server:
        playing.stream.start()
        go(shown, page_url(server, playing.stream, "socket", viewer="me"))
        wait_for(shown, PLAYS)
        yield playing, feed


def test_a_live_stream_goes_on_after_what_befalls_it(
    shown: EmbeddedPage, camera: tuple[Live, FaultyPlayout]
) -> None:
    playing, feed = camera
    assert playing.cutter.cut() == 1
    before = shown.evaluate("streamPage.position_s")
    wait_for(shown, f"streamPage.position_s > {before} + 1.2 && {PLAYS}")
    feed.leave_out(3)
    wait_for(shown, "streamPage.note === 'left_out'")
    assert "did not arrive in time" in status_line(shown)
    wait_for(shown, PLAYS)
    playing.cutter.viewers[-1].dropped(2)
    wait_for(shown, "streamPage.state === 'NOT_ENOUGH_BANDWIDTH'")
    assert "too slow" in status_line(shown)
    shows_its_moment(shown)
    playing.stream.stop()
    shown.evaluate("streamPage.play()")
    wait_for(shown, "streamPage.state === 'ENDED'")
    wait_for(shown, "document.querySelector('.way-line').textContent === 'The stream has ended.'")
    playing.stream.start()
    wait_for(shown, PLAYS)
    shows_its_moment(shown)
    shown.evaluate("streamPage.play()")
    feed.fail("The camera was unplugged.")
    wait_for(shown, FAILED)
    assert "The camera was unplugged." in notice(shown)


def test_a_broken_segment_is_named_and_can_be_left_out(
    shown: EmbeddedPage, webm: SegmentMap
) -> None:
    stream = vod("film", webm)
    stream.add_part(Spoiler(2))
    with served(stream) as server:
        go(shown, page_url(server, stream, "segments"))
        wait_for(shown, FAILED)
        assert "Segment 2 (0:00.80–0:01.20) cannot be played." in notice(shown)
        shown.evaluate("document.querySelector('.notice .main').click()")
        wait_for(shown, "streamPage.position_s > 1.3 && streamPage.state === 'PLAYING'")
        ranges = shown.evaluate(RANGES)
        assert any(abs(start - 1.2) < 0.01 for start, _ in ranges), ranges


def test_a_file_that_goes_is_told_and_so_is_one_that_never_was(
    shown: EmbeddedPage, webm: SegmentMap, tmp_path: Path
) -> None:
    copy = tmp_path / "goes.webm"
    shutil.copy(webm.path, copy)
    stream = vod("film", read_segment_map(copy))
    with served(stream) as server:
        go(shown, page_url(server, stream, "segments"))
        wait_for(shown, PLAYS)
        copy.unlink()
        wait_for(shown, FAILED)
        assert notice(shown).startswith("The file is gone.")
        go(shown, page_url(server, stream, "segments").replace("vod%2Ffilm", "vod%2Fnothing"))
        wait_for(shown, FAILED)
        assert notice(shown).startswith("File not found.")
        go(shown, server.page_url("stream/index.html", stream="vod/../x"))
        wait_for(shown, FAILED)
        assert notice(shown).startswith("This address names no stream.")


def test_two_hundred_seeks_leave_few_requests_and_the_right_place(
    shown: EmbeddedPage, mp4: SegmentMap
) -> None:
    stream = vod("film", mp4)
    with served(stream) as server:
        go(shown, page_url(server, stream, "segments", autoplay="0"))
        wait_for(shown, "window.streamPage?.duration_s > 11")
        assert shown.evaluate(STORM) <= 4
        shows(shown, int(9.26 * RATE))


def test_another_rung_is_shown_at_the_next_segment(
    shown: EmbeddedPage, mp4: SegmentMap, low: SegmentMap
) -> None:
    stream = vod("film", mp4)
    stream.add_part(LadderPart(low, mp4))
    height = "document.querySelector('video').videoHeight"
    with served(stream) as server:
        go(shown, page_url(server, stream, "hls", list="hls/ladder.m3u8"))
        wait_for(shown, PLAYS)
        for rung in (108, 72):  # what is taken by itself depends on how busy the machine is
            shown.evaluate(CHOOSE.replace("RUNG", f"{rung}p"))
            wait_for(shown, f"streamPage.rung === '{rung}p' && {height} === {rung}")
        shows_its_moment(shown)
        shown.evaluate("streamPage.play()")
        wait_for(shown, f"streamPage.state === 'PLAYING' && {height} === 72")
        assert shown.evaluate("streamPage.error") is None
        assert len(shown.evaluate(RANGES)) == 1


@pytest.mark.parametrize(("width", "language"), [(400, "pseudo"), (1600, "ru")])
def test_nothing_sticks_out_in_a_language_of_long_words(
    shown: EmbeddedPage, webm: SegmentMap, width: int, language: str
) -> None:
    stream = vod("a-film-with-a-rather-long-name-of-its-own", webm)
    shown.view.resize(width, 700)
    with served(stream) as server:
        go(shown, page_url(server, stream, "segments", lang=language))
        wait_for(shown, PLAYS)
        shown.key("d")
        wait_for(shown, "!document.querySelector('#details').hidden")
        assert shown.evaluate(OUTSIDE) == 0
        assert shown.evaluate(NAMELESS) == 0
