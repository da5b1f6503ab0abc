"""``ladder`` and ``bundle`` on the command line: what they print, and how they end."""

import json
from pathlib import Path

import pytest

from studio.cli.commands import main
from tests.conftest import ClipFactory


@pytest.fixture(scope="module")
def source(make_clip: ClipFactory) -> Path:
    """A short film with sound."""
    return make_clip("streams-ladder-cli", seconds=3, sample_rate=48_000)


def test_a_ladder_and_its_bundle_are_told_as_json(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ladder, bundle = tmp_path / "ladder", tmp_path / "bundle.zip"
    made = ["ladder", str(source), "-o", str(ladder), "--rungs", "180:300k,90"]
    made += ["--segment-seconds", "1", "--set", "speed=fastest", "--no-check", "--json"]
    assert main(made) == 0
    told = json.loads(capsys.readouterr().out)
    assert [rung["name"] for rung in told["rungs"]] == ["video-180p", "video-90p"]
    assert (told["segments"], told["verdict"], told["checks"]) == (3, None, [])
    assert Path(told["playlist"]).is_file()
    assert Path(told["manifest"]).is_file()
    assert main(["bundle", str(ladder), "-o", str(bundle), "--no-check", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["size_bytes"] == bundle.stat().st_size
    assert [check["rendition"] for check in told["checks"]] == [
        "audio", "video-180p", "video-90p", "changes between rungs",
    ]  # fmt: skip
    assert {check["verdict"] for check in told["checks"]} == {"not-played"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--rungs", "720,360"], "would be larger"),
        (["--preset", "mp4-copy"], "Stream copy"),
        (["--set", "crf=20"], "the rungs decide"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_a_hint(
    source: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    said: str,
) -> None:
    assert main(["ladder", str(source), "-o", str(tmp_path / "x"), "--no-check", *arguments]) == 1
    found = capsys.readouterr()
    assert said in found.err
    assert len(found.err.splitlines()) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_rung_that_is_none_is_wrong_usage(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["ladder", str(source), "-o", str(tmp_path / "x"), "--rungs", "big"])
    assert ended.value.code == 2
    assert "is not a rung" in capsys.readouterr().err
