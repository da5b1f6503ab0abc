"""F8: a damaged settings file is kept, the defaults are used, and the program starts."""

import dataclasses
import json
from pathlib import Path

import pytest

from studio.settings import NO_ENGINE, Settings, load, save

CHOSEN = Settings(
    output_dir="/results", engines=("chromium", "firefox"), notify=False, stall_minutes=3
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def kept(file: Path) -> list[Path]:
    return list(file.parent.glob("settings.bad-*.json"))


def test_what_was_saved_is_loaded(file: Path) -> None:
    save(CHOSEN, file)
    assert load(file) == CHOSEN
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


def test_a_missing_file_gives_the_defaults_without_a_word(file: Path) -> None:
    assert load(file) == Settings()


@pytest.mark.expects_log_warnings
@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe{}", b"\0" * 500, b"[" * 100_000, b'{"theme": "li'],
    ids=["empty", "cut", "list", "null", "no text", "zeroed", "deep", "cut in a word"],
)
def test_f08_a_damaged_file_is_kept_and_the_defaults_are_used(
    file: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    file.write_bytes(content)
    assert load(file) == Settings()
    assert [path.read_bytes() for path in kept(file)] == [content]
    assert not file.exists()
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    save(CHOSEN, file)
    assert load(file) == CHOSEN


@pytest.mark.expects_log_warnings
def test_wherever_a_file_is_cut_the_program_starts(file: Path) -> None:
    save(CHOSEN, file)
    whole = file.read_bytes()
    for size in range(0, len(whole) - 2, 7):
        file.write_bytes(whole[:size])
        assert load(file) == Settings()


def test_a_value_of_a_wrong_kind_falls_back_alone(file: Path) -> None:
    plain = dataclasses.asdict(CHOSEN) | {"theme": 7, "notify": "no", "unknown": 1}
    file.write_text(json.dumps(plain), "utf-8")
    assert load(file) == dataclasses.replace(CHOSEN, notify=True)
    assert kept(file) == []


def test_an_empty_choice_of_engines_asks_every_one() -> None:
    assert Settings().asks("firefox")
    assert not Settings(engines=("chromium",)).asks("firefox")
    assert not Settings(engines=(NO_ENGINE,)).asks("firefox")
