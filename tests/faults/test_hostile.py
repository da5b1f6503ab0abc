"""Faults C: files and presets made to read, to reach or to run what they must not."""

import copy
import dataclasses
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from studio import paths
from studio.errors import InputError, PresetError, StudioError, printable
from studio.media.keyframes import read_keyframes
from studio.media.probe import TIME_LIMIT_S, Prober
from studio.media.thumbnails import make_thumbnail
from studio.presets.codec import parse_preset_text
from studio.presets.model import Preset
from studio.presets.store import PresetStore
from tests.conftest import ClipFactory
from tests.faults.conftest import Desk, told
from tests.faults.making import (
    dash_manifest,
    ffconcat,
    hls_playlist,
    mutated,
    session_description,
    written,
)
from tests.faults.test_names import knocked, listening

SLACK_S = 10.0
VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8")
SUFFIXES = ("avi", "mp4", "mkv", "ts")


@pytest.fixture
def clip(make_clip: ClipFactory) -> Path:
    return make_clip("fault.mp4", size="64x36", seconds=1)


@pytest.fixture
def secret(make_clip: ClipFactory, tmp_path: Path) -> Path:
    """A film of somebody else, which a playlist names."""
    video, audio = ("-c:v", "mpeg2video"), ("-c:a", "mp2")
    piece = make_clip("secret.ts", size="64x36", seconds=1, video=video, audio=audio)
    (tmp_path / "private").mkdir()
    return written(tmp_path / "private" / "secret.ts", piece.read_bytes())


class Trap:
    """Gives a hostile file to every way there is to open a source."""

    def __init__(self, desk: Desk, clip: Path, folder: Path) -> None:
        self.desk, self.clip, self.folder = desk, clip, folder
        self.ffmpeg = desk.studio.ffmpeg.path

    def must_be_refused_everywhere(self, name: str, content: str) -> None:
        """Refused by the probe, and by each tool when it took an honest file's place."""
        evil = written(self.folder / name, content)
        assert "playlist" in (said := self.desk.refusal(evil)) or "does not look like" in said
        info = dataclasses.replace(self.desk.studio.probe(self.clip), path=evil)
        with self.desk.invariants():
            assert read_keyframes(evil, ffmpeg=self.ffmpeg) is None
            with pytest.raises(StudioError):
                make_thumbnail(info, self.folder / "small.png", ffmpeg=self.ffmpeg)
        assert not (self.folder / "small.png").exists()
        for preset in ("mp4-h264-aac", "mp4-copy"):
            assert self.desk.failure(self.desk.plan_of(info, preset))


@pytest.fixture
def trap(desk: Desk, clip: Path, tmp_path: Path) -> Trap:
    return Trap(desk, clip, tmp_path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_c01_a_playlist_under_another_name_reads_no_other_file(
    trap: Trap, secret: Path, suffix: str
) -> None:
    playlist = hls_playlist(os.fspath(secret), f"file:{secret}", "private/secret.ts")
    trap.must_be_refused_everywhere(f"film.{suffix}", playlist)


def test_c01_the_trap_would_work_without_the_guards(
    desk: Desk, secret: Path, tmp_path: Path
) -> None:
    """The control: this ffmpeg does follow such a playlist when it may."""
    evil = written(tmp_path / "film.m3u8", hls_playlist(os.fspath(secret)))
    command = [os.fspath(desk.studio.ffmpeg.path), "-v", "error", "-i", os.fspath(evil)]
    command += ["-c", "copy", os.fspath(tmp_path / "stolen.mkv")]
    subprocess.run(command, check=True, timeout=30)
    assert desk.studio.probe(tmp_path / "stolen.mkv").video


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("kind", ["hls", "dash", "sdp", "concat"])
def test_c02_a_file_that_names_an_address_asks_no_network(
    trap: Trap, kind: str, suffix: str
) -> None:
    with listening() as listener:
        host, port = listener.getsockname()
        content = {
            "hls": hls_playlist(f"http://{host}:{port}/a.ts", f"tcp://{host}:{port}"),
            "dash": dash_manifest(f"http://{host}:{port}/"),
            "sdp": session_description(host, port),
            "concat": ffconcat(f"http://{host}:{port}/a.ts", f"tcp://{host}:{port}"),
        }[kind]
        trap.must_be_refused_everywhere(f"film.{suffix}", content)
        assert not knocked(listener)


@pytest.mark.parametrize("way", ["relative", "absolute", "upwards"])
def test_c03_a_list_of_files_is_no_source(trap: Trap, secret: Path, way: str) -> None:
    target = {
        "relative": "private/secret.ts",
        "absolute": os.fspath(secret),
        "upwards": f"../{secret.parent.parent.name}/private/secret.ts",
    }[way]
    trap.must_be_refused_everywhere("film.mp4", ffconcat(target))


HTML = "<img src=x onerror=alert(1)><script>alert(2)</script>"
TURNED = "\u202egpj.\u2028line\x9b2J"
ANSI = "\x1b]0;title\x07\x1b[31mred\x1b[0m"


@pytest.fixture(params=[HTML + TURNED, HTML + TURNED + ANSI], ids=["markup", "orders"])
def shouting(request: pytest.FixtureRequest, make_clip: ClipFactory, clip: Path) -> Path:
    """A film whose texts are markup, orders to a terminal, and long."""
    long = request.param + "x" * 100_000
    marks = ["-metadata", f"title={long}", "-metadata:s:a:0", f"title={long}"]
    marks += ["-metadata:s:a:0", f"language={TURNED}", "-metadata", f"comment={long}"]
    source = ["-i", f"file:{clip}", "-map", "0", "-c", "copy"]
    return make_clip.made_once(f"shouting-{len(long)}.mkv", [*source, *marks])


def test_c06_texts_in_a_file_stay_short_plain_texts(desk: Desk, shouting: Path) -> None:
    with desk.invariants():
        info = desk.studio.probe(shouting)
    sound = info.audio[0]
    assert sound.title.startswith(HTML) or not sound.title  # MediaInfo drops binary texts
    assert len(sound.title) <= 4096
    for text in (sound.title, sound.language, sound.codec, sound.profile, info.container):
        assert printable(text) == text
    plan = desk.plan_of(info, "mp4-h264-aac")
    assert all(printable(note) == note for note in plan.notes)


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_c06_the_command_line_prints_no_order_to_the_terminal(
    shouting: Path, tmp_path: Path, options: list[str]
) -> None:
    name = "esc\x1b[31m.mkv" if sys.platform != "win32" else "plain.mkv"
    source = written(tmp_path / name, shouting.read_bytes())
    done = subprocess.run(
        [*paths.self_command("probe"), *options, os.fspath(source), os.fspath(source) + "\x07gone"],
        capture_output=True, check=False, env=paths.self_environment(), timeout=60,
    )  # fmt: skip
    said = (done.stdout + done.stderr).decode("utf-8")
    assert "h264" in said
    assert "was not found" in said
    assert printable(said, one_line=False).replace("\r\n", "\n") == said.replace("\r\n", "\n")


@pytest.fixture
def preset_json(store: PresetStore) -> dict[str, Any]:
    """A valid preset of somebody else."""
    found: dict[str, Any] = json.loads(store.export("webm-vp8-vorbis"))
    return {**found, "id": "from-the-net"}


def changed(data: dict[str, Any], field: str, value: object) -> dict[str, Any]:
    """Return a copy with one field set."""
    data = copy.deepcopy(data)
    *folders, last = field.split("/")
    place = data
    for folder in folders:
        place = place[folder]
    place[last] = value
    return data


def imported(store: PresetStore, path: Path, content: bytes | str) -> Preset:
    """Import a preset file as a user does."""
    return store.add_file(written(path, content))


def refusal_of(store: PresetStore, path: Path, content: bytes | str) -> str:
    """Return why a preset file was not imported; the others must still be there."""
    known = store.all()
    with pytest.raises(PresetError) as caught:
        imported(store, path, content)
    assert store.all() == known
    return told(caught.value)


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("-i", "/etc/passwd", "unknown option: -i"),
        ("arguments", ["-f", "lavfi"], "unknown option: arguments"),
        ("output", "/home/x/.bashrc", "unknown option: output"),
        ("video/options/-f", "lavfi", "unknown option: -f"),
        ("video/options/f", "lavfi", "unknown option: f"),
        ("video/options/vf", "movie=/etc/passwd", "unknown option: vf"),
        ("video/options/filter_complex", "subtitles=a", "unknown option: filter_complex"),
        ("video/options/passlogfile", "/tmp/x", "unknown option: passlogfile"),
        ("audio/options/af", "amovie=x", "unknown option: af"),
        ("video/options/deadline", "|sh", "not allowed in video.options.deadline"),
        ("video/options/cpu-used", "4 -i x", "not allowed in video.options.cpu-used"),
        ("video/options/cpu-used", "file:/x", "not allowed in video.options.cpu-used"),
        ("video/encoder", "libx264 -i x", "not allowed in video.encoder"),
        ("id", "../../evil", "not allowed in id"),
        ("id", "a/b", "not allowed in id"),
        ("id", "C:evil", "not allowed in id"),
        ("name/en", "red\x1b[31m", "not allowed in name.en"),
        ("name/en", "right\u202eleft", "not allowed in name.en"),
        ("description/en", "beep\x07", "not allowed in description.en"),
    ],
)
def test_c08_a_preset_can_give_no_orders_to_ffmpeg(
    store: PresetStore,
    tmp_path: Path,
    preset_json: dict[str, Any],
    field: str,
    value: object,
    named: str,
) -> None:
    evil = json.dumps(changed(preset_json, field, value))
    assert named in refusal_of(store, tmp_path / "evil.json", evil)
    assert imported(store, tmp_path / "good.json", json.dumps(preset_json)).id == "from-the-net"


def test_c09_a_preset_file_of_a_hundred_megabytes_is_not_read(
    store: PresetStore, tmp_path: Path
) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    begun = time.monotonic()
    with pytest.raises(PresetError) as caught:
        store.add_file(path)
    assert told(caught.value) == "The preset is larger than 1 MB."
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(
    "text",
    [
        "[" * 400_000,
        '{"a":' * 150_000,
        '{"schema": 1, "name": ' + "[" * 900 + "]" * 900 + "}",
        '{"id": "a", "id": "b"}',
        '{"schema": NaN}',
        '{"schema": -Infinity}',
        '{"schema": 1e999}',
        '{"schema": ' + "9" * 5000 + "}",
        '{"id": "\\ud800"}',
        "",
        "\x00",
        "\ufeff",
    ],
)
def test_c09_hostile_json_is_refused_in_words(
    store: PresetStore, tmp_path: Path, text: str
) -> None:
    assert refusal_of(store, tmp_path / "evil.json", text)


def fields_of(data: object, way: str = "") -> Iterator[str]:
    """Every field of nested objects, as ``video/rate/crf``."""
    if isinstance(data, dict):
        for key, value in data.items():
            place = f"{way}/{key}" if way else key
            yield place
            yield from fields_of(value, place)


WRONG: tuple[object, ...] = (
    None, True, -1, 0, 1.0, 1.5, 10**30, 1e308, "", "x" * 500, "1/0", "\ud800", [], {},
    [[]], {"a": []}, [None], ["x", "x"],
)  # fmt: skip


def test_c09_a_field_of_a_wrong_type_is_refused_or_sound(
    preset_json: dict[str, Any], desk: Desk, clip: Path
) -> None:
    """Whatever stands in a field: the error names a field, or the preset can be planned."""
    info = desk.studio.probe(clip)
    sound = 0
    for field in fields_of(preset_json):
        for value in WRONG:
            preset = read_or_told(json.dumps(changed(preset_json, field, value)))
            if preset is not None:
                sound += 1
                check_types(preset)
                desk.plan_with(info, preset)
    assert 0 < sound < 100


def read_or_told(text: str) -> Preset | None:
    """Return the preset, or None where the user was told what is wrong."""
    try:
        return parse_preset_text(text)
    except PresetError as error:
        told(error)
        return None


def check_types(value: Any) -> None:
    """Numbers of a preset are whole or fractions: a float would reach ffmpeg as ``4.0``."""
    assert not isinstance(value, float)
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            check_types(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for item in value:
            check_types(item)


FUZZ_SEEDS = int(os.environ.get("MSE_FUZZ_SEEDS", "40"))
"""Mutations of each of four files."""

_FUZZED: dict[str, tuple[str, ...]] = {
    "fuzz.mp4": (),
    "fuzz.webm": (*VP8, "-c:a", "libvorbis"),
    "fuzz.mkv": (),
    "fuzz.avi": ("-c:v", "mpeg4", "-c:a", "mp3"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", list(_FUZZED))
def test_l14_mutated_headers_never_crash_the_probe(
    desk: Desk, make_clip: ClipFactory, tmp_path: Path, name: str
) -> None:
    """Every answer is a description or a sentence, each within ten seconds."""
    codecs = _FUZZED[name]
    video, audio = (codecs[:-2], codecs[-2:]) if codecs else (("-c:v", "mpeg4"), ("-c:a", "aac"))
    data = make_clip(name, size="64x36", seconds=1, video=video, audio=audio).read_bytes()
    files = [
        written(tmp_path / f"{seed}-{name}", mutated(data, seed, head_bytes=2048, tail_bytes=2048))
        for seed in range(FUZZ_SEEDS)
    ]
    for path in files:
        os.utime(path, (1_000_000_000, 1_000_000_000))  # not fresh: no second look
    with desk.invariants(), Prober(workers=2) as prober, ThreadPoolExecutor(2) as threads:
        answers = list(threads.map(lambda path: _probed(prober, desk, path), files))
    assert max(seconds for _, seconds in answers) < TIME_LIMIT_S + SLACK_S
    understood = sum(said == "" for said, _ in answers)
    assert 0 < understood < len(files)  # the mutations do something, and not too much


def _probed(prober: Prober, desk: Desk, path: Path) -> tuple[str, float]:
    begun = time.monotonic()
    try:
        info = prober.probe(path, ffmpeg=desk.studio.ffmpeg.path)
    except InputError as error:
        said = told(error)
    else:
        said = ""
        assert info.video or info.audio
        assert info.duration_us is None or info.duration_us > 0
    return said, time.monotonic() - begun
