"""Player libraries in a folder of the user's, and the manifests they are given."""

import json
import urllib.request
from fractions import Fraction
from pathlib import Path

import pytest

from studio import paths
from studio.preview.libraries_found import KINDS, MOST_BYTES, find_libraries
from studio.preview.manifests import MEDIA, dash_manifest, hls_master, hls_media
from studio.preview.opening import RoomWishes
from studio.segments.manifests import read_presentation
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.server.guard import CONTENT_SECURITY_POLICY
from tests.conftest import ClipFactory
from tests.preview.conftest import OpenRoom, Rooms
from tests.preview.test_facts import anamorphic, small_webm

__all__ = ["anamorphic", "small_webm"]


def package(folder: Path, number: int, version: str = "1.2.3", file: int = 0) -> Path:
    """Make a package as npm has it; return its script."""
    kind = KINDS[number]
    script = folder / kind.files[file]
    script.parent.mkdir(parents=True)
    script.write_text(f"/* {kind.name} */", encoding="utf-8")
    told = {"name": kind.name, "version": version}
    (folder / "package.json").write_text(json.dumps(told), encoding="utf-8")
    return script


def found(folder: Path) -> list[tuple[str, str]]:
    return [(library.kind.name, library.version) for library in find_libraries(folder)]


def test_libraries_are_found_however_the_folder_is_laid_out(tmp_path: Path) -> None:
    project = tmp_path / "project"
    scripts = [package(project / "node_modules" / kind.name, n) for n, kind in enumerate(KINDS)]
    three = [(kind.name, "1.2.3") for kind in KINDS]
    assert found(project) == found(project / "node_modules") == three
    assert [library.script for library in find_libraries(project)] == scripts
    assert found(project / "node_modules" / "dashjs") == [("dashjs", "1.2.3")]
    assert found(scripts[0].parent) == [("hls.js", "1.2.3")], "the version stands above"
    unpacked = tmp_path / "unpacked"
    package(unpacked / "package", 1, "5.0.0-beta+1")
    assert found(unpacked) == [("shaka-player", "5.0.0-beta+1")]
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "dash.all.min.js").write_text("1")
    assert found(alone) == [("dashjs", "")]


def test_an_older_layout_of_dash_js_is_known(tmp_path: Path) -> None:
    script = package(tmp_path, 2, "4.7.4", file=2)
    assert script.name == "dash.all.min.js"
    assert [library.script for library in find_libraries(tmp_path)] == [script]


def test_what_is_no_library_is_not_found(tmp_path: Path) -> None:
    assert found(tmp_path / "nowhere") == []
    script = package(tmp_path / "a", 0)
    (tmp_path / "a" / "package.json").write_text('{"name": "other", "version": "1"}')
    assert found(tmp_path / "a") == []
    (tmp_path / "a" / "package.json").write_text("[" * 100_000)
    assert found(tmp_path / "a") == []
    (tmp_path / "a" / "package.json").write_text('{"name": "hls.js", "version": "<b>"}')
    assert found(tmp_path / "a") == [("hls.js", "")]
    script.write_text("")
    assert found(tmp_path / "a") == []
    with script.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert found(tmp_path / "a") == []


def test_only_scripts_that_were_found_are_served(
    rooms: Rooms, small_webm: Path, tmp_path: Path
) -> None:
    package(tmp_path / "node_modules" / "hls.js", 0)
    (tmp_path / "secret.js").write_text("secret")
    room = rooms(small_webm, RoomWishes(libraries_dir=tmp_path))
    answer = room.ask("libraries/hls.js.js")
    assert (answer.status, answer.kind, answer.body) == (200, "text/javascript", b"/* hls.js */")
    for wrong in ("dashjs.js", "secret.js", "hls.js", "../hls.js.js", "%2e%2e/secret.js", ""):
        assert room.ask(f"libraries/{wrong}").status == 404
    assert room.ask("facts.json").json()["features"]["libraries"] is True
    without = rooms(small_webm)
    assert without.ask("libraries/hls.js.js").status == 404
    assert without.ask("facts.json").json()["features"]["libraries"] is False


def test_a_folder_chosen_while_the_room_is_open_counts(
    rooms: Rooms, small_webm: Path, tmp_path: Path
) -> None:
    chosen: list[Path] = []
    room = rooms(small_webm, RoomWishes(libraries_dir=lambda: chosen[0] if chosen else None))
    assert room.ask("libraries/hls.js.js").status == 404
    package(tmp_path / "hls.js", 0)
    chosen.append(tmp_path)
    assert room.ask("libraries/hls.js.js").status == 200


@pytest.mark.parametrize("name", ["anamorphic", "small_webm"])
@pytest.mark.parametrize("form", ["hls", "dash"])
def test_manifests_list_every_segment_of_the_file(
    request: pytest.FixtureRequest, tmp_path: Path, form: str, name: str
) -> None:
    path: Path = request.getfixturevalue(name)
    whole = read_segment_map(path)
    (tmp_path / path.name).write_bytes(path.read_bytes())
    texts = {"master.m3u8": hls_master(whole), "media.m3u8": hls_media(whole)}
    if form == "dash":
        texts = {"manifest.mpd": dash_manifest(whole)}
    for file, text in texts.items():
        (tmp_path / file).write_text(text.replace(MEDIA, path.name), encoding="utf-8")
    (rendition,) = read_presentation(tmp_path / next(iter(texts))).renditions
    assert [segment.size for segment in rendition.map.segments] == [
        segment.size for segment in whole.segments
    ]
    assert rendition.declared_codecs.replace(" ", "") == whole.mime.split('"')[1].replace(" ", "")
    places = [rendition.locate(segment.offset).offset for segment in rendition.map.segments]
    assert places == [segment.offset for segment in whole.segments]


def test_the_lengths_of_a_playlist_add_up(anamorphic: Path) -> None:
    whole = read_segment_map(anamorphic)
    lines = hls_media(whole).splitlines()
    lengths = [Fraction(line[8:-1]) for line in lines if line.startswith("#EXTINF:")]
    length = float(whole.segments[-1].end_s - whole.segments[0].start_s)
    assert float(sum(lengths)) == pytest.approx(length, abs=0.001)
    target = next(int(line.split(":")[1]) for line in lines if "TARGETDURATION" in line)
    assert round(max(lengths)) <= target
    assert 'CODECS="avc1.' in hls_master(whole)


def test_a_plain_mp4_has_empty_manifests(rooms: Rooms, make_clip: ClipFactory) -> None:
    room = rooms(make_clip("room-plain.mp4", size="64x48"))
    assert "#EXTINF" not in room.ask("libraries/hls/media.m3u8").body.decode()
    assert "SegmentURL" not in room.ask("libraries/dash/manifest.mpd").body.decode()
    assert room.ask("libraries/hls/other.m3u8").status == 404


def test_manifests_have_their_media_types(rooms: Rooms, small_webm: Path) -> None:
    room: OpenRoom = rooms(small_webm)
    kinds = {
        "hls/master.m3u8": "application/vnd.apple.mpegurl",
        "hls/media.m3u8": "application/vnd.apple.mpegurl",
        "dash/manifest.mpd": "application/dash+xml",
    }
    assert {name: room.ask(f"libraries/{name}").kind for name in kinds} == kinds


def test_only_the_page_of_libraries_may_begin_workers_from_text() -> None:
    with MediaServer(paths.resources_dir() / "player") as server:
        policies = {page: policy_of(server, page) for page in ("library.html", "index.html")}
    assert policies["index.html"] == CONTENT_SECURITY_POLICY
    assert policies["library.html"] == f"{CONTENT_SECURITY_POLICY}; worker-src blob:"
    assert "unsafe" not in policies["library.html"]


def policy_of(server: MediaServer, page: str) -> str:
    with urllib.request.urlopen(server.room_url("none", page), timeout=30) as answer:
        return str(answer.headers["Content-Security-Policy"])
