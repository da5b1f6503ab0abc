"""The time axis and the panel of the chosen segment, in real pages: what is drawn, and where."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from studio import paths
from studio.preview.opening import RoomWishes, open_room
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.transcode.tools import Ffmpeg
from studio.verdict.browsers import Engine
from tests.conftest import ClipFactory
from tests.e2e.support import pick
from tests.player.pages import ChromiumPage, EmbeddedPage, Page, opened, wait_for

pytestmark = pytest.mark.engine

SECONDS = 8
SEGMENT_S = 2.0
PANEL = "document.querySelector('#drawer:not([hidden]) #panel-segment:not([hidden])')"
COLOUR_REACH = 12
"""How far a colour may be off in a screenshot, of 255."""


@pytest.fixture(scope="session")
def clip(make_clip: ClipFactory) -> Path:
    """Eight seconds of picture in four segments; the first is much larger than the others."""
    video = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-g", "50")
    black = "drawbox=color=black:t=fill:enable='gt(t,2)'"
    name = "axis.webm"
    return make_clip(name, seconds=SECONDS, sample_rate=None, filters=black, video=video)


@contextmanager
def shown(engine: Engine, clip: Path, ffmpeg: Ffmpeg | None = None) -> Iterator["AxisPage"]:
    """Show a room until all of its file is buffered."""
    wishes = RoomWishes(ffmpeg=ffmpeg.path if ffmpeg else None)
    room = open_room(read_segment_map(clip), wishes)
    try:
        with MediaServer(paths.resources_dir() / "player") as server:
            url = server.room_url(server.add_room(room), theme="light", lang="en")
            with opened(engine, url, width=1280, height=800) as page:
                whole = f"studioRoom.state.buffered.at(-1)?.[1] >= {SECONDS} - 0.1"
                wait_for(page, f"window.studioRoom?.port && {whole} && studioRoom.facts.complete")
                yield AxisPage(page)
    finally:
        room.close()


class AxisPage:
    """Where things are on the axis, and what colour they have."""

    def __init__(self, page: Page, ratio: float = 1) -> None:
        self.page, self.ratio = page, ratio
        self._colours: dict[str, QColor] = {}

    def ask(self, script: str) -> Any:
        """Evaluate an expression; ``area`` is the axis and ``room`` the room."""
        return self.page.evaluate(
            "((area, room) => (" + script + "))"
            "(document.querySelector('.axis-area'), window.studioRoom)"
        )

    def wait(self, script: str) -> Any:
        """Wait for an expression as in ``ask``."""
        return wait_for(
            self.page,
            "((area, room) => (" + script + "))"
            "(document.querySelector('.axis-area'), window.studioRoom)",
        )

    @property
    def view(self) -> tuple[float, float]:
        """What is seen: from, and how long, in seconds."""
        found = self.ask("[Number(area.dataset.from), Number(area.dataset.span)]")
        return found[0], found[1]

    def x(self, time_s: float) -> float:
        """Return where a time is, in CSS pixels of the viewport."""
        return self.places(time_s)[0]

    def places(self, *times_s: float) -> list[float]:
        """Return where times are, as ``x``."""
        left, width, from_s, span_s = self.ask(
            "(r => [r.left, r.width, ...[area.dataset.from, area.dataset.span].map(Number)])"
            "(area.getBoundingClientRect())"
        )
        return [left + 10 + (time_s - from_s) * (width - 20) / span_s for time_s in times_s]

    def time(self, x: float) -> float:
        """Return the time at a place."""
        zero, one = self.places(0, 1)
        return (x - zero) / (one - zero)

    def lane(self, name: str) -> tuple[float, float]:
        """Return top and height of a lane."""
        cell = f"document.querySelector('[data-lane={name}]')"
        top, height = self.ask(f"(r => [r.top, r.height])({cell}.getBoundingClientRect())")
        return top, height

    def middle(self, name: str) -> float:
        """Return the middle of a lane."""
        top, height = self.lane(name)
        return top + height / 2

    def colour(self, name: str) -> QColor:
        """Return a colour of the style sheet."""
        if name not in self._colours:
            value = f"getComputedStyle(area).getPropertyValue({json.dumps('--' + name)})"
            self._colours[name] = QColor(self.ask(f"{value}.trim()"))
        return self._colours[name]

    def pixel(self, image: QImage, x: float, y: float) -> QColor:
        """Return a colour of a screenshot at a place in CSS pixels."""
        return image.pixelColor(round(x * self.ratio), round(y * self.ratio))

    def wait_for_colour(self, name: str, x: float, y: float) -> None:
        """Wait until a place has a colour of the style sheet."""
        wanted = self.colour(name)
        for _ in range(60):
            found = self.pixel(self.page.screenshot(), x, y)
            if is_near(found, wanted):
                return
            self.ask("new Promise(done => setTimeout(() => done(1), 50))")
        pytest.fail(f"{found.name()} at {x}, {y} and not {name}, {wanted.name()}")

    def go_to(self, time_s: float) -> None:
        """Have the picture at a place, no segment chosen, and the axis drawn for it."""
        self.ask("(room.select('init'), 1)")
        self.ask(f"room.port.perform('seek', {{ time_s: {time_s} }}).then(() => 1)")
        self.settle()

    def settle(self) -> None:
        """Wait until the axis is drawn."""
        self.ask("new Promise(d => requestAnimationFrame(() => requestAnimationFrame(() => d(1))))")

    def head_columns(self, image: QImage) -> list[float]:
        """Return the columns of the playhead at the height of the bit rate, in CSS pixels."""
        head, y = self.colour("head"), round((self.lane("rate")[0] + 3) * self.ratio)
        return [
            x / self.ratio
            for x in range(image.width())
            if is_near(image.pixelColor(x, y), head, 40)
        ]


def is_near(found: QColor, wanted: QColor, reach: int = COLOUR_REACH) -> bool:
    """Return whether two colours are the same to the eye."""
    ways = (QColor.red, QColor.green, QColor.blue)
    return all(abs(part(found) - part(wanted)) <= reach for part in ways)


def test_lanes_show_what_the_file_and_the_buffers_hold(
    embedded: Engine, qapp: QApplication, clip: Path, ffmpeg: Ffmpeg
) -> None:
    with shown(embedded, clip, ffmpeg) as axis:
        lanes = "[...document.querySelectorAll('[data-lane]')].map(e => e.dataset.lane).join()"
        assert axis.ask(lanes) == "pictures,segments,rate,buffered,engines"
        axis.go_to(7.9)
        image = axis.page.screenshot()
        check_blocks(axis, image)
        check_pictures(axis)
        check_keyframes(axis, image)
        check_predictions_and_findings(axis)
        check_buffers(axis)


def check_blocks(axis: AxisPage, image: QImage) -> None:
    """Each segment is where its times are, as tall as its bytes, in alternating shades."""
    segments = axis.ask("room.facts.segments")
    largest = max(segment["size"] for segment in segments)
    assert min(segment["size"] for segment in segments) < largest / 3, "a clip that shows it"
    top, height = axis.lane("segments")
    floor, tall = top + height - 1 - 9, height - 1 - 9 - 2
    panel = axis.colour("panel")
    for segment in segments:
        start_s, end_s = segment["start_s"], segment["end_s"]
        shade = axis.colour("segment-odd" if segment["n"] % 2 else "segment-even")
        wanted = max(3, segment["size"] / largest * tall)
        for x in axis.places((start_s + end_s) / 2, end_s - 0.06):
            assert is_near(axis.pixel(image, x, floor - 1), shade), (segment, x)
            rows = range(round(top), round(floor))
            filled = sum(not is_near(axis.pixel(image, x, y), panel) for y in rows)
            assert abs(filled - wanted) <= 1.5, (segment, filled, wanted)


def check_pictures(axis: AxisPage) -> None:
    """Pictures of the film come into their lane: the first quarter is coloured, the rest black."""
    axis.wait("performance.getEntriesByType('resource').some(e => e.name.includes('filmstrip'))")
    y = axis.middle("pictures") + 10
    *xs, seam = axis.places(*(t / 10 for t in range(3, 18)), 5)
    black = seam + 5
    for _ in range(200):
        image = axis.page.screenshot()
        row = [axis.pixel(image, x, y) for x in [*xs, black]]
        coloured = sum(colour.hsvSaturation() > 120 for colour in row[:-1])
        if coloured > 5 and row[-1].lightness() < 30:
            return
        axis.ask("new Promise(done => setTimeout(() => done(1), 100))")
    pytest.fail(f"no pictures: {[colour.name() for colour in row]}")


def check_keyframes(axis: AxisPage, image: QImage) -> None:
    """A diamond stands where a segment begins, and nothing between."""
    top, height = axis.lane("segments")
    y = top + height - 1 - 9 + 4
    assert is_near(axis.pixel(image, axis.x(SEGMENT_S), y), axis.colour("key"), 40)
    assert is_near(axis.pixel(image, axis.x(SEGMENT_S * 1.5), y), axis.colour("panel"))


def check_predictions_and_findings(axis: AxisPage) -> None:
    """What is expected not to play is hatched; a finding has a mark, and tells of a click."""
    axis.ask("""(() => {
      const facts = structuredClone(room.facts);
      facts.predictions = [{ engine: "x", title: "Engine X", plays: false,
        ranges: [[0, 2], [4, 8]], reason: "<b>because</b>" }];
      facts.findings = [{ code: "x", severity: "block", message: "Odd <i>block</i>",
        remedy: "Mend it", time_s: 3, offset: null, segment: 1, engines: [] }];
      room.facts = facts;
      room.dispatchEvent(new Event("facts"));
      return 1;
    })()""")
    axis.wait("document.querySelector('[data-lane=findings]') && 1")
    top, height = axis.lane("engines")
    y = top + height - 1 - 2 - 8
    place = (axis.x(3), axis.middle("findings"))
    axis.wait_for_colour("bad", place[0] - 5, place[1] - 1)
    image, fails = axis.page.screenshot(), axis.colour("fails")
    hatched = [is_near(axis.pixel(image, place[0] + i, y), fails, 90) for i in range(14)]
    assert 2 <= sum(hatched) <= 11, "lines with gaps between them"
    for x in axis.places(1, 6):
        assert is_near(axis.pixel(image, x, y), axis.colour("plays"))
    ways: Sequence[Callable[[], None]] = (
        lambda: axis.page.click(*place),
        lambda: axis.page.key("N", shift=True),
    )
    for go in ways:
        axis.ask("(room.openPanel('inspector'), room.select(3), 1)")
        go()
        axis.wait(f"room.selected === 1 && {PANEL}?.textContent.includes('Mend it')")
        axis.wait("Math.abs(room.state.time_s - 3) < 0.05 && !room.state.seeking")
        axis.go_to(7.9)


def check_buffers(axis: AxisPage) -> None:
    """The panel appends the chosen segment alone, then the next; the lane grows with it."""
    axis.ask("(room.openPanel('segment'), room.select(2), 1)")
    axis.wait("document.querySelectorAll('#panel-segment .tree-row').length > 10")
    told = axis.ask("document.querySelector('#panel-segment .segment-facts').textContent")
    segment = axis.ask("room.facts.segments[2]")
    assert f"{segment['size']:,}".replace(",", "\u202f") in told
    press(axis, "Append only this")
    axis.wait("document.querySelector('.segment-message').textContent.includes('nothing else')")
    y = axis.lane("buffered")[0] + 2 + 8
    axis.wait_for_colour("range", axis.x(5), y)
    axis.wait_for_colour("groove", axis.x(7), y)
    axis.wait_for_colour("groove", axis.x(1), y)
    axis.ask("(room.select(3), 1)")
    press(axis, "Append now")
    axis.wait_for_colour("range", axis.x(7), y)
    axis.wait_for_colour("groove", axis.x(1), y)
    axis.ask("room.port.perform('remove-source-buffer', { buffer: 0 }).then(() => 1)")
    press(axis, "Append now")
    axis.wait("document.querySelector('.segment-message').textContent.startsWith('Refused: ')")


def press(axis: AxisPage, name: str) -> None:
    """Press a button of the segment panel."""
    buttons = "[...document.querySelectorAll('#panel-segment button')]"
    axis.ask(f"({buttons}.find(b => b.textContent === {name!r}).click(), 1)")


def test_the_axis_is_used_with_mouse_and_keys(
    embedded: Engine, qapp: QApplication, clip: Path
) -> None:
    with shown(embedded, clip) as axis:
        check_scrub(axis)
        check_seek_and_head(axis, 5.3, 2)
        check_zoom(axis)
        check_keys(axis)
        check_follow(axis)
        check_range(axis)
        check_closing(axis)
        check_tree_keys(axis)


def check_seek_and_head(axis: AxisPage, time_s: float, segment: int) -> None:
    """A click in a segment chooses it and goes there; the playhead stands where it was clicked."""
    x = axis.x(time_s)
    axis.page.click(x, axis.middle("segments"))
    axis.wait(f"Math.abs(room.state.time_s - {time_s}) < 0.05 && room.selected === {segment}")
    axis.wait(f"Boolean({PANEL})")
    axis.wait("!room.state.seeking")
    assert axis.ask("room.state.segment") == segment
    axis.wait(f"area.getAttribute('aria-valuetext').includes('segment {segment}')")
    axis.settle()
    columns = axis.head_columns(axis.page.screenshot())
    assert columns, "there is a playhead"
    assert all(abs(column - x) <= 1.5 for column in columns), (columns, x)


def check_scrub(axis: AxisPage) -> None:
    """Dragging takes the picture along, and ends where the pointer does."""
    axis.wait("room.selected === 0")  # as nobody has chosen, the playhead's
    y = axis.middle("rate")
    start, end = axis.places(1, 3.4)
    axis.page.drag((start, y), (end, y))
    axis.wait("Math.abs(room.state.time_s - 3.4) < 0.05 && !room.state.seeking")
    axis.wait("room.selected === 1")


def check_zoom(axis: AxisPage) -> None:
    """The time under the pointer stays where it is; the wheel scrolls; a double click shows one."""
    x, y = axis.x(3.1), axis.middle("segments")
    kept = axis.time(x)
    for _ in range(3):
        before = axis.view[1]
        axis.page.wheel(x, y, -120, ctrl=True)
        axis.wait(f"Number(area.dataset.span) < {before} * 0.9")
        assert axis.time(x) == pytest.approx(kept, abs=0.005)
    from_s, span_s = axis.view
    axis.page.wheel(x, y, 100)
    axis.wait(f"Number(area.dataset.from) > {from_s} + 0.01")
    assert axis.view[1] == pytest.approx(span_s)
    axis.ask("(document.querySelectorAll('.axis-tools button')[2].click(), 1)")
    axis.wait(f"Number(area.dataset.span) >= {SECONDS} - 0.1")
    double_click(axis, axis.x(5), y)
    axis.wait("Number(area.dataset.span) < 3")
    from_s, span_s = axis.view
    assert 3.5 < from_s < 4 < 6 < from_s + span_s < 6.5


def double_click(axis: AxisPage, x: float, y: float) -> None:
    """Click twice; Qt's own test click is never the second of two to the web engine."""
    if not isinstance(axis.page, EmbeddedPage):
        axis.page.click(x, y, count=2)
    else:
        event = f"new MouseEvent('dblclick', {{ clientX: {x}, clientY: {y}, bubbles: true }})"
        axis.ask(f"(area.dispatchEvent({event}), area.focus(), 1)")


def check_keys(axis: AxisPage) -> None:
    """Focused, the axis zooms and walks from segment to segment."""
    assert axis.ask("document.activeElement === area"), "a click focuses it"
    axis.page.key("0")
    axis.wait(f"Number(area.dataset.span) >= {SECONDS} - 0.1")
    axis.page.key("PageDown")
    axis.wait("room.selected === 3 && Math.abs(room.state.time_s - 6) < 0.05")
    axis.page.key("PageUp")
    axis.wait("room.selected === 2 && Math.abs(room.state.time_s - 4) < 0.05")
    axis.ask("(room.select(0), 1)")
    axis.page.key("Enter")
    axis.wait("room.selected === 2")
    axis.page.key("+")
    axis.wait("Number(area.dataset.span) < 5")
    from_s, span_s = axis.view
    assert from_s < 4 < from_s + span_s, "around the playhead"
    axis.page.key("0")
    axis.wait(f"Number(area.dataset.span) >= {SECONDS} - 0.1")


def check_follow(axis: AxisPage) -> None:
    """The view goes with the playhead, unless the user has scrolled away from it."""
    axis.go_to(1)
    for _ in range(3):
        axis.page.key("+")
    axis.wait("Number(area.dataset.span) < 1.5")
    axis.go_to(6)
    axis.wait("Number(area.dataset.from) > 5")
    x, y = axis.x(6), axis.middle("segments")
    while sum(axis.view) > 5.9:
        before = axis.view[0]
        axis.page.wheel(x, y, -300)
        axis.wait(f"Number(area.dataset.from) < {before} - 0.1")
    before = axis.view[0]
    axis.go_to(7)
    assert axis.view[0] == before
    axis.page.key("0")
    axis.wait(f"Number(area.dataset.span) >= {SECONDS} - 0.1")


def check_range(axis: AxisPage) -> None:
    """Dragging with Shift marks a range, and it is played again and again."""
    xs = [axis.x(2), axis.x(4)]
    axis.ask(f"""(() => {{
      const y = area.getBoundingClientRect().top + 5;
      const say = (name, clientX) => area.dispatchEvent(new PointerEvent(name, {{
        clientX, clientY: y, shiftKey: true, button: 0, pointerId: 1, bubbles: true }}));
      say("pointerdown", {xs[0]});
      say("pointermove", {xs[1]});
      say("pointerup", {xs[1]});
      return 1;
    }})()""")
    marks = axis.wait("room.state.loop && room.marks")
    assert marks == pytest.approx([2, 4], abs=0.02)


def check_closing(axis: AxisPage) -> None:
    """A lane is closed by its name, and opened again."""
    height = axis.lane("segments")[1]
    name = "document.querySelector('[data-lane=segments] button')"
    axis.ask(f"({name}.click(), 1)")
    axis.wait(f"{name}.getAttribute('aria-expanded') === 'false'")
    assert axis.lane("segments")[1] < height / 2
    axis.ask(f"({name}.click(), 1)")
    axis.wait(f"{name}.getAttribute('aria-expanded') === 'true'")


def check_tree_keys(axis: AxisPage) -> None:
    """The tree of elements is walked by keys."""
    axis.ask("(room.openPanel('segment'), room.select('init'), 1)")
    axis.wait("document.querySelector('.tree-row')?.textContent.startsWith('EBML')")
    axis.ask("(document.querySelector('.tree-row').focus(), 1)")
    count = axis.ask("document.querySelectorAll('.tree-row').length")
    time_s = axis.ask("room.state.time_s")
    axis.page.key("ArrowLeft")
    axis.wait(f"document.querySelectorAll('.tree-row').length < {count}")
    assert axis.ask("document.activeElement.getAttribute('aria-expanded')") == "false"
    axis.page.key("ArrowRight")
    axis.wait(f"document.querySelectorAll('.tree-row').length === {count}")
    axis.page.key("ArrowDown")
    axis.wait("document.activeElement.textContent.startsWith('EBMLVersion')")
    assert axis.ask("document.activeElement.getAttribute('aria-level')") == "2"
    assert axis.ask("room.state.time_s") == time_s, "these keys are not the picture's"
    assert axis.ask("room.selected") == "init", "nobody follows the playhead now"


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_browsers_draw_and_use_it_alike(name: str, engines: Sequence[Engine], clip: Path) -> None:
    with shown(pick(engines, name), clip) as axis:
        axis.go_to(7.9)
        check_blocks(axis, axis.page.screenshot())
        check_seek_and_head(axis, 2.7, 1)
        check_zoom(axis)
        if isinstance(axis.page, ChromiumPage):
            axis.page.set_ratio(1280, 800, 2)
            axis.page.screenshot()  # a headless page is not drawn anew by itself
            axis.wait("area.querySelector('.axis-sheet').width === 2 * area.clientWidth")
            axis.page.key("0")
            axis.wait(f"Number(area.dataset.span) >= {SECONDS} - 0.1")
            fine = AxisPage(axis.page, ratio=2)
            fine.go_to(7.9)
            check_blocks(fine, fine.page.screenshot())
            axis.page.set_ratio(390, 760, 1)
            axis.page.screenshot()
            lanes = "[...document.querySelectorAll('[data-lane]')].map(e => e.dataset.lane).join()"
            axis.wait(f"{lanes} === 'segments,buffered'")
            axis.ask("(document.querySelector('.axis-more').click(), 1)")
            axis.wait(f"{lanes} === 'segments,rate,buffered,engines'")
