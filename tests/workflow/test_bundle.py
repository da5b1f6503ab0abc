"""What a bundle holds, what it never tells, and that it is whole or not there."""

import hashlib
import json
import os
import re
import zipfile
from pathlib import Path

import pytest

from studio.errors import InputError, OutputError
from studio.repair.recluster import recluster
from studio.transcode.control import CancelledError, Control
from studio.transcode.tools import Ffmpeg
from studio.verdict.model import Ladder as Word
from studio.workflow import bundle_zip
from studio.workflow.bundle import BundleProgress, BundleWishes, make_bundle
from studio.workflow.bundle_readme import LANGUAGES, readme
from studio.workflow.bundle_report import Scrubber
from studio.workflow.bundle_servers import server_files
from studio.workflow.bundle_zip import zip_folder
from tests.conftest import X264, ClipFactory

VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8", "-g", "25")


@pytest.fixture(scope="module")
def mp4(make_clip: ClipFactory) -> Path:
    """A plain MP4, as an editor exports it."""
    return make_clip("streams-ladder-plain", sample_rate=48_000, video=(*X264, "-g", "25"))


@pytest.fixture(scope="module")
def webm(make_clip: ClipFactory, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A WebM with a name that is hard for URLs."""
    raw = make_clip("streams-ladder-raw.webm", video=VP8, audio=("-c:a", "libvorbis"))
    target = tmp_path_factory.mktemp("hard") / "фильм №1 #a%20.webm"
    recluster(raw, target)
    return target


@pytest.fixture(scope="module")
def bundle(mp4: Path, webm: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both in one folder."""
    target = tmp_path_factory.mktemp("bundle") / "hand-off"
    return make_bundle([mp4, webm], target, BundleWishes(language="ru")).path


def files_in(folder: Path) -> set[str]:
    """Names below a folder, with slashes."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_everything_is_there_and_nothing_beside_it(bundle: Path) -> None:
    found = files_in(bundle)
    assert {
        "index.html", "bundle.json", "README.txt", "SHA256SUMS", "page/page.js", "page/page.css",
        "server/nginx.conf", "server/apache.conf", "server/Caddyfile", "report/report.html",
        "report/report.json", "media/streams-ladder-plain/master.m3u8",
        "media/streams-ladder-plain/manifest.mpd", "media/streams-ladder-plain/video.mp4",
        "media/streams-ladder-plain/audio.mp4", "media/фильм №1 #a%20/фильм №1 #a%20.webm",
    } <= found  # fmt: skip
    assert [path.name for path in bundle.parent.iterdir()] == [bundle.name]


def test_every_sum_is_right_and_no_file_is_left_out(bundle: Path) -> None:
    lines = (bundle / "SHA256SUMS").read_text("utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    assert set(sums) == files_in(bundle) - {"SHA256SUMS"}
    for name, digest in sums.items():
        assert hashlib.sha256((bundle / name).read_bytes()).hexdigest() == digest


def test_the_list_names_bytes_that_are_segments(bundle: Path) -> None:
    listed = json.loads((bundle / "bundle.json").read_text("utf-8"))
    demuxed, muxed = listed["items"]
    assert [track["kind"] for track in demuxed["tracks"]] == ["video", "audio"]
    assert [track["kind"] for track in muxed["tracks"]] == ["muxed"]
    assert "%23a%2520" in muxed["links"]["file"]
    film = (bundle / "media/streams-ladder-plain/video.mp4").read_bytes()
    video = demuxed["tracks"][0]["renditions"][0]
    assert film[video["init"]["offset"] + 4 :][:4] == b"ftyp"
    for segment in video["segments"]:
        assert film[segment["offset"] + 4 :][:4] in (b"moof", b"sidx")
    ends = [round(s["start_s"] + s["duration_s"], 3) for s in video["segments"]]
    assert ends[:-1] == [round(s["start_s"], 3) for s in video["segments"][1:]]


def test_nothing_tells_of_this_machine(bundle: Path, mp4: Path, webm: Path) -> None:
    secrets = [str(bundle.parent), str(mp4.parent), str(webm.parent), str(Path.home()) + os.sep]
    secrets += ["127.0.0.1", "/t/", ".part-", "file://"]
    for name in sorted(files_in(bundle)):
        if Path(name).suffix in {".mp4", ".webm"}:
            continue
        text = (bundle / name).read_text("utf-8")
        assert not [secret for secret in secrets if secret in text], name


def test_the_scrubber_takes_out_addresses_and_folders() -> None:
    scrub = Scrubber((Path("/tmp/some/folder"),))
    assert scrub("at http://127.0.0.1:4321/t/AbC_-9/media/x") == "at /media/x"
    assert scrub("/tmp/some/folder/film.mp4 of /tmp/some/folder") == "film.mp4 of "


def test_a_zip_has_the_same_files_in_a_fixed_order_and_names_in_utf_8(
    bundle: Path, mp4: Path, webm: Path, tmp_path: Path
) -> None:
    told: list[BundleProgress] = []
    target = tmp_path / "zipped.zip"
    made = make_bundle([mp4, webm], target, on_progress=told.append)
    assert made.path == target
    assert [path.name for path in tmp_path.iterdir()] == ["zipped.zip"]
    with zipfile.ZipFile(target) as found:
        names = found.namelist()
        assert names == sorted(names)
        assert {name.removeprefix("zipped/") for name in names} == files_in(bundle)
        assert found.testzip() is None
        assert {info.date_time for info in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        film = next(info for info in found.infolist() if info.filename.endswith(".webm"))
        assert film.flag_bits & 0x800
        assert found.read(film) == webm.read_bytes()
    fractions = [one.fraction for one in told]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert os.stat(webm).st_nlink == 1  # noqa: PTH116 (as it is)


def test_sizes_of_64_bits_are_written_where_they_may_be_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "large.bin").write_bytes(b"x" * 5000)
    monkeypatch.setattr(bundle_zip, "_ROOM_BYTES", 4096)
    made = zip_folder(tmp_path / "in", tmp_path / "out.zip", lambda _count: None)
    assert b"\x01\x00\x10\x00" in made.read_bytes()[:80]  # the extra field of ZIP64
    with zipfile.ZipFile(made) as found:
        assert found.read("out/large.bin") == b"x" * 5000


def test_a_cancelled_bundle_leaves_nothing(webm: Path, tmp_path: Path) -> None:
    for name in ("film", "film.zip"):
        control = Control()

        def stop(progress: BundleProgress, control: Control = control) -> None:
            if progress.doing == "write":
                control.cancel()

        with pytest.raises(CancelledError):
            make_bundle([webm], tmp_path / name, on_progress=stop, control=control)
        assert list(tmp_path.iterdir()) == []


def test_matroska_is_put_into_mp4_and_a_webm_that_would_be_refused_is_repaired(
    make_clip: ClipFactory, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    film = make_clip("streams-ladder-film.mkv", video=(*X264, "-g", "25"), sample_rate=48_000)
    raw = make_clip("streams-ladder-raw.webm", video=VP8, audio=("-c:a", "libvorbis"))
    before = raw.read_bytes()
    made = make_bundle([film, raw], tmp_path / "out", ffmpeg=ffmpeg.path)
    assert (made.path / "media" / film.stem / "manifest.mpd").is_file()
    words = {file.path.name: file.verdict.ladder for file in made.files if file.verdict}
    assert words == {"master.m3u8": Word.NOT_PLAYED, raw.name: Word.NOT_PLAYED}
    (note,) = made.notes
    assert note.startswith(f"“{raw.name}” is in it as a repaired copy (WEBM-003")
    assert raw.read_bytes() == before
    with pytest.raises(InputError, match="without ffmpeg"):
        make_bundle([film], tmp_path / "none")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_copying_cannot_repair_is_taken_as_it_is_and_told(
    make_clip: ClipFactory, tmp_path: Path
) -> None:
    whole = make_clip("streams-ladder-raw.webm", video=VP8, audio=("-c:a", "libvorbis"))
    cut = tmp_path / "cut.webm"
    cut.write_bytes(whole.read_bytes()[:-2000])
    made = make_bundle([cut], tmp_path / "out")
    assert made.notes == ()
    (told,) = made.files
    assert told.verdict is not None
    assert told.verdict.ladder is Word.FAIL
    assert (made.path / "media/cut/cut.webm").read_bytes() == cut.read_bytes()


def test_what_cannot_be_bundled_is_refused_in_words(webm: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="already"):
        make_bundle([webm], tmp_path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="no playlist"):
        make_bundle([tmp_path / "empty"], tmp_path / "out")
    with pytest.raises(InputError, match="cannot be read"):
        make_bundle([tmp_path / "gone.webm"], tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


def test_the_words_are_in_three_languages_and_the_types_in_every_snippet() -> None:
    texts = {readme("film", ["film"], ["media/film.webm"], one) for one in (*LANGUAGES, "zh_CN")}
    assert len(texts) == 3
    assert readme("film", [], [], "fr") == readme("film", [], [], "en")
    for name, text in server_files("мой film").items():
        assert "video/mp4" in text, name
        assert "application/dash+xml" in text, name
        assert "Access-Control-Allow-Origin" in text, name
        assert not re.search(r"[^\x00-\x7f]", text), name
