"""A room that cannot be opened leaves nothing behind; one that is closed takes its files along."""

import tempfile
from pathlib import Path

import pytest

from studio.errors import InputError
from studio.preview.opening import RoomWishes, open_room
from studio.segments.reader import read_segment_map
from tests.conftest import ClipFactory


def test_no_folder_stays(
    make_clip: ClipFactory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    video = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime")
    clip = make_clip("room-opening.webm", seconds=1, rate="10", sample_rate=None, video=video)
    path, temporary = tmp_path / "clip.webm", tmp_path / "temporary"
    path.write_bytes(clip.read_bytes())
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    found = read_segment_map(path)
    room = open_room(found, RoomWishes(browsers=()))
    assert [*temporary.iterdir()]
    room.close()
    assert not [*temporary.iterdir()]
    path.write_bytes(clip.read_bytes()[:-1])
    with pytest.raises(InputError):
        open_room(found, RoomWishes(browsers=()))
    assert not [*temporary.iterdir()]
