"""``check`` as a user runs it: folders, reports, pictures, signals; in a real engine."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self
from xml.etree.ElementTree import fromstring

import psutil
import pytest

from studio import paths
from studio.cli import check, results
from studio.cli.commands import main
from studio.errors import SegmentError
from studio.verdict.browsers import Engine, find_engines
from studio.verdict.model import Verdict
from tests.verdict import report_cases as cases

Output = pytest.CaptureFixture[str]
Json = dict[str, object]
MakeClip = Callable[..., Path]


def lines(capsys: Output) -> list[Json]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def films(raw_webm: Path, tmp_path: Path) -> Path:
    """A folder with a sound film, a broken one, and a file that is none."""
    folder = tmp_path / "films"
    (folder / "sub").mkdir(parents=True)
    assert main(["repair", str(raw_webm), "-o", str(folder / "sub" / "good.webm"), "-q"]) == 0
    (folder / "take 10.webm").write_bytes(raw_webm.read_bytes())
    (folder / "take 9.webm").write_text("no film at all, only words")
    return folder


# -- one real run ------------------------------------------------------------------------


@pytest.mark.engine
def test_a_folder_is_played_and_everything_is_told(
    films: Path, tmp_path: Path, capsys: Output
) -> None:
    if "chromium" not in {engine.identity.name for engine in find_engines()}:
        pytest.skip("needs Chromium")
    html, junit, pictures = tmp_path / "r.html", tmp_path / "r.xml", tmp_path / "pictures"
    capsys.readouterr()
    arguments = ["check", str(films), "--json", "--html", str(html), "--junit", str(junit)]
    assert main([*arguments, "--pictures", str(pictures), "--engine", "chromium"]) == 1
    good, words, broken = lines(capsys)

    assert good["path"] == str(films / "sub" / "good.webm")
    assert good["verdict"] == "pass", good
    seen = good["observed"]["chromium"]  # type: ignore[index]
    assert seen["plays"] is True
    assert seen["verdict"] == "pass"
    assert seen["frames"] == seen["frames_expected"] == 100
    assert [step["state"] for step in seen["steps"] if step["name"] == "append"] == ["done"]
    assert seen["entry_points"] == 1
    assert [one["completed"] for one in seen["entry_results"]] == [True]
    assert len(seen["entries"][0]) == 3
    assert good["predicted"]["chromium"]["plays"] is True  # type: ignore[index]

    picture = pictures / "good.webm-chromium.jpg"
    assert seen["picture"]["file"] == str(picture)
    assert picture.read_bytes().startswith(b"\xff\xd8")
    assert seen["picture"]["width"] > 0

    assert "error" in words
    refused = broken["observed"]["chromium"]  # type: ignore[index]
    assert (broken["verdict"], refused["outcome"]) == ("fail", "failed")
    assert "timecode before the previous block" in refused["error"]

    suites = {suite.attrib["name"]: suite for suite in fromstring(junit.read_text("utf-8"))}
    told = suites["chromium"].attrib
    assert (told["tests"], told["failures"], told["errors"]) == ("3", "1", "1")
    page = html.read_text("utf-8")
    assert "<script" not in page
    assert "data:image/jpeg;base64," in page
    assert "100 of 100" in page


@pytest.fixture
def playlist(make_clip: MakeClip, tmp_path: Path) -> Path:
    fragmented = ("-movflags", "+frag_keyframe+empty_moov+default_base_moof+delay_moov")
    folder = tmp_path / "hls"
    folder.mkdir()
    clip = make_clip("cli-check-fmp4", seconds=2, extra=fragmented)
    (folder / "all.mp4").write_bytes(clip.read_bytes())
    text = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nall.mp4\n"
    (folder / "list.m3u8").write_text(f"{text}#EXT-X-ENDLIST\n")
    return folder


@pytest.mark.engine
def test_a_playlist_is_played_and_what_it_lists_not_once_more(
    playlist: Path, capsys: Output
) -> None:
    main(["check", str(playlist), "--json", "--engine", "embedded"])
    (shape,) = lines(capsys)
    assert shape["path"] == str(playlist / "list.m3u8")
    assert shape["rendition"] == "list"
    assert str(shape["mime"]).startswith("video/mp4")
    seen = shape["observed"]["embedded"]  # type: ignore[index]
    assert seen["outcome"] == "unsupported"  # it has no H.264: nothing is said of the file
    assert shape["verdict"] in ("not-played", "fail")


# -- with made-up verdicts ---------------------------------------------------------------


class FakeBench:
    """Answers like a bench, from a table by file name; ``opened`` counts benches."""

    opened = 0
    answers: dict[str, Verdict]
    on_check: Callable[[Path], None] = staticmethod(lambda _path: None)

    def __init__(self, engines: Sequence[Engine]) -> None:
        type(self).opened += 1
        self.engines = engines

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return None

    def check_any(self, path: Path, **_options: object) -> tuple[tuple[str, Verdict], ...]:
        return (("", self.check(path)),)

    def check(self, path: Path, **_options: object) -> Verdict:
        type(self).on_check(path)
        file = {"good": cases.passed(), "bad": cases.failed()}[path.stem]
        assert file.verdict is not None
        return file.verdict


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> type[FakeBench]:
    class Fresh(FakeBench):
        pass

    monkeypatch.setattr(check, "Bench", Fresh)
    monkeypatch.setattr(results, "Bench", Fresh)
    monkeypatch.setattr(check, "choose_engines", lambda _names: ())
    return Fresh


@pytest.fixture
def pair(raw_webm: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "pair"
    folder.mkdir()
    for name in ("bad", "good"):
        (folder / f"{name}.webm").write_bytes(raw_webm.read_bytes())
    return folder


def test_text_has_predicted_and_observed_of_each_engine(
    fake: type[FakeBench], pair: Path, capsys: Output
) -> None:
    assert main(["check", str(pair)]) == 1
    text = capsys.readouterr().out
    assert fake.opened == 1
    assert "PASS" in text
    assert "predicted  plays, from every entry point; buffered 0.000-6.000 s" in text
    assert "observed   played; buffered 0.000-6.003 s; frames 150 of 150" in text
    assert "entries 3 of 3 (evenly chosen of 40); first picture 85 ms; seeks 3 of 3" in text
    assert "WEBM-003" in text
    assert "SEEN-002" in text
    assert text.splitlines()[-1] == "1 passed, 1 failed"


def test_one_file_needs_no_summary(fake: type[FakeBench], pair: Path, capsys: Output) -> None:
    assert main(["check", str(pair / "good.webm")]) == 0
    assert "1 passed" not in capsys.readouterr().out


def test_pictures_of_files_with_one_name_get_numbers(
    fake: type[FakeBench], pair: Path, tmp_path: Path, capsys: Output
) -> None:
    (pair / "sub").mkdir()
    (pair / "sub" / "good.webm").write_bytes((pair / "good.webm").read_bytes())
    (pair / "bad.webm").unlink()
    folder = tmp_path / "made" / "pictures"
    assert main(["check", str(pair), "--pictures", str(folder), "--json"]) == 0
    names = {path.name for path in folder.iterdir()}
    assert names == {"good.webm-chromium.jpg", "good.webm-chromium-2.jpg"}
    told = [shape["observed"]["chromium"]["picture"] for shape in lines(capsys)]  # type: ignore[index]
    assert {Path(picture["file"]).name for picture in told} == names
    assert set(told[0]) == {"time_s", "width", "height", "file"}


def test_without_pictures_no_bytes_are_told(
    fake: type[FakeBench], pair: Path, capsys: Output
) -> None:
    main(["check", str(pair / "good.webm"), "--json"])
    (shape,) = lines(capsys)
    assert shape["observed"]["chromium"]["picture"] == {  # type: ignore[index]
        "time_s": 3.0, "width": 160, "height": 90,
    }  # fmt: skip


def test_a_report_on_standard_output_stands_there_alone(
    fake: type[FakeBench], pair: Path, capsys: Output
) -> None:
    assert main(["check", str(pair), "--junit", "-"]) == 1
    root = fromstring(capsys.readouterr().out)
    assert root.tag == "testsuites"
    assert main(["check", str(pair), "--html", "-"]) == 1
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("more", [["--json", "--html", "-"], ["--junit", "-", "--html", "-"]])
def test_two_things_for_standard_output_are_refused(
    fake: type[FakeBench], pair: Path, more: list[str], capsys: Output
) -> None:
    assert main(["check", str(pair), *more]) == 1
    assert "Only one report" in capsys.readouterr().err
    assert fake.opened == 0


def test_a_report_in_the_place_of_a_film_is_refused_before_anything_is_played(
    fake: type[FakeBench], pair: Path, capsys: Output
) -> None:
    film = pair / "good.webm"
    before = film.read_bytes()
    assert main(["check", str(pair), "--html", str(film)]) == 1
    assert "take the place" in capsys.readouterr().err
    assert film.read_bytes() == before
    assert fake.opened == 0


def test_a_file_that_cannot_be_played_is_one_line_and_the_rest_goes_on(
    fake: type[FakeBench], pair: Path, capsys: Output
) -> None:
    def refuse(path: Path) -> None:
        if path.stem == "bad":
            raise SegmentError("It changed while it was read.", hint="Check again.")

    fake.on_check = staticmethod(refuse)
    assert main(["check", str(pair)]) == 1
    told = capsys.readouterr()
    assert "bad.webm: It changed while it was read." in told.err
    assert told.out.splitlines()[-1] == "1 passed, 1 could not be read"


@pytest.mark.skipif(os.name != "posix", reason="POSIX signals")
def test_an_interrupt_writes_what_was_done_so_far(
    fake: type[FakeBench], pair: Path, tmp_path: Path, capsys: Output
) -> None:
    def interrupt(path: Path) -> None:
        if path.stem == "good":
            os.kill(os.getpid(), signal.SIGINT)

    fake.on_check = staticmethod(interrupt)
    report = tmp_path / "r.xml"
    assert main(["check", str(pair), "--junit", str(report), "--json"]) == 130
    (only,) = lines(capsys)
    assert only["path"] == str(pair / "bad.webm")
    names = [case.attrib["name"] for case in fromstring(report.read_text()).iter("testcase")]
    assert set(names) == {"bad.webm"}


def test_static_reports_say_that_nothing_was_played(
    pair: Path, tmp_path: Path, capsys: Output
) -> None:
    page = tmp_path / "r.html"
    assert main(["check", "--static", str(pair / "good.webm"), "--html", str(page)]) == 1
    text = page.read_text("utf-8")
    assert "Predicted, not played" in text
    assert "observed" not in text


def test_a_time_limit_is_a_number_above_nothing(capsys: Output) -> None:
    for wrong in ("0", "-1", "nan", "inf", "soon"):
        with pytest.raises(SystemExit) as left:
            main(["check", "x.webm", "--time-limit", wrong])
        assert left.value.code == 2
    capsys.readouterr()


def test_results_of_the_queue_are_checked_on_one_bench_and_the_event_has_the_verdict(
    fake: type[FakeBench], make_clip: MakeClip, tmp_path: Path, capsys: Output
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for name in ("bad", "good"):
        clip = make_clip("cli-check-source", seconds=1)
        source = tmp_path / f"{name}.mp4"
        source.write_bytes(clip.read_bytes())
        add = ["queue", "add", str(source), "--preset", "webm-vp8-vorbis", "-o", str(out)]
        assert main(add) == 0
    capsys.readouterr()
    assert main(["queue", "run", "--json", "--check", "chromium"]) == 1
    ended = {
        Path(str(event["source"])).stem: event
        for event in lines(capsys)
        if event["event"] == "result"
    }
    assert fake.opened == 1
    assert ended["good"]["verdict"]["verdict"] == "pass"  # type: ignore[index]
    assert ended["bad"]["verdict"]["verdict"] == "fail"  # type: ignore[index]
    assert ended["bad"]["state"] == "done"


def test_results_of_a_batch_are_checked_on_one_bench(
    fake: type[FakeBench], make_clip: MakeClip, tmp_path: Path, capsys: Output
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    sources = []
    for name in ("good", "bad"):
        sources.append(tmp_path / f"{name}.mp4")
        sources[-1].write_bytes(make_clip("cli-check-source", seconds=1).read_bytes())
    files = [*map(str, sources), str(tmp_path / "missing.mp4")]
    arguments = ["transcode", *files, "--preset", "webm-vp8-vorbis", "-o", str(out), "--json"]
    assert main([*arguments, "--check"]) == 1
    ended = [event for event in lines(capsys) if event["event"] == "result"]
    assert fake.opened == 1
    verdicts = [event["verdict"] and event["verdict"]["verdict"] for event in ended]  # type: ignore[index]
    assert verdicts == [None, "pass", "fail"]


# -- signals in a real run ---------------------------------------------------------------


@pytest.fixture
def heeding() -> Iterator[None]:
    """Children started now heed SIGINT, even where this run was started to ignore it."""
    previous = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, previous)


@pytest.mark.engine
@pytest.mark.skipif(os.name != "posix", reason="POSIX signals")
@pytest.mark.usefixtures("heeding")
def test_an_interrupt_ends_the_engine_too(films: Path, tmp_path: Path) -> None:
    report = tmp_path / "r.xml"
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.webm").write_bytes((films / "sub" / "good.webm").read_bytes())
    command = [sys.executable, "-m", "studio", "check", str(folder), "--engine", "embedded"]
    with subprocess.Popen(
        [*command, "--junit", str(report), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=paths.self_environment(),
    ) as process:
        try:
            assert process.stdout is not None
            first = json.loads(process.stdout.readline())
            children = psutil.Process(process.pid).children(recursive=True)
            assert children
            os.kill(process.pid, signal.SIGINT)
            rest, problems = process.communicate(timeout=60)
        finally:
            process.kill()
    assert process.returncode == 130
    assert "Traceback" not in problems
    told = 1 + len(rest.splitlines())
    assert told < 6
    assert first["path"] == str(folder / "0.webm")
    suite = next(suite for suite in fromstring(report.read_text()))
    assert suite.attrib["tests"] == str(told)
    _, alive = psutil.wait_procs(children, timeout=10)
    assert alive == []
