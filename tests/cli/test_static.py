"""``check --static``, ``explain`` and ``break`` as a user runs them."""

import json
from pathlib import Path

import pytest

from studio.cli.commands import main

Output = pytest.CaptureFixture[str]
ENGINES = {"chromium", "embedded", "firefox", "webkit"}
REVERSED = "Got a block with a timecode before the previous block"


@pytest.fixture
def sound_webm(raw_webm: Path, tmp_path: Path) -> Path:
    """The same film, repaired."""
    target = tmp_path / "sound.webm"
    assert main(["repair", str(raw_webm), "-o", str(target), "-q"]) == 0
    return target


def shapes(capsys: Output) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_fault_is_told_with_code_byte_element_engines_and_cure(
    raw_webm: Path, capsys: Output
) -> None:
    assert main(["check", "--static", "--json", str(raw_webm)]) == 1
    (shape,) = shapes(capsys)
    assert shape["verdict"] == "fail"
    assert shape["observed"] == {}
    finding = next(f for f in shape["findings"] if f["code"] == "WEBM-003")  # type: ignore[attr-defined]
    data = raw_webm.read_bytes()
    assert data[finding["offset"]] in (0xA3, 0xA0)
    assert finding["place"].startswith("Segment/Cluster[")
    assert finding["engines"]["chromium"]["effect"] == "refuses"
    assert REVERSED in finding["engines"]["chromium"]["words"]
    assert finding["engines"]["firefox"]["effect"] == "harmless"
    assert finding["cure"]["kind"] == "repair"


def test_each_engine_has_a_prediction_of_its_own(raw_webm: Path, capsys: Output) -> None:
    main(["check", "--static", "--json", str(raw_webm)])
    (shape,) = shapes(capsys)
    predicted = shape["predicted"]
    assert isinstance(predicted, dict)
    assert set(predicted) == ENGINES
    assert predicted["chromium"]["plays"] is False
    assert predicted["chromium"]["outcome"] == "refused"
    assert "WEBM-003" in predicted["chromium"]["codes"]
    assert predicted["firefox"]["plays"] is True
    (start, end) = predicted["firefox"]["buffered"][0]
    assert start == 0
    assert 3.9 < end < 4.1


def test_a_sound_file_is_predicted_to_play_and_never_passed(
    sound_webm: Path, capsys: Output
) -> None:
    capsys.readouterr()
    assert main(["check", "--static", "--json", str(sound_webm)]) == 0
    (shape,) = shapes(capsys)
    assert shape["verdict"] == "not-played"
    assert all(one["plays"] for one in shape["predicted"].values())  # type: ignore[attr-defined]


def test_a_wrong_mime_type_of_the_player_is_found(sound_webm: Path, capsys: Output) -> None:
    capsys.readouterr()
    wrong = 'video/webm; codecs="vp8,opus"'
    assert main(["check", "--static", "--json", "--mime", wrong, str(sound_webm)]) == 1
    (shape,) = shapes(capsys)
    assert "MIME-002" in [f["code"] for f in shape["findings"]]  # type: ignore[attr-defined]
    assert shape["predicted"]["chromium"]["plays"] is False  # type: ignore[index]
    assert shape["predicted"]["firefox"]["plays"] is True  # type: ignore[index]


def test_the_text_names_predictions_as_such(raw_webm: Path, capsys: Output) -> None:
    main(["check", "--static", str(raw_webm)])
    text = capsys.readouterr().out
    assert "Chromium 156 (predicted): refuses it" in text
    assert "Firefox 153 (predicted): plays" in text
    assert "WEBM-003 block at byte " in text


def test_a_file_that_is_no_media_gets_one_sentence(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "notes.webm"
    path.write_text("no film at all, only words")
    assert main(["check", "--static", str(path)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "Traceback" not in told.err
    assert "neither WebM nor MP4" in told.err


def test_a_message_alone_names_its_rule(capsys: Output) -> None:
    assert main(["explain", "--json", f"CHUNK_DEMUXER_ERROR_APPEND_FAILED: {REVERSED}."]) == 0
    (shape,) = shapes(capsys)
    assert shape["causes"][0]["code"] == "WEBM-003"  # type: ignore[index]


def test_a_message_with_its_file_names_the_byte(raw_webm: Path, capsys: Output) -> None:
    assert main(["explain", "--json", "--file", str(raw_webm), REVERSED]) == 0
    (shape,) = shapes(capsys)
    first = shape["causes"][0]  # type: ignore[index]
    assert first["finding"]["offset"] > 0


def test_an_unknown_message_is_said_to_be_unknown(capsys: Output) -> None:
    assert main(["explain", "the moon is made of cheese"]) == 1
    assert "not known" in capsys.readouterr().out


def test_breaking_a_rule_makes_a_file_that_is_found_broken(
    sound_webm: Path, tmp_path: Path, capsys: Output
) -> None:
    before = sound_webm.read_bytes()
    folder = tmp_path / "broken"
    capsys.readouterr()
    arguments = ["break", str(sound_webm), "-o", str(folder), "--code", "WEBM-003", "--json"]
    assert main(arguments) == 0
    made = shapes(capsys)
    assert made
    assert {one["code"] for one in made} == {"WEBM-003"}
    assert main(["check", "--static", "--json", str(made[0]["path"])]) == 1
    (shape,) = shapes(capsys)
    assert "WEBM-003" in [f["code"] for f in shape["findings"]]  # type: ignore[attr-defined]
    assert sound_webm.read_bytes() == before


def test_what_can_be_broken_is_listed_without_a_file(capsys: Output) -> None:
    assert main(["break", "--list", "--json"]) == 0
    listed = shapes(capsys)
    assert len({one["id"] for one in listed}) == len(listed) > 60


def test_a_broken_file_is_not_broken_further(
    raw_webm: Path, tmp_path: Path, capsys: Output
) -> None:
    assert main(["break", str(raw_webm), "-o", str(tmp_path / "broken")]) == 1
    assert "Repair it first" in capsys.readouterr().err
    assert not (tmp_path / "broken").exists()
