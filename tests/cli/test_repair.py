"""``mse-studio repair`` as a user runs it."""

import json
from pathlib import Path

import pytest

from studio.cli.commands import main
from studio.segments.reader import read_segment_map
from tests.conftest import X264, ClipFactory
from tests.segments import building as b

VP8 = ("-c:v", "libvpx", "-b:v", "100k", "-cpu-used", "8", "-deadline", "realtime", "-g", "25")
OPUS = ("-c:a", "libopus", "-b:a", "32k")
Output = pytest.CaptureFixture[str]


@pytest.fixture
def raw_webm(make_clip: ClipFactory) -> Path:
    return make_clip("m-raw.webm", size="64x36", sample_rate=48_000, video=VP8, audio=OPUS)


def run(*arguments: object) -> int:
    return main(["repair", *(str(argument) for argument in arguments)])


def test_json_tells_what_was_wrong_what_was_done_and_the_proof(
    raw_webm: Path, tmp_path: Path, capsys: Output
) -> None:
    target = tmp_path / "out.webm"
    assert run(raw_webm, "-o", target, "--json") == 0
    shape = json.loads(capsys.readouterr().out)
    assert (shape["path"], shape["output"]) == (str(raw_webm), str(target))
    assert shape["outputs"] == [str(target)]
    assert shape["operation"] == "recluster"
    assert "WEBM-003" in shape["findings_before"]
    assert "WEBM-003" not in shape["findings_after"]
    assert "blocks-ordered" in {change["id"] for change in shape["done"]}
    assert (shape["left"], shape["preset"]) == ([], None)
    proof = shape["proof"]
    assert proof["digest_equal"] is True
    assert proof["frames"] == sum(track["frames"] for track in proof["tracks"]) > 0


def test_the_text_says_it_in_sentences(raw_webm: Path, tmp_path: Path, capsys: Output) -> None:
    target = tmp_path / "out.webm"
    assert run(raw_webm, "-o", target) == 0
    text = capsys.readouterr().out
    assert text.startswith(f"{target}: before ")
    assert "into the order of their times." in text
    assert "found again, byte for byte." in text


def test_a_whole_file_is_left_alone(raw_webm: Path, tmp_path: Path, capsys: Output) -> None:
    once, twice = tmp_path / "once.webm", tmp_path / "twice.webm"
    assert run(raw_webm, "-o", once) == 0
    capsys.readouterr()
    assert run(once, "-o", twice) == 0
    assert capsys.readouterr().out == f"{once}: nothing to repair; no file was written.\n"
    assert run(once, "-o", twice, "--json") == 0
    shape = json.loads(capsys.readouterr().out)
    assert (shape["output"], shape["outputs"], shape["proof"]) == (None, [], None)
    assert not twice.exists()


def test_split_writes_two_files(raw_webm: Path, tmp_path: Path, capsys: Output) -> None:
    assert run(raw_webm, "-o", tmp_path / "out.webm", "--split", "--json") == 0
    shape = json.loads(capsys.readouterr().out)
    assert shape["operation"] == "split"
    names = [Path(path).name for path in shape["outputs"]]
    assert names == ["out-video.webm", "out-audio.webm"]
    assert all(len(read_segment_map(Path(path)).tracks) == 1 for path in shape["outputs"])


def test_what_copying_cannot_cure_fails_with_one_sentence_and_a_preset(
    make_clip: ClipFactory, tmp_path: Path, capsys: Output
) -> None:
    source = make_clip("m-h264.mkv", size="64x36", seconds=1, video=X264)
    assert run(source, "-o", tmp_path / "out.webm") == 1
    said = capsys.readouterr()
    assert said.out == ""
    first, second = said.err.splitlines()
    assert first == "mse-studio: Copying frames cannot cure this file."
    assert "mp4-copy" in second
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_stays(raw_webm: Path, tmp_path: Path, capsys: Output) -> None:
    target = tmp_path / "out.webm"
    target.write_text("mine")
    assert run(raw_webm, "-o", target) == 1
    assert "exists already" in capsys.readouterr().err
    assert target.read_text() == "mine"


def test_an_operation_that_does_not_exist_is_refused(
    raw_webm: Path, tmp_path: Path, capsys: Output
) -> None:
    assert run(raw_webm, "-o", tmp_path / "out.webm", "--operation", "polish") == 1
    assert "recluster, refragment, split" in capsys.readouterr().err


def test_what_is_left_out_is_listed(tmp_path: Path, capsys: Output) -> None:
    source = tmp_path / "s.webm"
    blocks = b.simple_block(1, 0), b.simple_block(9, 10), b.simple_block(2, 20)
    source.write_bytes(b.webm(b.info(), b.tracks(), b.cluster(0, *blocks)))
    assert run(source, "-o", tmp_path / "out.webm", "--json") == 0
    shape = json.loads(capsys.readouterr().out)
    assert [change["id"] for change in shape["done"] if change["leaves_out"]] == ["blocks-left-out"]


def test_no_bar_where_nobody_watches(raw_webm: Path, tmp_path: Path, capsys: Output) -> None:
    assert run(raw_webm, "-o", tmp_path / "out.webm") == 0
    assert capsys.readouterr().err == ""
