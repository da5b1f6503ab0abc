"""The inspector in the page: everything shown, refusals in words, a log of thousands of records."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from studio import paths
from studio.preview.opening import RoomWishes, open_room
from studio.segments.model import SegmentMap
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.verdict.browsers import Engine
from tests.conftest import ClipFactory
from tests.e2e.support import pick
from tests.player.machine_list import ELEMENT, MEDIA_SOURCE, QUALITY, SOURCE_BUFFER
from tests.player.pages import Page, opened, rect_of, wait_for

pytestmark = pytest.mark.engine

TOOLS = """(() => {
  const all = (selector) => [...document.querySelectorAll(`#panel-inspector ${selector}`)];
  const one = (selector) => all(selector)[0];
  const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const until = async (isDone, what) => {
    const end = performance.now() + 60000;
    while (!isDone()) {
      if (performance.now() > end) throw new Error(`never: ${what}`);
      await later(15);
    }
  };
  const type = (field, text) => {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const form = (object, operation) => {
    const card = one(`[data-object=${object}]`);
    card.querySelector("details").open = true;
    return card.querySelector(`[data-operation=${operation}]`);
  };
  const perform = async (object, operation, ...texts) => {
    const found = form(object, operation);
    const fields = [...found.querySelectorAll("input, select:not(.suggestions)")];
    texts.forEach((text, place) => type(fields[place], text));
    const outcome = found.querySelector(".outcome");
    outcome.className = "outcome";
    found.requestSubmit();
    await until(() => /refused|done/.test(outcome.className), `outcome of ${operation}`);
    return { kind: outcome.classList[1], text: outcome.textContent,
             name: outcome.querySelector("code")?.textContent ?? "" };
  };
  const value = (object, attribute) =>
    one(`[data-object=${object}] [data-attribute="${attribute}"] .value`)?.textContent;
  const press = (name) => all("button").find((each) => each.textContent === name).click();
  window.tools = { all, one, later, until, type, form, perform, value, press };
})()"""


@pytest.fixture(scope="module")
def clip(make_clip: ClipFactory) -> SegmentMap:
    """Six seconds, a segment each second."""
    video = (
        "-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-b:v", "200k",
        "-g", "10", "-keyint_min", "10",
    )  # fmt: skip
    path = make_clip("inspected.webm", seconds=6, rate="10", sample_rate=None, video=video)
    return read_segment_map(path)


@pytest.fixture(scope="module")
def saved() -> list[tuple[str, str]]:
    """What the page handed over to be saved."""
    return []


@pytest.fixture(scope="module", params=["embedded", "chromium", "firefox"])
def page(
    request: pytest.FixtureRequest,
    engines: Sequence[Engine],
    qapp: QApplication,
    clip: SegmentMap,
    saved: list[tuple[str, str]],
) -> Iterator[Page]:
    """The inspector, open beside a file whose segments are all appended."""
    room = open_room(clip, RoomWishes(save_text=lambda *text: saved.append(text), browsers=()))
    with MediaServer(paths.resources_dir() / "player") as server:
        url = server.room_url(server.add_room(room), lang="en", theme="dark")
        with opened(pick(engines, request.param), url, width=1200, height=900) as found:
            wait_for(found, "window.studioRoom?.port?.state.ready_state >= 2")
            found.evaluate("studioRoom.dispatchEvent(new CustomEvent('open-panel',"
                           " { detail: 'inspector' }))")  # fmt: skip
            found.evaluate(TOOLS)
            wait_for(found, "tools.all('.card').length > 3 && tools.all('.row').length > 3")
            yield found
    room.close()


def run(page: Page, body: str) -> Any:
    """Return what the body of an async function returns, in the page."""
    names = "all, one, later, until, type, form, perform, value, press"
    inner = f"return (async () => {{ {body} }})();"
    return page.evaluate(f"(async () => {{ const {{ {names} }} = tools; {inner} }})()")


def test_every_attribute_of_the_recommendation_has_its_line(page: Page) -> None:
    shown = run(
        page,
        """return Object.fromEntries(all(".card").map((card) => [card.dataset.object,
      [...card.querySelectorAll("[data-attribute]")].map((row) => row.dataset.attribute)]));""",
    )
    assert set(shown["media-source"]) >= MEDIA_SOURCE
    assert set(shown["source-buffer-0"]) >= {*SOURCE_BUFFER, "quota used"}
    assert set(shown["video"]) >= ELEMENT
    assert set(shown["playback-quality"]) >= QUALITY
    assert list(shown)[:3] == ["media-source", "source-buffer-0", "video"]


def test_every_operation_can_be_asked_for(page: Page) -> None:
    forms = run(
        page,
        """return Object.fromEntries(all(".card").map((card) => [card.dataset.object,
      [...card.querySelectorAll("form.operation")].map((form) => form.dataset.operation)]));""",
    )
    assert set(forms["media-source"]) >= {
        "add-source-buffer", "remove-source-buffer", "end-of-stream", "set-live-seekable-range",
        "clear-live-seekable-range", "automatic", "restart", "append-only", "start-from",
    }  # fmt: skip
    assert set(forms["source-buffer-0"]) >= {"append", "abort", "remove", "change-type"}
    assert forms["engine"] == ["is-type-supported"]
    said = run(
        page,
        """return [await perform("engine", "is-type-supported", "video/x"),
      await perform("engine", "is-type-supported", 'video/webm; codecs="vp8"')];""",
    )
    assert [each["text"] for each in said] == ["false", "true"]
    settable = run(
        page,
        """return all(".change").map((each) => [".card", ".attribute"].map(
      (part) => Object.values(each.closest(part).dataset)[0]).join(" "));""",
    )
    assert {
        "media-source duration",
        *(f"source-buffer-0 {name}" for name in (
            "mode", "timestampOffset", "appendWindowStart", "appendWindowEnd")),
    } <= set(settable)  # fmt: skip


def test_values_and_ranges_follow_the_engine(page: Page) -> None:
    found = run(
        page,
        """
      await until(() => value("media-source", "readyState") === "ended", "all is appended");
      await perform("media-source", "automatic", "false");
      const before = value("source-buffer-0", "buffered");
      const bars = () => all("[data-object=source-buffer-0] [data-attribute=buffered] .bars i");
      const widthBefore = bars()[0].getBoundingClientRect().width;
      const told = await perform("source-buffer-0", "remove", "2", "4");
      await until(() => value("source-buffer-0", "buffered") !== before, "another range");
      const flashes = all(".value.changed").length;
      const after = { ranges: value("source-buffer-0", "buffered"), bars: bars().length };
      const appended = [];
      for (const n of ["2", "3"]) {
        appended.push((await perform("source-buffer-0", "append", n)).kind);
      }
      await until(() => value("source-buffer-0", "buffered") === before, "all is there again");
      return { before, widthBefore, told, after, flashes, appended };""",
    )
    assert found["told"]["kind"] == "done"
    assert found["widthBefore"] > 50
    assert found["after"]["bars"] == 2
    assert found["flashes"] >= 1
    assert found["appended"] == ["done", "done"]


@pytest.mark.parametrize(
    ("object_id", "operation", "texts", "name", "words"),
    [
        ("source-buffer-0", "remove", ["4", "2"], "TypeError", "the end after the start"),
        ("source-buffer-0", "remove", ["", "abc"], "TypeError", "the end after the start"),
        ("source-buffer-0", "append", ["999"], "NotFoundError", "no such segment"),
        ("source-buffer-0", "change-type", [""], "TypeError", "type is empty"),
        ("media-source", "add-source-buffer", ["video/x"], "NotSupportedError", "cannot play"),
        ("media-source", "end-of-stream", ["stopped"], "TypeError", "no other"),
        ("media-source", "set-live-seekable-range", ["5", "1"], "TypeError", "not after the end"),
    ],
)
def test_what_is_forbidden_reaches_the_engine_and_is_explained(
    page: Page, object_id: str, operation: str, texts: list[str], name: str, words: str
) -> None:
    run(
        page,
        """if (value("media-source", "readyState") === "ended") {
      await perform("source-buffer-0", "append", "0");
      await until(() => value("media-source", "readyState") === "open", "open");
    }""",
    )
    told = run(page, f"return perform({object_id!r}, {operation!r}, ...{json.dumps(texts)});")
    assert (told["kind"], told["name"]) == ("refused", name)
    assert words in told["text"]


def test_an_attribute_is_set_in_its_place(page: Page) -> None:
    found = run(
        page,
        """
      const row = one("[data-object=source-buffer-0] [data-attribute=timestampOffset]");
      const edit = async (text) => {
        row.querySelector(".change")?.click();
        const input = row.querySelector("form input");
        type(input, text);
        row.querySelector("form").requestSubmit();
        const said = row.querySelector(".outcome");
        await until(() => !row.querySelector("form") || said.classList.contains("refused"), text);
        return said.hidden ? "" : said.textContent;
      };
      const refused = await edit("much");
      row.querySelector("form input").dispatchEvent(
        new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
      const stillThere = row.querySelectorAll("form").length;
      const set = await edit("1.5");
      await until(() => value("source-buffer-0", "timestampOffset") === "1.5", "it is shown");
      await edit("0");
      await until(() => value("source-buffer-0", "timestampOffset") === "0", "it is shown");
      return { refused, stillThere, set };""",
    )
    assert found["refused"].startswith("TypeError")
    assert (found["stillThere"], found["set"]) == (0, "")


def test_the_segment_chosen_elsewhere_is_taken_over(page: Page) -> None:
    found = run(
        page,
        """
      studioRoom.select(4);
      const told = form("source-buffer-0", "append");
      const field = told.querySelector("input");
      const all = [field.value, told.querySelector(".told").textContent];
      for (const key of ["ArrowUp", "ArrowUp", "ArrowUp"]) {
        field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      }
      all.push(field.value);
      studioRoom.select("init");
      all.push(field.value);
      studioRoom.mark(1, 2);
      const remove = form("source-buffer-0", "remove");
      remove.querySelectorAll(".spans button")[1].click();
      all.push([...remove.querySelectorAll("input")].map((each) => each.value).join());
      return all;""",
    )
    assert found[0] == "4"
    assert found[1].startswith("4–5 s")
    assert found[2:] == ["5", "init", "1,2"]


def test_the_log_filters_pauses_and_shows_a_record_whole(page: Page) -> None:
    found = run(
        page,
        """
      const told = {};
      const count = () => one(".log-foot .count").textContent;
      type(one(".log-tools input"), "remove -update");
      const heads = () => all(".row").map((row) => row.querySelector(".headline").textContent);
      await until(() => heads().length && heads().every((text) => /remove/.test(text)), "filtered");
      told.filtered = all(".row").map((row) => row.querySelector(".headline").textContent);
      type(one(".log-tools input"), "");
      for (const kind of ["call", "set", "event", "note"]) one(`.kind.${kind}`).click();
      await until(() => all(".row").every((row) => /exception/.test(row.className)), "exceptions");
      told.exceptions = all(".row").map((row) => row.className);
      all(".row").at(-1).dispatchEvent(new MouseEvent("click", {
        bubbles: true, clientY: all(".row").at(-1).getBoundingClientRect().top + 5 }));
      await until(() => one(".whole").innerText.includes("Number"), "the whole record");
      told.whole = one(".whole").innerText;
      one(".whole .shut").click();
      for (const kind of ["call", "set", "event", "note"]) one(`.kind.${kind}`).click();
      press("Pause");
      const before = count();
      await studioRoom.port.perform("seek", { time_s: 1 });
      await until(() => count() !== before, "new ones are counted");
      told.paused = count();
      press("Pause");
      await until(() => !count().includes("paused"), "all are shown");
      const isAtEnd = ({ scrollTop, clientHeight, scrollHeight }) =>
        scrollTop + clientHeight >= scrollHeight - 4;
      await until(() => all(".row").length > 3 && isAtEnd(one(".rows")), "the newest is in sight");
      return told;""",
    )
    assert found["filtered"]
    assert all("remove" in line for line in found["filtered"])
    assert found["exceptions"]
    assert all("exception" in name for name in found["exceptions"])
    for word in ("Arguments", "exception", "Error", "you"):
        assert word in found["whole"]
    assert "paused, " in found["paused"]


def test_thousands_of_records_stay_fluid_and_can_be_saved(
    page: Page, saved: list[tuple[str, str]]
) -> None:
    saved.clear()
    found = run(
        page,
        """
      const text = "segment 7, 18,220 bytes \\ud83d\\ude00";
      const { events } = studioRoom.port;
      const first = 1e6;
      const records = Array.from({ length: 5000 }, (_, i) => ({
        n: first + i, at_ms: i, kind: "call", target: "SourceBuffer 1", name: "appendBuffer",
        args: [text], outcome: "ok", result: "", byHand: false }));
      const started = performance.now();
      for (let i = 0; i < records.length; i += 50) {
        events.dispatchEvent(new CustomEvent("log", { detail: records.slice(i, i + 50) }));
      }
      const added = performance.now() - started;
      const newest = () => all(".row").at(-1)?.querySelector(".headline").textContent ?? "";
      await until(() => newest().startsWith("appendBuffer(segment 7"), "the newest is in sight");
      const rows = all(".row").length;
      const from = performance.now();
      type(one(".log-tools input"), "nothing-has-this");
      const filtered = performance.now() - from;
      type(one(".log-tools input"), "");
      await until(() => all(".row").length > 3, "all are back");
      one(".rows").scrollTop = 400;
      await until(() => !one(".newest").hidden, "a way to the newest");
      const shown = all(".row").length;
      const top = one(".rows").scrollTop;
      events.dispatchEvent(new CustomEvent("log", { detail: [{ ...records[0], n: 2e6 }] }));
      await later(100);
      const stays = one(".rows").scrollTop === top;
      one(".newest").click();
      await until(() => one(".newest").hidden, "the newest is in sight");
      one(".exporter select").value = "json";
      press("Save");
      return { added, filtered, rows, shown, stays };""",
    )
    assert found["rows"] < 120
    assert found["added"] < 3000
    assert found["filtered"] < 1000
    assert found["shown"] < 120
    assert found["stays"], "a list that was scrolled back does not jump"
    wait_for(page, "true")
    for _ in range(200):
        if saved:
            break
        page.evaluate("new Promise((resolve) => setTimeout(resolve, 50))")
    name, text = saved[0]
    assert name == "inspected-mse-log.json"
    written = json.loads(text)
    assert (written["schema"], written["file"]) == (1, "inspected.webm")
    assert len(written["records"]) > 5000
    assert written["records"][-2]["args"] == ["segment 7, 18,220 bytes \N{GRINNING FACE}"]


def test_it_watches_only_while_it_is_seen(page: Page) -> None:
    found = run(
        page,
        """
      const { port } = studioRoom;
      const asked = [];
      const { perform } = port;
      port.perform = (name, args) => {
        if (name === "watch") asked.push(args.on);
        return perform.call(port, name, args);
      };
      document.getElementById("tab-segment").click();
      await until(() => asked.length === 1, "it watches no more");
      const hidden = [...asked];
      document.getElementById("tab-inspector").click();
      await until(() => asked.length === 2, "it watches again");
      delete port.perform;
      return [hidden, asked];""",
    )
    assert found == [[False], [False, True]]


def test_nothing_is_wider_than_the_panel(page: Page) -> None:
    """Nothing is cut at 280 px and nothing overlaps the drawer's edge."""
    for width in (280, 700):
        page.evaluate(
            f"document.getElementById('drawer').style.setProperty('--drawer-size', '{width}px')"
        )
        found = run(
            page,
            """
          for (const each of all("details.operations")) each.open = true;
          await later(60);
          const edge = one(".views").parentElement.getBoundingClientRect().right + 0.5;
          return all("*").filter((each) => !each.closest(".rows") && each.getClientRects().length
            && each.getBoundingClientRect().right > edge).map((each) => each.className);""",
        )
        assert found == []
    assert rect_of(page, "#panel-inspector").height() > 300


PURE = Path(__file__).with_name("inspector_rules.js")


def test_the_rules_of_fields_and_filters_hold(page: Page) -> None:
    body = PURE.read_text("utf-8")
    assert run(page, f"{body}") == "all held"
