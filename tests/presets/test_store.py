"""The preset store: two folders, bad files kept out, the user's own kept."""

import json
import os
import sys
from pathlib import Path

import pytest

from studio import paths
from studio.errors import PresetError
from studio.presets.store import PresetStore


@pytest.fixture
def user(tmp_path: Path) -> Path:
    folder = tmp_path / "presets"
    folder.mkdir()
    return folder


def own_preset(store: PresetStore, preset_id: str = "mine") -> str:
    return json.dumps({**json.loads(store.export("mp4-h264-aac")), "id": preset_id})


def opened(user: Path) -> PresetStore:
    return PresetStore(paths.built_in_presets_dir(), user)


def test_f08_a_bad_file_is_a_problem_and_the_others_load(user: Path, store: PresetStore) -> None:
    (user / "good.json").write_text(own_preset(store), encoding="utf-8")
    (user / "broken.json").write_text('{"id": ', encoding="utf-8")
    (user / "huge.json").write_bytes(b" " * 2_000_000)
    (user / "picture.json").write_bytes(b"\x89PNG\xff\xfe")
    filled = opened(user)
    assert filled.get("mine").name_in("en")
    assert len(filled.problems) == 3
    assert any(problem.what.startswith("broken.json: ") for problem in filled.problems)


def test_an_added_preset_is_there_the_next_time(
    user: Path, store: PresetStore, tmp_path: Path
) -> None:
    file = tmp_path / "from-elsewhere.json"
    file.write_text(own_preset(store), encoding="utf-8")
    added = opened(user).add_file(file)
    again = opened(user)
    assert again.get("mine") == added
    assert [path.name for path in user.iterdir()] == ["mine.json"]


def test_a_shipped_preset_cannot_be_replaced(
    user: Path, store: PresetStore, tmp_path: Path
) -> None:
    file = tmp_path / "evil.json"
    file.write_text(own_preset(store, "webm-vp8-vorbis"), encoding="utf-8")
    with pytest.raises(PresetError, match="belongs to a preset of the program"):
        opened(user).add_file(file)
    (user / "evil.json").write_bytes(file.read_bytes())
    filled = opened(user)
    assert filled.get("webm-vp8-vorbis").built_in
    assert len(filled.problems) == 1


def test_an_unknown_id_names_the_known_ones(store: PresetStore) -> None:
    with pytest.raises(PresetError) as caught:
        store.get("no-such")
    assert "no-such" in caught.value.what
    assert "webm-vp8-vorbis" in caught.value.hint


def test_a_missing_file_and_a_missing_folder_are_no_crash(tmp_path: Path) -> None:
    store = opened(tmp_path / "nowhere")
    assert len(store.all()) == 5
    with pytest.raises(PresetError, match="cannot be read"):
        store.add_file(tmp_path / "nothing.json")


def test_a_folder_that_cannot_be_made_is_said_in_words(tmp_path: Path, store: PresetStore) -> None:
    file = tmp_path / "own.json"
    file.write_text(own_preset(store), encoding="utf-8")
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    with pytest.raises(PresetError, match="could not be saved"):
        opened(blocked / "presets").add_file(file)


def test_wherever_a_preset_file_is_cut_it_is_kept_and_the_others_load(
    user: Path, store: PresetStore
) -> None:
    whole = own_preset(store).encode()
    (user / "other.json").write_text(own_preset(store, "other"), encoding="utf-8")
    for size in range(0, len(whole), 53):
        (user / "mine.json").write_bytes(whole[:size])
        filled = opened(user)
        assert filled.get("other")
        assert [problem.what.split(":")[0] for problem in filled.problems] == ["mine.json"]
        assert (user / "mine.json").read_bytes() == whole[:size]


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes of POSIX")
def test_a_named_pipe_among_the_presets_is_not_waited_for(user: Path, store: PresetStore) -> None:
    os.mkfifo(user / "pipe.json")
    filled = opened(user)
    assert len(filled.problems) == 1
    with pytest.raises(PresetError, match="cannot be read"):
        filled.add_file(user / "pipe.json")


def test_a_preset_that_could_not_be_saved_is_not_there(user: Path, store: PresetStore) -> None:
    file = user.parent / "own.json"
    file.write_text(own_preset(store), encoding="utf-8")
    filled = opened(user)
    (user / "mine.json").mkdir()  # in the way
    with pytest.raises(PresetError, match="could not be saved"):
        filled.add_file(file)
    assert all(preset.built_in for preset in filled.all())
    assert [path.name for path in user.iterdir()] == ["mine.json"]
