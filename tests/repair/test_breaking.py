"""Breaking a file in every way: what is written, what is refused, what stays as it was."""

import json
import tracemalloc
from pathlib import Path

import pytest

from studio.errors import OutputError, RepairError, SegmentError
from studio.repair.breaking.pieces import Copy, Piece, Put, SizeField, write_pieces
from studio.repair.breaking.run import break_file, breakers_for
from studio.repair.breaking.table import BREAKERS, breaker
from studio.repair.recluster import recluster
from studio.segments.model import Family
from tests.conftest import ClipFactory
from tests.segments import building as b

VP8 = ("-c:v", "libvpx", "-b:v", "200k", "-threads", "1", "-cpu-used", "8", "-deadline", "realtime")
GOP = ("-g", "25", "-keyint_min", "25")
FRAGMENTS = ("-movflags", "+frag_keyframe+delay_moov+default_base_moof")


@pytest.fixture
def raw(make_clip: ClipFactory) -> Path:
    return make_clip("b-raw.webm", seconds=3, size="64x36", video=VP8, audio=("-c:a", "libopus"),
                     extra=GOP, sample_rate=48_000)  # fmt: skip


@pytest.fixture
def webm(raw: Path, tmp_path: Path) -> Path:
    target = tmp_path / "film.webm"
    recluster(raw, target)
    return target


@pytest.fixture
def mp4(make_clip: ClipFactory) -> Path:
    return make_clip("b-film.mp4", seconds=3, size="64x36", extra=(*GOP, *FRAGMENTS))


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_webm_is_broken_in_every_way(webm: Path, tmp_path: Path) -> None:
    before = webm.read_bytes()
    made = break_file(webm, tmp_path / "out")
    missing = {"webm-long-cluster", "webm-wrong-vp8", "webm-dropped-frame"}
    wanted = {found.id for found in BREAKERS if found.family is Family.WEBM} - missing
    assert {broken.breaker for broken in made} == wanted
    assert webm.read_bytes() == before
    assert names(tmp_path / "out") == {broken.path.name for broken in made} | {"manifest.json"}


def test_an_mp4_is_broken_in_every_way(mp4: Path, tmp_path: Path) -> None:
    before = mp4.read_bytes()
    made = break_file(mp4, tmp_path / "out")
    wanted = {found.id for found in BREAKERS if found.family is Family.MP4}
    assert {broken.breaker for broken in made} == wanted
    assert mp4.read_bytes() == before


def test_only_the_wanted_rules_are_broken(webm: Path, tmp_path: Path) -> None:
    made = break_file(webm, tmp_path / "out", codes=("WEBM-003", "webm-lacing"))
    assert [broken.path.name for broken in made] == [
        "film.webm-block-order.webm",
        "film.webm-lacing.webm",
    ]


def test_the_manifest_tells_what_was_done_and_where(webm: Path, tmp_path: Path) -> None:
    (broken,) = break_file(webm, tmp_path / "out", codes=("webm-junk",))
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert manifest["schema"] == 1
    assert manifest["source"] == "film.webm"
    (entry,) = manifest["files"]
    assert entry["file"] == "film.webm-junk.webm"
    assert entry["code"] == "WEBM-001"
    assert entry["what"] == "Bytes that are no element stand between two clusters."
    assert broken.path.read_bytes()[entry["offset"] :].startswith(b"\0This is no WebM element.")


def test_progress_goes_up_to_one(webm: Path, tmp_path: Path) -> None:
    seen: list[float] = []
    break_file(webm, tmp_path / "out", codes=("WEBM-001",), on_progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


@pytest.mark.parametrize("name", ["film.webm-junk.webm", "manifest.json"])
def test_nothing_is_ever_replaced(name: str, webm: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / name).write_text("mine")
    with pytest.raises(OutputError, match="is there already"):
        break_file(webm, folder)
    assert names(folder) == {name}
    assert (folder / name).read_text() == "mine"


def test_a_link_that_leads_nowhere_is_not_replaced(webm: Path, tmp_path: Path) -> None:
    target = tmp_path / "film.webm-junk.webm"
    target.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="is there already"):
        breaker("webm-junk").make(webm, target)
    assert target.is_symlink()
    assert not (tmp_path / "elsewhere").exists()


def test_a_file_that_is_broken_already_is_refused(raw: Path, tmp_path: Path) -> None:
    with pytest.raises(RepairError, match="not sound itself") as failure:
        break_file(raw, tmp_path / "out")
    assert "WEBM-003" in failure.value.what
    assert "Repair it first" in failure.value.hint
    assert not (tmp_path / "out").exists()


def test_an_unknown_code_is_refused(webm: Path, tmp_path: Path) -> None:
    with pytest.raises(RepairError, match="WEBM-999"):
        break_file(webm, tmp_path / "out", codes=("WEBM-999",))


def test_a_rule_of_the_other_container_cannot_be_broken(webm: Path, tmp_path: Path) -> None:
    with pytest.raises(RepairError, match="cannot be broken"):
        break_file(webm, tmp_path / "out", codes=("MP4-001",))


def test_what_is_no_media_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.webm"
    path.write_text("These are only notes.")
    with pytest.raises(SegmentError):
        break_file(path, tmp_path / "out")


def test_a_folder_that_cannot_be_made_is_told(webm: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(OutputError, match="cannot be made"):
        break_file(webm, tmp_path / "taken" / "out")


def test_only_suitable_breakers_are_offered(mp4: Path) -> None:
    offered = breakers_for(mp4, codes=("MP4-020", "WEBM-003"))
    assert {found.id for found in offered} == {
        "mp4-empty-configuration",
        "mp4-length-size",
        "mp4-annex-b",
    }


def test_ids_are_there_once() -> None:
    ids = [found.id for found in BREAKERS]
    assert len(ids) == len(set(ids))
    assert len(ids) > 100


def test_every_breaker_says_in_one_sentence_what_it_does() -> None:
    for found in BREAKERS:
        assert found.words.endswith("."), found.id
        assert found.words[0].isupper(), found.id
        assert ". " not in found.words, found.id


def test_a_size_field_holds_what_follows(tmp_path: Path) -> None:
    (tmp_path / "s").write_bytes(b"0123456789")
    pieces: list[Piece] = [Put(b"ab"), SizeField(2, 0x4000), Copy(3, 4), Put(b"!", changed=True)]
    assert write_pieces(tmp_path / "s", tmp_path / "t", pieces) == 8
    assert (tmp_path / "t").read_bytes() == b"ab\x40\x053456!"


def test_a_source_that_shrinks_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "s").write_bytes(b"0123")
    with pytest.raises(RepairError, match="changed while"):
        write_pieces(tmp_path / "s", tmp_path / "t", [Copy(0, 5)])
    assert names(tmp_path) == {"s"}


@pytest.mark.parametrize("breaker_id", ["webm-no-info", "webm-swapped-clusters", "webm-late-200"])
def test_memory_does_not_grow_with_the_file(breaker_id: str, tmp_path: Path) -> None:
    frame = b"\x81\0\0\x80\x10" + bytes(1_000_000)
    source = tmp_path / "s.webm"
    clusters = [b.cluster(n * 40, b.element(0xA3, frame)) for n in range(40)]
    source.write_bytes(b.webm(b.info(), b.tracks(audio=False), *clusters))
    del clusters
    tracemalloc.start()
    breaker(breaker_id).make(source, tmp_path / "t.webm")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (tmp_path / "t.webm").stat().st_size > 39_000_000
    assert peak < 8_000_000
